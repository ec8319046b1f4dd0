"""Every text that a person reads, in every language, with its place; and lists of texts that a comma took apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from engine.errors import Place
from engine.loading.advice.finding import Finding, Looked
from engine.loading.fields import Fields
from engine.loading.findings import quoted
from engine.loading.nodes import MapNode, Node, ScalarNode, SeqNode
from engine.loading.values import tidy

_TEXTS = {
    "Question": ("section", "ask", "help", "about", "wording"),
    "Flag": ("title", "meaning", "tell"),
    "Rule": ("title", "because", "limits"),
    "Safeguard": ("title", "do", "who", "by", "check", "client_wording"),
    "Invariant": ("because",),
}
_OF_POLICY = ("title", "summary", "other_routes")


class Said(NamedTuple):
    """One text in one language: the entry and the key it belongs to, and where it stands."""

    about: str
    key: str
    language: str
    text: str
    place: Place


def texts_said(looked: Looked) -> Iterator[Said]:
    """Yield every text of the policy that a person reads, once for each language it is given in."""
    for about, keys, fields in _entries(looked):
        for key in keys:
            node = fields.node_of(key)
            if node is not None:
                yield from _below(node, looked.header.languages, (about, key, fields.findings.file))


def _entries(looked: Looked) -> Iterator[tuple[str, tuple[str, ...], Fields]]:
    gathered = looked.gathered
    yield looked.header.id, _OF_POLICY, looked.header.fields
    for entries in (
        gathered.questions,
        gathered.flags,
        gathered.rules,
        gathered.safeguards,
        gathered.invariants,
    ):
        for name, entry in entries.items():
            yield name, _TEXTS[type(entry.item).__name__], entry.fields


def _below(node: Node, languages: tuple[str, ...], where: tuple[str, str, str]) -> Iterator[Said]:
    about, key, file = where
    match node:
        case ScalarNode(value=text, line=line, column=column):
            yield Said(about, key, languages[0], tidy(text), Place(file, line, column))
        case SeqNode(items=items):
            for item in items:
                yield from _below(item, languages, where)
        case MapNode(entries=entries):
            for word, value in entries:
                # What is not a language is an answer, or a stage: its text is below it.
                if word.value in languages and isinstance(value, ScalarNode):
                    place = Place(file, value.line, value.column)
                    yield Said(about, key, word.value, tidy(value.value), place)
                else:
                    yield from _below(value, languages, where)


_LISTS = ("tell", "other_routes")
_ENDS = (".", "!", "?")


def taken_apart(looked: Looked) -> Iterator[Finding]:
    """Yield the lists in brackets in which an unquoted comma seems to have made two texts out of one."""
    for about, keys, fields in _entries(looked):
        for key in _LISTS:
            node = fields.node_of(key) if key in keys else None
            for listed in _lists(node) if node is not None else ():
                text = looked.gathered.data[fields.findings.file].decode("utf-8", "replace")
                yield from _pieces(listed, about, fields, text)


def _lists(node: Node) -> Iterator[SeqNode]:
    match node:
        case SeqNode():
            yield node
        case MapNode(entries=entries):
            for _, value in entries:
                yield from _lists(value)
        case _:
            pass


def _pieces(listed: SeqNode, about: str, fields: Fields, text: str) -> Iterator[Finding]:
    if not _is_flow(listed, text):
        return
    for before, item in pairwise(listed.items):
        if not (isinstance(before, ScalarNode) and isinstance(item, ScalarNode) and before.plain and item.plain):
            continue
        if item.value[:1].islower() and not before.value.endswith(_ENDS):
            yield Finding(
                fields.findings.place(item),
                "list-taken-apart",
                about,
                f"{quoted(item.value)} is read as a text of its own, after {quoted(before.value)}",
                "inside [...] a comma begins a new text: put each text in quotes, or each on a line of its own"
                " after `- `",
                (tidy(item.value),),
            )


def _is_flow(node: SeqNode, text: str) -> bool:
    """Whether a list is written in brackets, in the text of its file."""
    lines = text.splitlines()
    return node.line <= len(lines) and lines[node.line - 1][node.column - 1 : node.column] == "["
