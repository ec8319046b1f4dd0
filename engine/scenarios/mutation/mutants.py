"""Every policy that is one slip away from this one.

A mutant is a well-formed policy that a writer could have written; whether the checker would take it is another matter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from engine.loading.needs import derived_rules
from engine.model.condition import FlagIs, leaves_of, questions_in
from engine.model.policy import Effect, Flag, Policy, Rule, Safeguard, Status
from engine.model.question import CLIENT_STAGES, Question, Stage
from engine.scenarios.mutation.conditions import Kind, variants, written

Entry = Literal["rule", "flag", "question", "safeguard", "base"]
_Changed = Rule | Flag | Question | Safeguard


@dataclass(frozen=True, slots=True)
class Mutant:
    """One slip: in which entry, what was written, and what could stand there instead (nothing: it is left out).

    `path` leads to a node of the entry's condition. `changed` is the entry as it would then be; for `base`, whose entry
    is a stage, there is none and `was` names the safeguard.
    """

    kind: Kind
    entry: Entry
    id: str
    was: str
    now: str = ""
    path: tuple[int, ...] = ()
    changed: _Changed | None = None

    def applied(self, policy: Policy) -> Policy:
        """Return the policy with this slip in it, and with what follows from it for the needs of safeguards."""
        match self.changed:
            case Rule() as rule:
                changed = replace(policy, rules={**policy.rules, rule.id: rule})
            case Flag() as flag:
                return replace(policy, flags={**policy.flags, flag.id: flag})
            case Question() as question:
                return replace(policy, questions={**policy.questions, question.id: question})
            case Safeguard() as safeguard:
                changed = replace(policy, safeguards={**policy.safeguards, safeguard.id: safeguard})
            case _:
                stage = Stage(self.id)
                left = tuple(name for name in policy.base_at(stage) if name != self.was)
                changed = replace(policy, base_safeguards={**policy.base_safeguards, stage: left})
        return _with_needs(changed)


def _with_needs(policy: Policy) -> Policy:
    """Return the policy without the derived rules that would no longer be derived. No slip adds one."""
    called_for = {
        stage: frozenset(policy.base_at(stage)).union(*(rule.recommends for rule in here))
        for stage in CLIENT_STAGES
        if (here := [rule for rule in policy.in_force(stage) if not rule.derived])
    }
    kept = derived_rules(policy.safeguards.values(), policy.questions, called_for, policy.owner)
    rules = {name: rule for name, rule in policy.rules.items() if not rule.derived or name in kept}
    return replace(policy, rules=rules) if len(rules) != len(policy.rules) else policy


def mutants_of(policy: Policy, only: Collection[str] = ()) -> tuple[Mutant, ...]:
    """Return every mutant of the rules in force and of what they use; of `only` these rules, if any are named."""
    rules = [
        rule
        for rule in policy.rules.values()
        if rule.status is Status.IN_FORCE and not rule.derived and (not only or rule.id in only)
    ]
    flags, safeguards, questions = used_by(policy, rules, everything=not only)
    return (
        *(mutant for rule in rules for mutant in _of_rule(policy, rule)),
        *(mutant for name in sorted(flags) for mutant in _of_flag(policy.flags[name])),
        *(mutant for name in sorted(safeguards) for mutant in _of_safeguard(policy, name)),
        *(mutant for name in sorted(questions) for mutant in _of_question(policy.questions[name])),
    )


def used_by(policy: Policy, rules: Collection[Rule], *, everything: bool) -> tuple[set[str], set[str], set[str]]:
    """Return the flags, the safeguards and the questions that rules use, by id.

    `everything`: also the base safeguards, and questions that only a need or another question asks about.
    """
    derived = {rule.raises for rule in policy.rules.values() if rule.derived}
    flags = {leaf.flag for rule in rules for leaf in leaves_of(rule.when) if isinstance(leaf, FlagIs)}
    flags = (flags | {rule.raises for rule in rules if rule.raises}) - derived
    safeguards = {name for rule in rules for name in rule.recommends}
    questions = {name for rule in rules for name in questions_in(rule.when)}
    if everything:
        safeguards |= {name for base in policy.base_safeguards.values() for name in base}
        questions |= {need for name in safeguards for need in policy.safeguards[name].needs}
        questions |= policy.governing
    return {name for name in flags if name in policy.flags}, safeguards, questions


def _of_rule(policy: Policy, rule: Rule) -> Iterator[Mutant]:
    whole = written(rule.when)
    suspended = replace(rule, status=Status.SUSPENDED)
    yield Mutant(Kind.RULE_DROPPED, "rule", rule.id, "status: in-force", "status: suspended", (), suspended)
    for found in variants(rule.when, policy.questions):
        was = whole if not found.path and not found.was else found.was
        yield Mutant(found.kind, "rule", rule.id, was, found.now, found.path, replace(rule, when=found.condition))
    for name in rule.recommends:
        left = tuple(other for other in rule.recommends if other != name)
        yield Mutant(Kind.SAFEGUARD_DROPPED, "rule", rule.id, name, "", (), replace(rule, recommends=left))
    for stage in rule.also_at:
        later = tuple(other for other in rule.also_at if other is not stage)
        yield Mutant(Kind.STAGE_DROPPED, "rule", rule.id, stage.value, "", (), replace(rule, also_at=later))
    for source in rule.if_unknown_ask:
        others = tuple(other for other in rule.if_unknown_ask if other is not source)
        yield Mutant(Kind.SOURCE_NOT_ASKED, "rule", rule.id, source.value, "", (), replace(rule, if_unknown_ask=others))


def _of_flag(flag: Flag) -> Iterator[Mutant]:
    if flag.effect is Effect.EXCLUDE:
        softer = replace(flag, effect=Effect.CAUTION)
        yield Mutant(Kind.EXCLUDE_TO_CAUTION, "flag", flag.id, "effect: exclude", "effect: caution", (), softer)
    # What would resolve a flag that only calls for care is no part of a recommendation: no sentence looks at it.
    for name in flag.remedy if flag.effect is Effect.EXCLUDE else ():
        left = tuple(other for other in flag.remedy if other != name)
        yield Mutant(Kind.REMEDY_DROPPED, "flag", flag.id, name, "", (), replace(flag, remedy=left))


def _of_safeguard(policy: Policy, name: str) -> Iterator[Mutant]:
    safeguard = policy.safeguards[name]
    for need in safeguard.needs:
        left = tuple(other for other in safeguard.needs if other != need)
        yield Mutant(Kind.NEED_DROPPED, "safeguard", name, need, "", (), replace(safeguard, needs=left))
    for stage in Stage:
        if name in policy.base_at(stage):
            yield Mutant(Kind.BASE_DROPPED, "base", stage.value, name)


def _of_question(question: Question) -> Iterator[Mutant]:
    sources = question.corroborate
    if sources:
        anyone = replace(question, corroborate=())
        was = f"corroborate: [{', '.join(sources)}]"
        yield Mutant(Kind.CORROBORATION_DROPPED, "question", question.id, was, "", (), anyone)
    for source in sources if len(sources) > 1 else ():
        others = tuple(other for other in sources if other is not source)
        fewer = replace(question, corroborate=others)
        yield Mutant(Kind.CORROBORATOR_DROPPED, "question", question.id, source.value, "", (), fewer)
    if question.valid_for is not None:
        was, twice = _lasting(question.valid_for), _lasting(question.valid_for * 2)
        yield Mutant(Kind.VALIDITY_DROPPED, "question", question.id, was, "", (), replace(question, valid_for=None))
        longer = replace(question, valid_for=question.valid_for * 2)
        yield Mutant(Kind.VALIDITY_DOUBLED, "question", question.id, was, twice, (), longer)
    if question.only_if is not None:
        always = replace(question, only_if=None)
        was = f"only_if: {{{written(question.only_if)}}}"
        yield Mutant(Kind.ONLY_IF_DROPPED, "question", question.id, was, "", (), always)


def _lasting(days: int) -> str:
    weeks, rest = divmod(days, 7)
    return f"valid_for: {days} days" if rest else f"valid_for: {weeks} {'week' if weeks == 1 else 'weeks'}"
