"""Whom to ask what: the fewest calls that would let a recommendation be made, and the questions one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from engine.model.answer import PARTNER_SIDE, Answer, Source, Standing
from engine.model.policy import Effect, Outcome
from engine.model.recommendation import Known, Recommendation, ToFindOut
from engine.report import messages_screening as tell
from engine.report.page import Block, Item, Section, item, labelled, paragraph
from engine.report.reading import Reading, named

_NEAREST: Final = (
    Source.PRACTITIONER,
    Source.PROGRAMME,
    Source.PARTNER_SUPPORT,
    Source.CLIENT,
    Source.REFERRER,
    Source.PROBATION,
    Source.CHILD_PROTECTION,
    Source.POLICE,
    Source.COURT,
    Source.PARTNER,
)
"""Whom to turn to when several could settle as many questions: the nearest at hand first, and she herself last."""


@dataclass(frozen=True, slots=True)
class Call:
    """What to ask one source, in one go."""

    source: Source
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A smallest set of questions as calls; `nobody`: those of the set that nobody is left to be asked about.

    `waiting` are other questions that bear on an exclude flag, which the set may make needless.
    """

    calls: tuple[Call, ...]
    nobody: tuple[str, ...]
    waiting: tuple[str, ...]


def deciding(recommendation: Recommendation) -> tuple[ToFindOut, ...]:
    """Return the questions that bear on an exclude flag."""
    exclude = {finding.flag.id for finding in recommendation.flags if finding.flag.effect is Effect.EXCLUDE}
    return tuple(entry for entry in recommendation.to_find_out if exclude & set(entry.settles))


def plan(reading: Reading) -> Plan:
    """Choose, among the smallest sets, the one with the fewest dead ends, questions and calls."""
    recommendation = reading.recommendation
    open_questions = tuple(entry.question.id for entry in deciding(recommendation))
    plans = [_plan(reading, wanted, open_questions) for wanted in recommendation.smallest_sets or (open_questions,)]
    return min(plans, key=_effort)


def _effort(made: Plan) -> tuple[int, int, int]:
    return len(made.nobody), sum(len(call.questions) for call in made.calls), len(made.calls)


def _plan(reading: Reading, wanted: Iterable[str], open_questions: Iterable[str]) -> Plan:
    may_ask = {question: _may_ask(reading, question) for question in wanted}
    nobody = tuple(question for question, sources in may_ask.items() if not sources)
    waiting = tuple(question for question in open_questions if question not in may_ask)
    return Plan(tuple(calls(may_ask)), nobody, waiting)


def calls(may_ask: Mapping[str, frozenset[Source]]) -> list[Call]:
    """Cover the questions with few calls: again and again to whoever could settle the most that are left."""
    left = {question: sources for question, sources in may_ask.items() if sources}
    found = []
    while left:
        source = max(_NEAREST, key=lambda one: sum(one in sources for sources in left.values()))
        asked = tuple(question for question, sources in left.items() if source in sources)
        found.append(Call(source, asked))
        left = {question: sources for question, sources in left.items() if question not in asked}
    return found


def _may_ask(reading: Reading, question_id: str) -> frozenset[Source]:
    """Return who could settle a question. One that only decides whether another applies is not in `to_find_out`."""
    for entry in reading.recommendation.to_find_out:
        if entry.question.id == question_id:
            return frozenset(entry.ask)
    question, known = reading.question(question_id), reading.known(question_id)
    declined = _declined(known)
    if declined & PARTNER_SIDE:
        declined |= PARTNER_SIDE
    return frozenset(question.corroborate or question.asked_of) - declined


def _declined(known: Known | None) -> frozenset[Source]:
    answers: tuple[Answer, ...] = known.answers if known is not None else ()
    return frozenset(answer.source for answer in answers if answer.standing is Standing.ASKED_DECLINED)


def find_out(reading: Reading) -> Section:
    """Return what to find out: at length when a recommendation hangs on it, otherwise a line for each question."""
    recommendation = reading.recommendation
    first = deciding(recommendation)
    others = [entry for entry in recommendation.to_find_out if entry not in first]
    blocks: list[Block] = []
    if first and recommendation.outcome is Outcome.UNDETERMINED:
        blocks += [_at_length(reading, entry) for entry in _planned(reading)]
    elif first:
        blocks += [paragraph(tell.FIND_OUT_AGAINST), *_briefly(reading, first)]
    if others:
        blocks += [paragraph(tell.FIND_OUT_CARE), *_briefly(reading, others)]
    if any(_declined(reading.known(entry.question.id)) & PARTNER_SIDE for entry in recommendation.to_find_out):
        blocks.append(paragraph(tell.PARTNER_DECLINES))
    return Section(tell.H_FIND_OUT, tuple(blocks))


def _planned(reading: Reading) -> list[ToFindOut]:
    """Return the questions a recommendation hangs on, those that can wait last."""
    waiting = plan(reading).waiting
    return sorted(deciding(reading.recommendation), key=lambda entry: entry.question.id in waiting)


def _briefly(reading: Reading, entries: Iterable[ToFindOut]) -> Iterator[Item]:
    """Yield a line for those of whom the same could be asked, with the questions by their ids."""
    groups: dict[str, list[str]] = {}
    for entry in entries:
        declined = _declined(reading.known(entry.question.id))
        nobody = tell.ASK_NOBODY_ABOUT if declined else tell.ASK_NOBODY_NAMED_ABOUT
        line = tell.ASK_ABOUT.replace("{who}", named(entry.ask, "or")) if entry.ask else nobody
        groups.setdefault(line, []).append(entry.question.id)
    for line, questions in groups.items():
        yield item(line.format(what=", ".join(questions)))


def _at_length(reading: Reading, entry: ToFindOut) -> Item:
    known = reading.known(entry.question.id)
    below = [labelled("Ask", named(entry.ask, "or") if entry.ask else _nobody(known))]
    if known is not None:
        why = reading.why_open(known) if entry.ask else reading.open_because(known)
        below += [labelled("Why it is open", why), *reading.heard("Heard so far", known)]
    if not entry.ask:
        below.append(labelled("It bears on", reading.titles(entry.settles)))
    return item(reading.asked(entry.question.id), below=tuple(below))


def _nobody(known: Known | None) -> str:
    return tell.ASK_NOBODY if _declined(known) else tell.ASK_NOBODY_NAMED
