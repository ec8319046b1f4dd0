"""An environment of its own for each peer, under `.bench/` in the checkout, made when it is first needed."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENVIRONMENTS = ROOT / ".bench"

# durable-rules calls what CPython 3.13 no longer has; this is its newer name.
FLAGS = {"CPPFLAGS": "-DPyEval_CallObject=PyObject_CallObject"}
LAST_WORDS = 300


class NotThere(Exception):
    """A peer could not be installed here; the message says why."""


def python_for(requirements: Path, environments: Path = ENVIRONMENTS) -> Path:
    """Return the Python of an environment that holds what these requirements pin. Raises `NotThere`."""
    place = environments / requirements.stem
    python = place / "bin" / "python"
    wanted = hashlib.sha256(requirements.read_bytes() + platform.python_version().encode()).hexdigest()
    stamp = place / "made-for"
    if stamp.is_file() and python.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    if place.exists():
        shutil.rmtree(place)
    print(f"  setting up an environment for {requirements.stem} ...", file=sys.stderr, flush=True)
    _run([sys.executable, "-m", "venv", str(place)])
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run([*pip, "--require-hashes", "--requirement", str(requirements)])
    stamp.write_text(wanted, encoding="utf-8")
    return python


def _run(command: list[str]) -> None:
    ran = subprocess.run(  # noqa: S603 - our own command
        command, env={**os.environ, **FLAGS}, capture_output=True, text=True, check=False, cwd=ROOT
    )
    if ran.returncode:
        said = [line for line in ran.stderr.splitlines() if line.lower().startswith("error")] or [ran.stderr.strip()]
        raise NotThere(f"could not be installed: {said[-1][:LAST_WORDS]}")
