"""Scenarios run from a folder that holds no Python, from anywhere, and fail in the writer's words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from engine.loading.gherkin_reader import read_feature
from engine.scenarios.run import run_all
from engine.scenarios.steps import STEPS, unbound
from engine.scenarios.world import Misused, Unmet
from tests.drawing import default_policy

ROOT = Path(__file__).parents[2]
RIGHT = """\
@rule:device-shared-with-partner
Feature: A shared device speaks against online delivery

  Background:
    Given a client at the start of the programme
    And nothing of concern is known

  Scenario: She knows of the tablet he does not mention
    Given the answers
      | question            | answer  | source          |
      | shares-with-partner | nothing | client          |
      | shares-with-partner | device  | partner-support |
    When the case is screened
    Then the recommendation is against online delivery
    And the client's copy does not mention "shares-with-partner"

  Scenario Outline: The device he joins on
    Given "device-used" is answered "<device>" by practitioner
    When the case is screened
    Then the rule "device-shared-with-partner" <comes out>

    Examples:
      | device              | comes out      |
      | own                 | does not apply |
      | shared-with-partner | applies        |
"""
WRONG = RIGHT.replace("Then the recommendation is against online delivery", "Then no recommendation can be made yet")


def policy_test(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cli", "policy", "test", str(folder), "--policy", str(ROOT / "rules"), *arguments]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, env=environment)


def test_a_folder_of_scenarios_runs_without_any_python_in_it(tmp_path: Path) -> None:
    (tmp_path / "devices.feature").write_text(RIGHT, encoding="utf-8")
    ran = policy_test(tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "3 passed" in ran.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["devices.feature"]


def test_a_wrong_expectation_is_told_with_its_line_what_was_expected_what_came_and_why(tmp_path: Path) -> None:
    (tmp_path / "devices.feature").write_text(WRONG, encoding="utf-8")
    ran = policy_test(tmp_path)
    assert ran.returncode == 1
    told = ran.stdout
    assert "devices.feature:14:5: Then no recommendation can be made yet" in told
    assert "expected: cannot recommend yet" in told
    assert "came: against online delivery" in told
    assert "Flag shared-device: it is raised" in told
    for machine_word in ("Traceback", "assert ", "site-packages", ".py:", "Error"):
        assert machine_word not in told + ran.stderr


def test_pytest_collects_no_feature_file_unless_a_policy_is_named(tmp_path: Path) -> None:
    (tmp_path / "devices.feature").write_text(RIGHT, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-c", "/dev/null", "-p", "no:cacheprovider", str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert ran.returncode == 5, ran.stdout


@pytest.mark.parametrize(("text", "failing"), [(RIGHT, 0), (WRONG, 1)])
def test_the_runner_without_pytest_says_the_same(text: str, failing: int) -> None:
    scenarios, problems = read_feature(text, "devices.feature")
    assert problems == ()
    runs = list(run_all(default_policy(), scenarios))
    assert len(runs) == 3
    assert sum(isinstance(run.why, Unmet) for run in runs) == failing


def test_every_sentence_is_carried_out_by_something() -> None:
    assert unbound() == ()
    assert STEPS


def test_a_then_before_anything_was_screened_is_told_as_such() -> None:
    text = "Feature: F\n  Scenario: S\n    Then the recommendation is against online delivery\n"
    scenarios, _ = read_feature(text, "f.feature")
    (run,) = run_all(default_policy(), scenarios)
    assert isinstance(run.why, Misused)


def test_a_table_of_examples_may_name_the_rule_it_is_about_where_markers_are_strict(tmp_path: Path) -> None:
    tagged = RIGHT.replace("    Examples:", "    @rule:device-shared-with-partner\n    Examples:")
    (tmp_path / "devices.feature").write_text(tagged, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "--strict-markers", "--rootdir", str(tmp_path)]
    policy = ["--forethought-policy", str(ROOT / "rules"), str(tmp_path)]
    ran = subprocess.run([*command, *policy], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "3 passed" in ran.stdout
