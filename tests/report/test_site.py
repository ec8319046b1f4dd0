"""The site of a policy: nothing left out, every link leads somewhere, no text becomes markup, the same bytes again."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import api
from engine.model.condition import leaves_of, question_of
from engine.report.assurance.site_entries import question_article
from engine.report.assurance.site_material import History, Material, Went
from engine.report.assurance.site_parts import Article, Block, Chart, Fold, Kind, Line, Point, Ref, plain
from engine.report.assurance.site_render import About, page_text, path_of
from engine.report.assurance.site_whole import articles, site
from engine.testing.generate import random_policy
from tests.report.sites import SCENARIOS, Read, faults, small, small_site

GOLDEN = Path(__file__).parent / "golden_site"
PAGES = ("index.html", "flags/overheard.html", "questions/shares-with-partner.html", "rules/device-shared.html")
HOSTILE = "</style><script>alert(1)</script> <img src=//example.invalid/x> \x1b[2J \u202e ' \" & {{ 7*7 }} {% x %}"


@cache
def default() -> Material:
    return Material(api.load_policy(), "0.1.0")


@cache
def default_site() -> Mapping[str, str]:
    return dict(site(default()))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_reads_as_it_was_agreed(name: str) -> None:
    page = small_site()[name]
    body = page[page.index("<body") :]
    path = GOLDEN / name.replace("/", "-")
    if os.environ.get("FORETHOUGHT_REGENERATE"):
        path.write_text(body, encoding="utf-8")
    assert body == path.read_text(encoding="utf-8")


def test_no_golden_page_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {name.replace("/", "-") for name in PAGES}


@pytest.mark.parametrize("pages", [small_site, default_site], ids=["small", "default"])
def test_every_link_leads_somewhere_and_every_page_is_led_to(pages: Callable[[], Mapping[str, str]]) -> None:
    assert faults(pages()) == []


@given(st.integers(0, 10_000))
@settings(max_examples=12, deadline=None)
def test_every_link_of_any_policy_leads_somewhere(seed: int) -> None:
    assert faults(dict(site(Material(random_policy(Random(seed)), "0.1.0")))) == []


def test_a_link_that_leads_nowhere_is_found() -> None:
    page = small_site()["index.html"]
    assert faults({"index.html": '<a href="gone.html">x</a>'}) == ["index.html: gone.html"]
    assert faults({"index.html": '<a href="#gone">x</a>'}) == ["index.html: #gone"]
    assert faults({"index.html": '<p id="a"></p><p id="a"></p>'})
    assert faults({"index.html": "", "alone.html": page.replace("href", "name")}) == ["nothing leads to alone.html"]


def test_every_entry_has_a_page_that_is_named_after_its_id_and_stands_in_the_index() -> None:
    policy, pages = small().policy, small_site()
    kinds = {
        Kind.QUESTION: policy.questions,
        Kind.FLAG: policy.flags,
        Kind.RULE: policy.rules,
        Kind.SAFEGUARD: policy.safeguards,
        Kind.WORK: policy.works,
    }
    index, words = Read(pages["a-z.html"]), Read(pages["words.html"])
    for kind, entries in kinds.items():
        for name in entries:
            assert path_of(kind, name) in pages
            assert path_of(kind, name) in index.links
            assert path_of(kind, name) in words.links
    assert all(f"promises.html#invariant-{name}" in index.links for name in policy.invariants)


def test_the_handbook_holds_every_entry_that_somebody_wrote() -> None:
    policy = default().policy
    ids = set(Read(default_site()["handbook.html"]).ids)
    derived = {rule.id for rule in policy.rules.values() if rule.derived}
    assert ids >= {f"rule--{name}" for name in policy.rules.keys() - derived}
    assert ids >= {f"question--{name}" for name in policy.questions}
    assert ids >= {f"safeguard--{name}" for name in policy.safeguards}
    assert ids >= {f"flag--{name}" for name in policy.flags if not name.startswith("programme-lacks-")}
    assert not ids & {f"rule--{name}" for name in derived}


def test_a_rules_page_says_everything_that_its_papers_hold_and_links_what_it_reads() -> None:
    policy = default().policy
    found = {(article.kind, article.id): article for article in articles(default())}
    for rule in policy.rules.values():
        article = found[Kind.RULE, rule.id]
        said = " ".join(_texts(article))
        for text in (rule.title, rule.because, rule.owner, rule.limits):
            assert text in said
        (condition,) = [group for group in article.groups if group.id == "condition"]
        linked = {ref.id for block in condition.blocks for ref in _refs(block)}
        assert linked >= {name for leaf in leaves_of(rule.when) if (name := question_of(leaf)) is not None}


def _blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Fold):
            yield from _blocks(block.blocks)


def _lines(block: Block) -> Iterator[Line]:
    for points in (getattr(block, "points", ()), getattr(block, "told", ())):
        yield from _point_lines(points)
    for fact in getattr(block, "facts", ()):
        yield from fact.lines
    if hasattr(block, "line"):
        yield block.line


def _point_lines(points: tuple[Point, ...]) -> Iterator[Line]:
    for each in points:
        yield each.line
        yield from _point_lines(each.below)


def _refs(block: Block) -> Iterator[Ref]:
    return (piece for line in _lines(block) for piece in line if isinstance(piece, Ref))


def _texts(article: Article) -> Iterator[str]:
    yield plain(article.title)
    everything = (*article.lead, *(block for group in article.groups for block in group.blocks))
    for block in _blocks(everything):
        yield from map(plain, _lines(block))


def test_a_picture_says_in_words_all_that_it_shows_and_all_that_it_leaves_out() -> None:
    drawn = 0
    for article in articles(default()):
        for chart in (b for g in article.groups for b in g.blocks if isinstance(b, Chart)):
            drawn += 1
            told = " ".join(map(plain, _point_lines(chart.told)))
            ends = {end for link in chart.figure.links for end in (link.start, link.end)}
            for column in chart.figure.columns:
                assert len(column.nodes) <= 10 or article.kind is Kind.STAGE
                for node in column.nodes:
                    assert node.id in ends or article.kind is Kind.STAGE
                    text = "".join(piece if isinstance(piece, str) else piece.text for piece in node.line)
                    assert "more, listed below" in text or text in told or article.kind is Kind.STAGE
    assert drawn > 100


def test_a_rule_that_reads_more_than_can_be_drawn_says_so_and_lists_all_of_it() -> None:
    page = Read(default_site()["rules/abuse-accounts-differ-or-open.html"])
    assert page.text.count("A pattern of coercive control") >= 3


def test_everybody_who_is_asked_or_whose_word_settles_finds_the_questions_under_their_name() -> None:
    (people,) = [article for article in articles(default()) if article.id == "people"]
    for group in people.groups:
        linked = {ref.id for block in group.blocks for ref in _refs(block) if ref.kind is Kind.QUESTION}
        for question in default().policy.questions.values():
            concerned = {source.value for source in (*question.asked_of, *question.corroborate)}
            assert (question.id in linked) == (group.id in concerned)
    assert {"police", "partner-support", "client"} <= {group.id for group in people.groups}


def test_nothing_of_a_policy_becomes_markup_and_nothing_is_hidden_in_it() -> None:
    policy = small().policy
    hostile = replace(
        policy,
        title=HOSTILE,
        owner=HOSTILE,
        questions={n: replace(q, ask=HOSTILE, help=HOSTILE, section=HOSTILE) for n, q in policy.questions.items()},
        flags={n: replace(f, title=HOSTILE, meaning=HOSTILE, tell=(HOSTILE,)) for n, f in policy.flags.items()},
        rules={n: replace(r, title=HOSTILE, because=HOSTILE, limits=HOSTILE) for n, r in policy.rules.items()},
        works={n: replace(w, title=HOSTILE, link="javascript:alert(1)") for n, w in policy.works.items()},
    )
    scenarios = tuple(replace(each, name=HOSTILE, why=HOSTILE) for each in SCENARIOS)
    pages = dict(site(replace(small(), policy=hostile, scenarios=scenarios)))
    assert faults(pages) == []
    for name, page in pages.items():
        read = Read(page)
        assert not {"script", "img", "iframe", "link", "object", "form"} & set(read.elements), name
        assert not any(attribute.startswith("on") for attribute in read.attributes), name
        assert not any(link.startswith("javascript") for link in read.links), name
        assert "\x1b" not in page
        assert "\u202e" not in page
    assert "alert(1)" in Read(pages["flags/overheard.html"]).text
    assert "{{ 7*7 }}" in Read(pages["flags/overheard.html"]).text


def test_a_page_allows_its_own_style_sheet_and_nothing_else() -> None:
    for page in small_site().values():
        style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
        assert style is not None
        digest = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
        allowed = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        assert f'content="{allowed}"' in unescape(page)
        assert "url(" not in style.group(1)
        assert "@import" not in style.group(1)


def test_the_same_policy_gives_the_same_bytes_in_whatever_order_it_was_read() -> None:
    policy = small().policy
    turned = replace(
        policy,
        flags=dict(reversed(list(policy.flags.items()))),
        rules=dict(reversed(list(policy.rules.items()))),
        safeguards=dict(reversed(list(policy.safeguards.items()))),
        works=dict(reversed(list(policy.works.items()))),
        invariants=dict(reversed(list(policy.invariants.items()))),
    )
    assert dict(site(replace(small(), policy=turned))) == small_site()


def test_texts_of_another_language_are_marked_as_such_and_the_pages_stay_english() -> None:
    german = Material(api.load_policy(None, "de"), "0.1.0")
    about = About(german.policy.title, german.policy.version, german.policy.speech.language)
    page = page_text(question_article(german, german.policy.questions["lives-with-partner"]), about)
    assert '<html lang="en">' in page
    assert '<span lang="de">' in page
    assert "Asked of" in page
    assert "Leben Sie zurzeit" in page


def test_a_scenario_that_failed_is_seen_on_the_first_page_its_rule_and_its_list_with_why() -> None:
    pages = small_site()
    assert "1 failed" in Read(pages["index.html"]).text
    for name in ("rules/not-alone.html", "scenarios.html"):
        assert "came that it does not" in Read(pages[name]).text
    assert "failed" not in Read(pages["rules/device-shared.html"]).text


def test_scenarios_tagged_with_a_rule_themselves_stand_before_those_of_a_tagged_feature() -> None:
    whole = replace(SCENARIOS[0], name="Of a tagged feature", line=2)
    itself = replace(SCENARIOS[0], own=("device-shared",))
    material = Material(small().policy, "0.1.0", (whole, itself, replace(whole, line=40)))
    assert [each.line for each in material.tagged["device-shared"]] == [8, 2, 40]


def test_what_the_scenarios_see_names_them_where_they_are_known() -> None:
    rule = Read(small_site()["rules/device-shared.html"]).text
    assert "features/start/devices.feature:8 (She knows of the tablet he does not mention)" in rule
    assert "a:1, b:2" in rule


def test_what_was_not_run_measured_or_kept_is_said() -> None:
    bare = tuple(replace(each, went=Went.NOT_RUN, why="") for each in SCENARIOS)
    pages = dict(site(Material(small().policy, "0.1.0", bare, None, History(none="No history is kept."))))
    rule = Read(pages["rules/device-shared.html"]).text
    assert "They were not run" in rule
    assert "was not measured" in rule
    assert "No history is kept." in Read(pages["history.html"]).text
    none = dict(site(Material(small().policy, "0.1.0", None)))
    assert "has no scenarios" in Read(none["scenarios.html"]).text


def test_every_page_says_that_it_is_no_validated_instrument_and_who_decides() -> None:
    for name, page in small_site().items():
        text = Read(page).text.lower()
        assert "not a validated instrument" in text, name
        assert "decides" in text, name
