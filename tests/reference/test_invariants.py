"""The default policy's own invariants hold in every case that can be drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from engine import api
from engine.errors import NoRecommendation
from engine.model.answer import Case
from engine.model.policy import Effect, Outcome
from engine.model.question import Stage
from engine.model.truth import Truth
from engine.reference import Judgement, View
from tests.drawing import ON, Drawn, default_policy, default_policy_cases, settling_answer
from tests.drawing import with_answers as with_


@given(default_policy_cases())
def test_the_default_policy_keeps_its_own_invariants(drawn: Drawn) -> None:
    judgement = Judgement(drawn.policy, drawn.case, View(drawn.policy, drawn.case, ON))
    assert drawn.policy.invariants
    for invariant in drawn.policy.invariants.values():
        if drawn.case.stage not in invariant.stages:
            continue
        if invariant.if_holds is None or judgement.tree(invariant.if_holds).truth is Truth.TRUE:
            assert judgement.outcome() in invariant.outcomes, invariant.id


def test_a_recommendation_that_the_policy_itself_rules_out_is_not_given() -> None:
    policy = default_policy()
    softened = replace(policy.flags["current-stalking"], effect=Effect.CAUTION)
    weaker = replace(policy, flags={**policy.flags, "current-stalking": softened})
    question = policy.questions["stalking-history"]
    assert Stage.DURING in policy.invariants["stalking-never-online"].also_at
    for stage in (Stage.START, Stage.DURING):
        case = with_(Case("K-1", stage), question.id, (settling_answer(question, "current"),))
        assert api.screen(policy, case, ON).outcome is Outcome.AGAINST
        with pytest.raises(NoRecommendation, match=r"error\[invariant-broken\].*stalking-never-online"):
            api.screen(weaker, case, ON)
