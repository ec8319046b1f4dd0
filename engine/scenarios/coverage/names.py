"""Names for suggested scenarios, in plain words: what is so, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, assert_never

from engine.model.condition import (
    AnswerIs,
    CalledFor,
    FlagIs,
    IsUnknown,
    Leaf,
    ProgrammeLacks,
    SaidBy,
    SourcesDiffer,
    leaves_of,
)
from engine.model.policy import Policy
from engine.model.recommendation import Recommendation
from engine.model.truth import FALSE, TRUE, UNKNOWN, Truth
from engine.scenarios.coverage.eye import Applies, Wish
from engine.scenarios.in_gherkin import one_line

_CAME: Final[Mapping[Truth, str]] = {
    TRUE: "so the rule applies",
    FALSE: "so the rule does not apply",
    UNKNOWN: "so it stays open whether the rule applies",
}


def name_of(policy: Policy, shown: Wish, found: Recommendation) -> str:
    """Return a name for a scenario that shows this, when this was found of its case."""
    if isinstance(shown, Applies):
        return one_line(f"{policy.rules[shown.rule].title}, so the rule applies")
    rule, _, number, truth = shown
    leaf = tuple(leaves_of(policy.rules[rule].when))[number]
    came = next(finding.truth for finding in found.rules if finding.rule.id == rule)
    told = one_line(f"{_told(policy, leaf, truth)}, {_CAME[came]}")
    return told[:1].upper() + told[1:]


def _subject(policy: Policy, question: str) -> str:
    return policy.questions[question].about or f'"{question}"'


def _told(policy: Policy, leaf: Leaf, truth: Truth) -> str:
    match leaf:
        case AnswerIs(question, wanted):
            return f"{_subject(policy, question)}: {_ANSWERED[truth].format(' or '.join(wanted))}"
        case SaidBy(source, test):
            subject = _subject(policy, test.question)
            return f"{subject}: {_SAID[truth].format(' or '.join(test.wanted), source.value)}"
        case FlagIs(flag):
            return _FLAG[truth].format(policy.flags[flag].title)
        case CalledFor(safeguard):
            return _SAFEGUARD[truth].format(policy.safeguards[safeguard].title)
        case IsUnknown(question):
            return f"{_subject(policy, question)}: {'unknown' if truth is TRUE else 'known'}"
        case SourcesDiffer(question):
            return f"{_subject(policy, question)}: the sources {'' if truth is TRUE else 'do not '}differ"
        case ProgrammeLacks(question):
            return f"{_subject(policy, question)}: {_LACKS[truth]}"
        case _:
            assert_never(leaf)


_ANSWERED: Final[Mapping[Truth, str]] = {TRUE: "{0}", FALSE: "not {0}", UNKNOWN: "it may be {0}"}
_SAID: Final[Mapping[Truth, str]] = {
    TRUE: "{1} says {0}",
    FALSE: "{1} does not say {0}",
    UNKNOWN: "{1} may hold {0}",
}
_FLAG: Final[Mapping[Truth, str]] = {
    TRUE: "{0} (raised)",
    FALSE: "{0} (not raised)",
    UNKNOWN: "{0} (could still be raised)",
}
_SAFEGUARD: Final[Mapping[Truth, str]] = {
    TRUE: "{0} (called for)",
    FALSE: "{0} (not called for)",
    UNKNOWN: "{0} (called for until more is known)",
}
_LACKS: Final[Mapping[Truth, str]] = {
    TRUE: "the programme lacks it",
    FALSE: "the programme does not lack it",
    UNKNOWN: "the programme may lack it",
}
