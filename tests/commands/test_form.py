"""The form on paper: the interview's questions and numbers, for one reader, with nothing that is not for them."""

from __future__ import annotations

import re
import shutil
import stat
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import api
from engine.interview import STANDINGS, Course, turns
from engine.model.answer import Case, Source
from engine.model.condition import AllOf, AnswerIs, AnyOf, AtLeast, Not
from engine.model.question import Question, Stage
from engine.report.form import KEYS, FormAudience, form, form_page
from engine.report.form_html import form_html
from engine.report.plain import plain_text
from tests.commands.desk import SMALL, call
from tests.drawing import ON, Drawn, any_case, default_policy

START = turns(default_policy(), Stage.START)
OF_CLIENT = [turn for turn in START if Source.CLIENT in turn.question.asked_of]


class _Words(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        if self.lasttag != "style":
            self.said.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.said).split())


def written(audience: str, *args: str | Path, policy: Path | None = None) -> str:
    folder = ("--policy", policy) if policy is not None else ()
    result = call("form", "--audience", audience, *folder, *args)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def numbers(text: str) -> list[int]:
    return [int(found) for found in re.findall(r"^ *(\d+)\. ", text, re.MULTILINE)]


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_the_practitioners_form_has_every_question_under_the_interviews_number() -> None:
    text = written("practitioner", "--format", "text")
    assert numbers(text) == [turn.number for turn in START]
    for turn in START:
        assert one_line(turn.question.ask) in one_line(text)
        for word in turn.question.answers:
            key = turn.question.answers.index(word) + 1
            assert f"[ ] {key} {one_line(turn.question.say(word))}" in one_line(text)
    assert {standing: str(command) for command, standing in STANDINGS.items()} == KEYS
    assert "[ ] u asked, does not know [ ] d asked, declined to answer [ ] o not asked" in one_line(text)


@given(any_case(), st.sampled_from(tuple(FormAudience)))
def test_a_question_has_the_number_on_the_form_that_the_interview_with_the_same_people_gives_it(
    drawn: Drawn, audience: FormAudience
) -> None:
    source = {FormAudience.CLIENT: Source.CLIENT, FormAudience.PARTNER_SUPPORT: Source.PARTNER_SUPPORT}.get(audience)
    course = Course(drawn.policy, Stage.START, ON, source)
    asked = course.asked(Case("", Stage.START))
    made = form(drawn.policy, Stage.START, audience, [(turn.number, turn.question) for turn in asked], "command")
    found = [entry.number for section in made.sections for entry in section.entries]
    assert found == [turn.number for turn in asked]
    assert found == list(range(1, len(found) + 1)) or source is None


def test_the_clients_form_holds_what_is_put_to_him_and_no_words_of_others() -> None:
    text = one_line(written("client", "--format", "text"))
    assert numbers(written("client", "--format", "text")) == list(range(1, len(OF_CLIENT) + 1))
    asked = " ".join(one_line(turn.question.ask) for turn in OF_CLIENT)
    for turn in START:
        question = turn.question
        assert (one_line(question.ask) in text) == (turn in OF_CLIENT)
        assert not question.help or one_line(question.help) not in text
        for word in question.answers:
            wording = one_line(question.say(word))
            assert f"[ ] {wording}" not in text
            assert wording in asked or len(wording) < 10 or wording not in text
    besides = text
    for turn in OF_CLIENT:
        besides = besides.replace(one_line(turn.question.ask), "")
    assert not re.search(r"\b(partner|recommend\w*|police|probation|he|his|him|she|her)\b", besides)
    # Nothing tells that others are asked: no gap, nothing about one, no command that names him as one of several.
    assert not re.search(r"missing|--source|forethought|all questions", besides)


def test_partner_support_has_what_it_is_asked_in_the_interview_and_is_told_how() -> None:
    text = written("partner-support", "--format", "text")
    course = Course(default_policy(), Stage.START, ON, Source.PARTNER_SUPPORT)
    assert numbers(text) == [turn.number for turn in course.asked(Case("", Stage.START))]
    assert "not to be shown, sent or read out to the client" in one_line(text)
    assert "is not pressed" in one_line(text)
    by_subject = next(
        turn.question
        for turn in START
        if Source.PARTNER_SUPPORT in turn.question.corroborate and Source.CLIENT in turn.question.asked_of
    )
    # What speaks to him is not read out to her: she is asked about its subject.
    assert one_line(by_subject.ask) not in one_line(text)
    assert f"Ask, in your own words, about {one_line(by_subject.about)}." in one_line(text)
    assert "About:" not in text
    assert "For the practitioner:" not in text
    assert "Numbers may be missing" not in one_line(text)
    assert "Enter only what the (ex-)partner has agreed to" in one_line(text)
    assert "may still guess it from something that changes" in one_line(text)


@pytest.mark.parametrize("audience", ["client", "partner-support", "practitioner"])
def test_no_form_names_a_flag_a_rule_or_a_safeguard(audience: str) -> None:
    policy = default_policy()
    said = _Words(written(audience)).text
    asked = " ".join(" ".join((q.ask, q.about, *dict(q.wording).values())) for q in policy.questions.values())
    told = [
        *(text for flag in policy.flags.values() for text in (flag.title, flag.meaning)),
        *(text for rule in policy.rules.values() for text in (rule.title, rule.because)),
        *(text for one in policy.safeguards.values() for text in (one.title, one.do)),
    ]
    assert [text for text in told if text not in asked and one_line(text) in said] == []


def test_when_a_question_is_put_is_said_by_the_number_and_answers_of_the_other() -> None:
    text = one_line(written("practitioner", "--format", "text"))
    place = {turn.question.id: turn.number for turn in START}["access-to-partner-accounts"]
    assert f"Only if number {place} was answered with “access in the past” or “access now" in text
    client = one_line(written("client", "--format", "text"))
    his = Course(default_policy(), Stage.START, ON, Source.CLIENT).turns
    place = {turn.question.id: turn.number for turn in his}["access-to-partner-accounts"]
    assert f"nothing to do with what you answered to number {place}." in client
    assert "Only if" not in client


def test_every_form_of_condition_is_put_into_words() -> None:
    policy = default_policy()
    first, second = START[0].question, START[1].question
    one, other = AnswerIs(first.id, (first.worst,)), AnswerIs(second.id, (second.worst,))
    for condition, says in (
        (AllOf((one, other)), "; and number 2"),
        (AnyOf((one, other)), "; or number 2"),
        (Not(one), "it is not so that number 1"),
        (AtLeast(2, (one, other)), "at least 2 of these hold: number 1"),
    ):
        question: Question = replace(START[2].question, only_if=condition)
        asked = [(1, first), (2, second), (3, question)]
        text = one_line(plain_text(form_page(form(policy, Stage.START, FormAudience.PRACTITIONER, asked, "c"))))
        assert says in text
        # Without the other question on the form its answers mean nothing there.
        alone = form(policy, Stage.START, FormAudience.PRACTITIONER, [(3, question)], "c")
        assert "It may not apply" in plain_text(form_page(alone))


@pytest.mark.parametrize("audience", ["client", "partner-support", "practitioner"])
def test_the_file_runs_nothing_and_asks_for_nothing(audience: str) -> None:
    html = written(audience)
    assert "default-src &#39;none&#39;" in html
    assert "style-src &#39;sha256-" in html
    assert _Words(html).tags.isdisjoint({"script", "img", "link", "iframe", "object", "form", "input"})
    assert not re.search(r"https?://", html)


def test_what_a_policy_says_cannot_become_markup(tmp_path: Path) -> None:
    hostile = "</style><script>alert(1)</script>"
    question = replace(START[0].question, ask=hostile, about=hostile, section=hostile, wording=())
    for audience in FormAudience:
        html = form_html(form(default_policy(), Stage.START, audience, [(1, question)], hostile))
        assert "<script" not in html
        assert hostile in _Words(html).text


def test_each_format_holds_the_same_questions() -> None:
    for audience in ("client", "partner-support", "practitioner"):
        html = _Words(written(audience)).text
        for line in written(audience, "--format", "text").split("\n\n"):
            for turn in START:
                if one_line(turn.question.ask) in one_line(line):
                    assert one_line(turn.question.ask) in html
    assert "\n## " in written("client", "--format", "markdown")


def test_it_says_whom_it_is_for_where_to_key_it_in_and_what_it_is_not() -> None:
    practitioner = one_line(written("practitioner", "--format", "text"))
    assert "For the practitioner only" in practitioner
    assert "forethought interview FILE" in practitioner
    assert "not a validated instrument" in practitioner
    assert "forethought interview FILE --source partner-support" in one_line(
        written("partner-support", "--format", "text")
    )
    assert "no validated instrument" in one_line(written("client", "--format", "text"))


def test_a_form_in_a_file_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "form.html"
    written("client", "-o", path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ((), 2),
        (("--audience", "programme"), 2),
        (("--audience", "client", "--stage", "programme-start"), 2),
        (("--audience", "neighbour"), 2),
        (("--audience", "client", "--stage", "end"), 65),
    ],
)
def test_a_form_for_nobody_is_refused(args: tuple[str, ...], code: int) -> None:
    result = call("form", "--policy", SMALL, *args)
    assert result.exit_code == code
    assert result.stdout == ""


def test_the_programmes_form_asks_about_the_programme() -> None:
    text = written("programme", "--format", "text", "--stage", "programme-start", policy=SMALL)
    assert "1. For the programme: Is there a procedure for calling back?" in one_line(text)
    assert "declined" not in text


def test_a_form_can_be_had_in_german() -> None:
    html = written("client", "--lang", "de")
    assert '<html lang="de">' in html
    assert "In Ihren eigenen Worten" in html
    assert api.load_policy(None, "de").title not in html
    assert "Maschinell erstellter Entwurf" in written("practitioner", "--lang", "de")


def test_that_a_wording_is_a_draft_is_for_whoever_hands_over_the_clients_sheet() -> None:
    result = call("form", "--audience", "client", "--lang", "de")
    assert "Entwurf" not in result.stdout
    assert "Maschinell erstellter Entwurf" in result.stderr
    assert "forethought interview FILE --source client" in result.stderr
    assert "ersten Sprache" not in result.stderr


def test_questions_that_are_not_given_in_a_language_are_told_of_beside_the_form(tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(SMALL / "rules", folder)
    header = folder / "policy.yaml"
    text = header.read_text(encoding="utf-8").replace("languages: [en]", "languages: [en, de]")
    header.write_text(text, encoding="utf-8")
    result = call("form", "--policy", folder, "--audience", "practitioner", "--lang", "de")
    assert result.exit_code == 0, result.stderr
    assert "3 von 3" in result.stderr
    assert "3 von 3" not in result.stdout
    assert call("form", "--policy", folder, "--audience", "practitioner", "--lang", "en").stderr == ""


def test_what_is_to_be_known_of_a_form_stands_before_its_questions_and_on_no_sheet_of_its_own() -> None:
    for audience, says in (("client", "informs your worker"), ("practitioner", "not a validated instrument")):
        text = one_line(written(audience, "--format", "text"))
        assert text.index(says) < text.index(one_line(START[0].question.ask))
        assert "<footer" not in written(audience)
