"""In process: cases a second with full explanation and agreement, memory over many cases, and large policies."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

from bench.figures import Figure
from bench.loading import large
from engine import __version__, api
from engine.model.answer import Case
from engine.model.policy import Policy
from engine.network import Network
from engine.reference import recommend
from engine.testing.generate import random_case

ON = date(2026, 11, 22)
EXAMPLES = Path(__file__).parent.parent / "examples" / "start"
ONE_OF_EACH = ("against", "conditional", "undetermined")
SECONDS = 3.0
LONG_RUN = 100_000


def in_process() -> tuple[Figure, ...]:
    """Measure `api.screen` on the default policy, its parts, and the memory of a long run, in processor time."""
    policy = api.load_policy()
    examples = [api.load_case(EXAMPLES / f"{outcome}.yaml", policy, ON) for outcome in ONE_OF_EACH]
    rng = Random(20261122)
    drawn = [random_case(rng, policy, rng.choice((0.3, 0.7, 1.0))) for _ in range(97)]
    network = Network(policy, examples[0].stage)
    whole = _rate(lambda case: api.screen(policy, case, ON), examples)
    mixed = _rate(lambda case: api.screen(policy, case, ON), drawn)
    definition = _rate(lambda case: recommend(policy, case, ON, __version__), examples)
    fired = _rate(lambda case: network.fire(case, ON), examples)
    goal = "at least 1,000 a second"
    return (
        Figure("`api.screen`, explanation and agreement, the example cases", f"{whole:,.0f} cases a second", goal),
        Figure("`api.screen`, explanation and agreement, random cases", f"{mixed:,.0f} cases a second", goal),
        Figure("the definition alone against the whole", f"{definition / whole:.2f} times as fast"),
        Figure("the network alone against the whole", f"{fired / whole:.2f} times as fast"),
        _memory(policy, drawn),
    )


def large_policy() -> tuple[Figure, ...]:
    """Measure a policy of 1,000 rules and 300 questions."""
    policy, rng = large(), Random(1001)
    cases = [random_case(rng, policy, 1.0) for _ in range(10)]
    started = time.process_time()
    Network(policy, cases[0].stage)
    compiled = time.process_time() - started
    rate = _rate(lambda case: api.screen(policy, case, ON), cases)
    named = f"{len(policy.rules)} rules, {len(policy.questions)} questions"
    return (
        Figure(f"compiling a policy of {named}", f"{compiled * 1000:.0f} ms"),
        Figure("`api.screen` on it", f"{rate:,.0f} cases a second"),
    )


def _rate(screen: Callable[[Case], object], cases: list[Case]) -> float:
    for case in cases:
        screen(case)
    done, started = 0, time.process_time()
    while (spent := time.process_time() - started) < SECONDS:
        for case in cases:
            screen(case)
        done += len(cases)
    return done / spent


def _memory(policy: Policy, cases: list[Case]) -> Figure:
    """Screen 100,000 cases; the peak may not move after the first tenth."""
    peaks = []
    for count in range(LONG_RUN):
        api.screen(policy, cases[count % len(cases)], ON)
        if count + 1 in (LONG_RUN // 10, LONG_RUN):
            peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    early, late = peaks
    value = f"{late / early:.3f} times the peak after a tenth of them ({early:.0f} MB, then {late:.0f} MB)"
    return Figure(f"memory over {LONG_RUN:,} cases", value, "flat")
