"""Entries that have a new id and are otherwise what they were, and a policy under its new ids."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from engine.model.condition import (
    AllOf,
    AnswerIs,
    AnyOf,
    AtLeast,
    CalledFor,
    Condition,
    FlagIs,
    IsUnknown,
    Not,
    ProgrammeLacks,
    SaidBy,
    SourcesDiffer,
)
from engine.model.policy import Flag, Invariant, Policy, Rule, Safeguard
from engine.model.question import Question

_T = TypeVar("_T", Question, Flag, Rule, Safeguard, Invariant)


@dataclass(frozen=True)
class Names:
    """New ids by the old ones, for each kind; an id that is not there stays what it is."""

    questions: Mapping[str, str] = field(default_factory=dict)
    flags: Mapping[str, str] = field(default_factory=dict)
    safeguards: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)
    invariants: Mapping[str, str] = field(default_factory=dict)

    def of(self, kind: str) -> Mapping[str, str]:
        """Return the new ids of one kind, as `question`."""
        found: Mapping[str, str] = getattr(self, f"{kind}s", {})
        return found


def renamed_between(old: Policy, new: Policy) -> Names:
    """Return what was renamed. An entry is taken for another one only when it is the only one with that content."""
    names = Names()
    # What names a renamed thing is the same only once that is known: round and round until nothing is added.
    while True:
        now = under(old, names)
        more = Names(
            dict(names.questions) | _pairs(now.questions, new.questions),
            dict(names.flags) | _pairs(now.flags, new.flags),
            dict(names.safeguards) | _pairs(now.safeguards, new.safeguards),
            dict(names.rules) | _pairs(_written(now.rules), _written(new.rules)),
            dict(names.invariants) | _pairs(now.invariants, new.invariants),
        )
        if more == names:
            return names
        names = more


def _written(rules: Mapping[str, Rule]) -> dict[str, Rule]:
    return {name: rule for name, rule in rules.items() if not rule.derived}


def _pairs(old: Mapping[str, _T], new: Mapping[str, _T]) -> dict[str, str]:
    gone = _by_content({name: item for name, item in old.items() if name not in new})
    come = _by_content({name: item for name, item in new.items() if name not in old})
    return {
        names[0]: come[content][0]
        for content, names in gone.items()
        if len(names) == 1 and len(come.get(content, ())) == 1
    }


def _by_content(items: Mapping[str, _T]) -> dict[Hashable, list[str]]:
    found: dict[Hashable, list[str]] = {}
    for name, item in items.items():
        found.setdefault(replace(item, id=""), []).append(name)
    return found


def under(policy: Policy, names: Names) -> Policy:
    """Return the policy with every id in its new form; it means what it meant."""
    if names == Names():
        return policy
    question, flag, safeguard, rule_name = (
        _namer(names.questions),
        _namer(names.flags),
        _namer(names.safeguards),
        _namer(names.rules),
    )

    def when(condition: Condition) -> Condition:
        return _under(condition, question, flag, safeguard)

    def all_of(them: tuple[str, ...], name: Callable[[str], str]) -> tuple[str, ...]:
        return tuple(name(one) for one in them)

    questions = [
        replace(q, id=question(q.id), only_if=when(q.only_if) if q.only_if is not None else None)
        for q in policy.questions.values()
    ]
    flags = [replace(f, id=flag(f.id), remedy=all_of(f.remedy, safeguard)) for f in policy.flags.values()]
    rules = [
        replace(
            r,
            id=rule_name(r.id),
            when=when(r.when),
            raises=flag(r.raises) if r.raises else r.raises,
            recommends=all_of(r.recommends, safeguard),
            replaced_by=rule_name(r.replaced_by),
        )
        for r in policy.rules.values()
    ]
    safeguards = [replace(s, id=safeguard(s.id), needs=all_of(s.needs, question)) for s in policy.safeguards.values()]
    invariants = [
        replace(i, id=_namer(names.invariants)(i.id), if_holds=when(i.if_holds) if i.if_holds is not None else None)
        for i in policy.invariants.values()
    ]
    return replace(
        policy,
        base_safeguards={stage: all_of(base, safeguard) for stage, base in policy.base_safeguards.items()},
        questions={item.id: item for item in questions},
        flags={item.id: item for item in flags},
        rules={item.id: item for item in rules},
        safeguards={item.id: item for item in safeguards},
        invariants={item.id: item for item in invariants},
    )


def _namer(names: Mapping[str, str]) -> Callable[[str], str]:
    return lambda name: names.get(name, name)


def _under(
    condition: Condition,
    question: Callable[[str], str],
    flag: Callable[[str], str],
    safeguard: Callable[[str], str],
) -> Condition:
    def below(member: Condition) -> Condition:
        return _under(member, question, flag, safeguard)

    match condition:
        case AllOf(members):
            return AllOf(tuple(map(below, members)))
        case AnyOf(members):
            return AnyOf(tuple(map(below, members)))
        case AtLeast(number, members):
            return AtLeast(number, tuple(map(below, members)))
        case Not(member):
            return Not(below(member))
        case AnswerIs(name, wanted):
            return AnswerIs(question(name), wanted)
        case SaidBy(source, AnswerIs(name, wanted)):
            return SaidBy(source, AnswerIs(question(name), wanted))
        case FlagIs(name):
            return FlagIs(flag(name))
        case IsUnknown(name):
            return IsUnknown(question(name))
        case SourcesDiffer(name):
            return SourcesDiffer(question(name))
        case ProgrammeLacks(name):
            return ProgrammeLacks(question(name))
        case CalledFor(name):
            return CalledFor(safeguard(name))
