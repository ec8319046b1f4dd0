"""Conditions, rules, flags, safeguards and the outcome, on what one case makes known.

Kleene's three values throughout; nothing is cut short, because the explanation shows every node.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from engine.model.answer import Case
from engine.model.condition import (
    AllOf,
    AnswerIs,
    AnyOf,
    AtLeast,
    CalledFor,
    Condition,
    FlagIs,
    IsUnknown,
    Not,
    ProgrammeLacks,
    SaidBy,
    SourcesDiffer,
)
from engine.model.policy import Outcome, Policy, Rule
from engine.model.recommendation import Known, Tree
from engine.model.truth import FALSE, TRUE, Truth, at_least, every, negate, some
from engine.reference.known import View


class Judgement:
    """The truth of every rule, flag and safeguard of a case's stage. Each is computed once, on demand.

    Chaining is recursion: a flag asks its rules, a rule asks its flags. The loader refuses cycles.
    """

    def __init__(self, policy: Policy, case: Case, view: View) -> None:
        self.policy = policy
        self.stage = case.stage
        self.view = view
        self._trees: dict[str, Tree] = {}
        self._flags: dict[str, Truth] = {}
        self._safeguards: dict[str, Truth] = dict.fromkeys(policy.base_at(case.stage), TRUE)

    def rule(self, rule: Rule) -> Tree:
        """Return the rule's condition with the truth of each node."""
        tree = self._trees.get(rule.id)
        if tree is None:
            tree = self._trees[rule.id] = self.tree(rule.when)
        return tree

    def flag(self, flag_id: str) -> Truth:
        """Return the truth of a flag: it is raised when one of the rules in force that raise it is true."""
        truth = self._flags.get(flag_id)
        if truth is None:
            raisers = self.policy.raisers(self.stage).get(flag_id, ())
            truth = self._flags[flag_id] = some([self.rule(rule).truth for rule in raisers])
        return truth

    def safeguard(self, safeguard_id: str) -> Truth:
        """Return whether a safeguard is called for: by the base set, or when a rule that recommends it is true."""
        truth = self._safeguards.get(safeguard_id)
        if truth is None:
            callers = self.policy.callers(self.stage).get(safeguard_id, ())
            truth = self._safeguards[safeguard_id] = some([self.rule(rule).truth for rule in callers])
        return truth

    def exclusions(self) -> Iterator[Truth]:
        """Yield the truth of each exclude flag that a rule in force at the stage may raise."""
        for flag_id in self.policy.excluding(self.stage):
            yield self.flag(flag_id)

    def outcome(self) -> Outcome:
        """Return the outcome: the truths of the exclude flags, and nothing else, decide it."""
        return outcome_of(self.exclusions())

    def tree(self, condition: Condition) -> Tree:
        """Return a condition with the truth of each of its nodes."""
        view = self.view
        match condition:
            case AnswerIs():
                known = view.known(condition.question)
                return Tree(condition, view.answer_is(condition, known), (), known)
            case AllOf():
                children = tuple([self.tree(member) for member in condition.members])
                return Tree(condition, every([child.truth for child in children]), children)
            case AnyOf():
                children = tuple([self.tree(member) for member in condition.members])
                return Tree(condition, some([child.truth for child in children]), children)
            case FlagIs():
                return Tree(condition, self.flag(condition.flag))
            case AtLeast(number, members):
                children = tuple([self.tree(member) for member in members])
                return Tree(condition, at_least(number, [child.truth for child in children]), children)
            case Not(member):
                child = self.tree(member)
                return Tree(condition, negate(child.truth), (child,))
            case IsUnknown(question):
                known = view.known(question)
                return Tree(condition, _two_valued(holds=not known.settled), (), known)
            case SourcesDiffer(question):
                known = view.known(question)
                return Tree(condition, _two_valued(holds=known.differ), (), known)
            case SaidBy(source, test):
                known = view.said_by(source, test.question)
                return Tree(condition, view.answer_is(test, known), (), known)
            case ProgrammeLacks(question):
                return self._programme_lacks(condition, question)
            case CalledFor(safeguard):
                return Tree(condition, self.safeguard(safeguard))
            case _:
                assert_never(condition)

    def _programme_lacks(self, condition: ProgrammeLacks, question: str) -> Tree:
        # Without a profile the programme's needs do not bear on the outcome; the report says so and lists them.
        if self.view.profile is None:
            return Tree(condition, FALSE)
        known: Known = self.view.profile.known(question)
        worst = AnswerIs(question, (self.policy.questions[question].worst,))
        return Tree(condition, self.view.profile.answer_is(worst, known), (), known)


def outcome_of(exclusions: Iterable[Truth]) -> Outcome:
    """Return the outcome for the truths of the exclude flags.

    INVARIANT (stop-first): one true flag is enough, whatever else is missing.
    INVARIANT (unknown-never-safer): one unknown flag is enough to withhold a recommendation.
    """
    match some(exclusions):
        case Truth.TRUE:
            return Outcome.AGAINST
        case Truth.UNKNOWN:
            return Outcome.UNDETERMINED
        case Truth.FALSE:
            return Outcome.CONDITIONAL
        case other:
            assert_never(other)


def _two_valued(*, holds: bool) -> Truth:
    return TRUE if holds else FALSE
