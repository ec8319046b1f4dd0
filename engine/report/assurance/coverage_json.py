"""Coverage as JSON, for other systems: the same input gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from engine.errors import Place
from engine.report.assurance.coverage_data import CoverageSeen, LeafSeen, RuleSeen, Shown, Sight, StageSeen, TruthSeen
from engine.report.json_ import dumps

SCHEMA: Final = "forethought.coverage/1"
MOST_NAMED: Final = 5
"""So many of the scenarios that saw something are named; `times` says how many there are."""


def coverage_json(seen: CoverageSeen) -> str:
    """Return the report on coverage as JSON text. Rules are listed by id."""
    rules = sorted((rule for file in seen.files for rule in file.rules), key=lambda rule: rule.id)
    return dumps(
        {
            "schema": SCHEMA,
            "policy": seen.policy,
            "only": list(seen.only),
            "fingerprint": seen.fingerprint,
            "percent": int(seen.percent * 100) / 100,
            "solver": seen.solver,
            "counts": {sight.value: seen.count(sight) for sight in Sight},
            "scenarios": seen.scenarios,
            "failed": [
                {"scenario": _shown(failed.scenario), "step": _place(failed.step), "why": failed.why}
                for failed in seen.failed
            ],
            "rules": [_rule(rule) for rule in rules],
            "spare": _all_shown(seen.spare),
        }
    )


def _rule(rule: RuleSeen) -> dict[str, object]:
    return {"id": rule.id, "place": _place(rule.place), "stages": [_stage(stage) for stage in rule.stages]}


def _stage(stage: StageSeen) -> dict[str, object]:
    return {
        "stage": stage.stage.value,
        "applies": stage.raised.value,
        "decisive": stage.decisive,
        "lacks": list(stage.lacks),
        "tests": [_test(test) for test in stage.tests],
    }


def _test(test: LeafSeen) -> dict[str, object]:
    return {
        "test": test.words,
        "place": _place(test.place),
        "truths": {truth.truth.value: _truth(truth) for truth in test.truths},
    }


def _truth(truth: TruthSeen) -> dict[str, object]:
    return {"sight": truth.sight.value, "times": len(truth.by), "seen_by": _all_shown(truth.by[:MOST_NAMED])}


def _all_shown(scenarios: Iterable[Shown]) -> list[dict[str, object]]:
    return [_shown(shown) for shown in sorted(scenarios, key=lambda shown: (shown.place, shown.name))]


def _shown(shown: Shown) -> dict[str, object]:
    return {"name": shown.name, "file": shown.place.file, "line": shown.place.line}


def _place(place: Place) -> dict[str, object]:
    return {"file": place.file, "line": place.line, "column": place.column}
