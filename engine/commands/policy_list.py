"""`forethought policy list`: what a policy holds."""

from __future__ import annotations

import click

from engine.commands.options import (
    folder_of,
    format_option,
    lang_option,
    load_policy,
    output_for,
    output_option,
    policy_option,
)
from engine.errors import Exit
from engine.report.json_ import dumps
from engine.report.listing import KINDS, listing_json, listing_text

_EPILOG = """\b
Examples:
  forethought policy list questions
  forethought policy list rules --format json
"""


@click.command(name="list", epilog=_EPILOG)
@click.argument("kind", type=click.Choice(KINDS))
@policy_option
@lang_option
@format_option("text", "json")
@output_option
def policy_list(*, kind: str, policy_dir: str | None, lang: str | None, format_: str, output: str | None) -> int:
    """List the questions, flags, rules, safeguards or invariants of a policy."""
    target = output_for(output, policy=folder_of(policy_dir))
    policy = load_policy(policy_dir, lang)
    if format_ == "json":
        target.write(dumps(listing_json(policy, kind)))
    else:
        target.write(listing_text(policy, kind, target.width, colour=target.colour))
    target.close()
    return Exit.DONE
