"""What was said in a row, slot by slot: which answer, whether it may settle the question, and whether it is fresh."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce

import polars as pl

from engine.columns.circuit import NO, Circuit, Term
from engine.columns.slots import STANDINGS, Slot, slot_named, words
from engine.model.answer import Standing
from engine.model.policy import Policy
from engine.model.question import Question

NOTHING = 0
"""The code of a slot that nothing stands in, and the place of an answer that nobody gave."""

_BITS: tuple[tuple[int, pl.DataType], ...] = ((8, pl.UInt8()), (16, pl.UInt16()), (32, pl.UInt32()), (64, pl.UInt64()))


def small(question: Question) -> pl.DataType:
    """Return the smallest type of number that holds the place of any answer of the question, and its standings."""
    return next(kind for bits, kind in _BITS if len(question.answers) + len(STANDINGS) + 2 < 1 << bits)


def bits(question: Question) -> pl.DataType:
    """Return the type of number that has a bit for each answer of the question, and for each standing."""
    needed = len(question.answers) + len(STANDINGS)
    found = next((kind for most, kind in _BITS if needed <= most), None)
    if found is None:
        raise ValueError(f"the question {question.id} has more answers to choose from than one number has bits")
    return found


def slots_in(schema: Mapping[str, pl.DataType], policy: Policy, prefix: str) -> Mapping[str, tuple[Slot, ...]]:
    """Return the slots of a sheet by question, in the order of their names.

    Raises ValueError when a slot does not hold what the question's answers are: the numbers behind the words of an
    Enum mean something else then.
    """
    found: dict[str, list[Slot]] = {}
    for name in schema:
        slot = slot_named(name.removeprefix(prefix)) if name.startswith(prefix) else None
        if slot is None:
            continue
        question = policy.questions.get(slot.question)
        if question is None or schema[name] != kind_of(question):
            raise ValueError(f"the column {name} does not hold answers as the policy words them")
        if schema.get(prefix + slot.on, pl.Date) != pl.Date:
            raise ValueError(f"the column {prefix + slot.on} does not hold dates")
        found.setdefault(slot.question, []).append(slot)
    return {question: tuple(sorted(slots)) for question, slots in found.items()}


def kind_of(question: Question) -> pl.DataType:
    """Return the type of the column of a slot."""
    if question.open:
        return pl.String()
    kind = pl.Enum(words(question))
    return pl.List(kind) if question.several else kind


@dataclass(frozen=True, slots=True)
class Said:
    """What one slot says, as terms.

    `place` is where its answer stands among the question's, counted from 1, and 0 when nothing was answered; with
    `several`, a bit for each answer; for an open question the text itself, or null.
    """

    place: Term
    answered: Term
    settles: Term
    rules_out: Term


class Evidence:
    """The slots of one view of a row: the case's own answers, the profile's, or those without some sources."""

    def __init__(
        self, circuit: Circuit, policy: Policy, on: date, schema: Mapping[str, pl.DataType], prefix: str = ""
    ) -> None:
        self.circuit = circuit
        self.policy = policy
        self._on = on
        self._schema = schema
        self._prefix = prefix

    def said(self, question: Question, slot: Slot) -> Said:
        """Return what a slot says."""
        circuit = self.circuit
        place = self.place(question, slot)
        answered = self._answered(question, place)
        old = self._old(question, slot)
        may_settle = not question.corroborate or slot.source in question.corroborate
        rules_out = self.stands(question, slot, Standing.NOT_APPLICABLE) if slot.source in question.corroborate else NO
        return Said(
            place,
            answered,
            circuit.but_not(answered, old) if may_settle else NO,
            circuit.but_not(rules_out, old),
        )

    def place(self, question: Question, slot: Slot) -> Term:
        """Return where the answer of a slot stands, or its bits; for an open question, the text or null."""
        code = self._code(question, slot)
        count = len(question.answers)
        if question.open:
            return self.circuit.term("text", [code], lambda made: _unless(made[0].str.starts_with("\0"), made[0]))
        if question.several:
            mask = (1 << count) - 1
            return self.circuit.term(("chosen", mask), [code], lambda made: made[0] & mask)
        kind = small(question)
        nothing = pl.lit(NOTHING, dtype=kind)
        return self.circuit.term(
            ("place", count), [code], lambda made: pl.when(made[0] <= count).then(made[0]).otherwise(nothing)
        )

    def stands(self, question: Question, slot: Slot, standing: Standing) -> Term:
        """Return whether a slot holds this standing in place of an answer."""
        code = self._code(question, slot)
        if question.open:
            text = f"\0{standing}"
            return self.circuit.term(("stands", text), [code], lambda made: made[0].eq_missing(pl.lit(text)))
        place = len(question.answers) + STANDINGS.index(standing)
        if question.several:
            return self.circuit.term(("stands", place), [code], lambda made: (made[0] & (1 << place)) != 0)
        return self.circuit.term(("stands", place), [code], lambda made: made[0] == place + 1)

    def undated(self, question: Question, slot: Slot) -> Term:
        """Return whether a slot says something that would grow stale, and does not say when it was said."""
        if question.valid_for is None:
            return NO
        says = self.circuit.some(
            [
                self._answered(question, self.place(question, slot)),
                self.stands(question, slot, Standing.NOT_APPLICABLE),
            ]
        )
        if self._prefix + slot.on not in self._schema:
            return says
        return self.circuit.every([says, self._column(slot.on, ("undated",), lambda column: column.is_null())])

    def _answered(self, question: Question, place: Term) -> Term:
        if question.open:
            return self.circuit.term("answered", [place], lambda made: made[0].is_not_null())
        return self.circuit.term("answered", [place], lambda made: made[0] > 0)

    def _old(self, question: Question, slot: Slot) -> Term:
        """Return whether the answer of a slot is too old to settle anything; one without a date is of today."""
        if question.valid_for is None or self._prefix + slot.on not in self._schema:
            return NO
        if self._on.toordinal() <= question.valid_for:
            return NO
        first = self._on - timedelta(days=question.valid_for)
        return self._column(slot.on, ("before", first), lambda column: (column < first).fill_null(value=False))

    def _code(self, question: Question, slot: Slot) -> Term:
        """Return what stands in a slot as a number: 0 for nothing, else from 1; with `several`, as bits from 0."""
        if question.open:
            return self._column(slot.column, ("text",), lambda column: column)
        if question.several:
            kind, every_word = bits(question), words(question)
            return self._column(slot.column, ("bits",), lambda column: _bits(column, every_word, kind))
        kind = small(question)
        return self._column(
            slot.column, ("code",), lambda column: (column.to_physical().cast(kind) + 1).fill_null(NOTHING)
        )

    def _column(self, name: str, key: tuple[object, ...], build: Callable[[pl.Expr], pl.Expr]) -> Term:
        name = self._prefix + name
        return self.circuit.term((name, *key), [], lambda _: build(pl.col(name)))


def _unless(condition: pl.Expr, column: pl.Expr) -> pl.Expr:
    """Return the column, null where the condition holds."""
    return pl.when(~condition).then(column)


def _bits(column: pl.Expr, every_word: tuple[str, ...], kind: pl.DataType) -> pl.Expr:
    """Return a bit for each word that stands in a list."""
    enum = pl.Enum(every_word)
    set_ = [
        pl.when(column.list.contains(pl.lit(word, dtype=enum)))
        .then(pl.lit(1 << place, dtype=kind))
        .otherwise(pl.lit(0, dtype=kind))
        for place, word in enumerate(every_word)
    ]
    return reduce(pl.Expr.or_, set_)
