"""The example cases: every case file of the fictional caseload in examples/, by its path below that folder."""

from __future__ import annotations

from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
CASE_FOLDERS = {
    "start": ("start",),
    "during": ("during",),
    "end": ("end",),
    "programmes": ("programme-start", "programme-during", "programme-end"),
    "structural": ("structural",),
}
"""The folders that hold cases, and the stages of those in each; the others hold decisions and what to begin with."""


def example_cases() -> tuple[str, ...]:
    """Return the paths of all example cases, below the folder of examples, with forward slashes."""
    return tuple(f"{folder}/{path.name}" for folder in CASE_FOLDERS for path in sorted((EXAMPLES / folder).iterdir()))
