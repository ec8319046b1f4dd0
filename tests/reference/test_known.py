"""What answers make known. Each sentence is one of the rules under "Meaning of answers"."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest

from engine.model.answer import Answer, Source, Standing
from engine.model.question import Nature, Question, Stage
from engine.model.recommendation import NOT_APPLICABLE, Doubt, Known
from engine.model.truth import Truth
from engine.model.work import Citation
from engine.reference import weigh

ON = date(2026, 11, 22)
LONG_AGO = ON - timedelta(weeks=9)
WORDS = ("nothing", "accounts", "device")


def question(*, several: bool = False, corroborated: bool = True) -> Question:
    """Return a question that partner support and the practitioner may settle, valid for eight weeks."""
    return Question(
        id="shares",
        stage=Stage.START,
        section="Devices",
        ask="What do you share?",
        asked_of=(Source.CLIENT,),
        answers=WORDS,
        nature=Nature.CHANGEABLE,
        source=(Citation("house-rules"),),
        corroborate=(Source.PARTNER_SUPPORT, Source.PRACTITIONER) if corroborated else (),
        valid_for=56,
        several=several,
    )


def said(word: str, source: Source, on: date | None = None) -> Answer:
    return Answer(source, Standing.ANSWERED, (word,), on)


def known(*answers: Answer, applies: Truth = Truth.TRUE, several: bool = False, corroborated: bool = True) -> Known:
    return weigh(question(several=several, corroborated=corroborated), answers, applies, ON)


def test_nobody_answered_leaves_every_answer_possible() -> None:
    assert known().possible == WORDS
    assert known().doubts == (Doubt.NOBODY_SAID,)


@pytest.mark.parametrize("standing", [Standing.ASKED_UNKNOWN, Standing.ASKED_DECLINED, Standing.NOT_ASKED])
@pytest.mark.parametrize("source", [Source.CLIENT, Source.PARTNER, Source.PARTNER_SUPPORT])
def test_a_declined_answer_is_not_a_no(standing: Standing, source: Source) -> None:
    assert known(Answer(source, standing)).possible == WORDS
    assert not known(Answer(source, standing)).settled


def test_his_reassuring_word_clears_nothing() -> None:
    found = known(said("nothing", Source.CLIENT))
    assert found.possible == WORDS
    assert found.doubts == (Doubt.UNCORROBORATED,)


def test_his_concerning_word_counts_at_once() -> None:
    assert known(said("device", Source.CLIENT)).possible == ("device",)
    assert known(said("accounts", Source.CLIENT)).possible == ("accounts", "device")


def test_a_source_that_may_corroborate_settles_the_question() -> None:
    assert known(said("nothing", Source.PARTNER_SUPPORT)).possible == ("nothing",)
    assert known(said("nothing", Source.CLIENT), said("nothing", Source.PRACTITIONER)).settled


def test_a_source_that_is_not_named_settles_nothing() -> None:
    assert known(said("nothing", Source.POLICE)).possible == WORDS


def test_where_nobody_is_named_anybodys_word_settles() -> None:
    assert known(said("nothing", Source.CLIENT), corroborated=False).possible == ("nothing",)


def test_the_most_concerning_answer_governs_and_the_difference_is_shown() -> None:
    found = known(said("nothing", Source.PARTNER_SUPPORT), said("accounts", Source.CLIENT))
    assert found.possible == ("accounts",)
    assert found.differ


def test_a_stale_answer_leaves_every_more_concerning_one_possible() -> None:
    assert known(said("accounts", Source.PARTNER_SUPPORT, LONG_AGO)).possible == ("accounts", "device")
    assert known(said("accounts", Source.PARTNER_SUPPORT, LONG_AGO)).doubts == (Doubt.STALE,)
    assert known(said("accounts", Source.PARTNER_SUPPORT, ON - timedelta(weeks=8))).settled


def test_a_stale_concern_still_governs_over_a_fresh_reassurance() -> None:
    found = known(said("accounts", Source.CLIENT, LONG_AGO), said("nothing", Source.PARTNER_SUPPORT))
    assert found.possible == ("accounts",)


def test_not_applicable_counts_from_someone_who_may_corroborate() -> None:
    assert known(Answer(Source.PRACTITIONER, Standing.NOT_APPLICABLE)).possible == (NOT_APPLICABLE,)


def test_not_applicable_from_the_client_is_unknown() -> None:
    assert known(Answer(Source.CLIENT, Standing.NOT_APPLICABLE)).possible == WORDS


def test_a_stale_not_applicable_is_unknown() -> None:
    assert known(Answer(Source.PRACTITIONER, Standing.NOT_APPLICABLE, (), LONG_AGO)).possible == WORDS


def test_a_concern_counts_although_the_question_does_not_apply() -> None:
    found = known(said("device", Source.POLICE), applies=Truth.FALSE)
    assert found.possible == ("device",)
    assert found.differ


def test_a_question_that_may_not_apply_leaves_that_possible_too() -> None:
    assert known(applies=Truth.UNKNOWN).possible == (NOT_APPLICABLE, *WORDS)
    assert known(applies=Truth.FALSE).possible == (NOT_APPLICABLE,)


def test_several_answers_are_taken_together_from_everyone() -> None:
    found = known(said("nothing", Source.PRACTITIONER), said("device", Source.CLIENT), several=True)
    assert found.possible == ("nothing", "device")
    assert found.settled


def test_several_answers_of_the_client_alone_leave_the_more_concerning_ones_possible() -> None:
    found = known(said("accounts", Source.CLIENT), several=True)
    assert found.chosen == ("accounts",)
    assert found.possible == ("accounts", "device")
    assert not found.settled


def test_answers_of_one_source_stand_in_one_order_dated_today_or_not() -> None:
    """Found by search: an undated answer counts as given today, and tied with one that says so."""
    same = [
        said("nothing", Source.PARTNER_SUPPORT, ON),
        said("nothing", Source.PARTNER_SUPPORT),
        Answer(Source.PARTNER_SUPPORT, Standing.ANSWERED, ("nothing",), ON, "by telephone"),
    ]
    orders = {weigh(question(), order, Truth.TRUE, ON).answers for order in permutations(same)}
    assert len(orders) == 1
