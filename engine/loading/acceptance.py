"""`accepted` and `never_say` of policy.yaml: findings that are answered for, and words that no text may use.

Neither is part of what a policy means: both are left out of its fingerprint.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from engine.errors import Place
from engine.loading import shapes
from engine.loading.fields import open_fields
from engine.loading.findings import Findings
from engine.loading.nodes import MapNode, Node
from engine.loading.values import items_of, kind_of, read_words, tidy


class Acceptance(NamedTuple):
    """One finding that may stay as it is: which, about what, why, who says so, and for how long.

    `words`: of a finding about a text, the words that may stay; empty for any other.
    """

    place: Place
    finding: str
    about: str
    reason: str
    by: str
    until: date
    words: str = ""


def read_acceptances(node: Node | None, findings: Findings) -> tuple[Acceptance, ...]:
    """Return what stands under `accepted:`, recording what is wrong with it."""
    if node is None:
        return ()
    accepted: list[Acceptance] = []
    for item in items_of(node, "a list of accepted findings", findings) or ():
        fields = open_fields(item, shapes.ACCEPTANCE, findings)
        if fields is None:
            continue
        read = Acceptance(
            fields.place("finding"),
            fields.id("finding", "the word of a finding"),
            fields.text("about"),
            fields.text("reason"),
            fields.text("by"),
            fields.day("until"),
            fields.text("words") if "words" in fields else "",
        )
        if not fields.faulty:
            accepted.append(read)
    return tuple(accepted)


def read_never_say(node: Node | None, languages: tuple[str, ...], findings: Findings) -> Mapping[str, tuple[str, ...]]:
    """Return what stands under `never_say:`, by language, recording what is wrong with it."""
    if node is None:
        return {}
    if not isinstance(node, MapNode):
        what = f"{kind_of(node)} stands here, a list of words for each language is expected"
        findings.add(node, "wrong-type", what, 'write {en: ["good candidate", ...]}')
        return {}
    words: dict[str, tuple[str, ...]] = {}
    for code, value in node.entries:
        if languages and code.value not in languages:
            findings.unknown_word(code, "unknown-language", "a language of the policy", languages)
        listed = read_words(value, "a list of words that no text may use", findings)
        words[code.value] = tuple(tidy(word.value) for word in listed or ())
    return words
