"""Make characters that steer a terminal, or hide in a text, visible instead.

Notes and references come from outside: an escape sequence in one could clear the screen, and a bidirectional override
could make a line read as its opposite.
"""

from __future__ import annotations

import unicodedata

_JOINERS = "\u200c\u200d"
"""Needed to write Persian and several Indian languages, and harmless."""

_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_SPACES = "\t\n\v\f\r\x85\u2028\u2029"


def visible(text: str) -> str:
    """Return `text` on one line, every control, format or surrogate character written out as `[U+001B]`."""
    return " ".join("".join(" " if char in _SPACES else _shown(char) for char in text).split())


def visible_lines(text: str) -> str:
    """Do the same, keeping line feeds and runs of spaces: for error messages, which are several lines."""
    return "\n".join("".join(" " if char == "\t" else _shown(char) for char in line) for line in text.split("\n"))


def _shown(char: str) -> str:
    if char in _JOINERS or unicodedata.category(char) not in _STEERING:
        return char
    return f"[U+{ord(char):04X}]"
