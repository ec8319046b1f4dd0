"""Every kind of page that is written as HTML: small ones of every stage and outcome, and the examples in full."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from engine.model.answer import Answer, Source, Standing
from engine.model.decision import Choice
from engine.model.question import Stage
from engine.model.recommendation import Recommendation
from engine.report.client import client_html
from engine.report.difference import what_if_html
from engine.report.explain import explain_html
from engine.report.html_ import html_text
from engine.report.page import Page, Section, paragraph
from engine.report.practitioner_html import practitioner_html
from tests.commands.desk import call
from tests.report.sample import (
    AGAINST_ON_HER_WORD,
    HIS_WORD_ALONE,
    NOTHING_OF_CONCERN,
    ON,
    PROFILE,
    said,
    screened,
)
from tests.report.test_golden import COPY

ROOT = Path(__file__).parents[2]
HOSTILE = (
    "</style><script>alert(1)</script> <img src=//example.invalid/x onerror=alert(2)> \x1b[2J \u202e ' \" & {{ 7*7 }}"
)
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenverordnung" * 3


def _written(command: str, *args: str | Path) -> str:
    """Return what a command writes as HTML, with the policy that is shipped."""
    result = call(command, *args, "--format", "html")
    assert result.exit_code == 0, result.output
    return result.stdout


def _example(name: str, *args: str) -> str:
    return _written("screen", ROOT / "examples" / f"{name}.yaml", "--on", ON.isoformat(), *args)


def _typed(text: str) -> Recommendation:
    """Return a recommendation on a case in which the same text is typed wherever something can be."""
    free = (Answer(Source.CLIENT, Standing.ANSWERED, (text,), ON, text),)
    shared = (Answer(Source.PARTNER_SUPPORT, Standing.ANSWERED, ("device",), ON, text),)
    answers = {**AGAINST_ON_HER_WORD, "shares-with-partner": shared, "hopes": free}
    return screened(answers, reference=text)


PAGES: dict[str, Callable[[], str]] = {
    "against": lambda: practitioner_html(screened(AGAINST_ON_HER_WORD)),
    "undetermined": lambda: practitioner_html(screened(HIS_WORD_ALONE, programme=None)),
    "conditional": lambda: practitioner_html(screened(NOTHING_OF_CONCERN)),
    "pause": lambda: practitioner_html(screened(AGAINST_ON_HER_WORD, stage=Stage.DURING)),
    "close": lambda: practitioner_html(screened(NOTHING_OF_CONCERN, stage=Stage.END)),
    "programme-start": lambda: practitioner_html(screened({}, stage=Stage.PROGRAMME_START)),
    "programme-during": lambda: practitioner_html(screened(PROFILE.answers, stage=Stage.PROGRAMME_DURING)),
    "programme-end": lambda: practitioner_html(screened({}, stage=Stage.PROGRAMME_END)),
    "reflection": lambda: practitioner_html(
        screened({"data-gaps": (said(Source.PROGRAMME, "some", note="no follow-up"),)}, stage=Stage.STRUCTURAL)
    ),
    "hostile": lambda: practitioner_html(_typed(HOSTILE)),
    "one-long-word": lambda: practitioner_html(_typed(LONG_WORD)),
    "two-sections-of-one-name": lambda: html_text(
        Page("t", (), tuple(Section("The same", (paragraph(text),)) for text in "abcde"))
    ),
    "client": lambda: client_html(COPY),
    "client-not-online": lambda: client_html(replace(COPY, choice=Choice.NOT_ONLINE, conditions=())),
    "explain": lambda: explain_html(screened(HIS_WORD_ALONE, programme=None)),
    "explain-everything": lambda: explain_html(screened(NOTHING_OF_CONCERN), everything=True),
    "what-if": lambda: what_if_html(screened(AGAINST_ON_HER_WORD), screened(NOTHING_OF_CONCERN)),
    "example-against": lambda: _example("start/against"),
    "example-undetermined": lambda: _example("start/undetermined"),
    "example-conditional": lambda: _example("start/conditional"),
    "german": lambda: _example("start/conditional", "--lang", "de"),
    "partner-support": lambda: _example("start/against", "--audience", "partner-support"),
    "partner-support-german": lambda: _example("start/undetermined", "--audience", "partner-support", "--lang", "de"),
    "form-for-the-client": lambda: _written("form", "--audience", "client"),
    "form-for-partner-support": lambda: _written("form", "--audience", "partner-support"),
    "form-for-the-programme": lambda: _written("form", "--audience", "programme", "--stage", "programme-start"),
    "form-for-the-practitioner-german": lambda: _written("form", "--audience", "practitioner", "--lang", "de"),
}
