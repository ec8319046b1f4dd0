"""Policies that the loader would refuse: what speaks against may be unmade by a worse answer, or by a missing one."""

from __future__ import annotations

from collections.abc import Iterable
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
from engine.model.policy import Effect, Policy, Rule
from engine.model.question import Nature, Question, Stage
from engine.model.source import Source
from engine.testing.generate import Size, random_policy
from tests.drawing import default_policy

SMALL = Size(questions=4, later_questions=2, programme_questions=2, flags=3, rules=4, safeguards=3, answers=3)

LEAST, MIDDLE, WORST = "none", "some", "much"


def asked(name: str, *settled_by: Source, stage: Stage = Stage.START, several: bool = False) -> Question:
    """Return a question with three answers, which anyone's word settles or only theirs."""
    words = (LEAST, MIDDLE, WORST)
    asks = (Source.CLIENT,) if stage.of_client else (Source.PROGRAMME,)
    return Question(
        name, stage, "Any", "What is it?", asks, words, Nature.CHANGEABLE, (), corroborate=settled_by, several=several
    )


def ruled(
    questions: Iterable[Question], excluding: Condition | None = None, calling: Condition | None = None
) -> Policy:
    """Return a policy of the start: one rule excludes, and one calls for a safeguard beyond the base one."""
    policy = default_policy()
    flag = next(flag for flag in policy.flags.values() if flag.effect is Effect.EXCLUDE)
    base, extra = sorted(policy.safeguards)[:2]
    any_rule = replace(policy.in_force(Stage.START)[0], stage=Stage.START, also_at=(), raises=None, recommends=())
    rules: list[Rule] = []
    if excluding is not None:
        rules.append(replace(any_rule, id="excludes", when=excluding, raises=flag.id))
    if calling is not None:
        rules.append(replace(any_rule, id="calls", when=calling, recommends=(extra,)))
    return replace(
        policy,
        questions={question.id: question for question in questions},
        flags={flag.id: flag},
        rules={rule.id: rule for rule in rules},
        safeguards={name: replace(policy.safeguards[name], needs=()) for name in (base, extra)},
        base_safeguards={Stage.START: (base,)},
        invariants={},
    )


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
