"""A policy over many cases at once: a lazy query over answer sheets that adds a column for each thing found."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import polars as pl

from engine.columns.families import Families, ids_of
from engine.columns.names import LISTED, REVIEW_BY, Family, column
from engine.columns.slots import ERROR, STAGE
from engine.model.policy import Policy
from engine.model.question import Stage


def screened(
    sheets: pl.LazyFrame,
    policy: Policy,
    stage: Stage,
    on: date,
    families: Iterable[Family] = LISTED,
    prefix: str = "",
) -> pl.LazyFrame:
    """Screen the rows of a stage that can be read, on the day `on`, and return them with what was found beside them.

    Adds `columns_of` the families, then BROKEN, OUTCOME and REVIEW_BY, each after the prefix; the slots are read from
    the columns of the same prefix. Whoever reads the answers sees to it that no slot of a question of another stage is
    filled. A row whose outcome the policy's own invariants rule out has none, and neither has one with something in the
    prefixed ERROR. Raises ValueError when no rule is in force at the stage: that nothing speaks against it would then
    say nothing; and when a slot does not hold answers as this policy words them.
    """
    if not policy.in_force(stage):
        raise ValueError("no rules in force for the stage")
    schema = sheets.collect_schema()
    made = Families(policy, stage, on, schema, prefix)
    wanted = {name: how for family in dict.fromkeys(families) for name, how in made.family(family).items()}
    wanted.update(made.outcome())
    rows = sheets.filter((pl.col(STAGE) == stage.value) & pl.col(ERROR).is_null())
    for layer in made.circuit.layers(wanted):
        rows = rows.with_columns(layer)
    review_by = pl.lit(on + timedelta(days=policy.review[stage]), dtype=pl.Date)
    return rows.select(*schema, *wanted, review_by.alias(prefix + REVIEW_BY))


def columns_of(policy: Policy, stage: Stage, families: Iterable[Family], prefix: str = "") -> tuple[str, ...]:
    """Return the names of the columns that `screened` adds for these families, in order."""
    return tuple(
        column(family, *ids, prefix=prefix)
        for family in dict.fromkeys(families)
        for ids in ids_of(policy, stage, family)
    )
