"""Where output goes: standard output, or a file written as a whole and readable by its owner alone."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from engine.commands.running import ReaderGone
from engine.errors import CannotWrite, Exit, Place, Problem

WIDTH = 80
"""Columns of a text report; fewer on a terminal that has fewer."""


class Output:
    """Takes text bit by bit. To standard output it goes at once; to a file only when everything is there."""

    def __init__(self, target: str | None) -> None:
        self.path = Path(target) if target is not None and target != "-" else None
        self._kept: list[str] = []

    @property
    def colour(self) -> bool:
        """Whether escape sequences may be written: to a terminal that wants them, and nowhere else."""
        unwanted = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
        return self._terminal and not unwanted

    @property
    def width(self) -> int:
        """How many columns a line may take."""
        if not self._terminal:
            return WIDTH
        from shutil import get_terminal_size

        return min(WIDTH, get_terminal_size((WIDTH, 24)).columns)

    @property
    def _terminal(self) -> bool:
        return self.path is None and sys.stdout is not None and sys.stdout.isatty()

    def write(self, text: str) -> None:
        """Write to standard output, or keep for the file. Raises CannotWrite, or ReaderGone."""
        if self.path is not None:
            self._kept.append(text)
            return
        if sys.stdout is None:
            raise _cannot("standard output", "it is closed", Exit.CANNOT_WRITE)
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            raise ReaderGone from None
        except (OSError, ValueError) as error:
            raise _cannot("standard output", _why(error), Exit.CANNOT_WRITE) from None

    def close(self) -> None:
        """Put the file in its place, if there is one. Raises CannotWrite."""
        if self.path is None:
            return
        text = "".join(self._kept).encode("utf-8", errors="backslashreplace")
        if self.path.exists() and not self.path.is_file():
            _write_through(self.path, text)
        else:
            replace_file(self.path, text)


def replace_file(path: Path, data: bytes) -> None:
    """Write beside the file, then take its place in one step: never half of it, nor one that others may read.

    Raises CannotWrite.
    """
    import tempfile

    try:
        # mkstemp creates the file with mode 0600.
        descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
    except OSError as error:
        raise _cannot(str(path), _why(error), Exit.CANNOT_CREATE) from None
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except OSError as error:
        raise _cannot(str(path), _why(error), Exit.CANNOT_WRITE) from None
    finally:
        with suppress(OSError):
            Path(temporary).unlink()


def _write_through(path: Path, data: bytes) -> None:
    """Write to what is no regular file (a device, a pipe); taking its place would destroy it."""
    if path.is_dir():
        raise _cannot(str(path), "it is a folder", Exit.CANNOT_CREATE)
    try:
        with path.open("wb") as file:
            file.write(data)
    except OSError as error:
        raise _cannot(str(path), _why(error), Exit.CANNOT_WRITE) from None


def _why(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) and error.strerror else "unknown reason").lower()


def _cannot(place: str, why: str, code: Exit) -> CannotWrite:
    error = CannotWrite([Problem(Place(place), "cannot-write", f"this cannot be written: {why}", "name another place")])
    error.exit_code = code
    return error
