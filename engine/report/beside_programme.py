"""What the programme's profile says to the needs of the conditions of this case, and how to have it screened itself."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.question import Stage
from engine.model.recommendation import Known
from engine.report.page import Block, Quoted, filled, item, paragraph
from engine.report.reading import Reading
from engine.report.words import say, tell


def beside_programme(reading: Reading) -> Iterator[Block]:
    """Yield what stands in the profile only in part; nothing when none was given, or outside a client's stages."""
    case, policy = reading.recommendation.case, reading.policy
    profile = case.programme
    if profile is None or not case.stage.of_client:
        return
    in_part = list(_in_part(reading))
    lead = tell.PROGRAMME_IN_PART if in_part else tell.PROGRAMME_CONSIDERED
    yield paragraph(*filled(lead, profile=Quoted(profile.reference)))
    for known in in_part:
        question = reading.question(known.question)
        answer = say.listed(map(question.say, known.chosen))
        yield item(tell.IN_PART.format(question=question.subject, answer=answer))
    if profile.stage is not Stage.STRUCTURAL and policy.in_force(profile.stage):
        yield paragraph(tell.PROGRAMMES_OWN)


def _in_part(reading: Reading) -> Iterator[Known]:
    """Yield what is known of each need that stands neither at its least nor at its most concerning answer."""
    needs = {need for finding in reading.recommendation.safeguards for need in finding.safeguard.needs}
    for name, question in reading.policy.questions.items():
        known = reading.known(name) if name in needs else None
        if known is not None and known.chosen:
            governing = max(map(question.rank, known.chosen))
            if 0 < governing < len(question.answers) - 1:
                yield known
