"""The practitioner's own view in a case file, stated before the recommendation was shown."""

from __future__ import annotations

from datetime import date

from engine.loading import shapes
from engine.loading.fields import open_fields
from engine.loading.findings import Findings
from engine.loading.nodes import Node
from engine.model.decision import Choice, OwnView


def read_own_view(node: Node | None, on: date, findings: Findings) -> OwnView | None:
    """Return the own view, or None when there is none or something in it is wrong (which is recorded)."""
    fields = open_fields(node, shapes.OWN_VIEW, findings) if node is not None else None
    if fields is None:
        return None
    view = OwnView(
        fields.choice("view", Choice, "a choice", "unknown-choice"),
        fields.text("reasons"),
        fields.text("by"),
        fields.day("on"),
    )
    if view.on > on and not fields.faulty:
        findings.add(
            fields.node_of("on"),
            "view-from-the-future",
            f"the own view is dated after the day of screening, {on.isoformat()}",
            "correct `on`, or give the day of screening with --on",
        )
    return None if fields.faulty else view
