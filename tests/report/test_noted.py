"""No note is lost: each stands in the practitioner's report, and all of them in JSON; nobody else reads one."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from hypothesis import given, settings

from engine.model.answer import Answer, Case, Source, Standing
from engine.model.policy import Policy
from engine.model.question import Stage
from engine.reference import recommend
from engine.report.json_ import dumps, practitioner_json
from engine.report.markdown import practitioner_markdown
from engine.report.practitioner_html import practitioner_html
from engine.report.shape import checked
from engine.report.text import practitioner_text
from engine.report.words import say, share
from tests.drawing import ON as DRAWN_ON
from tests.drawing import Drawn, drawn_cases
from tests.report.audiences import screened_as
from tests.report.sample import NOTHING_OF_CONCERN, ON, said, screened

KNIFE = "a knife lay on the table"


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_note_on_an_answer_that_settles_its_question_is_printed_once_with_its_subject_source_and_day() -> None:
    shared = (said(Source.PARTNER_SUPPORT, "nothing", note=KNIFE),)
    found = screened({**NOTHING_OF_CONCERN, "shares-with-partner": shared})
    text = flat(practitioner_text(found))
    assert text.count(KNIFE) == 1
    line = f'Devices, logins or accounts the two of them share (partner support, 10 November 2026): "{KNIFE}"'
    assert f"{share.H_NOTED} {share.NOTED} - private-space" not in text
    assert line in text.split(share.H_NOTED)[1]
    assert KNIFE in practitioner_markdown(found)
    assert KNIFE in practitioner_html(found)


def test_what_the_report_has_printed_already_is_not_printed_again() -> None:
    shared = (said(Source.PARTNER_SUPPORT, "device", note=KNIFE),)
    text = flat(practitioner_text(screened({"shares-with-partner": shared})))
    assert text.count(KNIFE) == 1
    assert share.H_NOTED not in text


def test_the_same_note_on_two_questions_is_two_notes() -> None:
    answers = {name: (said(Source.POLICE, "none", note="see above"),) for name in ("stalking-history",)}
    answers["shares-with-partner"] = (said(Source.PARTNER_SUPPORT, "device", note="see above"),)
    assert flat(practitioner_text(screened(answers))).count("see above") == 2


def test_a_note_on_what_was_not_asked_or_declined_is_not_lost() -> None:
    for standing in (Standing.NOT_ASKED, Standing.ASKED_DECLINED, Standing.ASKED_UNKNOWN, Standing.NOT_APPLICABLE):
        given_ = (Answer(Source.CLIENT, standing, (), ON, KNIFE),)
        for question in ("people-nearby", "hopes", "stalking-history"):
            assert KNIFE in flat(practitioner_text(screened({question: given_}))), (standing, question)


def test_a_note_of_before_is_kept_when_its_answer_was_replaced() -> None:
    before = {"stalking-history": (said(Source.POLICE, "past", note=KNIFE),)}
    now = {"stalking-history": (said(Source.POLICE, "none", on=ON, note="nothing on file"),)}
    found = screened_as(now, Stage.DURING, earlier=before)
    text = flat(practitioner_text(found)).split(share.H_NOTED)[1]
    assert f'the police, 10 November 2026): "{KNIFE}" {share.NOTED_REPLACED}' in text
    assert '"nothing on file" -' in text
    assert [one["note"] for one in checked(dumps(practitioner_json(found)))["notes"]] == ["nothing on file", KNIFE]


def test_a_reflection_loses_no_note_either() -> None:
    answers = {"data-gaps": (Answer(Source.PROGRAMME, Standing.NOT_ASKED, (), ON, KNIFE),)}
    assert KNIFE in flat(practitioner_text(screened(answers, stage=Stage.STRUCTURAL)))


def test_the_json_holds_every_note_with_its_question_source_and_day() -> None:
    shared = (said(Source.PARTNER_SUPPORT, "device", note=KNIFE), said(Source.CLIENT, "nothing", on=None, note="x"))
    document = checked(dumps(practitioner_json(screened({"shares-with-partner": shared}))))
    assert document["notes"] == [
        {"question": "shares-with-partner", "source": "partner-support", "on": "2026-11-10", "note": KNIFE},
        {"question": "shares-with-partner", "source": "client", "on": None, "note": "x"},
    ]


def numbered(policy: Policy, case: Case) -> Case:
    """Put a note of its own on every answer."""
    number = count()
    return replace(
        case,
        answers={
            name: tuple(replace(one, note=f"NOTE-{next(number)}-") for one in case.answers[name])
            for name in policy.questions
            if name in case.answers
        },
    )


def listed(text: str) -> str:
    """Return the section that lists the notes."""
    return text.partition(f"\n{share.H_NOTED}\n")[2].partition(f"\n{say.H_REVIEW}\n")[0]


@settings(max_examples=60, deadline=None)
@given(drawn_cases())
def test_over_random_cases_every_note_is_in_the_text_and_in_the_json(drawn: Drawn) -> None:
    case = numbered(drawn.policy, replace(drawn.case, programme=None))
    found = recommend(drawn.policy, case, DRAWN_ON, "test")
    text, page = practitioner_text(found), practitioner_html(found)
    told = [one["note"] for one in practitioner_json(found)["notes"]]
    notes = [answer.note for given_ in case.answers.values() for answer in given_]
    assert sorted(told) == sorted(notes)
    for note in notes:
        assert note in text
        assert note in page
        assert note not in text.partition(f"\n{share.H_NOTED}\n")[0] or note not in listed(text)
