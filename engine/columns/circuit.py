"""A circuit over columns: each term is computed once, however many ask for it, and in as few layers as can be.

A term is a column without nulls that is still to be made, or a constant. Whoever makes the same term twice gets the
same one, so that what two rules share, or two ways of looking at one case, costs nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from typing import NamedTuple, TypeAlias

import polars as pl

Build: TypeAlias = Callable[[Sequence[pl.Expr]], pl.Expr]

FEW = 255
"""How many of a number are counted in one byte."""


class Term(NamedTuple):
    """A column to be made in a layer, or, with a value, a constant that is the same for every case."""

    name: str
    layer: int = 0
    value: int | None = None


YES, NO = Term("yes", value=True), Term("no", value=False)


class Truths(NamedTuple):
    """What is known of a truth: `sure`, it is true; `could`, it is not false. `sure` holds only where `could` does."""

    sure: Term
    could: Term


TRUE, FALSE = Truths(YES, YES), Truths(NO, NO)


class Circuit:
    """Terms by what they are made from. `mark` begins the names of the columns that are dropped in the end."""

    def __init__(self, mark: str) -> None:
        self._mark = mark
        self._terms: dict[Hashable, Term] = {}
        self._made: dict[str, tuple[tuple[Term, ...], Build]] = {}

    def term(self, key: Hashable, inputs: Sequence[Term], build: Build) -> Term:
        """Return the term of this key, which `build` makes from its inputs; the key has to say everything about it."""
        whole = (key, tuple(inputs))
        found = self._terms.get(whole)
        if found is None:
            layer = 1 + max((term.layer for term in inputs), default=0)
            found = self._terms[whole] = Term(f"{self._mark}{len(self._made)}", layer)
            self._made[found.name] = (tuple(inputs), build)
        return found

    # -- two-valued logic --

    def every(self, terms: Iterable[Term]) -> Term:
        """Return whether all of them hold."""
        return self._joined("every", terms, NO, YES, pl.all_horizontal)

    def some(self, terms: Iterable[Term]) -> Term:
        """Return whether one of them holds."""
        return self._joined("some", terms, YES, NO, pl.any_horizontal)

    def _joined(
        self,
        key: str,
        terms: Iterable[Term],
        decides: Term,
        without: Term,
        join: Callable[[Sequence[pl.Expr]], pl.Expr],
    ) -> Term:
        kept = sorted({term for term in terms if term != without})
        if decides in kept:
            return decides
        if len(kept) <= 1:
            return kept[0] if kept else without
        return self.term(key, kept, join)

    def negated(self, term: Term) -> Term:
        """Return whether it does not hold."""
        if term.value is not None:
            return NO if term.value else YES
        return self.term("not", [term], lambda made: ~made[0])

    def but_not(self, term: Term, other: Term) -> Term:
        """Return whether the one holds and the other does not."""
        return self.every([term, self.negated(other)])

    def counted(self, number: int, terms: Sequence[Term]) -> Term:
        """Return whether at least `number` of them hold. One that stands there twice counts twice."""
        open_ = sorted(term for term in terms if term.value is None)
        number -= sum(1 for term in terms if term.value)
        if number <= 0:
            return YES
        if number > len(open_):
            return NO
        if number == 1:
            return self.some(open_)
        if number == len(open_):
            return self.every(open_)
        kind = pl.UInt8 if len(open_) <= FEW else pl.UInt32
        return self.term(
            ("at-least", number), open_, lambda made: reduce(pl.Expr.add, [m.cast(kind) for m in made]) >= number
        )

    # -- three-valued logic: Kleene's, on what is sure and what could be --

    def every_truth(self, truths: Sequence[Truths]) -> Truths:
        """Kleene's conjunction."""
        return Truths(self.every([t.sure for t in truths]), self.every([t.could for t in truths]))

    def some_truth(self, truths: Sequence[Truths]) -> Truths:
        """Kleene's disjunction."""
        return Truths(self.some([t.sure for t in truths]), self.some([t.could for t in truths]))

    def counted_truth(self, number: int, truths: Sequence[Truths]) -> Truths:
        """Kleene's threshold."""
        return Truths(self.counted(number, [t.sure for t in truths]), self.counted(number, [t.could for t in truths]))

    def negated_truth(self, truths: Truths) -> Truths:
        """Kleene's negation: what could be is not sure to be false."""
        return Truths(self.negated(truths.could), self.negated(truths.sure))

    def unknown(self, truths: Truths) -> Term:
        """Return whether it is unknown."""
        if truths.sure == truths.could:
            return NO
        return self.but_not(truths.could, truths.sure)

    # -- columns --

    def layers(self, wanted: Mapping[str, tuple[Sequence[Term], Build]]) -> Iterator[list[pl.Expr]]:
        """Yield what has to be added, layer by layer, so that the columns that are wanted are there at last."""
        used: set[str] = set()
        waiting = [term for inputs, _ in wanted.values() for term in inputs]
        while waiting:
            term = waiting.pop()
            if term.value is None and term.name not in used:
                used.add(term.name)
                waiting.extend(self._made[term.name][0])
        by_layer: dict[int, list[pl.Expr]] = {}
        for found in self._terms.values():
            if found.name in used:
                inputs, build = self._made[found.name]
                by_layer.setdefault(found.layer, []).append(build([_read(term) for term in inputs]).alias(found.name))
        for layer in sorted(by_layer):
            yield by_layer[layer]
        yield [build([_read(term) for term in inputs]).alias(name) for name, (inputs, build) in wanted.items()]


def _read(term: Term) -> pl.Expr:
    return pl.col(term.name) if term.value is None else pl.lit(term.value)
