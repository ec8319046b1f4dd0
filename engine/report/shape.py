"""The shape of the JSON recommendation, key by key, in the order of INTERFACE.md.

A type checker holds the writer to it; the JSON Schema for other systems is made from the same types, and only when
somebody asks, because that is what loads pydantic.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from engine.report.shape_audiences import (
    ChoiceWord,
    EffectWord,
    OpenTruthWord,
    OutcomeWord,
    PolicyShape,
    SaidShape,
    StageWord,
    ToldShape,
)

if TYPE_CHECKING:
    from pydantic import TypeAdapter

TruthWord: TypeAlias = Literal["true", "false", "unknown"]
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


class FlagShape(TypedDict, closed=True):
    """A flag that is raised, or could still be."""

    id: str
    effect: EffectWord
    truth: OpenTruthWord
    title: str
    raised_by: list[str]
    remedy: list[str]
    tell: list[str]


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
    """The practitioner's decision. Its first four keys are null, and the others left out, as long as there is none."""

    by: str | None
    on: str | None
    choice: ChoiceWord | None
    reasons: str | None
    second_person: NotRequired[str | None]
    conditions: NotRequired[list[str]]
    review_by: NotRequired[str]
    contact: NotRequired[str]
    against_recommendation: NotRequired[bool]
    consult_partner_support: NotRequired[bool]
    base_left_out: NotRequired[list[str]]
    called_for_left_out: NotRequired[list[str]]


class ChangedShape(TypedDict, closed=True):
    """A question to which something else is said now, and the raised flags that rest on it."""

    question: str
    direction: Literal["more-concerning", "answered-now", "open-now", "otherwise", "less-concerning"]
    before: list[HeardShape]
    now: list[HeardShape]
    flags: list[str]


class ChangesShape(TypedDict, closed=True):
    """What has changed since an earlier case; `since` is the last day of its answers."""

    stage: StageWord
    since: str | None
    changed: list[ChangedShape]
    out_of_date: list[str]


class OwnViewShape(TypedDict, closed=True):
    """The practitioner's own view, stated before the recommendation was shown, and how the two compare."""

    view: ChoiceWord
    reasons: str
    by: str
    on: str
    compared: Literal["same", "own-view-more-cautious", "recommendation-more-cautious"]


class NoteShape(TypedDict, closed=True):
    """A note that stands with an answer, now or in an earlier case."""

    question: str
    source: str
    on: str | None
    note: str


class NearMissShape(TypedDict, closed=True):
    """A rule one answer short of applying."""

    rule: str
    question: str
    would_apply_at: list[str]


class RecommendationShape(TypedDict, closed=True):
    """A recommendation. `outcome` is null for the structural stage, which ends in none."""

    schema: Literal["forethought.recommendation/1"]
    case: str
    stage: StageWord
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
    tell_at_once: list[ToldShape]
    changes: ChangesShape | None
    own_view: OwnViewShape | None
    notes: list[NoteShape]
    language: str


def recommendation_schema() -> Mapping[str, object]:
    """Return the JSON Schema (2020-12) of a recommendation."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_adapter().json_schema()}


def checked(document: str) -> RecommendationShape:
    """Return a JSON text as a recommendation. Raises ValueError when it does not have the shape."""
    return _adapter().validate_json(document, strict=True)


def _adapter() -> TypeAdapter[RecommendationShape]:
    from pydantic import TypeAdapter

    return TypeAdapter(RecommendationShape)
