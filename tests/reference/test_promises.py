"""The promises of the README, as properties of the definition over random policies and over the default one."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from hypothesis import given

from engine.model.answer import Answer, Source, Standing
from engine.model.condition import CalledFor, FlagIs, leaves_of, question_of
from engine.model.policy import Effect, Outcome
from engine.model.question import Stage
from engine.model.recommendation import NOT_APPLICABLE
from engine.model.truth import Truth
from engine.reference import View
from tests.drawing import (
    ON,
    Drawn,
    answered_at_its_least,
    any_case,
    outcome,
    screened,
    settle,
    with_answers,
)
from tests.drawing import given as answers_given

T = TypeVar("T")


@given(any_case())
def test_unknown_never_safer_every_way_of_settling_a_conditional_case_is_conditional(drawn: Drawn) -> None:
    before = screened(drawn)
    if before.outcome is not Outcome.CONDITIONAL:
        return
    after = screened(drawn, settle(drawn, drawn.rng))
    assert after.outcome is Outcome.CONDITIONAL
    assert {f.safeguard.id for f in after.safeguards} <= {f.safeguard.id for f in before.safeguards}


@given(any_case())
def test_unknown_never_safer_an_answer_left_out_is_never_a_reassurance(drawn: Drawn) -> None:
    before = outcome(drawn.policy, drawn.case)
    for question, answer in answers_given(drawn.policy, drawn.case):
        if answer.values != (question.answers[0],):
            continue
        rest = tuple(other for other in drawn.case.answers[question.id] if other is not answer)
        after = outcome(drawn.policy, with_answers(drawn.case, question.id, rest))
        assert after.caution >= before.caution, question.id


@given(any_case())
def test_unknown_never_safer_a_question_left_unanswered_never_makes_a_case_conditional(drawn: Drawn) -> None:
    if outcome(drawn.policy, drawn.case) is Outcome.CONDITIONAL:
        return
    for question_id in drawn.case.answers:
        without = with_answers(drawn.case, question_id, ())
        # A question that other answers make not applicable is not left unanswered: it is not put.
        if View(drawn.policy, without, ON).known(question_id).possible != (NOT_APPLICABLE,):
            assert outcome(drawn.policy, without) is not Outcome.CONDITIONAL, question_id


@given(any_case())
def test_monotone_a_more_concerning_answer_is_never_less_cautious(drawn: Drawn) -> None:
    before = outcome(drawn.policy, drawn.case)
    for question, answer in answers_given(drawn.policy, drawn.case):
        word = drawn.rng.choice(answer.values)
        for higher in question.answers[question.rank(word) + 1 :]:
            words = {higher if said == word else said for said in answer.values}
            raised = replace(answer, values=tuple(w for w in question.answers if w in words))
            rest = tuple(raised if other is answer else other for other in drawn.case.answers[question.id])
            after = outcome(drawn.policy, with_answers(drawn.case, question.id, tuple(dict.fromkeys(rest))))
            assert after.caution >= before.caution, question.id


@given(any_case())
def test_monotone_the_most_concerning_answer_from_anyone_is_never_less_cautious(drawn: Drawn) -> None:
    before = outcome(drawn.policy, drawn.case)
    for question in drawn.policy.questions_at(drawn.case.stage):
        if question.open:
            continue
        added = Answer(drawn.rng.choice(tuple(Source)), Standing.ANSWERED, (question.worst,), ON)
        answers = (*drawn.case.answers.get(question.id, ()), added)
        after = outcome(drawn.policy, with_answers(drawn.case, question.id, answers))
        assert after.caution >= before.caution, question.id


@given(any_case())
def test_a_reassuring_word_from_someone_who_may_not_settle_is_never_less_cautious(drawn: Drawn) -> None:
    before = outcome(drawn.policy, drawn.case)
    for question in drawn.policy.questions_at(drawn.case.stage):
        others = [source for source in Source if source not in question.corroborate]
        if question.open or not question.corroborate or not others:
            continue
        said = drawn.case.answers.get(question.id, ())
        added = Answer(drawn.rng.choice(others), Standing.ANSWERED, question.answers[:1], ON)
        after = outcome(drawn.policy, with_answers(drawn.case, question.id, (*said, added)))
        assert after.caution >= before.caution, question.id


@given(any_case())
def test_stop_first_what_raises_an_exclude_flag_is_enough_whatever_else_is_missing(drawn: Drawn) -> None:
    policy = drawn.policy
    by_id = {rule.id: rule for rule in policy.in_force(drawn.case.stage)}

    def read_by(rule_id: str, seen: set[str]) -> set[str]:
        if rule_id in seen:
            return set()
        seen.add(rule_id)
        questions: set[str] = set()
        for leaf in leaves_of(by_id[rule_id].when):
            if (question := question_of(leaf)) is not None:
                questions.add(question)
            targets: tuple[str, ...] = ()
            if isinstance(leaf, FlagIs):
                targets = tuple(r.id for r in policy.raisers(drawn.case.stage).get(leaf.flag, ()))
            if isinstance(leaf, CalledFor):
                targets = tuple(r.id for r in policy.callers(drawn.case.stage).get(leaf.safeguard, ()))
            for target in targets:
                questions |= read_by(target, seen)
        return questions

    for finding in screened(drawn).flags:
        if finding.flag.effect is not Effect.EXCLUDE or finding.truth is not Truth.TRUE:
            continue
        needed = set().union(*(read_by(rule_id, set()) for rule_id in finding.raised_by))
        for _ in range(2):  # a question read may itself be governed by another
            for question in tuple(needed):
                only_if = policy.questions[question].only_if
                if only_if is not None:
                    needed |= {q for leaf in leaves_of(only_if) if (q := question_of(leaf))}
        known = {question: answers for question, answers in drawn.case.answers.items() if question in needed}
        assert outcome(policy, replace(drawn.case, answers=known)) is Outcome.AGAINST


@given(any_case())
def test_never_unconditional_every_conditional_case_carries_the_base_safeguards(drawn: Drawn) -> None:
    recommendation = screened(drawn)
    certain = {f.safeguard.id for f in recommendation.safeguards if f.truth is Truth.TRUE}
    base = drawn.policy.base_at(drawn.case.stage)
    assert set(base) <= certain
    assert base or drawn.case.stage is Stage.STRUCTURAL


@given(any_case())
def test_order_free_neither_rules_nor_questions_nor_answers_depend_on_their_order(drawn: Drawn) -> None:
    def shuffled(items: dict[str, T]) -> dict[str, T]:
        keys = list(items)
        drawn.rng.shuffle(keys)
        return {key: items[key] for key in keys}

    policy = replace(
        drawn.policy,
        rules=shuffled(dict(drawn.policy.rules)),
        questions=shuffled(dict(drawn.policy.questions)),
        flags=shuffled(dict(drawn.policy.flags)),
        safeguards=shuffled(dict(drawn.policy.safeguards)),
        base_safeguards={stage: names[::-1] for stage, names in drawn.policy.base_safeguards.items()},
    )
    answers = {q: tuple(drawn.rng.sample(a, len(a))) for q, a in drawn.case.answers.items()}
    case = replace(drawn.case, answers=shuffled(answers))
    before, after = screened(drawn), screened(Drawn(policy, case, drawn.rng))
    assert replace(after, policy=drawn.policy, case=drawn.case) == before


@given(any_case())
def test_what_would_settle_an_undetermined_case_does_and_nothing_smaller_would(drawn: Drawn) -> None:
    recommendation = screened(drawn)
    if recommendation.outcome is not Outcome.UNDETERMINED:
        assert recommendation.smallest_sets == ()
        return

    def settled(questions: frozenset[str]) -> Outcome:
        case = drawn.case
        for question_id in sorted(questions):
            case = answered_at_its_least(drawn.policy, case, question_id)
        return outcome(drawn.policy, case)

    for found in recommendation.smallest_sets:
        assert settled(frozenset(found)) is Outcome.CONDITIONAL, found
        for left_out in found:
            assert settled(frozenset(found) - {left_out}) is not Outcome.CONDITIONAL, (found, left_out)
