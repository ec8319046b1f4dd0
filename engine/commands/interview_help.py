"""What the help of a question says in the interview, where an answer is typed rather than written into a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.interview import STANDINGS
from engine.model.question import Question
from engine.report.words import ask, say


def in_keys(text: str) -> str:
    """Return a help text with the keys to type in place of the words that a case file has for them."""
    for command, standing in STANDINGS.items():
        plain = "|".join(
            re.escape(name) for name in dict.fromkeys((ask.FORM_STANDINGS[standing], say.STANDINGS[standing]))
        )
        word = re.escape(standing)
        # The words of a file are never anything else; a wording may be, unless it is quoted.
        named = rf"[\"“„”]?\b{word}\b[\"“”]?|[\"“„]({plain})[\"“”]"
        key = ask.KEY.format(key=command, means=ask.SHORT[command])
        if ask.KEY_WRITTEN:
            text = re.sub(rf"\b(?:{_any(ask.KEY_WRITTEN)})\s+(?:{named})", f"{ask.KEY_TYPED} {key}", text)
        text = re.sub(named, key, text)
    return text


def wants_note(question: Question, values: tuple[str, ...]) -> bool:
    """Whether the help of a question asks for a note to this answer; to a plain "no" there is nothing to say."""
    if question.open or not any(_sentences(question)):
        return False
    return values != ("no",) or question.answers[0] != "no"


def note_wanted(question: Question) -> str:
    """Return what the help says of the note."""
    return in_keys(" ".join(_sentences(question)))


def _any(words: str) -> str:
    return "|".join(map(re.escape, words.split()))


def _sentences(question: Question) -> Iterator[str]:
    for sentence in re.split(r"(?<=[.!?])\s+", question.help.strip()):
        if re.search(rf"\b(?:{_any(ask.NOTE_IN_HELP)})\b", sentence):
            yield sentence
