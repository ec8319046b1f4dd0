"""What must be known of a whole table before any row is screened: a few passes over it that keep none of its rows."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from engine.columns.slots import CASE, ERROR, STAGE
from engine.columns.tables.heads import Head, Kind, named
from engine.columns.tables.repeated import repeated
from engine.columns.tables.stored import Stored
from engine.model.question import Stage

_REFERENCE = "[A-Za-z0-9][A-Za-z0-9._/-]{0,39}"


def rows(table: Stored) -> int:
    """Return how many rows a table has."""
    return int(table.rows.select(pl.len()).collect(engine="streaming").item())


def distinct(table: Stored, column: str, most: int) -> list[str]:
    """Return the texts that stand in a column, at most one more than `most`."""
    texts = table.rows.select(pl.col(column).cast(pl.String)).drop_nulls().filter(pl.col(column) != "").unique()
    return texts.head(most + 1).collect(engine="streaming")[column].to_list()


def repeated_in(table: Stored, heads: tuple[Head, ...], count: int, passes: int | None) -> frozenset[str]:
    """Return the references that stand in several rows of a table with this many. Raises TooMany."""
    name = named(heads, Kind.CASE)
    return repeated(table.rows.select(pl.col(name or "")), count, passes=passes)


def stages_and_unread(sheets: pl.LazyFrame) -> tuple[tuple[Stage, ...], int]:
    """Return the stages of the rows that can be screened, and how many rows cannot."""
    unread = pl.col(ERROR).is_not_null()
    counted = sheets.select(pl.col(STAGE), unread.alias("unread")).group_by("unread", STAGE).len()
    found = counted.collect(engine="streaming")
    there = set(found.filter(~pl.col("unread"))[STAGE].to_list())
    count = found.filter(pl.col("unread"))["len"].sum()
    return tuple(stage for stage in Stage if stage.value in there), int(count)


def misspelt(table: Stored, heads: tuple[Head, ...]) -> frozenset[str]:
    """Return what may be meant by the references of a table that are none, as with a blank before or behind them."""
    column = pl.col(named(heads, Kind.CASE) or "").cast(pl.String)
    wrong = table.rows.select(column.alias(CASE)).filter(~pl.col(CASE).str.contains(f"^(?:{_REFERENCE})$"))
    texts = (pl.col(CASE), pl.col(CASE).str.replace_all('"', "", literal=True))
    found = pl.concat(wrong.select(each.str.extract_all(_REFERENCE).explode()) for each in texts).drop_nulls().unique()
    return frozenset(found.collect(engine="streaming")[CASE])


def read_of(sheets: pl.LazyFrame, references: Iterable[str]) -> frozenset[str]:
    """Return those of the references that a row without a fault has."""
    these = pl.Series(sorted(references), dtype=pl.String)
    if these.is_empty():
        return frozenset()
    there = sheets.select(CASE, ERROR).filter(pl.col(ERROR).is_null() & pl.col(CASE).is_in(these.implode()))
    return frozenset(there.select(CASE).unique().collect(engine="streaming")[CASE])


def held(sheets: pl.LazyFrame) -> pl.LazyFrame:
    """Return sheets that are made once and kept in memory."""
    return sheets.collect().lazy()
