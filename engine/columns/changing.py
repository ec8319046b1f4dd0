"""Beside each row that is given out, what another policy would have recommended for it, and what changes."""

from __future__ import annotations

import polars as pl

from engine.columns import comparing
from engine.columns.listed import BETWEEN, LINE
from engine.columns.names import BESIDE_CHANGES, CHANGE_LISTS
from engine.columns.slots import ROW

_MADE_OF = (
    comparing.BEFORE_OUTCOME,
    comparing.CHANGE,
    *comparing.LISTS,
    comparing.BROKEN_BEFORE,
    comparing.BROKEN_NOW,
)


def with_changes(rows: pl.LazyFrame, changes: pl.LazyFrame | None) -> pl.LazyFrame:
    """Return finished rows, in their order, each with what changes for it (`comparing.changes`).

    Lists are texts. All of it is null where the row cannot be read under one of the two policies; `changes` is None
    where that is so of all rows.
    """
    if changes is None:
        return rows.with_columns(pl.lit(None, dtype=pl.String).alias(name) for name in BESIDE_CHANGES)
    own = (pl.col(name).alias(told) for name, told in zip(_MADE_OF, BESIDE_CHANGES, strict=True))
    return rows.join(changes.select(ROW, *own), on=ROW, how="left", maintain_order="left")


def changes_as_lists(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Return rows with what changes as lists in place of texts."""
    empty = pl.lit([], dtype=pl.List(pl.String))
    return rows.with_columns(
        pl.when(pl.col(name) == "").then(empty).otherwise(pl.col(name).str.split(BETWEEN)).alias(name)
        for name in CHANGE_LISTS
    )


def changes_in_lines(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Return rows that are lines of JSON with what changes in their line."""
    told = pl.concat_str(pl.col(LINE).str.strip_suffix("}"), *map(_entry, BESIDE_CHANGES), pl.lit("}"))
    return rows.with_columns(told.alias(LINE)).drop(BESIDE_CHANGES)


def _entry(name: str) -> pl.Expr:
    """Return the key and the value of one column, as they follow others on a line of JSON."""
    text = pl.col(name).cast(pl.String)
    if name in CHANGE_LISTS:
        ids = text.str.replace_all(BETWEEN, '", "', literal=True)
        value = pl.when(text == "").then(pl.lit("[]")).otherwise(pl.lit('["') + ids + pl.lit('"]'))
    else:
        value = pl.lit('"') + text + pl.lit('"')
    return pl.lit(f', "{name}": ') + value.fill_null("null")
