"""Sheets that were read under one policy, as another one words them: the same cells, read by the other.

INVARIANT (no-silence): what is filled and the other policy cannot hold is a fault of the row, never left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import polars as pl

from engine.columns.cases import kind_of
from engine.columns.slots import STAGE, STANDINGS, Slot, slot_named
from engine.columns.tables.faults import Check, Place, with_faults
from engine.model.policy import Policy
from engine.model.question import PROGRAMME_STAGES, Question, Stage

_STANDINGS = [standing.value for standing in STANDINGS]
_ROW = Place("", "row ")


def recoded(sheets: pl.LazyFrame, old: Policy, new: Policy, on: date, prefix: str) -> pl.LazyFrame:
    """Return sheets read under `new` with, under the prefix, their slots as `old` words them, and `error`.

    A row that `new` could not read has its error under the prefix too: what stood there is not known. `on` is the day
    of screening; dates are kept as they are.
    """
    schema = sheets.collect_schema()
    made: dict[str, pl.Expr] = {}
    checks: list[Check] = list(_stages(old))
    for name in schema:
        slot = slot_named(name)
        if slot is None:
            continue
        before, now = old.questions.get(slot.question), new.questions[slot.question]
        filled = pl.col(name).is_not_null()
        if before is None:
            checks.append(Check(filled, f"`{name}` is filled, and the policy {old.id} has no such question"))
            continue
        value, wrong = _worded(pl.col(name), now, before)
        made[prefix + name] = value
        if slot.on in schema:
            # Under the new policy's column there may be a day of nothing only where there is an error already.
            made[prefix + slot.on] = pl.when(filled).then(pl.col(slot.on))
            late = (pl.col(slot.on) > on).fill_null(value=False)
            checks.append(Check(late, f"`{slot.on}` is dated after the day of screening"))
        told = f"`{name}` holds what is no answer to `{before.id}` under the policy {old.id}"
        checks.append(Check(wrong.fill_null(value=False), told))
        checks += _of_another_stage(name, slot, before)
    return with_faults(sheets.with_columns(**made), checks, _ROW, prefix + "error")


def _stages(old: Policy) -> Iterator[Check]:
    live = [stage.value for stage in Stage if old.in_force(stage)]
    if len(live) < len(Stage):
        known = pl.col(STAGE).is_in(live).fill_null(value=False)
        yield Check(~known, f"the policy {old.id} has no rules in force for this stage")


def _of_another_stage(name: str, slot: Slot, question: Question) -> Iterator[Check]:
    if slot.in_profile:
        if question.stage not in PROGRAMME_STAGES:
            yield Check(pl.col(name).is_not_null(), f"`{name}` stands in a profile, and is no question of a programme")
        return
    fitting = [stage.value for stage in Stage if question.stage in stage.readable]
    there = pl.col(STAGE).is_in(fitting).fill_null(value=False)
    yield Check(pl.col(name).is_not_null() & ~there, f"`{name}` is a question of stage {question.stage} there")


def _worded(column: pl.Expr, now: Question, before: Question) -> tuple[pl.Expr, pl.Expr]:
    """Return a slot as the other policy words it, and where that cannot be."""
    wanted = kind_of(before)
    if wanted == kind_of(now):
        return column, pl.lit(value=False)
    if now.several and before.several:
        value = column.cast(wanted, strict=False).list.sort()
        return value, value.list.eval(pl.element().is_null()).list.any()
    one, wrong = _one_text(column, now)
    if before.open:
        return pl.when(one.is_in(_STANDINGS)).then(pl.lit("\0") + one).otherwise(one), wrong
    word = one.cast(pl.Enum(_words(before)), strict=False)
    wrong = wrong | (word.is_null() & column.is_not_null())
    return (pl.when(word.is_not_null()).then(pl.concat_list(word)) if before.several else word), wrong


def _one_text(column: pl.Expr, question: Question) -> tuple[pl.Expr, pl.Expr]:
    """Return the one word of a slot as text, and where there is none: several words, or a text that is no word."""
    if question.several:
        return column.list.first().cast(pl.String), column.list.len() > 1
    if question.open:
        standing = column.str.starts_with("\0")
        # A text that reads like the word for "there is no answer" is no such word.
        return pl.when(standing).then(column.str.slice(1)).otherwise(column), ~standing & column.is_in(_STANDINGS)
    return column.cast(pl.String), pl.lit(value=False)


def _words(question: Question) -> list[str]:
    return [*question.answers, *_STANDINGS]
