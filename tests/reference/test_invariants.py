"""The default policy's own invariants hold in every case that can be drawn."""

from __future__ import annotations

from hypothesis import given

from engine.model.truth import Truth
from engine.reference import Judgement, View
from tests.drawing import ON, Drawn, default_policy_cases


@given(default_policy_cases())
def test_the_default_policy_keeps_its_own_invariants(drawn: Drawn) -> None:
    judgement = Judgement(drawn.policy, drawn.case, View(drawn.policy, drawn.case, ON))
    assert drawn.policy.invariants
    for invariant in drawn.policy.invariants.values():
        if invariant.stage is not drawn.case.stage:
            continue
        if invariant.if_holds is None or judgement.tree(invariant.if_holds).truth is Truth.TRUE:
            assert judgement.outcome() in invariant.outcomes, invariant.id
