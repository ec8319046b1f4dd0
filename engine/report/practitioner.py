"""The practitioner's report as a page: outcome first, in short, then why, then what to do.

Written for somebody tired at a desk: the first screen is enough to act on. What is left out, the explanation has.
INVARIANT (deference): it names the practitioner as the one who decides; a decision stands here only where one was
given in a file of its own, beside the recommendation.
"""

from __future__ import annotations

from collections.abc import Iterable

from engine.model.decision import Decision
from engine.model.policy import Effect, Outcome
from engine.model.question import Stage
from engine.model.recommendation import FlagFinding, NearMiss, Recommendation
from engine.model.truth import Truth
from engine.report.asking import find_out
from engine.report.care import care, conditions
from engine.report.changed import what_has_changed
from engine.report.confidential import case_named, notice, running
from engine.report.decided import decision_section
from engine.report.draft import draft_notice
from engine.report.for_reflection import for_reflection
from engine.report.in_short import in_short
from engine.report.no_difference import no_difference
from engine.report.noted import noted
from engine.report.old_grounds import still_stands
from engine.report.own_view import own_view
from engine.report.page import Block, Item, Mark, Page, Section, Tone, item, labelled, paragraph
from engine.report.reading import Reading, saying
from engine.report.reflection import reflection_sections, rests_on
from engine.report.telling import tell_at_once
from engine.report.words import label, say, share, show, speaking, tell

_NEAR_SHOWN = 5
"""A person reads a handful; the JSON report lists every one."""


def practitioner_page(
    recommendation: Recommendation, decision: Decision | None = None, *, in_full: bool = False
) -> Page:
    """Return the whole report on one case, or the reflection report of the structural stage.

    `decision` is what the practitioner decided on this case; the reflection report has none.
    `in_full`: with a picture of what leads to what, and every rule to open, for where there is room for both.
    """
    with speaking(recommendation.policy.speech):
        return _page(recommendation, decision, in_full=in_full)


def _page(recommendation: Recommendation, decision: Decision | None, *, in_full: bool) -> Page:
    reading = Reading(recommendation)
    stage = recommendation.case.stage
    opening = (
        *draft_notice(recommendation.policy.translation_note),
        notice(recommendation.case),
        paragraph(
            *case_named(recommendation.case),
            f" {label.SCREENED_ON.format(day=say.day(recommendation.screened_on))}",
        ),
    )
    # Read anew: what stands only in rules to open is folded away on paper.
    drawn = _in_full(Reading(recommendation)) if in_full else ()
    if stage is Stage.STRUCTURAL:
        head = running(recommendation.case)
        reflection = _present((*reflection_sections(reading), *drawn))
        return Page(say.TITLE_REFLECTION, opening, reflection, running=head)
    sections = (
        _outcome(recommendation),
        tell_at_once(recommendation),
        own_view(recommendation),
        Section(say.H_WARNINGS, reading.caveats()),
        what_has_changed(reading),
        in_short(reading),
        _why(reading),
        find_out(reading),
        care(reading),
        conditions(reading),
        _contradictions(reading),
        _changes(reading),
        _near(reading),
        no_difference(reading),
        for_reflection(reading),
        noted(reading),
        _routes(recommendation),
        _review(recommendation),
        *drawn,
        rests_on(reading, _cited(reading), show.LEFT_OUT if in_full else tell.LEFT_OUT),
        decision_section(reading, decision),
    )
    return Page(tell.TITLE, opening, _present(sections), running=running(recommendation.case))


def _in_full(reading: Reading) -> tuple[Section, ...]:
    """Return the picture, and every rule to open. Loaded only when asked for: most reports are read as text."""
    from engine.report.explain import rules_to_open
    from engine.report.figure import figure_section

    return figure_section(reading), rules_to_open(reading)


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
    below = [labelled(label.MEANS, finding.flag.meaning), *still_stands(reading, finding)]
    for rule_id in finding.raised_by:
        rule = reading.rules[rule_id]
        if rule.truth is Truth.TRUE:
            below += [
                labelled(label.RULE, rule_id),
                *reading.papers(rule.rule, limits=False),
                labelled(label.IT_RESTS_ON, below=reading.grounds(rule)),
            ]
    return item(finding.flag.title, below=tuple(below))


def _contradictions(reading: Reading) -> Section:
    found = [
        item(
            reading.named_alone(known.question),
            below=tuple(item(*reading.answer(reading.question(known.question), one)) for one in saying(known)),
        )
        for known in reading.recommendation.contradictions
    ]
    return Section(tell.H_DIFFER, (paragraph(tell.DIFFER), *found) if found else (), tight=True)


def _changes(reading: Reading) -> Section:
    found: list[Item] = []
    for change in reading.recommendation.would_have_to_change:
        if change.by:
            found.append(item(reading.titles(change.flags), below=(labelled(label.BY, reading.titles(change.by)),)))
            continue
        programme = [flag for flag in change.flags if reading.derived(flag)]
        lasting = [flag for flag in change.flags if flag not in programme and not reading.may_change(flag)]
        changing = [flag for flag in change.flags if flag not in (*programme, *lasting)]
        for flags, said in (
            (programme, say.ONLY_THE_PROGRAMME),
            (lasting, say.NOTHING_RESOLVES),
            (changing, say.ONLY_A_CHANGE),
        ):
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


def _routes(recommendation: Recommendation) -> Section:
    of_client = recommendation.case.stage.of_client
    lead = tell.ROUTES[recommendation.outcome] if of_client else tell.ROUTES_PROGRAMME
    if recommendation.case.stage is Stage.END and recommendation.outcome is Outcome.AGAINST:
        lead = share.ROUTES_END
    routes = [item(route) for route in recommendation.other_routes]
    return Section(tell.H_ROUTES, (paragraph(lead), *routes) if routes else ())


def _review(recommendation: Recommendation) -> Section:
    return Section(say.H_REVIEW, (paragraph(say.REVIEW.format(day=say.day(recommendation.review_by))),))


def _cited(reading: Reading) -> str:
    """Return the works cited in this report: those of the rules that raise a ground."""
    raised = [rule for finding in reading.flags(Effect.EXCLUDE, Truth.TRUE) for rule in finding.raised_by]
    cited = reading.cited_works(reading.rules[rule].rule for rule in raised)
    return "; ".join(f"{work.key}: {work.title}, {work.year}" for work in cited)
