"""The questions of a stage in the order of a conversation, each with a number of its own.

The number depends on the policy, the stage and whom the interview is with, never on an answer: it is the same on the
paper form, and whatever is skipped. With the client, partner support or an agency alone their own questions are
numbered, so that nothing shows what others are asked; otherwise the numbers are those of all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from engine.model.condition import questions_in
from engine.model.policy import Policy
from engine.model.question import Question, Stage


@dataclass(frozen=True, slots=True)
class Turn:
    """A question at its place: number `number` of `of`."""

    number: int
    of: int
    question: Question


def turns(policy: Policy, stage: Stage) -> tuple[Turn, ...]:
    """Return the questions of a stage in the policy's order, then those of other stages that its rules read.

    Of a client's stage these are questions asked before, which may have to be asked again; what a client's stage reads
    of the programme stands in the programme's own profile and is not asked here.
    """
    own = policy.questions_at(stage)
    read = _read_from_elsewhere(policy, stage)
    asked = (*own, *(question for other in Stage for question in policy.questions_at(other) if question.id in read))
    return _numbered(asked)


def renumbered(some: Iterable[Turn]) -> tuple[Turn, ...]:
    """Return turns numbered anew from 1, so that no gap shows that there are others."""
    return _numbered(tuple(turn.question for turn in some))


def _numbered(questions: tuple[Question, ...]) -> tuple[Turn, ...]:
    return tuple(Turn(number, len(questions), question) for number, question in enumerate(questions, start=1))


def _read_from_elsewhere(policy: Policy, stage: Stage) -> set[str]:
    """Return the questions of other stages that a rule of this one reads, with those that decide if they apply."""
    waiting = [name for read in policy.questions_read(stage).values() for name in read]
    waiting += [name for question in policy.questions_at(stage) for name in _governing(question)]
    found: set[str] = set()
    while waiting:
        question = policy.questions[waiting.pop()]
        if question.id in found or question.stage is stage or question.stage not in stage.readable:
            continue
        found.add(question.id)
        waiting += _governing(question)
    return found


def _governing(question: Question) -> frozenset[str]:
    return questions_in(question.only_if) if question.only_if is not None else frozenset()
