"""What one machine gives, a cluster gives: with real workers, one of them killed, and with clusters of no use."""

from __future__ import annotations

import random
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from engine import api
from engine.batch.cluster import Limits, Progress, Unusable, Work, check_address, screen_on
from engine.batch.forms import Form
from engine.batch.parts import pieces
from engine.batch.pipeline import Layout, finished
from engine.batch.reading import read
from engine.batch.run import Job, run
from engine.errors import Exit, ForethoughtError, MissingPart
from tests.batch.loopback import PATIENCE, Loopback, dies

FOLDER = Path(__file__).parents[1] / "loading" / "good"
POLICY = api.load_policy(FOLDER)
ON = date(2026, 11, 22)
ROWS = 360
PARTS = 9
SLOW = Limits(scheduler=PATIENCE, workers=PATIENCE, answer=PATIENCE, shared=PATIENCE)
EVERYTHING = list(range(1, ROWS + 1))


def cases(folder: Path) -> Path:
    """Write a table of two stages with rows that cannot be read, and one reference in two parts far from each other."""
    chance = random.Random(5)
    asked = [question for question in POLICY.questions.values() if question.stage == "start" and not question.several]
    columns: dict[str, list[str | None]] = {
        "case": [f"K-{number:04}" for number in EVERYTHING],
        # The first parts are of one stage only; their columns must be those of both.
        "stage": ["start" if number <= ROWS // 3 else chance.choice(["start", "during"]) for number in EVERYTHING],
    }
    for question in asked:
        source = chance.choice(["client", "partner-support"])
        columns[f"{question.id}@{source}"] = [chance.choice([None, *question.answers]) for _ in EVERYTHING]
    columns["case"][3] = columns["case"][ROWS - 2]
    columns["stage"][ROWS // 2] = "sometime"
    pl.DataFrame(columns).write_parquet(folder / "cases.parquet", row_group_size=100)
    return folder / "cases.parquet"


def work(source: Path, folder: Path, layout: Layout = Layout.LISTS, form: Form = Form.PARQUET) -> Work:
    table = read(source, Form.PARQUET, POLICY, ON, name="cases.parquet")
    return Work(source, table, POLICY, FOLDER, ON, layout, form, folder, part_rows=-(-ROWS // PARTS))


def on_one_machine(asked: Work) -> pl.DataFrame:
    return finished(asked.table, POLICY, ON, asked.layout, form=asked.form).collect()


def on_a_cluster(address: str, asked: Work, limits: Limits = SLOW) -> tuple[pl.DataFrame, list[Progress]]:
    told: list[Progress] = []
    with screen_on(address, asked, told.append, limits) as done:
        assert (done.rows, done.unread) == (ROWS, 3)
        return done.table.collect(), told


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def shared(place: Path) -> Path:
    (place / "shared").mkdir()
    return place / "shared"


@contextmanager
def started(place: Path, **environment: str) -> Iterator[Loopback]:
    """Have a cluster of one's own, without workers."""
    (place / "cluster").mkdir()
    loopback = Loopback(place / "cluster", **environment)
    try:
        yield loopback
    finally:
        loopback.stop()


@contextmanager
def refused(code: Exit, match: str) -> Iterator[None]:
    with pytest.raises(Unusable, match=match) as error:
        yield
    assert error.value.exit_code is code


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cases(tmp_path_factory.mktemp("cases"))


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loopback]:
    """Have a scheduler with one worker that nothing happens to."""
    loopback = Loopback(tmp_path_factory.mktemp("cluster"))
    try:
        loopback.worker()
        yield loopback
    finally:
        loopback.stop()


def test_two_workers_give_the_very_rows_that_one_machine_gives(cluster: Loopback, source: Path, tmp_path: Path) -> None:
    with cluster.also("", beside=1):
        for layout, form in ((Layout.LISTS, Form.CSV), (Layout.TRUTHS, Form.PARQUET), (Layout.LISTS, Form.JSON_LINES)):
            asked = work(source, tmp_path, layout, form)
            rows, told = on_a_cluster(cluster.address, asked)
            assert_frame_equal(rows, on_one_machine(asked))
            assert told[0] == Progress(0, ROWS, 0, 2)
            assert told[-1] == Progress(ROWS, ROWS, 3, 2)
            assert all(one.rows <= two.rows for one, two in pairwise(told))
            assert left(tmp_path) == []


@pytest.mark.parametrize("state", ["executing", "memory"])
def test_a_worker_that_is_killed_half_way_loses_nothing_and_doubles_nothing(
    cluster: Loopback, source: Path, tmp_path: Path, state: str
) -> None:
    asked = work(source, tmp_path)
    with cluster.also(dies(state, times=2), beside=1) as (victim,):
        with screen_on(cluster.address, asked, lambda _: None, SLOW) as done:
            assert victim.wait(PATIENCE) == -signal.SIGKILL
            rows = done.table.collect()
            written = len(list(tmp_path.glob("*/part-*.parquet")))
        assert rows["row"].to_list() == EVERYTHING
        assert_frame_equal(rows, on_one_machine(asked))
        # A part that was written when its worker died is written once more, and of the two files one is read.
        # What the victim wrote and could not tell was written once more, and of the two files one is read.
        assert written >= PARTS + (state == "memory")
        assert left(tmp_path) == []


def test_a_part_whose_worker_died_is_begun_again_and_not_for_ever(source: Path, tmp_path: Path) -> None:
    asked = work(source, shared(tmp_path))
    deadly = dies("executing", times=1)
    # The scheduler gives a part up when one worker has died of it.
    with started(tmp_path, DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0") as loopback:
        with loopback.also(deadly), refused(Exit.MISSING_PART, r"deadly-part.*rows \d+ to \d+ died"):
            on_a_cluster(loopback.address, asked, SLOW._replace(again=0))
        assert left(asked.folder) == []
        with loopback.also("", deadly):
            rows, _ = on_a_cluster(loopback.address, asked, SLOW)
        assert rows["row"].to_list() == EVERYTHING


def test_workers_that_cannot_screen_the_same_are_refused_before_any_part(
    cluster: Loopback, source: Path, tmp_path: Path
) -> None:
    other_version = "import engine\nengine.__version__ = '0.0.9'\n"
    no_polars = "import sys\nsys.modules['polars'] = None\n"
    no_forethought = "import sys\nsys.modules['engine'] = None\n"
    asked = work(source, tmp_path)
    with cluster.also(other_version, no_polars, no_forethought, beside=1), pytest.raises(Unusable) as error:
        on_a_cluster(cluster.address, asked)
    assert error.value.exit_code is Exit.MISSING_PART
    assert sorted(problem.slug for problem in error.value.problems) == ["another-version", "missing-part", "not-usable"]
    assert len({problem.place for problem in error.value.problems}) == 3
    assert left(tmp_path) == []


@pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="needs a path that leads elsewhere in each process")
def test_workers_that_see_another_file_or_folder_are_refused(
    cluster: Loopback, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    here = Path("/proc/self/cwd")
    with refused(Exit.MISSING_PART, "folder-not-shared"):
        on_a_cluster(cluster.address, work(source, here))
    mine = cases(tmp_path)
    with refused(Exit.MISSING_PART, r"unreadable-file.*cases\.parquet: "):
        on_a_cluster(cluster.address, replace(work(mine, tmp_path), source=here / mine.name))
    pl.read_parquet(mine).head(5).write_parquet(cluster.folder / mine.name)
    with refused(Exit.MISSING_PART, "another-file"):
        on_a_cluster(cluster.address, replace(work(mine, tmp_path), source=here / mine.name))
    assert left(tmp_path) == [mine.name]


def test_a_part_that_fails_ends_the_run_and_no_answer_comes_out_of_it(cluster: Loopback, tmp_path: Path) -> None:
    source = cases(tmp_path)
    whole = source.read_bytes()
    asked = work(source, shared(tmp_path))
    # Rows in the middle are damaged; the footer, by which the file is known, is not.
    source.write_bytes(whole[: len(whole) // 2] + b"\0" * 200 + whole[len(whole) // 2 + 200 :])
    with pytest.raises(ForethoughtError) as error:
        on_a_cluster(cluster.address, asked)
    assert error.value.exit_code in {Exit.INTERNAL, Exit.BAD_DATA}
    told = str(error.value) + cluster.logged()
    assert not any(f"K-{number:04}" in told for number in EVERYTHING)
    assert left(asked.folder) == []


def test_an_interrupt_leaves_nothing_behind_and_the_cluster_free(
    cluster: Loopback, source: Path, tmp_path: Path
) -> None:
    def interrupted(progress: Progress) -> None:
        if progress.rows:
            signal.raise_signal(signal.SIGINT)

    asked = work(source, tmp_path)
    # Whoever started the tests may have left the signal ignored, as a shell does for what runs in the background.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt), screen_on(cluster.address, asked, interrupted, SLOW):
            pass
    finally:
        signal.signal(signal.SIGINT, before)
    assert left(tmp_path) == []
    rows, _ = on_a_cluster(cluster.address, asked)
    assert rows["row"].to_list() == EVERYTHING


def test_rows_from_a_cluster_are_written_and_checked_as_any_others(
    cluster: Loopback, source: Path, tmp_path: Path
) -> None:
    asked = work(source, tmp_path, form=Form.CSV)
    job = Job(asked.table, POLICY, ON, asked.layout, asked.form, check=20)
    run(job, tmp_path / "one.csv", api.screen, lambda _: None)
    with screen_on(cluster.address, asked, lambda _: None, SLOW) as done:
        written = run(job, tmp_path / "two.csv", api.screen, lambda _: None, rows=done.table)
    assert written.checked == 20
    assert left(tmp_path) == ["one.csv", "two.csv"]
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()


def test_a_cluster_without_workers_and_one_whose_scheduler_is_lost_end_the_run(source: Path, tmp_path: Path) -> None:
    asked = work(source, shared(tmp_path))
    with started(tmp_path) as loopback:
        with refused(Exit.MISSING_PART, "no-workers"):
            on_a_cluster(loopback.address, asked, SLOW._replace(workers=0.1))

        def lost(progress: Progress) -> None:
            if progress.rows:
                loopback.scheduler.kill()

        with (
            loopback.also(""),
            refused(Exit.MISSING_PART, "scheduler-lost"),
            screen_on(loopback.address, asked, lost, SLOW),
        ):
            pass
    assert left(asked.folder) == []


@pytest.mark.parametrize("listening", [False, True])
def test_a_scheduler_that_does_not_answer_is_not_waited_for(source: Path, tmp_path: Path, listening: bool) -> None:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        if listening:
            line.listen()
        with refused(Exit.MISSING_PART, "no-scheduler"):
            on_a_cluster(
                f"tcp://127.0.0.1:{line.getsockname()[1]}", work(source, tmp_path), SLOW._replace(scheduler=0.5)
            )
    assert left(tmp_path) == []


@pytest.mark.parametrize(
    "address", ["", "tcp://", "host:8786", "http://host:8786", "tcp://host:99999", "tcp://host:1/x"]
)
def test_what_is_no_address_of_a_scheduler_is_wrong_usage(address: str) -> None:
    with pytest.raises(Unusable, match="not-an-address") as error:
        check_address(address)
    assert error.value.exit_code is Exit.USAGE


@pytest.mark.parametrize("address", ["tcp://10.0.0.7:8786", "tls://host.example.org:8786", "tcp://[::1]:1/"])
def test_an_address_as_the_scheduler_prints_it_is_taken(address: str) -> None:
    check_address(address)


def test_without_dask_the_message_names_what_to_install(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingPart, match=r"forethought\[cluster\]"):
        on_a_cluster("tcp://127.0.0.1:8786", work(source, tmp_path))
    assert left(tmp_path) == []


def test_importing_it_imports_neither_dask_nor_polars() -> None:
    heavy = "import sys, engine.batch.cluster; print({'dask', 'distributed', 'polars'} & sys.modules.keys())"
    ran = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True)
    assert ran.stdout == "set()\n"


@given(st.integers(0, 5_000), st.integers(1, 900))
def test_every_row_is_in_one_part_and_no_part_is_empty_or_too_long(rows: int, most: int) -> None:
    every = pieces(rows, most)
    assert [row for piece in every for row in range(piece.offset, piece.offset + piece.length)] == list(range(rows))
    assert all(0 < piece.length <= most for piece in every)
    assert [piece.number for piece in every] == list(range(len(every)))
