"""Coverage as a report takes it: by file and rule, with the place of every test and the scenarios that saw it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from engine.errors import Place
from engine.loading.gherkin_reader import ScenarioText
from engine.loading.places import Places
from engine.model.condition import leaves_of
from engine.model.policy import Rule
from engine.model.question import Stage
from engine.report.assurance.coverage_data import (
    CoverageSeen,
    Failed,
    FileSeen,
    LeafSeen,
    RuleSeen,
    Shown,
    Sight,
    StageSeen,
    TruthSeen,
)
from engine.scenarios.coverage.cover import Coverage, own_rules
from engine.scenarios.coverage.eye import Applies, Item, Wish
from engine.scenarios.coverage.spare import spare
from engine.scenarios.coverage.words import KINDS, leaf_in_words
from engine.scenarios.run import Run
from engine.scenarios.world import Unmet


def findings(coverage: Coverage, places: Places, sights: Mapping[Wish, Sight], *, solver: bool) -> CoverageSeen:
    """Return what there is to report. `sights`: what is known of all that is missing."""
    policy = coverage.policy
    stages: dict[str, list[Stage]] = {}
    for rule, stage in coverage.standing:
        stages.setdefault(rule.id, []).append(stage)
    told = _Told(coverage, places, sights)
    rules = sorted(
        (told.rule(policy.rules[name], at) for name, at in stages.items()), key=lambda rule: (rule.place, rule.id)
    )
    files = tuple(
        FileSeen(name, places.texts.get(name, ""), tuple(group))
        for name, group in groupby(rules, key=lambda rule: rule.place.file)
    )
    return CoverageSeen(
        f"{policy.id} {policy.version}",
        policy.fingerprint,
        len(coverage.runs),
        tuple(_failed(run) for run in coverage.failing),
        files,
        # What a scenario adds is a question about all rules.
        () if coverage.only else tuple(sorted(_shown(spare(coverage)), key=lambda shown: shown.place)),
        solver,
        tuple(sorted(coverage.only)),
    )


class _Told:
    def __init__(self, coverage: Coverage, places: Places, sights: Mapping[Wish, Sight]) -> None:
        self.coverage = coverage
        self.places = places
        self.sights = sights
        self.lacking: dict[tuple[str, Stage], list[str]] = {}
        for rule, stage, kind in coverage.kinds_missing:
            self.lacking.setdefault((rule, stage), []).append(KINDS[kind])
        self.never_raised = frozenset(coverage.never_raised)
        self.never_decisive = frozenset(coverage.never_decisive)

    def rule(self, rule: Rule, stages: Iterable[Stage]) -> RuleSeen:
        entry = self.places.rules[rule.id]
        return RuleSeen(
            rule.id, rule.title, entry.place, entry.last_line, tuple(self._stage(rule, stage) for stage in stages)
        )

    def _stage(self, rule: Rule, stage: Stage) -> StageSeen:
        here = (rule.id, stage)
        leaves = zip(leaves_of(rule.when), self.places.rules[rule.id].leaves, strict=True)
        return StageSeen(
            stage,
            self.sights[Applies(*here)] if here in self.never_raised else Sight.SEEN,
            here not in self.never_decisive,
            tuple(self.lacking.get(here, ())),
            tuple(
                LeafSeen(leaf_in_words(self.coverage.policy, leaf), place, self._truths(rule.id, stage, number))
                for number, (leaf, place) in enumerate(leaves)
            ),
        )

    def _truths(self, rule: str, stage: Stage, leaf: int) -> tuple[TruthSeen, ...]:
        return tuple(
            TruthSeen(
                truth,
                Sight.SEEN if by else self.sights[Item(rule, stage, leaf, truth)],
                _shown(sorted(by, key=lambda scenario: rule not in own_rules(scenario))),
            )
            for truth, by in self.coverage.leaves(rule, stage)[leaf].items()
        )


def _shown(scenarios: Iterable[ScenarioText]) -> tuple[Shown, ...]:
    return tuple(Shown(scenario.name, Place(scenario.file, scenario.line)) for scenario in scenarios)


def _failed(run: Run) -> Failed:
    """Return a scenario that failed; why is said without what it holds of a case unless its own words say it."""
    (scenario,) = _shown([run.scenario])
    line, column = (run.failed.line, run.failed.column) if run.failed else (run.scenario.line, 1)
    why = f"expected {run.why.expected}, came: {run.why.came}" if isinstance(run.why, Unmet) else str(run.why)
    return Failed(scenario, Place(run.scenario.file, line, column), why)
