"""A policy as kept text, and back: the same in every field, or no policy at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.loading import load_policy
from engine.loading.kept.shapes import Unlike, policy_from, text_of
from engine.model.condition import AllOf, AnswerIs, AtLeast, CalledFor, FlagIs, IsUnknown, Not, SaidBy, SourcesDiffer
from engine.model.policy import Invariant, Outcome, Policy, Rule
from engine.model.question import Stage
from engine.model.source import Source
from engine.model.speech import Pronoun, Speech
from engine.testing.generate import Size, random_policy
from tests.drawing import default_policy
from tests.loading.keeping import spelled_out

SHIPPED = Path(__file__).parents[2] / "rules"
SEEDS = st.integers(0, 2**32)
SMALL = Size(questions=8, rules=12)


def kept_and_taken(policy: Policy) -> Policy:
    return policy_from(text_of(policy))


@given(SEEDS)
def test_a_policy_comes_back_the_same_in_every_field(seed: int) -> None:
    policy = random_policy(Random(seed), SMALL)
    assert spelled_out(kept_and_taken(policy)) == spelled_out(policy)


@pytest.mark.parametrize("language", [None, "de"])
def test_the_shipped_policy_comes_back_the_same_in_every_field(language: str | None) -> None:
    policy = load_policy(SHIPPED, language)
    assert spelled_out(kept_and_taken(policy)) == spelled_out(policy)


def test_what_no_policy_here_holds_comes_back_as_well() -> None:
    test = AnswerIs("q", ("x", "y"))
    members = (Not(SaidBy(Source.POLICE, test)), CalledFor("s"), AtLeast(2, (FlagIs("f"), SourcesDiffer("q"), test)))
    invariant = Invariant(
        "i", Stage.START, "because", AllOf((IsUnknown("q"), *members)), (Outcome.AGAINST,), (Stage.END,)
    )
    policy = replace(
        default_policy(),
        invariants={"i": invariant},
        speech=Speech("pt-BR", Pronoun.THEY, Pronoun.HE),
        translation_note='a "quote", \ud800 \N{GREEK SMALL LETTER ALPHA}\n',
    )
    assert spelled_out(kept_and_taken(policy)) == spelled_out(policy)


def test_two_policies_from_one_text_are_two() -> None:
    text = text_of(default_policy())
    assert policy_from(text) != policy_from(text), "a policy is itself alone, wherever it comes from"


@cache
def kept_text() -> str:
    return text_of(random_policy(Random(1), SMALL))


def nodes(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(deeper for key, item in inside for deeper in nodes(item, (*path, key)))]


PATHS = nodes(json.loads(kept_text()))


def with_other(path: tuple[Any, ...], other: object) -> str:
    value = json.loads(kept_text())
    if not path:
        return json.dumps(other)
    inside = value
    for key in path[:-1]:
        inside = inside[key]
    inside[path[-1]] = other
    return json.dumps(value)


@given(st.sampled_from(PATHS), st.sampled_from([0.5, {"a": 0.5}, [[[0.5]]]]))
def test_a_value_of_another_kind_anywhere_makes_it_no_policy(path: tuple[Any, ...], other: object) -> None:
    with pytest.raises(Unlike):
        policy_from(with_other(path, other))


@pytest.mark.parametrize("other", [0, True, None, "another", [], ["another"]])
def test_a_text_stands_where_a_text_belongs_and_a_word_is_one_of_its_list(other: object) -> None:
    policy = json.loads(kept_text())
    names = [field.name for field in fields(Policy)]
    for name, sound in (("id", str), ("languages", list), ("review", dict), ("speech", list), ("questions", dict)):
        at = names.index(name)
        if type(other) is not sound:
            with pytest.raises(Unlike):
                policy_from(json.dumps([*policy[:at], other, *policy[at + 1 :]]))


@pytest.mark.parametrize("other", [lambda policy: policy[:-1], lambda policy: [*policy, ""], lambda policy: []])
def test_fields_that_are_missing_or_too_many_make_it_no_policy(other: Callable[[list[object]], object]) -> None:
    with pytest.raises(Unlike):
        policy_from(json.dumps(other(json.loads(kept_text()))))


def test_what_one_source_said_is_a_test_of_an_answer_and_of_nothing_else() -> None:
    policy = json.loads(kept_text())
    rules = policy[[field.name for field in fields(Policy)].index("rules")]
    rule = next(iter(rules.values()))
    at = [field.name for field in fields(Rule)].index("when")
    rule[at] = ["SaidBy", "police", ["AnswerIs", "q", ["a"]]]
    assert policy_from(json.dumps(policy)).rules
    rule[at] = ["SaidBy", "police", ["FlagIs", "f"]]
    with pytest.raises(Unlike):
        policy_from(json.dumps(policy))
