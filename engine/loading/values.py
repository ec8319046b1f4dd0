"""Single values: texts, words, ids, dates, intervals, yes or no. Each is read or its fault recorded with its place.

Shared by policies, cases and decisions; only `Findings.shown` decides whether a value may be quoted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TypeVar

from engine.loading.findings import Findings
from engine.loading.nodes import MapNode, Node, ScalarNode, SeqNode
from engine.loading.spelling import listed

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
LONGEST_ID = 80
_FEW = 12
_DATE = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
_INTERVAL = r"([1-9][0-9]{0,3}) (day|week)s?"
_SPACES = r"[ \u00a0]*\n[ ]*|[ ]{2,}"


def kind_of(node: Node) -> str:
    """Return what a node is, for messages."""
    match node:
        case ScalarNode():
            return "a text"
        case SeqNode():
            return "a list"
        case MapNode():
            return "a mapping (`key: value`)"


def read_scalar(node: Node, expected: str, findings: Findings) -> ScalarNode | None:
    """Return the node when it is a text that is not empty."""
    if type(node) is not ScalarNode:
        findings.add(node, "wrong-type", f"{kind_of(node)} stands here, {expected} is expected", f"write {expected}")
        return None
    if not node.value.strip():
        findings.add(node, "empty-value", f"an empty text stands here, {expected} is expected", f"write {expected}")
        return None
    return node


def read_text(node: Node, findings: Findings, expected: str = "a text") -> str | None:
    """Return a text without the spaces and line breaks around it and doubled within it."""
    if type(node) is ScalarNode and (text := tidy(node.value)):
        return text
    read_scalar(node, expected, findings)
    return None


def tidy(text: str) -> str:
    """Drop what only layout put into a text: spaces at the ends of lines and doubled ones."""
    text = text.strip()
    if "\n" in text or "  " in text:
        text = re.sub(_SPACES, lambda found: "\n" if "\n" in found.group() else " ", text)
    return text


def read_id(node: Node, findings: Findings, what: str = "an id") -> str | None:
    """Return a kebab-case id."""
    scalar = read_scalar(node, what, findings)
    if scalar is None:
        return None
    if not KEBAB.match(scalar.value) or len(scalar.value) > LONGEST_ID:
        better = re.sub(r"[^a-z0-9]+", "-", scalar.value.lower()).strip("-")[:LONGEST_ID]
        findings.add(
            node,
            "not-kebab-case",
            f"{findings.shown(scalar)} is not {what}: small letters a-z, digits and single hyphens"
            + (f", at most {LONGEST_ID} in all" if len(scalar.value) > LONGEST_ID else ""),
            f"write `{better}`" if better and findings.quotes else "",
        )
        return None
    return scalar.value


@cache
def words_of(allowed: type[E]) -> dict[str, E]:
    """Return the words of a closed list, in its order: asking the list itself takes five times as long."""
    return {word.value: word for word in allowed}


def read_choice(node: Node, allowed: type[E], what: str, slug: str, findings: Findings) -> E | None:
    """Return one of the words of a closed list."""
    scalar = read_scalar(node, what, findings)
    if scalar is None:
        return None
    chosen = words_of(allowed).get(scalar.value)
    if chosen is None:
        findings.unknown_word(scalar, slug, what, tuple(words_of(allowed)))
    return chosen


def read_truth(node: Node, findings: Findings) -> bool | None:
    """Return a plain `true` or `false`."""
    if isinstance(node, ScalarNode) and node.plain and node.value in ("true", "false"):
        return node.value == "true"
    found = findings.shown(node) if isinstance(node, ScalarNode) else kind_of(node)
    findings.add(
        node, "not-true-or-false", f"{found} is neither true nor false", "write `true` or `false`, without quotes"
    )
    return None


def read_date(node: Node, findings: Findings) -> date | None:
    """Return a date of the form 2026-11-22 that exists."""
    scalar = read_scalar(node, "a date", findings)
    if scalar is None:
        return None
    found = re.fullmatch(_DATE, scalar.value)
    if found is None:
        findings.add(
            node, "not-a-date", f"{findings.shown(scalar)} is not a date", "write year-month-day, as in 2026-11-22"
        )
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        findings.add(
            node, "no-such-date", f"{findings.shown(scalar)} is a day that does not exist", "check day and month"
        )
        return None


def read_interval(node: Node, findings: Findings) -> int | None:
    """Return the days in `8 weeks` or `10 days`."""
    scalar = read_scalar(node, "an interval", findings)
    if scalar is None:
        return None
    found = re.fullmatch(_INTERVAL, scalar.value)
    if found is None:
        findings.add(
            node,
            "not-an-interval",
            f"{findings.shown(scalar)} is not an interval",
            "write a number from 1 and `days` or `weeks`, as in `8 weeks`",
        )
        return None
    return int(found[1]) * (7 if found[2] == "week" else 1)


def items_of(node: Node, expected: str, findings: Findings, *, may_be_empty: bool = False) -> tuple[Node, ...] | None:
    """Return the items of a list."""
    if not isinstance(node, SeqNode):
        shown = (
            f"[{node.value}]"
            if findings.quotes and isinstance(node, ScalarNode) and len(node.value) < LONGEST_ID
            else ""
        )
        findings.add(
            node,
            "wrong-type",
            f"{kind_of(node)} stands here, {expected} is expected",
            f"write it in brackets: `{shown}`" if shown else f"write {expected}",
        )
        return None
    if not node.items and not may_be_empty:
        findings.add(node, "empty-list", f"an empty list stands here, {expected} is expected", f"write {expected}")
        return None
    return node.items


def read_words(
    node: Node, expected: str, findings: Findings, *, may_be_empty: bool = False
) -> tuple[ScalarNode, ...] | None:
    """Return the texts of a list in which none occurs twice."""
    items = items_of(node, expected, findings, may_be_empty=may_be_empty)
    if items is None:
        return None
    words: list[ScalarNode] = []
    seen: set[str] = set()
    faulty = False
    for item in items:
        word = read_scalar(item, "one word", findings)
        if word is None:
            faulty = True
        elif word.value in seen:
            findings.add(
                item, "repeated-word", f"{findings.shown(word)} stands twice in this list", "keep one of the two"
            )
            faulty = True
        else:
            seen.add(word.value)
            words.append(word)
    return None if faulty else tuple(words)


def read_choices(node: Node, allowed: type[E], what: str, slug: str, findings: Findings) -> tuple[E, ...] | None:
    """Return a list of words of a closed list; `what` is one of them, as in "a source"."""
    words = read_words(node, f"a list of {what.split(maxsplit=1)[-1]}s", findings)
    if words is None:
        return None
    chosen = [read_choice(word, allowed, what, slug, findings) for word in words]
    good = tuple(choice for choice in chosen if choice is not None)
    return good if len(good) == len(chosen) else None


def read_known(node: Node, known: Mapping[str, object], what: str, slug: str, findings: Findings) -> str | None:
    """Return a word that is one of the known ids."""
    scalar = read_scalar(node, what, findings)
    if scalar is None:
        return None
    if scalar.value not in known:
        findings.unknown_word(
            scalar,
            slug,
            what,
            known,
            advice="" if len(known) <= _FEW else f"one of {len(known)} ids, such as {listed(sorted(known)[:3])}",
        )
        return None
    return scalar.value
