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


TRUE, FALSE, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
"""The same three, for where they are looked at many thousand times: a name costs a tenth of an attribute."""


def every(truths: Iterable[Truth]) -> Truth:
    """Kleene's conjunction: false if any is false, else unknown if any is unknown, else true."""
    all_of_them = tuple(truths)
    if FALSE in all_of_them:
        return FALSE
    return UNKNOWN if UNKNOWN in all_of_them else TRUE


def some(truths: Iterable[Truth]) -> Truth:
    """Kleene's disjunction: true if any is true, else unknown if any is unknown, else false."""
    all_of_them = tuple(truths)
    if TRUE in all_of_them:
        return TRUE
    return UNKNOWN if UNKNOWN in all_of_them else FALSE


def negate(truth: Truth) -> Truth:
    """Kleene's negation: unknown stays unknown."""
    if truth is UNKNOWN:
        return UNKNOWN
    return FALSE if truth is TRUE else TRUE


def at_least(number: int, truths: Iterable[Truth]) -> Truth:
    """Kleene's threshold: true when `number` are true, false when even the unknown ones would not make it."""
    all_of_them = tuple(truths)
    certain = all_of_them.count(TRUE)
    if certain >= number:
        return TRUE
    return UNKNOWN if certain + all_of_them.count(UNKNOWN) >= number else FALSE
