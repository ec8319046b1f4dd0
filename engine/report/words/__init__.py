"""Every fixed text a person reads, one catalogue per language, spoken in the language and with the pronouns in use.

`say.X` and `tell.X` look X up while they are read, in the catalogue of the language that `speaking` has set: so no
other module may keep a text from when it was imported. A text that a language does not have is told in English.
A type checker sees the English catalogue; every other has the same names. Only the languages that are spoken are
loaded, and nothing here may reach a recommendation, a case or an answer: the client's copy is written with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Final

from engine.model.speech import Pronoun, Speech, spoken

if TYPE_CHECKING:
    from engine.report.words import english as say
    from engine.report.words import english_audiences as share
    from engine.report.words import english_interview as ask
    from engine.report.words import english_labels as label
    from engine.report.words import english_pages as show
    from engine.report.words import english_screening as tell

__all__ = ["LANGUAGES", "ask", "label", "say", "share", "show", "speaking", "speech_in_use", "tell"]

_FIRST: Final = "en"
_MODULES: Final[Mapping[str, str]] = {_FIRST: "english", "de": "german"}

LANGUAGES: Final = tuple(_MODULES)
"""The languages that there is a catalogue in, English first."""


class _Voice:
    """One way of speaking, with the texts that have been put into it."""

    __slots__ = ("found", "speech")

    def __init__(self, speech: Speech) -> None:
        self.speech = speech
        self.found: dict[tuple[str, str], object] = {}


@cache
def _voice(speech: Speech) -> _Voice:
    return _Voice(speech)


_DEFAULT: Final = _voice(Speech())
_IN_USE: ContextVar[_Voice] = ContextVar("speech_in_use")


@contextmanager
def speaking(speech: Speech) -> Iterator[None]:
    """Speak like this within the block. What is built there must not be put off until after it."""
    token = _IN_USE.set(_voice(speech))
    try:
        yield
    finally:
        _IN_USE.reset(token)


def speech_in_use() -> Speech:
    """Return the speech that `speaking` has set: English, with the document's pronouns, unless it has."""
    return _IN_USE.get(_DEFAULT).speech


class _Catalogue:
    """One area of the catalogue: the modules whose names end in `_area`, one for each language."""

    def __init__(self, area: str = "") -> None:
        self._area = area

    def __getattr__(self, name: str) -> object:
        voice = _IN_USE.get(_DEFAULT)
        key = (self._area, name)
        if key not in voice.found:
            voice.found[key] = _looked_up(self._area, name, voice.speech)
        return voice.found[key]


if not TYPE_CHECKING:
    say = _Catalogue()
    ask = _Catalogue("_interview")
    label = _Catalogue("_labels")
    tell = _Catalogue("_screening")
    show = _Catalogue("_pages")
    share = _Catalogue("_audiences")


def _looked_up(area: str, name: str, speech: Speech) -> object:
    """Return a text, a table of texts or a function, in this language or else in English."""
    if not name.startswith("_"):
        for language in (speech.language.partition("-")[0], _FIRST):
            module = _module(language, area)
            if module is not None and name in vars(module):
                return _put(vars(module)[name], Speech(language, speech.client, speech.partner))
    raise AttributeError(f"there is no text of this name: {name}")


@cache
def _module(language: str, area: str) -> ModuleType | None:
    if language not in _MODULES:
        return None
    name = f"{__name__}.{_MODULES[language]}{area}"
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return None


def _put(value: object, speech: Speech) -> object:
    """Return a text, or every text of a table, with the pronouns in use."""
    match value:
        case str():
            return spoken(value, _apart(value, speech))
        case Mapping():
            return {key: _put(entry, speech) for key, entry in value.items()}
        case tuple():
            return tuple(_put(entry, speech) for entry in value)
        case _:
            return value


def _apart(text: str, speech: Speech) -> Speech:
    """Where two people of the same pronoun meet in an English text, let the partner be named instead.

    German names both anyway, wherever a pronoun could be taken for the other's.
    """
    if speech.language != _FIRST or speech.client is not speech.partner:
        return speech
    client, partner = (
        {spoken(text, replace(speech, **{person: each})) for each in Pronoun} for person in ("client", "partner")
    )
    return replace(speech, partner=Pronoun.THEY) if len(client) > 1 < len(partner) else speech
