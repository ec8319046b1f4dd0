"""What is seen of rows: some of them picked out to be screened singly, all of them counted on their way through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from typing import NamedTuple

import polars as pl

from engine.columns.names import OUTCOME
from engine.columns.slots import CASE, ERROR, ROW, STAGE
from engine.model.policy import Outcome
from engine.model.question import Stage

_PLACE = "~place"
_MOST_ERRORS = 5


class Fault(NamedTuple):
    """A row without a recommendation, and why."""

    row: int
    case: str
    error: str


class Seen(NamedTuple):
    """What has passed so far: rows; those without a recommendation, the first of them; the others by outcome."""

    rows: int
    unread: int
    outcomes: Mapping[tuple[Stage, Outcome | None], int]
    faults: tuple[Fault, ...]


def spread(sheets: pl.LazyFrame, readable: int, number: int) -> pl.DataFrame:
    """Return so many of the rows that can be read, spread evenly over the table; all of them if there are no more."""
    rows = sheets.filter(pl.col(ERROR).is_null())
    if number < readable:
        places = sorted({place * readable // number for place in range(number)})
        rows = rows.with_row_index(_PLACE).filter(pl.col(_PLACE).is_in(places)).drop(_PLACE)
    return rows.collect(engine="streaming")


class Watch:
    """Sees rows pass, counts them, and keeps those that are wanted. Several threads may show it rows at once."""

    def __init__(self, wanted: Iterable[int], tell: Callable[[Seen], None]) -> None:
        self.kept: dict[int, dict[str, object]] = {}
        self._wanted = pl.Series(list(wanted), dtype=pl.UInt64)
        self._tell = tell
        self._lock = Lock()
        self._rows = 0
        self._outcomes: Counter[tuple[Stage, Outcome | None]] = Counter()
        self._faults: list[Fault] = []
        self._unread = 0

    def look(self, some: pl.DataFrame) -> None:
        """Count these rows and tell how far it is by now."""
        counts = some.filter(pl.col(ERROR).is_null()).group_by(STAGE, OUTCOME).len().rows()
        faulty = some.filter(pl.col(ERROR).is_not_null())
        first = faulty.select(ROW, pl.col(CASE).fill_null(""), ERROR).sort(ROW).head(_MOST_ERRORS).rows()
        kept = some.filter(pl.col(ROW).is_in(self._wanted.implode())).to_dicts()
        with self._lock:
            self._rows += some.height
            self._unread += faulty.height
            for stage, outcome, number in counts:
                self._outcomes[Stage(stage), Outcome(outcome) if outcome is not None else None] += number
            self._faults = sorted([*self._faults, *(Fault(*one) for one in first)])[:_MOST_ERRORS]
            self.kept.update({row[ROW]: row for row in kept})
            self._tell(self._seen())

    def seen(self) -> Seen:
        """Return what has passed so far."""
        with self._lock:
            return self._seen()

    def _seen(self) -> Seen:
        return Seen(self._rows, self._unread, dict(self._outcomes), tuple(self._faults))
