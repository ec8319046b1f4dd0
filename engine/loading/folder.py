"""The files of a policy folder: which there are, which stage each belongs to, and which do not belong there.

Reads no more of a file than its limit allows; never follows anything outside the folder's own layout.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from engine.errors import NoInput, Place, Problem
from engine.loading.document_text import POLICY_LIMITS
from engine.loading.spelling import did_you_mean, in_one, listed
from engine.model.question import Stage

SINGLE = {
    "sources.yaml": "works",
    "flags.yaml": "flags",
    "safeguards.yaml": "safeguards",
    "invariants.yaml": "invariants",
}
OPTIONAL = frozenset({"invariants.yaml"})
FOLDERS = ("flags", "safeguards")
"""What may also be spread over several files in a folder of its own, each named as its writers like."""
_MEANT = (".yaml", ".yml", ".json")
_MOST_FILES = 2000
_EXPECTED = f"a policy folder holds {', '.join(['policy.yaml', *SINGLE])}, questions/ and rules/"


class PolicyFile(NamedTuple):
    """One file: how it is named in messages, what it defines (`policy`, `works`, `questions`, ...), and its stage."""

    path: Path
    name: str
    kind: str
    stage: Stage = Stage.START


def files_of(folder: Path) -> tuple[list[PolicyFile], list[Problem]]:
    """Return the files of a policy, and a problem for each that is missing or does not belong there.

    Raises NoInput when there is no such folder.
    """
    if not folder.is_dir():
        there = "this is a file, not a folder" if folder.exists() else "there is no such folder"
        raise NoInput(
            [Problem(Place(str(folder)), "no-such-folder", there, "name a policy folder: one that holds policy.yaml")]
        )
    files: list[PolicyFile] = []
    problems: list[Problem] = []
    for number, path in enumerate(_files(folder), start=1):
        if number > _MOST_FILES:
            message = f"the folder holds more than {_MOST_FILES} files"
            problems.append(Problem(Place(str(folder)), "too-many-files", message, "name the folder of one policy"))
            break
        parts = path.relative_to(folder).parts
        found = _classify(path, parts)
        if isinstance(found, PolicyFile):
            files.append(found)
        else:
            problems.append(Problem(Place(str(path)), "unknown-file", *found))
    present = {file.kind for file in files}
    missing = [
        name
        for name, kind in {"policy.yaml": "policy", **SINGLE}.items()
        if kind not in present and name not in OPTIONAL
    ]
    missing += [f"{kind}/" for kind in ("questions", "rules") if kind not in present]
    for name in missing:
        what = "a file" if name.endswith(".yaml") else "a folder with at least one file"
        problems.append(
            Problem(Place(str(folder / name)), "missing-file", f"the policy lacks {what}: {name}", _EXPECTED)
        )
    return files, problems


class Folder(NamedTuple):
    """A policy folder as it was read, once: its files by name, what each held, and what was wrong so far.

    Whatever is made of the policy, and whatever tells it from another one, is made of these bytes and of no others. A
    file that could not be read has none, and a problem that says so.
    """

    path: Path
    files: tuple[PolicyFile, ...]
    data: Mapping[str, bytes]
    problems: tuple[Problem, ...]


def read_folder(path: Path) -> Folder:
    """Read every file of a policy folder, at most one byte more than it may have. Raises NoInput."""
    files, problems = files_of(path)
    data: dict[str, bytes] = {}
    for file in files:
        try:
            data[file.name] = read_bytes(file.path, POLICY_LIMITS.size)
        except OSError as error:
            problem = Problem(
                Place(file.name),
                "unreadable-file",
                f"the file cannot be read: {error.strerror or 'unknown reason'}",
                "check that it is a file and who may read it",
            )
            problems.append(problem)
    return Folder(path, tuple(files), data, tuple(problems))


def read_bytes(path: Path, most: int) -> bytes:
    """Return the bytes of a file, at most one more than `most`. Raises OSError."""
    with path.open("rb") as file:
        return file.read(most + 1)


def _files(folder: Path) -> Iterator[Path]:
    """Yield what may be meant as part of the policy; hidden files, texts beside it and scenarios are not."""
    for root, folders, names in os.walk(folder):
        here = Path(root)
        linked = [name for name in folders if (here / name).is_symlink()]
        beside = {"features"} if here == folder else set()
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in beside)
        yield from (here / name for name in linked if name in folders)
        for name in sorted(names):
            low = name.lower()
            meant = any(ending in low for ending in _MEANT) if here == folder else not low.endswith(".md")
            if meant and not name.startswith("."):
                yield here / name


def _classify(path: Path, parts: tuple[str, ...]) -> PolicyFile | tuple[str, str]:
    """Return the file, or message and help when it does not belong in the folder."""
    name = str(path)
    if path.is_dir():
        return "a link to a folder is not followed", "put the files themselves into the policy folder"
    if path.suffix != ".yaml":
        better = re.sub(r"(\.(ya?ml|json|txt|bak|orig))+$", "", path.name, flags=re.IGNORECASE)
        return "a policy file ends in `.yaml`", f"rename it to {better}.yaml, or move it out of the policy folder"
    match parts:
        case ("policy.yaml",):
            return PolicyFile(path, name, "policy")
        case (single,) if single in SINGLE:
            return PolicyFile(path, name, SINGLE[single])
        case (folder, _) if folder in FOLDERS:
            return PolicyFile(path, name, folder)
        case ("questions", file) if file.removesuffix(".yaml") in tuple(Stage):
            return PolicyFile(path, name, "questions", Stage(file.removesuffix(".yaml")))
        case ("rules", stage, _) if stage in tuple(Stage):
            return PolicyFile(path, name, "rules", Stage(stage))
        case ("questions", file):
            hint = did_you_mean(file.removesuffix(".yaml"), tuple(Stage))
            message = "a file of questions is named after its stage"
        case ("rules", stage, _):
            hint, message = did_you_mean(stage, tuple(Stage)), "a folder of rules is named after its stage"
        case ("rules", _):
            hint, message = "", "a file of rules stands in the folder of its stage: rules/<stage>/<topic>.yaml"
        case _:
            hint, message = (
                did_you_mean(parts[0], ["policy.yaml", *SINGLE, "questions", "rules"]),
                "this file is not part of a policy",
            )
            return message, in_one(hint, _EXPECTED)
    return message, in_one(hint, f"the stages are {listed(tuple(Stage))}")
