"""Conditions as circuits: Kleene's logic over whatever truth their leaves have."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from engine.columns.circuit import Circuit, Truths
from engine.model.condition import (
    AllOf,
    AnswerIs,
    AnyOf,
    AtLeast,
    CalledFor,
    Condition,
    FlagIs,
    IsUnknown,
    Leaf,
    Not,
    ProgrammeLacks,
    SaidBy,
    SourcesDiffer,
)


class Conditions:
    """The truth of each condition, made once: `leaf` gives that of a leaf."""

    def __init__(self, circuit: Circuit, leaf: Callable[[Leaf], Truths]) -> None:
        self._circuit = circuit
        self._leaf = leaf
        self._made: dict[Condition, Truths] = {}

    def truth(self, condition: Condition) -> Truths:
        """Return the truth of a condition."""
        made = self._made.get(condition)
        if made is None:
            made = self._made[condition] = self._truth(condition)
        return made

    def _truth(self, condition: Condition) -> Truths:
        circuit = self._circuit
        match condition:
            case AllOf(members):
                return circuit.every_truth([self.truth(member) for member in members])
            case AnyOf(members):
                return circuit.some_truth([self.truth(member) for member in members])
            case AtLeast(number, members):
                return circuit.counted_truth(number, [self.truth(member) for member in members])
            case Not(member):
                return circuit.negated_truth(self.truth(member))
            case AnswerIs() | FlagIs() | IsUnknown() | SourcesDiffer() | SaidBy() | ProgrammeLacks() | CalledFor():
                return self._leaf(condition)
            case _:
                assert_never(condition)
