"""Tables as they are stored, as lazy frames with the columns `row` and `error`: Parquet files, and records of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import polars as pl
from polars.io.plugins import register_io_source

from engine.columns.slots import ERROR, ROW


class Stored(NamedTuple):
    """A table as it is stored: its rows, and the types of its columns without `row` and `error`.

    `held`: whether it is in memory already.
    """

    rows: pl.LazyFrame
    kinds: dict[str, pl.DataType]
    held: bool = False


class Broken(Exception):
    """What should be a Parquet file is none, or is damaged."""


@contextmanager
def whole() -> Iterator[None]:
    """Raise Broken in place of whatever Polars has to say of a file: it may quote what stands there."""
    try:
        yield
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException):
        raise Broken from None


def parquet(source: Path | bytes) -> Stored:
    """Return a Parquet file; its rows are numbered from 1. Raises what Polars raises, or OSError."""
    given = BytesIO(source) if isinstance(source, bytes) else source.resolve()
    scanned = pl.scan_parquet(given, glob=False, hive_partitioning=False)
    kinds = dict(scanned.collect_schema())
    if ROW in kinds or ERROR in kinds:
        return Stored(scanned, kinds)
    rows = pl.scan_parquet(given, glob=False, hive_partitioning=False, row_index_name=ROW, row_index_offset=1)
    return Stored(rows.with_columns(pl.col(ROW).cast(pl.UInt64), pl.lit(None, dtype=pl.String).alias(ERROR)), kinds)


class Plain(NamedTuple):
    """Lines that hold as many cells as the header, and no quotation mark: their numbers, and what separates cells."""

    rows: Sequence[int]
    lines: Sequence[str]
    separator: str


class Block(NamedTuple):
    """Some records: their rows, their cells column by column in the order of the header, and their faults; and lines.

    A row is in one of the two.
    """

    rows: Sequence[int]
    cells: Sequence[Sequence[str | None]]
    faults: Sequence[str | None]
    plain: Plain | None = None


def text(blocks: Callable[[], Iterator[Block]], header: Sequence[str], *, held: bool) -> Stored:
    """Return records of text as a table. `held`: kept in memory; else read anew whenever they are wanted."""
    kinds: dict[str, pl.DataType] = dict.fromkeys(header, pl.String())
    if held:
        frames = [_frame(block, header) for block in blocks()]
        return Stored(pl.concat(frames or [_frame(Block((), [()] * len(header), ()), header)]).lazy(), kinds, held=True)

    def source(
        with_columns: list[str] | None, predicate: pl.Expr | None, n_rows: int | None, _size: int | None
    ) -> Iterator[pl.DataFrame]:
        left = n_rows
        # A filter may look at columns that nobody asked for: then every one is made.
        wanted = header if with_columns is None or predicate is not None else _both(header, with_columns)
        for block in blocks():
            frame = _frame(block, header, wanted)
            if left is not None:
                frame = frame.head(left)
                left -= frame.height
            if predicate is not None:
                frame = frame.filter(predicate)
            yield frame.select(with_columns) if with_columns is not None else frame
            if left == 0:
                return

    schema = {ROW: pl.UInt64(), ERROR: pl.String(), **kinds}
    return Stored(register_io_source(source, schema=schema), kinds)


def _both(header: Sequence[str], names: Sequence[str]) -> list[str]:
    asked = frozenset(names)
    return [name for name in header if name in asked]


def _frame(block: Block, header: Sequence[str], wanted: Sequence[str] | None = None) -> pl.DataFrame:
    """Return the rows of a block with the wanted columns, or with all of them."""
    wanted = header if wanted is None else wanted
    kept = frozenset(wanted)
    records = pl.DataFrame(
        [
            pl.Series(ROW, block.rows, dtype=pl.UInt64),
            pl.Series(ERROR, block.faults, dtype=pl.String),
            *(
                pl.Series(name, cells, dtype=pl.String)
                for name, cells in zip(header, block.cells, strict=True)
                if name in kept
            ),
        ]
    )
    if block.plain is None or not block.plain.rows:
        return records
    lines = _cut(block.plain, header, wanted)
    return lines if records.is_empty() else pl.concat([records, lines]).sort(ROW)


def _cut(plain: Plain, header: Sequence[str], wanted: Sequence[str]) -> pl.DataFrame:
    """Return lines without quotation marks cut at each separator."""
    kept = frozenset(wanted)
    beside = pl.DataFrame([pl.Series(ROW, plain.rows, dtype=pl.UInt64)]).with_columns(
        pl.lit(None, dtype=pl.String).alias(ERROR)
    )
    if not wanted:
        return beside
    frame = pl.read_csv(
        "\n".join(plain.lines).encode(),
        columns=[number for number, name in enumerate(header) if name in kept],
        separator=plain.separator,
        has_header=False,
        infer_schema=False,
        quote_char=None,
        raise_if_empty=False,
    )
    if frame.shape != (len(plain.lines), len(wanted)):
        raise AssertionError("lines were cut into another number of cells")
    frame.columns = list(wanted)
    return beside.hstack(frame)
