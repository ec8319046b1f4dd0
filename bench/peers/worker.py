"""The process in which one engine runs: it is given a form, says what it finds, and is timed when it is its turn.

Requests and replies are lines of JSON on standard input and output. Whatever an engine itself prints goes to standard
error.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from bench.peers.neutral import Form, Found


@dataclass(frozen=True)
class Way:
    """One way in which an engine screens the cases of a form.

    `inputs` is made before anything is timed; `screen` is what is timed, for one input after another; `read` says
    what came of the cases of that input, and is not timed. An input holds one case, unless `cases` says otherwise.
    """

    inputs: Sequence[Any]
    screen: Callable[[Any], Any]
    read: Callable[[Any], list[Found]]
    cases: int = 1


Prepare = Callable[[Form], Mapping[str, Way]]


def serve(versions: Mapping[str, str], prepare: Prepare) -> None:
    """Answer requests until standard input ends."""
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    ways: Mapping[str, Way] = {}
    for line in sys.stdin:
        request = json.loads(line)
        reply: dict[str, Any]
        match request:
            case {"load": path}:
                started = time.process_time()
                ways = prepare(cast("Form", json.loads(Path(path).read_text(encoding="utf-8"))))
                reply = {
                    "versions": dict(versions),
                    "prepared": time.process_time() - started,
                    "ways": {name: all_found(way) for name, way in ways.items()},
                }
            case {"time": name, "seconds": seconds}:
                cases, spent = timed(ways[name], seconds)
                reply = {"cases": cases, "seconds": spent}
            case _:
                raise ValueError("no request of a known kind")
        print(json.dumps(reply), file=replies, flush=True)


def all_found(way: Way) -> list[Found]:
    """Return what comes of every case."""
    return [found for given in way.inputs for found in way.read(way.screen(given))]


def timed(way: Way, seconds: float) -> tuple[int, float]:
    """Screen every case again and again for at least so many seconds of this process's processor time."""
    screen, inputs = way.screen, way.inputs
    rounds, started = 0, time.process_time()
    while (spent := time.process_time() - started) < seconds:
        for given in inputs:
            screen(given)
        rounds += 1
    return rounds * len(inputs) * way.cases, spent
