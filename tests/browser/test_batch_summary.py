"""The page and the picture of a summary, in a real Chromium: by axe, narrow and wide, light and dark, on paper."""

from __future__ import annotations

from itertools import product

import pytest

from engine.report.batch.summary_html import summary_html, summary_svg
from tests.browser.browser import Browser, View
from tests.browser.pages import HOSTILE, LONG_WORD
from tests.browser.test_pages import _TOO_WIDE, A4_IN_POINTS, BETWEEN_THE_MARGINS
from tests.report.test_batch_summary import summary_of

VIEWS = tuple(View(scheme, width) for scheme, width in product(("light", "dark"), (360, 1200)))
TITLES = ("A device shared with the (ex-)partner", HOSTILE, LONG_WORD)


@pytest.mark.parametrize("title", TITLES, ids=["usual", "hostile", "long"])
@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_axe_finds_nothing_wrong_with_a_summary_and_nothing_is_too_wide(
    browser: Browser, title: str, view: View
) -> None:
    browser.open(summary_html(summary_of(title)), view)
    assert browser.requests() == []
    assert browser.complaints() == []
    assert browser.violations() == []
    assert browser.ask("return document.documentElement.scrollWidth") <= view.width
    assert browser.ask(_TOO_WIDE) == []


def test_bars_are_drawn_as_long_as_they_say_and_hatched_where_nothing_is_counted_out(browser: Browser) -> None:
    browser.open(summary_html(summary_of()), VIEWS[0])
    widths = browser.ask("""
        return [...document.querySelectorAll(".bar")].map(bar => [
            bar.previousElementSibling.textContent,
            [...bar.querySelectorAll("rect:not(.frame)")].map(rect =>
                [rect.getBoundingClientRect().width / bar.clientWidth, getComputedStyle(rect).fill]
            ),
        ])
    """)
    by_words = dict(widths)
    assert by_words["not known: kept back"] == []
    assert by_words["not known: 1,207"][0][0] == pytest.approx(1207 / 1260, abs=0.03)
    assert "hatch" in by_words["raised: fewer than 5"][0][1]
    assert "hatch" not in by_words["raised: 31"][0][1]


def test_the_first_stop_of_the_keyboard_leads_past_what_every_summary_says(browser: Browser) -> None:
    browser.open(summary_html(summary_of()), View("light", 1200))
    browser.press("Tab")
    assert browser.ask("return document.activeElement.className") == "skip"
    browser.press("Enter")
    assert browser.ask("return document.activeElement.id") == "text"


def test_a_summary_prints_on_a4_with_its_bars(browser: Browser) -> None:
    browser.open(summary_html(summary_of()), View("dark", 1200))
    browser.on_paper(BETWEEN_THE_MARGINS)
    assert browser.ask(_TOO_WIDE) == []
    assert browser.ask("return [...document.querySelectorAll('.bar')].every(each => each.checkVisibility())")
    _, sizes = browser.sheets()
    assert sizes == {A4_IN_POINTS}


@pytest.mark.parametrize("title", TITLES, ids=["usual", "hostile", "long"])
@pytest.mark.parametrize("view", VIEWS[::2], ids=str)
def test_no_text_of_the_picture_leaves_it(browser: Browser, title: str, view: View) -> None:
    # In a page of its own, since a browser opened on an SVG file has no body to measure.
    browser.open(f"<!DOCTYPE html><html lang='en'><title>t</title><body>{summary_svg(summary_of(title))}", view)
    assert browser.requests() == []
    outside = browser.ask("""
        const edge = document.querySelector(".sheet").getBoundingClientRect();
        return [...document.querySelectorAll("svg text")].filter(
            text => text.getBoundingClientRect().right > edge.right - 4 || text.getBoundingClientRect().left < edge.left
        ).map(text => text.textContent)
    """)
    assert outside == []
