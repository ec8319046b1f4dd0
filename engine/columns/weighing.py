"""What the answers of a row make known, question by question, as the meaning of answers says (PRODUCT)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import NamedTuple, TypeAlias

import polars as pl

from engine.columns.circuit import NO, TRUE, Circuit, Term, Truths
from engine.columns.conditions import Conditions
from engine.columns.evidence import NOTHING, Evidence, Said, bits, small
from engine.columns.known import NOWHERE, OneAnswer, SeveralAnswers
from engine.columns.slots import Slot
from engine.model.condition import AnswerIs, Leaf
from engine.model.policy import Policy
from engine.model.question import Question
from engine.model.source import Source

Known: TypeAlias = OneAnswer | SeveralAnswers


class _Heard(NamedTuple):
    """What a number of slots say together: whether someone answered who settles it, or said that it does not apply."""

    said: tuple[Said, ...]
    settled: Term
    ruled_out: Term
    applies: Truths


class View:
    """What one set of slots makes known. Each question is weighed once.

    `needed`: the slots are a profile's, as it bears on a client's case: that a need does not apply is no answer to it.
    """

    def __init__(self, evidence: Evidence, slots: Mapping[str, tuple[Slot, ...]], *, needed: bool = False) -> None:
        self.circuit: Circuit = evidence.circuit
        self.policy: Policy = evidence.policy
        self.evidence = evidence
        self.slots = slots
        self._needed = needed
        self._known: dict[tuple[str, Source | None], Known] = {}
        self._only_if = Conditions(self.circuit, self._answer)

    def slots_of(self, question: str) -> tuple[Slot, ...]:
        """Return the slots of a question, by source."""
        return self.slots.get(question, ())

    def known(self, question_id: str, source: Source | None = None) -> Known:
        """Return what is known about a question; what this source's answers alone make known, when one is named."""
        known = self._known.get((question_id, source))
        if known is None:
            question = self.policy.questions[question_id]
            if question.open:
                raise ValueError(f"{question_id} is an open question: no condition reads it")
            heard = self._heard(question, [s for s in self.slots_of(question_id) if source in {None, s.source}])
            weigh = self._several if question.several else self._one
            known = self._known[question_id, source] = weigh(question, heard)
        return known

    def differ(self, question_id: str) -> Term:
        """Return whether the sources differ about a question."""
        question = self.policy.questions[question_id]
        heard = self._heard(question, self.slots_of(question_id))
        ruled_out = self.circuit.every([heard.ruled_out, self.circuit.some(said.answered for said in heard.said)])
        return self.circuit.some([self._differ(question, heard.said), ruled_out])

    def applies(self, question: Question) -> Truths:
        """Return the truth of a question's `only_if`; true when it has none."""
        return TRUE if question.only_if is None else self._only_if.truth(question.only_if)

    def _answer(self, leaf: Leaf) -> Truths:
        if not isinstance(leaf, AnswerIs):
            raise TypeError("only_if reads answers only; the loader refuses anything else")
        return self.known(leaf.question).test(leaf.wanted)

    def _heard(self, question: Question, slots: Sequence[Slot]) -> _Heard:
        circuit = self.circuit
        said = tuple(self.evidence.said(question, slot) for slot in slots)
        applies = self.applies(question)
        out = [] if self._needed else [one.rules_out for one in said]
        ruled_out = circuit.some([*out, circuit.negated(applies.could)])
        return _Heard(said, circuit.some([*(one.settles for one in said), ruled_out]), ruled_out, applies)

    def _one(self, question: Question, heard: _Heard) -> Known:
        """Weigh answers of which the most concerning one governs.

        Nobody's answer leaves the same open as the least concerning one of someone who may not settle the question.
        """
        circuit, count, kind = self.circuit, len(question.answers), small(question)
        if count < 2:  # noqa: PLR2004 - the two answers that the loader asks for
            raise ValueError(f"the question {question.id} has only one answer to choose")
        top = self._folded(("top",), [one.place for one in heard.said], pl.max_horizontal)
        least = self._least(heard, kind)
        if least == _number(1) and top.value is None:
            least = circuit.term("at-least-1", [top], lambda made: pl.max_horizontal(made[0], pl.lit(1, dtype=kind)))
        elif top.value is None:
            least = circuit.term("larger", [top, least], pl.max_horizontal)
        return OneAnswer(circuit, question, least, self._chosen(heard.settled, top, _number(count), kind))

    def _several(self, question: Question, heard: _Heard) -> Known:
        """Weigh answers that are taken together.

        Where every answer from the first chosen one upwards was chosen, nothing is open any more.
        """
        circuit, end = self.circuit, len(question.answers) + 1
        kind = small(question)
        chosen = self._folded(("union",), [one.place for one in heard.said], lambda made: reduce(pl.Expr.or_, made))
        lowest = self._least(heard, kind)
        if chosen.value is None:
            full = [(1 << (end - 1)) - (1 << place) for place in range(end - 1)]
            wide = bits(question)

            def first(made: Sequence[pl.Expr]) -> pl.Expr:
                """Return the place of the first answer chosen; past the end when all those above it are too."""
                return (
                    pl.when(made[0] == 0)
                    .then(made[1].cast(kind))
                    .when(made[0].is_in(pl.lit(pl.Series(full, dtype=wide)).implode()))
                    .then(pl.lit(end, dtype=kind))
                    .otherwise(made[0].bitwise_trailing_zeros().cast(kind) + 1)
                )

            lowest = circuit.term(("first", end), [chosen, lowest], first)
        return SeveralAnswers(circuit, question, chosen, self._chosen(heard.settled, _number(end), lowest, kind))

    def _least(self, heard: _Heard, kind: pl.DataType) -> Term:
        """Return the least that is possible when nobody answered: nowhere, unless the question is sure to apply."""
        applies = self.circuit.but_not(heard.applies.sure, heard.ruled_out)
        if applies.value is not None:
            return _number(1 if applies.value else NOWHERE)
        return self.circuit.term(("number", str(kind)), [applies], lambda made: made[0].cast(kind))

    def _folded(self, key: tuple[str], terms: Sequence[Term], fold: Callable[[Sequence[pl.Expr]], pl.Expr]) -> Term:
        if len(terms) <= 1:
            return terms[0] if terms else _number(NOTHING)
        return self.circuit.term(key, sorted(terms), fold)

    def _chosen(self, condition: Term, yes: Term, no: Term, kind: pl.DataType) -> Term:
        """Return the one number where the condition holds, else the other."""
        if condition.value is not None:
            return yes if condition.value else no
        if yes == no:
            return yes

        def choose(made: Sequence[pl.Expr]) -> pl.Expr:
            return pl.when(made[0]).then(made[1].cast(kind)).otherwise(made[2].cast(kind))

        return self.circuit.term(("choose", str(kind)), [condition, yes, no], choose)

    def _differ(self, question: Question, said: Sequence[Said]) -> Term:
        """Return whether two of the slots hold different answers."""
        if len(said) <= 1:
            return NO
        places = sorted(one.place for one in said)
        if question.open:
            return self.circuit.term("differ", places, _differ_from_first)

        def differ(made: Sequence[pl.Expr]) -> pl.Expr:
            lowest = pl.min_horizontal([pl.when(one > NOTHING).then(one) for one in made])
            return (lowest < pl.max_horizontal(made)).fill_null(value=False)

        return self.circuit.term("differ", places, differ)


def _differ_from_first(made: Sequence[pl.Expr]) -> pl.Expr:
    first = pl.coalesce(made)
    return pl.any_horizontal([(one != first).fill_null(value=False) for one in made])


def _number(value: int) -> Term:
    return Term(str(value), 0, value)
