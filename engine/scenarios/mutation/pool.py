"""Work shared between processes, and how far it has come."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from typing import ClassVar, Generic, NamedTuple, Self, TypeVar

from engine.errors import ForethoughtError, Problem

Progress = Callable[[int, int], None]
"""Is told how much is done, of how much."""

_Bench = TypeVar("_Bench")
_Found = TypeVar("_Found")


class Counting:
    """Tells a person how far it has come; what turns up on the way is added to what there is to do."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self.progress = progress
        self.done = 0
        self.total = total

    def more(self, number: int) -> None:
        """Add to what there is to do."""
        self.total += number

    def did(self, number: int) -> None:
        """Count something as done."""
        self.done += number
        if self.progress is not None:
            self.progress(self.done, self.total)


class _Held:
    """In a process of the pool: what it works with."""

    bench: ClassVar[object] = None


class _Failed(NamedTuple):
    """What a process has to tell: an error does not come through whole on its own."""

    kind: type[ForethoughtError]
    problems: tuple[Problem, ...]


def _begin(bench: object) -> None:
    # Whoever interrupts is answered once, by the process that was called.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Held.bench = bench


def _do(work: Callable[[_Bench, Sequence[int]], _Found], part: Sequence[int]) -> _Found | _Failed:
    bench: _Bench = _Held.bench  # type: ignore[assignment]  # the initializer has put it there
    try:
        return work(bench, part)
    except ForethoughtError as error:
        return _Failed(type(error), error.problems)


class Pool(Generic[_Bench]):
    """Processes that work on copies of one bench; with one job, this process does it all."""

    def __init__(self, bench: _Bench, jobs: int) -> None:
        self._bench = bench
        self._pool = ProcessPoolExecutor(jobs, initializer=_begin, initargs=(bench,)) if jobs > 1 else None

    def __enter__(self) -> Self:
        """Return the pool."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let the processes go; what has not begun does not begin."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def each(
        self,
        work: Callable[[_Bench, Sequence[int]], _Found],
        parts: Sequence[Sequence[int]],
        count: Counting,
    ) -> Iterator[_Found]:
        """Yield what each part comes to, in whatever order it is done. Raises the first error of any of them."""
        if self._pool is None:
            for part in parts:
                yield work(self._bench, part)
                count.did(len(part))
            return
        waiting: dict[Future[_Found | _Failed], int] = {self._pool.submit(_do, work, part): len(part) for part in parts}
        for future in as_completed(waiting):
            found = future.result()
            if isinstance(found, _Failed):
                raise found.kind(found.problems)
            yield found
            count.did(waiting[future])
