"""The explanation: the condition of a rule, flag or safeguard as a tree, with the truth of each node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.model.policy import Effect
from engine.model.recommendation import Recommendation, RuleFinding, Tree
from engine.model.truth import Truth
from engine.report.conditions import in_words
from engine.report.confidential import case_named, notice, running
from engine.report.draft import draft_notice
from engine.report.marked import marked_text
from engine.report.page import Block, Folded, Item, Page, Section, item, labelled, paragraph
from engine.report.plain import plain_text
from engine.report.reading import BASE, Reading, answer_words, decisive, unique
from engine.report.words import label, say, show, speaking


def explain_text(
    recommendation: Recommendation,
    wanted: str | None = None,
    width: int = 80,
    *,
    colour: bool = False,
    everything: bool = False,
) -> str:
    """Return the explanation of one id, or in brief of every rule that applies or could, as plain text.

    `everything`: every rule, as a whole. Raises LookupError when `wanted` is none of `explainable`.
    """
    return plain_text(explain_page(recommendation, wanted, everything=everything), width, colour=colour)


def explain_markdown(recommendation: Recommendation, wanted: str | None = None, *, everything: bool = False) -> str:
    """Return the same as Markdown. Raises LookupError when `wanted` is none of `explainable`."""
    return marked_text(explain_page(recommendation, wanted, everything=everything))


def explain_html(recommendation: Recommendation, wanted: str | None = None, *, everything: bool = False) -> str:
    """Return the same as one HTML file. Raises LookupError when `wanted` is none of `explainable`."""
    from engine.report.html_ import html_text

    return html_text(explain_page(recommendation, wanted, everything=everything))


def explainable(recommendation: Recommendation) -> tuple[str, ...]:
    """Return every id that can be explained: rules in force, flags, safeguards and questions, raised or not."""
    policy = recommendation.policy
    stages = recommendation.case.stage.readable
    questions = [question.id for question in policy.questions.values() if question.stage in stages]
    rules = [finding.rule.id for finding in recommendation.rules]
    return tuple(sorted({*rules, *policy.flags, *policy.safeguards, *questions, *recommendation.known}))


def explain_page(recommendation: Recommendation, wanted: str | None = None, *, everything: bool = False) -> Page:
    """Return the explanation as a page. Raises LookupError when `wanted` is none of `explainable`."""
    with speaking(recommendation.policy.speech):
        return _page(recommendation, wanted, everything=everything)


def _page(recommendation: Recommendation, wanted: str | None, *, everything: bool) -> Page:
    reading = Reading(recommendation)
    stage = recommendation.case.stage
    brief = wanted is None and not everything
    opening = (
        *draft_notice(recommendation.policy.translation_note),
        notice(recommendation.case),
        paragraph(*case_named(recommendation.case)),
        paragraph(say.outcome_sentence(stage, recommendation.outcome)),
        paragraph(say.DEFERENCE if stage in say.OUTCOME_TEXTS else say.REFLECT),
        *((paragraph(say.EXPLAIN_IN_BRIEF),) if brief else ()),
    )
    shown = _shown(reading, wanted, everything=everything)
    if wanted is None:
        rules = (_in_brief(reading, finding) if brief else _rule(reading, finding) for finding in shown)
        sections = (*rules, *_conditions(reading))
    else:
        sections = tuple(_explained(reading, wanted))
        if not sections:
            raise LookupError(wanted)
    works = reading.works(finding.rule for finding in shown)
    cited = (Section(say.H_WORKS, works),) if works and not brief else ()
    return Page(say.EXPLAIN_TITLE, opening, (*sections, *cited), running=running(recommendation.case))


def _shown(reading: Reading, wanted: str | None, *, everything: bool) -> list[RuleFinding]:
    """Return the rules that an explanation shows."""
    if wanted is None:
        return [
            finding
            for truth in (Truth.TRUE, Truth.UNKNOWN, *((Truth.FALSE,) if everything else ()))
            for finding in reading.rules.values()
            if finding.truth is truth
        ]
    itself = [reading.rules[wanted]] if wanted in reading.rules else []
    return [*itself, *reading.raisers(wanted), *reading.callers(wanted)]


def rules_to_open(reading: Reading) -> Section:
    """Return every rule that applies, or could still, as a whole: each to be opened by itself."""
    blocks = [
        Folded(
            (f"{finding.rule.title} ({finding.rule.id}): {say.RULE_TRUTHS[finding.truth]}",),
            tuple(block for block in _rule(reading, finding).blocks if isinstance(block, Item)),
        )
        for finding in _shown(reading, None, everything=False)
    ]
    return Section(show.H_RULES, (paragraph(show.RULES), *blocks) if blocks else ())


def _explained(reading: Reading, wanted: str) -> Iterator[Section]:
    policy = reading.policy
    if wanted in reading.rules:
        yield _rule(reading, reading.rules[wanted])
    if wanted in policy.flags:
        yield _flag(reading, wanted)
    if wanted in policy.safeguards:
        yield _safeguard(reading, wanted)
    if wanted in explainable(reading.recommendation) and wanted in policy.questions:
        yield _question(reading, wanted)


def _rule(reading: Reading, finding: RuleFinding) -> Section:
    rule = finding.rule
    leads_to = reading.title(rule.raises) if rule.raises else reading.titles(rule.recommends)
    blocks: tuple[Block, ...] = (
        labelled(label.TITLE, rule.title),
        labelled(label.ITS_CONDITION, label.TRUTHS[finding.truth]),
        labelled(label.RAISES_THE_FLAG if rule.raises else label.IT_CALLS_FOR, leads_to),
        *((labelled(label.THAT_MEANS, reading.policy.flags[rule.raises].meaning),) if rule.raises else ()),
        *reading.papers(rule),
        _tree(reading, finding.tree),
    )
    return Section(label.H_RULE.format(id=rule.id, truth=say.RULE_TRUTHS[finding.truth]), blocks)


def _in_brief(reading: Reading, finding: RuleFinding) -> Section:
    """Return a rule with what decides it, so that each takes a screen at the most."""
    rule = finding.rule
    leads_to = "; ".join(f"{reading.title(ground)} ({ground})" for ground in (rule.raises or "",) if ground)
    leads_to = leads_to or "; ".join(f"{reading.title(ground)} ({ground})" for ground in rule.recommends)
    blocks: tuple[Block, ...] = (
        labelled(label.TITLE, rule.title),
        labelled(label.RAISES_THE_FLAG if rule.raises else label.IT_CALLS_FOR, leads_to),
        *((labelled(label.THAT_MEANS, reading.policy.flags[rule.raises].meaning),) if rule.raises else ()),
        labelled(label.BECAUSE, rule.because),
        labelled(label.DECIDES, below=unique(_deciding(reading, finding.tree))),
    )
    return Section(label.H_RULE.format(id=rule.id, truth=say.RULE_TRUTHS[finding.truth]), blocks)


def _deciding(reading: Reading, tree: Tree) -> Iterator[Item]:
    for leaf in decisive(tree):
        below = ()
        if leaf.known is not None:
            open_because = labelled(label.OPEN, reading.open_because(leaf.known))
            below = (*(() if leaf.known.settled else (open_because,)), *reading.heard(label.HEARD, leaf.known))
        yield item(f"{label.TRUTHS[leaf.truth]}: {in_words(leaf.condition)}", below=below)


def _conditions(reading: Reading) -> Iterator[Section]:
    """Yield the conditions that are called for, to be explained one by one by their ids."""
    found = reading.recommendation.safeguards
    for_now = {Truth.UNKNOWN: f" ({say.FOR_NOW})"}
    items = (item(f"{one.safeguard.title} ({one.safeguard.id}){for_now.get(one.truth, '')}") for one in found)
    if found:
        yield Section(say.H_EXPLAIN_CONDITIONS, tuple(items))


def _flag(reading: Reading, flag_id: str) -> Section:
    flag = reading.policy.flags[flag_id]
    found = {finding.flag.id: finding.truth for finding in reading.recommendation.flags}
    truth = found.get(flag_id, Truth.FALSE)
    raisers = reading.raisers(flag_id)
    blocks: tuple[Block, ...] = (
        labelled(label.TITLE, flag.title),
        labelled(label.MEANS, flag.meaning),
        labelled(label.EFFECT, say.EXCLUDES if flag.effect is Effect.EXCLUDE else say.CAUTIONS),
        labelled(label.RESOLVED_BY, reading.titles(flag.remedy) if flag.remedy else say.NOTHING_RESOLVES),
        *_by_rules(reading, raisers, say.NO_RAISERS),
    )
    return Section(label.H_FLAG.format(id=flag_id, truth=say.FLAG_TRUTHS[truth]), blocks)


def _safeguard(reading: Reading, safeguard_id: str) -> Section:
    safeguard = reading.policy.safeguards[safeguard_id]
    found = {finding.safeguard.id: finding for finding in reading.recommendation.safeguards}
    finding = found.get(safeguard_id)
    truth = finding.truth if finding else Truth.FALSE
    base = finding is not None and BASE in finding.because
    blocks: tuple[Block, ...] = (
        labelled(label.TITLE, safeguard.title),
        labelled(label.WHAT, safeguard.do),
        labelled(label.WHO, say.SOURCES.get(safeguard.who, safeguard.who)),
        labelled(label.BY_WHEN, safeguard.by),
        labelled(label.HOW_CHECKED, safeguard.check),
        labelled(label.CLIENT_WORDING, safeguard.client_wording or say.LIST_YES_NO[False]),
        *((labelled(label.BECAUSE, say.EACH_CASE),) if base else ()),
        *_by_rules(reading, reading.callers(safeguard_id), "" if base else say.NO_CALLERS),
    )
    return Section(label.H_SAFEGUARD.format(id=safeguard_id, truth=say.SAFEGUARD_TRUTHS[truth]), blocks)


def _by_rules(reading: Reading, rules: list[RuleFinding], none: str) -> Iterator[Block]:
    for finding in rules:
        below = (*reading.papers(finding.rule), _tree(reading, finding.tree))
        yield item(label.H_RULE.format(id=finding.rule.id, truth=say.RULE_TRUTHS[finding.truth]), below=below)
    if not rules and none:
        yield paragraph(none)


def _question(reading: Reading, question_id: str) -> Section:
    question = reading.question(question_id)
    known = reading.known(question_id)
    readers = [finding.rule.id for finding in reading.rules.values() if _reads(finding.tree, question_id)]
    blocks: list[Block] = [
        *((labelled(label.ABOUT, question.about),) if question.about else ()),
        labelled(label.PUT_LIKE_THIS, question.ask),
        *((labelled(label.HELP, question.help),) if question.help else ()),
        answer_words(question),
    ]
    if known is not None and not question.open:
        blocks.append(labelled(label.STILL_POSSIBLE, ", ".join(known.possible)))
        open_because = labelled(label.OPEN, reading.open_because(known))
        blocks.append(labelled(label.SETTLED, say.SETTLED) if known.settled else open_because)
    if known is not None and known.answers:
        blocks.append(labelled(label.HEARD, below=reading.answers(known)))
    blocks.append(labelled(label.READ_BY, ", ".join(readers) if readers else say.NO_READERS))
    return Section(label.H_QUESTION.format(id=question_id), tuple(blocks))


def _reads(tree: Tree, question_id: str) -> bool:
    if tree.known is not None and tree.known.question == question_id:
        return True
    return any(_reads(child, question_id) for child in tree.children)


def _tree(reading: Reading, tree: Tree) -> Item:
    """Return a node, its truth first so that a column of them can be skimmed by eye and by ear."""
    below: Iterable[Item] = (_tree(reading, child) for child in tree.children)
    if tree.known is not None:
        below = _leaf(reading, tree)
    return item(f"{label.TRUTHS[tree.truth]}: {in_words(tree.condition)}", below=tuple(below))


def _leaf(reading: Reading, tree: Tree) -> Iterator[Item]:
    known = tree.known
    if known is None:
        return
    if not known.settled:
        yield labelled(label.STILL_POSSIBLE, ", ".join(known.possible))
        yield labelled(label.OPEN, reading.open_because(known))
    if known.answers:
        yield labelled(label.HEARD, below=reading.answers(known))
