"""A worker process, as seen from outside."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from bench.peers.environment import ROOT, python_for
from bench.peers.neutral import Found

MOST_SECONDS = 300.0
LAST_WORDS = 300


class Failed(Exception):
    """A worker ended, or did not answer in time; the message says what it said last."""


class Loaded(NamedTuple):
    """What a worker runs, and what it finds in each of its ways, case by case."""

    versions: dict[str, str]
    ways: dict[str, list[Found]]


class Worker:
    """One engine in a process of its own, in the environment that the requirements pin, or without any in this one."""

    def __init__(self, module: str, requirements: Path | None) -> None:
        """Start it. Raises `NotThere` when its environment cannot be made."""
        python = Path(sys.executable) if requirements is None else python_for(requirements)
        self._said = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed with the worker
        self._process = subprocess.Popen(  # noqa: S603 - our own command
            [str(python), "-m", module],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            text=True,
        )

    def __enter__(self) -> Self:
        """Use it for a while."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End it."""
        self._process.kill()
        self._process.communicate()
        self._said.close()

    def load(self, form: Path) -> Loaded:
        """Give it a form, and return what it finds. Raises `Failed`."""
        reply = self._ask({"load": str(form)})
        return Loaded(reply["versions"], reply["ways"])

    def time(self, way: str, seconds: float) -> tuple[int, float]:
        """Let it screen for so long; return how many cases it screened in how much processor time. Raises `Failed`."""
        reply = self._ask({"time": way, "seconds": seconds})
        return reply["cases"], reply["seconds"]

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        requests, replies = self._process.stdin, self._process.stdout
        if requests is None or replies is None:
            raise Failed("it was started without pipes")
        limit = threading.Timer(MOST_SECONDS, self._process.kill)
        limit.start()
        try:
            requests.write(json.dumps(request) + "\n")
            requests.flush()
            line = replies.readline()
        except BrokenPipeError:
            line = ""
        finally:
            limit.cancel()
        if not line:
            raise Failed(f"its process ended: {self._last_words()}")
        reply: dict[str, Any] = json.loads(line)
        return reply

    def _last_words(self) -> str:
        self._process.wait()
        self._said.seek(0)
        lines = [line.strip() for line in self._said.read().splitlines() if line.strip()]
        return lines[-1][:LAST_WORDS] if lines else f"exit code {self._process.returncode}"
