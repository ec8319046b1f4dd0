"""What the pages of a policy's site are made of, before anything is written as HTML.

One entry of a policy is one article. It stands on a page of its own, and once more in the handbook: so a link names
what it leads to, and where that stands is settled only where the article is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from engine.report.page import Figure


class Kind(Enum):
    """What an article is about; the word stands in addresses."""

    QUESTION = "questions"
    FLAG = "flags"
    RULE = "rules"
    SAFEGUARD = "safeguards"
    WORK = "sources"
    STAGE = "stages"
    INVARIANT = "promises"
    PAGE = "pages"

    @property
    def one(self) -> str:
        """What one of them is called."""
        return _ONE[self]


_ONE = {
    Kind.QUESTION: "Question",
    Kind.FLAG: "Flag",
    Kind.RULE: "Rule",
    Kind.SAFEGUARD: "Safeguard",
    Kind.WORK: "Source",
    Kind.STAGE: "Stage",
    Kind.INVARIANT: "Promise",
    Kind.PAGE: "Page",
}


@dataclass(frozen=True, slots=True)
class Own:
    """A text of the policy's own, in the policy's language."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """An id, a file or a word that somebody may have to type."""

    text: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to an article, or to a place in one. `own`: its text is the policy's."""

    kind: Kind
    id: str
    text: str
    own: bool = True
    place: str = ""


@dataclass(frozen=True, slots=True)
class Web:
    """A link that leads out of the site, followed only by whoever wants to."""

    address: str


class Tag(Enum):
    """A word in a frame, for what has to be seen at once. The word carries the meaning, never the colour."""

    AGAINST = "against"
    CARE = "care"
    PASSED = "passed"
    FAILED = "failed"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Badge:
    """A few words in a frame."""

    text: str
    tag: Tag = Tag.PLAIN


Piece: TypeAlias = str | Own | Code | Ref | Web | Badge
Line: TypeAlias = tuple[Piece, ...]
"""The pieces of one line, put together without anything in between."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. `tone` is empty, `strong` or `quiet`."""

    line: Line
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A line of a list, and the list below it."""

    line: Line
    below: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """A list. `ordered`: its order means something. `columns`: short lines, set in columns where there is room."""

    points: tuple[Point, ...]
    ordered: bool = False
    columns: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A label, and what stands under it: each line a paragraph of its own."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with what stands under each."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of a scenario: the text of each, and the rows of its table, the first of which is its head."""

    steps: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks that stand closed under a line of their own."""

    line: Line
    blocks: tuple[Block, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture. `told` says the same in words, with links, and stands below it."""

    figure: Figure
    told: tuple[Point, ...]


Block: TypeAlias = Text | Points | Facts | Steps | Fold | Chart


@dataclass(frozen=True, slots=True)
class Group:
    """A heading, and what stands under it. `id` is its place in the article."""

    id: str
    heading: Line
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """What is said about one thing. `lead` stands under the title; `contents`: it begins with a list of its groups."""

    kind: Kind
    id: str
    title: Line
    lead: tuple[Block, ...]
    groups: tuple[Group, ...] = ()
    contents: bool = False


def plain(line: Line) -> str:
    """Return a line as plain text."""
    return "".join(_plain(piece) for piece in line)


def _plain(piece: Piece) -> str:
    match piece:
        case str():
            return piece
        case Web(address):
            return address
        case _:
            return piece.text


def joined(pieces: list[Line], between: str = ", ", last: str = "") -> Line:
    """Return several lines as one; `last` stands before the last of them, as `between` does when it is empty."""
    line: list[Piece] = []
    for number, each in enumerate(pieces):
        if number:
            line.append(last if last and number == len(pieces) - 1 else between)
        line += each
    return tuple(line)


def fact(label: str, *lines: Line | str) -> Fact:
    """Return a label with these lines under it."""
    return Fact(label, tuple((line,) if isinstance(line, str) else line for line in lines))


def facts(*found: Fact | None) -> Facts:
    """Return those facts that there are something to say about."""
    return Facts(tuple(each for each in found if each is not None and each.lines))


def text(*pieces: Piece, tone: str = "") -> Text:
    """Return a paragraph made of these pieces."""
    return Text(pieces, tone)


def point(*pieces: Piece, below: tuple[Point, ...] = ()) -> Point:
    """Return a point made of these pieces."""
    return Point(pieces, below)
