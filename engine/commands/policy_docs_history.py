"""The change history of a policy's folder, asked of git where the folder lies in a repository and git is there.

Only days, summaries and what was touched: no names and no addresses. Nothing that a repository's own configuration
names is run.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from engine.report.assurance.site_material import Change, History
from engine.report.assurance.site_parts import Kind

NO_HISTORY: Final = "No history is kept: the policy's folder is not under version control."
NO_GIT: Final = "No history is shown: git, which keeps it, is not installed where these pages were written."
NOT_READ: Final = "No history is shown: git could not read it where these pages were written."
NO_CHANGES: Final = "No history is kept yet: nothing in the policy's folder has been committed."

_MOST = 300
_SECONDS = 30
_START, _BETWEEN = "\x1e", "\x1f"
_ADDRESS = re.compile(r"<?[\w.+-]+@[\w-]+(\.[\w-]+)+>?")
_HUNK = re.compile(r"@@ [^@]* @@(?: .*?(?:id|key): *[\"']?([a-z0-9-]+))?")
_ENTRY = re.compile(r"[+-]- *(?:id|key): *[\"']?([a-z0-9-]+)")
_CHANGED = re.compile(r"[+-](?!\s*(#|$))")
_RUNS_NOTHING: Final = (
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "log.showSignature=false"),
    *("-c", "core.quotePath=false"),
    *("-c", "diff.entry.xfuncname=^- *((id|key): .*)$"),
)


def history_of(policy: Path, features: Path | None) -> History:
    """Return the changes of a policy's files and scenarios, newest first, or why there are none to show."""
    git = shutil.which("git")
    if git is None:
        return History(none=NO_GIT)
    top = _asked(git, policy, "rev-parse", "--show-toplevel")
    if top is None:
        return History(none=NO_HISTORY)
    root = Path(top.rstrip("\n"))
    folders = [("", policy.resolve())]
    if features is not None and not features.resolve().is_relative_to(policy.resolve()):
        folders.append(("features/", features.resolve()))
    folders = [(prefix, folder) for prefix, folder in folders if folder.is_relative_to(root.resolve())]
    with TemporaryDirectory() as kept:
        attributes = Path(kept) / "attributes"
        attributes.write_text("*.yaml diff=entry\n", encoding="utf-8")
        told = _asked(
            git,
            policy,
            *("-c", f"core.attributesFile={attributes}"),
            *("log", f"--max-count={_MOST + 1}", "--no-merges", "--date=short", f"--format={_START}%ad{_BETWEEN}%s"),
            *("--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--src-prefix=a/"),
            *("--dst-prefix=b/", "--patch", "--", *(str(folder) for _, folder in folders)),
        )
    if told is None:
        return History(none=NOT_READ)
    places = [(prefix, folder.relative_to(root.resolve()).as_posix()) for prefix, folder in folders]
    changes = [_change(part, places) for part in told.split(_START)[1:]]
    if not changes:
        return History(none=NO_CHANGES)
    return History(tuple(changes[:_MOST]), cut=len(changes) > _MOST)


def _asked(git: str, folder: Path, *words: str) -> str | None:
    """Return what git says, or None when it refuses."""
    # A repository that is named in the environment, by a hook for instance, need not be that of the policy.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - found on the path, and every word of the line is ours
            [git, "--no-pager", *_RUNS_NOTHING, *words],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def _change(part: str, places: Sequence[tuple[str, str]]) -> Change:
    head, _, patch = part.partition("\n")
    day, _, summary = head.partition(_BETWEEN)
    files = {_named(file, places): tuple(_entries(file, lines)) for file, lines in _files(patch)}
    return Change(day, _ADDRESS.sub("[address]", summary), tuple(sorted(files.items())))


def _named(file: str, places: Sequence[tuple[str, str]]) -> str:
    """Return the name of a file below the policy's folder, or below `features/`."""
    for prefix, folder in places:
        above = "" if folder == "." else f"{folder}/"
        if file.startswith(above):
            return prefix + file.removeprefix(above)
    return file


def _files(patch: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each file of a patch with its lines."""
    for part in re.split(r"^diff --git ", patch, flags=re.MULTILINE)[1:]:
        names = re.findall(r'^(?:---|\+\+\+) "?[ab]/(.*?)"?$', part, flags=re.MULTILINE)
        if names:
            yield names[-1], part.splitlines()


def _entries(file: str, lines: Sequence[str]) -> Iterator[tuple[Kind, str]]:
    """Yield the entries that a patch of one file touches, each once, in order of their ids."""
    kind = _kind(file)
    found: set[str] = set()
    inside, before = False, ""
    for line in lines if kind is not None else ():
        hunk = _HUNK.match(line)
        if hunk is not None:
            inside, before = True, hunk.group(1) or ""
        elif inside and (entry := _ENTRY.match(line)) is not None:
            before = entry.group(1)
            found.add(before)
        elif inside and before and _CHANGED.match(line):
            found.add(before)
    for name in sorted(found):
        assert kind is not None  # noqa: S101 - nothing was found without one
        yield kind, name


def _kind(file: str) -> Kind | None:
    """Return what the entries of a file are, by its name and folders."""
    kinds = {
        "questions": Kind.QUESTION,
        "flags": Kind.FLAG,
        "rules": Kind.RULE,
        "safeguards": Kind.SAFEGUARD,
        "sources": Kind.WORK,
        "invariants": Kind.INVARIANT,
    }
    if not file.endswith(".yaml"):
        return None
    *folders, name = file.split("/")
    alone = name.removesuffix(".yaml")
    if alone in {"flags", "safeguards", "sources", "invariants"}:
        return kinds[alone]
    # A policy's own folder may be called rules/ too: what counts is the folder that is nearest.
    return next((kinds[each] for each in reversed(folders) if each in kinds), None)
