"""The files of a folder that may be cases, and what lies there and is not opened: nothing is passed over unsaid."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

CASE_FILES = frozenset({".yaml", ".yml", ".json"})


class Left(NamedTuple):
    """Something in the folder that was not opened, and why. `open`: a case may lie there all the same."""

    path: Path
    why: str
    open: bool


def case_files(folder: Path) -> tuple[list[Path], list[Left]]:
    """Return everything in a folder and below it that may be a case file, sorted, and what was left out."""
    found: list[Path] = []
    left: list[Left] = []

    def closed(error: OSError) -> None:
        left.append(Left(Path(str(error.filename)), "this folder cannot be read", open=True))

    for root, inner, files in os.walk(folder, onerror=closed):
        for name in list(inner):
            each = Path(root, name)
            if each.is_symlink():
                left.append(Left(each, "a link to a folder is not followed: name that folder", open=True))
            elif name.startswith("."):
                left.append(Left(each, "a hidden folder", open=False))
                inner.remove(name)
        for name in files:
            each = Path(root, name)
            if name.startswith("."):
                left.append(Left(each, "a hidden file", open=False))
            elif each.suffix.lower() not in CASE_FILES:
                left.append(Left(each, "its name is not that of a case file", open=False))
            elif not each.is_file():
                left.append(Left(each, "this is not a file, or a link that leads nowhere", open=True))
            else:
                found.append(each)
    return sorted(found), sorted(left)
