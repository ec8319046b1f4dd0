"""Conditions in the forms that durable-rules is given: terms, each of which is a conjunction of a few tests.

Each condition is turned into a form twice, once for "certain" and once for "possible"; `not` is gone by then, because
every test of a token has a complement. A form is a list of terms and holds when any of them does. A part that would
make a form long becomes a unit of its own, in an earlier stratum, whose token stands for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from math import comb
from typing import NamedTuple, TypeAlias, assert_never

from engine.model.condition import AllOf, AnyOf, AtLeast, Condition, Leaf, Not
from engine.network.readings import FALSE, TRUE, UNKNOWN, Literal, Properties, Property

MOST_TESTS = 12
"""Tests in one term. durable-rules allows 15 `$and` and `$or` in a rule: one for the term, one for each test."""

MOST_BRANCHES = 10
"""Terms that a conjunction of alternatives may be multiplied out to, before parts of it become units."""

CERTAIN, POSSIBLE = TRUE, TRUE + UNKNOWN

OPPOSITE = {TRUE: FALSE, TRUE + UNKNOWN: FALSE + UNKNOWN, FALSE: TRUE, FALSE + UNKNOWN: TRUE + UNKNOWN}
"""What the member of a `not` must be: it is certain when the member is certainly not, possible when not certain."""


class Every(NamedTuple):
    """All the parts hold (no parts: it always holds)."""

    parts: tuple[Form, ...] = ()


class Some(NamedTuple):
    """At least one of the parts holds (no parts: it never holds)."""

    parts: tuple[Form, ...] = ()


class Enough(NamedTuple):
    """At least `number` of the parts hold."""

    number: int
    parts: tuple[Form, ...]


Form: TypeAlias = Literal | Every | Some | Enough
Term: TypeAlias = tuple[Literal, ...]
"""Literals that must all hold, at most one for a property, in the order of their places."""


def two_valued(*, holds: bool, accepted: str) -> Form:
    """Return the form of something whose truth is known when the policy is compiled."""
    return Every() if (TRUE if holds else FALSE) in accepted else Some()


def form_of(condition: Condition, accepted: str, leaf: Callable[[Leaf, str], Form]) -> Form:
    """Return the form that holds when the truth of the condition is one of those accepted."""
    match condition:
        case AllOf(members) | AnyOf(members):
            parts = tuple(form_of(member, accepted, leaf) for member in members)
            return Every(parts) if isinstance(condition, AllOf) is (TRUE in accepted) else Some(parts)
        case Not(member):
            return form_of(member, OPPOSITE[accepted], leaf)
        case AtLeast(number, members):
            parts = tuple(form_of(member, accepted, leaf) for member in members)
            return Enough(number if TRUE in accepted else len(members) - number + 1, parts)
        case _:
            return leaf(condition, accepted)


class Unit(NamedTuple):
    """Something that fires or does not: a rule, or part of one. It fires when any of its terms holds.

    `level`: the stratum that it fires in, the first being 1.
    """

    number: int
    terms: tuple[Term, ...]
    level: int


class Gate(NamedTuple):
    """Turns what fired into a token: certain, else possible, else not."""

    property: Property
    certain: frozenset[int]
    possible: frozenset[int]
    texts: tuple[str, str, str]

    def settle(self, fired: set[int], facts: list[str]) -> None:
        """Write the token."""
        true, unknown, false = self.texts
        facts[self.property.place] = (
            true if not self.certain.isdisjoint(fired) else unknown if not self.possible.isdisjoint(fired) else false
        )


class Tally(NamedTuple):
    """Turns a count of what fired into a token: enough, or not."""

    property: Property
    number: int
    units: tuple[int, ...]

    def settle(self, fired: set[int], facts: list[str]) -> None:
        """Write the token. A unit that is named twice counts twice."""
        enough = sum(unit in fired for unit in self.units) >= self.number
        facts[self.property.place] = self.property.text(TRUE if enough else FALSE)


class Forms:
    """The units of one network, and the gates between them."""

    def __init__(self, properties: Properties) -> None:
        self._properties = properties
        self._parts: dict[frozenset[Term], Unit] = {}
        self._tokens: dict[int, Literal] = {}
        self.units: list[Unit] = []
        self.gates: list[Gate | Tally] = []

    def unit(self, form: Form) -> Unit | None:
        """Make a unit of a form, or return None if it never holds."""
        terms = self._terms(form)
        return self._unit(terms) if terms else None

    def gate(self, kind: str, certain: Iterable[Unit], possible: Iterable[Unit]) -> Property:
        """Make the property that tells whether any of the units fired, for certain or possibly."""
        certain, possible = tuple(certain), tuple(possible)
        ready = max(unit.level for unit in (*certain, *possible))
        made = self._properties.add(kind, TRUE + UNKNOWN + FALSE, ready)
        if_certain, if_possible = (frozenset(unit.number for unit in units) for units in (certain, possible))
        texts = (made.text(TRUE), made.text(UNKNOWN), made.text(FALSE))
        self.gates.append(Gate(made, if_certain, if_possible, texts))
        return made

    def _unit(self, terms: Sequence[Term]) -> Unit:
        level = 1 + max((literal.property.ready for term in terms for literal in term), default=0)
        made = Unit(len(self.units), tuple(terms), level)
        self.units.append(made)
        return made

    def _part(self, terms: Sequence[Term]) -> Unit:
        key = frozenset(terms)
        if key not in self._parts:
            self._parts[key] = self._unit(terms)
        return self._parts[key]

    def _token(self, terms: Sequence[Term]) -> Literal:
        """Make a part a unit of its own and return the test of its token."""
        unit = self._part(terms)
        if unit.number not in self._tokens:
            self._tokens[unit.number] = Literal(self.gate("x", (unit,), (unit,)), frozenset(TRUE))
        return self._tokens[unit.number]

    def _terms(self, form: Form) -> list[Term]:
        """Return the terms of a form: none if it never holds, one empty term if it always does."""
        match form:
            case Literal(prop, tokens):
                if tokens == prop.tokens:
                    return [()]
                return [(form,)] if tokens else []
            case Every(parts):
                return self._all_of([self._terms(part) for part in parts])
            case Some(parts):
                return _any_of([self._terms(part) for part in parts])
            case Enough(number, parts):
                return self._enough(number, [self._terms(part) for part in parts])
            case _:
                assert_never(form)

    def _all_of(self, groups: Iterable[list[Term]]) -> list[Term]:
        fixed: Term | None = ()
        choices: list[list[Term]] = []
        branches = 1
        for group in groups:
            if not group:
                return []
            if len(group) == 1:
                fixed = _merged(fixed, group[0]) if fixed is not None else None
            else:
                choices.append(group)
                branches *= len(group)
        choices.sort(key=len)
        while branches > MOST_BRANCHES and fixed is not None:
            longest = choices.pop()
            branches //= len(longest)
            fixed = _merged(fixed, (self._token(longest),))
        terms = [] if fixed is None else [fixed]
        for group in choices:
            terms = [both for term in terms for other in group if (both := _merged(term, other)) is not None]
        return _any_of([[self._short(term)] for term in terms])

    def _short(self, term: Term) -> Term:
        while len(term) > MOST_TESTS:
            pieces = (term[start : start + MOST_TESTS] for start in range(0, len(term), MOST_TESTS))
            term = tuple(piece[0] if len(piece) == 1 else self._token([piece]) for piece in pieces)
            term = tuple(sorted(term, key=_place))
        return term

    def _enough(self, number: int, groups: list[list[Term]]) -> list[Term]:
        always = sum(group == [()] for group in groups)
        number -= always
        groups = [group for group in groups if group and group != [()]]
        if number <= 0:
            return [()]
        if number > len(groups):
            return []
        if number == 1:
            return _any_of(groups)
        if comb(len(groups), number) <= MOST_BRANCHES:
            return _any_of([self._all_of(chosen) for chosen in combinations(groups, number)])
        units = [self._part(group) for group in groups]
        made = self._properties.add("n", TRUE + FALSE, max(unit.level for unit in units))
        self.gates.append(Tally(made, number, tuple(unit.number for unit in units)))
        return [(Literal(made, frozenset(TRUE)),)]


def _place(literal: Literal) -> int:
    return literal.property.place


def _merged(one: Term, other: Term) -> Term | None:
    """Return both terms in one, or None if they exclude each other."""
    by_place = {_place(literal): literal for literal in one}
    for literal in other:
        there = by_place.get(_place(literal))
        tokens = literal.tokens if there is None else there.tokens & literal.tokens
        if not tokens:
            return None
        by_place[_place(literal)] = Literal(literal.property, tokens)
    return tuple(by_place[place] for place in sorted(by_place))


def _any_of(groups: Iterable[list[Term]]) -> list[Term]:
    """Return the terms of all the groups, with tests of one property alone put together."""
    alone: dict[int, Literal] = {}
    longer: dict[Term, None] = {}
    for term in (term for group in groups for term in group):
        if not term:
            return [()]
        if len(term) > 1:
            longer[term] = None
            continue
        literal = term[0]
        there = alone.get(_place(literal))
        tokens = literal.tokens if there is None else there.tokens | literal.tokens
        alone[_place(literal)] = Literal(literal.property, tokens)
    if any(literal.tokens == literal.property.tokens for literal in alone.values()):
        return [()]
    return [*((literal,) for literal in alone.values()), *longer]
