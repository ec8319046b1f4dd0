"""Reads a table, has it screened, and says on standard error what came of it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import click

from engine import api
from engine.batch.forms import Form, form_of
from engine.batch.pipeline import Layout
from engine.batch.reading import Table, read
from engine.batch.run import Before, Job, Written, run
from engine.columns import required
from engine.commands.batch import Asked
from engine.commands.batch_places import place_for
from engine.commands.batch_progress import Line, counts, grouped
from engine.commands.batch_summary import removed_questions_told, show_transitions, summary_form, write_summary
from engine.commands.options import STDIN, day_of, folder_of, load_policy, policy_folder, reading_file
from engine.commands.output import Output
from engine.commands.running import note
from engine.compare.caseload import named_as
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
    if asked.scheduler:
        if target is None or target[0] is None:
            what = "--scheduler puts its parts beside OUT: name a file in a folder that every worker sees."
            raise click.UsageError(what)
        from engine.batch import cluster

        # Before a large table is read.
        cluster.required()
        cluster.check_address(asked.scheduler)
    summary = _summary(asked, folder)
    policy = load_policy(asked.policy_dir, asked.lang)
    old = api.load_policy(policy_folder(Path(asked.compare)), asked.lang) if asked.compare is not None else None
    with _left_in_order():
        with removed_questions_told(old, policy):
            table = _table(asked, source_form, policy)
        for one in table.notes:
            note(one)
        out, form = target or (None, Form.PARQUET)
        before = Before(old, named_as(policy, old)) if old is not None else None
        layout = Layout.TRUTHS if asked.truths else Layout.LISTS
        job = Job(table, policy, day_of(asked.on), layout, form, asked.check, before)
        unread = table.unread
        if target is not None:
            written = _on_a_cluster(asked, job, out) if asked.scheduler and out is not None else _run(job, out)
            _say(written, asked.target or "", table, checked=asked.check is not None)
            unread = written.unread
        code = _told_of_all(asked, job, summary, old, checked=target is not None)
    return Exit.BAD_DATA if unread else code


def _told_of_all(asked: Asked, job: Job, summary: Output | None, old: Policy | None, *, checked: bool) -> Exit:
    """Write what is asked for of all cases together; rows of lists that were written have been checked already."""
    check = None if checked and job.layout is Layout.LISTS else job.check
    codes = [Exit.DONE]
    if summary is not None:
        named, small = str(asked.summary), asked.small
        codes += [write_summary(job.table, job.policy, job.on, named=named, output=summary, small=small, check=check)]
    if old is not None:
        codes += [show_transitions(job.table, old, job.policy, job.on, output=Output(None), check=check)]
    return max(codes)


def _run(job: Job, out: Path | None) -> Written:
    with _line() as line:
        return run(job, out, api.screen, line.show)


def _on_a_cluster(asked: Asked, job: Job, out: Path) -> Written:
    """Have the table screened on other machines, in parts that lie beside OUT until they are joined."""
    from engine.batch.cluster import screen_on
    from engine.batch.work import Progress as Parts
    from engine.batch.work import Work

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
        return None, form
    place_for(asked.target, asked, policy, option="OUT", other=asked.summary)
    return Path(asked.target), form


def _summary(asked: Asked, policy: Path) -> Output | None:
    """Return where the summary is to be written, if one was asked for."""
    to_stdout = [
        name
        for name, there in (
            ("OUT", asked.target == STDIN),
            ("--summary", asked.summary == STDIN),
            ("--compare", asked.compare is not None),
        )
        if there
    ]
    if len(to_stdout) > 1:
        raise click.UsageError(
            f"{' and '.join(to_stdout)} would go to standard output together: name files for the others."
        )
    if asked.summary is None:
        return None
    summary_form(asked.summary)
    return place_for(asked.summary, asked, policy, option="--summary", other=asked.target)


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


def _say(written: Written, target: str, table: Table, *, checked: bool) -> None:
    """Say what was written, and of what has no recommendation the first five."""
    outcomes: dict[Outcome, int] = {}
    for (_, outcome), number in written.outcomes.items():
        if outcome is not None:
            outcomes[outcome] = outcomes.get(outcome, 0) + number
    where = "standard output" if target == STDIN else target
    reflections = written.rows - written.unread - sum(outcomes.values())
    besides = f", a reflection {reflections:,}" if reflections else ""
    note(f"{written.rows:,} {_rows(written.rows)} in {where}: {counts(outcomes, written.unread)}{besides}")
    if checked:
        note(f"screened singly as well, and the same in every column: {written.checked:,}")
    else:
        note("none was screened singly as well: --check none")
    if written.unread:
        first = "" if written.unread <= len(written.faults) else f" The first {len(written.faults)}:"
        note(f"{written.unread:,} {_rows(written.unread)} without a recommendation, with the reason in `error`.{first}")
        for told in grouped(written.faults, table.name, table.before):
            note(f"  {told}")


def _rows(number: int) -> str:
    return "row" if number == 1 else "rows"


@contextmanager
def _left_in_order() -> Iterator[None]:
    """Take being told to end, or the terminal being closed, as an interruption: what was begun is cleared away.

    The column engine is a long call that only an interruption ends, so a thread makes one of every such signal.
    """
    signals = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    ours, theirs = os.pipe()
    os.set_blocking(theirs, False)

    def interrupt() -> None:
        while told := os.read(ours, 1):
            if told[0] in signals:
                os.kill(os.getpid(), signal.SIGINT)

    try:
        woken = signal.set_wakeup_fd(theirs, warn_on_full_buffer=False)
    except ValueError:
        # Not the main thread: whoever runs us there sees to signals.
        os.close(theirs)
        os.close(ours)
        yield
        return
    before = {one: signal.signal(one, lambda _number, _frame: None) for one in signals}
    watching = Thread(target=interrupt, daemon=True)
    watching.start()
    try:
        yield
    finally:
        signal.set_wakeup_fd(woken)
        for one, was in before.items():
            signal.signal(one, was)
        os.close(theirs)
        watching.join()
        os.close(ours)
