"""Who is asked what, whose word settles what, and who is told: the policy as each of these people meets it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from engine.model.question import Question
from engine.model.source import Source
from engine.report.assurance.site_material import Material, live
from engine.report.assurance.site_parts import Article, Block, Group, Kind, Point, Points, point, text
from engine.report.assurance.site_words import STAGE_TITLES, capital, to_question, to_rule
from engine.report.words import say


def people_article(material: Material) -> Article:
    """Return, for everybody whom the policy names, what they are asked and what their word settles."""
    groups = [
        Group(source.value, (capital(say.source_name(source)),), blocks)
        for source in Source
        if (blocks := tuple(_blocks(material, source)))
    ]
    said = (
        "For everybody whom an answer can come from: what they are asked, what their word settles, and where a rule "
        "names them because an answer is missing. Whoever it is may answer any question; a concern always counts. "
        "Nobody is pressed."
    )
    return Article(Kind.PAGE, "people", ("Who is asked",), (text(said),), tuple(groups), contents=True)


def _blocks(material: Material, source: Source) -> Iterator[Block]:
    yield from _questions(material, "What they are asked:", lambda question: source in question.asked_of)
    yield from _questions(material, "What their word settles:", lambda question: source in question.corroborate)
    rules = [rule for rule in material.rules() if live(rule) and source in rule.if_unknown_ask]
    if rules:
        yield text("To be asked when it cannot be told whether these rules apply:")
        yield Points(tuple(point(to_rule(rule)) for rule in rules))


def _questions(material: Material, label: str, wanted: Callable[[Question], bool]) -> Iterator[Block]:
    points = tuple(_by_stage(material, filter(wanted, material.policy.questions.values())))
    if points:
        yield text(label)
        yield Points(points)


def _by_stage(material: Material, found: Iterable[Question]) -> Iterator[Point]:
    questions = list(found)
    for stage in material.stages():
        here = tuple(point(to_question(material.policy, each.id)) for each in questions if each.stage is stage)
        if here:
            yield Point((STAGE_TITLES[stage],), here)
