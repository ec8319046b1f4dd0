"""The shape of partner support's copy in JSON, key by key, and what the recommendation's JSON shares with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from pydantic import TypeAdapter

EffectWord: TypeAlias = Literal["exclude", "caution"]
OutcomeWord: TypeAlias = Literal["against", "undetermined", "conditional"]
StageWord: TypeAlias = Literal[
    "start", "during", "end", "programme-start", "programme-during", "programme-end", "structural"
]
ChoiceWord: TypeAlias = Literal["online-with-conditions", "not-online", "not-yet"]
OpenTruthWord: TypeAlias = Literal["true", "unknown"]


class PolicyShape(TypedDict, closed=True):
    """Which policy was applied."""

    id: str
    version: str
    fingerprint: str


class SaidShape(TypedDict, closed=True):
    """What one source said; `value` is a list when several answers were chosen."""

    value: str | list[str]
    source: str
    on: str | None


class ToldShape(TypedDict, closed=True):
    """Who must be told at once, and the raised flags that say so."""

    whom: str
    flags: list[str]


class GroundShape(TypedDict, closed=True):
    """A flag that bears on her safety."""

    id: str
    effect: EffectWord
    truth: OpenTruthWord
    title: str
    meaning: str
    tell: list[str]


class AskedShape(TypedDict, closed=True):
    """What her side is asked; `put` is null unless the question is put to her side as it stands."""

    question: str
    about: str
    put: str | None
    settles: list[str]


class DifferingShape(TypedDict, closed=True):
    """A question about which sources differ, with what her side said and nothing of what others said."""

    question: str
    about: str
    her_side: list[SaidShape]


class MeasureShape(TypedDict, closed=True):
    """A safeguard that bears on her safety, or that partner support is part of."""

    id: str
    title: str
    do: str
    who: str
    by: str
    check: str
    truth: OpenTruthWord


class DecidedShape(TypedDict, closed=True):
    """What the practitioner decided, without why."""

    choice: ChoiceWord
    by: str
    on: str
    review_by: str


class PartnerSupportShape(TypedDict, closed=True):
    """Partner support's copy."""

    schema: Literal["forethought.partner-support/1"]
    case: str
    stage: StageWord
    screened_on: str
    policy: PolicyShape
    engine: str
    outcome: OutcomeWord
    text: str
    warnings: list[str]
    tell_at_once: list[ToldShape]
    flags: list[GroundShape]
    to_find_out: list[AskedShape]
    contradictions: list[DifferingShape]
    safeguards: list[MeasureShape]
    other_routes: list[str]
    review_by: str
    decided: DecidedShape | None
    kept: list[str]
    notice: str


def partner_support_schema() -> Mapping[str, object]:
    """Return the JSON Schema (2020-12) of partner support's copy."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_adapter().json_schema()}


def checked_copy(document: str) -> PartnerSupportShape:
    """Return a JSON text as partner support's copy. Raises ValueError when it does not have the shape."""
    return _adapter().validate_json(document, strict=True)


def _adapter() -> TypeAdapter[PartnerSupportShape]:
    from pydantic import TypeAdapter

    return TypeAdapter(PartnerSupportShape)
