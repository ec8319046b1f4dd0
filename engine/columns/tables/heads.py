"""The columns of a table and what each of them holds. Knows nothing of Polars, nor of how a table is stored."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from engine.columns.slots import Slot


class Kind(StrEnum):
    """What a column of a table holds."""

    CASE = "case"
    STAGE = "stage"
    PROGRAMME = "programme"
    ANSWER = "answer"
    DATE = "date"


class Head(NamedTuple):
    """One column: its name as it stands in the table, what it holds, and for answers and dates which slot's."""

    name: str
    kind: Kind
    slot: Slot | None = None


def named(heads: tuple[Head, ...], kind: Kind) -> str | None:
    """Return the name of the one column of a kind, if there is one."""
    return next((head.name for head in heads if head.kind is kind), None)
