"""`forethought policy format`: the files of a policy in their usual order, comments kept."""

from __future__ import annotations

from pathlib import Path

import click

from engine.commands.options import policy_folder
from engine.commands.output import Output
from engine.commands.rewriting import write_all
from engine.commands.running import note
from engine.errors import Exit, NoInput, Place, Problem
from engine.loading.canonical import formatted

_EPILOG = """\b
Examples:
  forethought policy format
  forethought policy format our-programme/
  forethought policy format our-programme/ --check

\b
Exit codes: 0 done, 1 with --check when a file would change, 65 a file cannot
be read and nothing was written, 66 no such folder, 73 cannot write.
"""


@click.command(name="format", epilog=_EPILOG)
@click.argument("folder", metavar="[DIR]", default=".")
@click.option("--check", "only_look", is_flag=True, help="Change nothing; name the files that would change.")
def policy_format(*, folder: str, only_look: bool) -> int:
    """Put the keys of every entry of a policy into their usual order.

    DIR holds policy.yaml, or rules/. Default: the folder you are in. Comments stay with what they stand above, and
    wording, quotes and line breaks stay as they are: a policy means the same before and after. Spaces at the ends of
    lines go. Where a policy has .schemas/, every file begins with the line that tells an editor which schema is its.
    Scenarios and other files are left alone. Prints the name of each file that changed.
    """
    files = formatted(own_policy(folder))
    changing = [file for file in files if file.changes]
    if not only_look:
        write_all({file.path: file.after for file in changing})
    target = Output(None)
    target.write("".join(f"{file.name}\n" for file in changing))
    target.close()
    note(_summary(len(changing), len(files), only_look=only_look))
    return Exit.FINDING if changing and only_look else Exit.DONE


def own_policy(folder: str) -> Path:
    """Return the folder of a policy that is to be written to: never, unasked, the one shipped. Raises NoInput."""
    found = policy_folder(Path(folder))
    if not (found / "policy.yaml").exists():
        what = "there is no policy.yaml in this folder, nor a folder rules/ with one"
        help = "name the folder of your policy; `forethought policy init DIR` makes one"
        raise NoInput([Problem(Place(folder), "no-policy", what, help)])
    return found


def _summary(changing: int, files: int, *, only_look: bool) -> str:
    if not changing:
        return f"all {files} files are in their usual form"
    count = "1 file" if changing == 1 else f"{changing} files"
    return f"{count} would change" if only_look else f"{count} changed"
