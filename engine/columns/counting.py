"""Screened cases counted: how many have each outcome, each flag, each question to be found out. Keeps no row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import polars as pl

from engine.columns.listed import given
from engine.columns.names import OUTCOME, Family, column
from engine.columns.screening import columns_of, screened
from engine.model.policy import Outcome, Policy
from engine.model.question import Stage

_NEEDED = (Family.FLAG, Family.FIND)
_CASES, _REFUSED = "cases", "refused"


class Numbers(NamedTuple):
    """The counts of one stage. `refused` are the rows that have no recommendation; nothing else counts them.

    `true` and `unknown` are by flag, `find` by question.
    """

    cases: int
    refused: int
    outcomes: Mapping[Outcome, int]
    true: Mapping[str, int]
    unknown: Mapping[str, int]
    find: Mapping[str, int]


def numbers(sheets: pl.LazyFrame, policy: Policy, stages: Sequence[Stage], on: date) -> dict[Stage, Numbers]:
    """Return the counts of each of these stages, from one pass over the rows of each."""
    wanted = [
        screened(sheets, policy, stage, on, _NEEDED).select(
            *_counting(columns_of(policy, stage, (Family.FLAG,)), columns_of(policy, stage, (Family.FIND,)))
        )
        for stage in stages
    ]
    found = pl.collect_all(wanted, engine="streaming")
    return {stage: _read(counts.row(0, named=True)) for stage, counts in zip(stages, found, strict=True)}


def _counting(flags: Sequence[str], find: Sequence[str]) -> list[pl.Expr]:
    among = given()
    exprs = [among.sum().alias(_CASES), (~among).sum().alias(_REFUSED)]
    exprs += [(among & (pl.col(OUTCOME) == one.value)).sum().alias(column_of(one)) for one in Outcome]
    exprs += [(among & pl.col(name).fill_null(value=False)).sum().alias(f"true/{name}") for name in flags]
    exprs += [(among & pl.col(name).is_null()).sum().alias(f"unknown/{name}") for name in flags]
    exprs += [(among & pl.col(name)).sum().alias(name) for name in find]
    return exprs


def column_of(outcome: Outcome) -> str:
    """Return the name under which an outcome is counted."""
    return f"{OUTCOME}/{outcome.value}"


def _read(row: Mapping[str, int]) -> Numbers:
    def by_id(prefix: str) -> dict[str, int]:
        return {name.removeprefix(prefix): int(number) for name, number in row.items() if name.startswith(prefix)}

    return Numbers(
        int(row[_CASES]),
        int(row[_REFUSED]),
        {one: int(row[column_of(one)]) for one in Outcome},
        by_id(f"true/{column(Family.FLAG, '')}"),
        by_id(f"unknown/{column(Family.FLAG, '')}"),
        by_id(column(Family.FIND, "")),
    )
