"""What was settled at this stage and made no difference: a short list, or only a number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from engine.model.condition import CalledFor, FlagIs
from engine.report.page import Section, paragraph
from engine.report.reading import Reading, leaves
from engine.report.words import tell

_MOST_NAMED: Final = 12


def made_no_difference(reading: Reading) -> tuple[str, ...]:
    """Return the questions, by id: neither open nor of another stage, and under no ground that is raised or open."""
    recommendation = reading.recommendation
    bearing = {question for finding in recommendation.flags for question in _under(reading, finding.flag.id)}
    return tuple(
        question
        for question in sorted(recommendation.made_no_difference)
        if question not in bearing
        and reading.question(question).stage is recommendation.case.stage
        and (known := reading.known(question)) is not None
        and known.settled
    )


def no_difference(reading: Reading) -> Section:
    """Return the section that names them, or says how many there are when they would be a wall."""
    found = made_no_difference(reading)
    if len(found) > _MOST_NAMED:
        return Section(tell.H_NO_DIFFERENCE, (paragraph(tell.NO_DIFFERENCE_MANY.format(number=len(found))),))
    subjects = "; ".join(map(reading.subject, found))
    return Section(tell.H_NO_DIFFERENCE, (paragraph(f"{tell.NO_DIFFERENCE} {subjects}."),) if found else ())


def _under(reading: Reading, name: str, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield every question that a rule behind a flag or a condition reads, through those in between."""
    if name in seen:
        return
    for rule in (*reading.raisers(name), *reading.callers(name)):
        for leaf in leaves(rule.tree):
            match leaf.condition:
                case FlagIs(other) | CalledFor(other):
                    yield from _under(reading, other, seen | {name})
                case _ if leaf.known is not None:
                    yield leaf.known.question
                case _:
                    continue
