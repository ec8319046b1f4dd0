"""What could be changed and no scenario would notice, as data: `forethought.mutation/1`."""

from __future__ import annotations

from engine.report.assurance.mutation_report import Effect, MutationReport, Survivor
from engine.report.assurance.mutation_words import survivor_in_words


def mutation_json(report: MutationReport) -> dict[str, object]:
    """Return the whole result. `scenario` of a survivor is a place in `suggested`, counted from 0."""
    return {
        "schema": "forethought.mutation/1",
        "policy": {"id": report.policy, "version": report.version, "fingerprint": report.fingerprint},
        "scenarios": report.scenarios,
        "proved": report.solver,
        "tried": {
            kind: {"tried": report.tried[kind], "noticed": report.noticed[kind]} for kind in sorted(report.tried)
        },
        "unnoticed": {
            effect.value: sum(survivor.effect is effect for survivor in report.survivors)
            for effect in Effect
            if effect is not Effect.NOTHING
        },
        "changes_a_recommendation": report.changes_a_recommendation,
        "survivors": [_survivor(survivor) for survivor in report.survivors],
        "without_difference": [_survivor(survivor) for survivor in report.unchanged],
        "suggested": list(report.suggested),
        "faults": [str(fault) for fault in report.faults],
    }


def _survivor(survivor: Survivor) -> dict[str, object]:
    place = survivor.place
    return {
        "kind": survivor.kind,
        "entry": survivor.entry,
        "id": survivor.id,
        "was": survivor.was,
        "now": survivor.now,
        "file": place.file if place is not None else "",
        "line": place.line if place is not None else 0,
        "column": place.column if place is not None else 0,
        "message": survivor_in_words(survivor),
        "effect": survivor.effect.value,
        "stage": survivor.stage,
        "otherwise": [
            {"effect": each.effect.value, "about": each.about, "before": each.before, "after": each.after}
            for each in survivor.otherwise
        ],
        "scenario": survivor.scenario,
        "why_not_known": survivor.why,
    }
