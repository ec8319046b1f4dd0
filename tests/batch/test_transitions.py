"""What becomes of a caseload under another policy is what becomes of each of its cases by the definition."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.batch.transitions import compared, transitions
from engine.compare.cases import CaseDifference, case_difference
from engine.model.answer import Case
from engine.model.policy import Effect, Invariant, Outcome, Status
from engine.model.question import Stage
from engine.model.truth import FALSE, UNKNOWN
from engine.reference import recommend
from engine.report.batch.transitions_data import Change
from engine.testing.generate import random_policy
from tests.batch.counting import changed, drawn_cases, table_of
from tests.drawing import ON, default_policy, settling_answer


def change_of(difference: CaseDifference | None) -> Change:
    """Return what the definition says of a case: a case that loses something is less cautious."""
    if difference is None:
        return Change.NO_CHANGE
    if difference.less:
        return Change.LESS_CAUTIOUS
    return Change.MORE_CAUTIOUS if difference.shifts else Change.CONDITIONS_DIFFER


@settings(max_examples=8)
@given(st.integers(0, 2**32), st.booleans())
def test_every_case_changes_as_the_definition_says(seed: int, shipped: bool) -> None:
    rng = Random(seed)
    new = default_policy() if shipped else replace(random_policy(rng), invariants={})
    old = changed(rng, new)
    stages = [stage for stage in Stage if old.in_force(stage)]
    if not stages:
        return
    cases = drawn_cases(rng, old, 12, rng.choice(stages) if shipped else None)
    differences = [case_difference("", recommend(old, case, ON, ""), recommend(new, case, ON, "")) for case in cases]
    table = table_of(cases, new)
    rows = compared(table, old, new, ON).collect().to_dicts()
    assert [row["row"] for row in rows] == list(range(1, 13))
    for case, difference, row in zip(cases, differences, rows, strict=True):
        assert row["change"] == change_of(difference)
        assert row["before_outcome"] == recommend(old, case, ON, "").outcome
        for kind in ("flag", "safeguard"):
            of_kind = [one for one in difference.differing if one.kind == kind] if difference else []
            gained = [one.id for one in of_kind if one.before is FALSE]
            lost = [one.id for one in of_kind if one.after is FALSE]
            assert (row[f"{kind}s_gained"], row[f"{kind}s_lost"]) == ("; ".join(gained), "; ".join(lost))
    found = transitions(table, old, new, ON, examples=2)
    changes = Counter(map(change_of, differences))
    assert {one: found.number(one) for one in Change if found.number(one)} == dict(changes)
    assert found.all_compared
    assert found.less_cautious is (changes[Change.LESS_CAUTIOUS] > 0)
    for stage in found.stages:
        for move in stage.moves:
            same = [
                case.reference
                for case, difference in zip(cases, differences, strict=True)
                if case.stage is stage.stage
                and change_of(difference) is move.change
                and (recommend(old, case, ON, "").outcome, recommend(new, case, ON, "").outcome)
                == (move.before, move.after)
            ]
            assert move.cases == len(same)
            assert move.examples == (tuple(same[:2]) if move.change is not Change.NO_CHANGE else ())
        counts = Counter(
            (one.kind, one.id, one.before is FALSE, one.after is FALSE)
            for difference in differences
            if difference is not None and difference.stage is stage.stage
            for one in difference.differing
            if (one.kind != "rule" and not one.effects) or one.before is not one.after
        )
        for each in stage.differing:
            assert each.gained == counts[each.kind, each.id, True, False]
            assert each.lost == counts[each.kind, each.id, False, True]
        settled = Counter(
            (one.kind, one.id, one.before is FALSE)
            for difference in differences
            if difference is not None and difference.stage is stage.stage
            for one in difference.differing
            if {one.before, one.after} == {FALSE, UNKNOWN}
        )
        for each in stage.differing:
            assert each.settled == settled[each.kind, each.id, False]
            assert each.opened == settled[each.kind, each.id, True]


def test_a_stage_without_rules_before_is_not_compared_and_no_case_is_lost() -> None:
    new = default_policy()
    gone = {name: replace(rule, status=Status.SUSPENDED) for name, rule in new.rules.items()}
    old = replace(new, rules=gone)
    found = transitions(table_of(drawn_cases(Random(2), new, 5, Stage.START), new), old, new, ON)
    assert not found.all_compared
    assert found.compared == 0
    assert sum(stage.uncompared.cases for stage in found.stages) == 5
    rows = compared(table_of(drawn_cases(Random(2), new, 5, Stage.START), new), old, new, ON).collect()
    assert rows["change"].to_list() == [None] * 5


def test_a_promise_that_a_policy_breaks_counts_as_less_cautious_unless_advised_against_now() -> None:
    new = replace(default_policy(), invariants={})
    promise = Invariant("never", Stage.START, "", None, (Outcome.AGAINST,), (Stage.DURING, Stage.END))
    # A stage at which nothing may come out breaks it for every case.
    all_broken = replace(new, invariants={"never": replace(promise, outcomes=())})
    cases = drawn_cases(Random(2), new, 12, Stage.END)
    plain = {case.reference: recommend(new, case, ON, "").outcome for case in cases}
    assert len({*plain.values()}) > 1
    found = transitions(table_of(cases, new), new, all_broken, ON, examples=1)
    assert (found.compared, found.all_compared, found.number(Change.LESS_CAUTIOUS)) == (12, True, 12)
    assert {(move.before, move.after, move.broken_now, move.broken_before) for move in found.stages[0].moves} == {
        (outcome, None, ("never",), ()) for outcome in plain.values()
    }
    assert found.less_cautious
    rows = compared(table_of(cases, new), new, all_broken, ON).collect().to_dicts()
    assert [(row["before_outcome"], row["change"], row["broken_now"]) for row in rows] == [
        (outcome, "less cautious", "never") for outcome in plain.values()
    ]
    back = compared(table_of(cases, new), all_broken, new, ON).collect().to_dicts()
    assert [(row["before_outcome"], row["change"], row["before_broken"], row["broken_now"]) for row in back] == [
        (None, "more cautious" if outcome is Outcome.AGAINST else "less cautious", "never", "")
        for outcome in plain.values()
    ]
    both = transitions(table_of(cases, new), all_broken, all_broken, ON)
    assert both.number(Change.LESS_CAUTIOUS) == 12
    assert {(move.broken_before, move.broken_now) for move in both.stages[0].moves} == {(("never",), ("never",))}


def test_only_the_rows_that_break_a_promise_count_for_it() -> None:
    new = replace(default_policy(), invariants={})
    promise = Invariant("never", Stage.START, "", None, (Outcome.AGAINST,), (Stage.DURING, Stage.END))
    strict = replace(new, invariants={"never": promise})
    cases = drawn_cases(Random(2), new, 12, Stage.END)
    against = sum(recommend(new, case, ON, "").outcome is Outcome.AGAINST for case in cases)
    found = transitions(table_of(cases, new), new, strict, ON)
    assert 0 < against < 12
    assert found.number(Change.NO_CHANGE) == against
    assert sum(move.cases for move in found.stages[0].broken) == 12 - against
    # No flag is counted as come or gone where there is no recommendation to hold it.
    assert found.stages[0].differing == ()


def test_rows_that_cannot_be_read_are_counted_and_rows_that_are_lost_are_a_fault() -> None:
    new = default_policy()
    table = table_of(drawn_cases(Random(1), new, 6, Stage.START), new)
    bad = pl.when(pl.col("row") <= 2).then(pl.lit("cases.csv:2: no")).alias("error")
    found = transitions(table._replace(sheets=table.sheets.with_columns(bad), unread=2), new, new, ON)
    assert (found.rows, found.unread, found.compared) == (6, 2, 4)
    assert not found.all_compared
    with pytest.raises(ValueError, match="not the rows that were read"):
        transitions(table._replace(rows=9), new, new, ON)


def test_the_outcomes_of_a_row_stand_from_the_most_cautious_to_the_least() -> None:
    # `engine.columns.comparing` compares their places.
    assert [outcome.caution for outcome in Outcome] == [2, 1, 0]


def test_a_flag_that_only_has_another_effect_now_is_a_change() -> None:
    new = default_policy()
    turned = replace(new.flags["shared-device"], effect=Effect.CAUTION)
    old = replace(new, flags={**new.flags, "shared-device": turned}, invariants={})
    said = {"shares-with-partner": "device", "lives-with-partner": "yes"}
    answers = {name: (settling_answer(new.questions[name], word),) for name, word in said.items()}
    found = transitions(table_of([Case("K-1", Stage.START, answers)], new), old, new, ON)
    assert [(move.before, move.after, move.change) for move in found.stages[0].moves] == [
        (Outcome.AGAINST, Outcome.AGAINST, Change.CONDITIONS_DIFFER)
    ]
    assert found.stages[0].differing == ()
