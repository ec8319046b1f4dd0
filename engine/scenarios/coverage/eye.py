"""What one screened case shows of the rules: their truths, the tests that alone decided them, what they changed."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from engine.model.answer import Source, Standing
from engine.model.condition import ProgrammeLacks, leaves_of, question_of
from engine.model.policy import Policy, Rule
from engine.model.question import Stage
from engine.model.recommendation import Doubt, Known, Recommendation, Tree
from engine.model.truth import FALSE, TRUE, UNKNOWN, Truth, some
from engine.scenarios.coverage.deciding import Deciding, leaves_in, truths_of


class Item(NamedTuple):
    """One thing to be seen: a leaf (in reading order, from 0) of a rule at a stage, with a truth, deciding alone."""

    rule: str
    stage: Stage
    leaf: int
    truth: Truth


class Applies(NamedTuple):
    """Another thing to be seen: a rule that applies at a stage."""

    rule: str
    stage: Stage


Wish: TypeAlias = Item | Applies
"""What a scenario may be wanted for."""


class Kind(StrEnum):
    """The kinds of scenario that the policy language asks for with every rule."""

    APPLIES = "applies"
    DOES_NOT_APPLY = "does-not-apply"
    ANSWER_MISSING = "answer-missing"
    SOURCES_DIFFER = "sources-differ"


class Ground(NamedTuple):
    """What was said about the question of a leaf: whose words, whether they differ, and what they leave in doubt."""

    said: tuple[tuple[Source, Standing, tuple[str, ...]], ...]
    differ: bool
    doubts: tuple[Doubt, ...]


class Look(NamedTuple):
    """What one scenario shows.

    `items`: leaves that alone decided their rule. `truths`: how each rule came out. `decisive`: rules without which a
    flag or a safeguard would have another truth. `kinds`: what it shows of the rules that it is tagged with. `grounds`:
    what the leaves among `items` were judged on.
    """

    items: tuple[Item, ...]
    grounds: frozenset[tuple[Item, Ground]]
    truths: tuple[tuple[str, Stage, Truth], ...]
    decisive: tuple[tuple[str, Stage], ...]
    kinds: tuple[tuple[str, Stage, Kind], ...]


class Eye:
    """Looks at screened cases of one policy."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self._deciding: dict[str, Deciding] = {}

    def look(self, found: Recommendation, own: frozenset[str]) -> Look:
        """Return what a recommendation shows; `own` are the rules that its scenario is tagged with."""
        stage = found.case.stage
        findings = [finding for finding in found.rules if not finding.rule.derived]
        seen = [pair for finding in findings for pair in self._seen(finding.rule, stage, finding.tree)]
        return Look(
            tuple(item for item, _ in seen),
            frozenset((item, _ground(leaf.known)) for item, leaf in seen if leaf.known is not None),
            tuple((finding.rule.id, stage, finding.truth) for finding in findings),
            self._decisive(found),
            tuple(
                (finding.rule.id, stage, kind)
                for finding in findings
                if finding.rule.id in own
                for kind in _kinds(finding.tree)
            ),
        )

    def items(self, rule: Rule, stage: Stage, tree: Tree) -> Iterator[Item]:
        """Yield the leaves of a judged rule that alone decide it, with their truths."""
        return (item for item, _ in self._seen(rule, stage, tree))

    def _seen(self, rule: Rule, stage: Stage, tree: Tree) -> Iterator[tuple[Item, Tree]]:
        deciding = self._deciding.get(rule.id)
        if deciding is None:
            deciding = self._deciding[rule.id] = Deciding(rule.when)
        leaves = tuple(leaves_in(tree))
        here = deciding.at(tuple(leaf.truth for leaf in leaves))
        for number, leaf in enumerate(leaves):
            if here[number]:
                yield Item(rule.id, stage, number, leaf.truth), leaf

    def _decisive(self, found: Recommendation) -> tuple[tuple[str, Stage], ...]:
        """Return the rules that make a difference: to what they call for, and through that to all that follows from it.

        A rule that changes neither its flag nor one of its safeguards changes nothing else: nothing reads a rule.
        """
        stage, policy = found.case.stage, self.policy
        truths = {finding.rule.id: finding.truth for finding in found.rules}
        base = policy.base_at(stage)
        targets = [*policy.raisers(stage).values()]
        targets += [rules for safeguard, rules in policy.callers(stage).items() if safeguard not in base]
        decisive = {
            rule.id
            for rules in targets
            for rule in rules
            if not rule.derived and truths[rule.id] is not FALSE
            if some(truths[other.id] for other in rules if other is not rule) is not some(truths[r.id] for r in rules)
        }
        return tuple((rule, stage) for rule in sorted(decisive))


def standing(policy: Policy) -> Iterator[tuple[Rule, Stage]]:
    """Yield every rule in force that somebody wrote, once for each stage at which it stands."""
    for stage in Stage:
        for rule in policy.in_force(stage):
            if not rule.derived:
                yield rule, stage


def items_of(policy: Policy) -> Iterator[Item]:
    """Yield everything that there is to be seen of a policy."""
    for rule, stage in standing(policy):
        for number, leaf in enumerate(leaves_of(rule.when)):
            for truth in truths_of(leaf):
                yield Item(rule.id, stage, number, truth)


def kinds_wanted(policy: Policy, rule: Rule) -> tuple[Kind, ...]:
    """Return the kinds of scenario that a rule needs: three, and a fourth where more than one source may answer.

    Sources are looked at for the questions that the rule reads itself. What a flag was raised by has rules, and
    scenarios, of its own; and of the programme's profile there is one.
    """
    asked = {question_of(leaf) for leaf in leaves_of(rule.when) if not isinstance(leaf, ProgrammeLacks)} - {None}
    several = any(len({*q.asked_of, *q.corroborate}) > 1 for q in policy.questions.values() if q.id in asked)
    return tuple(kind for kind in Kind if several or kind is not Kind.SOURCES_DIFFER)


def _ground(known: Known) -> Ground:
    said = tuple((answer.source, answer.standing, answer.values) for answer in known.answers)
    return Ground(said, known.differ, known.doubts)


def _kinds(tree: Tree) -> Iterator[Kind]:
    leaves = tuple(leaves_in(tree))
    if tree.truth is TRUE:
        yield Kind.APPLIES
    if tree.truth is FALSE:
        yield Kind.DOES_NOT_APPLY
    if any(_missing(leaf) for leaf in leaves):
        yield Kind.ANSWER_MISSING
    if any(leaf.known is not None and leaf.known.differ for leaf in leaves):
        yield Kind.SOURCES_DIFFER


def _missing(leaf: Tree) -> bool:
    """Whether nobody answered what a leaf asks, a flag is open, or there is no profile of the programme."""
    if leaf.known is not None:
        return Doubt.NOBODY_SAID in leaf.known.doubts
    return leaf.truth is UNKNOWN or isinstance(leaf.condition, ProgrammeLacks)
