"""The structural stage's reflection report, and what every report rests on."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.recommendation import Known
from engine.model.truth import Truth
from engine.report import messages as say
from engine.report.page import Block, Item, Section, Tone, item, labelled, paragraph
from engine.report.reading import BASE, Reading


def reflection_sections(reading: Reading) -> Iterator[Section]:
    """Yield what was answered, what was not, and what to change; no recommendation and no decision."""
    recommendation = reading.recommendation
    stage = recommendation.case.stage
    known = [reading.known(question.id) for question in recommendation.policy.questions_at(stage)]
    answered = [entry for entry in known if entry is not None and _has_answer(entry)]
    heard = {entry.question for entry in answered}
    missing = [question for question in recommendation.policy.questions_at(stage) if question.id not in heard]
    lead = paragraph(say.REFLECTION_SENTENCE, tone=Tone.STRONG)
    yield Section(say.H_OUTCOME_REFLECTION, (lead, paragraph(say.REFLECT)))
    yield Section(
        say.H_ANSWERED,
        tuple(item(reading.asked(entry.question), below=reading.answers(entry)) for entry in answered),
    )
    yield Section(say.H_NOT_ANSWERED, tuple(item(reading.asked(question.id)) for question in missing))
    yield Section(say.H_TO_CHANGE, tuple(_to_change(reading)))
    yield Section(say.H_REVIEW, (paragraph(say.REVIEW.format(day=say.day(recommendation.review_by))),))
    yield rests_on(reading)


def _has_answer(known: Known) -> bool:
    return any(answer.values for answer in known.answers)


def _to_change(reading: Reading) -> Iterator[Item]:
    for flag in reading.recommendation.flags:
        for_now = f" ({say.FOR_NOW})" if flag.truth is Truth.UNKNOWN else ""
        yield item(f"{flag.flag.title}{for_now}", below=(labelled("What it means", flag.flag.meaning),))
    for finding in reading.recommendation.safeguards:
        if finding.because == (BASE,):
            continue
        because = labelled("Because", reading.titles(finding.because))
        yield item(finding.safeguard.title, below=(labelled("What", finding.safeguard.do), because))


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
            "Policy",
            f"{policy.title} ({policy.id}), version {policy.version}; engine: forethought "
            f"{reading.recommendation.engine}; fingerprint: {policy.fingerprint}",
        ),
    )
    return Section(say.H_RESTS_ON, blocks)
