"""The interview line by line, without a terminal: what it reads, writes, refuses and never says."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from click.testing import Result

from engine import api
from engine.commands.interview_help import wants_note
from engine.interview import AT_THE_TABLE, Course
from engine.model.answer import Source
from engine.model.policy import Policy
from engine.model.question import Question, Stage
from tests.commands.desk import AGAINST, CANARY, ON, SMALL, call, process
from tests.drawing import ON as DAY


def asked(*args: str | Path, lines: str = "", policy: Path = SMALL) -> Result:
    return call("interview", "--policy", policy, "--on", ON, *args, stdin=lines)


def all_of_it(path: Path, *args: str | Path) -> Result:
    return asked(path, *args, lines="nothing\nnobody\nto stop\ne\n")


def answering(question: Question, source: Source) -> str:
    """Return what is typed for the first answer, with whatever is asked besides."""
    answer = "in words\n" if question.open else "1\n"
    sure = f"{ON}\ny\n" if source not in AT_THE_TABLE else ""
    return f"{answer}{sure}" + ("\n" if wants_note(question, question.answers[:1]) else "")


@pytest.fixture
def small() -> Policy:
    return api.load_policy(SMALL / "rules")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    path = tmp_path / "K-1.yaml"
    assert asked(path, "--case", "K-1", lines="q\n").exit_code == 0
    return path


def test_it_works_through_a_pipe_with_the_report_alone_on_standard_output(tmp_path: Path) -> None:
    path = tmp_path / "K-1.yaml"
    done = process(
        "interview", "--policy", SMALL, "--on", ON, path, "--case", "K-1", stdin=b"nothing\nnobody\nto stop\ne\n"
    )
    assert done.returncode == 0
    assert done.stdout.startswith(b"Forethought screening report")
    assert b"1 of 3, Devices" in done.stderr
    assert b"\x1b" not in done.stdout + done.stderr
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_it_ends_in_is_what_screening_the_file_gives(new: Path) -> None:
    ended = all_of_it(new)
    assert ended.stdout == call("screen", "--policy", SMALL, "--on", ON, new).stdout


def test_an_input_that_ends_early_leaves_with_its_own_code_and_everything_saved(new: Path, small: Policy) -> None:
    result = asked(new, lines="nothing\n")
    assert result.exit_code == 130
    assert result.stdout == ""
    assert "the same command goes on with it" in " ".join(result.stderr.split())
    assert set(api.load_case(new, small, DAY).answers) == {"shares-with-partner"}


def test_an_input_that_ends_before_the_end_was_asked_for_gives_no_recommendation(new: Path) -> None:
    result = asked(new, lines="nothing\nnobody\nto stop\n")
    assert result.exit_code == 130
    assert result.stdout == ""


def test_a_new_case_is_named_after_its_reference_and_found_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert asked("--case", "K/7", lines="nothing\nq\n").exit_code == 0
    assert "1 of 3 questions are answered" in asked("--case", "K/7", lines="q\n").stderr
    assert [path.name for path in tmp_path.iterdir()] == ["K-7.yaml"]
    assert asked("--case", "K-7", lines="q\n").exit_code == 2


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--case", "John Smith"], "never a name"),
        (["-", "--case", "K-1"], "standard input"),
        (["K-1.yaml", "--case", "K-1", "--source", "police"], "nothing is put to police"),
        (["K-1.yaml", "--case", "K-1", "--source", "client", "--judgement-first"], "--judgement-first"),
        (["K-1.yaml", "--case", "K-1", "--no-recommendation", "--judgement-first"], "--judgement-first"),
        (["K-1.yaml", "--case", "K-1", "--source", "neighbour"], "neighbour"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = asked(*args)
    assert result.exit_code == 2
    assert says in " ".join(result.stderr.split())
    assert "1 of 3" not in result.stderr


def test_a_file_that_is_there_keeps_its_reference_and_its_stage(new: Path) -> None:
    assert asked(new, "--case", "K-2").exit_code == 2
    assert asked(new, "--stage", "during").exit_code == 2
    assert asked(new, "--earlier", new).exit_code == 2
    assert asked(new, "--stage", "start", lines="q\n").exit_code == 0


def test_a_stage_without_rules_is_refused_before_a_file_is_made(tmp_path: Path) -> None:
    path = tmp_path / "K-1.yaml"
    result = asked(path, "--case", "K-1", "--stage", "end")
    assert result.exit_code == 65
    assert "stage-without-rules" in result.stderr
    assert not path.exists()


def test_a_place_that_cannot_be_written_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    result = asked(tmp_path / "no-such-folder" / "K-1.yaml", "--case", "K-1")
    assert result.exit_code == 73
    assert "1 of 3" not in result.stderr


def test_the_folder_of_the_policy_is_no_place_for_a_case() -> None:
    path = SMALL / "rules" / "K-1.yaml"
    assert asked(path, "--case", "K-1").exit_code == 2
    assert not path.exists()


def test_a_wrong_case_file_is_told_of_without_a_word_of_it_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "K-1.yaml"
    wrong = AGAINST.replace("value: device", f"value: {CANARY}")
    path.write_text(wrong, encoding="utf-8")
    result = asked(path, lines="1\n")
    assert result.exit_code == 65
    assert CANARY not in result.output
    assert path.read_text(encoding="utf-8") == wrong


def test_comments_are_never_lost_where_nobody_can_be_asked(tmp_path: Path) -> None:
    path = tmp_path / "K-1.yaml"
    commented = f"# {CANARY}\n{AGAINST}"
    path.write_text(commented, encoding="utf-8")
    result = asked(path, lines="c\n1\n")
    assert result.exit_code == 65
    assert "error[comments-would-be-lost]" in result.stderr
    assert CANARY not in result.output
    assert path.read_text(encoding="utf-8") == commented


def test_a_layout_by_hand_is_told_of_and_everything_said_stays(tmp_path: Path, small: Policy) -> None:
    path = tmp_path / "K-1.yaml"
    path.write_text(AGAINST, encoding="utf-8")
    before = api.load_case(path, small, DAY)
    result = asked(path, lines="<\n>\n>\n1\nq\n")
    assert "layout" in result.stderr
    assert CANARY not in result.output
    after = api.load_case(path, small, DAY)
    for name, given in before.answers.items():
        assert [one for one in after.answers[name] if one.source is not Source.CLIENT] == [
            one for one in given if one.source is not Source.CLIENT
        ]


def test_a_link_stays_a_link_to_the_file_that_is_written(tmp_path: Path, new: Path, small: Policy) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(new)
    assert asked(link, lines="nothing\nq\n").exit_code == 0
    assert link.is_symlink()
    assert set(api.load_case(new, small, DAY).answers) == {"shares-with-partner"}


def test_bytes_that_are_no_text_are_asked_for_again(tmp_path: Path, small: Policy) -> None:
    path = tmp_path / "K-1.yaml"
    done = process(
        "interview", "--policy", SMALL, "--on", ON, path, "--case", "K-1", stdin=b"n\n\xff\xfe\nplain\nnothing\nq\n"
    )
    assert done.returncode == 0
    assert b"cannot be kept" in done.stderr
    assert b"Traceback" not in done.stderr
    [answer] = api.load_case(path, small, DAY).answers["shares-with-partner"]
    assert (answer.values, answer.note) == (("nothing",), "plain")


def test_a_text_too_long_is_asked_for_again(new: Path, small: Policy) -> None:
    result = asked(new, lines=f"n\n{'x' * 5000}\nshort\nq\n")
    assert "longer than" in result.stderr
    assert api.load_case(new, small, DAY).answers["shares-with-partner"][0].note == "short"


def test_the_recommendation_is_kept_from_whoever_is_not_the_practitioner(new: Path) -> None:
    kept = all_of_it(new, "--source", "client")
    assert kept.exit_code == 0
    assert kept.stdout == ""
    assert "is not shown here" in " ".join(kept.stderr.split())
    assert asked(new, "--source", "client", "--recommendation", lines="e\n").stdout.startswith("Forethought screening")
    assert asked(new, "--no-recommendation", lines="e\n").stdout == ""


def test_a_programme_is_interviewed_about_itself(tmp_path: Path) -> None:
    path = tmp_path / "north.yaml"
    policy = api.load_policy()
    result = call("interview", "--on", ON, path, "--case", "north", "--stage", "programme-start", stdin="1\nq\n")
    assert result.exit_code == 0, result.stderr
    assert "For the programme:" in result.stderr
    assert "client who must not" not in result.stderr
    [(_, (answer,))] = api.load_case(path, policy, DAY).answers.items()
    assert answer.source is Source.PROGRAMME


def test_an_earlier_case_carries_on_and_is_not_asked_again(tmp_path: Path) -> None:
    policy = api.load_policy()
    before = tmp_path / "K-1.yaml"
    before.write_text(
        f"case: K-1\nstage: start\nanswers:\n  coercive-control: {{value: past, source: practitioner, on: {ON}}}\n",
        encoding="utf-8",
    )
    path = tmp_path / "later" / "K-1-during.yaml"
    path.parent.mkdir()
    result = call("interview", "--on", ON, path, "--stage", "during", "--earlier", before, stdin="1\nq\n")
    assert result.exit_code == 0, result.stderr
    case = api.load_case(path, policy, DAY)
    assert case.earlier is not None
    assert case.reference == "K-1"
    assert len(case.answers) == 2
    assert str(tmp_path) not in path.read_text(encoding="utf-8")


def test_the_profile_of_a_programme_can_be_named_for_a_case(tmp_path: Path, new: Path) -> None:
    profile = tmp_path / "north.yaml"
    profile.write_text("case: north\nstage: programme-start\nanswers: {call-back-procedure: 'yes'}\n", encoding="utf-8")
    with_it = all_of_it(new, "--programme", profile)
    assert with_it.exit_code == 0, with_it.stderr
    assert "readiness was not considered" not in " ".join(with_it.stdout.split())
    assert "programme" not in new.read_text(encoding="utf-8")


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_can_be_gone_through_to_its_report(tmp_path: Path, stage: Stage) -> None:
    policy = api.load_policy()
    path = tmp_path / "case.yaml"
    course = Course(policy, stage, DAY)
    lines = "".join(answering(turn.question, course.source_of(turn.question)) for turn in course.turns)
    result = call("interview", "--on", ON, path, "--case", "K-1", "--stage", stage, stdin=f"{lines}e\n")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == call("screen", "--on", ON, path).stdout
    # What was answered with the first answers may have settled that others do not apply; nothing else is left out.
    case = api.load_case(path, policy, DAY)
    assert Course(policy, stage, DAY).due(case) == ()


def test_an_interview_can_be_held_in_german(tmp_path: Path) -> None:
    path = tmp_path / "K-1.yaml"
    result = call("interview", "--lang", "de", "--on", ON, path, "--case", "K-1", stdin="?\n1\nu\nq\n")
    assert result.exit_code == 0
    said = " ".join(result.stderr.split())
    for german in ("Befragung zum Fall K-1", "Maschinell erstellter Entwurf", "Festgehalten:", "Aufgehört."):
        assert german in said
    assert "Recorded" not in said
    # The words of the file are the same in every language.
    assert "standing: asked-unknown" in path.read_text(encoding="utf-8")


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    nowhere = tmp_path / "nowhere.yaml"
    nowhere.symlink_to(tmp_path / "gone.yaml")
    for name in (pipe, nowhere, tmp_path):
        assert asked(name, lines="1\n").exit_code == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to the superuser")
def test_a_folder_that_cannot_be_written_to_is_told_before_anything_is_asked(new: Path) -> None:
    new.parent.chmod(0o500)
    try:
        result = asked(new, lines="nothing\n")
    finally:
        new.parent.chmod(0o700)
    assert result.exit_code == 73
    assert "1 of 3" not in result.stderr


def test_files_that_a_case_names_are_looked_up_from_where_it_was_named(tmp_path: Path, small: Policy) -> None:
    (tmp_path / "there").mkdir()
    profile = "case: north\nstage: programme-start\nanswers: {call-back-procedure: 'yes'}\n"
    (tmp_path / "north.yaml").write_text(profile, encoding="utf-8")
    real = tmp_path / "there" / "K-1.yaml"
    real.write_text("case: K-1\nprogramme: north.yaml\nstage: start\nanswers: {}\n", encoding="utf-8")
    link = tmp_path / "K-1.yaml"
    link.symlink_to(real)
    assert asked(link, lines="nothing\nq\n").exit_code == 0
    case = api.load_case(link, small, DAY)
    assert case.programme is not None
    assert set(case.answers) == {"shares-with-partner"}
