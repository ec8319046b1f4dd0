"""The usual form of a policy's files: keys in one order, no spaces at the ends of lines. Comments go with their keys.

Lines are moved and never written anew, so quoting and folding stay as they are. A file is only ever replaced by one
that holds the same entries and the same lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from yaml.nodes import MappingNode, Node, SequenceNode

from engine.errors import BadData, NoInput, Place, Problem
from engine.loading import nodes as read
from engine.loading.document_text import POLICY_LIMITS, is_json
from engine.loading.folder import PolicyFile, files_of, read_bytes
from engine.loading.source_blocks import (
    Block,
    Blocks,
    Lines,
    blocks_of,
    fixed_lines,
    lines_of,
    parsed,
    without_blank_end,
)
from engine.loading.yaml_reader import read_document


class Order(NamedTuple):
    """The keys of a mapping in their usual order, and the orders of mappings (or lists of them) below some of them."""

    keys: tuple[str, ...]
    below: Mapping[str, Order] = MappingProxyType({})


_ALWAYS = Order(("if", "then"))
_PRONOUNS = Order(("client", "partner"))
_ACCEPTED = Order(("finding", "about", "words", "reason", "by", "until"))

ORDERS: Final[Mapping[str, Order]] = {
    "policy": Order(
        (
            *("id", "title", "version", "effective_from", "languages", "pronouns", "translation_notes", "owner"),
            *("summary", "base_safeguards", "review", "other_routes", "accepted", "never_say"),
        ),
        {"pronouns": _PRONOUNS, "accepted": _ACCEPTED},
    ),
    "works": Order(("key", "title", "publisher", "year", "kind", "link", "note", "review_by")),
    "questions": Order(
        (
            *("id", "section", "about", "ask", "help", "asked_of", "answers", "several", "wording", "corroborate"),
            *("valid_for", "nature", "only_if", "source"),
        )
    ),
    "flags": Order(("id", "effect", "partner_safety", "title", "meaning", "remedy", "tell")),
    "safeguards": Order(
        (
            *("id", "title", "do", "who", "by", "check", "each_session", "needs", "partner_safety"),
            "client_wording",
        )
    ),
    "rules": Order(
        (
            *("id", "title", "status", "replaced_by", "also_at", "when", "raise", "recommend", "because", "source"),
            *("authority", "owner", "if_unknown_ask", "limits"),
        )
    ),
    "invariants": Order(("id", "stage", "also_at", "because", "always"), {"always": _ALWAYS}),
}
"""The usual order of keys, by what a file defines."""

SCHEMAS = ".schemas"
"""The folder of JSON Schemas in a policy; being hidden, it is no part of the policy itself."""

_MODELINE = re.compile(r"#\s*yaml-language-server:\s*\$schema=(?P<schema>\S+)\s*")


class Formatted(NamedTuple):
    """A file of a policy as it is and as it is usual."""

    path: Path
    name: str
    before: bytes
    after: bytes

    @property
    def changes(self) -> bool:
        """Whether the two differ."""
        return self.before != self.after


def formatted(folder: Path) -> tuple[Formatted, ...]:
    """Return every file of a policy folder in its usual form; writes nothing.

    Raises BadData with a problem for each file that cannot be read or put in order, NoInput when there is no policy.
    """
    files, _ = files_of(folder)
    if not files:
        help = "name the folder that holds policy.yaml"
        raise NoInput([Problem(Place(str(folder)), "no-policy", "there is no file of a policy in this folder", help)])
    done: list[Formatted] = []
    problems: list[Problem] = []
    for file in files:
        try:
            before = read_bytes(file.path, POLICY_LIMITS.size)
            after = canonical(before, file.name, file.kind, schema_line(folder, file))
        except OSError as error:
            what = f"the file cannot be read: {error.strerror or 'unknown reason'}"
            problems.append(Problem(Place(file.name), "unreadable-file", what, "check who may read it"))
        except BadData as error:
            problems += error.problems
        else:
            done.append(Formatted(file.path, file.name, before, after))
    if problems:
        raise BadData(problems)
    return tuple(done)


def schema_line(folder: Path, file: PolicyFile) -> str:
    """Return the first line that tells an editor where the schema of a file is; empty when the policy has none."""
    name = schema_file(file.kind)
    if not (folder / SCHEMAS / name).is_file():
        return ""
    up = "../" * (len(file.path.relative_to(folder).parts) - 1)
    return f"# yaml-language-server: $schema={up}{SCHEMAS}/{name}"


def schema_file(kind: str) -> str:
    """Return the name of the schema of what a file defines."""
    return f"{'sources' if kind == 'works' else kind}.json"


def canonical(data: bytes, name: str, kind: str, modeline: str = "") -> bytes:
    """Return a file of a policy in its usual form. `modeline` stands first unless the file names a schema elsewhere.

    A file in JSON stays as it is. Raises BadData when the file cannot be read, or not be put in order by moving lines.
    """
    before = read_document(data, name, POLICY_LIMITS)
    text = data.decode("utf-8")
    if is_json(text):
        return data
    lines = lines_of(text)
    root = parsed(lines)
    fixed = fixed_lines(lines, root)
    lines = [line if number in fixed else line.rstrip() for number, line in enumerate(lines)]
    arranged = _with_modeline(without_blank_end(_arranged(lines, root, ORDERS[kind])), modeline)
    after = ("\n".join(arranged) + "\n").encode()
    if not _says_the_same(before, after, name) or _without_modeline(lines) != _without_modeline(arranged):
        message = "the keys of this file cannot be put in their usual order by moving lines alone"
        help = "write every key on a line of its own, comments above what they speak of, and try again"
        raise BadData([Problem(Place(name, 1, 1), "cannot-format", message, help)])
    return after


def _arranged(lines: Lines, root: Node, order: Order) -> Lines:
    if isinstance(root, SequenceNode) and not root.flow_style:
        return _entries(lines, root, order, 0, len(lines))
    return _mapping(lines, root, order, 0, len(lines))


def _entries(lines: Lines, node: SequenceNode, order: Order, start: int, limit: int) -> Lines:
    """Return the lines from `start` to `limit`, which hold a list, with the keys of each of its entries in order."""
    out: Lines = []
    done = start
    starts = [entry.start_mark.line for entry in node.value]
    for entry, following in zip(node.value, [*starts[1:], limit], strict=True):
        out += _mapping(lines, entry, order, done, following)
        done = following
    return out + lines[done:limit]


def _mapping(lines: Lines, node: Node, order: Order, start: int, limit: int) -> Lines:
    """Return the lines from `start` to `limit`, which hold a mapping, with its keys in order."""
    blocks = blocks_of(lines, node, limit)
    if blocks is None:
        return lines[start:limit]
    places = {key: number for number, key in enumerate(order.keys)}
    ordered = sorted(blocks.members, key=lambda block: places.get(block.key, len(places)))
    head = lines[start : blocks.start]
    body: Lines = []
    for number, block in enumerate(ordered):
        own = _own_lines(lines, block, order)
        if number == 0:
            head += _above_first(blocks, block)
            own[0] = blocks.lead + own[0][blocks.column :]
        else:
            body += block.above
            own[0] = " " * blocks.column + own[0][blocks.column :]
        body += own
    return head + body + lines[blocks.end : limit]


def _above_first(blocks: Blocks, block: Block) -> Lines:
    """Return the comments above a key that now comes first: above the dash, where those of an entry stand."""
    if block is blocks.members[0]:
        return []
    indent = blocks.lead[: len(blocks.lead) - len(blocks.lead.lstrip())] if blocks.lead.strip() else blocks.lead
    return [indent + line.strip() for line in block.above if line.strip()]


def _own_lines(lines: Lines, block: Block, order: Order) -> Lines:
    below = order.below.get(block.key)
    if below is None:
        return lines[block.start : block.end]
    match block.value:
        case SequenceNode(flow_style=False) as several:
            return _entries(lines, several, below, block.start, block.end)
        case MappingNode(flow_style=False) as one:
            return _mapping(lines, one, below, block.start, block.end)
        case _:
            return lines[block.start : block.end]


def _with_modeline(lines: Lines, modeline: str) -> Lines:
    """Return the lines with the one that names the schema first, as the file has it or as it should be."""
    for number, line in enumerate(lines):
        if line and not line.startswith("#"):
            break
        found = _MODELINE.fullmatch(line)
        if found is not None:
            ours = f"{SCHEMAS}/" in found["schema"]
            return [modeline if modeline and ours else line, *lines[:number], *lines[number + 1 :]]
    return [modeline, *lines] if modeline else lines


def _without_modeline(lines: Sequence[str]) -> Counter[str]:
    """Return how often each line stands there, whatever its place and indent."""
    stripped = (line.lstrip(" -").rstrip() for line in lines if not _MODELINE.fullmatch(line))
    return Counter(line for line in stripped if line)


def _says_the_same(before: read.Node, after: bytes, name: str) -> bool:
    try:
        return _plain(before) == _plain(read_document(after, name, POLICY_LIMITS))
    except BadData:
        return False


def _plain(node: read.Node) -> object:
    """Return what a document says, without its order of keys; a line break at the end of a text says nothing."""
    match node:
        case read.ScalarNode(value=value, plain=plain):
            return value.rstrip("\n"), plain
        case read.SeqNode(items=items):
            return [_plain(item) for item in items]
        case read.MapNode(entries=entries):
            return {key.value: _plain(value) for key, value in entries}
