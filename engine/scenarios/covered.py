"""Rules that no case meets, that every case meets, and that another rule of the same consequence covers.

Looked for by the solver over every answer sheet that there can be: what is found is so, and what is not found is not. A
search that ran out of time finds nothing, and never counts as found.

INVARIANT (no silence): what a search that ran out of time was about is handed back beside what was found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from engine.loading.advice.finding import Finding, Looked
from engine.loading.spelling import listed
from engine.model.policy import Policy, Rule
from engine.model.question import Stage
from engine.proof import Sheets, available

__all__ = ["Needless", "available", "needless", "needless_rules"]

_SECONDS = 0.5
"""For one search. Nearly all take a thousandth of it."""


_KEPT = 200
"""So many of the answer sheets that were found are remembered: they tell most rules apart without a search."""


class Needless(NamedTuple):
    """The rules that can be left out, and what could not be found out in time: the word of a finding, and the rule."""

    findings: tuple[Finding, ...]
    undecided: tuple[tuple[str, str], ...]


class _At:
    """One stage: every answer sheet of it, the rules in force over these, and what the sheets found so far show."""

    def __init__(self, policy: Policy, stage: Stage) -> None:
        sheets = Sheets([policy], stage)
        reading = sheets.reading(policy)
        self._clauses = sheets.clauses
        self._rules = {rule.id: reading.rule(rule.id) for rule in policy.in_force(stage) if not rule.derived}
        self._certain = dict.fromkeys(self._rules, 0)
        self._possible = dict.fromkeys(self._rules, 0)
        self._found = 0
        self.out_of_time = False
        """Whether a search has run out of time since this was last looked at."""

    def never(self, rule: str) -> bool:
        """Whether the rule is true on no answer sheet."""
        return not self._certain[rule] and self._impossible(self._rules[rule].certain)

    def always(self, rule: str) -> bool:
        """Whether the rule is true on every answer sheet."""
        everywhere = self._certain[rule] == (1 << self._found) - 1
        return everywhere and self._impossible(-self._rules[rule].certain)

    def covers(self, other: str, rule: str) -> bool:
        """Whether the other rule is true wherever this one is, and possible wherever this one is possible."""
        if self._certain[rule] & ~self._certain[other] or self._possible[rule] & ~self._possible[other]:
            return False
        this, that = self._rules[rule], self._rules[other]
        return self._impossible(this.certain, -that.certain) and self._impossible(this.possible, -that.possible)

    def _impossible(self, *wanted: int) -> bool:
        found = self._clauses.solve(wanted, _SECONDS)
        self.out_of_time |= found is None
        if found and self._found < _KEPT:
            bit = 1 << self._found
            self._found += 1
            for name, pair in self._rules.items():
                if self._clauses.holds(pair.certain):
                    self._certain[name] |= bit
                if self._clauses.holds(pair.possible):
                    self._possible[name] |= bit
        return found is False


def needless_rules(looked: Looked) -> tuple[Finding, ...]:
    """Return the rules that can be left out, by place. Raises MissingPart when the solver is not installed."""
    return needless(looked).findings


def needless(looked: Looked) -> Needless:
    """Return the rules that can be left out, and what was not found out. Raises MissingPart without the solver."""
    stages = {stage: _At(looked.policy, stage) for stage in Stage if looked.policy.in_force(stage)}
    told: set[str] = set()
    found: list[Finding] = []
    undecided: set[tuple[str, str]] = set()
    for rule in looked.rules:
        never = [stage for stage in rule.stages if stages[stage].never(rule.id)]
        undecided |= _out_of_time(stages, "rule-never-true", rule.id)
        always = [] if never else [stage for stage in rule.stages if stages[stage].always(rule.id)]
        undecided |= _out_of_time(stages, "rule-always-true", rule.id)
        if never:
            found.append(_never_true(looked, rule, never))
        elif always:
            found.append(_always_true(looked, rule, always))
        else:
            continue
        told.add(rule.id)
    found += _covered(looked, stages, told, undecided)
    return Needless(tuple(sorted(found)), tuple(sorted(undecided)))


def _out_of_time(stages: dict[Stage, _At], slug: str, rule: str) -> set[tuple[str, str]]:
    """Return what a search was about if it ran out of time at any stage, and forget that it did."""
    late = [at for at in stages.values() if at.out_of_time]
    for at in late:
        at.out_of_time = False
    return {(slug, rule)} if late else set()


def _never_true(looked: Looked, rule: Rule, stages: Sequence[Stage]) -> Finding:
    whole = len(stages) == len(rule.stages)
    where = "" if whole else f" at stage {listed(stages)}"
    return Finding(
        looked.place(rule.id, "when"),
        "rule-never-true",
        rule.id,
        f"no possible case meets `{rule.id}`{where}: it never applies{' there' if where else ''}",
        "correct its condition, or delete the rule" if whole else "correct its condition, or take the stage out",
    )


def _always_true(looked: Looked, rule: Rule, stages: Sequence[Stage]) -> Finding:
    where = "" if len(stages) == len(rule.stages) else f" at stage {listed(stages)}"
    help_ = (
        "correct its condition"
        if rule.raises
        else "correct its condition, or put what it calls for into `base_safeguards`"
    )
    message = f"every possible case meets `{rule.id}`{where}, whatever is answered"
    return Finding(looked.place(rule.id, "when"), "rule-always-true", rule.id, message, help_)


def _covered(
    looked: Looked, stages: dict[Stage, _At], told: Collection[str], undecided: set[tuple[str, str]]
) -> Iterator[Finding]:
    """Yield each rule that one other covers; two that cover each other are told of once, and so is a whole chain."""
    rules = [rule for rule in looked.rules if rule.id not in told]
    done: set[str] = set()
    for rule in rules:
        if rule.id in done:
            continue
        by = next((other for other in rules if _may_cover(other, rule) and _covers(other, rule, stages)), None)
        late = _out_of_time(stages, "rule-covered", rule.id)
        if by is None:
            undecided |= late
            continue
        both = _may_cover(rule, by) and _covers(rule, by, stages)
        _out_of_time(stages, "rule-covered", rule.id)
        if both:
            done.add(by.id)
        yield _finding(looked, rule, by, both=both)


def _may_cover(other: Rule, rule: Rule) -> bool:
    """Whether another rule has the same consequence, or more, at every stage where this one stands."""
    same = rule.raises == other.raises if rule.raises else bool(other.recommends)
    return (
        other.id != rule.id
        and same
        and set(rule.recommends) <= set(other.recommends)
        and set(rule.stages) <= set(other.stages)
    )


def _covers(other: Rule, rule: Rule, stages: dict[Stage, _At]) -> bool:
    return all(stages[stage].covers(other.id, rule.id) for stage in rule.stages)


def _finding(looked: Looked, rule: Rule, by: Rule, *, both: bool) -> Finding:
    what = f"raises `{rule.raises}`" if rule.raises else f"calls for {listed(rule.recommends)}"
    if both:
        message = f"`{rule.id}` and `{by.id}` apply in the same cases, and each {what}: one of the two is enough"
    else:
        message = f"wherever `{rule.id}` applies, `{by.id}` does too, and it {what} as well"
    return Finding(
        looked.place(rule.id, "when"),
        "rule-covered",
        rule.id,
        message,
        "delete it, or correct the condition of one of the two; keep its sources and its reason in the other",
    )
