"""The page about speed speaks of the very versions that are measured."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bench.__main__ import MEASUREMENTS
from bench.peers.measure import REQUIREMENTS
from engine import __version__

PAGE = (Path(__file__).parents[2] / "docs" / "performance.md").read_text(encoding="utf-8")
PIN = re.compile(r"^([a-z-]+)==(\S+)", re.MULTILINE)


@pytest.mark.parametrize("file", sorted(REQUIREMENTS.glob("*.txt")), ids=lambda file: file.stem)
def test_the_page_has_a_figure_for_every_engine_in_the_version_that_is_pinned(file: Path) -> None:
    pins = PIN.findall(file.read_text(encoding="utf-8"))
    engines = [f"| {name} {version} " for name, version in pins if f"| {name} {version} " in PAGE.lower()]
    assert engines, f"docs/performance.md has no figure for any of {pins}: measure again, and put the tables in"


def test_the_page_has_figures_for_this_version() -> None:
    assert f"| Forethought {__version__} | api.screen |" in PAGE


def test_every_measurement_that_the_page_names_is_there() -> None:
    named = re.findall(r"`python -m bench ([a-z ]+)`", PAGE)
    assert named
    assert {name for names in named for name in names.split()} <= MEASUREMENTS.keys()
