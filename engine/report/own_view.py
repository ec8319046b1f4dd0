"""The practitioner's own view beside the recommendation: which of the two is the more cautious, and nothing more."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from engine.model.decision import Choice
from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.model.recommendation import Recommendation
from engine.report.page import Quoted, Section, filled, labelled, paragraph
from engine.report.words import say, share, tell


def choice_text(stage: Stage, choice: Choice) -> str:
    """Return what a choice is called at a stage."""
    return tell.CHOICES.get(stage, tell.CHOICES_PROGRAMME)[choice]


class Compared(StrEnum):
    """How the own view stands to the recommendation."""

    SAME = "same"
    OWN_VIEW_MORE_CAUTIOUS = "own-view-more-cautious"
    RECOMMENDATION_MORE_CAUTIOUS = "recommendation-more-cautious"


_LIKE: Final = {
    Choice.ONLINE: Outcome.CONDITIONAL,
    Choice.NOT_YET: Outcome.UNDETERMINED,
    Choice.NOT_ONLINE: Outcome.AGAINST,
}


def compared(view: Choice, outcome: Outcome) -> Compared:
    """Return how a view stands to an outcome."""
    if _LIKE[view] is outcome:
        return Compared.SAME
    more = _LIKE[view].caution > outcome.caution
    return Compared.OWN_VIEW_MORE_CAUTIOUS if more else Compared.RECOMMENDATION_MORE_CAUTIOUS


def own_view(recommendation: Recommendation) -> Section:
    """Return both side by side; without blocks when no own view was stated."""
    own, stage = recommendation.case.own_view, recommendation.case.stage
    if own is None:
        return Section(share.H_OWN_VIEW, ())
    said = {
        Compared.SAME: share.SAME_WAY,
        Compared.OWN_VIEW_MORE_CAUTIOUS: share.OWN_VIEW_MORE_CAUTIOUS,
        Compared.RECOMMENDATION_MORE_CAUTIOUS: share.RECOMMENDATION_MORE_CAUTIOUS,
    }
    stated = filled(share.OWN_VIEW_STATED, by=Quoted(own.by), day=say.day(own.on), view=choice_text(stage, own.view))
    blocks = (
        labelled(share.OWN_VIEW_LABEL, *stated, below=(labelled(share.OWN_VIEW_REASONS, Quoted(own.reasons)),)),
        labelled(share.OWN_VIEW_BESIDE, say.outcome_text(stage, recommendation.outcome)),
        paragraph(said[compared(own.view, recommendation.outcome)]),
    )
    return Section(share.H_OWN_VIEW, blocks, tight=True)
