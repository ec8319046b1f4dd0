"""From bytes to text: size, encoding and characters are checked before anything is parsed.

Nothing here may ever put a byte or a character of the document into a message.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.errors import BadData, Place, Problem


class Limits(NamedTuple):
    """What a document may be at most: bytes, levels of nesting, characters in one text, and nodes.

    `quotes`: whether messages may hold words of the document. Never so for a case or a decision.
    """

    size: int
    depth: int
    text: int
    nodes: int
    quotes: bool


CASE_LIMITS = Limits(size=1_000_000, depth=40, text=20_000, nodes=20_000, quotes=False)
POLICY_LIMITS = Limits(size=8_000_000, depth=40, text=20_000, nodes=500_000, quotes=True)

_FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff"
    r"\U000e0000-\U000e0fff]"
)
_LINE_BREAK = r"\r\n|\r|\n"
_JSON_PIECE = r'"(?>[^"\\\n]+|\\.)*+"?|\t'
_JSON_ESCAPE = r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|.)"

_ENOUGH = 10
_SAVE_AS = "save the file as UTF-8 without a byte order mark"


def text_of(data: bytes, name: str, limits: Limits) -> str:
    """Return the text of a document, ready for the YAML parser.

    In JSON, tabs between tokens become spaces and escaped surrogate pairs the one character they stand for; lines stay
    what they were. Raises BadData.
    """

    def refuse(place: Place, slug: str, message: str, advice: str) -> BadData:
        return BadData([Problem(place, slug, message, advice)])

    start = Place(name, 1, 1)
    if len(data) > limits.size:
        raise refuse(
            Place(name),
            "too-large",
            f"the file has more than {limits.size:,} bytes",
            "split it, or check that this is the file that was meant",
        )
    if data[:3] == b"\xef\xbb\xbf":
        raise refuse(
            start,
            "byte-order-mark",
            "the file begins with a byte order mark",
            'save it as plain "UTF-8", not as "UTF-8 with BOM" (in Windows Notepad: Save as, Encoding, UTF-8)',
        )
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:4]:
        raise refuse(start, "not-utf-8", "the file is saved as UTF-16 or UTF-32, not as UTF-8", _SAVE_AS)
    if b"\x00" in data:
        line, column = position_in(data[: data.index(b"\x00")].decode("utf-8", "replace"))
        raise refuse(
            Place(name, line, column), "not-text", "the file holds a zero byte: it is not a text file", _SAVE_AS
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = position_in(data[: error.start].decode("utf-8", "replace"))
        raise refuse(
            Place(name, line, column),
            "not-utf-8",
            "a byte here is not UTF-8; the file was probably saved as Latin-1 or Windows-1252",
            _SAVE_AS,
        ) from None
    _refuse_forbidden(text, name)
    if is_json(text):
        text = re.sub(_JSON_PIECE, _as_yaml, text)
    return text


def is_json(text: str) -> bool:
    """Whether a text is to be read as JSON: it begins with a brace or a bracket."""
    return text.lstrip()[:1] in ("{", "[")


def is_forbidden(text: str) -> bool:
    """Whether a text holds a control character, a direction override or an invisible one."""
    return _FORBIDDEN.search(text) is not None


def position_in(before: str) -> tuple[int, int]:
    """Return line and column of the character that follows a text."""
    line, last = 1, 0
    for found in re.finditer(_LINE_BREAK, before):
        line, last = line + 1, found.end()
    return line, len(before) - last + 1


def _refuse_forbidden(text: str, name: str) -> None:
    problems: list[Problem] = []
    for found in _FORBIDDEN.finditer(text):
        line, column = position_in(text[: found.start()])
        problems.append(
            Problem(
                Place(name, line, column),
                "control-character",
                f"an invisible character (U+{ord(found.group()):04X}) stands here",
                "delete it; it can hide or reorder text, or act on a terminal",
            )
        )
        if len(problems) == _ENOUGH:
            break
    if problems:
        raise BadData(problems)


def _as_yaml(token: re.Match[str]) -> str:
    text = token.group()
    if text == "\t":
        return " "
    return re.sub(_JSON_ESCAPE, _joined, text) if "\\u" in text else text


def _joined(escape: re.Match[str]) -> str:
    high, low = escape.group(1), escape.group(2)
    if high is None or low is None:
        return escape.group()
    return f"\\U{0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00:08x}"
