"""Every scenario that would be dropped, never run or never fail is told before anything runs, with its exact words.

Each file in bad/feature holds one mistake, held against the policy in good/; the five that the test runner itself
passes over in silence are named below. `FORETHOUGHT_REGENERATE=1` writes the expected words anew.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.loading import load_policy
from engine.loading.gherkin_reader import read_feature
from engine.loading.scenarios import check_feature, check_scenarios
from engine.model.policy import Policy

HERE = Path(__file__).parent
BAD = HERE / "bad" / "feature"
SILENT_TRAPS = {
    "same-name-twice": "same-name",
    "keyword-misspelt-before-the-first-scenario": "swallowed-line",
    "no-then": "no-then",
    "placeholder-misspelt": "unknown-placeholder",
    "outline-without-rows": "no-rows",
}


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(HERE / "good")


@pytest.mark.parametrize("path", sorted(BAD.glob("*.feature")), ids=lambda path: path.stem)
def test_a_mistake_in_a_feature_is_told_with_its_place_and_help(
    path: Path, policy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BAD)
    said = "\n".join(str(problem) for problem in check_feature(policy, Path(path.name)))
    beside = path.with_suffix(".txt")
    if os.environ.get("FORETHOUGHT_REGENERATE"):
        beside.write_text(said + "\n", encoding="utf-8")
    assert said, "nothing was found wrong"
    assert said + "\n" == beside.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "slug"), sorted(SILENT_TRAPS.items()))
def test_what_the_runner_passes_over_in_silence_is_an_error(name: str, slug: str, policy: Policy) -> None:
    assert slug in {problem.slug for problem in check_feature(policy, BAD / f"{name}.feature")}


@pytest.mark.parametrize("name", sorted(SILENT_TRAPS))
def test_policy_test_runs_nothing_when_a_scenario_would_be_dropped(name: str, tmp_path: Path) -> None:
    (tmp_path / "trap.feature").write_bytes((BAD / f"{name}.feature").read_bytes())
    command = [sys.executable, "-m", "cli", "policy", "test", str(tmp_path), "--policy", str(HERE / "good")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=HERE.parents[1])
    assert ran.returncode == 65
    assert f"error[{SILENT_TRAPS[name]}]" in ran.stderr
    assert "passed" not in ran.stdout


def test_a_rule_in_force_without_a_scenario_is_an_error(policy: Policy, tmp_path: Path) -> None:
    path = tmp_path / "one.feature"
    path.write_text(
        "@rule:together\n"
        "Feature: A home shared\n"
        "  Scenario: He lives with her\n"
        "    Given a client at the start of the programme\n"
        '    And "lives-with-partner" is answered "yes" by client\n'
        "    When the case is screened\n"
        "    Then the recommendation is against online delivery\n",
        encoding="utf-8",
    )
    found = {problem.slug: problem.message for problem in check_scenarios(policy, tmp_path, complete=True)}
    assert set(found) == {"rule-without-scenario"}
    assert check_scenarios(policy, tmp_path, complete=False) == ()


def test_a_feature_that_is_not_utf_8_is_an_error_with_its_line(policy: Policy, tmp_path: Path) -> None:
    path = tmp_path / "latin.feature"
    path.write_bytes("Feature: Eine\n  Gef\u00e4hrdung\n".encode("latin-1"))
    assert [(problem.slug, problem.place.line) for problem in check_feature(policy, path)] == [("not-utf-8", 2)]


def test_a_scenario_tells_its_own_tags_from_those_of_its_whole_feature() -> None:
    steps = "    When the case is screened\n    Then the recommendation is <came>\n"
    text = (
        f"@all @both\nFeature: A\n  @both\n  Scenario Outline: B\n{steps}"
        "    @row\n    Examples:\n      | came |\n      | against online delivery |\n"
        f"  Scenario: C\n{steps.replace('<came>', 'against online delivery')}"
    )
    (row, plain), problems = read_feature(text, "a.feature")
    assert problems == ()
    assert sorted(row.tags) == ["all", "both", "row"]
    assert sorted(row.own) == ["both", "row"]
    assert sorted(plain.tags) == ["all", "both"]
    assert not plain.own


@pytest.mark.parametrize(
    "told", sorted((HERE / "bad").glob("*/*.txt")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_every_message_says_what_to_do(told: Path) -> None:
    text = told.read_text(encoding="utf-8")
    assert text.count("error[") == text.count("\n  help: ") > 0
