"""The tests of rules, and what scenarios show of them, in a policy writer's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from engine.model.condition import (
    AnswerIs,
    CalledFor,
    FlagIs,
    IsUnknown,
    Leaf,
    ProgrammeLacks,
    SaidBy,
    SourcesDiffer,
)
from engine.model.policy import Policy
from engine.scenarios.coverage.eye import Kind

KINDS: Mapping[Kind, str] = {
    Kind.APPLIES: "it applies",
    Kind.DOES_NOT_APPLY: "it does not apply",
    Kind.ANSWER_MISSING: "an answer is missing",
    Kind.SOURCES_DIFFER: "sources differ",
}


def leaf_in_words(policy: Policy, leaf: Leaf) -> str:
    """Return a test in the words in which a policy is written: `shares-with-partner at least accounts`."""
    match leaf:
        case AnswerIs():
            return _answer_in_words(policy, leaf)
        case SaidBy(source, test):
            return f"{source.value} says: {_answer_in_words(policy, test)}"
        case FlagIs(flag):
            return f"flag {flag}"
        case CalledFor(safeguard):
            return f"safeguard {safeguard}"
        case IsUnknown(question):
            return f"unknown {question}"
        case SourcesDiffer(question):
            return f"contradiction {question}"
        case ProgrammeLacks(question):
            return f"programme-lacks {question}"
        case _:
            assert_never(leaf)


def _answer_in_words(policy: Policy, test: AnswerIs) -> str:
    question = policy.questions[test.question]
    if len(test.wanted) > 1 and question.is_upward_closed(test.wanted):
        return f"{test.question} at least {test.wanted[0]}"
    return f"{test.question} {' or '.join(test.wanted)}"
