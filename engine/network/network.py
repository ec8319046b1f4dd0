"""One policy at one stage, compiled; and a case through it."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from weakref import finalize

from engine.model.answer import Case, Standing
from engine.model.policy import Effect, Outcome, Policy
from engine.model.question import Stage
from engine.model.truth import Truth
from engine.network.faults import NetworkError
from engine.network.forms import Gate, Tally
from engine.network.plan import Asked, Pair, Plan
from engine.network.readings import Where
from engine.network.rulesets import Ruleset, packed, release

UNSET = "!"
"""Stands for a token that is not known yet; durable-rules refuses a message that holds it."""


@dataclass(frozen=True, slots=True)
class Firing:
    """What one case called up. "Possible" includes "certain"; base safeguards are certain."""

    certain_rules: frozenset[str]
    possible_rules: frozenset[str]
    certain_flags: frozenset[str]
    possible_flags: frozenset[str]
    certain_safeguards: frozenset[str]
    possible_safeguards: frozenset[str]
    outcome: Outcome


class Stratum(NamedTuple):
    """Rulesets whose messages hold only what earlier strata settled, and what they settle in turn."""

    rulesets: tuple[Ruleset, ...]
    gates: tuple[Gate | Tally, ...]
    asked: tuple[Asked, ...]


class Network:
    """A policy at one stage as rulesets.

    One case goes through at a time: other threads wait (two at once in one context of durable-rules lose firings), so
    several threads are faster with a network each. Raises `NetworkError` when the policy cannot be compiled. The
    rulesets are freed by `close`, or with the network.
    """

    def __init__(self, policy: Policy, stage: Stage) -> None:
        self._lock = threading.Lock()
        self._handles: set[int] = set()
        self._free = finalize(self, release, self._handles)
        # When the program ends, its memory goes with it: to free a thousand small things first only takes time.
        self._free.atexit = False
        try:
            self._compile(policy, stage)
        except Exception as error:
            self._free()
            if isinstance(error, NetworkError):
                raise
            raise NetworkError(f"the policy could not be compiled: {type(error).__name__}") from error

    def _compile(self, policy: Policy, stage: Stage) -> None:
        plan = Plan(policy, stage)
        self._stage = stage
        self._size = len(plan.properties.all)
        self._first = tuple(asked for asked in plan.asked if asked.ready == 0)
        self._strata = tuple(
            Stratum(
                tuple(
                    Ruleset(entries, self._handles)
                    for entries in packed(unit for unit in plan.forms.units if unit.level == level)
                ),
                tuple(gate for gate in plan.forms.gates if gate.property.ready == level),
                tuple(asked for asked in plan.asked if asked.ready == level),
            )
            for level in range(1, max((unit.level for unit in plan.forms.units), default=0) + 1)
        )
        pairs = plan.rules.items()
        self._certain = {pair.certain.number: name for name, pair in pairs if pair.certain is not None}
        self._possible = {pair.possible.number: name for name, pair in pairs if pair.possible is not None}
        self._raises = {rule.id: rule.raises for rule in policy.in_force(stage) if rule.raises is not None}
        self._recommends = {rule.id: rule.recommends for rule in policy.in_force(stage) if rule.recommends}
        self._base = frozenset(policy.base_at(stage))
        self._excluding = frozenset(flag.id for flag in policy.flags.values() if flag.effect is Effect.EXCLUDE)

    def close(self) -> None:
        """Free the rulesets. The network cannot be used afterwards."""
        with self._lock:
            self._free()

    def fire(self, case: Case, on: date) -> Firing:
        """Let a case through, as it stands on the day `on`. Raises `NetworkError` on any fault, whatever its kind."""
        try:
            with self._lock:
                fired = self._fire(case, on)
            return self._firing(fired)
        except NetworkError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, no answer may be given
            # The text of an exception may hold an answer; its type does not.
            raise NetworkError(f"the network failed: {type(error).__name__}") from None

    def _fire(self, case: Case, on: date) -> set[int]:
        if not self._free.alive:
            raise NetworkError("the network is closed")
        if case.stage is not self._stage:
            raise NetworkError(f"the network is for the stage '{self._stage}', and the case is at another")
        facts = [UNSET] * self._size
        fired: set[int] = set()
        day = on.toordinal()
        for asked in self._first:
            _read(asked, case, day, fired, facts)
        for stratum in self._strata:
            for ruleset in stratum.rulesets:
                fired.update(ruleset.run(facts))
            for gate in stratum.gates:
                gate.settle(fired, facts)
            for asked in stratum.asked:
                _read(asked, case, day, fired, facts)
        return fired

    def _firing(self, fired: set[int]) -> Firing:
        certain = frozenset([self._certain[unit] for unit in fired if unit in self._certain])
        possible = frozenset([self._possible[unit] for unit in fired if unit in self._possible])
        if not certain <= possible:
            raise NetworkError("a rule is certain and not possible")
        certain_flags, possible_flags = self._flags(certain), self._flags(possible)
        outcome = Outcome.CONDITIONAL
        if not self._excluding.isdisjoint(certain_flags):
            outcome = Outcome.AGAINST
        elif not self._excluding.isdisjoint(possible_flags):
            outcome = Outcome.UNDETERMINED
        return Firing(
            certain,
            possible,
            certain_flags,
            possible_flags,
            self._safeguards(certain),
            self._safeguards(possible),
            outcome,
        )

    def _flags(self, rules: frozenset[str]) -> frozenset[str]:
        return frozenset([self._raises[rule] for rule in rules if rule in self._raises])

    def _safeguards(self, rules: frozenset[str]) -> frozenset[str]:
        return self._base.union(*[self._recommends[rule] for rule in rules if rule in self._recommends])


def _read(asked: Asked, case: Case, day: int, fired: set[int], facts: list[str]) -> None:
    reading = asked.reading
    answers = case.answers
    if reading.subject.where is Where.PROFILE:
        if case.programme is None:
            reading.read_nothing(facts)
            return
        answers = case.programme.answers
    given = answers.get(reading.subject.question, ())
    if reading.subject.where is Where.PROFILE:
        # What is needed applies: that somebody says it does not is no answer.
        given = tuple(answer for answer in given if answer.standing is not Standing.NOT_APPLICABLE)
    applies = Truth.TRUE if asked.only_if is None else _truth(asked.only_if, fired)
    reading.read(given, day, applies, facts)


def _truth(pair: Pair, fired: set[int]) -> Truth:
    if pair.certain is not None and pair.certain.number in fired:
        return Truth.TRUE
    if pair.possible is not None and pair.possible.number in fired:
        return Truth.UNKNOWN
    return Truth.FALSE
