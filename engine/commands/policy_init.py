"""`forethought policy init`: a copy of the shipped policy that is a programme's own from its first line."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

import click

from engine import api
from engine.commands.output import Output
from engine.commands.running import note
from engine.errors import BadData, CannotWrite, Exit, Place, Problem
from engine.loading.starting import NAMED, starting_files, wrong_with

_EPILOG = """\b
Examples:
  forethought policy init our-programme
  forethought policy init our-programme --id north-city --title "North City: who can
      join online" --owner "North City, head of programme"

\b
Exit codes: 0 done, 73 DIR is there and holds something, or cannot be written.
"""
_ASKED = {
    "id": "A short name for the policy, in small letters and hyphens",
    "title": "What it is called at the head of every report",
    "owner": "Who answers for it: a role rather than a name",
}


@click.command(name="init", epilog=_EPILOG)
@click.argument("folder", metavar="DIR")
@click.option("--id", "id_", metavar="ID", help="The policy's id, in small letters and hyphens.")
@click.option("--title", metavar="TEXT", help="What the policy is called.")
@click.option("--owner", metavar="TEXT", help="Who answers for it.")
def policy_init(*, folder: str, id_: str | None, title: str | None, owner: str | None) -> int:
    """Copy the shipped policy with its scenarios into DIR, to make it your own.

    DIR must not be there yet, or be empty. The copy stands by itself: policy check, test and prove work in it at once.
    At a terminal you are asked for its id, title and owner; what is not said stays as in the shipped policy.
    """
    target = Path(folder)
    _refuse(target)
    given = {"id": id_, "title": title, "owner": owner}
    for key, value in given.items():
        if value is not None and (wrong := wrong_with(key, value)):
            raise click.BadParameter(f"{wrong}.", param_hint=f"--{key}")
    named = {key: value for key, value in given.items() if value is not None}
    if sys.stdin is not None and sys.stdin.isatty():
        named |= _asked(target, [key for key in NAMED if key not in named])
    elif kept := [key for key in NAMED if key not in named]:
        note(f"kept from the shipped policy: {', '.join(kept)}; change them in {target / 'rules' / 'policy.yaml'}")
    files = starting_files(api.default_policy_dir(), named)
    _put(files, target)
    _tell(target)
    return Exit.DONE


def _asked(target: Path, keys: list[str]) -> Mapping[str, str]:
    """Ask for these; an empty line leaves one as it is."""
    from engine.commands.interview_terminal import Terminal

    terminal, found = Terminal(), dict[str, str]()
    proposed = re.sub(r"[^a-z0-9]+", "-", target.absolute().name.lower()).strip("-")
    for key in keys:
        default = proposed if key == "id" and not wrong_with("id", proposed) else ""
        while True:
            ending = f"Enter for {default}" if default else "Enter to leave it as in the shipped policy"
            typed = terminal.ask(f"{_ASKED[key]} ({ending}):") or default
            wrong = wrong_with(key, typed) if typed else ""
            if not wrong:
                break
            terminal.say(f"{wrong[0].upper()}{wrong[1:]}.")
        if typed:
            found[key] = typed
    return found


def _refuse(target: Path) -> None:
    """Refuse a place that holds something, or lies in a policy, whose files are all read as its own."""
    if os.path.lexists(target) and not (target.is_dir() and not any(target.iterdir())):
        what = "this folder is there and holds something" if target.is_dir() else "there is a file of this name"
        raise _cannot(target, what, "name a new folder; nothing was written")
    if not target.absolute().parent.is_dir():
        raise _cannot(target, "the folder that this would stand in is not there", "make it first, or name another")
    for above in target.resolve().parents:
        if (above / "policy.yaml").exists():
            raise _cannot(target, "this lies in the folder of a policy", "name a place beside it, not in it")


def _put(files: Mapping[PurePosixPath, bytes], target: Path) -> None:
    """Write everything beside the place, see that it is sound, then move it there: whole, or not at all."""
    staged: Path | None = None
    moved: list[Path] = []
    there = target.exists()
    try:
        staged = Path(tempfile.mkdtemp(prefix=f".{target.absolute().name}.", dir=target.absolute().parent))
        for name, data in files.items():
            path = staged.joinpath(*name.parts)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        _check(staged, target)
        if there:
            for child in sorted(staged.iterdir()):
                moved.append(target / child.name)
                child.rename(target / child.name)
        else:
            staged.chmod((staged / "rules").stat().st_mode)
            staged.rename(target)
    except BaseException as error:
        for child in moved:
            if child.is_dir():
                shutil.rmtree(child, ignore_errors=True)
            else:
                child.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _cannot(target, f"this cannot be written: {(error.strerror or 'unknown reason').lower()}") from None
        raise
    finally:
        if staged is not None:
            with suppress(OSError):
                shutil.rmtree(staged)


def _check(staged: Path, target: Path) -> None:
    """Refuse what was said of the policy where it would not load, with the places that the files would have."""
    problems = api.check_policy(staged / "rules")
    if problems:
        raise BadData(
            problem._replace(place=problem.place._replace(file=problem.place.file.replace(str(staged), str(target))))
            for problem in problems
        )


def _tell(target: Path) -> None:
    output = Output(None)
    output.write("".join(f"{target / name}\n" for name in ("README.md", "rules", "features")))
    output.close()
    note("read README.md first; then try:")
    note(f"  forethought policy check {target}")
    note(f"  forethought policy test {target}")
    note(f"  forethought policy new-rule {target}")


def _cannot(target: Path, what: str, help: str = "name another place") -> CannotWrite:
    error = CannotWrite([Problem(Place(str(target)), "cannot-write", what, help)])
    error.exit_code = Exit.CANNOT_CREATE
    return error
