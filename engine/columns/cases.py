"""Cases as answer sheets, and a row of a sheet as a case again. Notes and what came before are not carried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import polars as pl

from engine.columns.evidence import kind_of
from engine.columns.slots import CASE, ERROR, PROGRAMME, ROW, STAGE, STANDINGS, Slot, slot_named
from engine.model.answer import Answer, Case, Standing
from engine.model.policy import Policy
from engine.model.question import Question, Stage

__all__ = ["case_of", "kind_of", "sheets_of", "stages"]

_STANDINGS = {standing.value: standing for standing in STANDINGS}


def stages() -> pl.Enum:
    """Return the type of the column STAGE."""
    return pl.Enum([stage.value for stage in Stage])


def sheets_of(cases: Sequence[Case], policy: Policy) -> pl.DataFrame:
    """Return a sheet with one row a case, numbered from 1, and a column for each slot that one of them fills.

    The slots stand in the order of the policy's questions, the programme's last, and the dates beside them.
    """
    rows = [dict(_filled(case)) for case in cases]
    place = {question: number for number, question in enumerate(policy.questions)}
    used = sorted(
        {slot for row in rows for slot in row}, key=lambda slot: (slot.in_profile, place[slot.question], slot)
    )
    sheet = [
        pl.Series(ROW, range(1, len(cases) + 1), dtype=pl.UInt64),
        pl.Series(CASE, [case.reference for case in cases], dtype=pl.String),
        pl.Series(STAGE, [case.stage.value for case in cases], dtype=stages()),
        pl.Series(PROGRAMME, [case.programme and case.programme.reference for case in cases], dtype=pl.String),
        pl.Series(ERROR, [None] * len(cases), dtype=pl.String),
    ]
    for slot in used:
        question = policy.questions[slot.question]
        answers = [row.get(slot) for row in rows]
        said = [None if answer is None else _written(question, answer) for answer in answers]
        dates = [None if answer is None else answer.on for answer in answers]
        sheet.append(pl.Series(slot.column, said, dtype=kind_of(question)))
        sheet.append(pl.Series(slot.on, dates, dtype=pl.Date))
    return pl.DataFrame(sheet)


def case_of(row: Mapping[str, object], policy: Policy) -> Case:
    """Return the case of a named row of a sheet; the answers to a question stand in the order of the row's columns."""
    answers: dict[bool, dict[str, tuple[Answer, ...]]] = {False: {}, True: {}}
    for name, said in row.items():
        slot = slot_named(name) if said is not None else None
        if slot is None:
            continue
        on = row.get(slot.on)
        answer = _read(policy.questions[slot.question], slot, said, on if isinstance(on, date) else None)
        held = answers[slot.in_profile]
        held[slot.question] = (*held.get(slot.question, ()), answer)
    programme = row.get(PROGRAMME)
    profile = None if programme is None else Case(str(programme), Stage.PROGRAMME_START, answers[True])
    return Case(str(row[CASE]), Stage(str(row[STAGE])), answers[False], profile)


def _filled(case: Case, *, in_profile: bool = False) -> Iterator[tuple[Slot, Answer]]:
    for question, answers in case.answers.items():
        counts: dict[str, int] = {}
        for answer in answers:
            number = counts[answer.source] = counts.get(answer.source, 0) + 1
            yield Slot(question, answer.source, number, in_profile), answer
    if case.programme is not None:
        yield from _filled(case.programme, in_profile=True)


def _written(question: Question, answer: Answer) -> str | list[str]:
    standing = answer.standing.value
    match question.open, question.several:
        case True, _:
            return answer.values[0] if answer.standing is Standing.ANSWERED else f"\0{standing}"
        case _, True:
            return list(answer.values) if answer.standing is Standing.ANSWERED else [standing]
        case _:
            return answer.values[0] if answer.standing is Standing.ANSWERED else standing


def _read(question: Question, slot: Slot, said: object, on: date | None) -> Answer:
    if question.open:
        text = str(said)
        standing = _STANDINGS.get(text[1:]) if text.startswith("\0") else None
        values: tuple[str, ...] = (text,)
    else:
        values = tuple(map(str, said)) if isinstance(said, list) else (str(said),)
        standing = _STANDINGS.get(values[0]) if len(values) == 1 else None
    if standing is not None:
        return Answer(slot.source, standing, (), on)
    return Answer(slot.source, Standing.ANSWERED, values, on)
