"""What `forethought batch` says of all cases together: a summary to give on, and what another policy would change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from engine import __version__, api
from engine.batch.agreeing import USUAL
from engine.commands.running import note
from engine.errors import Exit
from engine.model.policy import Policy

if TYPE_CHECKING:
    from engine.batch.reading import Table
    from engine.commands.output import Output
    from engine.report.batch.summary_data import Summary

_ENDINGS = (".txt", ".json", ".html", ".svg")


def summary_form(named: str) -> str:
    """Return the ending of the file that a summary is written to; `-`, standard output, gets text."""
    if named == "-":
        return ".txt"
    ending = PurePath(named).suffix.lower()
    if ending not in _ENDINGS:
        raise click.BadParameter(
            f"{named}: a summary is written as {', '.join(_ENDINGS[:-1])} or {_ENDINGS[-1]}; let the name end in one.",
            param_hint="--summary",
        )
    return ending


def write_summary(
    table: Table, policy: Policy, on: date, *, named: str, output: Output, small: int, check: int | None = USUAL
) -> Exit:
    """Count the cases of a table and write what of the counts may be given on, in the form that `named` ends in.

    `check`: how many rows are screened singly as well, None where that was done already. Returns bad data when rows are
    in no count because they have no recommendation. Raises NoRecommendation when a row screened singly says something
    else.
    """
    from engine.batch.summary import counted
    from engine.batch.suppression import suppressed

    render = _renderer(summary_form(named), output.width)
    _held(table, policy, on, check)
    counts = counted(table, policy, on, __version__)
    output.write(render(suppressed(counts, small)))
    output.close()
    if counts.unread or counts.refused:
        left = counts.unread + counts.refused
        note(f"{left:,} of {counts.rows:,} rows have no recommendation, and are in no count of the summary")
        return Exit.BAD_DATA
    return Exit.DONE


def _held(table: Table, policy: Policy, on: date, check: int | None) -> None:
    """See that so many rows, screened singly, say what the columns say.

    INVARIANT (agreement): nothing is counted otherwise, though no row is written.
    """
    from engine.batch.forms import Form
    from engine.batch.pipeline import Layout
    from engine.batch.run import Job, check_only

    check_only(Job(table, policy, on, Layout.LISTS, Form.PARQUET, check), api.screen)


def _renderer(ending: str, width: int) -> Callable[[Summary], str]:
    match ending:
        case ".json":
            from engine.report.batch.summary_json import summary_json

            return summary_json
        case ".html":
            from engine.report.batch.summary_html import summary_html

            return summary_html
        case ".svg":
            from engine.report.batch.summary_html import summary_svg

            return summary_svg
        case _:
            from engine.report.batch.summary_text import summary_text

            return lambda summary: summary_text(summary, width)


def show_transitions(
    table: Table, old: Policy, new: Policy, on: date, *, output: Output, check: int | None = USUAL
) -> Exit:
    """Write which cases of a table, read under `new`, get another recommendation than under `old`.

    Returns the exit code: a finding when any is less cautious, bad data when not all could be compared.
    """
    from engine.batch.transitions import transitions, under_the_old
    from engine.compare.caseload import named_as
    from engine.report.batch.transitions_text import transitions_text

    _held(table, new, on, check)
    _held(under_the_old(table, old, new, on), old, on, check)
    found = transitions(table, named_as(new, old), new, on)
    output.write(transitions_text(found, output.width))
    output.close()
    if not found.all_compared:
        note("some rows could not be screened under both policies: see the end of each stage")
        return Exit.BAD_DATA
    return Exit.FINDING if found.less_cautious else Exit.DONE
