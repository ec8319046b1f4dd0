"""The whole site of a policy: every page by its path. The same material gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.policy import Effect
from engine.model.question import Stage
from engine.report.assurance import site_lists
from engine.report.assurance.site_entries import flag_article, question_article, safeguard_article, work_article
from engine.report.assurance.site_home import home_article
from engine.report.assurance.site_material import Material
from engine.report.assurance.site_parts import Article, Line, Own, text
from engine.report.assurance.site_people import people_article
from engine.report.assurance.site_pictures import FURNITURE, topics
from engine.report.assurance.site_promises import glossary_article, promises_article
from engine.report.assurance.site_render import About, Part, handbook_text, page_text, path_of
from engine.report.assurance.site_rules import rule_article
from engine.report.assurance.site_stages import stage_article
from engine.report.assurance.site_words import STAGE_TITLES

HANDBOOK = "handbook.html"


def site(material: Material) -> Iterator[tuple[str, str]]:
    """Yield every page of the site: its path from the top, and its text."""
    policy = material.policy
    about = About(policy.title, policy.version, policy.speech.language)
    for article in articles(material):
        yield path_of(article.kind, article.id), page_text(article, about)
    yield HANDBOOK, handbook_text(tuple(_parts(material)), home_for_print(material), about)


def articles(material: Material) -> Iterator[Article]:
    """Yield every article that has a page of its own."""
    policy = material.policy
    yield home_article(material)
    yield site_lists.stages_article(material)
    yield site_lists.questions_article(material)
    yield site_lists.rules_article(material)
    yield site_lists.flags_article(material)
    yield site_lists.safeguards_article(material)
    yield people_article(material)
    yield site_lists.sources_article(material)
    yield site_lists.scenarios_article(material)
    yield site_lists.history_article(material)
    yield site_lists.a_to_z_article(material)
    yield site_lists.words_article(material)
    yield promises_article(material)
    yield glossary_article()
    for stage in material.stages():
        yield stage_article(material, stage)
    for question in policy.questions.values():
        yield question_article(material, question)
    for flag in policy.flags.values():
        yield flag_article(material, flag)
    for rule in material.rules():
        yield rule_article(material, rule)
    for safeguard in policy.safeguards.values():
        yield safeguard_article(material, safeguard)
    for work in policy.works.values():
        yield work_article(material, work)


def home_for_print(material: Material) -> Article:
    """Return the opening of the handbook: the first page without its list of pages."""
    home = home_article(material)
    groups = tuple(group for group in home.groups if group.id != "where")
    left_out = (text(_LEFT_OUT),) if any(rule.derived for rule in material.rules()) else ()
    return Article(home.kind, home.id, home.title, (*home.lead, *left_out), groups)


_LEFT_OUT = (
    "Left out here: scenarios, history, and the rules and flags that forethought writes itself from what safeguards "
    "need of the programme. Each safeguard names what it needs."
)


def _parts(material: Material) -> Iterator[Part]:
    policy = material.policy
    stages = tuple(stage_article(material, stage, whole=False) for stage in material.stages())
    yield Part("stages", "Stages", (((), stages),))
    yield Part("questions", "Questions", tuple(_questions(material)))
    yield Part("rules", "Rules", tuple(_rules(material)))
    derived = {rule.raises for rule in material.rules() if rule.derived}
    own = [flag for flag in policy.flags.values() if flag.id not in derived]
    flags = sorted(own, key=lambda flag: (flag.effect is not Effect.EXCLUDE, flag.id))
    yield Part("flags", "Flags", (((), tuple(flag_article(material, flag, whole=False) for flag in flags)),))
    measures = sorted(policy.safeguards.values(), key=lambda safeguard: safeguard.id)
    safeguards = tuple(safeguard_article(material, each, whole=False) for each in measures)
    yield Part("safeguards", "Safeguards", (((), safeguards),))
    works = sorted(policy.works.values(), key=lambda work: work.key)
    yield Part("sources", "Sources", (((), tuple(work_article(material, work) for work in works)),))
    yield Part(
        "promises",
        "Who is asked, promises and words",
        (((), (people_article(material), promises_article(material), glossary_article())),),
    )


def _questions(material: Material) -> Iterator[tuple[Line, tuple[Article, ...]]]:
    for stage in material.stages():
        asked = material.policy.questions_at(stage)
        for section in dict.fromkeys(question.section for question in asked):
            here = [question for question in asked if question.section == section]
            yield (
                (f"{STAGE_TITLES[stage]}: ", Own(section)),
                tuple(question_article(material, question, whole=False) for question in here),
            )


def _rules(material: Material) -> Iterator[tuple[Line, tuple[Article, ...]]]:
    for stage in material.stages():
        yield from _rules_at(material, stage)


def _rules_at(material: Material, stage: Stage) -> Iterator[tuple[Line, tuple[Article, ...]]]:
    told: set[str] = set()
    for topic in topics(material, stage):
        here = [rule for rule in topic.rules if rule.stage is stage and not rule.derived]
        told.update(rule.id for rule in here)
        if here:
            named = topic.name if topic.name in FURNITURE else Own(topic.name)
            heading = (f"{STAGE_TITLES[stage]}: ", named)
            yield heading, tuple(rule_article(material, rule, whole=False) for rule in here)
    idle = [rule for rule in material.rules() if rule.stage is stage and rule.id not in told and not rule.derived]
    if idle:
        yield (
            (f"{STAGE_TITLES[stage]}: not in force",),
            tuple(rule_article(material, rule, whole=False) for rule in idle),
        )
