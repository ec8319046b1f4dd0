"""Entries as files in a folder that nobody else can write. Every doubt about one means that it is not there.

Each stands for itself: a first line with a digest of its name and its text, then the text. The digest notices an entry
that is damaged, cut short, edited, or put under another name; it cannot notice one that somebody made with care, who
may write in the folder. Only its owner may, and he may as well change the policy, or this program.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from engine.loading.kept.naming import digest

MOST_ENTRIES = 16
MOST_BYTES = 16_000_000
"""Of one entry: a policy of a thousand rules takes one or two million."""

_HEAD = b"forethought policy "
_HEAD_LENGTH = len(_HEAD) + 64 + 1
_ENTRY, _UNFINISHED = ("policy-", ".json"), (".new-", "")
_HEX = frozenset("0123456789abcdef")
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


def taken(folder: Path, name: str) -> str | None:
    """Return the text that is kept under a name, or None when there is none that can be relied on. Raises OSError."""
    with _opened(folder) as here:
        # Not blocking: a pipe of that name would have us wait for ever.
        entry = os.open(_file(name), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=here)
        with os.fdopen(entry, "rb") as file:
            found = os.fstat(entry)
            if not stat.S_ISREG(found.st_mode) or not _ours_alone(found) or found.st_size > MOST_BYTES:
                return None
            head, text = file.read(_HEAD_LENGTH), file.read(MOST_BYTES)
    return text.decode("ascii") if head == _head(name, text) else None


def put(folder: Path, name: str, text: str) -> None:
    """Keep a text under a name, as a whole or not at all, and take the oldest entries away. Raises OSError."""
    data = text.encode("ascii")
    if len(data) + _HEAD_LENGTH > MOST_BYTES:
        return
    # Its parent is made as well, and nothing above: a home that is not there is nobody's.
    folder.parent.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    with _opened(folder) as here:
        beside = os.urandom(32).hex().join(_UNFINISHED)
        entry = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600, dir_fd=here)
        try:
            with os.fdopen(entry, "wb") as file:
                file.write(_head(name, data) + data)
            os.replace(beside, _file(name), src_dir_fd=here, dst_dir_fd=here)
        except BaseException:
            with suppress(OSError):
                os.unlink(beside, dir_fd=here)
            raise
        _sweep(here)


def _file(name: str) -> str:
    return name.join(_ENTRY)


def _head(name: str, text: bytes) -> bytes:
    return b"%s%s\n" % (_HEAD, digest(name.encode(), text).encode())


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    """Open the folder, so that what is looked at and what is used are the same one. Raises OSError."""
    here = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        if not _ours_alone(os.fstat(here)):
            raise PermissionError("the folder belongs to others, or they may write in it")
        yield here
    finally:
        os.close(here)


def _ours_alone(found: os.stat_result) -> bool:
    return found.st_uid == os.geteuid() and not found.st_mode & _OTHERS_MAY_WRITE


def _sweep(here: int) -> None:
    """Take away all but the newest entries, and nothing that is not ours."""
    ages = []
    for name in os.listdir(here):
        if _is_ours(name):
            with suppress(FileNotFoundError):
                ages.append((os.stat(name, dir_fd=here, follow_symlinks=False).st_mtime_ns, name))
    for _, name in sorted(ages)[:-MOST_ENTRIES]:
        with suppress(FileNotFoundError):
            os.unlink(name, dir_fd=here)


def _is_ours(name: str) -> bool:
    return any(
        len(name) == len(before) + 64 + len(after)
        and name.startswith(before)
        and name.endswith(after)
        and _HEX.issuperset(name[len(before) : len(before) + 64])
        for before, after in (_ENTRY, _UNFINISHED)
    )
