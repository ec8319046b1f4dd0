"""The policy: questions, flags, rules, safeguards and invariants, with the papers of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from engine.model.condition import Condition, questions_in, without_not
from engine.model.question import Question, Stage
from engine.model.speech import Speech
from engine.model.work import Citation, Work

if TYPE_CHECKING:
    from engine.model.source import Source


class Effect(StrEnum):
    """What a raised flag does: speak against, or call for care."""

    EXCLUDE = "exclude"
    CAUTION = "caution"


class Status(StrEnum):
    """Where a rule is in its life; only a rule in force is evaluated."""

    DRAFT = "draft"
    IN_FORCE = "in-force"
    SUSPENDED = "suspended"
    RETIRED = "retired"


class Authority(StrEnum):
    """What a rule rests on."""

    LAW = "law"
    STANDARD = "standard"
    GUIDANCE = "guidance"
    PRODUCT_DEFAULT = "product-default"


class Outcome(StrEnum):
    """The three things a recommendation can be, from most to least cautious. There is no fourth."""

    AGAINST = "against"
    UNDETERMINED = "undetermined"
    CONDITIONAL = "conditional"

    @property
    def caution(self) -> int:
        """How cautious the outcome is: 2 against, 1 undetermined, 0 conditional. For comparing, never for showing."""
        return (Outcome.CONDITIONAL, Outcome.UNDETERMINED, Outcome.AGAINST).index(self)


@dataclass(frozen=True, slots=True)
class Flag:
    """A named ground. `remedy` are the safeguards that would resolve it, after which the case is screened again.

    `tell` says, in plain texts, who must be told at once when it is raised. `partner_safety`: it bears on her safety,
    so partner support reads of it.
    """

    id: str
    effect: Effect
    title: str
    meaning: str
    remedy: tuple[str, ...]
    tell: tuple[str, ...] = ()
    partner_safety: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """Reads answers and flags; raises one flag, or calls for safeguards (exactly one of the two).

    `stage` is where it is written; `also_at` are the later stages at which it is in force too. The stage of a screening
    is its case's, never its rules'.
    """

    id: str
    stage: Stage
    title: str
    status: Status
    when: Condition
    raises: str | None
    recommends: tuple[str, ...]
    because: str
    source: tuple[Citation, ...]
    authority: Authority
    owner: str
    if_unknown_ask: tuple[Source, ...] = ()
    limits: str = ""
    replaced_by: str = ""
    also_at: tuple[Stage, ...] = ()
    derived: bool = False
    """Written by the loader from a safeguard's `needs`: in force, but without papers or scenarios of its own."""

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Every stage at which the rule is evaluated when it is in force."""
        return (self.stage, *self.also_at)


@dataclass(frozen=True, slots=True)
class Safeguard:
    """A measure that must be in place: what, who, by when, how checked.

    `needs` are programme questions that must not stand at their most concerning answer. `partner_safety`: it bears on
    her safety, so partner support reads of it.
    """

    id: str
    title: str
    do: str
    who: str
    by: str
    check: str
    each_session: bool
    needs: tuple[str, ...]
    client_wording: str = ""
    partner_safety: bool = False


@dataclass(frozen=True, slots=True)
class Invariant:
    """A promise of the programme's own: whenever `if_holds` is true, the outcome is one of `outcomes`.

    It is held at `stage` and at each of `also_at`.
    """

    id: str
    stage: Stage
    because: str
    if_holds: Condition | None
    outcomes: tuple[Outcome, ...]
    also_at: tuple[Stage, ...] = ()

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Every stage at which it is held."""
        return (self.stage, *self.also_at)


@dataclass(frozen=True, eq=False)
class Policy:
    """A whole policy; two are the same when their fingerprints are.

    Mappings are by id, in no meaningful order but that of the questions. `fingerprint` is `sha256:` and 64 hex digits;
    `review` is in days. Every text is plain, in the language and with the pronouns of `speech`; `translation_note` says
    how far the texts of that language can be trusted.
    """

    id: str
    title: str
    version: str
    effective_from: date
    languages: tuple[str, ...]
    owner: str
    summary: str
    base_safeguards: Mapping[Stage, tuple[str, ...]]
    review: Mapping[Stage, int]
    other_routes: Mapping[Stage, tuple[str, ...]]
    works: Mapping[str, Work]
    questions: Mapping[str, Question]
    flags: Mapping[str, Flag]
    rules: Mapping[str, Rule]
    safeguards: Mapping[str, Safeguard]
    invariants: Mapping[str, Invariant]
    fingerprint: str
    speech: Speech = Speech()
    translation_note: str = ""

    def answers_one_at_a_time(self, question_id: str) -> tuple[str, ...]:
        """Return the answers of a question that takes one, in order; none for any other."""
        question = self.questions[question_id]
        return () if question.several else question.answers

    def base_at(self, stage: Stage) -> tuple[str, ...]:
        """Return the safeguards that every case of a stage gets."""
        return self.base_safeguards.get(stage, ())

    def in_force(self, stage: Stage) -> tuple[Rule, ...]:
        """Return the rules in force at a stage, by id."""
        return self._in_force.get(stage, ())

    def questions_at(self, stage: Stage) -> tuple[Question, ...]:
        """Return the questions of a stage, in the order in which they are asked."""
        return self._questions_at[stage]

    def readable_at(self, stage: Stage) -> tuple[Question, ...]:
        """Return the questions that a case of a stage may answer: those of the stage and of every earlier one."""
        return tuple(question for question in self.questions.values() if question.stage in stage.readable)

    def raisers(self, stage: Stage) -> Mapping[str, tuple[Rule, ...]]:
        """Return, for each flag that a rule in force at the stage raises, those rules by id."""
        return self._raisers[stage]

    def callers(self, stage: Stage) -> Mapping[str, tuple[Rule, ...]]:
        """Return, for each safeguard that a rule in force at the stage calls for, those rules by id."""
        return self._callers[stage]

    def excluding(self, stage: Stage) -> tuple[str, ...]:
        """Return the exclude flags that a rule in force at the stage raises."""
        return self._excluding[stage]

    def questions_read(self, stage: Stage) -> Mapping[str, frozenset[str]]:
        """Return, for each rule in force at the stage, the questions that its own condition tests; the fewest first."""
        return self._questions_read[stage]

    def readers(self, stage: Stage) -> Mapping[str, tuple[Rule, ...]]:
        """Return, for each question, the rules in force at the stage whose own condition tests it.

        Those that test the fewest questions come first.
        """
        found = self._readers.get(stage)
        if found is None:
            # One stage at a time: a process often screens a single case.
            read = self._questions_read[stage]
            rules = [self.rules[name] for name in read]
            found = self._readers[stage] = _by_target(rules, lambda rule: read[rule.id])
        return found

    def invariants_at(self, stage: Stage) -> tuple[Invariant, ...]:
        """Return the invariants that are held at a stage."""
        return self._invariants_at[stage]

    @cached_property
    def governing(self) -> frozenset[str]:
        """The questions that decide whether another one applies."""
        return frozenset(
            name for question in self.questions.values() if question.only_if for name in questions_in(question.only_if)
        )

    @cached_property
    def ageing(self) -> frozenset[str]:
        """The questions whose answers grow stale."""
        return frozenset(question.id for question in self.questions.values() if question.valid_for is not None)

    @cached_property
    def _questions_at(self) -> dict[Stage, tuple[Question, ...]]:
        questions = self.questions.values()
        return {stage: tuple(question for question in questions if question.stage is stage) for stage in Stage}

    @cached_property
    def _invariants_at(self) -> dict[Stage, tuple[Invariant, ...]]:
        return {stage: tuple(kept for kept in self.invariants.values() if stage in kept.stages) for stage in Stage}

    @cached_property
    def _excluding(self) -> dict[Stage, tuple[str, ...]]:
        return {
            stage: tuple(flag for flag in raised if self.flags[flag].effect is Effect.EXCLUDE)
            for stage, raised in self._raisers.items()
        }

    @cached_property
    def _readers(self) -> dict[Stage, dict[str, tuple[Rule, ...]]]:
        return {}

    @cached_property
    def _questions_read(self) -> dict[Stage, dict[str, frozenset[str]]]:
        found = {}
        for stage, rules in self._in_force.items():
            read = {rule.id: questions_in(rule.when) for rule in rules}
            found[stage] = dict(sorted(read.items(), key=lambda item: (len(item[1]), item[0])))
        return found

    @cached_property
    def _raisers(self) -> dict[Stage, dict[str, tuple[Rule, ...]]]:
        return {
            stage: _by_target(rules, lambda rule: (rule.raises,) if rule.raises else ())
            for stage, rules in self._in_force.items()
        }

    @cached_property
    def _callers(self) -> dict[Stage, dict[str, tuple[Rule, ...]]]:
        return {stage: _by_target(rules, lambda rule: rule.recommends) for stage, rules in self._in_force.items()}

    @cached_property
    def _in_force(self) -> dict[Stage, tuple[Rule, ...]]:
        live = sorted((rule for rule in self.rules.values() if rule.status is Status.IN_FORCE), key=lambda r: r.id)
        return {stage: tuple(rule for rule in live if stage in rule.stages) for stage in Stage}


def _by_target(rules: Iterable[Rule], targets: Callable[[Rule], Iterable[str]]) -> dict[str, tuple[Rule, ...]]:
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        for target in targets(rule):
            found.setdefault(target, []).append(rule)
    return {target: tuple(found[target]) for target in sorted(found)}


def positive(policy: Policy) -> Policy:
    """Return the policy with every `not` over answers written as a test for the other answers."""
    answers_to = policy.answers_one_at_a_time
    return replace(
        policy,
        questions={
            name: replace(q, only_if=without_not(q.only_if, answers_to)) if q.only_if is not None else q
            for name, q in policy.questions.items()
        },
        rules={name: replace(rule, when=without_not(rule.when, answers_to)) for name, rule in policy.rules.items()},
        invariants={
            name: replace(kept, if_holds=without_not(kept.if_holds, answers_to)) if kept.if_holds is not None else kept
            for name, kept in policy.invariants.items()
        },
    )
