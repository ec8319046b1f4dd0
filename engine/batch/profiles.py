"""The programmes' profiles that the rows of a table name. A profile that cannot be read is a fault of those rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import ForethoughtError
from engine.loading.case import load_profile
from engine.model.answer import Case
from engine.model.policy import Policy

if TYPE_CHECKING:
    from engine.columns.tables.programmes import Programmes

LONGEST_PATH = 500


def profiles(paths: Iterable[str], folder: Path | None, of_all: Path | None, policy: Policy, on: date) -> Programmes:
    """Return the profiles behind these paths, seen from the folder of the table; and the one that was told for all.

    Raises BadData or NoInput when the one for all cannot be read.
    """
    from engine.columns.tables.programmes import programmes

    whole = load_profile(of_all, policy, on) if of_all is not None else None
    found: dict[str, Case] = {}
    for path in sorted(set(paths)):
        profile = _profile(path, folder, policy, on)
        if profile is not None:
            found[path] = profile
    return programmes(found, whole, policy)


def _profile(path: str, folder: Path | None, policy: Policy, on: date) -> Case | None:
    if len(path) > LONGEST_PATH or not path.isprintable() or (folder is None and not Path(path).is_absolute()):
        return None
    whole = Path(path) if folder is None else folder / path
    try:
        # Not a device or a pipe, whatever a table names.
        return load_profile(whole, policy, on) if whole.is_file() else None
    except (ForethoughtError, OSError, ValueError):
        return None
