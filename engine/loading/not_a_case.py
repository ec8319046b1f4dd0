"""Files that are given as a case and are something else that forethought reads or writes: said before anything else."""

from __future__ import annotations

import re
from typing import Final

from engine.errors import Place, Problem
from engine.loading.nodes import MapNode, Node

_WRITTEN: Final = re.compile(rb'\s*(<!doctype html|<html|\{\s*"schema"\s*:\s*"forethought\.)', re.IGNORECASE)
"""How HTML and JSON begin that forethought writes. A text of its making could not be told from a comment in a case."""


def written_by_forethought(data: bytes, name: str) -> Problem | None:
    """Return what is wrong when the data is a report or another document that is not for reading back."""
    if not _WRITTEN.match(data.removeprefix(b"\xef\xbb\xbf")):
        return None
    return Problem(
        Place(name),
        "a-report",
        "this is a report or another finished document, not a case",
        "name the case file that it was made from",
    )


def a_decision(root: Node, name: str) -> Problem | None:
    """Return what is wrong when the document holds a decision."""
    keys = {key.value for key, _ in root.entries} if isinstance(root, MapNode) else set()
    if "choice" not in keys or "answers" in keys:
        return None
    return Problem(
        Place(name, root.line, root.column),
        "a-decision",
        "this is a decision, not a case",
        "give it with --decision, and name the case that it is about: forethought screen --decision FILE CASE",
    )
