"""`forethought batch --template`: an empty table to fill in, or what each of its columns may hold."""

from __future__ import annotations

import click

from engine.columns.tables.template import template, words
from engine.commands.batch import Asked
from engine.commands.options import load_policy
from engine.commands.output import Output
from engine.errors import Exit
from engine.model.question import Stage


def write_template(asked: Asked, *, long: bool, words_too: bool) -> int:
    """Print the table for a stage to fill in; with `words_too` what its columns may hold in its place."""
    if asked.source is not None:
        raise click.UsageError("--template prints an empty table: it takes no IN and no OUT.")
    stage = Stage(asked.stage) if asked.stage else Stage.START
    policy = load_policy(asked.policy_dir, asked.lang)
    Output(None).write((words if words_too else template)(policy, stage, long=long))
    return Exit.DONE
