"""The practitioner's report as a page: outcome first, then why, then what to do.

Written for somebody tired at a desk.
INVARIANT (deference): it names the practitioner as the one who decides, leaves the decision empty, and states none.
INVARIANT (never-unconditional): `conditional` is never told without its conditions.
"""

from __future__ import annotations

from collections.abc import Iterable

from engine.model.answer import PARTNER_SIDE, Answer, Standing
from engine.model.policy import Effect, Outcome
from engine.model.question import Stage
from engine.model.recommendation import FlagFinding, Recommendation, SafeguardFinding, ToFindOut
from engine.model.truth import Truth
from engine.report import messages as say
from engine.report.page import Block, Item, Mark, Page, Quoted, Section, Tone, item, labelled, paragraph
from engine.report.reading import Reading, named
from engine.report.reflection import reflection_sections, rests_on

_NEAR_SHOWN = 5
"""A person reads a handful; the JSON report lists every one."""


def practitioner_page(recommendation: Recommendation) -> Page:
    """Return the whole report on one case, or the reflection report of the structural stage."""
    reading = Reading(recommendation)
    stage = recommendation.case.stage
    opening = (
        paragraph(
            *("Case ", Quoted(recommendation.case.reference), f", {say.STAGES[stage]}."),
            f" Screened on {say.day(recommendation.screened_on)}.",
        ),
    )
    if stage is Stage.STRUCTURAL:
        return Page(say.TITLE_REFLECTION, opening, _present(reflection_sections(reading)))
    sections = (
        _outcome(recommendation),
        _warnings(recommendation),
        _why(reading),
        _find_out(reading),
        _care(reading),
        _conditions(reading),
        _contradictions(reading),
        _changes(reading),
        _near(reading),
        _no_difference(reading),
        _recorded(reading),
        _routes(recommendation),
        _review(recommendation),
        rests_on(reading, _cited(reading)),
        _decision(stage),
    )
    return Page(say.TITLE, opening, _present(sections))


def _present(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.blocks)


def _outcome(recommendation: Recommendation) -> Section:
    sentence = say.outcome_sentence(recommendation.case.stage, recommendation.outcome)
    return Section(say.H_OUTCOME, (paragraph(sentence, tone=Tone.STRONG), paragraph(say.DEFERENCE)))


def _warnings(recommendation: Recommendation) -> Section:
    return Section(say.H_WARNINGS, tuple(paragraph(say.CAVEATS[caveat]) for caveat in recommendation.warnings))


def _flags(reading: Reading, effect: Effect, truth: Truth) -> list[FlagFinding]:
    found = reading.recommendation.flags
    return [finding for finding in found if finding.flag.effect is effect and finding.truth is truth]


def _why(reading: Reading) -> Section:
    open_grounds = [_open_flag(reading, finding) for finding in _flags(reading, Effect.EXCLUDE, Truth.UNKNOWN)]
    blocks: list[Block]
    match reading.recommendation.outcome:
        case Outcome.AGAINST:
            grounds = [_raised_flag(reading, finding) for finding in _flags(reading, Effect.EXCLUDE, Truth.TRUE)]
            blocks = [paragraph(say.WHY_AGAINST), *grounds]
            if open_grounds:
                blocks += [paragraph(say.STILL_OPEN_AGAINST), *open_grounds]
        case Outcome.UNDETERMINED:
            blocks = [paragraph(say.WHY_UNDETERMINED), *open_grounds]
        case Outcome.CONDITIONAL:
            of_client = reading.recommendation.case.stage.of_client
            blocks = [paragraph(say.WHY_CONDITIONAL if of_client else say.WHY_CONDITIONAL_PROGRAMME)]
    return Section(say.H_WHY, tuple(blocks))


def _raised_flag(reading: Reading, finding: FlagFinding) -> Item:
    """Return a flag with what it means and, for each rule that raises it, its papers and the answers behind it."""
    below = [labelled("What it means", finding.flag.meaning)]
    for rule_id in finding.raised_by:
        rule = reading.rules[rule_id]
        if rule.truth is Truth.TRUE:
            below += [
                labelled("Rule", f"{rule.rule.title} ({rule_id})"),
                *reading.papers(rule.rule),
                labelled("It rests on", below=reading.grounds(rule)),
            ]
    return item(finding.flag.title, below=tuple(below))


def _raised_caution(reading: Reading, finding: FlagFinding) -> Item:
    """Return a caution in brief; `forethought explain` has its papers."""
    below = [labelled("What it means", finding.flag.meaning)]
    for rule_id in finding.raised_by:
        rule = reading.rules[rule_id]
        if rule.truth is Truth.TRUE:
            grounds = reading.grounds_in_brief(rule)
            below.append(labelled("Rule", f"{rule.rule.title} ({rule_id}), which rests on", below=grounds))
    return item(finding.flag.title, below=tuple(below))


def _open_flag(reading: Reading, finding: FlagFinding) -> Item:
    return item(
        finding.flag.title,
        below=(
            labelled("What it means", finding.flag.meaning),
            labelled("Could be raised by", reading.titles(finding.raised_by)),
        ),
    )


def _find_out(reading: Reading) -> Section:
    recommendation = reading.recommendation
    exclude = {finding.flag.id for finding in recommendation.flags if finding.flag.effect is Effect.EXCLUDE}
    deciding = [entry for entry in recommendation.to_find_out if exclude & set(entry.settles)]
    others = [entry for entry in recommendation.to_find_out if not exclude & set(entry.settles)]
    blocks: list[Block] = []
    if deciding:
        against = recommendation.outcome is Outcome.AGAINST
        blocks.append(paragraph(say.FIND_OUT_AGAINST if against else say.FIND_OUT_UNDETERMINED))
        blocks += [_to_ask(reading, entry) for entry in deciding]
    if recommendation.smallest_sets:
        blocks.append(paragraph(say.SMALLEST_SETS))
        blocks += [item(f"{say.SMALLEST_SET}: {', '.join(ids)}") for ids in recommendation.smallest_sets]
        blocks += [paragraph(say.SETS_CUT)] if recommendation.sets_cut else []
    if others:
        blocks += [paragraph(say.FIND_OUT_CARE), *(_to_ask(reading, entry) for entry in others)]
    return Section(say.H_FIND_OUT, tuple(blocks))


def _to_ask(reading: Reading, entry: ToFindOut) -> Item:
    known = reading.known(entry.question.id)
    below = [labelled("Ask", named(entry.ask, "or") if entry.ask else say.ASK_NOBODY)]
    if known is not None:
        below.append(labelled("Why it is open", reading.open_because(known)))
        if known.answers:
            below.append(labelled("Heard so far", below=reading.answers(known)))
    below.append(labelled("It bears on", reading.titles(entry.settles)))
    if known is not None and any(map(_she_declined, known.answers)):
        below.append(item(say.PARTNER_DECLINES, mark=Mark.LABEL))
    return item(reading.asked(entry.question.id), below=tuple(below))


def _she_declined(answer: Answer) -> bool:
    return answer.source in PARTNER_SIDE and answer.standing is Standing.ASKED_DECLINED


def _care(reading: Reading) -> Section:
    raised = [_raised_caution(reading, finding) for finding in _flags(reading, Effect.CAUTION, Truth.TRUE)]
    still_open = [item(finding.flag.title) for finding in _flags(reading, Effect.CAUTION, Truth.UNKNOWN)]
    blocks: list[Block] = [paragraph(say.CARE_TRUE), *raised] if raised else []
    if still_open:
        blocks += [paragraph(say.CARE_OPEN), *still_open]
    return Section(say.H_CARE, tuple(blocks))


def _conditions(reading: Reading) -> Section:
    recommendation = reading.recommendation
    if recommendation.outcome is not Outcome.CONDITIONAL:
        brief = [item(_in_brief(finding)) for finding in recommendation.safeguards]
        return Section(say.H_AT_LEAST, (paragraph(say.AT_LEAST[recommendation.outcome]), *brief) if brief else ())
    lead = say.CONDITIONS_END if recommendation.case.stage is Stage.END else say.CONDITIONS
    checklist = [_condition(reading, finding) for finding in recommendation.safeguards]
    return Section(say.H_CONDITIONS, (paragraph(lead), *checklist))


def _in_brief(finding: SafeguardFinding) -> str:
    confirm = f"; to confirm with the programme: {', '.join(finding.to_confirm)}" if finding.to_confirm else ""
    return f"{finding.safeguard.title} ({_who(finding)}{confirm})"


def _condition(reading: Reading, finding: SafeguardFinding) -> Item:
    safeguard = finding.safeguard
    because = reading.titles(finding.because)
    if finding.truth is Truth.UNKNOWN:
        because = f"{because} ({say.FOR_NOW})"
    below = [
        labelled("What", safeguard.do),
        labelled("Who", _who(finding)),
        labelled("By when", safeguard.by),
        labelled("How it is checked", safeguard.check),
        labelled("Because", because),
    ]
    if safeguard.each_session:
        below.insert(3, item(say.EACH_SESSION, mark=Mark.LABEL))
    below += [labelled("To confirm with the programme", reading.asked(need)) for need in finding.to_confirm]
    return item(safeguard.title, below=tuple(below), mark=Mark.BOX)


def _who(finding: SafeguardFinding) -> str:
    return say.SOURCES.get(finding.safeguard.who, finding.safeguard.who)


def _contradictions(reading: Reading) -> Section:
    found = [
        item(reading.asked(known.question), below=reading.answers(known))
        for known in reading.recommendation.contradictions
    ]
    return Section(say.H_DIFFER, (paragraph(say.DIFFER), *found) if found else ())


def _changes(reading: Reading) -> Section:
    nothing = item(say.NOTHING_RESOLVES, mark=Mark.LABEL)
    found = [
        item(reading.titles(change.flags), below=(labelled("By", reading.titles(change.by)) if change.by else nothing,))
        for change in reading.recommendation.would_have_to_change
    ]
    return Section(say.H_CHANGE, (paragraph(say.CHANGE), *found) if found else ())


def _near(reading: Reading) -> Section:
    misses = reading.recommendation.near_misses
    blocks: list[Block] = [
        item(
            f"{miss.rule.title} ({miss.rule.id})",
            below=(
                labelled("Would apply if this were", say.listed(map(miss.question.say, miss.would_apply_at), "or")),
                labelled("The question", reading.asked(miss.question.id)),
            ),
        )
        for miss in misses[:_NEAR_SHOWN]
    ]
    if len(misses) > _NEAR_SHOWN:
        blocks.append(paragraph(say.NEAR_MORE))
    return Section(say.H_NEAR, (paragraph(say.NEAR), *blocks) if blocks else ())


def _no_difference(reading: Reading) -> Section:
    ids = reading.recommendation.made_no_difference
    return Section(say.H_NO_DIFFERENCE, (paragraph(f"{say.NO_DIFFERENCE} {', '.join(ids)}."),) if ids else ())


def _recorded(reading: Reading) -> Section:
    """Print what was answered in free words: recorded and printed, and read by no rule."""
    found = [
        item(reading.asked(known.question), below=reading.answers(known))
        for known in reading.recommendation.known.values()
        if reading.question(known.question).open and known.answers
    ]
    return Section(say.H_RECORDED, (paragraph(say.ALSO_RECORDED), *found) if found else ())


def _routes(recommendation: Recommendation) -> Section:
    of_client = recommendation.case.stage.of_client
    lead = say.ROUTES[recommendation.outcome] if of_client else say.ROUTES_PROGRAMME
    routes = [item(route) for route in recommendation.other_routes]
    return Section(say.H_ROUTES, (paragraph(lead), *routes) if routes else ())


def _review(recommendation: Recommendation) -> Section:
    return Section(say.H_REVIEW, (paragraph(say.REVIEW.format(day=say.day(recommendation.review_by))),))


def _cited(reading: Reading) -> tuple[Item, ...]:
    """Return the works cited in this report: those of the rules that raise a ground."""
    raised = [rule for finding in _flags(reading, Effect.EXCLUDE, Truth.TRUE) for rule in finding.raised_by]
    return reading.works(reading.rules[rule].rule for rule in raised)


def _decision(stage: Stage) -> Section:
    """Leave the decision empty. INVARIANT (deference): only its form is here."""
    choice, *rest = say.DECISION_LABELS
    lines = [f"{choice} ({say.choices_text(stage)})", *rest]
    return Section(say.H_DECISION, (paragraph(say.DECISION), *(item(f"{line}:", mark=Mark.LABEL) for line in lines)))
