"""Putting an answer among those that are there."""

from __future__ import annotations

from collections.abc import Mapping

from engine.model.answer import Answer
from engine.model.source import Source


def recorded(answers: Mapping[str, tuple[Answer, ...]], question: str, source: Source) -> tuple[Answer, ...]:
    """Return what this source said to a question, in the order in which it stands."""
    return tuple(answer for answer in answers.get(question, ()) if answer.source is source)


def with_answer(
    answers: Mapping[str, tuple[Answer, ...]],
    question: str,
    answer: Answer,
    *,
    keep_earlier: bool = False,
) -> dict[str, tuple[Answer, ...]]:
    """Return the answers with this one, in place of what the same source said before; others' are never touched.

    `keep_earlier`: what the source said on other days stays beside it.
    """
    stays = tuple(
        other
        for other in answers.get(question, ())
        if other.source is not answer.source or (keep_earlier and other.values and other.on != answer.on)
    )
    return {**answers, question: (*stays, answer)}
