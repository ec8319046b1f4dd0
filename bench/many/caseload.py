"""A table of cases of the policy that the project ships, drawn at the start: one or two sources a question."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import polars as pl

from bench.many.policy import ON
from engine import api
from engine.columns.cases import sheets_of
from engine.columns.slots import CASE, ROW
from engine.model.answer import Answer, Case, Standing
from engine.model.policy import Policy
from engine.model.question import Question, Stage

DRAWN, TIMES = 4_000, 50
CASES = DRAWN * TIMES


def write(path: Path) -> str:
    """Write the table, the drawn cases over and over with other references; return what it holds, in words."""
    policy, rng = api.load_policy(), Random(20261122)
    sheet = sheets_of([_case(rng, policy, number) for number in range(DRAWN)], policy)
    rows = pl.concat([sheet.lazy().drop(ROW)] * TIMES).with_row_index(ROW, 1)
    table = rows.with_columns(pl.col(ROW).cast(pl.UInt64), pl.format("K-{}", ROW).alias(CASE))
    table.select(sheet.columns).sink_parquet(path)
    slots = sum("@" in name and not name.endswith(":on") for name in sheet.columns)
    rules = len(policy.in_force(Stage.START))
    return f"{CASES:,} cases of the shipped policy at the start, {rules} rules, {slots} slots with their dates"


def _case(rng: Random, policy: Policy, number: int) -> Case:
    concern = rng.choice((0.0, 0.01, 0.05, 0.2))
    answers = {
        question.id: tuple(_answer(rng, question, concern, by) for by in range(rng.choice((1, 1, 2))))
        for question in policy.questions_at(Stage.START)
        if rng.random() < 1 - concern
    }
    kept = {name: tuple({answer.source: answer for answer in said}.values()) for name, said in answers.items()}
    profile = Case("north", Stage.PROGRAMME_START, {}) if number % 2 else None
    return Case(f"K-{number}", Stage.START, kept, profile and replace(profile, answers=_profile(policy)))


def _profile(policy: Policy) -> dict[str, tuple[Answer, ...]]:
    """Return what a programme that is ready says."""
    asked = [q for q in policy.questions_at(Stage.PROGRAMME_START) if not q.open]
    return {q.id: (Answer((q.corroborate or q.asked_of)[0], values=q.answers[:1], on=ON),) for q in asked}


def _answer(rng: Random, question: Question, concern: float, by: int) -> Answer:
    sources = (*(question.corroborate or question.asked_of), *question.asked_of)
    source = sources[by % len(sources)]
    on = ON - timedelta(days=rng.randrange(40)) if rng.random() < concern else ON
    if rng.random() < concern / 4:
        return Answer(source, Standing.ASKED_DECLINED, (), on)
    if question.open:
        return Answer(source, values=("in their own words",), on=on)
    return Answer(source, values=(question.answers[0 if rng.random() >= concern else -1],), on=on)
