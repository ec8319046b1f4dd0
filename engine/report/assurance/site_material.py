"""What the site of a policy is written from: the policy, its scenarios with how they went, coverage, history, places.

All of it is handed in. Nothing here reads a file, runs a scenario or asks a repository.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from engine.model.condition import AnswerIs, CalledFor, FlagIs, SaidBy, leaves_of, question_of
from engine.model.policy import Flag, Policy, Rule, Status
from engine.model.question import Question, Stage
from engine.report.assurance.site_parts import Kind


class Went(Enum):
    """How a scenario went when the site was written."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_RUN = "not run"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a scenario: its keyword (Given, When, Then), its text, and the rows of its table."""

    keyword: str
    text: str
    table: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario, where it is written, the rules that it is tagged with, and how it went (with why, if it failed).

    `own`: those of the rules that it is tagged with itself, not with its whole feature.
    """

    name: str
    file: str
    line: int
    rules: tuple[str, ...]
    steps: tuple[Step, ...]
    went: Went = Went.NOT_RUN
    why: str = ""
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sight:
    """One test of a rule: which scenarios (file and line) saw it true, false, unknown while it alone decided the rule.

    A truth that is no key is one that the test cannot have; one without scenarios was never seen.
    """

    seen: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the policy's files: its day, its summary, and the files with the entries that it touched."""

    day: str
    summary: str
    files: tuple[tuple[str, tuple[tuple[Kind, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class History:
    """The changes, newest first. `none`: why there are none to show. `cut`: older ones were left out."""

    changes: tuple[Change, ...] = ()
    none: str = ""
    cut: bool = False

    def last(self, kind: Kind, name: str) -> Change | None:
        """Return the newest change of an entry."""
        found = (change for change in self.changes if any((kind, name) in entries for _, entries in change.files))
        return next(found, None)


@dataclass(frozen=True, eq=False)
class Material:
    """Everything that a site is written from.

    `scenarios` is None where the policy has none. `coverage` is by rule and stage, a sight for each leaf in reading
    order; None: not measured. `places` say where entries are written (file and line).
    """

    policy: Policy
    engine: str
    scenarios: tuple[Scenario, ...] | None = None
    coverage: Mapping[tuple[str, Stage], tuple[Sight, ...]] | None = None
    history: History = field(default_factory=lambda: History(none="No history was looked for."))
    places: Mapping[tuple[Kind, str], str] = field(default_factory=dict)

    # Who reads and who leads to what -------------------------------------------------------------------------------

    @cached_property
    def readers(self) -> Mapping[str, tuple[Rule, ...]]:
        """For each question, the rules whose condition asks about it, by id."""
        return _by(self._rules, lambda rule: (question_of(leaf) for leaf in leaves_of(rule.when)))

    @cached_property
    def flag_readers(self) -> Mapping[str, tuple[Rule, ...]]:
        """For each flag, the rules whose condition asks about it, by id."""
        return _by(self._rules, lambda rule: (leaf.flag for leaf in leaves_of(rule.when) if isinstance(leaf, FlagIs)))

    @cached_property
    def need_readers(self) -> Mapping[str, tuple[Rule, ...]]:
        """For each safeguard, the rules that hold its needs against the programme."""
        return _by(
            self._rules, lambda rule: (leaf.safeguard for leaf in leaves_of(rule.when) if isinstance(leaf, CalledFor))
        )

    @cached_property
    def answer_readers(self) -> Mapping[tuple[str, str], tuple[Rule, ...]]:
        """For each answer of a question, the rules that test for it, by id."""
        found: dict[tuple[str, str], dict[str, Rule]] = {}
        for rule in self._rules:
            for leaf in leaves_of(rule.when):
                test = leaf.test if isinstance(leaf, SaidBy) else leaf
                if isinstance(test, AnswerIs):
                    for word in test.wanted:
                        found.setdefault((test.question, word), {})[rule.id] = rule
        return {key: tuple(rules.values()) for key, rules in found.items()}

    @cached_property
    def raisers(self) -> Mapping[str, tuple[Rule, ...]]:
        """For each flag, the rules that raise it, by id."""
        return _by(self._rules, lambda rule: (rule.raises,))

    @cached_property
    def callers(self) -> Mapping[str, tuple[Rule, ...]]:
        """For each safeguard, the rules that call for it, by id."""
        return _by(self._rules, lambda rule: rule.recommends)

    @cached_property
    def remedied(self) -> Mapping[str, tuple[Flag, ...]]:
        """For each safeguard, the flags that it resolves, by id."""
        found: dict[str, list[Flag]] = {}
        for flag in sorted(self.policy.flags.values(), key=lambda flag: flag.id):
            for name in flag.remedy:
                found.setdefault(name, []).append(flag)
        return {name: tuple(flags) for name, flags in found.items()}

    @cached_property
    def governed(self) -> Mapping[str, tuple[Question, ...]]:
        """For each question, those that apply only after a certain answer to it."""
        found: dict[str, dict[str, Question]] = {}
        for question in self.policy.questions.values():
            for leaf in leaves_of(question.only_if) if question.only_if is not None else ():
                if (name := question_of(leaf)) is not None:
                    found.setdefault(name, {})[question.id] = question
        return {name: tuple(questions.values()) for name, questions in found.items()}

    @cached_property
    def tagged(self) -> Mapping[str, tuple[Scenario, ...]]:
        """For each rule, the scenarios tagged with it, in the order of their files: last, those of a tagged feature."""
        found: dict[str, list[Scenario]] = {}
        for scenario in self.scenarios or ():
            for name in scenario.rules:
                found.setdefault(name, []).append(scenario)
        return {name: tuple(_own_first(name, scenarios)) for name, scenarios in found.items()}

    @cached_property
    def called(self) -> Mapping[str, str]:
        """For each place of a scenario (file and line), its name."""
        return {f"{scenario.file}:{scenario.line}": scenario.name for scenario in self.scenarios or ()}

    @cached_property
    def _rules(self) -> tuple[Rule, ...]:
        return tuple(sorted(self.policy.rules.values(), key=lambda rule: rule.id))

    def rules(self) -> tuple[Rule, ...]:
        """Return every rule, by id."""
        return self._rules

    def stages(self) -> Iterator[Stage]:
        """Yield the stages that the policy has anything for."""
        for stage in Stage:
            if self.policy.questions_at(stage) or self.policy.in_force(stage):
                yield stage


def _by(rules: Iterable[Rule], names: Callable[[Rule], Iterable[str | None]]) -> dict[str, tuple[Rule, ...]]:
    found: dict[str, dict[str, Rule]] = {}
    for rule in rules:
        for name in names(rule):
            if name is not None:
                found.setdefault(name, {})[rule.id] = rule
    return {name: tuple(each.values()) for name, each in found.items()}


def _own_first(rule: str, scenarios: Iterable[Scenario]) -> list[Scenario]:
    return sorted(scenarios, key=lambda scenario: rule not in scenario.own)


def live(rule: Rule) -> bool:
    """Whether a rule is in force."""
    return rule.status is Status.IN_FORCE
