"""Rows that were read under one policy say the same under another, or are rows that it cannot read."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.batch.forms import Form
from engine.batch.reading import read, recoded
from engine.columns.evidence import slots_in
from engine.columns.slots import CASE, ERROR, ROW, slot_named
from engine.errors import BadData
from engine.loading import load_policy
from engine.model.policy import Policy
from engine.model.question import Question, Stage
from engine.testing.generate import random_case
from tests import tabled
from tests.drawing import ON

GOOD = Path(__file__).parents[2] / "loading" / "good"
NORTH = Path(__file__).parent / "north.json"
BEFORE = "before/"


@cache
def new() -> Policy:
    return load_policy(GOOD)


def changed(question: Question, rng: Random) -> Question | None:
    """Return the question as an older policy may have had it, or None where that had no such question."""
    answers = question.answers or ("in their own words", "otherwise")
    match rng.randrange(9):
        case 0:
            return None
        case 1:
            return replace(question, answers=answers[::-1])
        case 2:
            return replace(question, answers=(*answers[1:], "worst-of-all"))
        case 3:
            return replace(question, answers=answers, several=not question.several)
        case 4:
            return replace(question, answers=(), several=False)
        case 5:
            return replace(question, stage=Stage.DURING if question.stage.of_client else Stage.START)
        case _:
            return question


def old(rng: Random) -> Policy:
    questions = {name: changed(question, rng) for name, question in new().questions.items()}
    kept = {name: question for name, question in questions.items() if question is not None}
    rules = {n: r for n, r in new().rules.items() if r.stage is not Stage.DURING} if rng.random() < 0.2 else new().rules
    return replace(new(), questions=kept, rules=rules)


def filled(row: dict[str, object], prefix: str = "") -> dict[str, object]:
    """Return what stands in the slots under a prefix, and their days."""
    plain = {name.removeprefix(prefix): value for name, value in row.items() if name.startswith(prefix)}
    return {
        name: value
        for name, value in plain.items()
        if value is not None and slot_named(name.removesuffix(":on")) is not None
    }


@settings(max_examples=20)
@given(seed=st.integers(0, 1 << 32))
def test_a_recoded_row_says_what_reading_it_under_the_other_policy_says(seed: int) -> None:
    rng = Random(seed)
    before = old(rng)
    cases = [replace(random_case(rng, new(), 0.6), reference=f"K-{number}") for number in range(4)]
    profile = str(NORTH) if rng.random() < 0.5 else None
    data = tabled.wide_csv(cases, profile)
    table = read(data, Form.CSV, new(), ON, name="t")
    made = recoded(table.sheets, before, new(), ON, BEFORE)
    slots_in(dict(made.collect_schema()), before, BEFORE)
    rows = made.collect()
    assert rows.select(table.sheets.collect_schema().names()).equals(table.sheets.collect())
    try:
        expected = read(data, Form.CSV, before, ON, name="t").sheets.collect()
    except BadData:  # A column for a question that the older policy did not have, or that it put to others.
        names = set(before.questions)
        gone = [name for name in table.sheets.collect_schema() if (s := slot_named(name)) and s.question not in names]
        for row in rows.iter_rows(named=True):
            assert row[BEFORE + ERROR] is not None or all(row[name] is None for name in gone)
        return
    for row, wanted in zip(rows.iter_rows(named=True), expected.iter_rows(named=True), strict=True):
        assert row[CASE] == wanted[CASE]
        if row[BEFORE + ERROR] is None:
            assert wanted[ERROR] is None
            assert filled(row, BEFORE) == filled(wanted)
        elif not any(kind_differs(name, before) for name in filled(row)):
            assert wanted[ERROR] is not None


def kind_differs(name: str, before: Policy) -> bool:
    """Whether a slot holds another kind of answers there: a text with a semicolon is one word there and two here."""
    slot = slot_named(name.removesuffix(":on"))
    if slot is None or slot.question not in before.questions:
        return False
    one, two = new().questions[slot.question], before.questions[slot.question]
    return (one.several, one.open) != (two.several, two.open)


def test_a_row_that_could_not_be_read_is_not_read_under_the_other_policy_either() -> None:
    data = b"case,stage,lives-with-partner\nK-1,start,maybe\nK-2,start,no\n"
    table = read(data, Form.CSV, new(), ON, name="t")
    rows = recoded(table.sheets, new(), new(), ON, BEFORE).collect()
    assert rows[BEFORE + ERROR].to_list() == rows[ERROR].to_list()
    assert rows[BEFORE + ERROR].null_count() == 1


def test_a_text_that_reads_like_the_word_for_no_answer_is_not_taken_for_it() -> None:
    """Read as "not applicable" it would clear what it never said anything about."""
    fixed = replace(new().questions["wishes"], answers=("few", "many"))
    before = replace(new(), questions={**new().questions, "wishes": fixed})
    lines = b'{"case": "K-1", "stage": "start", "answers": {"wishes": "not-applicable"}}\n'
    table = read(lines, Form.JSON_LINES, new(), ON, name="t")
    assert table.unread == 0
    row = recoded(table.sheets, before, new(), ON, BEFORE).collect().row(0, named=True)
    assert row[BEFORE + ERROR] == "row 1: `wishes@client` holds what is no answer to `wishes` under the policy small"


def test_no_answer_of_a_case_is_told() -> None:
    rng = Random(7)
    cases = [replace(random_case(rng, new(), 0.9), reference=f"K-{number}", programme=None) for number in range(50)]
    without = replace(new(), questions={})
    table = read(tabled.wide_csv(cases), Form.CSV, new(), ON, name="t")
    rows = recoded(table.sheets, without, new(), ON, BEFORE).filter(pl.col(BEFORE + ERROR).is_not_null()).collect()
    assert rows.height == sum(bool(case.answers) for case in cases)
    assert not any("own words" in str(error) or "never" in str(error) for error in rows[BEFORE + ERROR])
    assert rows[ROW].is_sorted()
