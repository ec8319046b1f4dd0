"""The article on a stage: its outcomes, what is asked and evaluated there, and the picture of how its rules chain."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.policy import Effect, Outcome
from engine.model.question import Stage
from engine.report.assurance.site_entries import rule_line
from engine.report.assurance.site_material import Material
from engine.report.assurance.site_parts import (
    Article,
    Block,
    Code,
    Group,
    Kind,
    Own,
    Point,
    Points,
    fact,
    facts,
    point,
    text,
)
from engine.report.assurance.site_pictures import FURNITURE, Topic, of_stage, topics
from engine.report.assurance.site_words import (
    STAGE_TITLES,
    capital,
    counted,
    outcome,
    to_flag,
    to_question,
    to_safeguard,
)
from engine.report.words import say

_WHEN = {
    Outcome.AGAINST: "a flag that speaks against is raised",
    Outcome.UNDETERMINED: "no such flag is raised, but one could still be: something is not known or not confirmed",
    Outcome.CONDITIONAL: "no such flag is raised, and none could still be; with every safeguard that is called for",
}


def stage_article(material: Material, stage: Stage, *, whole: bool = True) -> Article:
    """Return what is said about a stage; `whole`: with every entry that belongs to it."""
    policy = material.policy
    found = topics(material, stage)
    groups = [Group("outcomes", ("What can be recommended",), tuple(_outcomes(stage)))]
    if chart := of_stage(material, found):
        groups.append(Group("picture", ("How its rules chain",), (*_introduction(), chart)))
    if whole:
        groups += _topics(material, stage, found)
        groups += _flags(material, stage)
    if base := policy.base_at(stage):
        said = "These belong to every recommendation with conditions at this stage:"
        points = tuple(point(to_safeguard(policy, name), " ", Code(name)) for name in base)
        groups.append(Group("base", ("Safeguards for every case",), (text(said), Points(points))))
    if whole and (called := sorted(policy.callers(stage))):
        points = tuple(point(to_safeguard(policy, name), " ", Code(name)) for name in called)
        groups.append(Group("called-for", ("Safeguards that rules call for",), (Points(points),)))
    if routes := policy.other_routes.get(stage):
        said = "Where online work is not recommended, or not yet, these are the other ways:"
        groups.append(
            Group("routes", ("Other routes",), (text(said), Points(tuple(point(Own(each)) for each in routes))))
        )
    days = policy.review.get(stage)
    lead = (
        facts(
            fact("Word in the files", (Code(stage.value),)),
            fact("It is about", capital(say.STAGES[stage]) + "."),
            fact(
                "It holds",
                f"{counted(len(policy.questions_at(stage)), 'question')}, "
                f"{counted(len(policy.in_force(stage)), 'rule')} in force, "
                f"{counted(len(policy.raisers(stage)), 'flag')} that can be raised",
            ),
            fact("Screen again after", f"{say.age(days)}, and at once when anything changes.") if days else None,
        ),
    )
    return Article(Kind.STAGE, stage.value, (STAGE_TITLES[stage],), lead, tuple(groups), contents=whole)


def _outcomes(stage: Stage) -> Iterator[Block]:
    if stage is Stage.STRUCTURAL:
        yield text(f"{capital(say.REFLECTION_TEXT)}: what was answered, what was not, and what to think about.")
        return
    yield text("One of three, in this order; there is no unconditional yes. The practitioner decides.")
    yield Points(tuple(point(f"{capital(outcome(stage, which))}: {_WHEN[which]}.") for which in Outcome), ordered=True)


def _introduction() -> Iterator[Block]:
    yield text(
        "From the sections of questions, by way of the rules, to the flags and safeguards that these lead to. "
        "The page of every rule, flag, safeguard and question has a picture of its own."
    )


def _topics(material: Material, stage: Stage, found: tuple[Topic, ...]) -> Iterator[Group]:
    policy = material.policy
    for number, topic in enumerate(found, 1):
        heading = (topic.name if topic.name in FURNITURE else Own(topic.name),)
        blocks: list[Block] = []
        if asked := [question for question in topic.questions if question.stage is stage]:
            blocks += [text("Questions:"), Points(tuple(point(to_question(policy, each.id)) for each in asked))]
        if earlier := [question for question in topic.questions if question.stage is not stage]:
            said = "Asked at an earlier stage:" if stage.of_client else "Asked at another stage:"
            blocks += [text(said), Points(tuple(point(to_question(policy, each.id)) for each in earlier))]
        if topic.rules:
            blocks += [text("Rules:"), Points(tuple(Point(rule_line(rule)) for rule in topic.rules))]
        yield Group(f"topic-{number}", heading, tuple(blocks))


def _flags(material: Material, stage: Stage) -> Iterator[Group]:
    policy = material.policy
    raised = policy.raisers(stage)
    titles = ((Effect.EXCLUDE, "Flags that speak against"), (Effect.CAUTION, "Flags that call for care"))
    for which, title in titles:
        names = [name for name in raised if policy.flags[name].effect is which]
        points = tuple(point(to_flag(policy, name), " ", Code(name)) for name in names)
        if points:
            yield Group(f"flags-{which.value}", (f"{title} ({len(points)})",), (Points(points),))
