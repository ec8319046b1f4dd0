"""The articles on questions, flags, safeguards and sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.model.policy import Effect, Flag, Rule, Safeguard
from engine.model.question import Nature, Question, Stage
from engine.model.work import Citation, Work
from engine.report.assurance.site_material import Material, live
from engine.report.assurance.site_parts import (
    Article,
    Badge,
    Block,
    Chart,
    Code,
    Fact,
    Group,
    Kind,
    Line,
    Own,
    Piece,
    Point,
    Points,
    Web,
    fact,
    facts,
    joined,
    point,
    text,
)
from engine.report.assurance.site_pictures import of_flag, of_rules
from engine.report.assurance.site_words import (
    STATUSES,
    asked_when,
    capital,
    cited,
    effect,
    heading,
    people,
    stages,
    to_flag,
    to_question,
    to_rule,
    to_safeguard,
    to_stage,
    when_raised,
)
from engine.report.words import say

WORSE = "The order of the answers is meaning: from least to most concerning."


def written_at(material: Material, kind: Kind, name: str, *, whole: bool = True) -> tuple[Fact, ...]:
    """Return where an entry is written, and when it was last changed, as far as that is known; nothing for print."""
    found: list[Fact] = []
    if not whole:
        return ()
    if (kind, name) in material.places:
        found.append(fact("Written in", (Code(material.places[kind, name]),)))
    change = material.history.last(kind, name)
    if change is not None:
        found.append(fact("Last change", (f"{change.day}: {change.summary}",)))
    return tuple(found)


def rule_points(rules: Iterable[Rule]) -> tuple[Point, ...]:
    """Return rules as points, each with its id, and with its status where it is not in force."""
    return tuple(Point(rule_line(rule)) for rule in rules)


def rule_line(rule: Rule) -> Line:
    """Return a rule as a line, with its status where it is not in force."""
    status: Line = () if live(rule) else (" - ", Badge(STATUSES[rule.status]))
    return (to_rule(rule), " ", Code(rule.id), *status)


# Questions ------------------------------------------------------------------------------------------------------------


def question_article(material: Material, question: Question, *, whole: bool = True) -> Article:
    """Return what is said about a question."""
    policy = material.policy
    citations = cited(policy, question.source)
    settled: tuple[Line, ...] = ()
    if not question.open:
        by = people(question.corroborate, "or")
        settled = (
            (f"The word of {by} settles it. What anybody else says can raise a concern and takes none away.",)
            if question.corroborate
            else ("Anybody's word settles it.",),
        )
    aged = "An answer does not grow old."
    if question.valid_for is not None:
        counts = f"An answer counts for {say.age(question.valid_for)}."
        aged = f"{counts} After that it still raises a concern, and no longer takes one away: ask again."
    known = facts(
        fact("Asked of", capital(people(question.asked_of))),
        fact("Stage", (to_stage(question.stage),)) if whole else None,
        fact("Section", (Own(question.section),)) if whole else None,
        Fact("Whose word settles it", settled),
        fact("How long it counts", aged),
        fact("Can it change", _NATURES[question.nature]),
        Fact("Source", citations),
        *written_at(material, Kind.QUESTION, question.id, whole=whole),
    )
    lead: tuple[Block, ...] = (text("“", Own(question.ask), "”", tone="strong"),)
    if question.help:
        lead = (*lead, text(Own(question.help)))
    return Article(
        Kind.QUESTION,
        question.id,
        (Own(heading(question)),),
        (*lead, known),
        tuple(_question_groups(material, question, whole=whole)),
    )


_NATURES = {
    Nature.CHANGEABLE: "Yes: what it asks about can change.",
    Nature.FACT: "No: it is a fact, and is never named as something that would have to change.",
}


def _question_groups(material: Material, question: Question, *, whole: bool) -> Iterator[Group]:
    policy = material.policy
    condition = tuple(asked_when(material, question))
    if condition:
        said = "It applies only when this is so; where it does not apply, every test of it is false:"
        yield Group("only-if", ("When it is asked",), (text(said), Points(condition)))
    yield Group("answers", ("Answers",), tuple(_answers(material, question, whole=whole)))
    readers = material.readers.get(question.id, ())
    governed = material.governed.get(question.id, ())
    blocks: list[Block] = []
    if readers:
        blocks.append(Points(rule_points(readers)))
    elif not governed:
        blocks.append(text("No rule reads it. It is there to think and talk about, and is printed with the case."))
    if governed:
        decides = tuple(point(to_question(policy, each.id), " ", Code(each.id)) for each in governed)
        blocks += [text("It decides whether these questions are asked:"), Points(decides)]
    needing = [s for s in sorted(policy.safeguards.values(), key=lambda s: s.id) if question.id in s.needs]
    if needing:
        named = tuple(point(to_safeguard(policy, each.id), " ", Code(each.id)) for each in needing)
        blocks += [text("These safeguards need it of the programme:"), Points(named)]
    yield Group("read-by", ("What reads it",), tuple(blocks))
    chart = of_rules(material, filter(live, readers), f"What follows from: {heading(question)}", only=question.id)
    yield from picture(chart, "picture", "Where it leads", wanted=whole)


def picture(chart: Chart | None, name: str, title: str, *, wanted: bool) -> Iterator[Group]:
    """Yield a picture under a heading of its own, if it is wanted and there is one."""
    if wanted and chart is not None:
        yield Group(name, (title,), (chart,))


def _answers(material: Material, question: Question, *, whole: bool) -> Iterator[Block]:
    if question.open:
        yield text("The answer is in the person's own words. It is recorded and printed, and no rule reads it.")
        return
    yield text(WORSE + (" Several may be given." if question.several else ""), tone="quiet")
    points = []
    for word in question.answers:
        worded = question.say(word)
        line: tuple[Piece, ...] = (Code(word),) if worded == word else (Own(worded), " ", Code(word))
        rules = [rule for rule in material.answer_readers.get((question.id, word), ()) if live(rule)]
        tested = joined([(to_rule(rule),) for rule in rules], "; ")
        below = (point("tested for by: ", *tested),) if rules and whole else ()
        points.append(Point(line, below))
    yield Points(tuple(points), ordered=True)


# Flags ----------------------------------------------------------------------------------------------------------------


def flag_article(material: Material, flag: Flag, *, whole: bool = True) -> Article:
    """Return what is said about a flag."""
    groups = [
        Group("raised-by", ("Rules that raise it",), _rules(material.raisers.get(flag.id, ()), "No rule raises it.")),
        Group("remedies", ("What resolves it",), tuple(_remedies(material, flag))),
    ]
    if flag.tell:
        told = Points(tuple(point(Own(each)) for each in flag.tell))
        groups.append(Group("tell", ("Who is told at once",), (text("When it is raised, these are told:"), told)))
    readers = material.flag_readers.get(flag.id, ())
    if readers:
        groups.append(Group("read-by", ("Rules that read it",), _rules(readers, "")))
    before, after = of_flag(material, flag)
    groups += picture(before, "before", "How it comes to be raised", wanted=whole)
    groups += picture(after, "after", "What follows from it", wanted=whole)
    stands = {stage for rule in material.raisers.get(flag.id, ()) if live(rule) for stage in rule.stages}
    at = [stage for stage in Stage if stage in stands]
    lead = (
        text(effect(flag), tone=""),
        text(Own(flag.meaning)),
        facts(
            fact("When it is raised", *when_raised(flag, at)),
            fact("When it could still be", _STILL_OPEN[flag.effect]),
            fact("Can be raised at", stages(at)) if at else None,
            fact("Partner support", _PARTNER_SUPPORT[flag.partner_safety]),
            *written_at(material, Kind.FLAG, flag.id, whole=whole),
        ),
    )
    return Article(Kind.FLAG, flag.id, (Own(flag.title),), lead, tuple(groups))


_STILL_OPEN = {
    Effect.EXCLUDE: "Nothing can be recommended yet.",
    Effect.CAUTION: "Safeguards that rules call for because of it are called for already.",
}
_PARTNER_SUPPORT = {
    True: "It bears on the (ex-)partner's safety: it stands in the copy for partner support.",
    False: "It does not stand in the copy for partner support.",
}


def _rules(rules: Iterable[Rule], none: str) -> tuple[Block, ...]:
    points = rule_points(rules)
    return (Points(points),) if points else (text(none),)


def _remedies(material: Material, flag: Flag) -> Iterator[Block]:
    policy = material.policy
    derived = any(rule.derived for rule in material.raisers.get(flag.id, ()))
    if flag.remedy:
        yield text("Once these are in place, the case is screened again:")
        yield Points(tuple(point(to_safeguard(policy, name), " ", Code(name)) for name in flag.remedy))
    elif derived:
        yield text(say.ONLY_THE_PROGRAMME)
    else:
        yield text("No safeguard resolves it.")


# Safeguards -----------------------------------------------------------------------------------------------------------


def safeguard_article(material: Material, safeguard: Safeguard, *, whole: bool = True) -> Article:
    """Return what is said about a safeguard."""
    policy = material.policy
    base = [stage for stage in material.stages() if safeguard.id in policy.base_at(stage)]
    lead = (
        text(Own(safeguard.do), tone="strong"),
        facts(
            fact("Who", (Own(safeguard.who),)),
            fact("By when", (Own(safeguard.by),)),
            fact("How it is checked", (Own(safeguard.check),)),
            fact("At every session", "Yes." if safeguard.each_session else "No."),
            Fact("Needs of the programme", tuple((to_question(policy, need),) for need in safeguard.needs)),
            fact("Said to the client", ("“", Own(safeguard.client_wording), "”")) if safeguard.client_wording else None,
            fact("Partner support", _PARTNER_SUPPORT[safeguard.partner_safety]),
            *written_at(material, Kind.SAFEGUARD, safeguard.id, whole=whole),
        ),
    )
    callers = material.callers.get(safeguard.id, ())
    blocks: list[Block] = []
    if base:
        blocks.append(text("It belongs to every recommendation with conditions at: ", *stages(base), "."))
    if callers:
        blocks += [text("These rules call for it:"), Points(rule_points(callers))]
    if not blocks:
        blocks.append(text("No rule calls for it."))
    groups = [Group("called-for-by", ("Who calls for it",), tuple(blocks))]
    if remedied := material.remedied.get(safeguard.id, ()):
        named = tuple(point(to_flag(policy, flag.id), " ", Code(flag.id)) for flag in remedied)
        groups.append(Group("resolves", ("Flags that it resolves",), (Points(named),)))
    if need := material.need_readers.get(safeguard.id, ()):
        said = "Where the programme lacks what it needs, it cannot be put in place. These rules see to that:"
        groups.append(
            Group("needs", ("When the programme lacks what it needs",), (text(said), Points(rule_points(need))))
        )
    chart = of_rules(material, filter(live, callers), f"What calls for: {safeguard.title}")
    groups += picture(chart, "picture", "How it comes to be called for", wanted=whole)
    return Article(Kind.SAFEGUARD, safeguard.id, (Own(safeguard.title),), lead, tuple(groups))


# Sources --------------------------------------------------------------------------------------------------------------


def work_article(material: Material, work: Work) -> Article:
    """Return what is said about a work that the policy cites."""
    policy = material.policy
    lead = (
        facts(
            fact("Published by", (Own(work.publisher),)),
            fact("Year", work.year),
            fact("Kind", work.kind),
            fact("Where to find it", (Web(work.link),)) if work.link else None,
            fact("How far it was read", (Own(work.note),)) if work.note else None,
            *written_at(material, Kind.WORK, work.key),
        ),
    )
    rules = [(rule_line(rule), rule.source) for rule in material.rules()]
    questions: list[tuple[Line, tuple[Citation, ...]]] = [
        ((to_question(policy, each.id), " ", Code(each.id)), each.source) for each in policy.questions.values()
    ]
    groups = []
    for name, title, entries in (
        ("rules", "Rules that cite it", rules),
        ("questions", "Questions that cite it", questions),
    ):
        citing = tuple(_citing(work, entries))
        if citing:
            groups.append(Group(name, (f"{title} ({len(citing)})",), (Points(citing),)))
    if not groups:
        groups.append(Group("uncited", ("Who cites it",), (text("Nothing in this policy cites it."),)))
    return Article(Kind.WORK, work.key, (Own(work.title),), lead, tuple(groups))


def _citing(work: Work, entries: Iterable[tuple[Line, tuple[Citation, ...]]]) -> Iterator[Point]:
    for line, citations in entries:
        places = [", ".join(each.places) for each in citations if each.work == work.key]
        if places:
            at = "; ".join(place for place in places if place)
            yield point(*line, f" - {at}" if at else "")
