"""What the practitioner is warned of besides what partner support has to hear first."""

from __future__ import annotations

from dataclasses import replace

from engine import api
from engine.model.answer import Answer, Case, Standing
from engine.model.condition import AllOf, AnswerIs, AnyOf, AtLeast, Not, without_not
from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.model.recommendation import Caveat
from engine.model.truth import Truth
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


def profiled(*answers: Answer) -> Case:
    """Return a case with a profile that answers what the check after sessions needs."""
    return Case("K-1", Stage.START, {}, Case("north", Stage.PROGRAMME_START, {"partner-check-procedure": answers}))


def test_an_answer_of_the_profile_without_a_date_is_told_too() -> None:
    dated = settling_answer(default_policy().questions["partner-check-procedure"], "after-every-session")
    assert Caveat.UNDATED_ANSWERS not in warned(profiled(dated))
    assert Caveat.UNDATED_ANSWERS in warned(profiled(replace(dated, on=None)))


def test_a_need_that_is_said_not_to_apply_is_no_need_that_is_met() -> None:
    question = default_policy().questions["partner-check-procedure"]
    said = replace(settling_answer(question, "none"), standing=Standing.NOT_APPLICABLE, values=())
    flags = {f.flag.id: f.truth for f in recommend(default_policy(), profiled(said), ON, "test").flags}
    assert flags["programme-lacks-partner-check-procedure"] is Truth.UNKNOWN
    assert api.screen(default_policy(), profiled(said), ON).outcome is not Outcome.CONDITIONAL


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
