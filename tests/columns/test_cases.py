"""Cases as answer sheets and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.columns.cases import case_of, sheets_of
from engine.columns.slots import BESIDE
from engine.model.answer import Answer, Case, Standing
from engine.model.question import Stage
from engine.model.source import Source
from engine.testing.generate import random_case, random_policy
from tests.drawing import ON, Drawn, default_policy, default_policy_cases


def in_order(case: Case) -> dict[str, list[Answer]]:
    """Return the answers of a case by question; no order means anything."""
    return {
        name: sorted(said, key=lambda answer: (answer.source, answer.on or date.max, answer.standing, answer.values))
        for name, said in case.answers.items()
        if said
    }


def same(one: Case, other: Case) -> bool:
    profiles = (one.programme, other.programme)
    return (
        (one.reference, one.stage, in_order(one)) == (other.reference, other.stage, in_order(other))
        and [profile and profile.reference for profile in profiles] == [profiles[0] and profiles[0].reference] * 2
        and (profiles[0] is None or profiles[1] is None or in_order(profiles[0]) == in_order(profiles[1]))
    )


@settings(max_examples=40)
@given(st.integers(0, 2**32))
def test_a_case_comes_back_from_its_row(seed: int) -> None:
    rng = Random(seed)
    policy = random_policy(rng)
    cases = [random_case(rng, policy, rng.random()) for _ in range(5)]
    sheets = sheets_of(cases, policy)
    assert sheets["row"].to_list() == [1, 2, 3, 4, 5]
    assert tuple(sheets.columns[: len(BESIDE)]) == BESIDE
    for case, row in zip(cases, sheets.iter_rows(named=True), strict=True):
        assert same(case, case_of(row, policy))


@settings(max_examples=5)
@given(default_policy_cases())
def test_a_case_of_the_default_policy_comes_back_from_its_row(drawn: Drawn) -> None:
    (row,) = sheets_of([drawn.case], drawn.policy).iter_rows(named=True)
    assert same(drawn.case, case_of(row, drawn.policy))


def test_open_questions_several_answers_and_every_standing_come_back() -> None:
    policy = default_policy()
    open_ = next(question for question in policy.questions_at(Stage.START) if question.open)
    several = next(question for question in policy.questions_at(Stage.START) if question.several)
    standings = [standing for standing in Standing if standing is not Standing.ANSWERED]
    said = {
        question.id: (
            Answer(Source.CLIENT, Standing.ANSWERED, values, ON),
            *(Answer(Source.CLIENT, standing, (), ON - timedelta(days=1)) for standing in standings),
            Answer(Source.POLICE, standings[0]),
        )
        for question, values in ((open_, ("not-applicable",)), (several, several.answers[:2]))
    }
    case = Case("K-1", Stage.START, said, Case("north", Stage.PROGRAMME_START, {}))
    (row,) = sheets_of([case], policy).iter_rows(named=True)
    assert same(case, case_of(row, policy))


def test_no_cases_are_an_empty_sheet() -> None:
    sheets = sheets_of([], default_policy())
    assert sheets.height == 0
    assert sheets.columns == list(BESIDE)
    assert sheets.schema["row"] == pl.UInt64


def test_notes_and_what_came_before_are_not_carried() -> None:
    policy = default_policy()
    question = policy.questions_at(Stage.START)[0]
    answer = Answer(Source.CLIENT, Standing.ANSWERED, question.answers[:1], ON, note="a note")
    case = Case("K-1", Stage.START, {question.id: (answer,)})
    (row,) = sheets_of([replace(case, earlier=case)], policy).iter_rows(named=True)
    back = case_of(row, policy)
    assert back.earlier is None
    assert back.answers[question.id][0].note == ""
