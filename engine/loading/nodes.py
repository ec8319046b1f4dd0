"""The nodes of a read document: texts, lists and mappings, each with its line and column (from 1).

Nodes hold what was written and nothing of what it means. They must never be handed to another room.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class ScalarNode(NamedTuple):
    """A piece of text. `plain` is whether it was written without quotes."""

    value: str
    line: int
    column: int
    plain: bool


class SeqNode(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


class MapNode(NamedTuple):
    """A mapping, its entries in the order in which they were written. No key occurs twice."""

    entries: tuple[tuple[ScalarNode, Node], ...]
    line: int
    column: int


Node: TypeAlias = ScalarNode | SeqNode | MapNode


def texts_of(node: Node) -> set[str]:
    """Return every text below a node, keys included."""
    found: set[str] = set()
    waiting: list[Node] = [node]
    while waiting:
        match waiting.pop():
            case ScalarNode(value=value):
                found.add(value)
            case SeqNode(items=items):
                waiting.extend(items)
            case MapNode(entries=entries):
                for key, below in entries:
                    found.add(key.value)
                    waiting.append(below)
    return found
