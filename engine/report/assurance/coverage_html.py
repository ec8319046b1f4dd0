"""Coverage as one HTML page: the rules as they are written, each line that tests something marked and explained.

Colour is never the only sign: every mark is a character and words too. The page holds no script and asks for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from markupsafe import Markup

from engine.report.assurance.coverage_data import (
    CoverageSeen,
    FileSeen,
    LeafSeen,
    RuleSeen,
    Sight,
    StageSeen,
    TruthSeen,
)
from engine.report.assurance.coverage_text import NEVER, by_file, summary
from engine.report.html_ import content_policy, running_head, style_sheet, template_named
from engine.report.visible import visible, visible_lines


class Marked(NamedTuple):
    """How a line is marked: the class of its style, its mark, and what that means."""

    kind: str
    mark: str
    words: str


_NONE: Final = Marked("none", "✗ not seen", "nothing of the test is seen")
_PART: Final = Marked("part", "◐ seen in part", "something of the test is seen, and something is not")
_SEEN: Final = Marked("seen", "✓ all seen", "everything of the test is seen that can be")
_CANNOT: Final = Marked("cannot", "∅ cannot be", "the test can never decide its rule (proved)")
_RULE: Final = Marked("part", "! to look at", "something is to be said of the rule as a whole")
_LEGEND: Final = (_SEEN, _PART, _NONE, _CANNOT, _RULE)
_WORST_FIRST: Final = (_NONE, _PART, _RULE, _CANNOT, _SEEN)

_SAID: Final[Mapping[Sight, str]] = {
    Sight.MISSING: "{truth}: not seen; there is a case in which it is so",
    Sight.IMPOSSIBLE: "{truth}: cannot be (proved; not counted)",
    Sight.UNDECIDED: "{truth}: not seen; the solver gave up, so perhaps it cannot be",
    Sight.NOT_FOUND: "{truth}: not seen; no case was found, so perhaps it cannot be",
}


class _Note(NamedTuple):
    """What is said below a line, and what is behind it. `open`: shown without being asked for."""

    marked: Marked
    words: str
    below: tuple[str, ...]

    @property
    def mark(self) -> str:
        return self.marked.mark

    @property
    def open(self) -> bool:
        return self.marked in (_NONE, _PART)


class _Line(NamedTuple):
    """One line of a file. `id` is where a rule begins."""

    text: str
    id: str
    kind: str
    notes: tuple[_Note, ...]


class _File(NamedTuple):
    """One file, ready for the template."""

    id: str
    name: str
    told: str
    lines: tuple[_Line, ...]


def coverage_html(seen: CoverageSeen) -> str:
    """Return the report on coverage as a whole HTML document, ending in a line feed."""
    title = f"Coverage of {seen.policy}"
    style = style_sheet("page.css") + style_sheet("assurance/coverage.css") + running_head((title,))
    return template_named("assurance/coverage.html").render(
        policy=content_policy(style),
        # Ours alone, and the texts in it are escaped character by character.
        style=Markup(style),  # noqa: S704
        title=visible(title),
        summary=[visible(line) for line in summary(seen)],
        legend=_LEGEND,
        failed=[visible(f"{each.step}: {each.scenario.name}: {each.why}") for each in seen.failed],
        files=[_file(f"f{number}", file) for number, file in enumerate(seen.files, 1)],
        spare=[visible(line) for line in by_file(seen.spare)],
    )


def _file(name: str, file: FileSeen) -> _File:
    notes: dict[int, list[_Note]] = {}
    for rule in file.rules:
        for line, note in _notes(rule):
            notes.setdefault(line, []).append(note)
    begins = {rule.place.line: f"rule-{rule.id}" for rule in file.rules}
    lines = tuple(
        _Line(
            visible_lines(text.rstrip()),
            begins.get(number, ""),
            _worst(notes.get(number, [])),
            tuple(notes.get(number, [])),
        )
        for number, text in enumerate(file.text.splitlines(), 1)
    )
    return _File(name, visible(file.name), _told(file), lines)


def _told(file: FileSeen) -> str:
    sights = [truth.sight for rule in file.rules for stage in rule.stages for _, truth in stage.truths()]
    possible = [sight for sight in sights if sight is not Sight.IMPOSSIBLE]
    return f"{possible.count(Sight.SEEN)} of {len(possible)} seen"


def _worst(notes: list[_Note]) -> str:
    return next((marked.kind for marked in _WORST_FIRST for note in notes if note.marked is marked), "")


def _notes(rule: RuleSeen) -> Iterator[tuple[int, _Note]]:
    """Yield what is to be said of a rule, each with its line: of the whole rule where it begins."""
    for stage in rule.stages:
        at = f" at the stage {stage.stage}" if len(rule.stages) > 1 else ""
        for words in _of_the_rule(stage):
            yield rule.place.line, _Note(_RULE, f"This rule {words}{at}.", ())
        for test in stage.tests:
            yield test.place.line, _of_a_test(test, at)


def _of_the_rule(stage: StageSeen) -> Iterator[str]:
    if stage.raised is not Sight.SEEN:
        yield NEVER[stage.raised]
    elif stage.idle:
        yield "makes no difference to a flag or a safeguard in any scenario"
    if stage.lacks:
        yield f"has no scenario tagged with it that shows: {', '.join(stage.lacks)}"


def _of_a_test(test: LeafSeen, at: str) -> _Note:
    return _Note(_marked(test), visible(f"{test.words}{at}"), tuple(visible(_truth(truth)) for truth in test.truths))


def _marked(test: LeafSeen) -> Marked:
    possible = [truth.sight for truth in test.truths if truth.sight is not Sight.IMPOSSIBLE]
    if not possible:
        return _CANNOT
    if Sight.SEEN not in possible:
        return _NONE
    return _SEEN if set(possible) == {Sight.SEEN} else _PART


def _truth(truth: TruthSeen) -> str:
    if truth.sight is not Sight.SEEN:
        return _SAID[truth.sight].format(truth=truth.truth.value)
    first, *others = truth.by
    more = f", and in {len(others)} more" if others else ""
    return f"{truth.truth.value}: seen in “{first.name}” ({first.at}){more}"
