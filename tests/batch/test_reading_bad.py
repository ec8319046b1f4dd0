"""Every table in bad_tables/ holds mistakes, and the file beside it the exact words a person is told, row by row.

Read with the policy in tests/loading/good, on 2026-11-22. After a change of wording, write the expected words anew with
`FORETHOUGHT_REGENERATE=1 pytest tests/batch/test_reading_bad.py`, and read the difference.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from engine.batch.forms import form_of
from engine.batch.reading import read
from engine.columns.slots import CASE, ERROR, ROW
from engine.errors import BadData
from engine.loading import load_policy
from engine.model.policy import Policy

BAD = Path(__file__).parent / "bad_tables"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(BAD.parents[1] / "loading" / "good")


def told(path: Path, policy: Policy) -> str:
    """Return what a person is told of a table: the faults of the whole, or of each row, and which rows are good."""
    try:
        table = read(path, form_of(path, None), policy, TODAY, name=path.name)
    except BadData as error:
        return str(error)
    sheets = table.sheets.select(ROW, CASE, ERROR).collect()
    lines = [f"{row[CASE] or '?'}: {row[ERROR] or 'read'}" for row in sheets.iter_rows(named=True)]
    assert (table.rows, table.unread) == (sheets.height, sheets[ERROR].is_not_null().sum())
    return "\n".join([*table.notes, *lines, f"{table.unread} of {table.rows} not read"])


@pytest.mark.parametrize(
    "path", sorted(path for path in BAD.iterdir() if path.suffix != ".txt"), ids=lambda path: path.name
)
def test_a_mistake_in_a_table_is_told_in_these_words(
    path: Path, policy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BAD)
    said = told(Path(path.name), policy)
    beside = path.with_name(path.name + ".txt")
    if os.environ.get("FORETHOUGHT_REGENERATE"):
        beside.write_text(said + "\n", encoding="utf-8")
    assert said + "\n" == beside.read_text(encoding="utf-8")
