"""`forethought policy check`: findings, how they are accepted, and how each is explained."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from engine.loading.advice.slugs import FINDINGS
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
    assert "1 more is accepted in policy.yaml (--all gives the reasons)\n" in result.stdout
    in_full = call("policy", "check", policy, "--on", ON, "--all").stdout
    assert "accepted[source-never-cited]: no question and no rule cites `handbook`\n" in in_full
    assert "  reason: The rules that rest on it come with the next version.\n" in in_full
    assert "  by: intake lead, until 2027-06-30\n" in in_full


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
    assert set(found) == {"schema", "problems", "findings", "notes", "accepted"}
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
