"""`forethought policy check`: everything wrong with a policy and its scenarios, before anything runs."""

from __future__ import annotations

import click

from engine import api
from engine.commands.options import format_option, output_for, output_option
from engine.commands.policy_folders import Folders, folders
from engine.commands.running import note
from engine.errors import Exit, Place, Problem
from engine.loading.languages import Note, in_brief
from engine.report.json_ import dumps
from engine.report.visible import visible_lines

_EPILOG = """\b
Examples:
  forethought policy check
  forethought policy check our-programme/ --format json
  forethought policy check --all

\b
Exit codes: 0 nothing found, 65 something is wrong, 66 no such folder.
"""


@click.command(name="check", epilog=_EPILOG)
@click.argument("folder", metavar="[DIR]", required=False)
@click.option("--policy", "policy_dir", metavar="DIR", help="The policy, when DIR is a folder of scenarios.")
@format_option("text", "json")
@output_option
@click.option("--all", "everything", is_flag=True, help="List every text that is not translated, not one per file.")
def policy_check(
    *, folder: str | None, policy_dir: str | None, format_: str, output: str | None, everything: bool
) -> int:
    """List everything wrong with a policy and its scenarios.

    DIR holds policy.yaml, or rules/ and features/, or scenarios alone. Default: the policy shipped with forethought.
    Texts that are not translated, and pronouns outside a marker, are notes: the policy can be used with them.
    """
    found = folders(folder, policy_dir)
    target = output_for(output, policy=found.policy)
    problems = problems_of(found, complete=found.of_policy)
    notes = _notes(found, everything=everything) if found.of_policy and not problems else ()
    if format_ == "json":
        told = {
            "problems": [_as_data(problem) for problem in problems],
            "notes": [_note_as_data(each) for each in notes],
        }
        target.write(dumps({"schema": "forethought.problems/1", **told}))
    else:
        target.write("".join(f"{visible_lines(str(each))}\n" for each in (*problems, *notes)))
    target.close()
    note("nothing is wrong" if not problems else "the policy cannot be used like this")
    return Exit.BAD_DATA if problems else Exit.DONE


def problems_of(found: Folders, *, complete: bool) -> tuple[Problem, ...]:
    """Return the problems of the policy and, once that is sound, of the scenarios held against it.

    `complete`: the scenarios are all that the policy has, so a rule in force without one is a problem too.
    """
    problems = api.check_policy(found.policy)
    if problems:
        return problems
    if found.features is None:
        help = "put the scenarios into features/, beside the policy's folder or in it"
        return (Problem(Place(str(found.policy)), "no-scenarios", "this policy has no scenarios", help),)
    return api.check_scenarios(found.policy, found.features, complete=complete)


def _notes(found: Folders, *, everything: bool) -> tuple[Note, ...]:
    notes = api.notes_on_policy(found.policy)
    return notes if everything else in_brief(notes)


def _note_as_data(note: Note) -> dict[str, object]:
    place = note.place
    return {"file": place.file, "line": place.line, "column": place.column, "slug": note.slug, "message": note.message}


def _as_data(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "slug": problem.slug,
        "message": problem.message,
        "help": problem.help,
    }
