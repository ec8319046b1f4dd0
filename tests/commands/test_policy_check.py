"""`forethought policy check`: findings, how they are accepted, and how each is explained."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from engine.loading.advice.slugs import FINDINGS
from engine.scenarios import covered
from engine.scenarios.covered import available
from tests.commands.desk import SMALL, call, process

ON = "2026-11-22"
UNCITED = """
- key: handbook
  title: Handbook
  publisher: The programme
  year: "2026"
  kind: guidance
"""
ACCEPTED = """
accepted:
  - finding: source-never-cited
    about: handbook
    reason: The rules that rest on it come with the next version.
    by: intake lead
    until: 2027-06-30
"""


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """Return a copy of the small policy, with a source that nothing cites."""
    copy = Path(shutil.copytree(SMALL, tmp_path / "small"))
    add(copy, "sources.yaml", UNCITED)
    return copy


def add(policy: Path, name: str, text: str) -> None:
    path = policy / "rules" / name
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_finding_leaves_with_one_and_stops_nothing(policy: Path) -> None:
    result = call("policy", "check", policy, "--on", ON)
    assert result.exit_code == 1
    assert "sources.yaml:" in result.stdout
    assert "finding[source-never-cited]: no question and no rule cites `handbook`" in result.stdout
    assert "  help: cite it under `source:`" in result.stdout
    assert "the policy can be used; 1 finding has to be mended, or accepted" in result.stderr
    assert process("policy", "test", policy).returncode == 0


def test_what_is_accepted_is_counted_and_listed_with_its_reason_on_demand(policy: Path) -> None:
    add(policy, "policy.yaml", ACCEPTED)
    result = call("policy", "check", policy, "--on", ON)
    assert result.exit_code == 0
    assert "finding[" not in result.stdout
    assert "1 finding is accepted in policy.yaml (--all gives the reasons)\n" in result.stdout
    in_full = call("policy", "check", policy, "--on", ON, "--all").stdout
    assert "accepted[source-never-cited]: no question and no rule cites `handbook`\n" in in_full
    assert "  reason: The rules that rest on it come with the next version.\n" in in_full
    assert "  by: intake lead, until 2027-06-30\n" in in_full


def test_findings_are_counted_and_not_acceptances(policy: Path) -> None:
    flags = policy / "rules" / "flags.yaml"
    text = flags.read_text(encoding="utf-8")
    name = text.partition("id: ")[2].partition("\n")[0]
    said = "It is safe. It is safe. It is suitable."
    flags.write_text(re.sub(r"(?m)^  meaning: .*(\n    .*)*$", f"  meaning: {said}", text, count=1), encoding="utf-8")
    reason = "\n    reason: The law says it so.\n    by: lead\n    until: 2027-06-30\n"
    named = f"  - finding: text-calls-safe\n    about: {name}\n    words: "
    accepted = ACCEPTED + named + "It is safe." + reason + named + "It is suitable." + reason
    add(policy, "policy.yaml", accepted)
    result = call("policy", "check", policy, "--on", ON)
    assert "\n3 findings are accepted in policy.yaml" in result.stdout, result.stdout
    found = json.loads(call("policy", "check", policy, "--on", ON, "--format", "json").stdout)
    assert [each.get("words") for each in found["accepted"]] == [None, "It is safe.", "It is suitable."]
    add(
        policy, "policy.yaml", named.replace("text-calls-safe", "answers-alike").partition("words")[0].rstrip() + reason
    )
    assert "3 findings are" in call("policy", "check", policy, "--on", ON).stdout


def test_notes_that_are_accepted_are_counted_apart(policy: Path) -> None:
    found = json.loads(call("policy", "check", policy, "--on", ON, "--format", "json").stdout)
    notes = [note for note in found["notes"] if note["slug"] == "answers-alike"]
    alike = re.findall(r"`([a-z-]+)` apart", " ".join(note["message"] for note in notes))[0]
    more = f"  - finding: answers-alike\n    about: {alike}\n    reason: So.\n    by: lead\n    until: 2027-06-30\n"
    add(policy, "policy.yaml", ACCEPTED + more)
    result = call("policy", "check", policy, "--on", ON)
    assert "1 finding and 1 note are accepted in policy.yaml" in result.stdout


def test_the_day_decides_whether_an_acceptance_still_holds(policy: Path) -> None:
    add(policy, "policy.yaml", ACCEPTED)
    assert call("policy", "check", policy, "--on", "2027-06-30").exit_code == 0
    result = call("policy", "check", policy, "--on", "2027-07-01")
    assert result.exit_code == 1
    assert "finding[acceptance-expired]" in result.stdout
    assert "finding[source-never-cited]" in result.stdout


def test_an_error_comes_before_every_finding_and_is_never_accepted(policy: Path) -> None:
    add(policy, "policy.yaml", ACCEPTED.replace("source-never-cited", "unknown-effect").replace("handbook", "alone"))
    flags = policy / "rules" / "flags.yaml"
    flags.write_text(flags.read_text(encoding="utf-8").replace("effect: caution", "effect: cautoin"), encoding="utf-8")
    result = call("policy", "check", policy, "--on", ON)
    assert result.exit_code == 65
    assert "error[unknown-effect]" in result.stdout
    assert "finding[" not in result.stdout


def test_everything_is_data_too(policy: Path) -> None:
    found = json.loads(call("policy", "check", policy, "--on", ON, "--format", "json").stdout)
    assert set(found) == {"schema", "problems", "findings", "notes", "accepted", "not_looked_for"}
    (finding,) = found["findings"]
    assert (finding["slug"], finding["about"]) == ("source-never-cited", "handbook")
    assert {"file", "line", "column", "message", "help"} <= set(finding)
    add(policy, "policy.yaml", ACCEPTED)
    found = json.loads(call("policy", "check", policy, "--on", ON, "--format", "json").stdout)
    assert found["findings"] == []
    assert [(each["finding"], each["about"], each["until"]) for each in found["accepted"]] == [
        ("source-never-cited", "handbook", "2027-06-30")
    ]
    assert found["accepted"][0]["findings"][0]["slug"] == "source-never-cited"


def test_a_folder_of_scenarios_alone_is_not_asked_to_answer_for_its_policy(policy: Path) -> None:
    result = call("policy", "check", policy / "features", "--policy", policy, "--on", ON)
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.skipif(not available(), reason="needs the solver")
def test_rules_that_can_be_left_out_are_looked_for_unless_told_otherwise(policy: Path) -> None:
    rules = policy / "rules" / "rules" / "start" / "devices.yaml"
    text = rules.read_text(encoding="utf-8")
    first = text.split("\n- id: ")[0]
    name = first.partition("id: ")[2].partition("\n")[0]
    rules.write_text(f"{text.rstrip()}\n\n{first.lstrip().replace(name, 'once-more')}\n", encoding="utf-8")
    feature = policy / "features" / "start" / "devices.feature"
    feature.write_text(
        feature.read_text(encoding="utf-8").replace(f"@rule:{name}", f"@rule:{name} @rule:once-more"), encoding="utf-8"
    )
    result = call("policy", "check", policy, "--on", ON)
    assert "finding[rule-covered]" in result.stdout, result.stdout
    assert "finding[rule-covered]" not in call("policy", "check", policy, "--on", ON, "--no-proof").stdout


def test_what_was_not_looked_for_is_said(policy: Path) -> None:
    add(policy, "policy.yaml", ACCEPTED)
    result = call("policy", "check", policy, "--on", ON, "--no-proof")
    assert result.exit_code == 0
    assert "rules that never apply, always apply or can be left out were not looked for: --no-proof" in result.stderr
    assert "nothing is wrong in what was looked for" in result.stderr
    found = json.loads(call("policy", "check", policy, "--on", ON, "--no-proof", "--format", "json").stdout)
    assert found["not_looked_for"] == [
        {"finding": slug, "about": None, "why": "no-proof"}
        for slug in ("rule-always-true", "rule-covered", "rule-never-true")
    ]


@pytest.mark.skipif(not available(), reason="needs the solver")
def test_a_search_that_ran_out_of_time_is_said(policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert json.loads(call("policy", "check", policy, "--on", ON, "--format", "json").stdout)["not_looked_for"] == []
    monkeypatch.setattr(covered, "_SECONDS", 0.0)
    left = json.loads(call("policy", "check", policy, "--on", ON, "--format", "json").stdout)["not_looked_for"]
    assert {each["why"] for each in left} == {"out-of-time"}
    assert {each["finding"] for each in left} <= {"rule-always-true", "rule-covered", "rule-never-true"}
    rule = left[0]["about"]
    shown = call("policy", "check", policy, "--on", ON).stderr
    assert f"`{left[0]['finding']}` about `{rule}`" in shown
    assert "the time for the search was up" in shown


def test_without_the_solver_it_is_said_what_was_not_looked_for(policy: Path, tmp_path: Path) -> None:
    """A folder before all others hides the solver from a process of its own, as if it were not installed."""
    hidden = tmp_path / "sitecustomize.py"
    hidden.write_text(
        "import importlib.util as u\nfound = u.find_spec\n"
        "u.find_spec = lambda name, package=None: None if name == 'pysat' else found(name, package)\n",
        encoding="utf-8",
    )
    result = process("policy", "check", policy, "--on", ON, env={"PYTHONPATH": str(tmp_path)})
    assert result.returncode == 1
    assert (
        b"were not looked for: this needs the part `assurance`: pip install 'forethought[assurance]'" in result.stderr
    )


def test_a_word_is_explained_by_its_page() -> None:
    result = call("policy", "check", "--explain", "rule-covered")
    assert result.exit_code == 0
    assert result.stdout.startswith("# rule-covered\n")
    assert "```yaml" in result.stdout
    assert result.stderr == ""


def test_a_word_that_there_is_not_is_no_input() -> None:
    result = call("policy", "check", "--explain", "rule-covert")
    assert result.exit_code == 66
    assert "did you mean `rule-covered`?" in result.stderr


def test_the_shipped_policy_answers_for_everything() -> None:
    result = call("policy", "check", "--on", ON)
    assert result.exit_code == 0
    assert not any(f"finding[{slug}]" in result.stdout for slug in FINDINGS)
    assert "nothing is wrong" in result.stderr
