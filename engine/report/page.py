"""A page before it is printed: headings, paragraphs and lists, without any markup.

Plain text, Markdown and HTML are rendered from a page, so that they cannot come to say different things.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from string import Formatter
from typing import TypeAlias

from engine.report.words import speech_in_use


@dataclass(frozen=True, slots=True)
class Quoted:
    """Free text that somebody typed into a case or a decision; never to be read as markup."""

    text: str


Line: TypeAlias = tuple[str | Quoted, ...]
"""The pieces of one line, put together without anything in between."""


class Tone(Enum):
    """How loud a paragraph is. Only ever an addition: the words carry the meaning."""

    PLAIN = auto()
    STRONG = auto()
    QUIET = auto()


class Mark(Enum):
    """What an item begins with: a dash, a box to tick, or nothing because it begins with a label of its own.

    BLANK: such a label, and room to write after it where there is paper.
    """

    DASH = auto()
    BOX = auto()
    LABEL = auto()
    BLANK = auto()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    line: Line
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Item:
    """A list item, and what stands below it."""

    line: Line
    below: tuple[Item, ...] = ()
    mark: Mark = Mark.DASH


@dataclass(frozen=True, slots=True)
class Folded:
    """Items that stand closed under a line of their own where a page can be opened; elsewhere, in full."""

    line: Line
    below: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A box of a figure: what it says, and where it stands in a few words. `still_open`: drawn with dashes."""

    id: str
    line: Line
    standing: str
    still_open: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """The boxes of a figure that stand below each other, with their heading."""

    heading: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A line of a figure from one box to another, by their ids. `still_open`: drawn with dashes."""

    start: str
    end: str
    still_open: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of what leads to what, from the first of three columns to the last.

    `told` says the same in words, and stands for it wherever nothing can be drawn.
    """

    title: str
    description: str
    columns: tuple[Column, Column, Column]
    links: tuple[Link, ...]
    told: tuple[Item, ...]


Block: TypeAlias = Paragraph | Item | Folded | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. `tight`: items of several lines need no empty line between them."""

    heading: str
    blocks: tuple[Block, ...]
    tight: bool = False


def _language_in_use() -> str:
    return speech_in_use().language


@dataclass(frozen=True, slots=True)
class Page:
    """A whole document, in a language: the one in use where it is made.

    `running` stands at the head of every sheet when it is printed from HTML.
    """

    title: str
    opening: tuple[Block, ...]
    sections: tuple[Section, ...]
    language: str = field(default_factory=_language_in_use)
    running: Line = ()


def filled(text: str, **pieces: str | Quoted) -> Line:
    """Return a text as a line in which each `{name}` has become the piece of that name."""
    line: list[str | Quoted] = []
    for plain, name, _, _ in Formatter().parse(text):
        line += [plain] if plain else []
        line += [pieces[name]] if name else []
    return tuple(line)


def labelled(label: str, *pieces: str | Quoted, below: tuple[Item, ...] = ()) -> Item:
    """Return an item that begins with `label` and a colon."""
    return Item((f"{label}: ", *pieces), below, Mark.LABEL)


def paragraph(*pieces: str | Quoted, tone: Tone = Tone.PLAIN) -> Paragraph:
    """Return a paragraph made of these pieces."""
    return Paragraph(pieces, tone)


def item(*pieces: str | Quoted, below: tuple[Item, ...] = (), mark: Mark = Mark.DASH) -> Item:
    """Return a list item made of these pieces."""
    return Item(pieces, below, mark)
