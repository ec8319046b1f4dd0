"""Which question comes next: numbered once, nothing applicable skipped, back and on lead to the same place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.interview import OF_THE_HOUSE, Course, Turn, clashing, open_questions, turns, with_answer
from engine.model.answer import PARTNER_SIDE, Answer, Case, Source, Standing
from engine.model.question import Question, Stage
from engine.model.truth import FALSE
from engine.reference import View
from tests.drawing import ON, Drawn, any_case, default_policy, screened

SOURCES = st.sampled_from((None, *Source))
CLIENT_ALONE = Case("K-1", Stage.START)
ACCESS = default_policy().questions["access-to-partner-accounts"]
USE = default_policy().questions["use-of-access"]


def course(drawn: Drawn, source: Source | None = None) -> Course:
    return Course(drawn.policy, drawn.case.stage, ON, source)


def said(question: Question, word: str, source: Source, on: date = ON) -> Answer:
    return Answer(source, Standing.ANSWERED, (word,), on)


def start(source: Source | None = None) -> Course:
    return Course(default_policy(), Stage.START, ON, source)


def having(**answers: Answer) -> Case:
    return replace(CLIENT_ALONE, answers={name.replace("_", "-"): (one,) for name, one in answers.items()})


def numbers(found: tuple[Turn, ...]) -> list[int]:
    return [turn.number for turn in found]


@given(any_case())
def test_numbers_run_from_one_in_the_policys_order_and_depend_on_no_answer(drawn: Drawn) -> None:
    numbered = turns(drawn.policy, drawn.case.stage)
    assert numbers(numbered) == list(range(1, len(numbered) + 1))
    assert {turn.of for turn in numbered} <= {len(numbered)}
    own = [turn.question for turn in numbered if turn.question.stage is drawn.case.stage]
    assert tuple(own) == drawn.policy.questions_at(drawn.case.stage)
    assert set(course(drawn).asked(drawn.case)) <= set(numbered)


@given(any_case(), SOURCES)
def test_no_gap_in_the_numbers_shows_anybody_but_the_house_that_others_are_asked(
    drawn: Drawn, source: Source | None
) -> None:
    here = course(drawn, source)
    assert numbers(here.turns) == list(range(1, len(here.turns) + 1))
    assert {turn.of for turn in here.turns} <= {len(here.turns)}
    if source is None or source in OF_THE_HOUSE:
        assert here.turns == course(drawn).turns
    else:
        # Every number is one that could be put to it.
        assert all(source in {*turn.question.asked_of, *turn.question.corroborate} for turn in here.turns)


@given(any_case(), st.sampled_from(tuple(Source)))
def test_what_one_source_is_asked_depends_on_nothing_that_another_said(drawn: Drawn, source: Source) -> None:
    here = course(drawn, source)
    own = here.own(drawn.case)
    whose = PARTNER_SIDE if source in PARTNER_SIDE else {source}
    assert {one.source for given_answers in own.answers.values() for one in given_answers} <= whose
    for turn in here.turns:
        assert here.standings(own, turn.question) == here.standings(drawn.case, turn.question)
        assert here.is_answered(own, turn.question) == here.is_answered(drawn.case, turn.question)
    assert here.asked(own) == here.asked(drawn.case)
    assert here.due(own) == here.due(drawn.case)


@given(any_case())
def test_nothing_that_may_apply_is_ever_skipped(drawn: Drawn) -> None:
    view = View(drawn.policy, drawn.case, ON)
    asked = {turn.question.id for turn in course(drawn).asked(drawn.case)}
    for turn in course(drawn).turns:
        assert (turn.question.id in asked) == (view.applies(turn.question) is not FALSE)


@given(any_case(), SOURCES)
def test_a_source_is_asked_everything_that_is_put_to_it_and_applies(drawn: Drawn, source: Source | None) -> None:
    here = course(drawn, source)
    view = View(drawn.policy, here.own(drawn.case), ON)
    asked = {turn.question.id for turn in here.asked(drawn.case)}
    for question in (turn.question for turn in course(drawn).turns):
        if view.applies(question) is FALSE:
            assert question.id not in asked
        elif source is None or source in question.asked_of:
            assert question.id in asked
        else:
            assert question.id not in asked or source in question.corroborate
            assert question.id in asked or source not in question.corroborate or source in PARTNER_SIDE


@given(any_case(), SOURCES)
def test_back_and_on_lead_to_the_same_place(drawn: Drawn, source: Source | None) -> None:
    here = course(drawn, source)
    for turn in here.asked(drawn.case):
        later = here.after(drawn.case, turn.number)
        assert later is None or here.before(drawn.case, later.number) == turn
        earlier = here.before(drawn.case, turn.number)
        assert earlier is None or here.after(drawn.case, earlier.number) == turn


@given(any_case(), SOURCES)
def test_resuming_asks_exactly_what_is_not_answered(drawn: Drawn, source: Source | None) -> None:
    here = course(drawn, source)
    met = []
    turn = here.next_due(drawn.case)
    while turn is not None:
        met.append(turn)
        turn = here.next_due(drawn.case, turn.number)
    assert met == [turn for turn in here.asked(drawn.case) if not here.is_answered(drawn.case, turn.question)]


@given(any_case(), SOURCES)
@settings(max_examples=50)
def test_answering_one_by_one_comes_to_an_end_with_nothing_left(drawn: Drawn, source: Source | None) -> None:
    here, case = course(drawn, source), drawn.case
    steps = 0
    while (turn := here.next_due(case)) is not None:
        question = turn.question
        word = drawn.rng.choice(question.answers) if question.answers else "words"
        answer = said(question, word, here.source_of(question))
        case = replace(case, answers=with_answer(case.answers, question.id, answer))
        assert here.is_answered(case, question)
        steps += 1
        # What is answered may bring up others and never itself again.
        assert steps <= len(here.turns)
    assert here.due(case) == ()


@given(any_case())
def test_answering_never_touches_what_others_said(drawn: Drawn) -> None:
    for name, given_answers in drawn.case.answers.items():
        new = Answer(Source.CLIENT, Standing.ASKED_UNKNOWN, (), ON)
        after = with_answer(drawn.case.answers, name, new)
        assert [one for one in after[name] if one.source is not Source.CLIENT] == [
            one for one in given_answers if one.source is not Source.CLIENT
        ]
        assert {key: value for key, value in after.items() if key != name} == {
            key: value for key, value in drawn.case.answers.items() if key != name
        }


def test_not_asked_is_no_answer_and_a_declined_one_is_not_asked_again() -> None:
    question = default_policy().questions["lives-with-partner"]
    for standing, answered in {
        Standing.NOT_ASKED: False,
        Standing.ASKED_DECLINED: True,
        Standing.ASKED_UNKNOWN: True,
    }.items():
        case = having(lives_with_partner=Answer(Source.CLIENT, standing, (), ON))
        assert start().is_answered(case, question) is answered


def test_an_answer_grown_old_is_asked_for_again() -> None:
    question = default_policy().questions["lives-with-partner"]
    assert question.valid_for is not None
    for days, answered in {question.valid_for: True, question.valid_for + 1: False}.items():
        case = having(lives_with_partner=said(question, "no", Source.CLIENT, ON - timedelta(days=days)))
        assert start().is_answered(case, question) is answered


def test_a_question_is_skipped_once_it_does_not_apply_and_asked_while_that_is_open() -> None:
    asked_about = default_policy().questions["access-to-partner-accounts"]
    follow_up = next(turn for turn in start().turns if turn.question.id == "use-of-access")
    assert follow_up in start().asked(CLIENT_ALONE)
    # His word alone does not clear it, so what follows from it is still asked.
    assert follow_up in start().asked(having(access_to_partner_accounts=said(asked_about, "none", Source.CLIENT)))
    cleared = having(access_to_partner_accounts=said(asked_about, "none", Source.PARTNER_SUPPORT))
    assert follow_up not in start().asked(cleared)
    assert follow_up in start().asked(having(access_to_partner_accounts=said(asked_about, "past", Source.CLIENT)))


def test_partner_support_is_asked_the_same_whatever_others_have_settled() -> None:
    question = default_policy().questions["coercive-control"]
    hers = start(Source.PARTNER_SUPPORT)
    asked = hers.asked(CLIENT_ALONE)
    assert question in {turn.question for turn in asked}
    for source in (Source.POLICE, Source.CLIENT, Source.PRACTITIONER, Source.PARTNER_SUPPORT):
        assert hers.asked(having(coercive_control=said(question, "ongoing", source))) == asked


def test_what_the_client_is_asked_and_may_type_does_not_tell_that_she_spoke() -> None:
    his = start(Source.CLIENT)
    for word in ACCESS.answers:
        spoken = having(access_to_partner_accounts=said(ACCESS, word, Source.PARTNER_SUPPORT))
        assert his.asked(spoken) == his.asked(CLIENT_ALONE)
        assert his.standings(spoken, USE) == his.standings(CLIENT_ALONE, USE)
    assert Standing.NOT_APPLICABLE in his.standings(CLIENT_ALONE, USE)
    own = having(access_to_partner_accounts=said(ACCESS, ACCESS.worst, Source.CLIENT))
    assert Standing.NOT_APPLICABLE not in his.standings(own, USE)


def test_a_question_is_taken_for_the_practitioners_where_the_practitioner_may_be_asked() -> None:
    mixed = replace(USE, asked_of=(Source.POLICE, Source.PRACTITIONER))
    assert start().source_of(mixed) is Source.PRACTITIONER
    assert start().source_of(replace(USE, asked_of=(Source.POLICE,))) is Source.POLICE
    assert start(Source.POLICE).source_of(mixed) is Source.POLICE


def test_the_client_is_asked_only_what_is_put_to_him() -> None:
    asked = start(Source.CLIENT).asked(CLIENT_ALONE)
    assert asked
    assert all(Source.CLIENT in turn.question.asked_of for turn in asked)


@pytest.mark.parametrize(
    ("question", "source", "without"),
    [
        ("lives-with-partner", None, Standing.NOT_APPLICABLE),
        ("coercive-control", None, Standing.ASKED_DECLINED),
    ],
)
def test_only_standings_that_make_sense_are_offered(question: str, source: Source | None, without: Standing) -> None:
    offered = start(source).standings(CLIENT_ALONE, default_policy().questions[question])
    assert without not in offered
    assert {Standing.ASKED_UNKNOWN, Standing.NOT_ASKED} <= set(offered)


def test_does_not_apply_is_offered_where_that_is_open() -> None:
    question = default_policy().questions["use-of-access"]
    assert Standing.NOT_APPLICABLE in start().standings(CLIENT_ALONE, question)
    asked_about = default_policy().questions["access-to-partner-accounts"]
    case = having(access_to_partner_accounts=said(asked_about, "past", Source.CLIENT))
    assert Standing.NOT_APPLICABLE not in start().standings(case, question)


def test_what_a_person_said_on_another_day_stays_only_when_that_is_wanted() -> None:
    before = Answer(Source.CLIENT, Standing.ANSWERED, ("no",), date(2026, 11, 1))
    now = Answer(Source.CLIENT, Standing.ANSWERED, ("yes",), ON)
    assert with_answer({"q": (before,)}, "q", now) == {"q": (now,)}
    assert with_answer({"q": (before,)}, "q", now, beside=(before,)) == {"q": (before, now)}
    assert with_answer({"q": (before, now)}, "q", now, beside=(before, now)) == {"q": (before, now)}


def test_an_answer_clashes_with_another_and_a_missing_one_with_whatever_was_there() -> None:
    no = Answer(Source.CLIENT, Standing.ANSWERED, ("no",), date(2026, 11, 1))
    yes = replace(no, values=("yes",))
    unknown, declined, unasked = (
        Answer(Source.CLIENT, standing, (), ON)
        for standing in (Standing.ASKED_UNKNOWN, Standing.ASKED_DECLINED, Standing.NOT_ASKED)
    )
    there = (no, unknown, declined, unasked)
    assert clashing(there, replace(no, on=ON)) == ()
    assert clashing(there, yes) == (no,)
    assert clashing(there, unknown) == (no, declined)
    assert clashing(there, unasked) == (no, unknown, declined)
    assert clashing((replace(no, values=("a", "b")),), replace(no, values=("b", "a"))) == ()


@given(any_case())
def test_what_is_open_at_the_end_is_what_is_not_settled_and_may_apply(drawn: Drawn) -> None:
    view = View(drawn.policy, drawn.case, ON)
    still_open = {entry.question.id for entry in open_questions(drawn.policy, drawn.case, ON)}
    for question in drawn.policy.questions_at(drawn.case.stage):
        known = view.known(question.id)
        settled = bool(known.possible) if question.open else known.settled
        assert (question.id in still_open) == (view.applies(question) is not FALSE and not settled)


@given(any_case())
def test_nobody_who_declined_is_named_again_and_neither_side_of_hers_once_one_did(drawn: Drawn) -> None:
    for entry in open_questions(drawn.policy, drawn.case, ON):
        answers = drawn.case.answers.get(entry.question.id, ())
        declined = {one.source for one in answers if one.standing is Standing.ASKED_DECLINED}
        assert declined.isdisjoint(entry.ask)
        assert not declined & PARTNER_SIDE or PARTNER_SIDE.isdisjoint(entry.ask)


@given(any_case())
def test_whom_to_ask_at_the_end_is_whom_the_report_names(drawn: Drawn) -> None:
    to_find_out = screened(drawn).to_find_out
    still_open = {entry.question.id: entry for entry in open_questions(drawn.policy, drawn.case, ON, to_find_out)}
    for entry in to_find_out:
        assert still_open[entry.question.id].ask == entry.ask
    # And everything else that is not settled, as without the report.
    unsettled = {entry.question.id for entry in open_questions(drawn.policy, drawn.case, ON)}
    assert set(still_open) == unsettled | {entry.question.id for entry in to_find_out}
