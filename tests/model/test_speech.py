from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.speech import Pronoun, Speech, marker_faults, spoken

HE, SHE, THEY = Pronoun
DOCUMENT = Speech()
OTHERS = Speech(client=SHE, partner=HE)
NEUTRAL = Speech(client=THEY, partner=THEY)
NOBODY = "does not say whom it is about: there is no pronoun in its first alternative"
UNTOLD = "needs the other form between the two: it cannot be told which `her` is him, which his"

pronouns = st.sampled_from(tuple(Pronoun))
speeches = st.builds(Speech, st.sampled_from(["en", "de", "fr", "en-GB"]), pronouns, pronouns)
likely = st.lists(
    st.sampled_from(["<", ">", "|", " ", "client:", "partner:", "he", "His", "her", "they", "their", "er", "sie", "x"])
).map("".join)


@pytest.mark.parametrize(
    ("text", "document", "others", "neutral"),
    [
        ("<He joins|They join> from home.", "He joins from home.", "She joins from home.", "They join from home."),
        ("Ask <him|them>.", "Ask him.", "Ask her.", "Ask them."),
        ("<his|their> phone", "his phone", "her phone", "their phone"),
        ("a device of <his|theirs>", "a device of his", "a device of hers", "a device of theirs"),
        ("by <himself|themselves>", "by himself", "by herself", "by themselves"),
        ("<He's|They're> late", "He's late", "She's late", "They're late"),
        ("Ask <her|them>.", "Ask her.", "Ask him.", "Ask them."),
        ("<Her|Their> phone", "Her phone", "His phone", "Their phone"),
        ("a phone of <hers|theirs>", "a phone of hers", "a phone of his", "a phone of theirs"),
        ("<she asks for her phone|they ask for their phone>", "she asks for her phone", "he asks for his phone",
         "they ask for their phone"),
        ("<tell her about her rights|tell them about their rights>", "tell her about her rights",
         "tell him about his rights", "tell them about their rights"),
        ("Ask <her|the (ex-)partner>.", "Ask her.", "Ask him.", "Ask the (ex-)partner."),
        ("<Her|The (ex-)partner's> phone", "Her phone", "His phone", "The (ex-)partner's phone"),
        ("<client: a man|a woman|somebody> who", "a man who", "a woman who", "somebody who"),
        ("<partner: a mother | a father | a parent>", "a mother", "a father", "a parent"),
        ("<he|the other one|they>", "he", "the other one", "they"),
        ("<he tells|they tell> <her|them>", "he tells her", "she tells him", "they tell them"),
    ],
)  # fmt: skip
def test_a_marker_is_read_in_the_form_for_each_pronoun(text: str, document: str, others: str, neutral: str) -> None:
    assert marker_faults(text, "en") == ()
    assert [spoken(text, speech) for speech in (DOCUMENT, OTHERS, NEUTRAL)] == [document, others, neutral]


def test_the_other_person_keeps_their_pronoun() -> None:
    assert spoken("<he calls|they call> <her|them>", Speech(client=THEY)) == "they call her"
    assert spoken("<he calls|they call> <her|them>", Speech(partner=THEY)) == "he calls them"


def test_german_gives_all_three_forms() -> None:
    text = "<Er nimmt teil|Sie nimmt teil|Die Person nimmt teil>, <partner: die Frau|der Mann|das Gegenüber> nicht."
    assert marker_faults(text, "de") == ()
    assert spoken(text, Speech("de")) == "Er nimmt teil, die Frau nicht."
    assert spoken(text, Speech("de", SHE, HE)) == "Sie nimmt teil, der Mann nicht."
    assert spoken(text, Speech("de", THEY, THEY)) == "Die Person nimmt teil, das Gegenüber nicht."


@pytest.mark.parametrize(
    ("marker", "language", "why"),
    [
        ("<he joins", "en", "is not closed with `>`"),
        ("<he>", "en", "has no `|` between its alternatives"),
        ("<he|>", "en", "has an empty alternative"),
        ("<he|she|it|they>", "en", "has 4 alternatives, at most three are read"),
        ("<he and her|they>", "en", "speaks of both people: one marker is for one of them"),
        ("<er sieht sie|a|b>", "de", "speaks of both people: one marker is for one of them"),
        ("<a man|a woman|somebody>", "en", NOBODY),
        ("<il|elle|on>", "fr", NOBODY),
        ("<client: her|him|them>", "en", "is marked `client:`, and its pronoun is the other person's"),
        ("<client: a man|somebody>", "en", "has two alternatives, three are needed here"),
        ("<er|sie>", "de", "has two alternatives, three are needed here"),
        ("<he|she>", "en", "has `she` in its last alternative, where the form with they belongs"),
        ("<her|him>", "en", "has `him` in its last alternative, where the form with they belongs"),
        ("<tell her|tell someone>", "en", UNTOLD),
        ("<she takes her phone|they take a phone>", "en", UNTOLD),
    ],
)
def test_a_faulty_marker_is_named_and_left_as_it_is(marker: str, language: str, why: str) -> None:
    assert marker_faults(f"Ask {marker}", language) == (f"`{marker}` {why}",)
    assert spoken(f"Ask {marker}", Speech(language)) == f"Ask {marker}"


def test_a_marker_that_is_not_closed_does_not_swallow_the_next_one() -> None:
    assert marker_faults("<he and <his|their> dog", "en") == ("`<he and` is not closed with `>`",)
    assert spoken("<he and <his|their> dog", NEUTRAL) == "<he and their dog"


@given(st.text(alphabet=st.characters(exclude_characters="<")), speeches)
def test_a_text_without_markers_is_itself(text: str, speech: Speech) -> None:
    assert spoken(text, speech) is text
    assert marker_faults(text, speech.language) == ()


@given(likely | st.text(), speeches)
def test_any_text_can_be_spoken_and_keeps_a_faulty_marker(text: str, speech: Speech) -> None:
    said = spoken(text, speech)
    if marker_faults(text, speech.language):
        assert "<" in said
    else:
        assert "<" not in said


@given(likely, likely, speeches)
def test_what_stands_around_a_marker_is_not_touched(before: str, after: str, speech: Speech) -> None:
    before, after = before.replace("<", ""), after.replace("<", "")
    english = Speech("en", speech.client, speech.partner)
    middle = {HE: "him", SHE: "her", THEY: "them"}[speech.client]
    assert spoken(f"{before}<him|them>{after}", english) == f"{before}{middle}{after}"
