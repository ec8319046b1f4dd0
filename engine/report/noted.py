"""What was noted with an answer and stands nowhere else in the report: no note is lost, whatever it stands with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from engine.model.answer import Answer, Case
from engine.report.page import Item, Quoted, Section, filled, item, paragraph
from engine.report.reading import Reading
from engine.report.words import say, share

if TYPE_CHECKING:
    from engine.report.shape import NoteShape


class Noted(NamedTuple):
    """An answer with a note. `replaced`: something else was said since by the same source."""

    question: str
    answer: Answer
    replaced: bool


def noted(reading: Reading) -> Section:
    """Return the notes that `reading` has not put into words yet; to be built after everything else."""
    left = [one for one in _all(reading) if (one.question, one.answer) not in reading.noted]
    items = tuple(_item(reading, one) for one in left)
    return Section(share.H_NOTED, (paragraph(share.NOTED), *items) if items else (), tight=True)


def notes_json(reading: Reading) -> list[NoteShape]:
    """Return every note as plain data, by question."""
    return [
        {
            "question": one.question,
            "source": one.answer.source.value,
            "on": one.answer.on.isoformat() if one.answer.on else None,
            "note": one.answer.note,
        }
        for one in sorted(_all(reading), key=lambda one: one.question)
    ]


def _item(reading: Reading, one: Noted) -> Item:
    answer = one.answer
    line = filled(
        share.NOTED_LINE,
        subject=reading.named_alone(one.question),
        source=say.source_name(answer.source),
        day=say.day(answer.on) if answer.on else say.NO_DATE,
        note=Quoted(answer.note),
    )
    return item(*line, f" {share.NOTED_REPLACED}") if one.replaced else item(*line)


def _all(reading: Reading) -> Iterator[Noted]:
    """Yield each answer with a note once, in the order of the questions, those of earlier cases after those of now."""
    case = reading.recommendation.case
    for question in reading.policy.questions:
        seen: set[Answer] = set()
        for each in _cases(case):
            for answer in each.answers.get(question, ()):
                if answer.note and answer not in seen:
                    seen.add(answer)
                    yield Noted(question, answer, replaced=answer not in case.answers.get(question, ()))


def _cases(case: Case) -> Iterator[Case]:
    while True:
        yield case
        if case.earlier is None:
            return
        case = case.earlier
