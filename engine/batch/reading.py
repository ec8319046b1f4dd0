"""A table of cases to answer sheets: a row a case, with what is wrong with each row that cannot be screened.

INVARIANT (no-silence): every row of the table is a row of the sheets; what could hold an answer and is not read is an
error, of the row or of the whole table. Messages say where and what was expected, never what stands there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from engine.batch.forms import Form
from engine.batch.heading import is_long, long_problems, wide_heads
from engine.batch.long_rows import by_case
from engine.batch.one_by_one import Item, Reading, of_folder, of_lines, reading
from engine.batch.profiles import profiles
from engine.batch.records import Csv, open_csv, opened
from engine.columns import required
from engine.columns.slots import CASE
from engine.columns.tables.heads import Kind, named
from engine.errors import BadData, NoInput, Place, Problem
from engine.model.policy import Policy
from engine.model.question import Stage

if TYPE_CHECKING:
    import polars as pl

    from engine.columns.tables.stored import Block, Stored
    from engine.columns.tables.wide import Wide

__all__ = ["Table", "part", "read", "recoded"]

_HELD = 64 << 20
"""Up to this many bytes, a CSV file is kept in memory; a larger one is read anew in each pass."""
_RECORDS = 20_000
_MOST_PROFILES = 1_000
_MOST_MENTIONED = 1_000_000


class Table(NamedTuple):
    """Cases as answer sheets (`engine.columns.slots`), in the order of `row`.

    `stages` are those of the rows without error; `rows` counts all rows, `unread` those with one. `repeated` are the
    references that stand in several rows. `notes` are for the person who named the table. `before` stands between
    its name and the number of a row where the place of one is named; None where rows have no numbers.
    """

    sheets: pl.LazyFrame
    stages: tuple[Stage, ...]
    rows: int
    unread: int
    name: str
    repeated: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    before: str | None = ": row "


def read(
    source: Path | bytes,
    form: Form,
    policy: Policy,
    on: date,
    *,
    name: str,
    stage: Stage | None = None,
    programme: Path | None = None,
) -> Table:
    """Return the cases of a table for screening on the day `on`; bytes are what came through standard input.

    `stage` and `programme` (a profile's file) are those of every row. Raises BadData for what is wrong with the whole
    table, every problem at once; NoInput; MissingPart.
    """
    required()
    folder = None if isinstance(source, bytes) else source.parent
    told = _Told(policy, on, name, stage, programme, folder)
    if form is not Form.FOLDER and not isinstance(source, bytes) and source.exists() and not source.is_file():
        # A pipe can be read once only: whatever was read before would be missing from each later pass.
        with opened(source, name) as pipe:
            source = pipe.read()
    match form:
        case Form.CSV:
            return _csv(source, told)
        case Form.PARQUET:
            return _parquet(source, told)
        case Form.JSON_LINES:
            return _one_by_one(of_lines(source, folder, _how(told)), told)
        case Form.FOLDER:
            items, notes = of_folder(Path(name) if isinstance(source, bytes) else source, _how(told))
            return _one_by_one(items, told, notes, marked=True)


def part(  # noqa: PLR0913 - what `read` takes, and which rows
    source: Path,
    policy: Policy,
    on: date,
    *,
    name: str,
    offset: int,
    length: int,
    repeated: frozenset[str],
    stage: Stage | None = None,
    programme: Path | None = None,
) -> Table:
    """Return `length` rows of a Parquet file from `offset` (counted from 0), as `read` would.

    `repeated` is what `read` found in the whole file. Raises as `read` does.
    """
    required()
    return _parquet(source, _Told(policy, on, name, stage, programme, source.parent), (offset, length), repeated)


def recoded(sheets: pl.LazyFrame, old: Policy, new: Policy, on: date, prefix: str) -> pl.LazyFrame:
    """Return sheets read under the policy `new` with what `old` makes of the same rows, under a prefix."""
    from engine.columns.tables.recoded import recoded

    return recoded(sheets, old, new, on, prefix)


class _Told(NamedTuple):
    """What a table is read with."""

    policy: Policy
    on: date
    name: str
    stage: Stage | None
    programme: Path | None
    folder: Path | None


def _csv(source: Path | bytes, told: _Told) -> Table:
    from engine.columns.tables import stored
    from engine.columns.tables.faults import Place as RowPlace
    from engine.columns.tables.stored import Block
    from engine.columns.tables.wide import Wide

    file = open_csv(source, told.name)
    notes = () if file.separator == "," else (f"{told.name}: its cells are separated by {_SEPARATORS[file.separator]}",)
    count = None
    mentioned: set[str] = set()
    if is_long(file.header, told.policy):
        problems = long_problems(file.header, file.place, stage_told=told.stage is not None)
        if problems:
            raise BadData(problems)
        rows = by_case(file, told.policy, told.on)
        block = Block(rows.lines, rows.cells, rows.faults)
        heads = rows.heads
        table = stored.text(lambda: iter([block]), [head.name for head in heads], held=True)
    else:
        heads, problems = wide_heads(file.header, told.policy, file.place, stage_told=told.stage is not None)
        if problems:
            raise BadData(problems)
        size = len(source) if isinstance(source, bytes) else source.stat().st_size
        table = stored.text(lambda: _blocks(file, mentioned), file.header, held=size <= _HELD)
        if not table.held:
            # Once before Polars reads it: what is wrong with the file as a whole is an error of ours.
            count = sum(len(block.rows) + len(block.plain.rows) for block in _blocks(file, mentioned) if block.plain)
    wide = Wide(heads, told.policy, told.on, RowPlace(told.name), told.stage)
    found = _table(table, wide, told, passes=1, count=count, mentioned=mentioned)
    return found._replace(notes=(*notes, *found.notes))


_SEPARATORS = {";": "semicolons", "\t": "tabs"}


def _blocks(file: Csv, mentioned: set[str]) -> Iterator[Block]:
    """Yield the rows; what may be the reference of one that cannot be cut into cells is added to `mentioned`."""
    from engine.columns.tables.stored import Block, Plain

    width = len(file.header)
    first = file.header.index(CASE) == 0
    for numbers, lines, records in file.chunks(_RECORDS):
        rows = [
            record.cells if not record.fault else [record.reference if first else None, *[None] * (width - 1)]
            for record in records
        ]
        mentioned.update(*(record.mentioned for record in records))
        _hold(mentioned, file.name)
        yield Block(
            [record.line for record in records],
            list(zip(*rows, strict=True)) if rows else [()] * width,
            [f"{file.name}:{record.line}: {record.fault}" if record.fault else None for record in records],
            Plain(numbers, lines, file.separator),
        )


def _hold(mentioned: set[str], name: str) -> None:
    if len(mentioned) > _MOST_MENTIONED:
        what = "so many rows cannot be read that nobody can say which cases they belong to"
        raise BadData([Problem(Place(name), "unreadable-rows", what, "check that this is the table that was meant")])


def _how(told: _Told) -> Reading:
    return reading(told.policy, told.on, told.name, told.stage, told.programme)


def _one_by_one(items: Iterable[Item], told: _Told, notes: Iterable[str] = (), *, marked: bool = False) -> Table:
    """Return cases that were each read on their own as a table. `marked`: a repeated reference is a fault already."""
    from engine.columns.tables import cased, counting
    from engine.columns.tables.faults import Place as RowPlace
    from engine.columns.tables.faults import with_mentioned, with_repeated

    waiting, blocks = iter(items), []
    counts: Counter[str] = Counter()
    mentioned: set[str] = set()
    while some := list(islice(waiting, _RECORDS)):
        counts.update(item.reference for item in some if item.reference is not None)
        mentioned.update(*(item.mentioned for item in some))
        _hold(mentioned, told.name)
        read = [(item.row, item.case) for item in some if item.case is not None]
        faults = [cased.Fault(item.row, item.fault, item.reference) for item in some if item.case is None]
        blocks.append(cased.sheets([row for row, _ in read], [case for _, case in read], faults, told.policy))
    if not blocks:
        raise BadData([_no_rows(told.name)])
    repeated = frozenset(reference for reference, count in counts.items() if count > 1)
    whole = cased.joined(blocks)
    made = whole.lazy()
    if not marked:
        made = with_mentioned(made, counting.read_of(made, mentioned), RowPlace(told.name))
        made = counting.held(with_repeated(made, repeated, RowPlace(told.name)))
    stages, unread = counting.stages_and_unread(made)
    return Table(made, stages, len(whole), unread, told.name, repeated, tuple(notes), None if marked else ":")


def _no_rows(name: str) -> Problem:
    return Problem(Place(name), "no-rows", "no case stands in the table", "write a row for each case below the header")


def _parquet(
    source: Path | bytes, told: _Told, rows: tuple[int, int] | None = None, repeated: frozenset[str] | None = None
) -> Table:
    from engine.columns.tables import stored
    from engine.columns.tables.faults import Place as RowPlace
    from engine.columns.tables.wide import Wide, misfits

    with _parquet_faults(told.name):
        table = stored.parquet(source)
    place = Place(told.name)
    heads, problems = wide_heads(tuple(table.kinds), told.policy, lambda _: place, stage_told=told.stage is not None)
    wide = Wide(heads, told.policy, told.on, RowPlace(told.name, ": row "), told.stage)
    problems += [Problem(place, "wrong-type", what, help) for _, what, help in misfits(table.kinds, wide)]
    if problems:
        raise BadData(problems)
    if rows is not None:
        table = table._replace(rows=table.rows.slice(*rows))
    with _parquet_faults(told.name):
        return _table(table, wide, told, repeated)


def _table(
    table: Stored,
    wide: Wide,
    told: _Told,
    repeated: frozenset[str] | None = None,
    *,
    passes: int | None = None,
    count: int | None = None,
    mentioned: set[str] | None = None,
) -> Table:
    from engine.columns.tables import counting
    from engine.columns.tables.faults import with_mentioned, with_repeated
    from engine.columns.tables.repeated import MOST, TooMany
    from engine.columns.tables.wide import sheets

    rows = counting.rows(table) if count is None else count
    if not rows:
        raise BadData([_no_rows(told.name)])
    names = named(wide.heads, Kind.PROGRAMME)
    paths = counting.distinct(table, names, _MOST_PROFILES) if names is not None else []
    if len(paths) > _MOST_PROFILES:
        what = f"the table names more than {_MOST_PROFILES:,} profiles"
        raise BadData([Problem(Place(told.name), "too-many-profiles", what, "split the table by programme")])
    found = profiles(paths, told.folder, told.programme, told.policy, told.on)
    wide = wide._replace(programmes=found.programmes)
    if repeated is None:
        try:
            repeated = counting.repeated_in(table, wide.heads, rows, passes)
        except TooMany:
            what = f"more than {MOST:,} references stand in several rows"
            help = "a table has one row a case, or the columns case, stage, question, source, value, on"
            raise BadData([Problem(Place(told.name), "repeated-references", what, help)]) from None
    made = sheets(table.rows, table.kinds, wide)
    if mentioned is not None:
        mentioned |= counting.misspelt(table, wide.heads)
        _hold(mentioned, told.name)
        made = with_mentioned(made, counting.read_of(made, mentioned), wide.place)
    made = with_repeated(made, repeated, wide.place)
    made = counting.held(made) if table.held else made
    stages, unread = counting.stages_and_unread(made)
    return Table(made, stages, rows, unread, told.name, repeated, found.notes, wide.place.before)


@contextmanager
def _parquet_faults(name: str) -> Iterator[None]:
    from engine.columns.tables.stored import Broken, whole

    try:
        with whole():
            yield
    except Broken:
        what = "this is not a Parquet file, or it is damaged"
        raise BadData(
            [Problem(Place(name), "not-parquet", what, "write it anew, or say its form with --from")]
        ) from None
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise NoInput([Problem(Place(name), "cannot-read", f"this cannot be read: {why}", "check the name")]) from None
