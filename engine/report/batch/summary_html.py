"""A summary as one HTML page, or its bars alone as a picture. No script, and nothing is fetched."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from engine.model.speech import Speech
from engine.report.batch.chart import Drawing, draw, kind, length
from engine.report.batch.summary_data import Summary
from engine.report.batch.summary_told import Chart, StageTold, told
from engine.report.html_ import content_policy, running_head, style_sheet, template_named
from engine.report.visible import visible
from engine.report.words import speaking


class _Bar(NamedTuple):
    """A bar, ready for the template: what it says, how it is filled, and its length in hundredths of its frame."""

    words: str
    kind: str
    length: float


class _Row(NamedTuple):
    """The bars of one thing."""

    heading: str
    bars: tuple[_Bar, ...]


class _Chart(NamedTuple):
    """A chart, ready for the template."""

    id: str
    heading: str
    rows: tuple[_Row, ...]
    below: tuple[str, ...]


class _Stage(NamedTuple):
    """A stage, ready for the template."""

    id: str
    heading: str
    opening: tuple[str, ...]
    charts: tuple[_Chart, ...]


def summary_html(summary: Summary) -> str:
    """Return a summary as a whole HTML document, ending in a line feed."""
    with speaking(Speech()):
        found = told(summary)
        style = style_sheet("page.css") + style_sheet("batch/summary.css") + running_head((found.title,))
    return template_named("batch/summary.html").render(
        policy=content_policy(style),
        # Ours alone, and the texts in it are escaped character by character.
        style=Markup(style),  # noqa: S704
        title=visible(found.title),
        opening=[visible(line) for line in found.opening],
        stages=[_stage(stage, number) for number, stage in enumerate(found.stages, 1)],
        reading=[visible(line) for line in found.reading],
    )


def _stage(stage: StageTold, number: int) -> _Stage:
    charts = tuple(_chart(chart, f"s{number}c{place}") for place, chart in enumerate(stage.charts, 1))
    return _Stage(f"s{number}", visible(stage.heading), tuple(map(visible, stage.opening)), charts)


def _chart(chart: Chart, name: str) -> _Chart:
    rows = tuple(
        _Row(
            visible(row.heading),
            tuple(
                _Bar(visible(bar.words), kind(bar), round(100 * length(bar.cell, chart.cases), 2)) for bar in row.bars
            ),
        )
        for row in chart.rows
    )
    return _Chart(name, visible(chart.heading), rows, tuple(map(visible, chart.below)))


def summary_svg(summary: Summary) -> str:
    """Return the bars of a summary as one picture, with the words without which they would mislead."""
    with speaking(Speech()):
        found = told(summary)
    drawn = Drawing(visible(found.title), visible(" ".join(found.opening)))
    drawn.space(4)
    drawn.write("title", found.title)
    for text in found.opening:
        drawn.write("said", text)
        drawn.space(4)
    for stage in found.stages:
        drawn.space(14)
        drawn.write("title", stage.heading)
        for text in stage.opening:
            drawn.write("said", text)
        for chart in stage.charts:
            drawn.space(12)
            drawn.write("part", chart.heading)
            drawn.space(4)
            draw(drawn, chart)
            for text in chart.below:
                drawn.space(2)
                drawn.write("quiet", text)
    drawn.space(14)
    drawn.write("title", "How to read this")
    for text in found.reading:
        drawn.write("quiet", text)
        drawn.space(4)
    drawn.height = round(drawn.height + 4, 1)
    style = Markup(style_sheet("batch/chart.css"))  # noqa: S704 - ours alone
    return template_named("batch/summary.svg").render(drawn=drawn, style=style, margin=12)
