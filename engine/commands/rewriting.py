"""Puts several files in their places, all of them or none: a policy is never left half as it was."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from engine.errors import CannotWrite, Exit, Place, Problem

_OLDEST_UMASK = 0o022


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write every file: each beside its place first, then all take their places. Folders are made where they lack.

    A file that is there keeps who may read and write it. Whatever goes wrong, an interruption too, every place is left
    as it was. Raises CannotWrite.
    """
    waiting: list[tuple[Path, Path]] = []
    made: list[Path] = []
    before: dict[Path, bytes | None] = {}
    path = Path()
    try:
        for path, data in contents.items():
            target = path.resolve()
            _make_folder(target.parent, made)
            waiting.append((_beside(target, data), target))
        for temporary, path in waiting:
            before[path] = path.read_bytes() if path.exists() else None
            temporary.replace(path)
    except BaseException as error:
        for target, data_before in before.items():
            _put_back(target, data_before)
        for temporary, _ in waiting:
            with suppress(OSError):
                temporary.unlink()
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        if isinstance(error, OSError):
            raise _cannot(path, error) from None
        raise


def _beside(target: Path, data: bytes) -> Path:
    """Write the data to a new file beside its place, with the mode that it shall have there."""
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), _mode(target))
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    return Path(name)


def _mode(target: Path) -> int:
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    umask = os.umask(_OLDEST_UMASK)
    os.umask(umask)
    return 0o666 & ~umask


def _make_folder(folder: Path, made: list[Path]) -> None:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for lacking in reversed(missing):
        lacking.mkdir()
        made.append(lacking)


def _put_back(target: Path, data: bytes | None) -> None:
    with suppress(OSError):
        if data is None:
            target.unlink()
        else:
            _beside(target, data).replace(target)


def _cannot(path: Path, error: OSError) -> CannotWrite:
    why = (error.strerror or "unknown reason").lower()
    problem = Problem(
        Place(str(path)), "cannot-write", f"this cannot be written: {why}", "nothing was changed; see who may write it"
    )
    wrong = CannotWrite([problem])
    wrong.exit_code = Exit.CANNOT_CREATE
    return wrong
