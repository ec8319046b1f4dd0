"""What a typed line means: numbers, words, beginnings and commands, and nothing guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.interview import Command, Given, Misread, commands_for, understood
from engine.model.answer import Standing
from engine.model.question import Question
from tests.drawing import default_policy

EVERY = tuple(Standing)
USE = default_policy().questions["use-of-access"]
SHARES = default_policy().questions["shares-with-partner"]
NEARBY = default_policy().questions["people-nearby"]
WORDS = default_policy().questions["view-of-privacy"]


@pytest.mark.parametrize("question", default_policy().questions.values(), ids=lambda question: question.id)
def test_every_answer_can_be_given_by_its_number_its_word_and_its_wording(question: Question) -> None:
    for number, word in enumerate(question.answers, start=1):
        for typed in (str(number), word, f"  {word.upper()} ", question.say(word)):
            assert understood(typed, question, EVERY) == Given((word,))


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("che", Given(("checking",))),
        ("Contr", Given(("controlling",))),
        ("c", Misread.UNKNOWN_WORD),
        ("used", Misread.AMBIGUOUS),
        ("used to co", Given(("controlling",))),
        ("0", Misread.NO_SUCH_NUMBER),
        ("5", Misread.NO_SUCH_NUMBER),
        ("99999999999999999999", Misread.NO_SUCH_NUMBER),
        ("²", Misread.UNKNOWN_WORD),
        ("1, 2", Misread.ONE_ONLY),
        ("1, 1", Given(("not-used",))),
        ("1,", Misread.EMPTY),
        ("", Misread.EMPTY),
        ("   ", Misread.EMPTY),
        ("?", Command.HELP),
        ("<", Command.BACK),
        (">", Command.ON),
        ("U", Command.UNKNOWN),
        ("n", Command.NOTE),
        ("maybe", Misread.UNKNOWN_WORD),
    ],
)
def test_a_line_means_one_thing_or_is_asked_for_again(typed: str, means: object) -> None:
    assert understood(typed, USE, EVERY) == means


def test_several_answers_are_given_with_commas_in_any_order() -> None:
    assert understood("4, ch, nobody", NEARBY, EVERY) == Given(("nobody", "children", "partner"))


def test_one_word_too_short_to_be_sure_of_is_not_taken_for_another_that_goes_on() -> None:
    # "no" is a word of its own; "nothing" is not meant by it.
    question = replace(SHARES, answers=("no", "nothing"), wording=())
    assert understood("no", question, EVERY) == Given(("no",))
    assert understood("noth", question, EVERY) == Given(("nothing",))


def test_answers_that_are_numbers_themselves_are_never_confused_with_their_place() -> None:
    question = replace(SHARES, answers=("0", "1", "2-or-more"), wording=())
    assert understood("0", question, EVERY) == Given(("0",))
    assert understood("1", question, EVERY) is Misread.AMBIGUOUS
    assert understood("3", question, EVERY) == Given(("2-or-more",))


def test_free_text_is_taken_as_it_is_unless_it_is_a_command() -> None:
    assert understood("1, 2, and no more", WORDS, EVERY) == Given(("1, 2, and no more",))
    assert understood("q", WORDS, EVERY) is Command.QUIT


def test_a_standing_that_makes_no_sense_here_is_not_taken() -> None:
    standings = (Standing.ASKED_UNKNOWN, Standing.NOT_ASKED)
    assert understood("d", USE, standings) is Misread.NOT_OFFERED
    assert Command.DECLINED not in commands_for(standings)
    assert {Command.UNKNOWN, Command.NOT_ASKED, Command.HELP} <= set(commands_for(standings))


@given(st.text(max_size=40), st.sampled_from((USE, SHARES, NEARBY)))
def test_whatever_is_typed_nothing_is_recorded_but_answers_of_the_question(typed: str, question: Question) -> None:
    means = understood(typed, question, EVERY)
    if isinstance(means, Given):
        assert means.values
        assert set(means.values) <= set(question.answers)
