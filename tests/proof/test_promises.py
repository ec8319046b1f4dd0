"""What is proved is never found otherwise, and what is refuted is refuted by a case that the definition confirms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine import proof
from engine.errors import NoRecommendation
from engine.model.answer import Answer, Case, Source, Standing
from engine.model.condition import AllOf, AnswerIs, Condition, IsUnknown, Not, SourcesDiffer
from engine.model.policy import Effect, Invariant, Outcome, Policy
from engine.model.question import Stage
from engine.model.recommendation import NOT_APPLICABLE
from engine.model.truth import Truth
from engine.proof.claims import Claim, Kind, Part, StageProof
from engine.proof.claims import Standing as Stands
from engine.proof.promises import Promises
from engine.proof.proving import prove, prove_stage
from engine.reference import Judgement, View
from engine.scenarios.refuted import refuting_cases
from engine.testing.generate import SCREENED_ON, random_case, random_policy
from tests.drawing import default_policy, outcome, with_answers
from tests.drawing import given as answers_given
from tests.proof.unsound import SMALL, random_unsound_policy

PROMISED = frozenset({Kind.UNKNOWN_NEVER_SAFER, Kind.MONOTONE, Kind.STOP_FIRST, Kind.NEVER_UNCONDITIONAL})
seeds = st.integers(min_value=0, max_value=2**32)


def promised(policy: Policy, stage: Stage) -> dict[tuple[Kind, Part], Claim]:
    claims = Promises(policy, stage, 30.0).all()
    return {(claim.kind, claim.part): claim for claim in claims if claim.kind in PROMISED}


def one_rule(when: Condition, policy: Policy | None = None) -> Policy:
    """Return the default policy with one rule of the start alone, leading to its flag, which speaks against."""
    policy = policy or default_policy()
    rule = next(r for r in policy.in_force(Stage.START) if r.raises and policy.flags[r.raises].effect is Effect.EXCLUDE)
    return replace(policy, rules={rule.id: replace(rule, when=when, also_at=())}, invariants={})


@pytest.fixture(scope="module")
def default_proof() -> tuple[StageProof, ...]:
    return prove(default_policy(), 60.0)


def test_the_default_policy_keeps_every_promise_and_every_rule_of_it_can_apply(
    default_proof: tuple[StageProof, ...],
) -> None:
    claims = [claim for stage in default_proof for claim in stage.claims]
    assert {claim.standing for claim in claims} == {Stands.PROVED}
    assert {claim.kind for claim in claims} == set(Kind)
    assert {stage.stage for stage in default_proof} == set(Stage)


def test_rules_that_are_said_to_apply_together_are_never_seen_apart(default_proof: tuple[StageProof, ...]) -> None:
    policy, rng = default_policy(), Random(7)
    groups = {stage.stage: stage.together for stage in default_proof}
    assert any(groups.values())
    for _ in range(60):
        case = random_case(rng, policy, rng.choice((0.1, 0.5, 1.0)))
        judgement = Judgement(policy, case, View(policy, case, SCREENED_ON))
        for group in groups[case.stage]:
            assert len({judgement.rule(policy.rules[name]).truth is Truth.TRUE for name in group}) == 1, group


@settings(max_examples=25)
@given(seeds)
@example(8691129)  # Drew a safeguard that was called for unless a flag was raised, and the flag when sources differ.
def test_a_policy_that_the_loader_accepts_keeps_the_promises(seed: int) -> None:
    policy = random_policy(Random(seed), SMALL)
    for stage in Stage:
        if policy.in_force(stage):
            for claim in promised(policy, stage).values():
                assert claim.standing is Stands.PROVED, claim


@settings(max_examples=25)
@given(seeds)
def test_what_refutes_a_promise_is_confirmed_by_the_definition_however_unsound_the_policy(seed: int) -> None:
    policy = random_unsound_policy(Random(seed))
    for stage in Stage:
        for claim in promised(policy, stage).values() if policy.in_force(stage) else ():
            assert claim.standing is not Stands.UNDECIDED
            if claim.standing is Stands.REFUTED:
                assert refuting_cases(policy, claim)


@settings(max_examples=25)
@given(seeds)
def test_what_is_proved_is_never_broken_by_a_case_that_is_drawn(seed: int) -> None:
    rng = Random(seed)
    policy = random_unsound_policy(rng)
    stages = {stage: promised(policy, stage) for stage in Stage if policy.in_force(stage)}
    for _ in range(12):
        case = random_case(rng, policy, rng.choice((0.3, 0.7, 1.0)))
        for kind, part in set(broken_by(policy, case, rng)):
            assert stages[case.stage][kind, part].standing is Stands.REFUTED, (kind, part)


def broken_by(policy: Policy, case: Case, rng: Random) -> Iterator[tuple[Kind, Part]]:
    """Yield each promise that this case breaks, as the tests of the definition look at it."""
    before = outcome(policy, case)
    if before is Outcome.CONDITIONAL and not policy.base_at(case.stage):
        yield Kind.NEVER_UNCONDITIONAL, Part.WHOLE
    for name, answers in case.answers.items():
        silent = with_answers(case, name, ())
        applies = View(policy, silent, SCREENED_ON).known(name).possible != (NOT_APPLICABLE,)
        if applies and before is not Outcome.CONDITIONAL and outcome(policy, silent) is Outcome.CONDITIONAL:
            yield Kind.UNKNOWN_NEVER_SAFER, Part.LEFT_UNANSWERED
        worst = Answer(rng.choice(tuple(Source)), Standing.ANSWERED, (policy.questions[name].worst,), SCREENED_ON)
        if outcome(policy, with_answers(case, name, (*answers, worst))).caution < before.caution:
            yield Kind.MONOTONE, Part.MOST_CONCERNING_ADDED
    for question, answer in answers_given(policy, case):
        said = case.answers[question.id]
        rest = tuple(other for other in said if other is not answer)
        less = outcome(policy, with_answers(case, question.id, rest)).caution < before.caution
        if less and answer.values == question.answers[:1]:
            yield Kind.UNKNOWN_NEVER_SAFER, Part.REASSURANCE_TAKEN_AWAY
        word = rng.choice(answer.values)
        for higher in question.answers[question.rank(word) + 1 :]:
            words = {higher if each == word else each for each in answer.values}
            raised = replace(answer, values=tuple(each for each in question.answers if each in words))
            changed = with_answers(case, question.id, tuple(dict.fromkeys((*rest, raised))))
            if outcome(policy, changed).caution < before.caution:
                yield Kind.MONOTONE, Part.MORE_CONCERNING


@pytest.mark.parametrize(
    ("part", "when"),
    [
        (Part.MORE_CONCERNING, AnswerIs("coercive-control", ("past",))),
        (Part.LEFT_UNANSWERED, Not(IsUnknown("coercive-control"))),
        (Part.KNOWING_MORE, Not(IsUnknown("coercive-control"))),
        (Part.REASSURANCE_TAKEN_AWAY, SourcesDiffer("coercive-control")),
    ],
)
def test_a_rule_that_the_loader_would_refuse_is_refuted_by_a_case_that_shows_it(part: Part, when: Condition) -> None:
    assert "past" in default_policy().questions["coercive-control"].answers[:-1]
    policy = one_rule(when)
    claims = {claim.part: claim for claim in promised(policy, Stage.START).values()}
    assert claims[part].standing is Stands.REFUTED
    first, second = refuting_cases(policy, claims[part])
    assert first.outcome is not second.outcome
    assert max(len(shown.scenario.splitlines()) for shown in (first, second)) < 15
    assert first.scenario.count("Scenario:") == second.scenario.count("Scenario:") == 1


def test_a_stage_without_base_safeguards_is_refuted() -> None:
    policy = default_policy()
    bare = replace(policy, base_safeguards={**policy.base_safeguards, Stage.START: ()})
    claim = promised(bare, Stage.START)[Kind.NEVER_UNCONDITIONAL, Part.WHOLE]
    assert claim.standing is Stands.REFUTED
    assert refuting_cases(bare, claim)[0].outcome is Outcome.CONDITIONAL


def test_an_invariant_that_the_rules_do_not_keep_is_refuted_by_a_short_case() -> None:
    policy = default_policy()
    softened = replace(policy.flags["current-stalking"], effect=Effect.CAUTION)
    weaker = replace(policy, flags={**policy.flags, "current-stalking": softened})
    claims = {claim.about: claim for claim in prove_stage(weaker, Stage.START).claims if claim.kind is Kind.INVARIANT}
    assert claims["stalking-never-online"].standing is Stands.REFUTED
    (shown,) = refuting_cases(weaker, claims["stalking-never-online"])
    assert shown.outcome is not Outcome.AGAINST is shown.expected
    assert set(shown.case.answers) == {"stalking-history"}


def test_an_unknown_condition_is_no_ground_for_an_invariant() -> None:
    """An invariant speaks of what is known to hold, so a case in which it is only possible does not break it."""
    policy = default_policy()
    kept = Invariant("i", Stage.START, "because", AnswerIs("stalking-history", ("current",)), (Outcome.AGAINST,))
    (claim,) = Promises(replace(policy, invariants={"i": kept}), Stage.START, None).invariants()
    assert claim.standing is Stands.PROVED


def test_a_case_that_the_definition_does_not_confirm_is_never_shown() -> None:
    claim = Claim(
        Kind.INVARIANT, Part.WHOLE, "stalking-never-online", Stage.START, Stands.REFUTED, Case("K", Stage.START)
    )
    with pytest.raises(NoRecommendation, match=r"error\[not-confirmed\]"):
        refuting_cases(default_policy(), claim)


def test_a_rule_that_can_never_apply_and_an_outcome_that_cannot_be_reached_are_refuted() -> None:
    policy = one_rule(Not(IsUnknown("coercive-control")))
    rule = next(iter(policy.rules.values()))
    both = AllOf((AnswerIs("coercive-control", ("none-known",)), AnswerIs("coercive-control", ("past",))))
    other = replace(rule, id="never", when=both)
    claims = prove_stage(replace(policy, rules={**policy.rules, "never": other}), Stage.START).claims
    stands = {(claim.kind, claim.about): claim.standing for claim in claims}
    assert stands[Kind.OUTCOME_CAN_BE_REACHED, "undetermined"] is Stands.PROVED
    assert stands[Kind.RULE_CAN_BE_TRUE, rule.id] is Stands.PROVED
    assert stands[Kind.RULE_CAN_BE_TRUE, "never"] is Stands.REFUTED
    alone = {(claim.kind, claim.about): claim.standing for claim in prove_stage(policy, Stage.START).claims}
    assert alone[Kind.OUTCOME_CAN_BE_REACHED, "undetermined"] is Stands.REFUTED


def test_a_search_that_is_out_of_time_is_undecided_and_proves_nothing() -> None:
    claims = list(Promises(default_policy(), Stage.START, 0.0).all())
    assert Stands.UNDECIDED in {claim.standing for claim in claims}
    assert all(claim.before is None for claim in claims)


def test_two_processes_say_what_one_says() -> None:
    policy = random_policy(Random(3), SMALL)
    assert len([stage for stage in Stage if policy.in_force(stage)]) > 1
    one, two = (prove(policy, 30.0, jobs) for jobs in (1, 2))
    assert [[c._replace(seconds=0.0) for c in s.claims] for s in one] == [
        [c._replace(seconds=0.0) for c in s.claims] for s in two
    ]
    assert [s.together for s in one] == [s.together for s in two]


def test_the_room_can_be_entered_without_the_solver() -> None:
    assert isinstance(proof.available(), bool)
