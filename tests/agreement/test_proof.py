"""The clauses and the definition say the same: for every sheet that is drawn, and for every case that is found."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.answer import Case
from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.model.source import Source
from engine.model.truth import Truth
from engine.proof import Reading, Sheets, Undecided
from engine.proof.clauses import Clauses
from engine.reference import Judgement, View
from engine.scenarios.coverage.deciding import Deciding, leaves_in
from engine.testing.generate import Size, random_case, random_policy
from tests.drawing import ON, Drawn, default_policy, default_policy_cases, drawn_cases

SMALL = Size(questions=4, later_questions=2, programme_questions=2, flags=4, rules=7, safeguards=3, answers=3)

seeds = st.integers(min_value=0, max_value=2**32)
"""A test that draws a policy and dozens of cases takes them from a seed: drawn choice by choice they are too much."""


def read_whole(reading: Reading) -> None:
    """Let the sheets have variables for whatever the policy reads."""
    for rule in reading.policy.in_force(reading.stage):
        reading.rule(rule.id)
    for flag in reading.policy.raisers(reading.stage):
        reading.flag(flag)
    for safeguard in reading.policy.safeguards:
        reading.safeguard(safeguard)
    reading.outcome(Outcome.CONDITIONAL)


def agree(reading: Reading, case: Case) -> None:
    """Hold what was found last against what the definition says of the case."""
    policy, clauses = reading.policy, reading.sheets.clauses
    judgement = Judgement(policy, case, View(policy, case, ON))

    def read(pair: tuple[int, int]) -> Truth:
        certain, possible = (clauses.holds(literal) for literal in pair)
        assert possible or not certain
        return Truth.TRUE if certain else Truth.UNKNOWN if possible else Truth.FALSE

    for rule in policy.in_force(case.stage):
        assert read(reading.rule(rule.id)) is judgement.rule(rule).truth, rule.id
    for flag in policy.raisers(case.stage):
        assert read(reading.flag(flag)) is judgement.flag(flag), flag
    for safeguard in policy.safeguards:
        assert read(reading.safeguard(safeguard)) is judgement.safeguard(safeguard), safeguard
    assert [out for out in Outcome if clauses.holds(reading.outcome(out))] == [judgement.outcome()]


def pinned(drawn: Drawn) -> None:
    sheets = Sheets([drawn.policy], drawn.case.stage)
    reading = sheets.reading(drawn.policy)
    read_whole(reading)
    wanted = sheets.assume(drawn.case)
    assert wanted is not None
    found = sheets.find(*wanted)
    assert isinstance(found, Case)
    agree(reading, drawn.case)
    agree(reading, found)


@settings(max_examples=60)
@given(drawn_cases())
def test_a_sheet_that_is_pinned_to_a_case_says_what_the_definition_says_of_it(drawn: Drawn) -> None:
    pinned(drawn)


@settings(max_examples=10)
@given(default_policy_cases())
def test_the_default_policy_says_the_same_of_a_pinned_case(drawn: Drawn) -> None:
    pinned(drawn)


@settings(max_examples=40)
@given(seeds)
def test_every_case_that_is_found_is_what_it_was_said_to_be(seed: int) -> None:
    rng = Random(seed)
    policy = random_policy(rng, SMALL)
    stage = rng.choice([stage for stage in Stage if policy.in_force(stage)])
    sheets = Sheets([policy], stage)
    reading = sheets.reading(policy)
    read_whole(reading)
    rules = [rule.id for rule in policy.in_force(stage)]
    for _ in range(12):
        chosen = rng.sample(rules, min(len(rules), rng.randint(0, 3)))
        wanted = [reading.is_(reading.rule(name), rng.choice(tuple(Truth))) for name in chosen]
        wanted += [reading.outcome(rng.choice(tuple(Outcome)))] if rng.random() < 0.5 else []
        found = sheets.find(*wanted, *_at_random(sheets, rng))
        assert not isinstance(found, Undecided)
        if found is not None:
            agree(reading, found)


@settings(max_examples=25)
@given(seeds)
def test_what_cannot_be_is_never_drawn(seed: int) -> None:
    rng = Random(seed)
    policy = random_policy(rng, SMALL)
    readings = {stage: Sheets([policy], stage).reading(policy) for stage in Stage if policy.in_force(stage)}
    never = {
        (stage, rule.id, truth)
        for stage, reading in readings.items()
        for rule in policy.in_force(stage)
        for truth in Truth
        if reading.sheets.find(reading.is_(reading.rule(rule.id), truth)) is None
    }
    for _ in range(40):
        case = random_case(rng, policy, rng.choice((0.3, 0.7, 1.0)))
        judgement = Judgement(policy, case, View(policy, case, ON))
        for rule in policy.in_force(case.stage):
            assert (case.stage, rule.id, judgement.rule(rule).truth) not in never


def _at_random(sheets: Sheets, rng: Random) -> list[int]:
    """Ask for a few answers that nobody asked for, so that what is found is not always the plainest."""
    read = sheets.keys()
    rows = [row for key in read for row in sheets.heard(key).said.values() if row]
    return [rng.choice(row) * rng.choice((1, -1)) for row in rng.sample(rows, min(len(rows), 2))]


@settings(max_examples=30)
@given(seeds)
def test_a_leaf_decides_alone_where_the_definition_of_the_rule_says_so(seed: int) -> None:
    rng = Random(seed)
    policy = random_policy(rng, SMALL)
    stage = rng.choice([stage for stage in Stage if policy.in_force(stage)])
    rule = rng.choice(policy.in_force(stage))
    reading = Sheets([policy], stage).reading(policy)
    deciding = Deciding(rule.when)
    for number in range(len(deciding.leaves)):
        for truth in Truth:
            case = reading.sheets.find(reading.deciding(rule.id, number, truth), *_at_random(reading.sheets, rng))
            if isinstance(case, Case):
                tree = Judgement(policy, case, View(policy, case, ON)).rule(rule)
                truths = tuple(leaf.truth for leaf in leaves_in(tree))
                assert truths[number] is truth
                assert deciding.at(truths)[number]


@settings(max_examples=30)
@given(seeds)
def test_two_policies_that_weigh_answers_differently_are_told_apart_on_one_sheet(seed: int) -> None:
    rng = Random(seed)
    old = random_policy(rng, SMALL)
    changed = {
        name: replace(
            question,
            corroborate=tuple(sorted(rng.sample(tuple(Source), rng.randint(0, 3)))),
            valid_for=rng.choice((None, 7, 14, 56)),
        )
        for name, question in old.questions.items()
    }
    new = replace(old, questions=changed)
    stage = rng.choice([stage for stage in Stage if old.in_force(stage)])
    sheets = Sheets([old, new], stage)
    readings = [sheets.reading(policy) for policy in (old, new)]
    for reading in readings:
        read_whole(reading)
    rules = old.in_force(stage)
    for _ in range(6):
        rule = rng.choice(rules).id
        one, other = (reading.rule(rule) for reading in readings)
        found = sheets.find(readings[0].differs(one, other), *_at_random(sheets, rng))
        if isinstance(found, Case):
            for reading in readings:
                agree(reading, found)
    for _ in range(4):
        case = replace(random_case(rng, old, 0.8), stage=stage)
        wanted = sheets.assume(case)
        if wanted is not None and (case.programme is None or stage.of_client):
            found = sheets.find(*wanted)
            assert isinstance(found, Case)
            for reading in readings:
                agree(reading, case)
                agree(reading, found)


def test_sheets_refuse_a_policy_that_tells_apart_what_they_do_not() -> None:
    policy = default_policy()
    question = policy.questions["coercive-control"]
    other = replace(
        policy, questions={**policy.questions, question.id: replace(question, corroborate=(Source.CLIENT,))}
    )
    Sheets([policy, other], Stage.START).reading(other)
    with pytest.raises(ValueError, match="coercive-control"):
        Sheets([policy], Stage.START).reading(other)


def test_a_literal_that_was_made_after_the_search_is_not_read_from_what_was_found() -> None:
    sheets = Sheets([default_policy()], Stage.START)
    reading = sheets.reading(default_policy())
    assert isinstance(sheets.find(reading.outcome(Outcome.AGAINST)), Case)
    with pytest.raises(ValueError, match="only after"):
        sheets.clauses.holds(sheets.clauses.variable())


def test_a_search_stops_when_the_time_is_up() -> None:
    """Thirteen pigeons and twelve holes: hard for any solver of this kind."""
    clauses = Clauses()
    rows = [[clauses.variable() for _ in range(12)] for _ in range(13)]
    for row in rows:
        clauses.add(*row)
    for hole in range(12):
        for first, second in combinations([row[hole] for row in rows], 2):
            clauses.add(-first, -second)
    started = time.monotonic()
    assert clauses.solve((), 0.3) is None
    assert time.monotonic() - started < 5
