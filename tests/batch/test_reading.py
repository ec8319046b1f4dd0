"""The same cases say the same, in whichever form they are written down."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.batch.forms import Form
from engine.batch.reading import Table, read
from engine.columns.cases import sheets_of
from engine.columns.slots import BESIDE, CASE, ERROR, ROW
from engine.errors import BadData
from engine.loading import load_policy
from engine.model.answer import Case
from engine.model.policy import Policy
from engine.testing.generate import random_case, random_policy
from engine.testing.write import case_text
from tests import tabled
from tests.drawing import ON, default_policy

PROFILE = "north.json"
GOOD = Path(__file__).parents[1] / "loading" / "good"
SLIPS = ('"', '""', ",", "\n", "\r", ";", " ", "\0", "x", "no", "yes", "always", "K-1", "\u200b", "2026", "start", "")


def said(sheets: pl.DataFrame) -> list[dict[str, object]]:
    """Return what stands in each row, wherever it came from and in whatever order its columns are."""
    beside = [name for name in BESIDE if name != ROW]
    return [
        {name: value for name, value in row.items() if name != ROW and (name in beside or value is not None)}
        for row in sheets.sort(ROW).iter_rows(named=True)
    ]


def cases_with_one_profile(rng: Random, policy: Policy, count: int) -> tuple[list[Case], Case | None]:
    """Draw cases with references of their own, which have the same profile if they have any."""
    drawn = [random_case(rng, policy, rng.choice((0.0, 0.3, 0.9))) for _ in range(count)]
    profile = next((case.programme for case in drawn if case.programme is not None), None)
    return [
        replace(case, reference=f"K-{number}", programme=None if case.programme is None else profile)
        for number, case in enumerate(drawn)
    ], profile


def forms(cases: list[Case], policy: Policy, folder: Path, profile: str | None) -> dict[str, tuple[Path, Form]]:
    """Write the cases in every form into a folder."""
    written = {
        "wide.csv": tabled.wide_csv(cases, profile),
        "european.csv": tabled.wide_csv(cases, profile, ";", "\r\n"),
        "tabs.csv": b"\xef\xbb\xbf" + tabled.wide_csv(cases, profile, "\t"),
        "long.csv": tabled.long_csv(cases, profile),
        "lines.jsonl": tabled.json_lines(cases, profile),
        "texts.parquet": tabled.parquet(tabled.text_frame(cases, profile)),
        "typed.parquet": tabled.parquet(tabled.typed_frame(cases, policy, profile)),
    }
    kinds = {".csv": Form.CSV, ".jsonl": Form.JSON_LINES, ".parquet": Form.PARQUET}
    for name, data in written.items():
        (folder / name).write_bytes(data)
    tabled.folder_of(cases, folder / "cases", folder / profile if profile else None)
    return {name: (folder / name, kinds[Path(name).suffix]) for name in written} | {
        "folder": (folder / "cases", Form.FOLDER)
    }


@settings(max_examples=12)
@given(seed=st.integers(0, 1 << 32))
def test_every_form_reads_back_to_the_same_sheets(seed: int) -> None:
    rng = Random(seed)
    policy = default_policy() if rng.random() < 0.2 else random_policy(rng)
    cases, profile = cases_with_one_profile(rng, policy, rng.randint(1, 4))
    if not any(case.answers for case in cases):
        return
    expected = said(sheets_of(cases, policy))
    with TemporaryDirectory() as named:
        folder = Path(named)
        if profile is not None:
            (folder / PROFILE).write_text(case_text(profile), encoding="utf-8")
        for name, (path, form) in forms(cases, policy, folder, PROFILE if profile else None).items():
            table = read(path, form, policy, ON, name=name)
            sheets = table.sheets.collect()
            assert sheets[ERROR].drop_nulls().to_list() == [], name
            assert said(sheets) == expected, name
            assert (table.rows, table.unread) == (len(cases), 0)
            assert set(table.stages) == {case.stage for case in cases}
            assert sheets[ROW].is_sorted()


@cache
def small() -> Policy:
    return load_policy(GOOD)


def table_of(policy: Policy, data: bytes) -> Table:
    return read(data, Form.CSV, policy, ON, name="table.csv")


def plainly(data: bytes) -> list[dict[str, str]]:
    """Read a wide table as naively as can be: what each row holds, in the whole file or a line of it."""
    text = data.decode()
    lines = text.split("\n")
    found = []
    for taken in ([text], *([lines[0] + "\n" + line] for line in lines[1:])):
        with suppress(csv.Error):
            header, *rows = csv.reader(io.StringIO(taken[0], newline=""), strict=True)
            found += [
                {full(name): in_order(cell) for name, cell in zip(header, row, strict=True) if cell}
                for row in rows
                if len(row) == len(header)
            ]
    return found


def in_order(cell: str) -> str:
    """Return several answers in the order of those of `people-nearby`, which takes them."""
    known = ["nobody", "children", "partner"]
    parts = cell.split(";")
    return ";".join(sorted(parts, key=known.index)) if set(parts) <= set(known) else cell


def full(name: str) -> str:
    """Return the whole name of a column: of the questions here, all are put to the client but the partner's."""
    question, on, _ = name.partition(":on")
    return name if "@" in question or question in {"case", "stage"} else f"{question}@client{on}"


@settings(max_examples=150)
@given(seed=st.integers(0, 1 << 32))
def test_a_table_with_a_slip_of_the_pen_is_refused_or_says_what_stands_there(seed: int) -> None:
    rng = Random(seed)
    policy = small()
    cases = [replace(random_case(rng, policy, 0.7), reference=f"K-{number}", programme=None) for number in range(3)]
    data = tabled.wide_csv(cases)
    at = rng.randrange(len(data))
    slip = rng.choice(SLIPS)
    damaged = data[:at] + slip.encode() + data[at + rng.choice((0, 0, 1, len(slip))) :]
    try:
        table = table_of(policy, damaged)
    except BadData:
        return
    sheets = table.sheets.collect()
    good = sheets.filter(pl.col(ERROR).is_null())
    assert good[CASE].is_unique().all()
    if '"' not in slip and damaged.count(b"\n") == data.count(b"\n"):
        assert sheets.height == len(cases)
    expected = plainly(damaged)
    for row in good.iter_rows(named=True):
        assert shown(row) in [{name: cell.strip() for name, cell in each.items()} for each in expected]


def shown(row: dict[str, object]) -> dict[str, str]:
    """Return a row of sheets as it would be filled in."""
    return {name: text_of(value) for name, value in row.items() if value is not None and name not in {ROW, ERROR}}


def text_of(value: object) -> str:
    return ";".join(value) if isinstance(value, list) else str(value).removeprefix("\0")
