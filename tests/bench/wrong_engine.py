"""An engine that is right about everything but the last rule of the last case: a worker for the tests."""

from __future__ import annotations

from collections.abc import Mapping

from bench.peers import run_python
from bench.peers.neutral import Form, Found
from bench.peers.worker import Way, all_found, serve


def prepare(form: Form) -> Mapping[str, Way]:
    (right,) = (all_found(way) for way in run_python.prepare(form).values())
    return {"nearly": Way(list(range(len(right))), lambda number: number, lambda number: [_found(right, number)])}


def _found(right: list[Found], number: int) -> Found:
    if number < len(right) - 1:
        return right[number]
    rules = right[number]["rules"]
    return {**right[number], "rules": rules[:-1] + ("1" if rules[-1] != "1" else "2")}


if __name__ == "__main__":
    serve({"wrong": "1"}, prepare)
