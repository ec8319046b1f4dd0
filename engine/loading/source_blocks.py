"""A mapping of a YAML file as the lines it is written in: each key with its value and the comments that belong to it.

So keys can change places, or one value be written anew, while every other character stays as its writer left it. For
files that `yaml_reader` has read without a problem: no anchors, no tabs, one document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

Lines: TypeAlias = list[str]
_KEEPS = re.compile(r"[|>](?:[0-9]?\+|\+[0-9]?)")
_OF_LINES = ("|", ">")


@dataclass(frozen=True, slots=True)
class Block:
    """One key of a mapping: the lines above that belong to it (comments, blanks), its own, and its value's node."""

    key: str
    above: tuple[str, ...]
    start: int
    end: int
    value: Node


@dataclass(frozen=True, slots=True)
class Blocks:
    """The keys of one mapping in their order. `column` is that of every key; `dash` whether `- ` stands before one."""

    members: tuple[Block, ...]
    column: int
    lead: str

    @property
    def start(self) -> int:
        """The line of the first key."""
        return self.members[0].start

    @property
    def end(self) -> int:
        """The line after the last value, and after comments that stand deeper than its key."""
        return self.members[-1].end


def lines_of(text: str) -> Lines:
    """Return the lines of a text, whatever they end in, without blank ones at the end."""
    return without_blank_end(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def without_blank_end(lines: Sequence[str]) -> Lines:
    """Return the lines without blank ones at the end: what a text keeps of them there, no reader sees."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return list(lines[:end])


def parsed(lines: Sequence[str]) -> Node:
    """Return the root of a document that the strict reader has taken."""
    return cast("Node", yaml.compose("\n".join(lines) + "\n", Loader=yaml.CBaseLoader))


def nodes_of(root: Node) -> Iterator[Node]:
    """Yield every node, keys included."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, SequenceNode):
            waiting.extend(node.value)
        elif isinstance(node, MappingNode):
            waiting.extend(part for entry in node.value for part in entry)


def blocks_of(lines: Sequence[str], node: Node, limit: int) -> Blocks | None:
    """Return the blocks of a mapping that ends before the line `limit`; None for one in braces, or with `? ` keys."""
    if not isinstance(node, MappingNode) or node.flow_style or not node.value:
        return None
    keys = [key for key, _ in node.value]
    column = keys[0].start_mark.column
    starts = [key.start_mark.line for key in keys]
    lead = lines[starts[0]][:column]
    if lead.strip() not in {"", "-"} or any(lines[start][:column].strip() for start in starts[1:]):
        return None
    members: list[Block] = []
    above: tuple[str, ...] = ()
    for (key, value), start, following in zip(node.value, starts, [*starts[1:], limit], strict=True):
        end = _with_deeper_comments(lines, end_of(lines, value), following, column)
        members.append(Block(key.value, above, start, end, value))
        above = tuple(lines[end:following])
    return Blocks(tuple(members), column, lead)


def end_of(lines: Sequence[str], node: Node) -> int:
    """Return the line after the last one in which something of a node is written."""
    if isinstance(node, SequenceNode | MappingNode) and not node.flow_style and node.value:
        parts = node.value if isinstance(node, SequenceNode) else [value for _, value in node.value]
        return max(end_of(lines, part) for part in parts)
    end = min(node.end_mark.line + bool(node.end_mark.column), len(lines))
    if not isinstance(node, ScalarNode) or node.style not in _OF_LINES:
        return node.end_mark.line + 1
    mark = node.start_mark
    if not _KEEPS.match(lines[mark.line], mark.column):
        while end > mark.line + 1 and not lines[end - 1].strip():
            end -= 1
    return end


def fixed_lines(lines: Sequence[str], root: Node) -> set[int]:
    """Return the lines whose spaces at the end may be part of a text: those of texts over several lines."""
    fixed: set[int] = set()
    for node in nodes_of(root):
        if isinstance(node, ScalarNode) and node.style in _OF_LINES:
            fixed.update(range(node.start_mark.line + 1, node.end_mark.line + bool(node.end_mark.column)))
        elif isinstance(node, ScalarNode) and node.style:
            fixed.update(range(node.start_mark.line, node.end_mark.line))
    return fixed & set(range(len(lines)))


def _with_deeper_comments(lines: Sequence[str], end: int, following: int, column: int) -> int:
    """Return the end of a value with the comments below it that stand deeper than its key: they speak of the value."""
    for number in range(end, following):
        line = lines[number]
        if not line.strip():
            continue
        if len(line) - len(line.lstrip()) <= column:
            break
        end = number + 1
    return end
