"""What is to be found out, whom to ask, and what it bears on: followed from the unknown flags down to the answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from engine.columns.circuit import NO, Circuit, Term
from engine.columns.findings import Findings
from engine.model.answer import Standing
from engine.model.condition import (
    AllOf,
    AnswerIs,
    AnyOf,
    AtLeast,
    CalledFor,
    Condition,
    FlagIs,
    Not,
    ProgrammeLacks,
    SaidBy,
    leaves_of,
)
from engine.model.policy import Policy, Rule
from engine.model.question import Question, Stage
from engine.model.source import PARTNER_SIDE, Source


class _OfQuestion(NamedTuple):
    """A leaf that is a test of a question, of the case or, `in_profile`, of the programme's profile."""

    question: str
    in_profile: bool


class _OfFlag(NamedTuple):
    flag: str


class _OfSafeguard(NamedTuple):
    safeguard: str


_Target = _OfQuestion | _OfFlag | _OfSafeguard


def _target(leaf: Condition) -> _Target | None:
    """Return what can leave a leaf unknown; nothing can for a test of what is known, which is true or false."""
    match leaf:
        case AnswerIs(question, _):
            return _OfQuestion(question, in_profile=False)
        case SaidBy(_, test):
            return _OfQuestion(test.question, in_profile=False)
        case ProgrammeLacks(question):
            return _OfQuestion(question, in_profile=True)
        case FlagIs(flag):
            return _OfFlag(flag)
        case CalledFor(safeguard):
            return _OfSafeguard(safeguard)
        case _:
            return None


def settled_by(policy: Policy, stage: Stage) -> Mapping[str, frozenset[str]]:
    """Return, for each flag that a rule at the stage raises, the questions that could leave it unknown."""
    found: dict[str, frozenset[str]] = {}

    def of_rules(rules: Iterable[Rule]) -> frozenset[str]:
        questions: set[str] = set()
        for rule in rules:
            for leaf in leaves_of(rule.when):
                match _target(leaf):
                    case _OfQuestion(question, _):
                        questions.add(question)
                    case _OfFlag(flag):
                        questions |= of_flag(flag)
                    case _OfSafeguard(safeguard):
                        questions |= of_rules(policy.callers(stage).get(safeguard, ()))
                    case None:
                        pass
        return frozenset(questions)

    def of_flag(flag: str) -> frozenset[str]:
        if flag not in found:
            found[flag] = of_rules(policy.raisers(stage).get(flag, ()))
        return found[flag]

    return {flag: of_flag(flag) for flag in policy.raisers(stage)}


def may_settle(question: Question) -> tuple[Source, ...]:
    """Return those whose word can settle a question, in order."""
    return tuple(sorted(set(question.corroborate or question.asked_of)))


class FindingOut:
    """Which questions leave a flag unknown, as terms."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._policy = findings.policy
        self._stage = findings.stage
        self._circuit: Circuit = findings.circuit
        self._open: dict[str, Mapping[_Target, Term]] = {}
        self._settles: dict[tuple[str, str], Term] = {}
        self._followed: dict[str, Term] = {}
        # Where in the rules each question is tested: the rule, and the term of "its test is what is open there".
        self._tested: dict[str, list[tuple[Rule, Term]]] = {}
        self._in_profile: dict[str, bool] = {}
        for rule in self._policy.in_force(self._stage):
            for target, term in self._open_in(rule).items():
                if isinstance(target, _OfQuestion):
                    if self._in_profile.setdefault(target.question, target.in_profile) is not target.in_profile:
                        raise ValueError(f"{target.question} is asked of the case and of the programme's profile")
                    self._tested.setdefault(target.question, []).append((rule, term))

    def find(self, question: str) -> Term:
        """Return whether a question is to be found out."""
        return self._circuit.some(self._here(rule, term) for rule, term in self._tested.get(question, ()))

    def settles(self, question: str, flag: str) -> Term:
        """Return whether a question leaves this flag unknown."""
        known = self._settles.get((question, flag))
        if known is None:
            raisers = self._policy.raisers(self._stage).get(flag, ())
            bears = self._circuit.some(self._bears(question, rule) for rule in raisers)
            known = self._circuit.every([self._circuit.unknown(self._findings.flag(flag)), bears])
            self._settles[question, flag] = known
        return known

    def ask(self, question_id: str) -> Mapping[Source, Term]:
        """Return, for each whose word can settle a question, whether to ask there.

        A partner who declined is not pressed, by any way round.
        """
        circuit, question = self._circuit, self._policy.questions[question_id]
        sources = may_settle(question)
        wanted = {
            source: circuit.some(
                self._here(rule, term)
                for rule, term in self._tested.get(question_id, ())
                if source in rule.if_unknown_ask
            )
            for source in sources
        }
        declined = {source: self._declined(question, source) for source in sources}
        asked = {source: circuit.but_not(wanted[source], declined[source]) for source in sources}
        nobody = circuit.but_not(self.find(question_id), circuit.some(asked.values()))
        return {source: circuit.some([asked[source], circuit.but_not(nobody, declined[source])]) for source in sources}

    def _declined(self, question: Question, source: Source) -> Term:
        view = self._findings.profile.view if self._in_profile.get(question.id, False) else self._findings.view
        alike = PARTNER_SIDE if source in PARTNER_SIDE else {source}
        return self._circuit.some(
            view.evidence.stands(question, slot, Standing.ASKED_DECLINED)
            for slot in view.slots_of(question.id)
            if slot.source in alike
        )

    def _here(self, rule: Rule, term: Term) -> Term:
        return self._circuit.every([self._follow(rule), term])

    def _follow(self, rule: Rule) -> Term:
        """Return whether a rule, when unknown, is one that an unknown flag waits for."""
        known = self._followed.get(rule.id)
        if known is None:
            if rule.raises is not None:
                known = self._circuit.unknown(self._findings.flag(rule.raises))
            else:
                known = self._circuit.some(self._called_from(rule))
            self._followed[rule.id] = known
        return known

    def _called_from(self, rule: Rule) -> Iterator[Term]:
        for other in self._policy.in_force(self._stage):
            for target, term in self._open_in(other).items():
                if isinstance(target, _OfSafeguard) and target.safeguard in rule.recommends:
                    yield self._here(other, term)

    def _bears(self, question: str, rule: Rule) -> Term:
        """Return whether a question leaves this rule unknown, by itself or by way of a flag or a safeguard."""
        terms = []
        for target, term in self._open_in(rule).items():
            match target:
                case _OfQuestion(tested, _):
                    terms += [term] if tested == question else []
                case _OfFlag(flag):
                    terms.append(self._circuit.every([term, self.settles(question, flag)]))
                case _OfSafeguard(safeguard):
                    callers = self._policy.callers(self._stage).get(safeguard, ())
                    by = self._circuit.some(self._bears(question, caller) for caller in callers)
                    terms.append(self._circuit.every([term, by]))
        return self._circuit.some(terms)

    def _open_in(self, rule: Rule) -> Mapping[_Target, Term]:
        known = self._open.get(rule.id)
        if known is None:
            known = self._open[rule.id] = self._open_below(rule.when)
        return known

    def _open_below(self, condition: Condition) -> Mapping[_Target, Term]:
        """Return what leaves a condition unknown: leaves that are, below nodes that all are."""
        circuit = self._circuit
        unknown = circuit.unknown(self._findings.truth(condition))
        match condition:
            case Not(member):
                return self._open_below(member)
            case AllOf(members) | AnyOf(members) | AtLeast(_, members):
                below: dict[_Target, list[Term]] = {}
                for member in members:
                    for target, term in self._open_below(member).items():
                        below.setdefault(target, []).append(term)
                return {target: circuit.every([unknown, circuit.some(terms)]) for target, terms in below.items()}
            case _:
                leaf = _target(condition)
                return {} if leaf is None or unknown == NO else {leaf: unknown}
