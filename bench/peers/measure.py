"""All engines on the same policies and cases: what they find is compared, and then those that agree are timed.

They are timed in turns, a short while each, again and again, so that whatever else the machine does falls on all of
them. A ratio is the median of the ratios round by round.
"""

from __future__ import annotations

import json
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from bench.peers.comparing import Differs, differences
from bench.peers.definition import Written
from bench.peers.environment import NotThere
from bench.peers.process import Failed, Worker
from bench.peers.work import Work, works

ROUNDS = 10
SECONDS = 0.3
OURS, AGAINST = "forethought", "api.screen"


REQUIREMENTS = Path(__file__).parent / "requirements"


class Peer(NamedTuple):
    """An engine: its name, the module that runs it, and what it needs (None: it runs in this environment)."""

    name: str
    module: str
    requirements: Path | None


def _peer(name: str, *, own: bool = False) -> Peer:
    return Peer(name, f"bench.peers.run_{name}", None if own else REQUIREMENTS / f"{name}.txt")


PEERS = (
    _peer(OURS, own=True),
    _peer("zen"),
    _peer("clips"),
    _peer("rule_engine"),
    _peer("json_logic"),
    _peer("cel"),
    _peer("openfisca"),
    _peer("durable"),
    _peer("python", own=True),
)

GIVES = {
    "api.screen": "explanation, agreement of two evaluators",
    "the definition alone": "explanation",
    "the network alone": "truths",
    "a decision by key, traced": "truths, values of every node",
}


class Running(NamedTuple):
    """A worker that found what the definition finds, and the ways in which it can be timed."""

    peer: Peer
    worker: Worker
    versions: str
    ways: tuple[str, ...]


class Row(NamedTuple):
    """One way of an engine, and in each round the cases it screened in how much processor time."""

    running: Running
    way: str
    turns: list[tuple[int, float]]

    @property
    def rate(self) -> float:
        """Cases a second of processor time."""
        return sum(cases for cases, _ in self.turns) / sum(seconds for _, seconds in self.turns)

    def against(self, other: Row) -> float:
        """How many times as fast as another, as the median of all rounds."""
        pairs = zip(self.turns, other.turns, strict=True)
        return statistics.median((a / b) / (c / d) for (a, b), (c, d) in pairs)


def measured(only: Sequence[str] = ()) -> Iterator[str]:
    """Yield the tables, line by line. Raises `Differs` at the end when what any engine finds differs."""
    differing: list[str] = []
    for work in works():
        with ExitStack() as stack:
            running, remarks, wrong = compared(work, [p for p in PEERS if p.name in {OURS, *only} or not only], stack)
            yield ""
            yield f"{work.name}: {work.shape}"
            yield ""
            yield from table(_timed(running, remarks))
            yield from ("", *remarks) if remarks else ()
            differing += wrong
    if differing:
        raise Differs(f"what these find differs from the definition: {', '.join(sorted(set(differing)))}")


def compared(work: Work, peers: Sequence[Peer], stack: ExitStack) -> tuple[list[Running], list[str], list[str]]:
    """Start every engine and compare what it finds; return those that agree, what is to be said, and who differs."""
    written = Written(work.policy, work.name)
    form = written.with_cases(work.cases)
    wanted = [written.found(case) for case in work.cases]
    path = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "form.json"
    path.write_text(json.dumps(form), encoding="utf-8")
    running: list[Running] = []
    remarks: list[str] = []
    wrong: list[str] = []
    for peer in peers:
        try:
            worker = stack.enter_context(Worker(peer.module, peer.requirements))
            versions, ways = worker.load(path)
        except (NotThere, Failed) as error:
            remarks.append(f"not measured: {peer.name}: {error}")
            continue
        differ = [text for came in ways.values() for text in differences(form, written.names, wanted, came)]
        if differ or not ways:
            remarks += [f"DIFFERS, so not timed: {peer.name}: {text}" for text in differ or ["it has nothing to run"]]
            wrong.append(peer.name)
        else:
            running.append(Running(peer, worker, " ".join(f"{k} {v}" for k, v in versions.items()), tuple(ways)))
    return running, remarks, wrong


def _timed(running: Sequence[Running], remarks: list[str]) -> list[Row]:
    """Time everything in turns; an engine that breaks off is left out, and that is said."""
    rows = [Row(one, way, []) for one in running for way in one.ways]
    broken: set[str] = set()
    for _ in range(ROUNDS):
        for row in rows:
            if row.running.peer.name not in broken:
                try:
                    row.turns.append(row.running.worker.time(row.way, SECONDS))
                except Failed as error:
                    broken.add(row.running.peer.name)
                    remarks.append(f"not measured: {row.running.peer.name}: {error}")
    return [row for row in rows if row.running.peer.name not in broken]


def table(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the rows as a table, fastest last way last; ours, against which each is held, comes first."""
    ours = next((row for row in rows if row.way == AGAINST), None)
    yield f"| engine | how | cases a second | times `{AGAINST}` | gives |"
    yield "| --- | --- | ---: | ---: | --- |"
    for row in rows:
        ratio = f"{row.against(ours):.2f}" if ours is not None else "not compared"
        gives = GIVES.get(row.way, "truths")
        yield f"| {row.running.versions} | {row.way} | {row.rate:,.0f} | {ratio} | {gives} |"
