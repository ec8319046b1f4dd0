"""What is still open when the last question has been asked, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from engine.interview.order import turns
from engine.model.answer import Case, Standing
from engine.model.policy import Policy
from engine.model.question import Question
from engine.model.recommendation import Known, ToFindOut
from engine.model.source import PARTNER_SIDE, Source
from engine.model.truth import FALSE
from engine.reference.known import View


@dataclass(frozen=True, slots=True)
class Open:
    """A question that is not settled, and whom to ask; nobody when everyone who could settle it declined.

    `number` is None for what is not asked in the interview, as a question of the programme's own profile.
    """

    question: Question
    number: int | None
    ask: tuple[Source, ...]


def open_questions(policy: Policy, case: Case, on: date, to_find_out: Iterable[ToFindOut] = ()) -> tuple[Open, ...]:
    """Return every question of the stage that may apply and is not settled, by number, then what else is to be found.

    Of `to_find_out`, what the recommendation rests on, whoever the report names is named; of the others whoever could
    settle it. Who declined is not named again, and neither side of hers once one of them did: she is not pressed.
    """
    view = View(policy, case, on)
    reported = {entry.question.id: entry for entry in to_find_out}
    found = []
    for turn in turns(policy, case.stage):
        question = turn.question
        entry = reported.pop(question.id, None)
        if entry is not None:
            found.append(Open(question, turn.number, entry.ask))
            continue
        known = view.known(question.id)
        if view.applies(question) is not FALSE and not (known.possible if question.open else known.settled):
            found.append(Open(question, turn.number, _whom_to_ask(question, known)))
    return (*found, *(Open(entry.question, None, entry.ask) for entry in reported.values()))


def _whom_to_ask(question: Question, known: Known) -> tuple[Source, ...]:
    declined = {one.source for one in known.answers if one.standing is Standing.ASKED_DECLINED}
    if declined & PARTNER_SIDE:
        declined |= PARTNER_SIDE
    return tuple(sorted(set(question.corroborate or question.asked_of) - declined))
