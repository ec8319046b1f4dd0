"""What a document for partner support may hold: an allow-list, as the client's copy has one.

There is no field for a note, for reasons, for the practitioner's own view, for what others than her side said, or for
anything of the programme's own profile.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.model.decision import Choice
from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.model.source import Source
from engine.model.speech import Speech


@dataclass(frozen=True, slots=True)
class Ground:
    """A flag that bears on her safety. `raised`: it is, rather than still open."""

    id: str
    title: str
    meaning: str
    excludes: bool
    raised: bool
    tell: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToAsk:
    """What her side is asked. `put` is the question as it is put, empty unless it is put to her side.

    `bears_on` are ids of grounds that stand in the same copy.
    """

    question: str
    about: str
    put: str
    bears_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HerWord:
    """What she or partner support said. `words` are answer words of the policy, `told` the same as it is read."""

    source: Source
    words: tuple[str, ...]
    told: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Differing:
    """A question about which the sources differ, with what her side said and nothing of what the others said."""

    question: str
    about: str
    her_side: tuple[HerWord, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A safeguard that partner support is part of, or that bears on her safety. `certain`: whatever is still open."""

    id: str
    title: str
    do: str
    who: str
    by: str
    each_session: bool
    check: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """What the practitioner decided: neither why, nor on what conditions, nor with whom it was talked over."""

    choice: Choice
    by: str
    on: date
    review_by: date


@dataclass(frozen=True, slots=True)
class PolicyNamed:
    """Which policy was applied, by which engine."""

    id: str
    title: str
    version: str
    fingerprint: str
    engine: str


@dataclass(frozen=True, slots=True)
class PartnerSupportCopy:
    """Everything that a document for partner support may hold."""

    case: str
    stage: Stage
    screened_on: date
    outcome: Outcome
    only_her_side: bool
    waiting_for_her_side: bool
    grounds: tuple[Ground, ...]
    to_ask: tuple[ToAsk, ...]
    differ: tuple[Differing, ...]
    measures: tuple[Measure, ...]
    other_routes: tuple[str, ...]
    review_by: date
    policy: PolicyNamed
    speech: Speech
    translation_note: str
    decided: Decided | None = None
