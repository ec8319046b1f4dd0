"""One part of a Parquet file, screened on whatever machine this runs: what it is told, what it does, what it answers.

Nothing here knows the cluster. What goes in and out is small and holds nothing from a case: places, counts, digests.

INVARIANT (no answer in an error): a worker's log and the cluster's pages show what a task raises. So nothing is raised
here: whatever went wrong comes back as a `Failed`, and of an unexpected fault only its type and its place.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple
from uuid import uuid4

from engine import __version__
from engine.batch.forms import Form
from engine.batch.pipeline import Layout, finished
from engine.batch.reading import part
from engine.errors import BadData, Exit, ForethoughtError, NoInput, Place, Problem
from engine.model.policy import Policy
from engine.model.question import Stage

POLICY: Final = Path("policy")
"""The folder, in that of the parts, that holds the policy's files."""
TOKEN = "token"  # noqa: S105 - no secret
"""The file, beside it, by which a worker knows that it sees the same folder."""
SHARED: Final = "OUT must stand in a folder that this machine and every worker share, under one path and one user id"
WORKER: Final = Place("worker")
"""Stands for the worker in what it says itself: whoever asked it knows its address."""
NO_CLUSTER: Final = "try `forethought batch` without --scheduler; if that fails too, report this line without any case"
REPEATED = "repeated.json"
"""The file, beside it, with the references that several rows of the table have."""
_FOOTER = 65_536
_BLOCK = 1 << 20


class Same(NamedTuple):
    """What must be equal wherever a part is screened: what screens it, the file by its size and its end, a profile."""

    engine: str
    columns: str
    size: int
    ending: str
    profile: str = ""


@dataclass(frozen=True, slots=True)
class Errand:
    """What a worker is told once for all parts; `name`, `stages` and `unread` are those of the whole table.

    `folder` is where the parts go, and where the policy's files and the references stand that several rows have: these
    are told by digests only, so that no reference of a case passes through the cluster.
    """

    source: str
    name: str
    stages: tuple[Stage, ...]
    unread: int
    repeated: str
    folder: str
    fingerprint: str
    language: str
    on: date
    layout: Layout
    form: Form
    stage: Stage | None
    programme: str | None
    same: Same


@dataclass(frozen=True, slots=True)
class Piece:
    """Which rows a part is of, counted from 0."""

    number: int
    offset: int
    length: int

    def __str__(self) -> str:
        return f"rows {self.offset + 1} to {self.offset + self.length}"


class Done(NamedTuple):
    """A part that is written: under which name, what it holds, and the digest of its bytes."""

    number: int
    name: str
    rows: int
    unread: int
    digest: str


class Failed(NamedTuple):
    """A part that is not: why, and with which code the command leaves."""

    number: int
    problems: tuple[Problem, ...]
    code: Exit


def pieces(rows: int, most: int) -> tuple[Piece, ...]:
    """Divide rows into parts of about the same length, none longer than `most`; every row is in one of them."""
    count = -(-rows // most)
    ends = [rows * number // count for number in range(count + 1)] if count else []
    return tuple(Piece(number, ends[number], ends[number + 1] - ends[number]) for number in range(count))


def same_as(source: Path, programme: Path | None) -> Same:
    """Return what screens here, and what tells these files from others. Raises MissingPart, and NoInput."""
    from engine.columns import required
    from engine.columns.parts import version

    required()
    try:
        with source.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            # The footer says where everything in a Parquet file is, and how it was made.
            file.seek(max(0, size - _FOOTER))
            ending = hashlib.sha256(file.read()).hexdigest()
        profile = digest_of(programme) if programme is not None else ""
    except OSError as error:
        raise NoInput([_unread(error, source)]) from None
    return Same(__version__, version(), size, ending, profile)


async def seen(errand: Errand, token: str) -> tuple[Problem, ...] | str:
    """Say why this machine cannot take a part, or leave a file with the token in the folder and return its name.

    The event loop that this runs on tells the cluster that the machine is alive, so it never waits for a file.
    """
    return await asyncio.to_thread(_seen, errand, token)


def _seen(errand: Errand, token: str) -> tuple[Problem, ...] | str:
    folder = Path(errand.folder)
    try:
        found = same_as(Path(errand.source), Path(errand.programme) if errand.programme is not None else None)
        differing = tuple(differences(errand.same, found, Path(errand.source)))
        if differing:
            return differing
        if (folder / TOKEN).read_text(encoding="utf-8") != token:
            return (_other_folder(folder, "holds something else there"),)
        name = f"seen-{uuid4().hex}"
        with os.fdopen(os.open(folder / name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(token)
    except ForethoughtError as error:
        return error.problems
    except OSError as error:
        return (_other_folder(folder, f"cannot be used there: {(error.strerror or 'unknown reason').lower()}"),)
    return name


def screened_part(errand: Errand, piece: Piece) -> Done | Failed:
    """Screen some rows and write what came of them into the folder, under a name that is used once."""
    try:
        return _screened(errand, piece)
    except ForethoughtError as error:
        return Failed(piece.number, error.problems, error.exit_code)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - fail closed; a panic of the column engine is no Exception
        problem = Problem(
            Place(f"{errand.name}, {piece}"),
            "part-failed",
            f"these rows could not be screened, so nothing is written; {_origin(error)}",
            NO_CLUSTER,
        )
        return Failed(piece.number, (problem,), Exit.INTERNAL)


def _screened(errand: Errand, piece: Piece) -> Done | Failed:
    from engine.columns.parts import held_by, write_part

    source, folder = Path(errand.source), Path(errand.folder)
    programme = Path(errand.programme) if errand.programme is not None else None
    differing = tuple(differences(errand.same, same_as(source, programme), source))
    if differing:
        return Failed(piece.number, differing, Exit.MISSING_PART)
    policy = _policy(folder / POLICY, errand.language, errand.fingerprint)
    table = part(
        source,
        policy,
        errand.on,
        name=errand.name,
        offset=piece.offset,
        length=piece.length,
        repeated=_repeated(folder / REPEATED, errand.repeated),
        stage=errand.stage,
        programme=programme,
    )
    # Every part has the columns that the whole table has, whichever stages happen to stand in it.
    rows = finished(
        table._replace(stages=errand.stages, unread=errand.unread), policy, errand.on, errand.layout, form=errand.form
    )
    name = f"part-{piece.number:05d}-{uuid4().hex}.parquet"
    unfinished = folder / f".{name}"
    try:
        write_part(rows, unfinished)
        if held_by(unfinished) != (piece.length, piece.offset + 1, piece.offset + piece.length):
            place, what = Place(f"{errand.name}, {piece}"), "not every row came out exactly once, and in its place"
            return Failed(piece.number, (Problem(place, "rows-lost", what, NO_CLUSTER),), Exit.INTERNAL)
        digest = digest_of(unfinished)
        unfinished.rename(folder / name)
    finally:
        with suppress(OSError):
            unfinished.unlink()
    return Done(piece.number, name, piece.length, table.unread, digest)


def differences(expected: Same, found: Same, source: Path) -> Iterator[Problem]:
    """Yield a problem for each thing that is not the same where a part is to be screened."""
    for what, extra, wanted, there in (
        ("Forethought", "forethought", expected.engine, found.engine),
        ("Polars", "polars", expected.columns, found.columns),
    ):
        if wanted != there:
            yield Problem(
                WORKER,
                "another-version",
                f"{what} is {there} there and {wanted} here: two versions could recommend differently",
                f"pip install '{extra}=={wanted}' on every worker, and start them again",
            )
    if (expected.size, expected.ending, expected.profile) != (found.size, found.ending, found.profile):
        yield Problem(
            WORKER,
            "another-file",
            f"{source}, or the programme's profile, is not the same there as here, or has changed since the work began",
            "workers must see the same files under the same paths; leave the file alone until the work is done",
        )


@lru_cache(maxsize=4)
def _policy(folder: Path, language: str, fingerprint: str) -> Policy:
    """Return the policy that was sent. Raises BadData when it is not the one that was meant."""
    from engine.loading import load_policy
    from engine.report.needing import worded

    policy = load_policy(folder, language)
    if policy.fingerprint != fingerprint:
        raise BadData(
            [
                Problem(
                    Place(str(folder)),
                    "another-policy",
                    f"this policy has the fingerprint {policy.fingerprint}, and {fingerprint} was to be used",
                    "leave the folder of the parts alone until the work is done",
                )
            ]
        )
    return worded(policy)


def _other_folder(folder: Path, what: str) -> Problem:
    return Problem(WORKER, "folder-not-shared", f"{folder} {what}", SHARED)


def _unread(error: OSError, source: Path) -> Problem:
    return Problem(
        Place(str(error.filename or source)),
        "unreadable-file",
        f"the file cannot be read: {(error.strerror or 'unknown reason').lower()}",
        "it must be there, and readable, on this machine and on every worker",
    )


@lru_cache(maxsize=4)
def _repeated(file: Path, digest: str) -> frozenset[str]:
    """Return the references that several rows have. Raises BadData when these are not the ones that were meant."""
    data = file.read_bytes()
    if hashlib.sha256(data).hexdigest() != digest:
        what = "this file is not what was written into it"
        raise BadData([Problem(Place(str(file)), "another-file", what, "leave the folder of the parts alone")])
    return frozenset(json.loads(data))


def digest_of(path: Path) -> str:
    """Return the digest of a file's bytes. Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _origin(error: BaseException) -> str:
    """Say where a fault came from, without its text: that may hold an answer."""
    room = Path(__file__).parents[1]
    found, trace = "an unknown place", error.__traceback__
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.is_relative_to(room):
            found = f"{path.relative_to(room.parent)}, line {trace.tb_lineno}"
        trace = trace.tb_next
    reason = f" ({error.strerror.lower()})" if isinstance(error, OSError) and error.strerror else ""
    return f"the fault: {type(error).__name__}{reason} in {found}"
