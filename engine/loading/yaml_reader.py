"""A strict reader of YAML (and JSON) text: texts, lists and mappings with their places, or located errors.

Every scalar is text. It reads the events of libyaml and never composes or constructs: nothing in a document can make
it run code, repeat content or recurse. It must never quote a document whose limits forbid it.
"""

from __future__ import annotations

from yaml._yaml import CParser, Mark
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    StreamEndEvent,
)

from engine.errors import BadData, Place
from engine.loading.document_text import Limits, is_forbidden, is_json, text_of
from engine.loading.findings import MOST_PROBLEMS, Findings, with_excerpts
from engine.loading.nodes import MapNode, Node, ScalarNode, SeqNode
from engine.loading.yaml_messages import explain

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


def read_document(data: bytes, name: str, limits: Limits) -> Node:
    """Return the one document in the data. Raises BadData with every problem found in it."""
    text = text_of(data, name, limits)
    findings = Findings(name, quotes=limits.quotes)
    root = _Reader(text, findings, limits).read()
    if root is None or findings.problems:
        problems = with_excerpts(findings.problems, {name: text}) if limits.quotes else findings.problems
        raise BadData(problems)
    return root


class _Frame:
    """An open list (`entries` is None) or mapping."""

    __slots__ = ("column", "entries", "items", "key", "line", "seen")

    def __init__(self, line: int, column: int, *, mapping: bool) -> None:
        self.line = line
        self.column = column
        self.items: list[Node] = []
        self.entries: list[tuple[ScalarNode, Node]] | None = [] if mapping else None
        self.key: ScalarNode | None = None
        self.seen: dict[str, int] = {}

    def node(self) -> SeqNode | MapNode:
        """Return the finished list or mapping."""
        if self.entries is None:
            return SeqNode(tuple(self.items), self.line, self.column)
        return MapNode(tuple(self.entries), self.line, self.column)


class _Stop(Exception):
    """Reading further makes no sense; the problem is recorded."""


class _Reader:
    def __init__(self, text: str, findings: Findings, limits: Limits) -> None:
        self._text = text
        self._findings = findings
        self._limits = limits
        self._frames: list[_Frame] = []
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
        parser = CParser(self._text)
        most_events, findings = 2 * self._limits.nodes, self._findings
        events = 0
        while True:
            event = parser.get_event()
            if event is None or isinstance(event, StreamEndEvent):
                return
            mark: Mark = event.start_mark  # type: ignore[assignment]  # the stub allows for a missing mark
            if isinstance(event, ScalarEvent):
                self._scalar(event, mark)
            elif isinstance(event, CollectionStartEvent):
                self._start(event, mark)
            elif isinstance(event, CollectionEndEvent):
                self._take(self._frames.pop().node())
            elif isinstance(event, AliasEvent):
                advice = "write the text out again, or put quotes around it if a text was meant"
                self._add_at(mark, "alias", "an alias (`*name`) stands here", advice)
                self._take(ScalarNode("*", mark.line + 1, mark.column + 1, plain=False))
            elif isinstance(event, DocumentStartEvent):
                self._document(event, mark)
            events += 1
            if events > most_events:
                message = f"the file holds more than {self._limits.nodes:,} texts and lists"
                self._add_at(
                    mark, "too-many-nodes", message, "split it, or look whether this is the file that was meant"
                )
                raise _Stop
            if findings.count > MOST_PROBLEMS:
                raise _Stop

    def _scalar(self, event: ScalarEvent, mark: Mark) -> None:
        node = ScalarNode(event.value, mark.line + 1, mark.column + 1, not event.style)
        if len(node.value) > self._limits.text or event.tag is not None or event.anchor is not None:
            self._refuse_scalar(node, event.tag, event.anchor)
        if event.style == '"' and is_forbidden(node.value):
            message = "this text holds an escaped control or invisible character"
            self._add(node, "control-character", message, "leave the character out")
        self._take(node)

    def _start(self, event: CollectionStartEvent, mark: Mark) -> None:
        line, column = mark.line + 1, mark.column + 1
        if event.tag is not None or event.anchor is not None:
            self._refuse_scalar(ScalarNode("", line, column, plain=False), event.tag, event.anchor)
        if len(self._frames) >= self._limits.depth:
            message = f"more than {self._limits.depth} lists or mappings stand inside each other"
            self._add_at(mark, "too-deep", message, "write it flatter")
            raise _Stop
        self._frames.append(_Frame(line, column, mapping=isinstance(event, MappingStartEvent)))

    def _document(self, event: DocumentStartEvent, mark: Mark) -> None:
        if self._root is not None:
            message = "a second document begins here (`---`)"
            self._add_at(mark, "several-documents", message, "put each document into a file of its own")
            raise _Stop
        if event.version or event.tags:
            self._add_at(mark, "directive", "a line with a `%` directive stands here", "delete the line")

    def _take(self, node: Node) -> None:
        """Put a finished node where it belongs: a root, an item, a key or a value."""
        if not self._frames:
            self._root = node
            return
        frame = self._frames[-1]
        if frame.entries is None:
            if type(node) is ScalarNode and node.plain and node.value in _NOTHING:
                self._add(node, "empty-value", "an item of this list is empty", "write the item, or delete the line")
            frame.items.append(node)
        elif frame.key is None:
            frame.key = self._as_key(frame, node)
        else:
            if type(node) is ScalarNode and node.plain and node.value in _NOTHING:
                self._refuse_empty(frame.key, node)
            frame.entries.append((frame.key, node))
            frame.key = None

    def _as_key(self, frame: _Frame, node: Node) -> ScalarNode:
        if type(node) is not ScalarNode:
            self._add(node, "complex-key", "a list or mapping is used as a key", "a key is one word")
            return ScalarNode("", node.line, node.column, plain=False)
        if node.plain and node.value == "<<":
            self._add(node, "merge-key", "a merge key (`<<`) stands here", "write the keys out")
        elif not node.value or (node.plain and node.value in _NOTHING):
            self._add(node, "empty-key", "a key is missing here", "write the key before the colon")
        elif node.value in frame.seen:
            what = self._findings.shown(node) if self._findings.quotes else "a key"
            self._add(
                node,
                "duplicate-key",
                f"{what} is written twice, first in line {frame.seen[node.value]}",
                "keep one of the two",
            )
        frame.seen.setdefault(node.value, node.line)
        return node

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

    def _add(self, node: Node, slug: str, message: str, advice: str = "") -> None:
        self._findings.add(node, slug, message, advice)

    def _add_at(self, mark: Mark, slug: str, message: str, advice: str) -> None:
        self._findings.add(Place(self._findings.file, mark.line + 1, mark.column + 1), slug, message, advice)
