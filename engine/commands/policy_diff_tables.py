"""Tables of cases under two policies: the columns find which cases change, and the definition says why.

INVARIANT (agreement): a case that is listed was screened singly under both policies, and changes as the columns said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from engine import api
from engine.compare.caseload import change_of, named_as, of_removed
from engine.compare.cases import CaseDifference, CasesDifference, NotListed, Unread, case_difference
from engine.compare.renamed import renamed_between
from engine.errors import ForethoughtError, MissingPart, NoRecommendation, Place, Problem
from engine.model.policy import Policy
from engine.model.question import Stage
from engine.report.batch.transitions_data import Change, Move, Transitions

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
        problems = tuple(_with_help(of_removed(problem, old, new), problem) for problem in error.problems)
        whole = Unread(named, ("new",), problems, whole=True)
        return found._replace(unread=(*found.unread, whole))
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
    broken = sum(move.cases for move in _broken(counts))
    compared = counts.compared - broken
    left = counts.rows - compared
    return found._replace(
        compared=found.compared + compared,
        changed=(*found.changed, *listed),
        unread=(*found.unread, *unread),
        not_listed=found.not_listed.plus(
            _beyond(counts, listed)._replace(
                unread=left - len(unread), broken=broken - sum(one.broken for one in unread)
            )
        ),
    )


def _with_help(told: Problem, as_read: Problem) -> Problem:
    """Return a problem whose message says what to do as well, where it was told anew: the list shows messages alone."""
    return told if told == as_read else told._replace(message=f"{told.message}; {told.help}")


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
    """Return how many cases change and are not among those listed; those without a recommendation are not screened."""
    moves = [
        (stage.stage, move)
        for stage in counts.stages
        for move in stage.moves
        if move.change is not Change.NO_CHANGE and move not in stage.broken
    ]
    changed = sum(move.cases for _, move in moves)
    outcome = sum(
        move.cases for stage, move in moves if move.before is not move.after and stage is not Stage.STRUCTURAL
    )
    less = sum(move.cases for _, move in moves if move.change is Change.LESS_CAUTIOUS)
    named = sum(one.outcome_differs for one in listed)
    return NotListed(outcome - named, changed - outcome - (len(listed) - named), less - sum(one.less for one in listed))


def _broken(counts: Transitions) -> list[Move]:
    return [move for stage in counts.stages for move in stage.broken]


def _unread(table: Table, before: Table, counts: Transitions) -> Iterator[Unread]:
    """Yield the first rows that are not compared, each with why; before all others where a promise is broken."""
    from engine.columns.comparing import faults_of_both

    left = MOST_LISTED
    for move in _broken(counts):
        under = tuple(word for word, ids in (("old", move.broken_before), ("new", move.broken_now)) if ids)
        told = [
            f"the {word} policy breaks its promise {', '.join(ids)}, so that it recommends nothing"
            for word, ids in (("old", move.broken_before), ("new", move.broken_now))
            if ids
        ]
        for name in move.examples[:left]:
            left -= 1
            where = Place(f"{table.name} ({name})")
            yield Unread(table.name, under, tuple(Problem(where, "invariant-broken", what) for what in told))
    for word, fault in faults_of_both(table.sheets, before.sheets, table.unread, left) if left else ():
        row = table.name if table.before is None else f"{table.name}{table.before}{fault.row}"
        message = fault.error.removeprefix(f"{row}: ").removeprefix(f"case {fault.case}: ")
        where = Place(f"{row} ({fault.case})" if fault.case else row)
        yield Unread(table.name, (word,), (Problem(where, "row-not-read", message),))
