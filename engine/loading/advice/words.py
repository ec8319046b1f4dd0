"""Texts that take the decision from the practitioner: they state it, call something safe, or carry a number as a score.

INVARIANT (deference): the built-in words are a minimum. A policy may add to them (`never_say`), never take from them.
A question, what stands in quotation marks and what is denied or left open ("is not safe", "whether it is safe") state
nothing, and are let be. Each sentence is a finding of its own, and holds its words: only these can be accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from engine.loading.advice.deference import KINDS, LISTED, states
from engine.loading.advice.finding import Finding, Looked
from engine.loading.advice.texts import Said, texts_said
from engine.loading.findings import quoted
from engine.loading.languages import Note
from engine.model.speech import Pronoun, Speech, spoken

SLUGS = tuple(kind.slug for kind in KINDS)
NEVER_SAID = "text-never-to-be-said"

_QUOTED = r"\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|«[^»]*»"
_SENTENCE = r"[^.!?;:\u2013]+[.!?;:\u2013]?"
_PUT_IN = r" \u2013 ([^.!?;:\u2013]{1,60}) \u2013 "
_PERSONS = (Pronoun.HE, Pronoun.SHE), (Pronoun.THEY, Pronoun.THEY)


class _Sentence(NamedTuple):
    """A sentence as it is written, and as it is looked at: without what it quotes."""

    words: str
    own: str


def deciding_texts(looked: Looked) -> Iterator[Finding]:
    """Yield the texts that decide, reassure or score, and those with words that this policy never says."""
    for said in texts_said(looked):
        language = said.language.partition("-")[0]
        never = looked.header.never_say.get(said.language, ())
        for forms in _sentences(said, looked.policy.speech):
            words = tuple(dict.fromkeys(form.words for form in forms))
            for kind in KINDS:
                # What somebody answers is theirs; a policy that has it as an answer does not say it.
                if kind.slug == "text-calls-safe" and said.key == "wording":
                    continue
                if found := next((hit for form in forms if (hit := states(kind, form.own, language))), ""):
                    message = f"{quoted(found)} in `{said.key}` of `{said.about}` {kind.message}"
                    yield Finding(said.place, kind.slug, said.about, message, kind.help, words)
            for word in never:
                if any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", form.own, re.IGNORECASE) for form in forms):
                    message = f"{quoted(word)} stands in `{said.key}` of `{said.about}`, and this policy never says it"
                    help_ = "say it otherwise, or take it out of `never_say`"
                    yield Finding(said.place, NEVER_SAID, said.about, message, help_, words)


def without_words(looked: Looked) -> Iterator[Note]:
    """Yield a note for each language in which nothing but the policy's own words is looked for."""
    place = looked.header.fields.place("languages")
    for language in looked.header.languages:
        if language.partition("-")[0] not in LISTED:
            message = (
                f"no words are built in for `{language}`: no text in it is found that decides, reassures or scores"
            )
            if language in looked.header.never_say:
                message += "; only what stands under `never_say` is looked for"
            yield Note(place, "no-word-list", message, language)


def _sentences(said: Said, speech: Speech) -> Iterator[tuple[_Sentence, ...]]:
    """Yield each sentence of a text in each form its pronouns give it, the policy's own first; no questions."""
    people = dict.fromkeys(((speech.client, speech.partner), *_PERSONS))
    texts = dict.fromkeys(" ".join(spoken(said.text, Speech(said.language, *each)).split()) for each in people)
    for forms in zip_longest(*(_split(text) for text in texts)):
        told = tuple(form for form in forms if form is not None and not form.own.endswith("?"))
        if told:
            yield told


def _split(text: str) -> Iterator[_Sentence]:
    # As long as before, so that the words of a sentence are found again in the text.
    own = re.sub(_QUOTED, lambda found: "…" * len(found.group()), text)
    own = re.sub(_PUT_IN, lambda found: f" , {found.group(1)}, ", own)
    for found in re.finditer(_SENTENCE, own):
        if found.group().strip():
            yield _Sentence(text[found.start() : found.end()].strip(), re.sub(" ,", ",", found.group()).strip())
