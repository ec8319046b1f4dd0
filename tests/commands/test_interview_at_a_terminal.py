"""The interview at a real pseudo-terminal, as whoever sits there meets it."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
import yaml

from engine.interview import Course
from engine.model.answer import Answer, Source, Standing
from engine.model.question import Stage
from tests.commands.desk import CANARY
from tests.commands.interviewing import NUMBER, START, answers, at, goes_through, holding, number_in, saved
from tests.drawing import ON as DAY
from tests.drawing import default_policy


def test_a_whole_interview_asks_everything_in_order_and_tells_nothing_before_its_end(tmp_path: Path) -> None:
    with at(tmp_path, "--case", "K-0412") as seat:
        met = goes_through(seat, asks_for_help=True)
        before = " ".join(seat.seen.split())
        seat.sends("e\n")
        assert seat.ends() == 0
        after = seat.since("End: e")
    case = saved(tmp_path / "K-0412.yaml")
    course = Course(default_policy(), Stage.START, DAY)
    assert met == [turn.number for turn in course.asked(case)]
    assert course.due(case) == ()
    policy = default_policy()
    told = [
        *(text for flag in policy.flags.values() for text in (flag.title, flag.meaning, flag.id)),
        *(text for rule in policy.rules.values() for text in (rule.title, rule.because)),
        *(text for one in policy.safeguards.values() for text in (one.title, one.do)),
        *(text for routes in policy.other_routes.values() for text in routes),
    ]
    asked = " ".join(" ".join((q.ask, q.help, *dict(q.wording).values(), q.id)) for q in policy.questions.values())
    shown = [text for text in told if text not in asked and " ".join(text.split()) in before]
    assert shown == []
    assert "recommend" not in before.replace("and the recommendation", "").lower()
    assert "Still open, and whom to ask" in after
    assert "Forethought screening report" in after
    assert after.index("whom to ask") < after.index("Forethought screening report")


def test_the_section_is_announced_when_it_changes_and_the_place_is_always_told(tmp_path: Path) -> None:
    with at(tmp_path, "--case", "K-1") as seat:
        first = seat.types("1")
        second = seat.types("q")
        seat.ends()
    section = START[0].question.section
    assert first.count(section) == 2
    assert f"1 of {len(START)}, {section}" in first
    assert f"2 of {len(START)}, {section}" in second
    assert second.count(section) == (1 if START[1].question.section == section else 2)


def test_what_cannot_be_understood_is_asked_again_and_never_recorded(tmp_path: Path) -> None:
    with at(tmp_path, "--case", "K-1") as seat:
        seat.types("")
        assert "nothing is recorded" in seat.types(CANARY)
        said = seat.types("99")
        assert "none of the answers" in said
        assert said.count(CANARY) == 1  # as it was typed, and not again
        assert "no answer of that number" in seat.types("1, 2")
        assert "takes one answer" in seat.types("x")
        assert "makes no sense" in seat.types("\x1b[A\x01")
        seat.types("q")
        assert seat.ends() == 0
    assert saved(tmp_path / "K-1.yaml").answers == {}


def test_back_and_on_lead_through_what_is_there_and_an_answer_can_be_corrected(tmp_path: Path) -> None:
    with at(tmp_path, "--case", "K-1") as seat:
        assert number_in(seat.types("<")) == 1
        assert "This is the first question" in seat.types("1")
        assert number_in(seat.types("2")) == 2
        assert number_in(seat.types("<")) == 3
        assert number_in(seat.types("<")) == 2
        assert "Recorded from the client" in (again := seat.types("2"))
        assert number_in(again) == 1
        seat.types("r", prompt="Type k, r or >:")
        # After a correction it goes on where it was.
        assert number_in(seat.types(">")) == 3
        assert number_in(seat.types("q")) == 4
        seat.ends()
    assert [one.values for one in answers(tmp_path / "K-1.yaml", START[0].question.id)] == [
        (START[0].question.answers[1],)
    ]
    assert START[2].question.id not in saved(tmp_path / "K-1.yaml").answers


def test_not_knowing_declining_and_not_being_asked_are_kept_apart(tmp_path: Path) -> None:
    with at(tmp_path, "--case", "K-1") as seat:
        for key in ("u", "d", "o", "q"):
            seat.types(key)
        assert seat.ends() == 0
    found = [answers(tmp_path / "K-1.yaml", turn.question.id)[0] for turn in START[:3]]
    assert [one.standing for one in found] == [Standing.ASKED_UNKNOWN, Standing.ASKED_DECLINED, Standing.NOT_ASKED]
    assert {one.on for one in found} == {DAY}


def test_a_note_stays_with_the_answer_and_can_be_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "K-1.yaml"
    with at(tmp_path, "--case", "K-1") as seat:
        seat.types("n")
        seat.types(f"{CANARY}: kitchen, after nine # and no more", prompt="takes it away):")
        seat.sees("The note is saved")
        assert answers(path, START[0].question.id)[0].standing is Standing.NOT_ASKED
        seat.types("1")
        seat.types("<")
        again = seat.types("n")
        assert "with a note" in again
        assert CANARY not in again
        [noted] = answers(path, START[0].question.id)
        assert (noted.values, noted.note) == (
            (START[0].question.answers[0],),
            f"{CANARY}: kitchen, after nine # and no more",
        )
        seat.types("-", prompt="takes it away):")
        seat.sees("There is no note now")
        seat.types("q")
        assert seat.ends() == 0
    assert answers(path, START[0].question.id)[0].note == ""


def test_somebody_elses_answer_of_another_day_is_recorded_beside_the_clients(tmp_path: Path) -> None:
    path = tmp_path / "K-1.yaml"
    with at(tmp_path, "--case", "K-1") as seat:
        seat.types("s")
        seat.types("the neighbours", prompt="leaves it at the client):")
        seat.types("partner-support", prompt="leaves it at the client):")
        seat.types("2026-13-01", prompt="(nothing for 22 November 2026):")
        seat.types("2026-11-23", prompt="(nothing for 22 November 2026):")
        seat.types("2026-11-10", prompt="(nothing for 22 November 2026):")
        said = seat.types("2")
        assert "Ask partner support about" in said
        assert "10 November 2026" in said
        assert "the word of partner support on 10 November 2026" in seat.types("y", prompt="Confirmed:")
        # The question is still the client's, and still open.
        assert "To the client" in seat.types("1")
        assert number_in(seat.types("q")) == 2
        assert seat.ends() == 0
    question = START[0].question
    assert answers(path, question.id) == (
        Answer(Source.PARTNER_SUPPORT, values=(question.answers[1],), on=DAY.replace(day=10)),
        Answer(Source.CLIENT, values=(question.answers[0],), on=DAY),
    )


def test_what_was_said_on_another_day_is_replaced_or_kept_as_is_wanted(tmp_path: Path) -> None:
    path, question = tmp_path / "K-1.yaml", START[0].question
    before = holding(f"{question.id}: {{value: {question.answers[2]}, source: client, on: 2026-09-01}}")
    for typed, kept in (("r", 1), ("k", 2)):
        path.write_text(before, encoding="utf-8")
        with at(tmp_path, path) as seat:
            seat.types("1")
            seat.types("?", prompt="Type k, r or >:")
            seat.types(typed, prompt="Type k, r or >:")
            seat.types("q")
            assert seat.ends() == 0
        found = answers(path, question.id)
        assert len(found) == kept
        assert found[-1] == Answer(Source.CLIENT, values=(question.answers[0],), on=DAY)


def test_stopping_and_calling_it_again_goes_on_with_the_first_open_question(tmp_path: Path) -> None:
    with at(tmp_path, "--case", "K-1") as seat:
        for key in ("1", ">", "1", "q"):
            seat.types(key)
        assert seat.ends() == 0
        assert "No recommendation was given" in seat.since("Answer: q")
    with at(tmp_path, "K-1.yaml") as seat:
        begun = seat.types("1")
        assert number_in(begun) == 2
        assert f"2 of {len(START)} questions are answered already" in begun
        assert number_in(seat.types("q")) == 4
        assert seat.ends() == 0


def test_killed_in_the_middle_nothing_is_lost_but_the_last_line(tmp_path: Path) -> None:
    with at(tmp_path, "--case", "K-1") as seat:
        for _ in range(5):
            seat.types("1")
        seat.sees("Answer:")
        seat.sends("1")
        seat.signals(signal.SIGKILL)
        assert seat.ends() == -signal.SIGKILL
    assert set(saved(tmp_path / "K-1.yaml").answers) == {turn.question.id for turn in START[:5]}


@pytest.mark.parametrize("how", ["key", "signal"])
def test_an_interrupt_ends_it_with_everything_saved(tmp_path: Path, how: str) -> None:
    with at(tmp_path, "--case", "K-1") as seat:
        seat.types("1")
        seat.sees("Answer:")
        seat.insists(lambda: seat.sends("\x03") if how == "key" else seat.signals(signal.SIGINT))
        assert seat.ends() == 130
        assert "the same command goes on with it" in seat.since("Answer:")
        assert "Traceback" not in seat.seen
    assert set(saved(tmp_path / "K-1.yaml").answers) == {START[0].question.id}


def test_the_end_of_input_ends_it_with_everything_saved(tmp_path: Path) -> None:
    with at(tmp_path, "--case", "K-1") as seat:
        seat.types("1")
        seat.sees("Answer:")
        seat.sends("\x04")
        assert seat.ends() == 130
    assert set(saved(tmp_path / "K-1.yaml").answers) == {START[0].question.id}


def test_from_the_end_one_can_go_back_to_any_question(tmp_path: Path) -> None:
    with at(tmp_path, "--case", "K-1") as seat:
        met = goes_through(seat)
        seat.sends("2\n")
        assert number_in(seat.types("1")) == 2
        seat.sees("End:")
        seat.sends("<\n")
        assert number_in(seat.types("q")) == met[-1]
        assert seat.ends() == 0


def test_colour_is_left_out_where_it_is_not_wanted(tmp_path: Path) -> None:
    for changes, wanted in (({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({}, True)):
        with at(tmp_path, "--case", "K-1", columns=80, **changes) as seat:
            seat.types("q")
            seat.ends()
            assert (b"\x1b[1m" in seat.raw) is wanted


@pytest.mark.parametrize("columns", [36, 60, 200])
def test_no_line_is_wider_than_the_terminal_or_than_reads_well(tmp_path: Path, columns: int) -> None:
    with at(tmp_path, "--case", "K-1", columns=columns) as seat:
        seat.types("?")
        seat.types("q")
        seat.ends()
        assert max(map(len, seat.seen.splitlines())) <= min(columns, 80)


def test_the_reference_of_a_new_case_is_asked_for_until_it_is_one(tmp_path: Path) -> None:
    with at(tmp_path) as seat:
        seat.types("Mr. John Smith", prompt="never a name:")
        assert "That is no reference" in seat.types("K-7", prompt="never a name:")
        seat.types("q")
        assert seat.ends() == 0
    assert yaml.safe_load((tmp_path / "K-7.yaml").read_text(encoding="utf-8")) == {
        "case": "K-7",
        "stage": "start",
        "answers": {},
    }


def test_what_is_put_in_their_own_words_is_kept_word_for_word(tmp_path: Path) -> None:
    question = next(turn.question for turn in START if turn.question.open)
    words = 'She: "no" - and: [yes], {no} # not a comment, 2026-11-22'
    with at(tmp_path, "--case", "K-1") as seat:
        while True:
            here = number_in(seat.sees("Answer:"))
            if here == NUMBER[question.id]:
                break
            seat.sends(">\n")
        seat.sends(f"{words}\n")
        seat.types("q")
        assert seat.ends() == 0
    assert answers(tmp_path / "K-1.yaml", question.id)[0].values == (words,)
