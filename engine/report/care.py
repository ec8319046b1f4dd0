"""What else calls for care, and the conditions.

INVARIANT (never-unconditional): `conditional` is never told without its conditions, each with what, who, by when and
how it is checked.
"""

from __future__ import annotations

from engine.model.policy import Effect, Outcome
from engine.model.question import Stage
from engine.model.recommendation import FlagFinding, SafeguardFinding
from engine.model.truth import Truth
from engine.report.beside_programme import beside_programme
from engine.report.old_grounds import still_stands, titled
from engine.report.page import Block, Item, Mark, Section, item, labelled, paragraph
from engine.report.reading import BASE, Reading, capital
from engine.report.words import label, say, share, tell


def care(reading: Reading) -> Section:
    """Return the cautions: with what they rest on when conditions follow from them, otherwise their titles."""
    raised = reading.flags(Effect.CAUTION, Truth.TRUE)
    if reading.recommendation.outcome is Outcome.CONDITIONAL:
        return Section(tell.H_CARE, tuple(_on_what(reading, finding) for finding in raised), tight=True)
    still_open = reading.flags(Effect.CAUTION, Truth.UNKNOWN)
    blocks = [
        paragraph(f"{lead} {'; '.join(titled(reading, finding) for finding in found)}.")
        for lead, found in ((tell.CARE_TRUE, raised), (tell.CARE_OPEN, still_open))
        if found
    ]
    return Section(tell.H_CARE, tuple(blocks))


def _on_what(reading: Reading, finding: FlagFinding) -> Item:
    rules = [reading.rules[rule_id] for rule_id in finding.raised_by]
    brief = reading.grounds_in_brief(rule for rule in rules if rule.truth is Truth.TRUE)
    below = (labelled(tell.RESTS_ON, brief),) if brief else ()
    return item(finding.flag.title, below=(*below, *still_stands(reading, finding)))


def conditions(reading: Reading) -> Section:
    """Return the conditions to tick, those of this case first; short of `conditional`, their titles."""
    recommendation = reading.recommendation
    found, stage = recommendation.safeguards, recommendation.case.stage
    if recommendation.outcome is not Outcome.CONDITIONAL:
        at_least = (*_at_least(reading, found), *beside_programme(reading)) if found else ()
        return Section(tell.H_AT_LEAST, at_least, tight=True)
    own = [finding for finding in found if BASE not in finding.because]
    base = [finding for finding in found if BASE in finding.because]
    blocks: list[Block] = [paragraph(tell.CONDITIONS_END if stage is Stage.END else tell.CONDITIONS)]
    for lead, group in ((for_this(stage), own), (for_every(stage), base)):
        if group:
            blocks += [paragraph(f"{capital(lead)}:"), *(_to_tick(reading, finding) for finding in group)]
    return Section(tell.H_CONDITIONS, tuple(blocks), tight=True)


def for_every(stage: Stage) -> str:
    """Return for what the base set is, at a stage."""
    return share.FOR_EVERY.get(stage, share.FOR_EVERY_PROGRAMME)


def for_this(stage: Stage) -> str:
    """Return for what the other conditions are, at a stage."""
    return share.FOR_THIS_CASE if stage.of_client else share.FOR_THIS_PROGRAMME


def _at_least(reading: Reading, found: tuple[SafeguardFinding, ...]) -> tuple[Block, ...]:
    """Return the titles of the conditions of this case, or their number; those that every case gets are counted.

    What is listed only as long as something is open is no least: it is counted apart.
    """
    base, stage = sum(BASE in finding.because for finding in found), reading.recommendation.case.stage
    if reading.recommendation.outcome is Outcome.AGAINST:
        told = _at_least_against(found, base, stage)
    else:
        besides = tell.BESIDES_BASE.format(number=base, every=for_every(stage)) if base else ""
        own = _titles(found) or tell.NO_OTHERS
        told = f"{tell.AT_LEAST}{besides}: {own}."
    for_now = [finding for finding in found if finding.truth is Truth.UNKNOWN]
    if for_now:
        more = tell.AT_LEAST_FOR_NOW_ONE if len(for_now) == 1 else tell.AT_LEAST_FOR_NOW.format(number=len(for_now))
        told = f"{told} {more}"
    needs = sorted({need for finding in found for need in finding.to_confirm})
    confirm = (paragraph(f"{tell.TO_CONFIRM}: {'; '.join(map(reading.subject, needs))}."),) if needs else ()
    return (paragraph(told), *confirm)


def _at_least_against(found: tuple[SafeguardFinding, ...], base: int, stage: Stage) -> str:
    """Say what is called for all the same: by title where work goes on meanwhile, otherwise by number."""
    every = for_every(stage)
    own = [finding for finding in found if BASE not in finding.because and finding.truth is Truth.TRUE]
    if stage in share.AT_LEAST_AGAINST and own:
        return share.AT_LEAST_AGAINST[stage].format(own=_titles(found), base=base, every=every)
    if not own:
        return tell.AT_LEAST_AGAINST_BASE.format(base=base, every=every)
    return tell.AT_LEAST_AGAINST.format(own=len(own), base=base, this=for_this(stage), every=every)


def _titles(found: tuple[SafeguardFinding, ...]) -> str:
    certain = (finding for finding in found if BASE not in finding.because and finding.truth is Truth.TRUE)
    return "; ".join(finding.safeguard.title for finding in certain)


def _to_tick(reading: Reading, finding: SafeguardFinding) -> Item:
    safeguard = finding.safeguard
    below = [
        item(safeguard.do, mark=Mark.LABEL),
        labelled(label.WHO_AND_WHEN, _who_and_when(finding)),
        labelled(label.CHECK, safeguard.check),
    ]
    if BASE not in finding.because:
        for_now = f" ({say.FOR_NOW})" if finding.truth is Truth.UNKNOWN else ""
        below.append(labelled(label.BECAUSE, f"{reading.titles(finding.because)}{for_now}"))
    if finding.to_confirm:
        needs = "; ".join(reading.asked(need) for need in finding.to_confirm)
        below.append(labelled(tell.TO_CONFIRM, needs))
    return item(safeguard.title, below=tuple(below), mark=Mark.BOX)


def _who_and_when(finding: SafeguardFinding) -> str:
    safeguard = finding.safeguard
    parts = [say.SOURCES.get(safeguard.who, safeguard.who), safeguard.by]
    if safeguard.each_session and not any(word in safeguard.by for word in tell.SAYS_EVERY_SESSION):
        parts.append(tell.AT_EVERY_SESSION)
    return " - ".join(parts)
