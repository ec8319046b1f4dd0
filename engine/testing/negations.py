"""Taking out of drawn rules what the loader refuses under `not`: a flag that rests on what is known about answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from engine.model.condition import AllOf, AnyOf, AtLeast, Condition, FlagIs, IsUnknown, Not, SourcesDiffer, leaves_of
from engine.model.policy import Rule


def resting_on_answers(rules: Iterable[Rule]) -> list[Rule]:
    """Return the rules, with `not` taken from before each flag that rests on `unknown` or `contradiction`."""
    rules = list(rules)
    resting: set[str] = set()
    while more := {rule.raises for rule in rules if rule.raises and _on_knowledge(rule, resting)} - resting:
        resting |= more
    return [replace(rule, when=_without_not_before(rule.when, resting)) for rule in rules]


def _on_knowledge(rule: Rule, resting: Collection[str]) -> bool:
    return any(
        isinstance(leaf, IsUnknown | SourcesDiffer) or (isinstance(leaf, FlagIs) and leaf.flag in resting)
        for leaf in leaves_of(rule.when)
    )


def _without_not_before(condition: Condition, flags: Collection[str]) -> Condition:
    match condition:
        case Not(FlagIs(flag) as test) if flag in flags:
            return test
        case AllOf(members) | AnyOf(members) | AtLeast(_, members):
            # Two members may have become one.
            kept = tuple(dict.fromkeys(_without_not_before(member, flags) for member in members))
            if len(kept) == 1:
                return kept[0]
            if isinstance(condition, AtLeast):
                return AtLeast(min(condition.number, len(kept)), kept)
            return replace(condition, members=kept)
        case _:
            return condition
