"""The shape of the JSON recommendation, key by key, in the order of INTERFACE.md.

A type checker holds the writer to it; the JSON Schema for other systems is made from the same types, and only when
somebody asks, because that is what loads pydantic.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from pydantic import TypeAdapter

OutcomeWord: TypeAlias = Literal["against", "undetermined", "conditional"]
TruthWord: TypeAlias = Literal["true", "false", "unknown"]
OpenTruthWord: TypeAlias = Literal["true", "unknown"]
TestWord: TypeAlias = Literal[
    "all",
    "any",
    "not",
    "at-least",
    "answer",
    "flag",
    "unknown",
    "contradiction",
    "said-by",
    "programme-lacks",
    "called-for",
]


class PolicyShape(TypedDict, closed=True):
    """Which policy was applied."""

    id: str
    version: str
    fingerprint: str


class FlagShape(TypedDict, closed=True):
    """A flag that is raised, or could still be."""

    id: str
    effect: Literal["exclude", "caution"]
    truth: OpenTruthWord
    title: str
    raised_by: list[str]
    remedy: list[str]


class SafeguardShape(TypedDict, closed=True):
    """A safeguard that is called for, or has to be as long as something is unknown."""

    id: str
    title: str
    who: str
    by: str
    because: list[str]
    truth: OpenTruthWord


class ToFindOutShape(TypedDict, closed=True):
    """A question to settle, whom to ask, and the flags it bears on."""

    question: str
    ask: list[str]
    settles: list[str]


class SaidShape(TypedDict, closed=True):
    """What one source said; `value` is a list when several answers were chosen."""

    value: str | list[str]
    source: str
    on: str | None


class ContradictionShape(TypedDict, closed=True):
    """A question about which the sources disagree."""

    question: str
    answers: list[SaidShape]


class HeardShape(TypedDict, closed=True):
    """One answer behind a test; `value` is null unless the standing is `answered`."""

    value: str | list[str] | None
    source: str
    on: str | None
    standing: Literal["answered", "asked-unknown", "asked-declined", "not-asked", "not-applicable"]


class TreeShape(TypedDict, closed=True):
    """A condition with the truth of each of its nodes."""

    test: TestWord
    truth: TruthWord
    question: NotRequired[str]
    flag: NotRequired[str]
    safeguard: NotRequired[str]
    wanted: NotRequired[list[str]]
    source: NotRequired[str]
    number: NotRequired[int]
    possible: NotRequired[list[str]]
    answers: NotRequired[list[HeardShape]]
    members: NotRequired[list[TreeShape]]


class RuleShape(TypedDict, closed=True):
    """A rule in force, and how it came out."""

    id: str
    truth: TruthWord
    because: str
    source: list[str]
    tree: TreeShape


class ChangeShape(TypedDict, closed=True):
    """Flags that would have to be resolved, and by which safeguards; an empty `by` means that none would."""

    flags: list[str]
    by: list[str]


class DecisionShape(TypedDict, closed=True):
    """The practitioner's decision: always empty here."""

    by: None
    on: None
    choice: None
    reasons: None


class NearMissShape(TypedDict, closed=True):
    """A rule one answer short of applying."""

    rule: str
    question: str
    would_apply_at: list[str]


class RecommendationShape(TypedDict, closed=True):
    """A recommendation. `outcome` is null for the structural stage, which ends in none."""

    schema: Literal["forethought.recommendation/1"]
    case: str
    stage: Literal["start", "during", "end", "programme-start", "programme-during", "programme-end", "structural"]
    screened_on: str
    policy: PolicyShape
    engine: str
    outcome: OutcomeWord | None
    text: str
    flags: list[FlagShape]
    safeguards: list[SafeguardShape]
    to_find_out: list[ToFindOutShape]
    contradictions: list[ContradictionShape]
    rules: list[RuleShape]
    would_have_to_change: list[ChangeShape]
    other_routes: list[str]
    review_by: str
    notice: str
    decision: DecisionShape
    smallest_sets: list[list[str]]
    smallest_sets_cut: bool
    near_misses: list[NearMissShape]
    made_no_difference: list[str]
    warnings: list[str]


def recommendation_schema() -> Mapping[str, object]:
    """Return the JSON Schema (2020-12) of a recommendation."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_adapter().json_schema()}


def checked(document: str) -> RecommendationShape:
    """Return a JSON text as a recommendation. Raises ValueError when it does not have the shape."""
    return _adapter().validate_json(document, strict=True)


def _adapter() -> TypeAdapter[RecommendationShape]:
    from pydantic import TypeAdapter

    return TypeAdapter(RecommendationShape)
