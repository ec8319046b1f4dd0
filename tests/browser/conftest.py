"""One browser for all tests here. Where there is none they say so, and in continuous integration they fail."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.browser.browser import Browser, chromium, missing


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    lacks = missing()
    if lacks:
        reason = f"no page was looked at in a browser; missing: {', '.join(lacks)} (see .ci/set-up-browser.sh)"
        if os.environ.get("FORETHOUGHT_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    with chromium() as started:
        yield started
