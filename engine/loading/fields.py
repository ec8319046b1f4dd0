"""The values of one mapping by key, each read with its fault recorded. Never decides what a value means."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TypeVar

from engine.errors import Place
from engine.loading.findings import Findings
from engine.loading.languages import Languages, Written
from engine.loading.nodes import MapNode, Node, ScalarNode
from engine.loading.shapes import Shape
from engine.loading.spelling import did_you_mean, in_one, listed
from engine.loading.values import (
    items_of,
    kind_of,
    read_choice,
    read_choices,
    read_date,
    read_id,
    read_interval,
    read_text,
    read_truth,
    words_of,
)
from engine.model.answer import Source

E = TypeVar("E", bound=StrEnum)


class Fields:
    """The values of one mapping by key.

    Every getter records what is wrong and then returns a stand-in of the right type; whoever builds something from
    them must throw it away when `faulty`. `written` holds, by key, what was written of texts that are read otherwise.
    """

    __slots__ = ("_before", "_found", "findings", "node", "written")

    def __init__(self, node: MapNode, shape: Shape, findings: Findings) -> None:
        self.node = node
        self.findings = findings
        self._before = findings.count
        self._found: dict[str, Node] = {key.value: value for key, value in node.entries}
        self.written: dict[str, Written | list[Written] | dict[str, list[Written]]] = {}
        if not self._found.keys() <= set(shape.keys):
            self._refuse_others(shape)
        missing = [key for key in shape.required if key not in self._found]
        if missing:
            findings.add(node, "missing-key", f"{shape.name} lacks {listed(missing, 20)}", "add what is missing")

    def _refuse_others(self, shape: Shape) -> None:
        allowed, entries = shape.keys, self.node.entries
        for key, _ in entries:
            if key.value not in allowed:
                what = self.findings.shown(key)
                free = [word for word in allowed if all(word != other.value for other, _ in entries)]
                advice = in_one(did_you_mean(key.value, free), f"its keys are {listed(allowed, 20)}")
                self.findings.add(key, "unknown-key", f"{what} is not a key of {shape.name}", advice)
                del self._found[key.value]

    @property
    def faulty(self) -> bool:
        """Whether anything was found wrong since the mapping was opened."""
        return self.findings.count != self._before

    def __contains__(self, key: str) -> bool:
        return key in self._found

    def node_of(self, key: str) -> Node | None:
        """Return the value of a key, if it was written."""
        return self._found.get(key)

    def place(self, key: str) -> Place:
        """Return the place of a key's value, or of the mapping when the key is not there."""
        return self.findings.place(self._found.get(key, self.node))

    def text(self, key: str) -> str:
        """Return a text."""
        node = self._found.get(key)
        return (read_text(node, self.findings) or "") if node else ""

    def said(self, key: str, languages: Languages) -> str:
        """Return a text that a person reads, in the language in use."""
        node = self._found.get(key)
        if node is None:
            return ""
        text, written = languages.read(node, self.findings)
        if written is not text:
            self.written[key] = written
        return text

    def texts(self, key: str, languages: Languages) -> tuple[str, ...]:
        """Return a list of texts that a person reads, in the order written and in the language in use."""
        node = self._found.get(key)
        if node is None:
            return ()
        texts, written = self.texts_of(node, languages)
        if any(text is not as_written for text, as_written in zip(texts, written, strict=True)):
            self.written[key] = written
        return texts

    def texts_of(self, node: Node, languages: Languages) -> tuple[tuple[str, ...], list[Written]]:
        """Return the texts of a list as they are read, and as they were written."""
        if isinstance(node, ScalarNode):
            self.findings.add(
                node, "wrong-type", "a text stands here, a list of texts is expected", 'write ["text", ...]'
            )
            return (), []
        items = items_of(node, "a list of texts", self.findings) or ()
        read = [languages.read(item, self.findings) for item in items]
        return tuple(text for text, _ in read), [written for _, written in read]

    def id(self, key: str = "id", what: str = "an id") -> str:
        """Return a kebab-case id."""
        node = self._found.get(key)
        return (read_id(node, self.findings, what) or "") if node else ""

    def choice(self, key: str, allowed: type[E], what: str, slug: str) -> E:
        """Return a word of a closed list."""
        node = self._found.get(key)
        chosen = read_choice(node, allowed, what, slug, self.findings) if node else None
        return chosen if chosen is not None else next(iter(allowed))

    def truth(self, key: str) -> bool:
        """Return a plain true or false."""
        node = self._found.get(key)
        return bool(read_truth(node, self.findings)) if node else False

    def day(self, key: str) -> date:
        """Return a date."""
        node = self._found.get(key)
        return (read_date(node, self.findings) or date.min) if node else date.min

    def interval(self, key: str) -> int | None:
        """Return an interval in days, or None when there is none."""
        node = self._found.get(key)
        return read_interval(node, self.findings) if node else None

    def sources(self, key: str) -> tuple[Source, ...]:
        """Return a list of sources, in the order of the closed list (it has no meaning where it is written)."""
        node = self._found.get(key)
        if node is None:
            return ()
        found = read_choices(node, Source, "a source", "unknown-source", self.findings) or ()
        return tuple(source for source in words_of(Source).values() if source in found)


def open_fields(node: Node, shape: Shape, findings: Findings) -> Fields | None:
    """Return the fields of a mapping, or None when the node is something else."""
    if isinstance(node, MapNode):
        return Fields(node, shape, findings)
    findings.add(
        node,
        "wrong-type",
        f"{kind_of(node)} stands here, {shape.name} is expected",
        f"write {shape.name} with the keys {listed(shape.keys, 20)}",
    )
    return None
