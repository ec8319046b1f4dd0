"""The problems found in one document, gathered so that all of them are reported together.

Messages about a case or a decision must never hold what was written there: only `Findings.shown` may quote, and it
does so for policies alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from engine.errors import Place, Problem
from engine.loading.nodes import Node, ScalarNode
from engine.loading.spelling import in_one, listed, nearest

MOST_PROBLEMS = 100
"""How many problems of one document are kept: past this, the document is of another kind altogether."""

_LONGEST_QUOTE = 60
_WIDEST_EXCERPT = 160

_UNPRINTABLE = r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff]"
_LINE_BREAK = r"\r\n|\r|\n"


class Findings:
    """The problems of one document. `quotes`: whether messages may hold words of the document (policies only)."""

    __slots__ = ("count", "file", "problems", "quotes")

    def __init__(self, file: str, *, quotes: bool) -> None:
        self.file = file
        self.quotes = quotes
        self.problems: list[Problem] = []
        self.count = 0

    def place(self, node: Node) -> Place:
        """Return the place of a node."""
        return Place(self.file, node.line, node.column)

    def add(self, at: Node | Place | None, slug: str, message: str, advice: str = "") -> None:
        """Record a problem at a node or place, or of the whole document."""
        place = Place(self.file) if at is None else at if isinstance(at, Place) else self.place(at)
        self.count += 1
        if self.count <= MOST_PROBLEMS:
            self.problems.append(Problem(place, slug, message, advice))
        elif self.count == MOST_PROBLEMS + 1:
            message = f"the file has more than {MOST_PROBLEMS} problems; the others are not listed"
            self.problems.append(Problem(Place(self.file), "too-many-problems", message, "correct these first"))

    def shown(self, node: ScalarNode) -> str:
        """Return the text of a node for a message: quoted in a policy, never in a case or a decision."""
        return quoted(node.value) if self.quotes else "what is written here"

    def unknown_word(self, node: ScalarNode, slug: str, kind: str, allowed: Iterable[str], *, advice: str = "") -> None:
        """Record that a word is none of the allowed ones, with "did you mean"."""
        words = tuple(allowed)
        others = advice or (f"write one of: {listed(words)}" if words else "")
        # In a case only a misspelt word is named: what else stands there may be a sentence that holds the answer.
        near = nearest(node.value, words, parts=self.quotes)
        meant = f"did you mean `{near}`?" if near is not None else ""
        self.add(node, slug, f"{self.shown(node)} is not {kind}", in_one(meant, others))


def quoted(text: str) -> str:
    """Return a text between backquotes, shortened, without anything a terminal could act on."""
    short = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 3] + "..."
    return f"`{re.sub(_UNPRINTABLE, '?', short)}`"


def with_excerpts(problems: Iterable[Problem], texts: Mapping[str, str]) -> list[Problem]:
    """Add to each problem the line of the policy file that it is about."""
    lines: dict[str, list[str]] = {}
    shown: list[Problem] = []
    for problem in problems:
        place = problem.place
        if not place.line or problem.excerpt or place.file not in texts:
            shown.append(problem)
            continue
        if place.file not in lines:
            lines[place.file] = re.split(_LINE_BREAK, texts[place.file])
        shown.append(problem._replace(excerpt=_excerpt(lines[place.file], place)))
    return shown


def _excerpt(lines: list[str], place: Place) -> str:
    if not 0 < place.line <= len(lines) or place.column > _WIDEST_EXCERPT - 10:
        return ""
    return re.sub(_UNPRINTABLE, "?", lines[place.line - 1].replace("\t", " "))[:_WIDEST_EXCERPT].rstrip()
