"""At a real terminal: who sees what of an interview, and what is kept of it."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest

from engine.interview import Course
from engine.model.answer import Source
from engine.model.question import Stage
from tests.commands.desk import CANARY, ON
from tests.commands.interviewing import START, answers, at, goes_through, holding, saved
from tests.drawing import ON as DAY
from tests.drawing import default_policy


def test_the_file_is_its_owners_alone_from_the_first_moment(tmp_path: Path) -> None:
    with at(tmp_path, "--case", "K-1") as seat:
        seat.sees("Answer:")
        assert stat.S_IMODE((tmp_path / "K-1.yaml").stat().st_mode) == 0o600
        seat.sends("1\n")
        seat.types("q")
        assert seat.ends() == 0
    assert stat.S_IMODE((tmp_path / "K-1.yaml").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["K-1.yaml"]


def test_partner_support_is_asked_its_part_under_the_same_numbers_and_shown_nothing_of_his(tmp_path: Path) -> None:
    path = tmp_path / "K-1.yaml"
    said = f'shares-with-partner: {{value: nothing, source: client, on: {ON}, note: "{CANARY}"}}'
    path.write_text(holding(said), encoding="utf-8")
    course = Course(default_policy(), Stage.START, DAY, Source.PARTNER_SUPPORT)
    with at(tmp_path, path, "--source", "partner-support") as seat:
        met = goes_through(seat, "u", numbered=course.turns)
        seat.sends("e\n")
        assert seat.ends() == 0
        seen = " ".join(seat.seen.split())
    assert met == [turn.number for turn in course.asked(saved(path))]
    assert "The practitioner reads what is entered here" in seen
    assert "may still guess it from something that changes" in seen
    assert CANARY not in seen
    assert "Recorded from" not in seen
    assert "forethought screen --audience partner-support" in seen
    assert "recommendation" not in seen
    assert "screening report" not in seen
    assert "whom to ask" not in seen
    assert {one.source for given in saved(path).answers.values() for one in given} == {
        Source.CLIENT,
        Source.PARTNER_SUPPORT,
    }


def test_the_client_sees_nothing_of_what_others_are_asked_or_said(tmp_path: Path) -> None:
    path = tmp_path / "K-1.yaml"
    said = f'shares-with-partner: {{value: device, source: partner-support, on: {ON}, note: "{CANARY}"}}'
    path.write_text(holding(said), encoding="utf-8")
    course = Course(default_policy(), Stage.START, DAY, Source.CLIENT)
    with at(tmp_path, path, "--source", "client") as seat:
        met = goes_through(seat, numbered=course.turns)
        seat.sends("e\n")
        assert seat.ends() == 0
        seen = " ".join(seat.seen.split())
    assert met == list(range(1, len(course.turns) + 1))
    assert CANARY not in seen
    assert "partner support" not in seen
    assert "screening report" not in seen


def test_where_questions_begin_that_are_not_for_the_client_it_is_said(tmp_path: Path) -> None:
    with at(tmp_path, "--case", "K-1") as seat:
        goes_through(seat, "1")
        seat.sends("q\n")
        seat.ends()
        places = [found.start() for found in re.finditer("What follows is not for the client", seat.seen)]
        first = next(turn for turn in START if Source.CLIENT not in turn.question.asked_of)
    assert places
    assert seat.seen.index(f"{first.number} of {len(START)}") < places[0]


def test_the_practitioners_own_view_comes_first_and_stands_in_the_file(tmp_path: Path) -> None:
    with at(tmp_path, "--case", "K-1", "--judgement-first") as seat:
        goes_through(seat)
        seat.sends("e\n")
        before = seat.types("", prompt="(1 to 3, q stops):")
        assert "screening report" not in before
        seat.types("2", prompt="(1 to 3, q stops):")
        seat.types("", prompt="in your own words:")
        seat.types(f"{CANARY}, as I see it", prompt="in your own words:")
        seat.types("A. Practitioner", prompt="Your name:")
        assert seat.ends() == 0
        report = seat.since("Your name: A. Practitioner")
    view = saved(tmp_path / "K-1.yaml").own_view
    assert view is not None
    assert (view.view, view.reasons, view.by, view.on) == (
        "not-online",
        f"{CANARY}, as I see it",
        "A. Practitioner",
        DAY,
    )
    assert "Forethought screening report" in report
    assert CANARY in report


def test_without_a_view_of_their_own_there_is_no_recommendation(tmp_path: Path) -> None:
    with at(tmp_path, "--case", "K-1", "--judgement-first") as seat:
        goes_through(seat)
        seat.sends("e\n")
        seat.types("q", prompt="(1 to 3, q stops):")
        assert seat.ends() == 0
        assert "screening report" not in seat.seen
        assert "No recommendation was given" in seat.since("stops)")
    assert saved(tmp_path / "K-1.yaml").own_view is None


def test_a_note_from_the_file_cannot_steer_the_terminal_nor_can_an_answer(tmp_path: Path) -> None:
    with at(tmp_path, "--case", "K-1", NO_COLOR="1") as seat:
        seat.types("n")
        seat.types("\u202e[2J", prompt="takes it away):")
        assert "cannot be kept" in seat.sees("takes it away):")
        seat.sends("plain\n")
        seat.types("q")
        assert seat.ends() == 0
    assert answers(tmp_path / "K-1.yaml", START[0].question.id)[0].note == "plain"


def test_a_file_that_somebody_else_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "K-1.yaml"
    with at(tmp_path, "--case", "K-1") as seat:
        seat.types("1")
        seat.sees("Answer:")
        theirs = path.read_text(encoding="utf-8").replace('"no"', '"yes"')
        path.write_text(theirs, encoding="utf-8")
        seat.sends("1\n")
        assert seat.ends() == 74
        assert "error[changed-meanwhile]" in seat.seen
        assert "Traceback" not in seat.seen
    assert path.read_text(encoding="utf-8") == theirs
    beside = tmp_path / "K-1.interview-1.yaml"
    assert set(saved(beside).answers) == {turn.question.id for turn in START[:2]}
    assert stat.S_IMODE(beside.stat().st_mode) == 0o600


def test_a_comment_is_never_lost_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "K-1.yaml"
    text = "# Ask again about the flat.\ncase: K-1\nstage: start\nanswers: {}\n"
    path.write_text(text, encoding="utf-8")
    with at(tmp_path, path) as seat:
        assert "holds comments" in seat.types("no")
        assert seat.ends() == 0
    assert path.read_text(encoding="utf-8") == text
    with at(tmp_path, path) as seat:
        seat.types("c")
        seat.types("1")
        seat.types("q")
        assert seat.ends() == 0
    assert (tmp_path / "K-1.as-it-was-1.yaml").read_text(encoding="utf-8") == text
    assert set(saved(path).answers) == {START[0].question.id}


def test_the_arrow_keys_do_not_bring_back_what_was_said_before(tmp_path: Path) -> None:
    with at(tmp_path, "--case", "K-1") as seat:
        seat.types("n")
        seat.types(CANARY, prompt="takes it away):")
        seat.sees("Answer:")
        seat.sends("\x1b[A\x1b[A\n")
        seat.sees("Answer:")
        seat.sends("q\n")
        seat.ends()
        assert CANARY not in seat.since("The note is saved")


@pytest.mark.parametrize("source", [source.value for source in Source])
def test_whoever_sits_there_sees_no_answer_of_anybody_else(tmp_path: Path, source: str) -> None:
    path = tmp_path / "K-1.yaml"
    others = [other for other in Source if other != source]
    everyone = ", ".join(f'{{value: "no", source: {other}, on: {ON}, note: "{CANARY}"}}' for other in others)
    path.write_text(holding(f"lives-with-partner: [{everyone}]"), encoding="utf-8")
    with at(tmp_path, path, "--source", source, "--no-recommendation") as seat:
        if seat.sees_one_of("Answer:", "End:", "error[usage]").endswith("Answer:"):
            seat.sends("?\n")
            seat.types(">")
            seat.types("q")
        elif seat.process.poll() is None:
            seat.sends("q\n")
        seat.ends()
        assert CANARY not in seat.seen
        assert "Recorded from" not in seat.seen
