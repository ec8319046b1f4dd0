"""Cases that were read one by one, and faults of those that were not, as sheets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import polars as pl

from engine.columns.cases import sheets_of, stages
from engine.columns.slots import BESIDE, CASE, ERROR, PROGRAMME, ROW, STAGE
from engine.model.answer import Case
from engine.model.policy import Policy


class Fault(NamedTuple):
    """A row that could not be read: its number, what is wrong with it, and its reference if that is known."""

    row: int
    told: str
    reference: str | None


def sheets(rows: Sequence[int], cases: Sequence[Case], faults: Sequence[Fault], policy: Policy) -> pl.DataFrame:
    """Return cases with the numbers of their rows, and faults, as sheets in the order of those numbers."""
    read = sheets_of(cases, policy).with_columns(pl.Series(ROW, rows, dtype=pl.UInt64))
    return pl.concat([read, _unread(faults)], how="diagonal").sort(ROW)


def joined(blocks: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """Return sheets that follow each other as one; each may have other slots."""
    whole = pl.concat(blocks, how="diagonal")
    return whole.select(*BESIDE, *(name for name in whole.columns if name not in BESIDE))


def _unread(faults: Sequence[Fault]) -> pl.DataFrame:
    return pl.DataFrame(
        [
            pl.Series(ROW, [fault.row for fault in faults], dtype=pl.UInt64),
            pl.Series(CASE, [fault.reference for fault in faults], dtype=pl.String),
            pl.Series(STAGE, [None] * len(faults), dtype=stages()),
            pl.Series(PROGRAMME, [None] * len(faults), dtype=pl.String),
            pl.Series(ERROR, [fault.told for fault in faults], dtype=pl.String),
        ]
    )
