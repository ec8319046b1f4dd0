"""`--lang`, and what `policy check` notes about texts that are not translated."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.commands.desk import ROOT, SMALL, call

AGAINST = ROOT / "examples" / "start" / "against.yaml"
DAY = ("--on", "2026-11-22")


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """Return a copy of the small policy, said to be in English and German, of which nothing is translated."""
    folder = Path(shutil.copytree(SMALL, tmp_path / "small"))
    header = folder / "rules" / "policy.yaml"
    header.write_text(header.read_text(encoding="utf-8").replace("languages: [en]", "languages: [en, de]"))
    return folder


@pytest.mark.parametrize(
    "command",
    [
        ("screen", AGAINST, *DAY),
        ("explain", AGAINST, "shared-device", *DAY),
        ("what-if", AGAINST, "--answer", "shares-with-partner=nothing@partner-support", *DAY),
        ("policy", "list", "flags"),
    ],
    ids=["screen", "explain", "what-if", "policy list"],
)
def test_every_report_can_be_had_in_german(command: tuple[str | Path, ...]) -> None:
    english, german = call(*command), call(*command, "--lang", "de")
    assert (english.exit_code, german.exit_code) == (0, 0)
    assert "A device shared with the (ex-)partner" in english.stdout
    assert "Ein mit der (Ex-)Partnerin geteiltes Gerät" in german.stdout
    assert "A device shared with the (ex-)partner" not in german.stdout
    assert german.stderr == "Hinweis: Was das Regelwerk nicht auf de enthält, steht auf en\n"


def test_the_language_stands_in_the_json_and_changes_nothing_that_is_recommended() -> None:
    english, german = (
        json.loads(call("screen", AGAINST, *DAY, "--format", "json", "--lang", language).stdout)
        for language in ("en", "de")
    )
    assert (english["language"], german["language"]) == ("en", "de")
    for key in ("outcome", "policy", "screened_on", "smallest_sets", "made_no_difference"):
        assert english[key] == german[key]
    assert [flag["id"] for flag in english["flags"]] == [flag["id"] for flag in german["flags"]]


def test_a_language_that_nobody_has_is_wrong_usage() -> None:
    result = call("policy", "list", "flags", "--lang", "tlh")
    assert result.exit_code == 2
    assert "expected one of: en, de." in result.stderr


def test_a_policy_without_the_language_is_told_in_its_own_and_a_note_says_so() -> None:
    result = call("policy", "list", "flags", "--policy", SMALL, "--lang", "de")
    assert result.exit_code == 0
    assert "note:" in result.stderr.lower() or "hinweis:" in result.stderr.lower()


def test_texts_that_are_not_translated_are_noted_by_file_and_are_nothing_wrong(policy: Path) -> None:
    result = call("policy", "check", policy)
    assert result.exit_code == 0
    assert "nothing is wrong" in result.stderr
    lines = [line for line in result.stdout.splitlines() if "flags.yaml" in line]
    assert len(lines) == 1
    assert "note[untranslated]" in lines[0]
    assert "is not given in de; so are" in lines[0]


def test_every_text_that_is_not_translated_is_listed_on_request(policy: Path) -> None:
    brief, everything = call("policy", "check", policy), call("policy", "check", policy, "--all")
    assert everything.exit_code == 0
    assert len(everything.stdout.splitlines()) > 3 * len(brief.stdout.splitlines())


def test_notes_are_data_too(policy: Path) -> None:
    document = json.loads(call("policy", "check", policy, "--format", "json").stdout)
    assert document["problems"] == []
    assert document["notes"][0]["slug"] == "untranslated"
    assert document["notes"][0]["line"] > 0
