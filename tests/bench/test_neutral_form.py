"""The neutral form says what the definition says: otherwise other engines would be compared on something else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.peers import run_python
from bench.peers.chained import Facts, chain, layers
from bench.peers.definition import Written
from bench.peers.neutral import KINDS, Form, Found, doubled, half
from bench.peers.patterns import Pattern, patterns
from bench.peers.work import ON, STAGE, cases_for, drawn, second_layer
from bench.peers.worker import Way, all_found
from engine import api
from engine.model.answer import Case
from engine.model.policy import Outcome, Policy
from engine.testing.generate import Size, random_case, random_policy

WIDE = Size(questions=12, programme_questions=3, flags=8, rules=25, safeguards=5, depth=3, answers=6)
# By seed: hypothesis would spend most of the time on driving every single draw.
RANDOM = st.integers(0, 2**32).map(Random)


def start_cases(rng: Random, policy: Policy, count: int = 4) -> tuple[Case, ...]:
    drawn_cases = (random_case(rng, policy, rng.choice((0.3, 0.7, 1.0)), ON) for _ in range(8 * count))
    return tuple(case for case in drawn_cases if case.stage is STAGE)[:count]


def in_neutral_form(rng: Random, size: Size) -> tuple[Form, list[Found]]:
    policy = random_policy(rng, size)
    written = Written(policy, "random")
    cases = start_cases(rng, policy)
    return written.with_cases(cases), [written.found(case) for case in cases]


def by_plain_python(form: Form) -> list[Found]:
    (way,) = run_python.prepare(form).values()
    return all_found(way)


@given(RANDOM, st.sampled_from((Size(), WIDE)))
def test_plain_python_finds_what_the_definition_finds(rng: Random, size: Size) -> None:
    form, wanted = in_neutral_form(rng, size)
    assert by_plain_python(form) == wanted


@pytest.mark.parametrize("policy", [drawn, api.load_policy], ids=["drawn", "shipped"])
def test_both_policies_that_are_measured_are_what_they_are_said_to_be(policy: Callable[[], Policy]) -> None:
    made = policy()
    cases = cases_for(made, 30)
    written = Written(made, "measured")
    found = [written.found(case) for case in cases]
    assert by_plain_python(written.with_cases(cases)) == found
    assert {one["outcome"] for one in found} == set(Outcome)
    assert len(made.in_force(STAGE)) == pytest.approx(60, abs=5)
    assert second_layer(made) == pytest.approx(20, abs=5)


@given(RANDOM)
def test_layers_chained_by_python_find_the_same(rng: Random) -> None:
    form, wanted = in_neutral_form(rng, WIDE)
    whens = run_python.PYTHON.whens(form)

    def evaluator(names: tuple[str, ...]) -> Callable[[Facts], Sequence[bool]]:
        code = compile(f"[{', '.join(whens[name] for name in names)}]", "layer", "eval")
        return lambda facts: eval(code, {}, facts)  # noqa: S307 - our own source

    screen, read = chain(form, [evaluator(layer.names) for layer in layers(form)])
    assert all_found(Way(form["cases"], screen, read)) == wanted


@given(RANDOM)
def test_patterns_are_met_where_the_conditions_are(rng: Random) -> None:
    form, wanted = in_neutral_form(rng, Size())
    try:
        ways = patterns(form)
    except ValueError:
        assert "not" in repr(form["rules"])
        return

    def met(way: Pattern, facts: Facts) -> bool:
        return all(facts[subject] in states for subject, states in way.states) and all(facts[s] for s in way.signals)

    def evaluator(names: tuple[str, ...]) -> Callable[[Facts], Sequence[bool]]:
        return lambda facts: [any(met(way, facts) for way in ways[name]) for name in names]

    screen, read = chain(form, [evaluator(layer.names) for layer in layers(form)])
    assert all_found(Way(form["cases"], screen, read)) == wanted


@given(RANDOM)
def test_what_is_certain_is_possible_in_both_halves_of_every_test(rng: Random) -> None:
    form, _ = in_neutral_form(rng, WIDE)
    for test in form["tests"]:
        assert set(test["certain"]) <= set(test["possible"]) <= set(form["subjects"][test["subject"]])
    for case, both in zip(form["cases"], doubled(form), strict=True):
        assert case.keys() == form["subjects"].keys()
        assert all(state in form["subjects"][subject] for subject, state in case.items())
        assert both.keys() == {half(test["id"], kind) for test in form["tests"] for kind in KINDS}


@given(RANDOM)
def test_rules_and_flags_stand_after_all_that_they_read(rng: Random) -> None:
    form, _ = in_neutral_form(rng, WIDE)
    at = {name: number for number, name in enumerate(form["order"])}
    for rule in form["rules"]:
        for signal in form["signals"]:
            if f"['signal', '{signal['id']}']" in repr(rule["when"]):
                assert at[signal["id"]] < at[rule["id"]]
                assert signal["layer"] < rule["layer"]
    for signal in form["signals"]:
        assert all(at[rule] < at[signal["id"]] for rule in signal["rules"])
