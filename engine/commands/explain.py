"""`forethought explain`: why, node by node."""

from __future__ import annotations

from datetime import date

import click

from engine import api
from engine.commands.options import (
    day_of,
    format_option,
    load_case,
    load_policy,
    on_option,
    output_option,
    policy_option,
)
from engine.commands.output import Output
from engine.errors import Exit
from engine.loading.spelling import did_you_mean
from engine.report.explain import explain_markdown, explain_text, explainable

_EPILOG = """\b
Examples:
  forethought explain K-0412.yaml
  forethought explain K-0412.yaml shared-device

`forethought screen --format json` holds the tree of every rule, for machines.
"""


@click.command(name="explain", epilog=_EPILOG)
@click.argument("case")
@click.argument("id_", metavar="[ID]", required=False)
@policy_option
@format_option("text", "markdown")
@on_option
@output_option
def explain(
    *, case: str, id_: str | None, policy_dir: str | None, format_: str, on: date | None, output: str | None
) -> int:
    """Show the tree for one rule, flag, safeguard or question, raised or not.

    Without ID, show every rule that applies or could still apply.
    """
    target = Output(output)
    policy, day = load_policy(policy_dir), day_of(on)
    recommendation = api.screen(policy, load_case(case, policy, day), day)
    if id_ is not None:
        known = explainable(recommendation)
        if id_ not in known:
            meant = did_you_mean(id_, known) or "`forethought policy list rules` shows what there is."
            raise click.BadParameter(f"nothing at this stage has that id; {meant}", param_hint="ID")
    if format_ == "markdown":
        target.write(explain_markdown(recommendation, id_))
    else:
        target.write(explain_text(recommendation, id_, target.width, colour=target.colour))
    target.close()
    return Exit.DONE
