"""The reference says what the program says. `FORETHOUGHT_REGENERATE=1` writes it anew; read the difference."""

from __future__ import annotations

import os
from typing import get_args

import pytest

from engine.model.condition import CalledFor, Condition, Not
from tests.house import reference_words as words
from tests.house.reference import pages
from tests.house.shown import DOCS
from tests.house.worked import condition

FOLDER = DOCS / "reference"


@pytest.mark.parametrize("name", sorted(pages()))
def test_the_reference_is_what_the_code_makes_of_it(name: str) -> None:
    made = pages()[name]()
    if os.environ.get("FORETHOUGHT_REGENERATE"):
        (FOLDER / name).write_text(made, encoding="utf-8")
    assert (FOLDER / name).read_text(encoding="utf-8") == made


@pytest.mark.parametrize("title", sorted(words.LISTS))
def test_a_list_of_words_is_whole(title: str) -> None:
    told = words.LISTS[title][1]
    kind = type(next(iter(told)))
    assert list(told) == list(kind), "every word, in the order of the code"


def test_every_form_of_a_condition_is_told_and_every_form_told_can_be_read() -> None:
    kinds = {type(condition(form)) for form, _ in words.CONDITIONS}
    # A `not` over answers is read as a test of the other answers; what a safeguard needs is written by the loader.
    assert kinds == set(get_args(Condition)) - {Not, CalledFor}
