"""A page in HTML: no text in it can become markup, it says what the other forms say, and it may load nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from engine.report.explain import explain_page
from engine.report.html_ import html_text
from engine.report.marked import marked_text
from engine.report.page import (
    Block,
    Column,
    Figure,
    Folded,
    Link,
    Mark,
    Node,
    Page,
    Quoted,
    Section,
    Tone,
    item,
    labelled,
    paragraph,
)
from engine.report.plain import plain_text
from engine.report.practitioner import practitioner_page
from engine.report.visible import visible
from tests.report.sample import AGAINST_ON_HER_WORD, HIS_WORD_ALONE, NOTHING_OF_CONCERN, screened
from tests.report.test_display import HOSTILE

NOT_IN_XML = re.compile("[\ufffe\uffff]")
"""The only characters that a page may hold and an XML reader may not."""

TEXTS = st.one_of(
    HOSTILE,
    st.sampled_from(
        [
            "</style><script>alert(1)</script>",
            '" onmouseover="alert(1)',
            "' autofocus onfocus='alert(1)",
            "<!--",
            "-->",
            "]]>",
            "&lt;b&gt;",
            "{{ 7 * 7 }}{% raw %}",
            "\\3c /style\\3e",
            '"} body { display: none } @page { x: "',
            "javascript:alert(1)",
        ]
    ),
).filter(lambda text: not NOT_IN_XML.search(text))


def _page(text: str) -> Page:
    """Return a page of every kind of block in which every text is the same."""
    told = (item(text, below=(labelled(text, Quoted(text)),)),)
    columns = (
        Column(text, (Node("a", (text,), text),)),
        Column(text, (Node("b", (Quoted(text),), text, still_open=True),)),
        Column(text, (Node("c", (text, text), text),)),
    )
    figure = Figure(text, text, columns, (Link("a", "b"), Link("b", "c", still_open=True)), told)
    blocks: tuple[Block, ...] = (
        paragraph(text, Quoted(text), tone=Tone.STRONG),
        paragraph(text, tone=Tone.QUIET),
        *(item(text, Quoted(text), mark=mark) for mark in Mark),
        Folded((text, Quoted(text)), told),
        figure,
        item(f"{text}: ", text, below=(item(text),), mark=Mark.BOX),
    )
    sections = (Section(text, blocks), *(Section(text, blocks[:1]) for _ in range(4)))
    return Page(text, (paragraph(text, tone=Tone.STRONG),), sections, running=(text, Quoted(text)))


def _read(html: str) -> ET.Element:
    """Read the page as strictly as it can be: every tag closed, every sign escaped."""
    return ET.fromstring(html)  # noqa: S314 - our own page


def _structure(element: ET.Element) -> Iterator[str]:
    """Yield the elements with the attributes that are not texts; how many lines a drawn text takes is left out."""
    if element.tag in {"text", "tspan"}:
        return
    ours = ("class", "role", "id", "href", "aria-labelledby", "name", "http-equiv")
    yield f"{element.tag} {[(name, element.get(name)) for name in ours if name in element.keys()]}"  # noqa: SIM118
    for child in element:
        yield from _structure(child)
    yield f"/{element.tag}"


def _words(element: ET.Element) -> str:
    """Return what stands on the page to be read, the drawings and the ways around the page left out."""
    return "".join(_pieces(element)).strip()


def _pieces(element: ET.Element) -> Iterator[str]:
    if element.tag in {"head", "svg", "nav", "figcaption"} or element.get("class") == "skip":
        pass
    else:
        yield element.text or ""
        for child in element:
            yield from _pieces(child)
    yield element.tail or ""


@given(TEXTS)
def test_no_text_can_become_markup(text: str) -> None:
    # A full stop, because a text that ends in a colon may be set as a label.
    read = _read(html_text(_page(f"x{text}.")))
    assert list(_structure(read)) == list(_structure(_read(html_text(_page("x.")))))


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.others: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.others += [name for name, _ in attrs if name.startswith("on") or name in {"style", "src"}]

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def unknown_decl(self, data: str) -> None:
        self.others.append(data)


def _tags(html: str) -> _Tags:
    parser = _Tags()
    parser.feed(html)
    parser.close()
    return parser


@given(TEXTS)
def test_a_lenient_reader_finds_no_more_in_it_than_a_strict_one(text: str) -> None:
    found = _tags(html_text(_page(f"x{text}")))
    assert set(found.tags) <= {
        *("html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "p", "strong", "bdi", "span"),
        *("nav", "details", "summary", "ol", "ul", "li", "main", "section", "figure", "figcaption", "svg", "desc"),
        *("path", "rect", "text"),
    }
    assert found.others == []


@given(TEXTS)
def test_every_text_of_a_page_stands_in_it(text: str) -> None:
    shown = visible(f"x{text}")
    read = _read(html_text(_page(f"x{text}")))
    assert _words(read).count(shown) >= 24
    typed = [" ".join("".join(each.itertext()).split()) for each in read.iter("bdi")]
    assert typed
    assert set(typed) == {shown}


@given(TEXTS)
def test_the_style_is_one_and_the_policy_knows_it(text: str) -> None:
    html = html_text(_page(f"x{text}"))
    read = _read(html)
    (style,) = read.iter("style")
    assert style.text is not None
    (policy,) = [each.get("content") for each in read.iter("meta") if each.get("http-equiv")]
    digest = base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    # As a browser takes it: from the first tag to the first end.
    assert re.findall(r"<style>(.*?)</style", html, re.DOTALL) == [style.text]


@given(TEXTS)
def test_no_text_can_end_the_line_at_the_head_of_a_sheet(text: str) -> None:
    def rules(page: Page) -> str:
        (style,) = _read(html_text(page)).iter("style")
        return re.sub(r'"(?:[^"\\\n]|\\[0-9a-f]+ )*"', '""', style.text or "")

    assert rules(_page(f"x{text}")) == rules(_page("x"))


@pytest.mark.parametrize(
    "page",
    [
        practitioner_page(screened(AGAINST_ON_HER_WORD), in_full=True),
        practitioner_page(screened(HIS_WORD_ALONE, programme=None), in_full=True),
        practitioner_page(screened(NOTHING_OF_CONCERN), in_full=True),
        explain_page(screened(AGAINST_ON_HER_WORD), everything=True),
    ],
    ids=["against", "undetermined", "conditional", "explain"],
)
def test_plain_text_markdown_and_html_say_the_same_words(page: Page) -> None:
    plain = re.sub(r"(?m)^ *(- |\[ \] )", " ", plain_text(page, 10_000))
    rendered = MarkdownIt("commonmark").render(marked_text(page)).replace("[ ] ", "")
    marked = "".join(ET.fromstring(f"<x>{rendered}</x>").itertext())  # noqa: S314 - our own
    html = _words(_read(html_text(page)))
    assert html.split() == plain.split() == marked.split()


def test_nothing_in_a_page_could_be_loaded() -> None:
    html = html_text(practitioner_page(screened(AGAINST_ON_HER_WORD), in_full=True))
    assert not re.search(r"(?i)https?:|//\w|@import|url\(|src=|srcset|<link|<script|<iframe|<object|<img|style=", html)
    assert {each.get("href", "")[:1] for each in _read(html).iter("a")} == {"#"}


def test_a_page_says_in_which_language_it_is_and_asks_not_to_be_kept() -> None:
    read = _read(html_text(Page("Titel", (), (), language="de")))
    told = {each.get("name"): each.get("content") for each in read.iter("meta")}
    assert read.get("lang") == "de"
    assert told["robots"] == "noindex, nofollow, noarchive"
    assert told["referrer"] == "no-referrer"


@pytest.mark.parametrize(("sections", "listed"), [(4, False), (5, True)])
def test_a_long_page_begins_with_its_contents(sections: int, listed: bool) -> None:
    page = Page("t", (), tuple(Section(f"h{number}", (paragraph("x"),)) for number in range(sections)))
    read = _read(html_text(page))
    assert bool(list(read.iter("nav"))) is listed
    targets = {each.get("id") for each in read.iter()}
    assert {each.get("href", "")[1:] for each in read.iter("a")} <= targets


def test_items_are_a_list_and_those_below_them_a_list_within() -> None:
    nested = item("a", below=(item("b", below=(item("c"),)),))
    read = _read(html_text(Page("t", (), (Section("s", (nested, item("d"), paragraph("e"), item("f"))),))))
    section = next(read.iter("section"))
    assert [child.tag for child in section] == ["h2", "ul", "p", "ul"]
    lists = ["".join(each.itertext()).split() for each in section.iter("ul")]
    assert lists == [["a", "b", "c", "d"], ["b", "c"], ["c"], ["f"]]


def test_a_box_to_tick_is_drawn_and_not_read_out() -> None:
    read = _read(html_text(Page("t", (), (Section("s", (item("in place", mark=Mark.BOX),)),))))
    (entry,) = read.iter("li")
    assert entry.get("class") == "box"
    assert "".join(entry.itertext()) == "in place"


def test_a_label_is_told_from_what_follows_it() -> None:
    entries = (labelled("Who", "the client"), item("By:", mark=Mark.BLANK), item("No label here", mark=Mark.LABEL))
    read = _read(html_text(Page("t", (), (Section("s", entries),))))
    assert [each.text for each in read.iter("span")] == ["Who:", "By:"]
    assert ["".join(each.itertext()) for each in read.iter("li")] == ["Who: the client", "By:", "No label here"]


# Colours ----------------------------------------------------------------------------------------------------


def _palettes() -> Iterator[dict[str, str]]:
    """Yield the colours for light, for dark and for paper."""
    style = re.search(r"<style>(.*?)</style>", html_text(Page("t", (), ())), re.DOTALL)
    assert style
    for block in re.findall(r":root \{([^}]*)\}", style[1]):
        yield dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6})", block))


def _light(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_light(one), _light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", list(_palettes()), ids=["light", "dark", "paper"])
def test_every_colour_of_text_stands_out_from_every_ground(palette: dict[str, str]) -> None:
    """4.5 to 1 for text and 3 to 1 for what has to be seen: level AA. Also for the texts of a drawing."""
    for ground in (palette["ground"], palette["raised"]):
        assert all(_contrast(palette[ink], ground) >= 4.5 for ink in ("ink", "quiet", "accent"))
        assert _contrast(palette["edge"], ground) >= 3
