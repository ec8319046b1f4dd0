"""What is wrong with a row, in words: where, which column, what was expected. Never what stands there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import polars as pl

from engine.columns.slots import CASE, ERROR, ROW

MOST_FAULTS = 5
"""How many faults of one row are told: past this, the row is of another table altogether."""
_JOINT = "; "


class Place(NamedTuple):
    """How a row is pointed at: the name of the table, and what stands before the number of the row."""

    table: str
    before: str = ":"

    def of(self, row: int) -> str:
        """Return where a row is."""
        return f"{self.table}{self.before}{row}"


class Check(NamedTuple):
    """A fault that a row may have: an expression that is true where it has, and the words for it."""

    found: pl.Expr
    told: str


def told(place: str, faults: Sequence[str]) -> str:
    """Return the faults of a row as one text."""
    more = len(faults) - MOST_FAULTS
    shown = [*faults[:MOST_FAULTS], *([f"and {more} more"] if more > 0 else [])]
    return f"{place}: {_JOINT.join(shown)}"


def with_faults(frame: pl.LazyFrame, checks: Sequence[Check], place: Place, column: str = ERROR) -> pl.LazyFrame:
    """Return the frame with a column of faults: what `error` holds already, else what the checks find, else null.

    Words are made for faulty rows only; where there is none, nothing but a few bits for each row is looked at.
    """
    names = [f"\0fault{number}" for number in range(len(checks))]
    marked = [check.found.fill_null(value=True).alias(name) for name, check in zip(names, checks, strict=True)]
    words = [check.told for check in checks]
    # Columns of their own first: among the arguments of a function, tests of lists take a hundred times as long.
    return (
        frame.with_columns(marked)
        .with_columns(
            pl.map_batches(
                [ROW, ERROR, *names], _telling(place, words), return_dtype=pl.String(), is_elementwise=True
            ).alias(column)
        )
        .drop(names)
    )


def _telling(place: Place, words: Sequence[str]) -> Callable[[Sequence[pl.Series]], pl.Series]:
    def tell(columns: Sequence[pl.Series]) -> pl.Series:
        # What is the same in every row may come as one value.
        count = len(columns[0])
        rows, before, *found = (each if len(each) == count else each.new_from_index(0, count) for each in columns)
        hit = before.is_not_null()
        for each in found:
            hit |= each
        if not hit.any():
            return pl.Series(ERROR, [None], dtype=pl.String).new_from_index(0, len(rows))
        texts: list[str | None] = [None] * len(rows)
        for at in hit.arg_true():
            faults = [text for text, each in zip(words, found, strict=True) if each[at]]
            texts[at] = before[at] if before[at] is not None else told(place.of(rows[at]), faults)
        return pl.Series(ERROR, texts, dtype=pl.String)

    return tell


def with_fault(sheets: pl.LazyFrame, found: pl.Expr, words: str, place: Place) -> pl.LazyFrame:
    """Return sheets with one more fault in the rows where `found` is true."""
    where = pl.concat_str(pl.lit(f"{place.table}{place.before}"), pl.col(ROW).cast(pl.String), pl.lit(f": {words}"))
    more = pl.concat_str(pl.col(ERROR), pl.lit(_JOINT + words))
    return sheets.with_columns(pl.when(found).then(pl.coalesce(more, where)).otherwise(pl.col(ERROR)).alias(ERROR))


REPEATED = (
    "this reference stands in several rows, so that each would hide what the other says: "
    "put all answers of a case into one row, or leave the older row out"
)


def with_repeated(sheets: pl.LazyFrame, references: frozenset[str], place: Place) -> pl.LazyFrame:
    """Return sheets in which every row of these references has that as its fault."""
    if not references:
        return sheets
    these = pl.Series(sorted(references), dtype=pl.String)
    return with_fault(sheets, pl.col(CASE).is_in(these.implode()).fill_null(value=False), REPEATED, place)


MENTIONED = (
    "a row that cannot be read may be of the same case, and this one would hide what it says: correct that row first"
)


def with_mentioned(sheets: pl.LazyFrame, references: frozenset[str], place: Place) -> pl.LazyFrame:
    """Return sheets in which no row of these references is read: they stand in rows of which nothing else is known."""
    if not references:
        return sheets
    these = pl.Series(sorted(references), dtype=pl.String)
    found = pl.col(ERROR).is_null() & pl.col(CASE).is_in(these.implode()).fill_null(value=False)
    return with_fault(sheets, found, MENTIONED, place)
