"""A summary as text, JSON, page and picture: each shows what may be shown, and holds nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.policy import Effect
from engine.model.question import Stage
from engine.report.batch.chart import length
from engine.report.batch.summary_data import (
    KEPT_BACK,
    Cell,
    FlagShown,
    MissingShown,
    Shown,
    Split,
    StageShown,
    Summary,
)
from engine.report.batch.summary_html import summary_html, summary_svg
from engine.report.batch.summary_json import summary_json
from engine.report.batch.summary_text import summary_text
from engine.report.batch.summary_told import cell_text

FEW = Cell(Shown.FEWER, 5)
MANY = Cell(Shown.ALL_BUT, 5)
RENDERERS: dict[str, Callable[[Summary], str]] = {
    "text": summary_text,
    "json": summary_json,
    "html": summary_html,
    "svg": summary_svg,
}


def exact(number: int) -> Cell:
    return Cell(Shown.EXACT, number)


def summary_of(title: str = "A device shared with the (ex-)partner") -> Summary:
    """Return a summary with every way in which a count can be shown."""
    flags = (
        FlagShown("shared-device", title, Effect.EXCLUDE, Split(exact(31), exact(1207), exact(1238), exact(22))),
        FlagShown("lives-with", "Lives with her", Effect.EXCLUDE, Split(FEW, KEPT_BACK, exact(33), exact(1227))),
        FlagShown("stalking", "Stalking", Effect.EXCLUDE, Split(KEPT_BACK, KEPT_BACK, exact(7), exact(1253))),
        FlagShown("nobody", "Raised for nobody", Effect.EXCLUDE, Split(FEW, FEW, FEW, MANY)),
        FlagShown("withheld", "Withheld", Effect.EXCLUDE, Split(*[KEPT_BACK] * 4)),
        FlagShown("all", "Raised for all", Effect.CAUTION, Split(MANY, FEW, MANY, FEW)),
    )
    missing = (
        MissingShown("lives-where", "where he lives", exact(40)),
        MissingShown("sleeps-where", "where he sleeps", MANY),
        MissingShown("told", "who was told", FEW),
        MissingShown("held", "what is held back", KEPT_BACK),
    )
    large = StageShown(
        Stage.START,
        exact(1260),
        Split(FEW, KEPT_BACK, exact(1238), exact(22)),
        flags,
        missing,
        broken_down=True,
    )
    few, nine = StageShown(Stage.DURING, FEW), StageShown(Stage.END, exact(9))
    return Summary(
        policy="example-policy",
        version="1.0.0",
        fingerprint="sha256:" + "ab" * 32,
        engine="1.0",
        screened_on="2026-11-22",
        small=5,
        rows=KEPT_BACK,
        unread=KEPT_BACK,
        refused=KEPT_BACK,
        stages=(large, few, nine),
    )


def as_read(text: str) -> str:
    return " ".join(text.split())


def test_the_text_says_each_count_as_far_as_it_is_shown() -> None:
    text = summary_text(summary_of())
    for wanted in (
        "Start of the programme (start): 1,260 cases.",
        "against online delivery ....",
        ". fewer than 5\n",
        ". kept back\n",
        ". 1,207\n",
        "Fewer than 5 cases, and at least one.",
        "9 cases.",
        "Fewer than 10 are not broken down",
    ):
        assert wanted in text
    for sentence in (
        "Raised, or not known, in fewer than 5 or in none: Raised for nobody.",
        "Raised in all, or all but fewer than 5, and not known in fewer than 5: Raised for all.",
        "could be worked out from the others and the outcome: Withheld.",
        "To be found out in all, or all but fewer than 5: Where he sleeps.",
        "To be found out in fewer than 5 cases or in none: Who was told.",
    ):
        assert sentence in as_read(text)
    assert max(map(len, text.splitlines())) <= 80
    assert all(line == line.rstrip() for line in text.splitlines())


@pytest.mark.parametrize("name", RENDERERS)
def test_each_form_says_that_this_is_no_decision_and_no_validated_instrument(name: str) -> None:
    text = as_read(RENDERERS[name](summary_of()))
    assert "not a validated instrument" in re.sub(r"<[^>]*>", " ", text).replace("  ", " ")
    assert "score" not in text.lower()


@pytest.mark.parametrize("name", ["text", "html"])
def test_the_reader_is_told_that_two_summaries_can_be_subtracted(name: str) -> None:
    text = as_read(RENDERERS[name](summary_of()))
    assert "Two summaries of nearly the same cases can be subtracted from each other" in text
    assert "rounded numbers" in text


def test_the_json_holds_a_number_only_where_it_says_how_to_read_it() -> None:
    document = json.loads(summary_json(summary_of()))
    assert document["schema"] == "forethought.summary/1"
    assert document["rows"] == {"shown": "kept-back", "number": None}
    start = document["stages"][0]
    assert start["outcomes"]["against"] == {"shown": "fewer", "number": 5}
    assert start["outcomes"]["against_or_undetermined"] == {"shown": "exact", "number": 1238}
    assert start["flags"][0]["not_known"] == {"shown": "exact", "number": 1207}
    assert document["stages"][1]["outcomes"] is None


def test_a_page_has_a_bar_for_every_count_with_its_words_beside_it() -> None:
    html = summary_html(summary_of())
    bars = re.findall(r'<p class="said">([^<]*)</p>\n<svg class="bar".*?</svg>', html)
    assert "raised: 31" in bars
    assert "not known: kept back" in bars
    assert 'class="few"' in html
    assert "<script" not in html
    assert "default-src &#39;none&#39;; style-src" in html


@pytest.mark.parametrize("name", ["html", "svg"])
def test_no_text_becomes_markup(name: str) -> None:
    title = "</style><script>alert(1)</script><b>&\x1b[2J"
    text = RENDERERS[name](summary_of(title))
    assert "<script>" not in text
    assert "<b>" not in text
    assert "\x1b" not in text


def test_the_picture_is_well_formed_and_says_everything_in_words_too() -> None:
    root = ET.fromstring(summary_svg(summary_of()))  # noqa: S314 - our own
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    words = " ".join("".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text"))
    for wanted in ("raised: 31", "not known: kept back", "raised: fewer than 5", "How to read this"):
        assert wanted in words


def test_a_bar_is_as_long_for_nobody_as_for_four() -> None:
    assert length(FEW, 100) == length(Cell(Shown.FEWER, 5), 100) > 0
    assert length(MANY, 100) == 1
    assert length(KEPT_BACK, 100) == 0
    assert length(exact(25), 100) == 0.25


def test_every_way_of_showing_a_count_has_its_words() -> None:
    assert [cell_text(cell) for cell in (exact(12345), FEW, MANY, KEPT_BACK)] == [
        "12,345",
        "fewer than 5",
        "all, or all but fewer than 5",
        "kept back",
    ]


@settings(max_examples=25)
@given(st.text(max_size=200))
def test_any_title_is_shown_on_the_page_and_in_text_without_breaking_either(title: str) -> None:
    summary = summary_of(title)
    assert summary_text(summary).endswith("\n")
    ET.fromstring(summary_svg(summary))  # noqa: S314 - our own
    assert summary_html(summary).count("<h2") == 4


def test_a_table_in_which_nothing_could_be_read_says_so() -> None:
    whole = summary_of()._replace(rows=exact(3), unread=exact(3), refused=exact(0), stages=())
    assert "no row has a recommendation" in summary_text(whole)
    assert "Of these, 3 could not be read." in as_read(summary_text(whole))
    refused = whole._replace(refused=exact(2))
    assert "for 2 there was no recommendation" in as_read(summary_text(refused))
