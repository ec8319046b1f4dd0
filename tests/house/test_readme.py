"""Every command of the README does what the README shows, character by character.

A block marked `console` holds commands after `$ ` and what they print: standard output, then standard error.
`# exit 65` after a command says how it leaves. After a change write the outputs anew with
`FORETHOUGHT_REGENERATE=1 pytest tests/house/test_readme.py`, and read the difference.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*?)(?:  # exit (\d+))?$")
SHOWN_ONLY = ("make ", "git clone", "pipx ", "CPPFLAGS=")
"""Commands that set up a machine; `make check-install` runs them in fresh clones."""


def blocks() -> list[str]:
    return [match.group(1) for match in BLOCK.finditer(README.read_text(encoding="utf-8"))]


def run(block: str, folder: Path) -> str:
    """Run the commands of a block and return the block as it should read."""
    lines: list[str] = []
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = {**os.environ, "PATH": path, "COLUMNS": "80"}
    for line in block.splitlines():
        match = COMMAND.match(line)
        if match is None:
            continue
        command, leaves = match.group(1), int(match.group(2) or 0)
        ran = subprocess.run(
            ["/bin/bash", "-c", command],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == leaves, ran.stderr
        lines += [line, *(shown.rstrip() for shown in (ran.stdout + ran.stderr).splitlines())]
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy what the commands may read or change to a place of its own."""
    place = tmp_path_factory.mktemp("checkout")
    for part in ("examples", "rules", "features"):
        shutil.copytree(ROOT / part, place / part)
    return place


def test_the_readme_shows_what_its_commands_print(folder: Path) -> None:
    text = README.read_text(encoding="utf-8")
    found = [block for block in blocks() if not block.startswith(tuple(f"$ {shown}" for shown in SHOWN_ONLY))]
    assert len(found) >= 5
    for block in found:
        came = run(block, folder)
        if os.environ.get("FORETHOUGHT_REGENERATE"):
            text = text.replace(block, came)
        else:
            assert came == block
    if os.environ.get("FORETHOUGHT_REGENERATE"):
        README.write_text(text, encoding="utf-8")


def test_what_the_readme_leaves_to_the_reader_are_the_set_up_commands_only() -> None:
    for block in blocks():
        if block.startswith(tuple(f"$ {shown}" for shown in SHOWN_ONLY)):
            assert all(line.startswith(("$ ", "#")) for line in block.splitlines())
