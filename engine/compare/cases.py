"""Real cases under both policies: what is recommended before and after, and which rules make the difference."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from engine.compare.renamed import Names
from engine.compare.sides import Aspect, Shift, recommended, shifts
from engine.errors import Problem
from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.model.recommendation import Recommendation
from engine.model.truth import FALSE, Truth


class Differs(NamedTuple):
    """A flag, a safeguard or a rule that came out otherwise. None: that policy has no such rule in force there."""

    kind: str
    id: str
    before: Truth | None
    after: Truth | None
    rules: tuple[str, ...] = ()
    """For a flag or a safeguard: the rules behind it, on the side where it is not false."""
    effects: tuple[str, ...] = ()
    """For a flag that both raise with another effect: the one before, and the one now."""


class CaseDifference(NamedTuple):
    """A case whose recommendation changes. `case` is its reference, `file` as it was named."""

    case: str
    file: str
    stage: Stage
    before: Outcome
    after: Outcome
    shifts: frozenset[Shift]
    differing: tuple[Differs, ...]

    @property
    def less(self) -> bool:
        """Whether the new recommendation is the less cautious one, in its outcome or its conditions."""
        return any(shift.less for shift in self.shifts)

    @property
    def outcome_differs(self) -> bool:
        """Whether the outcome changes, and not only what stands around it."""
        return any(shift.aspect is Aspect.OUTCOME for shift in self.shifts)


class Unread(NamedTuple):
    """A case that could not be screened under one of the two: which (`old`, `new`), and why, without what is in it.

    `whole`: it is a table of which no case could be read.
    """

    file: str
    under: tuple[str, ...]
    problems: tuple[Problem, ...]
    whole: bool = False

    @property
    def broken(self) -> bool:
        """Whether it has no recommendation because a policy breaks a promise of its own."""
        return any(problem.slug == "invariant-broken" for problem in self.problems)


class NotLookedAt(NamedTuple):
    """Something in a folder of cases that was not opened, and why. `open`: a case may lie there all the same."""

    file: str
    why: str
    open: bool


class NotListed(NamedTuple):
    """How many cases of tables are counted and not listed: with another outcome, with other flags or conditions.

    `less` of these are less cautious. `unread` are rows that could not be screened; in `broken` of these a policy
    breaks a promise of its own.
    """

    outcome: int = 0
    otherwise: int = 0
    less: int = 0
    unread: int = 0
    broken: int = 0

    def plus(self, other: NotListed) -> NotListed:
        """Return these and others."""
        return NotListed(*(one + more for one, more in zip(self, other, strict=True)))


class CasesDifference(NamedTuple):
    """What became of the cases that were named: how many were compared, which change, which could not be screened.

    `not_cases` are files that are something else: a decision, a report.
    """

    screened_on: str
    compared: int
    changed: tuple[CaseDifference, ...]
    unread: tuple[Unread, ...]
    not_cases: tuple[str, ...] = ()
    not_looked_at: tuple[NotLookedAt, ...] = ()
    not_listed: NotListed = NotListed()


def case_difference(
    file: str, before: Recommendation, after: Recommendation, names: Names | None = None
) -> CaseDifference | None:
    """Return what changes for a case, or None when its recommendation stays what it is, flags and safeguards too.

    `names` are those of what was only renamed.
    """
    before = _renamed(before, names) if names is not None else before
    differing = (*_flags(before, after), *_safeguards(before, after))
    if before.outcome is after.outcome and not differing:
        return None
    case = before.case
    # At the stage structural nothing is recommended, so that nothing can be less cautious.
    moved = shifts(recommended(before), recommended(after)) if case.stage is not Stage.STRUCTURAL else frozenset()
    return CaseDifference(
        case.reference,
        file,
        case.stage,
        before.outcome,
        after.outcome,
        moved,
        (*differing, *_rules(before, after)),
    )


def _renamed(found: Recommendation, names: Names) -> Recommendation:
    """Return a recommendation that names everything as the new policy does."""

    def ruled(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(names.rules.get(name, names.flags.get(name, name)) for name in ids)

    return replace(
        found,
        rules=tuple(
            one._replace(rule=replace(one.rule, id=names.rules.get(one.rule.id, one.rule.id))) for one in found.rules
        ),
        flags=tuple(
            one._replace(
                flag=replace(one.flag, id=names.flags.get(one.flag.id, one.flag.id)), raised_by=ruled(one.raised_by)
            )
            for one in found.flags
        ),
        safeguards=tuple(
            one._replace(
                safeguard=replace(one.safeguard, id=names.safeguards.get(one.safeguard.id, one.safeguard.id)),
                because=ruled(one.because),
            )
            for one in found.safeguards
        ),
    )


def _flags(before: Recommendation, after: Recommendation) -> tuple[Differs, ...]:
    was = {found.flag.id: found for found in before.flags}
    now = {found.flag.id: found for found in after.flags}
    found = []
    for name in sorted({*was, *now}):
        one, other = was.get(name), now.get(name)
        truths = one.truth if one else FALSE, other.truth if other else FALSE
        effects = (one.flag.effect.value, other.flag.effect.value) if one and other else ()
        turned = effects if len(set(effects)) > 1 else ()
        if truths[0] is not truths[1] or turned:
            by = {*(one.raised_by if one else ()), *(other.raised_by if other else ())}
            found.append(Differs("flag", name, *truths, tuple(sorted(by)), turned))
    return tuple(found)


def _safeguards(before: Recommendation, after: Recommendation) -> tuple[Differs, ...]:
    was = {found.safeguard.id: found for found in before.safeguards}
    now = {found.safeguard.id: found for found in after.safeguards}
    found = []
    for name in sorted({*was, *now}):
        one, other = was.get(name), now.get(name)
        truths = one.truth if one else FALSE, other.truth if other else FALSE
        if truths[0] is not truths[1]:
            by = {*(one.because if one else ()), *(other.because if other else ())}
            found.append(Differs("safeguard", name, *truths, tuple(sorted(by))))
    return tuple(found)


def _rules(before: Recommendation, after: Recommendation) -> tuple[Differs, ...]:
    was = {found.rule.id: found.truth for found in before.rules}
    now = {found.rule.id: found.truth for found in after.rules}
    return tuple(
        Differs("rule", name, was.get(name), now.get(name))
        for name in sorted({*was, *now})
        if was.get(name) is not now.get(name) and {was.get(name), now.get(name)} != {None, FALSE}
    )
