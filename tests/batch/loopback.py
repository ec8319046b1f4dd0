"""A Dask cluster on this machine: a scheduler and workers, each a process of its own, as somebody would start them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any, cast

PATIENCE = 120
"""Seconds that anything may take on a busy machine; nothing is judged by it."""

_DIES = """
import os, signal
from distributed.diagnostics.plugin import WorkerPlugin

class Dies(WorkerPlugin):
    def setup(self, worker):
        self.left = {times}

    def transition(self, key, start, finish, **kwargs):
        if str(key).startswith("forethought-part") and finish == "{state}":
            self.left -= 1
            if not self.left:
                os.kill(os.getpid(), signal.SIGKILL)

async def dask_setup(worker):
    await worker.plugin_add(Dies())
"""


def dies(state: str, times: int) -> str:
    """Return what has a worker killed, as no handler prevents, when a part of its comes into a state the nth time.

    `executing` is when a part is begun; `memory` when it is written, and nobody knows it yet.
    """
    return _DIES.format(state=state, times=times)


class Loopback:
    """A scheduler, and workers that are started one by one."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        self._log = (folder / "log").open("ab")
        told = folder / "scheduler.json"
        self._environment = {**os.environ, **environment}
        self.scheduler = self._start("dask_scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", str(told))
        self.address = _address(told)

    def _start(self, what: str, *options: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{what}", "--host", "127.0.0.1", *options],
            cwd=self.folder,
            env=self._environment,
            stdout=self._log,
            stderr=self._log,
        )
        self._processes.append(process)
        return process

    def worker(self, preload: str = "") -> subprocess.Popen[bytes]:
        """Start a worker that nobody starts again when it dies; `preload` is Python that it runs first."""
        options = ["--no-nanny", "--nthreads", "1", "--no-dashboard", "--local-directory", str(self.folder)]
        if preload:
            file = self.folder / f"preload_{len(self._processes)}.py"
            file.write_text(preload, encoding="utf-8")
            options += ["--preload", str(file)]
        return self._start("dask_worker", self.address, *options)

    def wait_for(self, workers: int) -> None:
        """Return when so many workers have told the scheduler that they are there."""
        from distributed import Client

        client = cast("Any", Client)(self.address, timeout=PATIENCE, set_as_default=False)
        try:
            client.wait_for_workers(workers, timeout=PATIENCE)
        finally:
            client.close()

    def logged(self) -> str:
        """Return what the scheduler and the workers have printed."""
        return (self.folder / "log").read_text(encoding="utf-8")

    @contextmanager
    def also(self, *preloads: str, beside: int = 0) -> Iterator[list[subprocess.Popen[bytes]]]:
        """Have more workers for a while, with what each of them runs first, beside as many as there are."""
        some = [self.worker(preload) for preload in preloads]
        try:
            self.wait_for(beside + len(some))
            yield some
        finally:
            end(some)

    def stop(self) -> None:
        """End the scheduler and all workers."""
        end(self._processes)
        self._log.close()


def end(processes: Iterable[subprocess.Popen[bytes]]) -> None:
    """End processes, and wait until they have ended."""
    for process in processes:
        process.kill()
        process.wait(PATIENCE)


def _address(told: Path) -> str:
    """Return the address that a scheduler has written down."""
    until = monotonic() + PATIENCE
    while monotonic() < until:
        try:
            return str(json.loads(told.read_text(encoding="utf-8"))["address"])
        except (OSError, ValueError):
            sleep(0.05)
    raise AssertionError("the scheduler did not start")
