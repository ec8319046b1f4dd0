"""What cannot be compared is never called equivalent: stages that are gone, and answers that only one policy takes."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from engine import api
from engine.compare import compare as comparing
from engine.compare.as_data import Told, as_data
from engine.compare.difference import Difference, Direction, How, Promise, Shown, StageDifference
from engine.compare.sides import Aspect, Shift
from engine.model.condition import AnswerIs
from engine.model.policy import Effect, Invariant, Outcome, Policy, Status
from engine.model.question import Stage
from engine.report.assurance.diff_text import _same_case, difference_text
from engine.testing.generate import Size, random_policy
from tests.commands.desk import SMALL as SMALL_FOLDER
from tests.drawing import default_policy

SMALL = Size(questions=5, later_questions=2, flags=4, rules=6, safeguards=4, depth=2, answers=4)


def _at(found: Difference, stage: Stage) -> StageDifference:
    return next(each for each in found.stages if each.stage is stage)


def test_a_stage_that_only_the_old_policy_has_is_less_cautious_and_keeps_none_of_its_promises() -> None:
    old = random_policy(Random(3), SMALL)
    promise = Invariant("kept", Stage.START, "because", None, tuple(Outcome))
    old = replace(old, invariants={"kept": promise})
    gone = {name: replace(rule, status=Status.SUSPENDED) for name, rule in old.rules.items()}
    found = api.compare(old, replace(old, rules=gone))
    assert {stage.how for stage in found.stages} == {How.ONLY_OLD}
    assert {stage.direction for stage in found.stages} == {Direction.LESS_CAUTIOUS}
    assert all(stage.second_reviewer for stage in found.stages)
    assert [(one.id, one.broken) for one in _at(found, Stage.START).promises] == [("kept", Shown.YES)]


def test_a_stage_at_which_no_rule_is_in_force_any_more_is_told() -> None:
    small = api.load_policy(SMALL_FOLDER / "rules")
    both = replace(small, rules={name: replace(rule, also_at=(Stage.DURING,)) for name, rule in small.rules.items()})
    during = _at(api.compare(both, small), Stage.DURING)
    assert (during.how, during.direction, during.second_reviewer) == (How.ONLY_OLD, Direction.LESS_CAUTIOUS, True)


def test_a_reflection_that_nobody_is_asked_for_any_more_is_less_cautious() -> None:
    old = default_policy()
    left = {name: rule for name, rule in old.rules.items() if Stage.STRUCTURAL not in rule.stages}
    found = _at(api.compare(old, replace(old, rules=left)), Stage.STRUCTURAL)
    assert (found.how, found.second_reviewer) == (How.ONLY_OLD, True)


@pytest.mark.parametrize("shown", [Shown.YES, Shown.NOT_KNOWN])
@pytest.mark.parametrize("aspect", list(Aspect))
def test_whatever_is_not_ruled_out_asks_for_a_second_reviewer(shown: Shown, aspect: Aspect) -> None:
    ruled_out = dict.fromkeys(comparing.SHIFTS, Shown.NO)
    stage = StageDifference(Stage.START, How.PROVED, ruled_out)
    assert not stage.second_reviewer
    assert stage._replace(found={**ruled_out, Shift(aspect, less=True): shown}).second_reviewer
    assert not stage._replace(found={**ruled_out, Shift(aspect, less=False): shown}).second_reviewer
    assert stage._replace(promises=(Promise("kept", Stage.START, shown, written=True),)).second_reviewer
    assert not stage._replace(promises=(Promise("kept", Stage.START, Shown.NO, written=True),)).second_reviewer


def _with_question(policy: Policy, **changed: object) -> Policy:
    question = replace(policy.questions["shares-with-partner"], **changed)  # type: ignore[arg-type]
    return replace(policy, questions={**policy.questions, question.id: question})


@pytest.mark.parametrize(
    "changed",
    [
        {"answers": ("nothing", "accounts", "borrowed", "device")},
        {"answers": ("nothing", "device")},
        {"answers": ("none", "accounts", "device")},
        {"several": True},
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_answers_that_only_one_of_them_takes_leave_the_direction_unknown(
    changed: dict[str, object], turned: bool
) -> None:
    small = api.load_policy(SMALL_FOLDER / "rules")
    pair = (small, _with_question(small, **changed))
    found = api.compare(*(pair[::-1] if turned else pair))
    assert _at(found, Stage.START).direction is Direction.NOT_KNOWN
    assert (found.second_reviewer, found.proved) == (True, False)
    reasons = " ".join(reason["what"] for reason in as_data(found, Told("old", "new"))["second_reviewer"])
    assert "shares-with-partner" in reasons
    assert "not compared" in reasons
    words = {*small.questions["shares-with-partner"].answers} ^ {*pair[1].questions["shares-with-partner"].answers}
    assert all(word in reasons for word in words)


def test_less_caution_that_was_found_is_not_hidden_by_what_was_not_compared() -> None:
    small = api.load_policy(SMALL_FOLDER / "rules")
    flags = {name: replace(flag, effect=Effect.CAUTION) for name, flag in small.flags.items()}
    new = replace(_with_question(small, answers=("nothing", "accounts", "unsure", "device")), flags=flags)
    assert _at(api.compare(small, new), Stage.START).direction is Direction.LESS_CAUTIOUS


def test_words_of_a_question_that_nothing_reads_make_no_difference() -> None:
    small = api.load_policy(SMALL_FOLDER / "rules")
    spare = replace(small.questions["shares-with-partner"], id="spare", answers=("few", "many"))
    old = replace(small, questions={**small.questions, "spare": spare})
    new = replace(old, questions={**old.questions, "spare": replace(spare, answers=("few", "some", "many"))})
    assert _at(api.compare(old, new), Stage.START).direction is Direction.EQUIVALENT
    # As soon as it decides whether another question applies, it does.
    read = replace(old.questions["people-nearby"], only_if=AnswerIs("spare", ("many",)))
    was, now = (replace(policy, questions={**policy.questions, read.id: read}) for policy in (old, new))
    assert _at(api.compare(was, now), Stage.START).left_out == {"spare": ("some",)}


def test_two_cases_with_the_same_scenario_are_shown_once() -> None:
    old = api.load_policy(SMALL_FOLDER / "rules")
    new = replace(old, base_safeguards={Stage.START: ("own-device",)})
    found = api.compare(old, new)
    start = _at(found, Stage.START)
    twice = start._replace(witnesses=tuple(witness for witness in start.witnesses for _ in range(2)))
    scenario = "Scenario: a name\n  Given a client at the start of the programme\n  When the case is screened\n"
    document = as_data(found._replace(stages=(twice,)), Told("old", "new", lambda _: scenario))
    ways = [one["less_cautious"] for one in document["stages"][0]["witnesses"]]
    assert sorted(ways) == [False, True]
    # One case may lose a condition and get another: then it is told once, and named the second time.
    alike = [{**one, "before": {}, "after": {}} for one in document["stages"][0]["witnesses"]]
    assert _same_case(*alike)  # type: ignore[arg-type]
    assert "Case 1, less cautious in its conditions" in difference_text(document)
