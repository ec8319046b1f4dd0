"""INVARIANT (agreement): the network and the definition say the same of every case, rule by rule."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date, timedelta
from random import Random

import durable_rules_engine
import pytest
from hypothesis import given

from engine import api
from engine.errors import Exit, NoRecommendation
from engine.model.answer import Case
from engine.model.condition import AnswerIs, AnyOf
from engine.model.policy import Outcome, Policy, Status
from engine.model.question import Stage
from engine.model.truth import Truth
from engine.network import Firing, Network
from engine.reference import Judgement
from engine.testing.generate import Size, random_case, random_policy
from tests.drawing import (
    ON,
    Drawn,
    default_policy,
    default_policy_cases,
    drawn_cases,
    screened,
    settling_answer,
    with_answers,
)

WIDE = Size(questions=25, programme_questions=3, flags=12, rules=50, safeguards=10, depth=4, answers=8)


def differing(drawn: Drawn) -> tuple[str, ...]:
    firing = Network(drawn.policy, drawn.case.stage).fire(drawn.case, ON)
    return api.disagreements(screened(drawn), firing)


@given(drawn_cases())
def test_the_network_agrees_with_the_definition_on_random_policies(drawn: Drawn) -> None:
    assert differing(drawn) == ()


@given(drawn_cases(WIDE))
def test_the_network_agrees_with_the_definition_on_wide_and_deep_policies(drawn: Drawn) -> None:
    assert differing(drawn) == ()


@given(default_policy_cases())
def test_the_network_agrees_with_the_definition_on_the_default_policy(drawn: Drawn) -> None:
    api.screen(drawn.policy, drawn.case, ON)


def test_one_network_agrees_over_thousands_of_cases_in_a_row() -> None:
    rng = Random(20261122)
    for _ in range(20):
        policy = random_policy(rng, WIDE)
        for _ in range(100):
            api.screen(policy, random_case(rng, policy, rng.random()), ON)


@pytest.mark.parametrize("call", ["assert_fact", "start_action_for_state", "complete_and_start_action"])
def test_a_network_that_fails_gives_no_recommendation(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = Random(1)
    policy = random_policy(rng, WIDE)
    case = random_case(rng, policy, 1.0)
    api.screen(policy, case, ON)

    def broken(*_: object) -> None:
        raise RuntimeError("a secret answer")

    monkeypatch.setattr(durable_rules_engine, call, broken)
    with pytest.raises(NoRecommendation) as failure:
        api.screen(policy, case, ON)
    assert failure.value.exit_code is Exit.INTERNAL
    assert "secret" not in str(failure.value)
    assert re.search(r"error\[evaluator-failed\]", str(failure.value))


TAMPERED = {
    "certain_rules": "rule r",
    "possible_rules": "rule r",
    "certain_flags": "flag f",
    "possible_flags": "flag f",
    "certain_safeguards": "safeguard s",
    "possible_safeguards": "safeguard s",
    "outcome": "the outcome",
}


@pytest.mark.parametrize("part", sorted(TAMPERED))
def test_a_network_that_says_otherwise_in_any_part_gives_no_recommendation(
    part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = Random(2)
    policy = random_policy(rng, WIDE)
    case = random_case(rng, policy, 1.0)
    found = api.screen(policy, case, ON)
    fire = Network.fire

    def tampered(self: Network, drawn: Case, on: date) -> Firing:
        firing = fire(self, drawn, on)
        if part == "outcome":
            return replace(firing, outcome=next(other for other in Outcome if other is not found.outcome))
        told = {field.name: getattr(firing, field.name) for field in fields(firing)}
        return Firing(**{**told, part: frozenset(sorted(told[part])[1:])})

    monkeypatch.setattr(Network, "fire", tampered)
    with pytest.raises(NoRecommendation) as failure:
        api.screen(policy, case, ON)
    message = str(failure.value)
    assert "error[evaluators-disagree]" in message
    assert TAMPERED[part] in message
    assert policy.fingerprint in message
    for answers in case.answers.values():
        for answer in answers:
            assert all(word not in message for word in answer.values)


def test_a_definition_that_fails_gives_no_recommendation_and_tells_none_of_its_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rng = Random(3)
    policy = random_policy(rng, WIDE)

    def broken(*_: object) -> None:
        raise ValueError("a secret answer")

    monkeypatch.setattr(Judgement, "outcome", broken)
    with pytest.raises(NoRecommendation) as failure:
        api.screen(policy, random_case(rng, policy, 1.0), ON)
    assert "secret" not in str(failure.value)


def test_a_case_that_no_loader_would_have_passed_gives_no_recommendation() -> None:
    rng = Random(4)
    policy = random_policy(rng, WIDE)
    case = random_case(rng, policy, 1.0)
    question = policy.questions_at(Stage.START)[0]
    late = replace(settling_answer(question, question.answers[0]), on=ON + timedelta(days=1))
    for unsound in (with_answers(case, "no-such-question", (late,)), with_answers(case, question.id, (late,))):
        with pytest.raises(NoRecommendation, match=r"error\[unsound-case\]"):
            api.screen(policy, unsound, ON)


def test_a_case_that_answers_questions_of_a_later_stage_gives_no_recommendation() -> None:
    policy = default_policy()
    later = policy.questions_at(Stage.DURING)[0]
    case = with_answers(Case("K-1", Stage.START), later.id, (settling_answer(later, later.worst),))
    with pytest.raises(NoRecommendation, match="of another stage"):
        api.screen(policy, case, ON)
    api.screen(policy, replace(case, stage=Stage.DURING), ON)


@pytest.mark.parametrize("status", [Status.DRAFT, Status.SUSPENDED, Status.RETIRED])
def test_a_rule_that_is_not_in_force_neither_speaks_against_nor_clears(status: Status) -> None:
    policy = default_policy()
    rule = replace(policy.rules["coercive-control-goes-on"], status=status)
    without = replace(policy, rules={**policy.rules, rule.id: rule}, invariants={})
    question = policy.questions["coercive-control"]
    case = with_answers(Case("K-1", Stage.START), question.id, (settling_answer(question, "ongoing"),))
    assert api.screen(policy, case, ON).outcome is Outcome.AGAINST
    found = api.screen(without, case, ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert all(finding.rule.id != rule.id for finding in found.rules)


LARGE = Size(questions=300, programme_questions=3, flags=150, rules=1000, safeguards=30, depth=2)


@pytest.fixture(scope="module")
def large() -> Policy:
    """Draw a policy of a thousand rules, every one of which reads only answers, so that all can apply at once."""
    rng = Random(1000)
    drawn = max((random_policy(rng, LARGE) for _ in range(10)), key=lambda policy: len(policy.questions))
    questions = [question for question in drawn.questions.values() if question.stage is Stage.START]
    flags = [flag.id for flag in drawn.flags.values() if not flag.id.startswith("programme-lacks")]
    pattern = next(rule for rule in drawn.rules.values() if rule.raises and rule.stage is Stage.START)
    rules = {
        f"r{number}": replace(
            pattern,
            id=f"r{number}",
            when=AnyOf(tuple(AnswerIs(q.id, (q.worst,)) for q in rng.sample(questions, rng.randint(1, 5)))),
            raises=flags[number % len(flags)],
        )
        for number in range(1000)
    }
    return replace(drawn, rules=rules)


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_a_thousand_rules_agree_also_when_every_rule_fires(large: Policy, share: float) -> None:
    rng = Random(7)
    assert len(large.rules) == 1000
    assert len(large.questions) >= 200
    worst = {
        question.id: (settling_answer(question, question.worst),)
        for question in large.questions_at(Stage.START)
        if rng.random() <= share
    }
    found = api.screen(large, Case("K-1", Stage.START, worst if share else {}), ON)
    fired = sum(rule.truth is Truth.TRUE for rule in found.rules)
    assert fired == (1000 if share == 1 else fired)
    assert (fired == 0) is (share == 0)


def test_a_thousand_rules_of_every_shape_agree() -> None:
    rng = Random(11)
    policy = max((random_policy(rng, LARGE) for _ in range(20)), key=lambda drawn: len(drawn.rules))
    assert len(policy.rules) > 700
    for answered in (0.0, 0.3, 0.7, 1.0):
        for _ in range(5):
            api.screen(policy, random_case(rng, policy, answered), ON)
