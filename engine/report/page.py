"""A page before it is printed: headings, paragraphs and lists, without any markup.

Plain text and Markdown are both rendered from a page, so that they cannot come to say different things.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias


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
    """What an item begins with: a dash, a box to tick, or nothing because it begins with a label of its own."""

    DASH = auto()
    BOX = auto()
    LABEL = auto()


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


Block: TypeAlias = Paragraph | Item


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. `tight`: items of several lines need no empty line between them."""

    heading: str
    blocks: tuple[Block, ...]
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A whole document."""

    title: str
    opening: tuple[Block, ...]
    sections: tuple[Section, ...]


def labelled(label: str, *pieces: str | Quoted, below: tuple[Item, ...] = ()) -> Item:
    """Return an item that begins with `label` and a colon."""
    return Item((f"{label}: ", *pieces), below, Mark.LABEL)


def paragraph(*pieces: str | Quoted, tone: Tone = Tone.PLAIN) -> Paragraph:
    """Return a paragraph made of these pieces."""
    return Paragraph(pieces, tone)


def item(*pieces: str | Quoted, below: tuple[Item, ...] = (), mark: Mark = Mark.DASH) -> Item:
    """Return a list item made of these pieces."""
    return Item(pieces, below, mark)
