"""A summary as text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from engine.model.speech import Speech
from engine.report.batch.summary_data import Summary
from engine.report.batch.summary_told import Chart, Row, StageTold, cell_text, told
from engine.report.visible import visible
from engine.report.words import speaking

_WIDTH: Final = 80
_LEAST_DOTS: Final = 3


def summary_text(summary: Summary, width: int = _WIDTH) -> str:
    """Return a summary as text, ending in a line feed."""
    with speaking(Speech()):
        found = told(summary)
    lines = [found.title, *_all(found.opening, width)]
    for stage in found.stages:
        lines += ["", *_stage(stage, width)]
    lines += ["", "How to read this", *(line for text in found.reading for line in _wrapped(text, width, "- "))]
    return "\n".join(lines) + "\n"


def _stage(stage: StageTold, width: int) -> Iterator[str]:
    yield visible(f"{stage.heading}: {stage.opening[0]}")
    yield from _all(stage.opening[1:], width)
    for chart in stage.charts:
        yield ""
        yield from _chart(chart, width)


def _chart(chart: Chart, width: int) -> Iterator[str]:
    yield f"  {visible(chart.heading)}"
    for row in chart.rows:
        yield from _row(row, width)
    for text in chart.below:
        yield from _wrapped(text, width, "  - ")


def _row(row: Row, width: int) -> Iterator[str]:
    if not row.heading:
        yield from (_dotted(bar.label, cell_text(bar.cell), width, "    ") for bar in row.bars)
        return
    if len(row.bars) == 1 and row.bars[0].label == "to be found out":
        yield from _under(row.heading, cell_text(row.bars[0].cell), width)
        return
    yield from _wrapped(row.heading, width, "    ")
    yield from (_dotted(bar.label, cell_text(bar.cell), width, "      ") for bar in row.bars)


def _under(heading: str, value: str, width: int) -> Iterator[str]:
    """Yield a heading with its value on its last line."""
    *before, last = _wrapped(heading, width - len(value) - _LEAST_DOTS - 2, "    ")
    yield from before
    yield _dotted(last.strip(), value, width, "    ")


def _dotted(label: str, value: str, width: int, indent: str) -> str:
    shown = f"{indent}{visible(label)} "
    dots = "." * max(width - len(shown) - len(value) - 1, _LEAST_DOTS)
    return f"{shown}{dots} {value}"


def _all(texts: tuple[str, ...], width: int) -> Iterator[str]:
    for text in texts:
        yield from _wrapped(text, width, "  ")


def _wrapped(text: str, width: int, first: str) -> list[str]:
    return textwrap.wrap(
        visible(text),
        max(width, 40),
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_on_hyphens=False,
        break_long_words=False,
    )
