"""Every kind of page, looked at in a real Chromium: by axe, narrow and wide, light and dark, by keyboard, on paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import product

import pytest

from tests.browser.browser import Browser, View
from tests.browser.pages import PAGES

VIEWS = tuple(View(scheme, width) for scheme, width in product(("light", "dark"), (360, 1200)))
"""On a phone and on a desk, by day and by night."""
A4_IN_POINTS = (595, 842)
BETWEEN_THE_MARGINS = 210 - 2 * 17
"""Of a sheet of A4, in millimetres."""

_TOO_WIDE = """
const room = document.documentElement.clientWidth;
const right = each => {
    const held = document.createRange();
    held.selectNodeContents(each);
    return Math.max(each.getBoundingClientRect().right, held.getBoundingClientRect().right);
};
return [...document.querySelectorAll("body *")]
    .filter(each => !each.classList.contains("skip") && right(each) > room + 1)
    .map(each => each.tagName + ": " + each.textContent.slice(0, 60));
"""

_OUT_OF_ITS_BOX = """
const wrong = [];
for (const picture of document.querySelectorAll("svg")) {
    if (getComputedStyle(picture).display === "none") continue;
    const boxes = [...picture.querySelectorAll("rect")].map(each => each.getBBox());
    for (const text of picture.querySelectorAll("text:not(.head)")) {
        const own = text.getBBox();
        const fits = box => own.x >= box.x && own.x + own.width <= box.x + box.width
            && own.y >= box.y && own.y + own.height <= box.y + box.height;
        if (!boxes.some(fits)) wrong.push(text.textContent);
    }
}
return wrong;
"""


@cache
def page(name: str) -> str:
    return PAGES[name]()


@pytest.fixture(params=PAGES)
def html(request: pytest.FixtureRequest) -> str:
    return page(request.param)


@pytest.fixture(params=VIEWS, ids=str)
def view(request: pytest.FixtureRequest) -> View:
    found: View = request.param
    return found


def test_a_page_asks_for_nothing_and_the_browser_has_nothing_to_complain_of(browser: Browser, html: str) -> None:
    browser.open(html, VIEWS[0])
    browser.unfold()
    assert browser.requests() == []
    assert browser.complaints() == []


def test_axe_finds_nothing_wrong_and_nothing_is_wider_than_the_window(browser: Browser, html: str, view: View) -> None:
    browser.open(html, view)
    browser.unfold()
    assert browser.violations() == []
    assert browser.ask("return document.documentElement.scrollWidth") <= view.width
    assert browser.ask(_TOO_WIDE) == []
    assert browser.ask(_OUT_OF_ITS_BOX) == []


def test_a_page_has_one_first_heading_and_one_language(browser: Browser, html: str) -> None:
    browser.open(html, VIEWS[0])
    assert browser.ask("return document.querySelectorAll('h1').length") == 1
    assert browser.ask("return document.documentElement.lang")
    names = browser.ask("return [...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(names) == len(set(names))


def test_the_first_stop_of_the_keyboard_leads_past_the_contents(browser: Browser, html: str) -> None:
    browser.open(html, View("light", 1200))
    if browser.ask("return document.links.length") == 0:
        return  # a form: there is nothing on the way to its text
    browser.press("Tab")
    assert browser.ask("return document.activeElement.className") == "skip"
    assert browser.ask("return document.activeElement.getBoundingClientRect().top >= 0")
    browser.press("Enter")
    assert browser.ask("return document.activeElement.id") == "text"


def test_a_rule_opens_by_keyboard(browser: Browser) -> None:
    browser.open(page("undetermined"), View("light", 1200))
    browser.ask("document.querySelector('main summary').focus()")
    browser.press("Enter")
    assert browser.ask("return document.querySelector('main details').open")
    assert browser.ask("return document.querySelector('main details li').checkVisibility()")


def test_a_page_prints_on_a4_and_nothing_is_cut(browser: Browser, html: str) -> None:
    browser.open(html, View("light", 1200))
    browser.on_paper(BETWEEN_THE_MARGINS)
    assert browser.ask(_TOO_WIDE) == []
    assert browser.ask(_OUT_OF_ITS_BOX) == []
    high = browser.ask("return document.documentElement.scrollHeight") / (96 / 25.4)
    count, sizes = browser.sheets()
    assert sizes == {A4_IN_POINTS}
    assert high / (297 - 19 - 18) <= count <= 1 + high * 2 / (297 - 19 - 18)


@pytest.mark.parametrize("name", ["conditional", "example-conditional"])
def test_what_is_to_be_ticked_has_a_box_on_paper_too(browser: Browser, name: str) -> None:
    browser.open(page(name), View("dark", 1200))
    browser.on_paper(BETWEEN_THE_MARGINS)
    drawn = browser.ask(
        "return [...document.querySelectorAll('li.box')].map(each => getComputedStyle(each, '::before'))"
        ".map(style => [style.borderTopStyle, style.borderTopColor])"
    )
    assert drawn
    assert all(box == ["solid", "rgb(0, 0, 0)"] for box in drawn)


def test_what_was_typed_runs_nothing(browser: Browser) -> None:
    browser.open(page("hostile"), View("light", 1200))
    assert browser.ask("return document.querySelectorAll('script, img').length") == 0
    assert "alert(1)" in browser.ask("return document.body.textContent")


Probe = Callable[[Browser], object]


def _asks(script: str) -> Probe:
    return lambda browser: browser.ask(script)


@pytest.mark.parametrize(
    ("fault", "seen"),
    [
        ("<p><img src='x.png'></p>", lambda browser: browser.requests() or browser.complaints()),
        ("<p><a href='#nowhere'></a></p>", lambda browser: browser.violations()),
        ("<pre>a line that cannot be broken, wider than a phone is, whatever happens</pre>", _asks(_TOO_WIDE)),
        ("<p style='color: red'>x</p>", lambda browser: browser.complaints()),
    ],
)
def test_a_page_with_a_fault_in_it_does_not_pass(browser: Browser, fault: str, seen: Probe) -> None:
    """The tests above are worth something only if they see what is wrong."""
    browser.open(page("against").replace("</main>", f"{fault}</main>"), View("light", 360))
    assert seen(browser)
