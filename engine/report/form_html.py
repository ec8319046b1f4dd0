"""A form as one HTML file to print on A4: no script, nothing fetched, boxes and lines for a pen."""

from __future__ import annotations

from dataclasses import asdict

from markupsafe import Markup

from engine.model.speech import Speech
from engine.report.form import Form
from engine.report.html_ import content_policy, running_head, style_sheet, template_named
from engine.report.words import show, speaking


def form_html(made: Form) -> str:
    """Return the form as a whole HTML document, ending in a line feed."""
    with speaking(Speech(made.language)):
        style = style_sheet("page.css") + style_sheet("form.css") + running_head((made.running,))
        return template_named("form.html").render(
            form=asdict(made),
            skip=show.SKIP,
            policy=content_policy(style),
            # Ours alone, and the texts in it are escaped character by character.
            style=Markup(style),  # noqa: S704
        )
