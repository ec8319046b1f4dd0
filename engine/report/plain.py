"""A page as plain text, for a terminal, a pipe or a screen reader.

No line drawing, no columns, nothing said by colour alone. With `colour`, headings are bold, the outcome and whom the
page is for are bold in the one accent, and small print is dim; without the escape sequences the text is the same,
character for character.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import assert_never

from engine.report.page import Block, Figure, Folded, Item, Line, Mark, Page, Paragraph, Quoted, Tone
from engine.report.visible import visible

_BOLD = "\x1b[1m"
_ACCENT = "\x1b[1;36m"
_DIM = "\x1b[2m"
_PLAIN = "\x1b[0m"

_NARROWEST = 30
_NO_BREAK = "\u00a0"


def plain_text(page: Page, width: int = 80, *, colour: bool = False) -> str:
    """Return the page as text, no line longer than `width` columns, ending in a line feed."""
    return "\n".join(_lines(page, max(width, _NARROWEST), colour=colour)) + "\n"


def _lines(page: Page, width: int, *, colour: bool) -> Iterator[str]:
    yield from _styled(_wrapped(visible(page.title), width), _BOLD, colour=colour)
    yield ""
    yield from _blocks(page.opening, width, "", colour=colour)
    for section in page.sections:
        yield ""
        yield from _styled(_wrapped(visible(section.heading), width), _BOLD, colour=colour)
        yield from _blocks(section.blocks, width, "  ", colour=colour, tight=section.tight)


def _blocks(blocks: tuple[Block, ...], width: int, indent: str, *, colour: bool, tight: bool = False) -> Iterator[str]:
    """Yield the lines of each block, with an empty line between two paragraphs and around items of several lines."""
    before: Block | None = None
    for block in blocks:
        if before is not None and not _close(before, block, tight=tight):
            yield ""
        match block:
            case Paragraph(line, tone):
                yield from _styled(_wrapped(_said(line), width, indent), _style(tone), colour=colour)
            case Item():
                yield from _item(block, width, indent)
            case Folded(line, below):
                yield from _item(Item(line, below), width, indent)
            case Figure():
                for entry in block.told:
                    yield from _item(entry, width, indent)
            case _:
                assert_never(block)
        before = block


def _close(before: Block, block: Block, *, tight: bool) -> bool:
    """Whether two blocks stand together: items of one line do, and the paragraph that leads a list in with its list."""
    if not isinstance(block, Item) or isinstance(before, Folded | Figure):
        return False
    if isinstance(before, Paragraph):
        return block.mark not in {Mark.LABEL, Mark.BLANK} and (tight or not block.below)
    return tight or not (before.below or block.below)


def _item(entry: Item, width: int, indent: str) -> Iterator[str]:
    lead = _lead(entry.mark)
    yield from _wrapped(_said(entry.line), width, indent + lead, indent + " " * (len(lead) or 2))
    for lower in entry.below:
        yield from _item(lower, width, indent + "  ")


def _lead(mark: Mark) -> str:
    match mark:
        case Mark.DASH:
            return "- "
        case Mark.BOX:
            return "[ ] "
        case Mark.LABEL | Mark.BLANK:
            return ""
        case _:
            assert_never(mark)


def _said(line: Line) -> str:
    return visible("".join(piece.text if isinstance(piece, Quoted) else piece for piece in line))


def _wrapped(text: str, width: int, first: str = "", hanging: str | None = None) -> list[str]:
    later = first if hanging is None else hanging
    wrapper = textwrap.TextWrapper(
        width=max(width, len(later) + _NARROWEST),
        initial_indent=first,
        subsequent_indent=later,
        break_on_hyphens=False,
    )
    # A dash between words stays with the word before it: at the start of a line it would pass for an item of a list.
    lines = wrapper.wrap(text.replace(" - ", f"{_NO_BREAK}- "))
    return [line.replace(_NO_BREAK, " ") for line in lines] or [first.rstrip()]


def _style(tone: Tone) -> str:
    match tone:
        case Tone.PLAIN:
            return ""
        case Tone.STRONG:
            return _ACCENT
        case Tone.QUIET:
            return _DIM
        case _:
            assert_never(tone)


def _styled(lines: list[str], style: str, *, colour: bool) -> Iterator[str]:
    for line in lines:
        yield f"{style}{line}{_PLAIN}" if colour and style else line
