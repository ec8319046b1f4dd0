"""What the tests of the command line share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.desk import desk


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """Return a folder with one case of each kind."""
    return desk(tmp_path)
