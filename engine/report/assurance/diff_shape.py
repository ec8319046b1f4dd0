"""The keys of `forethought.policy-difference/1`: what two policies differ in. The text is made from the same data."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class VersionShape(TypedDict):
    """One of the two policies. `name` is the folder or the revision, as it was named."""

    name: str
    id: str
    version: str
    fingerprint: str


class ChangeShape(TypedDict):
    """One change. `bearing`: recommendation, promise, report, papers or text. `what`: added, removed, renamed, changed.

    `before` and `after` may be several lines. `language` and `not_changed_in` are for texts.
    """

    bearing: str
    kind: str
    id: str
    what: str
    key: str
    before: str
    after: str
    language: str
    not_changed_in: list[str]


class GroundShape(TypedDict):
    """A flag or a safeguard that is true or unknown, and the rules (or `base`) behind it."""

    id: str
    truth: str
    rules: list[str]


class SideShape(TypedDict):
    """What one policy says of a case. `against`: its exclude flags. `conditions`: listed there and not by the other.

    `refused_by`: the policy's own invariants that do not let it recommend what it would.
    """

    outcome: str
    text: str
    against: list[GroundShape]
    conditions: list[GroundShape]
    refused_by: list[str]


class RuleTruthShape(TypedDict):
    """A rule that came out otherwise; null where that policy has no such rule in force."""

    id: str
    before: str | None
    after: str | None


class NamedShape(TypedDict):
    """A change, by what it is about."""

    kind: str
    id: str
    key: str


class GivenShape(TypedDict):
    """An answer that is not among those of the scenario, because only the old policy asks the question."""

    question: str
    source: str
    answer: str
    on: str | None


class WitnessShape(TypedDict):
    """A case that shows a difference. `scenario` is for the new policy, and empty where that recommends nothing."""

    aspect: str
    less_cautious: bool
    before: SideShape
    after: SideShape
    rules: list[RuleTruthShape]
    changes: list[NamedShape]
    only_old: list[GivenShape]
    scenario: str


class PromiseShape(TypedDict):
    """An invariant of the old policy. `broken`: yes, no or not-known. `written`: it stands in the new one unchanged."""

    id: str
    broken: str
    written: bool
    scenario: str


class FoundShape(TypedDict):
    """Whether there is a case with less, or more, caution: yes, no or not-known; null where nothing is compared."""

    less_cautious: str | None
    more_cautious: str | None


class FurtherShape(TypedDict):
    """Further flags (or safeguards, for conditions) that a difference can come from, besides those of the witnesses."""

    aspect: str
    less_cautious: bool
    ids: list[str]


class StageShape(TypedDict):
    """What differs at a stage. `how`: unchanged, proved, searched, only-old, only-new or reflection.

    Not compared are cases with an answer in `left_out`, by question, or several answers to one of `several_left_out`.
    """

    stage: str
    direction: str
    how: str
    outcomes: FoundShape
    conditions: FoundShape
    left_out: dict[str, list[str]]
    several_left_out: list[str]
    promises: list[PromiseShape]
    further: list[FurtherShape]
    witnesses: list[WitnessShape]


class DiffersShape(TypedDict):
    """What differs in a case: a flag, a safeguard or a rule; null: that policy has no such rule in force there.

    `effects` are those of a flag before and now, where they differ.
    """

    kind: str
    id: str
    before: str | None
    after: str | None
    rules: list[str]
    effects: list[str]


class SaidShape(TypedDict):
    """An outcome, and its text at the stage."""

    outcome: str
    text: str


class CaseShape(TypedDict):
    """A case whose recommendation changes. `less_cautious`: in its outcome, or in its conditions."""

    case: str
    file: str
    stage: str
    before: SaidShape
    after: SaidShape
    less_cautious: bool
    differing: list[DiffersShape]


class ProblemShape(TypedDict):
    """Why a case could not be screened. It holds nothing of what is in the case."""

    place: str
    slug: str
    message: str


class UnreadShape(TypedDict):
    """A case that could not be screened, and under which policy: old, new or both."""

    file: str
    under: list[str]
    problems: list[ProblemShape]
    whole: NotRequired[bool]
    """There, and true, for a table of which no case could be read."""


class NotLookedAtShape(TypedDict):
    """What lies in a folder of cases and was not opened. `open`: a case may be there, so that the exit code is 65."""

    file: str
    why: str
    open: bool


class NotListedShape(TypedDict):
    """How many rows of large tables are counted above, and neither among `changed` nor among `unread`."""

    changed: int
    unread: int


class CasesShape(TypedDict):
    """What becomes of the cases that were named. `not_listed` is there only for tables with more than are listed."""

    screened_on: str
    compared: int
    unchanged: int
    outcome_changed: int
    otherwise_changed: int
    less_cautious: int
    broken_promise: int
    """How many have no recommendation because a policy breaks a promise of its own: they are not compared."""
    changed: list[CaseShape]
    unread: list[UnreadShape]
    not_cases: list[str]
    not_looked_at: list[NotLookedAtShape]
    not_listed: NotRequired[NotListedShape]


class ReasonShape(TypedDict):
    """Why a second reviewer is asked for: where, what, and the changes that it comes from. `stage` may be empty."""

    stage: str
    what: str
    changes: list[NamedShape]


class DifferenceShape(TypedDict):
    """Two policies compared. `proved`: every direction is proved, or follows from nothing being changed.

    `wording_not_compared`: changed texts that say what a condition asks of people; somebody has to read them.
    """

    schema: str
    old: VersionShape
    new: VersionShape
    second_reviewer: list[ReasonShape]
    proved: bool
    changes: list[ChangeShape]
    wording_not_compared: list[NamedShape]
    stages: list[StageShape]
    cases: CasesShape | None
