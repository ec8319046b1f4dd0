"""Where `forethought batch` refuses to write: over what it reads, and over what a person keeps by hand."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import Result

from tests.commands.desk import SMALL, call

ON = "2026-11-22"
TABLE = "case,stage,shares-with-partner@partner-support\nK-1,start,device\nK-2,start,nothing\n"
CASE = "case: K-9\nstage: start\nanswers:\n  shares-with-partner: {value: device, source: partner-support}\n"
PROFILE = '{"case": "P-1", "stage": "programme-start", "answers": {}}\n'


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with two policies, a table, a folder of cases and profiles, and stand in it."""
    for name in ("old", "new"):
        shutil.copytree(SMALL / "rules", tmp_path / name)
    (tmp_path / "ci").mkdir()
    (tmp_path / "ci" / "K-9.json").write_text(CASE, encoding="utf-8")
    (tmp_path / "elsewhere.json").write_text(CASE, encoding="utf-8")
    (tmp_path / "ci" / "K-8.yaml").symlink_to(tmp_path / "elsewhere.json")
    (tmp_path / "cases.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "cases.json").hardlink_to(tmp_path / "cases.csv")
    for name in ("p.csv", "p.jsonl", "pr.json"):
        (tmp_path / name).write_text(PROFILE, encoding="utf-8")
    (tmp_path / "faulty.json").write_text(PROFILE.replace("}}", "}"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def batch(*args: str) -> Result:
    return call("batch", *args, "--policy", "new", "--on", ON)


REFUSED = [
    ("cases.csv", "--summary", "cases.json"),
    ("cases.csv", "cases.csv"),
    ("ci", "--summary", "ci/K-9.json"),
    ("ci", "--summary", "ci/new.txt"),
    ("ci", "ci/new.csv"),
    ("ci", "--summary", "elsewhere.json"),
    ("cases.csv", "--summary", "new/new.json"),
    ("cases.csv", "new/new.csv"),
    ("cases.csv", "out.csv", "--compare", "old", "--summary", "old/new.json"),
    ("cases.csv", "old/new.csv", "--compare", "old"),
    ("cases.csv", "--programme", "pr.json", "--summary", "pr.json"),
    ("cases.csv", "p.csv", "--programme", "p.csv"),
    ("cases.csv", "p.csv"),
    ("cases.csv", "p.jsonl"),
    ("cases.csv", "--summary", "pr.json"),
    ("cases.csv", "--summary", "faulty.json"),
    ("cases.csv", "both.txt", "--to", "csv", "--summary", "both.txt"),
    ("cases.csv", "both.txt", "--to", "csv", "--summary", "ci/../both.txt"),
]


@pytest.mark.parametrize("args", REFUSED, ids=" ".join)
def test_nothing_that_is_read_is_written_over(here: Path, args: tuple[str, ...]) -> None:
    """INVARIANT (nothing lost)."""
    before = everything(here)
    result = batch(*args)
    assert (result.exit_code, result.stdout) == (2, ""), result.output
    assert "Name another file." in result.stderr
    assert everything(here) == before


def test_it_is_refused_before_anything_is_read(here: Path) -> None:
    """INVARIANT (nothing lost): a pipe that nobody writes to would be waited for."""
    os.mkfifo(here / "pipe.csv")
    assert batch("pipe.csv", "p.csv").exit_code == 2
    assert batch("pipe.csv", "--summary", "pr.json").exit_code == 2


def test_a_row_that_names_a_profile_does_not_lose_it(here: Path) -> None:
    """INVARIANT (nothing lost)."""
    (here / "cases.csv").write_text("case,stage,programme\nK-1,start,pr.json\n", encoding="utf-8")
    assert batch("cases.csv", "--summary", "pr.json").exit_code == 2
    assert json.loads((here / "pr.json").read_text(encoding="utf-8"))["case"] == "P-1"


def test_what_was_written_before_may_be_written_anew(here: Path) -> None:
    for name in ("out.csv", "out.jsonl", "out.parquet"):
        for _ in range(2):
            assert batch("cases.csv", name, "--truths").exit_code == 0
            assert batch("cases.csv", name, "--compare", "old").exit_code == 0
    for name in ("out.txt", "out.json", "out.html", "out.svg"):
        for _ in range(2):
            assert batch("cases.csv", "--summary", name).exit_code == 0


def test_how_many_have_no_recommendation_is_not_said_where_the_summary_keeps_it_back(here: Path) -> None:
    """INVARIANT (small-groups): six at the start, one unread and eight in all would leave one for the other stage."""
    rows = [*(f"K-{number},start,device" for number in range(6)), "K-7,start,nonsense"]
    table = "\n".join(["case,stage,shares-with-partner@partner-support", *rows]) + "\n"
    (here / "cases.csv").write_text(table, encoding="utf-8")
    result = batch("cases.csv", "--summary", "-")
    assert (result.exit_code, "1 of 7 rows have no recommendation" in result.stderr) == (65, True), result.output
    few = "\n".join([*table.splitlines()[:4], rows[-1]]) + "\n"
    (here / "cases.csv").write_text(few, encoding="utf-8")
    result = batch("cases.csv", "--summary", "-")
    assert result.exit_code == 65
    assert "some rows have no recommendation" in result.stderr
    assert not any(letter.isdigit() for letter in result.stderr)
    assert "Fewer than 5 cases, and at least one." in result.stdout
