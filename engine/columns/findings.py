"""Rules, flags, safeguards, the outcome and the policy's own invariants, as terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from engine.columns.circuit import FALSE, TRUE, Circuit, Term, Truths
from engine.columns.conditions import Conditions
from engine.columns.weighing import View
from engine.model.condition import (
    AnswerIs,
    CalledFor,
    Condition,
    FlagIs,
    IsUnknown,
    Leaf,
    ProgrammeLacks,
    SaidBy,
    SourcesDiffer,
)
from engine.model.policy import Effect, Outcome, Policy
from engine.model.question import Stage


@dataclass(frozen=True, slots=True)
class Profile:
    """The programme's profile beside a case: whether there is one, and what it makes known."""

    given: Term
    view: View


class Findings:
    """The truth of every rule, flag and safeguard at a stage. Each is made once; the loader refuses cycles."""

    def __init__(self, policy: Policy, stage: Stage, view: View, profile: Profile) -> None:
        self.policy = policy
        self.stage = stage
        self.view = view
        self.profile = profile
        self.circuit: Circuit = view.circuit
        self._flags: dict[str, Truths] = {}
        self._conditions = Conditions(self.circuit, self._leaf)

    def truth(self, condition: Condition) -> Truths:
        """Return the truth of a condition, a rule's or a part of one."""
        return self._conditions.truth(condition)

    def rule(self, rule_id: str) -> Truths:
        """Return the truth of a rule in force."""
        return self.truth(self.policy.rules[rule_id].when)

    def flag(self, flag_id: str) -> Truths:
        """Return the truth of a flag: it is raised when one of the rules in force that raise it is true."""
        truth = self._flags.get(flag_id)
        if truth is None:
            raisers = self.policy.raisers(self.stage).get(flag_id, ())
            truth = self._flags[flag_id] = self.circuit.some_truth([self.truth(rule.when) for rule in raisers])
        return truth

    def safeguard(self, safeguard_id: str) -> Truths:
        """Return whether a safeguard is called for: by the base set, or by a rule."""
        if safeguard_id in self.policy.base_at(self.stage):
            return TRUE
        callers = self.policy.callers(self.stage).get(safeguard_id, ())
        return self.circuit.some_truth([self.truth(rule.when) for rule in callers])

    def excluded(self) -> Truths:
        """Return the truth of "an exclude flag is raised": it alone decides the outcome.

        INVARIANT (stop-first): one flag that is sure is enough, whatever else is missing.
        INVARIANT (unknown-never-safer): one flag that could be is enough to withhold a recommendation.
        """
        flags = self.policy.flags
        excluding = [name for name in self.policy.raisers(self.stage) if flags[name].effect is Effect.EXCLUDE]
        return self.circuit.some_truth([self.flag(name) for name in excluding])

    def outcomes(self) -> Mapping[Outcome, Term]:
        """Return, for each outcome, whether it is the one."""
        excluded, circuit = self.excluded(), self.circuit
        return {
            Outcome.AGAINST: excluded.sure,
            Outcome.UNDETERMINED: circuit.unknown(excluded),
            Outcome.CONDITIONAL: circuit.negated(excluded.could),
        }

    def broken(self) -> Term:
        """Return whether the outcome is one that an invariant of the policy rules out."""
        held = [name for name, invariant in self.policy.invariants.items() if self.stage in invariant.stages]
        return self.circuit.some(self.promise(name) for name in held)

    def promise(self, invariant_id: str) -> Term:
        """Return whether the outcome is one that this invariant, which holds at the stage, rules out."""
        circuit, outcomes, invariant = self.circuit, self.outcomes(), self.policy.invariants[invariant_id]
        return circuit.every(
            [
                TRUE.sure if invariant.if_holds is None else self.truth(invariant.if_holds).sure,
                circuit.some(outcomes[outcome] for outcome in Outcome if outcome not in invariant.outcomes),
            ]
        )

    def _leaf(self, leaf: Leaf) -> Truths:
        match leaf:
            case AnswerIs(question, wanted):
                return self.view.known(question).test(wanted)
            case FlagIs(flag):
                return self.flag(flag)
            case IsUnknown(question):
                return _two_valued(self.circuit.negated(self.view.known(question).settled()))
            case SourcesDiffer(question):
                return _two_valued(self.view.differ(question))
            case SaidBy(source, test):
                return self.view.known(test.question, source).test(test.wanted)
            case ProgrammeLacks(question):
                return self._programme_lacks(question)
            case CalledFor(safeguard):
                return self.safeguard(safeguard)
            case _:
                assert_never(leaf)

    def _programme_lacks(self, question: str) -> Truths:
        # Without a profile the programme's needs do not bear on the outcome; a caveat says so.
        given = self.profile.given
        if given == FALSE.sure:
            return FALSE
        worst = self.policy.questions[question].worst
        return self.circuit.every_truth([Truths(given, given), self.profile.view.known(question).test((worst,))])


def _two_valued(holds: Term) -> Truths:
    return Truths(holds, holds)
