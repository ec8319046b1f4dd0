"""The counts of a summary are those that the definition gives, case by case."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.batch.summary import StageCounts, bears_on, counted
from engine.batch.suppression import suppressed
from engine.model.condition import IsUnknown, leaves_of, question_of
from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.model.recommendation import Recommendation
from engine.model.truth import Truth
from engine.reference import recommend
from engine.report.batch.summary_json import summary_json
from engine.testing.generate import random_policy
from tests.batch.counting import drawn_cases, table_of
from tests.drawing import ON, default_policy


def by_the_definition(found: list[Recommendation], counts: StageCounts) -> None:
    outcomes = Counter(one.outcome for one in found)
    shown = (counts.against, counts.undetermined, counts.conditional)
    assert shown == tuple(outcomes[one] for one in (Outcome.AGAINST, Outcome.UNDETERMINED, Outcome.CONDITIONAL))
    truths = Counter((flag.flag.id, flag.truth) for one in found for flag in one.flags)
    for flag in counts.flags:
        assert (flag.true, flag.unknown) == (truths[flag.flag, Truth.TRUE], truths[flag.flag, Truth.UNKNOWN])
    assert {name for name, _ in truths} <= {flag.flag for flag in counts.flags}
    find = Counter(each.question.id for one in found for each in one.to_find_out)
    assert {one.question: one.cases for one in counts.missing if one.cases} == dict(find)
    for one in found:
        for each in one.to_find_out:
            bearing = next(asked.bears_on for asked in counts.missing if asked.question == each.question.id)
            assert set(each.settles) <= bearing


@settings(max_examples=8)
@given(st.integers(0, 2**32), st.booleans())
def test_what_is_counted_is_what_the_definition_says_of_each_case(seed: int, shipped: bool) -> None:
    rng = Random(seed)
    policy = default_policy() if shipped else random_policy(rng)
    cases = [] if not any(map(policy.in_force, Stage)) else drawn_cases(rng, policy, 12)
    found = [recommend(policy, case, ON, "") for case in cases]
    counts = counted(table_of(cases, policy), policy, ON)
    assert (counts.rows, counts.unread, counts.refused) == (len(cases), 0, 0)
    assert sum(stage.cases for stage in counts.stages) == len(cases)
    for stage in counts.stages:
        by_the_definition([one for one in found if one.case.stage is stage.stage], stage)


def test_rows_that_could_not_be_read_are_counted_and_nothing_else_of_them() -> None:
    policy = default_policy()
    table = table_of(drawn_cases(Random(1), policy, 6, Stage.START), policy)
    bad = pl.when(pl.col("row") <= 2).then(pl.lit("cases.csv:2: no")).alias("error")
    counts = counted(table._replace(sheets=table.sheets.with_columns(bad), unread=2), policy, ON)
    assert (counts.rows, counts.unread, sum(stage.cases for stage in counts.stages)) == (6, 2, 4)


def test_a_summary_that_does_not_add_up_is_none() -> None:
    policy = default_policy()
    table = table_of(drawn_cases(Random(1), policy, 6, Stage.START), policy)
    for wrong in (table._replace(rows=7), table._replace(unread=1), table._replace(stages=())):
        with pytest.raises(ValueError, match="not the rows that were read"):
            counted(wrong, policy, ON)


def test_no_reference_and_no_file_name_is_in_a_summary() -> None:
    policy = default_policy()
    cases = drawn_cases(Random(3), policy, 40, Stage.START)
    text = summary_json(suppressed(counted(table_of(cases, policy), policy, ON)))
    assert "K-" not in text
    assert "cases.csv" not in text


def test_a_question_bears_on_a_flag_however_far_round() -> None:
    policy = default_policy()
    for stage in Stage:
        bearing = bears_on(policy, stage)
        for rule in policy.in_force(stage):
            for question in policy.questions_read(stage)[rule.id]:
                assert rule.raises is None or rule.raises in bearing[question]


def test_a_question_behind_the_condition_of_another_bears_on_its_flag() -> None:
    """INVARIANT (small-groups): whoever is asked only if something else holds is counted with what that is."""
    policy = default_policy()
    stage = Stage.START
    bearing = bears_on(policy, stage)
    behind = [
        (question, inner)
        for question in policy.questions.values()
        if question.id in bearing and question.only_if is not None
        for inner in map(question_of, leaves_of(question.only_if))
        if inner is not None
    ]
    assert behind
    for question, inner in behind:
        assert bearing[question.id] <= bearing[inner]
    # One question that nothing reads but the condition of another: it bears on the same flags.
    asked = next(iter(sorted(bearing)))
    other = replace(policy.questions[asked], id="only-behind", only_if=None)
    gate = IsUnknown("only-behind")
    gated = replace(policy.questions[asked], only_if=gate)
    changed = replace(policy, questions={**policy.questions, asked: gated, "only-behind": other})
    assert bears_on(changed, stage)["only-behind"] == bearing[asked]
