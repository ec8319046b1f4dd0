"""A page as one HTML file: no script, nothing fetched, and no text that can become markup.

The template has the page's own structure and no words; every text goes through its escaping. The policy in the head
lets a browser use the one style sheet of the file, known by its hash, and nothing else: no request, no form, no script.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import assert_never

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from engine.model.speech import Speech
from engine.report.page import Block, Figure, Folded, Item, Line, Mark, Page, Paragraph, Quoted, Section, Tone
from engine.report.svg import Picture, pictures
from engine.report.visible import visible
from engine.report.words import show, speaking

_TEMPLATES = Path(__file__).parent / "templates"
_MANY_SECTIONS = 5
"""From so many sections on, a page begins with a list of them."""

_LONGEST_HEAD = 200
"""So many letters of the line at the head of a sheet are room enough for any reference, and take two lines."""

_CLASSES = {Mark.DASH: "", Mark.BOX: "box", Mark.LABEL: "plain", Mark.BLANK: "plain blank"}
_TONES = {Tone.PLAIN: "", Tone.STRONG: "strong", Tone.QUIET: "quiet"}


def html_text(page: Page) -> str:
    """Return the page as a whole HTML document, ending in a line feed."""
    with speaking(Speech(page.language)):
        style = style_sheet("page.css") + running_head(page.running)
        return template_named("page.html").render(
            language=page.language,
            title=visible(page.title),
            policy=content_policy(style),
            # Ours alone, and the texts in it are escaped character by character.
            style=Markup(style),  # noqa: S704
            opening=list(_groups(page.opening)),
            sections=list(_sections(page.sections)),
            contents=len(page.sections) >= _MANY_SECTIONS,
            say={"skip": show.SKIP, "contents": show.CONTENTS, "in_words": show.IN_WORDS},
        )


@cache
def template_named(name: str) -> Template:
    """Return a template of this room, which escapes whatever it is filled with."""
    loader = FileSystemLoader(_TEMPLATES)
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)


@cache
def style_sheet(name: str) -> str:
    """Return a style sheet of this room."""
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def content_policy(style: str) -> str:
    """Return the content security policy that allows this style sheet and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


# What stands at the head and the foot of every sheet -----------------------------------------------------------


def running_head(line: Line) -> str:
    """Return the style that prints `line` at the head of every sheet, and at its foot which sheet it is."""
    number, all_of_them = "\0", "\1"
    sheet = show.SHEET.format(number=number, all=all_of_them)
    foot = " ".join(
        {number: "counter(page)", all_of_them: "counter(pages)"}.get(part, _in_style(part))
        for part in re.split(f"([{number}{all_of_them}])", sheet)
        if part
    )
    text = visible("".join(_plain(piece) for piece in line))
    head = _in_style(text if len(text) <= _LONGEST_HEAD else f"{text[:_LONGEST_HEAD]}...")
    return f"@page{{@top-left{{content:{head}}}@bottom-right{{content:{foot}}}}}\n"


def _in_style(text: str) -> str:
    """Return a text as a string of CSS that it cannot end: all but plain letters, digits and spaces are escaped."""
    return '"' + re.sub(r"[^a-zA-Z0-9 ]", lambda found: f"\\{ord(found[0]):x} ", text) + '"'


# What the template is filled with -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a line: a label, something that somebody typed, or plain text."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    """An item of a list, ready for the template."""

    line: tuple[_Piece, ...]
    below: _List | None
    kind: str


@dataclass(frozen=True, slots=True)
class _List:
    """A list. `marked`: its items have a mark of their own in place of the usual one."""

    entries: tuple[_Entry, ...]
    marked: bool
    tag: str = "list"


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph."""

    line: tuple[_Piece, ...]
    tone: str
    tag: str = "text"


@dataclass(frozen=True, slots=True)
class _Fold:
    """A list that can be opened."""

    line: tuple[_Piece, ...]
    below: _List
    tag: str = "fold"


@dataclass(frozen=True, slots=True)
class _Image:
    """A picture, drawn for a wide page and for a narrow one, and the same in words."""

    pictures: tuple[Picture, ...]
    told: _List
    tag: str = "image"


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A section. `landmark`: it can be gone to by its heading, which no section before it has."""

    id: str
    landmark: bool
    heading: str
    blocks: tuple[_List | _Text | _Fold | _Image, ...]


def _sections(sections: Iterable[Section]) -> Iterator[_Drawn]:
    headings: set[str] = set()
    for number, section in enumerate(sections, 1):
        name, heading = f"s{number}", visible(section.heading)
        yield _Drawn(name, heading not in headings, heading, tuple(_groups(section.blocks, name)))
        headings.add(heading)


def _groups(blocks: Iterable[Block], name: str = "") -> Iterator[_List | _Text | _Fold | _Image]:
    """Yield what the blocks become: items that follow each other are one list."""
    for number, (listed, group) in enumerate(groupby(blocks, lambda block: isinstance(block, Item))):
        if listed:
            yield _list(block for block in group if isinstance(block, Item))
            continue
        for block in group:
            match block:
                case Paragraph(line, tone):
                    yield _Text(_pieces(line), _TONES[tone])
                case Folded(line, below):
                    yield _Fold(_pieces(line), _list(below))
                case Figure():
                    yield _Image(pictures(block, f"{name}p{number}"), _list(block.told))
                case Item():
                    raise AssertionError(block)
                case _:
                    assert_never(block)


def _list(items: Iterable[Item]) -> _List:
    entries = tuple(
        _Entry(_pieces(entry.line, labelled="plain" in _CLASSES[entry.mark]), _below(entry), _CLASSES[entry.mark])
        for entry in items
    )
    return _List(entries, marked=any(entry.kind for entry in entries))


def _below(entry: Item) -> _List | None:
    return _list(entry.below) if entry.below else None


def _pieces(line: Line, *, labelled: bool = False) -> tuple[_Piece, ...]:
    """Return the pieces of a line; a label is the first of them when it ends in a colon."""
    pieces = [_Piece(_spaced(_plain(piece)), "typed" if isinstance(piece, Quoted) else "") for piece in line]
    if labelled and pieces and not pieces[0].kind and pieces[0].text.rstrip().endswith(":"):
        pieces[0] = _Piece(pieces[0].text, "label")
    return tuple(piece for piece in pieces if piece.text)


def _plain(piece: str | Quoted) -> str:
    return piece.text if isinstance(piece, Quoted) else piece


def _spaced(text: str) -> str:
    """Return the text with all of its characters visible, keeping a space at either end."""
    shown = visible(text)
    if not shown:
        return " " if text.isspace() else ""
    return f"{' ' if text[:1].isspace() else ''}{shown}{' ' if text[-1:].isspace() else ''}"
