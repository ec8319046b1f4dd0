"""What has changed since the earlier case: in what was said, question by question, and what is out of date.

It compares answers and nothing else: what follows from them today is the recommendation's to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from engine.model.answer import Answer, Source, Standing
from engine.model.question import Question, Stage
from engine.model.recommendation import Recommendation
from engine.model.truth import Truth
from engine.report.age import out_of_date
from engine.report.behind import questions_behind
from engine.report.page import Block, Item, Line, Quoted, Section, filled, item, labelled, paragraph
from engine.report.reading import Reading
from engine.report.words import label, say, share


class Direction(StrEnum):
    """Which way what was said has changed, what calls for attention most first: that less is said than before."""

    LESS_CONCERNING = "less-concerning"
    MORE_CONCERNING = "more-concerning"
    ANSWERED_NOW = "answered-now"
    OPEN_NOW = "open-now"
    OTHERWISE = "otherwise"


class Changed(NamedTuple):
    """A question to which something else is said now. `flags`: those that are raised and rest on it."""

    question: str
    direction: Direction
    before: tuple[Answer, ...]
    now: tuple[Answer, ...]
    flags: tuple[str, ...]


class Changes(NamedTuple):
    """What has changed since an earlier case, in the order of `Direction`. `on` is the last day of its answers."""

    stage: Stage
    on: date | None
    changed: tuple[Changed, ...]
    out_of_date: tuple[str, ...]


def changes_since(reading: Reading) -> Changes | None:
    """Return what has changed, or None when the case has no earlier one."""
    recommendation = reading.recommendation
    earlier = recommendation.case.earlier
    if earlier is None:
        return None
    behind = {
        finding.flag.id: questions_behind(reading, finding.flag.id)
        for finding in recommendation.flags
        if finding.truth is Truth.TRUE
    }
    found = []
    for question in recommendation.policy.questions.values():
        before = earlier.answers.get(question.id, ())
        now = recommendation.case.answers.get(question.id, ())
        if question.stage in earlier.stage.readable and _what(before) != _what(now):
            flags = tuple(sorted(flag for flag, questions in behind.items() if question.id in questions))
            found.append(Changed(question.id, _direction(question, before, now), before, now, flags))
    order = list(Direction)
    found.sort(key=lambda one: (order.index(one.direction), not one.flags))
    days = [answer.on for answers in earlier.answers.values() for answer in answers if answer.on]
    return Changes(earlier.stage, max(days, default=None), tuple(found), tuple(_out_of_date(recommendation)))


def what_has_changed(reading: Reading) -> Section:
    """Return the section that tells it; without blocks when the case has no earlier one."""
    changes = changes_since(reading)
    if changes is None:
        return Section("", ())
    frame = share.H_CHANGED if changes.on is not None else share.H_CHANGED_UNDATED
    day = say.day(changes.on) if changes.on is not None else ""
    heading = frame.format(stage=share.CHANGED_SINCE[changes.stage], day=day)
    return Section(heading, tuple(_blocks(reading, changes)), tight=True)


def _blocks(reading: Reading, changes: Changes) -> Iterator[Block]:
    for direction in Direction:
        found = [one for one in changes.changed if one.direction is direction]
        if found:
            yield paragraph(share.CHANGED[direction])
        yield from (_changed(reading, one) for one in found)
    if not changes.changed:
        yield paragraph(share.NOTHING_CHANGED)
    if changes.out_of_date:
        yield paragraph(share.OUT_OF_DATE)
        yield item("; ".join(map(reading.subject, changes.out_of_date)))


def _changed(reading: Reading, one: Changed) -> Item:
    """Return a question with what each source said before and says now."""
    question = reading.question(one.question)
    below = []
    for source in _sources(one):
        before = [answer for answer in one.before if answer.source is source]
        now = [answer for answer in one.now if answer.source is source]
        if _what(before) != _what(now):
            pieces = (*_told(reading, question, before), f"; {share.NOW}: ", *_told(reading, question, now))
            below.append(labelled(f"{say.source_name(source)} - {share.BEFORE}", *pieces))
    if one.flags:
        below.append(labelled(share.RESTS_ON_IT, reading.titles(one.flags)))
    return item(reading.heading(one.question), below=tuple(below))


def _told(reading: Reading, question: Question, answers: Iterable[Answer]) -> Line:
    """Return what one source said, with the days, in one line and without the notes; or why it said nothing."""
    line: Line = ()
    given = list(answers)
    for answer in [one for one in given if _says(one)] or given:
        told: Line = (reading.worded(question, answer),)
        if question.open and answer.values:
            told = filled(label.OWN_WORDS, words=Quoted(" ".join(answer.values)))
        day = say.day(answer.on) if answer.on else say.NO_DATE
        line += (*(("; ",) if line else ()), *told, f" ({day})")
    return line or (share.NOT_HEARD,)


def _sources(one: Changed) -> list[Source]:
    return sorted({answer.source for answer in (*one.before, *one.now)})


def _what(answers: Iterable[Answer]) -> frozenset[tuple[str, str, tuple[str, ...]]]:
    """Return what was said by whom, whenever it was said: the same said again is no change, nor that nothing was."""
    return frozenset((answer.source, answer.standing, answer.values) for answer in answers if _says(answer))


def _says(answer: Answer) -> bool:
    return bool(answer.values) or answer.standing is Standing.NOT_APPLICABLE


def _direction(question: Question, before: tuple[Answer, ...], now: tuple[Answer, ...]) -> Direction:
    was, is_now = _words(before), _words(now)
    if not was or not is_now:
        return Direction.ANSWERED_NOW if is_now else Direction.OPEN_NOW if was else Direction.OTHERWISE
    if question.open:
        return Direction.OTHERWISE
    worst_before, worst_now = max(map(question.rank, was)), max(map(question.rank, is_now))
    # Of several answers each one counts: one more that concerns is more concerning.
    if worst_now > worst_before or (worst_now == worst_before and question.several and was < is_now):
        return Direction.MORE_CONCERNING
    less = worst_now < worst_before or any(
        _takes_back(question, _words_of(source, before), _words_of(source, now)) for source in Source
    )
    return Direction.LESS_CONCERNING if less else Direction.OTHERWISE


def _takes_back(question: Question, was: frozenset[str], is_now: frozenset[str]) -> bool:
    """Whether one source says less than it did: a lesser answer, or of several not all that were of concern."""
    if not was or not is_now:
        return False
    if max(map(question.rank, is_now)) < max(map(question.rank, was)):
        return True
    return question.several and is_now < was and any(question.rank(word) > 0 for word in was - is_now)


def _words_of(source: Source, answers: Iterable[Answer]) -> frozenset[str]:
    return _words(answer for answer in answers if answer.source is source)


def _words(answers: Iterable[Answer]) -> frozenset[str]:
    return frozenset(word for answer in answers for word in answer.values)


def _out_of_date(recommendation: Recommendation) -> Iterator[str]:
    """Yield the questions whose answers were carried along as they are, and are all too old to settle them."""
    case, earlier = recommendation.case, recommendation.case.earlier
    for question in recommendation.policy.questions.values():
        carried = earlier.answers.get(question.id, ()) if earlier is not None else ()
        given = case.answers.get(question.id, ())
        said = [answer for answer in given if answer.values]
        anew = [one for one in given if one not in carried and one.standing is not Standing.NOT_ASKED]
        if question.valid_for is None or question.open or not said or anew:
            continue
        if all(out_of_date(question, answer, recommendation.screened_on) for answer in said):
            yield question.id
