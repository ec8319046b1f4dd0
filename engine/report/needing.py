"""The words for what the loader derives from the needs of safeguards; the policy writes none for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.model.condition import CalledFor, ProgrammeLacks, leaves_of
from engine.model.policy import Flag, Policy, Rule
from engine.report.words import label, speaking


def worded(policy: Policy) -> Policy:
    """Return the policy with a title and a meaning for each derived flag and rule, in the language of its texts."""
    derived = {rule.id: rule for rule in policy.rules.values() if rule.derived}
    if not derived:
        return policy
    with speaking(policy.speech):
        rules = {name: _rule(policy, rule) for name, rule in derived.items()}
        flags = _flags(policy, derived)
    return replace(policy, rules={**policy.rules, **rules}, flags={**policy.flags, **flags})


def _needed(rule: Rule) -> tuple[str, str]:
    """Return the safeguard that a derived rule is about, and the programme question that it needs."""
    safeguard, need = "", ""
    for leaf in leaves_of(rule.when):
        match leaf:
            case CalledFor(name):
                safeguard = name
            case ProgrammeLacks(name):
                need = name
            case _:
                raise TypeError("a derived rule tests what is called for and what the programme lacks, and no more")
    return safeguard, need


def _rule(policy: Policy, rule: Rule) -> Rule:
    safeguard, need = _needed(rule)
    question = policy.questions[need]
    return replace(
        rule,
        title=label.NEED_RULE.format(safeguard=policy.safeguards[safeguard].title),
        because=label.NEED_BECAUSE.format(answer=question.say(question.worst), ask=question.ask),
    )


def _flags(policy: Policy, derived: Mapping[str, Rule]) -> dict[str, Flag]:
    of: dict[str, tuple[str, set[str]]] = {}
    for rule in derived.values():
        safeguard, need = _needed(rule)
        of.setdefault(rule.raises or "", (need, set()))[1].add(policy.safeguards[safeguard].title)
    return {
        name: replace(
            policy.flags[name],
            title=label.NEED_TITLE.format(need=policy.questions[need].about or need),
            meaning=label.NEED_MEANING.format(safeguards="; ".join(sorted(titles)), ask=policy.questions[need].ask),
        )
        for name, (need, titles) in of.items()
    }
