"""A desk to try commands at: the small policy, cases written to a folder, the command in process or as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from cli import forethought

ROOT = Path(__file__).resolve().parents[2]
SMALL = Path(__file__).parent / "small"
ON = "2026-11-22"
CANARY = "CANARY-8f1d"

AGAINST = f"""\
case: K-1
stage: start
answers:
  shares-with-partner:
    - {{value: nothing, source: client, on: 2026-11-03}}
    - {{value: device, source: partner-support, on: 2026-11-10, note: "{CANARY} family tablet"}}
  people-nearby: {{value: [children], source: client, on: 2026-11-03}}
  hopes: {{value: "{CANARY} to stop", source: client, on: 2026-11-03}}
"""
UNDETERMINED = """\
case: K-2
stage: start
answers:
  shares-with-partner: nothing
  people-nearby: {value: [nobody], source: practitioner}
"""
CONDITIONAL = """\
case: K-3
stage: start
answers:
  shares-with-partner: {value: nothing, source: partner-support, on: 2026-11-10}
  people-nearby: {value: [nobody], source: practitioner, on: 2026-11-10}
"""
WRONG = f"""\
case: K-4
stage: start
answers:
  shares-with-partner: {{value: {CANARY}, source: client, note: "{CANARY}"}}
"""
DECISION = f"""\
case: K-1
stage: start
choice: not-online
by: A. Practitioner
on: 2026-11-22
contact: 030 123 456
review_by: 2026-12-20
conditions: [own-device]
reasons: {CANARY} she said so
"""


def desk(folder: Path) -> Path:
    """Put one case of each kind, a wrong one and a decision into a folder, and return it."""
    for name, text in {
        "against": AGAINST,
        "undetermined": UNDETERMINED,
        "conditional": CONDITIONAL,
        "wrong": WRONG,
        "decision": DECISION,
    }.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def call(*args: str | Path, stdin: str | bytes | None = None) -> Result:
    """Run the command in process."""
    return CliRunner().invoke(forethought, [str(arg) for arg in args], input=stdin)


def screening(*args: str | Path, stdin: str | bytes | None = None) -> Result:
    """Run `screen` in process, with the small policy and on a fixed day."""
    return call("screen", "--policy", SMALL, "--on", ON, *args, stdin=stdin)


def process(
    *args: str | Path, stdin: bytes = b"", env: Mapping[str, str] | None = None, cwd: Path = ROOT
) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "cli", *map(str, args)],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        timeout=120,
    )
