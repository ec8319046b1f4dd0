"""Runs scenarios without pytest, in process: for coverage of what they see, and for many variants of a policy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.errors import ForethoughtError
from engine.loading.gherkin_reader import ScenarioText, StepLine
from engine.model.policy import Policy
from engine.scenarios.steps import carry_out
from engine.scenarios.world import Misused, Unmet, World


@dataclass(frozen=True, slots=True)
class Run:
    """How one scenario went: the step that failed and why, or neither."""

    scenario: ScenarioText
    world: World
    failed: StepLine | None = None
    why: Unmet | Misused | ForethoughtError | None = None


def run(policy: Policy, scenario: ScenarioText) -> Run:
    """Run one scenario against a policy."""
    world = World(policy)
    for step in scenario.steps:
        try:
            carry_out(world, step.keyword, step.text, step.table)
        except (Unmet, Misused, ForethoughtError) as why:
            return Run(scenario, world, step, why)
    return Run(scenario, world)


def run_all(policy: Policy, scenarios: Iterable[ScenarioText]) -> Iterator[Run]:
    """Run scenarios in their order."""
    for scenario in scenarios:
        yield run(policy, scenario)
