"""Rows into a file, in pieces as they come: Parquet, CSV or JSON Lines. Whoever calls it puts the file in its place.

INVARIANT (no formula): no cell of a CSV file begins as a spreadsheet takes a formula to begin. Such a text gets an
apostrophe in front of it, which spreadsheets show as text.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl

from engine.columns.listed import LINE
from engine.columns.slots import CASE, ERROR, ROW
from engine.columns.telling import TELL

AT_ONCE = 16_384
"""Rows of a Parquet file that are worked on together, and written as one group: what a run needs hangs on it."""

CELLS_AT_ONCE, LINES_AT_ONCE = 8_192, 2_048
"""The same for CSV, and for JSON Lines: their rows are longer."""

_FORMULA = (
    r"""^[\s"'`\p{Cc}\p{Cf}\p{Z}]*[=+\-@\t\r\n\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}\x{2212}\x{FE62}-\x{FE66}\x{FE6B}]"""
)


def write_parquet(rows: pl.LazyFrame, path: Path) -> None:
    """Write rows to a Parquet file."""
    with pl.Config(streaming_chunk_size=AT_ONCE):
        rows.drop(ROW).sink_parquet(path, compression_level=1, row_group_size=AT_ONCE)


def write_csv(rows: pl.LazyFrame, path: Path) -> None:
    """Write rows, whose lists are texts by now, to a CSV file that no spreadsheet takes for formulas.

    Every other text in a row is an id of the policy, which begins with a letter or a digit, or a fixed text of ours.
    """
    there = rows.collect_schema().names()
    harmless = [defused(pl.col(name)).alias(name) for name in (CASE, TELL, ERROR) if name in there]
    with pl.Config(streaming_chunk_size=CELLS_AT_ONCE):
        rows.with_columns(harmless).drop(ROW).sink_csv(path, check_extension=False)


def write_lines(rows: pl.LazyFrame, path: Path) -> None:
    """Write the line of each row to a file."""
    with pl.Config(streaming_chunk_size=LINES_AT_ONCE):
        rows.select(LINE).sink_csv(path, include_header=False, quote_style="never", check_extension=False)


def defused(text: pl.Expr) -> pl.Expr:
    """Return a text with an apostrophe before it where a spreadsheet could take it for a formula."""
    return pl.when(text.str.contains(_FORMULA)).then(pl.lit("'") + text).otherwise(text)


def watched(rows: pl.LazyFrame, look: Callable[[pl.DataFrame], None]) -> pl.LazyFrame:
    """Let `look` see every row on its way through, some at a time, in no certain order and from several threads."""

    def passed(some: pl.DataFrame) -> pl.DataFrame:
        look(some)
        return some

    return rows.map_batches(passed, streamable=True, validate_output_schema=False)
