"""The words that a policy defines, collected before anything that uses them is read, so that order never matters.

Holds ids and places only; never judges more than whether an id is well-formed and defined once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from engine.errors import Place
from engine.loading.findings import Findings
from engine.loading.nodes import MapNode, Node, ScalarNode, SeqNode
from engine.model.question import Stage

RESERVED = frozenset(
    {"all", "any", "not", "at-least", "of", "flag", "unknown", "contradiction", "said-by", "programme-lacks"}
)
"""Words of the condition language: no question may be called so."""


EXPLAINED = ("rules", "flags", "safeguards")
"""The kinds that share their ids."""


class Head(NamedTuple):
    """What conditions need of a question. `answers` is None when they could not be read, empty for an open one."""

    place: Place
    stage: Stage
    answers: tuple[str, ...] | None
    several: bool


@dataclass(slots=True)
class Vocabulary:
    """The ids of a policy by kind. `unread`: kinds of which some file could not be read, so that ids may be missing."""

    works: dict[str, Place] = field(default_factory=dict)
    questions: dict[str, Head] = field(default_factory=dict)
    flags: dict[str, Place] = field(default_factory=dict)
    safeguards: dict[str, Place] = field(default_factory=dict)
    rules: dict[str, Place] = field(default_factory=dict)
    invariants: dict[str, Place] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def add(self, kind: str, root: Node, findings: Findings, stage: Stage) -> None:
        """Collect the ids of one file (a list of entries); `stage` matters for questions only."""
        for entry, word in _named(root, "key" if kind == "works" else "id"):
            first = self._defined(kind, word.value)
            if first is not None:
                findings.add(
                    word,
                    "duplicate-id",
                    f"{findings.shown(word)} is already defined at {first}",
                    "ids are never reused: give this one another id, or delete it",
                )
            elif kind == "questions":
                self.questions[word.value] = _head(entry, findings.place(word), stage)
            else:
                getattr(self, kind)[word.value] = findings.place(word)

    def _defined(self, kind: str, word: str) -> Place | None:
        """Return where an id is defined. Rules, flags and safeguards share theirs: a report explains each by its id."""
        if kind == "questions":
            return self.questions[word].place if word in self.questions else None
        kinds = EXPLAINED if kind in EXPLAINED else (kind,)
        places: list[Place] = [getattr(self, other)[word] for other in kinds if word in getattr(self, other)]
        return places[0] if places else None


def _named(root: Node, key: str) -> Iterable[tuple[MapNode, ScalarNode]]:
    if not isinstance(root, SeqNode):
        return
    for entry in root.items:
        if isinstance(entry, MapNode):
            for name, value in entry.entries:
                if name.value == key and isinstance(value, ScalarNode):
                    yield entry, value
                    break


def _head(entry: MapNode, place: Place, stage: Stage) -> Head:
    answers: tuple[str, ...] | None = None
    several = False
    for key, value in entry.entries:
        if key.value == "answers":
            if isinstance(value, SeqNode):
                words = [item.value for item in value.items if isinstance(item, ScalarNode)]
                answers = tuple(words) if words and len(words) == len(value.items) else None
            elif isinstance(value, ScalarNode) and value.value == "open":
                answers = ()
        elif key.value == "several":
            several = isinstance(value, ScalarNode) and value.value == "true"
    return Head(place, stage, answers, several)
