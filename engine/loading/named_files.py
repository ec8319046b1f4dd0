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
_DEEPEST: Final = 20


def files_named(data: bytes, name: str, folder: Path, depth: int = 0) -> tuple[Path, ...]:
    """Return the files that a case names, and those that these name; one that cannot be read names nothing."""
    try:
        root = read_document(data, name, CASE_LIMITS)
    except BadData:
        return ()
    found: list[Path] = []
    for key, value in root.entries if isinstance(root, MapNode) else ():
        if key.value not in _NAMING or not isinstance(value, ScalarNode):
            continue
        path = folder / value.value
        found.append(path)
        try:
            inside = read_bytes(path, CASE_LIMITS.size) if depth < _DEEPEST and path.is_file() else b""
        except (OSError, ValueError):
            continue
        found += files_named(inside, str(path), path.parent, depth + 1) if inside else ()
    return tuple(found)
