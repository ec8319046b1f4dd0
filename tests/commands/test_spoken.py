"""What a command prints beside a report is in the language of the report, and warns of wording nobody has reviewed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands.desk import SMALL, call

NOTE = "translation_notes: {de: Von niemandem gelesen.}"


@pytest.fixture
def german(tmp_path: Path) -> tuple[str | Path, ...]:
    """Return the options that ask for the small policy in German, with a note on its translation."""
    folder = Path(shutil.copytree(SMALL, tmp_path / "small"))
    header = folder / "rules" / "policy.yaml"
    text = header.read_text(encoding="utf-8").replace("languages: [en]", f"languages: [en, de]\n{NOTE}")
    header.write_text(text, encoding="utf-8")
    return "--policy", folder, "--lang", "de"


def test_whoever_hands_over_a_german_copy_is_told_that_its_wording_is_a_draft(
    cases: Path, german: tuple[str | Path, ...]
) -> None:
    result = call("screen", *german, "--audience", "client", "--decision", cases / "decision.yaml")
    assert result.exit_code == 0
    assert "Ihre Sitzungen finden nicht online statt." in result.stdout
    assert "Entwurf" not in result.stdout
    assert "ein maschinell erstellter Entwurf. Lesen Sie ihn ganz, bevor er hinausgeht." in result.stderr
    assert "Von niemandem gelesen." in result.stderr


def test_a_german_report_says_at_its_very_top_that_its_wording_is_a_draft(
    cases: Path, german: tuple[str | Path, ...]
) -> None:
    title, _, *rest = call("screen", *german, cases / "against.yaml").stdout.splitlines()
    assert title == "Forethought-Prüfbericht"
    opening = " ".join(rest).split("Nur für die Fachkraft.")[0]
    assert "Maschinell erstellter Entwurf" in opening
    assert "Zu den Texten des Regelwerks selbst: Von niemandem gelesen." in opening


def test_what_stands_between_and_in_place_of_reports_is_german_too(cases: Path, german: tuple[str | Path, ...]) -> None:
    result = call("screen", *german, cases / "against.yaml", cases / "wrong.yaml")
    assert "Ende des Berichts zum Fall K-1." in result.stdout
    assert "Kein Bericht\n\nEin Fall konnte nicht geprüft werden" in result.stdout
    assert "Für ihn gilt: vorerst nicht online." in result.stdout
