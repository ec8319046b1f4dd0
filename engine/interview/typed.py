"""What a typed line means for a question: an answer, a command, or neither. Never guesses between two answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from engine.model.answer import Standing
from engine.model.question import Question

_SHORTEST_BEGINNING = 2
_LONGEST_NUMBER = 6


class Command(StrEnum):
    """What can be typed instead of an answer, the same letter in every language."""

    HELP = "?"
    BACK = "<"
    ON = ">"
    UNKNOWN = "u"
    DECLINED = "d"
    NOT_ASKED = "o"
    NOT_APPLICABLE = "x"
    NOTE = "n"
    SOURCE = "s"
    QUIT = "q"


STANDINGS: Final[Mapping[Command, Standing]] = {
    Command.UNKNOWN: Standing.ASKED_UNKNOWN,
    Command.DECLINED: Standing.ASKED_DECLINED,
    Command.NOT_ASKED: Standing.NOT_ASKED,
    Command.NOT_APPLICABLE: Standing.NOT_APPLICABLE,
}


class Misread(StrEnum):
    """Why a line is neither an answer nor a command."""

    EMPTY = "empty"
    UNKNOWN_WORD = "unknown-word"
    AMBIGUOUS = "ambiguous"
    NO_SUCH_NUMBER = "no-such-number"
    ONE_ONLY = "one-only"
    NOT_OFFERED = "not-offered"


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: words of the question in its order, or the text itself for an open one."""

    values: tuple[str, ...]


Typed: TypeAlias = Given | Command | Misread


def commands_for(standings: Iterable[Standing]) -> tuple[Command, ...]:
    """Return the commands that are offered beside these standings."""
    offered = frozenset(standings)
    return tuple(command for command in Command if command not in STANDINGS or STANDINGS[command] in offered)


def understood(line: str, question: Question, standings: Iterable[Standing]) -> Typed:
    """Return what a line means. Numbers count the answers in the question's order, from 1.

    A single letter is a command and never the beginning of an answer; a beginning has two letters or more.
    """
    text = line.strip()
    if not text:
        return Misread.EMPTY
    if text.lower() in set(Command):
        command = Command(text.lower())
        return command if command in commands_for(standings) else Misread.NOT_OFFERED
    if question.open:
        return Given((text,))
    # The whole line first: an answer's own wording may hold a comma.
    whole = _word(text, question)
    if not isinstance(whole, Misread):
        return Given((whole,))
    chosen: set[str] = set()
    for piece in text.split(","):
        found = _word(piece.strip(), question)
        if isinstance(found, Misread):
            return found
        chosen.add(found)
    if len(chosen) > 1 and not question.several:
        return Misread.ONE_ONLY
    return Given(tuple(word for word in question.answers if word in chosen))


def _word(piece: str, question: Question) -> str | Misread:
    """Return the answer that a number, a word, a wording or an unambiguous beginning of one names."""
    if not piece:
        return Misread.EMPTY
    if piece.isascii() and piece.isdigit():
        return _numbered(piece, question)
    wanted = piece.casefold()
    names = {word: (word.casefold(), question.say(word).casefold()) for word in question.answers}
    for same in (
        [word for word, (itself, _) in names.items() if itself == wanted],
        [word for word, (_, wording) in names.items() if wording == wanted],
        [word for word, known in names.items() if any(name.startswith(wanted) for name in known)],
    ):
        if same and (len(wanted) >= _SHORTEST_BEGINNING or wanted in names[same[0]]):
            return same[0] if len(same) == 1 else Misread.AMBIGUOUS
    return Misread.UNKNOWN_WORD


def _numbered(piece: str, question: Question) -> str | Misread:
    """Return the answer of this number, unless another answer is itself written as this number."""
    number = int(piece) if len(piece) <= _LONGEST_NUMBER else 0
    if not 1 <= number <= len(question.answers):
        return piece if piece in question.answers else Misread.NO_SUCH_NUMBER
    word = question.answers[number - 1]
    return Misread.AMBIGUOUS if piece in question.answers and piece != word else word
