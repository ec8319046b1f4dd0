"""Whom to ask what: the fewest calls that would let a recommendation be made, and the questions one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from engine.model.answer import PARTNER_SIDE, Answer, Source, Standing
from engine.model.policy import Effect, Outcome
from engine.model.recommendation import Doubt, Recommendation, ToFindOut
from engine.report.page import Block, Item, Mark, Section, item, labelled, paragraph
from engine.report.reading import Reading, named
from engine.report.words import label, tell

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
"""Whom to turn to when it makes no other difference: the nearest at hand first, and she herself last."""


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
    """Cover the questions with few calls, asking her side as little as the fewest calls and one more allow.

    She has been burdened enough: she herself is asked only what nobody else could settle, and always last.
    """
    left = {question: (sources - {Source.PARTNER}) or sources for question, sources in may_ask.items() if sources}
    named_by_any = [source for source in _NEAREST if any(source in sources for sources in left.values())]
    covers: list[list[Call]] = []
    fewest = len(named_by_any)
    for number in range(1, len(named_by_any) + 1):
        if number > fewest + 1:
            break
        found = [made for chosen in combinations(named_by_any, number) if (made := _shared_out(left, chosen))]
        fewest = min(fewest, number) if found else fewest
        covers += found
    return min(covers, key=lambda made: (_of_her_side(made), len(made)), default=[])


def _shared_out(left: Mapping[str, frozenset[Source]], chosen: Sequence[Source]) -> list[Call]:
    """Return the calls to these sources, her side last; none when they cannot settle every question."""
    could = {source: sum(source in sources for sources in left.values()) for source in chosen}
    rest = dict(left)
    made = []
    for source in sorted(chosen, key=lambda one: (one is Source.PARTNER, one in PARTNER_SIDE, -could[one])):
        asked = tuple(question for question, sources in rest.items() if source in sources)
        if asked:
            made.append(Call(source, asked))
        rest = {question: sources for question, sources in rest.items() if question not in asked}
    return [] if rest else made


def _of_her_side(made: Iterable[Call]) -> int:
    return sum(len(call.questions) for call in made if call.source in PARTNER_SIDE)


def _may_ask(reading: Reading, question_id: str) -> frozenset[Source]:
    """Return who could settle a question, without those who said that they do not know as long as others are left."""
    could = _could_settle(reading, question_id)
    return could - _who(reading, question_id, Standing.ASKED_UNKNOWN) or could


def _could_settle(reading: Reading, question_id: str) -> frozenset[Source]:
    """Return who could settle a question. One that only decides whether another applies is not in `to_find_out`."""
    for entry in reading.recommendation.to_find_out:
        if entry.question.id == question_id:
            return frozenset(entry.ask)
    question = reading.question(question_id)
    declined = _who(reading, question_id, Standing.ASKED_DECLINED)
    if declined & PARTNER_SIDE:
        declined |= PARTNER_SIDE
    return frozenset(question.corroborate or question.asked_of) - declined


def _who(reading: Reading, question_id: str, standing: Standing) -> frozenset[Source]:
    """Return the sources whose answer stands like this."""
    known = reading.known(question_id)
    answers: tuple[Answer, ...] = known.answers if known is not None else ()
    return frozenset(answer.source for answer in answers if answer.standing is standing)


def find_out(reading: Reading) -> Section:
    """Return what to find out: at length when a recommendation hangs on it, otherwise a line for each question."""
    recommendation = reading.recommendation
    first = deciding(recommendation)
    others = [entry for entry in recommendation.to_find_out if entry not in first]
    blocks: list[Block] = []
    at_length = first and recommendation.outcome is Outcome.UNDETERMINED
    if at_length:
        blocks += [*(_at_length(reading, entry) for entry in _planned(reading)), *_her_side(first)]
    elif first:
        blocks += [paragraph(tell.FIND_OUT_AGAINST), *_briefly(reading, first), *_her_side(first)]
    if others:
        blocks += [paragraph(tell.FIND_OUT_CARE), *_briefly(reading, others), *_her_side(others)]
    if any(_her_side_declined(reading, entry.question.id) for entry in recommendation.to_find_out):
        blocks.append(paragraph(tell.PARTNER_DECLINES))
    return Section(tell.H_FIND_OUT, tuple(blocks), tight=not at_length)


def _her_side(entries: Iterable[ToFindOut]) -> Iterator[Block]:
    """Say it of questions about her; what the programme itself has, partner support is asked as a service."""
    if any(PARTNER_SIDE & set(entry.ask) and entry.question.stage.of_client for entry in entries):
        yield paragraph(tell.HER_SIDE_ASKED)


def _planned(reading: Reading) -> list[ToFindOut]:
    """Return the questions a recommendation hangs on, those that can wait last."""
    waiting = plan(reading).waiting
    return sorted(deciding(reading.recommendation), key=lambda entry: entry.question.id in waiting)


def _briefly(reading: Reading, entries: Iterable[ToFindOut]) -> Iterator[Item]:
    """Yield an entry for those of whom the same could be asked, with the questions by subject and id."""
    groups: dict[str, list[str]] = {}
    for entry in entries:
        question = entry.question.id
        lead = tell.ASK_ABOUT.format(who=named(entry.ask, "or")) if entry.ask else nobody_about(reading, question)
        more = f" - {tell.NOT_PUT_TO_HIM_SHORT}" if _not_put_to_him(reading, entry) else ""
        groups.setdefault(lead, []).append(f"{reading.topic(question)}{more}")
    for lead, topics in groups.items():
        yield leading(lead, topics)


def leading(lead: str, entries: Sequence[str]) -> Item:
    """Return entries under what leads to them: one beside it, several below it."""
    if len(entries) == 1:
        return item(f"{lead}: {entries[0]}")
    return item(f"{lead}:", below=tuple(map(item, entries)))


def _at_length(reading: Reading, entry: ToFindOut) -> Item:
    question = entry.question
    known = reading.known(question.id)
    below = [labelled(label.ASK, named(entry.ask, "or") if entry.ask else _nobody(reading, question.id))]
    if _not_put_to_him(reading, entry):
        below.append(item(tell.NOT_PUT_TO_HIM, mark=Mark.LABEL))
    if known is not None:
        why = reading.why_open(known) if entry.ask else reading.open_because(known)
        below += [labelled(label.WHY_OPEN, why), *reading.heard(label.HEARD_SO_FAR, known)]
    if not entry.ask:
        below.append(labelled(label.BEARS_ON, reading.titles(entry.settles)))
    # The question as it is put speaks to whom it is put; anybody else is asked about its subject.
    put = set(question.asked_of) & set(entry.ask)
    return item(reading.asked(question.id) if put else reading.heading(question.id), below=tuple(below))


def _not_put_to_him(reading: Reading, entry: ToFindOut) -> bool:
    """Whether a question that is put to him has not been, though his word counts one way only.

    Not when it may not apply: to ask him then would tell him that somebody has spoken.
    """
    question, known, case = entry.question, reading.known(entry.question.id), reading.recommendation.case
    settles = question.corroborate or question.asked_of
    if not case.stage.of_client or Source.CLIENT not in question.asked_of or Source.CLIENT in settles:
        return False
    said = case.answers.get(question.id, ())
    asked = any(one.source is Source.CLIENT and one.standing is not Standing.NOT_ASKED for one in said)
    return not asked and not (known is not None and Doubt.MAY_NOT_APPLY in known.doubts)


def _her_side_declined(reading: Reading, question_id: str) -> bool:
    return bool(_who(reading, question_id, Standing.ASKED_DECLINED) & PARTNER_SIDE)


def _others_declined(reading: Reading, question_id: str) -> frozenset[Source]:
    """Return who, of those whose word would settle a question, declined and may be asked again."""
    question = reading.question(question_id)
    return _who(reading, question_id, Standing.ASKED_DECLINED) & frozenset(question.corroborate or question.asked_of)


def _nobody(reading: Reading, question_id: str) -> str:
    """Say why nobody is named who could be asked."""
    if _her_side_declined(reading, question_id):
        return tell.ASK_NOBODY
    declined = _others_declined(reading, question_id)
    if declined == {Source.CLIENT}:
        return tell.ASK_AGAIN_HIM
    return tell.ASK_AGAIN.format(who=named(sorted(declined))) if declined else tell.ASK_NOBODY_NAMED


def nobody_about(reading: Reading, question_id: str) -> str:
    """Say the same as what leads to a list."""
    if _her_side_declined(reading, question_id):
        return tell.ASK_NOBODY_ABOUT
    declined = _others_declined(reading, question_id)
    if declined == {Source.CLIENT}:
        return tell.ASK_AGAIN_HIM_ABOUT
    return tell.ASK_AGAIN_ABOUT.format(who=named(sorted(declined))) if declined else tell.ASK_NOBODY_NAMED_ABOUT
