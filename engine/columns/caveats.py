"""What the practitioner must see before anything else, as terms."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from engine.columns.circuit import NO, YES, Circuit, Term
from engine.columns.finding_out import FindingOut, may_settle, settled_by
from engine.columns.findings import Findings
from engine.columns.weighing import View
from engine.model.policy import Effect, Outcome
from engine.model.recommendation import Caveat
from engine.model.source import PARTNER_SIDE


class Caveats:
    """Each caveat as a term. `without_partner_side` finds on what the others said alone."""

    def __init__(self, findings: Findings, finding_out: FindingOut, without_partner_side: Findings, on: date) -> None:
        self._findings = findings
        self._finding_out = finding_out
        self._without = without_partner_side
        self._on = on
        self._circuit: Circuit = findings.circuit

    def holds(self, caveat: Caveat) -> Term:
        """Return whether a caveat is to be seen."""
        circuit, findings = self._circuit, self._findings
        of_client = findings.stage.of_client
        outcomes = findings.outcomes()
        match caveat:
            case Caveat.PARTNER_SIDE_ONLY:
                if not of_client:
                    return NO
                return circuit.but_not(outcomes[Outcome.AGAINST], self._without.excluded().sure)
            case Caveat.WAITING_FOR_PARTNER_SIDE:
                if not of_client:
                    return NO
                return circuit.but_not(outcomes[Outcome.UNDETERMINED], self._others_could_settle())
            case Caveat.UNDATED_ANSWERS:
                return circuit.some([self._undated(findings.view), self._undated(findings.profile.view)])
            case Caveat.POLICY_NOT_IN_FORCE:
                return YES if self._on < findings.policy.effective_from else NO
            case Caveat.PROGRAMME_NOT_CONSIDERED:
                return circuit.negated(findings.profile.given) if of_client else NO
            case _:
                assert_never(caveat)

    def _others_could_settle(self) -> Term:
        """Return whether anyone but the partner's side could settle something that an exclude flag waits for."""
        findings = self._findings
        return self._circuit.some(
            self._finding_out.settles(question, flag)
            for flag, questions in settled_by(findings.policy, findings.stage).items()
            if findings.policy.flags[flag].effect is Effect.EXCLUDE
            for question in questions
            if not PARTNER_SIDE.issuperset(may_settle(findings.policy.questions[question]))
        )

    def _undated(self, view: View) -> Term:
        """Return whether an answer that would grow stale carries no date: it counts as given on that day."""
        questions = view.policy.questions
        return self._circuit.some(
            view.evidence.undated(questions[name], slot) for name, slots in view.slots.items() for slot in slots
        )
