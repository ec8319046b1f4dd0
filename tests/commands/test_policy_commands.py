"""`forethought policy ...`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from engine import api
from engine.commands.policy_folders import folders
from tests.commands.desk import ROOT, SMALL, call, process


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """Return a copy of the small policy that a test may spoil."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def _spoil(policy: Path) -> None:
    flags = policy / "rules" / "flags.yaml"
    flags.write_text(flags.read_text().replace("effect: caution", "effect: cautoin"))


def test_a_sound_policy_has_nothing_wrong(policy: Path) -> None:
    result = call("policy", "check", policy)
    assert result.exit_code == 0
    assert all(": note[" in line for line in result.stdout.splitlines())
    assert "nothing is wrong" in result.stderr


def test_everything_wrong_with_a_policy_is_listed_with_its_place(policy: Path) -> None:
    _spoil(policy)
    result = call("policy", "check", policy)
    assert result.exit_code == 65
    assert "flags.yaml:8:11: error[" in result.stdout
    assert "did you mean `caution`?" in result.stdout


def test_problems_are_data_too(policy: Path) -> None:
    _spoil(policy)
    document = json.loads(call("policy", "check", policy, "--format", "json").stdout)
    assert document["schema"] == "forethought.problems/1"
    assert (document["problems"][0]["line"], document["problems"][0]["column"]) == (8, 11)


def test_a_rule_without_a_scenario_is_a_problem_of_the_policy(policy: Path) -> None:
    (policy / "features" / "start" / "devices.feature").write_text(
        "@rule:device-shared\n"
        "Feature: A\n  Scenario: B\n    Given a client at the start of the programme\n"
        "    And nothing of concern is known\n    When the case is screened\n"
        '    Then the rule "device-shared" does not apply\n'
    )
    result = call("policy", "check", policy)
    assert result.exit_code == 65
    assert "not-alone" in result.stdout


def test_a_missing_folder_is_no_such_input(tmp_path: Path) -> None:
    assert call("policy", "check", tmp_path / "nowhere").exit_code == 66
    assert call("policy", "check", tmp_path).exit_code == 66
    assert call("policy", "test", tmp_path / "nowhere").exit_code == 66


def test_the_policy_that_is_used_is_named_on_standard_error(policy: Path) -> None:
    result = call("policy", "check", policy)
    assert f"policy: {policy / 'rules'}" in result.stderr
    assert f"scenarios: {policy / 'features'}" in result.stderr


def test_a_folder_with_rules_and_features_is_both(policy: Path) -> None:
    found = folders(str(policy), None)
    assert (found.policy, found.features, found.of_policy) == (policy / "rules", policy / "features", True)


def test_a_policys_own_folder_has_its_scenarios_in_it_or_beside_it(policy: Path) -> None:
    assert folders(str(policy / "rules"), None).features == policy / "features"
    shutil.move(policy / "features", policy / "rules" / "features")
    assert folders(str(policy / "rules"), None).features == policy / "rules" / "features"


def test_a_folder_of_scenarios_belongs_to_the_nearest_rules_above_it(policy: Path) -> None:
    found = folders(str(policy / "features" / "start"), None)
    assert (found.policy, found.features, found.of_policy) == (policy / "rules", policy / "features" / "start", False)


def test_a_folder_of_scenarios_elsewhere_belongs_to_the_policy_named_or_to_the_shipped_one(
    policy: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.move(policy / "features", elsewhere)
    assert folders(str(elsewhere), str(policy)).policy == policy / "rules"
    assert folders(str(elsewhere), None).policy == api.default_policy_dir()


def test_without_a_folder_it_is_the_shipped_policy() -> None:
    shipped = api.default_policy_dir()
    assert folders(None, None).policy == shipped
    assert folders(None, None).features == shipped.parent / "features"


def test_two_policies_at_once_are_wrong_usage(policy: Path) -> None:
    assert call("policy", "check", policy, "--policy", SMALL).exit_code == 2


def test_scenarios_that_pass_end_in_done(policy: Path) -> None:
    result = process("policy", "test", policy)
    assert result.returncode == 0, result.stdout + result.stderr
    assert b"2 passed" in result.stdout


def test_a_scenario_that_fails_is_a_finding(policy: Path) -> None:
    feature = policy / "features" / "start" / "devices.feature"
    feature.write_text(feature.read_text().replace('"not-alone" applies', '"device-shared" applies'))
    result = process("policy", "test", policy)
    assert result.returncode == 1
    assert b"Traceback" not in result.stdout + result.stderr


def test_no_silence_a_scenario_that_would_be_dropped_stops_everything_before_it_runs(policy: Path) -> None:
    feature = policy / "features" / "start" / "devices.feature"
    feature.write_text(
        feature.read_text().replace("Children in the room", "She knows of the tablet he does not mention")
    )
    result = process("policy", "test", policy)
    assert result.returncode == 65
    assert b"passed" not in result.stdout


def test_a_policy_that_is_wrong_is_not_tested(policy: Path) -> None:
    _spoil(policy)
    result = process("policy", "test", policy)
    assert result.returncode == 65
    assert b"flags.yaml:8:11" in result.stderr


def test_what_lies_about_where_the_command_is_called_from_changes_nothing(policy: Path, tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --no-such-option\n")
    (tmp_path / "conftest.py").write_text("raise RuntimeError\n")
    result = process("policy", "test", policy, cwd=tmp_path, env={"PYTEST_ADDOPTS": "--no-such-option"})
    assert result.returncode == 0, result.stdout + result.stderr


def test_python_among_the_scenarios_is_refused_and_not_run(policy: Path) -> None:
    (policy / "features" / "conftest.py").write_text("raise RuntimeError\n")
    result = process("policy", "test", policy)
    assert result.returncode == 65
    assert b"conftest.py: error[stray-file]" in result.stderr
    assert b"RuntimeError" not in result.stdout + result.stderr


@pytest.mark.parametrize("kind", ["questions", "flags", "rules", "safeguards", "invariants"])
def test_what_a_policy_holds_is_listed_for_people_and_for_machines(kind: str) -> None:
    text = call("policy", "list", kind, "--policy", SMALL)
    data = json.loads(call("policy", "list", kind, "--policy", SMALL, "--format", "json").stdout)
    assert text.exit_code == 0
    assert data["schema"] == f"forethought.{kind}/1"
    assert data[kind]
    for entry in data[kind]:
        assert entry["id"] in text.stdout


@pytest.mark.parametrize(
    "what",
    [
        *("case", "recommendation", "decision", "policy", "sources"),
        *("questions", "flags", "rules", "safeguards", "invariants"),
    ],
)
def test_there_is_a_schema_for_every_file(what: str) -> None:
    result = call("policy", "schema", what)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["$schema"].startswith("https://json-schema.org/")


def test_the_schema_of_a_case_is_the_one_wanted_most() -> None:
    assert call("policy", "schema").stdout == call("policy", "schema", "case").stdout


def test_the_sentences_are_listed_with_the_questions_of_the_policy() -> None:
    result = call("policy", "steps", "--policy", SMALL)
    assert "the case is screened" in result.stdout
    assert "shares-with-partner" in result.stdout


def test_the_shipped_policy_can_be_listed() -> None:
    assert (ROOT / "rules" / "policy.yaml").exists()
    assert call("policy", "list", "questions").exit_code == 0


def test_one_file_of_scenarios_is_checked_and_run_by_itself(policy: Path) -> None:
    feature = policy / "features" / "start" / "devices.feature"
    assert call("policy", "check", feature).exit_code == 0
    ran = process("policy", "test", str(feature))
    assert ran.returncode == 0, ran.stderr
    wrong = feature.read_text().replace("is against online delivery", "is online with conditions")
    feature.write_text(wrong, encoding="utf-8")
    assert process("policy", "test", str(feature)).returncode == 1


def test_the_list_tells_whom_to_tell_where_else_a_rule_holds_and_who_reads_of_it() -> None:
    flags = call("policy", "list", "flags").stdout
    assert "Tell at once:" in flags
    assert "In partner support's copy: yes" in flags
    assert "Stages: start, during" in call("policy", "list", "rules").stdout
    assert "every case gets it (during)" in call("policy", "list", "safeguards").stdout
