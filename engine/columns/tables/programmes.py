"""The programmes' profiles that the rows of a table name, beside the answers of each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import polars as pl

from engine.columns.cases import sheets_of
from engine.columns.slots import BESIDE, PROGRAMME
from engine.columns.tables.faults import Check
from engine.model.answer import Case
from engine.model.policy import Policy
from engine.model.question import Stage

PATH = "\0programme"
"""The column that holds what a row names as its profile, null where it names none."""


class Programmes(NamedTuple):
    """Profiles by the path that rows name them with, as rows of a frame: PATH, `programme` and their slots.

    `of_all` is the profile of every row that names none, and `same`
    are the paths that name that very profile too.
    """

    by_path: pl.DataFrame | None = None
    of_all: pl.DataFrame | None = None
    same: frozenset[str] = frozenset()

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of the columns that hold the answers of the profiles."""
        frames = [frame for frame in (self.by_path, self.of_all) if frame is not None]
        return tuple(dict.fromkeys(c for frame in frames for c in frame.columns if c not in {PATH, PROGRAMME}))

    def joined(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """Return the frame with the column `programme` and the slots of each row's profile."""
        columns = (PROGRAMME, *self.slots)
        if self.of_all is not None:
            row = self.of_all.row(0, named=True)
            kinds = self.of_all.schema
            return frame.with_columns(pl.lit(row[name], dtype=kinds[name]).alias(name) for name in columns)
        if self.by_path is None:
            return frame.with_columns(pl.lit(None, dtype=pl.String).alias(PROGRAMME))
        return frame.join(self.by_path.lazy(), on=PATH, how="left", maintain_order="left")

    def checks(self, *, of_client: pl.Expr) -> Iterator[Check]:
        """Yield what may be wrong with what a row names."""
        path = pl.col(PATH)
        named = path.is_not_null()
        if self.of_all is not None:
            yield Check(~of_client, "only a client's case has a programme, and one was given for the whole table")
            yield Check(
                named & ~path.is_in(sorted(self.same)).fill_null(value=False),
                "`programme` is not the profile that was given for the whole table: leave the option or the cell out",
            )
            return
        yield Check(named & ~of_client, "only a client's case has a `programme`: leave it empty")
        known = self.by_path[PATH].to_list() if self.by_path is not None else []
        yield Check(
            named & ~path.is_in(known).fill_null(value=False),
            "`programme` names a profile that cannot be read: write its path, seen from the folder of the table",
        )


def programmes(by_path: Mapping[str, Case], of_all: Case | None, policy: Policy) -> Programmes:
    """Return profiles as rows: those that rows name by their path, and the one of every row that names none."""
    if of_all is not None:
        same = frozenset(path for path, profile in by_path.items() if profile == of_all)
        return Programmes(of_all=_rows([of_all], policy), same=same)
    if not by_path:
        return Programmes()
    rows = _rows(list(by_path.values()), policy)
    return Programmes(by_path=rows.with_columns(pl.Series(PATH, list(by_path), dtype=pl.String)))


def _rows(profiles: list[Case], policy: Policy) -> pl.DataFrame:
    sheet = sheets_of([Case("", Stage.START, {}, profile) for profile in profiles], policy)
    return sheet.drop(column for column in BESIDE if column != PROGRAMME)
