"""A file that appears as a whole or not at all, readable by its owner alone: it holds what is known of people."""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from engine.errors import CannotWrite, Exit, Place, Problem


@contextmanager
def replacing(path: Path | None) -> Iterator[Path]:
    """Give a file to write to; when the block ends well it takes the place of `path`, and otherwise it is removed.

    None is standard output, which like a device or a pipe gets the bytes in the end. Raises CannotWrite.
    """
    beside = path is not None and (path.is_file() or not path.exists())
    place = path.parent if path is not None and beside else None
    shown = str(path) if path is not None else "standard output"
    if path is not None and path.is_dir():
        raise cannot(shown, "it is a folder", Exit.CANNOT_CREATE)
    try:
        # mkstemp creates the file with mode 0600.
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:100] if path else 'forethought'}.", dir=place)
    except OSError as error:
        raise cannot(shown, why(error), Exit.CANNOT_CREATE) from None
    temporary = Path(name)
    try:
        os.close(descriptor)
        yield temporary
        try:
            if path is not None and beside:
                with temporary.open("rb+") as file:
                    os.fsync(file.fileno())
                temporary.replace(path)
            else:
                _pour(temporary, path)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise cannot(shown, why(error), Exit.CANNOT_WRITE) from None
    finally:
        with suppress(OSError):
            temporary.unlink()


def _pour(temporary: Path, path: Path | None) -> None:
    """Write a file's bytes to standard output, or to what is no regular file: taking its place would destroy it."""
    with temporary.open("rb") as source:
        if path is not None:
            with path.open("wb") as target:
                shutil.copyfileobj(source, target)
        elif sys.stdout is None:
            raise cannot("standard output", "it is closed", Exit.CANNOT_WRITE)
        else:
            shutil.copyfileobj(source, sys.stdout.buffer)
            sys.stdout.buffer.flush()


_NUMBERED = re.compile(r"\(os error (\d{1,5})\)")
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})
"""What is wrong with a place that is written to, and never with one that is read."""

_UNENDED = "thrift: transport error"
"""All that is said where only the end of a Parquet file found no room."""


def why(error: OSError) -> str:
    """Return what the system says is wrong."""
    number = _number(error)
    return (error.strerror or (os.strerror(number) if number else "unknown reason")).lower()


def no_room(error: Exception) -> str | None:
    """Return why a file cannot be written where the column engine wraps that into an error of its own, else None."""
    number = _number(error)
    if _UNENDED in str(error):
        return "its end cannot be written, perhaps for want of room"
    return os.strerror(number).lower() if number in _NO_ROOM else None


def _number(error: Exception) -> int | None:
    """Return the system's number of an error that comes from the column engine: it stands in the text alone."""
    found = _NUMBERED.search(str(error))
    return int(found.group(1)) if found else None


def cannot(place: str, reason: str, code: Exit) -> CannotWrite:
    """Return the error that something cannot be written, to be raised."""
    error = CannotWrite(
        [Problem(Place(place), "cannot-write", f"this cannot be written: {reason}", "name another place")]
    )
    error.exit_code = code
    return error
