"""`forethought policy schema`: JSON Schemas, for editors and for other systems."""

from __future__ import annotations

import click

from engine.commands.options import output_option
from engine.commands.output import Output
from engine.errors import Exit
from engine.loading import schema_of
from engine.report.json_ import dumps
from engine.report.shape import recommendation_schema
from engine.report.shape_audiences import partner_support_schema

_WHAT = (
    "case",
    "recommendation",
    "partner-support",
    "decision",
    "policy",
    "sources",
    "questions",
    "flags",
    "rules",
    "safeguards",
    "invariants",
)

_EPILOG = """\b
Examples:
  forethought policy schema case
  forethought policy schema questions -o questions.schema.json
"""


@click.command(name="schema", epilog=_EPILOG)
@click.argument("what", type=click.Choice(_WHAT), default="case")
@output_option
def policy_schema(*, what: str, output: str | None) -> int:
    """Print the JSON Schema of a case (the default), a recommendation, a copy, a decision or a policy file."""
    target = Output(output)
    ours = {"recommendation": recommendation_schema, "partner-support": partner_support_schema}
    target.write(dumps(ours[what]() if what in ours else schema_of(what)))
    target.close()
    return Exit.DONE
