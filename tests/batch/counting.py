"""What the tests of summaries and transitions share: cases drawn from a seed as a table, and policies that differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from engine.batch.reading import Table
from engine.columns.cases import sheets_of
from engine.model.answer import Case
from engine.model.policy import Effect, Policy, Status
from engine.model.question import Stage
from engine.testing.generate import random_case
from tests.drawing import reassured


def table_of(cases: Sequence[Case], policy: Policy) -> Table:
    """Return cases as a table, as if it had been read."""
    stages = {case.stage for case in cases}
    sheets = sheets_of(cases, policy)
    return Table(sheets.lazy(), tuple(stage for stage in Stage if stage in stages), len(cases), 0, "cases.csv")


def drawn_cases(rng: Random, policy: Policy, number: int, stage: Stage | None = None) -> list[Case]:
    """Return cases of one stage, or of all at which rules are in force, some of them without concern."""
    cases: list[Case] = []
    while len(cases) < number:
        case = random_case(rng, policy, rng.choice((0.3, 0.9, 1.0)))
        if policy.in_force(case.stage) and stage in {None, case.stage}:
            if rng.random() < 0.6:
                case = reassured(policy, case, rng, rng.choice((0.8, 1.0)))
            cases.append(replace(case, reference=f"K-{len(cases) + 1}"))
    return cases


def changed(rng: Random, policy: Policy) -> Policy:
    """Return the policy with some rules suspended, and some effects and base safeguards changed."""
    rules = {
        name: replace(rule, status=Status.SUSPENDED) if rng.random() < 0.3 and not rule.derived else rule
        for name, rule in policy.rules.items()
    }
    flags = {
        name: replace(flag, effect=rng.choice(list(Effect))) if rng.random() < 0.3 else flag
        for name, flag in policy.flags.items()
    }
    base = {
        stage: tuple(rng.sample(list(policy.safeguards), min(2, len(policy.safeguards))))
        for stage in policy.base_safeguards
    }
    return replace(
        policy, rules=rules, flags=flags, base_safeguards=base, invariants={}, fingerprint="sha256:" + "1" * 64
    )
