"""The case without what some sources said of it, and nothing of a case once it was screened."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import api
from engine.model.answer import PARTNER_SIDE, Answer, Source
from engine.model.recommendation import Caveat
from engine.model.truth import TRUE
from engine.reference import Judgement, View, weigh
from tests.drawing import ON, Drawn, any_case, default_policy, default_policy_cases, screened


@settings(max_examples=40)
@given(any_case(), st.sets(st.sampled_from(Source)))
def test_what_some_sources_said_is_left_out_as_if_it_had_never_been_said(drawn: Drawn, sources: set[Source]) -> None:
    policy, case = drawn.policy, drawn.case
    view = View(policy, case, ON)
    names = sorted(policy.questions)
    for name in names[:: drawn.rng.randint(1, 3)]:
        view.known(name)
    answers = {
        name: tuple(answer for answer in given if answer.source not in sources) for name, given in case.answers.items()
    }
    afresh, without = View(policy, replace(case, answers=answers), ON), view.without(sources)
    assert [without.known(name) for name in names] == [afresh.known(name) for name in names]
    for source in Source:
        assert [without.said_by(source, name) for name in names] == [afresh.said_by(source, name) for name in names]
    first, second = Judgement(policy, without.case, without), Judgement(policy, afresh.case, afresh)
    assert [first.rule(rule) for rule in policy.in_force(case.stage)] == [
        second.rule(rule) for rule in policy.in_force(case.stage)
    ]


@settings(max_examples=40)
@given(default_policy_cases())
def test_the_warning_of_the_partner_side_is_what_a_screening_without_it_says(drawn: Drawn) -> None:
    policy, case = drawn.policy, drawn.case
    answers = {
        name: tuple(answer for answer in given if answer.source not in PARTNER_SIDE)
        for name, given in case.answers.items()
    }
    without = replace(case, answers=answers)
    still = TRUE in Judgement(policy, without, View(policy, without, ON)).exclusions()
    spoke = any(answer.source in PARTNER_SIDE for given in case.answers.values() for answer in given)
    found = screened(drawn)
    expected = case.stage.of_client and found.outcome == "against" and spoke and not still
    assert (Caveat.PARTNER_SIDE_ONLY in found.warnings) == expected


@settings(max_examples=8)
@given(default_policy_cases())
def test_nothing_of_a_case_waits_for_the_collector(drawn: Drawn) -> None:
    api.screen(drawn.policy, drawn.case, ON)
    gc.collect()
    gc.disable()
    try:
        api.screen(drawn.policy, drawn.case, ON)
        assert gc.collect() == 0, "what was made of the case goes with it, at once"
    finally:
        gc.enable()


def test_a_word_that_is_no_answer_of_the_question_is_never_weighed() -> None:
    question = default_policy().questions["coercive-control"]
    word = Answer(Source.PRACTITIONER, values=("another",), on=ON)
    with pytest.raises(ValueError, match="not in tuple"):
        weigh(question, (word,), TRUE, ON)
    with pytest.raises(ValueError, match="not in tuple"):
        weigh(question, (replace(word, values=(question.worst,)), word), TRUE, ON)


def test_the_last_day_of_an_answer_still_counts() -> None:
    question = default_policy().questions["coercive-control"]
    assert question.valid_for is not None
    last = Answer(question.corroborate[0], values=(question.answers[0],), on=ON - timedelta(days=question.valid_for))
    assert weigh(question, (last,), TRUE, ON).settled
    assert last.on is not None
    assert not weigh(question, (replace(last, on=last.on - timedelta(days=1)),), TRUE, ON).settled
