"""Every condition that is one slip away from another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from engine.model.condition import (
    AllOf,
    AnswerIs,
    AnyOf,
    AtLeast,
    CalledFor,
    Condition,
    FlagIs,
    IsUnknown,
    Not,
    ProgrammeLacks,
    SaidBy,
    SourcesDiffer,
    members_of,
)
from engine.model.question import Question


class Kind(StrEnum):
    """What was done to the policy."""

    BRANCH_DROPPED = "branch-dropped"
    ALL_TO_ANY = "all-to-any"
    ANY_TO_ALL = "any-to-all"
    NUMBER_CHANGED = "number-changed"
    NEGATED = "negated"
    ANSWER_ADDED = "answer-added"
    ANSWER_REMOVED = "answer-removed"
    RULE_DROPPED = "rule-dropped"
    STAGE_DROPPED = "stage-dropped"
    SAFEGUARD_DROPPED = "safeguard-dropped"
    SOURCE_NOT_ASKED = "source-not-asked"
    EXCLUDE_TO_CAUTION = "exclude-to-caution"
    REMEDY_DROPPED = "remedy-dropped"
    CORROBORATION_DROPPED = "corroboration-dropped"
    CORROBORATOR_DROPPED = "corroborator-dropped"
    VALIDITY_DROPPED = "validity-dropped"
    VALIDITY_DOUBLED = "validity-doubled"
    ONLY_IF_DROPPED = "only-if-dropped"
    NEED_DROPPED = "need-dropped"
    BASE_DROPPED = "base-dropped"


class Variant(NamedTuple):
    """A condition with one slip in it. `path` leads to the node where it is; `was` and `now` are as written.

    An empty `now`: it was left out.
    """

    condition: Condition
    kind: Kind
    path: tuple[int, ...]
    was: str
    now: str


def variants(condition: Condition, questions: Mapping[str, Question]) -> Iterator[Variant]:
    """Yield every variant of a condition, none of them twice and none the condition itself."""
    seen = {condition}
    for found in _variants(condition, questions):
        if found.condition not in seen:
            seen.add(found.condition)
            yield found


def _variants(condition: Condition, questions: Mapping[str, Question]) -> Iterator[Variant]:
    yield from _here(condition, questions)
    members = members_of(condition)
    if isinstance(condition, Not) and not members_of(condition.member):
        return  # a negated test is one thing: what it wants is changed with the `not` in place
    for place, member in enumerate(members):
        for found in _variants(member, questions):
            changed = _with_members(condition, (*members[:place], found.condition, *members[place + 1 :]))
            yield found._replace(condition=changed, path=(place, *found.path))


def _here(condition: Condition, questions: Mapping[str, Question]) -> Iterator[Variant]:
    match condition:
        case AllOf(members):
            yield Variant(AnyOf(members), Kind.ALL_TO_ANY, (), "all", "any")
            yield from _dropped(condition)
        case AnyOf(members):
            yield Variant(AllOf(members), Kind.ANY_TO_ALL, (), "any", "all")
            yield from _dropped(condition)
        case AtLeast(number, members):
            for other in (number - 1, number + 1):
                if 1 <= other <= len(members):
                    was, now = f"at-least: {number}", f"at-least: {other}"
                    yield Variant(AtLeast(other, members), Kind.NUMBER_CHANGED, (), was, now)
            yield from _dropped(condition)
        case Not(member):
            yield Variant(member, Kind.NEGATED, (), written(condition), written(member))
            if isinstance(member, AnswerIs | SaidBy):
                for found in _neighbours(member, questions):
                    now = written(Not(found.condition))
                    yield found._replace(condition=Not(found.condition), was=written(condition), now=now)
        case AnswerIs() | SaidBy():
            negated = _negated(condition, questions)
            yield Variant(negated, Kind.NEGATED, (), written(condition), written(negated))
            yield from _neighbours(condition, questions)
        case FlagIs() | IsUnknown() | SourcesDiffer() | ProgrammeLacks():
            yield Variant(Not(condition), Kind.NEGATED, (), written(condition), written(Not(condition)))
        case CalledFor():
            return


def _dropped(condition: AllOf | AnyOf | AtLeast) -> Iterator[Variant]:
    members = condition.members
    if not members[1:]:
        return
    for place, member in enumerate(members):
        left = members[:place] + members[place + 1 :]
        kept = left[0] if len(left) == 1 else _with_members(condition, left)
        yield Variant(kept, Kind.BRANCH_DROPPED, (place,), written(member), "")


def _with_members(condition: Condition, members: tuple[Condition, ...]) -> Condition:
    match condition:
        case AllOf():
            return AllOf(members)
        case AnyOf():
            return AnyOf(members)
        case AtLeast(number, _):
            return AtLeast(min(number, len(members)), members)
        case Not():
            return Not(members[0])
        case _:
            raise TypeError("a test has no members")


def _negated(test: AnswerIs | SaidBy, questions: Mapping[str, Question]) -> Condition:
    """Return the test for the other answers, as the loader reads a `not`."""
    if isinstance(test, AnswerIs) and not questions[test.question].several:
        others = tuple(word for word in questions[test.question].answers if word not in test.wanted)
        if others:
            return AnswerIs(test.question, others)
    return Not(test)


def _neighbours(test: AnswerIs | SaidBy, questions: Mapping[str, Question]) -> Iterator[Variant]:
    """Yield the test with one answer more or less at an edge of what it wants; never with all, never with none."""
    asked = test.test if isinstance(test, SaidBy) else test
    question = questions[asked.question]
    ranks = sorted(question.rank(word) for word in asked.wanted)
    added = {ranks[0] - 1, ranks[-1] + 1} & set(range(len(question.answers)))
    changes = [(Kind.ANSWER_ADDED, {*ranks, rank}) for rank in sorted(added)]
    changes += [(Kind.ANSWER_REMOVED, set(ranks) - {rank}) for rank in sorted({ranks[0], ranks[-1]})]
    for kind, wanted in changes:
        if 0 < len(wanted) < len(question.answers):
            other = AnswerIs(asked.question, tuple(question.answers[rank] for rank in sorted(wanted)))
            changed: Condition = replace(test, test=other) if isinstance(test, SaidBy) else other
            yield Variant(changed, kind, (), written(test), written(changed))


def written(condition: Condition) -> str:
    """Return a condition in one line, as it can be written in a policy."""
    match condition:
        case AnswerIs(question, wanted):
            return f"{question}: {_words(wanted)}"
        case SaidBy(source, AnswerIs(question, wanted)):
            return f"said-by: {source}, {question}: {_words(wanted)}"
        case FlagIs(flag):
            return f"flag: {flag}"
        case IsUnknown(question):
            return f"unknown: {question}"
        case SourcesDiffer(question):
            return f"contradiction: {question}"
        case ProgrammeLacks(question):
            return f"programme-lacks: {question}"
        case CalledFor(safeguard):
            return f"called-for: {safeguard}"
        case Not(member):
            return f"not: {{{written(member)}}}"
        case AllOf(members):
            return f"all: [{_listed(members)}]"
        case AnyOf(members):
            return f"any: [{_listed(members)}]"
        case AtLeast(number, members):
            return f"at-least: {number}, of: [{_listed(members)}]"


def _listed(members: tuple[Condition, ...]) -> str:
    return ", ".join(f"{{{written(member)}}}" for member in members)


def _words(wanted: tuple[str, ...]) -> str:
    quoted = [f'"{word}"' if word in {"yes", "no"} else word for word in wanted]
    return quoted[0] if len(quoted) == 1 else f"[{', '.join(quoted)}]"
