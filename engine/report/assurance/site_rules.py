"""The article on a rule: what it reads, what it leads to, its papers, its scenarios and what these see of it."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.condition import IsUnknown, SourcesDiffer, leaves_of
from engine.model.policy import Rule, Status
from engine.report.assurance.site_entries import written_at
from engine.report.assurance.site_material import Material, Scenario, Sight, Went, live
from engine.report.assurance.site_parts import (
    Article,
    Badge,
    Block,
    Code,
    Fact,
    Fold,
    Group,
    Kind,
    Line,
    Own,
    Point,
    Points,
    Ref,
    Steps,
    Tag,
    fact,
    facts,
    joined,
    point,
    text,
)
from engine.report.assurance.site_pictures import of_flag, of_rules
from engine.report.assurance.site_words import (
    STATUSES,
    cited,
    counted,
    effect,
    in_points,
    node,
    people,
    stages,
    to_flag,
    to_safeguard,
    to_stage,
    when_raised,
)
from engine.report.words import say

_TAGS = {Went.PASSED: Tag.PASSED, Went.FAILED: Tag.FAILED, Went.NOT_RUN: Tag.PLAIN}
_MOST_NAMED = 2
"""So many scenarios are named for one thing that they see; the others are a number."""


def rule_article(material: Material, rule: Rule, *, whole: bool = True) -> Article:
    """Return what is said about a rule; `whole`: with its picture, its scenarios and its coverage."""
    policy = material.policy
    limits = (Own(rule.limits),) if rule.limits else ()
    replaced = policy.rules.get(rule.replaced_by)
    known = facts(
        fact("Status", STATUSES[rule.status][:1].upper() + STATUSES[rule.status][1:] + "."),
        fact("Replaced by", (Ref(Kind.RULE, replaced.id, replaced.title),)) if replaced is not None else None,
        fact("Stages", stages(rule.stages)),
        fact("Rests on", say.AUTHORITIES[rule.authority]),
        Fact("Source", cited(policy, rule.source)),
        fact("Owner", (Own(rule.owner),)),
        fact("If it cannot be told, ask", people(rule.if_unknown_ask, "or")) if rule.if_unknown_ask else None,
        fact("Limits", limits) if limits else None,
        *written_at(material, Kind.RULE, rule.id, whole=whole),
    )
    lead: list[Block] = [text(Own(rule.because), tone="strong")]
    if rule.derived:
        lead.append(
            text(
                "This rule is written by forethought itself: it follows from what the safeguard needs. It has no "
                "scenarios of its own."
            )
        )
    groups = [
        Group("condition", ("When it applies",), tuple(_condition(material, rule))),
        Group("leads-to", ("What it leads to",), tuple(_leads_to(material, rule))),
        Group("papers", ("Its papers",), (known,)),
    ]
    if whole:
        groups.append(Group("picture", ("How it chains",), tuple(_pictures(material, rule))))
        groups += _coverage(material, rule)
        groups += _scenarios(material, rule)
    return Article(Kind.RULE, rule.id, (Own(rule.title),), tuple(lead), tuple(groups), contents=whole)


def _condition(material: Material, rule: Rule) -> Iterator[Block]:
    if not live(rule):
        yield text(f"The rule is not in force ({STATUSES[rule.status]}): nothing evaluates it.")
    yield Points((in_points(material, rule.when),))
    if not all(isinstance(leaf, IsUnknown | SourcesDiffer) for leaf in leaves_of(rule.when)):
        yield text("As long as an answer that decides it is not known, the rule could still apply.", tone="quiet")


def _pictures(material: Material, rule: Rule) -> Iterator[Block]:
    if chart := of_rules(material, [rule], f"How this rule chains: {rule.title}"):
        yield chart
    if rule.raises and (chart := of_flag(material, material.policy.flags[rule.raises])[1]):
        yield text("What follows when that flag is raised:")
        yield chart


def _leads_to(material: Material, rule: Rule) -> Iterator[Block]:
    policy = material.policy
    if rule.raises:
        flag = policy.flags[rule.raises]
        yield text("It raises the flag ", to_flag(policy, flag.id), " ", Code(flag.id), " ", effect(flag))
        yield Points(tuple(map(Point, when_raised(flag, rule.stages))))
        readers = material.flag_readers.get(flag.id, ())
        if readers:
            yield text("These rules read that flag:")
            yield Points(tuple(point(Ref(Kind.RULE, each.id, each.title)) for each in readers))
    if rule.recommends:
        yield text("It calls for:")
        yield Points(tuple(point(to_safeguard(policy, name), " ", Code(name)) for name in rule.recommends))


# Scenarios ------------------------------------------------------------------------------------------------------------


def _scenarios(material: Material, rule: Rule) -> Iterator[Group]:
    found = material.tagged.get(rule.id, ())
    if not found:
        if not rule.derived:
            yield Group("scenarios", ("Scenarios",), (text("No scenario is tagged with this rule."),))
        return
    yield Group("scenarios", (f"Scenarios ({len(found)})",), (text(*tally(found)), *map(scenario_fold, found)))


def tally(found: tuple[Scenario, ...]) -> Line:
    """Return how many scenarios passed, failed or were not run."""
    counts = {went: sum(each.went is went for each in found) for went in Went}
    if counts[Went.NOT_RUN] == len(found):
        return ("They were not run when this page was written.",)
    told = [f"{number} {went.value}" for went, number in counts.items() if number]
    return ("When this page was written: ", ", ".join(told), ".")


def scenario_fold(scenario: Scenario) -> Fold:
    """Return a scenario that can be opened to its steps."""
    blocks: list[Block] = []
    if scenario.why:
        blocks.append(text(scenario.why, tone="strong"))
    blocks += [
        Steps(tuple(_steps(scenario))),
        text("Written in ", Code(f"{scenario.file}:{scenario.line}"), tone="quiet"),
    ]
    return Fold((Badge(scenario.went.value, _TAGS[scenario.went]), " ", scenario.name), tuple(blocks))


def _steps(scenario: Scenario) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    before = ""
    for step in scenario.steps:
        keyword = "And" if step.keyword == before else step.keyword.capitalize()
        before = step.keyword
        yield f"{keyword} {step.text}", step.table


# Coverage -------------------------------------------------------------------------------------------------------------


def _coverage(material: Material, rule: Rule) -> Iterator[Group]:
    if rule.derived or rule.status is not Status.IN_FORCE:
        return
    if material.coverage is None:
        why = "What the scenarios see of this rule was not measured when this page was written."
        yield Group("coverage", ("What the scenarios see",), (text(why),))
        return
    blocks: list[Block] = [
        text(
            "For each test: the scenarios in which it was true, false or unknown while it alone decided the rule. "
            "Where nothing is named, the test could be changed like that and no scenario would notice.",
            tone="quiet",
        )
    ]
    for stage in rule.stages:
        sights = material.coverage.get((rule.id, stage))
        if sights is not None:
            if len(rule.stages) > 1:
                blocks.append(text(to_stage(stage), ":"))
            blocks.append(Points(tuple(_seen(material, rule, sights))))
    yield Group("coverage", ("What the scenarios see",), tuple(blocks))


def _seen(material: Material, rule: Rule, sights: tuple[Sight, ...]) -> Iterator[Point]:
    for leaf, sight in zip(leaves_of(rule.when), sights, strict=False):
        below = tuple(Point(_by(material, truth, scenarios)) for truth, scenarios in sight.seen.items())
        yield Point(node(material, leaf), below)


def _by(material: Material, truth: str, scenarios: tuple[str, ...]) -> Line:
    if not scenarios:
        return (Badge("not seen", Tag.FAILED), f" {truth}")
    named = joined([_named(material, each) for each in scenarios[:_MOST_NAMED]])
    more = f" and {counted(len(scenarios) - _MOST_NAMED, 'other')}" if len(scenarios) > _MOST_NAMED else ""
    return (Badge("seen", Tag.PASSED), f" {truth}: ", *named, more)


def _named(material: Material, place: str) -> Line:
    """Return where a scenario is written, with its name where that is known."""
    name = material.called.get(place)
    return (Code(place), f" ({name})") if name is not None else (Code(place),)
