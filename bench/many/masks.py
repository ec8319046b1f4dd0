"""Bit masks by hand: a byte of possible answers for each slot, then one bit a case for each test, rule and flag.

Runs alone, in one thread: `python masks.py SPEC IN OUT pyarrow|polars` reads Parquet, writes Parquet, each with the
library named, and prints what it took as JSON. What is known of a slot is given with the spec, so that only the logic
of the rules is left.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ["POLARS_MAX_THREADS"] = "1"

import numpy as np  # type: ignore[import-not-found]
import polars as pl
import pyarrow as pa  # type: ignore[import-not-found]
import pyarrow.parquet as pq  # type: ignore[import-not-found]

Spec = dict[str, Any]
Bits = Any
OUTCOMES = ("against", "undetermined", "conditional")


def main(spec_path: str, source: str, target: str, reader: str) -> None:
    """Screen a table, one piece after the other."""
    spec = json.loads(Path(spec_path).read_text(encoding="utf-8"))
    started, began = time.process_time(), time.perf_counter()
    WAYS[reader](spec, source, target)
    took = {"seconds": time.process_time() - started, "wall": time.perf_counter() - began}
    took["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    versions = {"numpy": np.__version__, reader: {"pyarrow": pa.__version__, "polars": pl.__version__}[reader]}
    print(json.dumps(took | {"versions": versions}))


def by_pyarrow(spec: Spec, source: str, target: str) -> None:
    """Read and write with pyarrow, a row group at a time."""
    file = pq.ParquetFile(source, read_dictionary=list(spec["questions"]))
    writer = None
    for group in range(file.num_row_groups):
        table = file.read_row_group(group, columns=["case", *spec["questions"]], use_threads=False)
        possible = {}
        for name, masks in spec["questions"].items():
            (chunk,) = table.column(name).chunks
            byte = np.array([*(masks[word] for word in chunk.dictionary.to_pylist()), masks[""]], dtype=np.uint8)
            possible[name] = byte[chunk.indices.fill_null(len(byte) - 1).to_numpy()]
        columns, codes = screen(spec, possible, table.num_rows)
        outcome = pa.DictionaryArray.from_arrays(pa.array(codes), pa.array(OUTCOMES))
        found = pa.table({"case": table.column("case"), **columns, "outcome": outcome})
        writer = writer or pq.ParquetWriter(target, found.schema, compression="zstd")
        writer.write_table(found)
    if writer is not None:
        writer.close()


def by_polars(spec: Spec, source: str, target: str) -> None:
    """Read and write with Polars, which hands over one piece after the other."""
    kind = pl.Enum(OUTCOMES)
    # The numbers behind the words of a slot are in the order of its masks, but for the first, which stands for nothing.
    bytes_ = {name: np.array([*masks.values()], dtype=np.uint8) for name, masks in spec["questions"].items()}

    def screened(frame: pl.DataFrame) -> pl.DataFrame:
        possible = {name: byte[frame[name].to_numpy()] for name, byte in bytes_.items()}
        columns, codes = screen(spec, possible, frame.height)
        made = [pl.Series(name, array) for name, array in columns.items()]
        outcome = pl.Series("outcome", codes).cat.to(kind)
        return pl.DataFrame([frame["case"], *made, outcome])

    read = pl.scan_parquet(source).select(
        "case", (pl.col(*spec["questions"]).to_physical().cast(pl.UInt8) + 1).fill_null(0)
    )
    schema: Any = {"case": pl.String, **dict.fromkeys(spec["rules"], pl.Boolean), "outcome": kind}
    read.map_batches(screened, schema=schema, streamable=True).sink_parquet(target)


WAYS: dict[str, Callable[[Spec, str, str], None]] = {"pyarrow": by_pyarrow, "polars": by_polars}


def screen(spec: Spec, possible: dict[str, Bits], count: int) -> tuple[dict[str, pa.BooleanArray], Bits]:
    """Return the truth of every rule and the place of the outcome, from the possible answers as a byte a case."""
    tests: dict[tuple[str, int], tuple[Bits, Bits]] = {}
    rules: dict[str, tuple[Bits, Bits]] = {}

    def truth(when: list[Any]) -> tuple[Bits, Bits]:
        """Return for which cases it is sure, and for which it could be, as packed bits."""
        kind, *rest = when
        if kind == "test":
            name, wanted = rest
            if (name, wanted) not in tests:
                mask = possible[name]
                sure = np.packbits((mask & (wanted ^ 255)) == 0, bitorder="little")
                tests[name, wanted] = sure, np.packbits((mask & wanted) != 0, bitorder="little")
            return tests[name, wanted]
        if kind == "rule":
            return rule(rest[0])
        join = np.bitwise_and if kind == "every" else np.bitwise_or
        sure, could = truth(rest[0])
        for member in rest[1:]:
            other = truth(member)
            sure, could = join(sure, other[0]), join(could, other[1])
        return sure, could

    def rule(name: str) -> tuple[Bits, Bits]:
        if name not in rules:
            rules[name] = truth(spec["rules"][name])
        return rules[name]

    columns = {name: _kleene(*rule(name), count) for name in spec["rules"]}
    sure, could = truth(["some", *(["rule", name] for name in spec["excluding"])])
    against, open_ = (np.unpackbits(bits, count=count, bitorder="little") for bits in (sure, could))
    return columns, 2 - open_ - against


def _kleene(sure: Bits, could: Bits, count: int) -> pa.BooleanArray:
    """Return true, false, or null for what could be and is not sure."""
    known = np.bitwise_or(sure, np.invert(could))
    return pa.BooleanArray.from_buffers(pa.bool_(), count, [pa.py_buffer(known), pa.py_buffer(sure)])


if __name__ == "__main__":
    main(*sys.argv[1:])
