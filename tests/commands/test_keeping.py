"""Which commands take a checked policy from an earlier run, and where the environment says that it is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine.commands.keeping import kept_policies
from engine.loading import load_policy
from engine.loading.folder import read_folder
from engine.loading.kept import naming, shelf
from engine.loading.kept.shapes import text_of
from tests.commands.desk import CANARY, ON, SMALL, call, process, screening

RULES = SMALL / "rules"
MARK = "Taken from what is kept"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a marked policy where the small one is kept, and return the folder."""
    folder = tmp_path / "kept"
    policy = load_policy(RULES)
    marked = replace(policy, flags={name: replace(flag, title=MARK) for name, flag in policy.flags.items()})
    name = naming.name_of(read_folder(RULES), None)
    assert name is not None
    shelf.put(folder, name, text_of(marked))
    monkeypatch.setenv("FORETHOUGHT_CACHE", str(folder))
    return folder


def test_a_command_about_a_case_takes_a_policy_that_an_earlier_run_checked(cases: Path, kept: Path) -> None:
    case = cases / "against.yaml"
    assert MARK in screening(case).stdout
    assert MARK in call("explain", "--policy", SMALL, "--on", ON, case).stdout
    conditional = cases / "conditional.yaml"
    what_if = call(
        "what-if", "--policy", SMALL, "--on", ON, conditional, "--answer", "shares-with-partner=device@police"
    )
    assert MARK in what_if.stdout


@pytest.mark.parametrize("words", [["list", "flags"], ["list", "rules"], ["check"], ["docs", "site", "--no-run"]])
def test_a_command_about_a_policy_reads_its_files(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    command, *more = words
    found = call("policy", command, *([SMALL] if command == "check" else ["--policy", SMALL]), *more)
    assert found.exit_code in {0, 1}, found.output
    made = [path.read_text(encoding="utf-8") for path in tmp_path.glob("site/**/*.html")]
    assert MARK not in "".join([found.output, *made])


def test_a_report_is_the_same_byte_for_byte_from_what_is_kept(cases: Path, tmp_path: Path) -> None:
    where = {"FORETHOUGHT_CACHE": str(tmp_path / "kept")}
    case: list[str | Path] = ["screen", "--policy", SMALL, "--on", ON, "--format", "json", cases / "undetermined.yaml"]
    first, second, without = (process(*case, env=env) for env in (where, where, {"FORETHOUGHT_CACHE": "off"}))
    assert [*(tmp_path / "kept").iterdir()]
    assert first.stdout == second.stdout == without.stdout != b""
    assert first.stderr == second.stderr == without.stderr


def test_nothing_of_a_case_is_ever_kept(cases: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    every = [str(case) for case in cases.glob("*.yaml")]
    done = process("screen", "--policy", SMALL, "--on", ON, *every, env={"FORETHOUGHT_CACHE": str(kept)})
    assert CANARY.encode() in done.stdout
    (entry,) = kept.iterdir()
    for said in (CANARY, "K-1", "family tablet", "A. Practitioner", str(cases)):
        assert said.encode() not in entry.read_bytes()


def test_a_folder_that_cannot_be_made_is_passed_over_without_a_word(cases: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    env = {"FORETHOUGHT_CACHE": str(tmp_path / "file" / "kept")}
    done = process("screen", "--policy", SMALL, "--on", ON, cases / "against.yaml", env=env)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"FORETHOUGHT_CACHE": "/own/folder", "XDG_CACHE_HOME": "/c", "HOME": "/home/a"}, "/own/folder"),
        ({"XDG_CACHE_HOME": "/c", "HOME": "/home/a"}, "/c/forethought"),
        ({"FORETHOUGHT_CACHE": "", "HOME": "/home/a"}, "/home/a/.cache/forethought"),
        ({"XDG_CACHE_HOME": "c", "HOME": "/home/a"}, "/home/a/.cache/forethought"),
        ({"FORETHOUGHT_CACHE": "off", "HOME": "/home/a"}, None),
        ({"FORETHOUGHT_CACHE": "kept/here", "HOME": "/home/a"}, None),
        ({"HOME": "not/absolute"}, None),
    ],
)
def test_the_environment_says_where(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str | None
) -> None:
    for name in ("FORETHOUGHT_CACHE", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert kept_policies() == (Path(expected) if expected is not None else None)


def test_no_test_keeps_anything_where_the_person_at_this_machine_does() -> None:
    assert kept_policies() is None
