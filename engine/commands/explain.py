"""`forethought explain`: why, node by node."""

from __future__ import annotations

from datetime import date

import click

from engine import api
from engine.commands.options import (
    day_of,
    folder_of,
    format_option,
    lang_option,
    load_case,
    load_policy,
    on_option,
    output_for,
    output_option,
    policy_option,
    programme_option,
)
from engine.errors import Exit
from engine.loading.spelling import did_you_mean
from engine.report.explain import explain_html, explain_markdown, explain_text, explainable

_LISTS = "`forethought policy list rules` (or flags, safeguards, questions) shows what there is"

_EPILOG = """\b
Examples:
  forethought explain K-0412.yaml
  forethought explain K-0412.yaml shared-device
  forethought explain K-0412.yaml --all

`forethought screen --format json` holds the tree of every rule, for machines.
"""


@click.command(name="explain", epilog=_EPILOG)
@click.argument("case")
@click.argument("id_", metavar="[ID]", required=False)
@policy_option
@lang_option
@format_option("text", "markdown", "html")
@programme_option
@on_option
@output_option
@click.option("--all", "everything", is_flag=True, help="Without ID: every rule, as a whole.")
def explain(  # noqa: PLR0913 - one argument for each option
    *,
    case: str,
    id_: str | None,
    policy_dir: str | None,
    lang: str | None,
    format_: str,
    programme: str | None,
    on: date | None,
    output: str | None,
    everything: bool,
) -> int:
    """Show the tree for one rule, flag, safeguard or question, raised or not.

    Without ID, show what decides each rule that applies or could still apply.
    """
    if everything and id_ is not None:
        raise click.UsageError("--all goes without ID: with one, it is shown as a whole anyway.")
    target = output_for(output, case, programme, policy=folder_of(policy_dir))
    policy, day = load_policy(policy_dir, lang, screens=True), day_of(on)
    recommendation = api.screen(policy, load_case(case, policy, day, programme, target), day)
    if id_ is not None:
        known = explainable(recommendation)
        if id_ not in known:
            meant = did_you_mean(id_, known) or _LISTS
            raise click.BadParameter(
                f"no rule, flag, safeguard or question at this stage has that id; {meant}", param_hint="ID"
            )
    if format_ == "markdown":
        target.write(explain_markdown(recommendation, id_, everything=everything))
    elif format_ == "html":
        target.write(explain_html(recommendation, id_, everything=everything))
    else:
        text = explain_text(recommendation, id_, target.width, colour=target.colour, everything=everything)
        target.write(text)
    target.close()
    return Exit.DONE
