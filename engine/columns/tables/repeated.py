"""Which references stand in more than one row of a table, in memory that does not grow with the table.

Each row would hide what the other says, so that neither may be screened.
"""

from __future__ import annotations

import polars as pl

MOST = 100_000
"""How many repeated references are counted: past that, the table is of another kind altogether."""

_AT_ONCE = 2_000_000
_SEED = 20_261_122


class TooMany(Exception):
    """More references are repeated than are counted."""


def repeated(references: pl.LazyFrame, rows: int, *, passes: int | None = None) -> frozenset[str]:
    """Return the texts that stand more than once in the one column of a frame. Raises TooMany.

    Their hashes are counted, a part of them in each pass over the column; then the texts behind equal hashes.
    """
    (name,) = references.collect_schema().names()
    parts = passes or max(1, -(-rows // _AT_ONCE))
    hashed = references.select(pl.col(name).cast(pl.String)).filter(pl.col(name).is_not_null() & (pl.col(name) != ""))
    hashed = hashed.with_columns(pl.col(name).hash(_SEED).alias("\0hash"))
    doubtful: list[pl.Series] = []
    for part in range(parts):
        mine = hashed.filter(pl.col("\0hash") % parts == part) if parts > 1 else hashed
        counted = mine.select("\0hash").group_by("\0hash").len().filter(pl.col("len") > 1)
        doubtful.append(counted.head(MOST + 1).collect(engine="streaming")["\0hash"])
        if sum(map(len, doubtful)) > MOST:
            raise TooMany
    hashes = pl.concat(doubtful)
    if hashes.is_empty():
        return frozenset()
    counted = hashed.filter(pl.col("\0hash").is_in(hashes.implode())).group_by(name).len().filter(pl.col("len") > 1)
    return frozenset(counted.collect(engine="streaming")[name])
