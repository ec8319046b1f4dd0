"""`forethought policy coverage`: what people and other systems read, and how the command ends.

After a change of wording: `FORETHOUGHT_REGENERATE=1 pytest tests/commands/test_policy_coverage.py`, then read what
changed as its reader would.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest

from engine import proof
from tests.commands.desk import SMALL, call

GOLDEN = Path(__file__).parent / "coverage"
HOSTILE = "# </code></style><script>alert(1)</script> <img src=x onerror=alert(2)> {{ 7*7 }}\n"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a desk on which lies a copy of the small policy; everything is named from there."""
    shutil.copytree(SMALL, tmp_path / "small")
    monkeypatch.chdir(tmp_path)
    return Path("small")


@pytest.mark.parametrize(
    ("name", "options"), [("small.txt", ()), ("small.json", ("--format", "json")), ("missing.feature", ("--suggest",))]
)
def test_it_reads_as_agreed(small: Path, name: str, options: tuple[str, ...]) -> None:
    if name == "small.json" and not proof.available():
        pytest.skip("it says whether there was a solver, and here is none: the part `assurance` is missing")
    result = call("policy", "coverage", small, *options)
    assert result.exit_code == 0
    if os.environ.get("FORETHOUGHT_REGENERATE"):
        (GOLDEN / name).write_text(result.stdout, encoding="utf-8")
    assert result.stdout == (GOLDEN / name).read_text(encoding="utf-8")


def test_what_is_suggested_passes_and_then_nothing_is_missing(small: Path) -> None:
    feature = small / "features" / "start" / "missing.feature"
    feature.write_text(call("policy", "coverage", small, "--suggest").stdout, encoding="utf-8")
    assert call("policy", "check", small).exit_code == 0
    again = call("policy", "coverage", small, "--suggest", "--fail-under", "100")
    assert again.exit_code == 0
    assert again.stdout == ""
    assert "no scenario is missing" in again.stderr


def test_less_than_is_asked_for_is_a_finding(small: Path) -> None:
    assert call("policy", "coverage", small, "--fail-under", "66.6").exit_code == 0
    result = call("policy", "coverage", small, "--fail-under", "66.7")
    assert result.exit_code == 1
    assert "66.6 % seen, less than the 66.7 %" in result.stderr
    assert call("policy", "coverage", small, "--fail-under", "101").exit_code == 2


def test_it_can_be_limited_to_some_rules_and_says_so(small: Path) -> None:
    told = call("policy", "coverage", small, "--rule", "not-alone").stdout
    assert " % is seen of `not-alone`: " in told
    assert "  not-alone: Not alone" in told
    assert "device-shared" not in told
    both = ("--rule", "not-alone", "--rule", "device-shared")
    result = call("policy", "coverage", small, *both, "--fail-under", "100")
    assert result.exit_code == 1
    assert " % seen of `device-shared` and `not-alone`, less than the 100 %" in result.stderr
    found = json.loads(call("policy", "coverage", small, *both, "--format", "json").stdout)
    assert found["only"] == [rule["id"] for rule in found["rules"]] == ["device-shared", "not-alone"]
    assert (
        "seen of `not-alone`: " in call("policy", "coverage", small, "--rule", "not-alone", "--format", "html").stdout
    )


def test_scenarios_are_suggested_for_these_rules_only(small: Path) -> None:
    feature = small / "features" / "start" / "missing.feature"
    limited = call("policy", "coverage", small, "--rule", "not-alone", "--suggest")
    assert limited.stdout.count("Scenario:") < call("policy", "coverage", small, "--suggest").stdout.count("Scenario:")
    assert "@rule:device-shared" not in limited.stdout
    feature.write_text(limited.stdout, encoding="utf-8")
    again = call("policy", "coverage", small, "--rule", "not-alone", "--suggest", "--fail-under", "100")
    assert (again.exit_code, again.stdout) == (0, "")
    assert "everything that can be so is seen of `not-alone`" in again.stderr
    assert call("policy", "coverage", small, "--fail-under", "100").exit_code == 1


@pytest.mark.parametrize("name", ["not-alonne", "start-call-back-needs-call-back-procedure"])
def test_a_rule_that_nobody_wrote_or_that_is_not_in_force_is_wrong_usage(small: Path, name: str) -> None:
    assert call("policy", "coverage", small, "--rule", name).exit_code == 2


def test_a_scenario_that_does_not_pass_is_named_and_sees_nothing(small: Path) -> None:
    feature = small / "features" / "start" / "devices.feature"
    feature.write_text(feature.read_text().replace("against online delivery\n", "online with conditions\n"))
    result = call("policy", "coverage", small)
    assert result.exit_code == 65
    assert "devices.feature:14:5: does not pass: She knows of the tablet he does not mention" in result.stdout
    assert "  expected online with conditions, came: against online delivery" in result.stdout
    assert "Scenarios: 2; 1 do not pass and show nothing." in result.stdout
    assert "never seen true while it decided: shares-with-partner device" in result.stdout


def test_a_policy_without_scenarios_is_seen_by_none_and_all_is_suggested(small: Path) -> None:
    shutil.rmtree(small / "features")
    assert call("policy", "coverage", small).stdout.startswith("0.0 % is seen")
    (small / "features").mkdir()
    (small / "features" / "all.feature").write_text(call("policy", "coverage", small, "--suggest").stdout)
    assert call("policy", "coverage", small, "--fail-under", "100").exit_code == 0


def test_a_policy_in_which_something_is_wrong_is_not_looked_at(small: Path) -> None:
    flags = small / "rules" / "flags.yaml"
    flags.write_text(flags.read_text().replace("effect: caution", "effect: cautoin"))
    result = call("policy", "coverage", small)
    assert result.exit_code == 65
    assert result.stdout == ""
    assert "did you mean `caution`?" in result.stderr


def test_a_folder_that_is_not_there_is_no_input(small: Path) -> None:
    assert call("policy", "coverage", small / "nowhere").exit_code == 66


def test_suggestions_are_a_feature_file_and_nothing_else(small: Path) -> None:
    assert call("policy", "coverage", small, "--suggest", "--format", "json").exit_code == 2


def test_without_the_solver_it_says_what_is_not_known_and_which_part_would_tell(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A flag that rests on a test of knowledge is never unknown: only a proof can say so."""
    rules = small / "rules" / "rules" / "start" / "devices.yaml"
    text = rules.read_text()
    rules.write_text(
        text.replace(
            "{people-nearby: [children, partner]}", "{any: [{unknown: people-nearby}, {people-nearby: partner}]}"
        )
    )
    if proof.available():
        proved = call("policy", "coverage", small).stdout
        assert "Impossible: 2. Proved: there is no such case." in proved
        assert "cannot be unknown while it decides (proved; not counted): flag overheard" in proved
    monkeypatch.setitem(sys.modules, "pysat", None)
    result = call("policy", "coverage", small)
    assert "pip install 'forethought[assurance]'" in result.stdout
    assert "never seen unknown while it decided (no case found: perhaps there is none): flag overheard" in result.stdout
    assert "mpossible" not in result.stdout
    suggested = call("policy", "coverage", small, "--suggest")
    assert "for 2 more no case was found" in suggested.stderr


# -- the page ------------------------------------------------------------------------------------------------------


class _Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, Mapping[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def _html(small: Path) -> str:
    assert call("policy", "coverage", small, "--format", "html", "-o", "page.html").exit_code == 0
    return Path("page.html").read_text(encoding="utf-8")


def test_the_page_shows_every_line_of_the_rules_and_marks_those_that_test_something(small: Path) -> None:
    html, scenarios = _html(small), "small/features/start/devices.feature"
    lines = (small / "rules" / "rules" / "start" / "devices.yaml").read_text().splitlines()
    assert html.count("<code>") == len(lines)
    assert (
        '<li class="part"><code>  when: {shares-with-partner: device}</code>\n'
        "<details open>\n"
        '<summary><span class="mark">◐ seen in part</span> shares-with-partner device</summary>\n'
        "<ul>\n"
        f"<li>true: seen in “She knows of the tablet he does not mention” ({scenarios}:8)</li>\n"
        f"<li>false: seen in “Children in the room” ({scenarios}:17)</li>\n"
        "<li>unknown: not seen; there is a case in which it is so</li>\n"
    ) in html


def test_colour_is_never_the_only_sign(small: Path) -> None:
    page = _Page(_html(small))
    coloured = [attrs for tag, attrs in page.tags if tag == "li" and attrs.get("class")]
    marks = [attrs for tag, attrs in page.tags if attrs.get("class") == "mark"]
    assert len(marks) >= len(coloured) > 0


def test_the_page_runs_nothing_and_no_text_can_become_markup(small: Path) -> None:
    rules = small / "rules" / "rules" / "start" / "devices.yaml"
    rules.write_text(HOSTILE + rules.read_text())
    feature = small / "features" / "start" / "devices.feature"
    feature.write_text(feature.read_text().replace("Children in the room", "Children </details><script> in the room"))
    html = _html(small)
    page = _Page(html)
    (policy,) = (attrs["content"] for _, attrs in page.tags if "http-equiv" in attrs)
    assert str(policy).startswith("default-src 'none'; style-src 'sha256-")
    tags = [tag for tag, _ in page.tags]
    assert not {"script", "img", "link", "iframe", "form"} & set(tags)
    assert all("style" not in attrs for _, attrs in page.tags)
    assert "&lt;script&gt;alert(1)" in html


def test_an_output_never_takes_the_place_of_a_file_of_the_policy(small: Path) -> None:
    result = call("policy", "coverage", small, "-o", small / "rules" / "policy.yaml")
    assert result.exit_code == 2


def test_json_says_what_is_known_of_each_truth_and_names_who_saw_it(small: Path) -> None:
    found = json.loads(call("policy", "coverage", small, "--format", "json").stdout)
    assert found["schema"] == "forethought.coverage/1"
    assert [rule["id"] for rule in found["rules"]] == sorted(rule["id"] for rule in found["rules"])
    (stage,) = found["rules"][1]["stages"]
    truths = stage["tests"][0]["truths"]
    assert truths["true"]["seen_by"] == [
        {
            "name": "She knows of the tablet he does not mention",
            "file": "small/features/start/devices.feature",
            "line": 8,
        }
    ]
    assert truths["unknown"] == {"sight": "missing", "times": 0, "seen_by": []}
