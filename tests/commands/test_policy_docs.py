"""`policy docs` writes a whole site or nothing, and takes nothing away that it did not write."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.commands.desk import SMALL, call, process
from tests.report.sites import Read, faults

MARKER = "forethought-site.json"
AUTHOR = "Robin Placeholder"
ADDRESS = "robin@example.invalid"
GIT = shutil.which("git")


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """Return a copy of the small policy with its scenarios, in a folder of its own that no repository holds."""
    folder = tmp_path / "programme"
    shutil.copytree(SMALL, folder)
    return folder


def written(out: Path) -> Mapping[str, str]:
    files = (path for path in out.rglob("*.html"))
    return {path.relative_to(out).as_posix(): path.read_text(encoding="utf-8") for path in files}


def everything(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def docs(out: Path, policy: Path, *args: str) -> int:
    return call("policy", "docs", out, "--policy", policy, *args).exit_code


def test_a_whole_site_is_written_and_it_says_how_the_scenarios_went(tmp_path: Path, policy: Path) -> None:
    result = call("policy", "docs", tmp_path / "out", "--policy", policy)
    assert result.exit_code == 0
    assert result.stdout == ""
    pages = written(tmp_path / "out")
    assert faults(pages) == []
    assert f"written: {len(pages)} files" in result.stderr
    rule = Read(pages["rules/device-shared.html"]).text
    assert "When this page was written: 2 passed." in rule
    assert "features/start/devices.feature:8" in rule
    assert "rules/start/devices.yaml:1" in rule
    assert "alone decided the rule" in rule
    assert str(tmp_path) not in "".join(pages.values())


def test_files_can_be_read_by_everybody_and_nothing_is_left_beside_them(tmp_path: Path, policy: Path) -> None:
    old = os.umask(0o077)
    try:
        assert docs(tmp_path / "out", policy) == 0
    finally:
        os.umask(old)
    out = tmp_path / "out"
    assert {path.stat().st_mode & 0o777 for path in out.rglob("*") if path.is_file()} == {0o644}
    assert {path.stat().st_mode & 0o777 for path in (out, *out.rglob("*")) if path.is_dir()} == {0o755}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "programme"]


def test_it_is_written_over_a_site_of_its_own_and_pages_that_are_no_more_are_gone(tmp_path: Path, policy: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    assert docs(out, policy) == 0
    first = everything(out)
    assert docs(out, policy) == 0
    assert everything(out) == first
    rules = policy / "rules" / "rules" / "start" / "devices.yaml"
    rules.write_text(rules.read_text("utf-8").replace("id: not-alone", "id: somebody-near"), encoding="utf-8")
    feature = policy / "features" / "start" / "devices.feature"
    feature.write_text(feature.read_text("utf-8").replace("not-alone", "somebody-near"), encoding="utf-8")
    assert docs(out, policy) == 0
    assert not (out / "rules" / "not-alone.html").exists()
    assert (out / "rules" / "somebody-near.html").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "programme"]


@pytest.mark.parametrize(
    ("put", "named"),
    [
        (lambda out: (out / "my-notes.txt").write_text("mine"), "my-notes.txt"),
        (lambda out: (out / "index.html").write_text("changed by hand"), "index.html"),
        (lambda out: (out / "rules" / "mine").mkdir(), "rules/mine"),
        (lambda out: (out / "link").symlink_to(out.parent / "programme"), "link"),
        (lambda out: (out / MARKER).unlink(), "did not write"),
        (lambda out: (out / MARKER).write_text('{"schema": "forethought.site/1", "files": {"a": 1}}'), "did not write"),
    ],
)
def test_a_folder_with_anything_else_in_it_is_left_as_it_is(
    tmp_path: Path, policy: Path, put: object, named: str
) -> None:
    out = tmp_path / "out"
    assert docs(out, policy, "--no-run") == 0
    assert callable(put)
    put(out)
    before, source = everything(out), everything(policy)
    result = call("policy", "docs", out, "--policy", policy, "--no-run")
    assert result.exit_code == 73
    assert named in result.stderr
    assert "help:" in result.stderr
    assert everything(out) == before
    assert everything(policy) == source


def test_a_folder_of_somebody_elses_a_file_and_a_place_that_is_not_there_are_refused(
    tmp_path: Path, policy: Path
) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "letter.txt").write_text("x")
    (tmp_path / "file").write_text("x")
    for name in ("theirs", "file", "none/there"):
        assert docs(tmp_path / name, policy, "--no-run") == 73
    assert (tmp_path / "theirs" / "letter.txt").read_text() == "x"
    assert (tmp_path / "file").read_text() == "x"
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("where", ["rules/site", "features/site", "rules", "."])
def test_no_site_is_put_among_the_files_of_the_policy(policy: Path, where: str) -> None:
    before = everything(policy)
    result = call("policy", "docs", policy / where, "--policy", policy, "--no-run")
    assert result.exit_code == 2
    assert everything(policy) == before


def test_a_faulty_policy_or_scenario_is_told_with_its_place_and_nothing_is_written(
    tmp_path: Path, policy: Path
) -> None:
    feature = policy / "features" / "start" / "devices.feature"
    feature.write_text(feature.read_text("utf-8").replace("is screened", "is looked at"), encoding="utf-8")
    result = call("policy", "docs", tmp_path / "out", "--policy", policy)
    assert result.exit_code == 65
    assert "devices.feature:13" in result.stderr
    (policy / "rules" / "flags.yaml").write_text("- id: x\n", encoding="utf-8")
    assert docs(tmp_path / "out", policy) == 65
    assert sorted(path.name for path in tmp_path.iterdir()) == ["programme"]


def test_what_cannot_be_written_leaves_the_old_site_and_no_litter(
    tmp_path: Path, policy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    assert docs(out, policy, "--no-run") == 0
    before = everything(out)

    def full(self: Path, mode: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "chmod", full)
    result = call("policy", "docs", out, "--policy", policy, "--no-run")
    assert result.exit_code == 74
    assert "no space left" in result.stderr
    assert everything(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "programme"]


def test_a_scenario_that_fails_is_told_and_shown_and_the_site_is_written(tmp_path: Path, policy: Path) -> None:
    feature = policy / "features" / "start" / "devices.feature"
    wrong = feature.read_text("utf-8").replace("is against online delivery", "is online with conditions")
    feature.write_text(wrong, encoding="utf-8")
    result = call("policy", "docs", tmp_path / "out", "--policy", policy)
    assert result.exit_code == 0
    assert "scenarios that failed: 1" in result.stderr
    page = Read((tmp_path / "out" / "rules" / "device-shared.html").read_text("utf-8")).text
    assert "1 passed, 1 failed" in page
    assert "expected" in page


def test_without_a_run_the_pages_say_so(tmp_path: Path, policy: Path) -> None:
    assert docs(tmp_path / "out", policy, "--no-run") == 0
    page = Read((tmp_path / "out" / "rules" / "device-shared.html").read_text("utf-8")).text
    assert "They were not run" in page
    assert "was not measured" in page


def test_a_policy_without_scenarios_has_a_site_too(tmp_path: Path, policy: Path) -> None:
    shutil.rmtree(policy / "features")
    assert docs(tmp_path / "out", policy) == 0
    assert "has no scenarios" in (tmp_path / "out" / "scenarios.html").read_text("utf-8")


def git(folder: Path, *words: str) -> None:
    done = subprocess.run(
        [GIT or "git", "-c", f"user.name={AUTHOR}", "-c", f"user.email={ADDRESS}", *words],
        cwd=folder,
        env={**os.environ, "GIT_AUTHOR_DATE": "2026-11-20T10:00:00Z", "GIT_COMMITTER_DATE": "2026-11-21T10:00:00Z"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


needs_git = pytest.mark.skipif(GIT is None, reason="git is not installed")


@needs_git
def test_the_history_names_days_summaries_and_entries_and_nobody(tmp_path: Path, policy: Path) -> None:
    git(policy, "init", "--quiet")
    git(policy, "add", ".")
    git(policy, "commit", "--quiet", "-m", "Begin", "-m", f"Co-authored-by: {AUTHOR} <{ADDRESS}>")
    rules = policy / "rules" / "rules" / "start" / "devices.yaml"
    text = rules.read_text("utf-8").replace("Walls are thin.", "Walls are thin, and doors are thinner.")
    rules.write_text(text, encoding="utf-8")
    git(policy, "commit", "--quiet", "-am", f"Say more about doors, as {ADDRESS} asked")
    assert docs(tmp_path / "out", policy, "--no-run") == 0
    pages = written(tmp_path / "out")
    history = Read(pages["history.html"])
    assert "2026-11-20: Say more about doors, as [address] asked rules/start/devices.yaml: not-alone" in history.text
    assert history.text.index("doors") < history.text.index("Begin")
    assert "rules/not-alone.html" in history.links
    assert "Last change 2026-11-20: Say more about doors" in Read(pages["rules/not-alone.html"]).text
    assert "Last change 2026-11-20: Begin" in Read(pages["rules/device-shared.html"]).text
    assert not any(name in page for page in pages.values() for name in (AUTHOR, ADDRESS))


@needs_git
def test_asking_for_the_history_runs_nothing_that_the_repository_names(tmp_path: Path, policy: Path) -> None:
    git(policy, "init", "--quiet")
    (policy / ".gitattributes").write_text("*.yaml diff=entry\n", encoding="utf-8")
    git(policy, "add", ".")
    git(policy, "commit", "--quiet", "-m", "Begin")
    trap = f"touch {tmp_path / 'ran'}"
    for name in ("core.fsmonitor", "diff.external", "diff.entry.textconv", "diff.entry.command", "core.pager"):
        git(policy, "config", name, trap)
    git(policy, "config", "log.showSignature", "true")
    git(policy, "config", "gpg.program", trap)
    (tmp_path / "ran").unlink(missing_ok=True)
    assert docs(tmp_path / "out", policy, "--no-run") == 0
    assert "Begin" in (tmp_path / "out" / "history.html").read_text("utf-8")
    assert not (tmp_path / "ran").exists()


def test_without_a_repository_or_without_git_the_page_says_that_there_is_no_history(
    tmp_path: Path, policy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert docs(tmp_path / "out", policy, "--no-run") == 0
    assert "No history is kept" in (tmp_path / "out" / "history.html").read_text("utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert docs(tmp_path / "out", policy, "--no-run") == 0
    assert "git, which keeps it, is not installed" in (tmp_path / "out" / "history.html").read_text("utf-8")


def test_two_runs_give_the_same_bytes(tmp_path: Path, policy: Path) -> None:
    for number in ("1", "2"):
        done = process("policy", "docs", tmp_path / number, "--policy", policy, env={"PYTHONHASHSEED": number})
        assert done.returncode == 0, done.stderr
    assert everything(tmp_path / "1") == everything(tmp_path / "2")


def test_what_was_written_is_listed_with_the_policy_it_was_written_from(tmp_path: Path, policy: Path) -> None:
    assert docs(tmp_path / "out", policy, "--no-run") == 0
    marker = json.loads((tmp_path / "out" / MARKER).read_text("utf-8"))
    assert marker["schema"] == "forethought.site/1"
    assert marker["policy"]["id"] == "small"
    assert set(marker["files"]) == set(written(tmp_path / "out"))
