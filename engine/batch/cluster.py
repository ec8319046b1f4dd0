"""Screen the parts of a Parquet file on the workers of a Dask cluster that somebody else has started.

Workers share a folder with this machine. What passes through the scheduler is where a part begins and ends, and how
many rows came of it: never a case. A part is written under a name that is used once, and counts when its worker has
said so: a worker that is lost leaves nothing that anybody reads, and of a part that is done twice one is read.

Importing this module does not import distributed.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from enum import Enum, auto
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Final, NamedTuple, Protocol, assert_never
from uuid import uuid4

from engine.batch.parts import (
    REPEATED,
    SHARED,
    TOKEN,
    WORKER,
    Done,
    Errand,
    Failed,
    Piece,
    Same,
    pieces,
    same_as,
    screened_part,
    seen,
)
from engine.batch.sharing import held, policy_files, shared_folder, token_in
from engine.batch.work import LIMITS, Finished, Limits, Progress, Unusable, Work, check_address
from engine.errors import (
    BadData,
    CannotWrite,
    Exit,
    ForethoughtError,
    MissingPart,
    NoInput,
    NoRecommendation,
    Place,
    Problem,
)

__all__ = ["Finished", "Limits", "Progress", "Unusable", "Work", "available", "check_address", "required", "screen_on"]

_MOMENT = 1.0
"""Seconds between two looks at the cluster, while nothing comes."""


_FAILURES: Final[Mapping[Exit, type[ForethoughtError]]] = {
    Exit.BAD_DATA: BadData,
    Exit.NO_INPUT: NoInput,
    Exit.MISSING_PART: MissingPart,
    Exit.CANNOT_CREATE: CannotWrite,
}


class _Client(Protocol):
    """What is used of the library's client, which does not say all of its types."""

    scheduler: Any

    def sync(self, call: Callable[..., object], *, callback_timeout: float, n_workers: int) -> Mapping[str, int]: ...
    def run(
        self, call: Callable[..., object], *args: object, on_error: str, callback_timeout: float
    ) -> Mapping[str, object]: ...
    def map(
        self, call: Callable[..., object], *args: Sequence[object], key: Sequence[str], pure: bool
    ) -> Sequence[_Future]: ...
    def close(self, timeout: float) -> None: ...


class _Future(Protocol):
    """What is used of a future of the library."""

    key: str

    def result(self, timeout: float) -> Done | Failed: ...
    def cancelled(self) -> bool: ...
    def add_done_callback(self, call: Callable[[_Future], object]) -> None: ...


class _Not(Enum):
    """Why there is no answer to a part: it comes later, or it will not come and the part must be begun again."""

    YET = auto()
    EVER = auto()


class _Waiting(NamedTuple):
    piece: Piece
    future: _Future


@contextmanager
def screen_on(
    scheduler: str, work: Work, report: Callable[[Progress], None], limits: Limits = LIMITS
) -> Iterator[Finished]:
    """Screen a Parquet file on the cluster at `tcp://HOST:PORT` or `tls://HOST:PORT`.

    Use: `with screen_on(url, work, report) as done:` and `run(job, out, screen, report, rows=done.table)` inside it;
    when the block is left, however it is left, the parts are removed. The cluster is let go before that. `report` is
    called on the calling thread, from time to time.

    Raises MissingPart (69) without distributed or Polars; `Unusable`, with 2 for an address of another form, and with
    69 when the scheduler does not answer, has no workers, or a worker cannot be used (no Polars, another version, does
    not see the folder or the file); NoRecommendation (70) when a part failed; BadData as reading the table does.
    Only the form Parquet can be taken: the caller refuses any other (usage).
    """
    required()
    check_address(scheduler)
    from engine.columns.parts import joined

    same = same_as(work.source, work.programme)
    every = pieces(work.table.rows, work.part_rows)
    token, repeated = uuid4().hex, json.dumps(sorted(work.table.repeated)).encode()
    files = {TOKEN: token.encode(), REPEATED: repeated, **policy_files(work.policy_folder)}
    with shared_folder(work.folder, files) as folder:
        errand = _errand(work, folder, same, sha256(repeated).hexdigest())
        with _connected(scheduler, limits) as client:
            cluster = _Cluster(client, scheduler, errand, limits)
            cluster.greet(token)
            done = cluster.screened(every, report)
        paths = held(errand, every, done, limits.shared)
        if same_as(work.source, work.programme) != same:
            what = "the file, or the programme's profile, has changed since the work began; nothing is written"
            raise NoRecommendation(
                [Problem(Place(work.table.name), "changed", what, "begin again, and leave it alone until it is done")]
            )
        yield Finished(joined(paths), sum(part.rows for part in done), sum(part.unread for part in done))


def _errand(work: Work, folder: Path, same: Same, repeated: str) -> Errand:
    return Errand(
        # Not resolved: a link may lead elsewhere on another machine, as long as the same file is there.
        source=str(work.source.absolute()),
        name=work.table.name,
        stages=work.table.stages,
        unread=work.table.unread,
        repeated=repeated,
        folder=str(folder.absolute()),
        fingerprint=work.policy.fingerprint,
        language=work.policy.speech.language,
        on=work.on,
        layout=work.layout,
        form=work.form,
        stage=work.stage,
        programme=str(work.programme.absolute()) if work.programme is not None else None,
        same=same,
    )


def available() -> bool:
    """Whether what hands work to a cluster is installed."""
    return find_spec("distributed") is not None


def required() -> None:
    """Raise MissingPart, naming the extra to install, when something that a cluster needs is not installed."""
    from engine.columns import required as columns_required

    if not available():
        raise MissingPart(
            [
                Problem(
                    Place("batch --scheduler"),
                    "missing-part",
                    "a cluster needs the part `cluster` (Dask distributed), which is not installed",
                    "pip install 'forethought[cluster]'; without --scheduler, this machine does the work",
                )
            ]
        )
    columns_required()


@contextmanager
def _connected(scheduler: str, limits: Limits) -> Iterator[_Client]:
    """Yield a connection to the scheduler, and let go of everything that was asked of it at the end."""
    with _quiet():
        connect: Callable[..., _Client] = import_module("distributed").Client
        try:
            with ThreadPoolExecutor(1) as aside:
                aside.submit(asyncio.run, _knock(scheduler, limits.scheduler)).result()
            client = connect(
                scheduler, timeout=limits.scheduler, set_as_default=False, direct_to_workers=False, name="forethought"
            )
        except Exception as error:  # noqa: BLE001 - refused, unknown host, no certificate, another protocol: all the same
            what = f"no Dask scheduler answers here within {limits.scheduler:g} seconds ({type(error).__name__})"
            help = "is it running, and can this machine reach it? for tls://, are the certificates in Dask's settings?"
            raise Unusable([Problem(Place(scheduler), "no-scheduler", what, help)]) from None
        try:
            yield client
        finally:
            # Leaving must not take long when the scheduler is gone; what it holds for a client that left, it forgets.
            with suppress(Exception):
                client.close(timeout=limits.leaving)


async def _knock(scheduler: str, seconds: float) -> None:
    """Connect once within a time limit: the library's own holds until the line is up, not until somebody answers."""
    distributed = import_module("distributed")
    arguments = distributed.Security().get_connection_args("client")
    line = await asyncio.wait_for(distributed.comm.connect(scheduler, timeout=seconds, **arguments), seconds)
    line.abort()


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library's own lines and warnings off standard error: whatever matters in them is told as a problem."""
    import_module("distributed")  # it sets the levels when it is first imported
    loggers = [logging.getLogger(name) for name in ("distributed", "distributed.client", "tornado.application")]
    levels = [logger.level for logger in loggers]
    try:
        for logger in loggers:
            logger.setLevel(logging.CRITICAL + 1)
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module="distributed", category=UserWarning)
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


class _Cluster:
    """A cluster that is connected to, and what is asked of it."""

    def __init__(self, client: _Client, scheduler: str, errand: Errand, limits: Limits) -> None:
        self.client = client
        self.scheduler = scheduler
        self.errand = errand
        self.limits = limits
        self._worker_seen = time.monotonic()

    def workers(self) -> int:
        """Return how many workers there are. Raises Unusable when there has been none for too long, or no answer."""
        try:
            said = self.client.sync(self.client.scheduler.identity, n_workers=0, callback_timeout=self.limits.answer)
            count = int(said["n_workers"])
        except Exception as error:  # noqa: BLE001 - in whichever way the connection was lost
            raise self._lost(error) from None
        now = time.monotonic()
        if count:
            self._worker_seen = now
        elif now - self._worker_seen > self.limits.workers:
            what = f"the scheduler has had no worker for {self.limits.workers:g} seconds"
            raise self._unusable("no-workers", what, f"start some: `dask worker {self.scheduler}`")
        return count

    def greet(self, token: str) -> None:
        """Ask every worker whether it is and sees the same as this machine. Raises Unusable."""
        while not self.workers():
            time.sleep(_MOMENT)
        try:
            answers = self.client.run(seen, self.errand, token, on_error="return", callback_timeout=self.limits.answer)
        except TimeoutError:
            what = f"not every worker answered within {self.limits.answer:g} seconds"
            raise self._unusable(
                "no-answer", what, "one hangs, or cannot reach the shared folder: restart it"
            ) from None
        except Exception as error:  # noqa: BLE001 - in whichever way the connection was lost
            raise self._lost(error) from None
        problems = [found for worker in sorted(answers) for found in self._wrong_with(worker, answers[worker], token)]
        if problems:
            raise Unusable(problems)

    def _wrong_with(self, worker: str, answer: object, token: str) -> Iterator[Problem]:
        """Yield why a worker cannot be used, by what it answered."""
        version = self.errand.same.engine
        match answer:
            case str(name):
                if not token_in(Path(self.errand.folder) / name, token, self.limits.shared):
                    what = f"what it writes into {self.errand.folder} cannot be read here"
                    yield Problem(Place(worker), "folder-not-shared", what, SHARED)
            case tuple(problems):
                for problem in problems:
                    about = "" if problem.place == WORKER else f"{problem.place}: "
                    yield problem._replace(place=Place(worker), message=about + problem.message)
            case OSError():
                # It has gone since it was asked: others do its parts, and whoever comes later is asked with each part.
                return
            case _:
                what = f"Forethought {version} cannot be reached in this worker ({type(answer).__name__})"
                help = f"pip install 'forethought[cluster]=={version}' in its environment, and start it again"
                yield Problem(Place(worker), "not-usable", what, help)

    def screened(self, every: Sequence[Piece], report: Callable[[Progress], None]) -> list[Done]:
        """Have every part screened; one whose worker is lost is begun again on another.

        Raises what a part failed with, and Unusable when the scheduler or every worker is lost.
        """
        arrived: SimpleQueue[_Future] = SimpleQueue()
        rows = sum(piece.length for piece in every)
        # Whoever drops a future has the cluster forget the part.
        waiting = self._begin(every, 0, arrived)
        begun_again = Counter[int]()
        done: list[Done] = []
        workers, looked = 0, float("-inf")
        while waiting:
            if time.monotonic() - looked > _MOMENT:
                workers, looked = self.workers(), time.monotonic()
            report(Progress(sum(part.rows for part in done), rows, sum(part.unread for part in done), workers))
            try:
                future = arrived.get(timeout=_MOMENT)
            except Empty:
                continue
            match self._answer(future):
                case Done() as part:
                    done.append(part)
                    del waiting[future.key]
                case _Not.YET:
                    future.add_done_callback(arrived.put)
                case _Not.EVER:
                    piece, _ = waiting.pop(future.key)
                    begun_again[piece.number] += 1
                    if begun_again[piece.number] > self.limits.again:
                        what = f"the workers that screened {piece} died, one after the other"
                        raise self._unusable("deadly-part", what, "do they have enough memory? see what they print")
                    waiting |= self._begin([piece], begun_again[piece.number], arrived)
                case never:
                    assert_never(never)
        report(Progress(rows, rows, sum(part.unread for part in done), workers))
        return done

    def _begin(self, some: Sequence[Piece], again: int, arrived: SimpleQueue[_Future]) -> dict[str, _Waiting]:
        """Hand parts to the cluster. A part has one key, whatever becomes of its workers: it is never two tasks."""
        run = Path(self.errand.folder).name.rpartition("-")[2]
        keys = [f"forethought-part-{run}-{piece.number:05d}-{again}" for piece in some]
        futures = self.client.map(screened_part, [self.errand] * len(some), some, key=keys, pure=False)
        for future in futures:
            future.add_done_callback(arrived.put)
        return {key: _Waiting(piece, future) for key, piece, future in zip(keys, some, futures, strict=True)}

    def _answer(self, future: _Future) -> Done | _Not:
        """Return what came of a part. Raises what it failed with."""
        from distributed import KilledWorker

        try:
            answer = future.result(timeout=self.limits.answer)
        except TimeoutError:
            # The worker was lost before it could hand over its answer, and another one is at it.
            return _Not.YET
        except KilledWorker:
            return _Not.EVER
        except Exception as error:  # noqa: BLE001 - fail closed; its text may hold anything
            if future.cancelled() or isinstance(error, OSError):
                raise self._lost(error) from None
            what = f"a part could not be begun or its answer not be read ({type(error).__name__}); nothing is written"
            raise self._unusable("no-answer", what, "see what the workers print") from None
        match answer:
            case Done():
                return answer
            case Failed(_, problems, code):
                raise _FAILURES.get(code, NoRecommendation)(problems)
            case never:
                assert_never(never)

    def _lost(self, error: BaseException) -> Unusable:
        what = f"the connection to the scheduler was lost ({type(error).__name__}); nothing is written"
        return self._unusable("scheduler-lost", what, "start it again, and then begin again")

    def _unusable(self, slug: str, what: str, help: str) -> Unusable:
        return Unusable([Problem(Place(self.scheduler), slug, what, help)])
