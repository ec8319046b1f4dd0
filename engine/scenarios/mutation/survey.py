"""All of it: every mutant held against every scenario, the survivors weighed, and the scenarios that would notice."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from engine import proof
from engine.errors import BadData, ForethoughtError, Place, Problem
from engine.loading.gherkin_reader import ScenarioText
from engine.loading.places import Places
from engine.model.policy import Policy
from engine.report.assurance.mutation_report import Effect, MutationReport, Otherwise, Survivor
from engine.scenarios.in_gherkin import one_line
from engine.scenarios.mutation.mutants import Mutant, mutants_of
from engine.scenarios.mutation.placing import place_of
from engine.scenarios.mutation.pool import Counting, Pool, Progress
from engine.scenarios.mutation.sight import Sight
from engine.scenarios.mutation.suggesting import Suggestion, suggestion
from engine.scenarios.mutation.watching import Watch, watch
from engine.scenarios.mutation.weighing import Scales, Weighed
from engine.scenarios.world import Misused, Unmet

AT_A_TIME = 16
"""How many mutants a process takes at a time."""


class Judged(NamedTuple):
    """A survivor by its number among the mutants, what it does, and a scenario that would notice (if there is one).

    `faults`: what failed inside on the way. One that could not be weighed is not settled.
    """

    number: int
    weighed: Weighed
    suggestion: Suggestion | None
    faults: tuple[Problem, ...] = ()


@dataclass
class Bench:
    """What every process works with."""

    sight: Sight
    mutants: Sequence[Mutant]

    def unnoticed(self, numbers: Sequence[int]) -> list[int]:
        """Return which of these mutants no scenario notices."""
        policy = self.sight.policy
        return [n for n in numbers if self.sight.who_notices(self.mutants[n].applied(policy)) is None]

    def judged(self, numbers: Sequence[int]) -> list[Judged]:
        """Weigh these mutants, and find for each a scenario that would notice it."""
        # What a solver finds depends on what it was asked before: a new one for these, so that it is always the same.
        scales = Scales(self.sight)
        return [self._judged(number, scales) for number in numbers]

    def _judged(self, number: int, scales: Scales) -> Judged:
        # What is found of the others is worth telling, whatever happens to one of them.
        mutant, weighed = self.mutants[number], Weighed(Effect.UNSETTLED)
        try:
            weighed = scales.weigh(mutant)
            return Judged(number, weighed, suggestion(self.sight.policy, mutant, weighed, self.names[number]))
        except ForethoughtError as error:
            return Judged(number, weighed, None, error.problems)
        except Exception as error:  # noqa: BLE001 - the same holds for what nobody foresaw
            message = f"something inside failed while a change was weighed: {type(error).__name__}"
            help = "report this with the version of Forethought and the policy"
            fault = Problem(Place(f"{mutant.entry} {mutant.id}"), "internal-fault", message, help)
            return Judged(number, weighed, None, (fault,))

    @cached_property
    def names(self) -> list[str]:
        """The names of the scenarios that would notice each mutant; no two have the same."""
        names = [_name(mutant) for mutant in self.mutants]
        seen: Counter[str] = Counter()
        for number, name in enumerate(names):
            seen[name] += 1
            names[number] = f"{name} ({seen[name]})" if seen[name] > 1 else name
        return names

    def noticed(self, numbers: Sequence[int]) -> dict[int, tuple[int, ...]]:
        """Return for each of these mutants which of the watches notice it, by their numbers."""
        place = {id(watch): number for number, watch in enumerate(self.sight.watches)}
        found = {}
        for number in numbers:
            mutated = self.mutants[number].applied(self.sight.policy)
            found[number] = tuple(place[id(watch)] for watch in self.sight.all_who_notice(mutated))
        return found


def watched(policy: Policy, scenarios: Sequence[ScenarioText]) -> list[Watch]:
    """Run every scenario on the policy as it is. Raises BadData with each one that fails: nothing can be told then."""
    watches, problems = [], []
    for scenario in scenarios:
        try:
            watches.append(watch(policy, scenario))
        except (Unmet, Misused, ForethoughtError) as why:
            message = f"the scenario `{one_line(scenario.name)}` fails on the policy as it is: {_first_line(why)}"
            help = "`forethought policy test` shows why; what no scenario notices can be told once all of them pass"
            problems.append(Problem(Place(scenario.file, scenario.line, 1), "scenario-fails", message, help))
    if problems:
        raise BadData(problems)
    return watches


def survey(
    policy: Policy,
    scenarios: Sequence[ScenarioText],
    places: Places | None = None,
    only: Collection[str] = (),
    jobs: int | None = None,
    progress: Progress | None = None,
) -> MutationReport:
    """Return which mutants no scenario notices, what each would do, and the scenarios that would notice.

    `only`: the rules to change, with what they use; all in force if none is named. Raises BadData when a scenario fails
    on the policy as it is.
    """
    watches = watched(policy, scenarios)
    mutants = mutants_of(policy, only)
    bench = Bench(Sight(policy, watches), mutants)
    at_once = min(jobs or os.cpu_count() or 1, max(1, len(mutants) // AT_A_TIME))
    count = Counting(progress, len(mutants))
    with Pool(bench, at_once) as pool:
        parts = [range(first, min(first + AT_A_TIME, len(mutants))) for first in range(0, len(mutants), AT_A_TIME)]
        unnoticed = sorted(n for found in pool.each(Bench.unnoticed, parts, count) for n in found)
        count.more(len(unnoticed))
        by_entry = groupby(unnoticed, key=lambda number: (mutants[number].entry, mutants[number].id))
        groups = [list(numbers) for _, numbers in by_entry]
        found_out = (one for found in pool.each(Bench.judged, groups, count) for one in found)
        judged = sorted(found_out, key=lambda one: one.number)
    suggested, noticed_by = _fewest(policy, mutants, judged, at_once)
    return _report(bench, judged, places, (suggested, noticed_by))


def _report(
    bench: Bench, judged: Sequence[Judged], places: Places | None, fewest: tuple[tuple[str, ...], dict[int, int]]
) -> MutationReport:
    policy, mutants = bench.sight.policy, bench.mutants
    suggested, noticed_by = fewest
    survivors = []
    for one in judged:
        mutant, (effect, case, found) = mutants[one.number], one.weighed
        survivors.append(
            Survivor(
                mutant.kind.value,
                mutant.entry,
                mutant.id,
                mutant.was,
                mutant.now,
                place_of(policy, places, mutant) if places is not None else None,
                effect,
                case.stage.value if case is not None else "",
                tuple(Otherwise(*difference[:4]) for difference in found),
                noticed_by.get(one.number),
                one.faults[0].message if one.faults else "",
            )
        )
    order = list(Effect)
    left = [survivor for survivor in survivors if survivor.effect is not Effect.NOTHING]
    tried = Counter(mutant.kind.value for mutant in mutants)
    tried_in_vain = Counter(survivor.kind for survivor in survivors)
    return MutationReport(
        policy.id,
        policy.version,
        policy.fingerprint,
        len(bench.sight.watches),
        dict(sorted(tried.items())),
        {kind: number - tried_in_vain[kind] for kind, number in sorted(tried.items())},
        tuple(sorted(left, key=lambda survivor: order.index(survivor.effect))),
        tuple(survivor for survivor in survivors if survivor.effect is Effect.NOTHING),
        suggested,
        proof.available(),
        tuple(dict.fromkeys(fault for one in judged for fault in one.faults)),
    )


def _fewest(
    policy: Policy, mutants: Sequence[Mutant], judged: Sequence[Judged], jobs: int
) -> tuple[tuple[str, ...], dict[int, int]]:
    """Return few scenarios that notice all that can be noticed, and by which of them each survivor is, by number."""
    effects = {one.number: one.weighed.effect for one in judged}
    noticeable = [one.number for one in judged if one.suggestion is not None]
    candidates = [one.suggestion for one in judged if one.suggestion is not None]
    bench = Bench(Sight(policy, [watch(policy, candidate.scenario) for candidate in candidates]), mutants)
    parts = [noticeable[first : first + AT_A_TIME] for first in range(0, len(noticeable), AT_A_TIME)]
    with Pool(bench, min(jobs, len(parts))) as pool:
        noticed = [one for found in pool.each(Bench.noticed, parts, Counting(None, 0)) for one in found.items()]
    # A change to a recommendation is shown by what is recommended, not by who would be asked.
    by_report = {at for at, number in enumerate(noticeable) if effects[number] is Effect.REPORT}
    notice = {n: set(could) - (by_report if effects[n] is not Effect.REPORT else set()) for n, could in noticed}
    chosen: list[int] = []
    waiting = {number: notice[number] for number in noticeable}
    while waiting:
        votes = Counter(candidate for could in waiting.values() for candidate in could)
        best = min(votes, key=lambda candidate: (-votes[candidate], candidate))
        chosen.append(best)
        waiting = {number: could for number, could in waiting.items() if best not in could}
    chosen.sort()
    by = {n: next(at for at, best in enumerate(chosen) if best in could) for n, could in notice.items()}
    return tuple(candidates[best].text for best in chosen), by


def _name(mutant: Mutant) -> str:
    """Return what the scenario holds fast; whoever pastes it will know a better name."""
    if mutant.entry == "base":
        return f"'{mutant.was}' is a base safeguard of the stage {mutant.id}"
    told = f"The {mutant.entry} '{mutant.id}'"
    if not mutant.was:
        return f"{told} makes a difference"
    return f"{told}: {mutant.was}, not {mutant.now}" if mutant.now else f"{told}: {mutant.was} makes a difference"


def _first_line(why: Exception) -> str:
    return str(why).partition("\n")[0]
