"""A proof in the form that reports are written from, once every case in it is confirmed by the definition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.model.condition import FlagIs, leaves_of
from engine.model.policy import Policy
from engine.model.question import Stage
from engine.proof.claims import Claim, StageProof
from engine.report.assurance.proof_data import CaseShown, ClaimShown, ProofShown, TogetherShown
from engine.scenarios.refuted import refuting_cases


def shown(policy: Policy, proof: Sequence[StageProof]) -> ProofShown:
    """Return what is to be told of a proof. Raises NoRecommendation when the definition does not confirm a case."""
    return ProofShown(
        policy=policy.id,
        version=policy.version,
        fingerprint=policy.fingerprint,
        stages=tuple(each.stage for each in proof),
        claims=tuple(_claim(policy, claim) for each in proof for claim in each.claims),
        together=(*_together(policy, proof, proved=True), *_together(policy, proof, proved=False)),
    )


def _claim(policy: Policy, claim: Claim) -> ClaimShown:
    cases = tuple(CaseShown(*found[1:]) for found in refuting_cases(policy, claim))
    return ClaimShown(claim.kind.value, claim.part.value, claim.about, claim.stage, claim.standing.value, cases)


def _together(policy: Policy, proof: Iterable[StageProof], *, proved: bool) -> tuple[TogetherShown, ...]:
    stages: dict[tuple[str, ...], list[Stage]] = {}
    for each in proof:
        for rules in each.together if proved else each.perhaps_together:
            stages.setdefault(rules, []).append(each.stage)
    return tuple(TogetherShown(rules, tuple(at), _chained(policy, rules), proved) for rules, at in stages.items())


def _chained(policy: Policy, rules: Sequence[str]) -> bool:
    """Say whether all but one only read flags that the others raise."""
    raised = {policy.rules[name].raises for name in rules}
    leaves = {name: list(leaves_of(policy.rules[name].when)) for name in rules}
    reading = [name for name in rules if all(isinstance(x, FlagIs) and x.flag in raised for x in leaves[name])]
    return len(reading) == len(rules) - 1
