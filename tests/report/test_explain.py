"""The explanation: any rule, flag, safeguard or question, raised or not."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.answer import Source
from engine.model.condition import (
    AllOf,
    AnswerIs,
    AnyOf,
    AtLeast,
    CalledFor,
    FlagIs,
    IsUnknown,
    Not,
    ProgrammeLacks,
    SaidBy,
    SourcesDiffer,
)
from engine.reference import recommend
from engine.report.conditions import as_written, in_words
from engine.report.explain import explain_text, explainable
from engine.report.listing import listing_text
from engine.testing.generate import SCREENED_ON, random_case, random_policy
from tests.report.sample import AGAINST_ON_HER_WORD, NOTHING_OF_CONCERN, sample_policy, screened


@settings(max_examples=40, deadline=None)
@given(st.integers(min_value=0, max_value=10**9))
def test_everything_that_can_be_explained_is(seed: int) -> None:
    rng = Random(seed)
    policy = random_policy(rng)
    recommendation = recommend(policy, random_case(rng, policy), SCREENED_ON, "0.1.0")
    for name in explainable(recommendation):
        assert name in explain_text(recommendation, name)
    assert explain_text(recommendation)


def test_in_brief_only_what_decides_is_shown_and_all_shows_the_rest() -> None:
    recommendation = screened(AGAINST_ON_HER_WORD)
    brief, everything = explain_text(recommendation), explain_text(recommendation, everything=True)
    assert "Rule stalking-goes-on: it does not apply" not in brief
    assert "Rule stalking-goes-on: it does not apply" in everything
    assert "Source (guidance)" not in brief
    assert "Source (guidance)" in everything
    assert "--all shows everything" in " ".join(brief.split())
    for text in (brief, everything):
        assert "- He is alone (alone-check)" in text


def test_a_question_is_explained_with_its_help_and_what_each_answer_means() -> None:
    text = " ".join(explain_text(screened(NOTHING_OF_CONCERN), "shares-with-partner").split())
    assert "Help: Go through phones" in text
    assert "- accounts: accounts or passwords" in text


def test_an_id_that_nobody_has_is_refused() -> None:
    with pytest.raises(LookupError):
        explain_text(screened(NOTHING_OF_CONCERN), "no-such-id")


def test_a_flag_that_is_not_raised_is_explained_too() -> None:
    assert "Flag current-stalking: it is not raised" in explain_text(screened(NOTHING_OF_CONCERN), "current-stalking")


def test_a_base_safeguard_is_explained_by_being_for_every_case() -> None:
    assert "every case gets it" in explain_text(screened(NOTHING_OF_CONCERN), "alone-check")


def test_a_safeguard_of_a_flag_that_is_not_raised_is_not_called_for() -> None:
    assert "own-device: it is not called for" in explain_text(screened(AGAINST_ON_HER_WORD), "own-device")


@pytest.mark.parametrize(
    ("condition", "words", "written"),
    [
        (AnswerIs("a", ("x", "y")), "a is x or y", {"a": ["x", "y"]}),
        (SaidBy(Source.POLICE, AnswerIs("a", ("x",))), "the police said that a is x", {"said-by": "police", "a": "x"}),
        (FlagIs("f"), "the flag f is raised", {"flag": "f"}),
        (CalledFor("s"), "the condition s is called for", {"called-for": "s"}),
        (IsUnknown("a"), "a is unknown", {"unknown": "a"}),
        (SourcesDiffer("a"), "the sources disagree about a", {"contradiction": "a"}),
        (ProgrammeLacks("p"), "the programme lacks p", {"programme-lacks": "p"}),
        (AllOf((FlagIs("f"),)), "all of these", {"all": [{"flag": "f"}]}),
        (AnyOf((FlagIs("f"),)), "any of these", {"any": [{"flag": "f"}]}),
        (Not(FlagIs("f")), "not this", {"not": {"flag": "f"}}),
        (AtLeast(2, (FlagIs("f"),)), "at least 2 of these", {"at-least": 2, "of": [{"flag": "f"}]}),
    ],
)
def test_each_condition_is_said_and_written(condition: FlagIs, words: str, written: object) -> None:
    assert in_words(condition) == words
    assert as_written(condition) == written


def test_a_safeguard_is_explained_with_its_wording_for_the_client_or_that_there_is_none() -> None:
    text = " ".join(explain_text(screened(AGAINST_ON_HER_WORD), "own-device").split())
    assert "Wording for the client: Please join on a device that only you use." in text
    assert "Wording for the client: no" in explain_text(screened(AGAINST_ON_HER_WORD), "callback")


def test_the_list_of_safeguards_says_for_which_there_is_a_wording_for_the_client() -> None:
    lines = listing_text(sample_policy(), "safeguards").splitlines()
    ids = [line.split()[-1] for line in lines if line.startswith("  - ")]
    told = [line.split()[-1] for line in lines if "Wording for the client: " in line]
    assert dict(zip(ids, told, strict=True)) == {
        "own-device": "yes",
        "alone-check": "yes",
        "callback": "no",
        "room-shown": "yes",
    }
