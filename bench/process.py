"""The whole process: screening one case on the command line, against only importing the libraries that it needs."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.figures import Figure

ROOT = Path(__file__).parent.parent
CASE = ROOT / "examples" / "start" / "undetermined.yaml"
# What the installed `forethought` script does, and nothing more.
SCRIPT = "import sys; from cli import main; sys.exit(main())"
SCREEN = [sys.executable, "-c", SCRIPT, "screen", str(CASE), "--on", "2026-11-22"]
IMPORTS = [sys.executable, "-c", "import click, pydantic, durable.engine, yaml"]
PAIRS = 15


def whole_process() -> Figure:
    """Time both commands in turn and return the median of the ratios pair by pair."""
    for command in (SCREEN, IMPORTS):
        _seconds(command)
    pairs = [(_seconds(SCREEN), _seconds(IMPORTS)) for _ in range(PAIRS)]
    ratio = statistics.median(screen / imports for screen, imports in pairs)
    screen = statistics.median(pair[0] for pair in pairs)
    imports = statistics.median(pair[1] for pair in pairs)
    value = f"{ratio:.2f} times ({screen * 1000:.0f} ms against {imports * 1000:.0f} ms, median of {PAIRS} pairs)"
    return Figure("whole process `forethought screen` against importing its libraries", value, "at most 1.6 times")


def _seconds(command: Sequence[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)  # noqa: S603 - our own command
    return time.perf_counter() - started
