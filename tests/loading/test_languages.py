"""Texts per language and pronouns: one policy, read in several ways."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from engine import api
from engine.loading import check_policy, load_policy, notes_on
from engine.model.policy import Policy
from engine.model.speech import Pronoun, Speech

GOOD = Path(__file__).parent / "good"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a policy in English and German, of which little is translated."""
    folder = Path(shutil.copytree(GOOD, tmp_path / "policy"))
    put(folder, "policy.yaml", "languages: [en]", "languages: [en, de]\ntranslation_notes: {de: Ein Entwurf.}")
    put(folder, "policy.yaml", "title: A small policy", "title: {en: A small policy, de: Ein kleines Regelwerk}")
    put(folder, "policy.yaml", "start: [In person]", "start: [{en: In person, de: Vor Ort}, By post]")
    put(folder, "flags.yaml", "title: He is not alone", "title: {en: <He is|They are> not alone, de: Nicht allein}")
    put(
        folder,
        "flags.yaml",
        "meaning: Others are at home.",
        "meaning: <His|Their> home is shared.\n  tell: [<her|them>]",
    )
    put(folder, "questions/start.yaml", "part-time: some days", "part-time: {en: some days, de: an manchen Tagen}")
    put(
        folder,
        "questions/start.yaml",
        "ask: Do you live with your (ex-)partner?",
        "ask:\n    en: Do you live with your (ex-)partner?\n"
        "    de: Wohnen Sie mit <partner:Ihrer (Ex-)Partnerin|Ihrem (Ex-)Partner|diesem Menschen> zusammen?",
    )
    return folder


def put(folder: Path, file: str, before: str, after: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def texts(policy: Policy) -> dict[str, str]:
    return {
        "title": policy.title,
        "flag": policy.flags["company"].title,
        "meaning": policy.flags["company"].meaning,
        "tell": policy.flags["company"].tell[0],
        "ask": policy.questions["lives-with-partner"].ask,
    }


def test_a_policy_is_read_in_its_first_language(folder: Path) -> None:
    policy = load_policy(folder)
    assert policy.speech == Speech("en")
    assert policy.translation_note == ""
    assert texts(policy) == {
        "title": "A small policy",
        "flag": "He is not alone",
        "meaning": "His home is shared.",
        "tell": "her",
        "ask": "Do you live with your (ex-)partner?",
    }


def test_a_policy_is_read_in_another_language_and_what_it_lacks_in_the_first(folder: Path) -> None:
    policy = load_policy(folder, "de")
    assert policy.speech == Speech("de")
    assert policy.translation_note == "Ein Entwurf."
    assert texts(policy) == {
        "title": "Ein kleines Regelwerk",
        "flag": "Nicht allein",
        "meaning": "His home is shared.",
        "tell": "her",
        "ask": "Wohnen Sie mit Ihrer (Ex-)Partnerin zusammen?",
    }
    assert next(iter(policy.other_routes.values())) == ("Vor Ort", "By post")
    question = policy.questions["lives-with-partner"]
    assert [question.say(answer) for answer in question.answers] == ["does not", "an manchen Tagen", "does"]


def test_a_language_that_the_policy_lacks_is_that_of_the_messages_alone(folder: Path) -> None:
    policy = load_policy(folder, "fr")
    assert policy.speech == Speech("fr")
    assert texts(policy) == texts(load_policy(folder))


def test_the_pronouns_of_the_policy_are_used_in_every_language(folder: Path) -> None:
    with (folder / "policy.yaml").open("a", encoding="utf-8") as file:
        file.write("pronouns: {client: they, partner: he}\n")
    policy = load_policy(folder)
    assert policy.speech == Speech("en", Pronoun.THEY, Pronoun.HE)
    assert (policy.flags["company"].title, policy.flags["company"].tell) == ("They are not alone", ("him",))
    assert texts(load_policy(folder, "de"))["ask"] == "Wohnen Sie mit Ihrem (Ex-)Partner zusammen?"


def test_the_fingerprint_does_not_depend_on_the_language_in_use(folder: Path) -> None:
    prints = {load_policy(folder, language).fingerprint for language in (None, "en", "de", "fr")}
    assert len(prints) == 1


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("flags.yaml", "de: Nicht allein", "de: In Gesellschaft"),
        ("flags.yaml", "<His|Their> home", "<His own|Their> home"),
        ("flags.yaml", "[<her|them>]", "[<her|everybody|them>]"),
        ("policy.yaml", "de: Vor Ort", "de: Persönlich"),
        ("policy.yaml", "de: Ein Entwurf.", "de: Geprüft."),
        ("policy.yaml", "owner:", "pronouns: {client: they}\nowner:"),
        ("policy.yaml", "languages: [en, de]", "languages: [en, de, fr]"),
        ("questions/start.yaml", "de: an manchen Tagen", "de: manchmal"),
        ("questions/start.yaml", "diesem Menschen", "dieser Person"),
        ("rules/start/home.yaml", "limits: Not about neighbours.", "limits: {en: Not them., de: Ohne sie.}"),
        ("safeguards.yaml", "title: A headset", "title: {en: A headset, de: Kopfhörer}"),
    ],
)  # fmt: skip
def test_the_fingerprint_holds_every_translation_and_every_marker(
    folder: Path, file: str, before: str, after: str
) -> None:
    earlier = load_policy(folder).fingerprint
    put(folder, file, before, after)
    assert load_policy(folder).fingerprint != earlier
    assert load_policy(folder, "de").fingerprint == load_policy(folder).fingerprint


def test_a_text_in_the_first_language_alone_is_the_same_as_a_plain_one(folder: Path) -> None:
    earlier = load_policy(folder).fingerprint
    put(folder, "safeguards.yaml", "title: A headset", "title: {en: A headset}")
    assert load_policy(folder).fingerprint == earlier


def test_missing_translations_are_noted_and_are_no_mistake(folder: Path) -> None:
    assert check_policy(folder) == ()
    notes = [str(note) for note in notes_on(folder) if note.place.file.endswith("flags.yaml")]
    assert notes[0] == (
        f"{folder}/flags.yaml:3:10: note[untranslated]: `He lives with his (ex-)partner` is not given in de"
    )
    assert not any("not alone" in note for note in notes)
    assert notes_on(GOOD) == ()


def test_a_pronoun_outside_a_marker_is_noted_where_the_people_are_spoken_of_otherwise(folder: Path) -> None:
    assert not any(note.slug == "bare-pronoun" for note in notes_on(folder))
    with (folder / "policy.yaml").open("a", encoding="utf-8") as file:
        file.write("pronouns: {client: they}\n")
    bare = [note.message for note in notes_on(folder) if note.slug == "bare-pronoun" and "flags" in note.place.file]
    assert bare == [
        "`he` stands outside a marker in `He lives with his (ex-)partner`",
        "`his` stands outside a marker in `He lives with his (ex-)partner`",
        "`he` stands outside a marker in `He can be overheard`",
        "`he` stands outside a marker in `What he says may reach others.`",
    ]


def test_what_follows_from_the_needs_of_a_safeguard_is_told_in_the_language_of_the_policy(folder: Path) -> None:
    english, german = (
        api.load_policy(folder, language).flags["programme-lacks-check-procedure"] for language in ("en", "de")
    )
    assert english.title == "The programme lacks what a condition needs: check-procedure"
    assert german.title == "Dem Programm fehlt, was eine Bedingung voraussetzt: check-procedure"
    assert "A check with her" in german.meaning
    told = api.load_policy(folder, "de").rules["start-partner-check-needs-check-procedure"]
    assert "Das Programm muss haben" in told.title
    assert "Is there a procedure for checking with partners?" in told.because


SHIPPED = Path(__file__).parents[2] / "rules"


def test_everything_that_is_read_at_the_start_is_translated_in_the_shipped_policy() -> None:
    start = {SHIPPED / kind / "start.yaml" for kind in ("questions", "flags", "safeguards")}
    start |= set((SHIPPED / "rules" / "start").glob("*.yaml"))
    assert [str(note) for note in notes_on(SHIPPED) if Path(note.place.file) in start] == []
    assert load_policy(SHIPPED, "de").translation_note


def test_the_shipped_policy_marks_every_pronoun(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "policy"))
    put(folder, "policy.yaml", "pronouns: {client: he, partner: she}", "pronouns: {client: they, partner: they}")
    assert [str(note) for note in notes_on(folder) if note.slug == "bare-pronoun"] == []
