"""The policy of a folder: what was kept of it, or else its files, read and checked."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from engine.loading.folder import Folder, read_folder
from engine.loading.kept import shelf
from engine.loading.kept.naming import name_of
from engine.loading.kept.shapes import policy_from, text_of
from engine.model.policy import Policy


def load_kept(folder: Path, language: str | None, kept: Path) -> Policy:
    """Return the policy in a folder as `load_policy` does; `kept` is where earlier runs kept what they checked.

    The files are read in any case, once: the bytes that are looked up are the bytes that would be parsed. A policy with
    anything wrong is never kept. Raises BadData or NoInput, as `load_policy` does.
    """
    there = read_folder(folder)
    name = _name(there, language)
    found = _taken(kept, name) if name is not None else None
    if found is not None:
        return found
    # Only now: what reads and checks the files takes longer to import than a kept policy takes to read.
    from engine.loading.load import load_read

    policy = load_read(there, language)
    # A program that was changed while it ran would otherwise be taken for the one that made this.
    if name is not None and name == _name(there, language):
        # Whatever is in the way of keeping it, the next run is merely slower.
        with suppress(Exception):
            shelf.put(kept, name, text_of(policy))
    return policy


def _name(folder: Folder, language: str | None) -> str | None:
    try:
        return name_of(folder, language)
    except OSError:
        return None


def _taken(kept: Path, name: str) -> Policy | None:
    """Return the policy that is kept under a name, or None: not there, damaged, or not ours alone."""
    try:
        text = shelf.taken(kept, name)
        return policy_from(text) if text is not None else None
    except Exception:  # noqa: BLE001 - whatever it is, the files are read: an entry can never stop or change a screening
        return None
