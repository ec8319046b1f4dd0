"""Reads a table, has it screened, and says on standard error what came of it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click

from engine import api
from engine.batch.forms import Form, form_of
from engine.batch.pipeline import Layout
from engine.batch.reading import Table, read
from engine.batch.run import Job, Written, check_only, run
from engine.columns import required
from engine.commands.batch import Asked
from engine.commands.batch_progress import Line, counts
from engine.commands.options import STDIN, day_of, folder_of, load_policy, output_for, reading_file
from engine.commands.running import note
from engine.errors import BadData, Exit, NoInput, Place, Problem
from engine.model.policy import Outcome, Policy
from engine.model.question import Stage


def run_batch(asked: Asked) -> int:
    """Do what was asked and return the exit code."""
    required()
    folder = folder_of(asked.policy_dir)
    source_form = _form(asked.source or "", asked.from_, "--from")
    target = _target(asked, folder)
    if asked.scheduler and (source_form is not Form.PARQUET or asked.source == STDIN):
        raise click.UsageError("--scheduler takes IN as a Parquet file, in a folder that every worker sees.")
    policy = load_policy(asked.policy_dir, asked.lang)
    with _left_in_order():
        table = _table(asked, source_form, policy)
        for one in table.notes:
            note(one)
        out, form = target or (None, Form.PARQUET)
        layout = Layout.TRUTHS if asked.truths else Layout.LISTS
        job = Job(table, policy, day_of(asked.on), layout, form, asked.check)
        if target is None:
            check_only(job, api.screen)
            unread = table.unread
        else:
            written = _on_a_cluster(asked, job, out) if asked.scheduler else _run(job, out)
            _say(written, asked.target or "", checked=asked.check is not None)
            unread = written.unread
    return Exit.BAD_DATA if unread else Exit.DONE


def _run(job: Job, out: Path | None) -> Written:
    with _line() as line:
        return run(job, out, api.screen, line.show)


def _on_a_cluster(asked: Asked, job: Job, out: Path | None) -> Written:
    """Have the table screened on other machines, in parts that lie beside OUT until they are joined."""
    from engine.batch.cluster import screen_on
    from engine.batch.work import Progress as Parts
    from engine.batch.work import Work

    if out is None:
        raise click.UsageError(
            "--scheduler puts its parts beside OUT: name a file in a folder that every worker sees."
        )
    work = Work(
        source=Path(str(asked.source)),
        table=job.table,
        policy=job.policy,
        policy_folder=folder_of(asked.policy_dir),
        on=job.on,
        layout=job.layout,
        form=job.form,
        folder=out.parent,
        stage=Stage(asked.stage) if asked.stage else None,
        programme=Path(asked.programme) if asked.programme else None,
    )
    with _line() as line:

        def told(parts: Parts) -> None:
            line.show_parts(parts.rows, parts.of, parts.unread, parts.workers)

        with screen_on(str(asked.scheduler), work, told) as done:
            return run(job, out, api.screen, line.show, rows=done.table)


@contextmanager
def _line() -> Iterator[Line]:
    line = Line()
    try:
        yield line
    finally:
        line.away()


def _form(name: str, told: str | None, option: str) -> Form:
    """Return the form of a table by its name; where that does not say, it is wrong usage."""
    try:
        return form_of(name if name == STDIN else Path(name), Form(told) if told else None)
    except BadData as error:
        problem = error.problems[0]
        raise click.BadParameter(f"{name}: {problem.message}; {problem.help}.", param_hint=option) from None


def _target(asked: Asked, policy: Path) -> tuple[Path | None, Form] | None:
    """Return where to write and as what; None when only counts were asked for. Nothing that is read is written over."""
    if asked.target is None:
        return None
    form = _form(asked.target, asked.to, "--to")
    if form is Form.FOLDER:
        raise click.BadParameter(
            f"{asked.target}: this is a folder; name a file that ends in .csv, .jsonl or .parquet.", param_hint="OUT"
        )
    if asked.target == STDIN:
        if asked.summary == STDIN:
            raise click.UsageError("Both OUT and --summary would go to standard output: name a file for one of them.")
        return None, form
    try:
        output_for(asked.target, asked.source, asked.programme, asked.summary, policy=policy)
        if asked.compare is not None:
            output_for(asked.target, policy=Path(asked.compare))
        if asked.source not in {None, STDIN} and Path(str(asked.source)).is_dir():
            output_for(asked.target, policy=Path(str(asked.source)))
    except click.BadParameter as error:
        error.param_hint = "OUT"
        raise
    return Path(asked.target), form


def _table(asked: Asked, form: Form, policy: Policy) -> Table:
    name = asked.source or ""
    stage = Stage(asked.stage) if asked.stage else None
    programme = Path(asked.programme) if asked.programme else None
    if name != STDIN:
        with reading_file(name):
            return read(Path(name), form, policy, day_of(asked.on), name=name, stage=stage, programme=programme)
    if sys.stdin is None:
        raise NoInput([Problem(Place("<stdin>"), "cannot-read", "standard input is closed", "name a table")])
    data = sys.stdin.buffer.read()
    return read(data, form, policy, day_of(asked.on), name="<stdin>", stage=stage, programme=programme)


def _say(written: Written, target: str, *, checked: bool) -> None:
    """Say what was written, and of what has no recommendation the first five."""
    outcomes: dict[Outcome, int] = {}
    for (_, outcome), number in written.outcomes.items():
        if outcome is not None:
            outcomes[outcome] = outcomes.get(outcome, 0) + number
    where = "standard output" if target == STDIN else target
    note(f"{written.rows:,} {_rows(written.rows)} in {where}: {counts(outcomes, written.unread)}")
    if checked:
        note(f"screened singly as well, and the same in every column: {written.checked:,}")
    else:
        note("none was screened singly as well: --check none")
    if written.unread:
        first = "" if written.unread <= len(written.faults) else f" The first {len(written.faults)}:"
        note(f"{written.unread:,} {_rows(written.unread)} without a recommendation, with the reason in `error`.{first}")
        for fault in written.faults:
            note(f"  {fault.error}")


def _rows(number: int) -> str:
    return "row" if number == 1 else "rows"


@contextmanager
def _left_in_order() -> Iterator[None]:
    """Take being told to end, or the terminal being closed, as an interruption: what was begun is cleared away."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signals = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    try:
        before = {one: signal.signal(one, interrupt) for one in signals}
    except ValueError:
        # Not the main thread: whoever runs us there sees to signals.
        before = {}
    try:
        yield
    finally:
        for one, was in before.items():
            signal.signal(one, was)
