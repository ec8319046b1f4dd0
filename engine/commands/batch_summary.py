"""What `forethought batch` says of all cases together: a summary to give on, and what another policy would change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from engine import __version__, api
from engine.batch.agreeing import USUAL
from engine.commands.batch_progress import grouped
from engine.commands.running import note
from engine.errors import BadData, Exit
from engine.model.policy import Policy

if TYPE_CHECKING:
    from engine.batch.reading import Table
    from engine.commands.output import Output
    from engine.report.batch.summary_data import Summary

_TOLD = 5
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
    shown = suppressed(counts, small)
    output.write(render(shown))
    output.close()
    if counts.unread or counts.refused:
        left = counts.unread + counts.refused
        # Where the summary keeps these back, the size of a small stage could be worked out from them.
        some = f"{left:,} of {counts.rows:,} rows" if shown.rows.exact else "some rows"
        note(f"{some} have no recommendation, and are in no count of the summary")
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

    Returns the exit code: bad data when not all could be compared, whatever became of the others, for it says that
    this is not the whole; a finding when any is less cautious.
    """
    from engine.batch.transitions import transitions, under_the_old
    from engine.compare.caseload import named_as
    from engine.report.batch.transitions_data import Change
    from engine.report.batch.transitions_text import transitions_text

    _held(table, new, on, check)
    before = under_the_old(table, old, new, on)
    _held(before, old, on, check)
    found = transitions(table, named_as(new, old), new, on)
    output.write(transitions_text(found, output.width))
    output.close()
    if not found.all_compared:
        left, less = found.rows - found.compared, found.number(Change.LESS_CAUTIOUS)
        besides = f"; of those compared, {less:,} less cautious: a second reviewer is asked for" if less else ""
        note(f"{left:,} of {found.rows:,} rows could not be read under both policies and were not compared{besides}")
        _say_faults(table, before)
        return Exit.BAD_DATA
    return Exit.FINDING if found.less_cautious else Exit.DONE


def _say_faults(table: Table, before: Table) -> None:
    """Say of the first rows that were not compared why not, each reason once."""
    from engine.columns.comparing import faults_of_both

    found = faults_of_both(table.sheets, before.sheets, table.unread, _TOLD)
    for side in ("new", "old"):
        for text in grouped([fault for which, fault in found if which == side], table.name, table.before):
            note(f"  under the {side} policy: {text}")


@contextmanager
def removed_questions_told(old: Policy | None, new: Policy) -> Iterator[None]:
    """Tell of a column that only the old policy knows as a question that the question was removed."""
    from engine.compare.caseload import of_removed

    try:
        yield
    except BadData as error:
        if old is None:
            raise
        raise BadData([of_removed(problem, old, new) for problem in error.problems]) from None
