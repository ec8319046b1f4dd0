"""A page as Markdown (CommonMark), in which no text can become markup, a link or HTML.

Only the page's own structure makes headings, lists and boxes. Every text is escaped; what somebody typed into a case
stands in a code span, where nothing is read as markup at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from engine.report.page import Block, Figure, Folded, Item, Line, Mark, Page, Paragraph, Quoted, Tone
from engine.report.visible import visible

_LISTED = (Item, Folded, Figure)
_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]<>#|~&$!])")
_STARTS_A_BLOCK = re.compile(r"^([-+=:])|^(\d+)([.)])")
_STARTS_A_LINK = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)")


def marked_text(page: Page) -> str:
    """Return the page as Markdown, ending in a line feed."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: Page) -> Iterator[str]:
    yield f"# {_escaped(page.title)}"
    yield from _blocks(page.opening)
    for section in page.sections:
        yield ""
        yield f"## {_escaped(section.heading)}"
        yield from _blocks(section.blocks)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    before: Block | None = None
    for block in blocks:
        if not (isinstance(before, _LISTED) and isinstance(block, _LISTED)):
            yield ""
        match block:
            case Paragraph(line, tone):
                yield f"**{_said(line)}**" if tone is Tone.STRONG else _said(line)
            case Item():
                yield from _item(block, "")
            case Folded(line, below):
                yield from _item(Item(line, below), "")
            case Figure():
                for entry in block.told:
                    yield from _item(entry, "")
            case _:
                assert_never(block)
        before = block


def _item(entry: Item, indent: str) -> Iterator[str]:
    box = "[ ] " if entry.mark is Mark.BOX else ""
    yield f"{indent}- {box}{_said(entry.line)}".rstrip()
    for lower in entry.below:
        yield from _item(lower, indent + "  ")


def _said(line: Line) -> str:
    """Return one line; plain pieces that stand together are escaped together."""
    said: list[str] = []
    plain = ""
    for piece in line:
        if isinstance(piece, Quoted):
            said += [_escaped_inside(plain, first=not said), _code(piece.text)]
            plain = ""
        else:
            plain += piece
    said.append(_escaped_inside(plain, first=not said))
    return "".join(said).strip()


def _code(text: str) -> str:
    """Return a code span that `text` cannot end: its fence is longer than any run of backticks within."""
    shown = visible(text)
    if not shown:
        return ""
    longest = max((len(run) for run in re.findall(r"`+", shown)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if shown[0] == "`" or shown[-1] == "`" else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _escaped(text: str) -> str:
    return _escaped_inside(text, first=True).strip()


def _escaped_inside(text: str, *, first: bool) -> str:
    """Escape a piece of a line, keeping a space at either end; only the first piece can start a block."""
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    escaped = _MEANS_SOMETHING.sub(r"\\\1", visible(text))
    escaped = _STARTS_A_LINK.sub(lambda found: f"{found[1] or found[3]}\\{found[2] or found[4]}", escaped)
    if first:
        escaped = _STARTS_A_BLOCK.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", escaped)
    return f"{lead}{escaped}{tail}"
