"""The table that many cases at once are measured with, and what of it is wanted, as Parquet and JSON."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

import polars as pl

from bench.many.policy import SOURCE
from engine.columns.cases import kind_of, stages
from engine.columns.slots import CASE, ERROR, PROGRAMME, ROW, STAGE, STANDINGS, Slot, words
from engine.model.answer import Standing
from engine.model.condition import AllOf, AnswerIs, AnyOf, Condition, FlagIs
from engine.model.policy import Effect, Policy
from engine.model.question import Question, Stage

BLOCK = 1 << 16
"""So many cases are drawn; a longer table repeats them with other references."""

Json: TypeAlias = dict[str, Any]


def write_table(policy: Policy, cases: int, path: Path) -> None:
    """Write an answer sheet of so many cases: most slots answered, some declined, not applicable, or not filled."""
    rng = Random(7)
    blocks = -(-cases // BLOCK)
    drawn = pl.DataFrame([_slot(rng, question) for question in policy.questions.values()])
    one = path.with_suffix(".block")
    drawn.write_parquet(one)
    table = pl.concat([pl.scan_parquet(one)] * blocks).head(cases).with_row_index(ROW, 1)
    table.select(
        pl.col(ROW).cast(pl.UInt64),
        pl.format("K-{}", ROW).alias(CASE),
        pl.lit(Stage.START.value, dtype=stages()).alias(STAGE),
        pl.lit(None, dtype=pl.String).alias(PROGRAMME),
        pl.lit(None, dtype=pl.String).alias(ERROR),
        *drawn.columns,
    ).sink_parquet(path, row_group_size=BLOCK)
    one.unlink()


def write_spec(policy: Policy, path: Path) -> None:
    """Write the policy in the form that the bit masks are made from: answers as bits, rules as nested lists."""
    rules = policy.in_force(Stage.START)
    spec: Json = {
        "questions": {_column(question): _masks(question) for question in policy.questions.values()},
        "rules": {rule.id: _plain(policy, rule.when) for rule in rules},
        "excluding": [rule.id for rule in rules if rule.raises and policy.flags[rule.raises].effect is Effect.EXCLUDE],
    }
    path.write_text(json.dumps(spec), encoding="utf-8")


def _slot(rng: Random, question: Question) -> pl.Series:
    """Draw answers that lean to the least concerning ones, so that every outcome occurs."""
    kind = kind_of(question)
    weights = {question.answers[0]: 60.0, Standing.ASKED_DECLINED.value: 0.2, Standing.NOT_APPLICABLE.value: 2.0}
    choices: list[str | None] = [*question.answers, Standing.ASKED_DECLINED.value, Standing.NOT_APPLICABLE.value, None]
    drawn = rng.choices(choices, [weights.get(word, 0.8) if word else 0.2 for word in choices], k=BLOCK)
    return pl.Series(_column(question), drawn, dtype=kind)


def _column(question: Question) -> str:
    return Slot(question.id, SOURCE).column


def _masks(question: Question) -> Json:
    """Return, for each word that may stand in a slot, the answers that are possible then, as bits; "" for nothing."""
    count = len(question.answers)
    possible = dict.fromkeys(["", *(standing.value for standing in STANDINGS)], (1 << count) - 1)
    possible[Standing.NOT_APPLICABLE.value] = 1 << count
    possible |= {word: 1 << rank for rank, word in enumerate(question.answers)}
    return {word: possible[word] for word in ("", *words(question))}


def _plain(policy: Policy, condition: Condition) -> list[Any]:
    match condition:
        case AnswerIs(name, wanted):
            question = policy.questions[name]
            return ["test", _column(question), sum(1 << question.rank(word) for word in wanted)]
        case FlagIs(flag):
            return ["some", *(["rule", rule.id] for rule in policy.raisers(Stage.START)[flag])]
        case AllOf(members):
            return ["every", *(_plain(policy, member) for member in members)]
        case AnyOf(members):
            return ["some", *(_plain(policy, member) for member in members)]
        case _:
            raise TypeError("the measured policy holds nothing else")
