"""Open questions: what was said to them in the person's own words, by section. No rule reads it; a person does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from engine.model.answer import Answer, Standing
from engine.model.question import Question
from engine.report.page import Block, Item, Section, item, labelled, paragraph
from engine.report.reading import Reading
from engine.report.words import share

_NOBODY_ASKED: Final = frozenset({Standing.NOT_ASKED, Standing.NOT_APPLICABLE})


def for_reflection(reading: Reading) -> Section:
    """Return the open questions of the stage, and those of earlier stages that were answered."""
    return Section(share.H_FOR_REFLECTION, tuple(_blocks(reading)), tight=True)


def by_section(questions: Iterable[Question]) -> dict[str, list[Question]]:
    """Return questions under the headings of the catalogue, both in their order."""
    found: dict[str, list[Question]] = {}
    for question in questions:
        found.setdefault(question.section, []).append(question)
    return found


def _blocks(reading: Reading) -> Iterator[Block]:
    case = reading.recommendation.case
    questions = [
        question
        for question in reading.policy.questions.values()
        if question.open and question.stage in case.stage.readable
        if question.stage is case.stage or spoken_to(reading, question)
    ]
    if questions:
        yield paragraph(share.FOR_REFLECTION)
    for heading, group in by_section(questions).items():
        yield item(heading, below=tuple(_section(reading, group)))


def _section(reading: Reading, questions: list[Question]) -> Iterator[Item]:
    for question in questions:
        given = spoken_to(reading, question)
        if len(given) == 1:
            yield labelled(reading.named_alone(question.id), *reading.answer(question, given[0]))
        elif given:
            yield labelled(
                reading.named_alone(question.id), below=tuple(item(*reading.answer(question, one)) for one in given)
            )
    silent = [question for question in questions if not spoken_to(reading, question)]
    if silent:
        yield labelled(share.NOT_TALKED_ABOUT, "; ".join(question.subject for question in silent))


def spoken_to(reading: Reading, question: Question) -> tuple[Answer, ...]:
    """Return what was answered to a question, and who was asked and gave no answer; that nobody asked is nothing."""
    given = reading.recommendation.case.answers.get(question.id, ())
    return tuple(answer for answer in given if answer.values or answer.standing not in _NOBODY_ASKED)
