"""The empty table that is printed to be filled in is itself a table that can be read, and says nothing."""

from __future__ import annotations

import pytest

from engine.batch.forms import Form
from engine.batch.reading import read
from engine.columns.slots import BESIDE, STANDINGS
from engine.columns.tables.template import columns_at, template, words
from engine.model.question import Stage
from tests.drawing import ON, default_policy


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("long", [False, True])
def test_a_template_is_read_back_and_every_question_in_it_is_not_asked(stage: Stage, *, long: bool) -> None:
    policy = default_policy()
    table = read(template(policy, stage, long=long).encode(), Form.CSV, policy, ON, name="template")
    sheets = table.sheets.collect()
    assert (table.rows, table.unread, table.stages) == (1, 0, (stage,))
    said = sheets.row(0, named=True)
    answered = {name: value for name, value in said.items() if name not in BESIDE and not name.endswith(":on")}
    assert set(answered) == set(columns_at(policy, stage))
    assert {question for question, _, _ in (name.partition("@") for name in answered)} == {
        question.id for question in policy.readable_at(stage)
    }
    for name, value in answered.items():
        question = policy.questions[name.partition("@")[0]]
        assert value == ("\0not-asked" if question.open else ["not-asked"] if question.several else "not-asked")


@pytest.mark.parametrize("long", [False, True])
def test_the_words_beside_a_template_are_all_that_its_cells_may_hold(*, long: bool) -> None:
    policy = default_policy()
    told = words(policy, Stage.END, long=long)
    lines = [line.strip() for line in told.splitlines()]
    for question in policy.readable_at(Stage.END):
        at = next(number for number, line in enumerate(lines) if line.startswith(f"{question.id}: "))
        below = lines[at + 3 : at + 3 + len(question.answers)]
        assert tuple(line.split()[0] for line in below) == question.answers
    assert all(standing.value in told for standing in STANDINGS)
    assert max(map(len, lines)) < 200
