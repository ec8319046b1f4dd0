"""Who sits at the interview sees nothing that depends on what anybody else said: byte for byte, over random cases."""

from __future__ import annotations

import io
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import given, settings

from engine.commands.interview_question import Stopped
from engine.commands.interview_saving import SavedCase, Setting
from engine.commands.interview_session import Session
from engine.commands.interview_terminal import Terminal
from engine.interview import Course
from engine.loading.case_file import CaseFile
from engine.model.answer import PARTNER_SIDE, Answer, Case, Source, Standing
from engine.model.policy import Policy
from engine.model.question import Stage
from engine.report.words import speaking
from engine.testing.generate import random_case
from tests.commands.desk import ON, call, process
from tests.drawing import ON as DAY
from tests.drawing import Drawn, any_case, default_policy

TYPED = ("1", "2", "1, 2", "u", "d", "o", "x", "?", "<", ">", "n", "k", "r", "s", "", ON, "e", "words")


def transcript(policy: Policy, case: Case, source: Source, lines: Iterable[str]) -> str:
    """Return everything that comes up at the terminal while these lines are typed."""
    said = io.StringIO()
    with TemporaryDirectory() as folder, speaking(policy.speech):
        name = str(Path(folder) / "K-1.yaml")
        with (
            patch("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines))),
            redirect_stderr(said),
            redirect_stdout(said),
        ):
            saved = SavedCase.made(name, Setting(policy, DAY), CaseFile(case.reference, case.stage, case.answers))
            session = Session(Terminal(), saved, Course(policy, case.stage, DAY, source), shows=False)
            try:
                session.begin(DAY)
                session.go_through()
            except (Stopped, EOFError):
                pass
        return said.getvalue().replace(folder, "")


def only(case: Case, whose: frozenset[Source]) -> Case:
    kept = {name: tuple(one for one in given if one.source in whose) for name, given in case.answers.items()}
    return replace(case, answers={name: given for name, given in kept.items() if given}, programme=None)


def joined(one: Case, other: Case, policy: Policy) -> Case:
    """Return the first case with the other's answers among its own, as far as its stage may hold them."""
    readable = {question.id for question in policy.readable_at(one.stage)}
    names = dict.fromkeys((*one.answers, *(name for name in other.answers if name in readable)))
    return replace(one, answers={name: (*one.answers.get(name, ()), *other.answers.get(name, ())) for name in names})


@pytest.mark.parametrize("source", [Source.CLIENT, Source.PARTNER_SUPPORT])
@given(any_case())
@settings(max_examples=60)
def test_the_whole_transcript_is_the_same_whatever_any_other_source_said(source: Source, drawn: Drawn) -> None:
    whose = PARTNER_SIDE if source in PARTNER_SIDE else frozenset({source})
    rng = Random(drawn.rng.random())
    own = only(drawn.case, whose)
    others = only(random_case(rng, drawn.policy, 0.9), frozenset(Source) - whose)
    lines = rng.choices(TYPED, k=40)
    alone = transcript(drawn.policy, own, source, lines)
    assert transcript(drawn.policy, joined(own, others, drawn.policy), source, lines) == alone


def test_what_she_said_of_his_access_changes_nothing_on_his_screen(tmp_path: Path) -> None:
    screens = set()
    # One place for all: how long its name is decides where lines are broken.
    path = tmp_path / "K-1.yaml"
    for word in (None, *default_policy().questions["access-to-partner-accounts"].answers):
        answers = "{}" if word is None else ""
        path.write_text(f"case: K-1\nstage: start\nanswers: {answers}\n", encoding="utf-8")
        if word is not None:
            with path.open("a", encoding="utf-8") as file:
                file.write(f"  access-to-partner-accounts: {{value: {word}, source: partner-support, on: {ON}}}\n")
        lines = "?\nu\n" * 20 + "e\n"
        result = call("interview", "--on", ON, path, "--source", "client", stdin=lines)
        assert result.exit_code == 0, result.stderr
        screens.add(result.output)
    assert len(screens) == 1
    [screen] = screens
    assert "20 of 20" in screen
    assert "numbers are those of all" not in screen


def test_how_the_file_was_laid_out_by_hand_is_not_told_to_him(tmp_path: Path) -> None:
    path = tmp_path / "K-1.yaml"
    path.write_text("case:   K-1\nstage: start\nanswers:   {}\n", encoding="utf-8")
    assert "layout" not in call("interview", "--on", ON, path, "--source", "client", stdin="q\n").stderr
    assert "layout" in call("interview", "--on", ON, path, stdin="q\n").stderr


def test_the_transcript_does_depend_on_what_the_source_itself_said() -> None:
    policy = default_policy()
    question = Course(policy, Stage.START, DAY, Source.CLIENT).turns[0].question
    said = Case("K-1", Stage.START, {question.id: (Answer(Source.CLIENT, Standing.ASKED_UNKNOWN, (), DAY),)})
    assert transcript(policy, said, Source.CLIENT, ()) != transcript(
        policy, replace(said, answers={}), Source.CLIENT, ()
    )


@pytest.mark.parametrize(("source", "marked"), [((), True), (("--source", "client"), False)])
def test_a_question_for_reflection_says_to_the_practitioner_that_no_rule_reads_it(
    tmp_path: Path, source: tuple[str, ...], *, marked: bool
) -> None:
    begin = ("interview", "--case", "K-1", "--on", "2026-11-22", *source)
    ran = process(*begin, stdin=b">\n" * 6 + b"q\n", cwd=tmp_path)
    told = ran.stderr.decode()
    assert "what belongs to one person alone" in " ".join(told.split())
    assert ("no rule reads it" in told) is marked
