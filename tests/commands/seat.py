"""A seat at a real (pseudo-)terminal: what a person would see there, and what they would type."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Self

from tests.commands.desk import ROOT

_PATIENCE = 30.0
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Seat:
    """The command, started at a terminal of its own. `seen` is everything that the terminal has got so far."""

    def __init__(self, *args: str | Path, cwd: Path, columns: int = 80, **changes: str) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        environment = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS"}}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "cli", *map(str, args)],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=cwd,
            env={**environment, "PYTHONPATH": str(ROOT), "TERM": "xterm", **changes},
            start_new_session=True,
            preexec_fn=_take_the_terminal,  # noqa: PLW1509 - one thread, two calls
        )
        os.close(theirs)
        self._raw = b""
        self._read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._ours)

    @property
    def seen(self) -> str:
        """Everything that the terminal got, without what only sets colours or moves the cursor."""
        return _ESCAPES.sub("", self._raw.decode("utf-8", "replace")).replace("\r", "")

    @property
    def raw(self) -> bytes:
        """Everything that the terminal got, byte for byte."""
        return self._raw

    def sees(self, text: str) -> str:
        """Wait until a text has come up since the last one, and return what came up to there, on one line."""
        return self.sees_one_of(text)

    def sees_one_of(self, *texts: str) -> str:
        """Do the same for whichever of several texts comes up first."""
        pattern = re.compile("|".join(r"\s+".join(re.escape(word) for word in text.split()) for text in texts))
        until = time.monotonic() + _PATIENCE
        while True:
            new = self.seen[self._read :]
            found = pattern.search(new)
            if found is not None:
                self._read += found.end()
                return " ".join(new[: found.end()].split())
            if not self._more(until - time.monotonic()):
                raise AssertionError(f"{texts!r} did not come up, but: {new!r}")

    def types(self, line: str, prompt: str = "Answer:") -> str:
        """Wait for the prompt, type a line, and return what came up before the prompt."""
        before = self.sees(prompt)
        self.sends(f"{line}\n")
        return before

    def sends(self, keys: str) -> None:
        """Send keys as they are."""
        os.write(self._ours, keys.encode())

    def insists(self, act: Callable[[], None]) -> None:
        """Do something until the command has ended.

        A signal that comes just before a line is waited for is noticed with the next key or signal only.
        """
        until = time.monotonic() + _PATIENCE
        while self.process.poll() is None and time.monotonic() < until:
            act()
            self._more(1.0)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=1.0)

    def signals(self, number: signal.Signals) -> None:
        """Send a signal to the command."""
        self.process.send_signal(number)

    def ends(self) -> int:
        """Wait until the command has ended, read what it said last, and return its exit code."""
        until = time.monotonic() + _PATIENCE
        while self._more(until - time.monotonic()):
            pass
        return self.process.wait(timeout=_PATIENCE)

    def since(self, part: str) -> str:
        """Return what came up after the last time a text did, on one line."""
        return " ".join(self.seen.rpartition(part)[2].split())

    def _more(self, seconds: float) -> bool:
        """Read what has come; false when nothing will come any more, or not in time."""
        if seconds <= 0 or not select.select([self._ours], [], [], seconds)[0]:
            return False
        try:
            piece = os.read(self._ours, 65536)
        except OSError:
            return False
        self._raw += piece
        return bool(piece)


def _take_the_terminal() -> None:
    """Make the terminal the command's own, so that its keys reach it as signals, and let it be interrupted."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
