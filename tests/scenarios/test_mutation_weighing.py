"""What each change would do is told: of one that breaks a promise, of one that timed out, of one that failed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import api
from engine.errors import InvariantBroken, NoRecommendation, Place, Problem
from engine.loading.gherkin_reader import ScenarioText, read_feature
from engine.loading.scenarios import read_scenarios
from engine.model.answer import Answer, Case, Source, Standing
from engine.model.condition import AllOf, AnswerIs, IsUnknown, Not
from engine.model.policy import Invariant, Outcome, Policy, Status
from engine.model.question import Stage
from engine.report.assurance.mutation_report import Effect
from engine.scenarios.in_gherkin import feature_text
from engine.scenarios.mutation.conditions import Kind
from engine.scenarios.mutation.differing import NO_RULE_LEFT, differences, still
from engine.scenarios.mutation.mutants import Mutant, mutants_of
from engine.scenarios.mutation.sight import Sight
from engine.scenarios.mutation.survey import Bench, survey, watched
from engine.scenarios.mutation.watching import by_definition, fails
from engine.scenarios.mutation.weighing import REPORT_ONLY, Scales
from engine.scenarios.world import SCREENED_ON
from engine.testing.generate import Size, random_case, random_policy
from tests.drawing import default_policy
from tests.scenarios.mutating import some_scenarios

SMALL = Path(__file__).parents[1] / "commands" / "small"
LITTLE = Size(questions=4, later_questions=2, programme_questions=2, flags=3, rules=5, safeguards=3, depth=2, answers=3)
ORDER = list(Effect)
LESSER = frozenset(ORDER[1:-1])
drawn = st.integers(0, 2**32).map(Random)


def small() -> tuple[Policy, tuple[ScenarioText, ...]]:
    return api.load_policy(SMALL / "rules"), read_scenarios(SMALL / "features")[0]


def promising(policy: Policy, rng: Random) -> Policy:
    """Return the policy with promises of its own that its rules need not keep."""
    asked = [q for q in policy.questions.values() if q.stage is Stage.START and not q.open]
    made = {}
    for number in range(3):
        question = rng.choice(asked)
        when = AnswerIs(question.id, (rng.choice(question.answers),))
        outcomes = tuple(rng.sample(list(Outcome), rng.randint(1, 2)))
        made[f"p{number}"] = Invariant(f"p{number}", Stage.START, "A reason.", when, outcomes)
    return replace(policy, invariants=made)


def near_promise() -> tuple[Policy, tuple[ScenarioText, ...]]:
    """Return the small policy with a promise that it breaks: of a partner who is near nobody recommends against."""
    policy, scenarios = small()
    near = AnswerIs("people-nearby", ("partner",))
    broken = Invariant("near-never", Stage.START, "He listens.", near, (Outcome.AGAINST,))
    return replace(policy, invariants={**policy.invariants, broken.id: broken}), scenarios


def recommended(policy: Policy, case: Case) -> bool:
    try:
        by_definition(policy, case, SCREENED_ON)
    except InvariantBroken:
        return False
    return True


# -- promises of the policy's own --


def test_a_policy_that_breaks_its_own_promise_is_told_of_all_the_same() -> None:
    policy, scenarios = near_promise()
    assert not recommended(policy, _nearby(policy))
    report = survey(policy, scenarios, jobs=1)
    assert report.faults == ()
    assert report.survivors
    assert all(survivor.otherwise for survivor in report.survivors)
    assert all(survivor.scenario is not None for survivor in report.survivors if survivor.effect.of_recommendation)
    suggested, problems = read_feature(feature_text("Suggested", report.suggested), "s.feature")
    assert problems == ()
    assert not any(fails(policy, scenario) for scenario in suggested)


def _nearby(policy: Policy) -> Case:
    seen = (random_case(Random(seed), policy, 1.0) for seed in range(400))
    return next(c for c in seen if c.stage is Stage.START and not recommended(policy, c))


@given(drawn)
@settings(max_examples=10)
def test_what_a_change_does_is_told_of_cases_with_a_recommendation_only(rng: Random) -> None:
    policy = promising(random_policy(rng, LITTLE), rng)
    scales = Scales(Sight(policy, []))
    mutants = mutants_of(policy)
    cases = [case for _ in range(12) if recommended(policy, case := random_case(rng, policy, 0.7))]
    for mutant in rng.sample(mutants, min(8, len(mutants))):
        weighed, mutated = scales.weigh(mutant), mutant.applied(policy)
        if weighed.case is not None:
            assert differences(policy, mutated, weighed.case) == weighed.differences != ()
            assert weighed.differences[0].effect is weighed.effect
        for found in (differences(policy, mutated, case) for case in cases):
            if found and found[0].effect.of_recommendation and mutant.kind not in REPORT_ONLY:
                assert ORDER.index(weighed.effect) <= ORDER.index(found[0].effect), (mutant, found[0])


def test_a_case_without_a_recommendation_shows_no_difference_while_one_is_made_shorter() -> None:
    policy, _ = near_promise()
    (dropped,) = [m for m in mutants_of(policy, ["not-alone"]) if m.kind is Kind.RULE_DROPPED]
    mutated = dropped.applied(policy)
    with_children, with_him = (
        Case("A", Stage.START, {"people-nearby": (Answer(Source.CLIENT, Standing.ANSWERED, (word,)),)})
        for word in ("children", "partner")
    )
    (raised,) = [d for d in differences(policy, mutated, with_children) if d.about == "overheard"]
    assert raised.after == "not raised"
    assert still(raised, policy, mutated)(with_children)
    assert not still(raised, policy, mutated)(with_him)


@given(drawn)
@settings(max_examples=4)
def test_a_policy_with_any_promises_is_surveyed_to_the_end(rng: Random) -> None:
    policy = promising(random_policy(rng, LITTLE), rng)
    rules = [rule.id for rule in policy.rules.values() if rule.status is Status.IN_FORCE and not rule.derived]
    report = survey(policy, (), only=rules[:2], jobs=1)
    assert report.faults == ()


@pytest.mark.parametrize("can_apply", [True, False])
def test_the_last_rule_of_a_stage_suspended_leaves_no_recommendation_there(can_apply: bool) -> None:
    policy, _ = small()
    unknown = IsUnknown("people-nearby")
    when = unknown if can_apply else AllOf((unknown, Not(unknown)))
    rule = replace(policy.rules["not-alone"], id="lone", stage=Stage.DURING, when=when)
    policy = replace(policy, rules={**policy.rules, rule.id: rule}, review={**policy.review, Stage.DURING: 56})
    assert policy.in_force(Stage.DURING) == (rule,)
    (suspended,) = [m for m in mutants_of(policy, ["lone"]) if m.kind is Kind.RULE_DROPPED]
    weighed = Scales(Sight(policy, [])).weigh(suspended)
    assert (weighed.effect, weighed.differences[0].after) == (Effect.OUTCOME, NO_RULE_LEFT)


def test_a_change_that_breaks_a_promise_weighs_as_much_as_another_outcome() -> None:
    policy, _ = small()
    flag = replace(policy.flags["shared-device"], effect=policy.flags["overheard"].effect)
    alone = Mutant(Kind.EXCLUDE_TO_CAUTION, "flag", flag.id, "", "", (), flag)
    weighed = Scales(Sight(policy, [])).weigh(alone)
    assert weighed.effect is Effect.OUTCOME


# -- out of time --


@given(drawn)
@settings(max_examples=6)
def test_out_of_time_never_reads_as_less_than_it_is(rng: Random) -> None:
    policy = random_policy(rng, LITTLE)
    sight = Sight(policy, watched(policy, some_scenarios(rng, policy, 2)))
    rushed, patient = Scales(sight, seconds=0.0), Scales(sight)
    mutants = mutants_of(policy)
    for mutant in rng.sample(mutants, min(8, len(mutants))):
        told = rushed.weigh(mutant).effect
        assert told.of_recommendation or ORDER.index(told) <= ORDER.index(patient.weigh(mutant).effect), mutant


@pytest.mark.parametrize("seen", [True, False])
def test_out_of_time_a_change_that_no_search_finds_is_not_settled(seen: bool) -> None:
    policy, scenarios = small()
    sight = Sight(policy, watched(policy, scenarios) if seen else [])
    patient, rushed = Scales(sight), Scales(sight, seconds=0.0)
    changes = [m for m in mutants_of(policy) if patient.weigh(m).effect.of_recommendation]
    told = {rushed.weigh(mutant).effect for mutant in changes}
    assert all(effect.of_recommendation for effect in told)
    assert told == {Effect.UNSETTLED} or seen


def test_out_of_time_whom_to_ask_may_still_make_a_difference() -> None:
    policy = default_policy()
    scales = Scales(Sight(policy, []))
    changes = [m for m in mutants_of(policy, ["device-shared-with-partner"]) if m.kind in REPORT_ONLY]
    noticed = [mutant for mutant in changes if scales.weigh(mutant).effect is Effect.REPORT]
    assert noticed
    rushed = Scales(scales.sight, seconds=0.0)
    assert {rushed.weigh(mutant).effect for mutant in noticed} == {Effect.REPORT}


# -- each thing left out --


def test_each_member_of_a_list_is_left_out_once_the_first_too() -> None:
    policy = default_policy()
    made = mutants_of(policy)
    rules = [rule for rule in policy.rules.values() if rule.status is Status.IN_FORCE and not rule.derived]

    def left_out(kind: Kind, name: str) -> list[str]:
        return [mutant.was for mutant in made if mutant.kind is kind and mutant.id == name]

    assert any(len(rule.also_at) == 1 for rule in rules)
    for rule in rules:
        assert left_out(Kind.STAGE_DROPPED, rule.id) == list(rule.also_at)
        assert left_out(Kind.SAFEGUARD_DROPPED, rule.id) == list(rule.recommends)
        assert left_out(Kind.SOURCE_NOT_ASKED, rule.id) == list(rule.if_unknown_ask)
    for question in {mutant.id for mutant in made if mutant.entry == "question"}:
        sources = policy.questions[question].corroborate
        assert left_out(Kind.CORROBORATOR_DROPPED, question) == list(sources if len(sources) > 1 else ())
    two = next(q for q in policy.questions.values() if len(q.corroborate) > 1)
    two = replace(two, corroborate=two.corroborate[:2])
    again = mutants_of(replace(policy, questions={**policy.questions, two.id: two}))
    of_two = [m.was for m in again if m.kind is Kind.CORROBORATOR_DROPPED and m.id == two.id]
    assert of_two == list(two.corroborate)


# -- what fails inside --


def test_a_case_that_shows_less_than_was_sought_is_a_fault_and_one_that_shows_more_is_told() -> None:
    policy, _ = small()
    (suspended,) = [m for m in mutants_of(policy, ["device-shared"]) if m.kind is Kind.RULE_DROPPED]
    scales = Scales(Sight(policy, []))
    weighed = scales.weigh(suspended)
    assert weighed.effect is Effect.OUTCOME
    assert weighed.case is not None
    mutated = suspended.applied(policy)
    assert scales._replayed(Effect.FLAG, weighed.case, mutated) == weighed
    with pytest.raises(NoRecommendation, match="proof-unconfirmed"):
        scales._replayed(Effect.OUTCOME, weighed.case, policy)
    lesser = [(m, found) for m in mutants_of(policy) if (found := scales.weigh(m)).effect in LESSER and found.case]
    assert lesser
    for mutant, found in lesser:
        assert found.case is not None
        with pytest.raises(NoRecommendation, match="proof-unconfirmed"):
            scales._replayed(Effect.OUTCOME, found.case, mutant.applied(policy))


class Unsound(Mutant):
    """A change in the middle of which the two evaluators would disagree."""

    def applied(self, policy: Policy) -> Policy:
        raise NoRecommendation([Problem(Place(f"policy {policy.id}"), "disagreement", "they disagree")])


def test_a_disagreement_over_one_change_is_told_beside_the_others() -> None:
    policy, scenarios = small()
    (one, *_) = mutants_of(policy, ["not-alone"])
    unsound = Unsound(one.kind, one.entry, one.id, one.was)
    failed, told = Bench(Sight(policy, watched(policy, scenarios)), [unsound, one]).judged([0, 1])
    assert (failed.weighed.effect, [fault.slug for fault in failed.faults]) == (Effect.UNSETTLED, ["disagreement"])
    assert told.weighed.effect is Effect.OUTCOME
    assert told.faults == ()


def test_one_change_that_cannot_be_weighed_is_not_settled_and_the_others_are_told() -> None:
    policy, scenarios = small()
    sound = mutants_of(policy, ["not-alone"])
    unsound = Mutant(Kind.BASE_DROPPED, "base", "no-such-stage", "call-back")
    judged = Bench(Sight(policy, watched(policy, scenarios)), [unsound, *sound]).judged(range(len(sound) + 1))
    assert [one.number for one in judged] == list(range(len(sound) + 1))
    failed, *others = judged
    assert failed.weighed.effect is Effect.UNSETTLED
    (fault,) = failed.faults
    assert (fault.slug, fault.place.file) == ("internal-fault", "base no-such-stage")
    assert "ValueError" in fault.message
    assert not any(one.faults for one in others)
    assert Effect.OUTCOME in {one.weighed.effect for one in others}
