"""`forethought batch` as it is called: tables in, a table out, and what is said beside it."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import polars as pl
import pytest
from click.testing import Result

from tests.commands.desk import CANARY, ON, ROOT, SMALL, call, process

TABLE = """\
case,stage,shares-with-partner,shares-with-partner@partner-support,people-nearby@practitioner
K-1,start,nothing,device,children
K-2,start,nothing,,nobody
K-3,start,,nothing,nobody
"""
WRONG = TABLE + f"K-4,start,{CANARY},nothing,nobody\n"


def batch(*args: str | Path, stdin: str | bytes | None = None) -> Result:
    return call("batch", "--policy", SMALL, "--on", ON, *args, stdin=stdin)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "cases.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_table_comes_out_with_a_row_a_case(table: Path, tmp_path: Path) -> None:
    found = batch(table, tmp_path / "out.csv")
    assert (found.exit_code, found.stdout) == (0, "")
    out = rows((tmp_path / "out.csv").read_text(encoding="utf-8"))
    assert [(row["case"], row["outcome"], row["text"]) for row in out] == [
        ("K-1", "against", "against online delivery"),
        ("K-2", "undetermined", "cannot recommend yet"),
        ("K-3", "conditional", "online with conditions"),
    ]
    assert out[0]["flags"] == "overheard; shared-device"
    assert out[1]["to_find_out"] == "shares-with-partner (ask partner-support)"
    assert all("not a validated instrument" in row["notice"] for row in out)
    assert "3 rows in" in found.stderr
    assert "against 1, cannot recommend yet 1, conditional 1" in found.stderr
    assert "screened singly as well, and the same in every column: 3" in found.stderr


def test_what_a_line_of_json_says_is_what_a_single_screening_says(table: Path, cases: Path) -> None:
    found = batch("--to", "jsonl", table, "-")
    assert found.exit_code == 0, found.stderr
    for line, name in zip(found.stdout.splitlines(), ("against", "undetermined", "conditional"), strict=True):
        told = json.loads(line)
        assert told["schema"] == "forethought.batch/1"
        assert told["outcome"] == name
        assert {"flags", "safeguards", "to_find_out", "contradictions", "would_have_to_change", "notice"} <= told.keys()


def test_every_form_goes_in_and_comes_out(table: Path, tmp_path: Path, cases: Path) -> None:
    for number, (source, ending) in enumerate([(table, "parquet"), (table, "jsonl"), (table, "csv")]):
        out = tmp_path / f"out-{number}.{ending}"
        assert batch(source, out).exit_code == 0
    assert pl.read_parquet(tmp_path / "out-0.parquet")["flags"].to_list()[0] == ["overheard", "shared-device"]
    pl.read_csv(table).write_parquet(tmp_path / "cases.parquet")
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    assert batch(table, first).exit_code == batch(tmp_path / "cases.parquet", second).exit_code == 0
    assert first.read_bytes() == second.read_bytes()


def test_truths_have_a_column_for_each_rule_flag_and_safeguard(table: Path, tmp_path: Path) -> None:
    assert batch("--truths", table, tmp_path / "out.csv").exit_code == 0
    out = rows((tmp_path / "out.csv").read_text(encoding="utf-8"))
    assert [row["flag:shared-device"] for row in out] == ["true", "unknown", "false"]
    assert {"rule:device-shared", "safeguard:call-back", "outcome", "notice", "error"} <= out[0].keys()


def test_standard_input_and_output_are_tables_too() -> None:
    found = batch("--from", "csv", "--to", "csv", "-", "-", stdin=TABLE)
    assert found.exit_code == 0
    assert [row["case"] for row in rows(found.stdout)] == ["K-1", "K-2", "K-3"]
    assert batch("-", "-", stdin=TABLE).exit_code == 2


def test_a_row_that_cannot_be_read_is_told_and_the_others_are_screened(tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text(WRONG, encoding="utf-8")
    found = batch(tmp_path / "cases.csv", tmp_path / "out.csv")
    assert found.exit_code == 65
    text = (tmp_path / "out.csv").read_text(encoding="utf-8")
    out = rows(text)
    assert [bool(row["error"]) for row in out] == [False, False, False, True]
    assert out[3]["outcome"] == out[3]["text"] == out[3]["flags"] == ""
    assert "cases.csv:5" in out[3]["error"]
    assert "1 row without a recommendation" in found.stderr
    assert out[3]["error"] in found.stderr
    assert CANARY not in text + found.stderr + found.stdout


def test_a_table_that_cannot_be_read_at_all_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text("case,stage,shares-with-partnr\nK-1,start,nothing\n", encoding="utf-8")
    found = batch(tmp_path / "cases.csv", tmp_path / "out.csv")
    assert found.exit_code == 65
    assert "shares-with-partner" in found.stderr
    assert not (tmp_path / "out.csv").exists()
    assert batch(tmp_path / "nowhere.csv", tmp_path / "out.csv").exit_code == 66


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", '"=1', "\uff1d1", "\u200b=1"])
def test_no_cell_begins_as_a_formula_does(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """INVARIANT (no formula): a file's name is what others choose, and errors name it."""
    folder = tmp_path / text
    folder.mkdir()
    (folder / "K-1.yaml").write_text("case: K-1\nstage: nowhere\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert batch("--from", "folder", "--", text, "out.csv").exit_code == 65
    error = rows((tmp_path / "out.csv").read_text(encoding="utf-8"))[0]["error"]
    assert error[0] == "'" or error[0] == "?"


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["{in}"], "OUT"),
        (["{in}", "{in}"], "to write over it would lose it"),
        (["{in}", "{dir}/out.xlsx"], "ends in"),
        (["{dir}/x.xlsx", "{dir}/out.csv"], "ends in"),
        (["{in}", "{dir}"], "folder"),
        (["{in}", f"{SMALL}/rules/out.csv"], "folder of the policy"),
        (["{dir}", "{dir}/out.csv", "--from", "folder"], "all read as cases"),
        (["--check", "0", "{in}", "{dir}/out.csv"], "the word none"),
        (["--check", "some", "{in}", "{dir}/out.csv"], "the word none"),
        (["--small", "0", "{in}", "{dir}/out.csv"], "--small"),
        (["--long", "{in}", "{dir}/out.csv"], "--template"),
        (["--words"], "--template"),
        (["--template", "{in}"], "no IN"),
        (["--summary", "-", "{in}", "-", "--to", "csv"], "standard output"),
        (["--scheduler", "tcp://127.0.0.1:1", "{in}", "{dir}/out.csv"], "Parquet"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(args: list[str], says: str, table: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    found = batch(*(arg.format(**{"in": table, "dir": tmp_path}) for arg in args))
    assert found.exit_code == 2, found.stderr
    assert says in " ".join(found.stderr.split())
    assert sorted(tmp_path.iterdir()) == before
    assert table.read_text(encoding="utf-8") == TABLE


def test_a_template_can_be_filled_in_and_screened(tmp_path: Path) -> None:
    for extra in ([], ["--long"]):
        printed = batch("--template", *extra)
        assert printed.exit_code == 0
        found = batch("--from", "csv", "--to", "jsonl", "-", "-", stdin=printed.stdout)
        assert found.exit_code == 0, found.stderr
        assert json.loads(found.stdout)["outcome"] == "undetermined"
        assert "people-nearby" in batch("--template", "--words", *extra).stdout


def test_without_a_check_it_says_so(table: Path, tmp_path: Path) -> None:
    found = batch("--check", "none", table, tmp_path / "out.csv")
    assert found.exit_code == 0
    assert "none was screened singly" in found.stderr


def test_without_the_column_engine_it_says_what_to_install(table: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import importlib.util as u\nfound = u.find_spec\n"
        "u.find_spec = lambda name, package=None: None if name == 'polars' else found(name, package)\n",
        encoding="utf-8",
    )
    path = os.pathsep.join((str(tmp_path), str(ROOT)))
    found = process("batch", table, tmp_path / "out.csv", env={"PYTHONPATH": path})
    assert found.returncode == 69
    assert b"forethought[bulk]" in found.stderr
    assert not (tmp_path / "out.csv").exists()


def large(folder: Path, number: int) -> Path:
    """Write a table of many cases, fast."""
    path = folder / "cases.parquet"
    pl.DataFrame({"case": [f"K-{one}" for one in range(number)]}).with_columns(
        stage=pl.lit("start"),
        **{
            "shares-with-partner@partner-support": pl.lit("nothing"),
            "people-nearby@practitioner": pl.lit("nobody"),
        },
    ).write_parquet(path)
    return path


def started(folder: Path, source: Path, *, stderr: int = subprocess.PIPE, most: int = 0) -> subprocess.Popen[bytes]:
    """Begin to screen a table as lines of JSON; `most`: how many bytes a file may have."""
    command = [sys.executable, "-m", "cli", "batch", "--policy", SMALL, "--on", ON, source, folder / "out.jsonl"]
    limited = ["prlimit", f"--fsize={most}"] if most else []
    return subprocess.Popen(
        [*limited, *map(str, command), "--check", "none"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "200"},
        stdout=subprocess.PIPE,
        stderr=stderr,
    )


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupted_run_leaves_nothing_behind(how: signal.Signals, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with started(folder, large(tmp_path, 400_000)) as run:
        while not any(path.stat().st_size for path in folder.iterdir()):
            assert run.poll() is None, run.communicate()
            time.sleep(0.01)
        run.send_signal(how)
        _, said = run.communicate(timeout=60)
    assert run.returncode == 130
    assert b"interrupted; nothing was recommended" in said
    assert b"Traceback" not in said
    assert list(folder.iterdir()) == []


def test_a_full_disk_is_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with started(folder, large(tmp_path, 20_000), most=100_000) as run:
        _, said = run.communicate(timeout=60)
    assert run.returncode == 74, said
    assert b"out.jsonl: error[cannot-write]" in said
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(table: Path, tmp_path: Path) -> None:
    found = batch(table, tmp_path / "nowhere" / "out.csv")
    assert found.exit_code == 73
    assert "cannot be written" in found.stderr


def test_at_a_terminal_a_line_tells_how_far_it_is_and_is_taken_away(tmp_path: Path) -> None:
    """A real pseudo-terminal as standard error; elsewhere nothing is said until the end."""
    theirs, ours = pty.openpty()
    said = b""
    with started(tmp_path, large(tmp_path, 20_000), stderr=ours) as run:
        os.close(ours)
        with suppress(OSError):  # The other end is closed.
            while chunk := os.read(theirs, 4096):
                said += chunk
    os.close(theirs)
    assert run.returncode == 0
    shown = said.decode().split("\r\x1b[K")
    assert "of 20,000 cases" in shown[1]
    assert " a second; against 0, cannot recommend yet 0, conditional " in shown[1]
    assert shown[-1].startswith("20,000 rows in ")


def test_elsewhere_than_at_a_terminal_there_are_no_control_characters(table: Path, tmp_path: Path) -> None:
    found = process("batch", "--policy", SMALL, "--on", ON, table, tmp_path / "out.csv")
    assert found.returncode == 0
    assert b"\x1b" not in found.stderr
    assert b"\r" not in found.stderr


def test_the_same_table_gives_the_same_bytes(table: Path, tmp_path: Path) -> None:
    """INVARIANT (replay)."""
    for ending in ("csv", "jsonl", "parquet"):
        for number in (1, 2):
            assert batch(table, tmp_path / f"{number}.{ending}").exit_code == 0
        assert (tmp_path / f"1.{ending}").read_bytes() == (tmp_path / f"2.{ending}").read_bytes()
