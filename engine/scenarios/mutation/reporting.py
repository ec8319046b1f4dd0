"""When a change that no truth follows from can be seen: whom to ask, and what would resolve a flag.

A source that a rule would no longer name is missed where some question is to be found out by way of this rule, that
source may settle it, somebody else may too, and no other rule by way of which it is to be found out names the source.
A remedy is missed where its flag is raised, and not by a rule that rests on facts alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.condition import (
    AnswerIs,
    CalledFor,
    Condition,
    ProgrammeLacks,
    SaidBy,
    leaves_of,
    members_of,
    question_of,
    questions_in,
)
from engine.model.policy import Policy, Rule
from engine.model.question import Nature, Stage
from engine.model.truth import UNKNOWN
from engine.proof import Reading, Sheets
from engine.scenarios.mutation.conditions import Kind
from engine.scenarios.mutation.mutants import Mutant


def seen_where(policy: Policy, mutant: Mutant, stage: Stage, sheets: Sheets) -> Iterator[int]:
    """Yield literals; the mutant is seen in a case of the stage exactly if one of them can hold.

    It is a mutant of `if_unknown_ask` or of `remedy`.
    """
    reading = sheets.reading(policy)
    if mutant.kind is Kind.REMEDY_DROPPED:
        raisers = policy.raisers(stage).get(mutant.id, ())
        on_facts = [reading.rule(rule.id).certain for rule in raisers if _rests_on_facts(policy, rule)]
        yield sheets.both(reading.flag(mutant.id).certain, *(-certain for certain in on_facts))
        return
    rule = policy.rules[mutant.id]
    naming = [r for r in policy.in_force(stage) if r.id != rule.id and mutant.was in r.if_unknown_ask]
    for name in sorted(questions_in(rule.when)):
        question = policy.questions[name]
        may_settle = question.corroborate or question.asked_of
        if mutant.was in may_settle and len(may_settle) > 1:
            others = [_asks(policy, r, name, stage, sheets, reading) for r in naming if name in questions_in(r.when)]
            yield sheets.both(_asks(policy, rule, name, stage, sheets, reading), *(-other for other in others))


def _asks(policy: Policy, rule: Rule, question: str, stage: Stage, sheets: Sheets, reading: Reading) -> int:
    """Return the literal that a question is to be found out by way of a rule."""
    ways = [sheets.both(*(reading.is_(reading.truth(node), UNKNOWN) for node in way)) for way in _ways(rule, question)]
    return sheets.both(_followed(policy, rule, stage, sheets, reading), sheets.either(*ways))


def _followed(policy: Policy, rule: Rule, stage: Stage, sheets: Sheets, reading: Reading) -> int:
    """Return the literal that what leaves the rule unknown leaves a flag unknown."""
    if rule.raises is not None:
        return reading.is_(reading.flag(rule.raises), UNKNOWN)
    needing = []
    for derived in (other for other in policy.in_force(stage) if other.derived and other.raises):
        for leaf in leaves_of(derived.when):
            if isinstance(leaf, CalledFor) and leaf.safeguard in rule.recommends:
                truths = (reading.flag(derived.raises or ""), reading.rule(derived.id), reading.truth(leaf))
                needing.append(sheets.both(*(reading.is_(truth, UNKNOWN) for truth in truths)))
    return sheets.either(*needing)


def _ways(rule: Rule, question: str) -> Iterator[tuple[Condition, ...]]:
    """Yield, for each test of the question that can be unknown, the nodes from the whole condition down to it."""

    def down(node: Condition, above: tuple[Condition, ...]) -> Iterator[tuple[Condition, ...]]:
        way = (*above, node)
        if isinstance(node, AnswerIs | SaidBy | ProgrammeLacks) and question_of(node) == question:
            yield way
        for member in members_of(node):
            yield from down(member, way)

    return down(rule.when, ())


def _rests_on_facts(policy: Policy, rule: Rule) -> bool:
    questions = [question_of(leaf) for leaf in leaves_of(rule.when)]
    return all(name is not None and policy.questions[name].nature is Nature.FACT for name in questions)
