"""Answers that are out of date: too old to settle their question, though a concerning one still counts."""

from __future__ import annotations

from datetime import date, timedelta

from engine.model.answer import Answer, Standing
from engine.model.question import Question


def out_of_date(question: Question, answer: Answer, on: date) -> bool:
    """Whether an answer is older than answers to its question are valid for; one without a date is of that day."""
    said = bool(answer.values) or answer.standing is Standing.NOT_APPLICABLE
    if question.valid_for is None or answer.on is None or not said:
        return False
    return answer.on + timedelta(days=question.valid_for) < on
