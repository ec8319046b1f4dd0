"""The deference lint: what no text of a policy may say, and what it may."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.loading.advice.check import look_at
from engine.loading.advice.words import SLUGS, deciding_texts
from tests.loading.patching import patched

ON = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]


def slugs(tmp_path: Path, text: str, *, key: str = "meaning", language: str = "en") -> list[str]:
    """Return what is found in one text of a policy in two languages."""
    said = f"{{en: He is not alone., de: {quoted(text)}}}" if language == "de" else quoted(text)
    policy = patched(tmp_path, f"# policy.yaml\nlanguages: [en, de]\n# flags.yaml\n- id: company\n  {key}: {said}\n")
    looked, _ = look_at(policy, ON)
    return [finding.slug for finding in deciding_texts(looked)]


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("With a headset he may take part online.", "text-states-a-decision"),
        ("He can now join the sessions online.", "text-states-a-decision"),
        ("The client is approved.", "text-states-a-decision"),
        ("<He is|They are> eligible.", "text-states-a-decision"),
        ("Refusing is not needed: he is accepted for the group online.", "text-states-a-decision"),
        ("It is safe.", "text-calls-safe"),
        ("No concerns remain; she is now safe.", "text-calls-safe"),
        ("A SUITABLE candidate.", "text-calls-safe"),
        ("A low-risk client.", "text-calls-safe"),
        ("If nobody is at home at that hour, the place is quite safe.", "text-calls-safe"),
        ("Home is considered suitable.", "text-calls-safe"),
        ("<He is|They are> safe to join.", "text-calls-safe"),
        ("A danger of 40 %.", "text-carries-a-score"),
        ("The risk level is high.", "text-carries-a-score"),
        ("Add the scores.", "text-carries-a-score"),
        ("He has 12 points.", "text-carries-a-score"),
    ],
)
def test_a_text_that_decides_reassures_or_scores_is_found(text: str, slug: str, tmp_path: Path) -> None:
    assert slugs(tmp_path, text) == [slug]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Er darf mit Kopfhörer online teilnehmen.", "text-states-a-decision"),
        ("Die Teilnahme ist genehmigt.", "text-states-a-decision"),
        ("Der Raum ist sicher.", "text-calls-safe"),
        ("Ein geeigneter Kandidat.", "text-calls-safe"),
        ("Es besteht geringes Risiko.", "text-calls-safe"),
        ("Die Gefahr beträgt 40 Prozent.", "text-carries-a-score"),
        ("Der Risikoscore wird notiert.", "text-carries-a-score"),
    ],
)
def test_so_it_is_in_german(text: str, slug: str, tmp_path: Path) -> None:
    assert slugs(tmp_path, text, language="de") == [slug]


@pytest.mark.parametrize(
    "text",
    [
        "She is unsafe, or feels safer elsewhere.",
        "Victims have become less safe.",
        "It is not safe, and never was.",
        "Nobody knows whether it is safe.",
        "Nothing shows that he is safe.",
        "Is it safe to call?",
        "You think that the place is safe?",
        'She said "it is safe", and then hung up.',
        "A safe word and a safe number are agreed.",
        "Who may take part online is decided from case to case.",
        "Until he is approved elsewhere, nothing follows.",
        "Concerns are passed on.",
        "Kept safely in the file of the case.",
        "This is no score.",
        "At least 2 of 3 sessions, 24/7 reachable.",
    ],
)
def test_what_is_denied_asked_quoted_or_another_word_is_let_be(text: str, tmp_path: Path) -> None:
    assert slugs(tmp_path, text) == []


@pytest.mark.parametrize(
    "text", ["Es ist sicher, dass sie es hört.", "Ob der Raum sicher ist, bleibt offen.", "Unsicher."]
)
def test_so_it_is_in_german_too(text: str, tmp_path: Path) -> None:
    assert slugs(tmp_path, text, language="de") == []


def test_the_wording_of_an_answer_is_somebody_elses_words(tmp_path: Path) -> None:
    wording = '{always: it is safe, sometimes: now and then, never: "never"}'
    policy = patched(tmp_path, f"# questions/start.yaml\n- id: private-space\n  wording: {wording}\n")
    assert list(deciding_texts(look_at(policy, ON)[0])) == []


def test_every_text_of_every_kind_is_read(tmp_path: Path) -> None:
    bad = "It is safe."
    examples = [
        f"# policy.yaml\nsummary: {bad}\nother_routes: {{start: [{bad}], during: [In person]}}\n",
        f"# questions/start.yaml\n- id: wishes\n  section: {bad}\n  ask: {bad}\n  help: {bad}\n  about: {bad}\n",
        f"# flags.yaml\n- id: company\n  title: {bad}\n  meaning: {bad}\n  tell: [{bad}]\n",
        f"# safeguards.yaml\n- id: headset\n  do: {bad}\n  who: {bad}\n  by: {bad}\n  check: {bad}\n",
        f"# safeguards.yaml\n- id: headset\n  title: {bad}\n  client_wording: {bad}\n",
        f"# rules/start/home.yaml\n- id: together\n  title: {bad}\n  because: {bad}\n  limits: {bad}\n",
        f"# invariants.yaml\n- id: together-never-online\n  because: {bad}\n",
    ]
    found = list(deciding_texts(look_at(patched(tmp_path, *examples), ON)[0]))
    assert len(found) == 19
    assert {finding.about for finding in found} == {
        *("small", "wishes", "company", "headset", "together", "together-never-online")
    }


def test_the_shipped_policy_says_none_of_it() -> None:
    assert list(deciding_texts(look_at(ROOT / "rules", ON)[0])) == []


@given(st.lists(st.sampled_from(["it is safe", "he may join online", "a score"]), min_size=1, max_size=3))
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_policy_adds_words_and_takes_none_away(tmp_path_factory: pytest.TempPathFactory, words: list[str]) -> None:
    """The built-in minimum stands whatever `never_say` holds."""
    listed = ", ".join(dict.fromkeys(["something else", *words[:-1]]))
    policy = patched(
        tmp_path_factory.mktemp("policy"),
        f"# policy.yaml\nnever_say: {{en: [{listed}]}}\n# flags.yaml\n- id: company\n  meaning: See. {words[-1]}.\n",
    )
    assert {finding.slug for finding in deciding_texts(look_at(policy, ON)[0])} & set(SLUGS)
