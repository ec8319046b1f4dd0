"""Loading a policy of 1,000 rules in a process of its own: from its files, and from what an earlier run kept."""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bench.figures import Figure
from engine.model.policy import Policy
from engine.testing.generate import Size, random_policy
from engine.testing.write import write_policy

ROOT = Path(__file__).parent.parent
SIZE = Size(questions=300, programme_questions=3, flags=150, rules=1000, safeguards=30, depth=2)
ROUNDS = 5
# Processor time of everything that loading takes, what it has to import included.
LOAD = """
import sys, time
from pathlib import Path
from engine import api
started = time.process_time()
api.load_policy(Path(sys.argv[1]), None, Path(sys.argv[2]) if len(sys.argv) > 2 else None)
print(time.process_time() - started)
"""


def large() -> Policy:
    """Return a policy of about 1,000 rules and 300 questions, the same every time."""
    rng = Random(1000)
    drawn = (random_policy(rng, SIZE) for _ in range(60))
    return max(drawn, key=lambda policy: min(len(policy.rules) / SIZE.rules, len(policy.questions) / SIZE.questions))


def loading() -> tuple[Figure, ...]:
    """Measure it."""
    policy = large()
    with TemporaryDirectory() as place:
        folder, kept = write_policy(policy, Path(place, "policy")), Path(place, "kept")
        size = sum(path.stat().st_size for path in folder.rglob("*.yaml"))
        from_files = statistics.median(_seconds(folder) for _ in range(ROUNDS))
        first = _seconds(folder, kept)
        from_kept = statistics.median(_seconds(folder, kept) for _ in range(ROUNDS))
    named = f"loading a policy of {len(policy.rules)} rules ({size / 1000:,.0f} KB) in a new process"
    return (
        Figure(f"{named}, checked from its files", f"{from_files * 1000:.0f} ms", "under a second"),
        Figure("the same, and kept for the next run", f"{first * 1000:.0f} ms"),
        Figure("the same, from what the run before kept", f"{from_kept * 1000:.0f} ms"),
    )


def _seconds(*args: Path) -> float:
    command = [sys.executable, "-c", LOAD, *map(str, args)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)  # noqa: S603 - our own command
    return float(ran.stdout)
