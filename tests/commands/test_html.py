"""`--format html`: one document for one case, and a page in its place when there can be no report."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.commands.desk import CANARY, ON, SMALL, call, screening


@pytest.mark.parametrize("kind", ["against", "undetermined", "conditional"])
def test_a_report_is_written_as_one_html_document(cases: Path, tmp_path: Path, kind: str) -> None:
    target = tmp_path / "report.html"
    result = screening(cases / f"{kind}.yaml", "--format", "html", "-o", target)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    document = target.read_text(encoding="utf-8")
    assert document.startswith("<!DOCTYPE html>\n")
    assert document.endswith("</html>\n")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_several_reports_are_not_made_into_one_document(cases: Path) -> None:
    result = screening(cases / "against.yaml", cases / "conditional.yaml", "--format", "html")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "one case at a time" in result.stderr


def test_a_case_that_cannot_be_read_leaves_a_page_that_says_so(cases: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("the report of another day", encoding="utf-8")
    result = screening(cases / "wrong.yaml", "--format", "html", "-o", target)
    assert result.exit_code == 65
    document = target.read_text(encoding="utf-8")
    assert "Treat it as not online for now" in document
    assert "another day" not in document
    assert CANARY not in document


@pytest.mark.parametrize("command", ["explain", "what-if"])
def test_an_explanation_and_a_what_if_are_written_as_html_too(cases: Path, command: str) -> None:
    more = ["--answer", "shares-with-partner=nothing@partner-support"] if command == "what-if" else []
    result = call(command, cases / "against.yaml", "--policy", SMALL, "--on", ON, *more, "--format", "html")
    assert result.exit_code == 0
    assert result.stdout.startswith("<!DOCTYPE html>\n")


def test_the_copy_for_the_client_is_written_as_html_from_the_decision_alone(cases: Path) -> None:
    decision = cases / "decision.yaml"
    result = call("screen", "--policy", SMALL, "--audience", "client", "--decision", decision, "--format", "html")
    assert result.exit_code == 0
    assert result.stdout.startswith("<!DOCTYPE html>\n")
    assert CANARY not in result.stdout
