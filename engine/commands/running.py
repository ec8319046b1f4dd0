"""Runs a command and tells whatever goes wrong: places and help on standard error, an exit code, never a traceback.

INVARIANT (no answer in an error): of an unexpected fault only its type and its place in our code are told, because its
text may hold an answer.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import IO, Any, Final

import click

from engine import __version__
from engine.errors import CannotWrite, Exit, ForethoughtError, Place, Problem
from engine.report.visible import visible_lines

POLICY_IN_USE: ContextVar[str] = ContextVar("policy_in_use", default="not loaded")
"""Id, version and fingerprint of the loaded policy, for the report of a fault."""

QUOTES: Final = "put quotes round a name that has a space in it"

_ROOT = Path(__file__).resolve().parents[2]


class ReaderGone(Exception):
    """Whoever read our output has stopped reading, as `head` does: nothing is wrong, and nobody is listening."""


def run(command: click.Command, args: Sequence[str], **extra: Any) -> int:  # noqa: ANN401
    """Run a command with these arguments and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        _never_fail_on_a_character(stream)
    try:
        return _invoke(command, args, extra)
    except ForethoughtError as error:
        tell(error.problems)
        if isinstance(error, CannotWrite):
            # What could not be written is still held back, and would be tried once more at the very end.
            _say_no_more(sys.stdout)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt, EOFError):
        note("interrupted" if args[:1] == ["policy"] else "interrupted; nothing was recommended")
        return Exit.INTERRUPTED
    except click.ClickException as error:
        note(_usage(error))
        return Exit.USAGE
    except (ReaderGone, BrokenPipeError):
        _say_no_more(sys.stdout)
        return Exit.CANNOT_WRITE
    except Exception as error:  # noqa: BLE001 - the last line of defence: fail closed, and say no more than is sure
        tell([fault(error)])
        return Exit.INTERNAL


def _invoke(command: click.Command, args: Sequence[str], extra: dict[str, Any]) -> int:
    try:
        with command.make_context("forethought", list(args), **extra) as context:
            code = command.invoke(context)
    except click.exceptions.Exit as left:
        code = left.exit_code
    if sys.stdout is not None:
        sys.stdout.flush()
    return code if isinstance(code, int) else Exit.DONE


def fault(error: BaseException) -> Problem:
    """Return an unexpected fault as a problem that holds nothing from a case."""
    return Problem(
        Place("forethought"),
        "internal-fault",
        f"something inside failed, and no recommendation was given; {type(error).__name__} in {_where(error)}",
        f"if this was about a case, treat it as not online for now; report this line, with forethought {__version__} "
        f"and the policy {POLICY_IN_USE.get()}, and leave any case out of the report",
    )


def _where(error: BaseException) -> str:
    """Return the innermost place in our own code that a fault came through."""
    found = "an unknown place"
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        path = Path(code.co_filename)
        if path.is_relative_to(_ROOT) and "site-packages" not in path.relative_to(_ROOT).parts:
            found = f"{path.relative_to(_ROOT)}, line {trace.tb_lineno}, {code.co_name}"
        trace = trace.tb_next
    return found


def tell(problems: Iterable[Problem]) -> None:
    """Write problems to standard error, one after the other."""
    for problem in problems:
        note(str(problem))


def note(text: str) -> None:
    """Write a line to standard error; when even that cannot be written, there is nobody to tell."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(visible_lines(text) + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        _say_no_more(sys.stderr)


def _usage(error: click.ClickException) -> str:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    lines = []
    if isinstance(error, click.UsageError) and error.ctx is not None:
        lines.append(error.ctx.get_usage())
    lines.append(f"error[usage]: {error.format_message()}")
    if isinstance(error, click.UsageError) and error.ctx is not None:
        quotes = f"; {QUOTES}" if "unexpected extra argument" in error.format_message() else ""
        lines.append(f"  help: {error.ctx.command_path} --help{quotes}")
    return "\n".join(lines)


def _never_fail_on_a_character(stream: IO[str] | None) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")


def _say_no_more(stream: IO[str] | None) -> None:
    """Point a stream that cannot be written at nothing, so that leaving the interpreter does not complain about it."""
    try:
        descriptor = stream.fileno() if stream is not None else -1
    except (OSError, ValueError):
        return
    if descriptor >= 0:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, descriptor)
        os.close(nowhere)
