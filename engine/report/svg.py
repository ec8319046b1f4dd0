"""A figure as a drawing: boxes, lines and the lines of text in them, with every coordinate worked out.

Two drawings of one figure, because a drawing cannot reflow: three columns side by side for a wide page, and for a
narrow one each box of the middle column by itself, with what leads to it above and what follows from it below. Nothing
is said by colour: a box says where it stands, and what is still open is drawn with dashes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.report.page import Column, Figure, Link, Node, Quoted
from engine.report.visible import visible

_SIZE = 13.5
_SMALL = 12.0
_LEADING = 17.5
_PAD = 9.0
_GAP = 14.0
"""Between two boxes of one column."""

_WIDE = 760.0
_ACROSS = 56.0
"""Between two columns, for the lines."""
_NARROW = 330.0
_SPINE = 10.0
"""How far in the line stands that joins the boxes of a narrow drawing."""
_INDENT = 28.0
_BETWEEN = 26.0
"""Between two groups of a narrow drawing."""
_HEAD = 5.0
"""How long the head of an arrow is."""

_NARROW_LETTERS = frozenset("iljtfrI.,:;'|!()[]{}/\\ ")
_BROAD_LETTERS = frozenset("mwMW@%&")
_ROOM_TO_SPARE = 1.1


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    kind: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `y` is where it stands on."""

    kind: str
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Path:
    """A line, or the head of an arrow."""

    kind: str
    d: str


@dataclass(slots=True)
class Picture:
    """A drawing; `kind` says for which page: wide or narrow."""

    kind: str
    id: str
    title: str
    description: str
    width: float
    height: float = 0.0
    boxes: list[Box] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)


def pictures(figure: Figure, name: str) -> tuple[Picture, Picture]:
    """Return the drawing for a wide page and the one for a narrow page; their ids begin with `name`."""
    return _wide(figure, f"{name}w"), _narrow(figure, f"{name}n")


# Side by side ---------------------------------------------------------------------------------------------------


def _wide(figure: Figure, name: str) -> Picture:
    drawing = Picture("wide", name, visible(figure.title), visible(figure.description), _WIDE)
    across = (_WIDE - 2 * _ACROSS) / 3
    top = _LEADING + _GAP
    placed: dict[str, Box] = {}
    heights = [_column_height(column, across) for column in figure.columns]
    tallest = max(heights)
    for number, (column, height) in enumerate(zip(figure.columns, heights, strict=True)):
        x = number * (across + _ACROSS)
        drawing.texts.append(Text("head", x, _SIZE, visible(column.heading)))
        y = top + (tallest - height) / 2
        for node in column.nodes:
            placed[node.id] = _box(drawing, node, x, y, across, middle=number == 1)
            y += placed[node.id].height + _GAP
    for link in figure.links:
        drawing.paths += _curve(link, placed[link.start], placed[link.end])
    drawing.height = round(top + tallest + 2, 1)
    return drawing


def _column_height(column: Column, width: float) -> float:
    heights = [_height(node, width) for node in column.nodes]
    return sum(heights) + _GAP * max(len(heights) - 1, 0)


def _curve(link: Link, start: Box, end: Box) -> Iterator[Path]:
    """Yield a line from the right side of one box to the left side of another, and its head."""
    x, y = start.x + start.width, start.y + start.height / 2
    to_x, to_y = end.x - _HEAD, end.y + end.height / 2
    half = (x + to_x) / 2
    curve = f"M{x:.1f} {y:.1f}C{half:.1f} {y:.1f} {half:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}"
    yield Path("open" if link.still_open else "line", curve)
    yield _head(to_x, to_y)


def _head(x: float, y: float) -> Path:
    """Return the head of an arrow that comes from the left; `x` is where the line ends."""
    return Path("arrow", f"M{x:.1f} {y - 3.5:.1f}L{x + _HEAD:.1f} {y:.1f}L{x:.1f} {y + 3.5:.1f}Z")


# One below the other --------------------------------------------------------------------------------------------


def _narrow(figure: Figure, name: str) -> Picture:
    drawing = Picture("narrow", name, visible(figure.title), visible(figure.description), _NARROW)
    before, middle, after = figure.columns
    nodes = {node.id: node for column in (before, after) for node in column.nodes}
    y = 0.0
    for node in middle.nodes:
        leading = [(nodes[link.start], link) for link in figure.links if link.end == node.id]
        following = [(nodes[link.end], link) for link in figure.links if link.start == node.id]
        y = _group(drawing, figure, node, (leading, following), y) + _BETWEEN
    drawing.height = round(max(y - _BETWEEN, 0) + 2, 1)
    return drawing


def _group(
    drawing: Picture,
    figure: Figure,
    node: Node,
    around: tuple[list[tuple[Node, Link]], list[tuple[Node, Link]]],
    y: float,
) -> float:
    """Draw one box of the middle column with all that it is joined to, and return where that ends."""
    leading, following = around
    before, middle, after = figure.columns
    spine: list[tuple[float, Link]] = []
    if leading:
        y = _heading(drawing, before, y)
        for one, link in leading:
            box = _box(drawing, one, _INDENT, y, _NARROW - _INDENT - 1)
            spine.append((box.y + box.height / 2, link))
            y += box.height + _GAP
    y = _heading(drawing, middle, y)
    itself = _box(drawing, node, _INDENT, y, _NARROW - _INDENT - 1, middle=True)
    at = itself.y + itself.height / 2
    y += itself.height
    for start, link in spine:
        kind = "open" if link.still_open else "line"
        drawing.paths.append(Path(kind, f"M{_INDENT:.1f} {start:.1f}H{_SPINE:.1f}V{at:.1f}"))
    if spine:
        drawing.paths += [Path("line", f"M{_SPINE:.1f} {at:.1f}H{_INDENT - _HEAD:.1f}"), _head(_INDENT - _HEAD, at)]
    if following:
        y = _heading(drawing, after, y + _GAP)
        fork = itself.y + itself.height
        for one, link in following:
            box = _box(drawing, one, _INDENT, y, _NARROW - _INDENT - 1)
            end = box.y + box.height / 2
            kind = "open" if link.still_open else "line"
            route = f"M{_INDENT + 8:.1f} {fork:.1f}V{fork + _GAP / 2:.1f}H{_SPINE:.1f}V{end:.1f}H{_INDENT - _HEAD:.1f}"
            drawing.paths += [Path(kind, route), _head(_INDENT - _HEAD, end)]
            y += box.height + _GAP
        y -= _GAP
    return y


def _heading(drawing: Picture, column: Column, y: float) -> float:
    drawing.texts.append(Text("head", _INDENT, y + _SIZE, visible(column.heading)))
    return y + _LEADING + 4


# A box and the text in it -----------------------------------------------------------------------------------------


def _box(drawing: Picture, node: Node, x: float, y: float, width: float, *, middle: bool = False) -> Box:
    """Draw a box with its text, and return it."""
    kind = " ".join(["box", *(["flag"] if middle else []), *(["open"] if node.still_open else [])])
    box = Box(kind, round(x, 1), round(y, 1), round(width, 1), round(_height(node, width), 1))
    drawing.boxes.append(box)
    standing, said = _texts(node, width)
    baseline = y + _PAD + _SMALL
    for kind, lines in (("standing", standing), ("said", said)):
        for line in lines:
            drawing.texts.append(Text(kind, round(x + _PAD, 1), round(baseline, 1), line))
            baseline += _LEADING
    return box


def _height(node: Node, width: float) -> float:
    return 2 * _PAD + _LEADING * sum(map(len, _texts(node, width))) - (_LEADING - _SIZE)


def _texts(node: Node, width: float) -> tuple[list[str], list[str]]:
    said = visible("".join(piece.text if isinstance(piece, Quoted) else piece for piece in node.line))
    inside = width - 2 * _PAD
    return wrapped(visible(node.standing), inside / _SMALL), wrapped(said, inside / _SIZE)


def wrapped(text: str, room: float) -> list[str]:
    """Return the lines of a text that are no wider than `room`, measured in the size of its letters."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if _wide_as(longer) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _cut(word, room)
        lines += full
    return [*lines, line] if line else lines


def _cut(word: str, room: float) -> list[str]:
    """Cut a word that is wider than a whole line."""
    parts = [""]
    for char in word:
        if parts[-1] and _wide_as(parts[-1] + char) > room:
            parts.append("")
        parts[-1] += char
    return parts


def _wide_as(text: str) -> float:
    """Estimate how wide a text is in any usual typeface; rather too wide than too narrow."""
    return _ROOM_TO_SPARE * sum(map(_letter, text))


def _letter(char: str) -> float:
    if char in _NARROW_LETTERS:
        return 0.32
    if char in _BROAD_LETTERS:
        return 0.88
    if unicodedata.combining(char):
        return 0.0
    if unicodedata.east_asian_width(char) in {"W", "F"} or ord(char) > 0xFFFF:  # noqa: PLR2004 - beyond the common plane
        return 1.05
    if not char.isascii() and unicodedata.category(char) != "Ll":
        return 0.9
    return 0.68 if char.isupper() else 0.54
