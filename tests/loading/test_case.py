"""A case file becomes a case; what is wrong with it is told without a word of what it says."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import BadData, NoInput, Problem
from engine.loading import load_case, load_policy, read_case
from engine.model.answer import Answer, Case, Source, Standing
from engine.model.policy import Policy
from engine.model.question import Stage

GOOD = Path(__file__).parent / "good"
TODAY = date(2026, 11, 22)

EXAMPLE = """\
case: K-0412
stage: start
answers:
  lives-with-partner: no
  private-space: {value: sometimes, source: client, on: 2026-11-02, note: "kitchen, after nine"}
  people-nearby:
    - {value: [partner, nobody], source: client}
    - {value: partner, source: partner-support, on: 2026-11-10}
    - {standing: asked-declined, source: partner}
  wishes: "Evenings: after nine"
"""


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(GOOD)


def read(text: str | bytes, policy: Policy, folder: Path | None = None) -> Case:
    return read_case(text.encode() if isinstance(text, str) else text, "case.yaml", policy, TODAY, folder)


def problems(text: str | bytes, policy: Policy) -> str:
    with pytest.raises(BadData) as caught:
        read(text, policy)
    assert all(problem.excerpt == "" for problem in caught.value.problems)
    return str(caught.value)


def found(data: bytes, policy: Policy) -> tuple[Problem, ...]:
    """Return the problems of a case that may or may not be good."""
    try:
        read(data, policy)
    except BadData as error:
        return error.problems
    return ()


def test_every_form_of_an_answer_is_read(policy: Policy) -> None:
    assert read(EXAMPLE, policy) == Case(
        "K-0412",
        Stage.START,
        {
            "lives-with-partner": (Answer(Source.CLIENT, values=("no",)),),
            "private-space": (
                Answer(Source.CLIENT, values=("sometimes",), on=date(2026, 11, 2), note="kitchen, after nine"),
            ),
            "people-nearby": (
                Answer(Source.CLIENT, values=("nobody", "partner")),
                Answer(Source.PARTNER_SUPPORT, values=("partner",), on=date(2026, 11, 10)),
                Answer(Source.PARTNER, Standing.ASKED_DECLINED),
            ),
            "wishes": (Answer(Source.CLIENT, values=("Evenings: after nine",)),),
        },
    )


def test_a_json_case_is_the_same_case(policy: Policy) -> None:
    value = {
        "case": "K-0412",
        "stage": "start",
        "answers": {
            "lives-with-partner": "no",
            "private-space": {
                "value": "sometimes",
                "source": "client",
                "on": "2026-11-02",
                "note": "kitchen, after nine",
            },
            "people-nearby": [
                {"value": ["partner", "nobody"], "source": "client"},
                {"value": "partner", "source": "partner-support", "on": "2026-11-10"},
                {"standing": "asked-declined", "source": "partner"},
            ],
            "wishes": "Evenings: after nine",
        },
    }
    for indent in (None, 2, "\t"):
        assert read(json.dumps(value, indent=indent), policy) == read(EXAMPLE, policy)


def test_several_sources_may_contradict_each_other_and_themselves(policy: Policy) -> None:
    case = read(
        "case: K-1\nstage: start\nanswers:\n  private-space:\n"
        "    - {value: never, source: partner, on: 2026-01-01}\n"
        "    - {value: always, source: partner, on: 2026-01-01}\n",
        policy,
    )
    assert len(case.answers["private-space"]) == 2


def test_an_answer_of_today_is_not_from_the_future(policy: Policy) -> None:
    case = read(
        "case: K-1\nstage: start\nanswers: {private-space: {value: never, source: client, on: 2026-11-22}}\n", policy
    )
    assert case.answers["private-space"][0].on == TODAY


def test_a_case_during_the_programme_may_carry_the_answers_of_its_start(policy: Policy) -> None:
    answers = "{private-space: never, new-concern: {value: 'yes', source: partner-support}}"
    text = f"case: K-1\nstage: during\nanswers: {answers}\n"
    assert set(read(text, policy).answers) == {"private-space", "new-concern"}


def test_a_profile_is_looked_up_beside_the_case_file(policy: Policy, tmp_path: Path) -> None:
    (tmp_path / "programmes").mkdir()
    (tmp_path / "programmes" / "north.yaml").write_text(
        "case: north\nstage: programme-start\nanswers: {check-procedure: {value: spoken, source: programme}}\n",
        encoding="utf-8",
    )
    (tmp_path / "case.yaml").write_text(
        "case: K-1\nstage: start\nprogramme: programmes/north.yaml\nanswers: {}\n", encoding="utf-8"
    )
    case = load_case(tmp_path / "case.yaml", policy, TODAY)
    assert case.programme is not None
    assert case.programme.reference == "north"
    assert case.programme.answers["check-procedure"][0].source is Source.PROGRAMME


def test_a_relative_profile_cannot_be_looked_up_without_a_folder(policy: Policy) -> None:
    assert "error[no-folder]" in problems("case: K-1\nstage: start\nprogramme: north.yaml\nanswers: {}\n", policy)


def test_a_profile_that_never_ends_is_not_read(policy: Policy, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        text = f"case: K-1\nstage: start\nprogramme: {path}\nanswers: {{}}\n"
        assert "error[missing-profile]" in problems(text, policy)


def test_a_case_file_that_is_not_there_is_no_input(policy: Policy, tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.yaml", tmp_path):
        with pytest.raises(NoInput, match="cannot be read"):
            load_case(path, policy, TODAY)


def test_a_case_that_never_ends_is_too_large(policy: Policy) -> None:
    with pytest.raises(BadData, match="too-large"):
        load_case(Path("/dev/zero"), policy, TODAY)


CANARY = "zq9x7vkk"

PLACES = [
    "case: {}\nstage: start\nanswers: {{}}\n",
    "case: K-1\nstage: {}\nanswers: {{}}\n",
    "case: K-1\nstage: start\nprogramme: {}\nanswers: {{}}\n",
    "case: K-1\nstage: start\nanswers: {}\n",
    "case: K-1\nstage: start\n{}: x\nanswers: {{}}\n",
    "case: K-1\nstage: start\nanswers:\n  {}: x\n",
    "case: K-1\nstage: start\nanswers:\n  private-space: {}\n",
    "case: K-1\nstage: start\nanswers:\n  private-space: [{}, never]\n",
    "case: K-1\nstage: start\nanswers:\n  people-nearby: [{}, [{}]]\n",
    "case: K-1\nstage: start\nanswers:\n  private-space: {{{}: x}}\n",
    "case: K-1\nstage: start\nanswers:\n  private-space: {{value: {}}}\n",
    "case: K-1\nstage: start\nanswers:\n  private-space: {{value: nevr, note: {}}}\n",
    "case: K-1\nstage: start\nanswers:\n  private-space: {{value: never, source: {}}}\n",
    "case: K-1\nstage: start\nanswers:\n  private-space: {{value: never, on: {}}}\n",
    "case: K-1\nstage: start\nanswers:\n  private-space: {{standing: {}}}\n",
    "case: K-1\nstage: start\nanswers:\n  wishes: {}\n  wishes: {}\n",
    "case: K-1\nstage: start\nanswers:\n  wishes: &{} x\n  private-space: *{}\n",
    "case: K-1\nstage: start\nanswers:\n  wishes: !{} x\n",
    "case: K-1\nstage: start\nanswers:\n  wishes: '{}\n",
    "case: K-1\nstage: start\nanswers:\n  wishes: a: {}\n",
    "{}: [\n",
    "{}",
]


@given(st.sampled_from(PLACES), st.text(max_size=12), st.text(max_size=12))
def test_no_error_ever_repeats_what_the_file_says(policy: Policy, place: str, before: str, after: str) -> None:
    # INVARIANT (no answer in an error)
    text = place.format(*[before + CANARY + after] * 2)
    assert CANARY not in repr(found(text.encode("utf-8", "replace"), policy))


ANSWER_WORDS = ("secretly", "part-timee", "oftentimes")


@pytest.mark.parametrize("word", ANSWER_WORDS)
def test_an_answer_that_is_not_allowed_is_not_repeated(policy: Policy, word: str) -> None:
    said = problems(f"case: K-1\nstage: start\nanswers:\n  lives-with-partner: {word}\n", policy)
    assert word not in said
    assert "not one of the answers of lives-with-partner" in said
    assert "`no`, `part-time`, `yes`" in said


@given(st.binary(max_size=120) | st.text("{}[]:,- \n'\"caseqnwro&*!|>~", max_size=80).map(str.encode))
def test_arbitrary_bytes_cause_nothing_but_bad_data(policy: Policy, data: bytes) -> None:
    for start in (b"", b"case: K-1\nstage: start\nanswers:\n  private-space: "):
        assert isinstance(found(start + data, policy), tuple)


def answers_of(policy: Policy) -> st.SearchStrategy[dict[str, object]]:
    """Draw the `answers:` of a case at the start, as JSON holds them."""
    drawn: dict[str, st.SearchStrategy[object]] = {}
    days = st.dates(max_value=TODAY, min_value=date(2020, 1, 1)).map(date.isoformat)
    notes = st.text(st.characters(categories=["L", "N", "P", "Zs"], max_codepoint=0xFFF), max_size=20)
    for question in policy.questions_at(Stage.START):
        value = st.sampled_from(question.answers) if question.answers else st.just("some words")
        given = st.fixed_dictionaries(
            {"value": value, "source": st.sampled_from([str(s) for s in Source])}, optional={"on": days, "note": notes}
        )
        silent = st.fixed_dictionaries(
            {"standing": st.sampled_from([str(s) for s in Standing if s is not Standing.ANSWERED])},
            optional={"source": st.sampled_from([str(s) for s in Source])},
        )
        drawn[question.id] = (value | given | silent) if Source.CLIENT in question.asked_of else (given | silent)
    return st.fixed_dictionaries({}, optional=drawn)


@given(st.data())
def test_json_and_yaml_give_the_same_case(policy: Policy, data: st.DataObject) -> None:
    answers = data.draw(answers_of(policy))
    as_json = json.dumps({"case": "K-1", "stage": "start", "answers": answers})
    lines = [f"  {question}: {json.dumps(value, ensure_ascii=False)}" for question, value in answers.items()]
    as_yaml = "\n".join(["case: K-1", "stage: start", "answers:" if lines else "answers: {}", *lines, ""])
    assert read(as_json, policy) == read(as_yaml, policy)


def test_a_bare_word_is_the_clients_only_where_the_question_is_put_to_him(policy: Policy) -> None:
    said = found(b"case: K-1\nstage: during\nanswers: {private-space: never, new-concern: 'yes'}\n", policy)
    assert [problem.slug for problem in said] == ["missing-source"]
    assert "new-concern" in said[0].message


def test_that_somebody_was_not_asked_is_said_of_whom_the_question_is_put_to(policy: Policy) -> None:
    case = read("case: K-1\nstage: during\nanswers: {new-concern: {standing: not-asked}}\n", policy)
    assert case.answers["new-concern"][0].source is Source.PARTNER_SUPPORT


def test_a_profile_speaks_for_the_programme(policy: Policy, tmp_path: Path) -> None:
    text = "case: north\nstage: programme-start\nanswers: {check-procedure: spoken}\n"
    (tmp_path / "north.yaml").write_text(text, encoding="utf-8")
    case = read("case: K-1\nstage: start\nprogramme: north.yaml\nanswers: {}\n", policy, tmp_path)
    assert case.programme is not None
    assert case.programme.answers["check-procedure"][0].source is Source.PROGRAMME
