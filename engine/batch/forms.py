"""Which form a table has: told by the end of its name, or by the person. Never by looking into it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from engine.errors import BadData, Place, Problem
from engine.loading.spelling import listed

STREAM = "-"
"""How standard input and standard output are named."""


class Form(StrEnum):
    """How many cases are written down: a table, one case a line, or a folder of case files."""

    CSV = "csv"
    JSON_LINES = "jsonl"
    PARQUET = "parquet"
    FOLDER = "folder"


_ENDINGS = {
    ".csv": Form.CSV,
    ".jsonl": Form.JSON_LINES,
    ".ndjson": Form.JSON_LINES,
    ".parquet": Form.PARQUET,
}
_SAY = f"say which it is: one of {listed(tuple(Form))}"
_ADVICE = f"give it a name that ends in {listed(tuple(_ENDINGS))}, or say which it is: one of {listed(tuple(Form))}"


def form_of(path: Path | str, told: Form | None) -> Form:
    """Return the form of a table: what was told, else what its name ends in or that it is a folder.

    Raises BadData when that says nothing, or when a folder was told to be a file or the other way round.
    """
    name = str(path)
    if name == STREAM:
        if told is None:
            what = "standard input and output have no name that says which form the table has"
            raise BadData([Problem(Place(name), "unknown-form", what, _SAY)])
        if told is Form.FOLDER:
            what = "a folder cannot be read from standard input, or written to standard output"
            raise BadData([Problem(Place(name), "unknown-form", what, "name the folder")])
        return told
    folder = Path(path).is_dir()
    if told is not None:
        if folder is not (told is Form.FOLDER) and Path(path).exists():
            found = "a folder" if folder else "a file"
            raise BadData(
                [Problem(Place(name), "another-form", f"this is {found}, and {told} was asked for", "leave --from out")]
            )
        return told
    if folder:
        return Form.FOLDER
    form = _ENDINGS.get(Path(path).suffix.lower())
    if form is None:
        what = "the name of this file does not say which form the table has"
        raise BadData([Problem(Place(name), "unknown-form", what, _ADVICE)])
    return form
