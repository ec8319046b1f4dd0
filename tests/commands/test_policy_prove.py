"""`forethought policy prove`."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from engine import api
from tests.commands.desk import SMALL, call

GOLDEN = Path(__file__).parent.parent / "proof" / "golden"


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """Return a copy of the small policy that a test may spoil."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def spoil(policy: Path) -> None:
    """Let the policy promise what none of its rules keeps."""
    (policy / "rules" / "invariants.yaml").write_text(
        "- id: nobody-near\n  stage: start\n  because: Somebody near hears.\n"
        "  always: {if: {people-nearby: [children]}, then: {outcome: against}}\n"
    )


def test_a_sound_policy_is_proved_and_the_report_says_what_that_means(policy: Path) -> None:
    result = call("policy", "prove", policy)
    assert result.exit_code == 0, result.output
    assert api.load_policy(policy / "rules").fingerprint in result.stdout
    assert "nothing about whether its rules are right" in " ".join(result.stdout.split())
    assert "claims are proved" in result.stderr


def test_the_one_exception_is_told_with_what_was_proved(policy: Path) -> None:
    said = " ".join(call("policy", "prove", policy).stdout.split())
    (told,) = json.loads(call("policy", "prove", policy, "--format", "json").stdout)["exceptions"]
    assert told["exception"] in said
    assert (told["claim"], told["part"]) == ("unknown-never-safer", "knowing-more")
    assert "a new disagreement between sources may call for a safeguard" in told["exception"]


def test_what_is_refuted_is_shown_as_a_case_file_and_as_a_scenario_that_run(policy: Path, tmp_path: Path) -> None:
    spoil(policy)
    result = call("policy", "prove", policy, "--format", "json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    (refuted,) = [claim for claim in told["claims"] if claim["standing"] == "refuted"]
    (case,) = refuted["cases"]
    assert not told["holds"]
    assert case["outcome"] != case["expected"] == "against"
    written = tmp_path / "case.yaml"
    written.write_text(case["case_file"])
    again = call("screen", written, "--policy", policy / "rules", "--on", "2026-11-22")
    assert again.exit_code == 70, "a recommendation that breaks an invariant is not given"
    assert "nobody-near" in again.stderr
    feature = tmp_path / "found.feature"
    feature.write_text("Feature: Found\n\n" + case["scenario"])
    assert call("policy", "check", feature, "--policy", policy / "rules").exit_code == 0


@pytest.mark.parametrize("refuted", [False, True])
def test_the_report_reads_as_it_should(policy: Path, refuted: bool) -> None:
    if refuted:
        spoil(policy)
    text = call("policy", "prove", policy, "--jobs", "1").stdout
    assert text == (GOLDEN / f"{'refuted' if refuted else 'proved'}.txt").read_text()


def test_a_policy_that_does_not_load_is_refused_before_anything_is_proved(policy: Path) -> None:
    flags = policy / "rules" / "flags.yaml"
    flags.write_text(flags.read_text().replace("effect: caution", "effect: cautoin"))
    result = call("policy", "prove", policy)
    assert result.exit_code == 65
    assert not result.stdout


def test_a_search_that_is_out_of_time_is_told_as_undecided(policy: Path) -> None:
    result = call("policy", "prove", policy, "--jobs", "1", "--seconds", "0.0000001")
    assert result.exit_code == 1
    assert "Undecided: the time was up" in result.stdout
    assert "monotone                      undecided for start\n" in result.stdout


def test_without_the_solver_it_says_which_part_to_install(policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pysat", None)
    result = call("policy", "prove", policy, "--jobs", "1")
    assert result.exit_code == 69
    assert "pip install 'forethought[assurance]'" in result.stderr


def test_the_same_policy_is_told_in_the_same_bytes(policy: Path) -> None:
    one, two = (call("policy", "prove", policy, "--format", "json", "--jobs", jobs) for jobs in ("1", "2"))
    assert one.stdout == two.stdout
