"""A policy at one stage as units in strata: what must have fired before what can be tested."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias, TypeVar, assert_never

from engine.model.condition import (
    AnswerIs,
    CalledFor,
    Condition,
    FlagIs,
    IsUnknown,
    Leaf,
    ProgrammeLacks,
    SaidBy,
    SourcesDiffer,
    leaves_of,
)
from engine.model.policy import Policy, Rule
from engine.model.question import Question, Stage
from engine.network.faults import NetworkError
from engine.network.forms import CERTAIN, POSSIBLE, Every, Form, Forms, Some, Unit, form_of, two_valued
from engine.network.readings import (
    TRUE,
    Literal,
    OneAnswer,
    Properties,
    Property,
    Reading,
    SeveralAnswers,
    Subject,
    Tests,
    Where,
)

T = TypeVar("T")

Place: TypeAlias = tuple[Where, str]
"""A question, of the case or of the profile."""

Step: TypeAlias = str | Place
"""What is made into units: a rule, by its id, or the `only_if` of a question."""


class Pair(NamedTuple):
    """The units that say whether something is certain and whether it is possible (None: never)."""

    certain: Unit | None
    possible: Unit | None

    @property
    def level(self) -> int:
        """The stratum after which both are known; 0 if both are known from the start."""
        return max((unit.level for unit in (self.certain, self.possible) if unit is not None), default=0)


class Asked(NamedTuple):
    """A reading, when it can be made, and what says whether its question applies (None: it always does)."""

    reading: Reading
    ready: int
    only_if: Pair | None


class Plan:
    """The units of a policy at one stage, the readings that feed them and the gates between them.

    Raises `NetworkError` when the policy goes round in a circle or speaks of something that it does not hold.
    """

    def __init__(self, policy: Policy, stage: Stage) -> None:
        self._questions = policy.questions
        self._flags = policy.flags
        self._base = frozenset(policy.base_at(stage))
        self._in_force = {rule.id: rule for rule in policy.in_force(stage)}
        self._raisers, self._callers = _by_target(self._in_force.values())
        for flag in self._raisers:
            _known(policy.flags, flag)
        self._tests = _tests(policy, self._in_force.values())
        self._readings: dict[Subject, Reading] = {}
        self._called: dict[tuple[str, str], Property] = {}
        self._only_if: dict[Place, Pair] = {}
        self.properties = Properties()
        self.forms = Forms(self.properties)
        self.asked: list[Asked] = []
        self.rules: dict[str, Pair] = {}
        needs: dict[Step, list[Step]] = {
            name: self._needs(rule.when, Where.CASE) for name, rule in self._in_force.items()
        }
        for place in {(subject.where, subject.question): None for subject in self._tests}:
            if (only_if := self._questions[place[1]].only_if) is not None:
                needs[place] = self._needs(only_if, place[0])
        for step in _in_order(needs):
            if isinstance(step, str):
                self.rules[step] = self._pair(self._in_force[step].when, Where.CASE)
            elif (only_if := self._questions[step[1]].only_if) is not None:
                self._only_if[step] = self._pair(only_if, step[0])

    def _needs(self, condition: Condition, where: Where) -> list[Step]:
        needs: dict[Step, None] = {}
        for leaf in leaves_of(condition):
            match leaf:
                case FlagIs(flag):
                    _known(self._flags, flag)
                    needs.update(dict.fromkeys(self._raisers.get(flag, ())))
                case CalledFor(safeguard):
                    callers = () if safeguard in self._base else self._callers.get(safeguard, ())
                    needs.update(dict.fromkeys(callers))
                case _:
                    subject = _subject(leaf, where)
                    if self._questions[subject.question].only_if is not None:
                        needs[subject.where, subject.question] = None
        return list(needs)

    def _pair(self, condition: Condition, where: Where) -> Pair:
        def leaf(leaf: Leaf, accepted: str) -> Form:
            return self._leaf(leaf, accepted, where)

        certain, possible = (self.forms.unit(form_of(condition, truths, leaf)) for truths in (CERTAIN, POSSIBLE))
        return Pair(certain, possible)

    def _leaf(self, leaf: Leaf, accepted: str, where: Where) -> Form:
        match leaf:
            case FlagIs(flag):
                return self._call("f", flag, self._raisers.get(flag, ()), accepted)
            case CalledFor(safeguard):
                if safeguard in self._base:
                    return two_valued(holds=True, accepted=accepted)
                return self._call("s", safeguard, self._callers.get(safeguard, ()), accepted)
            case _:
                reading = self._reading(_subject(leaf, where))
        match leaf:
            case IsUnknown():
                return reading.openness(left_open=TRUE in accepted)
            case SourcesDiffer():
                return reading.difference(differ=TRUE in accepted)
            case AnswerIs() | SaidBy() | ProgrammeLacks():
                wanted = _wanted(leaf, self._questions[reading.subject.question])
                match reading:
                    case OneAnswer():
                        return reading.literal(wanted, accepted)
                    case SeveralAnswers():
                        words = reading.literals(wanted, accepted)
                        return Some(words) if TRUE in accepted else Every(words)
                    case _:
                        raise NetworkError("a reading of no known kind")
            case _:
                assert_never(leaf)

    def _call(self, kind: str, name: str, rules: Iterable[str], accepted: str) -> Form:
        """Return the test of a flag (kind `f`) or a safeguard (kind `s`), which any of the rules calls up."""
        if (kind, name) not in self._called:
            pairs = [self.rules[rule] for rule in rules]
            certain = [pair.certain for pair in pairs if pair.certain is not None]
            possible = [pair.possible for pair in pairs if pair.possible is not None]
            if not (certain or possible):
                return two_valued(holds=False, accepted=accepted)
            self._called[kind, name] = self.forms.gate(kind, certain, possible)
        return Literal(self._called[kind, name], frozenset(accepted))

    def _reading(self, subject: Subject) -> Reading:
        if subject not in self._readings:
            question = self._questions[subject.question]
            only_if = self._only_if.get((subject.where, subject.question))
            ready = only_if.level if only_if is not None else 0
            kind = SeveralAnswers if question.several else OneAnswer
            reading = kind(subject, question, self._tests[subject], self.properties, ready)
            self._readings[subject] = reading
            self.asked.append(Asked(reading, ready, only_if))
        return self._readings[subject]


def _tests(policy: Policy, rules: Iterable[Rule]) -> dict[Subject, Tests]:
    """Gather what is asked about each subject before anything is made: a token stands for all that tells apart."""
    gathered: dict[Subject, Tests] = {}
    waiting = [(rule.when, Where.CASE, False) for rule in rules]
    seen: set[Place] = set()
    while waiting:
        condition, where, of_question = waiting.pop()
        for leaf in leaves_of(condition):
            if isinstance(leaf, FlagIs | CalledFor):
                if of_question:
                    raise NetworkError("an `only_if` tests a flag or a safeguard")
                continue
            subject = _subject(leaf, where)
            question = _known(policy.questions, subject.question)
            tests = gathered.setdefault(subject, Tests())
            match leaf:
                case IsUnknown():
                    tests.openness = True
                case SourcesDiffer():
                    tests.difference = True
                case _:
                    tests.wanted.setdefault(_wanted(leaf, question), len(tests.wanted))
            place = (subject.where, subject.question)
            if place not in seen and question.only_if is not None:
                waiting.append((question.only_if, subject.where, True))
            seen.add(place)
    return gathered


def _subject(leaf: Leaf, where: Where) -> Subject:
    match leaf:
        case AnswerIs(question, _) | IsUnknown(question) | SourcesDiffer(question):
            return Subject(where, question)
        case SaidBy(source, test):
            return Subject(where, test.question, source)
        case ProgrammeLacks(question):
            return Subject(Where.PROFILE, question)
        case FlagIs() | CalledFor():
            raise NetworkError("a flag or a safeguard was taken for a question")
        case _:
            assert_never(leaf)


def _wanted(leaf: Leaf, question: Question) -> int:
    """Return the wanted answers of a test, one bit for each rank."""
    match leaf:
        case AnswerIs(_, words) | SaidBy(_, AnswerIs(_, words)):
            return sum(1 << question.rank(word) for word in set(words))
        case ProgrammeLacks():
            return 1 << len(question.answers) - 1
        case _:
            raise NetworkError("a test of no answers")


def _by_target(rules: Iterable[Rule]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return the rules that raise each flag, and those that call for each safeguard."""
    raisers: dict[str, list[str]] = {}
    callers: dict[str, list[str]] = {}
    for rule in rules:
        if rule.raises is not None:
            raisers.setdefault(rule.raises, []).append(rule.id)
        for safeguard in rule.recommends:
            callers.setdefault(safeguard, []).append(rule.id)
    return raisers, callers


def _known(things: Mapping[str, T], name: str) -> T:
    if name not in things:
        raise NetworkError(f"a rule speaks of '{name}', which the policy does not hold")
    return things[name]


def _in_order(needs: Mapping[Step, list[Step]]) -> Iterable[Step]:
    """Return the steps so that each comes after all that it needs. Raises `NetworkError` on a circle."""
    done: dict[Step, None] = {}
    begun: set[Step] = set()
    waiting: list[Step] = [*needs][::-1]
    while waiting:
        step = waiting[-1]
        missing = [other for other in needs[step] if other not in done] if step not in done else []
        if not missing:
            done[step] = None
            waiting.pop()
        elif step in begun:
            raise NetworkError(f"what '{step if isinstance(step, str) else step[1]}' depends on leads back to it")
        else:
            begun.add(step)
            waiting.extend(missing)
    return done
