"""What a screening of many cases takes, adds and refuses."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from random import Random

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.columns.cases import sheets_of
from engine.columns.names import BROKEN, LISTED, OUTCOME, REVIEW_BY, Family, column
from engine.columns.screening import columns_of, screened
from engine.model.answer import Case
from engine.model.policy import Invariant, Outcome, Status
from engine.model.question import Stage
from engine.testing.generate import random_case, random_policy
from tests.drawing import ON, default_policy, settling_answer

EMPTY = Case("K-1", Stage.START)


def test_a_column_is_named_by_its_family_and_its_ids() -> None:
    assert column(Family.FLAG, "f") == "flag:f"
    assert column(Family.ASK, "q", "partner-support", prefix="before/") == "before/ask:q:partner-support"


@pytest.mark.parametrize("stage", Stage)
def test_what_is_added_is_what_was_announced_in_order_and_what_came_in_is_kept(stage: Stage) -> None:
    policy = default_policy()
    sheets = sheets_of([replace(EMPTY, stage=stage)], policy).with_columns(pl.lit(1).alias("beside"))
    families = (Family.ON_FACTS, *LISTED, Family.FLAG)
    found = screened(sheets.lazy(), policy, stage, ON, families).collect(engine="streaming")
    names = columns_of(policy, stage, families)
    assert len(names) == len(set(names))
    assert found.columns == [*sheets.columns, *names, BROKEN, OUTCOME, REVIEW_BY]
    assert found.select(sheets.columns).equals(sheets)
    assert found.schema[OUTCOME] == pl.Enum([outcome.value for outcome in Outcome])
    assert found.schema[REVIEW_BY] == pl.Date
    assert {found.schema[name] for name in (*names, BROKEN)} == {pl.Boolean()}


def test_rows_of_other_stages_and_rows_that_could_not_be_read_are_left_out() -> None:
    policy = default_policy()
    cases = [replace(EMPTY, stage=stage) for stage in (Stage.START, Stage.DURING, Stage.START, Stage.END)]
    sheets = sheets_of(cases, policy).with_columns(error=pl.Series([None, None, "table.csv:4: no", None]))
    found = screened(sheets.lazy(), policy, Stage.START, ON).collect(engine="streaming")
    assert found["row"].to_list() == [1]
    assert screened(sheets.lazy(), policy, Stage.STRUCTURAL, ON).collect(engine="streaming").is_empty()


def test_a_stage_without_rules_in_force_is_refused() -> None:
    """That nothing speaks against it would then say nothing."""
    policy = default_policy()
    suspended = {name: replace(rule, status=Status.SUSPENDED) for name, rule in policy.rules.items()}
    with pytest.raises(ValueError, match="no rules in force"):
        screened(sheets_of([EMPTY], policy).lazy(), replace(policy, rules=suspended), Stage.START, ON)


def test_a_slot_that_words_its_answers_otherwise_is_refused() -> None:
    """The same numbers stand behind other words: nothing of it could be believed."""
    policy = default_policy()
    question = next(q for q in policy.questions_at(Stage.START) if not q.open and not q.several)
    answered = replace(EMPTY, answers={question.id: (settling_answer(question, question.worst),)})
    sheets = sheets_of([answered], policy)
    (name,) = (name for name in sheets.columns if name.startswith(question.id) and not name.endswith(":on"))
    turned = replace(question, answers=question.answers[::-1])
    with pytest.raises(ValueError, match="does not hold answers as the policy words them"):
        screened(sheets.lazy(), replace(policy, questions={**policy.questions, question.id: turned}), Stage.START, ON)
    for wrong in (sheets.with_columns(pl.col(name).cast(pl.String)), sheets.rename({name: "no-such-question@client"})):
        with pytest.raises(ValueError, match="does not hold answers as the policy words them"):
            screened(wrong.lazy(), policy, Stage.START, ON)
    with pytest.raises(ValueError, match="does not hold dates"):
        screened(sheets.with_columns(pl.col(f"{name}:on").cast(pl.String)).lazy(), policy, Stage.START, ON)


def test_a_row_whose_outcome_the_policy_itself_rules_out_has_none() -> None:
    policy = default_policy()
    never = Invariant("never", Stage.START, "because", None, (Outcome.CONDITIONAL,))
    sheets = sheets_of([EMPTY, replace(EMPTY, stage=Stage.DURING)], policy).lazy()
    held = replace(policy, invariants={"never": never})
    found = screened(sheets, held, Stage.START, ON).collect(engine="streaming")
    assert found.select(BROKEN, OUTCOME).rows() == [(True, None)]
    during = screened(sheets, held, Stage.DURING, ON).collect(engine="streaming")
    assert during.select(BROKEN, OUTCOME).rows() == [(False, "undetermined")]


@settings(max_examples=15)
@given(st.integers(0, 2**32))
def test_two_policies_over_one_table_do_not_disturb_each_other(seed: int) -> None:
    rng = Random(seed)
    policy = random_policy(rng)
    cases = [at_the_start(random_case(rng, policy, 0.7)) for _ in range(5)]
    one, other = sheets_of(cases, policy), sheets_of(cases[::-1], policy)
    slots = [name for name in other.columns if "@" in name]
    beside = one.hstack(other.select(pl.col(slots).name.prefix("before/")))
    names = [*columns_of(policy, Stage.START, LISTED), BROKEN, OUTCOME, REVIEW_BY]
    both = screened(screened(beside.lazy(), policy, Stage.START, ON), policy, Stage.START, ON, prefix="before/")
    found = both.collect(engine="streaming")
    alone = screened(one.lazy(), policy, Stage.START, ON).collect(engine="streaming").select(names)
    assert found.select(names).equals(alone)
    assert found.select(pl.col(f"before/{name}").alias(name) for name in names).equals(alone.reverse())


def at_the_start(case: Case) -> Case:
    """Return the case at the start, with what a case there may answer, and with a profile."""
    answers = {name: said for name, said in case.answers.items() if not name.startswith("d")}
    profile = case.programme or Case("north", Stage.PROGRAMME_START)
    return replace(case, stage=Stage.START, answers=answers, programme=profile)


def test_a_row_that_the_other_policy_could_not_read_has_no_outcome_under_it() -> None:
    policy = default_policy()
    sheets = sheets_of([EMPTY, EMPTY], policy).with_columns(pl.Series("before/error", [None, "not its word"]))
    found = screened(sheets.lazy(), policy, Stage.START, ON, prefix="before/").collect(engine="streaming")
    assert found["before/outcome"].to_list() == ["undetermined", None]


def test_neither_the_room_nor_its_names_load_polars() -> None:
    code = "import sys, engine.columns, engine.columns.names, engine.columns.slots; print('polars' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ran.stdout.strip() == "False"
