"""Who must be told at once, as `engine.report.telling` says of one case: whom a raised flag names, sorted."""

from __future__ import annotations

import json
from collections.abc import Iterator

import polars as pl

from engine.columns.joining import joined, when
from engine.columns.names import Family, column
from engine.model.policy import Policy
from engine.model.question import Stage

TELL = "tell_at_once"
"""The column of those who must be told at once."""

BETWEEN_TOLD = " | "
"""Stands between them where they are one text: they are sentences, in which a semicolon may stand."""

_NEXT = ", "


def whom(policy: Policy, stage: Stage, between: str) -> pl.Expr:
    """Return everybody who must be told at once, as one text."""
    told = [pl.when(pl.any_horizontal(_raised(flags))).then(pl.lit(text)) for text, flags in _told(policy, stage)]
    return joined(told, between)


def whom_as_json(policy: Policy, stage: Stage) -> pl.Expr:
    """Return the entries of a JSON list: everybody who must be told at once, each with the flags that say so."""
    entries = []
    for text, flags in _told(policy, stage):
        raised = _raised(flags)
        ids = joined([when(truth, json.dumps(flag)) for flag, truth in zip(flags, raised, strict=True)], _NEXT)
        entry = pl.lit(f'{{"whom": {json.dumps(text)}, "flags": [') + ids + pl.lit("]}")
        entries.append(pl.when(pl.any_horizontal(raised)).then(entry))
    return joined(entries, _NEXT)


def _raised(flags: tuple[str, ...]) -> list[pl.Expr]:
    """Return of each flag whether it is raised: one that could still be raised tells nobody yet."""
    return [pl.col(column(Family.FLAG, flag)).fill_null(value=False) for flag in flags]


def _told(policy: Policy, stage: Stage) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield everybody whom a flag of the stage names, sorted, with the flags that do."""
    flags = sorted(policy.raisers(stage))
    texts = sorted({text for flag in flags for text in policy.flags[flag].tell})
    for text in texts:
        yield text, tuple(flag for flag in flags if text in policy.flags[flag].tell)
