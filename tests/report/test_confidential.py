"""A practitioner's document says whose eyes it is for, and that no source is named to him."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine.model.answer import Answer, Source, Standing
from engine.model.question import Stage
from engine.model.recommendation import Caveat, Recommendation
from engine.report.difference import what_if_json, what_if_markdown, what_if_text
from engine.report.explain import explain_markdown, explain_text
from engine.report.json_ import dumps, practitioner_json
from engine.report.markdown import practitioner_markdown
from engine.report.text import practitioner_text
from engine.report.words import say
from tests.report.sample import AGAINST_ON_HER_WORD, EARLIER, HIS_WORD_ALONE, NOTHING_OF_CONCERN, said, screened

FORMS: dict[str, Callable[[Recommendation], str]] = {
    "screen text": practitioner_text,
    "screen markdown": practitioner_markdown,
    "explain text": explain_text,
    "explain markdown": explain_markdown,
    "explain all": lambda found: explain_text(found, everything=True),
    "explain one": lambda found: explain_text(found, "shared-device"),
    "what-if text": lambda found: what_if_text(found, found),
    "what-if markdown": lambda found: what_if_markdown(found, found),
}
HIS_ALONE = {"shares-with-partner": (said(Source.CLIENT, "nothing"),)}
HER_SILENCE = {**HIS_ALONE, "partner-view-of-online": (Answer(Source.PARTNER, Standing.ASKED_DECLINED, (), EARLIER),)}


def flat(text: str) -> str:
    return " ".join(text.replace("**", "").split())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("answers", [AGAINST_ON_HER_WORD, HIS_WORD_ALONE, NOTHING_OF_CONCERN, HER_SILENCE])
def test_it_says_first_that_it_is_not_for_him_and_that_no_source_is_named(
    form: str, answers: dict[str, tuple[Answer, ...]]
) -> None:
    text = flat(FORMS[form](screened(answers)))
    assert f"{say.PRACTITIONER_ONLY} {say.FROM_HER_SIDE} Case" in text
    assert text.index(say.PRACTITIONER_ONLY) < 60


@pytest.mark.parametrize("form", FORMS)
def test_where_nothing_comes_from_her_side_nothing_is_said_of_it(form: str) -> None:
    text = flat(FORMS[form](screened(HIS_ALONE)))
    assert say.PRACTITIONER_ONLY in text
    assert "her side; name" not in text


@pytest.mark.parametrize("report", [practitioner_text, practitioner_markdown])
def test_the_report_ends_with_it(report: Callable[[Recommendation], str]) -> None:
    ending = f"{say.PRACTITIONER_ONLY_SHORT} {say.FROM_HER_SIDE_SHORT}"
    assert flat(report(screened(AGAINST_ON_HER_WORD))).endswith(ending)
    assert flat(report(screened(HIS_ALONE))).endswith(say.PRACTITIONER_ONLY_SHORT)


def test_a_programmes_report_is_kept_from_every_client() -> None:
    for stage in (Stage.PROGRAMME_START, Stage.STRUCTURAL):
        assert say.PRACTITIONER_ONLY_PROGRAMME in flat(practitioner_text(screened({}, stage=stage)))


def test_json_is_for_machines_and_says_nothing_of_it() -> None:
    found = screened(AGAINST_ON_HER_WORD)
    for document in (dumps(practitioner_json(found)), dumps(what_if_json(found, found))):
        assert "practitioner only" not in document


def test_the_recommendation_stands_once_more_above_the_form_of_the_decision() -> None:
    text = flat(practitioner_text(screened(AGAINST_ON_HER_WORD)))
    repeated = "Decision The recommendation above: against online delivery. It is not the decision."
    assert f"{repeated} For the practitioner to fill in." in text


def test_the_missing_profile_is_told_first_only_where_something_is_to_be_confirmed() -> None:
    to_confirm = screened(NOTHING_OF_CONCERN, programme=None)
    nothing = replace(
        to_confirm, safeguards=tuple(finding._replace(to_confirm=()) for finding in to_confirm.safeguards)
    )
    for form in ("screen text", "what-if text"):
        first, quiet = flat(FORMS[form](to_confirm)), flat(FORMS[form](nothing))
        assert f"{say.H_WARNINGS} {say.CAVEATS[Caveat.PROGRAMME_NOT_CONSIDERED]}" in first
        assert say.H_WARNINGS not in quiet
        assert quiet.index(say.H_RESTS_ON) < quiet.index(say.PROGRAMME_NOT_CONSIDERED)


def test_against_counts_the_conditions_and_says_where_they_stand() -> None:
    text = flat(practitioner_text(screened(AGAINST_ON_HER_WORD)))
    assert "all the same: 1 for this case and 2 for every online case." in text
    assert "forethought explain CASE lists them, as does --format json." in text


def test_a_ground_that_can_change_is_told_from_one_that_cannot() -> None:
    fact = flat(practitioner_text(screened({"stalking-history": (said(Source.POLICE, "current"),)})))
    assert f"- Stalking now {say.NOTHING_RESOLVES}" in fact
    assert say.ONLY_A_CHANGE not in fact
    both = {
        "stalking-history": (said(Source.POLICE, "current"),),
        "partner-view-of-online": (said(Source.PARTNER_SUPPORT, "less-safe"),),
    }
    text = flat(practitioner_text(screened(both)))
    assert f"- Stalking now {say.NOTHING_RESOLVES}" in text
    assert f"- She expects more danger from online delivery {say.ONLY_A_CHANGE}" in text
