"""What one case comes to under each of two policies, by the definition, and in which direction the second one differs.

Both read the same evidence: a policy is given the answers to its own questions, as far as it knows the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from engine.model.answer import Answer, Case
from engine.model.policy import Effect, Outcome, Policy
from engine.model.question import Question, Stage
from engine.model.recommendation import Recommendation
from engine.model.truth import FALSE, Truth
from engine.reference import Judgement, View


class Aspect(StrEnum):
    """What differs: the outcome, or the conditions where both recommend online delivery with conditions."""

    OUTCOME = "outcome"
    CONDITIONS = "conditions"


class Shift(NamedTuple):
    """That a case comes out otherwise under the new policy, and whether with less caution."""

    aspect: Aspect
    less: bool


class Ground(NamedTuple):
    """An exclude flag that is raised or could be, or a listed safeguard, and the rules (or `base`) behind it."""

    id: str
    truth: Truth
    rules: tuple[str, ...]


class Side(NamedTuple):
    """What one policy says of a case: the outcome, the exclude flags that are not false, and what it lists."""

    outcome: Outcome
    against: Mapping[str, Ground]
    listed: Mapping[str, Ground]


def as_read_by(policy: Policy, case: Case) -> Case:
    """Return the case with the answers that this policy reads at the case's stage."""
    asked = [question for question in policy.questions.values() if question.stage in case.stage.readable]
    profile = None
    if case.programme is not None:
        of_programme = [question for question in policy.questions.values() if not question.stage.of_client]
        profile = replace(case.programme, answers=_read(of_programme, case.programme))
    return replace(case, answers=_read(asked, case), programme=profile)


def _read(asked: list[Question], case: Case) -> dict[str, tuple[Answer, ...]]:
    found = {}
    for question in asked:
        kept = tuple(answer for answer in case.answers.get(question.id, ()) if _known(question, answer))
        if kept:
            found[question.id] = kept
    return found


def _known(question: Question, answer: Answer) -> bool:
    if question.open:
        return True
    one = question.several or len(answer.values) <= 1
    return one and all(word in question.answers for word in answer.values)


def side(policy: Policy, case: Case, on: date) -> Side:
    """Return what a policy says of a case that has its answers to what this policy asks (others are not read)."""
    judgement = _judged(policy, case, on)
    stage = case.stage
    listed = {}
    callers, base = policy.callers(stage), policy.base_at(stage)
    for safeguard in sorted({*base, *callers}):
        truth = judgement.safeguard(safeguard)
        if truth is not FALSE:
            calling = (rule for rule in callers.get(safeguard, ()) if judgement.rule(rule).truth is not FALSE)
            by = tuple(rule.id for rule in calling) + (("base",) if safeguard in base else ())
            listed[safeguard] = Ground(safeguard, truth, by)
    return Side(judgement.outcome(), _against(judgement), listed)


def side_without_conditions(policy: Policy, case: Case, on: date) -> Side:
    """Return the same with nothing listed: for asking many times."""
    judgement = _judged(policy, case, on)
    return Side(judgement.outcome(), _against(judgement), {})


def _judged(policy: Policy, case: Case, on: date) -> Judgement:
    read = as_read_by(policy, case)
    return Judgement(policy, read, View(policy, read, on))


def _against(judgement: Judgement) -> dict[str, Ground]:
    policy, found = judgement.policy, {}
    for flag, raisers in policy.raisers(judgement.stage).items():
        if policy.flags[flag].effect is Effect.EXCLUDE and (truth := judgement.flag(flag)) is not FALSE:
            by = tuple(rule.id for rule in raisers if judgement.rule(rule).truth is truth)
            found[flag] = Ground(flag, truth, by)
    return found


def recommended(found: Recommendation) -> Side:
    """Return the same of a recommendation that was made."""
    against = {
        flag.flag.id: Ground(flag.flag.id, flag.truth, flag.raised_by)
        for flag in found.flags
        if flag.flag.effect is Effect.EXCLUDE
    }
    listed = {one.safeguard.id: Ground(one.safeguard.id, one.truth, one.because) for one in found.safeguards}
    return Side(found.outcome, against, listed)


def shifts(before: Side, after: Side) -> frozenset[Shift]:
    """Return in which directions the second differs from the first; conditions can go both ways at once."""
    if before.outcome is not after.outcome:
        return frozenset({Shift(Aspect.OUTCOME, less=after.outcome.caution < before.outcome.caution)})
    found = set()
    if before.outcome is Outcome.CONDITIONAL:
        if before.listed.keys() - after.listed.keys():
            found.add(Shift(Aspect.CONDITIONS, less=True))
        if after.listed.keys() - before.listed.keys():
            found.add(Shift(Aspect.CONDITIONS, less=False))
    return frozenset(found)


def compared(policy: Policy, stage: Stage) -> bool:
    """Whether a policy recommends anything at a stage: a reflection recommends nothing."""
    return stage is not Stage.STRUCTURAL and bool(policy.in_force(stage))


def rule_truths(policy: Policy, case: Case, on: date) -> dict[str, Truth]:
    """Return how each rule in force at the case's stage comes out."""
    judgement = _judged(policy, case, on)
    return {rule.id: judgement.rule(rule).truth for rule in policy.in_force(case.stage)}


def refused_by(policy: Policy, case: Case, on: date) -> tuple[str, ...]:
    """Return the policy's own invariants that do not allow what it would recommend, so that it recommends nothing."""
    judgement = _judged(policy, case, on)
    outcome = judgement.outcome()
    held = (one for one in policy.invariants.values() if case.stage in one.stages and outcome not in one.outcomes)
    return tuple(
        sorted(one.id for one in held if one.if_holds is None or judgement.tree(one.if_holds).truth is Truth.TRUE)
    )
