"""The small functions that are the same in every language: they look up what the language in use has."""

from __future__ import annotations

from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.report.words import say, tell


def source_name(source: str) -> str:
    """Return what a source is called in a sentence."""
    return say.SOURCES[source]


def outcome_text(stage: Stage, outcome: Outcome) -> str:
    """Return the short text of an outcome at a stage."""
    return say.OUTCOME_TEXTS[stage][outcome] if stage in say.OUTCOME_TEXTS else say.REFLECTION_TEXT


def outcome_sentence(stage: Stage, outcome: Outcome) -> str:
    """Return the sentence in which an outcome is told first."""
    return say.OUTCOME_SENTENCES[stage][outcome] if stage in say.OUTCOME_SENTENCES else say.REFLECTION_SENTENCE


def choices_text(stage: Stage) -> str:
    """Return the choices a practitioner has at a stage, as a list that reads aloud."""
    return say.listed(tell.CHOICES.get(stage, tell.CHOICES_PROGRAMME).values(), "or")
