"""What the check of single rows must refuse: rows and callables that differ, each in one way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from engine.batch.agreeing import check, row_of, truths_of
from engine.batch.forms import Form
from engine.batch.pipeline import Layout
from engine.columns.cases import sheets_of
from engine.errors import NoRecommendation, Place, Problem
from engine.model.answer import Case
from engine.model.policy import Policy
from engine.model.recommendation import Recommendation
from tests.batch.test_run import START, definition, single
from tests.drawing import ON, default_policy

Rows = Mapping[int, Mapping[str, object]]


def row(name: str, layout: Layout = Layout.LISTS) -> dict[str, object]:
    """Return the row that the single screening of an example gives."""
    found = definition(default_policy(), single(name), ON)
    return {"row": 1, **(row_of(found) if layout is Layout.LISTS else truths_of(found))}


def checked(rows: Rows, screen: object = definition, layout: Layout = Layout.LISTS, name: str = START[0]) -> int:
    sample = sheets_of([single(name)], default_policy()).to_dicts()
    assert callable(screen)
    return check(
        sample, rows, default_policy(), ON, layout=layout, form=Form.PARQUET, screen=screen, name="table.parquet"
    )


def refusing(*slugs: str) -> object:
    """Return a single screening that ends without a recommendation, for these reasons."""

    def screen(policy: Policy, case: Case, on: date) -> Recommendation:
        raise NoRecommendation([Problem(Place("policy"), slug, "no") for slug in slugs])

    return screen


RULED_OUT = {"row": 1, "outcome": None, "error": "the policy rules it out"}


@pytest.mark.parametrize("layout", list(Layout))
def test_a_row_that_agrees_is_counted(layout: Layout) -> None:
    assert checked({1: row(START[0], layout)}, layout=layout) == 1
    assert checked({1: RULED_OUT}, refusing("invariant-broken")) == 1


def test_a_row_of_the_sample_that_is_not_there_is_no_row_that_was_checked() -> None:
    """INVARIANT (agreement)."""
    with pytest.raises(NoRecommendation, match=r"differ in: row\b"):
        checked({})
    with pytest.raises(NoRecommendation, match=r"differ in: row\b"):
        checked({2: row(START[0])})


@pytest.mark.parametrize("name", START)
def test_the_message_names_the_case_and_the_columns_and_nothing_that_was_answered(name: str) -> None:
    """INVARIANT (no answer in an error)."""
    case = single(name)
    wrong = {**row(name), "flags": ["no-such-flag"]}
    with pytest.raises(NoRecommendation) as refused:
        checked({1: wrong}, name=name)
    (problem,) = refused.value.problems
    policy = default_policy()
    assert problem.place == Place("table.parquet")
    assert problem.message == (
        f"nothing is given out: for the case {case.reference} the columns and the single screening differ in: flags"
    )
    assert problem.help == (
        "treat these cases as not online and decide without this table; `forethought screen` screens them singly; "
        f"report this line, with the policy {policy.id} {policy.version} ({policy.fingerprint}), and leave any case "
        "out of the report"
    )


@pytest.mark.parametrize(
    "slugs", [("evaluators-disagree",), ("invariant-broken", "evaluators-disagree"), ("other", "invariant-broken"), ()]
)
def test_only_a_broken_promise_alone_makes_a_row_without_a_recommendation(slugs: tuple[str, ...]) -> None:
    """INVARIANT (agreement): any other end of the single screening is the end of the table."""
    with pytest.raises(NoRecommendation) as refused:
        checked({1: RULED_OUT}, refusing(*slugs))
    assert sorted(problem.slug for problem in refused.value.problems) == sorted(slugs)


@pytest.mark.parametrize("outcome", ["against", "undetermined", "conditional"])
def test_a_row_that_is_ruled_out_singly_has_an_error_and_no_outcome(outcome: str) -> None:
    """INVARIANT (agreement)."""
    for differing in ({"outcome": outcome}, {"outcome": outcome, "error": None}, {"error": None}):
        with pytest.raises(NoRecommendation, match="evaluators-disagree"):
            checked({1: {**RULED_OUT, **differing}}, refusing("invariant-broken"))


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("value", ["true", "x", 0, ["x"]])
def test_a_column_that_only_the_row_has_is_a_difference(layout: Layout, value: object) -> None:
    """INVARIANT (agreement)."""
    with pytest.raises(NoRecommendation, match="differ in: flag:another"):
        checked({1: {**row(START[0], layout), "flag:another": value}}, layout=layout)


@pytest.mark.parametrize("layout", list(Layout))
def test_a_column_that_only_the_single_screening_has_is_a_difference(layout: Layout) -> None:
    """INVARIANT (agreement)."""
    whole = row(START[0], layout)
    for name in [key for key, value in whole.items() if value is not None and key != "row"]:
        with pytest.raises(NoRecommendation) as refused:
            checked({1: {key: value for key, value in whole.items() if key != name}}, layout=layout)
        assert f"differ in: {name}" in str(refused.value)
