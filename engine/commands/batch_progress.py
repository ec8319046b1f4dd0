"""A line on the terminal that says how far a batch is; nowhere else is anything said while it runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from time import monotonic
from typing import TYPE_CHECKING

from engine.batch.run import Progress
from engine.model.policy import Outcome

if TYPE_CHECKING:
    from engine.columns.seeing import Fault

_PAUSE = 0.2
"""Seconds between two lines: no faster than they can be read."""
_WORDS = {
    Outcome.AGAINST: "against",
    Outcome.UNDETERMINED: "cannot recommend yet",
    Outcome.CONDITIONAL: "conditional",
}


class Line:
    """One line of standard error, written over and over; nothing where that is no terminal that can."""

    def __init__(self) -> None:
        terminal = sys.stderr is not None and sys.stderr.isatty()
        self._shown = terminal and os.environ.get("TERM") != "dumb"
        self._begun = monotonic()
        self._next = self._begun
        self._there = False

    def show(self, progress: Progress) -> None:
        """Say how far it is, unless it was said a moment ago."""
        self._show(progress.rows, progress.of, lambda: counts(progress.outcomes, progress.unread))

    def show_parts(self, rows: int, of: int, unread: int, workers: int) -> None:
        """Say how far the workers of a cluster are."""
        self._show(rows, of, lambda: f"no recommendation {unread:,}; {workers} workers")

    def _show(self, rows: int, of: int, told: Callable[[], str]) -> None:
        now = monotonic()
        if not self._shown or now < self._next:
            return
        self._next = now + _PAUSE
        rate = rows / max(now - self._begun, 0.001)
        self._write(f"{rows:,} of {of:,} cases, {rate:,.0f} a second; {told()}")

    def away(self) -> None:
        """Take the line away: what comes next begins at the margin."""
        if self._there:
            self._write("")
            self._there = False

    def _write(self, text: str) -> None:
        from shutil import get_terminal_size

        width = max(get_terminal_size((80, 24)).columns - 1, 1)
        try:
            sys.stderr.write(f"\r\x1b[K{text[:width]}")
            sys.stderr.flush()
        except (OSError, ValueError):
            self._shown = False
        self._there = True


def counts(outcomes: Mapping[Outcome, int], unread: int) -> str:
    """Return how many cases have which outcome, and how many none."""
    told = [f"{word} {outcomes.get(outcome, 0):,}" for outcome, word in _WORDS.items()]
    return ", ".join([*told, *([f"no recommendation {unread:,}"] if unread else [])])


def grouped(faults: Iterable[Fault], table: str, before: str | None) -> Iterator[str]:
    """Yield what is wrong with rows, each reason once: behind the places of its rows where it is that of several."""
    groups: dict[str, list[tuple[str, Fault]]] = {}
    for fault in faults:
        place = table if before is None else f"{table}{before}{fault.row}"
        reason = fault.error.removeprefix(f"{place}: ").removeprefix(f"case {fault.case}: ")
        groups.setdefault(reason, []).append((place, fault))
    for reason, group in groups.items():
        if len(group) == 1:
            yield group[0][1].error
        else:
            places = ", ".join(f"{place} (case {fault.case})" if fault.case else place for place, fault in group)
            yield f"{places}: {reason}"
