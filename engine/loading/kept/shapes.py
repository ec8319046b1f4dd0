"""A policy as plain JSON text, and back. Data only: nothing in a text can name what is to be made of it, or run.

Each dataclass is the list of its fields, in their order; a condition has its kind before them. On the way back every
value must be of the kind that its field has, or there is no policy. A field that is added to the model and not here
stops the program where this is imported.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any, TypeAlias, TypeVar

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
)
from engine.model.policy import Authority, Effect, Flag, Invariant, Outcome, Policy, Rule, Safeguard, Status
from engine.model.question import Nature, Question, Stage
from engine.model.source import Source
from engine.model.speech import Pronoun, Speech
from engine.model.work import Citation, Work

T = TypeVar("T")
K = TypeVar("K")
S = TypeVar("S", bound=StrEnum)

Read: TypeAlias = Callable[[Any], T]
"""Makes a value of the model from one of JSON, or raises: `Unlike`, or whatever comes of a value of another kind."""


class Unlike(Exception):
    """A text is not that of a policy. Its message is for the developer who looks; nobody is shown it."""


def text_of(policy: Policy) -> str:
    """Return a policy as text."""
    return json.dumps(policy, default=_plain, separators=(",", ":"), check_circular=False)


def policy_from(text: str) -> Policy:
    """Return the policy that a text holds. Raises `Unlike` when it holds none."""
    try:
        return _policy(json.loads(text))
    except Exception as error:
        raise Unlike("the text holds no policy") from error


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    kind: type = type(value)
    values = _reader(kind)(value)
    return [kind.__name__, *values] if kind.__name__ in _CONDITIONS else values


@cache
def _reader(kind: Any) -> Callable[[object], list[object]]:  # noqa: ANN401 - `fields` refuses what is no dataclass
    each = [attrgetter(field.name) for field in fields(kind)]
    return lambda value: [read(value) for read in each]


def _text(value: object) -> str:
    if type(value) is not str:
        raise Unlike("a text was expected")
    return value


def _number(value: object) -> int:
    if type(value) is not int:
        raise Unlike("a number was expected")
    return value


def _yes_or_no(value: object) -> bool:
    if type(value) is not bool:
        raise Unlike("true or false was expected")
    return value


def _day(value: object) -> date:
    return date.fromisoformat(_text(value))


def _texts(value: object) -> tuple[str, ...]:
    if type(value) is not list or not all(type(item) is str for item in value):
        raise Unlike("a list of texts was expected")
    return tuple(value)


def _one_of(kind: type[S]) -> Read[S]:
    members = {member.value: member for member in kind}
    return members.__getitem__


def _maybe(read: Read[T]) -> Read[T | None]:
    return lambda value: None if value is None else read(value)


def _many(read: Read[T]) -> Read[tuple[T, ...]]:
    def reads(value: object) -> tuple[T, ...]:
        if type(value) is not list:
            raise Unlike("a list was expected")
        return tuple([read(item) for item in value])

    return reads


def _two(value: object) -> tuple[str, str]:
    first, second = _texts(value)
    return first, second


def _by(key: Read[K], read: Read[T]) -> Read[dict[K, T]]:
    def reads(value: object) -> dict[K, T]:
        if type(value) is not dict:
            raise Unlike("a mapping was expected")
        return {key(name): read(item) for name, item in value.items()}

    return reads


def _made(kind: Callable[..., T], /, **reads: Read[Any]) -> Read[T]:
    """Return what reads a dataclass: each of its fields by name, in the order in which it has them."""
    of_kind: Any = kind
    if tuple(reads) != tuple(field.name for field in fields(of_kind)):
        raise TypeError(f"the fields of {of_kind.__name__} are others than those that are kept")
    each = tuple(reads.values())

    def made(value: object) -> T:
        if type(value) is not list:
            raise Unlike("a list of fields was expected")
        return kind(*[read(item) for read, item in zip(each, value, strict=True)])

    return made


def _condition(value: object) -> Condition:
    if type(value) is not list:
        raise Unlike("a condition was expected")
    return _CONDITIONS[value[0]](value[1:])


_conditions = _many(_condition)
_sources = _many(_one_of(Source))
_stage = _one_of(Stage)
_stages = _many(_stage)
_answer_is = _made(AnswerIs, question=_text, wanted=_texts)


def _test(value: object) -> AnswerIs:
    condition = _condition(value)
    if type(condition) is not AnswerIs:
        raise Unlike("a test of an answer was expected")
    return condition


_CONDITIONS: Mapping[str, Read[Condition]] = {
    "AnswerIs": _answer_is,
    "FlagIs": _made(FlagIs, flag=_text),
    "AllOf": _made(AllOf, members=_conditions),
    "AnyOf": _made(AnyOf, members=_conditions),
    "Not": _made(Not, member=_condition),
    "AtLeast": _made(AtLeast, number=_number, members=_conditions),
    "IsUnknown": _made(IsUnknown, question=_text),
    "SourcesDiffer": _made(SourcesDiffer, question=_text),
    "SaidBy": _made(SaidBy, source=_one_of(Source), test=_test),
    "ProgrammeLacks": _made(ProgrammeLacks, question=_text),
    "CalledFor": _made(CalledFor, safeguard=_text),
}
_citations = _many(_made(Citation, work=_text, places=_texts))
_policy = _made(
    Policy,
    id=_text,
    title=_text,
    version=_text,
    effective_from=_day,
    languages=_texts,
    owner=_text,
    summary=_text,
    base_safeguards=_by(_stage, _texts),
    review=_by(_stage, _number),
    other_routes=_by(_stage, _texts),
    works=_by(
        _text,
        _made(Work, key=_text, title=_text, publisher=_text, year=_text, kind=_text, link=_text, note=_text),
    ),
    questions=_by(
        _text,
        _made(
            Question,
            id=_text,
            stage=_stage,
            section=_text,
            ask=_text,
            asked_of=_sources,
            answers=_texts,
            nature=_one_of(Nature),
            source=_citations,
            help=_text,
            about=_text,
            wording=_many(_two),
            corroborate=_sources,
            valid_for=_maybe(_number),
            several=_yes_or_no,
            only_if=_maybe(_condition),
        ),
    ),
    flags=_by(
        _text,
        _made(
            Flag,
            id=_text,
            effect=_one_of(Effect),
            title=_text,
            meaning=_text,
            remedy=_texts,
            tell=_texts,
            partner_safety=_yes_or_no,
        ),
    ),
    rules=_by(
        _text,
        _made(
            Rule,
            id=_text,
            stage=_stage,
            title=_text,
            status=_one_of(Status),
            when=_condition,
            raises=_maybe(_text),
            recommends=_texts,
            because=_text,
            source=_citations,
            authority=_one_of(Authority),
            owner=_text,
            if_unknown_ask=_sources,
            limits=_text,
            replaced_by=_text,
            also_at=_stages,
            derived=_yes_or_no,
        ),
    ),
    safeguards=_by(
        _text,
        _made(
            Safeguard,
            id=_text,
            title=_text,
            do=_text,
            who=_text,
            by=_text,
            check=_text,
            each_session=_yes_or_no,
            needs=_texts,
            client_wording=_text,
            partner_safety=_yes_or_no,
        ),
    ),
    invariants=_by(
        _text,
        _made(
            Invariant,
            id=_text,
            stage=_stage,
            because=_text,
            if_holds=_maybe(_condition),
            outcomes=_many(_one_of(Outcome)),
            also_at=_stages,
        ),
    ),
    fingerprint=_text,
    speech=_made(Speech, language=_text, client=_one_of(Pronoun), partner=_one_of(Pronoun)),
    translation_note=_text,
)
