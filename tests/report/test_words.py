"""What a report may say, and what it must never say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from engine.model.answer import Source, Standing
from engine.model.decision import Choice
from engine.model.policy import Authority, Outcome
from engine.model.question import Stage
from engine.model.recommendation import Caveat, Recommendation
from engine.model.truth import Truth
from engine.report.explain import explain_text
from engine.report.markdown import practitioner_markdown
from engine.report.text import practitioner_text
from engine.report.words import english, english_screening, say, tell
from tests.report.sample import AGAINST_ON_HER_WORD, HIS_WORD_ALONE, NOTHING_OF_CONCERN, screened

NEVER = re.compile(
    r"\b(safe|unsafe|suitable|unsuitable|score|scored|points?|percent|verdict|result|risk level|approved?|cleared)\b|%",
    re.IGNORECASE,
)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)


FIXED = sorted(
    {
        text
        for module in (english, english_screening)
        for name, value in vars(module).items()
        if name.isupper()
        for text in _texts(value)
    }
)


@pytest.mark.parametrize("text", FIXED)
def test_no_fixed_text_calls_anything_safe_or_counts_points(text: str) -> None:
    assert NEVER.search(text) is None


@pytest.mark.parametrize(
    ("stage", "texts"),
    [
        (Stage.START, ("against online delivery", "cannot recommend yet", "online with conditions")),
        (Stage.DURING, ("pause online work", "cannot recommend continuing yet", "continue with conditions")),
        (Stage.END, ("against closing yet", "cannot recommend closing yet", "close with follow-up conditions")),
        (Stage.PROGRAMME_START, ("against moving online yet", "cannot recommend yet", "go online with conditions")),
        (Stage.PROGRAMME_DURING, ("against moving online yet", "cannot recommend yet", "go online with conditions")),
        (Stage.PROGRAMME_END, ("against moving online yet", "cannot recommend yet", "go online with conditions")),
    ],
)
def test_the_outcomes_are_worded_as_the_product_promises(stage: Stage, texts: tuple[str, ...]) -> None:
    ordered = (Outcome.AGAINST, Outcome.UNDETERMINED, Outcome.CONDITIONAL)
    assert tuple(say.outcome_text(stage, outcome) for outcome in ordered) == texts


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.STRUCTURAL])
def test_undetermined_is_always_treated_as_not_online_for_now(stage: Stage) -> None:
    assert "not online for now" in say.outcome_sentence(stage, Outcome.UNDETERMINED)


def test_every_word_of_the_model_has_its_text() -> None:
    assert set(say.SOURCES) == set(Source)
    assert set(say.STAGES) == set(Stage)
    assert set(say.AUTHORITIES) == set(Authority)
    assert set(say.CAVEATS) == set(Caveat)
    assert set(say.STANDINGS) == set(Standing) - {Standing.ANSWERED}
    for texts in (say.RULE_TRUTHS, say.FLAG_TRUTHS, say.SAFEGUARD_TRUTHS):
        assert set(texts) == set(Truth)
    for stage in say.OUTCOME_TEXTS:
        assert set(say.OUTCOME_TEXTS[stage]) == set(say.OUTCOME_SENTENCES[stage]) == set(Outcome)
    for choices in (*tell.CHOICES.values(), tell.CHOICES_PROGRAMME, say.CLIENT_CHOICES):
        assert set(choices) == set(Choice)


REPORTS = [
    screened(answers, stage=stage)
    for answers in (AGAINST_ON_HER_WORD, HIS_WORD_ALONE, NOTHING_OF_CONCERN)
    for stage in (Stage.START, Stage.DURING, Stage.END)
]


@pytest.mark.parametrize("recommendation", REPORTS, ids=lambda r: f"{r.case.stage}-{r.outcome}")
def test_deference_every_report_names_the_practitioner_as_the_one_who_decides(recommendation: Recommendation) -> None:
    for report in (practitioner_text(recommendation), practitioner_markdown(recommendation)):
        flat = " ".join(report.split())
        assert "This is a recommendation, not a decision. The practitioner decides." in flat
        assert "not a validated instrument" in flat
        assert "Missing information is never reassurance." in flat


@pytest.mark.parametrize("recommendation", REPORTS, ids=lambda r: f"{r.case.stage}-{r.outcome}")
def test_deference_the_decision_is_left_empty(recommendation: Recommendation) -> None:
    lines = practitioner_text(recommendation).splitlines()
    block = lines[lines.index("Decision") :]
    labels = [line.strip() for line in block if line.strip().endswith(":")]
    assert [label.split(" (")[0].rstrip(":") for label in labels] == [
        "Decision",
        "By",
        "On",
        "Reasons",
        "Second named person",
    ]


@pytest.mark.parametrize("recommendation", REPORTS, ids=lambda r: f"{r.case.stage}-{r.outcome}")
def test_only_a_conditional_report_has_boxes_to_tick(recommendation: Recommendation) -> None:
    boxes = practitioner_text(recommendation).count("[ ] ")
    if recommendation.outcome is Outcome.CONDITIONAL:
        assert boxes == len(recommendation.safeguards) > 0
    else:
        assert boxes == 0


@pytest.mark.parametrize("recommendation", REPORTS, ids=lambda r: f"{r.case.stage}-{r.outcome}")
def test_the_outcome_comes_first_and_other_routes_are_named(recommendation: Recommendation) -> None:
    lines = practitioner_text(recommendation).splitlines()
    text = " ".join(" ".join(lines).split())
    sentence = say.outcome_sentence(recommendation.case.stage, recommendation.outcome)
    assert 0 < text.index(sentence) < text.index(say.DEFERENCE) < text.index(" In short ")
    assert lines.index("In short") < lines.index("Other routes") < lines.index("Decision")
    if recommendation.outcome is not Outcome.UNDETERMINED:
        assert lines.index("In short") < lines.index("Why") < lines.index("Other routes")
    for route in recommendation.other_routes:
        assert route in text


def test_the_reader_is_warned_before_the_reasons_when_only_her_side_decides() -> None:
    text = practitioner_text(screened(AGAINST_ON_HER_WORD))
    assert text.index("Talk to partner support") < text.index("\nIn short\n") < text.index("\nWhy\n")


def test_a_partner_who_declined_is_not_to_be_pressed() -> None:
    text = " ".join(practitioner_text(screened(HIS_WORD_ALONE)).split())
    assert "the (ex-)partner, 10 November 2026: asked, chose not to answer; do not press her" in text
    assert "she is not to be pressed" in text


def test_his_reassuring_word_alone_is_said_to_settle_nothing() -> None:
    text = " ".join(practitioner_text(screened(HIS_WORD_ALONE)).split())
    assert "Ask: partner support or the practitioner Why it is open: His word alone does not settle it." in text
    explained = " ".join(explain_text(screened(HIS_WORD_ALONE), "shares-with-partner").split())
    assert "His word alone does not settle it. It takes the word of partner support or the practitioner." in explained


def test_an_old_answer_is_said_to_be_old() -> None:
    text = " ".join(practitioner_text(screened(HIS_WORD_ALONE)).split())
    assert "What was said is more than 8 weeks old, and no longer settles it." in text


def test_free_words_are_printed_though_no_rule_reads_them() -> None:
    assert '"To stop <shouting>."' in practitioner_text(screened(NOTHING_OF_CONCERN))


def test_the_needs_of_a_condition_are_to_be_confirmed_when_no_profile_was_given() -> None:
    conditional = practitioner_text(screened(NOTHING_OF_CONCERN, programme=None))
    assert "To confirm with the programme:" in conditional
    assert "To confirm with the programme: callback-procedure." in " ".join(
        practitioner_text(screened(AGAINST_ON_HER_WORD, programme=None)).split()
    )


def test_a_structural_report_states_no_recommendation() -> None:
    text = practitioner_text(screened({}, stage=Stage.STRUCTURAL))
    assert "It ends in no recommendation." in " ".join(text.split())
    assert "online with conditions" not in text
