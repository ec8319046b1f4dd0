"""A table with a row an answer, to one with a row a case. The rows of a case need not stand beside each other.

INVARIANT (no-silence): an answer that cannot be read is a fault of its case. A line that cannot be cut into cells, or
whose case is not known, is a fault of the whole table: any case could be the one that an answer is missing from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from engine.batch.heading import MOST_NUMBERED, ON, said_by
from engine.batch.records import REFERENCE, Csv, Record
from engine.columns.slots import CASE, PROGRAMME, STAGE, STANDINGS, Slot, words
from engine.columns.tables.heads import Head, Kind
from engine.errors import BadData, Place, Problem
from engine.loading.spelling import in_one, listed, nearest
from engine.model.policy import Policy
from engine.model.question import Question
from engine.model.source import Source

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOST = 5
_MOST_LINES = 20
_SOURCES = {source.value: source for source in Source}
_STANDINGS = frozenset(standing.value for standing in STANDINGS)


class Rows(NamedTuple):
    """One row a case: what the columns hold, the first line of each case, their cells by column, and their faults."""

    heads: tuple[Head, ...]
    lines: list[int]
    cells: list[list[str | None]]
    faults: list[str | None]


class _Case:
    """What has been read of one case."""

    __slots__ = ("beside", "counts", "faults", "line", "said")

    def __init__(self, line: int) -> None:
        self.line = line
        self.beside: dict[str, str] = {}
        self.said: dict[Slot, tuple[str, str]] = {}
        self.counts: dict[tuple[str, Source], int] = {}
        self.faults: list[str] = []


def by_case(file: Csv, policy: Policy, on: date) -> Rows:
    """Return the cases of a table with a row an answer. Raises BadData when whose a line is, is in doubt."""
    reader = _Reader(file, policy, on)
    for record in file.records():
        reader.take(record)
    if reader.lost:
        raise BadData(_lost(file.name, reader.lost))
    return reader.rows()


class _Reader:
    def __init__(self, file: Csv, policy: Policy, on: date) -> None:
        self._file = file
        self._policy = policy
        self._on = on
        self._at = {name: number for number, name in enumerate(file.header)}
        self._cases: dict[str, _Case] = {}
        self._days: dict[str, str] = {"": ""}
        self.lost: list[tuple[int, str]] = []

    def take(self, record: Record) -> None:
        """Read one line."""
        reference = "" if record.fault else record.cells[self._at[CASE]]
        if not REFERENCE.fullmatch(reference):
            self.lost.append((record.line, record.fault))
            return
        case = self._cases.get(reference)
        if case is None:
            case = self._cases[reference] = _Case(record.line)
        case.faults += [f"{self._file.name}:{record.line}: {fault}" for fault in self._line(case, record.cells)]

    def _line(self, case: _Case, cells: list[str]) -> Iterator[str]:
        for name in (STAGE, PROGRAMME):
            written = self._cell(cells, name)
            if written and case.beside.setdefault(name, written) != written:
                yield f"`{name}` is another than in line {case.line}: a case has one in all of its lines"
        value, day, name = self._cell(cells, "value"), self._cell(cells, "on"), self._cell(cells, "question")
        if not name:
            if value or day or self._cell(cells, "source"):
                yield "`question` is empty: write which one is answered"
            return
        question = self._policy.questions.get(name)
        if question is None:
            near = nearest(name, self._policy.questions, parts=False)
            meant = f"did you mean `{near}`?" if near else ""
            yield in_one(f"`question` names none of the policy {self._policy.id}", meant)
            return
        source, fault = self._source(question, self._cell(cells, "source"))
        if fault:
            yield fault
        elif not value:
            if day:
                yield f"there is a day and no answer to `{name}`: write the answer, or delete the day"
        else:
            yield from self._answer(case, question, source, value, day)

    def _answer(self, case: _Case, question: Question, source: Source, value: str, day: str) -> Iterator[str]:
        yield from filter(None, (value_fault(question, value), self._day_fault(day)))
        number = case.counts[question.id, source] = case.counts.get((question.id, source), 0) + 1
        if number > MOST_NUMBERED:
            yield f"the {source} answers `{question.id}` more than {MOST_NUMBERED} times: leave the oldest out"
        else:
            case.said[Slot(question.id, source, number)] = value, day

    def _source(self, question: Question, written: str) -> tuple[Source, str]:
        source = _SOURCES.get(written) if written else said_by(question)
        if source is not None:
            return source, ""
        if written:
            return question.asked_of[0], f"`source` is none: write one of {listed(tuple(_SOURCES))}"
        what = f"`{question.id}` is not put to the client, and the row does not say who answered"
        return question.asked_of[0], f"{what}: write `{question.asked_of[0]}` as its `source`, or whoever it was"

    def _day_fault(self, day: str) -> str:
        found = self._days.get(day)
        if found is None:
            found = self._days[day] = day_fault(day, self._on)
        return found

    def _cell(self, cells: list[str], name: str) -> str:
        at = self._at.get(name)
        return "" if at is None else cells[at]

    def rows(self) -> Rows:
        """Return what was read, a row a case, in the order of their first lines."""
        cases = self._cases
        slots = sorted({slot for case in cases.values() for slot in case.said})
        dated = {slot for case in cases.values() for slot, (_, day) in case.said.items() if day}
        heads = [Head(CASE, Kind.CASE)]
        columns: list[list[str | None]] = [list(cases)]
        for name, kind in ((STAGE, Kind.STAGE), (PROGRAMME, Kind.PROGRAMME)):
            if name in self._at:
                heads.append(Head(name, kind))
                columns.append([case.beside.get(name) for case in cases.values()])
        for slot in slots:
            said = [case.said.get(slot, (None, None)) for case in cases.values()]
            heads.append(Head(slot.column, Kind.ANSWER, slot))
            columns.append([value for value, _ in said])
            if slot in dated:
                heads.append(Head(slot.column + ON, Kind.DATE, slot))
                columns.append([day for _, day in said])
        faults = [_together(case.faults) for case in cases.values()]
        return Rows(tuple(heads), [case.line for case in cases.values()], columns, faults)


def value_fault(question: Question, value: str) -> str:
    """Return what is wrong with a value; empty when it is an answer, or why there is none."""
    from engine.columns.tables.cells import SEPARATOR, allowed

    if question.open:
        return ""  # Whatever is wrong with a text is found with the other texts of its column.
    parts = value.split(SEPARATOR) if question.several else [value]
    if not set(parts) <= set(words(question)):
        return f"`value` holds no answer to `{question.id}` that the policy knows: {allowed(question)}"
    if len(set(parts)) != len(parts) or (len(parts) > 1 and not _STANDINGS.isdisjoint(parts)):
        return f"`value` holds an answer to `{question.id}` twice, or one beside the word that there is none"
    return ""


def day_fault(day: str, on: date) -> str:
    """Return what is wrong with a day; empty when it is one that has been."""
    try:
        read = date.fromisoformat(day) if _DATE.fullmatch(day) else None
    except ValueError:
        read = None
    if read is None:
        return "`on` holds no day that exists: write year-month-day, as in 2026-11-22"
    if read > on:
        return f"`on` is after the day of screening, {on.isoformat()}: correct it, or give that day with --on"
    return ""


def _together(faults: list[str]) -> str | None:
    more = len(faults) - _MOST
    return "; ".join([*faults[:_MOST], *([f"and {more} more"] if more > 0 else [])]) or None


def _lost(name: str, lines: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    every = list(lines)
    for line, fault in every[:_MOST_LINES]:
        if fault:
            what, _, help = fault.rpartition(": ")
            what += "; every case of the table could lack what stands here"
            yield Problem(Place(name, line), "broken-row", what, help)
            continue
        yield Problem(
            Place(name, line),
            "no-case",
            "whose answer stands in this line is not known, so that every case of the table could lack it",
            "write the reference into `case` in each line: one word of letters (A-Z), digits, and the signs - . _ /",
        )
    if len(every) > _MOST_LINES:
        what = f"{len(every) - _MOST_LINES} more lines cannot be read, or do not say whose answer they hold"
        yield Problem(Place(name), "no-case", what, "write the reference into `case` in each line")
