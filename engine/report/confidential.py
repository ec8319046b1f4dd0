"""Who must never see a practitioner's document: said under its title and again at its end, in every form but JSON."""

from __future__ import annotations

from engine.model.answer import PARTNER_SIDE, Case
from engine.report.page import Block, Line, Quoted, Tone, filled, paragraph
from engine.report.words import label, say, share, show


def notice(case: Case) -> Block:
    """Return the line that stands under the title."""
    return paragraph(_said(case, say.PRACTITIONER_ONLY, say.FROM_HER_SIDE), tone=Tone.STRONG)


def reminder(case: Case) -> Block:
    """Return its short form, for the end."""
    return paragraph(_said(case, say.PRACTITIONER_ONLY_SHORT, say.FROM_HER_SIDE_SHORT))


def running(case: Case) -> Line:
    """Return the line at the head of every printed sheet, for one that is left lying about by itself."""
    text = say.PRACTITIONER_ONLY_SHORT if case.stage.of_client else say.PRACTITIONER_ONLY_PROGRAMME
    return filled(show.RUNNING, notice=text, reference=Quoted(case.reference))


def case_named(case: Case) -> Line:
    """Return which case, or which programme's profile, a document is about."""
    frame = label.CASE if case.stage.of_client else share.PROFILE
    return filled(frame, case=Quoted(case.reference), stage=say.STAGES[case.stage])


def _said(case: Case, always: str, from_her_side: str) -> str:
    """Add that she, or partner support, spoke; that somebody recorded her silence is reason enough."""
    if not case.stage.of_client:
        return say.PRACTITIONER_ONLY_PROGRAMME
    heard = any(answer.source in PARTNER_SIDE for answers in case.answers.values() for answer in answers)
    return f"{always} {from_her_side}" if heard else always
