"""The practitioner's report as plain text."""

from __future__ import annotations

from engine.model.decision import Decision
from engine.model.recommendation import Recommendation
from engine.report.plain import plain_text
from engine.report.practitioner import practitioner_page


def practitioner_text(
    recommendation: Recommendation, width: int = 80, *, colour: bool = False, decision: Decision | None = None
) -> str:
    """Return the report as text of at most `width` columns; see `engine.report.plain` for what `colour` adds."""
    return plain_text(practitioner_page(recommendation, decision), width, colour=colour)
