"""Tables of cases under two policies: the columns find which cases change, and the definition says why.

INVARIANT (agreement): a case that is listed was screened singly under both policies, and changes as the columns said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from engine import api
from engine.compare.caseload import change_of, named_as
from engine.compare.cases import CaseDifference, CasesDifference, NotListed, Unread, case_difference
from engine.compare.renamed import renamed_between
from engine.errors import ForethoughtError, MissingPart, NoRecommendation, Place, Problem
from engine.model.policy import Policy
from engine.model.question import Stage
from engine.report.batch.transitions_data import Change, Transitions

if TYPE_CHECKING:
    from engine.batch.reading import Table

ENDINGS = frozenset({".csv", ".jsonl", ".ndjson", ".parquet"})
MOST_LISTED = 200
"""So many of the cases of a table that change, and that cannot be screened, are listed; all of them are counted."""

_SINGLY = 200


def is_table(named: str) -> bool:
    """Whether a table was named, by its ending."""
    return Path(named).suffix.lower() in ENDINGS and not Path(named).is_dir()


def with_table(found: CasesDifference, named: str, old: Policy, new: Policy, on: date) -> CasesDifference:
    """Return what became of cases, with those of a table. Raises MissingPart; NoRecommendation on any disagreement."""
    from engine.batch.forms import form_of
    from engine.batch.reading import read

    try:
        table = read(Path(named), form_of(Path(named), None), new, on, name=named)
    except (MissingPart, NoRecommendation):
        raise
    except ForethoughtError as error:
        return found._replace(unread=(*found.unread, Unread(named, ("new",), error.problems)))
    return _with(found, table, old, new, on)


def _with(found: CasesDifference, table: Table, old: Policy, new: Policy, on: date) -> CasesDifference:
    from engine.batch.forms import Form
    from engine.batch.pipeline import Layout
    from engine.batch.run import Job, check_only
    from engine.batch.transitions import transitions, under_the_old

    before = under_the_old(table, old, new, on)
    for policy, sheets in ((new, table), (old, before)):
        check_only(Job(sheets, policy, on, Layout.LISTS, Form.PARQUET, _SINGLY), api.screen)
    counts = transitions(table, named_as(new, old), new, on, examples=MOST_LISTED)
    listed = tuple(_listed(table, before, old, new, on))
    unread = tuple(_unread(table, before, counts))
    left = counts.rows - counts.compared
    return found._replace(
        compared=found.compared + counts.compared,
        changed=(*found.changed, *listed),
        unread=(*found.unread, *unread),
        not_listed=found.not_listed.plus(_beyond(counts, listed), left - len(unread)),
    )


def _listed(table: Table, before: Table, old: Policy, new: Policy, on: date) -> Iterator[CaseDifference]:
    """Yield the first cases that change, with the reasons that the definition gives."""
    from engine.columns.cases import case_of
    from engine.columns.comparing import only, rows_that_change

    names, now = renamed_between(old, new), named_as(new, old)
    wanted: dict[int, str] = {}
    for stage in table.stages:
        wanted |= rows_that_change(table.sheets, now, new, stage, on, MOST_LISTED)
    order = [*Change]
    first = sorted(wanted, key=lambda row: (order.index(Change(wanted[row])), row))[:MOST_LISTED]
    sheets = _by_row(only(table.sheets, first).collect().to_dicts())
    sheets_before = _by_row(only(before.sheets, first).collect().to_dicts())
    for row in first:
        was = api.screen(old, case_of(sheets_before[row], old), on)
        found = api.screen(new, case_of(sheets[row], new), on)
        difference = case_difference(table.name, was, found, names)
        if difference is None or change_of(difference) is not Change(wanted[row]):
            problem = Problem(
                Place(table.name),
                "evaluators-disagree",
                f"for row {row} the columns and the single screening differ on what changes",
                "report this line, and leave the case out of the report",
            )
            raise NoRecommendation([problem])
        yield difference


def _by_row(rows: Sequence[Mapping[str, object]]) -> dict[int, Mapping[str, object]]:
    return {int(str(row["row"])): row for row in rows}


def _beyond(counts: Transitions, listed: Sequence[CaseDifference]) -> NotListed:
    """Return how many cases change and are not among those listed."""
    moves = [move for stage in counts.stages for move in stage.moves if move.change is not Change.NO_CHANGE]
    outcome = sum(
        move.cases
        for stage in counts.stages
        for move in stage.moves
        if move.before is not move.after and stage.stage is not Stage.STRUCTURAL
    )
    changed = sum(move.cases for move in moves)
    named = sum(one.outcome_differs for one in listed)
    less = counts.number(Change.LESS_CAUTIOUS) - sum(one.less for one in listed)
    return NotListed(outcome - named, changed - outcome - (len(listed) - named), less)


def _unread(table: Table, before: Table, counts: Transitions) -> Iterator[Unread]:
    """Yield the first rows that are not compared, each with why."""
    from engine.columns.comparing import faults

    left = MOST_LISTED
    new_faults = faults(table.sheets, left)
    seen = {row for row, _ in new_faults}
    for _, error in new_faults:
        yield Unread(table.name, ("new",), (_problem(table, error),))
    left -= len(new_faults)
    # What the new policy could not read has its error on the other side too.
    for row, error in faults(before.sheets, MOST_LISTED + len(seen)) if table.unread <= len(seen) else ():
        if row not in seen and left > 0:
            left -= 1
            yield Unread(table.name, ("old",), (_problem(table, error),))
    for stage in counts.stages:
        for each in stage.uncompared:
            if not each.of_reading:
                for name in each.examples[: max(left, 0)]:
                    left -= 1
                    what = f"{name}: the {each.under} policy's own promises rule out what it would recommend"
                    yield Unread(table.name, (each.under,), (_problem(table, what, "invariant-broken"),))


def _problem(table: Table, error: str, slug: str = "row-not-read") -> Problem:
    return Problem(Place(table.name), slug, error)
