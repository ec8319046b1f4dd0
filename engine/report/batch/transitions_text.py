"""What becomes of many cases under another policy, as text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.model.speech import Speech
from engine.report.batch.transitions_data import Change, Differing, Move, StageTransitions, Transitions
from engine.report.visible import visible
from engine.report.words import say, speaking

_WIDTH: Final = 80
_CHANGED: Final = (Change.LESS_CAUTIOUS, Change.MORE_CAUTIOUS, Change.CONDITIONS_DIFFER)
_COUNTS: Final = {Change.LESS_CAUTIOUS: "counts as less cautious"}
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
    for text in _broken(found):
        yield from _wrapped(text, width, "- ")
    if less:
        are = "case is" if less == 1 else "cases are"
        text = f"{less:,} {are} less cautious than before. A second reviewer is asked for."
        yield from _wrapped(text, width, "- ")
    elif found.all_compared:
        yield from _wrapped("No case is less cautious than before.", width, "- ")
    else:
        yield from _wrapped("No case that was compared is less cautious than before.", width, "- ")
    same = found.number(Change.NO_CHANGE)
    numbers = (
        f"{_cases(found.compared)} compared: {found.number(*_CHANGED):,} changed, {same:,} as before. Less cautious:"
        f" {less:,}. More cautious: {found.number(Change.MORE_CAUTIOUS):,}. With other flags or conditions only:"
        f" {found.number(Change.CONDITIONS_DIFFER):,}."
    )
    yield from _wrapped(numbers, width, "- ")
    left = found.rows - found.compared
    if left:
        behind = [
            f"{number:,} could not be read under the {which} policy"
            for number, which in ((found.unread, "new"), (left - found.unread, "old"))
            if number
        ]
        text = f"{left:,} of {found.rows:,} rows not compared; nothing is known of these: {', '.join(behind)}."
        yield from _wrapped(text, width, "- ")


def _broken(found: Transitions) -> Iterator[str]:
    """Yield what stands before everything else: that a policy does not hold for these cases what it promises."""
    moves = [move for stage in found.stages for move in stage.broken]
    now = sum(move.cases for move in moves if move.after is None)
    before = sum(move.cases for move in moves if move.after is not None)
    if now:
        get, them = ("gets", "It counts") if now == 1 else ("get", "They count")
        yield (
            f"{_cases(now)} {get} no recommendation: the new policy breaks a promise of its own. {them} as less"
            " cautious."
        )
    if before:
        yield (
            f"{_cases(before)} had no recommendation before: the old policy breaks a promise of its own. Unless"
            " advised against now, such a case counts as less cautious."
        )


def _stage(stage: StageTransitions, width: int) -> Iterator[str]:
    same = stage.number(Change.NO_CHANGE)
    yield f"At the stage {stage.stage}: {_cases(stage.compared)} compared, {same:,} as before"
    for move in stage.moves:
        if move.change is not Change.NO_CHANGE:
            yield from _wrapped(_move(stage.stage, move), width, "  - ")
    left = stage.uncompared
    if left.cases:
        text = (
            f"Not compared: {_cases(left.cases)} that cannot be read under the old policy:"
            f" {_named(left.examples, left.cases)}."
        )
        yield from _wrapped(text, width, "  - ")
    if stage.differing:
        yield "  Flags and safeguards that came or went; open is what is not known:"
        for what, names in _alike(stage.differing).items():
            yield from _wrapped(f"{what}: {', '.join(names)}", width, "  - ")


def _move(stage: Stage, move: Move) -> str:
    counted = f"{_cases(move.cases)}, {_named(move.examples, move.cases)}"
    was, now = _said(stage, move.before), _said(stage, move.after)
    if move.before is None or move.after is None:
        return f"{was} -> {now}: {_breaking(move)} ({_COUNTS.get(move.change, str(move.change))}): {counted}"
    if stage is Stage.STRUCTURAL:
        way = "other flags or conditions"
    elif move.before is move.after:
        way = f"{now}, as before, with other flags or conditions"
    else:
        way = f"{was} -> {now}"
    told = "" if move.change is Change.CONDITIONS_DIFFER else f" ({move.change})"
    return f"{way}{told}: {counted}"


def _said(stage: Stage, outcome: Outcome | None) -> str:
    return "no recommendation" if outcome is None else say.outcome_text(stage, outcome)


def _breaking(move: Move) -> str:
    told = [
        f"the {which} policy breaks its {'promise' if len(ids) == 1 else 'promises'} {', '.join(ids)}"
        for which, ids in (("new", move.broken_now), ("old", move.broken_before))
        if ids
    ]
    return ", and ".join(told)


def _alike(differing: tuple[Differing, ...]) -> dict[str, list[str]]:
    """Return the ids by what is said of them: most often many come or go together."""
    found: dict[str, list[str]] = {}
    for each in sorted(differing, key=lambda one: (one.kind, -one.gained - one.lost - one.otherwise, one.id)):
        parts = [
            f"{what} {number:,}"
            for what, number in (
                ("true now in", each.gained - each.opened),
                ("open now in", each.opened),
                ("no longer true in", each.lost - each.settled),
                ("no longer open in", each.settled),
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
