"""What each family of columns holds at a stage: its ids, and the terms behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TypeAlias, assert_never

import polars as pl

from engine.columns.caveats import Caveats
from engine.columns.circuit import NO, Build, Circuit, Term, Truths
from engine.columns.evidence import Evidence, slots_in
from engine.columns.finding_out import FindingOut, may_settle, settled_by
from engine.columns.findings import Findings, Profile
from engine.columns.names import BROKEN, OUTCOME, Family, column
from engine.columns.slots import ERROR, PROGRAMME
from engine.columns.weighing import View
from engine.model.condition import leaves_of, question_of
from engine.model.policy import Effect, Outcome, Policy, Rule
from engine.model.question import Nature, Stage
from engine.model.recommendation import Caveat
from engine.model.source import PARTNER_SIDE, Source

MARK = "~"
"""Begins the names of columns that are dropped in the end."""

Made: TypeAlias = tuple[tuple[Term, ...], Build]
"""A column: the terms that it is made from, and how."""


def ids_of(policy: Policy, stage: Stage, family: Family) -> tuple[tuple[str, ...], ...]:
    """Return what the columns of a family are named by at a stage, in order."""
    match family:
        case Family.RULE:
            return tuple((rule.id,) for rule in policy.in_force(stage))
        case Family.FLAG:
            return tuple((flag,) for flag in policy.raisers(stage))
        case Family.SAFEGUARD:
            return tuple((name,) for name in sorted({*policy.base_at(stage), *policy.callers(stage)}))
        case Family.DIFFERS:
            return tuple((name,) for name in sorted(question.id for question in policy.readable_at(stage)))
        case Family.FIND:
            return tuple((name,) for name in _to_find_out(policy, stage))
        case Family.SETTLES:
            settled = settled_by(policy, stage)
            return tuple(sorted((question, flag) for flag, questions in settled.items() for question in questions))
        case Family.ASK:
            questions = _to_find_out(policy, stage)
            return tuple((name, source) for name in questions for source in may_settle(policy.questions[name]))
        case Family.CAVEAT:
            return tuple((caveat,) for caveat in Caveat)
        case Family.ON_FACTS:
            flags = policy.flags
            return tuple((flag,) for flag in policy.raisers(stage) if flags[flag].effect is Effect.EXCLUDE)
        case Family.PROMISE:
            return tuple((name,) for name, one in sorted(policy.invariants.items()) if stage in one.stages)
        case _:
            assert_never(family)


def _to_find_out(policy: Policy, stage: Stage) -> tuple[str, ...]:
    return tuple(sorted({question for questions in settled_by(policy, stage).values() for question in questions}))


class Families:
    """The columns of a screening, as terms over the slots of a sheet."""

    def __init__(self, policy: Policy, stage: Stage, on: date, schema: Mapping[str, pl.DataType], prefix: str) -> None:
        self.circuit = Circuit(f"{MARK}{prefix}")
        self._policy = policy
        self._stage = stage
        self._on = on
        self._prefix = prefix
        self._schema = schema
        slots = slots_in(schema, policy, prefix)
        readable = {question.id for question in policy.readable_at(stage)}
        evidence = Evidence(self.circuit, policy, on, schema, prefix)
        own = {name: tuple(s for s in found if not s.in_profile) for name, found in slots.items() if name in readable}
        others = {name: tuple(s for s in found if s.source not in PARTNER_SIDE) for name, found in own.items()}
        in_profile = {name: tuple(s for s in found if s.in_profile) for name, found in slots.items()}
        profile = Profile(
            self._beside(PROGRAMME, lambda made: made[0].is_not_null(), NO),
            View(evidence, in_profile, needed=True),
        )
        self._findings = Findings(policy, stage, View(evidence, own), profile)
        self._others = Findings(policy, stage, View(evidence, others), profile)

    def family(self, family: Family) -> Mapping[str, Made]:
        """Return the columns of a family by name, in order."""
        return {
            column(family, *ids, prefix=self._prefix): self._column(family, ids)
            for ids in ids_of(self._policy, self._stage, family)
        }

    def outcome(self) -> Mapping[str, Made]:
        """Return whether an invariant is broken, and the outcome, which is null then."""
        outcomes = self._findings.outcomes()
        broken = self._findings.broken()
        unread = NO
        if self._prefix:
            unread = self._beside(self._prefix + ERROR, lambda made: made[0].is_not_null(), NO)
        kind = pl.Enum([outcome.value for outcome in Outcome])

        def one_of(made: Sequence[pl.Expr]) -> pl.Expr:
            none, against, undetermined = made
            return (
                pl.when(none)
                .then(None)
                .when(against)
                .then(pl.lit(Outcome.AGAINST.value, dtype=kind))
                .when(undetermined)
                .then(pl.lit(Outcome.UNDETERMINED.value, dtype=kind))
                .otherwise(pl.lit(Outcome.CONDITIONAL.value, dtype=kind))
            )

        none = self.circuit.some([broken, unread])
        return {
            self._prefix + BROKEN: ((broken,), _as_it_is),
            self._prefix + OUTCOME: ((none, outcomes[Outcome.AGAINST], outcomes[Outcome.UNDETERMINED]), one_of),
        }

    def _column(self, family: Family, ids: tuple[str, ...]) -> Made:
        match family:
            case Family.RULE:
                return _three_valued(self._findings.rule(ids[0]))
            case Family.FLAG:
                return _three_valued(self._findings.flag(ids[0]))
            case Family.SAFEGUARD:
                return _three_valued(self._findings.safeguard(ids[0]))
            case Family.DIFFERS:
                return (self._findings.view.differ(ids[0]),), _as_it_is
            case Family.FIND:
                return (self._finding_out.find(ids[0]),), _as_it_is
            case Family.SETTLES:
                return (self._finding_out.settles(ids[0], ids[1]),), _as_it_is
            case Family.ASK:
                return (self._ask(ids[0])[Source(ids[1])],), _as_it_is
            case Family.CAVEAT:
                return (self._caveats.holds(Caveat(ids[0])),), _as_it_is
            case Family.ON_FACTS:
                return (self._on_facts(ids[0]),), _as_it_is
            case Family.PROMISE:
                return (self._findings.promise(ids[0]),), _as_it_is
            case _:
                assert_never(family)

    @cached_property
    def _finding_out(self) -> FindingOut:
        return FindingOut(self._findings)

    @cached_property
    def _caveats(self) -> Caveats:
        return Caveats(self._findings, self._finding_out, self._others, self._on)

    def _ask(self, question: str) -> Mapping[Source, Term]:
        return self._finding_out.ask(question)

    def _on_facts(self, flag: str) -> Term:
        return self.circuit.some(
            self._findings.truth(rule.when).sure
            for rule in self._policy.raisers(self._stage)[flag]
            if _rests_on_facts(self._policy, rule)
        )

    def _beside(self, name: str, build: Build, without: Term) -> Term:
        if name not in self._schema:
            return without
        return self.circuit.term((name, "given"), [], lambda _: build([pl.col(name)]))


def _rests_on_facts(policy: Policy, rule: Rule) -> bool:
    questions = [question_of(leaf) for leaf in leaves_of(rule.when)]
    return all(name is not None and policy.questions[name].nature is Nature.FACT for name in questions)


def _as_it_is(made: Sequence[pl.Expr]) -> pl.Expr:
    return made[0]


def _three_valued(truths: Truths) -> Made:
    """Return true, false, or null for unknown."""
    sure, could = truths
    if sure == could:
        return (sure,), _as_it_is
    return (sure, could), lambda made: pl.when(made[0] | ~made[1]).then(made[0])
