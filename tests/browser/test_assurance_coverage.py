"""The page of `policy coverage`, looked at in a real Chromium: by axe, narrow and wide, light and dark, on paper."""

from __future__ import annotations

from itertools import product

import pytest

from engine.errors import Place
from engine.model.question import Stage
from engine.model.truth import Truth
from engine.report.assurance.coverage_data import (
    CoverageSeen,
    Failed,
    FileSeen,
    LeafSeen,
    RuleSeen,
    Shown,
    Sight,
    StageSeen,
    TruthSeen,
)
from engine.report.assurance.coverage_html import coverage_html
from tests.browser.browser import Browser, View
from tests.browser.pages import HOSTILE
from tests.browser.test_pages import _TOO_WIDE, A4_IN_POINTS, BETWEEN_THE_MARGINS

VIEWS = tuple(View(scheme, width) for scheme, width in product(("light", "dark"), (360, 1200)))
LONG = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenverordnung" * 3


_SEEN_BY = (Shown("Nobody has asked", Place("features/start/devices.feature", 12)), Shown(LONG, Place(LONG, 20)))
_TEXT = f"""\
# The rules about devices. {HOSTILE}
- id: device-shared
  title: {LONG}
  when:
    any:
      - {{shares-with-partner: device}}
      - {{device-used: shared-with-partner}}
      - {{unknown: shares-with-partner}}
      - {{flag: never-unknown}}
"""


def _test(line: int, *sights: Sight) -> LeafSeen:
    truths = tuple(
        TruthSeen(truth, sight, _SEEN_BY if sight is Sight.SEEN else ())
        for truth, sight in zip(Truth, sights, strict=False)
    )
    return LeafSeen(f"test of line {line}", Place("rules/start/devices.yaml", line, 9), truths)


@pytest.fixture(scope="module")
def html() -> str:
    """Return a page with every mark and every word for what is known on it, and words that cannot be broken."""
    tests = (
        _test(6, Sight.SEEN, Sight.SEEN, Sight.SEEN),
        _test(7, Sight.SEEN, Sight.MISSING, Sight.UNDECIDED),
        _test(8, Sight.NOT_FOUND, Sight.MISSING),
        _test(9, Sight.IMPOSSIBLE, Sight.IMPOSSIBLE, Sight.IMPOSSIBLE),
    )
    stages = tuple(
        StageSeen(stage, raised=Sight.MISSING, decisive=False, lacks=("an answer is missing",), tests=tests)
        for stage in (Stage.START, Stage.DURING)
    )
    name = "rules/start/devices.yaml"
    file = FileSeen(name, _TEXT, (RuleSeen("device-shared", LONG, Place(name, 2, 3), 9, stages),))
    other = FileSeen(LONG, "# nothing in force\n", ())
    failed = Failed(_SEEN_BY[0], Place("features/start/devices.feature", 15, 5), "expected this, came: that")
    return coverage_html(CoverageSeen("small 1.0.0", "sha256:0", 3, (failed,), (file, other), _SEEN_BY, solver=True))


def test_a_page_of_coverage_asks_for_nothing_and_the_browser_has_nothing_to_complain_of(
    browser: Browser, html: str
) -> None:
    browser.open(html, VIEWS[0])
    browser.unfold()
    assert browser.requests() == []
    assert browser.complaints() == []
    kinds = browser.ask("return [...document.querySelectorAll('.lines > li')].map(each => each.className)")
    assert set(kinds) == {"", "seen", "part", "none", "cannot"}


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_axe_finds_nothing_wrong_with_coverage_and_nothing_is_too_wide(browser: Browser, html: str, view: View) -> None:
    browser.open(html, view)
    browser.unfold()
    assert browser.violations() == []
    assert browser.ask("return document.documentElement.scrollWidth") <= view.width
    assert browser.ask(_TOO_WIDE) == []


def test_the_first_stop_of_the_keyboard_leads_past_the_summary(browser: Browser, html: str) -> None:
    browser.open(html, View("light", 1200))
    browser.press("Tab")
    assert browser.ask("return document.activeElement.className") == "skip"
    browser.press("Enter")
    assert browser.ask("return document.activeElement.id") == "text"


def test_coverage_prints_on_a4_with_its_marks(browser: Browser, html: str) -> None:
    browser.open(html, View("dark", 1200))
    browser.on_paper(BETWEEN_THE_MARGINS)
    assert browser.ask(_TOO_WIDE) == []
    assert browser.ask("return [...document.querySelectorAll('.mark')].every(each => each.checkVisibility())")
    _, sizes = browser.sheets()
    assert sizes == {A4_IN_POINTS}
