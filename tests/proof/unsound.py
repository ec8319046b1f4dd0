"""Policies that the loader would refuse: what speaks against may be unmade by a worse answer, or by a missing one."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from engine.model.condition import (
    AllOf,
    AnswerIs,
    AnyOf,
    AtLeast,
    Condition,
    IsUnknown,
    Not,
    SaidBy,
    SourcesDiffer,
    without_not,
)
from engine.model.policy import Policy
from engine.model.question import Question
from engine.model.source import Source
from engine.testing.generate import Size, random_policy

SMALL = Size(questions=4, later_questions=2, programme_questions=2, flags=3, rules=4, safeguards=3, answers=3)


def random_unsound_policy(rng: Random) -> Policy:
    """Draw a small policy and spoil some of its tests; it may still keep every promise."""
    policy = random_policy(rng, SMALL)
    rules = {
        name: replace(rule, when=spoiled(rng, policy, rule.when)) if rng.random() < 0.6 else rule
        for name, rule in policy.rules.items()
    }
    base = {} if rng.random() < 0.2 else policy.base_safeguards
    return replace(policy, rules=rules, base_safeguards=base)


def spoiled(rng: Random, policy: Policy, condition: Condition) -> Condition:
    """Return the condition with some of its tests of an answer exchanged for others about the same question."""
    match condition:
        case AllOf(members):
            return AllOf(tuple(spoiled(rng, policy, member) for member in members))
        case AnyOf(members):
            return AnyOf(tuple(spoiled(rng, policy, member) for member in members))
        case AtLeast(number, members):
            return AtLeast(number, tuple(spoiled(rng, policy, member) for member in members))
        case Not(member):
            return Not(spoiled(rng, policy, member))
        case AnswerIs(name) if rng.random() < 0.5:
            question = policy.questions[name]
            return rng.choice((_any_test, _unknown, _known, _differ, _not_said))(rng, question)
        case _:
            return condition


def _any_test(rng: Random, question: Question) -> Condition:
    words = set(rng.sample(question.answers, rng.randint(1, len(question.answers) - 1)))
    return AnswerIs(question.id, tuple(word for word in question.answers if word in words))


def _unknown(rng: Random, question: Question) -> Condition:
    return IsUnknown(question.id)


def _known(rng: Random, question: Question) -> Condition:
    return Not(IsUnknown(question.id))


def _differ(rng: Random, question: Question) -> Condition:
    test = SourcesDiffer(question.id)
    return test if rng.random() < 0.5 else Not(test)


def _not_said(rng: Random, question: Question) -> Condition:
    said = SaidBy(rng.choice(tuple(Source)), AnswerIs(question.id, question.answers[-1:]))
    return said if rng.random() < 0.5 else without_not(Not(said), lambda _: ())
