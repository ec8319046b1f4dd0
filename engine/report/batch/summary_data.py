"""What a summary of many cases shows: counts, each as far as it may be told on. No reference, no file name, no answer.

INVARIANT (small-groups): nothing here holds a count that was kept back; whoever renders it cannot give it away.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from engine.model.policy import Effect
from engine.model.question import Stage


class Shown(StrEnum):
    """How much of a count is shown.

    `exact`: the count. `fewer`: that it is below `number`, and perhaps nobody. `all-but`: that it is all of them but
    fewer than `number`, and perhaps all. `kept-back`: nothing.
    """

    EXACT = "exact"
    FEWER = "fewer"
    ALL_BUT = "all-but"
    KEPT_BACK = "kept-back"


class Cell(NamedTuple):
    """A count as it is shown; `number` is the count itself only where `how` says so."""

    how: Shown
    number: int | None = None

    @property
    def exact(self) -> bool:
        """Whether the count itself is shown."""
        return self.how is Shown.EXACT

    def within(self, cases: int) -> tuple[int, int]:
        """Return the least and the most that the count can be, of so many cases, by this cell alone."""
        number = self.number or 0
        match self.how:
            case Shown.EXACT:
                return number, number
            case Shown.FEWER:
                return 0, min(number - 1, cases)
            case Shown.ALL_BUT:
                return max(cases - number + 1, 0), cases
            case Shown.KEPT_BACK:
                return 0, cases


KEPT_BACK = Cell(Shown.KEPT_BACK)


class Split(NamedTuple):
    """The cases of a stage in three groups, the graver two first: of an outcome, or of what is known of a flag.

    `either` is the first two together.
    """

    first: Cell
    second: Cell
    either: Cell
    rest: Cell


class FlagShown(NamedTuple):
    """A flag: raised, not known, either of these, and known not to be raised."""

    id: str
    title: str
    effect: Effect
    cases: Split


class MissingShown(NamedTuple):
    """A question that had to be found out, and in how many cases."""

    id: str
    subject: str
    cases: Cell


class StageShown(NamedTuple):
    """One stage. `outcomes` are against, undetermined, either of these, conditional; None at a reflection.

    `broken_down`: whether the stage has enough cases to tell anything of them but how many they are.
    """

    stage: Stage
    cases: Cell
    outcomes: Split | None = None
    flags: tuple[FlagShown, ...] = ()
    missing: tuple[MissingShown, ...] = ()
    broken_down: bool = False


class Summary(NamedTuple):
    """The counts of a run as they may be told on. Fewer cases than `small` are never told apart from none.

    `rows` are all there were, `unread` those that could not be read, `refused` those for which the policy's own
    promises let nothing be recommended.
    """

    policy: str
    version: str
    fingerprint: str
    engine: str
    screened_on: str
    small: int
    rows: Cell
    unread: Cell
    refused: Cell
    stages: tuple[StageShown, ...]
