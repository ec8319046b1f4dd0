"""Stray quotation marks, wherever they stand, hide no row and change no case: what is in doubt is an error."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.batch import reading
from engine.batch.forms import Form
from engine.batch.reading import Table, read
from engine.columns.slots import CASE, ERROR, ROW
from engine.errors import BadData
from engine.loading import load_policy
from engine.model.policy import Policy
from engine.testing.generate import random_case
from tests import tabled
from tests.drawing import ON

GOOD = Path(__file__).parents[1] / "loading" / "good"
REFERENCES = ("K-1", "K-2", "K-3", "Kappa", "Lambda", " K-2", "K-3 ", "K 4", "Mu")
TEXTS = ("a", "a, b", "two\nlines", "\nb", "b\n", 'say "x"', '"', "x\nK-9,start,no", "no", "always", "", "nobody")
LONG = ["case", "stage", "question", "source", "value", "on"]


@cache
def policy() -> Policy:
    return load_policy(GOOD)


def table_of(data: bytes, form: Form = Form.CSV) -> Table | None:
    try:
        return read(data, form, policy(), ON, name="table")
    except BadData:
        return None


def said(table: Table | None) -> dict[str, dict[str, object]]:
    """Return what the rows that are read say, without quotation marks, by their reference."""
    if table is None:
        return {}
    good = [row for row in table.sheets.collect().iter_rows(named=True) if row[ERROR] is None]
    assert len({row[CASE] for row in good}) == len(good)
    return {
        row[CASE]: {
            name: value.replace('"', "").strip("\0 \n") if isinstance(value, str) else value
            for name, value in row.items()
            if name not in {ROW, ERROR} and value is not None and value != '"'
        }
        for row in good
    }


def written(rng: Random, *, long: bool) -> bytes:
    """Return a table of some cases, its columns in any order and with texts that go over several lines."""
    names = rng.sample(REFERENCES, rng.randint(2, 5))
    cases = [replace(random_case(rng, policy(), 0.3), reference=name, programme=None) for name in names]
    if long:
        header = rng.sample(LONG, len(LONG))
        rows: list[dict[str, str | None]] = []
        for case in cases:
            for asked, _, answer in tabled.slots_of(case):
                is_open = policy().questions[asked].open
                value = rng.choice(TEXTS) if is_open else tabled.cell_of(answer)
                said = {"question": asked, "source": answer.source.value, "value": value}
                rows.append({CASE: case.reference, "stage": case.stage.value, **said})
        rng.shuffle(rows)
        return tabled.csv_text(header, rows, rng.choice(",;"))
    header, rows = tabled.wide_rows(cases)
    for name in header:
        question = policy().questions.get(name.partition("@")[0])
        if question is not None and question.open and not name.endswith(":on"):
            for row in rows:
                row[name] = rng.choice(TEXTS)
    return tabled.csv_text(rng.sample(header, len(header)), rows, rng.choice(",;"))


def rows_of(data: bytes) -> int:
    """Return how many rows a table has that is not damaged, below its header."""
    separator = ";" if b";" in data.partition(b"\n")[0] else ","
    return sum(any(row) for row in csv.reader(io.StringIO(data.decode(), newline=""), delimiter=separator)) - 1


def with_strays(rng: Random, data: bytes) -> bytes:
    """Return a table with quotation marks put in anywhere, most often where a cell begins or ends."""
    text = data.decode()
    start = text.index("\n") + 1
    for _ in range(rng.choice((1, 2, 2, 2, 3, 4, 6))):
        edges = [at for at in range(start, len(text)) if text[at] in ",;\n" or text[at - 1] in ",;\n"]
        at = rng.choice(edges) if edges and rng.random() < 0.8 else rng.randrange(start, len(text) + 1)
        text = text[:at] + '"' + text[at:]
    return text.encode()


@settings(max_examples=250)
@given(seed=st.integers(0, 1 << 32), long=st.booleans())
def test_stray_quotation_marks_hide_no_row_and_change_no_case(seed: int, long: bool) -> None:
    rng = Random(seed)
    data = written(rng, long=long)
    before = table_of(data)
    damaged = with_strays(rng, data)
    after = table_of(damaged)
    expected = said(before)
    for reference, row in said(after).items():
        assert reference in expected
        assert row == expected[reference]
    if after is not None:
        # A row that is in doubt is told for each of its lines.
        assert long or after.rows >= rows_of(data)
        assert not long or before is None or after.rows == before.rows


HEADER = b"case,stage,lives-with-partner,wishes\n"


@pytest.mark.parametrize(
    "second", [b"Kappa,start,,yes,\n", b"Kappa,start\n", b'Kappa,start,"yes,\n', b" Kappa,start,yes,\n"]
)
@pytest.mark.parametrize("held", [True, False])
def test_a_row_that_cannot_be_read_stops_the_other_row_of_its_case(
    second: bytes, held: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "table.csv"
    monkeypatch.setattr(reading, "_HELD", 1 << 20 if held else 0)
    for rows in (b"Kappa,start,no,\n" + second, second + b"Kappa,start,no,\n"):
        path.write_bytes(HEADER + rows + b"Mu,start,no,\n")
        table = read(path, Form.CSV, policy(), ON, name="table")
        assert set(said(table)) == {"Mu"}
        assert (table.rows, table.unread) == (3, 2)


def test_a_line_that_is_not_json_stops_the_other_line_of_its_case() -> None:
    good = b'{"case": "K/5", "stage": "start", "answers": {}}\n'
    for broken in (
        b'{"case": "K/5", "stage": "start", "answers": {}\n',
        b'{"case": "\\u004b\\/5", "stage": \n',
        b'{"case": "K-6", "case": "K/5", "stage": "start", "answers": {}}\n',
        b"{case: K/5, stage: start, answers: {}}\n",
        b'{"x": "' + b" " * 1_048_570 + b'", "case": "K/5"}\n',
    ):
        for lines in (good + broken, broken + good):
            table = table_of(lines, Form.JSON_LINES)
            assert table is not None
            assert (table.rows, table.unread, said(table)) == (2, 2, {})


def test_a_table_of_which_too_little_can_be_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_MOST_MENTIONED", 10)
    assert table_of(HEADER + b"".join(b"K-%d,start\n" % number for number in range(20))) is None


def test_the_cells_of_a_file_without_line_breaks_are_never_told() -> None:
    for data in (b"case,stage,lives-with-partner\rK-1,start,part-time\r", b"case,stage\rK-1,start,part-time\r\nx\n"):
        with pytest.raises(BadData) as problems:
            read(data, Form.CSV, policy(), ON, name="table")
        assert "part-time" not in str(problems.value)
        assert {problem.slug for problem in problems.value.problems} == {"carriage-return"}
