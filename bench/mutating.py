"""`python -m bench.mutating`: how fast every change to the default policy is held against every scenario."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from bench.figures import Figure
from engine import api
from engine.loading.places import places_of
from engine.loading.scenarios import read_scenarios
from engine.report.assurance.mutation_report import MutationReport
from engine.scenarios.mutation.mutants import mutants_of
from engine.scenarios.mutation.sight import Sight
from engine.scenarios.mutation.survey import survey, watched

RULES = Path("rules")
FEATURES = Path("features")
JOBS = 2


def mutating() -> tuple[tuple[Figure, ...], MutationReport]:
    """Measure the run of every scenario, who notices each mutant (in one process), and the whole (in two)."""
    policy = api.load_policy(RULES)
    scenarios, _ = read_scenarios(FEATURES)
    started = time.process_time()
    sight = Sight(policy, watched(policy, scenarios))
    once = time.process_time() - started
    mutants = mutants_of(policy)[::10]
    started = time.process_time()
    for mutant in mutants:
        sight.who_notices(mutant.applied(policy))
    rate = len(mutants) / (time.process_time() - started)
    began = time.perf_counter()
    before = os.times()
    report = survey(policy, scenarios, places_of(RULES), jobs=JOBS)
    whole, after = time.perf_counter() - began, os.times()
    busy = sum(after[:4]) - sum(before[:4])
    tried = sum(report.tried.values())
    figures = (
        Figure(f"{len(scenarios)} scenarios once, by the definition", f"{once:.1f} s of processor time"),
        Figure("who notices a mutant, one in ten, one process", f"{rate:,.0f} mutants a second of processor time"),
        Figure(
            f"all {tried} mutants of the default policy, {JOBS} processes, with proof and suggestions",
            f"{whole:.0f} s ({busy:.0f} s of processor time)",
            "under 120 s",
        ),
        Figure("not noticed", f"{len(report.survivors)}, and {len(report.unchanged)} that make no difference"),
    )
    return figures, report


def main() -> None:
    """Print every figure."""
    for figure in mutating()[0]:
        print(figure)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
