"""What a report on coverage is made from: files, their rules, the tests in these, and what was seen of each test."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from engine.errors import Place
from engine.model.question import Stage
from engine.model.truth import Truth


class Sight(StrEnum):
    """What is known of a test having a truth while it alone decides its rule.

    `missing`: no scenario shows it, and a case in which it is so was found. `impossible`: proved that no case is one.
    `undecided`: the solver gave up. `not-found`: no case was found by trying, and there was no solver to prove that
    there is none.
    """

    SEEN = "seen"
    MISSING = "missing"
    IMPOSSIBLE = "impossible"
    UNDECIDED = "undecided"
    NOT_FOUND = "not-found"


class Shown(NamedTuple):
    """A scenario: its name and its place."""

    name: str
    place: Place

    @property
    def at(self) -> str:
        """The file and the line."""
        return f"{self.place.file}:{self.place.line}"


class TruthSeen(NamedTuple):
    """One truth of a test: what is known of it, and the scenarios that saw it, the rule's own first."""

    truth: Truth
    sight: Sight
    by: tuple[Shown, ...]


class LeafSeen(NamedTuple):
    """One test of a rule, at one stage: in words, where it is written, and what was seen of it."""

    words: str
    place: Place
    truths: tuple[TruthSeen, ...]


class StageSeen(NamedTuple):
    """A rule at one stage. `raised`: what is known of it applying.

    `lacks`: the kinds of scenario, in words, that those tagged with the rule do not show.
    """

    stage: Stage
    raised: Sight
    decisive: bool
    lacks: tuple[str, ...]
    tests: tuple[LeafSeen, ...]

    @property
    def idle(self) -> bool:
        """Whether it applies, and makes no difference to a flag or a safeguard in any scenario."""
        return self.raised is Sight.SEEN and not self.decisive

    def truths(self) -> Iterator[tuple[LeafSeen, TruthSeen]]:
        """Yield every truth of every test."""
        for test in self.tests:
            for truth in test.truths:
                yield test, truth


class RuleSeen(NamedTuple):
    """One rule, where it is written, and what was seen of it at each of its stages."""

    id: str
    title: str
    place: Place
    last_line: int
    stages: tuple[StageSeen, ...]


class FileSeen(NamedTuple):
    """One file of rules: its name, its text, and the rules in it that are in force."""

    name: str
    text: str
    rules: tuple[RuleSeen, ...]


class Failed(NamedTuple):
    """A scenario that does not pass, the place of the step that failed, and why."""

    scenario: Shown
    step: Place
    why: str


class CoverageSeen(NamedTuple):
    """The whole of it. `spare`: scenarios without which as much would be seen, all of them left out together.

    `solver`: whether a solver was there, to prove that something cannot be. `only`: the rules that were asked about,
    where not all were; then `spare` is empty, for what a scenario adds is a question about all rules.
    """

    policy: str
    fingerprint: str
    scenarios: int
    failed: tuple[Failed, ...]
    files: tuple[FileSeen, ...]
    spare: tuple[Shown, ...]
    solver: bool
    only: tuple[str, ...] = ()

    def stages(self) -> Iterator[tuple[RuleSeen, StageSeen]]:
        """Yield every rule at each of its stages."""
        for file in self.files:
            for rule in file.rules:
                for stage in rule.stages:
                    yield rule, stage

    def count(self, *sights: Sight) -> int:
        """Return how many truths of tests there are of which this is known (of all, when none is named)."""
        return sum(not sights or truth.sight in sights for _, stage in self.stages() for _, truth in stage.truths())

    @property
    def percent(self) -> float:
        """How much is seen of what is not proved impossible, in per cent; all of it where there is nothing to see."""
        possible = self.count() - self.count(Sight.IMPOSSIBLE)
        return 100 * self.count(Sight.SEEN) / possible if possible else 100.0

    @property
    def percent_said(self) -> str:
        """The same with one digit, rounded down: 100 is said only of all there is."""
        return f"{int(self.percent * 10) / 10:.1f}"
