"""Every command of the tutorial does what the tutorial shows, from an empty folder to a change that is in place.

`FORETHOUGHT_REGENERATE=1 pytest tests/house/test_docs_tutorial.py` writes the outputs anew; read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house.shown import hold, pages


@pytest.mark.parametrize("page", pages("tutorial"), ids=lambda page: page.stem)
def test_the_tutorial_shows_what_its_commands_print(page: Path, tmp_path: Path) -> None:
    hold(page, tmp_path, tmp_path)
