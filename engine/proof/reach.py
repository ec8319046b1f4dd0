"""What can happen at all: rules that can be true, outcomes that can be reached, rules that always apply together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.model.policy import Outcome, Policy
from engine.model.question import Stage
from engine.proof.claims import Claim, Kind, Part, Standing
from engine.proof.clock import Clock
from engine.proof.sheets import Sheets


class Reach:
    """The search for a case in which each rule is true, and for one that tells each two rules apart."""

    def __init__(self, sheets: Sheets, policy: Policy, seconds: float | None) -> None:
        self.sheets = sheets
        self.policy = policy
        self.seconds = seconds
        self.reading = sheets.reading(policy)
        self.certain = {rule.id: self.reading.rule(rule.id).certain for rule in policy.in_force(sheets.stage)}
        self._seen: list[frozenset[str]] = []
        """For each case found, the rules that are true in it."""

    def all(self) -> Iterator[Claim]:
        """Yield every claim with what came of it."""
        if self.sheets.stage is not Stage.STRUCTURAL:
            for outcome in Outcome:
                yield self._claim(Kind.OUTCOME_CAN_BE_REACHED, outcome.value, self.reading.outcome(outcome))
        seen = frozenset().union(*self._seen)
        for name, literal in self.certain.items():
            if name in seen:
                yield Claim(Kind.RULE_CAN_BE_TRUE, Part.WHOLE, name, self.sheets.stage, Standing.PROVED)
            else:
                yield self._claim(Kind.RULE_CAN_BE_TRUE, name, literal)
                seen = frozenset().union(seen, *self._seen[-1:])

    def together(self) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
        """Return the groups of rules that are true in exactly the same cases, and pairs of which that is not known.

        Rules that no case found so far tells apart are put to the solver two by two. Call `all` first.
        """
        clock = Clock(self.seconds)
        ever = frozenset().union(*self._seen)
        waiting = _told_apart([[name for name in self.certain if name in ever]], self._seen)
        together: list[tuple[str, ...]] = []
        perhaps: list[tuple[str, ...]] = []
        while waiting:
            first, *others = waiting.pop()
            alike = [first]
            while others:
                name = others.pop()
                unlike = self.sheets.clauses.unlike(self.certain[first], self.certain[name])
                found = self.sheets.clauses.solve((unlike,), clock.left)
                if found is False:
                    alike.append(name)
                elif found is None:
                    perhaps.append(tuple(sorted((first, name))))
                else:
                    self._look()
                    *apart, others = _around(first, [name, *others], self._seen[-1])
                    waiting += apart
            if len(alike) > 1:
                together.append(tuple(sorted(alike)))
        return tuple(sorted(together)), tuple(sorted(perhaps))

    def _claim(self, kind: Kind, about: str, literal: int) -> Claim:
        clock = Clock(self.seconds)
        found = self.sheets.clauses.solve((literal,), clock.left)
        if found:
            self._look()
        standing = {True: Standing.PROVED, False: Standing.REFUTED, None: Standing.UNDECIDED}[found]
        return Claim(kind, Part.WHOLE, about, self.sheets.stage, standing, seconds=clock.spent)

    def _look(self) -> None:
        holds = self.sheets.clauses.holds
        self._seen.append(frozenset(name for name, literal in self.certain.items() if holds(literal)))


def _told_apart(groups: list[list[str]], seen: Sequence[frozenset[str]]) -> list[list[str]]:
    """Return the groups of two or more rules that are true in the same of these cases."""
    marks: dict[tuple[int, ...], list[str]] = {}
    for group in groups:
        for name in group:
            marks.setdefault(tuple(n for n, true in enumerate(seen) if name in true), []).append(name)
    return [group for group in marks.values() if len(group) > 1]


def _around(first: str, others: list[str], true: frozenset[str]) -> tuple[list[str], ...]:
    """Part the others by whether they are true where the first is: last those that still may go with it."""
    apart = [name for name in others if (name in true) != (first in true)]
    beside = [name for name in others if (name in true) == (first in true)]
    return (*([apart] if len(apart) > 1 else []), beside)
