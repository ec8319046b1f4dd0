"""What a change of the policy does to the cases of a table, by the columns: one pass, counts, and a few by name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from engine.model.policy import Policy
from engine.model.question import Stage
from engine.report.batch.transitions_data import (
    Change,
    Differing,
    Move,
    StageTransitions,
    Transitions,
    Uncompared,
    Versions,
)

if TYPE_CHECKING:
    import polars as pl

    from engine.batch.reading import Table
    from engine.columns.comparing import Compared

EXAMPLES = 5
"""How many cases of each kind are named."""

_ORDER: Final = tuple(Change)


def transitions(table: Table, old: Policy, new: Policy, on: date, examples: int = EXAMPLES) -> Transitions:
    """Return which cases of a table that `new` has read get another recommendation than `old` gives them.

    What was only renamed must have one name in both. Raises ValueError when rows are lost, which is a fault.
    """
    from engine.columns.comparing import moved

    stages = tuple(
        _stage(stage, moved(table.sheets, old, new, stage, on, examples)) for stage in Stage if stage in table.stages
    )
    found = Transitions(Versions(_version(old), _version(new)), on.isoformat(), table.rows, table.unread, stages)
    left = sum(stage.uncompared.cases for stage in stages)
    if found.compared + left + table.unread != table.rows:
        raise ValueError("the rows that were compared are not the rows that were read")
    return found


def _version(policy: Policy) -> tuple[str, str, str]:
    return policy.id, policy.version, policy.fingerprint


def _stage(stage: Stage, found: Compared) -> StageTransitions:
    moves = [
        Move(one.before, one.after, Change(one.change), one.cases, one.examples, one.broken_before, one.broken_now)
        for one in found.moves
    ]
    number, first = found.left
    return StageTransitions(
        stage,
        sum(move.cases for move in moves),
        tuple(sorted(moves, key=_gravest_first)),
        tuple(
            Differing(str(one.family), one.id, one.gained, one.lost, one.otherwise, one.settled, one.opened)
            for one in found.came
        ),
        Uncompared(number, first),
    )


def _gravest_first(move: Move) -> tuple[object, ...]:
    was, now = (3 if outcome is None else outcome.caution for outcome in (move.before, move.after))
    return not move.broken_now, not move.broken_before, _ORDER.index(move.change), -was, -now, move.broken


def compared(table: Table, old: Policy, new: Policy, on: date) -> pl.LazyFrame:
    """Return a row for each row of a table that `new` can read, ascending: what changes for it under `new`.

    `change` is null where `old` cannot read the row. Where the new policy breaks a promise of its own it is less
    cautious, and `broken_now` names the promise; `before_broken` does so for the old one, and there is no
    `before_outcome` then.
    """
    from engine.columns.comparing import changes
    from engine.columns.listed import together

    branches = [changes(table.sheets, old, new, stage, on) for stage in table.stages]
    if not branches:
        raise ValueError("no row of the table can be read")
    return together(branches)


def under_the_old(table: Table, old: Policy, new: Policy, on: date) -> Table:
    """Return a table that `new` has read as `old` reads it."""
    from engine.columns.comparing import readable, sheets_under

    sheets = sheets_under(table.sheets, old, new, on)
    stages = tuple(stage for stage in table.stages if old.in_force(stage))
    return table._replace(sheets=sheets, stages=stages, unread=table.rows - readable(sheets))
