"""Coverage as text: how much is seen, then every rule of which something is not seen, with what and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final

from engine.model.question import Stage
from engine.report.assurance.coverage_data import CoverageSeen, FileSeen, RuleSeen, Shown, Sight, StageSeen
from engine.report.visible import visible_lines

PART: Final = "pip install 'forethought[assurance]'"

GAPS: Final[Mapping[Sight, str]] = {
    Sight.MISSING: "never seen {truth} while it decided: {test}",
    Sight.NOT_FOUND: "never seen {truth} while it decided (no case found: perhaps there is none): {test}",
    Sight.UNDECIDED: "never seen {truth} while it decided (the solver gave up: perhaps there is no case): {test}",
    Sight.IMPOSSIBLE: "cannot be {truth} while it decides (proved; not counted): {test}",
}
NEVER: Final[Mapping[Sight, str]] = {
    Sight.MISSING: "applies in no scenario",
    Sight.NOT_FOUND: "applies in no scenario (no case found: perhaps there is none)",
    Sight.UNDECIDED: "applies in no scenario (the solver gave up: perhaps there is no case)",
    Sight.IMPOSSIBLE: "can apply in no case (proved)",
}
_ORDER: Final = (Sight.MISSING, Sight.NOT_FOUND, Sight.UNDECIDED)


def coverage_text(seen: CoverageSeen) -> str:
    """Return the report on coverage, ending in a line feed."""
    return visible_lines("\n".join(_lines(seen))) + "\n"


def summary(seen: CoverageSeen) -> Iterator[str]:
    """Yield what the report begins with: how much is seen, and what is known of the rest."""
    there = seen.count() - seen.count(Sight.IMPOSSIBLE)
    yield (
        f"{seen.percent_said} % is seen{of_which(seen)}: there are {there} ways in which a single test can decide its "
        f"rule by being true, false or unknown, and scenarios show {seen.count(Sight.SEEN)} of them."
    )
    if missing := seen.count(Sight.MISSING):
        yield f"Missing: {missing}. There are such cases, and no scenario. --suggest prints scenarios for all of them."
    if unknown := seen.count(Sight.NOT_FOUND):
        yield (
            f"Not known: {unknown}. No scenario shows them, and no such case was found by trying; perhaps there is "
            f"none. They count as not seen. Whether there is one can be proved with the part `assurance`: {PART}"
        )
    if undecided := seen.count(Sight.UNDECIDED):
        yield f"Not known: {undecided}. The solver gave up; perhaps there is no such case. They count as not seen."
    if impossible := seen.count(Sight.IMPOSSIBLE):
        yield f"Impossible: {impossible}. Proved: there is no such case. They are not counted."
    yield _scenarios(seen)
    yield from _rules(seen)


def of_which(seen: CoverageSeen) -> str:
    """Return of which rules this is told, where not of all, as in " of `a` and `b`"."""
    *others, last = [f"`{name}`" for name in seen.only] or [""]
    return f" of {', '.join(others)} and {last}" if others else f" of {last}" if last else ""


def _scenarios(seen: CoverageSeen) -> str:
    if not seen.scenarios:
        return "Scenarios: none."
    passed = "all pass" if not seen.failed else f"{len(seen.failed)} do not pass and show nothing"
    return f"Scenarios: {seen.scenarios}; {passed}."


def _rules(seen: CoverageSeen) -> Iterator[str]:
    stages = [stage for _, stage in seen.stages()]
    for number, what in (
        (sum(stage.raised is not Sight.SEEN for stage in stages), "apply in no scenario"),
        (sum(stage.idle for stage in stages), "apply and make no difference in any"),
        (sum(bool(stage.lacks) for stage in stages), "lack a kind of scenario among their own"),
    ):
        if number:
            yield f"Rules that {what}: {number} (each counted at every stage at which it stands)."
    if seen.spare:
        yield f"Scenarios that add nothing to what the others show: {len(seen.spare)} (at the end)."


def _lines(seen: CoverageSeen) -> Iterator[str]:
    yield from summary(seen)
    for failed in seen.failed:
        yield ""
        yield f"{failed.step}: does not pass: {failed.scenario.name}"
        yield f"  {failed.why}"
    for file in seen.files:
        yield from _file(file)
    yield from _impossible(seen)
    yield from _lacking(seen)
    if seen.spare:
        yield ""
        yield "Scenarios that add nothing: all of them left out together, the others show and expect as much."
        yield "They may still be worth reading: what a reader learns from them is not counted here."
        yield from (f"  {line}" for line in by_file(seen.spare))


def _file(file: FileSeen) -> Iterator[str]:
    found = [(rule, lines) for rule in file.rules if (lines := list(_rule(rule)))]
    if found:
        yield ""
        yield file.name
    for rule, lines in found:
        yield f"  {rule.id}: {rule.title}"
        yield from (f"    {line}" for line in lines)


def _rule(rule: RuleSeen) -> Iterator[str]:
    for stage in rule.stages:
        for line in said_of(rule, stage):
            yield line + _at(rule, stage)


def said_of(rule: RuleSeen, stage: StageSeen) -> Iterator[str]:
    """Yield what is to be said of a rule at a stage, each with its place."""
    if stage.raised is not Sight.SEEN:
        yield f"{rule.place}: {NEVER[stage.raised]}"
    elif stage.idle:
        yield f"{rule.place}: makes no difference to a flag or a safeguard in any scenario"
    yield from _told(stage, *_ORDER)


def _told(stage: StageSeen, *sights: Sight) -> Iterator[str]:
    for sight in sights:
        for test, truth in stage.truths():
            if truth.sight is sight:
                yield f"{test.place}: {GAPS[sight].format(truth=truth.truth.value, test=test.words)}"


def _impossible(seen: CoverageSeen) -> Iterator[str]:
    told = [line + _at(rule, stage) for rule, stage in seen.stages() for line in _told(stage, Sight.IMPOSSIBLE)]
    if told:
        yield ""
        yield "Proved, and nothing to be done about:"
        yield from (f"  {line}" for line in told)


def _at(rule: RuleSeen, stage: StageSeen) -> str:
    return f" [{stage.stage}]" if len(rule.stages) > 1 else ""


def _lacking(seen: CoverageSeen) -> Iterator[str]:
    lacking = [(stage.stage, rule, stage.lacks) for rule, stage in seen.stages() if stage.lacks]
    if lacking:
        yield ""
        yield "Kinds of scenario that no scenario tagged with the rule shows:"
    order = list(Stage)
    for stage, group in groupby(sorted(lacking, key=lambda item: order.index(item[0])), key=lambda item: item[0]):
        yield f"  {stage}"
        yield from (f"    {rule.id}: {', '.join(lacks)}" for _, rule, lacks in group)


def by_file(scenarios: Iterable[Shown]) -> Iterator[str]:
    """Yield one line for each file: its name and the lines at which its scenarios stand."""
    for file, group in groupby(scenarios, key=lambda shown: shown.place.file):
        yield f"{file}: {', '.join(_runs([shown.place.line for shown in group]))}"


def _runs(lines: list[int]) -> Iterator[str]:
    """Yield numbers, those that follow each other as `3-7`."""
    for _, group in groupby(enumerate(sorted(lines)), key=lambda pair: pair[1] - pair[0]):
        follow = [line for _, line in group]
        yield f"{follow[0]}-{follow[-1]}" if len(follow) > 2 else ", ".join(map(str, follow))  # noqa: PLR2004
