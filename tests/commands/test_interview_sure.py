"""What an interview makes sure of: whose word it is and of which day, what takes whose place, and which note stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.commands.interview_help import in_keys, wants_note
from engine.interview import AT_THE_TABLE, Course
from engine.model.answer import Answer, Source, Standing
from engine.model.question import Stage
from engine.model.speech import Speech
from engine.report.words import speaking
from tests.commands.desk import CANARY, ON, ROOT, call
from tests.commands.interviewing import START, answers, holding
from tests.drawing import ON as DAY
from tests.drawing import default_policy

FIRST = START[0].question
HERS = next(turn.question for turn in START if AT_THE_TABLE.isdisjoint(turn.question.asked_of))
CONCERN = default_policy().questions["other-serious-concern"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "K-1.yaml"


def types(path: Path, *lines: str, at: str = FIRST.id, options: tuple[str, ...] = ()) -> str:
    """Type lines at one question and stop; return what was said."""
    if not path.exists():
        path.write_text("case: K-1\nstage: start\nanswers: {}\n", encoding="utf-8")
    source = Source(options[options.index("--source") + 1]) if "--source" in options else None
    course = Course(default_policy(), Stage.START, DAY, source)
    # From the first question that is open the way leads back to the beginning and on to the one that is meant.
    to_it = next(place for place, turn in enumerate(course.turns) if turn.question.id == at)
    way = ["<"] * len(course.turns) + [">"] * to_it
    result = call("interview", "--on", ON, path, *options, stdin="\n".join([*way, *lines, "q", "q", "q", ""]))
    assert result.exit_code == 0, result.stderr
    return " ".join(result.stderr.split())


def test_a_bare_key_at_a_question_for_partner_support_records_nothing_in_its_name(path: Path) -> None:
    said = types(path, "1", "", at=HERS.id)
    assert "Has partner support told you this?" in said
    for lines in (("1", ""), ("1", ON, ""), ("1", ON, "yes"), ("1", "", ""), ("u", ON, ""), ("d", ""), ("1", ON, "1")):
        said = types(path, *lines, at=HERS.id)
        assert "Nothing is recorded" in said
        assert answers(path, HERS.id) == ()


def test_it_is_recorded_once_the_source_and_the_day_are_confirmed_by_name(path: Path) -> None:
    said = types(path, "1", "2026-13-01", "2027-01-01", "2026-11-20", "y", at=HERS.id)
    assert said.count("That is no day in this form") == 2
    assert "recorded as the word of partner support on 20 November 2026" in said
    assert answers(path, HERS.id) == (
        Answer(Source.PARTNER_SUPPORT, values=(HERS.answers[0],), on=DAY.replace(day=20)),
    )


def test_that_partner_support_was_not_asked_needs_no_confirmation(path: Path) -> None:
    types(path, "o", at=HERS.id)
    [answer] = answers(path, HERS.id)
    assert (answer.source, answer.standing) == (Source.PARTNER_SUPPORT, Standing.NOT_ASKED)


def test_an_agency_named_at_a_question_for_the_client_is_confirmed_too(path: Path) -> None:
    for last, recorded in (("", 0), ("y", 1)):
        types(path, "s", "police", "", "u", last)
        assert len(answers(path, FIRST.id)) == recorded


def test_partner_support_itself_is_not_asked_whose_word_it_is(path: Path) -> None:
    said = types(path, "1", at=HERS.id, options=("--source", "partner-support"))
    assert "told you this" not in said
    assert answers(path, HERS.id)[0].source is Source.PARTNER_SUPPORT


@pytest.mark.parametrize("day", [ON, "2026-11-02"])
@pytest.mark.parametrize("typed", ["1", "u", "d", "o"])
def test_nothing_that_was_recorded_is_put_aside_without_asking(path: Path, typed: str, day: str) -> None:
    worst = FIRST.worst
    for answer, kept in ((">", [worst]), ("k", [worst, None]), ("r", [None]), ("", [worst])):
        path.write_text(holding(f"{FIRST.id}: {{value: {worst}, source: client, on: {day}}}"), encoding="utf-8")
        said = types(path, typed, answer, ">")
        assert "Recorded from the client is:" in said
        found = answers(path, FIRST.id)
        assert len(found) == len(kept)
        assert [one.values == (worst,) for one in found] == [word is not None for word in kept]


def test_a_more_concerning_answer_is_asked_about_too_so_that_the_asking_tells_nothing(path: Path) -> None:
    path.write_text(holding(f"{FIRST.id}: {{value: '{FIRST.answers[0]}', source: client, on: {ON}}}"), encoding="utf-8")
    said = types(path, str(len(FIRST.answers)), "k", options=("--source", "client"))
    assert "Recorded from the client is:" in said
    assert len(answers(path, FIRST.id)) == 2


def test_what_another_source_recorded_is_neither_asked_about_nor_named(path: Path) -> None:
    path.write_text(
        holding(f"{FIRST.id}: {{value: {FIRST.worst}, source: partner-support, on: {ON}}}"), encoding="utf-8"
    )
    said = types(path, "1", options=("--source", "client"))
    assert "Recorded from" not in said
    assert len(answers(path, FIRST.id)) == 2


@pytest.mark.parametrize("key", ["u", "d", "o", "1"])
def test_after_somebody_elses_answer_the_question_is_still_the_interviewers(path: Path, key: str) -> None:
    said = types(path, "s", "police", "", key, *(["y"] if key != "o" else []), "2")
    assert {one.source for one in answers(path, FIRST.id)} == {Source.POLICE, Source.CLIENT}
    assert said.count(f"1 of {len(START)}, ") >= 3


def test_a_serious_concern_is_asked_for_at_once_and_kept_as_a_note(path: Path) -> None:
    said = types(path, "2", f"{CANARY} weapons", at=CONCERN.id)
    assert "What is it? Say it without names" in said
    [answer] = answers(path, CONCERN.id)
    assert (answer.values, answer.note) == (("yes",), f"{CANARY} weapons")
    path.unlink()
    assert "What is it?" not in types(path, "1", at=CONCERN.id)


def test_a_note_is_asked_for_wherever_the_help_asks_for_one(path: Path) -> None:
    said = types(path, "1", "the probation officer", at="coercive-control")
    assert "say in the note who it was" in said
    assert answers(path, "coercive-control")[0].note == "the probation officer"
    path.unlink()
    assert "A note belongs here" not in types(path, "1")
    assert not wants_note(FIRST, FIRST.answers[:1])


def test_a_note_alone_is_said_to_be_no_answer(path: Path) -> None:
    assert "The question itself is not answered yet" in types(path, "n", "some words")
    assert "not answered yet" not in types(path, "1", "<", "n", "other words")


def test_an_old_note_on_a_changed_answer_is_shown_and_kept_or_dropped(path: Path) -> None:
    before = holding(f'{FIRST.id}: {{value: {FIRST.worst}, source: client, on: {ON}, note: "{CANARY} before"}}')
    for typed, note in (("k", f"{CANARY} before"), ("d", "")):
        path.write_text(before, encoding="utf-8")
        assert f"“{CANARY} before”" in types(path, "1", "r", "", typed)
        [answer] = answers(path, FIRST.id)
        assert (answer.values, answer.note) == ((FIRST.answers[0],), note)
    # With the client in the room it is not shown.
    path.write_text(before, encoding="utf-8")
    said = types(path, "1", "r", "k", options=("--source", "client"))
    assert CANARY not in said
    assert "There is a note to what was recorded" in said
    # Kept beside the new answer, the old one keeps its note.
    path.write_text(before, encoding="utf-8")
    types(path, "1", "k")
    assert [one.note for one in answers(path, FIRST.id)] == [f"{CANARY} before", ""]


def test_the_help_names_keys_and_never_the_words_of_a_file() -> None:
    standings = [standing.value for standing in Standing if standing is not Standing.ANSWERED]
    for language in ("en", "de"):
        with speaking(Speech(language)):
            for question in default_policy().questions.values():
                assert not any(word in in_keys(question.help) for word in standings)
    with speaking(Speech()):
        assert in_keys("It has not answered: write asked-unknown. So") == (
            "It has not answered: type u (does not know). So"
        )
        assert in_keys('record "asked, does not know" for it') == "type u (does not know) for it"
        assert in_keys("He was not asked, and a door that does not apply") == (
            "He was not asked, and a door that does not apply"
        )


def test_the_day_that_is_recorded_is_told_when_it_is_not_today(path: Path) -> None:
    last_week = call("interview", "--on", "2026-10-15", path, "--case", "K-1", stdin="q\n")
    assert "What is answered now is recorded as of 15 October 2026" in " ".join(last_week.stderr.split())
    assert "recorded as of" not in call("interview", path, stdin="q\n").stderr
    assert "day the answers were given and the case is screened" in " ".join(call("interview", "--help").output.split())


def test_a_reference_without_a_digit_is_wondered_at_and_taken(tmp_path: Path) -> None:
    result = call("interview", "--on", ON, tmp_path / "a.yaml", "--case", "Schmidt", stdin="q\n")
    assert result.exit_code == 0
    assert "Schmidt holds no digit. A reference, never a name" in " ".join(result.stderr.split())
    assert "no digit" not in call("interview", "--on", ON, tmp_path / "b.yaml", "--case", "K-1", stdin="q\n").stderr


def test_it_is_said_where_case_files_belong(path: Path) -> None:
    assert "not in the program's own" in types(path, "1")
    assert "not in the program's own" in " ".join(call("interview", "--help").output.split())
    # What is written into a clone all the same is never committed.
    assert "/K-*" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
