"""Every finding has a page, and the YAML on it does what the page says."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path

import pytest

from engine.errors import NoInput
from engine.loading.advice.accepting import Answered, answered
from engine.loading.advice.check import findings_in, look_at, named
from engine.loading.advice.errors_listed import ERRORS
from engine.loading.advice.pages import page_about, pages_dir
from engine.loading.advice.slugs import FINDINGS, NOTES, OF_ACCEPTANCES, PROVED
from engine.scenarios.covered import available, needless_rules
from tests.loading.patching import GOOD, patched

ON = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]
LOADING = ROOT / "engine" / "loading"
PAGES = pages_dir()
ALONE = {"acceptance-expired": {"exclude-without-remedy"}}
"""What comes back with a finding, besides itself."""


def examples(slug: str) -> list[str]:
    """Return the weak example, the good one and, where it can be accepted, the acceptance."""
    return re.findall(r"```yaml\n(.*?)```", (PAGES / f"{slug}.md").read_text(encoding="utf-8"), re.DOTALL)


def state_of(policy: Path) -> Answered:
    looked, notes = look_at(policy, ON)
    proved = needless_rules(looked) if available() else ()
    found = (*findings_in(looked), *proved)
    return answered(found, named(looked, notes), looked.header.accepted, ON, set(FINDINGS))


def needs_the_solver(slug: str) -> None:
    if slug in PROVED and not available():
        pytest.skip("needs the solver")


@pytest.mark.parametrize("slug", sorted(FINDINGS))
def test_the_weak_example_of_a_page_gives_this_finding_and_the_good_one_none(slug: str, tmp_path: Path) -> None:
    needs_the_solver(slug)
    weak, good, *_ = examples(slug)
    found = state_of(patched(tmp_path / "weak", weak)).findings
    assert {finding.slug for finding in found} == {slug} | ALONE.get(slug, set())
    assert state_of(patched(tmp_path / "good", good)).findings == ()


@pytest.mark.parametrize("slug", sorted(NOTES))
def test_the_weak_example_of_a_note_gives_it_and_the_good_one_one_less(slug: str, tmp_path: Path) -> None:
    weak, good, *_ = examples(slug)
    many, few = (
        len([note for note in state_of(patched(tmp_path / name, text)).notes if note.slug == slug])
        for name, text in (("weak", weak), ("good", good))
    )
    assert many > few


@pytest.mark.parametrize("slug", sorted({*FINDINGS, *NOTES} - OF_ACCEPTANCES))
def test_what_a_page_accepts_is_accepted(slug: str, tmp_path: Path) -> None:
    needs_the_solver(slug)
    weak, _, acceptance = examples(slug)
    state = state_of(patched(tmp_path, weak, acceptance))
    assert state.findings == ()
    assert [each.acceptance.finding for each in state.accepted] == [slug]
    assert state.accepted[0].findings or state.accepted[0].notes


def test_the_small_policy_has_nothing_to_answer_for() -> None:
    assert state_of(GOOD).findings == ()


def test_there_is_a_page_for_every_finding_and_note_and_for_nothing_else() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} == {*FINDINGS, *NOTES, "README"}


@pytest.mark.parametrize("slug", sorted({*FINDINGS, *NOTES}))
def test_a_page_begins_with_its_word_and_its_line_and_links_only_to_pages(slug: str) -> None:
    text = page_about(slug)
    line = {**FINDINGS, **NOTES}[slug]
    assert text.startswith(f"# {slug}\n\n{line[0].upper()}{line[1:]}.\n")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        assert (PAGES / target).exists()


def test_the_index_lists_every_word_with_its_line() -> None:
    index = (PAGES / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (?:\[|`)([a-z0-9-]+)(?:\]\([^)]+\)|`) \| (.+) \|$", index, re.MULTILINE))
    assert rows == {**FINDINGS, **NOTES, **ERRORS}


def test_an_error_is_explained_in_its_line_and_another_word_is_no_input() -> None:
    assert "A test that every answer meets." in page_about("always-met")
    with pytest.raises(NoInput, match="did you mean `rule-covered`"):
        page_about("rule-coverd")


# --- the words against the code

NOT_OF_A_POLICY = {"answers", "canonical", "case", "case_file", "decision", "named_files", "not_a_case", "own_view"}
SLUG_AT = {"Problem": 1, "add": 1, "_add": 1, "_add_at": 1, "refuse": 1, "_refuse": 1, "unknown_word": 1}
SLUG_AT |= {"choice": 3, "read_choice": 3, "read_choices": 3, "read_known": 3}
ELSEWHERE = {"alias", "duplicate-key", "no-policy", "not-json", "not-yaml", "unknown-rule", "unknown-safeguard"}
"""Words of messages that are put together, or of the commands."""


def words_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            place = SLUG_AT.get(name, len(node.args))
            for word in node.args[place : place + 1]:
                if isinstance(word, ast.Constant) and isinstance(word.value, str):
                    found.add(word.value)
    return found


def test_the_list_of_errors_is_what_the_code_can_say_of_a_policy_and_its_scenarios() -> None:
    of_a_policy = [path for path in LOADING.glob("*.py") if path.stem not in NOT_OF_A_POLICY]
    said = set().union(*(words_of(path) for path in of_a_policy))
    assert said - set(ERRORS) == set()
    assert set(ERRORS) - said <= ELSEWHERE


def test_the_list_of_errors_holds_every_error_of_a_bad_policy_or_feature() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (Path(__file__).parent / "bad").glob("[pf]*/*.txt")]
    assert texts
    assert {word for text in texts for word in re.findall(r"error\[([a-z0-9-]+)\]", text)} <= set(ERRORS)


def test_the_list_of_findings_is_what_the_checks_can_say() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (LOADING / "advice").glob("*.py") if path.stem != "slugs"]
    texts.append((ROOT / "engine" / "scenarios" / "covered.py").read_text(encoding="utf-8"))
    texts.append((LOADING / "languages.py").read_text(encoding="utf-8"))
    for word in {*FINDINGS, *NOTES}:
        assert any(f'"{word}"' in text for text in texts), word
