"""What the practitioner is warned of besides what partner support has to hear first."""

from __future__ import annotations

from dataclasses import replace

from engine.model.answer import Case
from engine.model.condition import AllOf, AnswerIs, AnyOf, AtLeast, Not, without_not
from engine.model.question import Stage
from engine.model.recommendation import Caveat
from engine.reference import recommend
from tests.drawing import ON, default_policy, settling_answer, with_answers

ANSWERS = {"q": ("low", "mid", "high"), "r": ("no", "yes")}


def warned(case: Case) -> tuple[Caveat, ...]:
    return recommend(default_policy(), case, ON, "test").warnings


def test_an_answer_without_a_date_is_told_where_age_matters() -> None:
    question = default_policy().questions["coercive-control"]
    dated = settling_answer(question, "none-known")
    case = Case("K-1", Stage.START)
    assert Caveat.UNDATED_ANSWERS not in warned(with_answers(case, question.id, (dated,)))
    assert Caveat.UNDATED_ANSWERS in warned(with_answers(case, question.id, (replace(dated, on=None),)))


def test_a_negation_of_a_threshold_is_the_threshold_of_the_negations() -> None:
    low, yes, high = AnswerIs("q", ("low",)), AnswerIs("r", ("yes",)), AnswerIs("q", ("high",))
    found = without_not(Not(AtLeast(3, (low, yes, high))), ANSWERS.__getitem__)
    assert found == AtLeast(1, (AnswerIs("q", ("mid", "high")), AnswerIs("r", ("no",)), AnswerIs("q", ("low", "mid"))))


def test_a_negation_of_all_is_any_of_the_negations() -> None:
    low, yes = AnswerIs("q", ("low",)), AnswerIs("r", ("yes",))
    not_low, not_yes = AnswerIs("q", ("mid", "high")), AnswerIs("r", ("no",))
    assert without_not(Not(AllOf((low, yes))), ANSWERS.__getitem__) == AnyOf((not_low, not_yes))
    assert without_not(Not(AnyOf((low, yes))), ANSWERS.__getitem__) == AllOf((not_low, not_yes))
    assert without_not(Not(Not(low)), ANSWERS.__getitem__) == low
