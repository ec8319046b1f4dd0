"""What every engine is given: two policies at the start, and cases drawn for them, fixed by seed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from engine import __version__, api
from engine.model.answer import Answer, Case, Standing
from engine.model.condition import CalledFor, FlagIs, leaves_of
from engine.model.policy import Outcome, Policy
from engine.model.question import Stage
from engine.reference import recommend
from engine.testing.generate import Size, random_case, random_policy

ON = date(2026, 11, 22)
STAGE = Stage.START
CASES = 300
RULES, SECOND_LAYER = 60, 20
SIZE = Size(questions=40, programme_questions=4, flags=14, rules=62, safeguards=8, depth=2)
DRAWS = 200
MOST_DRAWN = 20


@dataclass(frozen=True)
class Work:
    """A policy and the cases to screen by it, all at `STAGE` and on the day `ON`."""

    name: str
    policy: Policy
    cases: tuple[Case, ...]

    @property
    def shape(self) -> str:
        """How large it is, in words."""
        rules = len(self.policy.in_force(STAGE))
        return f"{rules} rules in force, {second_layer(self.policy)} of them in a second layer, {len(self.cases)} cases"


def works() -> tuple[Work, ...]:
    """Return the drawn policy and the shipped one, with their cases."""
    return tuple(
        Work(name, policy, cases_for(policy)) for name, policy in (("drawn", drawn()), ("shipped", api.load_policy()))
    )


def drawn() -> Policy:
    """Return, of the policies drawn with many seeds, the one closest to what is wanted; of two, the one drawn first."""
    return min((random_policy(Random(seed), SIZE) for seed in range(DRAWS)), key=_distance)


def cases_for(policy: Policy, count: int = CASES) -> tuple[Case, ...]:
    """Draw cases at the start, as many of each outcome as of the others if they can be drawn.

    Some are random through and through. Most are as calm as can be but for a few random answers: of cases that are
    random throughout, nearly all come out against, and that is the least work to explain.
    """
    rng = Random(20261122)
    wanted = dict.fromkeys(Outcome, -(-count // len(Outcome)))
    found: list[Case] = []
    spare: list[Case] = []
    for _ in range(MOST_DRAWN * count):
        case = random_case(rng, policy, rng.choice((0.3, 0.7, 1.0)), ON)
        if case.stage is not STAGE:
            continue
        case = _calmed(rng, policy, case, rng.choice((0.0, 0.8, 0.95, 0.98, 1.0)))
        outcome = recommend(policy, case, ON, __version__).outcome
        if wanted[outcome]:
            wanted[outcome] -= 1
            found.append(case)
        else:
            spare.append(case)
        if not any(wanted.values()):
            break
    return (*found, *spare)[:count]


def _calmed(rng: Random, policy: Policy, case: Case, calm: float) -> Case:
    """Answer each question with the odds `calm` at its least concerning answer, by somebody who may settle it."""
    answers = dict(case.answers)
    for question in policy.readable_at(case.stage):
        if rng.random() < calm and not question.open:
            source = (question.corroborate or question.asked_of)[0]
            answers[question.id] = (Answer(source, Standing.ANSWERED, question.answers[:1], ON),)
    profile = _calmed(rng, policy, case.programme, calm) if case.programme is not None else None
    return replace(case, answers=answers, programme=profile)


def second_layer(policy: Policy) -> int:
    """Count the rules in force that read what other rules found."""
    return sum(
        any(isinstance(leaf, FlagIs | CalledFor) for leaf in leaves_of(rule.when)) for rule in policy.in_force(STAGE)
    )


def _distance(policy: Policy) -> int:
    """Say how far a policy is from 60 rules, 20 of them in a second layer, and many questions tested."""
    tested = len({leaf for rule in policy.in_force(STAGE) for leaf in leaves_of(rule.when)})
    away = abs(len(policy.in_force(STAGE)) - RULES) + abs(second_layer(policy) - SECOND_LAYER)
    return 10 * away - tested
