"""What made no difference is short, settled, of this stage, and under nothing that is raised or open."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from engine.model.answer import Answer, Source, Standing
from engine.model.condition import questions_in
from engine.model.question import Stage
from engine.model.recommendation import Recommendation
from engine.reference import recommend
from engine.report.json_ import practitioner_json
from engine.report.no_difference import made_no_difference
from engine.report.reading import Reading
from engine.report.text import practitioner_text
from engine.report.words import tell
from tests.drawing import ON as DRAWN_ON
from tests.drawing import Drawn, any_case
from tests.report.audiences import screened_as
from tests.report.sample import LONG_AGO, NOTHING_OF_CONCERN, ON, said, sample_policy, screened


def named(found: Recommendation) -> tuple[str, ...]:
    return made_no_difference(Reading(found))


def with_more(number: int) -> Recommendation:
    """Return a recommendation on a case with so many questions answered that no rule reads."""
    found = screened(NOTHING_OF_CONCERN)
    plain = found.policy.questions["people-nearby"]
    more = {f"more-{index}": replace(plain, id=f"more-{index}") for index in range(number)}
    policy = replace(found.policy, questions={**found.policy.questions, **more})
    answers = {**found.case.answers, **{name: (said(Source.CLIENT, "nobody"),) for name in more}}
    return recommend(policy, replace(found.case, answers=answers), ON, "0.1.0")


def test_what_is_settled_and_read_by_nothing_is_named() -> None:
    assert named(with_more(2)) == ("more-0", "more-1")
    assert "more-0; more-1." in " ".join(practitioner_text(with_more(2)).split())


def test_what_bears_on_a_ground_that_is_raised_or_open_is_left_out() -> None:
    found = screened(NOTHING_OF_CONCERN)
    assert "people-nearby" in found.made_no_difference
    assert named(found) == ()


def test_what_is_open_old_or_was_declined_is_left_out() -> None:
    question = replace(sample_policy().questions["stalking-history"], id="unread")
    for answer in (
        said(Source.CLIENT, "none"),
        said(Source.POLICE, "none", on=LONG_AGO),
        Answer(Source.POLICE, Standing.ASKED_DECLINED, (), ON),
        Answer(Source.POLICE, Standing.NOT_APPLICABLE, (), ON),
    ):
        assert named(screened({**NOTHING_OF_CONCERN, "unread": (answer,)}, question=question)) == ()
    settled = (said(Source.POLICE, "none"),)
    assert named(screened({**NOTHING_OF_CONCERN, "unread": settled}, question=question)) == ("unread",)


def test_what_belongs_to_another_stage_is_left_out() -> None:
    start = replace(sample_policy().questions["people-nearby"], id="unread")
    answers = {**NOTHING_OF_CONCERN, "unread": (said(Source.CLIENT, "nobody"),)}
    policy = screened_as(NOTHING_OF_CONCERN, Stage.DURING, earlier={}).policy
    at_start = replace(policy, questions={**policy.questions, "unread": start})
    found = screened_as(answers, Stage.DURING, policy=at_start)
    assert "unread" in found.made_no_difference
    assert named(found) == ()


def test_up_to_twelve_are_named_and_of_more_only_the_number_is_told() -> None:
    assert "more-9" in practitioner_text(with_more(12))
    text = " ".join(practitioner_text(with_more(13)).split())
    assert tell.NO_DIFFERENCE_MANY.format(number=13) in text
    assert "more-9" not in text
    assert len(practitioner_json(with_more(13))["made_no_difference"]) == 13


@settings(max_examples=40, deadline=None)
@given(any_case())
def test_it_never_names_more_than_made_no_difference_nor_what_a_raised_ground_reads(drawn: Drawn) -> None:
    found = recommend(drawn.policy, drawn.case, DRAWN_ON, "test")
    told = set(named(found))
    assert told <= set(found.made_no_difference)
    for finding in found.flags:
        for rule in drawn.policy.raisers(found.case.stage)[finding.flag.id]:
            assert not told & questions_in(rule.when)
