"""CSV is cut into rows strictly: a line is in one row or one fault, and no stray quotation mark swallows another."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.batch.records import Csv, Record, open_csv
from engine.errors import BadData

PIECES = (
    "a",
    "K-1",
    "yes",
    ",",
    ",",
    ",",
    '"',
    '""',
    "\n",
    "\r\n",
    " ",
    ";",
    "\t",
    "\u00e9",
    "\u00a0",
    "\0",
    "\u202e",
    "'",
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def opened(text: str) -> Csv:
    return open_csv(text.encode(), "t")


def together(file: Csv, most: int) -> list[Record]:
    """Return the rows that come in chunks, in their order."""
    found = [
        record
        for numbers, lines, records in file.chunks(most)
        for record in [*records, *(Record(n, li.split(file.separator)) for n, li in zip(numbers, lines, strict=True))]
    ]
    return sorted(found, key=lambda record: record.line)


@given(TEXTS, st.integers(1, 5))
@example('x,"\nK-1,a', 1)
def test_rows_are_the_same_one_by_one_and_in_chunks(text: str, most: int) -> None:
    file = opened("case,b\n" + text)
    assert together(file, most) == list(file.records())


@given(TEXTS)
@example('K-1,"a\nK-2,b\nK-3,c"\n')
@example('K-1,"a\n"x,b\n')
def test_every_line_that_holds_anything_begins_a_row_or_is_part_of_one_that_was_read(text: str) -> None:
    file = opened("case,b\n" + text)
    begun = {record.line: record for record in file.records()}
    lines = ("case,b\n" + text).split("\n")
    inside = set[int]()
    for record in begun.values():
        assert record.fault or len(record.cells) == 2
        breaks = sum(cell.count("\n") for cell in record.cells)
        inside |= set(range(record.line + 1, record.line + 1 + breaks))
    for number, line in enumerate(lines[1:], start=2):
        assert number in begun or number in inside or not line.strip(",\r")


@given(TEXTS)
def test_a_row_that_is_read_holds_what_any_reader_of_csv_finds_there(text: str) -> None:
    for record in opened("case,b\n" + text).records():
        if not record.fault:
            lines = text.split("\n")[record.line - 2 :]
            taken = "\n".join(lines[: 1 + sum(cell.count("\n") for cell in record.cells)])
            [cells] = csv.reader(io.StringIO(taken.replace("\r\n", "\n").removesuffix("\r"), newline=""), strict=True)
            assert cells == record.cells


def test_a_file_is_cut_the_same_wherever_its_blocks_end(monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'case,b\nK-1,\u00e9\u00e9\nK-2,"a\nb"\r\nK-3,x\n' * 3
    whole = list(opened(text).records())
    for size in range(1, 40):
        monkeypatch.setattr("engine.batch.records._BLOCK", size)
        assert list(opened(text).records()) == whole


@pytest.mark.parametrize(
    ("header", "separator"),
    [("case,stage,q", ","), ("case;stage;q", ";"), ("case\tstage\tq", "\t"), ("case", ","), ('"case";"a,b"', ";")],
)
def test_the_separator_is_the_one_that_the_header_uses(header: str, separator: str) -> None:
    assert opened(header).separator == separator


@pytest.mark.parametrize("header", ['case,"stage', 'case,"sta"ge', '"ca\nse",stage', "case,st\u200bage", "case,\0"])
def test_a_header_that_could_be_read_in_two_ways_is_refused(header: str) -> None:
    with pytest.raises(BadData):
        opened(header + "\nK-1,start\n")


def test_what_is_far_too_long_is_refused_where_it_stands() -> None:
    long = "x" * 20_001
    faults = [record.fault for record in opened(f'case,b\nK-1,{long}\nK-2,"{long}"\nK-3,{"y" * 1_000_001}\n').records()]
    assert ["more than" in fault for fault in faults] == [True, True, True]
    with pytest.raises(BadData):
        list(opened("case,b\n" + "z" * 6_000_000).records())
    with pytest.raises(BadData):
        opened("," * 5_001)
