"""The policy and the table that many cases at once are measured with: 60 rules, 20 of them over flags of the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from engine.model.answer import Source
from engine.model.condition import AllOf, AnswerIs, AnyOf, Condition, FlagIs
from engine.model.policy import Authority, Effect, Flag, Policy, Rule, Status
from engine.model.question import Nature, Question, Stage
from engine.testing.generate import CITED, random_policy

ON = date(2026, 11, 22)
QUESTIONS, RULES, SECOND = 60, 40, 20
ANSWERS = 4
TEST = 0.4
"""How often a condition is a test, and not a group of conditions."""
SOURCE = Source.PARTNER_SUPPORT


def policy() -> Policy:
    """Return the policy, the same every time. Every rule raises a flag of its own; every fourth flag excludes."""
    rng = Random(60)
    questions = {name: _question(name) for name in (f"q{number:02}" for number in range(QUESTIONS))}
    first = {f"r{number:02}": _condition(rng, sorted(questions), 2) for number in range(RULES)}
    second = {f"r{number:02}": _over_flags(rng, sorted(questions), first) for number in range(RULES, RULES + SECOND)}
    conditions = first | second
    flags = {
        _flag(name): Flag(_flag(name), Effect.CAUTION if number % 4 else Effect.EXCLUDE, name, "meaning", ())
        for number, name in enumerate(conditions)
    }
    return replace(
        random_policy(rng),
        id="many",
        questions=questions,
        flags=flags,
        rules={name: _rule(name, when) for name, when in conditions.items()},
        safeguards={},
        base_safeguards={Stage.START: ()},
        fingerprint="sha256:" + "0" * 64,
    )


def _question(name: str) -> Question:
    answers = tuple(f"{name}-a{rank}" for rank in range(ANSWERS))
    return Question(
        name, Stage.START, "", name, (SOURCE,), answers, Nature.CHANGEABLE, CITED, corroborate=(SOURCE,), valid_for=None
    )


def _rule(name: str, when: Condition) -> Rule:
    return Rule(
        id=name,
        stage=Stage.START,
        title=name,
        status=Status.IN_FORCE,
        when=when,
        raises=_flag(name),
        recommends=(),
        because="because",
        source=CITED,
        authority=Authority.PRODUCT_DEFAULT,
        owner="owner",
    )


def _flag(rule: str) -> str:
    return f"of-{rule}"


def _test(rng: Random, questions: list[str]) -> Condition:
    name = rng.choice(questions)
    return AnswerIs(name, tuple(f"{name}-a{rank}" for rank in range(rng.randrange(1, ANSWERS), ANSWERS)))


def _condition(rng: Random, questions: list[str], depth: int) -> Condition:
    if depth == 0 or rng.random() < TEST:
        return _test(rng, questions)
    members = tuple(_condition(rng, questions, depth - 1) for _ in range(rng.randint(2, 3)))
    return rng.choice((AllOf, AnyOf))(members)


def _over_flags(rng: Random, questions: list[str], rules: dict[str, Condition]) -> Condition:
    flags = AnyOf(tuple(FlagIs(_flag(name)) for name in rng.sample(sorted(rules), 3)))
    return AllOf((flags, _test(rng, questions)))
