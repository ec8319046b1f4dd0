"""What is known about a question, as small numbers: which answers are still possible.

Without `several`, what is possible is always a stretch of the question's answers, from the least concerning to the most
concerning one, with "does not apply" before the first: two numbers say all of it. With `several`, everything that was
chosen is kept as bits, and how far down an answer that nobody chose is still possible.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.columns.circuit import NO, YES, Circuit, Term, Truths
from engine.model.question import Question

NOWHERE = 0
"""Stands below the first answer: the question does not apply. Answers count from 1."""


@dataclass(frozen=True, slots=True)
class OneAnswer:
    """The least and the most concerning answer still possible."""

    circuit: Circuit
    question: Question
    least: Term
    most: Term

    def test(self, wanted: tuple[str, ...]) -> Truths:
        """Return the truth of "the answer is one of these": each stretch of them is held against what is possible."""
        circuit, sure, could = self.circuit, [], []
        for first, last in _stretches(self.question, wanted):
            sure.append(circuit.every([self._up_from(self.least, first), self._up_to(self.most, last)]))
            could.append(circuit.every([self._up_to(self.least, last), self._up_from(self.most, first)]))
        return Truths(circuit.some(sure), circuit.some(could))

    def settled(self) -> Term:
        """Return whether only one answer is possible."""
        if self.least.value is not None and self.most.value is not None:
            return YES if self.least.value == self.most.value else NO
        return self.circuit.term("same", [self.least, self.most], lambda made: made[0] == made[1])

    def _up_from(self, term: Term, place: int) -> Term:
        if term.value is not None:
            return YES if term.value >= place else NO
        return self.circuit.term(("from", place), [term], lambda made: made[0] >= place)

    def _up_to(self, term: Term, place: int) -> Term:
        if place >= len(self.question.answers):
            return YES
        if term.value is not None:
            return YES if term.value <= place else NO
        return self.circuit.term(("to", place), [term], lambda made: made[0] <= place)


@dataclass(frozen=True, slots=True)
class SeveralAnswers:
    """The answers that were chosen, as bits, and the least concerning one that is still possible though not chosen.

    `open_from` is one past the last answer where nothing is open: what was chosen is all that is possible.
    """

    circuit: Circuit
    question: Question
    chosen: Term
    open_from: Term

    def test(self, wanted: tuple[str, ...]) -> Truths:
        """Return the truth of "one of these was chosen": sure when one was, false when none can have been."""
        places = [place for place, word in enumerate(self.question.answers, 1) if word in wanted]
        if not places:
            return Truths(NO, NO)
        bits = sum(1 << (place - 1) for place in places)
        sure, open_ = NO, NO
        if self.chosen.value is None:
            sure = self.circuit.term(("bits", bits), [self.chosen], lambda made: (made[0] & bits) != 0)
        elif self.chosen.value & bits:
            sure = YES
        if self.open_from.value is None:
            open_ = self.circuit.term(("to", places[-1]), [self.open_from], lambda made: made[0] <= places[-1])
        elif self.open_from.value <= places[-1]:
            open_ = YES
        return Truths(sure, self.circuit.some([sure, open_]))

    def settled(self) -> Term:
        """Return whether nothing but what was chosen is possible."""
        end = len(self.question.answers) + 1
        if self.open_from.value is not None:
            return YES if self.open_from.value == end else NO
        return self.circuit.term(("is", end), [self.open_from], lambda made: made[0] == end)


def _stretches(question: Question, wanted: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last place of each stretch of neighbouring answers that are all wanted."""
    first = 0
    for place, word in enumerate(question.answers, 1):
        if word in wanted:
            first = first or place
        elif first:
            yield first, place - 1
            first = 0
    if first:
        yield first, len(question.answers)
