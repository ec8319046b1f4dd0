"""The command as a process: pipes, terminals, encodings, signals, faults."""

from __future__ import annotations

import os
import pty
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.commands.desk import AGAINST, CANARY, ON, ROOT, SMALL, process

ANSI = re.compile(rb"\x1b")


def _screen(*args: str | Path) -> list[str]:
    return ["screen", "--policy", str(SMALL), "--on", ON, *map(str, args)]


def _environment(**changes: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    return {**kept, "PYTHONPATH": str(ROOT), "TERM": "xterm", **changes}


def _on_a_terminal(args: list[str], **changes: str) -> bytes:
    """Run the command with a terminal as its standard output, and return what the terminal got."""
    ours, theirs = pty.openpty()
    started = subprocess.Popen(
        [sys.executable, "-m", "cli", *args],
        stdout=theirs,
        cwd=ROOT,
        env=_environment(**changes),
        stdin=subprocess.DEVNULL,
    )
    os.close(theirs)
    got = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        got += piece
    os.close(ours)
    assert started.wait(timeout=60) == 0
    return got


def test_there_is_colour_on_a_terminal(cases: Path) -> None:
    assert ANSI.search(_on_a_terminal(_screen(cases / "against.yaml")))


@pytest.mark.parametrize("changes", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_there_is_no_colour_where_it_is_not_wanted(cases: Path, changes: dict[str, str]) -> None:
    assert not ANSI.search(_on_a_terminal(_screen(cases / "against.yaml"), **changes))


def test_there_is_no_colour_in_a_pipe(cases: Path) -> None:
    assert not ANSI.search(process(*_screen(cases / "against.yaml")).stdout)


def test_there_is_no_colour_in_a_file_even_from_a_terminal(cases: Path) -> None:
    _on_a_terminal(_screen(cases / "against.yaml", "-o", cases / "report.txt"))
    assert not ANSI.search((cases / "report.txt").read_bytes())


def test_a_note_cannot_steer_the_terminal(cases: Path) -> None:
    case = cases / "hostile.yaml"
    case.write_text(AGAINST.replace("family tablet", "\\u202e\\u200f\\u00ad [2J"))
    done = process(*_screen(case), env={"PYTHONIOENCODING": "utf-8"})
    assert done.returncode in {0, 65}
    assert not re.search("[\u202e\u200f\u00ad]", done.stdout.decode())


def test_a_long_list_piped_into_head_is_quiet(cases: Path) -> None:
    command = shlex.join([sys.executable, "-m", "cli", *_screen(*[cases / "against.yaml"] * 60)]) + " | head -1"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False, env=_environment())  # noqa: S607
    assert done.stdout == b"Forethought screening report\n"
    assert done.stderr == b""


def test_a_closed_or_full_output_is_told_without_a_traceback(cases: Path) -> None:
    for redirection in (">&-", ">/dev/full"):
        command = f"{shlex.join([sys.executable, '-m', 'cli', *_screen(cases / 'against.yaml')])} {redirection}"
        done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False, env=_environment())  # noqa: S607
        assert done.returncode == 74
        assert b"error[cannot-write]" in done.stderr
        assert b"Traceback" not in done.stderr
        assert b"Exception ignored" not in done.stderr


def test_an_encoding_that_lacks_a_character_does_not_stop_a_report(cases: Path) -> None:
    case = cases / "accents.yaml"
    case.write_text(AGAINST.replace("family tablet", "Müllers Tablet, 中文"), encoding="utf-8")
    done = process(*_screen(case), env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 0
    assert b"M\\xfcllers" in done.stdout


def test_an_interrupt_ends_quietly(cases: Path) -> None:
    started = subprocess.Popen(
        [sys.executable, "-m", "cli", *_screen("-")],
        # Whoever runs the tests in the background has left this signal ignored, and so would the command.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - one thread, one call
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=_environment(),
    )
    time.sleep(1.5)
    started.send_signal(signal.SIGINT)
    out, err = started.communicate(timeout=60)
    assert (started.returncode, out) == (130, b"")
    assert b"Traceback" not in err
    assert b"nothing was recommended" in err


FAULTY = """
import sys
import engine.commands.screen, engine.reference, engine.report.text

def broken(*args, **kwargs):
    raise ValueError("{canary}")

engine.{name} = broken
import cli
sys.argv = ["forethought", *{args!r}]
cli.main()
"""


def _faulty(name: str, args: list[str]) -> subprocess.CompletedProcess[bytes]:
    program = FAULTY.format(canary=CANARY, name=name, args=args)
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False, env=_environment()
    )


def test_a_fault_inside_gives_no_recommendation_and_none_of_its_text(cases: Path) -> None:
    done = _faulty("report.text.practitioner_text", _screen(cases / "against.yaml"))
    assert done.returncode == 70
    assert done.stdout == b""
    assert b"no recommendation was given" in done.stderr
    assert b"ValueError in " in done.stderr
    assert b"sha256:" in done.stderr
    assert b"Traceback" not in done.stderr
    assert CANARY.encode() not in done.stderr


def test_a_fault_before_any_case_is_read_is_told_in_the_same_way(cases: Path) -> None:
    done = _faulty("commands.screen.load_policy", _screen(cases / "against.yaml"))
    assert done.returncode == 70
    assert CANARY.encode() not in done.stderr


def test_a_fault_in_one_of_several_cases_is_not_silent_and_stops_no_other(cases: Path) -> None:
    done = _faulty("report.text.practitioner_text", _screen(cases / "against.yaml", cases / "wrong.yaml"))
    assert done.returncode == 70
    assert done.stdout.count(b"No report") == 2


def test_the_command_is_installed_under_its_name() -> None:
    installed = Path(sys.executable).parent / "forethought"
    if installed.exists():
        done = subprocess.run([installed, "--version"], capture_output=True, check=False)
        assert done.stdout.startswith(b"forethought ")
