"""How the people of a case are spoken of: the language, and the pronouns of the client and of the partner.

A text marks what depends on a pronoun: `<he joins|they join>`, first the document's form (he for the client, she for
the partner), last the form with they. In English the form for the other gender follows from the first; three
alternatives give it where it does not: `<client: a man|a woman|somebody>`. Other languages always give three.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class Pronoun(StrEnum):
    """How one person is spoken of."""

    HE = "he"
    SHE = "she"
    THEY = "they"


@dataclass(frozen=True, slots=True)
class Speech:
    """The language in use, and the pronouns of the two people."""

    language: str = "en"
    client: Pronoun = Pronoun.HE
    partner: Pronoun = Pronoun.SHE


def spoken(text: str, speech: Speech) -> str:
    """Return the text with each marker in the form that the speech asks for. A faulty marker stays as it is."""
    if "<" not in text:
        return text
    first, *pieces = text.split("<")
    said = [first]
    for piece in pieces:
        marker, closed, after = piece.partition(">")
        said.append(_said(marker, speech) + after if closed else f"<{piece}")
    return "".join(said)


def marker_faults(text: str, language: str) -> tuple[str, ...]:
    """Return what is wrong with the markers of a text, in the order in which they stand there."""
    if "<" not in text:
        return ()
    faults: list[str] = []
    for piece in text.split("<")[1:]:
        marker, closed, _ = piece.partition(">")
        if closed:
            faults += _read(marker, language).faults
        else:
            faults.append(f"{_shown(piece, closed=False)} is not closed with `>`")
    return tuple(faults)


def unmarked(text: str, speech: Speech) -> tuple[str, ...]:
    """Return the pronouns that stand outside any marker and do not fit the speech, in small letters; English only."""
    if (speech.client, speech.partner) == (Pronoun.HE, Pronoun.SHE) or speech.language.partition("-")[0] != "en":
        return ()
    wrong: set[str] = set()
    if speech.client is not Pronoun.HE:
        wrong |= _OF_CLIENT["en"]
    if speech.partner is not Pronoun.SHE:
        wrong |= _OF_PARTNER["en"]
    outside = re.sub(r"<[^<>]*>", " ", text)
    return tuple(word for word in dict.fromkeys(_words(outside)) if word in wrong)


class _Marker(NamedTuple):
    """A marker as it was read: whom it is about and its three forms, or what is wrong with it."""

    person: str = ""
    forms: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


_CLIENT, _PARTNER = "client", "partner"
_LIMIT = 3
_TO_SHE = {"he": "she", "him": "her", "his": "her", "himself": "herself"}
_TO_HE = {"she": "he", "herself": "himself", "hers": "his"}
_POSSESSIVE = {"them": "him", "their": "his"}
_OF_CLIENT = {
    "en": frozenset(_TO_SHE),
    "de": frozenset(["er", "ihn", "ihm", "sein", "seine", "seiner", "seinen", "seinem", "seines"]),
}
_OF_PARTNER = {
    "en": frozenset({*_TO_HE, "her"}),
    "de": frozenset(["sie", "ihr", "ihre", "ihrer", "ihren", "ihrem", "ihres"]),
}
_WORD = r"[^\W\d_]+"


@lru_cache(maxsize=4096)
def _said(marker: str, speech: Speech) -> str:
    read = _read(marker, speech.language)
    if read.faults:
        return f"<{marker}>"
    wanted, own = (speech.client, Pronoun.HE) if read.person == _CLIENT else (speech.partner, Pronoun.SHE)
    return read.forms[0 if wanted is own else 2 if wanted is Pronoun.THEY else 1]


@lru_cache(maxsize=4096)
def _read(marker: str, language: str) -> _Marker:
    """Read what stands between `<` and `>`."""
    base = language.partition("-")[0]
    person, text = _prefixed(marker)
    forms = tuple(form.strip() for form in text.split("|"))
    words = _words(forms[0])
    people = tuple(
        who
        for who, known in ((_CLIENT, _OF_CLIENT), (_PARTNER, _OF_PARTNER))
        if not known.get(base, frozenset()).isdisjoint(words)
    )
    fault = _fault(forms, base, person, people)
    if not fault and len(forms) < _LIMIT:
        other = _to_she(*forms) if people[0] == _CLIENT else _to_he(*forms)
        fault = "" if other else "needs the other form between the two: it cannot be told which `her` is him, which his"
        forms = (forms[0], other, forms[1])
    if fault:
        return _Marker(faults=(f"{_shown(marker)} {fault}",))
    return _Marker(person or people[0], forms)


def _prefixed(marker: str) -> tuple[str, str]:
    for person in (_CLIENT, _PARTNER):
        if marker.startswith(f"{person}:"):
            return person, marker[len(person) + 1 :]
    return "", marker


def _fault(forms: tuple[str, ...], base: str, person: str, people: tuple[str, ...]) -> str:
    """Say what is wrong with the alternatives of a marker; empty when nothing is."""
    english = base == "en"
    if len(forms) == 1:
        return "has no `|` between its alternatives"
    if not all(forms):
        return "has an empty alternative"
    if len(forms) > _LIMIT:
        return f"has {len(forms)} alternatives, at most three are read"
    if len(people) > 1 and (english or not person):
        return "speaks of both people: one marker is for one of them"
    if not (person or people):
        return "does not say whom it is about: there is no pronoun in its first alternative"
    if english and people and person not in ("", *people):
        return f"is marked `{person}:`, and its pronoun is the other person's"
    if len(forms) < _LIMIT and not (english and people):
        return "has two alternatives, three are needed here"
    gendered = next((word for word in _words(forms[-1]) if word in _OF_CLIENT["en"] | _OF_PARTNER["en"]), "")
    return f"has `{gendered}` in its last alternative, where the form with they belongs" if english and gendered else ""


def _to_she(he: str, they: str) -> str:
    """Return the form with she. `his` becomes hers where the form with they has theirs."""
    owned = [word for word in _words(they) if word in {"their", "theirs"}]
    his = _words(he).count("his")
    hers = ["hers" if word == "theirs" else "her" for word in owned] if len(owned) == his else ["her"] * his
    return _replaced(he, _TO_SHE, "his", hers)


def _to_he(she: str, they: str) -> str:
    """Return the form with he, or nothing when the form with they does not tell what becomes of each `her`.

    Each becomes him beside them and his beside their; a single one his beside a noun in the possessive, else him.
    """
    his = [_POSSESSIVE[word] for word in _words(they) if word in _POSSESSIVE]
    if not his and _words(she) == ["her"]:
        his = ["his" if they.endswith("'s") else "him"]
    return _replaced(she, _TO_HE, "her", his) if len(his) == _words(she).count("her") else ""


def _replaced(text: str, others: dict[str, str], paired: str, pairs: list[str]) -> str:
    waiting = iter(pairs)

    def other(found: re.Match[str]) -> str:
        word = found.group()
        low = word.lower()
        new = next(waiting) if low == paired else others.get(low, word)
        return new.capitalize() if word[0].isupper() and word not in {low, new} else new

    return re.sub(_WORD, other, text)


def _words(text: str) -> list[str]:
    return re.findall(_WORD, text.lower())


def _shown(marker: str, *, closed: bool = True) -> str:
    most = 40
    text = " ".join(marker.split())
    short = text if len(text) <= most else text[: most - 3] + "..."
    return f"`<{short}>`" if closed else f"`<{short}`"
