"""`forethought batch --summary` and `--compare`: what is said of all cases together, to whom, and when it is not."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from engine import api
from engine.errors import NoRecommendation, Place, Problem
from engine.model.answer import Case
from engine.model.policy import Policy
from engine.model.recommendation import Recommendation
from tests.commands.desk import SMALL, call

ON = "2026-11-22"
_QUESTION = """
- id: gone
  section: Place
  ask: Is anything else to be said?
  asked_of: client
  answers: open
  corroborate: [practitioner]
  valid_for: 8 weeks
  nature: changeable
  source: [tsf: [start, eligibility]]
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a policy, one that is less cautious, and sixty cases, and stand in it."""
    for name in ("old", "new"):
        shutil.copytree(SMALL / "rules", tmp_path / name)
    flags = tmp_path / "new" / "flags.yaml"
    flags.write_text(flags.read_text(encoding="utf-8").replace("effect: exclude", "effect: caution"), encoding="utf-8")
    said = ["device"] * 14 + ["nothing"] * 20 + [""] * 26
    rows = [f"K-{number},start,{answer}" for number, answer in enumerate(said, 1)]
    table = ["case,stage,shares-with-partner@partner-support", *rows]
    (tmp_path / "cases.csv").write_text("\n".join(table) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _batch(*args: str, policy: str = "old") -> Result:
    return call("batch", "cases.csv", *args, "--policy", policy, "--on", ON)


def _start(result: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))["stages"][0]
    return found


def test_a_summary_is_written_as_its_name_ends_and_printed_for_a_dash(here: Path) -> None:
    begins = {".txt": "Summary of many cases", ".json": "{", ".html": "<!DOCTYPE html>", ".svg": "<svg "}
    for ending, first in begins.items():
        name = f"caseload{ending}"
        result = _batch("--summary", name)
        assert (result.exit_code, result.stdout) == (0, ""), result.output
        assert (here / name).read_text(encoding="utf-8").startswith(first)
        assert (here / name).stat().st_mode & 0o077 == 0
    assert _batch("--summary", "-").stdout == (here / "caseload.txt").read_text(encoding="utf-8")


def test_an_ending_that_is_none_of_them_is_wrong_usage_before_anything_is_read(here: Path) -> None:
    (here / "cases.csv").unlink()
    result = _batch("--summary", "caseload.pdf")
    assert result.exit_code == 2
    assert ".html" in result.stderr


def test_a_summary_counts_what_was_screened_and_names_nobody(here: Path) -> None:
    assert _batch("--summary", "caseload.json").exit_code == 0
    start = _start(here / "caseload.json")
    assert start["cases"] == {"shown": "exact", "number": 60}
    assert start["outcomes"]["against"] == {"shown": "exact", "number": 14}
    assert "K-1" not in (here / "caseload.json").read_text(encoding="utf-8")
    assert _batch("--summary", "rounder.json", "--small", "20").exit_code == 0
    assert _start(here / "rounder.json")["outcomes"]["against"] == {"shown": "fewer", "number": 20}


@pytest.mark.parametrize("small", ["0", "1", "2"])
def test_a_limit_that_protects_nobody_is_wrong_usage(here: Path, small: str) -> None:
    assert _batch("--summary", "caseload.txt", "--small", small).exit_code == 2
    assert not (here / "caseload.txt").exists()


def test_what_is_less_cautious_is_said_first_and_is_exit_1(here: Path) -> None:
    result = _batch("--compare", "old", policy="new")
    said = [line for line in result.stdout.splitlines() if line.startswith("- ")]
    # The small policy promises that a shared device is never online: nothing is recommended for fourteen of them.
    assert said[0].startswith("- 14 cases get no recommendation: the new policy breaks a promise of its own.")
    assert "less cautious than before. A second reviewer is asked for." in said[1]
    read = " ".join(result.stdout.split())
    assert "-> no recommendation: the new policy breaks its promise " in read
    assert "not compared" not in read
    assert result.exit_code == 1


def test_no_change_is_exit_0(here: Path) -> None:
    result = _batch("--compare", "old")
    assert (result.exit_code, here.exists()) == (0, True)
    assert "No case is less cautious than before." in result.stdout
    assert "60 cases compared: 0 changed, 60 as before." in " ".join(result.stdout.split())


@pytest.mark.parametrize("asked", [("--summary", "caseload.txt"), ("--compare", "old")])
@pytest.mark.parametrize("under", ["old", "new"])
def test_nothing_is_counted_when_the_single_screening_says_otherwise(
    here: Path, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, str], under: str
) -> None:
    screen, wrong = api.screen, api.load_policy(here / under).fingerprint

    def failing(policy: Policy, case: Case, on: date) -> Recommendation:
        if policy.fingerprint == wrong:
            raise NoRecommendation([Problem(Place("policy"), "evaluators-disagree", "they differ")])
        return screen(policy, case, on)

    monkeypatch.setattr(api, "screen", failing)
    result = _batch(*asked, policy="new")
    only_old = under == "old" and asked[0] == "--summary"
    assert result.exit_code == (65 if only_old else 70), result.output
    if not only_old:
        assert result.stdout == ""
        assert not (here / "caseload.txt").exists()


def test_a_question_that_was_removed_is_told_as_one_of_the_old_policy(here: Path) -> None:
    table = here / "cases.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([lines[0] + ",gone", *(line + "," for line in lines[1:])]) + "\n", encoding="utf-8")
    start = here / "old" / "questions" / "start.yaml"
    with start.open("a", encoding="utf-8") as file:
        file.write(_QUESTION)
    result = _batch("--compare", "old", policy="new")
    assert result.exit_code == 65
    told = " ".join(result.stderr.split())
    assert "`gone` is a question of the old policy, and not one of the new policy" in told
    assert "lay the two side by side" in told
    assert "is not a question of the policy" not in told


def test_rows_that_were_not_compared_win_over_less_cautious_ones_and_both_are_told(here: Path) -> None:
    with (here / "cases.csv").open("a", encoding="utf-8") as file:
        file.write("K-900,start,nonsense\nK-901,start,nonsense\n")
    result = _batch("--compare", "old", policy="new")
    assert result.exit_code == 65
    told = " ".join(result.stderr.split())
    assert "2 of 62 rows could not be read under both policies and were not compared; of those compared," in told
    assert "less cautious: a second reviewer is asked for" in told
    assert "under the new policy: cases.csv:62 (case K-900), cases.csv:63 (case K-901): " in told
    assert "nonsense" not in result.output
    assert "end of each stage" not in told
