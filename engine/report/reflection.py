"""The structural stage's reflection report, and what every report rests on.

No recommendation, no outcome and no decision stand here, nor anything that could be read as leave to go on: what was
answered, what was not, what the answers draw attention to, and what to do next.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.question import Question
from engine.model.recommendation import FlagFinding, SafeguardFinding
from engine.model.truth import Truth
from engine.report.for_reflection import by_section, spoken_to
from engine.report.noted import noted
from engine.report.page import Block, Item, Mark, Section, Tone, item, labelled, paragraph
from engine.report.reading import BASE, Reading
from engine.report.words import label, say, share


def reflection_sections(reading: Reading) -> Iterator[Section]:
    """Yield what was answered, what was not, what that draws attention to, and what to do next."""
    recommendation = reading.recommendation
    questions = recommendation.policy.questions_at(recommendation.case.stage)
    answered = [question for question in questions if any(one.values for one in spoken_to(reading, question))]
    missing = [question for question in questions if question not in answered]
    lead = paragraph(say.REFLECTION_SENTENCE, tone=Tone.STRONG)
    yield Section(say.H_OUTCOME_REFLECTION, (lead, paragraph(say.REFLECT)))
    yield Section(say.H_ANSWERED, tuple(_answered(reading, answered)) or (paragraph(share.NO_ANSWERS),), tight=True)
    yield Section(say.H_NOT_ANSWERED, tuple(_missing(reading, missing)), tight=True)
    yield Section(share.H_TAKEN_TOGETHER, tuple(_taken_together(reading)))
    yield Section(share.H_NEXT, tuple(_next(reading)), tight=True)
    yield noted(reading)
    yield Section(say.H_REVIEW, (paragraph(say.REVIEW.format(day=say.day(recommendation.review_by))),))
    yield rests_on(reading)


def _answered(reading: Reading, questions: list[Question]) -> Iterator[Block]:
    for heading, group in by_section(questions).items():
        yield paragraph(heading)
        for question in group:
            said = tuple(item(*reading.answer(question, one)) for one in spoken_to(reading, question))
            yield item(reading.asked(question.id), below=said)


def _missing(reading: Reading, questions: list[Question]) -> Iterator[Block]:
    for heading, group in by_section(questions).items():
        yield paragraph(heading)
        for question in group:
            said = tuple(item(*reading.answer(question, one)) for one in spoken_to(reading, question))
            yield item(reading.asked(question.id), below=said)


def _taken_together(reading: Reading) -> Iterator[Block]:
    """Yield the flags that are raised, with what they mean and why; those still open by their titles."""
    flags = reading.recommendation.flags
    raised = [_drawn(reading, finding) for finding in flags if finding.truth is Truth.TRUE]
    yield from raised or (paragraph(share.NOTHING_DRAWN),)
    still_open = [item(finding.flag.title) for finding in flags if finding.truth is Truth.UNKNOWN]
    if still_open:
        yield paragraph(share.COULD_STILL)
        yield from still_open


def _drawn(reading: Reading, finding: FlagFinding) -> Item:
    below = [labelled(label.MEANS, finding.flag.meaning)]
    for rule_id in finding.raised_by:
        rule = reading.rules[rule_id]
        below.append(labelled(label.BECAUSE, rule.rule.because))
        below.append(labelled(label.IT_RESTS_ON, below=reading.grounds(rule)))
    return item(finding.flag.title, below=tuple(below))


def _next(reading: Reading) -> Iterator[Block]:
    """Yield what is called for besides what every report has: for certain first, then as long as something is open."""
    own = [finding for finding in reading.recommendation.safeguards if finding.because != (BASE,)]
    for lead, truth in ((share.NEXT, Truth.TRUE), (share.NEXT_FOR_NOW, Truth.UNKNOWN)):
        found = [finding for finding in own if finding.truth is truth]
        if found:
            yield paragraph(lead)
        yield from (_to_do(reading, finding) for finding in found)


def _to_do(reading: Reading, finding: SafeguardFinding) -> Item:
    safeguard = finding.safeguard
    below = (
        item(safeguard.do, mark=Mark.LABEL),
        labelled(label.WHO_AND_WHEN, f"{say.SOURCES.get(safeguard.who, safeguard.who)} - {safeguard.by}"),
        labelled(label.CHECK, safeguard.check),
        labelled(label.BECAUSE, reading.titles(ground for ground in finding.because if ground != BASE)),
    )
    return item(safeguard.title, below=below)


def rests_on(reading: Reading, works: str = "", left_out: str = "") -> Section:
    """Return policy, fingerprint, engine and notice: what it takes to replay the report, and how far to trust it.

    `left_out` says where to find what the report leaves out.
    """
    policy = reading.policy
    blocks: tuple[Block, ...] = (
        paragraph(say.NOTICE),
        *((paragraph(say.PROGRAMME_NOT_CONSIDERED),) if reading.programme_unasked else ()),
        *((paragraph(left_out),) if left_out else ()),
        *((labelled(say.H_WORKS, works),) if works else ()),
        labelled(
            label.POLICY,
            label.POLICY_AND_ENGINE.format(
                title=policy.title,
                id=policy.id,
                version=policy.version,
                engine=reading.recommendation.engine,
                fingerprint=policy.fingerprint,
            ),
        ),
    )
    return Section(say.H_RESTS_ON, blocks)
