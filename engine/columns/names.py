"""The columns that a screening of many cases adds: one name for each rule, flag, safeguard and whatever else it says.

Knows nothing of Polars, so that what only wants a name need not load it.
"""

from __future__ import annotations

from enum import StrEnum


class Family(StrEnum):
    """What a column tells of a case. Every column of a family is named by it and one or two ids.

    RULE, FLAG and SAFEGUARD are true, false, or null for unknown. The others are true or false:

    DIFFERS    question            its sources differ
    FIND       question            it is to be found out: it leaves a flag unknown
    SETTLES    question, flag      finding it out bears on that flag
    ASK        question, source    it is to be found out, and this is whom to ask
    CAVEAT     caveat              what has to be seen before anything else
    ON_FACTS   flag                raised by a rule that rests on facts alone: nothing would resolve it
    PROMISE    invariant           the outcome would be one that it rules out
    """

    RULE = "rule"
    FLAG = "flag"
    SAFEGUARD = "safeguard"
    DIFFERS = "differs"
    FIND = "find"
    SETTLES = "settles"
    ASK = "ask"
    CAVEAT = "caveat"
    ON_FACTS = "on-facts"
    PROMISE = "promise"


LISTED = (
    Family.FLAG,
    Family.SAFEGUARD,
    Family.DIFFERS,
    Family.FIND,
    Family.SETTLES,
    Family.ASK,
    Family.CAVEAT,
)
"""What the lists of a row that is given out are made from; rules and what rests on facts only where they are wanted."""

OUTCOME = "outcome"
"""The outcome: an Enum of the three; null where there is no recommendation."""

REVIEW_BY = "review_by"
"""When the case is to be looked at again."""

BROKEN = "broken"
"""Whether the outcome would be one that the policy's own invariants rule out: there is no recommendation then."""

CHANGE_LISTS = (
    "flags_gained",
    "flags_lost",
    "safeguards_gained",
    "safeguards_lost",
    "invariants_broken_before",
    "invariants_broken_now",
)
"""What came and went from one policy to another, and which invariants rule out what either would recommend."""

BESIDE_CHANGES = ("outcome_before", "change", *CHANGE_LISTS)
"""What stands last in a row that is compared with another policy; a single screening knows nothing of it."""


def column(family: Family, *ids: str, prefix: str = "") -> str:
    """Return the name of the column of a family for these ids."""
    return f"{prefix}{family}:{':'.join(ids)}"
