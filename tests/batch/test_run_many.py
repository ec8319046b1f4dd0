"""Cases in hand, screened as columns: `api.screen_many`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from engine import api
from engine.batch.many import ToAsk, screened_many
from engine.errors import NoRecommendation
from engine.model.answer import Answer, Case, Source, Standing
from engine.model.policy import Policy
from engine.model.recommendation import Recommendation
from engine.report.telling import to_tell
from tests.caseload import EXAMPLES
from tests.drawing import ON, default_policy

NAMES = ("start/against.yaml", "start/undetermined.yaml", "structural/reflection.yaml")
CLIENT = Source.CLIENT


def case(name: str) -> Case:
    return api.load_case(EXAMPLES / name, default_policy(), ON)


def test_each_case_gets_what_its_single_screening_says_in_the_order_given() -> None:
    cases = [case(name) for name in reversed(NAMES)]
    found = api.screen_many(default_policy(), cases, ON)
    assert [one.case for one in found] == [one.reference for one in cases]
    single = api.screen(default_policy(), cases[1], ON)
    assert found[1].outcome is single.outcome
    assert found[1].to_find_out == tuple(ToAsk(e.question.id, tuple(map(str, e.ask))) for e in single.to_find_out)
    assert found[1].review_by == single.review_by
    assert found[1].tell_at_once == tuple(sorted(to_tell(single)))
    assert found[0].outcome is None
    assert found[0].text == "a reflection report, no recommendation"
    assert [one.error for one in found] == ["", "", ""]
    assert api.screen_many(default_policy(), [], ON) == ()


@pytest.mark.parametrize(
    "answers",
    [
        {"nowhere": (Answer(CLIENT, values=("no",)),)},
        {"lives-with-partner": (Answer(CLIENT, values=("maybe",)),)},
        {"lives-with-partner": (Answer(CLIENT, values=("asked-unknown",)),)},
        {"lives-with-partner": (Answer(CLIENT, values=("no", "yes")),)},
        {"lives-with-partner": (Answer(CLIENT),)},
        {"lives-with-partner": (Answer(CLIENT, Standing.NOT_ASKED, ("no",)),)},
        {"lives-with-partner": (Answer(CLIENT, values=("no",), on=ON + timedelta(days=1)),)},
        {"safety-tested": (Answer(CLIENT, values=("yes",)),)},
    ],
)
def test_an_unsound_case_has_an_error_and_the_others_are_screened(answers: dict[str, tuple[Answer, ...]]) -> None:
    good = case(NAMES[0])
    found = api.screen_many(default_policy(), [good, replace(good, answers=answers), good], ON)
    assert [bool(one.error) for one in found] == [False, True, False]
    assert found[1].outcome is None
    assert found[1].safeguards == ()
    assert "maybe" not in found[1].error


def test_nothing_is_returned_when_one_differs() -> None:
    """INVARIANT (agreement)."""

    def otherwise(policy: Policy, case: Case, on: date) -> Recommendation:
        found = api.screen(policy, case, on)
        return replace(found, flags=found.flags[1:])

    with pytest.raises(NoRecommendation, match="differ in: flags"):
        screened_many(default_policy(), [case(NAMES[0])], ON, otherwise)
