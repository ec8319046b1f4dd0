"""What else calls for care, and the conditions.

INVARIANT (never-unconditional): `conditional` is never told without its conditions, each with what, who, by when and
how it is checked.
"""

from __future__ import annotations

from engine.model.policy import Effect, Outcome
from engine.model.question import Stage
from engine.model.recommendation import FlagFinding, SafeguardFinding
from engine.model.truth import Truth
from engine.report import messages as say
from engine.report import messages_screening as tell
from engine.report.page import Block, Item, Mark, Section, item, labelled, paragraph
from engine.report.reading import BASE, Reading


def care(reading: Reading) -> Section:
    """Return the cautions: with what they rest on when conditions follow from them, otherwise their titles."""
    raised = reading.flags(Effect.CAUTION, Truth.TRUE)
    if reading.recommendation.outcome is Outcome.CONDITIONAL:
        return Section(tell.H_CARE, tuple(_on_what(reading, finding) for finding in raised), tight=True)
    still_open = reading.flags(Effect.CAUTION, Truth.UNKNOWN)
    blocks = [
        paragraph(f"{lead} {'; '.join(finding.flag.title for finding in found)}.")
        for lead, found in ((tell.CARE_TRUE, raised), (tell.CARE_OPEN, still_open))
        if found
    ]
    return Section(tell.H_CARE, tuple(blocks))


def _on_what(reading: Reading, finding: FlagFinding) -> Item:
    rules = [reading.rules[rule_id] for rule_id in finding.raised_by]
    brief = reading.grounds_in_brief(rule for rule in rules if rule.truth is Truth.TRUE)
    return item(finding.flag.title, below=(labelled(tell.RESTS_ON, brief),) if brief else ())


def conditions(reading: Reading) -> Section:
    """Return the conditions to tick, those of this case first; short of `conditional`, their titles."""
    recommendation = reading.recommendation
    found = recommendation.safeguards
    if recommendation.outcome is not Outcome.CONDITIONAL:
        return Section(tell.H_AT_LEAST, _at_least(reading, found) if found else ())
    own = [finding for finding in found if BASE not in finding.because]
    base = [finding for finding in found if BASE in finding.because]
    blocks: list[Block] = [
        paragraph(tell.CONDITIONS_END if recommendation.case.stage is Stage.END else tell.CONDITIONS)
    ]
    for lead, group in ((tell.CONDITIONS_OWN, own), (tell.CONDITIONS_BASE, base)):
        if group:
            blocks += [paragraph(lead), *(_to_tick(reading, finding) for finding in group)]
    return Section(tell.H_CONDITIONS, tuple(blocks), tight=True)


def _at_least(reading: Reading, found: tuple[SafeguardFinding, ...]) -> tuple[Block, ...]:
    """Return the titles of the conditions of this case, or their number when the recommendation is against.

    Those that every case gets are only counted.
    """
    base = sum(BASE in finding.because for finding in found)
    if reading.recommendation.outcome is Outcome.AGAINST:
        told = tell.AT_LEAST_AGAINST.format(own=len(found) - base, base=base)
    else:
        besides = tell.BESIDES_BASE.format(number=base) if base else ""
        own = "; ".join(finding.safeguard.title for finding in found if BASE not in finding.because) or tell.NO_OTHERS
        told = f"{tell.AT_LEAST}{besides}: {own}."
    needs = sorted({need for finding in found for need in finding.to_confirm})
    confirm = (paragraph(f"{tell.TO_CONFIRM}: {'; '.join(map(reading.subject, needs))}."),) if needs else ()
    return (paragraph(told), *confirm)


def _to_tick(reading: Reading, finding: SafeguardFinding) -> Item:
    safeguard = finding.safeguard
    below = [
        item(safeguard.do, mark=Mark.LABEL),
        labelled("Who and when", _who_and_when(finding)),
        labelled("Check", safeguard.check),
    ]
    if BASE not in finding.because:
        for_now = f" ({say.FOR_NOW})" if finding.truth is Truth.UNKNOWN else ""
        below.append(labelled("Because", f"{reading.titles(finding.because)}{for_now}"))
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
