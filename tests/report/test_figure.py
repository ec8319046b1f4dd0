"""The picture: what it shows is what the recommendation holds, it says so in words too, and nothing overlaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.policy import Effect
from engine.model.recommendation import Recommendation
from engine.model.truth import Truth
from engine.reference import recommend
from engine.report.figure import figure_section
from engine.report.page import Column, Figure, Item, Line, Link, Node, Paragraph, Quoted, Section
from engine.report.reading import Reading
from engine.report.svg import Box, Picture, pictures
from engine.report.visible import visible
from engine.report.words import show
from tests.drawing import ON, Drawn, drawn_cases
from tests.report.sample import AGAINST_ON_HER_WORD, HIS_WORD_ALONE, NOTHING_OF_CONCERN, screened


def _section(recommendation: Recommendation) -> Section:
    return figure_section(Reading(recommendation))


def _figure(section: Section) -> Figure:
    (found,) = [block for block in section.blocks if isinstance(block, Figure)]
    return found


def _plain(line: Line) -> str:
    return "".join(piece.text if isinstance(piece, Quoted) else piece for piece in line)


def _told(entry: Item) -> Iterator[str]:
    yield _plain(entry.line)
    for below in entry.below:
        yield from _told(below)


def _boxes(figure: Figure) -> list[tuple[str, str]]:
    return [(_plain(node.line), node.standing) for column in figure.columns for node in column.nodes]


def test_an_answer_leads_to_the_flag_it_raises_and_the_flag_to_what_would_resolve_it() -> None:
    figure = _figure(_section(screened(AGAINST_ON_HER_WORD)))
    boxes = {node.id: node for column in figure.columns for node in column.nodes}
    answer = boxes["said:shares-with-partner"]
    assert _plain(answer.line) == "Devices, logins or accounts the two of them share: a device"
    assert answer.standing == "said by partner support"
    assert Link("said:shares-with-partner", "flag:shared-device") in figure.links
    assert Link("flag:shared-device", "remedy:own-device") in figure.links
    assert boxes["remedy:own-device"].standing == show.WOULD_RESOLVE


def test_what_is_still_open_is_drawn_with_dashes_and_says_so() -> None:
    figure = _figure(_section(screened(HIS_WORD_ALONE, programme=None)))
    boxes = {node.id: node for column in figure.columns for node in column.nodes}
    assert boxes["flag:partner-fears-online"].still_open
    assert boxes["flag:partner-fears-online"].standing == show.EXCLUDES_OPEN
    assert boxes["open:partner-view-of-online"].standing == "still open"
    assert Link("open:partner-view-of-online", "flag:partner-fears-online", still_open=True) in figure.links


def test_a_condition_is_drawn_from_the_flag_that_calls_for_it() -> None:
    figure = _figure(_section(screened(NOTHING_OF_CONCERN)))
    assert Link("flag:overheard", "safeguard:room-shown") in figure.links


def test_without_a_flag_there_is_no_picture() -> None:
    none = replace(screened(NOTHING_OF_CONCERN), flags=())
    assert _section(none).blocks == ()


@given(drawn_cases())
def test_the_picture_holds_the_flags_that_weigh_most_and_no_other(drawn: Drawn) -> None:
    recommendation = recommend(drawn.policy, drawn.case, ON, "0")
    section = _section(recommendation)
    found = {finding.flag.id: finding for finding in recommendation.flags}
    if not found:
        assert section.blocks == ()
        return
    figure = _figure(section)
    flags = [node.id.removeprefix("flag:") for node in figure.columns[1].nodes]
    excluding = [name for name, finding in found.items() if finding.flag.effect is Effect.EXCLUDE]
    assert len(flags) == min(len(found), 6)
    assert set(flags) <= set(found)
    assert set(excluding) <= set(flags) or set(flags) <= set(excluding)
    for name, node in zip(flags, figure.columns[1].nodes, strict=True):
        assert node.still_open == (found[name].truth is Truth.UNKNOWN)
    said = " ".join(_plain(block.line) for block in section.blocks if isinstance(block, Paragraph))
    assert (show.FIGURE_CUT.format(shown=6, all=len(found)) in said) == (len(found) > 6)


@given(drawn_cases())
def test_every_box_is_joined_to_a_flag_and_told_in_words(drawn: Drawn) -> None:
    section = _section(recommend(drawn.policy, drawn.case, ON, "0"))
    if not section.blocks:
        return
    figure = _figure(section)
    before, flags, after = ({node.id for node in column.nodes} for column in figure.columns)
    assert {link.start for link in figure.links} <= before | flags
    assert {link.end for link in figure.links} <= flags | after
    assert before | after <= {link.start for link in figure.links} | {link.end for link in figure.links}
    told = [line for entry in figure.told for line in _told(entry)]
    assert {f"{said} ({standing})" for said, standing in _boxes(figure)} <= set(told)


TEXTS = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("abc WMi漢字ẞé\u0301🙂\x1b ")), max_size=80)


def _nodes(kind: str) -> st.SearchStrategy[tuple[Node, ...]]:
    made = st.lists(st.tuples(TEXTS, TEXTS, st.booleans()), max_size=5)
    return made.map(
        lambda rows: tuple(
            Node(f"{kind}{number}", (said,), standing, still_open)
            for number, (said, standing, still_open) in enumerate(rows)
        )
    )


@st.composite
def _any_figure(draw: st.DrawFn) -> Figure:
    before, flags, after = draw(_nodes("a")), draw(_nodes("b")), draw(_nodes("c"))
    pairs = [(one, other) for starts, ends in ((before, flags), (flags, after)) for one in starts for other in ends]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    links = tuple(Link(one.id, other.id, draw(st.booleans())) for one, other in chosen)
    columns = (Column(draw(TEXTS), before), Column(draw(TEXTS), flags), Column(draw(TEXTS), after))
    return Figure(draw(TEXTS), draw(TEXTS), columns, links, ())


def _apart(one: Box, other: Box) -> bool:
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    return beside or one.y + one.height <= other.y or other.y + other.height <= one.y


def _inside(box: Box, picture: Picture) -> bool:
    return box.x >= 0 and box.x + box.width <= picture.width and box.y >= 0 and box.y + box.height <= picture.height


@given(_any_figure())
def test_boxes_stand_apart_from_each_other_and_within_the_drawing(figure: Figure) -> None:
    for picture in pictures(figure, "p"):
        assert all(_apart(one, other) for one, other in combinations(picture.boxes, 2))
        assert all(_inside(box, picture) for box in picture.boxes)


@given(_any_figure())
def test_every_letter_of_a_box_is_drawn_in_it(figure: Figure) -> None:
    for picture in pictures(figure, "p"):
        lines = [text for text in picture.texts if text.kind != "head"]
        places = [(box.x, box.y, box.y + box.height) for box in picture.boxes]
        assert all(any(x < text.x and top < text.y < end for x, top, end in places) for text in lines)
        drawn = "".join(text.text for text in lines)
        nodes = [node for column in figure.columns for node in column.nodes]
        wanted = [visible(part).replace(" ", "") for node in nodes for part in (node.standing, _plain(node.line))]
        if picture.kind == "wide":
            assert drawn.replace(" ", "") == "".join(wanted)
        else:
            assert set(drawn) <= set("".join(wanted)) | {" "}


@pytest.mark.parametrize("kind", [0, 1], ids=["wide", "narrow"])
def test_no_line_of_text_is_longer_than_its_box_is_wide(kind: int) -> None:
    long = Node("a", ("Donaudampfschifffahrtsgesellschaft " * 3 + "W" * 90,), "m" * 60)
    flag = Node("b", ("x",), "y")
    columns = (Column("1", (long,)), Column("2", (flag,)), Column("3", ()))
    picture = pictures(Figure("t", "d", columns, (Link("a", "b"),), ()), "p")[kind]
    assert max(len(text.text) for text in picture.texts if set(text.text) == {"W"}) <= picture.boxes[0].width / 12
