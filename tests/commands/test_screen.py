"""`forethought screen`."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from engine.report.shape import checked
from tests.commands.desk import CANARY, ROOT, SMALL, UNDETERMINED, call, process, screening

TEXTS = {
    "against": "The recommendation is against online delivery.",
    "undetermined": "No recommendation can be made yet",
    "conditional": "The recommendation is online with conditions",
}


@pytest.mark.parametrize("kind", TEXTS)
def test_a_case_is_screened_and_its_outcome_told_first(cases: Path, kind: str) -> None:
    result = screening(cases / f"{kind}.yaml")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert TEXTS[kind] in result.stdout.split("\nWhy\n")[0]


@pytest.mark.parametrize(("kind", "code"), [("conditional", 10), ("undetermined", 11), ("against", 12)])
def test_the_exit_code_tells_the_outcome_when_asked_to(cases: Path, kind: str, code: int) -> None:
    assert screening(cases / f"{kind}.yaml", "--exit-code").exit_code == code


def test_of_several_cases_the_most_cautious_outcome_gives_the_exit_code(cases: Path) -> None:
    files = [cases / f"{kind}.yaml" for kind in ("conditional", "against", "undetermined")]
    assert screening(*files, "--exit-code").exit_code == 12
    assert screening(files[0], files[2], "--exit-code").exit_code == 11


def test_one_case_in_json_is_one_object_of_the_published_shape(cases: Path) -> None:
    result = screening(cases / "against.yaml", "--format", "json")
    assert checked(result.stdout)["outcome"] == "against"


def test_several_cases_in_json_are_one_line_each_in_the_order_given(cases: Path) -> None:
    files = [cases / f"{kind}.yaml" for kind in ("undetermined", "against", "conditional")]
    lines = screening(*files, "--format", "json").stdout.splitlines()
    assert [checked(line)["case"] for line in lines] == ["K-2", "K-1", "K-3"]


def test_a_case_that_cannot_be_read_has_its_error_in_its_place(cases: Path) -> None:
    files = [cases / name for name in ("wrong.yaml", "against.yaml", "missing.yaml")]
    result = screening(*files, "--format", "json")
    wrong, against, missing = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 65
    assert list(wrong) == ["case", "error"]
    assert wrong["case"] == str(files[0])
    assert wrong["error"]["exit_code"] == 65
    assert set(wrong["error"]["problems"][0]) == {"place", "slug", "message", "help"}
    assert against["case"] == "K-1"
    assert missing["error"]["exit_code"] == 66


def test_a_missing_case_alone_ends_in_no_such_input(cases: Path) -> None:
    assert screening(cases / "missing.yaml").exit_code == 66
    assert screening(cases / "against.yaml", cases / "missing.yaml").exit_code == 66


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_no_answer_of_a_wrong_case_is_ever_printed(cases: Path, form: str) -> None:
    result = screening(cases / "wrong.yaml", cases / "undetermined.yaml", "--format", form)
    assert result.exit_code == 65
    assert CANARY not in result.stdout + result.stderr
    assert "shares-with-partner" in result.stderr
    assert "help:" in result.stderr


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_in_a_print_out_of_several_cases_a_missing_report_is_not_silent(cases: Path, form: str) -> None:
    result = screening(cases / "wrong.yaml", cases / "undetermined.yaml", "--format", form)
    assert "No report" in result.stdout
    assert "Treat it as not online for now." in result.stdout


def test_several_text_reports_are_told_apart_in_words(cases: Path) -> None:
    result = screening(cases / "against.yaml", cases / "undetermined.yaml")
    assert "End of the report on case K-1." in result.stdout
    assert "End of the report on case K-2." in result.stdout


def test_a_dash_is_standard_input(cases: Path) -> None:
    assert "Case K-2" in screening("-", stdin=UNDETERMINED).stdout
    assert screening("-", "-").exit_code == 2


def test_json_is_read_as_well_as_yaml(cases: Path) -> None:
    text = json.dumps({"case": "K-9", "stage": "start", "answers": {"shares-with-partner": "device"}})
    assert TEXTS["against"] in screening("-", stdin=text).stdout


def test_a_report_goes_to_a_file_that_only_its_owner_can_read(cases: Path) -> None:
    target = cases / "report.txt"
    target.write_text("an older report")
    target.chmod(0o644)
    result = screening(cases / "against.yaml", "-o", target)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert target.read_text(encoding="utf-8") == screening(cases / "against.yaml").stdout
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert not list(cases.glob(".report*"))


def test_a_case_that_cannot_be_read_leaves_no_earlier_report_in_the_file(cases: Path) -> None:
    report = cases / "report.txt"
    assert screening(cases / "conditional.yaml", "-o", report).exit_code == 0
    assert "online with conditions" in report.read_text(encoding="utf-8")
    assert screening(cases / "wrong.yaml", "-o", report).exit_code == 65
    told = report.read_text(encoding="utf-8")
    assert "Treat it as not online for now." in told
    assert "online with conditions" not in told
    assert CANARY not in told


@pytest.mark.parametrize(("target", "code"), [("no/such/folder/x", 73), (".", 73)])
def test_a_file_that_cannot_be_made_is_told_without_a_traceback(cases: Path, target: str, code: int) -> None:
    result = screening(cases / "against.yaml", "-o", cases / target)
    assert result.exit_code == code
    assert "error[cannot-write]" in result.stderr


@pytest.mark.parametrize("name", ["against.yaml", "./against.yaml", "linked.yaml", "hard.yaml"])
def test_a_case_is_never_written_over(cases: Path, name: str) -> None:
    (cases / "linked.yaml").symlink_to("against.yaml")
    (cases / "hard.yaml").hardlink_to(cases / "against.yaml")
    before = (cases / "against.yaml").read_text()
    result = screening(cases / "undetermined.yaml", cases / "against.yaml", "-o", f"{cases}/{name}")
    assert result.exit_code == 2
    assert "to write over it would lose it" in " ".join(result.stderr.split())
    assert (cases / "against.yaml").read_text() == before
    assert (cases / "linked.yaml").is_symlink()


def test_no_command_writes_over_what_it_reads_or_into_the_policy(cases: Path) -> None:
    case, decision, inside = cases / "against.yaml", cases / "decision.yaml", SMALL / "rules" / "report.txt"
    shipped = ROOT / "rules" / "report.txt"
    for command in (
        ("explain", "--policy", SMALL, case, "-o", case),
        ("what-if", "--policy", SMALL, case, "--answer", "hopes=x", "-o", case),
        ("screen", "--policy", SMALL, "--audience", "client", "--decision", decision, "-o", decision),
        ("screen", "--policy", SMALL, case, "-o", inside),
        ("screen", case, "-o", shipped),
        ("policy", "list", "rules", "--policy", SMALL, "-o", SMALL / "rules" / "flags.yaml"),
        ("policy", "check", SMALL, "-o", inside),
    ):
        assert call(*command).exit_code == 2, command
    assert not inside.exists()
    assert not shipped.exists()


def test_a_name_with_a_space_that_a_shell_took_apart_is_told_to_need_quotes(cases: Path) -> None:
    result = screening(cases / "my", "case.yaml")
    assert result.exit_code == 66
    assert result.stderr.count("put quotes round a name that has a space in it") == 2
    assert "quotes" not in screening(cases).stderr


def test_a_device_is_written_to_and_not_replaced(cases: Path) -> None:
    result = screening(cases / "against.yaml", "-o", "/dev/full")
    assert result.exit_code == 74
    assert Path("/dev/full").is_char_device()


def test_a_report_in_markdown_is_markdown(cases: Path) -> None:
    assert screening(cases / "against.yaml", "--format", "markdown").stdout.startswith(
        "# Forethought screening report\n"
    )


def test_the_day_of_screening_is_today_unless_it_is_named(cases: Path) -> None:
    result = call("screen", "--policy", SMALL, "--format", "json", "-", stdin="case: K-5\nstage: start\nanswers: {}\n")
    assert json.loads(result.stdout)["screened_on"] == date.today().isoformat()  # noqa: DTZ011


@pytest.mark.parametrize("day", ["22.11.2026", "20261122", "2026-02-30", "2026-W47-7", ""])
def test_a_day_that_does_not_exist_is_wrong_usage(cases: Path, day: str) -> None:
    result = call("screen", "--on", day, cases / "against.yaml")
    assert result.exit_code == 2
    assert "YYYY-MM-DD: 2026-11-22, for example" in " ".join(result.stderr.split())


def test_a_policy_that_is_not_there_is_no_such_input(cases: Path) -> None:
    assert call("screen", "--policy", cases / "nowhere", cases / "against.yaml").exit_code == 66


def test_a_policy_with_an_error_screens_nothing(cases: Path) -> None:
    (cases / "rules").mkdir()
    (cases / "rules" / "policy.yaml").write_text("id: x\nid: y\n")
    result = call("screen", "--policy", cases / "rules", cases / "against.yaml")
    assert result.exit_code == 65
    assert result.stdout == ""
    assert "policy.yaml:2:1: error[" in result.stderr


def test_screening_nothing_is_wrong_usage() -> None:
    result = screening()
    assert result.exit_code == 2
    assert "name a case file" in result.stderr


def test_replay_the_same_case_gives_the_same_bytes(cases: Path) -> None:
    once, again = (screening(cases / "against.yaml", "--format", "json").stdout_bytes for _ in range(2))
    assert once == again


def test_a_case_that_comes_through_a_pipe_is_read_once_also_with_a_file_to_write_to(cases: Path) -> None:
    target = cases / "report.txt"
    screen = f"{sys.executable} -m cli screen --policy {SMALL} --on 2026-11-22 -o {target}"
    command = f"{screen} <(cat {cases / 'against.yaml'})"
    ran = subprocess.run(
        ["/bin/bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert ran.returncode == 0, ran.stderr
    assert "against online delivery" in target.read_text(encoding="utf-8")


def test_files_that_name_themselves_and_each_other_do_not_hold_anybody_up(cases: Path) -> None:
    for name in ("self.yaml", "other.yaml"):
        path = cases / name
        path.write_text("case: K-1\nstage: start\nprogramme: self.yaml\nearlier: other.yaml\nanswers: {}\n", "utf-8")
    ran = process("screen", cases / "self.yaml", "--policy", SMALL, "-o", cases / "report.txt")
    assert ran.returncode == 65
