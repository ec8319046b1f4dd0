"""Open questions by section, the structural stage's reflection, and a programme's own report."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from engine.model.answer import Answer, Source, Standing
from engine.model.policy import Effect, Outcome, Policy
from engine.model.question import Stage
from engine.model.recommendation import Recommendation
from engine.report.json_ import practitioner_json
from engine.report.practitioner_html import practitioner_html
from engine.report.text import practitioner_text
from engine.report.words import say, share
from tests.report.audiences import screened_as, told_policy
from tests.report.sample import NOTHING_OF_CONCERN, said

LEAVE_TO_GO_ON = re.compile(
    r"online with conditions|go online|against|recommend(?!ation\b)|conditional|approv|ready|cleared|undetermined",
    re.IGNORECASE,
)


def flat(text: str) -> str:
    return " ".join(text.split())


def structural() -> Policy:
    """Return the policy with two sections of structural questions, and a safeguard that a gap calls for."""
    policy = told_policy(Stage.START)
    gap = policy.questions["data-gaps"]
    questions = {
        name: question for name, question in policy.questions.items() if question.stage is not Stage.STRUCTURAL
    }
    questions |= {
        "data-gaps": replace(gap, section="Data", about="gaps in what is recorded"),
        "what-is-missing": replace(gap, id="what-is-missing", section="Data", ask="What is missing?", answers=()),
        "who-looks": replace(gap, id="who-looks", section="Oversight", ask="Who looks at it?"),
        "what-worries": replace(gap, id="what-worries", section="Oversight", ask="What worries you?", answers=()),
    }
    shown = replace(policy.rules["camera-for-overheard"], id="fill-the-gaps", stage=Stage.STRUCTURAL)
    rules = {
        "gaps-remain": policy.rules["gaps-remain"],
        "fill-the-gaps": replace(shown, when=policy.rules["gaps-remain"].when, recommends=("callback",)),
    }
    return replace(
        policy,
        questions=questions,
        rules=rules,
        base_safeguards={Stage.STRUCTURAL: ("alone-check",)},
        flags={**policy.flags, "gaps": replace(policy.flags["gaps"], effect=Effect.CAUTION)},
    )


ANSWERS = {
    "data-gaps": (said(Source.PROGRAMME, "some", note="no follow-up"),),
    "what-worries": (said(Source.PROGRAMME, "That <nobody> asks."),),
    "who-looks": (Answer(Source.PROGRAMME, Standing.ASKED_UNKNOWN),),
}


def reflection(answers: dict[str, tuple[Answer, ...]] | None = None) -> Recommendation:
    given = ANSWERS if answers is None else answers
    return screened_as(given, Stage.STRUCTURAL, policy=structural())


def test_a_reflection_tells_by_section_what_was_answered_and_what_was_not() -> None:
    text = flat(practitioner_text(reflection()))
    answered = text[text.index(say.H_ANSWERED) : text.index(say.H_NOT_ANSWERED)]
    said_on = "the programme, 10 November 2026:"
    assert f"Data - Which gaps in what you record remain? (data-gaps) - {said_on} some." in answered
    assert f'Oversight - What worries you? (what-worries) - {said_on} "That <nobody> asks."' in answered
    missing = text[text.index(say.H_NOT_ANSWERED) : text.index(share.H_TAKEN_TOGETHER)]
    assert "Data - What is missing? (what-is-missing) Oversight - Who looks at it? (who-looks)" in missing
    assert "the programme, on the day of screening: asked, does not know" in missing


def test_a_reflection_tells_what_the_answers_draw_attention_to_and_what_to_do_next() -> None:
    text = flat(practitioner_text(reflection()))
    assert (
        f"{share.H_TAKEN_TOGETHER} - Gaps in what is recorded What it means: What is not recorded cannot be learned "
        "from. Because: To learn. It rests on: - Gaps in what is recorded (data-gaps) - the programme, 10 November "
        "2026: some."
    ) in text
    assert (
        f"{share.H_NEXT} {share.NEXT} - A call back when the connection drops A worker calls him back within five "
        "minutes. Who and when: the programme - before the first session Check: Tried out once. Because: Show the room"
    ) in text
    assert "He is alone" not in text


def test_what_is_not_answered_is_no_reassurance_in_a_reflection() -> None:
    text = flat(practitioner_text(reflection({})))
    assert f"{say.H_ANSWERED} {share.NO_ANSWERS}" in text
    assert f"{share.NOTHING_DRAWN} {share.COULD_STILL} - Gaps in what is recorded" in text
    assert f"{share.NEXT_FOR_NOW} - A call back" in text


@pytest.mark.parametrize("answers", [ANSWERS, {}, {"data-gaps": (said(Source.PROGRAMME, "none"),)}])
def test_a_reflection_holds_no_recommendation_and_nothing_that_reads_like_leave_to_go_on(
    answers: dict[str, tuple[Answer, ...]],
) -> None:
    found = reflection(answers)
    assert practitioner_json(found)["outcome"] is None
    assert practitioner_json(found)["smallest_sets"] == []
    assert LEAVE_TO_GO_ON.search(practitioner_text(found)) is None
    written = re.sub(r"<style>.*?</style>|<head>.*?</head>", "", practitioner_html(found), flags=re.DOTALL)
    assert LEAVE_TO_GO_ON.search(written) is None


def test_open_questions_are_printed_by_section_with_what_was_not_talked_about() -> None:
    policy = told_policy()
    hopes = policy.questions["hopes"]
    questions = {
        **policy.questions,
        "hopes": replace(hopes, section="Aims", about="what he hopes for"),
        "fears": replace(hopes, id="fears", section="Aims", about="what he fears"),
        "help": replace(hopes, id="help", section="Support", about="who helps him"),
    }
    declined = {"help": (Answer(Source.CLIENT, Standing.ASKED_DECLINED),)}
    policy = replace(policy, questions=questions)
    text = flat(practitioner_text(screened_as({**NOTHING_OF_CONCERN, **declined}, policy=policy)))
    assert (
        f"{share.H_FOR_REFLECTION} {share.FOR_REFLECTION} - Aims What he hopes for: the client, 10 November 2026: "
        f'"To stop <shouting>." {share.NOT_TALKED_ABOUT}: what he fears - Support Who helps him: the client, on the '
        "day of screening: asked, declined to answer"
    ) in text


def test_open_questions_of_an_earlier_stage_are_printed_once_they_were_answered() -> None:
    policy = told_policy(Stage.DURING, asked_at=Stage.START)
    asked = screened_as(NOTHING_OF_CONCERN, Stage.DURING, policy=policy)
    assert "To stop <shouting>." in practitioner_text(asked)
    without = {name: given for name, given in NOTHING_OF_CONCERN.items() if name != "hopes"}
    assert share.H_FOR_REFLECTION not in practitioner_text(screened_as(without, Stage.DURING, policy=policy))


@pytest.mark.parametrize("answers", [{}, NOTHING_OF_CONCERN])
def test_a_programmes_report_speaks_of_the_programme_and_not_of_a_case(
    answers: dict[str, tuple[Answer, ...]],
) -> None:
    found = screened_as(answers, Stage.PROGRAMME_START)
    text = flat(practitioner_text(found))
    assert "Profile K-0412: the programme itself, before it goes online. Screened on" in text
    for of_a_case in ("this case", "online case", "with him", "Case K-0412"):
        assert of_a_case not in text
    if found.outcome is Outcome.CONDITIONAL:
        assert "2 for every programme and" in text
        assert "The recommendation is to go online with conditions" in text


def test_against_closing_does_not_speak_of_going_online() -> None:
    stalking = {**NOTHING_OF_CONCERN, "stalking-history": (said(Source.POLICE, "current"),)}
    text = flat(practitioner_text(screened_as(stalking, Stage.END)))
    assert "Instead of closing:" in text
    assert "While the case stays open: The room shown on camera." in text
    assert "and 2 for every case that is closed." in text
    paused = flat(practitioner_text(screened_as(stalking, Stage.DURING)))
    assert "While online work is paused, as far as they do not need a session: The room shown on camera." in paused
