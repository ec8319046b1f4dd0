"""Which files a case names, so that a report is never written over one of them. It reads, and judges nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from engine.errors import BadData
from engine.loading.document_text import CASE_LIMITS
from engine.loading.folder import read_bytes
from engine.loading.nodes import MapNode, ScalarNode
from engine.loading.yaml_reader import read_document

_NAMING: Final = frozenset({"programme", "earlier"})
_MOST: Final = 60
"""More files than a chain of earlier cases may have, each with a profile."""


def files_named(data: bytes, name: str, folder: Path) -> tuple[Path, ...]:
    """Return the files that a case names, and those that these name, each once. What cannot be read names nothing."""
    found: dict[Path, None] = {}
    waiting = _named(data, name, folder)
    while waiting and len(found) < _MOST:
        path = waiting.pop()
        if path in found:
            continue
        found[path] = None
        try:
            inside = read_bytes(path, CASE_LIMITS.size) if path.is_file() else b""
        except (OSError, ValueError):
            continue
        waiting += _named(inside, str(path), path.parent)
    return tuple(found)


def _named(data: bytes, name: str, folder: Path) -> list[Path]:
    try:
        root = read_document(data, name, CASE_LIMITS) if data else None
    except BadData:
        return []
    return [
        folder / value.value
        for key, value in (root.entries if isinstance(root, MapNode) else ())
        if key.value in _NAMING and isinstance(value, ScalarNode)
    ]
