"""What a cluster is given to do, what it says while it works and in the end, and how long it is waited for."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit

from engine.errors import Exit, ForethoughtError, Place, Problem
from engine.model.policy import Policy
from engine.model.question import Stage

if TYPE_CHECKING:
    import polars as pl

    from engine.batch.forms import Form
    from engine.batch.pipeline import Layout
    from engine.batch.reading import Table

_SCHEMES = ("tcp", "tls")


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be screened, and how. Every path must lead to the same on this machine and on every worker."""

    source: Path
    """A Parquet file."""
    table: Table
    """What `engine.batch.reading.read` made of it, with this policy, day, stage and programme."""
    policy: Policy
    policy_folder: Path
    """The folder that `policy` was loaded from; its files are sent along, workers need not see it."""
    on: date
    layout: Layout
    form: Form
    """What the rows will be written as; see `finished`."""
    folder: Path
    """A folder that all share and may write to: the parts stand in one of their own in it until they are joined."""
    stage: Stage | None = None
    programme: Path | None = None
    part_rows: int = 250_000


class Progress(NamedTuple):
    """How far the work is: rows of parts that are done, of how many; those not read among them; workers there."""

    rows: int
    of: int
    unread: int
    workers: int


class Finished(NamedTuple):
    """What came of it, to be read while the `with` block lasts."""

    table: pl.LazyFrame
    """As `engine.batch.pipeline.finished` gives it for the whole table on one machine, row for row: `rows` of `run`."""
    rows: int
    unread: int


class Limits(NamedTuple):
    """How long each thing is waited for, in seconds, and how often a part is begun again when its workers die."""

    scheduler: float = 20
    workers: float = 60
    answer: float = 60
    shared: float = 60
    leaving: float = 5
    again: int = 3


LIMITS: Final = Limits()


class Unusable(ForethoughtError):
    """The cluster cannot be used: its address, its scheduler, its workers. Nothing was screened."""

    exit_code = Exit.MISSING_PART


def check_address(scheduler: str) -> None:
    """Raise Unusable, as wrong usage, unless this is the address of a scheduler as it says itself when it starts."""
    with suppress(ValueError):
        parts = urlsplit(scheduler)
        bare = not (parts.path.strip("/") or parts.query or parts.fragment or parts.username or parts.password)
        if parts.scheme in _SCHEMES and parts.hostname and parts.port and bare:
            return
    error = Unusable(
        [
            Problem(
                Place("--scheduler"),
                "not-an-address",
                "this is not the address of a scheduler: expected tcp://HOST:PORT or tls://HOST:PORT",
                "`dask scheduler` prints its address when it starts",
            )
        ]
    )
    error.exit_code = Exit.USAGE
    raise error
