"""One run: rows picked out, the table screened and written beside its place, both held together, then put there.

INVARIANT (agreement): what is checked are the rows that were written, caught on their way into the file; and nothing is
put in its place unless all of them were checked, and every row of the table went in exactly once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from engine.batch.agreeing import USUAL, Single, check
from engine.batch.forms import Form
from engine.batch.pipeline import Layout, Screening, finished
from engine.batch.placing import cannot, no_room, replacing, why
from engine.batch.reading import Table
from engine.errors import Exit, NoRecommendation, Place, Problem
from engine.model.policy import Outcome, Policy
from engine.model.question import Stage

if TYPE_CHECKING:
    import polars as pl

    from engine.columns.seeing import Fault, Seen, Watch


class Before(NamedTuple):
    """Another policy, and the same with the names that the new one gives to the same flags, safeguards and rules."""

    policy: Policy
    named: Policy


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be screened, and as what it is to be written; `check`: how many rows singly too, None for none.

    `before`: another policy; what changes from it stands beside each row.
    """

    table: Table
    policy: Policy
    on: date
    layout: Layout
    form: Form
    check: int | None = USUAL
    before: Before | None = None


class Progress(NamedTuple):
    """How far the work is: rows done, of how many; those without a recommendation; the others by outcome."""

    rows: int
    of: int
    unread: int
    outcomes: Mapping[Outcome, int]


class Written(NamedTuple):
    """What was written: rows; those without a recommendation, the first of them; the others by stage and outcome.

    `checked`: how many rows were screened singly too, and said the same.
    """

    rows: int
    unread: int
    outcomes: Mapping[tuple[Stage, Outcome | None], int]
    faults: tuple[Fault, ...]
    checked: int


def run(
    job: Job,
    out: Path | None,
    screen: Single,
    report: Callable[[Progress], None],
    *,
    rows: pl.LazyFrame | None = None,
    screening: Screening | None = None,
) -> Written:
    """Screen a table and write it to `out` (None: standard output), as a whole or not at all.

    `rows`: the finished rows, where other machines have screened them already. Raises NoRecommendation when a row that
    is also screened singly says something else, or a row was lost or doubled; CannotWrite.
    """
    from engine.columns.seeing import Watch

    table = job.table
    sample = _sample(job)
    watch = Watch(sample["row"], lambda seen: report(_progress(seen, table.rows)))
    if rows is None:
        rows = finished(table, job.policy, job.on, job.layout, form=job.form, screening=screening)
    if job.before is not None:
        rows = _with_changes(rows, job, job.before, screen)
    with replacing(out) as temporary:
        _write(rows, watch, job.form, temporary, str(out or "standard output"))
        seen = watch.seen()
        if seen.rows != table.rows or seen.unread < table.unread:
            came = f"{seen.rows} rows came of {table.rows}, {seen.unread} of them without a recommendation"
            raise NoRecommendation([_lost(table, f"{came}, where {table.unread} could not be read")])
        checked = _check(job, sample, watch.kept, screen)
    return Written(seen.rows, seen.unread, seen.outcomes, seen.faults, checked)


def check_only(job: Job, screen: Single, screening: Screening | None = None) -> int:
    """Screen the rows of the check as columns and singly, where no table is written; return how many there were.

    Raises NoRecommendation when one of them differs.
    """
    sample = _sample(job)
    some = job.table._replace(sheets=sample.lazy(), rows=sample.height, unread=0)
    if not some.rows:
        return 0
    rows = finished(some, job.policy, job.on, job.layout, form=job.form, screening=screening)
    return _check(job, sample, {int(row["row"]): row for row in rows.collect().to_dicts()}, screen)


def _with_changes(rows: pl.LazyFrame, job: Job, before: Before, screen: Single) -> pl.LazyFrame:
    """Return the rows with what changes beside them, once the old policy too says singly what it says as columns."""
    from engine.batch.transitions import compared, under_the_old
    from engine.columns.changing import changes_as_lists, changes_in_lines, with_changes

    table, new = job.table, job.policy
    read = under_the_old(table, before.policy, new, job.on)
    check_only(Job(read, before.policy, job.on, Layout.LISTS, Form.PARQUET, job.check), screen)
    changes = compared(table, before.named, new, job.on) if table.stages else None
    found = with_changes(rows, changes)
    if job.form is Form.JSON_LINES:
        return changes_in_lines(found)
    return changes_as_lists(found) if job.form is Form.PARQUET else found


def _sample(job: Job) -> pl.DataFrame:
    """Return the sheets that are to be screened singly too."""
    from engine.columns.seeing import spread

    readable = job.table.rows - job.table.unread
    number = min(readable, job.check or 0)
    sample = spread(job.table.sheets, readable, number)
    if sample.height != number:
        raise NoRecommendation([_lost(job.table, f"{number} rows were to be checked, and {sample.height} were found")])
    return sample


def _check(job: Job, sample: pl.DataFrame, rows: Mapping[int, Mapping[str, object]], screen: Single) -> int:
    sheets = sample.to_dicts()
    return check(sheets, rows, job.policy, job.on, layout=job.layout, form=job.form, screen=screen, name=job.table.name)


def _write(rows: pl.LazyFrame, watch: Watch, form: Form, temporary: Path, shown: str) -> None:
    from engine.columns.writing import watched, write_csv, write_lines, write_parquet

    write = {Form.CSV: write_csv, Form.JSON_LINES: write_lines, Form.PARQUET: write_parquet}[form]
    try:
        write(watched(rows, watch.look), temporary)
    except OSError as error:
        raise cannot(shown, why(error), Exit.CANNOT_WRITE) from None
    except Exception as error:
        # A full disk under Parquet is an error of the column engine's own; anything else is a fault of ours.
        if (reason := no_room(error)) is None:
            raise
        raise cannot(shown, reason, Exit.CANNOT_WRITE) from None


def _progress(seen: Seen, of: int) -> Progress:
    outcomes: dict[Outcome, int] = {}
    for (_, outcome), number in seen.outcomes.items():
        if outcome is not None:
            outcomes[outcome] = outcomes.get(outcome, 0) + number
    return Progress(seen.rows, of, seen.unread, outcomes)


def _lost(table: Table, what: str) -> Problem:
    return Problem(
        Place(table.name),
        "rows-lost",
        f"nothing is given out: {what}",
        "if the table was written to while it was read, run it again; otherwise report this line, and leave any case "
        "out of the report",
    )
