"""The first page: what this policy is, whose it is, how far it can be trusted, and where everything stands."""

from __future__ import annotations

from collections.abc import Iterator

from engine.report.assurance.site_lists import page
from engine.report.assurance.site_material import Material, Went
from engine.report.assurance.site_parts import (
    Article,
    Badge,
    Block,
    Code,
    Group,
    Kind,
    Line,
    Own,
    Points,
    Tag,
    fact,
    facts,
    point,
    text,
)
from engine.report.assurance.site_rules import tally
from engine.report.assurance.site_words import counted, to_stage
from engine.report.words import say


def home_article(material: Material) -> Article:
    """Return the first page."""
    policy = material.policy
    lead: list[Block] = [
        text("This is not a validated instrument, and it decides nothing. The practitioner decides.", tone="strong"),
        text(Own(policy.summary)),
        text(say.NOTICE),
        text(
            "For the people who run, staff or oversee the programme. Not for clients: it shows which answers weigh, "
            "and what partner support and the police are asked."
        ),
    ]
    if policy.translation_note:
        lead.append(text("Translation: ", Own(policy.translation_note)))
    return Article(
        Kind.PAGE, "index", (Own(policy.title),), tuple(lead), (_which(material), _where(material), _reading())
    )


def _which(material: Material) -> Group:
    policy = material.policy
    known = facts(
        fact("Policy", (Code(policy.id),)),
        fact("Version", policy.version),
        fact("In force from", say.day(policy.effective_from)),
        fact("Owner", (Own(policy.owner),)),
        fact("Languages", f"{', '.join(policy.languages)}; these pages: {policy.speech.language}"),
        fact("Fingerprint", (Code(policy.fingerprint),)),
        fact("Written by", f"forethought {material.engine}"),
    )
    return Group("which", ("Which policy this is",), (known,))


def _where(material: Material) -> Group:
    policy = material.policy
    stages = tuple(point(to_stage(stage)) for stage in material.stages())
    points = (
        point(page("stages", "Stages"), ": when a case is looked at", below=stages),
        point(
            page("questions", "Questions"), f": {len(policy.questions)}, with their answers and whose word settles them"
        ),
        point(page("rules", "Rules"), f": {len(policy.rules)}, with why, source, owner, limits and scenarios"),
        point(page("flags", "Flags"), f": {len(policy.flags)}, what speaks against online work or calls for care"),
        point(
            page("safeguards", "Safeguards"), f": {len(policy.safeguards)}, what must be in place, who does it, by when"
        ),
        point(page("people", "Who is asked"), ": what each of them is asked, and what their word settles"),
        point(page("promises", "Promises and invariants"), ": what must never happen, and how that is checked"),
        point(page("sources", "Sources"), f": {counted(len(policy.works), 'work')}, and who cites them"),
        point(page("scenarios", "Scenarios"), ": ", *_went(material)),
        point(page("history", "History"), ": what was changed, and when"),
        point(page("a-z", "From A to Z"), " and ", page("words", "Word index"), ": to find something"),
        point(page("glossary", "Glossary"), ": what the words mean"),
        point(page("handbook", "Handbook"), ": the whole policy as one document, to print"),
    )
    return Group("where", ("Where to find what",), (Points(points),))


def _went(material: Material) -> Line:
    found = material.scenarios
    if found is None:
        return ("this policy has none",)
    failed = sum(each.went is Went.FAILED for each in found)
    line: Line = (f"{len(found)} examples of cases with what must come of them. ", *tally(found))
    return (*line, " ", Badge(f"{failed} failed", Tag.FAILED)) if failed else line


def _reading() -> Group:
    return Group("reading", ("How a recommendation comes about",), tuple(_steps()))


def _steps() -> Iterator[Block]:
    yield Points(
        (
            point(
                "Questions are asked, of several people where that is needed. Each answer keeps its source and its day."
            ),
            point(
                "Rules read the answers. What is not known stays unknown: it never counts as an answer that reassures."
            ),
            point("A rule that applies raises a flag, or calls for safeguards. Some rules read flags."),
            point(
                "A flag that speaks against is enough for a recommendation against. If one could still be raised, "
                "nothing can be recommended yet. Otherwise the recommendation names every safeguard that belongs to it."
            ),
            point("The practitioner decides, and writes down why."),
        ),
        ordered=True,
    )
