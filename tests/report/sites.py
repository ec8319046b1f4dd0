"""A site of the small policy of the command line, and what reads any site: its links, its ids, its text."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from engine import api
from engine.model.question import Stage
from engine.report.assurance.site_material import Change, History, Material, Scenario, Sight, Step, Went
from engine.report.assurance.site_parts import Kind
from engine.report.assurance.site_whole import site

SMALL = Path(__file__).parents[1] / "commands" / "small" / "rules"

TABLE = (("question", "answer", "source"), ("shares-with-partner", "device", "partner-support"))
SCENARIOS = (
    Scenario(
        "She knows of the tablet he does not mention",
        "features/start/devices.feature",
        8,
        ("device-shared",),
        (
            Step("given", "nothing of concern is known"),
            Step("given", "the answers", TABLE),
            Step("when", "the case is screened"),
            Step("then", "the recommendation is against online delivery"),
        ),
        Went.PASSED,
    ),
    Scenario(
        "Children in the room",
        "features/start/devices.feature",
        17,
        ("call-back-when-overheard", "not-alone"),
        (Step("when", "the case is screened"), Step("then", 'the rule "not-alone" applies')),
        Went.FAILED,
        'Then the rule "not-alone" applies - expected that it applies, came that it does not',
    ),
    Scenario("Nothing in particular", "features/start/loose.feature", 3, (), (), Went.NOT_RUN),
)
COVERAGE = {
    ("device-shared", Stage.START): (
        Sight({"true": ("features/start/devices.feature:8",), "false": (), "unknown": ("a:1", "b:2", "c:3")}),
    ),
}
HISTORY = History(
    (
        Change(
            "2026-11-20",
            "Ask about <tablets> too",
            (
                ("features/start/devices.feature", ()),
                ("rules/start/devices.yaml", ((Kind.RULE, "device-shared"), (Kind.RULE, "long-gone"))),
            ),
        ),
    )
)
PLACES = {(Kind.RULE, "device-shared"): "rules/start/devices.yaml:1", (Kind.WORK, "tsf"): "sources.yaml:1"}


@cache
def small() -> Material:
    """Return what the site of the small policy is written from, made up where it would be measured."""
    return Material(api.load_policy(SMALL), "0.1.0", SCENARIOS, COVERAGE, HISTORY, PLACES)


@cache
def small_site() -> Mapping[str, str]:
    """Return the site of the small policy."""
    return dict(site(small()))


class Read(HTMLParser):
    """A page as it is read: its ids, where its links lead, its elements, its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: list[str] = []
        self.attributes: set[str] = set()
        self._text: list[str] = []
        self._hidden = 0
        self.feed(html)

    @property
    def text(self) -> str:
        """What can be read, on one line."""
        return " ".join("".join(self._text).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self._hidden += tag == "style"
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag == "style"

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._text.append(data)


def faults(pages: Mapping[str, str]) -> list[str]:
    """Return every link that leads nowhere, every id that is there twice, and every page that nothing leads to."""
    read = {name: Read(text) for name, text in pages.items()}
    wrong = [f"{name}: {one} twice" for name, page in read.items() for one in page.ids if page.ids.count(one) > 1]
    reached = {"index.html"}
    for name, page in read.items():
        for link in page.links:
            if link.startswith(("https://", "http://")):
                continue
            path, _, place = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            reached.add(target)
            if target not in read or (place and place not in read[target].ids) or not link:
                wrong.append(f"{name}: {link or 'an empty link'}")
    return wrong + [f"nothing leads to {name}" for name in read if name not in reached]
