"""The deference lint: what no text of a policy may say, and what it may."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.loading.advice.check import look_at
from engine.loading.advice.deference import KINDS, states
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
        ("No doubt he is safe at home.", "text-calls-safe"),
        ("There is no doubt that he is safe.", "text-calls-safe"),
        ("Nobody doubts that he is safe.", "text-calls-safe"),
        ("There is nothing to fear, he is safe online.", "text-calls-safe"),
        ("There is nothing to fear and he is safe online.", "text-calls-safe"),
        ("If he agrees, she is safe.", "text-calls-safe"),
        ("If he agrees she is safe.", "text-calls-safe"),
        ("When the door is closed it is safe.", "text-calls-safe"),
        ("Whether he agrees or not he is safe.", "text-calls-safe"),
        ("He is not violent and is safe.", "text-calls-safe"),
        ("A man who is safe at home.", "text-calls-safe"),
        ("He is, in our view, safe.", "text-calls-safe"),
        ("He is (in our view) safe.", "text-calls-safe"),
        ("He is \u2013 in our view \u2013 safe.", "text-calls-safe"),
        ("He is, no doubt, safe.", "text-calls-safe"),
        ("He is probably still safe.", "text-calls-safe"),
        ("We consider him safe.", "text-calls-safe"),
        ("He's safe at home.", "text-calls-safe"),
        ("With nobody at home he is safe.", "text-calls-safe"),
        ("He is ready to go online.", "text-states-a-decision"),
        ("He is good to go online.", "text-states-a-decision"),
        ("He can safely join online.", "text-states-a-decision"),
        ("He may also take part online.", "text-states-a-decision"),
        ("They are fit to take part online.", "text-states-a-decision"),
        ("He is ready for online work.", "text-states-a-decision"),
        ("If he agrees, he may take part online.", "text-states-a-decision"),
        ("He may, with a headset, take part online.", "text-states-a-decision"),
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
        ("Kein Zweifel, er ist sicher.", "text-calls-safe"),
        ("Ohne Zweifel, die Wohnung ist sicher.", "text-calls-safe"),
        ("Es gibt nichts zu befürchten, online ist er sicher.", "text-calls-safe"),
        ("Wenn er zustimmt, ist sie sicher.", "text-calls-safe"),
        ("Er ist unserer Ansicht nach sicher.", "text-calls-safe"),
        ("Wir meinen, dass er ungefährlich ist.", "text-calls-safe"),
        ("Er ist nach unserer Ansicht sicher.", "text-calls-safe"),
        ("Er ist bereit, online teilzunehmen.", "text-states-a-decision"),
        ("Wenn er zustimmt, kann er online teilnehmen.", "text-states-a-decision"),
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
        "Call her only if it is safe.",
        "If the room is safe, she says so.",
        "Nothing he says shows that he is safe.",
        "That he says so doesn't mean he is safe.",
        "He is, by no means, safe.",
        "They ask which room is safe.",
        "He is hardly safe.",
        "It is no longer certain that he is safe.",
        "There is no reason to think that he is safe.",
        "There is nothing to show that he is safe.",
        "A home that is not known to be safe.",
        "She is agreed on a safe word and a safe number.",
        "What is agreed on is how she can call.",
        "It is not known, so far, whether he is ready to go online.",
        "Concerns are passed on.",
        "Kept safely in the file of the case.",
        "This is no score.",
        "At least 2 of 3 sessions, 24/7 reachable.",
    ],
)
def test_what_is_denied_asked_quoted_or_another_word_is_let_be(text: str, tmp_path: Path) -> None:
    assert slugs(tmp_path, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Es ist sicher, dass sie es hört.",
        "Ob der Raum sicher ist, bleibt offen.",
        "Unsicher.",
        "Nichts zeigt, dass er ungefährlich ist.",
        "Wer online teilnehmen darf, wird im Einzelfall entschieden.",
        "Wenn der Raum sicher ist, sagt sie es.",
        "Er ist nach allem, was bekannt ist, nicht sicher.",
        "Wann der Raum sicher ist.",
    ],
)
def test_so_it_is_in_german_too(text: str, tmp_path: Path) -> None:
    assert slugs(tmp_path, text, language="de") == []


OPENINGS = ("If he agrees", "There is nothing to fear", "No doubt", "Whatever he says or not", "Nobody is at home")
AFFIRMED = {"she is safe": "text-calls-safe", "he is ready to go online": "text-states-a-decision"}
DENIED = ("nobody knows whether", "nothing shows that", "it is not clear whether", "no one says that")


@given(
    st.sampled_from(OPENINGS), st.sampled_from(sorted(AFFIRMED)), st.sampled_from((", ", " and ", " (so we hope), "))
)
def test_no_opening_clause_hides_what_the_next_one_says(opening: str, said: str, between: str) -> None:
    assert [kind.slug for kind in KINDS if states(kind, opening + between + said, "en")] == [AFFIRMED[said]]


@given(st.sampled_from(OPENINGS), st.sampled_from(DENIED), st.sampled_from(sorted(AFFIRMED)))
def test_what_is_denied_in_its_own_clause_is_let_be_after_any_opening(opening: str, denied: str, said: str) -> None:
    assert not any(states(kind, f"{opening}, {denied} {said}", "en") for kind in KINDS)


def test_each_sentence_is_a_finding_of_its_own_with_the_words_as_they_are_said(tmp_path: Path) -> None:
    text = "<He is|They are> safe at home, as “she” says. Here it is safe too. Here it is safe too."
    policy = patched(tmp_path, f'# flags.yaml\n- id: company\n  meaning: "{text}"\n')
    found = list(deciding_texts(look_at(policy, ON)[0]))
    assert {finding.words for finding in found} == {
        ("He is safe at home, as “she” says.", "They are safe at home, as “she” says."),
        ("Here it is safe too.",),
    }


def test_a_language_without_words_is_noted_once(tmp_path: Path) -> None:
    policy = patched(
        tmp_path,
        "# policy.yaml\nlanguages: [en, fr, de, pt-BR]\n",
        "# flags.yaml\n- id: company\n  title: {en: A, fr: Il est sans danger}\n  meaning: {en: A, fr: B}\n",
    )
    noted = [note for note in look_at(policy, ON)[1] if note.slug == "no-word-list"]
    assert [note.kind for note in noted] == ["fr", "pt-BR"]
    assert "`fr`" in noted[0].message


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
