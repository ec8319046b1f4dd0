"""What a kept policy is called: a digest of everything that it depends on, so that it is never found by another name.

It depends on every file of the policy, by name and byte; on the language it is read in; and on the program that reads
it: this engine's sources, Python, and the YAML parser. A change to any of them, a new check among them, makes another
name, and the files are read and checked again.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from engine import __version__
from engine.loading.folder import Folder

try:  # As in `fingerprint`: hashlib loads all of OpenSSL. BLAKE2 is three times as fast as SHA-256 without it.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

FORMAT = "1"
"""Of the entries; to be raised when what stands in them changes its meaning and no source in the digest does."""

_ENGINE = Path(__file__).parents[2]
_READ_BY = ("__init__.py", "errors.py", "loading", "model")
"""The sources that decide what is made of a policy's files: what loading imports, and nothing else."""


def digest(*pieces: bytes) -> str:
    """Return 64 hex digits that stand for these pieces, in this order and taken apart in this way."""
    made = blake2b(digest_size=32)
    for piece in pieces:
        made.update(b"%d:" % len(piece))
        made.update(piece)
    return made.hexdigest()


def name_of(folder: Folder, language: str | None) -> str | None:
    """Return what the policy of this folder is kept as, or None when it cannot be: something is wrong with its files.

    Raises OSError when the engine's own sources cannot be read.
    """
    if folder.problems:
        return None
    files = sorted((os.fsencode(file.path.relative_to(folder.path)), folder.data[file.name]) for file in folder.files)
    in_language = b"" if language is None else b"in " + language.encode("utf-8", "surrogatepass")
    return digest(program(), in_language, *(piece for file in files for piece in file))


def program() -> bytes:
    """Return what stands for the program that reads a policy. Raises OSError when its sources cannot be read."""
    versions = (FORMAT, __version__, sys.version, yaml.__version__, _libyaml())
    sources = (piece for name, source in _sources() for piece in (os.fsencode(name), source))
    return digest(*(version.encode() for version in versions), *sources).encode()


def _libyaml() -> str:
    from yaml._yaml import get_version_string

    return str(get_version_string())


def _sources() -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of every source, in an order of its own."""
    for name in _READ_BY:
        top = _ENGINE / name
        if top.suffix:
            yield name, _bytes_of(str(top))
            continue
        for folder, inner, files in os.walk(top, onerror=_refuse):
            inner.sort()
            for file in sorted(files):
                if file.endswith(".py"):
                    path = f"{folder}{os.sep}{file}"
                    yield os.path.relpath(path, _ENGINE), _bytes_of(path)


def _refuse(error: OSError) -> None:
    raise error


def _bytes_of(path: str) -> bytes:
    # Twice as fast as opening a file object, and there are eighty of them at every start.
    descriptor = os.open(path, os.O_RDONLY)
    try:
        pieces = []
        while piece := os.read(descriptor, 1 << 20):
            pieces.append(piece)
        return b"".join(pieces)
    finally:
        os.close(descriptor)
