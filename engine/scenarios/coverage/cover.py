"""What scenarios see of a policy: which test of which rule was true, false or unknown while it alone decided the rule.

Rules are judged by the definition alone; that both evaluators agree is what `policy test` looks at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from engine import __version__
from engine.errors import ForethoughtError
from engine.loading.gherkin_reader import ScenarioText
from engine.loading.scenarios import TAG
from engine.model.answer import Case
from engine.model.condition import leaves_of
from engine.model.policy import Policy, Rule
from engine.model.question import Stage
from engine.model.recommendation import Recommendation
from engine.model.truth import Truth
from engine.reference import recommend
from engine.scenarios.coverage.deciding import truths_of
from engine.scenarios.coverage.eye import Applies, Eye, Item, Kind, Look, Wish, items_of, kinds_wanted, standing
from engine.scenarios.run import Run
from engine.scenarios.steps import carry_out
from engine.scenarios.world import Misused, Unmet, World

_Key = TypeVar("_Key")


@dataclass(frozen=True)
class Coverage:
    """What scenarios see of a policy. Only scenarios that pass see anything.

    `runs` are all scenarios in their order, and `looks` is what each of them shows (None for one that fails). `only`:
    the rules that are asked about; all of them if none is named.
    """

    policy: Policy
    runs: tuple[Run, ...]
    looks: tuple[Look | None, ...]
    only: frozenset[str] = frozenset()

    def leaves(self, rule_id: str, stage: Stage) -> tuple[Mapping[Truth, tuple[ScenarioText, ...]], ...]:
        """Return, for each leaf of a rule in reading order, the scenarios that saw each truth that it can have."""
        return tuple(
            {truth: self.seen.get(Item(rule_id, stage, number, truth), ()) for truth in truths_of(leaf)}
            for number, leaf in enumerate(leaves_of(self.policy.rules[rule_id].when))
        )

    @cached_property
    def seen(self) -> Mapping[Item, tuple[ScenarioText, ...]]:
        """The scenarios that saw an item, in their order; an item that none saw is not among the keys."""
        return self._by(lambda look: look.items)

    @cached_property
    def truths(self) -> Mapping[tuple[str, Stage, Truth], tuple[ScenarioText, ...]]:
        """The scenarios in which a rule came out with a truth."""
        return self._by(lambda look: look.truths)

    @cached_property
    def decisive(self) -> Mapping[tuple[str, Stage], tuple[ScenarioText, ...]]:
        """The scenarios in which a rule made a difference to a flag or a safeguard."""
        return self._by(lambda look: look.decisive)

    @cached_property
    def kinds(self) -> Mapping[tuple[str, Stage, Kind], tuple[ScenarioText, ...]]:
        """A rule's own scenarios, by what kind they are of."""
        return self._by(lambda look: look.kinds)

    @cached_property
    def wanted(self) -> tuple[Item, ...]:
        """Everything that there is to be seen, by stage and rule."""
        return tuple(item for item in items_of(self.policy) if self._asked_about(item.rule))

    @cached_property
    def standing(self) -> tuple[tuple[Rule, Stage], ...]:
        """Every rule that is asked about, once for each stage at which it stands."""
        return tuple((rule, stage) for rule, stage in standing(self.policy) if self._asked_about(rule.id))

    def _asked_about(self, rule: str) -> bool:
        return not self.only or rule in self.only

    @cached_property
    def unseen(self) -> tuple[Item, ...]:
        """What no scenario that passes sees."""
        return tuple(item for item in self.wanted if item not in self.seen)

    @cached_property
    def failing(self) -> tuple[Run, ...]:
        """The scenarios that do not pass, and so see nothing."""
        return tuple(run for run in self.runs if run.failed is not None)

    @cached_property
    def never_raised(self) -> tuple[Applies, ...]:
        """The rules that apply in no scenario, and the stage."""
        return tuple(
            Applies(rule.id, stage) for rule, stage in self.standing if (rule.id, stage, Truth.TRUE) not in self.truths
        )

    @cached_property
    def missing(self) -> tuple[Wish, ...]:
        """All that a scenario may be wanted for: what is not seen, and rules that never apply."""
        return (*self.unseen, *self.never_raised)

    @cached_property
    def never_decisive(self) -> tuple[tuple[str, Stage], ...]:
        """The rules that make no difference to a flag or a safeguard in any scenario, and the stage."""
        return tuple((rule.id, stage) for rule, stage in self.standing if (rule.id, stage) not in self.decisive)

    @cached_property
    def kinds_missing(self) -> tuple[tuple[str, Stage, Kind], ...]:
        """The kinds of scenario that a rule lacks among those tagged with it."""
        return tuple(
            (rule.id, stage, kind)
            for rule, stage in self.standing
            for kind in kinds_wanted(self.policy, rule)
            if (rule.id, stage, kind) not in self.kinds
        )

    def _by(self, shown: Callable[[Look], Iterable[_Key]]) -> Mapping[_Key, tuple[ScenarioText, ...]]:
        found: dict[_Key, list[ScenarioText]] = {}
        for run, look in zip(self.runs, self.looks, strict=True):
            for key in shown(look) if look is not None else ():
                found.setdefault(key, []).append(run.scenario)
        return {key: tuple(scenarios) for key, scenarios in found.items()}


def cover(policy: Policy, scenarios: Sequence[ScenarioText], only: Iterable[str] = ()) -> Coverage:
    """Run scenarios against a policy, by the definition, and return what they see of it, or of `only` these rules."""
    eye = Eye(policy)
    runs = tuple(judged(policy, scenario) for scenario in scenarios)
    return Coverage(policy, runs, tuple(looked(eye, run) for run in runs), frozenset(only))


def looked(eye: Eye, run: Run) -> Look | None:
    """Return what a scenario that has been run shows; None when it does not pass."""
    if run.failed is not None or run.world.screened is None:
        return None
    return eye.look(run.world.screened, own_rules(run.scenario))


def own_rules(scenario: ScenarioText) -> frozenset[str]:
    """Return the rules that a scenario is tagged with."""
    return frozenset(tag.removeprefix(TAG) for tag in scenario.tags if tag.startswith(TAG))


def judged(policy: Policy, scenario: ScenarioText) -> Run:
    """Run one scenario with the definition as the only judge."""
    world = World(policy, judge=_by_definition)
    for step in scenario.steps:
        try:
            carry_out(world, step.keyword, step.text, step.table)
        except (Unmet, Misused, ForethoughtError) as why:
            return Run(scenario, world, step, why)
    return Run(scenario, world)


def _by_definition(policy: Policy, case: Case, on: date) -> Recommendation:
    if not policy.in_force(case.stage):
        raise Misused(f"the policy has no rules in force for the stage {case.stage.value}")
    return recommend(policy, case, on, __version__)
