"""A policy and its cases in the neutral form, and what the definition makes of each case."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from bench.peers.neutral import Form, Found, Rule, Signal, Test, When
from bench.peers.work import ON, STAGE
from engine import __version__
from engine.model.answer import Case
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
from engine.model.policy import Effect, Policy
from engine.model.question import Question
from engine.model.recommendation import NOT_APPLICABLE, Known, Recommendation
from engine.model.source import Source
from engine.model.truth import FALSE, TRUE, UNKNOWN, Truth
from engine.reference import View, recommend

DIGITS: dict[Truth, str] = {FALSE: "0", UNKNOWN: "1", TRUE: "2"}
OUT, ANY, CHOSEN = "-", "?", "2"
DIFFER, AGREE = "differ", "agree"

# Whose word about which question, in the case (None: everybody's) or in the profile; then what of it.
Subject = tuple[str, Source | None, bool, str]


class Written:
    """A policy at the start in the neutral form, and the way of its cases into it."""

    def __init__(self, policy: Policy, name: str) -> None:
        self.policy = policy
        self._subjects: dict[Subject, str] = {}
        self._states: dict[str, list[str]] = {}
        self._tests: dict[tuple[str, tuple[str, ...], tuple[str, ...]], Test] = {}
        self._rules: dict[str, Rule] = {}
        self._signals: dict[tuple[str, str], Signal] = {}
        self._order: list[str] = []
        self._raisers, self._callers = policy.raisers(STAGE), policy.callers(STAGE)
        for rule in policy.in_force(STAGE):
            self._rule(rule.id)
        for flag in self._raisers:
            self._signal("flag", flag)
        self.form = Form(
            name=name,
            subjects=self._states,
            tests=list(self._tests.values()),
            rules=list(self._rules.values()),
            signals=list(self._signals.values()),
            order=self._order,
            cases=[],
        )
        self.names = {entry["id"]: f"rule {name}" for name, entry in self._rules.items()}
        self.names |= {entry["id"]: " ".join(name) for name, entry in self._signals.items()}

    def with_cases(self, cases: Iterable[Case]) -> Form:
        """Return the form with these cases."""
        return {**self.form, "cases": [self.facts(case) for case in cases]}

    def facts(self, case: Case) -> dict[str, str]:
        """Return the state of every subject, as the definition weighs the answers."""
        view = View(self.policy, case, ON)
        return {name: self._state(view, subject) for subject, name in self._subjects.items()}

    def found(self, case: Case) -> Found:
        """Return what the definition finds."""
        return self.read(recommend(self.policy, case, ON, __version__))

    def read(self, recommendation: Recommendation) -> Found:
        """Return what a recommendation says."""
        rules = {finding.rule.id: finding.truth for finding in recommendation.rules}
        signals = {("flag", finding.flag.id): finding.truth for finding in recommendation.flags}
        signals |= {("safeguard", finding.safeguard.id): finding.truth for finding in recommendation.safeguards}
        return Found(
            rules="".join(DIGITS[rules[name]] for name in self._rules),
            signals="".join(DIGITS[signals.get(name, FALSE)] for name in self._signals),
            outcome=recommendation.outcome.value,
        )

    def _rule(self, name: str) -> Rule:
        if name not in self._rules:
            when, layer = self._when(self.policy.rules[name].when)
            self._rules[name] = Rule(id=f"r{len(self._rules)}", layer=layer, when=when)
            self._order.append(self._rules[name]["id"])
        return self._rules[name]

    def _signal(self, kind: str, name: str) -> Signal:
        if (kind, name) not in self._signals:
            rules = [self._rule(rule.id) for rule in (self._raisers if kind == "flag" else self._callers).get(name, ())]
            self._signals[kind, name] = Signal(
                id=f"s{len(self._signals)}",
                layer=max((rule["layer"] for rule in rules), default=0),
                rules=[rule["id"] for rule in rules],
                always=kind == "safeguard" and name in self.policy.base_at(STAGE),
                excludes=kind == "flag" and self.policy.flags[name].effect is Effect.EXCLUDE,
            )
            self._order.append(self._signals[kind, name]["id"])
        return self._signals[kind, name]

    def _when(self, condition: Condition) -> tuple[When, int]:
        """Return a condition and its layer."""
        match condition:
            case AllOf(members):
                return self._group(["all"], members)
            case AnyOf(members):
                return self._group(["any"], members)
            case AtLeast(number, members):
                return self._group(["at-least", number], members)
            case Not(member):
                return self._group(["not"], (member,))
            case FlagIs(flag):
                return self._called("flag", flag)
            case CalledFor(safeguard):
                return self._called("safeguard", safeguard)
            case _:
                return self._leaf(condition), 1

    def _group(self, head: When, members: tuple[Condition, ...]) -> tuple[When, int]:
        made = [self._when(member) for member in members]
        return [*head, *(when for when, _ in made)], max(layer for _, layer in made)

    def _called(self, kind: str, name: str) -> tuple[When, int]:
        signal = self._signal(kind, name)
        return ["signal", signal["id"]], signal["layer"] + 1

    def _leaf(self, leaf: Leaf) -> When:
        match leaf:
            case AnswerIs(question, wanted):
                return self._answer(question, wanted, None, of_profile=False)
            case SaidBy(source, AnswerIs(question, wanted)):
                return self._answer(question, wanted, source, of_profile=False)
            case ProgrammeLacks(question):
                return self._answer(question, (self.policy.questions[question].worst,), None, of_profile=True)
            case IsUnknown(question) if self.policy.questions[question].several:
                return self._test((question, None, False, "open"), [OUT, ANY], [ANY], [ANY])
            case IsUnknown(question):
                states = _states(self.policy.questions[question])
                left_open = [state for state in states if state[-1] in "+?"]
                return self._test((question, None, False, ""), states, left_open, left_open)
            case SourcesDiffer(question):
                return self._test((question, None, False, "differ"), [AGREE, DIFFER], [DIFFER], [DIFFER])
            case FlagIs() | CalledFor():
                raise TypeError("flags and safeguards are no subjects")
            case _:
                assert_never(leaf)

    def _answer(self, name: str, wanted: tuple[str, ...], source: Source | None, *, of_profile: bool) -> When:
        question = self.policy.questions[name]
        if question.open:
            raise TypeError("no rule tests an open question; the loader refuses it")
        if question.several:
            states = [OUT, ANY, CHOSEN]
            words = [self._test((name, source, of_profile, word), states, [CHOSEN], [ANY, CHOSEN]) for word in wanted]
            return words[0] if len(words) == 1 else ["any", *words]
        ranks = {question.rank(word) for word in wanted}
        states = _states(question)
        possible = {state: _possible(state, len(question.answers)) for state in states}
        return self._test(
            (name, source, of_profile, ""),
            states,
            [state for state in states if state not in {OUT, ANY} and possible[state] <= ranks],
            [state for state in states if possible[state] & ranks],
        )

    def _test(self, subject: Subject, states: list[str], certain: list[str], possible: list[str]) -> When:
        name = self._subjects.setdefault(subject, f"q{len(self._subjects)}")
        self._states.setdefault(name, states)
        key = (name, tuple(certain), tuple(possible))
        test = Test(id=f"t{len(self._tests)}", subject=name, certain=certain, possible=possible)
        return ["test", self._tests.setdefault(key, test)["id"]]

    def _state(self, view: View, subject: Subject) -> str:
        name, source, of_profile, aspect = subject
        if of_profile and view.profile is None:
            return OUT
        heard = view.profile if of_profile and view.profile is not None else view
        known = heard.known(name) if source is None else heard.said_by(source, name)
        question = self.policy.questions[name]
        if aspect == "differ":
            return DIFFER if known.differ else AGREE
        if question.several and aspect == "open":
            return OUT if known.settled else ANY
        if question.several:
            return CHOSEN if aspect in known.chosen else ANY if aspect in known.possible else OUT
        return _state(question, known)


def _states(question: Question) -> list[str]:
    ranks = range(len(question.answers))
    return [*map(str, ranks), *(f"{rank}+" for rank in ranks[:-1]), ANY, OUT]


def _possible(state: str, answers: int) -> set[int]:
    """Return the ranks that are possible in a state."""
    if state == OUT:
        return set()
    if state == ANY:
        return set(range(answers))
    return set(range(int(state[:-1]), answers)) if state[-1] == "+" else {int(state)}


def _state(question: Question, known: Known) -> str:
    if known.possible == (NOT_APPLICABLE,):
        return OUT
    if NOT_APPLICABLE in known.possible:
        return ANY
    if not known.chosen:
        return "0+"
    return f"{question.rank(known.chosen[-1])}{'' if known.settled else '+'}"
