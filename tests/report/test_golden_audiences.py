"""Whole documents for each who reads them, held byte for byte.

After a change of wording: `FORETHOUGHT_REGENERATE=1 pytest tests/report`, then read the difference as its reader would.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from engine.model.decision import Choice
from engine.model.question import Stage
from engine.report.client import client_copy, client_text
from engine.report.json_ import dumps, practitioner_json
from engine.report.partner_page import partner_support_json, partner_support_markdown, partner_support_text
from engine.report.text import practitioner_text
from tests.report.audiences import CHANGED, DECISION, STALKING_AND_DEVICE, copy_of, screened_as, told_policy
from tests.report.sample import NOTHING_OF_CONCERN
from tests.report.test_reflection import reflection

GOLDEN = Path(__file__).parent / "golden_audiences"

AGAINST = screened_as(STALKING_AND_DEVICE)
UNDETERMINED = screened_as({})
CONDITIONAL = screened_as(NOTHING_OF_CONCERN)
PROGRAMME = screened_as(NOTHING_OF_CONCERN, Stage.PROGRAMME_START)
PAUSED = replace(DECISION, choice=Choice.NOT_ONLINE, stage=Stage.DURING, conditions=(), reasons="", second_person="")
CLOSED = replace(DECISION, stage=Stage.END)

DOCUMENTS: dict[str, Callable[[], str]] = {
    "partner-support-against.txt": lambda: partner_support_text(copy_of(AGAINST)),
    "partner-support-undetermined.txt": lambda: partner_support_text(copy_of(UNDETERMINED)),
    "partner-support-conditional.md": lambda: partner_support_markdown(copy_of(CONDITIONAL)),
    "partner-support-against.json": lambda: dumps(partner_support_json(copy_of(AGAINST))),
    "changed.txt": lambda: practitioner_text(CHANGED),
    "changed.json": lambda: dumps(practitioner_json(CHANGED, PAUSED)),
    "decided-against-the-recommendation.txt": lambda: practitioner_text(AGAINST, decision=DECISION),
    "structural.txt": lambda: practitioner_text(reflection()),
    "programme.txt": lambda: practitioner_text(PROGRAMME),
    "client-closed.txt": lambda: client_text(client_copy(CLOSED, told_policy())),
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
