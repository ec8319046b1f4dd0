"""What several commands share: their options, and how a policy and a case are found."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from engine import api
from engine.commands.running import POLICY_IN_USE
from engine.errors import NoInput, Place, Problem
from engine.model.answer import Case
from engine.model.policy import Policy

_Command = TypeVar("_Command", bound=Callable[..., Any])

STDIN = "-"
_MOST_READ = 1_000_001
"""One byte more than a case may have: enough for the loader to see that it is too large."""


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """Return the day written YYYY-MM-DD; anything else is wrong usage."""
    if value is None or ctx.resilient_parsing:
        return None
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    raise click.BadParameter("expected a day that exists, written YYYY-MM-DD", ctx, param)


def policy_option(command: _Command) -> _Command:
    """Add `--policy DIR`."""
    return click.option(
        "--policy",
        "policy_dir",
        metavar="DIR",
        help="The policy's folder. Default: the policy shipped with forethought.",
    )(command)


def on_option(command: _Command) -> _Command:
    """Add `--on DATE`."""
    return click.option("--on", metavar="YYYY-MM-DD", callback=_day, help="The day of screening. Default: today.")(
        command
    )


def output_option(command: _Command) -> _Command:
    """Add `-o FILE`."""
    return click.option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write to FILE (as a whole, readable by you alone) instead of the terminal.",
    )(command)


def format_option(*formats: str) -> Callable[[_Command], _Command]:
    """Add `--format`, the first being the default."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How to write it.",
    )


def day_of(on: date | None) -> date:
    """Return the day of screening: the one named, else today. Only commands read the clock."""
    return on or date.today()  # noqa: DTZ011 - the day at this desk, not in UTC


def load_policy(named: str | None) -> Policy:
    """Load the policy of a command, and remember which it is in case of a fault."""
    policy = api.load_policy(policy_folder(Path(named)) if named is not None else None)
    POLICY_IN_USE.set(f"{policy.id} {policy.version} ({policy.fingerprint})")
    return policy


def policy_folder(folder: Path) -> Path:
    """Return the folder that holds `policy.yaml`: the one named, or `rules/` in it. Raises NoInput."""
    if not folder.is_dir():
        what = "this is not a folder" if folder.exists() else "there is no such folder"
        raise NoInput([Problem(Place(str(folder)), "no-policy", what, "name the folder that holds policy.yaml")])
    inside = folder / "rules"
    return inside if not (folder / "policy.yaml").exists() and (inside / "policy.yaml").exists() else folder


def load_case(name: str, policy: Policy, on: date) -> Case:
    """Load the case of a command; `-` is standard input, a programme's profile then being looked up from here."""
    if name != STDIN:
        return api.load_case(Path(name), policy, on)
    if sys.stdin is None:
        raise NoInput([Problem(Place("<stdin>"), "cannot-read", "standard input is closed", "name a case file")])
    return api.read_case(sys.stdin.buffer.read(_MOST_READ), "<stdin>", policy, on, Path.cwd())
