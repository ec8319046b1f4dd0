"""What a row of `forethought batch` tells: why there is none, who is told at once, and what another policy changes."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import polars as pl
import pytest
from click.testing import Result

from engine import api
from tests.commands.desk import SMALL, call

ON = "2026-11-22"
NEVER = "shared-device-never-online"
WHOM = "=the police; at once"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a policy, one whose own invariant rules cases out, and a table, and stand in it."""
    for name in ("old", "new"):
        shutil.copytree(SMALL / "rules", tmp_path / name)
    flags = tmp_path / "new" / "flags.yaml"
    flags.write_text(flags.read_text(encoding="utf-8").replace("effect: exclude", "effect: caution"), encoding="utf-8")
    told = tmp_path / "old" / "flags.yaml"
    text = told.read_text(encoding="utf-8").replace(
        "- id: shared-device\n", f'- id: shared-device\n  tell: ["{WHOM}"]\n'
    )
    told.write_text(text, encoding="utf-8")
    table = "case,stage,shares-with-partner@partner-support\nK-1,start,device\nK-2,start,nothing\nK-3,start,device\n"
    (tmp_path / "cases.csv").write_text(table + "K-4,start,nonsense\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def batch(*args: str, policy: str = "old") -> Result:
    return call("batch", "cases.csv", *args, "--policy", policy, "--on", ON)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("extra", [[], ["--truths"]])
def test_what_an_invariant_rules_out_names_its_place_its_case_and_the_invariant(here: Path, extra: list[str]) -> None:
    found = batch("out.csv", *extra, policy="new")
    assert found.exit_code == 65
    errors = [row["error"] for row in rows(here / "out.csv")]
    assert errors[0].startswith("cases.csv:2: case K-1: no recommendation is given, because an invariant of the policy")
    assert NEVER in errors[0]
    assert errors[1] == ""
    assert errors[2].startswith("cases.csv:4: case K-3: ")
    # What is said of several rows is said once on the terminal.
    assert found.stderr.count(NEVER) == 1
    assert "cases.csv:2 (case K-1), cases.csv:4 (case K-3): no recommendation is given" in found.stderr


def test_a_line_of_json_and_a_table_without_lines_name_the_row_too(here: Path) -> None:
    pl.read_csv("cases.csv").head(3).write_parquet("cases.parquet")
    for source, place in (("cases.csv", "cases.csv:2"), ("cases.parquet", "cases.parquet: row 1")):
        assert call("batch", source, "out.jsonl", "--policy", "new", "--on", ON).exit_code == 65
        error = lines(here / "out.jsonl")[0]["error"]
        assert isinstance(error, dict)
        assert error["message"].startswith(f"{place}: case K-1: ")
        assert NEVER in error["message"]


def test_who_must_be_told_at_once_stands_in_every_form(here: Path) -> None:
    for out in ("out.csv", "out.jsonl", "out.parquet"):
        assert batch(out).exit_code == 65
    # No cell begins as a formula does, and a semicolon may stand in what one is told.
    assert [row["tell_at_once"] for row in rows(here / "out.csv")] == [f"'{WHOM}", "", f"'{WHOM}", ""]
    assert pl.read_parquet("out.parquet")["tell_at_once"].to_list() == [[WHOM], [], [WHOM], None]
    told = [line.get("tell_at_once") for line in lines(here / "out.jsonl")]
    assert told == [
        [{"whom": WHOM, "flags": ["shared-device"]}],
        [],
        [{"whom": WHOM, "flags": ["shared-device"]}],
        None,
    ]


@pytest.mark.parametrize("extra", [[], ["--truths"]])
def test_under_compare_each_row_says_what_changes_for_it(here: Path, extra: list[str]) -> None:
    found = batch("out.csv", "--compare", "old", *extra, policy="new")
    assert found.exit_code == 65, found.stderr
    first, second, _, unread = rows(here / "out.csv")
    assert (first["outcome"], first["outcome_before"], first["invariants_broken_now"]) == ("", "against", NEVER)
    assert (second["outcome_before"], second["change"]) == (second["outcome"], "no change")
    assert (unread["outcome_before"], unread["change"]) == ("", "")
    for out in ("out.jsonl", "out.parquet"):
        assert batch(out, "--compare", "old", *extra, policy="new").exit_code == 65
    table = pl.read_parquet("out.parquet").to_dicts()
    keys = ("outcome_before", "change", "flags_lost", "safeguards_gained", "invariants_broken_now")
    assert [[row[key] for key in keys] for row in table] == [
        [x[key] for key in keys] for x in lines(here / "out.jsonl")
    ]
    assert table[0]["invariants_broken_now"] == [NEVER]


def test_every_row_changes_as_the_two_screened_singly_differ(here: Path) -> None:
    (here / "new" / "invariants.yaml").unlink()
    assert batch("out.csv", "--compare", "old", policy="new").exit_code == 65
    change = [(row["outcome_before"], row["outcome"], row["change"]) for row in rows(here / "out.csv")]
    assert change[0] == change[2] == ("against", "conditional", "less cautious")
    assert change[1] == ("conditional", "conditional", "no change")


def test_when_the_old_policy_says_something_else_singly_nothing_is_written(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """INVARIANT (agreement): what stood before is told of no row either."""
    screen = api.screen
    new, old = (api.load_policy(here / name) for name in ("new", "old"))

    def other(policy: object, case: object, on: object) -> object:
        return screen(new if policy.fingerprint == old.fingerprint else policy, case, on)  # type: ignore[attr-defined,arg-type]

    monkeypatch.setattr(api, "screen", other)
    assert batch("out.csv", "--compare", "old", policy="new").exit_code == 70
    assert not (here / "out.csv").exists()
