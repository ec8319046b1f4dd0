"""The site of a policy in a real Chromium: one page of each kind, by axe, narrow and wide, light and dark, on paper."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from engine import api
from engine.report.assurance.site_entries import question_article
from engine.report.assurance.site_lists import scenarios_article
from engine.report.assurance.site_material import Material, Scenario, Step
from engine.report.assurance.site_parts import Article
from engine.report.assurance.site_render import About, page_text
from engine.report.assurance.site_rules import rule_article
from engine.report.assurance.site_stages import stage_article
from tests.browser.browser import Browser, View
from tests.browser.pages import LONG_WORD
from tests.browser.test_pages import _OUT_OF_ITS_BOX, _TOO_WIDE, A4_IN_POINTS, BETWEEN_THE_MARGINS
from tests.report.sites import SCENARIOS, small_site

SMALL = (
    "index.html",
    "rules.html",
    "scenarios.html",
    "people.html",
    "promises.html",
    "history.html",
    "a-z.html",
    "words.html",
    "glossary.html",
    "handbook.html",
    "stages/start.html",
    "questions/people-nearby.html",
    "flags/overheard.html",
    "rules/device-shared.html",
    "rules/not-alone.html",
    "safeguards/alone-check.html",
    "sources/tsf.html",
)
LARGE = ("the-largest-stage", "the-longest-rule", "german", "one-long-word")


@cache
def page(name: str) -> str:
    return small_site()[name] if name in SMALL else _large(name)


def _large(name: str) -> str:
    language = "de" if name == "german" else None
    material = Material(api.load_policy(None, language), "0.1.0")
    policy = material.policy
    article: Article
    match name:
        case "the-largest-stage":
            article = stage_article(material, max(material.stages(), key=lambda stage: len(policy.in_force(stage))))
        case "the-longest-rule":
            article = rule_article(material, policy.rules["abuse-accounts-differ-or-open"])
        case "german":
            article = question_article(material, policy.questions["lives-with-partner"])
        case _:
            long = tuple(_long(each) for each in SCENARIOS)
            article = scenarios_article(Material(policy, "0.1.0", long))
    return page_text(article, About(policy.title, policy.version, policy.speech.language))


def _long(scenario: Scenario) -> Scenario:
    step = Step("given", LONG_WORD, ((LONG_WORD, "b", "c"), ("a", LONG_WORD, "c")))
    return replace(scenario, name=LONG_WORD, rules=(), steps=(step,), why=LONG_WORD)


@pytest.fixture(params=(*SMALL, *LARGE))
def html(request: pytest.FixtureRequest) -> str:
    return page(request.param)


@pytest.mark.parametrize("view", [View("light", 360), View("dark", 1200)], ids=str)
def test_axe_finds_nothing_wrong_with_a_site_nothing_is_asked_for_and_nothing_is_wider_than_the_window(
    browser: Browser, html: str, view: View
) -> None:
    browser.open(html, view)
    browser.unfold()
    assert browser.requests() == []
    assert browser.complaints() == []
    assert browser.violations() == []
    assert browser.ask("return document.documentElement.scrollWidth") <= view.width
    assert browser.ask(_TOO_WIDE) == []
    assert browser.ask(_OUT_OF_ITS_BOX) == []


def test_the_first_stop_of_the_keyboard_leads_past_the_menu(browser: Browser) -> None:
    browser.open(page("rules/device-shared.html"), View("light", 1200))
    browser.press("Tab")
    assert browser.ask("return document.activeElement.className") == "skip"
    browser.press("Enter")
    assert browser.ask("return document.activeElement.id") == "text"


@pytest.mark.parametrize("name", ["handbook.html", "rules/device-shared.html", "the-largest-stage"])
def test_a_page_of_a_site_prints_on_a4_without_its_menu(browser: Browser, name: str) -> None:
    browser.open(page(name), View("dark", 1200))
    browser.on_paper(BETWEEN_THE_MARGINS)
    assert browser.ask(_TOO_WIDE) == []
    menus = "return [...document.querySelectorAll('nav, .top, .skip')].filter(each => each.checkVisibility()).length"
    assert browser.ask(menus) == 0
    _, sizes = browser.sheets()
    assert sizes == {A4_IN_POINTS}


def test_every_part_of_the_handbook_begins_on_a_sheet_of_its_own(browser: Browser) -> None:
    browser.open(page("handbook.html"), View("light", 1200))
    browser.on_paper(BETWEEN_THE_MARGINS)
    breaks = "return [...document.querySelectorAll('.toc, .part')].map(each => getComputedStyle(each).breakBefore)"
    found = browser.ask(breaks)
    assert len(found) > 5
    assert set(found) == {"page"}
    assert browser.sheets()[0] >= len(found)
