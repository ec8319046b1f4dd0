"""Which of what no scenario shows can be so at all: by trying, and by the solver for what trying does not find.

INVARIANT (undecided is not proved): where the solver gave up, nothing is known. Each case that it finds is judged once
more by the definition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple, assert_never

from engine import __version__, proof
from engine.errors import NoRecommendation, Place, Problem
from engine.model.answer import Case
from engine.model.policy import Policy
from engine.model.question import Stage
from engine.model.truth import Truth
from engine.report.assurance.coverage_data import Sight
from engine.scenarios.coverage.cover import Coverage
from engine.scenarios.coverage.eye import Applies, Item, Wish
from engine.scenarios.coverage.search import TRIES, Progress, Witness, search
from engine.scenarios.world import SCREENED_ON

SECONDS: Final = 10.0
"""So long the solver may look for one case before it gives up."""

TRIES_BEFORE: Final = 20
"""After so many cases that show nothing new of a rule, the solver is asked."""


class Looked(NamedTuple):
    """What is known of wishes, and a case for each that can be. `solver`: whether there was one to ask."""

    sights: Mapping[Wish, Sight]
    cases: Mapping[Wish, Case]
    solver: bool


def look_for(
    coverage: Coverage, items: Sequence[Wish], seconds: float = SECONDS, progress: Progress | None = None
) -> Looked:
    """Look for a case that shows each of these: by trying first, and for what is left by the solver, if it is there.

    Raises NoRecommendation when the definition does not confirm a case: then something inside is at fault.
    """
    solver = proof.available()
    cases = dict(search(coverage, items, TRIES_BEFORE if solver else TRIES, progress))
    sights = dict.fromkeys(cases, Sight.MISSING)
    left = [item for item in items if item not in cases]
    if not solver:
        return Looked({**sights, **dict.fromkeys(left, Sight.NOT_FOUND)}, cases, solver=False)
    order = list(Stage)
    by_stage = groupby(sorted(left, key=lambda item: order.index(item.stage)), key=lambda item: item.stage)
    for stage, group in by_stage:
        for item, found in _solved(coverage.policy, stage, list(group), seconds):
            sights[item] = sight_of(found)
            if isinstance(found, Case):
                cases[item] = found
            if progress is not None:
                progress(len(sights), len(items))
    return Looked(sights, cases, solver=True)


def sight_of(found: Case | proof.Undecided | None) -> Sight:
    """Return what is known when the solver has found this."""
    match found:
        case None:
            return Sight.IMPOSSIBLE
        case Case():
            return Sight.MISSING
        case proof.Undecided():
            return Sight.UNDECIDED
        case _:
            assert_never(found)


def _solved(
    policy: Policy, stage: Stage, items: Sequence[Wish], seconds: float
) -> Iterator[tuple[Wish, Case | proof.Undecided | None]]:
    witness = Witness(policy)
    sheets = proof.Sheets([policy], stage, SCREENED_ON)
    reading = sheets.reading(policy)
    for item in items:
        found = sheets.find(_literal(reading, item), seconds=seconds)
        if isinstance(found, Case) and item not in witness.shows(found, item.rule):
            raise _unconfirmed(policy, item)
        yield item, found


def _literal(reading: proof.Reading, wish: Wish) -> int:
    match wish:
        case Item(rule, _, leaf, truth):
            return reading.deciding(rule, leaf, truth)
        case Applies(rule, _):
            return reading.is_(reading.rule(rule), Truth.TRUE)
        case _:
            assert_never(wish)


def _unconfirmed(policy: Policy, wish: Wish) -> NoRecommendation:
    message = (
        f"the solver found a case for the rule {wish.rule} at the stage {wish.stage} ({_meant(wish)}), and the "
        "definition does not confirm it"
    )
    place = Place(f"policy {policy.id} {policy.version} ({policy.fingerprint}), Forethought {__version__}")
    help = "nothing of this run can be relied on; report the fault with the line above"
    return NoRecommendation([Problem(place, "not-confirmed", message, help)])


def _meant(wish: Wish) -> str:
    match wish:
        case Item(_, _, leaf, truth):
            return f"its test {leaf + 1} is {truth.value} and decides it"
        case Applies():
            return "it applies"
        case _:
            assert_never(wish)
