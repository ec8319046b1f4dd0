"""The neutral form: one policy at one stage, and cases, as plain data from which every peer's own form is made.

Peers know no sources, no corroboration, no dates and no contradictions. They are given what the definition makes of
all that: for each *subject* that a rule tests one *state*, and for each test the states in which it certainly holds
and those in which it possibly does. Only the logic of the rules is left to them, which is to their advantage.

States of a question that takes one answer: `2` settled at rank 2; `2+` rank 2 or anything more concerning is possible;
`?` nothing is ruled out, not even that it does not apply; `-` it does not apply, or there is no profile that could
say. A question that takes several answers has a subject for each word: `2` chosen, `?` possible, `-` out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, Literal, TypeAlias, TypedDict, TypeVar

T = TypeVar("T")

Kind: TypeAlias = Literal["certain", "possible"]
KINDS: tuple[Kind, ...] = ("certain", "possible")
"""The two halves into which three values are doubled. What is certain is possible too."""

When: TypeAlias = list["str | int | When"]
"""`["test", id]`, `["signal", id]`, `["all", ...]`, `["any", ...]`, `["not", when]`, `["at-least", number, ...]`."""


class Test(TypedDict):
    """A test of one subject: in which of its states it holds."""

    id: str
    subject: str
    certain: list[str]
    possible: list[str]


class Rule(TypedDict):
    """A rule; the layer is 1 when it reads subjects only, and otherwise one more than what it reads."""

    id: str
    layer: int
    when: When


class Signal(TypedDict):
    """What any one of some rules turns on: a flag, or a safeguard that some rule asks about."""

    id: str
    layer: int
    rules: list[str]
    always: bool
    excludes: bool


class Form(TypedDict):
    """A policy at one stage. `order` has every rule and signal after all that it reads."""

    name: str
    subjects: dict[str, list[str]]
    tests: list[Test]
    rules: list[Rule]
    signals: list[Signal]
    order: list[str]
    cases: list[dict[str, str]]


class Found(TypedDict):
    """What came of one case: a digit for each rule and each signal (0 false, 1 unknown, 2 true), and the outcome."""

    rules: str
    signals: str
    outcome: str


def found(form: Form, holds: Callable[[str, Kind], bool], outcome: str) -> Found:
    """Put together what came of a case from what holds: `holds(id, kind)` for every rule and signal."""

    def digits(entries: Iterable[Rule] | Iterable[Signal]) -> str:
        return "".join(str(holds(entry["id"], "certain") + holds(entry["id"], "possible")) for entry in entries)

    return Found(rules=digits(form["rules"]), signals=digits(form["signals"]), outcome=outcome)


def half(name: str, kind: Kind) -> str:
    """Return the name of one half of a test, a rule or a signal."""
    return f"{name}{kind[0]}"


def halves(form: Form) -> list[tuple[str, Kind]]:
    """Return both halves of every rule and signal, each after all that it reads."""
    return [(name, kind) for name in form["order"] for kind in KINDS]


def excluding(form: Form, kind: Kind) -> list[str]:
    """Return that half of every signal that decides the outcome."""
    return [half(signal["id"], kind) for signal in form["signals"] if signal["excludes"]]


def outcome_of(against: bool, left_open: bool) -> str:  # noqa: FBT001 - two yes-or-noes, in this order
    """Return the outcome: some exclude flag is certain; some is possible; none is."""
    return "against" if against else "undetermined" if left_open else "conditional"


@dataclass(frozen=True)
class Language(Generic[T]):
    """How conditions are written in some language; `T` is what is written, often text."""

    test: Callable[[Test, Kind], T]
    refer: Callable[[str, Kind], T]
    every: Callable[[list[T]], T]
    some: Callable[[list[T]], T]
    negated: Callable[[T], T]

    def whens(self, form: Form) -> dict[str, T]:
        """Write both halves of every rule and signal that is not always on."""
        tests = {test["id"]: test for test in form["tests"]}
        written = {
            half(rule["id"], kind): self._written(rule["when"], kind, tests) for rule in form["rules"] for kind in KINDS
        }
        for signal in form["signals"]:
            if not signal["always"]:
                for kind in KINDS:
                    written[half(signal["id"], kind)] = self.some([self.refer(rule, kind) for rule in signal["rules"]])
        return {name: written[name] for name in (half(*entry) for entry in halves(form)) if name in written}

    def _written(self, when: When, kind: Kind, tests: dict[str, Test]) -> T:
        head, *rest = when
        members = [member for member in rest if isinstance(member, list)]
        match head, rest:
            case "test", [str(name)]:
                return self.test(tests[name], kind)
            case "signal", [str(name)]:
                return self.refer(name, kind)
            case "all", _:
                return self.every([self._written(member, kind, tests) for member in members])
            case "any", _:
                return self.some([self._written(member, kind, tests) for member in members])
            case "at-least", [int(number), *_]:
                made = [self._written(member, kind, tests) for member in members]
                return self.some([self.every(list(some)) for some in combinations(made, number)])
            case "not", _:
                # What is not possible is certainly not; what is not certain is possibly not.
                return self.negated(self._written(members[0], "possible" if kind == "certain" else "certain", tests))
            case _:
                raise ValueError(f"no form of a condition: {head}")


def doubled(form: Form) -> list[dict[str, bool]]:
    """Return the cases as both halves of each test, true or false, for engines that are best given those."""
    return [
        {half(test["id"], kind): case[test["subject"]] in test[kind] for test in form["tests"] for kind in KINDS}
        for case in form["cases"]
    ]
