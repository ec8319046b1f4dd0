"""From answer sheets to the rows that are given out: every row of the table once, in its order.

Stays a query until somebody writes or collects it, so that no more of a large table is held than a part of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, assert_never

from engine import __version__
from engine.batch.forms import Form
from engine.model.policy import Outcome, Policy
from engine.model.question import Stage
from engine.report.words import say, speaking

if TYPE_CHECKING:
    import polars as pl

    from engine.batch.reading import Table
    from engine.columns.listed import Facts
    from engine.columns.names import Family


class Layout(StrEnum):
    """What a row tells: lists of what was found, or the truth of every rule, flag and safeguard."""

    LISTS = "lists"
    TRUTHS = "truths"


class Screening(Protocol):
    """Adds to the sheets of a stage what `engine.columns.screening.screened` adds."""

    def __call__(  # noqa: D102
        self, sheets: pl.LazyFrame, policy: Policy, stage: Stage, on: date, families: Iterable[Family]
    ) -> pl.LazyFrame: ...


def finished(
    table: Table,
    policy: Policy,
    on: date,
    layout: Layout,
    *,
    form: Form = Form.PARQUET,
    screening: Screening | None = None,
) -> pl.LazyFrame:
    """Return the rows to be given out, `row` first: every row of the table exactly once, ascending.

    `form` is what they will be written as: for CSV each list is a text, for JSON Lines a row is a line. A row that
    could not be read, and one for which there is no recommendation, has its error and nothing that was found.
    """
    from engine.columns import listed
    from engine.columns import screening as columns

    screen = screening or columns.screened
    facts = facts_of(policy, on, table)
    needed = families(layout, form)
    names = {stage: columns.columns_of(policy, stage, needed) for stage in table.stages}
    by_stage = [(stage, screen(table.sheets, policy, stage, on, needed)) for stage in table.stages]
    match layout:
        case Layout.LISTS if form is Form.JSON_LINES:
            from engine.columns.lines import lines, unread_lines

            rows = [lines(found, policy, stage, names[stage], facts) for stage, found in by_stage]
            unread = unread_lines(table.sheets)
        case Layout.LISTS:
            as_text = form is Form.CSV
            rows = [
                listed.listed(found, policy, stage, names[stage], facts, as_text=as_text) for stage, found in by_stage
            ]
            unread = listed.unread(table.sheets, listed.AS_TEXTS if as_text else listed.AS_LISTS, facts)
        case Layout.TRUTHS:
            every = tuple(dict.fromkeys(name for stage in table.stages for name in listed.are_truths(names[stage])))
            rows = [listed.truths(found, stage, names[stage], every, facts) for stage, found in by_stage]
            unread = listed.unread(table.sheets, dict.fromkeys(every, listed.TRUTH), facts)
        case _:
            assert_never(layout)
    # Looked for only where there are some: a table is read once for each branch.
    whole = listed.together([*rows, unread] if table.unread or not rows else rows)
    return listed.truths_as_lines(whole) if layout is Layout.TRUTHS and form is Form.JSON_LINES else whole


def families(layout: Layout, form: Form) -> tuple[Family, ...]:
    """Return the families of columns that rows of this layout and form are made from."""
    from engine.columns import lines, listed

    if layout is Layout.TRUTHS:
        return listed.TRUTHS_NEED
    return lines.LINES_NEED if form is Form.JSON_LINES else listed.LISTS_NEED


def facts_of(policy: Policy, on: date, table: Table) -> Facts:
    """Return what is the same for every row, in the language of the policy as it was loaded."""
    from engine.columns.listed import Facts

    with speaking(policy.speech):
        texts = {stage: {outcome: say.outcome_text(stage, outcome) for outcome in Outcome} for stage in Stage}
        run = (on, policy.id, policy.version, policy.fingerprint, __version__, say.NOTICE)
        return Facts(*run, texts, table.name, table.before)
