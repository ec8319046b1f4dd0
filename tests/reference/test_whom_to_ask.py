"""Whom a question that is open is put to: somebody who may settle it, and never the partner's side against its wish."""

from __future__ import annotations

from hypothesis import given, settings

from engine.model.answer import PARTNER_SIDE, Answer, Case, Source, Standing
from engine.model.condition import AnswerIs, SaidBy
from engine.model.question import Stage
from engine.reference import recommend
from tests.drawing import ON, Drawn, any_case, screened
from tests.proof.unsound import WORST, asked, ruled


def declined_by_the_partners_side(case: Case) -> set[str]:
    return {
        question
        for question, answers in case.answers.items()
        if any(a.standing is Standing.ASKED_DECLINED and a.source in PARTNER_SIDE for a in answers)
    }


@settings(max_examples=150)
@given(any_case())
def test_a_partner_who_declined_is_not_asked_again_by_any_way_round(drawn: Drawn) -> None:
    declined = declined_by_the_partners_side(drawn.case)
    for entry in screened(drawn).to_find_out:
        if entry.question.id in declined:
            assert not PARTNER_SIDE & set(entry.ask)


def test_a_test_of_what_one_source_said_does_not_hide_that_the_partner_declined() -> None:
    question = asked("harm", Source.PARTNER, Source.PARTNER_SUPPORT, Source.POLICE)
    read = SaidBy(Source.PARTNER_SUPPORT, AnswerIs(question.id, (WORST,)))
    policy = ruled([question], read)
    declined = Answer(Source.PARTNER, Standing.ASKED_DECLINED, (), ON)
    (entry,) = recommend(policy, Case("K-1", Stage.START, {"harm": (declined,)}), ON, "test").to_find_out
    assert entry.ask == (Source.POLICE,)
