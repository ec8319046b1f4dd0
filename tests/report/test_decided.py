"""The decision, the own view and who must be told, beside the recommendation and never in its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.model.answer import Answer, Source
from engine.model.decision import Choice
from engine.model.policy import Effect, Outcome
from engine.model.question import Stage
from engine.model.recommendation import Recommendation
from engine.report.json_ import dumps, practitioner_json
from engine.report.markdown import practitioner_markdown
from engine.report.own_view import Compared, compared
from engine.report.practitioner_html import practitioner_html
from engine.report.reading import Reading
from engine.report.shape import checked
from engine.report.text import practitioner_text
from engine.report.words import share, tell
from tests.report.audiences import DECISION, OWN_VIEW, STALKING_AND_DEVICE, screened_as
from tests.report.sample import NOTHING_OF_CONCERN, WAITING_FOR_HER, said

CONDITIONAL = screened_as(NOTHING_OF_CONCERN)
POLICE_ALONE = screened_as({**NOTHING_OF_CONCERN, "stalking-history": (said(Source.POLICE, "current"),)})
HER_SIDE = screened_as({**NOTHING_OF_CONCERN, "partner-view-of-online": (said(Source.PARTNER_SUPPORT, "less-safe"),)})
WAITING = screened_as(WAITING_FOR_HER)


def flat(text: str) -> str:
    return " ".join(text.split())


def decided(found: Recommendation, **changed: object) -> str:
    text = practitioner_text(found, decision=replace(DECISION, **changed))  # type: ignore[arg-type]
    return flat(text[text.index("\nDecision\n") :])


def test_what_was_decided_stands_beside_the_recommendation_word_by_word() -> None:
    text = decided(CONDITIONAL)
    assert text.startswith(
        "Decision The recommendation above: online with conditions. It is not the decision. What the practitioner "
        "decided: Decision: online with conditions By: A. Practitioner On: 22 November 2026 Reasons: The device is "
        "gone; <seen> today. Second named person: B. Colleague Conditions agreed: - A device nobody else uses or can "
        "unlock To be looked at again by: 20 December 2026 Contact: 030 123 456"
    )
    assert tell.DECISION not in text
    for form in (practitioner_markdown(CONDITIONAL, DECISION), practitioner_html(CONDITIONAL, DECISION)):
        assert "B. Colleague" in form
        assert "<seen>" not in form.replace("`The device is gone; <seen> today.`", "")


def test_a_decision_without_reasons_says_that_none_are_written() -> None:
    assert "Reasons: none written" in decided(CONDITIONAL, reasons="", second_person="")


@pytest.mark.parametrize("found", [HER_SIDE, WAITING])
def test_less_caution_than_recommended_is_said_and_that_partner_support_should_have_been_consulted(
    found: Recommendation,
) -> None:
    text = decided(found)
    assert share.DECIDED_AGAINST in text
    assert share.CONSULT_PARTNER_SUPPORT in text
    assert practitioner_json(found, DECISION)["decision"].get("consult_partner_support") is True


def test_where_nothing_rests_on_her_side_partner_support_is_not_brought_in() -> None:
    assert share.DECIDED_AGAINST in decided(POLICE_ALONE)
    assert share.CONSULT_PARTNER_SUPPORT not in decided(POLICE_ALONE)


@pytest.mark.parametrize("choice", [Choice.NOT_ONLINE, Choice.NOT_YET])
def test_caution_is_nothing_to_remark_on_whatever_was_recommended(choice: Choice) -> None:
    for found in (CONDITIONAL, WAITING, HER_SIDE):
        text = decided(found, choice=choice, conditions=(), reasons="", second_person="")
        assert share.DECIDED_AGAINST not in text
        assert share.CONSULT_PARTNER_SUPPORT not in text
        assert share.LEFT_OUT_BASE not in text


def test_the_base_safeguards_that_the_decision_leaves_out_are_listed() -> None:
    assert f"{share.LEFT_OUT_BASE}: He is alone." in decided(CONDITIONAL)
    assert share.LEFT_OUT_BASE not in decided(CONDITIONAL, conditions=("alone-check",))
    programme = screened_as({}, Stage.PROGRAMME_START)
    whole = decided(programme, stage=Stage.PROGRAMME_START)
    assert f"{share.LEFT_OUT_BASE}: He is alone; A call back when the connection drops." in whole


def test_what_this_case_calls_for_and_the_decision_leaves_out_is_listed_apart_from_the_base() -> None:
    assert f"{share.LEFT_OUT_CALLED_FOR}: The room shown on camera." in decided(CONDITIONAL)
    assert share.LEFT_OUT_CALLED_FOR not in decided(CONDITIONAL, conditions=("room-shown",))
    assert share.LEFT_OUT_CALLED_FOR not in decided(CONDITIONAL, choice=Choice.NOT_YET)
    # What has no wording for the client cannot be agreed with him.
    policy = CONDITIONAL.policy
    unworded = replace(policy.safeguards["room-shown"], client_wording="")
    policy = replace(policy, safeguards={**policy.safeguards, "room-shown": unworded})
    assert share.LEFT_OUT_CALLED_FOR not in decided(screened_as(NOTHING_OF_CONCERN, policy=policy))
    document = checked(dumps(practitioner_json(CONDITIONAL, DECISION)))["decision"]
    assert document.get("called_for_left_out") == ["room-shown"]


def test_the_json_holds_the_decision_and_its_four_keys_are_null_without_one() -> None:
    assert practitioner_json(HER_SIDE)["decision"] == {"by": None, "on": None, "choice": None, "reasons": None}
    document = checked(dumps(practitioner_json(HER_SIDE, DECISION)))["decision"]
    assert document["choice"] == "online-with-conditions"
    assert document.get("against_recommendation") is True
    assert document.get("base_left_out") == ["alone-check"]


@pytest.mark.parametrize(
    ("view", "outcome", "expected"),
    [
        (Choice.ONLINE, Outcome.CONDITIONAL, Compared.SAME),
        (Choice.NOT_YET, Outcome.UNDETERMINED, Compared.SAME),
        (Choice.NOT_ONLINE, Outcome.AGAINST, Compared.SAME),
        (Choice.ONLINE, Outcome.UNDETERMINED, Compared.RECOMMENDATION_MORE_CAUTIOUS),
        (Choice.NOT_YET, Outcome.AGAINST, Compared.RECOMMENDATION_MORE_CAUTIOUS),
        (Choice.NOT_ONLINE, Outcome.UNDETERMINED, Compared.OWN_VIEW_MORE_CAUTIOUS),
        (Choice.NOT_YET, Outcome.CONDITIONAL, Compared.OWN_VIEW_MORE_CAUTIOUS),
    ],
)
def test_which_of_the_two_is_the_more_cautious(view: Choice, outcome: Outcome, expected: Compared) -> None:
    assert compared(view, outcome) is expected


@pytest.mark.parametrize(
    ("answers", "said_of_it"),
    [
        (NOTHING_OF_CONCERN, share.SAME_WAY),
        (STALKING_AND_DEVICE, share.RECOMMENDATION_MORE_CAUTIOUS),
    ],
)
def test_the_own_view_stands_under_the_recommendation_side_by_side(
    answers: dict[str, tuple[Answer, ...]], said_of_it: str
) -> None:
    found = screened_as(answers, own_view=OWN_VIEW)
    text = flat(practitioner_text(found))
    side_by_side = (
        "Own view, stated before the recommendation was shown: online with conditions (A. Practitioner, 20 November "
        "2026) Reasons: He has kept every agreement. Recommendation: "
    )
    assert text.index(share.H_OWN_VIEW) < text.index(side_by_side) < text.index(said_of_it) < text.index(" In short ")
    document = checked(dumps(practitioner_json(found)))["own_view"]
    assert document is not None
    assert document["view"] == "online-with-conditions"


def test_without_an_own_view_nothing_is_said_of_one() -> None:
    assert share.H_OWN_VIEW not in practitioner_text(CONDITIONAL)
    assert practitioner_json(CONDITIONAL)["own_view"] is None


def test_who_must_be_told_stands_right_after_the_outcome_with_the_grounds_they_are_told_for() -> None:
    text = flat(practitioner_text(screened_as(STALKING_AND_DEVICE)))
    both = share.TELL.format(because="(1) Stalking now; (2) He joins on a device the (ex-)partner also uses")
    section = (
        f"The practitioner decides. {share.H_TELL} {both} - Partner support, before anything is said to him "
        f"(all of these) - The police, if she is in danger now (1)"
    )
    assert section in text
    assert practitioner_json(screened_as(STALKING_AND_DEVICE))["tell_at_once"] == [
        {"whom": "partner support, before anything is said to him", "flags": ["current-stalking", "shared-device"]},
        {"whom": "the police, if she is in danger now", "flags": ["current-stalking"]},
    ]


def test_nobody_is_told_at_once_of_what_is_merely_open() -> None:
    found = screened_as({})
    open_flags = Reading(found).flags(Effect.EXCLUDE, found.flags[0].truth)
    assert any(finding.flag.tell for finding in open_flags)
    assert share.H_TELL not in practitioner_text(found)
