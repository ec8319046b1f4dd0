"""Gates over one incremental SAT solver: equal gates are made once, and a limit of time really stops the search.

Why Glucose 4.2 and not CaDiCaL: measured through PySAT, a search by Glucose or MiniSat stops within a tenth of a second
of the time limit; one by CaDiCaL 1.5.3, 1.9.5 or 3.0 does not stop before it is done, so that every claim would need a
process of its own. Proving the promises of a policy of 400 rules took 7.0 s of processor time with Glucose 4.2, 6.0 s
with Glucose 4 and MiniSat 2.2, 6.4 s with CaDiCaL 1.5.3, 12.2 s with CaDiCaL 1.9.5: proofs here are many small
questions asked one after the other under assumptions, and what a solver does before a long search does not pay.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from typing import Any

from engine.errors import MissingPart, Place, Problem

SOLVER = "glucose42"
_AT_FIRST = 500
"""Conflicts that are tried without a clock: nearly every question is answered within them."""
_PART = "assurance"


def available() -> bool:
    """Whether the solver is installed."""
    return find_spec("pysat") is not None


class Clauses:
    """One solver and the gates in it. A literal is a whole number, its negation is the negative one."""

    TRUE = 1
    FALSE = -1

    def __init__(self) -> None:
        if not available():
            help = f"pip install 'forethought[{_PART}]'"
            problem = Problem(Place("forethought"), "missing-part", f"this needs the part `{_PART}`", help)
            raise MissingPart([problem])
        from pysat.solvers import Solver

        self._solver: Any = Solver(name=SOLVER, bootstrap_with=[[self.TRUE]])
        self._last = 1
        self._gates: dict[tuple[int, ...], int] = {}
        self._thresholds: dict[tuple[int, tuple[int, ...]], int] = {}
        self._model: Sequence[int] = ()
        self._made_then = 0

    def variable(self) -> int:
        """Return a new variable."""
        self._last += 1
        return self._last

    def add(self, *literals: int) -> None:
        """Let at least one of these hold, from now on."""
        self._solver.add_clause(list(literals))

    def both(self, literals: Iterable[int]) -> int:
        """Return a literal that holds when all of these do."""
        inputs = {literal for literal in literals if literal != self.TRUE}
        if self.FALSE in inputs or any(-literal in inputs for literal in inputs):
            return self.FALSE
        if len(inputs) < 2:  # noqa: PLR2004 - a gate has two inputs or more
            return next(iter(inputs), self.TRUE)
        key = tuple(sorted(inputs))
        gate = self._gates.get(key)
        if gate is None:
            gate = self._gates[key] = self.variable()
            for literal in key:
                self._solver.add_clause([-gate, literal])
            self._solver.add_clause([gate, *(-literal for literal in key)])
        return gate

    def either(self, literals: Iterable[int]) -> int:
        """Return a literal that holds when at least one of these does."""
        return -self.both([-literal for literal in literals])

    def unlike(self, one: int, other: int) -> int:
        """Return a literal that holds when exactly one of the two does."""
        return self.either((self.both((one, -other)), self.both((-one, other))))

    def at_least(self, number: int, literals: Sequence[int]) -> int:
        """Return a literal that holds when at least `number` of these do, counting each place."""
        if number <= 0:
            return self.TRUE
        if number > len(literals):
            return self.FALSE
        key = (number, tuple(literals))
        gate = self._thresholds.get(key)
        if gate is None:
            first, rest = literals[0], literals[1:]
            with_it = self.both((first, self.at_least(number - 1, rest)))
            gate = self._thresholds[key] = self.either((with_it, self.at_least(number, rest)))
        return gate

    def solve(self, wanted: Sequence[int], seconds: float | None = None) -> bool | None:
        """Say whether all of these can hold together; None when the time was up before that was known."""
        if self.FALSE in wanted:
            return False
        asked = list(wanted)
        found = self._solver.solve(assumptions=asked) if seconds is None else self._within(asked, seconds)
        if found:
            self._model = self._solver.get_model()
            self._made_then = self._last
        return None if found is None else bool(found)

    def holds(self, literal: int) -> bool:
        """Whether a literal holds in what was found last. Raises ValueError for a gate that was made only since."""
        if abs(literal) > self._made_then:
            raise ValueError("this was asked for only after the case was found")
        place = abs(literal) - 1
        value = place < len(self._model) and self._model[place] > 0
        return value == (literal > 0)

    def _within(self, wanted: list[int], seconds: float) -> bool | None:
        if seconds <= 0:
            return None
        started = time.monotonic()
        self._solver.conf_budget(_AT_FIRST)
        found: bool | None = self._solver.solve_limited(assumptions=wanted)
        self._solver.conf_budget(-1)
        left = seconds - (time.monotonic() - started)
        if found is not None or left <= 0:
            return found
        clock = threading.Timer(left, self._solver.interrupt)
        clock.start()
        try:
            found = self._solver.solve_limited(assumptions=wanted, expect_interrupt=True)
        finally:
            clock.cancel()
            clock.join()
            self._solver.clear_interrupt()
        return found
