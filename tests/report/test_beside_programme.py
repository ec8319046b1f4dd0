"""A client's report says what the programme's profile has only in part, and how to have the programme screened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.model.answer import Case, Source
from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.model.recommendation import Recommendation
from engine.reference import recommend
from engine.report.text import practitioner_text
from engine.report.words import tell
from tests.report.sample import AGAINST_ON_HER_WORD, NOTHING_OF_CONCERN, ON, PROFILE, said, sample_policy, screened


def flat(text: str) -> str:
    return " ".join(text.split())


def with_profile(*values: str, answers: object = NOTHING_OF_CONCERN, answered: bool = True) -> Recommendation:
    """Screen under a policy whose need has something between the least and the most concerning answer."""
    policy = sample_policy()
    need = replace(policy.questions["callback-procedure"], answers=("yes", "in-part", "no"), about="calling back")
    rule = replace(policy.rules["gaps-remain"], id="of-the-programme", stage=Stage.PROGRAMME_START)
    policy = replace(
        policy,
        questions={**policy.questions, need.id: need},
        rules={**policy.rules, rule.id: rule},
        base_safeguards={**policy.base_safeguards, Stage.PROGRAMME_START: ("callback",)},
    )
    given = {"callback-procedure": tuple(said(Source.PROGRAMME, value) for value in values)} if answered else {}
    programme = replace(PROFILE, answers=given)
    case = Case("K-0412", Stage.START, answers, programme)  # type: ignore[arg-type]
    return recommend(policy, case, ON, "0.1.0")


def test_a_need_that_stands_in_between_is_told_in_short_with_the_answer() -> None:
    found = with_profile("in-part")
    assert found.outcome is Outcome.CONDITIONAL
    short = flat(practitioner_text(found)).split(" In short ")[1].split(" Why ")[0]
    assert f"{tell.PROGRAMME_IN_PART.format(profile='north')} - calling back: in-part" in short
    assert tell.PROGRAMMES_OWN in short
    assert "forethought screen PROFILE" in short


def test_a_need_at_its_least_concerning_answer_is_no_part() -> None:
    short = flat(practitioner_text(with_profile("yes"))).split(" In short ")[1].split(" Why ")[0]
    assert tell.PROGRAMME_CONSIDERED.format(profile="north") in short
    assert "calling back" not in short


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        (with_profile("in-part", answers=AGAINST_ON_HER_WORD), Outcome.AGAINST),
        (with_profile("no"), Outcome.AGAINST),
        (with_profile(answered=False), Outcome.UNDETERMINED),
    ],
)
def test_short_of_online_it_stands_with_the_conditions(found: Recommendation, outcome: Outcome) -> None:
    assert found.outcome is outcome
    section = flat(practitioner_text(found)).split(tell.H_AT_LEAST)[1]
    assert tell.PROGRAMMES_OWN in section


def test_what_the_programme_lacks_is_no_part_either() -> None:
    section = flat(practitioner_text(with_profile("no"))).split(tell.H_AT_LEAST)[1]
    assert tell.PROGRAMME_CONSIDERED.format(profile="north") in section
    assert "calling back: no" not in section


def test_nothing_is_said_without_a_profile_or_at_a_programmes_own_stage() -> None:
    for found in (screened(NOTHING_OF_CONCERN, programme=None), screened({}, stage=Stage.PROGRAMME_START)):
        assert tell.PROGRAMMES_OWN not in flat(practitioner_text(found))
        assert "was looked at where a condition" not in flat(practitioner_text(found))


def test_a_policy_without_rules_for_the_programme_points_nowhere() -> None:
    assert tell.PROGRAMMES_OWN not in flat(practitioner_text(screened(NOTHING_OF_CONCERN)))
