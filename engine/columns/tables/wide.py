"""A table with a row a case and a column for each question, to sheets. Expressions only: a row is never looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import NamedTuple

import polars as pl

from engine.columns.cases import stages
from engine.columns.slots import BESIDE, CASE, ERROR, ROW, STAGE, Slot
from engine.columns.tables import cells
from engine.columns.tables.faults import Check, Place, with_faults
from engine.columns.tables.heads import Head, Kind, named
from engine.columns.tables.programmes import PATH, Programmes
from engine.model.policy import Policy
from engine.model.question import Stage
from engine.model.source import Source

_REFERENCE = r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$"


class Wide(NamedTuple):
    """What a table is read with: its columns, the policy, the day, and what was said for all of its rows."""

    heads: tuple[Head, ...]
    policy: Policy
    on: date
    place: Place
    stage: Stage | None = None
    programmes: Programmes = Programmes()


def misfits(schema: Mapping[str, pl.DataType], wide: Wide) -> list[tuple[Head, str, str]]:
    """Return the columns whose type cannot hold what they should: what was found, and what to do."""
    found: list[tuple[Head, str, str]] = []
    for head in wide.heads:
        kind = schema[head.name]
        if head.kind is Kind.DATE:
            fitting, wanted = cells.is_text(kind) or isinstance(kind, pl.Date), "days, or as texts like 2026-11-22"
        elif head.kind is Kind.ANSWER and head.slot is not None:
            question = wide.policy.questions[head.slot.question]
            fitting, wanted = cells.fits(question, kind), "texts" + (" or lists of texts" if question.several else "")
        else:
            fitting, wanted = cells.is_text(kind), "texts"
        if not fitting:
            what = f"the column `{head.name}` holds values of type {_plain(kind)}"
            found.append((head, what, f"store it as {wanted}: what another type means is not guessed"))
    return found


def sheets(table: pl.LazyFrame, schema: Mapping[str, pl.DataType], wide: Wide) -> pl.LazyFrame:
    """Return the sheets of a table that has the columns `row`, `error` and those of `heads`, with these types.

    `row` is UInt64; `error` says what was wrong with a row before its cells were looked at.
    """
    raw = {head.name: f"\0{number}" for number, head in enumerate(wide.heads)}
    checks: list[Check] = []
    made: dict[str, pl.Expr] = {}

    def kept(read: cells.Read, column: str) -> None:
        made[column] = read.value
        checks.extend(read.checks)

    checks += _references(wide, raw)
    reference = pl.col(raw[_name(wide, Kind.CASE)]).cast(pl.String)
    # What is no reference may be a name: it goes no further.
    made[CASE] = pl.when(reference.str.contains(_REFERENCE)).then(reference)
    made[STAGE], stage_checks = _stages(wide, raw)
    checks += stage_checks
    for head in wide.heads:
        column = pl.col(raw[head.name])
        if head.kind is Kind.ANSWER and head.slot is not None:
            question = wide.policy.questions[head.slot.question]
            kept(cells.read_answers(column, schema[head.name], question, head.name), head.slot.column)
            checks += _of_another_stage(wide, head, head.slot)
        elif head.kind is Kind.DATE and head.slot is not None:
            kept(cells.read_dates(column, schema[head.name], wide.on, head.name), head.slot.on)
            checks.append(_date_of_nothing(head, head.slot))
    checks += _said_twice(wide)
    given = named(wide.heads, Kind.PROGRAMME)
    path = pl.col(raw[given]).cast(pl.String) if given is not None else pl.lit(None, dtype=pl.String)
    frame = table.select(ROW, ERROR, *(pl.col(name).alias(plain) for name, plain in raw.items()))
    frame = frame.with_columns(**made, **{PATH: pl.when(path != "").then(path)})
    frame = wide.programmes.joined(frame)
    checks += wide.programmes.checks(of_client=_is_one_of(s for s in Stage if s.of_client))
    slots = [column for column in made if column not in BESIDE]
    return with_faults(frame, checks, wide.place).select(*BESIDE, *slots, *wide.programmes.slots)


def columns_of(wide: Wide) -> tuple[str, ...]:
    """Return the names of the slots that the sheets have, without those of profiles."""
    return tuple(
        head.slot.on if head.kind is Kind.DATE else head.slot.column for head in wide.heads if head.slot is not None
    )


def _name(wide: Wide, kind: Kind) -> str:
    name = named(wide.heads, kind)
    if name is None:
        raise ValueError(f"the table has no column `{kind}`")
    return name


def _references(wide: Wide, raw: Mapping[str, str]) -> Iterator[Check]:
    reference = pl.col(raw[_name(wide, Kind.CASE)]).cast(pl.String)
    nothing = reference.is_null() | (reference == "")
    yield Check(nothing, "`case` is empty: write the file's reference, as in K-0412")
    yield Check(
        ~nothing & ~reference.str.contains(_REFERENCE),
        "`case` holds no reference: write one word of at most 40 letters (A-Z), digits, and the signs - . _ /, never a"
        " name",
    )


def _stages(wide: Wide, raw: Mapping[str, str]) -> tuple[pl.Expr, list[Check]]:
    kind = stages()
    live = [stage for stage in Stage if wide.policy.in_force(stage)]
    options = ", ".join(f"`{stage}`" for stage in live)
    told = pl.lit(wide.stage.value if wide.stage is not None else None, dtype=pl.String).cast(kind)
    name = named(wide.heads, Kind.STAGE)
    stage = told
    checks = []
    if name is not None:
        text = pl.col(raw[name]).cast(pl.String)
        written = text.is_not_null() & (text != "")
        read = text.cast(kind, strict=False)
        stage = pl.coalesce(read, told)
        checks.append(Check(written & read.is_null(), f"`{name}` holds no stage: write one of {options}"))
        if wide.stage is None:
            checks.append(Check(~written, f"`{name}` is empty: write one of {options}"))
        else:
            other = (read != told).fill_null(value=False)
            checks.append(Check(other, f"`{name}` is not {wide.stage}, the stage given for the whole table"))
    if len(live) < len(Stage):
        without = _is_one_of(each for each in Stage if each not in live)
        checks.append(Check(without, f"the policy has no rules in force for this stage: it has rules for {options}"))
    return stage, checks


def _of_another_stage(wide: Wide, head: Head, slot: Slot) -> Iterator[Check]:
    question = wide.policy.questions[slot.question]
    fitting = [stage for stage in Stage if question.stage in stage.readable]
    possible = tuple(Stage) if wide.stage is None else (wide.stage,)
    if not set(possible) <= set(fitting):
        filled = pl.col(slot.column).is_not_null()
        # Where the stage cannot be read, that is the fault.
        yield Check(
            filled & pl.col(STAGE).is_not_null() & ~_is_one_of(fitting),
            f"`{head.name}` is a question of stage {question.stage}, which a case at this stage does not answer: leave"
            " it empty, or correct `stage`",
        )


def _date_of_nothing(head: Head, slot: Slot) -> Check:
    return Check(
        pl.col(slot.on).is_not_null() & pl.col(slot.column).is_null(),
        f"`{head.name}` holds a day, and no answer stands beside it: write the answer, or delete the day",
    )


def _said_twice(wide: Wide) -> Iterator[Check]:
    """Refuse the same answer from the same source and day twice, as in a case file."""
    answers = [head for head in wide.heads if head.kind is Kind.ANSWER]
    dated = {head.slot.on for head in wide.heads if head.kind is Kind.DATE and head.slot is not None}

    def day(slot: Slot) -> pl.Expr:
        return pl.col(slot.on) if slot.on in dated else pl.lit(None, dtype=pl.Date)

    by_source: dict[tuple[str, Source], list[tuple[Head, Slot]]] = {}
    for head in answers:
        if head.slot is not None:
            by_source.setdefault((head.slot.question, head.slot.source), []).append((head, head.slot))
    for said in by_source.values():
        for (head, one), (other, two) in combinations(said, 2):
            same = (pl.col(one.column) == pl.col(two.column)).fill_null(value=False)
            yield Check(
                same & day(one).eq_missing(day(two)),
                f"`{other.name}` says the same of the same day as `{head.name}`: keep one of the two",
            )


def _is_one_of(stages: Iterable[Stage]) -> pl.Expr:
    return pl.col(STAGE).is_in([stage.value for stage in stages]).fill_null(value=False)


def _plain(kind: pl.DataType) -> str:
    return str(kind).partition("(")[0]
