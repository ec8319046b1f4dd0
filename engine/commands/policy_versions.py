"""A policy as it is in a folder, or as it was at a revision of the git repository that the current folder is in.

Nothing is ever written to the repository or its work tree: the files of a revision are read one by one into a temporary
folder, which is gone afterwards, and are named as git names them, `REV:path`.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from engine.commands.options import policy_folder
from engine.errors import BadData, ForethoughtError, MissingPart, NoInput, Place, Problem

_USUAL = "rules"
_MOST_BYTES = 8_000_001
"""One more than a file of a policy may have: enough for the loader to see that it is too large."""
_MOST_FILES = 2001
_LINK, _FILE = "120000", "100"
_HOW = "name a folder, or a revision of the git repository here: main~3, v1.0 or main~3:path/to/policy"


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two policies: its folder for now, and its name, which stands for the folder in messages."""

    folder: Path
    name: str
    from_git: bool = False

    @contextmanager
    def speaking(self) -> Iterator[None]:
        """Let messages name the files of a revision as git does, never the temporary folder."""
        try:
            yield
        except ForethoughtError as error:
            if not self.from_git:
                raise
            raise type(error)(self._spoken(problem) for problem in error.problems) from None

    def _spoken(self, problem: Problem) -> Problem:
        def said(text: str) -> str:
            return text.replace(f"{self.folder}{os.sep}", f"{self.name}/").replace(str(self.folder), self.name)

        place = problem.place._replace(file=said(problem.place.file))
        return problem._replace(place=place, message=said(problem.message), help=said(problem.help))


@contextmanager
def two_versions(old: str, new: str) -> Iterator[tuple[Version, Version]]:
    """Find both policies. A revision without a path means the path of the other one, else `rules`.

    Raises NoInput when one is neither, or both, of a folder and a revision; MissingPart when git is not installed.
    """
    with tempfile.TemporaryDirectory(prefix="forethought-") as temporary:
        kinds = _kind(old), _kind(new)
        paths = [_path_of(kind) for kind in kinds]
        versions = [
            _version(kind, Path(temporary) / which, fallback)
            for kind, which, fallback in zip(kinds, ("old", "new"), (paths[1], paths[0]), strict=True)
        ]
        yield versions[0], versions[1]


@dataclass(frozen=True, slots=True)
class _Revision:
    """A revision: as it was named, the commit, and the path within the repository, if one was named."""

    name: str
    commit: str
    path: str | None


def _kind(named: str) -> Path | _Revision:
    """Tell whether a folder or a revision was named."""
    folder = Path(named)
    if not named.strip():
        raise _no_input(named or "(nothing)", "no-such-version", "this names neither a folder nor a revision", _HOW)
    revision = _revision(named, quietly=folder.is_dir())
    if not folder.is_dir():
        if revision is not None:
            return revision
        what = "this is a file, not a folder" if folder.exists() else "there is no such folder, and no such revision"
        raise _no_input(named, "no-such-version", what, _HOW)
    if revision is not None and not folder.is_absolute():
        what = "this is a folder, and also a revision of the git repository here"
        help = f"write ./{named} for the folder, or {named}:{_USUAL} for the policy at that revision"
        raise _no_input(named, "ambiguous-version", what, help)
    return folder


def _revision(named: str, *, quietly: bool) -> _Revision | None:
    """Return the revision of that name, or None when there is none.

    `quietly`: there is a folder of that name, so that without git, or outside a repository, nothing is missing.
    """
    name, path = _split(named)
    # A name that begins with a dash would be an option; one without a revision would mean git's index.
    if not name or name.startswith(("-", "./", "../", "/")) or name in {".", ".."} or "\x00" in named:
        return None
    try:
        inside = _git("rev-parse", "--show-prefix")
    except MissingPart:
        if quietly:
            return None
        raise
    if inside is None:
        if quietly:
            return None
        what = "there is no such folder, and the current folder is in no git repository that can be read"
        raise _no_input(named, "no-repository", what, _HOW)
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if commit is None:
        return None
    prefix = inside.decode("utf-8", "surrogateescape").strip()
    return _Revision(name, commit.decode().strip(), _within(path, prefix) if path is not None else None)


def _split(named: str) -> tuple[str, str | None]:
    """Part a name at its first colon outside braces, as git does: `HEAD^{/a: b}:path`."""
    depth = 0
    for place, char in enumerate(named):
        depth += {"{": 1, "}": -1}.get(char, 0)
        if char == ":" and depth <= 0:
            return named[:place], named[place + 1 :]
    return named, None


def _within(path: str, prefix: str) -> str:
    """Return a path as seen from the top of the repository; `./` and `../` are seen from the current folder."""
    relative = path in {".", ".."} or path.startswith(("./", "../"))
    parts: list[str] = []
    for part in PurePosixPath(prefix if relative else "", path).parts:
        if part == "..":
            del parts[-1:]
        elif part not in {"/", "."}:
            parts.append(part)
    return "/".join(parts)


def _path_of(kind: Path | _Revision) -> str | None:
    """Return where a policy lies in the repository here, if it does."""
    if isinstance(kind, _Revision):
        return kind.path
    try:
        top = _git("rev-parse", "--show-toplevel")
    except MissingPart:
        return None
    if top is None:
        return None
    root = Path(os.fsdecode(top).strip()).resolve()
    try:
        return policy_folder(kind).resolve().relative_to(root).as_posix()
    except (ValueError, NoInput):
        return None


def _version(kind: Path | _Revision, target: Path, elsewhere: str | None) -> Version:
    if isinstance(kind, Path):
        return Version(policy_folder(kind), str(policy_folder(kind)))
    tried = [kind.path] if kind.path is not None else list(dict.fromkeys((elsewhere or _USUAL, _USUAL, "")))
    for path in tried:
        for inside in (path, f"{path}/{_USUAL}" if path else _USUAL):
            files = _files(kind.commit, inside)
            if any(name == "policy.yaml" for _, name, _ in files):
                shown = f"{kind.name}:{inside}"
                _write(files, target, shown)
                return Version(target, shown, from_git=True)
    if kind.path is not None:
        what = "at this revision there is no policy.yaml at this path"
        raise _no_input(f"{kind.name}:{kind.path}", "no-policy", what, "name the folder that holds policy.yaml")
    what = f"at this revision no policy lies at {' or '.join(path or 'the top' for path in tried)}"
    raise _no_input(kind.name, "no-policy", what, f"name where it lies: {kind.name}:path/to/policy")


def _files(commit: str, path: str) -> list[tuple[str, str, str]]:
    """Return mode, name within the policy's folder, and object of each file of a policy; scenarios are left out."""
    listed = _git("ls-tree", "-r", "-z", "--full-tree", commit, *([f"{path}/"] if path else []))
    found = []
    for line in (listed or b"").decode("utf-8", "surrogateescape").split("\0"):
        meta, tab, name = line.partition("\t")
        if tab:
            mode, _, blob = meta.split()
            inside = name.removeprefix(f"{path}/") if path else name
            hidden = any(part.startswith(".") for part in inside.split("/"))
            if not hidden and not inside.startswith("features/"):
                found.append((mode, inside, blob))
    return found[:_MOST_FILES]


def _write(files: Sequence[tuple[str, str, str]], target: Path, shown: str) -> None:
    """Write the files of a policy to a folder of their own; nothing leaves it, since links are refused."""
    target.mkdir()
    for mode, name, blob in files:
        if not mode.startswith(_FILE) or ".." in name.split("/"):
            what = "a link" if mode == _LINK else "a repository within the repository"
            problem = Problem(
                Place(f"{shown}/{name}"), "not-a-file", f"at this revision this is {what}", "put the file itself there"
            )
            raise BadData([problem])
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = _git("cat-file", "blob", blob)
        if data is None:
            raise _no_input(
                f"{shown}/{name}", "cannot-read", "git does not give this file", "fetch it: the clone is not whole"
            )
        path.write_bytes(data[:_MOST_BYTES])


def _git(*args: str) -> bytes | None:
    """Return what git answers, or None when it refuses. Raises MissingPart when there is no git."""
    # Nothing is asked of a person or fetched, no lock is taken, and paths mean what they say.
    quiet = {
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_LITERAL_PATHSPECS": "1",
    }
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and no name is ever taken for an option
            ["git", *args],  # noqa: S607 - whichever git is this person's
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env={**os.environ, **quiet},
        )
    except OSError:
        problem = Problem(
            Place("git"),
            "git-missing",
            "a revision can be read only with git, which is not here",
            "install git, or name folders",
        )
        raise MissingPart([problem]) from None
    return done.stdout if done.returncode == 0 else None


def _no_input(place: str, slug: str, what: str, help: str) -> NoInput:
    return NoInput([Problem(Place(place), slug, what, help)])
