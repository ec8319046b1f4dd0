"""What is claimed of a policy, and what came of the attempt to refute it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from engine.model.answer import Answer, Case
from engine.model.question import Stage
from engine.proof.evidence import Key


class Standing(StrEnum):
    """Where a claim stands. A search that was given up proves nothing."""

    PROVED = "proved"
    REFUTED = "refuted"
    UNDECIDED = "undecided"


class Kind(StrEnum):
    """What a claim is about: a promise of the product, one of the policy's own, or that something can happen at all."""

    UNKNOWN_NEVER_SAFER = "unknown-never-safer"
    MONOTONE = "monotone"
    STOP_FIRST = "stop-first"
    NEVER_UNCONDITIONAL = "never-unconditional"
    INVARIANT = "invariant"
    RULE_CAN_BE_TRUE = "rule-can-be-true"
    OUTCOME_CAN_BE_REACHED = "outcome-can-be-reached"


class Part(StrEnum):
    """The parts of a promise that are shown one by one."""

    WHOLE = "whole"
    KNOWING_MORE = "knowing-more"
    REASSURANCE_TAKEN_AWAY = "reassurance-taken-away"
    LEFT_UNANSWERED = "left-unanswered"
    MORE_CONCERNING = "more-concerning"
    MOST_CONCERNING_ADDED = "most-concerning-added"


class Step(NamedTuple):
    """How the answers to one question differ in the second case: `taken` away (all of them: None), and `given`."""

    key: Key
    taken: tuple[Answer, ...] | None
    given: tuple[Answer, ...]


class Claim(NamedTuple):
    """One claim for all answer sheets of one stage. `about` is the id of an invariant, a rule, a flag or an outcome.

    `before` is a case that refutes it. Where it takes two, the second is `after(before, steps)`. A claim that
    something can happen is refuted by no case at all. `seconds` is never printed as data.
    """

    kind: Kind
    part: Part
    about: str
    stage: Stage
    standing: Standing
    before: Case | None = None
    steps: tuple[Step, ...] = ()
    seconds: float = 0.0


class StageProof(NamedTuple):
    """All claims of one stage, and the rules that apply in exactly the same cases.

    `perhaps_together`: rules of which the search was given up before it was known.
    """

    stage: Stage
    claims: tuple[Claim, ...]
    together: tuple[tuple[str, ...], ...]
    perhaps_together: tuple[tuple[str, ...], ...]


def after(case: Case, steps: Iterable[Step]) -> Case | None:
    """Return the case with these steps taken; None when what is to be taken away is not there."""
    answers: dict[bool, Mapping[str, tuple[Answer, ...]]] = {
        False: case.answers,
        True: case.programme.answers if case.programme is not None else {},
    }
    for (in_profile, question), taken, given in steps:
        held = answers[in_profile].get(question, ())
        if taken is not None and not set(taken) <= set(held):
            return None
        kept = () if taken is None else tuple(answer for answer in held if answer not in taken)
        others = {name: said for name, said in answers[in_profile].items() if name != question}
        now = tuple(dict.fromkeys((*kept, *given)))
        answers[in_profile] = {**others, question: now} if now else others
    programme = case.programme and replace(case.programme, answers=answers[True])
    return replace(case, answers=answers[False], programme=programme)
