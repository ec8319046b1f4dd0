"""Nothing that somebody typed into a case can steer a terminal, hide, or become markup."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from engine.model.answer import Answer, Source, Standing
from engine.model.recommendation import Recommendation
from engine.report.difference import what_if_text
from engine.report.explain import explain_text
from engine.report.json_ import dumps, practitioner_json
from engine.report.markdown import practitioner_markdown
from engine.report.marked import marked_text
from engine.report.page import Page, Quoted, Section, item, labelled, paragraph
from engine.report.plain import plain_text
from engine.report.text import practitioner_text
from engine.report.visible import visible, visible_lines
from tests.report.sample import AGAINST_ON_HER_WORD, ON, screened

STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}
JOINERS = {"\u200c", "\u200d"}
HOSTILE = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("\x1b\x9b\x07\x08\r\n\t\u202e\u2066\u200b\ufeff\ud800`*_[]()<>#|~!&$:-+=.@/\\ 1aw"),
    ),
    max_size=60,
)
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def _hostile(note: str) -> Recommendation:
    """Return a recommendation whose reference, note and free answer are all the same hostile text."""
    free = (Answer(Source.CLIENT, Standing.ANSWERED, (note,), ON, note),)
    shared = (Answer(Source.PARTNER_SUPPORT, Standing.ANSWERED, ("device",), ON, note),)
    return screened({**AGAINST_ON_HER_WORD, "shares-with-partner": shared, "hopes": free}, reference=note)


def _steers(text: str) -> set[str]:
    return {char for char in text if unicodedata.category(char) in STEERING and char not in JOINERS and char != "\n"}


@settings(deadline=None)
@given(HOSTILE)
def test_no_control_character_of_a_case_reaches_the_terminal(note: str) -> None:
    recommendation = _hostile(note)
    for report in (
        practitioner_text(recommendation),
        practitioner_markdown(recommendation),
        explain_text(recommendation),
        what_if_text(recommendation, recommendation),
        dumps(practitioner_json(recommendation)),
        ANSI.sub("", practitioner_text(recommendation, colour=True)),
    ):
        assert _steers(report) == set()


@settings(deadline=None)
@given(HOSTILE)
def test_free_text_never_changes_how_many_lines_of_structure_a_report_has(note: str) -> None:
    def headings(text: str) -> list[str]:
        return [line for line in text.splitlines() if line and not line.startswith((" ", "Case"))][:6]

    assert headings(practitioner_text(_hostile("x" + note), width=400)) == headings(
        practitioner_text(_hostile("x"), 400)
    )


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\x1b[2J", "[U+001B][2J"),
        ("\x9b2J", "[U+009B]2J"),
        ("say \u202eon\u202c", "say [U+202E]on[U+202C]"),
        ("two\r\nlines\tand   more", "two lines and more"),
        ("zero\u200bwidth", "zero[U+200B]width"),
        ("\ud800", "[U+D800]"),
        ("Müller, 中文, a\u200cb", "Müller, 中文, a\u200cb"),
    ],
)
def test_what_steers_is_written_out(typed: str, shown: str) -> None:
    assert visible(typed) == shown


def test_an_error_message_keeps_its_lines_and_its_caret() -> None:
    assert visible_lines("a\n    | b\x1b\n    |  ^") == "a\n    | b[U+001B]\n    |  ^"


@settings(deadline=None)
@given(HOSTILE, st.integers(min_value=30, max_value=100))
def test_no_line_is_wider_than_it_may_be(note: str, width: int) -> None:
    page = Page("Title", (paragraph(Quoted(note)),), (Section("Heading", (item("x", below=(labelled("y", note),)),)),))
    assert max(map(len, plain_text(page, width).splitlines())) <= max(width, 36)


@settings(deadline=None)
@given(HOSTILE)
def test_colour_adds_nothing_but_escape_sequences(note: str) -> None:
    recommendation = _hostile(note)
    assert ANSI.sub("", practitioner_text(recommendation, colour=True)) == practitioner_text(recommendation)


TOKENS_OF_A_REPORT = {
    *("heading_open", "heading_close", "inline", "paragraph_open", "paragraph_close", "text", "code_inline"),
    *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "strong_open", "strong_close"),
}


def _tokens(markdown: str) -> list[str]:
    found = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        found += [token.type, *(child.type for child in token.children or ())]
    return found


@settings(deadline=None)
@given(HOSTILE)
def test_free_text_cannot_become_markup_in_markdown(note: str) -> None:
    assert set(_tokens(practitioner_markdown(_hostile(note)))) <= TOKENS_OF_A_REPORT


@settings(deadline=None)
@given(HOSTILE)
def test_the_text_of_a_policy_cannot_become_markup_either(text: str) -> None:
    hostile = Page(
        text, (paragraph(text),), (Section(text, (paragraph(text), item(text, below=(labelled(text, text),)))),)
    )
    plain = Page("x", (paragraph("x"),), (Section("x", (paragraph("x"), item("x", below=(labelled("x", "x"),)))),))
    structure = [kind for kind in _tokens(marked_text(plain)) if kind != "text"]
    if visible(text):
        assert [kind for kind in _tokens(marked_text(hostile)) if kind != "text"] == structure


@settings(deadline=None)
@given(HOSTILE)
def test_free_text_stands_in_markdown_as_it_was_typed(note: str) -> None:
    markdown = marked_text(Page("t", (paragraph("said: ", Quoted(note)),), ()))
    spans = [
        child.content
        for token in MarkdownIt("commonmark").parse(markdown)
        for child in token.children or ()
        if child.type == "code_inline"
    ]
    assert spans == ([visible(note)] if visible(note) else [])


@pytest.mark.parametrize("address", ["https://example.org", "www.example.org", "http://x", "MAILTO:a@b.c"])
def test_an_address_does_not_become_a_link_by_itself(address: str) -> None:
    assert address not in marked_text(Page("t", (paragraph(f"see {address}"),), ()))


@pytest.mark.parametrize("width", range(30, 60))
def test_a_dash_between_words_never_looks_like_an_item(width: int) -> None:
    text = plain_text(
        Page("t", (paragraph("Can you get into her phone - or have you tried to - or asked?"),), ()), width
    )
    assert not [line for line in text.splitlines() if line.startswith("- ")]
