"""Does what a page of docs/ shows: runs its commands, makes its edits, and says how the page should read.

A fenced block says by its first line what it is:

    ```console                  commands after `$ `, and what they print: standard output, then standard error.
                                `# exit 1` after a command says how it leaves; `...` stands for lines left out
    ```console shown            commands that set up a machine, not run here
    ```diff file=PATH           lines to take out (-) and to put in (+), found by the lines around them
    ```yaml file=PATH           what to put into a new file (any other word than console or diff)

Every other block is only shown. `cd` holds for the rest of the page. In what is printed the folder that a page runs in
reads `/home/you`, and how long something took reads `in ... s`: nothing else is changed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
FENCE = re.compile(r"^```(?P<kind>\S+)(?: file=(?P<file>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*?)(?:  # exit (\d+))?$")
LEFT_OUT = "..."
HOME = "/home/you"
TOOK = re.compile(r"\bin \d+\.\d+ ?s\b")


def with_what_comes(page: Path, home: Path, here: Path) -> str:
    """Do everything that a page says, in order, beginning `here` below `home`; return the page as it should read."""
    text = page.read_text(encoding="utf-8")
    parts: list[str] = []
    at, open_file = 0, None
    for block in FENCE.finditer(text):
        kind, file, said = block["kind"], block["file"], block["text"]
        came = said
        if file:
            named = text[at : block.start()]
            assert f"`{file}`" in named or file == open_file, f"say before the block that it goes into {file}"
            open_file = file
            _edit(here / file, said) if kind == "diff" else _put(here / file, said)
        elif kind == "console":
            came = ""
            for command, shown in commands(said):
                if command.startswith("$ cd "):
                    here = here / command.removeprefix("$ cd ")
                    came += command + "\n"
                else:
                    came += run(command, shown, home, here)
        parts += [text[at : block.start("text")], came]
        at = block.end("text")
    return "".join(parts) + text[at:]


def commands(block: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each command of a block, with its continuation lines, and the lines that are shown below it."""
    command, unfinished = "", False
    shown: list[str] = []
    for line in block.splitlines():
        if unfinished:
            command += f"\n{line}"
            unfinished = line.endswith("\\")
        elif line.startswith("$ "):
            if command:
                yield command, shown
            command, shown, unfinished = line, [], line.endswith("\\")
        else:
            assert command, f"{line!r} stands before any command"
            shown.append(line)
    yield command, shown


def run(command: str, shown: Sequence[str], home: Path, here: Path) -> str:
    """Run a command and return it with what it prints; what was left out before is left out again."""
    match = COMMAND.match(command.replace("\\\n", ""))
    assert match is not None, command
    ran = subprocess.run(
        ["/bin/bash", "-c", match.group(1)],
        cwd=here,
        env=_environment(home),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == int(match.group(2) or 0), f"{command}\n{ran.stdout[-3000:]}{ran.stderr[-3000:]}"
    printed = TOOK.sub("in ... s", (ran.stdout + ran.stderr).replace(str(home), HOME))
    came = [line.rstrip() for line in printed.splitlines()]
    return "\n".join([command, *as_shown(came, shown)]) + "\n"


def as_shown(came: list[str], shown: Sequence[str]) -> list[str]:
    """Leave out of what came what the page leaves out. A part in the middle is found by its first line."""
    if LEFT_OUT not in shown:
        return came
    kept: list[list[str]] = [[]]
    for line in shown:
        if line == LEFT_OUT:
            kept.append([])
        else:
            kept[-1].append(line)
    first, *middle, last = kept
    lines = came[: len(first)]
    at = len(first)
    for part in middle:
        assert part[0] in came[at:], f"{part[0]!r} is no longer printed"
        at = came.index(part[0], at)
        lines += [LEFT_OUT, *came[at : at + len(part)]]
        at += len(part)
    ends = came[len(came) - len(last) :] if last else []
    return [*lines, LEFT_OUT, *ends]


def _edit(file: Path, change: str) -> None:
    """Change a file as a block says. What is there must be there once."""
    lines = change.splitlines(keepends=True)
    assert all(line[0] in " +-\n" for line in lines), change
    before = "".join(line[1:] or line for line in lines if line[0] != "+")
    after = "".join(line[1:] or line for line in lines if line[0] != "-")
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{file} holds this {text.count(before)} times:\n{before}"
    file.write_text(text.replace(before, after), encoding="utf-8")


def _put(file: Path, text: str) -> None:
    assert not file.exists(), f"{file} is there already"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _environment(home: Path) -> dict[str, str]:
    """Return an environment in which a page reads the same on every machine."""
    settings = {"user.name": "A policy writer", "user.email": "writer@example.org", "init.defaultBranch": "main"}
    git = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_COUNT": str(len(settings))}
    for number, (key, value) in enumerate(settings.items()):
        git |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTEST", "GIT_", "FORETHOUGHT"))}
    return {**kept, **git, "PATH": path, "COLUMNS": "80", "HOME": str(home), "LC_ALL": "C.UTF-8"}


def policy_folder(place: Path) -> Path:
    """Make a folder such as a programme has: the policy, its scenarios, and some cases."""
    folder = place / "our-policy"
    folder.mkdir(parents=True)
    for part in ("rules", "features", "examples"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


def pages(*folders: str) -> list[Path]:
    """Return the pages of docs/ (or of folders of it), in order."""
    return sorted(page for folder in folders or (".",) for page in (DOCS / folder).rglob("*.md"))


def hold(page: Path, home: Path, here: Path) -> None:
    """Hold a page to what its commands print, or write it anew."""
    text = with_what_comes(page, home, here)
    if os.environ.get("FORETHOUGHT_REGENERATE"):
        page.write_text(text, encoding="utf-8")
    assert text == page.read_text(encoding="utf-8")
