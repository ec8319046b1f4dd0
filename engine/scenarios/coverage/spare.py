"""Scenarios that add nothing: without all of them together, as much would be seen and expected by the others.

What a scenario adds is what it shows (tests that alone decided their rule, and on whose words; rules that made a
difference; the kinds of scenario that its rules need) and what it expects: each Then, word for word, at its stage. They
are looked at from the one that shows least; one is left out as long as others hold all of it. The twin of an example
case is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable

from engine.loading.gherkin_reader import ScenarioText
from engine.loading.scenarios import EXAMPLE
from engine.scenarios.coverage.cover import Coverage
from engine.scenarios.coverage.eye import Look
from engine.scenarios.run import Run


def spare(coverage: Coverage) -> tuple[ScenarioText, ...]:
    """Return the scenarios that add nothing, in their order."""
    adds = {
        number: _adds(run, look)
        for number, (run, look) in enumerate(zip(coverage.runs, coverage.looks, strict=True))
        if look is not None
    }
    held = Counter(thing for things in adds.values() for thing in things)
    left_out = []
    for number, things in sorted(adds.items(), key=lambda item: (len(item[1]), -item[0])):
        if not _twin(coverage.runs[number].scenario) and all(held[thing] > 1 for thing in things):
            held.subtract(things)
            left_out.append(number)
    return tuple(coverage.runs[number].scenario for number in sorted(left_out))


def _adds(run: Run, look: Look) -> frozenset[Hashable]:
    expected = [(run.world.stage, step.text) for step in run.scenario.steps if step.keyword == "then"]
    # Kinds are told from rules that made a difference by having a third part.
    return frozenset((*look.items, *look.grounds, *look.decisive, *look.kinds, *expected))


def _twin(scenario: ScenarioText) -> bool:
    return any(tag.startswith(EXAMPLE) for tag in scenario.tags)
