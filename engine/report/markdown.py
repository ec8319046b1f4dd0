"""The practitioner's report as Markdown."""

from __future__ import annotations

from engine.model.decision import Decision
from engine.model.recommendation import Recommendation
from engine.report.marked import marked_text
from engine.report.practitioner import practitioner_page


def practitioner_markdown(recommendation: Recommendation, decision: Decision | None = None) -> str:
    """Return the report as Markdown in which nothing from a case can become markup, a link or HTML."""
    return marked_text(practitioner_page(recommendation, decision))
