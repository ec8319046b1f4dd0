"""Putting an answer among those that are there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from engine.model.answer import Answer, Standing
from engine.model.source import Source


def recorded(answers: Mapping[str, tuple[Answer, ...]], question: str, source: Source) -> tuple[Answer, ...]:
    """Return what this source said to a question, in the order in which it stands."""
    return tuple(answer for answer in answers.get(question, ()) if answer.source is source)


def with_answer(
    answers: Mapping[str, tuple[Answer, ...]],
    question: str,
    answer: Answer,
    *,
    beside: tuple[Answer, ...] = (),
) -> dict[str, tuple[Answer, ...]]:
    """Return the answers with this one, in place of what the same source said before; others' are never touched.

    `beside`: what the source said before and stays; the same as the answer itself is not kept twice.
    """
    others = tuple(other for other in answers.get(question, ()) if other.source is not answer.source)
    stays = tuple(one for one in beside if _same_as(one) != _same_as(answer))
    return {**answers, question: (*others, *stays, answer)}


def clashing(there: tuple[Answer, ...], answer: Answer) -> tuple[Answer, ...]:
    """Return what the same source said before and the answer would silently put an end to.

    That is every other answer, more concerning or less: to ask about one alone would tell which is which. An answer
    takes the place of "does not know" and the like as a matter of course; these take the place of nothing but "not
    asked".
    """
    if answer.values:
        return tuple(one for one in there if one.values and set(one.values) != set(answer.values))
    silent = {Standing.NOT_ASKED, answer.standing}
    return tuple(one for one in there if one.standing not in silent)


def _same_as(answer: Answer) -> tuple[Source, Standing, frozenset[str], date | None]:
    return answer.source, answer.standing, frozenset(answer.values), answer.on
