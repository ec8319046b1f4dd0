"""Writes YAML and JSON that `yaml_reader` reads back as the same: a small, canonical form.

A text stands without quotes only where no reader of YAML, of whatever version, could take it for anything else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from engine.loading.document_text import CASE_LIMITS, is_forbidden

Writable: TypeAlias = "str | list[Writable] | dict[str, Writable]"

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NOT_A_TEXT = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"})
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*")


def is_writable(text: str) -> bool:
    """Whether a text comes back from a file as it is: no control, invisible or broken characters, and not too long."""
    whole = not any("\ud800" <= char <= "\udfff" for char in text)
    return whole and not is_forbidden(text) and "\r" not in text and len(text) <= CASE_LIMITS.text


def yaml_text(entries: Mapping[str, Writable]) -> str:
    """Return a mapping as YAML: two levels of keys on lines of their own, everything below them on one line."""
    return "\n".join(_lines(entries)) + "\n"


def json_text(entries: Mapping[str, Writable]) -> str:
    """Return a mapping as JSON."""
    return json.dumps(entries, indent=1, ensure_ascii=False) + "\n"


def _lines(entries: Mapping[str, Writable]) -> Iterator[str]:
    for key, value in entries.items():
        if not isinstance(value, dict) or not value:
            yield f"{_key(key)}: {_inline(value)}"
            continue
        yield f"{_key(key)}:"
        for name, below in value.items():
            if isinstance(below, list) and below:
                yield f"  {_key(name)}:"
                yield from (f"    - {_inline(item)}" for item in below)
            else:
                yield f"  {_key(name)}: {_inline(below)}"


def _inline(value: Writable) -> str:
    match value:
        case str():
            return value if _PLAIN.fullmatch(value) and value.lower() not in _NOT_A_TEXT else _quoted(value)
        case list():
            return f"[{', '.join(map(_inline, value))}]"
        case dict():
            return f"{{{', '.join(f'{_key(key)}: {_inline(below)}' for key, below in value.items())}}}"


def _key(key: str) -> str:
    # `on` is a key of answers; no reader of this project takes it for a truth, and others may have their own way.
    return key if _KEY.fullmatch(key) else _quoted(key)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
