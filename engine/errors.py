"""The error root: everything that can go wrong is a `Problem` with a slug, a message, a place and help.

Nothing here may ever hold an answer from a case: messages are printed, logged and pasted into mails.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple


class Exit(IntEnum):
    """Exit codes of the command line (sysexits.h where it has a word for it)."""

    DONE = 0
    FINDING = 1
    USAGE = 2
    CONDITIONAL = 10
    UNDETERMINED = 11
    AGAINST = 12
    BAD_DATA = 65
    NO_INPUT = 66
    MISSING_PART = 69
    INTERNAL = 70
    CANNOT_CREATE = 73
    CANNOT_WRITE = 74
    INTERRUPTED = 130


class Place(NamedTuple):
    """Where a problem is: a file as the person named it, with line and column counted from 1 (0: not known)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column or 1}"


class Problem(NamedTuple):
    """One thing found wrong. `excerpt` is the offending line of a policy (never of a case file)."""

    place: Place
    slug: str
    message: str
    help: str = ""
    excerpt: str = ""

    def __str__(self) -> str:
        lines = [f"{self.place}: error[{self.slug}]: {self.message}"]
        if self.excerpt:
            lines += [f"    | {self.excerpt}", f"    | {' ' * (max(self.place.column, 1) - 1)}^"]
        if self.help:
            lines.append(f"  help: {self.help}")
        return "\n".join(lines)


class ForethoughtError(Exception):
    """Any failure a person is told about. Carries every problem of the run and the exit code."""

    exit_code: Exit = Exit.INTERNAL

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class BadData(ForethoughtError):
    """A case, a policy or a scenario is not well-formed."""

    exit_code = Exit.BAD_DATA


class NoInput(ForethoughtError):
    """An input does not exist or cannot be read."""

    exit_code = Exit.NO_INPUT


class MissingPart(ForethoughtError):
    """An optional part of the installation is not there; the message says which extra holds it."""

    exit_code = Exit.MISSING_PART


class CannotWrite(ForethoughtError):
    """An output cannot be written."""

    exit_code = Exit.CANNOT_CREATE


class InvariantBroken(ForethoughtError):
    """A recommendation would break a promise of the policy's own."""


class NoRecommendation(ForethoughtError):
    """The evaluators disagree, or something inside failed: no recommendation is given (fail closed)."""

    exit_code = Exit.INTERNAL
