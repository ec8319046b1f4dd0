"""Counts as bars: how long each is and how it is filled, and all of them as one drawing that fits a telephone.

Each bar stands in a frame as long as all the cases; its number stands above it in words. Nothing is said by colour:
what is not known is drawn as an outline, and what is not counted out as a hatched stub that is as long for nobody as
for as many as it can be.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from engine.report.batch.summary_data import Cell, Shown
from engine.report.batch.summary_told import Bar, Chart
from engine.report.svg import Box, Text, wrapped
from engine.report.visible import visible

WIDTH: Final = 340.0
_SIZE: Final = 13.5
_LEADING: Final = 18.0
_BOLD: Final = 1.2
"""How much wider bold letters are, at the most."""
_THICK: Final = 11.0
_AFTER_BAR: Final = 9.0
_AFTER_ROW: Final = 9.0
_LEAST_STUB: Final = 12.0


@dataclass(slots=True)
class Drawing:
    """Bars in their frames, and texts. `title` and `description` say the same to who cannot see it."""

    title: str
    description: str
    width: float = WIDTH
    height: float = 2.0
    boxes: list[Box] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    def write(self, kind: str, text: str) -> None:
        """Write lines below what is there."""
        room = (self.width - 2) / _SIZE / (_BOLD if kind in {"head", "part", "title"} else 1.0)
        for line in wrapped(visible(text), room):
            self.height += _LEADING
            self.texts.append(Text(kind, 1.0, round(self.height - 5, 1), line))

    def space(self, height: float) -> None:
        """Leave some room below."""
        self.height += height


def draw(drawn: Drawing, chart: Chart) -> None:
    """Draw the bars of a chart below what is there."""
    for number, row in enumerate(chart.rows):
        drawn.space(_AFTER_ROW if number and row.heading else 0)
        if row.heading:
            drawn.write("head", row.heading)
        for bar in row.bars:
            drawn.write("said", bar.words)
            _frame(drawn, bar, chart.cases)
    drawn.height = round(drawn.height, 1)


def _frame(drawn: Drawing, bar: Bar, cases: int) -> None:
    inside = drawn.width - 2
    drawn.boxes.append(Box("frame", 1.0, round(drawn.height, 1), inside, _THICK))
    long = length(bar.cell, cases)
    if long:
        drawn.boxes.append(Box(kind(bar), 1.0, round(drawn.height, 1), round(inside * long, 1), _THICK))
    drawn.space(_THICK + _AFTER_BAR)


def kind(bar: Bar) -> str:
    """Return how a bar is filled: a number as its kind says, anything less hatched."""
    return bar.kind.value if bar.cell.exact else "few"


def length(cell: Cell, cases: int) -> float:
    """Return how long a bar is, of its frame: it follows from what is shown, never from a count kept back."""
    number = cell.number or 0
    match cell.how:
        case Shown.EXACT:
            return min(number / cases, 1.0)
        case Shown.FEWER:
            return min(max((number - 1) / cases, _LEAST_STUB / WIDTH), 1.0)
        case Shown.ALL_BUT:
            return 1.0
        case Shown.KEPT_BACK:
            return 0.0
