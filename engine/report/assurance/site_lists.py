"""The pages that lead to all others: the first page, the lists, from A to Z, by word, scenarios, history."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from engine.model.policy import Effect, Flag
from engine.report.assurance.site_entries import rule_line
from engine.report.assurance.site_material import Material, Scenario, Went, live
from engine.report.assurance.site_parts import (
    Article,
    Block,
    Code,
    Fold,
    Group,
    Kind,
    Line,
    Own,
    Point,
    Points,
    Ref,
    joined,
    plain,
    point,
    text,
)
from engine.report.assurance.site_pictures import FURNITURE, topics
from engine.report.assurance.site_promises import WORDS
from engine.report.assurance.site_rules import scenario_fold, tally
from engine.report.assurance.site_words import (
    STAGE_TITLES,
    counted,
    to_flag,
    to_question,
    to_rule,
    to_safeguard,
    to_stage,
)


def page(name: str, title: str) -> Ref:
    """Return a link to a page that is about no single entry."""
    return Ref(Kind.PAGE, name, title, own=False)


# Lists ----------------------------------------------------------------------------------------------------------------


def questions_article(material: Material) -> Article:
    """Return every question, by stage and section, in the order in which they are asked."""
    policy = material.policy
    groups = []
    for stage in material.stages():
        sections = dict.fromkeys(question.section for question in policy.questions_at(stage))
        points = tuple(
            point(
                Own(section),
                below=tuple(
                    point(to_question(policy, each.id), " ", Code(each.id))
                    for each in policy.questions_at(stage)
                    if each.section == section
                ),
            )
            for section in sections
        )
        if points:
            groups.append(Group(stage.value, (STAGE_TITLES[stage],), (Points(points),)))
    said = "In the order in which they are asked."
    return Article(Kind.PAGE, "questions", ("Questions",), (text(said),), tuple(groups), contents=True)


def flags_article(material: Material) -> Article:
    """Return every flag, by effect."""
    derived = {rule.raises for rule in material.rules() if rule.derived}
    titles: tuple[tuple[str, str, Callable[[Flag], bool]], ...] = (
        ("exclude", "They speak against", lambda f: f.effect is Effect.EXCLUDE and f.id not in derived),
        ("caution", "They call for care", lambda f: f.effect is Effect.CAUTION and f.id not in derived),
        ("needs", "The programme lacks what a safeguard needs", lambda f: f.id in derived),
    )
    groups = []
    for name, title, wanted in titles:
        flags = sorted(filter(wanted, material.policy.flags.values()), key=lambda flag: _sorting(flag.title))
        points = tuple(point(to_flag(material.policy, flag.id), " ", Code(flag.id)) for flag in flags)
        if points:
            groups.append(Group(name, (f"{title} ({len(points)})",), (Points(points),)))
    said = "Each is a named ground. One that speaks against is enough; none is counted up or weighed."
    return Article(Kind.PAGE, "flags", ("Flags",), (text(said),), tuple(groups), contents=True)


def rules_article(material: Material) -> Article:
    """Return every rule, by the stage at which it is written and the section of the question that it reads first."""
    groups = []
    for stage in material.stages():
        points = []
        for topic in topics(material, stage):
            rules = [rule for rule in topic.rules if rule.stage is stage]
            if rules:
                named = topic.name if topic.name in FURNITURE else Own(topic.name)
                points.append(point(named, below=tuple(Point(rule_line(rule)) for rule in rules)))
        if idle := [rule for rule in material.rules() if rule.stage is stage and not live(rule)]:
            points.append(point("Not in force", below=tuple(Point(rule_line(rule)) for rule in idle)))
        if points:
            groups.append(Group(stage.value, (STAGE_TITLES[stage],), (Points(tuple(points)),)))
    said = "Each stands at the stage at which it is written; its page says at which others it is in force too."
    return Article(Kind.PAGE, "rules", ("Rules",), (text(said),), tuple(groups), contents=True)


def safeguards_article(material: Material) -> Article:
    """Return every safeguard: first those for every case, then all others."""
    policy = material.policy
    groups = []
    base: set[str] = set()
    for stage in material.stages():
        names = policy.base_at(stage)
        base.update(names)
        points = tuple(point(to_safeguard(policy, name), " ", Code(name)) for name in names)
        if points:
            groups.append(Group(stage.value, (f"For every case: {STAGE_TITLES[stage]}",), (Points(points),)))
    others = sorted((s for s in policy.safeguards.values() if s.id not in base), key=lambda each: _sorting(each.title))
    if others:
        points = tuple(point(to_safeguard(policy, each.id), " ", Code(each.id)) for each in others)
        groups.append(Group("others", (f"Called for by rules ({len(points)})",), (Points(points),)))
    said = "Each says what is to be done, by whom, by when, and how it is checked."
    return Article(Kind.PAGE, "safeguards", ("Safeguards",), (text(said),), tuple(groups), contents=True)


def sources_article(material: Material) -> Article:
    """Return every work that the policy cites."""
    works = sorted(material.policy.works.values(), key=lambda work: _sorting(work.title))
    points = []
    for work in works:
        citing = sum(any(each.work == work.key for each in rule.source) for rule in material.rules())
        by = f", cited by {counted(citing, 'rule')}" if citing else ", cited by no rule"
        points.append(point(Ref(Kind.WORK, work.key, work.title), " - ", Own(work.publisher), f", {work.year}{by}"))
    said = "What the rules rest on. Where a rule has no published source, it is marked as a default of this policy."
    return Article(
        Kind.PAGE, "sources", ("Sources",), (text(said),), (Group("all", ("Works",), (Points(tuple(points)),)),)
    )


def stages_article(material: Material) -> Article:
    """Return the stages that the policy has anything for."""
    policy = material.policy
    points = tuple(
        point(
            to_stage(stage),
            f": {counted(len(policy.questions_at(stage)), 'question')}, "
            f"{counted(len(policy.in_force(stage)), 'rule')} in force",
        )
        for stage in material.stages()
    )
    said = "The first three concern a client, the others the programme itself."
    return Article(Kind.PAGE, "stages", ("Stages",), (text(said),), (Group("all", ("Stages",), (Points(points),)),))


# From A to Z, and by word ---------------------------------------------------------------------------------------------


def _everything(material: Material) -> Iterator[tuple[Ref, str]]:
    policy = material.policy
    for question in policy.questions.values():
        yield to_question(policy, question.id), f"{question.about} {question.ask}"
    for flag in policy.flags.values():
        yield to_flag(policy, flag.id), flag.title
    for rule in material.rules():
        yield to_rule(rule), rule.title
    for safeguard in policy.safeguards.values():
        yield to_safeguard(policy, safeguard.id), safeguard.title
    for work in policy.works.values():
        yield Ref(Kind.WORK, work.key, work.title), work.title
    for invariant in policy.invariants.values():
        yield Ref(Kind.INVARIANT, invariant.id, invariant.id, own=False), ""


def a_to_z_article(material: Material) -> Article:
    """Return everything that has a name, in the order of the alphabet."""
    entries: list[tuple[str, Line]] = [
        (ref.text, (ref, f" - {ref.kind.one.lower()} ", Code(ref.id))) for ref, _ in _everything(material)
    ]
    entries += [(word, (Ref(Kind.PAGE, "glossary", word, own=False), " - word")) for word, _ in WORDS]
    by_letter: dict[str, list[Point]] = {}
    for title, line in sorted(entries, key=lambda entry: (_sorting(entry[0]), plain(entry[1]))):
        by_letter.setdefault(_letter(title), []).append(Point(line))
    groups = tuple(
        Group(
            f"letter-{letter.lower() if letter.isascii() and letter.isalpha() else 'other'}",
            (letter,),
            (Points(tuple(p)),),
        )
        for letter, p in sorted(by_letter.items())
    )
    said = text("By title. To look for a word inside a title, see ", page("words", "Word index"), ".")
    return Article(Kind.PAGE, "a-z", ("From A to Z",), (said,), groups, contents=True)


def words_article(material: Material) -> Article:
    """Return the words of all titles, each with the entries in whose titles it stands."""
    found: dict[str, dict[tuple[Kind, str], Ref]] = {}
    for ref, searched in _everything(material):
        for word in re.findall(r"[^\W\d_]{4,}", f"{ref.text} {ref.id} {searched}".lower()):
            if word not in _TOO_COMMON:
                found.setdefault(word, {})[ref.kind, ref.id] = ref
    by_letter: dict[str, list[Point]] = {}
    for word in sorted(found, key=_sorting):
        by_letter.setdefault(_letter(word), []).append(Point((Own(word),), tuple(_by_kind(found[word].values()))))
    groups = tuple(
        Group(
            f"letter-{letter.lower() if letter.isascii() and letter.isalpha() else 'other'}",
            (letter,),
            (Points(tuple(p)),),
        )
        for letter, p in sorted(by_letter.items())
    )
    said = (
        "Every word that stands in a title, in an id or in how a question is asked, with the entries in which it does. "
        "The browser's own search (Ctrl+F) finds a word here too."
    )
    return Article(Kind.PAGE, "words", ("Word index",), (text(said),), groups, contents=True)


def _by_kind(refs: Iterable[Ref]) -> Iterator[Point]:
    by_kind: dict[Kind, list[Ref]] = {}
    for ref in sorted(refs, key=lambda ref: ref.id):
        by_kind.setdefault(ref.kind, []).append(ref)
    for kind in Kind:
        if here := by_kind.get(kind):
            named = kind.one.lower() + ("s" if len(here) > 1 else "")
            yield point(f"{named}: ", *joined([(ref,) for ref in here], "; "))


_TOO_COMMON: Final = frozenset(
    """about after again against also anybody anyone anything because been before being between cannot come could does
    done else ever every from given have having here into itself just less like made make more most much must never
    none nobody nothing only other others over same shall should since some somebody something such than that their
    them then there these they this those through under until upon were what when where whether which while will with
    within without would your yours abgestimmt aber alle allen aller alles auch auf beim dass denen deren
    dies diese diesem diesen dieser durch ein eine einem einen einer eines etwas für haben hatte ihnen ihre ihrem ihren
    ihrer immer ist jede jedem jeden jeder kann keine keinem keinen keiner mehr mit nach nicht nichts noch oder ohne
    sein seine seinem seinen seiner sich sie sind soll über und unter vom von vor war waren wenn wer werden wie wird
    wo wurde wurden zum zur zwischen""".split()  # noqa: SIM905 - a list of words reads best as text
)


def _sorting(title: str) -> str:
    bare = "".join(char for char in unicodedata.normalize("NFKD", title) if not unicodedata.combining(char))
    return re.sub(r"^[^\w]+", "", bare).casefold()


def _letter(title: str) -> str:
    first = _sorting(title)[:1].upper()
    return first if first.isalpha() and first.isascii() else "0-9 and others"


# Scenarios ------------------------------------------------------------------------------------------------------------


def scenarios_article(material: Material) -> Article:
    """Return every file of scenarios, how its scenarios went, and in full those that are tagged with no rule."""
    if material.scenarios is None:
        said = text("This policy has no scenarios.")
        return Article(Kind.PAGE, "scenarios", ("Scenarios",), (said,))
    files: dict[str, list[Scenario]] = {}
    for scenario in material.scenarios:
        files.setdefault(scenario.file, []).append(scenario)
    everything = tuple(material.scenarios)
    lead: list[Block] = [
        text(
            f"{counted(len(everything), 'scenario')} in {counted(len(files), 'file')}. Each is an example of a case, "
            "with what must come of it. The page of a rule shows those that are tagged with it, step by step."
        ),
        text(*tally(everything)),
    ]
    groups = []
    if failed := [each for each in everything if each.went is Went.FAILED]:
        groups.append(Group("failed", (f"Those that failed ({len(failed)})",), tuple(map(scenario_fold, failed))))
    for number, (file, scenarios) in enumerate(sorted(files.items()), 1):
        groups.append(Group(f"file-{number}", (file,), tuple(_file(material, tuple(scenarios)))))
    return Article(Kind.PAGE, "scenarios", ("Scenarios",), tuple(lead), tuple(groups))


def _file(material: Material, scenarios: tuple[Scenario, ...]) -> Iterator[Block]:
    rules = material.policy.rules
    yield text(f"{counted(len(scenarios), 'scenario')}. ", *tally(scenarios))
    tagged = dict.fromkeys(name for each in scenarios for name in sorted(each.rules) if name in rules)
    if tagged:
        yield text("Rules: ", *joined([(to_rule(rules[name]),) for name in tagged], "; "))
    loose = [each for each in scenarios if not each.rules]
    if loose:
        yield text("Tagged with no rule:")
        yield from map(scenario_fold, loose)


# History --------------------------------------------------------------------------------------------------------------


_FEATURE: Final = ".feature"
_MOST_FILES = 6
"""So many files of one change stand open; more stand closed under its summary."""


def history_article(material: Material) -> Article:
    """Return the changes of the policy's files, newest first, or why there are none."""
    history = material.history
    if not history.changes:
        return Article(Kind.PAGE, "history", ("History",), (text(history.none or "No history is kept."),))
    said = "What was changed in the policy's files and scenarios, newest first: the day, the summary, the entries."
    cut = (text("Older changes are left out here."),) if history.cut else ()
    years: dict[str, list[Block]] = {}
    for change in history.changes:
        files = [Point((Code(f), *_entries(material, e))) for f, e in change.files if not f.endswith(_FEATURE)]
        scenarios: list[Line] = [(Code(file),) for file, _ in change.files if file.endswith(_FEATURE)]
        if scenarios:
            files.append(point("scenarios: ", *joined(scenarios)))
        line: Line = (f"{change.day}: {change.summary}",)
        told: Block = Points((Point(line, tuple(files)),))
        if len(files) > _MOST_FILES:
            told = Fold((*line, f" ({counted(len(change.files), 'file')})"), (Points(tuple(files)),))
        years.setdefault(change.day[:4], []).append(told)
    groups = tuple(Group(f"year-{year}", (year,), tuple(blocks)) for year, blocks in years.items())
    return Article(Kind.PAGE, "history", ("History",), (text(said), *cut), groups)


def _entries(material: Material, entries: Iterable[tuple[Kind, str]]) -> Line:
    known = [_entry(material, kind, name) for kind, name in entries]
    return (": ", *joined(known)) if known else ()


def _entry(material: Material, kind: Kind, name: str) -> Line:
    policy = material.policy
    there: Mapping[Kind, Mapping[str, object]] = {
        Kind.QUESTION: policy.questions,
        Kind.FLAG: policy.flags,
        Kind.RULE: policy.rules,
        Kind.SAFEGUARD: policy.safeguards,
        Kind.WORK: policy.works,
        Kind.INVARIANT: policy.invariants,
    }
    if name in there.get(kind, {}):
        return (Ref(kind, name, name, own=False),)
    return (Code(name), " (no longer there)")
