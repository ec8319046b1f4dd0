"""The same rows under two policies, side by side, and what differs. The older one stands under a prefix."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

import polars as pl

from engine.columns.joining import joined, when
from engine.columns.listed import BETWEEN
from engine.columns.names import BROKEN, OUTCOME, Family, column
from engine.columns.screening import columns_of, screened
from engine.columns.seeing import Fault
from engine.columns.slots import BESIDE, CASE, ERROR, ROW, STAGE, slot_named
from engine.columns.tables.recoded import recoded
from engine.model.policy import Outcome, Policy
from engine.model.question import Stage

BEFORE = "before/"
LESS, MORE, OTHER, SAME = "less cautious", "more cautious", "conditions differ", "no change"
CHANGES = pl.Enum([LESS, MORE, OTHER, SAME])
BEFORE_OUTCOME, CHANGE = "before_outcome", "change"
BROKEN_BEFORE, BROKEN_NOW = "before_broken", "broken_now"
"""The promises of its own that the old and the new policy break in a row, joined; "" for none."""
LISTS = ("flags_gained", "flags_lost", "safeguards_gained", "safeguards_lost")
_FAMILIES = (Family.FLAG, Family.SAFEGUARD)
_SCREENED = (*_FAMILIES, Family.PROMISE)


class Pair(NamedTuple):
    """How one flag or safeguard stands in a row under each policy; null for not known."""

    family: Family
    id: str
    before: pl.Expr
    after: pl.Expr

    @property
    def gained(self) -> pl.Expr:
        """Whether it was false and is not now."""
        return ~_stands(self.before) & _stands(self.after)

    @property
    def lost(self) -> pl.Expr:
        """Whether it was not false and is now."""
        return _stands(self.before) & ~_stands(self.after)

    @property
    def differs(self) -> pl.Expr:
        """Whether its truth is another one."""
        return self.before.ne_missing(self.after)


def _stands(truth: pl.Expr) -> pl.Expr:
    """Whether something is true or not known."""
    return truth.fill_null(value=True)


def compared(sheets: pl.LazyFrame, old: Policy, new: Policy, stage: Stage, on: date) -> pl.LazyFrame:
    """Return the rows of a stage that `new` can read: what was and is recommended, the change, and what came and went.

    A row that `old` cannot read has no change. One whose recommendation is ruled out by a promise of the policy's own
    has no outcome on that side, and the promises that are broken beside it. The flags and safeguards of the two columns
    of pairs stay there too. Raises ValueError when either has no rules in force at the stage.
    """
    rows = recoded(sheets, old, new, on, BEFORE)
    rows = screened(rows, new, stage, on, _SCREENED)
    rows = screened(rows, old, stage, on, _SCREENED, prefix=BEFORE)
    change = pl.when(pl.col(BEFORE + ERROR).is_null()).then(_change(old, new, stage))
    return rows.with_columns(
        change.cast(CHANGES).alias(CHANGE),
        _broken(old, stage, BEFORE).alias(BROKEN_BEFORE),
        _broken(new, stage, "").alias(BROKEN_NOW),
    )


def _broken(policy: Policy, stage: Stage, prefix: str) -> pl.Expr:
    names = columns_of(policy, stage, (Family.PROMISE,))
    pieces = [when(pl.col(prefix + name), name.removeprefix(column(Family.PROMISE, ""))) for name in names]
    return pl.when(_given(prefix)).then(pl.lit("")).otherwise(joined(pieces, BETWEEN))


def _both_given() -> pl.Expr:
    return _given(BEFORE) & _given("")


def _given(prefix: str) -> pl.Expr:
    return pl.col(prefix + OUTCOME).is_not_null() & ~pl.col(prefix + BROKEN).fill_null(value=True)


def _change(old: Policy, new: Policy, stage: Stage) -> pl.Expr:
    """Return the change of a row that both can read.

    INVARIANT (broken-promise): where a policy breaks a promise of its own, a row counts as less cautious, whatever it
    would recommend. Only one that is advised against now is known to be none: there is nothing more cautious.
    """
    against = pl.col(OUTCOME) == Outcome.AGAINST.value
    return (
        pl.when(~_given(""))
        .then(pl.lit(LESS))
        .when(~_given(BEFORE))
        .then(pl.when(against).then(pl.lit(MORE)).otherwise(pl.lit(LESS)))
        .otherwise(_change_of_given(old, new, stage))
    )


def _change_of_given(old: Policy, new: Policy, stage: Stage) -> pl.Expr:
    pairs = list(pairs_of(old, new, stage))
    safeguards = [pair for pair in pairs if pair.family is Family.SAFEGUARD]
    otherwise = _any([pair.differs for pair in pairs]) | _any(list(_turned(old, new, pairs)))
    rest = pl.when(otherwise).then(pl.lit(OTHER)).otherwise(pl.lit(SAME))
    if stage is Stage.STRUCTURAL:
        # Nothing is recommended there, so that nothing can be less cautious.
        return rest
    # The outcomes stand from the most cautious to the least.
    was, now = (pl.col(name).to_physical() for name in (BEFORE + OUTCOME, OUTCOME))
    conditional = (pl.col(OUTCOME) == Outcome.CONDITIONAL.value) & (was == now)
    return (
        pl.when(now > was)
        .then(pl.lit(LESS))
        .when(now < was)
        .then(pl.lit(MORE))
        .when(conditional & _any([pair.lost for pair in safeguards]))
        .then(pl.lit(LESS))
        .when(conditional & _any([pair.gained for pair in safeguards]))
        .then(pl.lit(MORE))
        .otherwise(rest)
    )


def pairs_of(old: Policy, new: Policy, stage: Stage) -> Iterator[Pair]:
    """Yield every flag and safeguard that one of the two can find at a stage; what it cannot find is false."""
    for family in _FAMILIES:
        was, now = (set(columns_of(policy, stage, (family,))) for policy in (old, new))
        for name in sorted(was | now):
            before = pl.col(BEFORE + name) if name in was else pl.lit(value=False)
            after = pl.col(name) if name in now else pl.lit(value=False)
            yield Pair(family, name.removeprefix(column(family, "")), before, after)


def _turned(old: Policy, new: Policy, pairs: Sequence[Pair]) -> Iterator[pl.Expr]:
    """Yield, for each flag that has another effect now, whether it stands before and now."""
    for pair in pairs:
        flags = old.flags.get(pair.id), new.flags.get(pair.id)
        if pair.family is Family.FLAG and flags[0] and flags[1] and flags[0].effect is not flags[1].effect:
            yield _stands(pair.before) & _stands(pair.after)


def _any(tests: Sequence[pl.Expr]) -> pl.Expr:
    return reduce(or_, tests, pl.lit(value=False))


# Counted ---------------------------------------------------------------------------------------------------------


class Moved(NamedTuple):
    """Rows that go the same way. An outcome is None where that policy breaks a promise of its own, in `broken_*`."""

    before: Outcome | None
    after: Outcome | None
    change: str
    cases: int
    examples: tuple[str, ...]
    broken_before: tuple[str, ...] = ()
    broken_now: tuple[str, ...] = ()


class Came(NamedTuple):
    """In how many rows a flag or a safeguard changed, by what it was and is now."""

    family: Family
    id: str
    gained: int
    lost: int
    otherwise: int
    settled: int
    """How many of `lost` were not known, and are false now."""
    opened: int
    """How many of `gained` were false, and are not known now."""


class Compared(NamedTuple):
    """What became of the rows of a stage; `left` are those that `old` cannot read: how many, and the first of them."""

    moves: tuple[Moved, ...]
    came: tuple[Came, ...]
    left: tuple[int, tuple[str, ...]] = (0, ())


def moved(sheets: pl.LazyFrame, old: Policy, new: Policy, stage: Stage, on: date, examples: int) -> Compared:
    """Return what becomes of the rows of a stage that `new` can read, from one pass over them."""
    if not old.in_force(stage):
        rows = sheets.filter((pl.col(STAGE) == stage.value) & pl.col(ERROR).is_null())
        number, first = rows.select(pl.len(), _first(examples).implode()).collect(engine="streaming").row(0)
        return Compared((), (), (int(number), _names(first) if number else ()))
    rows = compared(sheets, old, new, stage, on)
    pairs = list(pairs_of(old, new, stage))
    ways = rows.group_by(BEFORE + OUTCOME, OUTCOME, CHANGE, BROKEN_BEFORE, BROKEN_NOW).agg(
        pl.len().alias("cases"),
        _first(examples).alias("examples"),
    )
    counts = rows.filter(_both_given()).select(
        expr.sum().alias(f"{number}/{what}") for number, pair in enumerate(pairs) for what, expr in _kinds(pair)
    )
    found, numbers = pl.collect_all([ways, counts], engine="streaming")
    sums = numbers.row(0, named=True) if numbers.height else {}
    came = [
        Came(pair.family, pair.id, *(int(sums.get(f"{number}/{what}") or 0) for what, _ in _kinds(pair)))
        for number, pair in enumerate(pairs)
    ]
    return Compared(
        tuple(map(_moved, found.filter(pl.col(CHANGE).is_not_null()).rows(named=True))),
        tuple(one for one in came if one.gained or one.lost or one.otherwise),
        _left(found.filter(pl.col(CHANGE).is_null()).rows(named=True), examples),
    )


def _kinds(pair: Pair) -> tuple[tuple[str, pl.Expr], ...]:
    return (
        ("gained", pair.gained),
        ("lost", pair.lost),
        ("otherwise", pair.differs & ~pair.gained & ~pair.lost),
        ("settled", pair.lost & pair.before.is_null()),
        ("opened", pair.gained & pair.after.is_null()),
    )


def _moved(row: Mapping[str, Any]) -> Moved:
    was, now = row[BEFORE + OUTCOME], row[OUTCOME]
    return Moved(
        None if was is None else Outcome(was),
        None if now is None else Outcome(now),
        row[CHANGE],
        row["cases"],
        _names(row["examples"]) if row[CHANGE] != SAME else (),
        _split(row[BROKEN_BEFORE]),
        _split(row[BROKEN_NOW]),
    )


def _split(promises: str) -> tuple[str, ...]:
    return tuple(promises.split(BETWEEN)) if promises else ()


def _first(number: int) -> pl.Expr:
    return pl.struct(ROW, CASE).bottom_k_by(ROW, number)


def _names(first: Sequence[Mapping[str, object]]) -> tuple[str, ...]:
    """Return the references of some rows in the order of the rows."""
    return tuple(str(one[CASE]) for one in sorted(first, key=lambda one: int(str(one[ROW]))))


def _left(rows: Sequence[Mapping[str, Any]], examples: int) -> tuple[int, tuple[str, ...]]:
    """Return how many rows are not compared, and the first of them."""
    first = [one for row in rows for one in row["examples"]]
    return sum(int(row["cases"]) for row in rows), _names(first)[:examples]


# A row each ------------------------------------------------------------------------------------------------------


def changes(sheets: pl.LazyFrame, old: Policy, new: Policy, stage: Stage, on: date) -> pl.LazyFrame:
    """Return for each row of a stage that `new` can read: `row`, the outcome before, the change, and lists of ids.

    Where a policy breaks a promise of its own there are no lists; `before_broken` and `broken_now` name the promises.
    """
    if not old.in_force(stage):
        rows = sheets.filter((pl.col(STAGE) == stage.value) & pl.col(ERROR).is_null())
        nothing = pl.lit(None, dtype=pl.Enum([one.value for one in Outcome])).alias(BEFORE_OUTCOME)
        none = (pl.lit(None, dtype=pl.String).alias(name) for name in (*LISTS, BROKEN_BEFORE, BROKEN_NOW))
        return rows.select(ROW, nothing, pl.lit(None, dtype=CHANGES).alias(CHANGE), *none)
    pairs = list(pairs_of(old, new, stage))
    flags = [pair for pair in pairs if pair.family is Family.FLAG]
    safeguards = [pair for pair in pairs if pair.family is Family.SAFEGUARD]
    lists = (
        [when(pair.gained, pair.id) for pair in flags],
        [when(pair.lost, pair.id) for pair in flags],
        [when(pair.gained, pair.id) for pair in safeguards],
        [when(pair.lost, pair.id) for pair in safeguards],
    )
    given = _both_given()
    told = pl.col(CHANGE).is_not_null()
    return compared(sheets, old, new, stage, on).select(
        ROW,
        pl.when(_given(BEFORE)).then(pl.col(BEFORE + OUTCOME)).alias(BEFORE_OUTCOME),
        CHANGE,
        *(pl.when(given).then(joined(some, BETWEEN)).alias(name) for name, some in zip(LISTS, lists, strict=True)),
        *(pl.when(told).then(pl.col(name)).alias(name) for name in (BROKEN_BEFORE, BROKEN_NOW)),
    )


def sheets_under(sheets: pl.LazyFrame, old: Policy, new: Policy, on: date) -> pl.LazyFrame:
    """Return sheets that were read under `new` as `old` reads them: sheets of their own."""
    both = recoded(sheets, old, new, on, BEFORE)
    slots = [name for name in both.collect_schema() if name.startswith(BEFORE) and _of_a_slot(name)]
    beside = [pl.col(BEFORE + ERROR).alias(ERROR) if name == ERROR else pl.col(name) for name in BESIDE]
    return both.select(*beside, *(pl.col(name).alias(name.removeprefix(BEFORE)) for name in slots))


def _of_a_slot(name: str) -> bool:
    return slot_named(name.removeprefix(BEFORE).removesuffix(":on")) is not None


def only(sheets: pl.LazyFrame, rows: Sequence[int]) -> pl.LazyFrame:
    """Return these rows alone."""
    return sheets.filter(pl.col(ROW).is_in(pl.Series(list(rows), dtype=pl.UInt64).implode()))


def rows_that_change(
    sheets: pl.LazyFrame, old: Policy, new: Policy, stage: Stage, on: date, most: int
) -> list[tuple[int, str]]:
    """Return the first rows of a stage that change, the less cautious before all others, as row and change.

    Only rows that have a recommendation under both: there is nothing to lay side by side in the others.
    """
    if not old.in_force(stage):
        return []
    rows = compared(sheets, old, new, stage, on).filter(_both_given()).select(ROW, CHANGE)
    differing = rows.filter(pl.col(CHANGE) != SAME)
    first = differing.sort(pl.col(CHANGE).to_physical(), ROW).head(most).collect(engine="streaming")
    return [(int(row), str(change)) for row, change in first.rows()]


def readable(sheets: pl.LazyFrame) -> int:
    """Return how many rows have no error."""
    return int(sheets.select(pl.col(ERROR).is_null().sum()).collect(engine="streaming").item())


def faults(sheets: pl.LazyFrame, number: int) -> list[Fault]:
    """Return the first rows that could not be read, each with its error."""
    rows = sheets.filter(pl.col(ERROR).is_not_null()).select(ROW, CASE, ERROR).head(number)
    return [Fault(int(row), case, str(error)) for row, case, error in rows.collect(engine="streaming").rows()]


def faults_of_both(sheets: pl.LazyFrame, before: pl.LazyFrame, unread: int, number: int) -> list[tuple[str, Fault]]:
    """Return the first rows that `new`, and then those that only `old` could not read, each with whose fault it is.

    `before` are the sheets as `old` reads them; `unread` is how many rows `new` could not read.
    """
    now = faults(sheets, number)
    found = [("new", fault) for fault in now]
    if unread <= len(now):
        # What the new policy could not read has its error on the other side too.
        seen = {fault.row for fault in now}
        found += [
            ("old", fault._replace(error=fault.error.removeprefix(f"row {fault.row}: ")))
            for fault in faults(before, number + len(seen))
            if fault.row not in seen
        ]
    return found[:number]
