"""The practitioner's report as one HTML file, with a picture of what leads to what and every rule to open."""

from __future__ import annotations

from engine.model.decision import Decision
from engine.model.recommendation import Recommendation
from engine.report.html_ import html_text
from engine.report.practitioner import practitioner_page


def practitioner_html(recommendation: Recommendation, decision: Decision | None = None) -> str:
    """Return the report in full, as a document that runs no script, fetches nothing and prints on A4."""
    return html_text(practitioner_page(recommendation, decision, in_full=True))
