"""What the practitioner decided, beside the recommendation; or the empty form, as long as nothing is decided.

INVARIANT (deference): what stands here as decided is the practitioner's own file, word by word; without one the form is
empty, and no decision is stated.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from engine.model.decision import Choice, Decision
from engine.model.policy import Outcome
from engine.model.recommendation import Recommendation
from engine.report.behind import her_side_is_behind
from engine.report.confidential import reminder
from engine.report.own_view import choice_text
from engine.report.page import Block, Mark, Quoted, Section, Tone, item, labelled, paragraph
from engine.report.reading import Reading
from engine.report.words import say, share, tell

if TYPE_CHECKING:
    from engine.report.shape import DecisionShape


def decision_section(reading: Reading, decision: Decision | None) -> Section:
    """Return what was decided, or the form to fill in."""
    recommendation = reading.recommendation
    text = say.outcome_text(recommendation.case.stage, recommendation.outcome)
    blocks = (
        paragraph(tell.DECISION_ON.format(text=text), tone=Tone.STRONG),
        *(_form(recommendation) if decision is None else _decided(reading, decision)),
        reminder(recommendation.case),
    )
    return Section(tell.H_DECISION, blocks)


def against_recommendation(decision: Decision, recommendation: Recommendation) -> bool:
    """Whether a decision is towards online, or towards closing, without a recommendation for it."""
    return decision.choice is Choice.ONLINE and recommendation.outcome is not Outcome.CONDITIONAL


def left_out(decision: Decision, recommendation: Recommendation) -> tuple[str, ...]:
    """Return the base safeguards that a decision for online leaves out, by id: of a client's, those he can be told."""
    policy, stage = recommendation.policy, recommendation.case.stage
    if decision.choice is not Choice.ONLINE:
        return ()
    told = [name for name in policy.base_at(stage) if policy.safeguards[name].client_wording or not stage.of_client]
    return tuple(sorted(set(told) - set(decision.conditions)))


def called_for_left_out(decision: Decision, recommendation: Recommendation) -> tuple[str, ...]:
    """Return what this case calls for besides and a decision for online leaves out, by id: of a client's, the worded.

    What has no wording for the client cannot stand in a decision on his case, and is not missed there.
    """
    stage = recommendation.case.stage
    if decision.choice is not Choice.ONLINE:
        return ()
    named = {*decision.conditions, *left_out(decision, recommendation)}
    called = (finding.safeguard for finding in recommendation.safeguards)
    return tuple(one.id for one in called if one.id not in named and (one.client_wording or not stage.of_client))


def decision_json(reading: Reading, decision: Decision | None) -> DecisionShape:
    """Return the decision as plain data; its four keys are null as long as nothing is decided."""
    if decision is None:
        return {"by": None, "on": None, "choice": None, "reasons": None}
    recommendation = reading.recommendation
    against = against_recommendation(decision, recommendation)
    return {
        "by": decision.by,
        "on": decision.on.isoformat(),
        "choice": decision.choice.value,
        "reasons": decision.reasons or None,
        "second_person": decision.second_person or None,
        "conditions": list(decision.conditions),
        "review_by": decision.review_by.isoformat(),
        "contact": decision.contact,
        "against_recommendation": against,
        "consult_partner_support": against and her_side_is_behind(reading),
        "base_left_out": list(left_out(decision, recommendation)),
        "called_for_left_out": list(called_for_left_out(decision, recommendation)),
    }


def _form(recommendation: Recommendation) -> Iterator[Block]:
    choice, *rest = tell.DECISION_LABELS
    lines = [f"{choice} ({tell.choices_text(recommendation.case.stage)})", *rest]
    yield paragraph(tell.DECISION)
    yield from (item(f"{line}:", mark=Mark.BLANK) for line in lines)


def _decided(reading: Reading, decision: Decision) -> Iterator[Block]:
    recommendation = reading.recommendation
    policy = recommendation.policy
    choice, by, on, reasons, _ = tell.DECISION_LABELS
    yield paragraph(share.DECIDED)
    yield labelled(choice, choice_text(recommendation.case.stage, decision.choice))
    yield labelled(by, Quoted(decision.by))
    yield labelled(on, say.day(decision.on))
    yield labelled(reasons, Quoted(decision.reasons) if decision.reasons else share.NONE_WRITTEN)
    if decision.second_person:
        yield labelled(share.DECIDED_SECOND, Quoted(decision.second_person))
    agreed = tuple(item(policy.safeguards[name].title) for name in decision.conditions)
    if agreed:
        yield labelled(share.DECIDED_CONDITIONS, below=agreed)
    yield labelled(share.DECIDED_REVIEW, say.day(decision.review_by))
    yield labelled(share.DECIDED_CONTACT, Quoted(decision.contact))
    if against_recommendation(decision, recommendation):
        yield paragraph(share.DECIDED_AGAINST)
        if her_side_is_behind(reading):
            yield paragraph(share.CONSULT_PARTNER_SUPPORT)
    for lead, missing in (
        (share.LEFT_OUT_CALLED_FOR, called_for_left_out(decision, recommendation)),
        (share.LEFT_OUT_BASE, left_out(decision, recommendation)),
    ):
        if missing:
            yield paragraph(f"{lead}: {reading.titles(missing)}.")
