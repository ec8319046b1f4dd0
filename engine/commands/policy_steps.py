"""`forethought policy steps`: the sentences that scenarios are written in."""

from __future__ import annotations

import click

from engine import api
from engine.commands.options import load_policy, output_option, policy_option
from engine.commands.output import Output
from engine.errors import Exit

_EPILOG = "Example: forethought policy steps --policy our-programme/rules"


@click.command(name="steps", epilog=_EPILOG)
@policy_option
@output_option
def policy_steps(*, policy_dir: str | None, output: str | None) -> int:
    """Print every sentence a scenario may use, with the questions and answers of the policy filled in."""
    target = Output(output)
    target.write("\n".join(api.steps(load_policy(policy_dir))) + "\n")
    target.close()
    return Exit.DONE
