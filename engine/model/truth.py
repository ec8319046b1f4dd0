"""Kleene's strong three-valued logic. Unknown is a value of its own and never a reassurance."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Truth(StrEnum):
    """What can be said of a condition on what is known: true, false, or unknown."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"

    def __bool__(self) -> bool:
        """Refuse to be used as a yes or no: that is how an unknown turns into a reassurance."""
        raise TypeError("a Truth is one of three values; compare it with `is`")


def every(truths: Iterable[Truth]) -> Truth:
    """Kleene's conjunction: false if any is false, else unknown if any is unknown, else true."""
    seen_unknown = False
    for truth in truths:
        if truth is Truth.FALSE:
            return Truth.FALSE
        if truth is Truth.UNKNOWN:
            seen_unknown = True
    return Truth.UNKNOWN if seen_unknown else Truth.TRUE


def some(truths: Iterable[Truth]) -> Truth:
    """Kleene's disjunction: true if any is true, else unknown if any is unknown, else false."""
    seen_unknown = False
    for truth in truths:
        if truth is Truth.TRUE:
            return Truth.TRUE
        if truth is Truth.UNKNOWN:
            seen_unknown = True
    return Truth.UNKNOWN if seen_unknown else Truth.FALSE


def negate(truth: Truth) -> Truth:
    """Kleene's negation: unknown stays unknown."""
    if truth is Truth.UNKNOWN:
        return Truth.UNKNOWN
    return Truth.FALSE if truth is Truth.TRUE else Truth.TRUE


def at_least(number: int, truths: Iterable[Truth]) -> Truth:
    """Kleene's threshold: true when `number` are true, false when even the unknown ones would not make it."""
    certain = possible = 0
    for truth in truths:
        certain += truth is Truth.TRUE
        possible += truth is not Truth.FALSE
    if certain >= number:
        return Truth.TRUE
    return Truth.UNKNOWN if possible >= number else Truth.FALSE
