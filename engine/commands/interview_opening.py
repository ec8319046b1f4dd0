"""The case file of an interview: found, or made; never the file of another case, never one with its comments lost."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import click

from engine import api
from engine.commands.interview_question import Stopped
from engine.commands.interview_saving import SavedCase, Setting
from engine.commands.interview_terminal import Terminal
from engine.commands.options import reading_file
from engine.commands.running import note
from engine.errors import BadData, Place, Problem
from engine.loading.case_file import CaseFile
from engine.model.question import Stage
from engine.report.words import ask

_COPY = "c"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: a file, or the reference of a case; stage and earlier file are for a new one."""

    file: str | None
    reference: str | None
    stage: Stage | None
    earlier: str | None
    tells_layout: bool = True
    """Whether to say that a file is laid out anew: somebody else may have written into it by hand."""


def open_case(wanted: Wanted, setting: Setting, policy: Path, terminal: Terminal) -> SavedCase:
    """Return the case of an interview, its file read or made. Raises Stopped, BadData, NoInput or CannotWrite."""
    stage = wanted.stage or Stage.START
    if wanted.file is not None and os.path.lexists(wanted.file):
        if wanted.reference is not None:
            raise click.UsageError("--case gives a new file its reference; this file is there and has one.")
        return _opened(wanted.file, wanted, setting, policy, terminal)
    reference = wanted.reference
    if reference is None and wanted.earlier is not None:
        with reading_file(wanted.earlier):
            reference = api.load_case(Path(wanted.earlier), setting.policy, setting.on).reference
    if reference is not None and not _is_reference(reference, stage, setting):
        raise click.BadParameter(ask.NO_REFERENCE, param_hint="--case")
    while reference is None:
        typed = terminal.ask(ask.ASK_REFERENCE)
        if _is_reference(typed, stage, setting):
            reference = typed
        else:
            terminal.say(ask.NO_REFERENCE)
    name = wanted.file or _file_of(reference, stage)
    if os.path.lexists(name):
        saved = _opened(name, wanted, setting, policy, terminal)
        if saved.file.reference != reference:
            raise click.UsageError(f"{name} is there already, and is the file of another case; name a file.")
        return saved
    _refuse_in_policy(name, policy)
    if stage.of_client and not any(letter.isdigit() for letter in reference):
        terminal.say(ask.NO_DIGIT.format(reference=reference))
    others = {} if wanted.earlier is None else {"earlier": _seen_from(name, wanted.earlier)}
    return SavedCase.made(name, setting, CaseFile(reference, stage, others=others))


def _opened(name: str, wanted: Wanted, setting: Setting, policy: Path, terminal: Terminal) -> SavedCase:
    _refuse_in_policy(name, policy)
    if not Path(name).is_file():
        raise click.BadParameter("this is no file that could be written again.", param_hint="CASE")
    saved = SavedCase.opened(name, setting)
    if wanted.stage not in {None, saved.file.stage}:
        raise click.UsageError(
            f"this case file is of the stage {saved.file.stage}; a case of another stage is a file of its own."
        )
    if wanted.earlier is not None:
        raise click.UsageError("--earlier belongs to a new file; in this one, write `earlier:` by hand.")
    if saved.has_comments:
        _keep_comments(saved, terminal)
    elif wanted.tells_layout and not saved.keeps_layout:
        terminal.say(ask.LAYOUT.format(file=saved.name))
    return saved


def _seen_from(name: str, other: str) -> str:
    """Return the path of another file as it is seen from the folder of the case file."""
    return os.path.relpath(Path(other).resolve(), Path(name).parent.resolve())


def _file_of(reference: str, stage: Stage) -> str:
    of_stage = "" if stage is Stage.START else f"-{stage}"
    return f"{reference.replace('/', '-')}{of_stage}.yaml"


def _is_reference(text: str, stage: Stage, setting: Setting) -> bool:
    """Whether a case may bear this reference. Raises BadData when there could be no case at all."""
    try:
        SavedCase.checked("new", CaseFile(text, stage), setting)
    except BadData as error:
        if any(problem.slug not in {"not-a-reference", "empty-value"} for problem in error.problems):
            raise
        return False
    return True


def _keep_comments(saved: SavedCase, terminal: Terminal) -> None:
    """Ask before a file is written again without its comments, and put a copy beside it. Raises Stopped, BadData."""
    if not terminal.person:
        raise BadData(
            [
                Problem(
                    Place(saved.name),
                    "comments-would-be-lost",
                    "this file holds comments, and the interview, which writes it again, cannot keep them",
                    "run it at a terminal, where a copy can be kept, or take the comments out",
                )
            ]
        )
    terminal.say(ask.COMMENTS.format(file=saved.name, copy=saved.copy_name, yes=_COPY))
    if terminal.ask(ask.PROMPT).lower() != _COPY:
        note(ask.UNCHANGED)
        raise Stopped
    terminal.say(ask.COPIED.format(copy=saved.copy()))


def _refuse_in_policy(name: str, folder: Path) -> None:
    if Path(name).resolve().is_relative_to(folder.resolve()):
        raise click.BadParameter("this lies in the folder of the policy, whose files are all read as its own.")
