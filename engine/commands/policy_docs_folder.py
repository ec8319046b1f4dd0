"""Puts a site into its folder, as a whole or not at all; nothing that it did not write itself is ever taken away.

What it wrote is listed in the folder, with a digest of each file: a folder that holds anything else, or a file that
somebody has changed since, is left as it is.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import click

from engine.errors import CannotWrite, Exit, Place, Problem
from engine.report.assurance.site_material import Material
from engine.report.json_ import dumps

MARKER: Final = "forethought-site.json"
_SCHEMA: Final = "forethought.site/1"
_MOST_NAMED = 5
_FILE_MODE = 0o644
_FOLDER_MODE = 0o755


def refuse_folder(out: Path, policy: Sequence[Path]) -> None:
    """Refuse a folder that a site must not be written to, before any work is done. Raises CannotWrite, or is usage."""
    place = out.resolve()
    for folder in policy:
        inside = place.is_relative_to(folder.resolve())
        if inside or folder.resolve().is_relative_to(place):
            where = "lies in the folder of the policy or of its scenarios" if inside else "holds the policy itself"
            raise click.BadParameter(f"this {where}. Name another folder.", param_hint="OUT")
    if os.path.lexists(place) and not place.is_dir():
        raise _cannot(out, "it is not a folder", "name a folder that does not exist yet")
    if not place.parent.is_dir():
        raise _cannot(out, "the folder above it does not exist", "make that folder first, or name another place")
    _own_files(out, place)


def write_site(out: Path, pages: Iterable[tuple[str, str]], material: Material) -> int:
    """Write the pages beside the folder, let them take its place, and return how many there are. Raises CannotWrite."""
    place = out.resolve()
    try:
        temporary = Path(tempfile.mkdtemp(prefix=f".{place.name[:60]}.new-", dir=place.parent))
    except OSError as error:
        raise _cannot(out, _why(error), "name another place") from None
    digests: dict[str, str] = {}
    try:
        for path, text in pages:
            digests[path] = _write(temporary / path, text)
        _write(temporary / MARKER, _marker(material, digests))
        for folder in (temporary, *(each for each in temporary.rglob("*") if each.is_dir())):
            folder.chmod(_FOLDER_MODE)
        _take_place(out, place, temporary)
    except OSError as error:
        failed = _cannot(out, _why(error), "name another place")
        failed.exit_code = Exit.CANNOT_WRITE
        raise failed from None
    finally:
        # Made a moment ago, by this call and for it alone; gone already when all went well.
        shutil.rmtree(temporary, ignore_errors=True)
    return len(digests)


def _write(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode("utf-8", errors="backslashreplace")
    path.write_bytes(data)
    path.chmod(_FILE_MODE)
    return hashlib.sha256(data).hexdigest()


def _marker(material: Material, digests: Mapping[str, str]) -> str:
    policy = material.policy
    return dumps(
        {
            "schema": _SCHEMA,
            "policy": {"id": policy.id, "version": policy.version, "fingerprint": policy.fingerprint},
            "engine": material.engine,
            "files": {path: digests[path] for path in sorted(digests)},
        }
    )


def _take_place(out: Path, place: Path, temporary: Path) -> None:
    """Let the new folder stand where the old one stood; the old one stays until the new one does."""
    own = _own_files(out, place)
    if not own:
        # An empty folder gives way in one step; one that has been filled meanwhile does not.
        temporary.rename(place)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{place.name[:60]}.old-", dir=place.parent))
    place.rename(aside)
    try:
        temporary.rename(place)
    except BaseException:
        # Interrupted, too: the old site goes back to where it stood.
        aside.rename(place)
        raise
    _remove(aside, own)


def _own_files(out: Path, place: Path) -> list[str]:
    """Return the files of a site that this command wrote, the marker among them; none for an empty folder.

    Raises CannotWrite when the folder holds anything else.
    """
    if not place.is_dir():
        return []
    there = sorted(_files(place))
    if not there:
        return []
    listed = _listed(place / MARKER)
    if listed is None:
        raise _cannot(
            out,
            "it holds files that this command did not write",
            "name a folder that does not exist yet or is empty",
        )
    foreign = [name for name in there if name != MARKER and listed.get(name) != _digest(place / name)]
    if foreign:
        named = ", ".join(foreign[:_MOST_NAMED]) + (", and others" if len(foreign) > _MOST_NAMED else "")
        raise _cannot(
            out,
            f"it holds files that this command did not write, or that were changed since: {named}",
            "move them elsewhere, or name another folder",
        )
    return there


def _files(folder: Path) -> Iterable[str]:
    """Yield everything in a folder that is no folder with something in it; a link counts as what it is, a link."""
    for root, folders, names in os.walk(folder):
        here = Path(root)
        if not folders and not names and here != folder:
            yield here.relative_to(folder).as_posix()
        for name in (*names, *(each for each in folders if (here / each).is_symlink())):
            yield (here / name).relative_to(folder).as_posix()


def _listed(marker: Path) -> Mapping[str, object] | None:
    try:
        told = json.loads(marker.read_text(encoding="utf-8")) if not marker.is_symlink() else None
    except (OSError, ValueError, RecursionError):
        return None
    files = told.get("files") if isinstance(told, dict) and told.get("schema") == _SCHEMA else None
    return files if isinstance(files, dict) else None


def _digest(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        return "no file"
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _remove(folder: Path, names: Iterable[str]) -> None:
    """Take away these files of a folder, and then it, if nothing else is left in it."""
    names = list(names)
    for name in names:
        with suppress(OSError):
            (folder / name).unlink()
    above = {parent for name in names for parent in Path(name).parents}
    for parent in sorted(above, key=lambda each: len(each.parts), reverse=True):
        with suppress(OSError):
            (folder / parent).rmdir()
    with suppress(OSError):
        folder.rmdir()


def _why(error: OSError) -> str:
    return (error.strerror or "unknown reason").lower()


def _cannot(out: Path, why: str, help: str) -> CannotWrite:
    return CannotWrite([Problem(Place(str(out)), "cannot-write", f"the site cannot be written here: {why}", help)])
