"""A table in parts: one part written as a whole, what it holds, and many of them read as one table."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from engine.columns.slots import ROW

if TYPE_CHECKING:
    import polars as pl


class Held(NamedTuple):
    """The rows that a written part holds: how many, and from which to which."""

    rows: int
    first: int
    last: int


def version() -> str:
    """Return the version of the column engine."""
    import polars as pl

    return pl.__version__


def write_part(table: pl.LazyFrame, path: Path) -> None:
    """Write a table to a Parquet file that is not there yet, readable by its owner alone, and down to the disk."""
    import polars as pl

    from engine.columns.writing import AT_ONCE

    # The owner's alone before there is anything in it.
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with pl.Config(streaming_chunk_size=AT_ONCE):
        table.sink_parquet(path, compression_level=1, row_group_size=AT_ONCE, maintain_order=True)
    with path.open("rb") as file:
        os.fsync(file.fileno())


def held_by(path: Path) -> Held | None:
    """Return which rows a part holds; None when they do not ascend one by one."""
    import polars as pl

    rows = pl.scan_parquet(path, glob=False, hive_partitioning=False).select(ROW).collect(engine="streaming")[ROW]
    first, last = rows.first(), rows.last()
    if not isinstance(first, int) or not isinstance(last, int) or last - first + 1 != rows.len():
        return None
    return (
        Held(rows.len(), first, last)
        if (rows == pl.int_range(first, last + 1, dtype=pl.UInt64, eager=True)).all()
        else None
    )


def joined(paths: Sequence[Path]) -> pl.LazyFrame:
    """Return parts as one table, in this order. Reading it fails unless all have the same columns of the same types."""
    import polars as pl

    return pl.scan_parquet(
        list(paths), glob=False, hive_partitioning=False, missing_columns="raise", extra_columns="raise"
    )
