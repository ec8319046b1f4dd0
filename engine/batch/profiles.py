"""The programmes' profiles that the rows of a table name. A profile that cannot be read is a fault of those rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from engine.errors import ForethoughtError
from engine.loading.case import load_profile
from engine.model.answer import Case
from engine.model.policy import Policy

if TYPE_CHECKING:
    from engine.columns.tables.programmes import Programmes

_LONGEST_PATH = 500
_MOST_TOLD = 5


class Found(NamedTuple):
    """The profiles of a table, and why some of them cannot be read."""

    programmes: Programmes
    notes: tuple[str, ...] = ()


def profiles(paths: Iterable[str], folder: Path | None, of_all: Path | None, policy: Policy, on: date) -> Found:
    """Return the profiles behind these paths, seen from the folder of the table; and the one that was told for all.

    Raises BadData or NoInput when the one for all cannot be read.
    """
    from engine.columns.tables.programmes import programmes

    whole = load_profile(of_all, policy, on) if of_all is not None else None
    read: dict[str, Case] = {}
    notes: list[str] = []
    for path in sorted(set(paths)):
        profile = _profile(path, folder, policy, on)
        if isinstance(profile, Case):
            read[path] = profile
        elif profile:
            notes.append(profile)
    return Found(programmes(read, whole, policy), tuple(notes[:_MOST_TOLD]))


def _profile(path: str, folder: Path | None, policy: Policy, on: date) -> Case | str:
    """Return the profile, or why it cannot be read; the rows that name it say that it cannot."""
    if len(path) > _LONGEST_PATH or not path.isprintable():
        return ""
    if folder is None and not Path(path).is_absolute():
        return "a profile is named by a relative path, and the table was not read from a file: write the whole path"
    whole = Path(path) if folder is None else folder / path
    try:
        # Not a device or a pipe, whatever a table names.
        return load_profile(whole, policy, on) if whole.is_file() else ""
    except ForethoughtError as error:
        first = error.problems[0]
        return f"{first.place}: {first.message}" + (f" ({first.help})" if first.help else "")
    except (OSError, ValueError):
        return ""
