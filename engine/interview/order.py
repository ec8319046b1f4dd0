"""The questions of a stage in the order of a conversation, each with a number of its own.

The number depends on the policy and the stage alone: it is the same on the paper form, and the same whoever is asked
and whatever is skipped.
"""

from __future__ import annotations

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
    return tuple(Turn(number, len(asked), question) for number, question in enumerate(asked, start=1))


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
