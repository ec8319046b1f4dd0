"""The message catalogues: the same in every language, spoken with every pronoun, and held to the house words."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from importlib import import_module
from inspect import signature
from itertools import product
from pathlib import Path
from string import Formatter
from types import FunctionType, ModuleType
from typing import Any, TypeAlias, TypeVar, cast

import pytest

from engine.model.answer import Answer
from engine.model.decision import Choice, Decision, OwnView
from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.model.recommendation import Recommendation
from engine.model.speech import Pronoun, Speech, marker_faults, spoken
from engine.reference import recommend
from engine.report import words
from engine.report.client import client_copy, client_text
from engine.report.difference import what_if_text
from engine.report.explain import explain_text
from engine.report.listing import KINDS, listing_text
from engine.report.partner_page import partner_support_text
from engine.report.partner_support import for_partner_support, partner_support_copy
from engine.report.practitioner import practitioner_page
from engine.report.practitioner_html import practitioner_html
from engine.report.text import practitioner_text
from engine.report.words import label, say, speaking, tell
from tests.report.sample import (
    AGAINST_ON_HER_WORD,
    HIS_WORD_ALONE,
    NOTHING_OF_CONCERN,
    ON,
    WAITING_FOR_HER,
    sample_policy,
    screened,
)

PLACE = Path(words.__file__).parent
AREAS = sorted(path.stem.removeprefix("english") for path in PLACE.glob("english*.py"))
TWINS = {"de": "german"}
SPEECHES = [Speech("en", client, partner) for client, partner in product(Pronoun, Pronoun)]

NEVER = {
    "en": re.compile(
        r"\b(safe|unsafe|suitable|unsuitable|scored?|points?|percent|verdict|result|risk level|approved?|cleared)\b|%",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b((un)?sicher(e[mnrs]?)?|(un)?geeignet\w*|(un)?bedenklich\w*|gefahrlos\w*|risikofrei\w*|Score|Punkt(e|zahl)"
        r"|Prozent|Urteil\w*|Ergebnis\w*|Risikostufe\w*|genehmigt\w*|freigegeben\w*|zugelassen\w*|bestanden|Täter\w*)\b"
        r"|%",
        re.IGNORECASE,
    ),
}
ENGLISH_PRONOUN = re.compile(r"\b(he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)


def module(language: str, area: str) -> ModuleType:
    return import_module(f"engine.report.words.{'english' if language == 'en' else TWINS[language]}{area}")


def public(found: ModuleType) -> dict[str, object]:
    """Return what a catalogue says: its texts and tables, and the functions that are its own."""
    return {
        name: value
        for name, value in vars(found).items()
        if name.isupper()
        or (isinstance(value, FunctionType) and not name.startswith("_") and value.__module__ == found.__name__)
        if not name.startswith("_")
    }


def texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for each in value.values():
                yield from texts(each)
        case tuple():
            for each in value:
                yield from texts(each)
        case _:
            pass


SAID = {
    language: [
        (f"{area} {name}".strip("_ "), text)
        for area in AREAS
        if (PLACE / f"{stem}{area}.py").is_file()
        for name, value in public(module(language, area)).items()
        for text in texts(value)
    ]
    for language, stem in {"en": "english", **TWINS}.items()
}
"""Every text of a language, with its name."""


def placeholders(value: object) -> frozenset[str]:
    return frozenset(name for text in texts(value) for _, name, _, _ in Formatter().parse(text) if name is not None)


def shape(value: object) -> object:
    """Return what must be the same in two languages: keys, parameters and placeholders, but for the empty text."""
    match value:
        case Mapping():
            return {key: shape(each) for key, each in value.items()}
        case FunctionType():
            return str(signature(value))
        case _:
            return type(value).__name__, placeholders(value)


# -- The same in every language


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("language", TWINS)
def test_a_catalogue_has_exactly_the_names_keys_and_placeholders_of_the_english_one(language: str, area: str) -> None:
    english, twin = public(module("en", area)), public(module(language, area))
    assert sorted(twin) == sorted(english)
    for name, value in english.items():
        assert shape(twin[name]) == shape(value), name


@pytest.mark.parametrize("language", NEVER)
def test_no_text_calls_anything_safe_or_counts_points(language: str) -> None:
    assert [(name, text) for name, text in SAID[language] if NEVER[language].search(text)] == []


def test_no_text_stands_twice_under_one_name() -> None:
    for area in AREAS:
        source = (PLACE / f"english{area}.py").read_text(encoding="utf-8")
        names = re.findall(r"^([A-Z][A-Z_]*)\b.*?=", source, re.MULTILINE)
        assert len(names) == len(set(names)), area


# -- Pronouns


@pytest.mark.parametrize("language", NEVER)
def test_every_text_can_be_spoken_with_every_pronoun(language: str) -> None:
    for name, text in SAID[language]:
        assert marker_faults(text, language) == (), name
        for speech in SPEECHES:
            assert re.search(r"<[^>]+>|\|", spoken(text, replace(speech, language=language))) is None, name


def test_with_they_and_they_no_english_text_says_he_or_she() -> None:
    they = Speech("en", Pronoun.THEY, Pronoun.THEY)
    assert [(name, text) for name, text in SAID["en"] if ENGLISH_PRONOUN.search(spoken(text, they))] == []


def test_the_documents_pronouns_are_spoken_unless_others_are_asked_for() -> None:
    assert str(tell.NOT_PUT_TO_HIM_SHORT) == "not yet put to him"
    with speaking(Speech("en", Pronoun.SHE, Pronoun.HE)):
        assert str(tell.NOT_PUT_TO_HIM_SHORT) == "not yet put to her"
        assert say.DECLINED_BY_PARTNER.endswith("do not press him")
        assert tell.ROUTES[Outcome.AGAINST].startswith("This recommendation does not end the work with her.")
    assert str(tell.NOT_PUT_TO_HIM_SHORT) == "not yet put to him"


@pytest.mark.parametrize("pronoun", [Pronoun.HE, Pronoun.SHE])
def test_two_people_of_one_pronoun_are_told_apart(pronoun: Pronoun) -> None:
    with speaking(Speech("en", pronoun, pronoun)):
        assert "may infer the (ex-)partner's part in it" in say.CAVEATS["waiting-for-partner-side"]
        assert say.DECLINED_BY_PARTNER.endswith({"he": "press him", "she": "press her"}[pronoun])


# -- Looking a text up


def test_a_text_is_looked_up_in_the_language_in_use_and_else_in_english() -> None:
    with speaking(Speech("de")):
        assert str(say.H_OUTCOME) == "Empfehlung"
        assert say.outcome_text(Stage.START, screened({}).outcome) == "noch keine Empfehlung möglich"
        assert say.listed(["a", "b", "c"], "or") == "a, b oder c"
        assert (say.day(ON), say.age(56), say.age(7), say.age(10)) == (
            *("22. November 2026", "8 Wochen", "1 Woche", "10 Tage"),
        )
        with speaking(Speech("fr")):
            assert str(say.H_OUTCOME) == "Recommendation"
        assert str(label.BECAUSE) == "Weil"
    assert str(say.H_OUTCOME) == "Recommendation"


def test_a_text_that_there_is_not_is_an_error() -> None:
    name = "NO_SUCH_TEXT"
    with pytest.raises(AttributeError):
        getattr(say, name)


@pytest.mark.parametrize("rooms", ["engine.report", "engine.commands.screen, engine.commands.what_if"])
def test_no_text_is_looked_up_while_modules_are_imported(rooms: str) -> None:
    """A text kept from an import would stay in the language of that moment; and every catalogue costs a start."""
    modules = ", ".join(f"engine.report.{path.stem}" for path in sorted(PLACE.parent.glob("[a-z]*.py")))
    program = f"import sys, {rooms}, {modules}\nprint(*(name for name in sys.modules if '.words.' in name))"
    ran = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert ran.stdout.split() == []


def test_no_other_language_is_loaded_than_the_one_that_is_spoken() -> None:
    program = (
        "import sys\nfrom engine.report.words import say, speaking\nfrom engine.model.speech import Speech\n"
        "say.NOTICE\nprint(*(name for name in sys.modules if 'german' in name))\n"
        "with speaking(Speech('de')): say.NOTICE\nprint(*(name for name in sys.modules if 'german' in name))"
    )
    ran = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    before, after = ran.stdout.splitlines()
    assert before == ""
    assert "engine.report.words.german" in after.split()


# -- Whole documents


Said: TypeAlias = Mapping[str, tuple[Answer, ...]]
ANSWERS: tuple[Said, ...] = (AGAINST_ON_HER_WORD, HIS_WORD_ALONE, NOTHING_OF_CONCERN, WAITING_FOR_HER)


def told_in(speech: Speech, answers: Said, stage: Stage = Stage.START) -> Recommendation:
    """Screen the sample case under a policy that speaks like this."""
    recommendation = screened(answers, stage=stage)
    policy = replace(recommendation.policy, speech=speech)
    return recommend(policy, recommendation.case, ON, "0.1.0")


def documents(speech: Speech) -> Iterator[str]:
    for answers, stage in (
        *product(ANSWERS, (Stage.START, Stage.DURING, Stage.END)),
        ({}, Stage.PROGRAMME_START),
        ({}, Stage.STRUCTURAL),
    ):
        found = told_in(speech, answers, stage)
        yield practitioner_text(found, 10_000)
        yield practitioner_text(found, 10_000, decision=_decision(Choice.NOT_YET))
        yield practitioner_html(found)
        if stage.of_client:
            yield practitioner_text(_looked_at_again(found), 10_000)
            yield _for_partner_support(found)
        yield explain_text(found, None, 10_000, everything=True)
        yield explain_text(found, "shared-device", 10_000)
        yield explain_text(found, "own-device", 10_000)
        yield what_if_text(told_in(speech, {}, stage), found, 10_000)
    policy = replace(sample_policy(), speech=speech)
    for choice in Choice:
        yield client_text(client_copy(_decision(choice), policy), 10_000)
    for kind in KINDS:
        yield listing_text(policy, kind, 10_000)


def _looked_at_again(found: Recommendation) -> Recommendation:
    """Return the recommendation on the case that carries another on, and that somebody had a view of before."""
    view = OwnView(Choice.ONLINE, "A calm man.", "A. Practitioner", ON)
    earlier = replace(found.case, answers=NOTHING_OF_CONCERN)
    return recommend(found.policy, replace(found.case, own_view=view, earlier=earlier), ON, "0.1.0")


def _for_partner_support(found: Recommendation) -> str:
    bare = recommend(found.policy, for_partner_support(found.case, found.policy), ON, "0.1.0")
    return partner_support_text(partner_support_copy(found, bare), 10_000)


def _decision(choice: Choice) -> Decision:
    return Decision("K-0412", choice, "A. Practitioner", ON, "030 123 456", ON, ("own-device",))


def _fragments() -> list[str]:
    """Return what stands between the placeholders of the English texts, where it is more than one word."""
    found = set()
    for _, text in SAID["en"]:
        for speech in SPEECHES:
            found |= {plain.strip(' .,:;()"') for plain, *_ in Formatter().parse(spoken(text, speech))}
    return sorted(fragment for fragment in found if re.search(r"\w{2,} +\w{2,}", fragment))


def test_a_german_document_says_nothing_in_english() -> None:
    """But for the texts of the policy and of the case, which are as they were written."""
    english = _fragments()
    written = repr([sample_policy(stage) for stage in Stage])
    for document in documents(Speech("de")):
        found = [fragment for fragment in english if fragment in document and fragment not in written]
        assert found == []


def test_a_german_document_says_at_the_top_that_its_wording_is_a_draft() -> None:
    found = told_in(Speech("de"), NOTHING_OF_CONCERN)
    policy = replace(found.policy, translation_note="Die Texte des Regelwerks sind ein Entwurf.")
    page = practitioner_page(recommend(policy, found.case, ON, "0.1.0"))
    told = getattr(page.opening[0], "line", ())
    with speaking(Speech("de")):
        assert told == (f"{say.DRAFT} Zu den Texten des Regelwerks selbst: {policy.translation_note}",)
    assert "Entwurf" in str(told)
    assert page.language == "de"
    assert "draft" not in practitioner_text(screened(NOTHING_OF_CONCERN))


def test_a_client_reads_no_notice_about_the_wording() -> None:
    policy = replace(sample_policy(), speech=Speech("de"), translation_note="Ein Entwurf.")
    told = client_text(client_copy(_decision(Choice.ONLINE), policy))
    assert "Entwurf" not in told
    assert "Entschieden von A. Practitioner am 22. November 2026." in told


Thing = TypeVar("Thing")


def without_pronouns(thing: Thing) -> Thing:
    """Return a policy or a case in whose own texts nobody is he or she, so that only messages could say it."""
    changed: Any = thing
    match thing:
        case str() if " " in thing:
            changed = ENGLISH_PRONOUN.sub("Robin", thing)
        case StrEnum() | str():
            pass
        case Mapping():
            changed = {key: without_pronouns(value) for key, value in thing.items()}
        case tuple():
            changed = tuple(map(without_pronouns, thing))
        case _ if is_dataclass(thing):
            changed = replace(
                thing, **{each.name: without_pronouns(getattr(thing, each.name)) for each in fields(thing)}
            )  # type: ignore[type-var]
        case _:
            pass
    return cast("Thing", changed)


@pytest.mark.parametrize("answers", ANSWERS)
def test_a_report_with_they_speaks_of_nobody_as_he_or_she(answers: Said) -> None:
    found = told_in(Speech("en", Pronoun.THEY, Pronoun.THEY), answers)
    plain = recommend(without_pronouns(found.policy), without_pronouns(found.case), ON, "0.1.0")
    for document in (practitioner_text(plain), explain_text(plain, everything=True), what_if_text(plain, plain)):
        assert ENGLISH_PRONOUN.findall(document) == []
    assert ENGLISH_PRONOUN.search(practitioner_text(told_in(Speech(), answers)))
