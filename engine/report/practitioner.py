"""The practitioner's report as a page: outcome first, in short, then why, then what to do.

Written for somebody tired at a desk: the first screen is enough to act on. What is left out, the explanation has.
INVARIANT (deference): it names the practitioner as the one who decides, leaves the decision empty, and states none.
"""

from __future__ import annotations

from collections.abc import Iterable

from engine.model.policy import Effect, Outcome
from engine.model.question import Stage
from engine.model.recommendation import FlagFinding, NearMiss, Recommendation
from engine.model.truth import Truth
from engine.report import messages as say
from engine.report import messages_screening as tell
from engine.report.asking import find_out
from engine.report.care import care, conditions
from engine.report.confidential import notice, reminder
from engine.report.in_short import in_short
from engine.report.page import Block, Item, Mark, Page, Quoted, Section, Tone, item, labelled, paragraph
from engine.report.reading import Reading
from engine.report.reflection import reflection_sections, rests_on

_NEAR_SHOWN = 5
"""A person reads a handful; the JSON report lists every one."""


def practitioner_page(recommendation: Recommendation) -> Page:
    """Return the whole report on one case, or the reflection report of the structural stage."""
    reading = Reading(recommendation)
    stage = recommendation.case.stage
    opening = (
        notice(recommendation.case),
        paragraph(
            *("Case ", Quoted(recommendation.case.reference), f", {say.STAGES[stage]}."),
            f" Screened on {say.day(recommendation.screened_on)}.",
        ),
    )
    if stage is Stage.STRUCTURAL:
        return Page(say.TITLE_REFLECTION, opening, _present(reflection_sections(reading)))
    sections = (
        _outcome(recommendation),
        Section(say.H_WARNINGS, reading.caveats()),
        in_short(reading),
        _why(reading),
        find_out(reading),
        care(reading),
        conditions(reading),
        _contradictions(reading),
        _changes(reading),
        _near(reading),
        _no_difference(reading),
        _recorded(reading),
        _routes(recommendation),
        _review(recommendation),
        rests_on(reading, _cited(reading), tell.LEFT_OUT),
        _decision(recommendation),
    )
    return Page(tell.TITLE, opening, _present(sections))


def _present(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.blocks)


def _outcome(recommendation: Recommendation) -> Section:
    sentence = say.outcome_sentence(recommendation.case.stage, recommendation.outcome)
    return Section(say.H_OUTCOME, (paragraph(sentence, tone=Tone.STRONG), paragraph(say.DEFERENCE)))


def _why(reading: Reading) -> Section:
    """Return the grounds that are established, at length; those that are merely open stand in short above."""
    blocks: list[Block] = []
    match reading.recommendation.outcome:
        case Outcome.AGAINST:
            grounds = [_raised(reading, finding) for finding in reading.flags(Effect.EXCLUDE, Truth.TRUE)]
            still_open = [item(finding.flag.title) for finding in reading.flags(Effect.EXCLUDE, Truth.UNKNOWN)]
            blocks += grounds
            if still_open:
                blocks += [paragraph(tell.STILL_OPEN_AGAINST), *still_open]
        case Outcome.UNDETERMINED:
            pass
        case Outcome.CONDITIONAL:
            of_client = reading.recommendation.case.stage.of_client
            blocks.append(paragraph(tell.WHY_CONDITIONAL if of_client else tell.WHY_CONDITIONAL_PROGRAMME))
    return Section(tell.H_WHY, tuple(blocks))


def _raised(reading: Reading, finding: FlagFinding) -> Item:
    """Return a ground with what it means and, for each rule that raises it, its papers and the answers behind it."""
    below = [labelled("What it means", finding.flag.meaning)]
    for rule_id in finding.raised_by:
        rule = reading.rules[rule_id]
        if rule.truth is Truth.TRUE:
            below += [
                labelled("Rule", rule_id),
                *reading.papers(rule.rule, limits=False),
                labelled("It rests on", below=reading.grounds(rule)),
            ]
    return item(finding.flag.title, below=tuple(below))


def _contradictions(reading: Reading) -> Section:
    found = [
        item(reading.named_alone(known.question), below=reading.answers(known))
        for known in reading.recommendation.contradictions
    ]
    return Section(tell.H_DIFFER, (paragraph(tell.DIFFER), *found) if found else (), tight=True)


def _changes(reading: Reading) -> Section:
    found: list[Item] = []
    for change in reading.recommendation.would_have_to_change:
        if change.by:
            found.append(item(reading.titles(change.flags), below=(labelled("By", reading.titles(change.by)),)))
            continue
        lasting = [flag for flag in change.flags if not reading.may_change(flag)]
        changing = [flag for flag in change.flags if flag not in lasting]
        for flags, said in ((lasting, say.NOTHING_RESOLVES), (changing, say.ONLY_A_CHANGE)):
            if flags:
                found.append(item(reading.titles(flags), below=(item(said, mark=Mark.LABEL),)))
    return Section(tell.H_CHANGE, (paragraph(tell.CHANGE), *found) if found else (), tight=True)


def _near(reading: Reading) -> Section:
    misses = reading.recommendation.near_misses
    blocks: list[Block] = [item(_miss(miss)) for miss in misses[:_NEAR_SHOWN]]
    if len(misses) > _NEAR_SHOWN:
        blocks.append(paragraph(tell.NEAR_MORE))
    return Section(tell.H_NEAR, (paragraph(tell.NEAR), *blocks) if blocks else ())


def _miss(miss: NearMiss) -> str:
    """Say what would make a rule apply. Where several answers can be given, one more is enough; none is taken back."""
    question = miss.question
    answers = say.listed(map(question.say, miss.would_apply_at), "or")
    sentence = tell.NEAR_IF_ALSO if question.several else tell.NEAR_IF
    return sentence.format(rule=miss.rule.title, question=question.subject, answers=answers)


def _no_difference(reading: Reading) -> Section:
    subjects = "; ".join(map(reading.subject, reading.recommendation.made_no_difference))
    return Section(tell.H_NO_DIFFERENCE, (paragraph(f"{tell.NO_DIFFERENCE} {subjects}."),) if subjects else ())


def _recorded(reading: Reading) -> Section:
    """Print what was answered in free words: recorded and printed, and read by no rule."""
    found = [
        item(f"{reading.named_alone(known.question)}: ", *answer.line)
        for known in reading.recommendation.known.values()
        if reading.question(known.question).open
        for answer in reading.answers(known)
    ]
    return Section(tell.H_RECORDED, (paragraph(tell.ALSO_RECORDED), *found) if found else ())


def _routes(recommendation: Recommendation) -> Section:
    of_client = recommendation.case.stage.of_client
    lead = tell.ROUTES[recommendation.outcome] if of_client else tell.ROUTES_PROGRAMME
    routes = [item(route) for route in recommendation.other_routes]
    return Section(tell.H_ROUTES, (paragraph(lead), *routes) if routes else ())


def _review(recommendation: Recommendation) -> Section:
    return Section(say.H_REVIEW, (paragraph(say.REVIEW.format(day=say.day(recommendation.review_by))),))


def _cited(reading: Reading) -> str:
    """Return the works cited in this report: those of the rules that raise a ground."""
    raised = [rule for finding in reading.flags(Effect.EXCLUDE, Truth.TRUE) for rule in finding.raised_by]
    cited = reading.cited_works(reading.rules[rule].rule for rule in raised)
    return "; ".join(f"{work.key}: {work.title}, {work.year}" for work in cited)


def _decision(recommendation: Recommendation) -> Section:
    """Leave the decision empty. INVARIANT (deference): only its form is here."""
    stage = recommendation.case.stage
    choice, *rest = tell.DECISION_LABELS
    lines = [f"{choice} ({tell.choices_text(stage)})", *rest]
    repeated = tell.DECISION_ON.format(text=say.outcome_text(stage, recommendation.outcome))
    blocks = (
        paragraph(repeated, tone=Tone.STRONG),
        paragraph(tell.DECISION),
        *(item(f"{line}:", mark=Mark.LABEL) for line in lines),
        reminder(recommendation.case),
    )
    return Section(tell.H_DECISION, blocks)
