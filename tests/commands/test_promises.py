"""Promises that are kept, or broken, on the command line: non-interference, replay, order-free, deference."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from hypothesis import given, settings

from cli import forethought
from engine.model.answer import Case, Source
from engine.model.decision import Choice
from engine.model.question import Stage
from engine.testing.generate import random_answer
from engine.testing.write import case_text
from tests.caseload import EXAMPLES, example_cases
from tests.drawing import ON, Drawn, default_policy, default_policy_cases, screened

ROOT = Path(__file__).resolve().parents[2]
CASES = [EXAMPLES / name for name in example_cases()]
FORMS = ("text", "json", "markdown", "html")


def client_copies(case: Case, choice: Choice, conditions: list[str]) -> list[bytes]:
    """Return the client's copy in every form, for a decision that does not depend on the case."""
    with TemporaryDirectory() as name:
        path, decision = Path(name, "case.json"), Path(name, "decision.json")
        path.write_text(case_text(case), encoding="utf-8")
        entry = {
            "case": case.reference,
            "stage": case.stage.value if case.stage.of_client else "start",
            "choice": choice.value,
            "by": "the practitioner",
            "on": "2026-11-22",
            "contact": "030 123 456",
            "review_by": "2026-12-20",
            "reasons": "what she told partner support",
            "conditions": conditions,
        }
        decision.write_text(json.dumps({k: v for k, v in entry.items() if v}), encoding="utf-8")
        copies = []
        for form in FORMS:
            arguments = ["screen", str(path), "--audience", "client", "--decision", str(decision), "--format", form]
            result = CliRunner().invoke(forethought, arguments)
            assert result.exit_code == 0, result.stderr
            copies.append(result.stdout_bytes)
        return copies


def said_otherwise(case: Case, rng: Random) -> Case:
    """Return the case with other answers from everyone but the client."""
    answers = {}
    for question in default_policy().readable_at(case.stage):
        his = tuple(answer for answer in case.answers.get(question.id, ()) if answer.source is Source.CLIENT)
        drawn = [random_answer(rng, question) for _ in range(rng.randrange(3))]
        others = tuple(answer for answer in drawn if answer.source is not Source.CLIENT)
        answers[question.id] = (*his, *dict.fromkeys(others))
    return replace(case, answers=answers)


@settings(max_examples=12)
@given(default_policy_cases())
def test_non_interference_the_clients_copy_is_the_same_whatever_anyone_else_said(drawn: Drawn) -> None:
    policy = drawn.policy
    worded = [safeguard.id for safeguard in policy.safeguards.values() if safeguard.client_wording]
    choice = drawn.rng.choice(tuple(Choice))
    conditions = drawn.rng.sample(worded, drawn.rng.randint(1, 4))
    copies = client_copies(drawn.case, choice, conditions)
    assert copies == client_copies(said_otherwise(drawn.case, drawn.rng), choice, conditions)
    for copy in copies:
        text = " ".join(copy.decode().split())
        assert "what she told" not in text
        for question in policy.questions.values():
            assert question.id not in text
            assert question.ask not in text


@settings(max_examples=20)
@given(default_policy_cases())
def test_deference_every_recommendation_names_the_practitioner_and_decides_nothing(drawn: Drawn) -> None:
    from engine.report.json_ import practitioner_json
    from engine.report.markdown import practitioner_markdown
    from engine.report.text import practitioner_text

    found = screened(drawn)
    for text in (practitioner_text(found), practitioner_markdown(found)):
        flat = " ".join(text.split())
        # A reflection recommends nothing, and there is nothing in it to decide for the practitioner.
        reflection = found.case.stage is Stage.STRUCTURAL
        assert ("with the practitioners." if reflection else "The practitioner decides.") in flat
        assert "not a validated instrument" in flat
    document = practitioner_json(found)
    assert set(document["decision"].values()) == {None}
    assert "practitioner" in document["notice"]


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_replay_the_same_case_gives_the_same_bytes_in_another_process(form: str) -> None:
    said = set()
    for seed in ("0", "1", "4711"):
        command = [sys.executable, "-m", "cli", "screen", *map(str, CASES), "--on", ON.isoformat(), "--format", form]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        said.add(subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment).stdout)
    assert len(said) == 1


def test_the_three_examples_to_begin_with_show_one_of_each_outcome() -> None:
    named = ["against", "undetermined", "conditional"]
    cases = [str(EXAMPLES / "start" / f"{name}.yaml") for name in named]
    result = CliRunner().invoke(forethought, ["screen", *cases, "--on", "2026-11-22", "--format", "json"])
    assert [json.loads(line)["outcome"] for line in result.stdout.splitlines()] == named
