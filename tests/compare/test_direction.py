"""In which direction a policy went: proved for every case, shown by a case, and never contradicted by trying."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import api
from engine.commands.policy_diff_showing import Showing
from engine.compare import compare as comparing
from engine.compare import direction
from engine.compare.as_data import Told, as_data
from engine.compare.difference import Difference, Direction, How, Shown, StageDifference
from engine.compare.direction import MOST_WITNESSES, differing_grounds
from engine.compare.renamed import renamed_between, under
from engine.compare.sides import Aspect, Shift, as_read_by, shifts, side
from engine.errors import NoRecommendation
from engine.model.answer import Answer, Case, Source
from engine.model.condition import AllOf, AnswerIs, AnyOf, Condition, questions_in
from engine.model.policy import Effect, Invariant, Outcome, Policy, Rule, Status
from engine.model.question import Stage
from engine.proof import Undecided
from engine.testing.generate import SCREENED_ON, Size, random_case, random_policy
from tests.commands.desk import SMALL as SMALL_FOLDER
from tests.drawing import default_policy, reassured

SMALL = Size(questions=5, later_questions=2, flags=4, rules=6, safeguards=4, depth=2, answers=4)
Mutate = Callable[[Policy, Random], Policy]


def _with_rule(policy: Policy, rule: Rule) -> Policy:
    return replace(policy, rules={**policy.rules, rule.id: rule})


def _raising_excludes(policy: Policy) -> list[Rule]:
    return [
        rule
        for rule in policy.rules.values()
        if not rule.derived and rule.raises and policy.flags[rule.raises].effect is Effect.EXCLUDE
    ]


def _less_where(policy: Policy, rng: Random) -> Policy:
    """Suspend a rule that raises an exclude flag, or let one ask for more."""
    rules = _raising_excludes(policy)
    if not rules:
        return policy
    rule = rng.choice(rules)
    if rng.random() < 0.4:
        return _with_rule(policy, replace(rule, status=Status.SUSPENDED))
    question = rng.choice([q for q in policy.questions.values() if q.stage is Stage.START])
    narrower = AllOf((rule.when, AnswerIs(question.id, question.answers[-1:])))
    return _with_rule(policy, replace(rule, when=narrower))


def _more_where(policy: Policy, rng: Random) -> Policy:
    """Let a rule that raises an exclude flag ask for less."""
    rules = _raising_excludes(policy)
    if not rules:
        return policy
    rule = rng.choice(rules)
    question = rng.choice([q for q in policy.questions.values() if q.stage is Stage.START])
    wider = AnyOf((rule.when, AnswerIs(question.id, question.answers[-1:])))
    return _with_rule(policy, replace(rule, when=wider))


def _other_flag_effect(policy: Policy, rng: Random) -> Policy:
    flag = rng.choice(sorted(policy.flags.values(), key=lambda each: each.id))
    effect = Effect.CAUTION if flag.effect is Effect.EXCLUDE else Effect.EXCLUDE
    return replace(policy, flags={**policy.flags, flag.id: replace(flag, effect=effect)})


def _other_question(policy: Policy, rng: Random) -> Policy:
    question = rng.choice(list(policy.questions.values()))
    other = rng.choice(
        (
            replace(question, valid_for=rng.choice((7, 40, 80))),
            replace(question, corroborate=question.corroborate[:1]),
            replace(question, only_if=None),
            replace(question, answers=question.answers[::-1]),
            replace(question, answers=(*question.answers[:1], "one-more", *question.answers[1:])),
            replace(question, several=True),
        )
    )
    return replace(policy, questions={**policy.questions, question.id: other})


def _other_base(policy: Policy, rng: Random) -> Policy:
    names = tuple(sorted(rng.sample(sorted(policy.safeguards), rng.randint(1, len(policy.safeguards)))))
    return replace(policy, base_safeguards=dict.fromkeys(policy.base_safeguards, names))


def _other_condition(policy: Policy, rng: Random) -> Policy:
    rule = rng.choice([rule for rule in policy.rules.values() if not rule.derived])

    def swapped(condition: Condition) -> Condition:
        match condition:
            case AllOf(members):
                return AnyOf(members)
            case AnyOf(members):
                return AllOf(members)
            case AnswerIs(question, wanted):
                answers = policy.questions[question].answers
                others = tuple(word for word in answers if word not in wanted)
                return AnswerIs(question, others or wanted)
            case _:
                return condition

    return _with_rule(policy, replace(rule, when=swapped(rule.when)))


def _less_or_more(policy: Policy, rng: Random) -> Policy:
    ways: tuple[Mutate, ...] = (
        _less_where,
        _more_where,
        _other_flag_effect,
        _other_question,
        _other_base,
        _other_condition,
    )
    for _ in range(rng.randint(1, 2)):
        policy = rng.choice(ways)(policy, rng)
    return policy


def _drawn() -> st.SearchStrategy[Random]:
    return st.randoms(use_true_random=False)


def _at(found: Difference, stage: Stage) -> StageDifference:
    return next(each for each in found.stages if each.stage is stage)


def _yes(stage: StageDifference) -> set[Shift]:
    return {shift for shift, shown in stage.found.items() if shown is Shown.YES}


@settings(max_examples=40)
@given(_drawn())
def test_a_policy_compared_with_itself_is_equivalent_and_nothing_was_changed(rng: Random) -> None:
    policy = random_policy(rng, SMALL)
    found = api.compare(policy, replace(policy))
    assert found.changes == ()
    assert {stage.direction for stage in found.stages} == {Direction.EQUIVALENT}
    assert not found.second_reviewer


@settings(max_examples=25)
@given(_drawn())
def test_the_solver_too_finds_nothing_between_a_policy_and_itself(rng: Random) -> None:
    policy = random_policy(rng, SMALL)
    # Another text lets everything be proved that would else be seen to be the same.
    for stage in (stage for stage in Stage if policy.in_force(stage)):
        proved = comparing._at(policy, policy, stage, None, SCREENED_ON, None, same=False)
        assert (proved.how, proved.direction) == (How.PROVED, Direction.EQUIVALENT)


@settings(max_examples=40)
@given(_drawn())
def test_no_case_contradicts_the_direction_and_every_case_shown_shows_it(rng: Random) -> None:
    old = random_policy(rng, SMALL)
    new = _less_or_more(old, rng)
    found = api.compare(old, new)
    for stage in found.stages:
        for witness in stage.witnesses:
            assert witness.shift in shifts(side(old, witness.case, SCREENED_ON), side(new, witness.case, SCREENED_ON))
            assert stage.found[witness.shift] is Shown.YES
    for number in range(20):
        case = random_case(rng, old, rng.choice((0.3, 0.8, 1.0)))
        if number % 2:
            case = reassured(old, case, rng, 0.8)
        if new.in_force(case.stage) and _readable_by_both(old, new):
            seen = shifts(side(old, case, SCREENED_ON), side(new, case, SCREENED_ON))
            assert seen <= _yes(_at(found, case.stage))


def _readable_by_both(old: Policy, new: Policy) -> bool:
    """Whether the new policy knows every word in which a case of the old one may be written."""
    return all(
        set(question.answers) <= set(new.questions[name].answers)
        and (new.questions[name].several or not question.several)
        for name, question in old.questions.items()
    )


@settings(max_examples=30)
@given(_drawn())
def test_what_is_suspended_or_narrowed_is_never_more_cautious_in_its_outcome(rng: Random) -> None:
    old = random_policy(rng, SMALL)
    for stage in api.compare(old, _less_where(old, rng)).stages:
        assert stage.found.get(Shift(Aspect.OUTCOME, less=False), Shown.NO) is Shown.NO


@settings(max_examples=30)
@given(_drawn())
def test_what_is_widened_is_never_less_cautious_in_its_outcome(rng: Random) -> None:
    old = random_policy(rng, SMALL)
    for stage in api.compare(old, _more_where(old, rng)).stages:
        assert stage.found[Shift(Aspect.OUTCOME, less=True)] is Shown.NO


@settings(max_examples=25)
@given(_drawn())
def test_the_two_ways_round_mirror_each_other(rng: Random) -> None:
    old = random_policy(rng, SMALL)
    new = _less_or_more(old, rng)
    there, back = api.compare(old, new), api.compare(new, old)
    for stage in there.stages:
        if stage.how is How.PROVED:
            turned = {Shift(shift.aspect, not shift.less) for shift in _yes(stage)}
            assert turned == _yes(_at(back, stage.stage))


@settings(max_examples=25)
@given(_drawn())
def test_a_shortened_case_still_shows_it_and_its_scenario_is_there(rng: Random) -> None:
    old = random_policy(rng, SMALL)
    new = _less_or_more(old, rng)
    showing = Showing(old, new)
    for stage in api.compare(old, new, shorten=showing.shorten).stages:
        for witness in stage.witnesses:
            assert witness.shift in shifts(side(old, witness.case, SCREENED_ON), side(new, witness.case, SCREENED_ON))
            assert "When the case is screened" in showing.scenario(witness)


@settings(max_examples=25)
@given(_drawn())
def test_what_was_only_renamed_is_equivalent(rng: Random) -> None:
    old = random_policy(rng, SMALL)
    names = {name: f"{name}-renamed" for name in old.rules if rng.random() < 0.5 and not old.rules[name].derived}
    new = replace(
        old, rules={names.get(name, name): replace(r, id=names.get(name, name)) for name, r in old.rules.items()}
    )
    found = api.compare(old, new)
    # Of two rules that are the same but for their ids it cannot be told which became which: then it is proved.
    assert {stage.direction for stage in found.stages} == {Direction.EQUIVALENT}
    named = renamed_between(old, new)
    assert under(old, named).rules.keys() >= set(named.rules.values())


def test_without_the_solver_a_case_is_found_by_trying_and_nothing_is_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "available", lambda: False)
    old = api.load_policy(SMALL_FOLDER / "rules")
    rule = old.rules["device-shared"]
    found = api.compare(old, _with_rule(old, replace(rule, status=Status.SUSPENDED)))
    start = _at(found, Stage.START)
    assert (start.how, start.found[Shift(Aspect.OUTCOME, less=True)]) == (How.SEARCHED, Shown.YES)
    assert start.direction is Direction.LESS_CAUTIOUS
    assert not found.proved


def test_without_the_solver_what_was_not_found_counts_as_less_cautious(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "available", lambda: False)
    old = api.load_policy(SMALL_FOLDER / "rules")
    rule = old.rules["device-shared"]
    added = replace(rule, id="the-same-once-more", raises="overheard")
    found = api.compare(old, _with_rule(old, added))
    assert _at(found, Stage.START).direction is Direction.NOT_KNOWN
    assert found.second_reviewer


def test_without_the_solver_another_text_alone_is_equivalent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "available", lambda: False)
    old = default_policy()
    rule = old.rules["device-shared-with-partner"]
    found = api.compare(old, _with_rule(old, replace(rule, because="Said otherwise.")))
    assert [change.key for change in found.changes] == ["because"]
    assert (found.second_reviewer, found.proved) == (False, True)


def test_a_time_limit_that_is_reached_counts_as_less_cautious(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(direction.Proof, "_find", lambda *_: Undecided(0.001))
    old = default_policy()
    rule = old.rules["device-shared-with-partner"]
    found = api.compare(old, _with_rule(old, replace(rule, status=Status.SUSPENDED)), seconds=0.001)
    assert _at(found, Stage.START).direction is Direction.NOT_KNOWN
    assert set(_at(found, Stage.START).found.values()) == {Shown.NOT_KNOWN}
    assert found.second_reviewer


def test_a_stage_that_only_the_new_policy_has_asks_for_a_second_reviewer() -> None:
    new = random_policy(Random(3), SMALL)
    old = replace(new, rules={name: replace(r, status=Status.DRAFT) for name, r in new.rules.items()})
    assert {stage.how for stage in api.compare(old, new).stages} == {How.ONLY_NEW}
    assert api.compare(old, new).second_reviewer


def test_a_condition_that_is_no_longer_listed_is_less_cautious_and_one_more_is_more() -> None:
    old = default_policy()
    left = tuple(name for name in old.base_safeguards[Stage.START] if name != "review-date")
    base = {**old.base_safeguards, Stage.START: left}
    there = _at(api.compare(old, replace(old, base_safeguards=base)), Stage.START)
    assert there.direction is Direction.LESS_CAUTIOUS
    assert _yes(there) == {Shift(Aspect.CONDITIONS, less=True)}
    back = _at(api.compare(replace(old, base_safeguards=base), old), Stage.START)
    assert (back.direction, back.second_reviewer) == (Direction.MORE_CAUTIOUS, False)


def test_a_promise_that_the_new_policy_leaves_out_is_told_kept_or_broken() -> None:
    old = default_policy()
    name = "shared-device-never-online"
    without = replace(old, invariants={key: kept for key, kept in old.invariants.items() if key != name})
    kept = next(each for each in _at(api.compare(old, without), Stage.START).promises if each.id == name)
    assert (kept.broken, kept.written) == (Shown.NO, False)
    rule = old.rules["device-shared-with-partner"]
    broken = api.compare(old, _with_rule(without, replace(rule, status=Status.SUSPENDED)))
    told = next(each for each in _at(broken, Stage.START).promises if each.id == name)
    assert (told.broken, told.written) == (Shown.YES, False)


def test_a_promise_about_a_question_that_is_gone_is_not_known_to_be_kept() -> None:
    policy = random_policy(Random(5), SMALL)
    question = next(iter(policy.questions.values()))
    promise = Invariant("kept", Stage.START, "because", AnswerIs("gone", ("x",)), (Outcome.AGAINST,))
    old = replace(
        policy,
        questions={**policy.questions, "gone": replace(question, id="gone", answers=("w", "x"), only_if=None)},
        invariants={"kept": promise},
    )
    found = _at(api.compare(old, policy), Stage.START)
    assert [each.broken for each in found.promises] == [Shown.NOT_KNOWN]
    assert found.second_reviewer


def test_answer_words_that_only_one_of_them_knows_are_left_out_and_named() -> None:
    old = default_policy()
    question = old.questions["shares-with-partner"]
    new = replace(
        old, questions={**old.questions, question.id: replace(question, answers=(*question.answers, "everything"))}
    )
    assert _at(api.compare(old, new), Stage.START).left_out == {"shares-with-partner": ("everything",)}


def test_an_answer_that_is_believed_for_longer_is_less_cautious() -> None:
    old = default_policy()
    question = old.questions["shares-with-partner"]
    longer = replace(question, valid_for=(question.valid_for or 0) + 30)
    found = _at(api.compare(old, replace(old, questions={**old.questions, question.id: longer})), Stage.START)
    assert Shift(Aspect.OUTCOME, less=True) in _yes(found)


def test_each_case_shown_has_a_ground_of_its_own_and_the_further_grounds_are_named() -> None:
    old = default_policy()
    flags = {name: replace(flag, effect=Effect.CAUTION) for name, flag in old.flags.items()}
    start = _at(api.compare(old, replace(old, flags=flags, invariants={})), Stage.START)
    grounds = [differing_grounds(witness.before, witness.after) for witness in start.witnesses]
    assert [len(each) for each in grounds] == [1] * MOST_WITNESSES
    further = start.further[Shift(Aspect.OUTCOME, less=True)]
    excludes = {name for name in old.raisers(Stage.START) if old.flags[name].effect is Effect.EXCLUDE}
    # What rests on the programme's profile alone is derived from `needs`, and was turned into a caution with the rest.
    assert frozenset().union(*grounds) | set(further) == excludes


def test_a_case_that_the_definition_does_not_confirm_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    old = default_policy()
    rule = old.rules["device-shared-with-partner"]
    monkeypatch.setattr(direction, "shifts", lambda *_: frozenset())
    with pytest.raises(NoRecommendation, match="the definition does not say the same"):
        api.compare(old, _with_rule(old, replace(rule, status=Status.SUSPENDED)))


def test_a_question_that_only_the_old_policy_asks_is_read_by_that_alone() -> None:
    old = default_policy()
    gone = "lives-with-partner"
    rules = {name: rule for name, rule in old.rules.items() if gone not in questions_in(rule.when)}
    questions = {name: question for name, question in old.questions.items() if name != gone}
    new = replace(old, questions=questions, rules=rules, invariants={})
    showing = Showing(old, new)
    start = comparing._at(old, new, Stage.START, None, SCREENED_ON, showing.shorten, same=False)
    assert Shift(Aspect.OUTCOME, less=True) in _yes(start)
    found = Difference(old, new, (), (start,))
    witnesses = as_data(found, Told("old", "new", showing.scenario))["stages"][0]["witnesses"]
    assert any(given["question"] == gone for witness in witnesses for given in witness["only_old"])
    assert not any(gone in witness["scenario"] for witness in witnesses)


def test_two_answers_at_once_are_read_only_by_a_policy_that_takes_several() -> None:
    policy = api.load_policy(SMALL_FOLDER / "rules")
    question = policy.questions["people-nearby"]
    said = Answer(Source.CLIENT, values=("children", "partner"))
    case = Case("K-1", Stage.START, {question.id: (said,)})
    one = replace(policy, questions={**policy.questions, question.id: replace(question, several=False)})
    assert as_read_by(policy, case).answers == case.answers
    assert as_read_by(one, case).answers == {}
