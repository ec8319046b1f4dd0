"""Many cases at once: beside hand-made bit masks, on one core and two, from ten thousand cases to ten million.

Every run is a process of its own, from Parquet to Parquet, and is timed from the first row read to the last one
written. What comes out of both is compared before anything is timed.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import polars as pl

from bench.figures import Figure
from bench.many import caseload
from bench.many.policy import policy
from bench.many.table import write_spec, write_table
from bench.peers.comparing import Differs
from bench.peers.environment import NotThere, python_for
from engine.columns.names import OUTCOME

ROOT = Path(__file__).parent.parent
MASKS = Path(__file__).parent / "many" / "masks.py"
REQUIREMENTS = MASKS.with_suffix(".txt")
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
MILLION = 1_000_000
ROUNDS = 5
READERS = ("pyarrow", "polars")

Took: TypeAlias = dict[str, Any]


def columns() -> Iterable[Figure]:
    """Measure it; each figure is printed as soon as it is there."""
    with TemporaryDirectory(prefix="forethought-bench-") as place:
        folder = Path(place)
        tables = {cases: folder / f"in-{cases}.parquet" for cases in SIZES}
        for cases, path in tables.items():
            write_table(policy(), cases, path)
        yield from _beside_masks(folder, tables[MILLION])
        yield from _two_cores(folder, tables[MILLION])
        yield from _sizes(folder, tables)
        yield from _lists(folder)


def _beside_masks(folder: Path, table: Path) -> Iterable[Figure]:
    spec = folder / "spec.json"
    write_spec(policy(), spec)
    try:
        python = python_for(REQUIREMENTS)
    except NotThere as error:
        yield Figure("columns beside bit masks by hand", f"not measured: numpy {error}")
        return
    out, other = folder / "ours.parquet", folder / "masks.parquet"

    def masks(reader: str) -> Took:
        return _run([str(python), str(MASKS), str(spec), str(table), str(other), reader], {})

    ours = _ours(table, out, threads=1)
    for reader in READERS:
        masks(reader)
        _same(out, other)
    rounds = [(_ours(table, out, threads=1), *map(masks, READERS)) for _ in range(ROUNDS)]
    rate = MILLION / statistics.median(took["seconds"] for took, *_ in rounds)
    shape = "60 rules, 20 of them over flags of the others, Parquet to Parquet"
    yield Figure(f"columns ({_versions(ours)}), {shape}, a second of one core", f"{rate:,.0f} cases")
    for number, reader in enumerate(READERS, 1):
        ratio = statistics.median(took[number]["seconds"] / took[0]["seconds"] for took in rounds)
        what = f"the same beside bit masks by hand, read and written by {reader} ({_versions(rounds[0][number])})"
        yield Figure(what, f"{ratio:.2f} times as fast", "at least 0.8 times as fast")


def _two_cores(folder: Path, table: Path) -> Iterable[Figure]:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if cores > 1:
        out = folder / "cores.parquet"
        load = os.getloadavg()[0]
        pairs = [(_ours(table, out, threads=1), _ours(table, out, threads=2)) for _ in range(ROUNDS)]
        ratio = statistics.median(one["wall"] / two["wall"] for one, two in pairs)
        busy = statistics.median(two["seconds"] / two["wall"] for _, two in pairs)
        value = f"{ratio:.2f} times as fast by the clock, with {busy:.2f} cores at work"
        if load > cores / 2:
            value += f"; other work was going on (a load of {load:.1f}), measure again without it"
        yield Figure("columns, two cores against one", value, "at least 1.8 times as fast")


def _sizes(folder: Path, tables: dict[int, Path]) -> Iterable[Figure]:
    took = {}
    for cases, path in tables.items():
        runs = [_ours(path, folder / "sizes.parquet", threads=1) for _ in range(3 if cases <= MILLION else 1)]
        took[cases] = min(runs, key=lambda run: float(run["seconds"]))
    each = ", ".join(f"{run['seconds'] / cases * 1e6:.2f} at {cases:,}" for cases, run in took.items())
    yield Figure("columns, microseconds a case of one core, the start included", each)
    steps = [
        f"{(took[more]['seconds'] - took[few]['seconds']) / (more - few) * 1e6:.2f} from {few:,} to {more:,}"
        for few, more in pairwise(took)
    ]
    start = took[SIZES[0]]["seconds"] - SIZES[0] * took[SIZES[-1]]["seconds"] / SIZES[-1]
    what = f"columns, microseconds for each further case, after a start of {start * 1000:.0f} ms"
    yield Figure(what, ", ".join(steps), "linear: the same throughout")
    early, late = took[MILLION]["peak"], took[SIZES[-1]]["peak"]
    value = f"{late / early:.2f} times that of {MILLION:,} ({early:.0f} MB, then {late:.0f} MB)"
    yield Figure(f"columns, peak memory of {SIZES[-1]:,} cases", value, "flat, and under 250 MB")


def _lists(folder: Path) -> Iterable[Figure]:
    table, shape = folder / "caseload.parquet", caseload.write(folder / "caseload.parquet")
    runs = [_ours(table, folder / "listed.parquet", threads=1, listed=True) for _ in range(3)]
    rate = caseload.CASES / min(run["seconds"] for run in runs)
    yield Figure(
        f"columns, everything that the lists of a row need, {shape}, a second of one core", f"{rate:,.0f} cases"
    )


def _ours(table: Path, out: Path, *, threads: int, listed: bool = False) -> Took:
    command = [sys.executable, "-m", "bench.many.ours", str(table), str(out), *(["--lists"] if listed else [])]
    return _run(command, {"POLARS_MAX_THREADS": str(threads)})


def _run(command: list[str], extra: dict[str, str]) -> Took:
    ran = subprocess.run(  # noqa: S603 - our own command
        command, check=True, capture_output=True, text=True, cwd=ROOT, env={**os.environ, **extra}
    )
    took: Took = json.loads(ran.stdout)
    return took


def _versions(took: Took) -> str:
    return ", ".join(f"{name} {version}" for name, version in took["versions"].items())


def _same(one: Path, other: Path) -> None:
    """Raise Differs unless both tables hold the same, and every outcome."""
    text = pl.col(OUTCOME).cast(pl.String)
    ours, theirs = (pl.read_parquet(path).with_columns(text) for path in (one, other))
    if not ours.equals(theirs):
        raise Differs("the columns and the bit masks do not say the same: nothing is timed")
    if ours[OUTCOME].n_unique() != 3:  # noqa: PLR2004 - there are three outcomes
        raise Differs("not every outcome occurs: nothing is compared")


if __name__ == "__main__":
    for figure in columns():
        print(figure, flush=True)
