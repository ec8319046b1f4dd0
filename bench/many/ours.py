"""The columns over a table, Parquet to Parquet, in a process of its own: prints what it took as JSON.

`python -m bench.many.ours IN OUT` screens the measured table for the truth of every rule and the outcome; with
`--lists`, a caseload of the shipped policy for all that the lists of a row need. The threads are those of
`POLARS_MAX_THREADS`.
"""

from __future__ import annotations

import json
import resource
import sys
import time

import polars as pl

from bench.many.policy import ON, policy
from engine import api
from engine.columns.names import BROKEN, LISTED, OUTCOME, REVIEW_BY, Family, column
from engine.columns.screening import columns_of, screened
from engine.columns.slots import CASE
from engine.model.policy import Policy
from engine.model.question import Stage


def main(source: str, target: str, *how: str) -> None:
    """Screen a table."""
    listed = how == ("--lists",)
    screening = api.load_policy() if listed else policy()
    started, began = time.process_time(), time.perf_counter()
    table = pl.scan_parquet(source)
    (_listed if listed else _truths)(screening, table).sink_parquet(target)
    took = {"seconds": time.process_time() - started, "wall": time.perf_counter() - began}
    took["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(took | {"versions": {"Polars": pl.__version__}, "threads": pl.thread_pool_size()}))


def _truths(screening: Policy, table: pl.LazyFrame) -> pl.LazyFrame:
    """Return the truth of every rule, by its id, and the outcome."""
    found = screened(table, screening, Stage.START, ON, (Family.RULE,))
    rules = [rule.id for rule in screening.in_force(Stage.START)]
    return found.select(CASE, *(pl.col(column(Family.RULE, rule)).alias(rule) for rule in rules), OUTCOME)


def _listed(screening: Policy, table: pl.LazyFrame) -> pl.LazyFrame:
    """Return everything that the lists of a row need."""
    found = screened(table, screening, Stage.START, ON, LISTED)
    return found.select(CASE, *columns_of(screening, Stage.START, LISTED), BROKEN, OUTCOME, REVIEW_BY)


if __name__ == "__main__":
    main(*sys.argv[1:])
