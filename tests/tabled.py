"""Cases written as tables of every form, for tests that read them back. Fictional, like every case here."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import polars as pl

from engine.columns.cases import sheets_of
from engine.columns.slots import BESIDE, CASE, PROGRAMME, STAGE, slot_named
from engine.loading.case_file import case_file_of, case_file_text
from engine.model.answer import Answer, Case, Standing
from engine.model.policy import Policy
from engine.testing.write import case_text

Cell = str | None


def slots_of(case: Case) -> Iterator[tuple[str, str, Answer]]:
    """Yield question, column and answer of everything that is said in a case."""
    for question, answers in case.answers.items():
        counts: dict[str, int] = {}
        for answer in answers:
            number = counts[answer.source] = counts.get(answer.source, 0) + 1
            yield question, f"{question}@{answer.source}" + (f"#{number}" if number > 1 else ""), answer


def cell_of(answer: Answer) -> str:
    return ";".join(answer.values) if answer.standing is Standing.ANSWERED else answer.standing.value


def wide_rows(cases: Sequence[Case], profile: str | None = None) -> tuple[list[str], list[dict[str, Cell]]]:
    rows: list[dict[str, Cell]] = []
    for case in cases:
        row: dict[str, Cell] = {CASE: case.reference, STAGE: case.stage.value}
        if profile is not None:
            row[PROGRAMME] = profile if case.programme is not None else None
        for _, column, answer in slots_of(case):
            row[column] = cell_of(answer)
            if answer.on is not None:
                row[f"{column}:on"] = answer.on.isoformat()
        rows.append(row)
    return list(dict.fromkeys(name for row in rows for name in row)), rows


def csv_text(header: Sequence[str], rows: Iterable[dict[str, Cell]], separator: str = ",", end: str = "\n") -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, header, delimiter=separator, lineterminator=end, restval="")
    writer.writeheader()
    writer.writerows({name: value or "" for name, value in row.items()} for row in rows)
    return text.getvalue().encode()


def wide_csv(cases: Sequence[Case], profile: str | None = None, separator: str = ",", end: str = "\n") -> bytes:
    return csv_text(*wide_rows(cases, profile), separator, end)


def long_csv(cases: Sequence[Case], profile: str | None = None) -> bytes:
    rows: list[dict[str, Cell]] = []
    for case in cases:
        path = profile if case.programme is not None else None
        beside: dict[str, Cell] = {CASE: case.reference, STAGE: case.stage.value, PROGRAMME: path}
        rows.append({**beside})
        for question, _, answer in slots_of(case):
            day = None if answer.on is None else answer.on.isoformat()
            said: dict[str, Cell] = {"question": question, "source": answer.source.value, "value": cell_of(answer)}
            rows.append({**beside, **said, "on": day})
    return csv_text(["case", "stage", "programme", "question", "source", "value", "on"], rows)


def json_lines(cases: Sequence[Case], profile: str | None = None) -> bytes:
    lines = []
    for case in cases:
        entries = json.loads(case_text(case))
        if profile is not None and case.programme is not None:
            entries[PROGRAMME] = profile
        lines.append(json.dumps(entries, ensure_ascii=False))
    return ("\n".join(lines) + "\n").encode()


def folder_of(cases: Sequence[Case], folder: Path, profile: Path | None = None) -> Path:
    """Write a file for each case, named so that their order is that of the cases."""
    folder.mkdir()
    for number, case in enumerate(cases):
        file = case_file_of(case)
        text = case_file_text(file)
        if profile is not None and case.programme is not None:
            text = text.replace("\nanswers:", f"\nprogramme: {profile}\nanswers:", 1)
        (folder / f"{number:04}.yaml").write_text(text, encoding="utf-8")
    return folder


def typed_frame(cases: Sequence[Case], policy: Policy, profile: str | None = None) -> pl.DataFrame:
    """Return the cases as a careful program stores them: words as enumerations, several as lists, days as days."""
    sheet = sheets_of(cases, policy)
    kept = [name for name in sheet.columns if not name.startswith("programme/")]
    frame = sheet.select(CASE, STAGE, *(name for name in kept if name not in BESIDE))
    opens = [name for name in frame.columns if (slot := slot_named(name)) and policy.questions[slot.question].open]
    frame = frame.with_columns(pl.col(name).str.strip_prefix("\0") for name in opens)
    if profile is not None:
        frame = frame.with_columns(
            pl.Series(PROGRAMME, [profile if case.programme is not None else None for case in cases], dtype=pl.String)
        )
    return frame


def text_frame(cases: Sequence[Case], profile: str | None = None) -> pl.DataFrame:
    """Return the cases as whoever knows only texts stores them."""
    header, rows = wide_rows(cases, profile)
    return pl.DataFrame(
        [pl.Series(name, [row.get(name) for row in rows], dtype=pl.String) for name in header],
    )


def parquet(frame: pl.DataFrame) -> bytes:
    data = io.BytesIO()
    frame.write_parquet(data)
    return data.getvalue()
