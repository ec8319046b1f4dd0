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
from engine.report.messages import listed, source_name

Written: TypeAlias = "str | int | list[Written] | dict[str, Written]"


def in_words(condition: Condition) -> str:
    """Return one node in words; what stands below it is not said."""
    match condition:
        case AnswerIs(question, wanted):
            return f"{question} is {listed(wanted, 'or')}"
        case SaidBy(source, test):
            return f"{source_name(source)} said that {in_words(test)}"
        case FlagIs(flag):
            return f"the flag {flag} is raised"
        case CalledFor(safeguard):
            return f"the condition {safeguard} is called for"
        case IsUnknown(question):
            return f"{question} is unknown"
        case SourcesDiffer(question):
            return f"the sources disagree about {question}"
        case ProgrammeLacks(question):
            return f"the programme lacks {question}"
        case AllOf():
            return "all of these"
        case AnyOf():
            return "any of these"
        case Not():
            return "not this"
        case AtLeast(number, _):
            return f"at least {number} of these"
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
