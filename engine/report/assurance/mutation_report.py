"""What came of changing a policy in many ways: the data that the text and the JSON are written from."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from engine.errors import Place, Problem


class Effect(StrEnum):
    """What a change that no scenario notices would do; what weighs most comes first."""

    OUTCOME = "outcome"
    FLAG = "flag"
    SAFEGUARD = "safeguard"
    UNSETTLED = "unsettled"
    RULE = "rule"
    REPORT = "report"
    NOTHING = "nothing"

    @property
    def of_recommendation(self) -> bool:
        """Whether the recommendation would be another one, or nobody can say that it would not."""
        return self in {Effect.OUTCOME, Effect.FLAG, Effect.SAFEGUARD, Effect.UNSETTLED}


class Otherwise(NamedTuple):
    """One thing that would come out otherwise: what it is about (empty: the outcome), before and after, in words."""

    effect: Effect
    about: str
    before: str
    after: str


class Survivor(NamedTuple):
    """A change that no scenario notices: what is written where, what could stand there instead (empty: left out).

    `stage` and `otherwise` are of the case that was found; none where none was found. `scenario` is the number of the
    suggested scenario that would notice, counted from 0, or None when there is none. `why`: what failed inside, so that
    it could not be weighed or no scenario be made (empty: nothing did).
    """

    kind: str
    entry: str
    id: str
    was: str
    now: str
    place: Place | None
    effect: Effect
    stage: str = ""
    otherwise: tuple[Otherwise, ...] = ()
    scenario: int | None = None
    why: str = ""


class MutationReport(NamedTuple):
    """The whole result. `unchanged`: proved to make no difference, so no survivors. `solver`: could anything be proved.

    `tried` and `noticed` count by kind of change. `suggested` are scenarios ready to paste. `faults`: what failed
    inside; all else that is told stands.
    """

    policy: str
    version: str
    fingerprint: str
    scenarios: int
    tried: Mapping[str, int]
    noticed: Mapping[str, int]
    survivors: tuple[Survivor, ...]
    unchanged: tuple[Survivor, ...]
    suggested: tuple[str, ...]
    solver: bool
    faults: tuple[Problem, ...] = ()

    @property
    def changes_a_recommendation(self) -> bool:
        """Whether a change to a recommendation would go unnoticed, or may."""
        return any(survivor.effect.of_recommendation for survivor in self.survivors)
