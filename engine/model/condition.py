"""Conditions: the closed union of nodes that may stand under `when:`.

A condition is data. What it means on a case is said once, in `engine.reference`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from engine.model.source import Source


@dataclass(frozen=True, slots=True)
class AnswerIs:
    """The answer to `question` is one of `wanted` (in the question's order, without repeats)."""

    question: str
    wanted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlagIs:
    """The flag is raised."""

    flag: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every member holds."""

    members: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one member holds."""

    members: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The member does not hold."""

    member: Condition


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least `number` of the members hold."""

    number: int
    members: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class IsUnknown:
    """What is known leaves the answer to `question` open. Two-valued: a test of knowledge."""

    question: str


@dataclass(frozen=True, slots=True)
class SourcesDiffer:
    """The sources disagree about `question`. Two-valued: a test of knowledge."""

    question: str


@dataclass(frozen=True, slots=True)
class SaidBy:
    """`test`, on what this one source said alone."""

    source: Source
    test: AnswerIs


@dataclass(frozen=True, slots=True)
class ProgrammeLacks:
    """The programme's profile stands at the most concerning answer of a programme question."""

    question: str


@dataclass(frozen=True, slots=True)
class CalledFor:
    """The safeguard is called for. Written by the loader from a safeguard's `needs`, never by a policy writer."""

    safeguard: str


Leaf: TypeAlias = AnswerIs | FlagIs | IsUnknown | SourcesDiffer | SaidBy | ProgrammeLacks | CalledFor
Condition: TypeAlias = Leaf | AllOf | AnyOf | Not | AtLeast


def members_of(condition: Condition) -> tuple[Condition, ...]:
    """Return the conditions directly below this one (none for a leaf)."""
    match condition:
        case AllOf(members) | AnyOf(members) | AtLeast(_, members):
            return members
        case Not(member):
            return (member,)
        case AnswerIs() | FlagIs() | IsUnknown() | SourcesDiffer() | SaidBy() | ProgrammeLacks() | CalledFor():
            return ()
        case _:
            assert_never(condition)


def leaves_of(condition: Condition) -> Iterator[Leaf]:
    """Yield every leaf, in reading order."""
    match condition:
        case AllOf() | AnyOf() | AtLeast() | Not():
            for member in members_of(condition):
                yield from leaves_of(member)
        case _:
            yield condition


def question_of(leaf: Leaf) -> str | None:
    """Return the question that a leaf asks about, or None when it asks about a flag or a safeguard."""
    match leaf:
        case AnswerIs(question, _) | IsUnknown(question) | SourcesDiffer(question) | ProgrammeLacks(question):
            return question
        case SaidBy(_, test):
            return test.question
        case FlagIs() | CalledFor():
            return None
        case _:
            assert_never(leaf)


def questions_in(condition: Condition) -> frozenset[str]:
    """Return the questions that a condition asks about."""
    return frozenset(name for leaf in leaves_of(condition) if (name := question_of(leaf)) is not None)


def without_not(condition: Condition, answers_to: Callable[[str], tuple[str, ...]]) -> Condition:
    """Return the condition with every `not` pushed down to the answers, as a test for the other ones.

    `answers_to` gives the answers of a question in order, and none for one whose tests may stay under `not`: a question
    that takes several answers. "Not one of these" is so a test of the question like any other, false when the question
    does not apply: a negation must not turn "does not apply" into a ground. What is known (`unknown`, `contradiction`),
    what one source said, and flags stay as they are.
    """
    match condition:
        case AllOf(members):
            return AllOf(tuple(without_not(member, answers_to) for member in members))
        case AnyOf(members):
            return AnyOf(tuple(without_not(member, answers_to) for member in members))
        case AtLeast(number, members):
            return AtLeast(number, tuple(without_not(member, answers_to) for member in members))
        case Not(member):
            return _negated(member, answers_to)
        case _:
            return condition


def _negated(condition: Condition, answers_to: Callable[[str], tuple[str, ...]]) -> Condition:
    match condition:
        case AllOf(members):
            return AnyOf(tuple(_negated(member, answers_to) for member in members))
        case AnyOf(members):
            return AllOf(tuple(_negated(member, answers_to) for member in members))
        case AtLeast(number, members):
            return AtLeast(len(members) - number + 1, tuple(_negated(member, answers_to) for member in members))
        case Not(member):
            return without_not(member, answers_to)
        case AnswerIs(question, wanted) if others := tuple(w for w in answers_to(question) if w not in wanted):
            return AnswerIs(question, others)
        case _:
            return Not(condition)
