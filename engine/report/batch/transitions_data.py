"""What becomes of many cases under another policy: how many go from which outcome to which, and some of them by name.

References stand here, and small numbers: it is for the case team, and no summary.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from engine.model.policy import Outcome
from engine.model.question import Stage


class Change(StrEnum):
    """What becomes of one case. A case that loses a condition is less cautious, whatever else it gains."""

    LESS_CAUTIOUS = "less cautious"
    MORE_CAUTIOUS = "more cautious"
    CONDITIONS_DIFFER = "conditions differ"
    NO_CHANGE = "no change"


class Move(NamedTuple):
    """So many cases that were `before` and are now `after`. `examples` are the first of them, by reference.

    An outcome is None where that policy breaks a promise of its own, so that it recommends nothing; `broken_before` and
    `broken_now` are the promises. Such a case counts as less cautious unless it is advised against now.
    """

    before: Outcome | None
    after: Outcome | None
    change: Change
    cases: int
    examples: tuple[str, ...] = ()
    broken_before: tuple[str, ...] = ()
    broken_now: tuple[str, ...] = ()

    @property
    def broken(self) -> tuple[str, ...]:
        """The promises that are broken under either policy."""
        return (*self.broken_now, *self.broken_before)


class Differing(NamedTuple):
    """A flag or a safeguard, in how many cases it came (it was false, and is true or not known), and went."""

    kind: str
    id: str
    gained: int
    lost: int
    otherwise: int
    """True before and not known now, or the other way round."""
    settled: int = 0
    """How many of `lost` were not known before: they were not raised, but open."""
    opened: int = 0
    """How many of `gained` are not known now."""


class Uncompared(NamedTuple):
    """Rows that the new policy can read and the old one cannot: how many, and the first of them."""

    cases: int = 0
    examples: tuple[str, ...] = ()


class StageTransitions(NamedTuple):
    """The cases of one stage. `moves` are what breaks a promise first, then the least cautious changes."""

    stage: Stage
    compared: int
    moves: tuple[Move, ...]
    differing: tuple[Differing, ...]
    uncompared: Uncompared

    def number(self, *changes: Change) -> int:
        """Return how many cases changed in one of these ways."""
        return sum(move.cases for move in self.moves if move.change in changes)

    @property
    def broken(self) -> tuple[Move, ...]:
        """The moves in which a policy breaks a promise of its own."""
        return tuple(move for move in self.moves if move.before is None or move.after is None)


class Versions(NamedTuple):
    """The two policies, each as id, version and fingerprint."""

    old: tuple[str, str, str]
    new: tuple[str, str, str]


class Transitions(NamedTuple):
    """A whole table under two policies. `unread` could not be read under the new one."""

    versions: Versions
    screened_on: str
    rows: int
    unread: int
    stages: tuple[StageTransitions, ...]

    @property
    def compared(self) -> int:
        """How many cases both policies could read."""
        return sum(stage.compared for stage in self.stages)

    def number(self, *changes: Change) -> int:
        """Return how many cases changed in one of these ways."""
        return sum(stage.number(*changes) for stage in self.stages)

    @property
    def less_cautious(self) -> bool:
        """Whether any case is less cautious than before: somebody else has to look then."""
        return self.number(Change.LESS_CAUTIOUS) > 0

    @property
    def all_compared(self) -> bool:
        """Whether nothing was left out."""
        return self.compared == self.rows
