"""The conversation at a terminal, line by line: plain text in, plain text out, nothing drawn and nothing moved about.

So it reads the same through a screen reader, on a narrow terminal and through a pipe. What is said goes to the terminal
that standard output is, or else to standard error, so that a report can be sent into a file of its own.
"""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Iterable
from contextlib import suppress
from typing import IO

from engine.commands.output import WIDTH
from engine.errors import CannotWrite, NoInput, Place, Problem
from engine.report.visible import visible

_NARROWEST = 30
_BOLD = "\x1b[1m"
_PLAIN = "\x1b[0m"


class Terminal:
    """Says things and asks for lines."""

    def __init__(self) -> None:
        if sys.stdin is None:
            raise NoInput([Problem(Place("<stdin>"), "cannot-read", "standard input is closed", "open a terminal")])
        if sys.stderr is None:
            raise CannotWrite(
                [Problem(Place("<stderr>"), "cannot-write", "standard error is closed", "open a terminal")]
            )
        self._talks_on_stdout = sys.stdout is not None and sys.stdout.isatty()
        self.person = sys.stdin.isatty()
        # A byte that is no text must reach the check of what was typed; it must not end the interview.
        reconfigure = getattr(sys.stdin, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="surrogateescape")
        if self.person and self._talks_on_stdout:
            _edit_lines()

    def say(self, *texts: str, indent: str = "", hanging: str | None = None) -> None:
        """Say each text as a paragraph of its own; nothing in it can steer the terminal."""
        for text in texts:
            self._write("\n".join(self._wrapped(visible(text), indent, indent if hanging is None else hanging)) + "\n")

    def listed(self, entries: Iterable[tuple[str, str]]) -> None:
        """Say entries, each with what is typed for it in front."""
        known = [(key, text) for key, text in entries]
        most = max((len(key) for key, _ in known), default=0)
        for key, text in known:
            lead = f"  {key.rjust(most)}  "
            self.say(text, indent=lead, hanging=" " * len(lead))

    def heading(self, text: str) -> None:
        """Say a heading, after an empty line."""
        shown = self._wrapped(visible(text), "", "")
        self._write("\n" + "\n".join(f"{_BOLD}{line}{_PLAIN}" if self._colour else line for line in shown) + "\n")

    def pause(self) -> None:
        """Leave an empty line."""
        self._write("\n")

    def ask(self, prompt: str) -> str:
        """Return a line, without the spaces around it. Raises EOFError when there are no more."""
        if self.person and self._talks_on_stdout:
            return input(visible(prompt) + " ").strip()
        self._write(visible(prompt) + " ")
        line = sys.stdin.readline()
        if not self.person:
            # Nobody has typed a line feed.
            self._write("\n")
        if not line:
            raise EOFError
        return line.strip()

    @property
    def width(self) -> int:
        """How many columns a line may take."""
        if not self._stream.isatty():
            return WIDTH
        with suppress(OSError, ValueError):
            return max(_NARROWEST, min(WIDTH, os.get_terminal_size(self._stream.fileno()).columns or WIDTH))
        return WIDTH

    @property
    def _colour(self) -> bool:
        unwanted = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
        return self._stream.isatty() and not unwanted

    @property
    def _stream(self) -> IO[str]:
        return sys.stdout if self._talks_on_stdout else sys.stderr

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()

    def _wrapped(self, text: str, first: str, later: str) -> list[str]:
        width = max(self.width, len(later) + _NARROWEST // 2)
        return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=later, break_on_hyphens=False) or [
            first.rstrip()
        ]


def _edit_lines() -> None:
    """Let a line be edited while it is typed, and keep none: a key must not bring back what somebody said before."""
    with suppress(ImportError):
        import readline

        readline.set_auto_history(False)
        readline.clear_history()
