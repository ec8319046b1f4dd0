"""A condition in words, and as it is written in a policy."""

from __future__ import annotations

from typing import TypeAlias, assert_never

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
from engine.report.words import label, say

Written: TypeAlias = "str | int | list[Written] | dict[str, Written]"


def in_words(condition: Condition) -> str:
    """Return one node in words; what stands below it is not said."""
    match condition:
        case AnswerIs(question, wanted):
            return label.ANSWER_IS.format(question=question, answers=say.listed(wanted, "or"))
        case SaidBy(source, test):
            return label.SAID_THAT.format(who=say.source_name(source), what=in_words(test))
        case FlagIs(flag):
            return label.FLAG_IS_RAISED.format(flag=flag)
        case CalledFor(safeguard):
            return label.CALLED_FOR.format(safeguard=safeguard)
        case IsUnknown(question):
            return label.IS_UNKNOWN.format(question=question)
        case SourcesDiffer(question):
            return label.SOURCES_DIFFER.format(question=question)
        case ProgrammeLacks(question):
            return label.PROGRAMME_LACKS.format(question=question)
        case AllOf():
            return label.ALL_OF
        case AnyOf():
            return label.ANY_OF
        case Not():
            return label.NOT
        case AtLeast(number, _):
            return label.AT_LEAST_OF.format(number=number)
        case _:
            assert_never(condition)


def as_written(condition: Condition) -> Written:
    """Return a condition as a policy writes it under `when:`."""
    match condition:
        case AnswerIs(question, wanted):
            return {question: wanted[0] if len(wanted) == 1 else list(wanted)}
        case SaidBy(source, AnswerIs(question, wanted)):
            return {"said-by": source.value, question: wanted[0] if len(wanted) == 1 else list(wanted)}
        case FlagIs(flag):
            return {"flag": flag}
        case CalledFor(safeguard):
            return {"called-for": safeguard}
        case IsUnknown(question):
            return {"unknown": question}
        case SourcesDiffer(question):
            return {"contradiction": question}
        case ProgrammeLacks(question):
            return {"programme-lacks": question}
        case AllOf(members):
            return {"all": [as_written(member) for member in members]}
        case AnyOf(members):
            return {"any": [as_written(member) for member in members]}
        case Not(member):
            return {"not": as_written(member)}
        case AtLeast(number, members):
            return {"at-least": number, "of": [as_written(member) for member in members]}
        case _:
            assert_never(condition)
