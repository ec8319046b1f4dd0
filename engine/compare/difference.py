"""What a comparison of two policies comes to, as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from engine.compare.changes import Change
from engine.compare.sides import Shift, Side
from engine.compare.weaker import Weaker, reworded, weaker_between
from engine.model.answer import Case
from engine.model.policy import Policy
from engine.model.question import Stage


class Direction(StrEnum):
    """Which way a policy went. `not-known`: it was not found out, which is never taken for `equivalent`."""

    EQUIVALENT = "equivalent"
    MORE_CAUTIOUS = "more-cautious"
    LESS_CAUTIOUS = "less-cautious"
    BOTH = "both"
    NOT_KNOWN = "not-known"


class How(StrEnum):
    """How the direction at a stage is known.

    `unchanged`: nothing that a recommendation rests on was changed. `searched`: cases were tried, and nothing is proved
    where none was found. `only-old` and `only-new`: the other one recommends nothing at the stage. `reflection`:
    neither recommends anything there.
    """

    UNCHANGED = "unchanged"
    PROVED = "proved"
    SEARCHED = "searched"
    ONLY_OLD = "only-old"
    ONLY_NEW = "only-new"
    REFLECTION = "reflection"


class Shown(StrEnum):
    """Whether there is a case that shows something: there is, there is none, or that is not known."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not-known"


class Witness(NamedTuple):
    """A case that shows a difference: what each policy says of it, both by the definition.

    Its answers stand under the ids of the new policy; some may be to questions that only one of the two has.
    """

    stage: Stage
    shift: Shift
    case: Case
    before: Side
    after: Side


Shorten: TypeAlias = Callable[[Witness], Witness]


class Promise(NamedTuple):
    """What became of an invariant of the old policy at a stage.

    `broken`: whether there is a case in which the new policy does not keep it; `case` is one. `written`: it still
    stands in the new policy, word for word.
    """

    id: str
    stage: Stage
    broken: Shown
    written: bool
    case: Case | None = None


class StageDifference(NamedTuple):
    """What differs at one stage. `found` has an entry for every shift that was looked for.

    `left_out` are, by question, the answer words that only one of the two knows: cases with these are not compared.
    `several` are the questions to which only one of the two takes several answers at once: nor are cases with these.
    `further` are the flags, or the safeguards, that a shift can come from besides those of the cases shown.
    """

    stage: Stage
    how: How
    found: Mapping[Shift, Shown]
    witnesses: tuple[Witness, ...] = ()
    promises: tuple[Promise, ...] = ()
    left_out: Mapping[str, tuple[str, ...]] = {}
    further: Mapping[Shift, tuple[str, ...]] = {}
    several: tuple[str, ...] = ()

    @property
    def partly(self) -> bool:
        """Whether there are cases that were not compared: then nothing is known of these."""
        return bool(self.left_out or self.several)

    @property
    def direction(self) -> Direction:
        """Which way the recommendations at this stage went."""
        if self.how is How.ONLY_OLD:
            # No case is screened there any more, so that nothing is spoken against.
            return Direction.LESS_CAUTIOUS
        less = [shown for shift, shown in self.found.items() if shift.less]
        more = [shown for shift, shown in self.found.items() if not shift.less]
        if Shown.YES in less:
            return Direction.BOTH if Shown.YES in more else Direction.LESS_CAUTIOUS
        if self.how is How.ONLY_NEW or self.partly or Shown.NOT_KNOWN in (*less, *more):
            return Direction.NOT_KNOWN
        return Direction.MORE_CAUTIOUS if Shown.YES in more else Direction.EQUIVALENT

    @property
    def second_reviewer(self) -> bool:
        """Whether somebody else has to look: less caution was found here, or could not be ruled out."""
        less = any(shift.less and shown is not Shown.NO for shift, shown in self.found.items())
        other = self.partly or self.how in {How.ONLY_OLD, How.ONLY_NEW}
        return less or other or any(promise.broken is not Shown.NO for promise in self.promises)


class Difference(NamedTuple):
    """Two policies compared. `old` has the ids of the new one where an entry was only renamed."""

    old: Policy
    new: Policy
    changes: tuple[Change, ...]
    stages: tuple[StageDifference, ...]

    @property
    def second_reviewer(self) -> bool:
        """Whether the new policy is less cautious anywhere, or may be."""
        return bool(self.weaker) or any(stage.second_reviewer for stage in self.stages)

    @property
    def weaker(self) -> tuple[Weaker, ...]:
        """What may ask less of people, although no outcome and no list of conditions shows it."""
        return weaker_between(self.old, self.new)

    @property
    def reworded(self) -> tuple[Change, ...]:
        """Wording that says what a condition asks for. It is shown, and never compared."""
        return reworded(self.changes)

    @property
    def proved(self) -> bool:
        """Whether everything that is said of directions was proved."""
        return not any(
            stage.how is How.SEARCHED or stage.partly or Shown.NOT_KNOWN in stage.found.values()
            for stage in self.stages
        )
