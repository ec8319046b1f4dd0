"""Whole documents, held byte for byte.

After a change of wording: `FORETHOUGHT_REGENERATE=1 pytest tests/report`, then read the difference as its reader would.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from engine.model.answer import Case, Source
from engine.model.decision import Choice, Decision
from engine.model.question import Stage
from engine.report.client import client_copy, client_json, client_markdown, client_text
from engine.report.difference import what_if_json, what_if_markdown, what_if_text
from engine.report.explain import explain_markdown, explain_text
from engine.report.json_ import dumps, practitioner_json
from engine.report.listing import listing_json, listing_text
from engine.report.markdown import practitioner_markdown
from engine.report.text import practitioner_text
from tests.report.sample import (
    AGAINST_ON_HER_WORD,
    HIS_WORD_ALONE,
    NOTHING_OF_CONCERN,
    ON,
    PROFILE,
    WAITING_FOR_HER,
    said,
    sample_policy,
    screened,
)

GOLDEN = Path(__file__).parent / "golden"

AGAINST = screened(AGAINST_ON_HER_WORD)
UNDETERMINED = screened(HIS_WORD_ALONE, programme=None)
CONDITIONAL = screened(NOTHING_OF_CONCERN)
PROGRAMME_LACKS = screened(
    NOTHING_OF_CONCERN,
    programme=replace(PROFILE, answers={"callback-procedure": (said(Source.PROGRAMME, "no"),)}),
)
WAITING = screened(WAITING_FOR_HER)
PAUSE = screened(AGAINST_ON_HER_WORD, stage=Stage.DURING)
CLOSE = screened(NOTHING_OF_CONCERN, stage=Stage.END)
REFLECTION = screened({"data-gaps": (said(Source.PROGRAMME, "some", note="no follow-up"),)}, stage=Stage.STRUCTURAL)
PROGRAMME = screened({}, stage=Stage.PROGRAMME_START)

COPY = client_copy(
    Decision(
        case="K-0412",
        choice=Choice.ONLINE,
        by="A. Practitioner",
        on=ON,
        contact="A. Practitioner, 030 123 456, weekdays",
        review_by=date(2026, 12, 20),
        conditions=("own-device", "alone-check"),
        reasons="She agreed on the phone.",
        second_person="B. Colleague",
    ),
    sample_policy(),
)

DOCUMENTS: dict[str, Callable[[], str]] = {
    "against.txt": lambda: practitioner_text(AGAINST),
    "against-in-colour.txt": lambda: practitioner_text(AGAINST, colour=True),
    "against.md": lambda: practitioner_markdown(AGAINST),
    "against.json": lambda: dumps(practitioner_json(AGAINST)),
    "undetermined.txt": lambda: practitioner_text(UNDETERMINED),
    "undetermined.json": lambda: dumps(practitioner_json(UNDETERMINED)),
    "conditional.txt": lambda: practitioner_text(CONDITIONAL),
    "conditional.md": lambda: practitioner_markdown(CONDITIONAL),
    "programme-lacks.txt": lambda: practitioner_text(PROGRAMME_LACKS),
    "waiting.txt": lambda: practitioner_text(WAITING),
    "pause.txt": lambda: practitioner_text(PAUSE),
    "close.txt": lambda: practitioner_text(CLOSE),
    "programme.txt": lambda: practitioner_text(PROGRAMME),
    "reflection.txt": lambda: practitioner_text(REFLECTION),
    "reflection.json": lambda: dumps(practitioner_json(REFLECTION)),
    "explain-everything.txt": lambda: explain_text(UNDETERMINED),
    "explain-all.txt": lambda: explain_text(UNDETERMINED, everything=True),
    "explain-rule.txt": lambda: explain_text(CONDITIONAL, "place-not-private"),
    "explain-flag.md": lambda: explain_markdown(AGAINST, "shared-device"),
    "explain-safeguard.txt": lambda: explain_text(AGAINST, "room-shown"),
    "explain-question.txt": lambda: explain_text(UNDETERMINED, "shares-with-partner"),
    "what-if.txt": lambda: what_if_text(AGAINST, CONDITIONAL),
    "what-if.md": lambda: what_if_markdown(AGAINST, CONDITIONAL),
    "what-if.json": lambda: dumps(what_if_json(AGAINST, CONDITIONAL)),
    "client.txt": lambda: client_text(COPY),
    "client.md": lambda: client_markdown(COPY),
    "client-not-now.txt": lambda: client_text(replace(COPY, choice=Choice.NOT_ONLINE, conditions=())),
    "client.json": lambda: client_json(COPY),
    "list-questions.txt": lambda: listing_text(sample_policy(), "questions"),
    "list-rules.json": lambda: dumps(listing_json(sample_policy(), "rules")),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_document_reads_as_it_was_agreed(name: str) -> None:
    document = DOCUMENTS[name]()
    path = GOLDEN / name
    if os.environ.get("FORETHOUGHT_REGENERATE"):
        path.write_text(document, encoding="utf-8")
    assert document == path.read_text(encoding="utf-8")


def test_no_golden_document_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(DOCUMENTS)


def test_a_what_if_that_changes_nothing_says_so() -> None:
    assert "Nothing would differ." in what_if_text(AGAINST, AGAINST)


def test_a_case_without_answers_can_be_told_at_every_stage() -> None:
    for stage in Stage:
        recommendation = screened({}, stage=stage)
        assert isinstance(recommendation.case, Case)
        assert practitioner_text(recommendation)
