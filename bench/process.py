"""The whole process: screening one case on the command line, against only importing the libraries that it needs.

The yardstick is the libraries of the plain install that reading, checking and screening need: click, pydantic,
durable-rules and PyYAML. A run that finds the checked policy of an earlier run needs fewer of them, so it is held
against those alone as well. Neither command may gain by compiling modules: both are run once before.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.figures import Figure

ROOT = Path(__file__).parent.parent
CASE = ROOT / "examples" / "start" / "undetermined.yaml"
# What the installed `forethought` script does, and nothing more.
SCRIPT = "import sys; from cli import main; sys.exit(main())"
SCREEN = [sys.executable, "-c", SCRIPT, "screen", str(CASE), "--on", "2026-11-22"]
IMPORTS = [sys.executable, "-c", "import click, pydantic, durable.engine, yaml"]
IMPORTED = [sys.executable, "-c", "import click, durable_rules_engine, yaml"]
PAIRS = 15


def whole_process() -> tuple[Figure, ...]:
    """Time all commands in turn and return the medians of the ratios, round by round."""
    with TemporaryDirectory() as place:
        kept = {"FORETHOUGHT_CACHE": str(Path(place, "kept"))}
        commands: tuple[tuple[Sequence[str], Mapping[str, str]], ...] = (
            (SCREEN, kept),
            (SCREEN, {"FORETHOUGHT_CACHE": "off"}),
            (IMPORTS, {}),
            (IMPORTED, {}),
        )
        for command, settings in commands:
            _seconds(command, settings)
        rounds = [[_seconds(*command) for command in commands] for _ in range(PAIRS)]
    what = "whole process `forethought screen`"
    return (
        _figure(f"{what}, not the first with this policy, against importing its libraries", rounds, 0, 2, _GOAL),
        _figure("the same against those libraries alone that such a run imports", rounds, 0, 3),
        _figure(f"{what}, nothing kept (the first run, FORETHOUGHT_CACHE=off), likewise", rounds, 1, 2),
    )


_GOAL = "at most 1.6 times"


def _figure(what: str, rounds: Sequence[Sequence[float]], one: int, other: int, goal: str = "") -> Figure:
    ratio = statistics.median(times[one] / times[other] for times in rounds)
    screen, imports = (statistics.median(times[column] for times in rounds) * 1000 for column in (one, other))
    value = f"{ratio:.2f} times ({screen:.0f} ms against {imports:.0f} ms, median of {len(rounds)} rounds)"
    return Figure(what, value, goal)


def _seconds(command: Sequence[str], settings: Mapping[str, str]) -> float:
    environment = {**os.environ, **settings}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=environment)  # noqa: S603 - our own
    return time.perf_counter() - started
