"""A case file written again says the same: no answer, note or key is lost, and none becomes another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from engine.loading import load_case, read_case
from engine.loading.case_file import CaseFile, case_file_of, case_file_text, has_comments, read_case_file
from engine.loading.writing import is_writable, yaml_text
from engine.model.answer import Answer, Case, Source, Standing
from engine.model.decision import Choice, OwnView
from engine.model.question import Stage
from tests.drawing import ON, Drawn, any_case, default_policy

TEXTS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("\n\t \"'#:{}[]|>&*!%@`,-?~äß語\U0001f600")), max_size=60
).filter(is_writable)
SAID = TEXTS.map(str.strip).filter(bool)


def again(case: Case, drawn: Drawn, *, as_json: bool = False) -> Case:
    text = case_file_text(replace(case_file_of(case), as_json=as_json), drawn.policy)
    return read_case(text.encode(), "case.yaml", drawn.policy, ON, None)


def noted(drawn: Drawn, note: str) -> Case:
    """Return the case with a note to each of its answers, and without a programme."""
    answers = {
        name: tuple(replace(answer, note=note) for answer in given_answers)
        for name, given_answers in drawn.case.answers.items()
    }
    return replace(drawn.case, answers=answers, programme=None)


@given(any_case(), st.one_of(st.just(""), SAID), st.booleans())
def test_a_case_comes_back_as_it_was_written(drawn: Drawn, note: str, as_json: bool) -> None:
    case = noted(drawn, note)
    assert again(case, drawn, as_json=as_json) == case


@given(SAID, SAID)
def test_whatever_is_said_in_their_own_words_comes_back_word_for_word(words: str, note: str) -> None:
    said = Answer(Source.CLIENT, Standing.ANSWERED, (words,), ON, note)
    case = Case("K-1", Stage.START, {"view-of-privacy": (said,)}, own_view=OwnView(Choice.NOT_YET, "b", "c", ON))
    text = case_file_text(case_file_of(case))
    assert read_case(text.encode(), "case.yaml", default_policy(), ON, None) == case


@given(any_case(), SAID)
def test_another_reader_of_yaml_reads_the_same_texts(drawn: Drawn, note: str) -> None:
    text = case_file_text(case_file_of(noted(drawn, note)), drawn.policy)
    for given_answers in yaml.safe_load(text.replace(" on:", ' "on":'))["answers"].values():
        for one in given_answers if isinstance(given_answers, list) else [given_answers]:
            assert isinstance(one.get("on", date.min), date)
            values = one.get("value", "")
            assert all(isinstance(value, str) for value in (values if isinstance(values, list) else [values]))
            assert one["note"] == note


@given(any_case())
def test_writing_again_what_was_written_changes_not_a_byte(drawn: Drawn) -> None:
    text = case_file_text(case_file_of(noted(drawn, "")), drawn.policy)
    file = read_case_file(text.encode(), "case.yaml", drawn.policy, ON)
    assert case_file_text(file, drawn.policy) == text


def test_the_files_that_a_case_points_to_and_the_own_view_stay(tmp_path: Path) -> None:
    text = """\
case: K-1
own_view: {view: not-yet, reasons: "yes: because", by: no, on: 2026-11-02}
earlier: before.yaml
stage: start
answers:
  lives-with-partner: no
"""
    before = "case: K-1\nstage: start\nanswers: {joins-from: {value: changes, source: client, on: 2026-11-01}}\n"
    (tmp_path / "before.yaml").write_text(before, encoding="utf-8")
    path = tmp_path / "case.yaml"
    path.write_text(text, encoding="utf-8")
    case = load_case(path, default_policy(), ON)
    file = read_case_file(path.read_bytes(), "case.yaml", default_policy(), ON)
    # What the earlier case says is not this file's to say.
    assert set(file.answers) == {"lives-with-partner"}
    path.write_text(case_file_text(file, default_policy()), encoding="utf-8")
    assert load_case(path, default_policy(), ON) == case


def test_a_file_in_json_stays_one() -> None:
    text = '{"case": "K-1", "stage": "start", "answers": {"joins-from": "changes"}}'
    file = read_case_file(text.encode(), "case.json", default_policy(), ON)
    assert case_file_text(file).startswith("{")


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("case: K-1\nstage: start\nanswers: {} # nothing yet\n", True),
        ("# K-1\ncase: K-1\nstage: start\nanswers: {}\n", True),
        ("case: K-1\nstage: start\nanswers:\n  view-of-privacy: it's # his\n  joins-from: 'changes'\n", True),
        ("case: K-1\nstage: start\nanswers:\n  # who?\n  joins-from: changes\n", True),
        ("case: K-1\nstage: start\nanswers: {view-of-privacy: \"her # and 'mine' # too\"}\n", False),
        ("case: K-1\nstage: start\nanswers: {view-of-privacy: 'it''s # one'}\n", False),
        ("case: K-1\nstage: start\nanswers: {view-of-privacy: room#3}\n", False),
        ('case: K-1\nstage: start\nanswers: {view-of-privacy: "ä語\U0001f600 # \\" #"}\n', False),
        ('{"case": "K-1", "stage": "start", "answers": {"view-of-privacy": "a # b"}}', False),
    ],
)
def test_a_comment_is_told_from_a_text_that_looks_like_one(text: str, there: bool) -> None:
    read_case(text.encode(), "case.yaml", default_policy(), ON, None)
    assert has_comments(text.encode(), "case.yaml") is there


def test_the_written_form_is_short_and_quotes_only_what_could_be_misread() -> None:
    file = CaseFile(
        "K-0412",
        Stage.START,
        {
            "lives-with-partner": (Answer(Source.CLIENT, values=("no",), on=date(2026, 11, 2)),),
            "people-nearby": (
                Answer(Source.CLIENT, values=("nobody",)),
                Answer(Source.PARTNER_SUPPORT, values=("children", "partner"), note='"often", # she says'),
            ),
            "joins-from": (),
        },
        {"programme": "programmes/north.yaml"},
    )
    assert (
        case_file_text(file)
        == """\
case: K-0412
stage: start
programme: "programmes/north.yaml"
answers:
  lives-with-partner: {value: "no", source: client, on: 2026-11-02}
  people-nearby:
    - {value: nobody, source: client}
    - {value: [children, partner], source: partner-support, note: "\\"often\\", # she says"}
"""
    )


def test_an_empty_mapping_is_written_as_one() -> None:
    assert yaml_text({"case": "K-1", "answers": {}}) == "case: K-1\nanswers: {}\n"


@pytest.mark.parametrize("text", ["\x00", "a\x1b[2Jb", "\u202e", "\ud800", "a\rb", "x" * 20_001, "\x85"])
def test_a_text_that_would_not_come_back_is_told_beforehand(text: str) -> None:
    assert not is_writable(text)
