"""A strict reader of YAML (and JSON) text: texts, lists and mappings with their places, or located errors.

Every scalar is text. It reads the events of libyaml and never composes or constructs: nothing in a document can make
it run code, repeat content or recurse. It must never quote a document whose limits forbid it.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any

from yaml._yaml import CParser, Mark
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from engine.errors import BadData, Place
from engine.loading.document_text import Limits, is_forbidden, is_json, text_of
from engine.loading.findings import MOST_PROBLEMS, Findings, with_excerpts
from engine.loading.nodes import MapNode, Node, ScalarNode, SeqNode
from engine.loading.yaml_messages import explain

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_NOT_A_KEY = _NOTHING | {"<<"}
_new = tuple.__new__


def read_document(data: bytes, name: str, limits: Limits) -> Node:
    """Return the one document in the data. Raises BadData with every problem found in it."""
    text = text_of(data, name, limits)
    findings = Findings(name, quotes=limits.quotes)
    root = _Reader(text, findings, limits).read()
    if root is None or findings.problems:
        problems = with_excerpts(findings.problems, {name: text}) if limits.quotes else findings.problems
        raise BadData(problems)
    return root


class _Stop(Exception):
    """Reading further makes no sense; the problem is recorded."""


class _Reader:
    def __init__(self, text: str, findings: Findings, limits: Limits) -> None:
        self._text = text
        self._findings = findings
        self._limits = limits
        self._root: Node | None = None

    def read(self) -> Node | None:
        """Return the root, or None when problems kept it from being read."""
        if "\t" in self._text:
            self._refuse_tabs()
            return None
        try:
            self._read_events()
        except _Stop:
            return None
        except YAMLError as error:
            self._refuse_yaml(error)
            return None
        if self._root is None and not self._findings.problems:
            self._findings.add(
                Place(self._findings.file, 1, 1),
                "empty-file",
                "nothing is written in the file",
                "check that it was saved, and that it is the file that was meant",
            )
        return self._root

    def _read_events(self) -> None:
        """Build the root: one flat loop, without calls for what is well-formed (a policy has tens of thousands)."""
        new, longest, most = tuple.__new__, self._limits.text, 2 * self._limits.nodes
        # What is open: the items of a list, else (`items` is None) the entries of a mapping and the key that waits for
        # its value. Entries stand by key: of a document that writes one twice, nothing but its problems is handed on.
        items: list[Node] | None = None
        entries: dict[str, tuple[ScalarNode, Node]] = {}
        key: ScalarNode | None = None
        around: list[tuple[list[Node] | None, dict[str, tuple[ScalarNode, Node]], ScalarNode | None, Event]] = []
        value, style = "", None
        node: Any
        event: Any = None
        for event in islice(iter(CParser(self._text).get_event, None), most + 1):
            kind = type(event)
            if kind is ScalarEvent:
                value, style, mark = event.value, event.style, event.start_mark
                node = new(ScalarNode, (value, mark.line + 1, mark.column + 1, not style))
                if event.tag is not None or event.anchor is not None or len(value) > longest or style == '"':
                    self._check_scalar(node, event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._check_start(event, len(around))
                around.append((items, entries, key, event))
                items, entries, key = None if kind is MappingStartEvent else [], {}, None
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                below = tuple(entries.values()) if items is None else tuple(items)
                items, entries, key, start = around.pop()
                node = new(MapNode if kind is MappingEndEvent else SeqNode, (below, *_place(start)))
            else:
                node = self._rare(event)
                if node is None:
                    continue
            if items is not None:
                if kind is ScalarEvent and value in _NOTHING and not style:
                    self._add(
                        node, "empty-value", "an item of this list is empty", "write the item, or delete the line"
                    )
                items.append(node)
            elif key is not None:
                if kind is ScalarEvent and value in _NOTHING and not style:
                    self._refuse_empty(key, node)
                entries.setdefault(key.value, (key, node))
                key = None
            elif not around:
                self._root = node
            elif kind is not ScalarEvent or value in entries or value in _NOT_A_KEY:
                key = self._doubtful_key(node, entries)
            else:
                key = node
        if event is not None and not isinstance(event, StreamEndEvent):
            message = f"the file holds more than {self._limits.nodes:,} texts and lists"
            advice = "split it, or look whether this is the file that was meant"
            self._add_at(event, "too-many-nodes", message, advice)

    def _check_scalar(self, node: ScalarNode, event: ScalarEvent) -> None:
        if event.tag is not None or event.anchor is not None or len(node.value) > self._limits.text:
            self._refuse_scalar(node, event.tag, event.anchor)
        if event.style == '"' and is_forbidden(node.value):
            message = "this text holds an escaped control or invisible character"
            self._add(node, "control-character", message, "leave the character out")

    def _check_start(self, event: CollectionStartEvent, depth: int) -> None:
        if event.tag is not None or event.anchor is not None:
            self._refuse_scalar(ScalarNode("", *_place(event), plain=False), event.tag, event.anchor)
        if depth >= self._limits.depth:
            message = f"more than {self._limits.depth} lists or mappings stand inside each other"
            self._add_at(event, "too-deep", message, "write it flatter")
            raise _Stop

    def _rare(self, event: Event) -> ScalarNode | None:
        """Return what stands for an alias, None for an event that is no node; record what may not be there."""
        if isinstance(event, AliasEvent):
            advice = "write the text out again, or put quotes around it if a text was meant"
            self._add_at(event, "alias", "an alias (`*name`) stands here", advice)
            return ScalarNode("*", *_place(event), plain=False)
        if isinstance(event, DocumentStartEvent):
            if self._root is not None:
                message = "a second document begins here (`---`)"
                self._add_at(event, "several-documents", message, "put each document into a file of its own")
                raise _Stop
            if event.version or event.tags:
                self._add_at(event, "directive", "a line with a `%` directive stands here", "delete the line")
        return None

    def _doubtful_key(self, node: Node, entries: Mapping[str, tuple[ScalarNode, Node]]) -> ScalarNode:
        """Return a node as a key, and record what is wrong with it, if anything is."""
        if type(node) is not ScalarNode:
            self._add(node, "complex-key", "a list or mapping is used as a key", "a key is one word")
            return ScalarNode("", node.line, node.column, plain=False)
        if node.plain and node.value == "<<":
            self._add(node, "merge-key", "a merge key (`<<`) stands here", "write the keys out")
        elif not node.value or (node.plain and node.value in _NOTHING):
            self._add(node, "empty-key", "a key is missing here", "write the key before the colon")
        elif node.value in entries:
            what = self._findings.shown(node) if self._findings.quotes else "a key"
            first = entries[node.value][0].line
            message = f"{what} is written twice, first in line {first}"
            self._add(node, "duplicate-key", message, "keep one of the two")
        return node

    def _refuse_empty_item(self, node: ScalarNode) -> None:
        self._add(node, "empty-value", "an item of this list is empty", "write the item, or delete the line")

    def _refuse_empty(self, key: ScalarNode, node: ScalarNode) -> None:
        what = f"{self._findings.shown(key)} has no value" if self._findings.quotes else "this key has no value"
        self._add(key if not node.value else node, "empty-value", what, "write the value, or delete the key")

    def _refuse_scalar(self, node: ScalarNode, tag: str | None, anchor: str | None) -> None:
        if len(node.value) > self._limits.text:
            self._add(
                node,
                "too-long",
                f"this text has {len(node.value):,} characters, at most {self._limits.text:,} are read",
                "shorten it",
            )
        if tag is not None:
            self._add(node, "tag", "a tag (`!name`) stands here", "put quotes around the text if it begins with `!`")
        if anchor is not None:
            self._add(
                node,
                "anchor",
                "an anchor (`&name`) stands here",
                "write the text out where it is needed, or put quotes around it if a text was meant",
            )

    def _refuse_tabs(self) -> None:
        json = is_json(self._text)
        for number, line in enumerate(self._text.split("\n"), start=1):
            if "\t" in line:
                self._findings.add(
                    Place(self._findings.file, number, line.index("\t") + 1),
                    "tab",
                    "a tab stands here",
                    "write `\\t` inside a text" if json else "use spaces",
                )

    def _refuse_yaml(self, error: YAMLError) -> None:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        problem = error.problem if isinstance(error, MarkedYAMLError) else None
        slug, message, advice = explain(str(problem or ""), json=is_json(self._text))
        place = Place(self._findings.file, mark.line + 1, mark.column + 1) if mark else Place(self._findings.file)
        self._findings.add(place, slug, message, advice)

    def _add(self, node: Node, slug: str, message: str, advice: str) -> None:
        self._findings.add(node, slug, message, advice)
        if self._findings.count > MOST_PROBLEMS:
            raise _Stop

    def _add_at(self, event: Event, slug: str, message: str, advice: str) -> None:
        self._add(ScalarNode("", *_place(event), plain=False), slug, message, advice)


def _place(event: Event) -> tuple[int, int]:
    """Return line and column, counted from 1."""
    mark: Mark = event.start_mark  # type: ignore[assignment]  # the stub allows for a missing mark
    return mark.line + 1, mark.column + 1
