"""What the engine returns: one frozen object from which every view is rendered.

Every tuple is sorted by id unless its docstring says otherwise, so that the same case gives the same bytes. The parts
are named tuples, which cost a start of the program a tenth of what dataclasses do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from engine.model.answer import Answer, Case, Source
from engine.model.condition import Condition
from engine.model.policy import Flag, Outcome, Policy, Rule, Safeguard
from engine.model.question import Question
from engine.model.truth import Truth

NOT_APPLICABLE = "not-applicable"
"""Stands among the possible answers when the question may not apply; no test wants it."""


class Doubt(StrEnum):
    """Why what was said does not settle a question."""

    NOBODY_SAID = "nobody-said"
    UNCORROBORATED = "uncorroborated"
    STALE = "stale"
    MAY_NOT_APPLY = "may-not-apply"


class Known(NamedTuple):
    """What is known about one question: the answers that are still possible, and why.

    `possible` is in the question's order, `NOT_APPLICABLE` first if it is possible. `chosen` holds what has been said
    for certain (for a `several` question possibly many; otherwise the governing answer, or nothing). `answers` are the
    answers behind it, sorted by source, date and value.
    """

    question: str
    possible: tuple[str, ...]
    chosen: tuple[str, ...]
    settled: bool
    differ: bool
    doubts: tuple[Doubt, ...]
    answers: tuple[Answer, ...]


class Tree(NamedTuple):
    """A condition with the truth of each of its nodes; `known` is what a leaf's test was made on (None for flags)."""

    condition: Condition
    truth: Truth
    children: tuple[Tree, ...] = ()
    known: Known | None = None


class RuleFinding(NamedTuple):
    """One rule in force, and how it came out."""

    rule: Rule
    tree: Tree

    @property
    def truth(self) -> Truth:
        """The truth of the rule's condition."""
        return self.tree.truth


class FlagFinding(NamedTuple):
    """A flag that is raised (true) or could still be (unknown). `raised_by`: the rules that make it so."""

    flag: Flag
    truth: Truth
    raised_by: tuple[str, ...]


class SafeguardFinding(NamedTuple):
    """A safeguard that is called for (true), or has to be as long as something is unknown.

    `because`: ids of the flags and rules that call for it, or `base` for one that every online case gets.
    `to_confirm`: needed programme questions that no profile answers.
    """

    safeguard: Safeguard
    truth: Truth
    because: tuple[str, ...]
    to_confirm: tuple[str, ...] = ()


class ToFindOut(NamedTuple):
    """A question whose answer could settle an exclude flag, whom to ask, and the flags that it bears on."""

    question: Question
    ask: tuple[Source, ...]
    settles: tuple[str, ...]


class NearMiss(NamedTuple):
    """A rule that is one answer short of applying: the question, and the answers that would make it apply."""

    rule: Rule
    question: Question
    would_apply_at: tuple[str, ...]


class Change(NamedTuple):
    """Flags that would have to be resolved, and the safeguards by which; no safeguards: none would resolve them."""

    flags: tuple[str, ...]
    by: tuple[str, ...]


class Caveat(StrEnum):
    """What the practitioner must see before anything else is done with the recommendation."""

    PARTNER_SIDE_ONLY = "partner-side-only"
    WAITING_FOR_PARTNER_SIDE = "waiting-for-partner-side"
    UNDATED_ANSWERS = "undated-answers"
    POLICY_NOT_IN_FORCE = "policy-not-in-force"
    PROGRAMME_NOT_CONSIDERED = "programme-not-considered"


@dataclass(frozen=True, slots=True)
class Recommendation:
    """An explained recommendation. It is never a decision: that is the practitioner's.

    `smallest_sets`: the smallest sets of questions which, answered without concern and corroborated, would let a
    recommendation be made (smallest first, then by id); empty unless the outcome is undetermined. `sets_cut`: there
    are more than are listed. `near_misses` are closest first.
    """

    case: Case
    policy: Policy
    engine: str
    screened_on: date
    outcome: Outcome
    known: Mapping[str, Known]
    rules: tuple[RuleFinding, ...]
    flags: tuple[FlagFinding, ...]
    safeguards: tuple[SafeguardFinding, ...]
    to_find_out: tuple[ToFindOut, ...]
    smallest_sets: tuple[tuple[str, ...], ...]
    sets_cut: bool
    contradictions: tuple[Known, ...]
    near_misses: tuple[NearMiss, ...]
    would_have_to_change: tuple[Change, ...]
    made_no_difference: tuple[str, ...]
    other_routes: tuple[str, ...]
    review_by: date
    warnings: tuple[Caveat, ...]
