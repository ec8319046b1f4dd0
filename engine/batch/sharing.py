"""The folder that this machine and the workers share while a table is screened in parts: made, checked, taken away.

A network file system may show a file to another machine only after a while; so what was said to be there is waited for.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from engine.batch.parts import POLICY, SHARED, Done, Errand, Piece, digest_of
from engine.errors import CannotWrite, NoRecommendation, Place, Problem

_BETWEEN = 0.1


@contextmanager
def shared_folder(beside: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """Make a folder for parts, of the owner's alone, and take it away with all that is in it, whatever happens.

    It holds these files, by their paths in it. Raises CannotWrite.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix=".forethought-parts-", dir=beside))
    except OSError as error:
        raise _cannot_write(beside, error) from None
    try:
        try:
            for name, data in files.items():
                file = folder / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
        except OSError as error:
            raise _cannot_write(folder, error) from None
        yield folder
    finally:
        _take_away(folder)


def _take_away(folder: Path, tries: int = 50) -> None:
    """Remove a folder, also while a worker that does not know yet that it was let go writes into it."""
    # Under another name nobody finds it, so that nothing can be added while it is emptied.
    going = folder.with_name(f"{folder.name}-going")
    with suppress(OSError):
        folder.rename(going)
    for _ in range(tries):
        shutil.rmtree(going, ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
        if not going.exists() and not folder.exists():
            return
        time.sleep(_BETWEEN)
    raise CannotWrite(
        [
            Problem(
                Place(str(going if going.exists() else folder)),
                "cannot-remove",
                "this folder of parts could not be removed, and it holds what came of the cases",
                "remove it yourself once no worker writes to it any more",
            )
        ]
    )


def policy_files(folder: Path) -> dict[str, bytes]:
    """Return the files of a policy, by where they stand in the shared folder. Raises NoInput."""
    from engine.loading.folder import read_folder

    return {str(POLICY / Path(name).relative_to(folder)): data for name, data in read_folder(folder).data.items()}


def token_in(path: Path, token: str, seconds: float) -> bool:
    """Whether a file with the token comes to be seen here within some seconds; it is removed then."""
    try:
        _awaited(path, seconds)
        same = path.read_text(encoding="utf-8") == token
        path.unlink()
    except OSError:
        return False
    return same


def held(errand: Errand, every: Sequence[Piece], done: Sequence[Done], seconds: float) -> list[Path]:
    """Return the files of all parts in order, each held against what its worker said of it.

    INVARIANT (nothing lost or doubled): every part is there once, with as many rows as it is of, in the very bytes that
    its worker wrote. Raises NoRecommendation otherwise.
    """
    by_number = {part.number: part for part in done}
    if len(done) != len(every) or by_number.keys() != {piece.number for piece in every}:
        raise _wrong(errand, "not every part was screened exactly once")
    unread = sum(part.unread for part in done)
    if unread != errand.unread:
        what = f"{unread} rows could not be read by the workers, and {errand.unread} here; has the table changed, or"
        raise _wrong(errand, f"{what} do workers not see the profiles that it names?")
    paths = []
    for piece in every:
        part = by_number[piece.number]
        path = Path(errand.folder) / part.name
        if part.rows != piece.length:
            raise _wrong(errand, f"{part.rows} rows came of {piece}")
        try:
            _awaited(path, seconds)
            same = digest_of(path) == part.digest
        except OSError as error:
            why = (error.strerror or "unknown reason").lower()
            raise _wrong(errand, f"what came of {piece} cannot be read here: {why}") from None
        if not same:
            raise _wrong(errand, f"what came of {piece} is not what the worker wrote")
        paths.append(path)
    return paths


def _awaited(path: Path, seconds: float) -> None:
    """Wait until a file is seen. Raises OSError when it is not in time."""
    until = time.monotonic() + seconds
    while True:
        with suppress(FileNotFoundError):
            path.stat()
            return
        if time.monotonic() > until:
            raise FileNotFoundError(2, os.strerror(2))
        # Listing a folder makes a network file system look again.
        with suppress(OSError):
            list(path.parent.iterdir())
        time.sleep(_BETWEEN)


def _wrong(errand: Errand, what: str) -> NoRecommendation:
    return NoRecommendation(
        [
            Problem(
                Place(errand.folder),
                "parts-differ",
                f"nothing is written: {what}",
                "leave the folder of the parts alone and see that it is shared, or screen without --scheduler",
            )
        ]
    )


def _cannot_write(place: Path, error: OSError) -> CannotWrite:
    why = (error.strerror or "unknown reason").lower()
    return CannotWrite([Problem(Place(str(place)), "cannot-write", f"parts cannot be written here: {why}", SHARED)])
