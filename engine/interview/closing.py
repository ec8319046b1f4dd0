"""What is still open when the last question has been asked, and whom to ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.interview.order import Turn, turns
from engine.model.answer import Case, Standing
from engine.model.policy import Policy
from engine.model.source import PARTNER_SIDE, Source
from engine.model.truth import FALSE
from engine.reference.known import View


@dataclass(frozen=True, slots=True)
class Open:
    """A question that is not settled, and whom to ask; nobody when everyone who could settle it declined."""

    turn: Turn
    ask: tuple[Source, ...]


def open_questions(policy: Policy, case: Case, on: date) -> tuple[Open, ...]:
    """Return every question of the stage that may apply and is not settled, by number.

    Whoever declined is not named again, and neither side of hers once one of them did: she is not pressed. She herself
    is named only where nobody else could settle it.
    """
    view = View(policy, case, on)
    found = []
    for turn in turns(policy, case.stage):
        question = turn.question
        known = view.known(question.id)
        if view.applies(question) is FALSE or (known.possible if question.open else known.settled):
            continue
        declined = {one.source for one in known.answers if one.standing is Standing.ASKED_DECLINED}
        if declined & PARTNER_SIDE:
            declined |= PARTNER_SIDE
        could = [source for source in question.corroborate or question.asked_of if source not in declined]
        ask = [source for source in could if source is not Source.PARTNER] or could
        found.append(Open(turn, tuple(ask)))
    return tuple(found)
