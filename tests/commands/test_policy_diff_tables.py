"""`forethought policy diff --cases TABLE`: the same as the same cases in files, however many there are."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from engine.commands import policy_diff_tables
from tests.commands.desk import CANARY, SMALL, call

ON = "2026-11-22"
_CASES = {"K-1": "device", "K-2": "nothing", "K-3": "", "K-4": "device"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a policy, the one before, and four cases as files and as a table, and stand in it."""
    for name in ("old", "new"):
        shutil.copytree(SMALL / "rules", tmp_path / name)
    flags = tmp_path / "new" / "flags.yaml"
    flags.write_text(flags.read_text(encoding="utf-8").replace("effect: exclude", "effect: caution"), encoding="utf-8")
    (tmp_path / "cases").mkdir()
    rows = ["case,stage,shares-with-partner"]
    for name, answer in _CASES.items():
        said = f"answers:\n  shares-with-partner: {answer}\n" if answer else "answers: {}\n"
        (tmp_path / "cases" / f"{name}.yaml").write_text(f"case: {name}\nstage: start\n{said}", encoding="utf-8")
        rows.append(f"{name},start,{answer}")
    (tmp_path / "table.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _diff(*args: str) -> Result:
    return call("policy", "diff", "old", "new", "--on", ON, *args)


def _cases(*args: str) -> dict[str, Any]:
    document = json.loads(_diff("--format", "json", *args).stdout)
    found: dict[str, Any] = document["cases"]
    return found


def _without_files(found: dict[str, Any]) -> str:
    """Return what became of cases, but for where each of them stood and how that is said."""
    unread = [[each["under"], [problem["slug"] for problem in each["problems"]]] for each in found["unread"]]
    text = json.dumps({**found, "unread": unread})
    for name in _CASES:
        text = text.replace(f"cases/{name}.yaml", "table.csv")
    return text


def test_a_table_gives_what_the_same_cases_in_files_give(here: Path) -> None:
    files, table = _cases("--cases", "cases"), _cases("--cases", "table.csv")
    assert files["less_cautious"], "the example shows nothing"
    assert _without_files(table) == _without_files(files)
    assert [each["under"] for each in table["unread"]] == [["new"], ["new"]]
    assert here.exists()


def test_files_and_tables_are_counted_together(here: Path) -> None:
    both = _cases("--cases", "cases", "--cases", "table.csv")
    assert both["compared"] == 4
    assert here.exists()


def test_beyond_what_is_listed_every_case_is_counted(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _cases("--cases", "table.csv")
    monkeypatch.setattr(policy_diff_tables, "MOST_LISTED", 1)
    found = _cases("--cases", "table.csv")
    counts = ("compared", "unchanged", "outcome_changed", "otherwise_changed", "less_cautious")
    assert [found[name] for name in counts] == [whole[name] for name in counts]
    assert (len(whole["changed"]), len(whole["unread"])) == (2, 2)
    assert found["not_listed"] == {"changed": 1, "unread": 1}
    text = " ".join(_diff("--cases", "table.csv").stdout.split())
    assert "Counted above, and not listed: 1 changed case of a table, and 1 that could not be screened." in text
    assert here.exists()


def test_a_row_that_cannot_be_read_is_told_counted_and_exit_65(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = here / "table.csv"
    table.write_text(table.read_text(encoding="utf-8") + f"K-5,start,{CANARY}\nK-6,start,{CANARY}\n", encoding="utf-8")
    result = _diff("--cases", "table.csv")
    assert result.exit_code == 65
    assert "table.csv:6" in result.stdout
    assert CANARY not in result.stdout + result.stderr
    assert "4 not screened" in " ".join(result.stdout.split())
    monkeypatch.setattr(policy_diff_tables, "MOST_LISTED", 1)
    cut = _diff("--cases", "table.csv")
    assert cut.exit_code == 65
    assert "4 not screened" in " ".join(cut.stdout.split())


def test_what_only_the_new_policy_can_read_is_not_compared(here: Path) -> None:
    start = here / "old" / "questions" / "start.yaml"
    text = start.read_text(encoding="utf-8")
    assert "device" in text
    for folder in (here / "old").rglob("*.yaml"):
        folder.write_text(folder.read_text(encoding="utf-8").replace("nothing", "none"), encoding="utf-8")
    files, table = _cases("--cases", "cases"), _cases("--cases", "table.csv")
    assert table["compared"] == files["compared"] == 1
    assert sorted(each["under"] for each in table["unread"]) == [["new"], ["new"], ["old"]]
    assert CANARY not in json.dumps(table)


def test_a_table_with_an_unknown_column_is_told_and_the_difference_shown_all_the_same(here: Path) -> None:
    (here / "table.csv").write_text("case,stage,no-such-question\nK-1,start,yes\n", encoding="utf-8")
    result = _diff("--cases", "table.csv")
    assert result.exit_code == 65
    assert "no-such-question" in result.stdout
    assert "In short" in result.stdout


def test_a_table_that_is_not_there_is_no_input(here: Path) -> None:
    assert _diff("--cases", "none.csv").exit_code == 66
    assert here.exists()


def test_what_a_reader_needs_first_stands_in_short(here: Path) -> None:
    result = _diff("--cases", "table.csv")
    short = " ".join(result.stdout.partition("In short")[2].partition("A second reviewer")[0].split())
    assert "2 cases get no recommendation: a policy breaks a promise of its own." in short
    assert "2 compared, 2 less cautious," in short
    assert "2 not screened" in short
    assert "2 of the cases named get no recommendation" in " ".join(result.stdout.split())
    assert here.exists()


def test_rows_with_one_reason_have_one_heading_and_are_named_by_reference(here: Path) -> None:
    text = " ".join(_diff("--cases", "table.csv").stdout.split())
    assert text.count("Not screened: table.csv, under the new policy") == 1
    assert "Not screened: table.csv, under the new policy: 2 cases" in text
    assert "the new policy breaks its promise" in text
    assert "so that it recommends nothing - 2 cases: K-1, K-4" in text
    assert here.exists()


def test_of_a_table_that_cannot_be_read_no_number_of_cases_is_made_up(here: Path) -> None:
    table = here / "table.csv"
    table.write_text("case,stage,gone\nK-1,start,\nK-2,start,\n", encoding="utf-8")
    text = " ".join(_diff("--cases", "table.csv").stdout.split())
    assert "all cases of 1 table not screened" in text
    assert "Not screened: table.csv, under the new policy: no case of this table" in text


def test_a_question_that_was_removed_is_told_with_a_way_forward(here: Path) -> None:
    with (here / "old" / "questions" / "start.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "\n- id: gone\n  section: Place\n  ask: Is anything else to be said?\n  asked_of: client\n  answers: open\n"
            "  corroborate: [practitioner]\n  valid_for: 8 weeks\n  nature: changeable\n"
            "  source: [tsf: [start, eligibility]]\n"
        )
    (here / "table.csv").write_text("case,stage,gone\nK-1,start,\nK-2,start,\n", encoding="utf-8")
    text = " ".join(_diff("--cases", "table.csv").stdout.split())
    assert "question-removed: `gone` is a question of the old policy, and not one of the new policy" in text
    assert "lay the two side by side" in text
