"""Every example row of the explanation is evaluated: by the three truths themselves, or by the definition.

A table is an example when the head of a column says what to work out:

- a truth table has columns `first` and `second` (or `third`), and heads with `all`, `any`, `not` or `at-least: N` in
  code;
- a worked example has a first column headed "said", whose cells hold sentences of scenarios in code, and heads with a
  condition, `possible QUESTION`, `rule ID`, `flag ID`, `recommendation` in code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.model.truth import Truth
from tests.house.shown import DOCS, FENCE, pages
from tests.house.worked import joined, worked_out

TABLE = re.compile(r"(?:^\|.*\|\n)+", re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")
ORDINALS = ("first", "second", "third")


def tables(page: Path) -> Iterator[list[list[str]]]:
    for match in TABLE.finditer(FENCE.sub("", page.read_text(encoding="utf-8"))):
        rows = [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in match[0].splitlines()]
        yield [rows[0], *rows[2:]]


def examples() -> list[tuple[str, list[str], list[str]]]:
    """Return each row to be worked out: the page, the head, the row."""
    return [
        (page.stem, table[0], row)
        for page in pages("explanation")
        for table in tables(page)
        if table[0][0] in {"first", "said"}
        for row in table[1:]
    ]


def truths(row: list[str], head: list[str]) -> list[Truth]:
    return [Truth(cell) for name, cell in zip(head, row, strict=True) if name in ORDINALS]


@pytest.mark.parametrize(("page", "head", "row"), examples())
def test_an_example_is_as_the_page_says(page: str, head: list[str], row: list[str]) -> None:
    asked = [(code[1], cell) for name, cell in zip(head, row, strict=True) if (code := CODE.search(name))]
    assert asked, f"{page}: no column says what to work out"
    for what, cell in asked:
        came = joined(what, truths(row, head)).value if head[0] == "first" else worked_out(CODE.findall(row[0]), what)
        assert cell.replace("**", "") == came, (page, row, what)


@pytest.mark.parametrize("how", ["all", "any"])
def test_the_table_of_two_truths_is_whole(how: str) -> None:
    rows = [row for page, head, row in examples() if f"`{how}`" in " ".join(head) and head[:2] == ["first", "second"]]
    assert {(row[0], row[1]) for row in rows} == {(one.value, other.value) for one in Truth for other in Truth}


def test_every_page_of_the_explanation_that_promises_examples_has_some() -> None:
    assert {page for page, _, _ in examples()} >= {"three-truths", "what-answers-make-known", "upward-closed"}
    assert (DOCS / "explanation").is_dir()
