"""Free words of the client's copy in which a reason could travel: told to whoever makes it, never changed.

It reads the copy and the policy alone, as the copy itself is made (non-interference).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from engine.model.decision import ClientCopy
from engine.model.policy import Policy
from engine.report.words import LANGUAGES, share, speaking

_SHORTEST = 4
"""Shorter subjects are words of every day."""


class Found(NamedTuple):
    """A key of the decision whose text holds words that could tell a reason."""

    key: str
    words: tuple[str, ...]


def could_travel(copy: ClientCopy, policy: Policy) -> tuple[Found, ...]:
    """Return which free texts of the copy name a source, a question or a flag, and by which words."""
    sources: dict[str, str] = {}
    for language in LANGUAGES:
        # What somebody typed need not be in the language of the document.
        with speaking(replace(copy.speech, language=language)):
            sources = {word.casefold(): word for word in share.NAMES_A_SOURCE} | sources
    looked_for = tuple(dict.fromkeys(_looked_for(policy)))
    found = []
    for key, text in (("case", copy.case), ("contact", copy.contact), ("by", copy.by)):
        words = tuple(word for word in (*sources.values(), *looked_for) if _holds(text, word))
        if words:
            found.append(Found(key, words))
    return tuple(found)


def _looked_for(policy: Policy) -> Iterator[str]:
    for question in policy.questions.values():
        yield question.id
        yield from (question.about,) if len(question.about) >= _SHORTEST else ()
    for flag in policy.flags.values():
        yield flag.id
        yield flag.title


def _holds(text: str, word: str) -> bool:
    """Whether a text holds a word as a whole; a hyphen and a space are the same."""
    pattern = r"[\s-]+".join(re.escape(part) for part in re.split(r"[\s-]+", word) if part)
    return bool(pattern) and re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) is not None
