"""What has changed since the earlier case stands first, the more concerning before the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from engine.model.answer import Answer, Source, Standing
from engine.model.condition import AnswerIs
from engine.model.question import Stage
from engine.report.changed import Changes, Direction, changes_since
from engine.report.json_ import dumps, practitioner_json
from engine.report.reading import Reading
from engine.report.shape import checked
from engine.report.text import practitioner_text
from engine.report.words import say, share
from tests.report.audiences import CHANGED, STALKING_AND_DEVICE, screened_as, told_policy
from tests.report.sample import EARLIER, LONG_AGO, NOTHING_OF_CONCERN, ON, said

Answers = Mapping[str, tuple[Answer, ...]]


def flat(text: str) -> str:
    return " ".join(text.split())


def changed(now: Answers, before: Answers) -> Changes:
    found = changes_since(Reading(screened_as(now, Stage.DURING, earlier=before)))
    assert found is not None
    return found


def direction(question: str, now: tuple[Answer, ...], before: tuple[Answer, ...]) -> Direction | None:
    found = changed({question: now} if now else {}, {question: before} if before else {}).changed
    return found[0].direction if found else None


def test_a_case_without_an_earlier_one_says_nothing_of_changes() -> None:
    found = screened_as(NOTHING_OF_CONCERN)
    assert changes_since(Reading(found)) is None
    assert practitioner_json(found)["changes"] is None
    assert "What has changed" not in practitioner_text(found)


def test_it_stands_first_after_the_warnings_with_the_stage_and_the_day_of_what_was() -> None:
    text = flat(practitioner_text(CHANGED))
    heading = "What has changed since the start of the programme, 10 November 2026"
    assert text.index(say.DEFERENCE) < text.index(heading) < text.index(" In short ")
    warned = flat(practitioner_text(screened_as({}, Stage.DURING, earlier=NOTHING_OF_CONCERN, programme=None)))
    assert warned.index(say.H_WARNINGS) < warned.index(heading) < warned.index(" In short ")


def test_each_change_is_told_before_and_now_with_its_source_and_days_and_what_rests_on_it() -> None:
    text = flat(practitioner_text(CHANGED))
    assert (
        "partner support - before: nothing shared (10 November 2026); now: a device (22 November 2026) "
        "Raised, and rests on it: He joins on a device the (ex-)partner also uses"
    ) in text
    assert "the police - before: none (10 November 2026); now: current (22 November 2026)" in text


def test_what_is_said_to_be_less_comes_first_and_then_the_more_concerning() -> None:
    found = changes_since(Reading(CHANGED))
    assert found is not None
    assert [one.direction for one in found.changed] == [
        Direction.LESS_CONCERNING,
        Direction.MORE_CONCERNING,
        Direction.MORE_CONCERNING,
        Direction.ANSWERED_NOW,
    ]
    text = flat(practitioner_text(CHANGED))
    order = [text.index(share.CHANGED[one]) for one in dict.fromkeys(each.direction for each in found.changed)]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("question", "before", "now", "expected"),
    [
        ("stalking-history", "none", "current", Direction.MORE_CONCERNING),
        ("stalking-history", "current", "past", Direction.LESS_CONCERNING),
        ("stalking-history", "past", "past", None),
        ("people-nearby", "children", "partner", Direction.MORE_CONCERNING),
        ("hopes", "one", "other", Direction.OTHERWISE),
    ],
)
def test_which_way_a_question_went(question: str, before: str, now: str, expected: Direction | None) -> None:
    assert direction(question, (said(Source.POLICE, now, on=ON),), (said(Source.POLICE, before),)) is expected


def test_one_answer_more_where_several_hold_is_more_concerning() -> None:
    both = (said(Source.CLIENT, "children", "partner", on=ON),)
    assert direction("people-nearby", both, (said(Source.CLIENT, "partner"),)) is Direction.MORE_CONCERNING


def test_answered_and_open_are_told_apart() -> None:
    given, declined = (said(Source.POLICE, "none"),), (Answer(Source.POLICE, Standing.ASKED_DECLINED, (), ON),)
    assert direction("stalking-history", given, ()) is Direction.ANSWERED_NOW
    assert direction("stalking-history", declined, given) is Direction.OPEN_NOW
    assert direction("stalking-history", declined, ()) is None


def test_another_source_that_says_the_same_is_told_as_otherwise() -> None:
    now = (said(Source.POLICE, "none"), said(Source.PARTNER_SUPPORT, "none", on=ON))
    assert direction("stalking-history", now, (said(Source.POLICE, "none"),)) is Direction.OTHERWISE
    text = flat(practitioner_text(screened_as({"stalking-history": now}, Stage.DURING, earlier={})))
    assert "partner support - before: not heard; now: none (22 November 2026)" in text


@pytest.mark.parametrize("standing", [Standing.NOT_ASKED, Standing.ASKED_DECLINED, Standing.ASKED_UNKNOWN])
def test_that_nothing_more_was_said_is_no_change(standing: Standing) -> None:
    before = (said(Source.POLICE, "past"),)
    now = (*before, Answer(Source.POLICE, standing, (), ON), Answer(Source.PARTNER, standing, (), ON))
    assert direction("stalking-history", now, before) is None
    more = (*now, said(Source.PARTNER_SUPPORT, "current", on=ON))
    text = flat(practitioner_text(screened_as({"stalking-history": more}, Stage.DURING, earlier={"hopes": ()})))
    section = text.split("What has changed")[1].split(" In short ")[0]
    assert "the police - before: not heard; now: past (10 November 2026)" in section
    assert say.STANDINGS[standing] not in section


def test_a_source_that_takes_back_what_it_said_is_told_first_though_another_still_says_it() -> None:
    before = (said(Source.POLICE, "past"), said(Source.PARTNER_SUPPORT, "past"))
    now = (said(Source.POLICE, "none", on=ON), said(Source.PARTNER_SUPPORT, "past"))
    assert direction("stalking-history", now, before) is Direction.LESS_CONCERNING
    found = screened_as({"stalking-history": now}, Stage.DURING, earlier={"stalking-history": before})
    section = flat(practitioner_text(found)).split("What has changed")[1]
    assert section.index("look at why") < section.index("the police - before: past")
    fewer = (said(Source.CLIENT, "partner", on=ON),)
    assert direction("people-nearby", fewer, (said(Source.CLIENT, "children", "partner"),)) is Direction.LESS_CONCERNING


def test_where_the_sources_disagree_only_what_was_said_is_printed() -> None:
    declined = Answer(Source.CLIENT, Standing.ASKED_DECLINED, (), ON)
    given = (said(Source.POLICE, "past"), said(Source.PARTNER_SUPPORT, "none"), declined)
    found = screened_as({"stalking-history": given})
    section = practitioner_text(found).split("\nWhere the sources disagree")[1].split("\nWhat ")[0]
    assert "past" in section
    assert "declined" not in section
    (entry,) = practitioner_json(found)["contradictions"]
    assert [one["value"] for one in entry["answers"]] == ["none", "past"]
    agreed = screened_as({"stalking-history": (said(Source.POLICE, "past"), declined)})
    assert practitioner_json(agreed)["contradictions"] == []


def test_that_nothing_has_changed_is_said_and_is_not_called_asked_again() -> None:
    found = screened_as(NOTHING_OF_CONCERN, Stage.DURING, earlier=NOTHING_OF_CONCERN)
    assert flat(share.NOTHING_CHANGED) in flat(practitioner_text(found))
    again = {**NOTHING_OF_CONCERN, "stalking-history": (said(Source.POLICE, "none", on=ON),)}
    assert not changed(again, NOTHING_OF_CONCERN).changed


def test_what_was_carried_along_and_is_out_of_date_is_listed() -> None:
    old = {"stalking-history": (said(Source.POLICE, "none", on=LONG_AGO),), "hopes": (said(Source.CLIENT, "x"),)}
    assert changed(old, old).out_of_date == ("stalking-history",)
    text = flat(practitioner_text(screened_as(old, Stage.DURING, earlier=old)))
    assert f"{share.OUT_OF_DATE} - stalking-history" in text
    anew = {**old, "stalking-history": (said(Source.POLICE, "none", on=ON),)}
    assert not changed(anew, old).out_of_date
    besides = {**old, "stalking-history": (*old["stalking-history"], said(Source.PARTNER_SUPPORT, "none", on=EARLIER))}
    assert not changed(besides, old).out_of_date


def test_the_json_tells_the_same_by_id_in_the_published_shape() -> None:
    document = checked(dumps(practitioner_json(CHANGED)))
    changes = document["changes"]
    assert changes is not None
    assert changes["stage"] == "start"
    assert changes["since"] == "2026-11-10"
    names = [one["question"] for one in changes["changed"]]
    assert names == sorted(names)
    assert changes["out_of_date"] == []
    by_name = {one["question"]: one for one in changes["changed"]}
    assert by_name["stalking-history"]["flags"] == ["current-stalking"]
    assert by_name["stalking-history"]["before"][0]["value"] == "none"


def test_notes_stay_out_of_what_has_changed() -> None:
    text = practitioner_text(screened_as(STALKING_AND_DEVICE, Stage.DURING, earlier=NOTHING_OF_CONCERN))
    section = text.split("\nWhat has changed")[1].split("\nIn short")[0]
    assert "she whispered it" not in section


def test_a_flag_rests_on_what_raises_it_and_not_on_a_rule_that_does_not_apply() -> None:
    policy = told_policy(Stage.DURING, asked_at=Stage.START)
    other = replace(policy.rules["stalking-goes-on"], id="another-rule", when=AnswerIs("people-nearby", ("partner",)))
    policy = replace(policy, rules={**policy.rules, "another-rule": other})
    now = {
        "stalking-history": (said(Source.POLICE, "current", on=ON),),
        "people-nearby": (said(Source.CLIENT, "nobody", on=ON),),
    }
    before = {"stalking-history": (said(Source.POLICE, "none"),), "people-nearby": (said(Source.CLIENT, "children"),)}
    found = changes_since(Reading(screened_as(now, Stage.DURING, earlier=before, policy=policy)))
    assert found is not None
    assert {one.question: one.flags for one in found.changed} == {
        "stalking-history": ("current-stalking",),
        "people-nearby": (),
    }
