"""The texts of a policy that a person reads: plain, or one for each language, with marked pronouns.

Each is read in the language in use, and in the first language of the policy where it is not translated. What was
written is kept beside it, because a policy is the same policy in whatever language it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from engine.errors import Place, Problem
from engine.loading.findings import Findings, quoted
from engine.loading.nodes import MapNode, Node, ScalarNode, SeqNode
from engine.loading.spelling import listed
from engine.loading.values import read_text
from engine.model.speech import Pronoun, Speech, marker_faults, spoken, unmarked

CODE = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
"""What a language is called, as in `en` or `pt-BR`."""

_CODE = re.compile(CODE, re.ASCII)

Written: TypeAlias = str | dict[str, str]
"""A text as it stands in the file, markers and translations included."""

_HOW = (
    "write `<he joins|they join>`; with three alternatives where the one in the middle does not follow from the first"
)


_MANY = 5
"""So many problems of one language are told one by one."""


def _counted(places: list[Place]) -> str:
    return f"{len(places)} texts in {len({place.file for place in places})} files"


class Note(NamedTuple):
    """What a policy may be used with, and somebody may want to know: `untranslated` or `bare-pronoun`."""

    place: Place
    slug: str
    message: str
    kind: str
    """The language that a translation is missing in, or the pronoun."""

    def __str__(self) -> str:
        return f"{self.place}: note[{self.slug}]: {self.message}"


class Languages:
    """The languages and pronouns of a policy, and the language in use. `notes` takes what is merely worth a note."""

    __slots__ = ("_speeches", "lacking", "left_over", "listed", "notes", "speech", "use")

    def __init__(
        self, listed: tuple[str, ...] = (), speech: Speech | None = None, notes: list[Note] | None = None
    ) -> None:
        self.listed = listed
        self.speech = speech or Speech()
        self.use = self.speech.language if self.speech.language in listed else next(iter(listed), "")
        self.notes = notes
        self.left_over: dict[str, list[Place]] = {}
        """By language that the policy does not have: where texts are given in it all the same."""
        self.lacking: list[Place] = []
        """Where a text is given in some language, and not in the first one."""
        self._speeches = {code: Speech(code, self.speech.client, self.speech.partner) for code in listed}

    @property
    def first(self) -> str:
        """The language that every text is given in; empty when the policy does not say."""
        return self.listed[0] if self.listed else ""

    @property
    def another_first(self) -> bool:
        """Whether so many texts lack the first language that another one must have been put first."""
        return len(self.lacking) > _MANY

    def read(self, node: Node, findings: Findings) -> tuple[str, Written]:
        """Return a text as it is read, and as it was written; two empty ones when something is wrong with it."""
        if type(node) is MapNode and any(_CODE.fullmatch(key.value) for key, _ in node.entries):
            return self._translated(node, findings)
        text = read_text(node, findings) or ""
        if self.notes is not None:
            self._note({self.first: text}, node, findings)
        if "<" not in text:
            return text, text
        self._check_markers(text, self.first, node, findings)
        return self._spoken(text, self.first), text

    def _translated(self, node: MapNode, findings: Findings) -> tuple[str, Written]:
        texts: dict[str, str] = {}
        for key, value in node.entries:
            if self.listed and key.value not in self.listed:
                self.left_over.setdefault(key.value, []).append(findings.place(key))
            text = texts[key.value] = read_text(value, findings) or ""
            if "<" in text:
                self._check_markers(text, key.value, value, findings)
        if self.listed and self.first not in texts:
            self.lacking.append(findings.place(node))
        if self.notes is not None:
            self._note(texts, node, findings)
        only = len(texts) == 1 and self.first in texts
        now = self._spoken(texts.get(self.use, ""), self.use) or self._spoken(texts.get(self.first, ""), self.first)
        return now, texts[self.first] if only else texts

    def problems(self, at: Place) -> Iterator[Problem]:
        """Yield what is wrong with the languages that texts are given in; many of a kind as one, told of at `at`.

        A language that was taken out of the policy, or put first, concerns every text at once.
        """
        for code, places in sorted(self.left_over.items()):
            if len(places) > _MANY:
                message = f"{_counted(places)} are still given in {quoted(code)}, which is not a language of the policy"
                help_ = f"add it to `languages` again, or delete these texts; the first is at {min(places)}"
                yield Problem(at, "translations-left-over", message, help_)
                continue
            help_ = f"write one of: {listed(self.listed)}; or add it to `languages` in policy.yaml"
            for place in places:
                yield Problem(place, "unknown-language", f"{quoted(code)} is not a language of the policy", help_)
        if self.another_first:
            message = f"{_counted(self.lacking)} are not given in {self.first}, the first language of the policy"
            help_ = f"put another language first, or translate them; the first is at {min(self.lacking)}"
            yield Problem(at, "first-language-missing", message, help_)
            return
        for place in self.lacking:
            message = f"this text is not given in {self.first}, the first language of the policy"
            yield Problem(
                place, "first-language-missing", message, f"add `{self.first}:`; the others are translations of it"
            )

    def _spoken(self, text: str, language: str) -> str:
        return spoken(text, self._speeches[language]) if "<" in text and language in self._speeches else text

    def _check_markers(self, text: str, language: str, node: Node, findings: Findings) -> None:
        if language in self._speeches:
            for fault in marker_faults(text, language):
                findings.add(node, "pronoun-marker", fault, _HOW)

    def _note(self, texts: dict[str, str], node: Node, findings: Findings) -> None:
        if self.notes is None or not texts.get(self.first):
            return
        place, shown = findings.place(node), quoted(" ".join(texts[self.first].split()))
        self.notes += [
            Note(place, "untranslated", f"{shown} is not given in {language}", language)
            for language in self.listed[1:]
            if language not in texts
        ]
        for language, text in texts.items():
            for word in unmarked(text, Speech(language, self.speech.client, self.speech.partner)):
                message = f"`{word}` stands outside a marker in {quoted(' '.join(text.split()))}"
                self.notes.append(Note(place, "bare-pronoun", message, "pronoun"))


def languages_of(root: Node | None, language: str | None = None, notes: list[Note] | None = None) -> Languages:
    """Return what policy.yaml says of languages and pronouns, as far as it can be read; its faults are told elsewhere.

    `language` is the one to use; the policy's first one if it is None.
    """
    written = {key.value: value for key, value in root.entries} if isinstance(root, MapNode) else {}
    codes, people = written.get("languages"), written.get("pronouns")
    items = codes.items if isinstance(codes, SeqNode) else ()
    found = tuple(item.value for item in items if isinstance(item, ScalarNode))
    pronouns = {key.value: value for key, value in people.entries} if isinstance(people, MapNode) else {}
    speech = Speech(
        language or next(iter(found), "en"),
        _pronoun(pronouns.get("client"), Pronoun.HE),
        _pronoun(pronouns.get("partner"), Pronoun.SHE),
    )
    return Languages(found, speech, notes)


def _pronoun(node: Node | None, default: Pronoun) -> Pronoun:
    known = isinstance(node, ScalarNode) and node.value in tuple(Pronoun)
    return Pronoun(node.value) if known and isinstance(node, ScalarNode) else default


_FEW = 12
"""So many notes a person reads; beyond, they are counted."""


def _by_kind(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return one note for each language that translations are missing in, and for each pronoun."""
    kinds: dict[tuple[str, str], list[Note]] = {}
    for note in notes:
        kinds.setdefault((note.slug, note.kind), []).append(note)
    brief = []
    for group in kinds.values():
        files = len({note.place.file for note in group})
        what = "questions" if group[0].slug == "answers-alike" else "texts"
        others = f"; so it is with {len(group) - 1} more {what}, in {files} files in all (--all lists every one)"
        brief.append(group[0]._replace(message=group[0].message + (others if len(group) > 1 else "")))
    return tuple(brief)


def in_brief(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return every note while there are few; else one for each file, or even for each language, and the first of it."""
    every = sorted(notes)
    if len(every) <= _FEW:
        return tuple(every)
    together: dict[tuple[str, str, str], list[Note]] = {}
    for note in every:
        together.setdefault((note.place.file, note.slug, note.kind), []).append(note)
    if len(together) > _FEW:
        return _by_kind(every)
    brief = []
    for group in together.values():
        first, more = group[0], len(group) - 1
        others = f"; so {'is' if more == 1 else 'are'} {more} more of this file" if more else ""
        if first.slug == "bare-pronoun":
            others = f"; {more} more in this file" if more else ""
        brief.append(first._replace(message=first.message + others))
    return tuple(brief)
