"""The report in short: what stands in the way or is called for, and whom to ask what, on the first screen."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.policy import Effect, Outcome
from engine.model.source import KEEPS_RECORDS, PARTNER_SIDE
from engine.model.truth import Truth
from engine.report.asking import Plan, leading, nobody_about, plan
from engine.report.beside_programme import beside_programme
from engine.report.care import for_every
from engine.report.old_grounds import titled
from engine.report.page import Block, Section, item, paragraph
from engine.report.reading import BASE, Reading, named
from engine.report.words import tell


def in_short(reading: Reading) -> Section:
    """Return the section that is enough to act on."""
    return Section(tell.H_SHORT, tuple(_blocks(reading)), tight=True)


def _blocks(reading: Reading) -> Iterator[Block]:
    match reading.recommendation.outcome:
        case Outcome.AGAINST:
            yield from _against(reading)
        case Outcome.UNDETERMINED:
            yield from _undetermined(reading)
        case Outcome.CONDITIONAL:
            yield from _conditional(reading)


def _against(reading: Reading) -> Iterator[Block]:
    yield from _grounds(reading, Effect.EXCLUDE, Truth.TRUE, tell.SHORT_GROUNDS[Outcome.AGAINST])
    still_open = len(reading.flags(Effect.EXCLUDE, Truth.UNKNOWN))
    more = []
    if still_open:
        more.append(tell.SHORT_OPEN_ONE if still_open == 1 else tell.SHORT_OPEN.format(number=still_open))
    if reading.recommendation.other_routes:
        more.append(tell.SHORT_ROUTES)
    if more:
        yield paragraph(" ".join(more))


def _undetermined(reading: Reading) -> Iterator[Block]:
    yield from _grounds(reading, Effect.EXCLUDE, Truth.UNKNOWN, tell.SHORT_GROUNDS[Outcome.UNDETERMINED])
    made = plan(reading)
    sets = reading.recommendation.smallest_sets
    yield paragraph(tell.SHORT_SET if sets else tell.SHORT_NO_SET)
    yield from _to_ask(reading, made)
    if len(sets) > 1:
        yield paragraph(tell.SHORT_OTHER_SETS)


def _to_ask(reading: Reading, made: Plan) -> Iterator[Block]:
    said_once = False
    for call in made.calls:
        about_her = any(reading.question(question).stage.of_client for question in call.questions)
        gently = call.source in PARTNER_SIDE and about_her and not said_once
        said_once = said_once or gently
        lead = tell.ASK_HER_SIDE_ABOUT if gently else tell.ASK_ABOUT
        if call.source in KEEPS_RECORDS:
            lead = tell.ASK_AGENCY_ABOUT
        yield leading(lead.format(who=named((call.source,))), tuple(map(reading.subject, call.questions)))
    if made.waiting:
        yield item(tell.SHORT_WAIT.format(what="; ".join(map(reading.subject, made.waiting))))
    nobody: dict[str, list[str]] = {}
    for question in made.nobody:
        nobody.setdefault(nobody_about(reading, question), []).append(reading.subject(question))
    for lead, subjects in nobody.items():
        yield leading(lead, subjects)
    if tell.ASK_NOBODY_ABOUT in nobody:
        yield paragraph(tell.SHORT_NOBODY)


def _conditional(reading: Reading) -> Iterator[Block]:
    safeguards = reading.recommendation.safeguards
    base = sum(BASE in finding.because for finding in safeguards)
    every = for_every(reading.recommendation.case.stage)
    counted = tell.SHORT_CONDITIONS.format(
        total=tell.conditions_text(len(safeguards)), base=base, own=len(safeguards) - base, every=every
    )
    for_now = sum(finding.truth is Truth.UNKNOWN for finding in safeguards)
    if for_now:
        more = tell.SHORT_FOR_NOW_ONE if for_now == 1 else tell.SHORT_FOR_NOW.format(number=for_now)
        counted = f"{counted} {more}"
    yield paragraph(counted)
    yield from beside_programme(reading)
    yield from _grounds(reading, Effect.CAUTION, Truth.TRUE, tell.SHORT_GROUNDS[Outcome.CONDITIONAL])
    yield from _grounds(reading, Effect.CAUTION, Truth.UNKNOWN, tell.CARE_OPEN)


def _grounds(reading: Reading, effect: Effect, truth: Truth, lead: str) -> Iterator[Block]:
    found = reading.flags(effect, truth)
    if found:
        yield paragraph(lead)
    for finding in found:
        yield item(titled(reading, finding))
