"""An answer that is out of date says so wherever it is printed, and a ground that rests on nothing else says more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from engine.model.answer import Answer, Source, Standing
from engine.model.condition import IsUnknown
from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.model.truth import Truth
from engine.reference.known import fresh
from engine.report.age import out_of_date
from engine.report.difference import what_if_text
from engine.report.explain import explain_text
from engine.report.practitioner_html import practitioner_html
from engine.report.text import practitioner_text
from engine.report.words import say, tell
from tests.report.audiences import screened_as, told_policy
from tests.report.sample import LONG_AGO, NOTHING_OF_CONCERN, ON, said, sample_policy, screened

OLD = "more than 8 weeks old; ask again"
AGES = [date(2026, 9, 26), date(2026, 9, 27), date(2026, 9, 28), LONG_AGO, ON, None]


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("on", AGES)
@pytest.mark.parametrize("valid_for", [None, 1, 56])
def test_out_of_date_is_what_no_longer_settles(on: date | None, valid_for: int | None) -> None:
    question = replace(sample_policy().questions["stalking-history"], valid_for=valid_for)
    answer = said(Source.POLICE, "current", on=on)
    assert out_of_date(question, answer, ON) is not fresh(question, answer, ON)


def test_that_nobody_answered_does_not_grow_old() -> None:
    question = sample_policy().questions["stalking-history"]
    assert not out_of_date(question, Answer(Source.POLICE, Standing.ASKED_DECLINED, (), LONG_AGO), ON)


def test_a_concerning_answer_that_is_old_is_marked_and_the_ground_still_stands_with_whom_to_ask_again() -> None:
    found = screened({**NOTHING_OF_CONCERN, "stalking-history": (said(Source.POLICE, "current", on=LONG_AGO),)})
    assert found.outcome is Outcome.AGAINST
    text = flat(practitioner_text(found))
    assert f"the police, 1 March 2026: current ({OLD})" in text
    assert tell.ON_OLD_ANSWERS.format(title="Stalking now") in text.split(" Why ")[0]
    assert f"{tell.STILL_STANDS}: the police, about stalking-history" in text


def test_one_answer_of_today_is_enough_for_a_ground_not_to_be_called_old() -> None:
    both = (said(Source.POLICE, "current", on=LONG_AGO), said(Source.PARTNER_SUPPORT, "current", on=ON))
    text = flat(practitioner_text(screened({**NOTHING_OF_CONCERN, "stalking-history": both})))
    assert OLD in text
    assert tell.STILL_STANDS not in text
    edge = (said(Source.POLICE, "current", on=ON - timedelta(days=56)),)
    assert OLD not in flat(practitioner_text(screened({**NOTHING_OF_CONCERN, "stalking-history": edge})))


def test_nobody_of_her_side_is_asked_again_once_she_chose_not_to_answer() -> None:
    old = said(Source.PARTNER, "less-safe", on=LONG_AGO)
    text = flat(practitioner_text(screened({"partner-view-of-online": (old,)})))
    assert say.OLD_HER_SIDE.format(age="8 weeks") in text
    declined = Answer(Source.PARTNER_SUPPORT, Standing.ASKED_DECLINED, (), ON)
    text = flat(practitioner_text(screened({"partner-view-of-online": (old, declined)})))
    assert tell.STILL_STANDS_NOBODY in text
    assert "(more than 8 weeks old)" in text
    assert OLD not in text


def test_a_caution_on_old_answers_says_so_among_the_conditions_too() -> None:
    policy = sample_policy()
    aging = replace(policy.questions["private-space"], valid_for=56)
    space = (said(Source.CLIENT, "sometimes", on=LONG_AGO),)
    nobody = (said(Source.CLIENT, "nobody"),)
    answers = {**NOTHING_OF_CONCERN, "private-space": space, "people-nearby": nobody}
    text = flat(practitioner_text(screened(answers, question=aging)))
    assert f"{tell.RESTS_ON}: private-space: sometimes ({OLD}) (the client)" in text
    assert f"{tell.STILL_STANDS}: the client, about private-space" in text


def test_a_ground_that_rests_on_something_being_open_is_not_called_old() -> None:
    old = (said(Source.POLICE, "none", on=LONG_AGO),)
    policy = told_policy()
    open_ = replace(policy.rules["place-not-private"], when=IsUnknown("stalking-history"))
    policy = replace(policy, rules={**policy.rules, "place-not-private": open_})
    found = screened_as({**NOTHING_OF_CONCERN, "stalking-history": old}, policy=policy)
    assert any(finding.flag.id == "overheard" and finding.truth is Truth.TRUE for finding in found.flags)
    text = flat(practitioner_text(found))
    assert tell.STILL_STANDS not in text
    assert tell.ON_OLD_ANSWERS.format(title="He may be overheard") not in text


def test_the_mark_stands_in_the_explanation_in_a_what_if_in_what_changed_and_in_the_picture() -> None:
    old = {"stalking-history": (said(Source.POLICE, "current", on=LONG_AGO),)}
    found = screened(old)
    assert f"current ({OLD})" in flat(explain_text(found, "stalking-goes-on"))
    assert f"current ({OLD})" in flat(what_if_text(screened({}), found))
    again = screened_as(old, Stage.DURING, earlier={"stalking-history": (said(Source.POLICE, "none", on=LONG_AGO),)})
    section = flat(practitioner_text(again)).split("What has changed")[1]
    assert f"now: current ({OLD}) (1 March 2026)" in section
    assert "current (more than 8 weeks old)" in flat(practitioner_html(found))
