"""`forethought policy diff`: two policies, from folders or from git, what differs, which way, and for whom."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from random import Random

import pytest
from click.testing import Result

from engine import api
from engine.testing.generate import Size, random_policy
from engine.testing.write import write_policy
from tests.commands.desk import CANARY, ON, SMALL, call, desk

GOLDEN = Path(__file__).parents[1] / "compare" / "golden"


def _git(folder: Path, *args: str) -> str:
    who = ("-c", "user.name=A. Writer", "-c", "user.email=writer@example.org", "-c", "commit.gpgsign=false")
    command = ["git", *who, *args]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True, text=True)
    return done.stdout


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a git repository with the small policy, tagged v1, and stand in it."""
    folder = tmp_path / "repository"
    shutil.copytree(SMALL, folder)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    _git(folder, "init", "-q", "-b", "main")
    _commit(folder)
    _git(folder, "tag", "v1")
    monkeypatch.chdir(folder)
    return folder


def _commit(folder: Path) -> None:
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "-m", "a change")


def _edit(folder: Path, file: str, wanted: str, other: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert wanted in text
    path.write_text(text.replace(wanted, other), encoding="utf-8")


def _less(folder: Path) -> None:
    _edit(folder, "rules/flags.yaml", "effect: exclude", "effect: caution")


def _diff(*args: str | Path) -> Result:
    return call("policy", "diff", *args)


def _data(*args: str | Path) -> dict[str, object]:
    document: dict[str, object] = json.loads(_diff(*args, "--format", "json").stdout)
    return document


def test_a_policy_is_the_same_as_itself_at_a_revision(here: Path) -> None:
    result = _diff("main", "rules")
    assert result.exit_code == 0
    assert "Nothing was changed." in result.stdout
    assert "old: main:rules" in result.stderr
    assert here.exists()


def test_less_caution_is_exit_1_and_names_the_change_the_stage_and_the_case(here: Path) -> None:
    _less(here)
    result = _diff("main", "rules")
    assert result.exit_code == 1
    assert "Asked for. Before this is used, somebody who did not write it should look at:" in result.stdout
    assert "At the stage start, a case gets a less cautious outcome - from flag" in " ".join(result.stdout.split())
    assert "Scenario: " in result.stdout
    assert _diff("rules", "main").exit_code == 0


def test_other_texts_alone_are_exit_0(here: Path) -> None:
    _edit(here, "rules/questions/start.yaml", "What do you hope to achieve?", "What do you hope for?")
    result = _diff("v1", "rules")
    assert result.exit_code == 0
    assert "Texts: 1 change." in result.stdout
    assert "old: What do you hope to achieve?" in result.stdout


def test_two_revisions_are_compared_and_the_work_tree_is_left_alone(here: Path) -> None:
    _less(here)
    _commit(here)
    _edit(here, "rules/policy.yaml", "version:", "version: broken in the work tree #")
    before = _git(here, "status", "--porcelain"), _git(here, "stash", "list"), _git(here, "rev-parse", "HEAD")
    result = _diff("main~1", "main")
    assert result.exit_code == 1
    assert (_git(here, "status", "--porcelain"), _git(here, "stash", "list"), _git(here, "rev-parse", "HEAD")) == before


def test_nothing_is_left_behind(here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _less(here)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    assert _diff("main", "rules").exit_code == 1
    assert list(temporary.iterdir()) == []


def test_a_revision_is_looked_at_where_the_other_policy_lies(here: Path) -> None:
    _git(here, "mv", "rules", "ours")
    _commit(here)
    result = _diff("main", "ours")
    assert "old: main:ours" in result.stderr
    result = _diff("v1", "ours")
    assert (result.exit_code, "old: v1:rules" in result.stderr) == (0, True)
    result = _diff("v1:rules", "main:ours")
    assert (result.exit_code, "new: main:ours" in result.stderr) == (0, True)


def test_a_revision_is_read_from_a_folder_within_the_repository_too(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "deep" / "down").mkdir(parents=True)
    monkeypatch.chdir(here / "deep")
    assert _diff("main", "../rules").exit_code == 0
    assert "old: main:rules" in _diff("main:../rules", "../rules").stderr


def test_a_policy_at_the_top_of_a_repository_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(SMALL / "rules", tmp_path / "top")
    _git(tmp_path / "top", "init", "-q", "-b", "main")
    _commit(tmp_path / "top")
    monkeypatch.chdir(tmp_path / "top")
    assert _diff("main", ".").exit_code == 0
    assert _diff("main", SMALL).exit_code == 0


def test_a_message_names_the_file_of_a_revision_and_never_a_temporary_folder(here: Path) -> None:
    _edit(here, "rules/flags.yaml", "effect: caution", "effect: cautoin")
    _commit(here)
    result = _diff("main", "v1")
    assert result.exit_code == 65
    assert "main:rules/flags.yaml:8:11: error[" in result.stderr
    assert tempfile.gettempdir() not in result.output


@pytest.mark.parametrize(
    ("named", "slug"),
    [
        ("nonsense", "no-such-version"),
        ("main~40", "no-such-version"),
        ("main..v1", "no-such-version"),
        (":rules", "no-such-version"),
        ("", "no-such-version"),
        ("main:features", "no-policy"),
        ("rules/policy.yaml", "no-such-version"),
        ("--upload-pack=x", "usage"),
    ],
)
def test_what_is_neither_a_folder_nor_a_revision_is_said_to_be_that(here: Path, named: str, slug: str) -> None:
    result = _diff(named, here / "rules")
    assert result.exit_code == (2 if slug == "usage" else 66)
    assert f"error[{slug}]" in result.stderr


def test_a_name_that_is_a_folder_and_a_revision_is_ambiguous(here: Path) -> None:
    _git(here, "branch", "rules")
    result = _diff("rules", "main")
    assert result.exit_code == 66
    assert "error[ambiguous-version]" in result.stderr
    assert _diff("./rules", "main").exit_code == 0
    assert _diff("rules:rules", "main").exit_code == 0


def test_outside_a_repository_only_folders_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    result = _diff("main", SMALL)
    assert (result.exit_code, "error[no-repository]" in result.stderr) == (66, True)
    assert _diff(SMALL, SMALL).exit_code == 0


def test_without_git_folders_can_be_compared_and_a_revision_needs_it(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(here / "nowhere"))
    result = _diff("main", "rules")
    assert (result.exit_code, "error[git-missing]" in result.stderr) == (69, True)
    assert _diff("rules", SMALL).exit_code == 0


def test_a_link_at_a_revision_is_refused(here: Path) -> None:
    (here / "rules" / "flags").mkdir()
    (here / "rules" / "flags" / "more.yaml").symlink_to("/etc/hostname")
    _commit(here)
    result = _diff("main", "v1")
    assert (result.exit_code, "error[not-a-file]" in result.stderr) == (65, True)
    assert "main:rules/flags/more.yaml" in result.stderr


def test_a_scenario_that_is_shown_can_be_pasted_and_passes(here: Path) -> None:
    _less(here)
    document = _data("main", "rules")
    scenarios = [witness["scenario"] for stage in document["stages"] for witness in stage["witnesses"]]  # type: ignore[attr-defined]
    assert scenarios
    pasted = here / "pasted.feature"
    pasted.write_text("Feature: Pasted\n\n" + "\n".join(scenarios), encoding="utf-8")
    assert call("policy", "test", pasted, "--policy", here / "rules").exit_code == 0


def test_real_cases_are_shown_before_and_after_without_what_was_said_in_them(here: Path, tmp_path: Path) -> None:
    _less(here)
    (here / "rules" / "invariants.yaml").unlink()
    cases = tmp_path / "cases"
    cases.mkdir()
    desk(cases)
    (cases / "wrong.yaml").unlink()
    result = _diff("main", "rules", "--cases", cases, "--on", ON)
    assert result.exit_code == 1
    text = " ".join(result.stdout.split())
    assert "3 cases compared" in text
    assert "K-1 at the stage start" in text
    assert "Old: against online delivery" in text
    assert "Left out, being no cases:" in text
    assert CANARY not in result.output
    document = _data("main", "rules", "--cases", cases, "--on", ON)
    told = document["cases"]
    assert isinstance(told, dict)
    assert told["compared"] == told["unchanged"] + told["outcome_changed"] + told["otherwise_changed"] == 3
    assert told["less_cautious"] >= 1


def test_a_case_that_cannot_be_read_is_listed_and_exit_65_at_the_end(here: Path, tmp_path: Path) -> None:
    desk(tmp_path)
    result = _diff("main", "rules", "--cases", tmp_path / "wrong.yaml", "--cases", tmp_path / "against.yaml")
    assert result.exit_code == 65
    assert "1 case compared" in result.stdout
    assert "wrong.yaml, under either policy" in " ".join(result.stdout.split())
    assert CANARY not in result.output


def test_a_case_for_which_the_new_policy_breaks_its_own_promise_is_listed(here: Path, tmp_path: Path) -> None:
    _less(here)
    desk(tmp_path)
    result = _diff("main", "rules", "--cases", tmp_path / "against.yaml", "--on", ON)
    assert result.exit_code == 65
    assert "against.yaml, under the new policy - invariant-broken" in " ".join(result.stdout.split())


def test_a_case_that_only_the_old_policy_can_read_is_listed_with_that(here: Path, tmp_path: Path) -> None:
    _edit(here, "rules/questions/start.yaml", "[nothing, accounts, device]", "[none, accounts, device]")
    desk(tmp_path)
    result = _diff("main", "rules", "--cases", tmp_path / "against.yaml", "--format", "json")
    assert result.exit_code == 65
    (unread,) = json.loads(result.stdout)["cases"]["unread"]
    assert unread["under"] == ["new"]


def test_what_lies_in_a_folder_of_cases_and_is_not_opened_is_listed(here: Path, tmp_path: Path) -> None:
    cases, elsewhere = tmp_path / "cases", tmp_path / "elsewhere"
    for folder in (cases, elsewhere, cases / ".kept"):
        folder.mkdir()
    desk(elsewhere)
    shutil.copy(elsewhere / "against.yaml", cases / "against.yaml")
    shutil.copy(elsewhere / "against.yaml", cases / ".hidden.yaml")
    (cases / "notes.txt").write_text("no case", encoding="utf-8")
    args = ("main", "rules", "--cases", cases, "--on", ON)
    # What is hidden is listed and is not taken for a case that was meant.
    hidden = _diff(*args)
    assert (hidden.exit_code, "2 not looked at" in " ".join(hidden.stdout.split())) == (0, True)
    assert "notes.txt" not in hidden.stdout
    (cases / "broken.yaml").symlink_to(tmp_path / "nowhere.yaml")
    (cases / "linked").symlink_to(elsewhere)
    os.mkfifo(cases / "pipe.yaml")
    assert _diff(*args).exit_code == 65
    listed = json.loads(_diff(*args, "--format", "json").stdout)["cases"]
    assert listed["compared"] == 1
    found = {Path(one["file"]).name: one["open"] for one in listed["not_looked_at"]}
    assert found == {".hidden.yaml": False, ".kept": False, "broken.yaml": True, "linked": True, "pipe.yaml": True}
    for name in ("broken.yaml", "linked", "pipe.yaml"):
        assert _diff(*args).exit_code == 65
        (cases / name).unlink()
    assert _diff(*args).exit_code == 0


def test_many_cases_are_summarised_before_they_are_told_one_by_one(here: Path, tmp_path: Path) -> None:
    _less(here)
    (here / "rules" / "invariants.yaml").unlink()
    desk(tmp_path)
    cases = tmp_path / "cases"
    cases.mkdir()
    for number in range(30):
        text = (tmp_path / "against.yaml").read_text(encoding="utf-8").replace("case: K-1", f"case: K-{number:02}")
        (cases / f"{number}.yaml").write_text(text, encoding="utf-8")
    text = " ".join(_diff("main", "rules", "--cases", cases, "--on", ON).stdout.split())
    group = "start: against online delivery -> online with conditions (less cautious): 30 cases, K-00, K-01"
    assert text.index(group) < text.index("K-00 at the stage start")
    assert text.count("at the stage start (") == 20
    assert "And 10 more; --format json lists every one." in text


def test_a_revision_whose_name_begins_with_a_dash_is_never_taken_for_one(here: Path) -> None:
    _git(here, "update-ref", "refs/heads/-x", "HEAD")
    result = _diff("--", "-x", "rules")
    assert (result.exit_code, "error[no-such-version]" in result.stderr) == (66, True)
    assert _diff("refs/heads/-x", "rules").exit_code == 0


def test_a_stage_that_is_gone_is_exit_1(here: Path) -> None:
    for word in ("device-shared", "not-alone", "call-back-when-overheard"):
        _edit(here, "rules/rules/start/devices.yaml", f"- id: {word}\n", f"- id: {word}\n  also_at: [during]\n")
    _edit(here, "rules/policy.yaml", "review: {start: 4 weeks}", "review: {start: 4 weeks, during: 4 weeks}")
    _edit(here, "rules/policy.yaml", '{start: ["In person."]}', '{start: ["In person."], during: ["In person."]}')
    result = _diff("rules", "main")
    assert result.exit_code == 1
    assert "Less cautious: during." in result.stdout
    assert "no case is screened any more" in " ".join(result.stdout.split())


def test_outcomes_and_conditions_are_told_apart_in_short(here: Path) -> None:
    _less(here)
    _edit(here, "rules/policy.yaml", "base_safeguards: [alone-check]", "base_safeguards: [alone-check, own-device]")
    text = " ".join(_diff("main", "rules").stdout.split())
    assert "Some cases less cautious in outcomes, others more cautious in conditions: start." in text


def test_a_decision_that_is_named_as_a_case_is_not_passed_over(here: Path, tmp_path: Path) -> None:
    desk(tmp_path)
    result = _diff("main", "rules", "--cases", tmp_path / "decision.yaml")
    assert (result.exit_code, "a-decision" in result.stdout) == (65, True)


def test_cases_that_are_not_there_are_no_such_input(here: Path, tmp_path: Path) -> None:
    assert _diff("main", "rules", "--cases", tmp_path / "nowhere").exit_code == 66
    (tmp_path / "empty").mkdir()
    assert _diff("main", "rules", "--cases", tmp_path / "empty").exit_code == 66


def test_the_same_policies_give_the_same_bytes(here: Path) -> None:
    _less(here)
    args = ("main", "rules", "--format", "json")
    first = _diff(*args).stdout
    assert first == _diff(*args).stdout
    assert json.loads(first)["schema"] == "forethought.policy-difference/1"


def test_it_is_written_to_a_file_and_never_over_the_policy(here: Path, tmp_path: Path) -> None:
    target = tmp_path / "difference.txt"
    assert _diff("main", "rules", "-o", target).exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("What differs between two policies")
    assert _diff("main", "rules", "-o", "rules/flags.yaml").exit_code == 2


def test_any_two_policies_can_be_told_apart_in_words(tmp_path: Path) -> None:
    for seed in range(6):
        rng = Random(seed)
        size = Size(questions=4, flags=3, rules=5, safeguards=3, depth=2)
        old, new = (write_policy(random_policy(rng, size), tmp_path / f"{seed}-{which}") for which in ("old", "new"))
        result = _diff(old, new)
        assert result.exit_code in {0, 1}, result.output
        assert ("Not asked for" in result.stdout) == (result.exit_code == 0)


@pytest.mark.parametrize("name", ["less-cautious", "words-only"])
def test_the_report_reads_as_it_was_approved(here: Path, name: str) -> None:
    if name == "less-cautious":
        _less(here)
        _edit(here, "rules/questions/start.yaml", "[nothing, accounts, device]", "[nothing, unsure, accounts, device]")
    _edit(here, "rules/questions/start.yaml", "What do you hope to achieve?", "What do you hope for?")
    result = _diff("v1", "rules")
    assert result.exit_code == (1 if name == "less-cautious" else 0)
    text = result.stdout
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("FORETHOUGHT_REGENERATE"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_the_shipped_policy_is_compared_in_seconds_and_is_itself() -> None:
    folder = api.default_policy_dir()
    assert _diff(folder, folder).exit_code == 0
