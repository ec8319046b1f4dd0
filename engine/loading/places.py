"""Where everything of a policy is written: for findings, coverage and pages that point at its files.

Only for a policy that loads; nothing here decides what an entry means.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from engine.errors import BadData, Place
from engine.loading.conditions import Written
from engine.loading.entries import Entry
from engine.loading.gathering import gather
from engine.loading.load import problems_in
from engine.loading.nodes import MapNode, Node, ScalarNode, SeqNode


class EntryPlace(NamedTuple):
    """Where one entry is written: its first and last line (from 1), and the place of each of its keys.

    `leaves` are the places of the tests under `when:`, `only_if:` or `if:` in reading order, which is the order of
    `leaves_of` on the condition of the loaded policy too; `nodes` those of every node of the condition, the same way.
    """

    place: Place
    last_line: int
    keys: Mapping[str, Place]
    leaves: tuple[Place, ...] = ()
    nodes: tuple[Place, ...] = ()


class Places(NamedTuple):
    """The places of a policy's entries by id, and the text of every file by the name that places give it.

    What the loader derives from `needs` stands nowhere and is not in here.
    """

    works: Mapping[str, EntryPlace]
    questions: Mapping[str, EntryPlace]
    flags: Mapping[str, EntryPlace]
    rules: Mapping[str, EntryPlace]
    safeguards: Mapping[str, EntryPlace]
    invariants: Mapping[str, EntryPlace]
    header: EntryPlace
    texts: Mapping[str, str]


def places_of(folder: Path) -> Places:
    """Return where everything of a policy is written. Raises BadData when it does not load, or NoInput."""
    gathered = gather(folder)
    problems = problems_in(gathered)
    if problems or gathered.header is None:
        raise BadData(problems)

    def of(entries: Mapping[str, Entry[object]]) -> dict[str, EntryPlace]:
        return {
            name: _entry(entry.fields.findings.file, entry.fields.node, entry.when) for name, entry in entries.items()
        }

    header = gathered.header.fields
    return Places(
        of(gathered.works),
        of(gathered.questions),
        of(gathered.flags),
        of(gathered.rules),
        of(gathered.safeguards),
        of(gathered.invariants),
        _entry(header.findings.file, header.node, None),
        {name: data.decode("utf-8", "replace") for name, data in gathered.data.items()},
    )


def _entry(file: str, node: MapNode, when: Written | None) -> EntryPlace:
    keys = {key.value: Place(file, key.line, key.column) for key, _ in node.entries}
    nodes = tuple(when.walk()) if when is not None else ()
    leaves = tuple(written.place for written in nodes if not written.members)
    return EntryPlace(
        Place(file, node.line, node.column), _last_line(node), keys, leaves, tuple(each.place for each in nodes)
    )


def _last_line(node: Node) -> int:
    """Return the last line on which something of a node begins; a text of several lines may go on below it."""
    match node:
        case ScalarNode(line=line):
            return line
        case SeqNode(items=items, line=line):
            return max([line, *(_last_line(item) for item in items)])
        case MapNode(entries=entries, line=line):
            return max([line, *(_last_line(value) for _, value in entries)])
