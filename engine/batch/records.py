"""CSV text to records, strictly: every line of the file is in exactly one record or one fault, with its number.

The file is untrusted: no stray quotation mark may swallow the rows below it, and a row with too many or too few cells
has none, for nobody knows which is missing. Never puts what is written into a message.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from engine.errors import BadData, NoInput, Place, Problem
from engine.loading.document_text import is_forbidden

SEPARATORS = (",", ";", "\t")
LONGEST_CELL = 20_000
LONGEST_LINE = 1_000_000
MOST_COLUMNS = 5_000

_BLOCK = 1 << 20
_PLAIN = bytes(range(0x20, 0x7F)) + b"\t\r\n"
REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,39}")
_A_FEW = 1_000
_STRAY = "a quotation mark is opened and not closed, or stands within a cell: double it, or delete it"
_CELLS = {
    each: re.compile(rf'(?:"(?:[^"]|"")*+"|[^"{each}\n]*+)(?:{each}(?:"(?:[^"]|"")*+"|[^"{each}\n]*+))*+')
    for each in SEPARATORS
}
"""A row in which each quotation mark stands around a cell, or is doubled within one that has them around it."""
_SAVE_AS = 'save it as "CSV UTF-8"'


class Record(NamedTuple):
    """A row: the number of its first line, its cells, and what is wrong with it as a whole (it has no cells then)."""

    line: int
    cells: list[str]
    fault: str = ""
    reference: str | None = None
    """For a row with a fault: the case's reference, where it is certain."""
    mentioned: frozenset[str] = frozenset()
    """For a row with a fault: everything in it that may be the reference of the case to which it belongs."""


class Chunk(NamedTuple):
    """Some rows: the numbers of lines in which no quotation mark stands and nothing is wrong, and those lines; others.

    Such a line holds as many cells as the header, and is cut at each separator.
    """

    numbers: list[int]
    lines: list[str]
    records: list[Record]


class _CutOff(str):
    """A last line that no line break ends."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Csv:
    """A CSV file: how it is named, what separates its cells, and its header."""

    source: Path | bytes
    name: str
    separator: str
    header: tuple[str, ...]

    def place(self, number: int) -> Place:
        """Return where the name of a column stands; `number` counts from 0."""
        return Place(self.name, 1, sum(len(name) + 1 for name in self.header[:number]) + 1)

    def records(self) -> Iterator[Record]:
        """Yield the rows below the header. Raises BadData when the bytes are not text."""
        for chunk in self.chunks(_A_FEW):
            plain = zip(chunk.numbers, chunk.lines, strict=True)
            rows = [*chunk.records, *(Record(number, line.split(self.separator)) for number, line in plain)]
            yield from sorted(rows, key=lambda row: row.line)

    def chunks(self, most: int) -> Iterator[Chunk]:
        """Yield the same rows, about as many at a time, those that need no looking at as they stand."""
        separator, width = self.separator, len(self.header)
        lines = _lines(self.source, self.name)
        next(lines, None)
        feed = _Feed(lines)
        numbers: list[int] = []
        plain: list[str] = []
        records: list[Record] = []
        # A stray mark may cut a text short, and leave lines below or above that are no rows. The number of the last
        # line when a row with quotation marks was read from it, or when none could be; 0 otherwise.
        ended = broken = 0
        for number, line in feed:
            if (
                type(line) is not _CutOff
                and line.count(separator) == width - 1
                and '"' not in line
                and line.isprintable()  # What may not stand in a table cannot be printed.
                and len(line) <= LONGEST_CELL
                and len(line) >= width
            ):
                numbers.append(number)
                plain.append(line)
                ended = broken = 0
            elif line.strip(separator) or type(line) is _CutOff:
                found = _records(number, line, feed, separator, width)
                if found[0].fault:
                    if ended:
                        records += _doubted(records.pop(), number, separator)
                    ended, broken = 0, number
                elif broken:
                    records += _doubted(found.pop(), broken, separator)
                    ended = broken = 0
                else:
                    ended = number
                records += found
            if len(plain) + len(records) >= most:
                # A row with quotation marks waits for the line below it.
                waiting = records[-1:] if ended else []
                yield Chunk(numbers, plain, records[: len(records) - len(waiting)])
                numbers, plain, records = [], [], waiting
        if plain or records:
            yield Chunk(numbers, plain, records)


def open_csv(source: Path | bytes, name: str) -> Csv:
    """Return a CSV file with its header. Raises BadData or NoInput."""
    first = next(_lines(source, name), None)
    start = Place(name, 1, 1)
    if first is None or not first[1].strip():
        what = "the first line is empty" if first is not None else "nothing is written in the file"
        raise BadData([Problem(start, "no-header", what, "the first line names the columns, `case` among them")])
    line = first[1]
    if "\r" in line:
        # As some programs end each line: then this is the whole table, and its answers would be taken for names.
        what = "a carriage return stands within the first line, so that it may hold the rows as well"
        help = 'save it as CSV with other line breaks, as "CSV UTF-8" has them, and not for old Macintosh programs'
        raise BadData([Problem(start, "carriage-return", what, help)])
    if is_forbidden(line):
        what = "an invisible character stands in the header"
        raise BadData([Problem(start, "control-character", what, "delete it; it can hide or reorder text")])
    read = {separator: _cells(line, separator) for separator in SEPARATORS}
    # None of them can stand in the name of a column: the one that cuts the header into the most pieces is it.
    separator = max(SEPARATORS, key=lambda each: len(read[each] or ()))
    header = read[separator]
    if header is None or any('"' in name for name in header):
        what = "a quotation mark in the header is opened and not closed, or stands within a name"
        raise BadData([Problem(start, "broken-quotes", what, "write the names of the columns without quotation marks")])
    if len(header) > MOST_COLUMNS:
        what = f"the header has more than {MOST_COLUMNS:,} columns"
        raise BadData([Problem(start, "too-wide", what, "check that this is the file that was meant")])
    return Csv(source, name, separator, tuple(header))


def mentions(text: str) -> frozenset[str]:
    """Return everything in a text that may be the reference of a case, with a stray quotation mark in it or without."""
    return frozenset(REFERENCE.findall(text) + REFERENCE.findall(text.replace('"', "")))


def _cells(line: str, separator: str) -> list[str] | None:
    if '"' not in line:
        return line.split(separator)
    try:
        rows = list(csv.reader([line], delimiter=separator, strict=True))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None


def _records(number: int, line: str, feed: _Feed, separator: str, width: int) -> list[Record]:
    """Return the record that begins in a line, or faults of all lines that it may take up.

    None when nothing at all stands there, as below the last row of many.
    """
    fault = _line_fault(line)
    if not line.strip(separator) and not fault:
        return []
    if fault:
        return [_faulty(number, line, fault, separator)]
    if '"' in line:
        return _quoted(number, line, feed, separator, width)
    cells = line.split(separator)
    fault = _cells_fault(cells, width)
    return [_faulty(number, line, fault, separator) if fault else Record(number, cells)]


def _faulty(number: int, line: str, fault: str, separator: str) -> Record:
    return Record(number, [], fault, _known(line.partition(separator)[0]), mentions(line))


def _doubted(row: Record, number: int, separator: str) -> list[Record]:
    """Return faults of all lines of a row that was read, and that may belong with the line of this number."""
    more = sum(cell.count("\n") for cell in row.cells)
    why = f"line {number} beside it is no row, and may belong to this one: look for a stray quotation mark in both"
    return [
        _faulty(row.line, separator.join(row.cells), why, separator),
        *(Record(row.line + each, [], _goes_on(row.line)) for each in range(1, more + 1)),
    ]


def _line_fault(line: str) -> str:
    if type(line) is _CutOff:
        # Cut off, `not-asked` may read `no`.
        return "the file ends within this line and may have been cut off: end its last line with a line break"
    if len(line) > LONGEST_LINE:
        return f"the row has more than {LONGEST_LINE:,} characters: check that it is one row"
    if "\r" in line:
        return "a carriage return stands within the row: save the file with one row to a line"
    if not line.isprintable() and is_forbidden(line):
        return "an invisible character stands in the row: delete it, for it can hide or reorder text"
    return ""


def _cells_fault(cells: list[str], width: int) -> str:
    """Return that a row has too many cells, too few, or too long ones; empty when it has not."""
    if len(cells) != width:
        found = f"the row has {len(cells):,} cells, and the header names {width:,} columns"
        return f"{found}: put a cell that holds the separator between quotation marks"
    if len(max(cells, key=len)) > LONGEST_CELL:
        return f"a cell has more than {LONGEST_CELL:,} characters: shorten it"
    return ""


def _known(first: str) -> str | None:
    """Return the first cell when it can be nothing but a reference: it holds a digit, as no answer that moved there."""
    return first if REFERENCE.fullmatch(first) and any(map(str.isdigit, first)) else None


def _quoted(number: int, line: str, feed: _Feed, separator: str, width: int) -> list[Record]:
    taken: list[tuple[int, str]] = []

    def given() -> Iterator[str]:
        size = len(line)
        yield line + "\n"
        for follower in feed:
            taken.append(follower)
            size += len(follower[1])
            if size > LONGEST_LINE:
                return
            yield follower[1] + "\n"

    try:
        cells = next(csv.reader(given(), delimiter=separator, strict=True))
    except (csv.Error, StopIteration):
        # Each of the lines that were taken for a part of this row is looked at on its own.
        feed.put_back(taken)
        return [_faulty(number, line, _STRAY, separator)]
    whole = "\n".join([line, *(each for _, each in taken)])
    fault = next((fault for _, each in taken if (fault := _line_fault(each))), "")
    if not fault and _CELLS[separator].fullmatch(whole) is None:
        fault = _STRAY
    if not fault and taken and _doubtful(cells, separator):
        fault = "a cell goes on over several lines, and may hold rows of their own: put each answer on one line"
    fault = fault or _cells_fault(cells, width)
    if not fault:
        return [Record(number, cells)]
    return [
        _faulty(number, line, fault, separator),
        *(
            _faulty(at, each, _line_fault(each) or _goes_on(number), separator)
            for at, each in taken
            if each.strip(separator)
        ),
    ]


def _goes_on(number: int) -> str:
    return f"a cell of the row in line {number} may go on here: look for a stray quotation mark there and in this line"


def _doubtful(cells: list[str], separator: str) -> bool:
    """Whether a row over several lines may be several rows, with stray quotation marks in them.

    It is one for certain where a single cell has line breaks, which is not the first, and none holds the separator:
    the beginning of another row would end its reference with one.
    """
    broken = sum("\n" in cell for cell in cells)
    return broken != 1 or "\n" in cells[0] or any(separator in cell for cell in cells)


class _Feed:
    """Numbered lines, of which some may be put back."""

    def __init__(self, lines: Iterator[tuple[int, str]]) -> None:
        self._lines = lines
        self._back: deque[tuple[int, str]] = deque()

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> tuple[int, str]:
        return self._back.popleft() if self._back else next(self._lines)

    def put_back(self, lines: Iterable[tuple[int, str]]) -> None:
        """Hand these out again, first."""
        self._back.extendleft(reversed(list(lines)))


def _lines(source: Path | bytes, name: str) -> Iterator[tuple[int, str]]:
    """Yield the lines with their numbers, without what ends them."""
    number = 0
    with opened(source, name) as file:
        rest = _without_mark(file.read(4), name)
        for block in iter(lambda: file.read(_BLOCK), b""):
            whole, end, rest = (rest + block).rpartition(b"\n")
            if end:
                for line in _text(whole, name, number).split("\n"):
                    number += 1
                    yield number, line.removesuffix("\r")
            elif len(rest) > 4 * LONGEST_LINE:
                what = f"line {number + 1} has more than {4 * LONGEST_LINE:,} bytes"
                raise BadData([Problem(Place(name, number + 1), "too-long", what, "check that this is a CSV file")])
        if rest:
            yield number + 1, _CutOff(_text(rest, name, number))


def opened(source: Path | bytes, name: str) -> BinaryIO:
    """Return the bytes of a table, to be read and closed. Raises NoInput."""
    if isinstance(source, bytes):
        return BytesIO(source)
    try:
        return source.open("rb")
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise NoInput([Problem(Place(name), "cannot-read", f"this cannot be read: {why}", "check the name")]) from None


def _without_mark(block: bytes, name: str) -> bytes:
    if block[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in block[:4]:
        what = "the file is saved as UTF-16 or UTF-32, not as UTF-8"
        raise BadData([Problem(Place(name, 1, 1), "not-utf-8", what, _SAVE_AS)])
    return block.removeprefix(b"\xef\xbb\xbf")


def _text(data: bytes, name: str, before: int) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8", "replace")
        line, column = before + good.count("\n") + 1, len(good) - good.rfind("\n")
        what = "a byte here is not UTF-8; the file was probably saved as Latin-1 or Windows-1252"
        raise BadData([Problem(Place(name, line, column), "not-utf-8", what, _SAVE_AS)]) from None
