"""What no scenario would notice: every mutant is one slip, the fast way is the plain way, what is claimed is so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import BadData, NoRecommendation, Place, Problem
from engine.loading.gherkin_reader import ScenarioText, read_feature
from engine.loading.scenarios import read_scenarios
from engine.loading.sentences import SENTENCES
from engine.model.condition import AllOf, AnswerIs, AnyOf, AtLeast, FlagIs, IsUnknown, Not
from engine.model.policy import Policy, Status
from engine.report.assurance.mutation_report import Effect
from engine.scenarios.in_gherkin import feature_text
from engine.scenarios.mutation.conditions import Kind, variants, written
from engine.scenarios.mutation.differing import differences
from engine.scenarios.mutation.mutants import Mutant, mutants_of
from engine.scenarios.mutation.pool import Counting, Pool
from engine.scenarios.mutation.sight import Sight
from engine.scenarios.mutation.suggesting import suggestion
from engine.scenarios.mutation.survey import AT_A_TIME, survey, watched
from engine.scenarios.mutation.watching import (
    ASKING,
    CONFIRMING,
    LISTING,
    RESOLVING,
    TRUTHS,
    WITHOUT_HER,
    fails,
    watch,
)
from engine.scenarios.mutation.weighing import REPORT_ONLY, Scales
from engine.scenarios.run import run
from engine.testing.generate import Size, random_case, random_policy
from tests.drawing import default_policy
from tests.scenarios.mutating import some_scenarios, with_facts_and_remedies

FEATURES = Path(__file__).resolve().parents[2] / "features"
SMALL = Size(questions=4, later_questions=2, programme_questions=2, flags=3, rules=5, safeguards=3, depth=2, answers=3)
SEEDS = (1, 19, 41, 53, 62)
"""Each of these draws what some kind of difference is seen by alone; together they tell of every kind but two."""
drawn = st.integers(0, 2**32).map(Random)


def named(policy: Policy, kind: Kind, name: str) -> list[Mutant]:
    return [mutant for mutant in mutants_of(policy) if mutant.kind is kind and mutant.id == name]


# -- what is changed --


@given(drawn)
@settings(max_examples=15)
def test_every_mutant_is_another_policy_than_every_other(rng: Random) -> None:
    policy = random_policy(rng, SMALL)
    mutants = mutants_of(policy)
    assert len({(m.entry, m.id, m.changed or m.was) for m in mutants}) == len(mutants)
    for mutant in mutants:
        changed = mutant.applied(policy)
        assert (changed.rules, changed.flags, changed.questions, changed.safeguards, changed.base_safeguards) != (
            policy.rules,
            policy.flags,
            policy.questions,
            policy.safeguards,
            policy.base_safeguards,
        )
        assert not (mutant.entry == "rule" and policy.rules[mutant.id].derived)


def test_a_condition_has_every_variant_that_is_one_slip_away() -> None:
    policy = default_policy()
    question = next(q for q in policy.questions.values() if len(q.answers) == 4 and not q.several)
    first, second, third, fourth = question.answers
    test = AnswerIs(question.id, (second, third))
    flag, unknown = FlagIs("shared-device"), IsUnknown(question.id)
    condition = AtLeast(2, (AllOf((test, flag)), AnyOf((flag, unknown)), unknown))
    found = {variant.condition for variant in variants(condition, policy.questions)}
    a, b, c = condition.members
    neighbours = ((first, second, third), (second, third, fourth), (third,), (second,), (first, fourth))
    assert found == {
        AtLeast(1, (a, b, c)),
        AtLeast(3, (a, b, c)),
        AtLeast(2, (b, c)),
        AtLeast(2, (a, c)),
        AtLeast(2, (a, b)),
        AtLeast(2, (AnyOf((test, flag)), b, c)),
        AtLeast(2, (flag, b, c)),
        AtLeast(2, (test, b, c)),
        AtLeast(2, (AllOf((test, Not(flag))), b, c)),
        *(AtLeast(2, (AllOf((AnswerIs(question.id, words), flag)), b, c)) for words in neighbours),
        AtLeast(2, (a, AllOf((flag, unknown)), c)),
        AtLeast(2, (a, flag, c)),
        AtLeast(2, (a, unknown, c)),
        AtLeast(2, (a, AnyOf((Not(flag), unknown)), c)),
        AtLeast(2, (a, AnyOf((flag, Not(unknown))), c)),
        AtLeast(2, (a, b, Not(unknown))),
    }


def test_a_question_that_takes_several_answers_keeps_its_not() -> None:
    policy = default_policy()
    question = next(q for q in policy.questions.values() if q.several and len(q.answers) > 2)
    test = AnswerIs(question.id, question.answers[-1:])
    assert Not(test) in {variant.condition for variant in variants(test, policy.questions)}
    changed = {variant.condition for variant in variants(Not(test), policy.questions)}
    assert changed == {test, Not(AnswerIs(question.id, question.answers[-2:]))}


def test_a_need_left_out_takes_its_derived_rules_along() -> None:
    policy = default_policy()
    needing = next(safeguard for safeguard in policy.safeguards.values() if safeguard.needs)
    (mutant, *_) = named(policy, Kind.NEED_DROPPED, needing.id)
    gone = policy.rules.keys() - mutant.applied(policy).rules.keys()
    assert gone
    assert all(policy.rules[name].derived and f"-{needing.id}-needs-{mutant.was}" in name for name in gone)


def test_a_suspended_rule_is_in_force_no_longer() -> None:
    policy = default_policy()
    (mutant,) = named(policy, Kind.RULE_DROPPED, "device-shared-with-partner")
    assert mutant.applied(policy).rules["device-shared-with-partner"].status is Status.SUSPENDED


def test_only_what_the_named_rules_use_is_changed() -> None:
    policy = default_policy()
    rule = policy.rules["device-shared-with-partner"]
    found = {(mutant.entry, mutant.id) for mutant in mutants_of(policy, ["device-shared-with-partner"])}
    assert ("rule", "device-shared-with-partner") in found
    assert ("flag", rule.raises) in found
    assert {name for entry, name in found if entry == "rule"} == {"device-shared-with-partner"}


def test_a_condition_is_written_in_one_line_as_a_policy_has_it() -> None:
    condition = AllOf((AnswerIs("a", ("yes",)), Not(FlagIs("b")), AtLeast(1, (AnswerIs("c", ("d", "no")),))))
    assert written(condition) == 'all: [{a: "yes"}, {not: {flag: b}}, {at-least: 1, of: [{c: [d, "no"]}]}]'


# -- who notices --


def test_it_is_known_of_every_sentence_what_it_looks_at() -> None:
    groups = (TRUTHS, ASKING, RESOLVING, WITHOUT_HER, LISTING, CONFIRMING)
    expected = {sentence.text for sentence in SENTENCES if sentence.keyword == "then"}
    never_true = {"it is for the writer to say what follows"}
    assert set().union(*groups) == expected - never_true
    assert sum(map(len, groups)) == len(set().union(*groups))


def same_both_ways(policy: Policy, scenarios: tuple[ScenarioText, ...], mutants: list[Mutant]) -> None:
    watches = watched(policy, scenarios)
    sight = Sight(policy, watches)
    for mutant in mutants:
        mutated = mutant.applied(policy)
        plainly = {one.scenario.name for one in watches if fails(mutated, one.scenario)}
        assert {one.scenario.name for one in sight.all_who_notice(mutated)} == plainly, mutant
        assert (sight.who_notices(mutated) is None) == (not plainly)


@pytest.mark.parametrize("seed", SEEDS)
def test_looking_only_where_something_differs_finds_what_looking_everywhere_finds(seed: int) -> None:
    rng = Random(seed)
    policy = with_facts_and_remedies(random_policy(rng, SMALL))
    same_both_ways(policy, some_scenarios(rng, policy, 10), list(mutants_of(policy)))


@given(drawn)
@settings(max_examples=10)
def test_so_it_does_for_larger_policies(rng: Random) -> None:
    policy = random_policy(rng)
    mutants = mutants_of(policy)
    same_both_ways(policy, some_scenarios(rng, policy, 5), rng.sample(mutants, min(10, len(mutants))))


@pytest.mark.parametrize("seed", range(3))
def test_so_it_does_for_the_scenarios_of_the_default_policy(seed: int) -> None:
    rng = Random(seed)
    policy = default_policy()
    scenarios, _ = read_scenarios(FEATURES)
    several = (*rng.sample(scenarios, 15), *some_scenarios(rng, policy, 3))
    same_both_ways(policy, several, rng.sample(mutants_of(policy), 5))


def test_a_scenario_that_fails_on_the_policy_as_it_is_stops_everything() -> None:
    policy = default_policy()
    text = "Given a client at the start of the programme\n    When the case is screened"
    expected = "the recommendation is online with conditions"
    scenarios, _ = read_feature(f"Feature: A\n  Scenario: Hopeful\n    {text}\n    Then {expected}\n", "a.feature")
    with pytest.raises(BadData) as raised:
        survey(policy, scenarios)
    (problem,) = raised.value.problems
    assert (problem.slug, problem.place.file, problem.place.line) == ("scenario-fails", "a.feature", 2)
    assert "Hopeful" in problem.message


# -- what it would do --


@pytest.mark.parametrize("solver", [True, False])
@given(drawn)
@settings(max_examples=8)
def test_what_is_said_of_a_mutant_is_so_in_every_case_drawn(solver: bool, rng: Random) -> None:
    policy = random_policy(rng, SMALL)
    scales = Scales(Sight(policy, watched(policy, some_scenarios(rng, policy, 3))), solver=solver)
    cases = [random_case(rng, policy, rng.choice((0.3, 0.7, 1.0))) for _ in range(12)]
    mutants = mutants_of(policy)
    for mutant in rng.sample(mutants, min(6, len(mutants))):
        mutated = mutant.applied(policy)
        weighed = scales.weigh(mutant)
        if weighed.case is not None:
            assert differences(policy, mutated, weighed.case) == weighed.differences != ()
        if weighed.effect is Effect.UNSETTLED:
            assert not solver
            continue
        order = list(Effect)
        for case in cases:
            for difference in differences(policy, mutated, case):
                if weighed.effect is Effect.NOTHING and mutant.kind not in REPORT_ONLY:
                    assert difference.effect is Effect.REPORT, (mutant, difference)
                elif solver:
                    assert order.index(weighed.effect) <= order.index(difference.effect), (mutant, difference)


@given(drawn)
@settings(max_examples=8)
def test_a_suggested_scenario_passes_as_it_stands_and_fails_on_the_mutant(rng: Random) -> None:
    policy = random_policy(rng, SMALL)
    scales = Scales(Sight(policy, watched(policy, some_scenarios(rng, policy, 3))))
    mutants = mutants_of(policy)
    for mutant in rng.sample(mutants, min(5, len(mutants))):
        weighed = scales.weigh(mutant)
        suggested = suggestion(policy, mutant, weighed, "It would notice")
        if suggested is None:
            assert not any(each.sentence for each in weighed.differences), mutant
            continue
        ((scenario,), problems) = read_feature(feature_text("Suggested", [suggested.text]), "s.feature")
        assert problems == ()
        assert run(policy, scenario).why is None
        assert fails(mutant.applied(policy), scenario)


@pytest.mark.parametrize("seed", range(2))
def test_with_its_suggestions_a_policy_has_nothing_left_that_changes_a_recommendation(seed: int) -> None:
    rng = Random(seed)
    policy = random_policy(rng, SMALL)
    few = some_scenarios(rng, policy, 2)
    report = survey(policy, few, jobs=1)
    suggested, problems = read_feature(feature_text("Suggested", report.suggested), "s.feature")
    assert problems == () or not report.suggested
    for survivor in report.survivors:
        assert survivor.scenario is not None or survivor.effect in {Effect.REPORT, Effect.UNSETTLED}, survivor
    again = survey(policy, (*few, *(suggested if report.suggested else ())), jobs=1)
    assert {survivor.effect for survivor in again.survivors} <= {Effect.REPORT}
    assert sum(report.tried.values()) == sum(report.noticed.values()) + len(report.survivors) + len(report.unchanged)


def test_two_processes_find_what_one_finds() -> None:
    rng = Random(3)
    policy = random_policy(rng, SMALL)
    few = some_scenarios(rng, policy, 3)
    assert len(mutants_of(policy)) > 2 * AT_A_TIME
    assert survey(policy, few, jobs=2) == survey(policy, few, jobs=1)


def _fail(_: str, part: Sequence[int]) -> int:
    raise NoRecommendation([Problem(Place("here", part[0]), "unconfirmed", "it is not so")])


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_in_a_process_comes_through_whole(jobs: int) -> None:
    with Pool("bench", jobs) as pool, pytest.raises(NoRecommendation) as raised:
        list(pool.each(_fail, [[7]], Counting(None, 1)))
    assert str(raised.value) == "here:7:1: error[unconfirmed]: it is not so"


def test_how_far_it_has_come_is_told_to_the_end() -> None:
    policy = default_policy()
    scenarios, _ = read_scenarios(FEATURES / "start" / "devices.feature")
    told: list[tuple[int, int]] = []
    survey(
        policy,
        scenarios,
        only=["device-shared-with-partner"],
        jobs=1,
        progress=lambda done, total: told.append((done, total)),
    )
    done, total = told[-1]
    assert done == total
    assert told == sorted(told)


def test_a_case_that_is_screened_twice_is_run_step_by_step() -> None:
    policy = default_policy()
    text = """Feature: A
  Scenario: Twice
    Given a client at the start of the programme
    When the case is screened
    Then no recommendation can be made yet
    Given "shares-with-partner" is answered "device" by partner-support
    When the case is screened
    Then the recommendation is against online delivery
"""
    ((scenario,), _) = read_feature(text, "a.feature")
    twice = watch(policy, scenario)
    assert not twice.plain
    (mutant,) = named(policy, Kind.EXCLUDE_TO_CAUTION, policy.rules["device-shared-with-partner"].raises or "")
    assert twice.notices(mutant.applied(policy), same_case=True)
