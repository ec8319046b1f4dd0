"""What stands at the top of a document in a language whose wording no practitioner has reviewed yet."""

from __future__ import annotations

from engine.report.page import Block, Tone, paragraph
from engine.report.words import say


def draft_notice(translation_note: str) -> tuple[Block, ...]:
    """Return what is to be known of the wording, as a paragraph; in the first language there is nothing to know."""
    told = draft_text(translation_note)
    return (paragraph(told, tone=Tone.STRONG),) if told else ()


def draft_text(translation_note: str) -> str:
    """Return what is to be known of the wording: of the messages, and of the policy's texts."""
    of_policy = say.DRAFT_POLICY.format(note=translation_note) if translation_note else ""
    return f"{say.DRAFT} {of_policy}".strip()
