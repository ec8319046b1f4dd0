"""Where `forethought batch` may write: never over what it reads, or what a person keeps by hand."""

from __future__ import annotations

import re
from pathlib import Path

import click

from engine.commands.batch import Asked
from engine.commands.options import STDIN, output_for
from engine.commands.output import Output
from engine.loading.document_text import CASE_LIMITS

_SAID_KEY = re.compile(rb"""(?m)(?:^\s*|[{,]\s*)["']?(?:answers|programme|earlier)["']?\s*:""")
_ITS_KEY = re.compile(rb"""(?m)(?:^\s*|[{,]\s*)["']?(?:case|stage)["']?\s*:""")
_OURS = re.compile(rb"""\A\s*\{\s*"schema"\s*:\s*"forethought\.(?:batch|summary)""")


def place_for(named: str, asked: Asked, policy: Path, *, option: str, other: str | None) -> Output:
    """Return where to write OUT or the summary; `other` is the one of them that is not asked for here.

    INVARIANT (nothing lost): not over IN, a file in a folder IN, `--programme`, a file of either policy, nor the other
    one; and not over a case or a profile, whichever row names it. All before anything is read. Raises wrong usage.
    """
    try:
        output = output_for(named, asked.source, asked.programme, other, policy=policy)
        if output.path is None:
            return output
        if asked.compare is not None:
            output_for(named, policy=Path(asked.compare))
    except click.BadParameter as error:
        error.param_hint = option
        raise
    places = {output.path.resolve(), output.path.parent.resolve() / output.path.name}
    if asked.source not in {None, STDIN} and Path(str(asked.source)).is_dir():
        folder = Path(str(asked.source)).resolve()
        if any(place.is_relative_to(folder) for place in places):
            raise _refused("this lies in the folder IN, whose files are all read as cases", option)
    if _holds_a_case(output.path):
        raise _refused("a case or a programme's profile stands in this file; to write over it would lose it", option)
    return output


def _refused(why: str, option: str) -> click.BadParameter:
    return click.BadParameter(f"{why}. Name another file.", param_hint=option)


def _holds_a_case(path: Path) -> bool:
    """Whether a file that is there looks like one that a row can name: a case or profile, also a faulty one."""
    try:
        if not path.is_file() or path.stat().st_size > CASE_LIMITS.size:
            return False
        text = path.read_bytes()
    except OSError:
        # What cannot be read cannot be known to be none.
        return True
    return not _OURS.match(text) and bool(_SAID_KEY.search(text) and _ITS_KEY.search(text))
