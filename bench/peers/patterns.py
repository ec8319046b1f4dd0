"""Conditions as patterns, for engines that match facts: every way in which a condition is met, one after another."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from bench.peers.neutral import Form, Kind, Language, Test, half


class Pattern(NamedTuple):
    """One way in which a condition is met: each subject in one of these states, and these signals on."""

    states: tuple[tuple[str, tuple[str, ...]], ...]
    signals: frozenset[str]


Patterns: TypeAlias = tuple[Pattern, ...]
NOTHING_NEEDED: Patterns = (Pattern((), frozenset()),)


def patterns(form: Form) -> dict[str, Patterns]:
    """Return, for each half of every rule, the ways in which it is met; none can be left out."""
    rules = {rule["id"] for rule in form["rules"]}
    return {name: ways for name, ways in MET.whens(form).items() if name[:-1] in rules}


def _test(test: Test, kind: Kind) -> Patterns:
    return (Pattern(((test["subject"], tuple(test[kind])),), frozenset()),) if test[kind] else ()


def _every(members: list[Patterns]) -> Patterns:
    ways = NOTHING_NEEDED
    for member in members:
        ways = tuple(met for one in ways for other in member if (met := _both(one, other)) is not None)
    return tuple(dict.fromkeys(ways))


def _both(one: Pattern, other: Pattern) -> Pattern | None:
    """Return what both need; nothing when that can never be."""
    states = dict(one.states)
    for subject, wanted in other.states:
        states[subject] = tuple(state for state in states.get(subject, wanted) if state in wanted)
    if not all(states.values()):
        return None
    return Pattern(tuple(sorted(states.items())), one.signals | other.signals)


def _negated(_: Patterns) -> Patterns:
    # An engine that matches facts would have to know that a fact will not be asserted any more.
    raise ValueError("a negation left in the policy is not written for engines that match facts")


MET = Language[Patterns](
    test=_test,
    refer=lambda name, kind: (Pattern((), frozenset({half(name, kind)})),),
    every=_every,
    some=lambda members: tuple(dict.fromkeys(way for member in members for way in member)),
    negated=_negated,
)
