"""What becomes of many cases under another policy, as text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from engine.model.question import Stage
from engine.model.speech import Speech
from engine.report.batch.transitions_data import Change, Differing, Move, StageTransitions, Transitions
from engine.report.visible import visible
from engine.report.words import say, speaking

_WIDTH: Final = 80
_CHANGED: Final = (Change.LESS_CAUTIOUS, Change.MORE_CAUTIOUS, Change.CONDITIONS_DIFFER)
_CLOSING: Final = (
    "Cases are named here, and small numbers too: this is for the case team alone. What may be given on is what"
    " --summary writes."
)


def transitions_text(found: Transitions, width: int = _WIDTH) -> str:
    """Return a comparison as text, ending in a line feed. What is less cautious comes first."""
    with speaking(Speech()):
        lines = list(_lines(found, width))
    return "\n".join(lines) + "\n"


def _lines(found: Transitions, width: int) -> Iterator[str]:
    yield "What becomes of these cases under another policy"
    for word, (name, version, fingerprint) in zip(("Old", "New"), found.versions, strict=True):
        mark = fingerprint.removeprefix("sha256:")[:12]
        yield from _wrapped(f"{word}: {name} {version} (fingerprint {mark}...)", width, "  ")
    yield from _wrapped(f"Screened on {found.screened_on} under both.", width, "  ")
    yield ""
    yield from _in_short(found, width)
    for stage in found.stages:
        yield ""
        yield from _stage(stage, width)
    yield ""
    yield from _wrapped(_CLOSING, width, "")


def _in_short(found: Transitions, width: int) -> Iterator[str]:
    less = found.number(Change.LESS_CAUTIOUS)
    if less:
        are = "case is" if less == 1 else "cases are"
        text = f"{less:,} {are} less cautious than before. A second reviewer is asked for."
        yield from _wrapped(text, width, "- ")
    elif found.all_compared:
        yield from _wrapped("No case is less cautious than before.", width, "- ")
    else:
        yield from _wrapped("No case that was compared is less cautious than before.", width, "- ")
    same = found.number(Change.NO_CHANGE)
    text = (
        f"{_cases(found.compared)} compared: {found.number(*_CHANGED):,} changed, {same:,} as before. Less cautious:"
        f" {less:,}. More cautious: {found.number(Change.MORE_CAUTIOUS):,}. With other flags or conditions only:"
        f" {found.number(Change.CONDITIONS_DIFFER):,}."
    )
    yield from _wrapped(text, width, "- ")
    left = found.rows - found.compared
    if left:
        text = f"{left:,} of {found.rows:,} rows not compared; nothing is known of these."
        unread = f" {found.unread:,} could not be read." if found.unread else ""
        yield from _wrapped(text + unread, width, "- ")


def _stage(stage: StageTransitions, width: int) -> Iterator[str]:
    same = stage.number(Change.NO_CHANGE)
    yield f"At the stage {stage.stage}: {_cases(stage.compared)} compared, {same:,} as before"
    for move in stage.moves:
        if move.change is not Change.NO_CHANGE:
            yield from _wrapped(_move(stage.stage, move), width, "  - ")
    if stage.differing:
        yield "  Flags and safeguards that came (were false before) or went (are false now):"
        for what, names in _alike(stage.differing).items():
            yield from _wrapped(f"{what}: {', '.join(names)}", width, "  - ")
    for left in stage.uncompared:
        text = f"Not compared: {_cases(left.cases)} that {left.why}: {_named(left.examples, left.cases)}."
        yield from _wrapped(text, width, "  - ")


def _move(stage: Stage, move: Move) -> str:
    was, now = (say.outcome_text(stage, one) for one in (move.before, move.after))
    if stage is Stage.STRUCTURAL:
        way = "other flags or conditions"
    elif move.before is move.after:
        way = f"{now}, as before, with other flags or conditions"
    else:
        way = f"{was} -> {now}"
    told = "" if move.change is Change.CONDITIONS_DIFFER else f" ({move.change})"
    return f"{way}{told}: {_cases(move.cases)}, {_named(move.examples, move.cases)}"


def _alike(differing: tuple[Differing, ...]) -> dict[str, list[str]]:
    """Return the ids by what is said of them: most often many come or go together."""
    found: dict[str, list[str]] = {}
    for each in sorted(differing, key=lambda one: (one.kind, -one.gained - one.lost - one.otherwise, one.id)):
        parts = [
            f"{what} {number:,}"
            for what, number in (
                ("came in", each.gained),
                ("went in", each.lost),
                ("known in one and not in the other in", each.otherwise),
            )
            if number
        ]
        found.setdefault(f"{each.kind}, {', '.join(parts)}", []).append(each.id)
    return found


def _cases(number: int) -> str:
    return f"{number:,} case" if number == 1 else f"{number:,} cases"


def _named(examples: tuple[str, ...], number: int) -> str:
    more = f" and {number - len(examples):,} more" if number > len(examples) else ""
    return f"{', '.join(examples)}{more}"


def _wrapped(text: str, width: int, first: str) -> list[str]:
    return textwrap.wrap(
        visible(text),
        max(width, 40),
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_on_hyphens=False,
        break_long_words=False,
    )
