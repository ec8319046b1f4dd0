"""`forethought policy schema`: JSON Schemas, for editors and for other systems."""

from __future__ import annotations

import click

from engine.commands.options import output_option
from engine.commands.output import Output
from engine.commands.policy_format import own_policy
from engine.commands.rewriting import write_all
from engine.commands.running import note
from engine.errors import Exit
from engine.loading import schema_of
from engine.loading.canonical import SCHEMAS
from engine.loading.editor_schemas import editor_schemas
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
  forethought policy schema --write our-programme/

\b
Exit codes: 0 done, 66 no such policy, 73 cannot write.
"""


@click.command(name="schema", epilog=_EPILOG)
@click.argument("what", type=click.Choice(_WHAT), required=False)
@click.option(
    "--write",
    "folder",
    metavar="DIR",
    help="Write the schemas of the policy in DIR into its folder .schemas/, where editors look for them.",
)
@output_option
def policy_schema(*, what: str | None, folder: str | None, output: str | None) -> int:
    """Print the JSON Schema of a case (the default), a recommendation, a copy, a decision or a policy file.

    With --write, put those of policy files beside the policy. `forethought policy format` then gives every file the
    first line that tells an editor which of them to use: what a key means is shown while you write, and a misspelt one
    is marked.
    """
    if folder is not None:
        if what is not None or output is not None:
            raise click.UsageError("--write takes neither a kind nor -o: it writes the schema of every policy file.")
        return _write(folder)
    target = Output(output)
    ours = {"recommendation": recommendation_schema, "partner-support": partner_support_schema}
    what = what or "case"
    target.write(dumps(ours[what]() if what in ours else schema_of(what)))
    target.close()
    return Exit.DONE


def _write(folder: str) -> int:
    policy = own_policy(folder)
    contents = {policy / SCHEMAS / name: dumps(schema).encode() for name, schema in editor_schemas().items()}
    write_all(contents)
    target = Output(None)
    target.write("".join(f"{path}\n" for path in contents))
    target.close()
    note(f"{len(contents)} schemas written; `forethought policy format` names them in the policy's files")
    return Exit.DONE
