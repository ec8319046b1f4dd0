"""Answers, where they come from, and the case that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from engine.model.decision import OwnView
from engine.model.question import Stage
from engine.model.source import PARTNER_SIDE, Source

__all__ = ["PARTNER_SIDE", "Answer", "Case", "Source", "Standing"]


class Standing(StrEnum):
    """How an answer stands: given, or why there is none. Only `answered` carries values."""

    ANSWERED = "answered"
    ASKED_UNKNOWN = "asked-unknown"
    ASKED_DECLINED = "asked-declined"
    NOT_ASKED = "not-asked"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one source said to one question.

    `values` holds one answer word (or several, for a `several` question; the text itself for an open one) and is empty
    unless the standing is `answered`. `on` is None when no date was given: the answer then counts as given on the day
    of screening.
    """

    source: Source
    standing: Standing = Standing.ANSWERED
    values: tuple[str, ...] = ()
    on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One case file: a reference (never a name), the stage, what was answered, and the programme's profile if given.

    `programme` is a case of the same shape at a programme stage, or None when no profile was given. `earlier` is the
    case file before this one; what it holds and this one does not answer anew is already among `answers`. `own_view` is
    what the practitioner held before the recommendation was shown.
    """

    reference: str
    stage: Stage
    answers: Mapping[str, tuple[Answer, ...]] = field(default_factory=dict)
    programme: Case | None = None
    earlier: Case | None = None
    own_view: OwnView | None = None
