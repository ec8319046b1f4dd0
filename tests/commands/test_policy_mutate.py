"""`forethought policy mutate`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from engine.commands.policy_mutate import ending
from engine.errors import Place, Problem
from engine.loading.gherkin_reader import read_feature
from engine.report.assurance.mutation_report import Effect, MutationReport, Survivor
from tests.commands.desk import SMALL, call


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the small policy that a test may spoil; the command is called from beside it."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def with_its_suggestions(policy: Path) -> Path:
    result = call("policy", "mutate", policy, "--suggest", "--jobs", "1", "-o", policy / "features" / "more.feature")
    assert result.exit_code == 1, result.output
    return policy


def test_what_no_scenario_notices_is_told_with_the_scenario_that_would(policy: Path) -> None:
    result = call("policy", "mutate", policy, "--rule", "not-alone", "--jobs", "1")
    assert result.exit_code == 1
    assert "changes to a recommendation would go unnoticed" in result.stderr
    assert result.stdout.startswith("9 changes tried, each against 2 scenarios.\n")
    told = (
        "small/rules/rules/start/devices.yaml:15:10: you could change `people-nearby: [children, partner]` to"
        " `people-nearby: children` in the rule `not-alone` and no scenario would notice.\n"
    )
    assert told in result.stdout
    assert "\n  This scenario would notice:\n\n    @rule:not-alone\n    Scenario: " in result.stdout


def test_the_suggested_scenarios_run_as_they_stand(policy: Path) -> None:
    with_its_suggestions(policy)
    assert call("policy", "check", policy).exit_code == 0
    assert call("policy", "test", policy).exit_code == 0


def test_with_the_suggested_scenarios_nothing_that_changes_a_recommendation_is_left(policy: Path) -> None:
    result = call("policy", "mutate", with_its_suggestions(policy), "--jobs", "1")
    assert result.exit_code == 0, result.output
    assert "no change to a recommendation would go unnoticed" in result.stderr


def test_it_is_data_too(policy: Path) -> None:
    result = call("policy", "mutate", policy, "--format", "json", "--jobs", "1")
    assert result.exit_code == 1
    document = json.loads(result.stdout)
    assert document["schema"] == "forethought.mutation/1"
    assert document["proved"] is True
    assert document["changes_a_recommendation"] is True
    assert sum(document["unnoticed"].values()) == len(document["survivors"])
    assert not result.stderr.count("\r")
    for survivor in document["survivors"]:
        assert survivor["file"].startswith("small/rules/")
        assert survivor["line"] > 0
        assert survivor["scenario"] is None or 0 <= survivor["scenario"] < len(document["suggested"])
    for text in document["suggested"]:
        scenarios, problems = read_feature(f"Feature: One\n\n{text}", "one.feature")
        assert (len(scenarios), problems) == (1, ())


def test_the_same_policy_gives_the_same_bytes(policy: Path) -> None:
    first = call("policy", "mutate", policy, "--format", "json", "--jobs", "1").stdout
    assert call("policy", "mutate", policy, "--format", "json", "--jobs", "2").stdout == first


def test_what_failed_inside_is_told_last_and_takes_nothing_from_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    lost = Survivor("rule-dropped", "rule", "a", "in-force", "", None, Effect.UNSETTLED, why="they disagree")
    fault = Problem(Place("policy small"), "proof-unconfirmed", "they disagree", "report this")
    report = MutationReport("small", "1", "sha256:00", 2, {}, {}, (lost,), (), (), solver=True)
    assert ending(report) == 1
    capsys.readouterr()
    assert ending(report._replace(faults=(fault,))) == 70
    told = capsys.readouterr().err
    assert told.startswith("1 change to a recommendation would go unnoticed, or may\n")
    assert told.endswith("policy small: error[proof-unconfirmed]: they disagree\n  help: report this\n")


@pytest.mark.parametrize("broken", ["near: its own promise", "lone: the last rule of a stage"])
def test_a_policy_that_breaks_its_promise_or_has_a_stage_with_one_rule_is_told_of_to_the_end(
    policy: Path, broken: str
) -> None:
    if broken.startswith("near"):
        promises = policy / "rules" / "invariants.yaml"
        promise = "\n- id: near-never\n  stage: start\n  because: He listens.\n  always:"
        text = promises.read_text() + promise + " {if: {people-nearby: partner}, then: {outcome: against}}\n"
        promises.write_text(text)
    else:
        rule = (policy / "rules" / "rules" / "start" / "devices.yaml").read_text().split("\n\n")[1]
        later = policy / "rules" / "rules" / "during" / "devices.yaml"
        later.parent.mkdir()
        head = policy / "rules" / "policy.yaml"
        staged = head.read_text().replace("{start: 4 weeks}", "{start: 4 weeks, during: 4 weeks}")
        head.write_text(staged.replace('{start: ["In person."]}', '{start: ["In person."], during: ["In person."]}'))
        later.write_text(rule.replace("id: not-alone", "id: lone") + "\n")
    result = call("policy", "mutate", policy, "--jobs", "1")
    assert result.exit_code == 1, result.stderr
    assert "The outcome would be another one" in result.stdout
    assert "error[" not in result.stderr
    if broken.startswith("lone"):
        assert "no recommendation at all, because no rule would be in force at this stage" in result.stdout


def test_a_rule_that_is_not_there_is_wrong_usage(policy: Path) -> None:
    result = call("policy", "mutate", policy, "--rule", "not-alonne")
    assert result.exit_code == 2
    assert "did you mean `not-alone`?" in result.stderr


def test_a_derived_rule_cannot_be_named_because_nobody_wrote_it(policy: Path) -> None:
    assert call("policy", "mutate", policy, "--rule", "start-call-back-needs-call-back-procedure").exit_code == 2


def test_suggestions_are_a_feature_file_and_no_data(policy: Path) -> None:
    assert call("policy", "mutate", policy, "--suggest", "--format", "json").exit_code == 2


def test_a_scenario_that_fails_on_the_policy_as_it_is_stops_everything_and_is_named(policy: Path) -> None:
    feature = policy / "features" / "start" / "devices.feature"
    feature.write_text(feature.read_text().replace("against online delivery\n", "online with conditions\n", 2))
    result = call("policy", "mutate", policy)
    assert result.exit_code == 65
    assert "She knows of the tablet he does not mention" in result.stderr
    assert "devices.feature:8:1: error[scenario-fails]" in result.stderr
    assert result.stdout == ""


def test_what_is_wrong_with_the_policy_is_told_before_anything_is_changed(policy: Path) -> None:
    flags = policy / "rules" / "flags.yaml"
    flags.write_text(flags.read_text().replace("effect: caution", "effect: cautoin"))
    result = call("policy", "mutate", policy)
    assert result.exit_code == 65
    assert "did you mean `caution`?" in result.stderr


def test_a_policy_without_scenarios_is_no_input(policy: Path) -> None:
    shutil.rmtree(policy / "features")
    assert call("policy", "mutate", policy).exit_code == 66


def test_its_files_are_never_written_over(policy: Path) -> None:
    result = call("policy", "mutate", policy / "rules", "-o", policy / "rules" / "flags.yaml")
    assert result.exit_code == 2
