"""What several commands share: their options, and how a policy and a case are found."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from engine import api
from engine.commands.keeping import kept_policies
from engine.commands.output import Output
from engine.commands.running import POLICY_IN_USE, QUOTES, note
from engine.errors import BadData, NoInput, Place, Problem
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
    day = day_written(value)
    if day is None:
        raise click.BadParameter("expected a day that exists, written YYYY-MM-DD: 2026-11-22, for example", ctx, param)
    return day


def day_written(text: str) -> date | None:
    """Return a day written YYYY-MM-DD, or None when it is written otherwise or does not exist."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    return None


def policy_option(command: _Command) -> _Command:
    """Add `--policy DIR`."""
    return click.option(
        "--policy",
        "policy_dir",
        metavar="DIR",
        help="The policy's folder. Default: the policy shipped with forethought.",
    )(command)


def lang_option(command: _Command) -> _Command:
    """Add `--lang LANGUAGE`."""
    return click.option(
        "--lang", metavar="LANGUAGE", help="The language to write in, as in de. Default: the first of the policy."
    )(command)


def on_option(command: _Command) -> _Command:
    """Add `--on DATE`."""
    return click.option("--on", metavar="YYYY-MM-DD", callback=_day, help="The day of screening. Default: today.")(
        command
    )


def answers_on_option(command: _Command) -> _Command:
    """Add `--on DATE` where answers are given."""
    return click.option(
        "--on",
        metavar="YYYY-MM-DD",
        callback=_day,
        help="The day the answers were given and the case is screened. Default: today.",
    )(command)


def checked_on_option(command: _Command) -> _Command:
    """Add `--on DATE` where a policy is looked at."""
    return click.option(
        "--on",
        metavar="YYYY-MM-DD",
        callback=_day,
        help="The day that reviews of sources and acceptances are held against. Default: today.",
    )(command)


def programme_option(command: _Command) -> _Command:
    """Add `--programme FILE`."""
    return click.option(
        "--programme", metavar="FILE", help="The programme's profile, for a client's case that names none."
    )(command)


def output_option(command: _Command) -> _Command:
    """Add `-o FILE`."""
    return click.option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write to FILE (as a whole, readable by you alone) instead of the terminal.",
    )(command)


def output_for(output: str | None, *inputs: str | None, policy: Path) -> Output:
    """Return where to write. An input, or a file among those of the policy, is never written over: wrong usage."""
    target = Output(output)
    if target.path is None:
        return target
    places = {target.path.resolve(), target.path.parent.resolve() / target.path.name}
    for name in inputs:
        if name not in (None, STDIN) and (Path(name).resolve() in places or _same(target.path, Path(name))):
            raise _not_over("this is a file to be read; to write over it would lose it")
    if any(place.is_relative_to(policy.resolve()) for place in places):
        raise _not_over("this lies in the folder of the policy, whose files are all read as its own")
    return target


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _not_over(why: str) -> click.BadParameter:
    return click.BadParameter(f"{why}. Name another file.", param_hint="-o")


@contextmanager
def reading_file(name: str) -> Iterator[None]:
    """Add to the help for a file that is not there that a shell takes a name apart at its spaces."""
    try:
        yield
    except NoInput as error:
        if Path(name).exists():
            raise
        raise NoInput(
            problem._replace(help=f"{problem.help}; {QUOTES}") if problem.place.file == name else problem
            for problem in error.problems
        ) from None


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


def folder_of(named: str | None) -> Path:
    """Return the folder of a command's policy: the one named, else the one shipped. Raises NoInput."""
    return policy_folder(Path(named)) if named is not None else api.default_policy_dir()


def load_policy(named: str | None, language: str | None = None, *, screens: bool = False) -> Policy:
    """Load the policy of a command, and remember which it is in case of a fault.

    `screens`: the command is about a case, so a policy that was checked in an earlier run may be taken from where it is
    kept; a command about a policy reads the files. A language that neither the policy nor the messages have is wrong
    usage; that one of them lacks it is noted.
    """
    policy = api.load_policy(folder_of(named), language, kept_policies() if screens else None)
    if language is not None:
        _check_language(policy, language)
    POLICY_IN_USE.set(f"{policy.id} {policy.version} ({policy.fingerprint})")
    return policy


def _check_language(policy: Policy, language: str) -> None:
    from engine.report.words import LANGUAGES, label, speaking

    spoken = tuple(dict.fromkeys((*policy.languages, *LANGUAGES)))
    if language not in spoken:
        raise click.BadParameter(f"expected one of: {', '.join(spoken)}.", param_hint="--lang")
    with speaking(policy.speech):
        if language not in policy.languages:
            note(label.NOTE_POLICY_LACKS.format(language=language, first=policy.languages[0]))
        elif language != policy.languages[0]:
            note(label.NOTE_POLICY_PARTLY.format(language=language, first=policy.languages[0]))
        if language not in LANGUAGES:
            note(label.NOTE_MESSAGES_LACK.format(language=language))


def policy_folder(folder: Path) -> Path:
    """Return the folder that holds `policy.yaml`: the one named, or `rules/` in it. Raises NoInput."""
    if not folder.is_dir():
        what = "this is not a folder" if folder.exists() else "there is no such folder"
        raise NoInput([Problem(Place(str(folder)), "no-policy", what, "name the folder that holds policy.yaml")])
    inside = folder / "rules"
    return inside if not (folder / "policy.yaml").exists() and (inside / "policy.yaml").exists() else folder


def load_case(name: str, policy: Policy, on: date, programme: str | None = None, target: Output | None = None) -> Case:
    """Load the case of a command; `-` is standard input, and the files that it names are then looked up from here.

    `programme` is the profile of a case that names none. Where `target` is a file that the case names, or both name
    different profiles, it is wrong usage.
    """
    profile = Path(programme) if programme is not None else None
    try:
        if name == STDIN:
            data, shown, folder = _standard_input(), "<stdin>", Path.cwd()
        else:
            with reading_file(name):
                data, shown, folder = api.read_case_file(Path(name)), name, Path(name).parent
        # Read once: what comes through a pipe is not there a second time.
        _refuse_named(target, data, shown, folder)
        return api.read_case(data, shown, policy, on, folder, profile)
    except BadData as error:
        for problem in error.problems:
            if problem.slug == "another-profile":
                raise click.BadParameter(f"{problem.message}; {problem.help}.", param_hint="--programme") from None
        raise


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise NoInput([Problem(Place("<stdin>"), "cannot-read", "standard input is closed", "name a case file")])
    return sys.stdin.buffer.read(_MOST_READ)


def _refuse_named(target: Output | None, data: bytes, name: str, folder: Path) -> None:
    """Refuse to write over a file that a case names: the programme's profile, or the case before it."""
    if target is None or target.path is None:
        return
    places = {target.path.resolve(), target.path.parent.resolve() / target.path.name}
    for path in api.files_named(data, name, folder):
        with suppress(OSError, ValueError):
            if path.resolve() in places or _same(target.path, path):
                raise _not_over("the case names this file; to write over it would lose it")
