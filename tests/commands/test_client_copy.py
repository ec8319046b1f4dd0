"""`forethought screen --audience client`: from the decision alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine import api
from engine.model.question import Stage
from tests.commands.desk import AGAINST, CANARY, SMALL, call

CLIENT = ("screen", "--policy", SMALL, "--audience", "client")


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_the_copy_holds_the_decision_and_nothing_that_anybody_said(cases: Path, form: str) -> None:
    result = call(*CLIENT, "--decision", cases / "decision.yaml", "--format", form, cases / "against.yaml")
    assert result.exit_code == 0
    assert "Please join on a device that only you use." in result.stdout
    assert CANARY not in result.stdout
    assert "partner" not in result.stdout


def test_non_interference_the_copy_is_the_same_whatever_the_case_file_holds(cases: Path) -> None:
    decision = cases / "decision.yaml"
    copies = []
    for content in (AGAINST, AGAINST.replace("device", "nothing"), "not a case at all", None):
        path = cases / "case.yaml"
        if content is None:
            path.unlink()
        else:
            path.write_text(content)
        copies.append(call(*CLIENT, "--decision", decision, path).stdout_bytes)
    assert len(set(copies)) == 1
    assert copies[0] == call(*CLIENT, "--decision", decision).stdout_bytes


def test_the_case_is_said_not_to_have_been_opened(cases: Path) -> None:
    result = call(*CLIENT, "--decision", cases / "decision.yaml", cases / "against.yaml")
    assert "the case was not opened" in result.stderr


def test_whoever_makes_the_copy_is_told_to_read_it(cases: Path) -> None:
    assert "note: read it before it goes out" in call(*CLIENT, "--decision", cases / "decision.yaml").stderr


def test_that_it_was_not_compared_is_noted_the_same_whatever_the_case(cases: Path) -> None:
    decision = cases / "decision.yaml"
    command = "forethought screen --decision FILE CASE"
    alone = call(*CLIENT, "--decision", decision).stderr
    assert f"was not compared with the recommendation; {command} does that" in alone
    noted = {
        call(*CLIENT, "--decision", decision, cases / f"{case}.yaml").stderr
        for case in ("against", "undetermined", "conditional", "wrong", "nowhere")
    }
    assert len(noted) == 1
    assert command in noted.pop()


def test_without_a_decision_there_is_no_copy_and_the_reason_is_told(cases: Path) -> None:
    result = call(*CLIENT, cases / "against.yaml")
    assert result.exit_code == 2
    assert "--decision FILE" in result.stderr
    assert "nothing is read from the case" in result.stderr


@pytest.mark.parametrize("extra", [("--exit-code",), ("--on", "2026-11-22")])
def test_what_has_no_bearing_on_the_copy_is_refused(cases: Path, extra: tuple[str, ...]) -> None:
    assert call(*CLIENT, "--decision", cases / "decision.yaml", *extra).exit_code == 2


def test_a_wrong_decision_is_told_without_what_it_says(cases: Path) -> None:
    path = cases / "decision.yaml"
    path.write_text(path.read_text().replace("not-online", CANARY))
    result = call(*CLIENT, "--decision", path)
    assert result.exit_code == 65
    assert CANARY not in result.stdout + result.stderr


def test_a_missing_decision_is_no_such_input(cases: Path) -> None:
    assert call(*CLIENT, "--decision", cases / "nowhere.yaml").exit_code == 66


def test_the_copy_goes_to_a_file(cases: Path) -> None:
    target = cases / "copy.json"
    assert call(*CLIENT, "--decision", cases / "decision.yaml", "--format", "json", "-o", target).exit_code == 0
    assert json.loads(target.read_text())["schema"] == "forethought.client-copy/1"


def test_base_safeguards_that_a_decision_for_online_leaves_out_are_told(cases: Path) -> None:
    decision = cases / "decision.yaml"
    online = decision.read_text(encoding="utf-8").replace("choice: not-online", "choice: online-with-conditions")
    decision.write_text(online, encoding="utf-8")
    policy = api.load_policy(SMALL / "rules")
    worded = {name for name in policy.base_at(Stage.START) if policy.safeguards[name].client_wording}
    assert worded - {"own-device"}
    result = call(*CLIENT, "--decision", decision)
    assert result.exit_code == 0
    assert f"leaves them out: {', '.join(sorted(worded - {'own-device'}))}" in result.stderr
    assert "leaves them out" not in result.stdout
