"""Which rules lead to an exclude flag, and which questions bear on one. Pure reachability over the policy's entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engine.model.condition import FlagIs, leaves_of, question_of
from engine.model.policy import Effect, Flag, Rule, Safeguard, Status
from engine.model.question import Question, Stage


def leading_rules(
    rules: Iterable[Rule], flags: Mapping[str, Flag], safeguards: Mapping[str, Safeguard]
) -> frozenset[str]:
    """Return the rules that lead to an exclude flag: directly, through flags, or through a safeguard with needs.

    A rule reads the flags of its own stage only. Retired rules lead nowhere; drafts count, so that they can come into
    force as they are.
    """
    live = [rule for rule in rules if rule.status is not Status.RETIRED]
    leading: set[str] = set()
    excluding = {flag.id for flag in flags.values() if flag.effect is Effect.EXCLUDE}
    needy = {safeguard.id for safeguard in safeguards.values() if safeguard.needs}
    for stage in Stage:
        here = [rule for rule in live if stage in rule.stages]
        towards = set(excluding)
        grown = True
        while grown:
            grown = False
            for rule in here:
                if rule.id in leading or not (rule.raises in towards or not needy.isdisjoint(rule.recommends)):
                    continue
                leading.add(rule.id)
                towards |= {leaf.flag for leaf in leaves_of(rule.when) if isinstance(leaf, FlagIs)}
                grown = True
    return frozenset(leading)


def bearing_questions(
    leading: Iterable[Rule], questions: Mapping[str, Question], safeguards: Iterable[Safeguard]
) -> dict[str, str]:
    """Return the questions that bear on exclusion, each with the reason in words.

    A question bears on exclusion when a rule that leads to an exclude flag reads it, when a safeguard needs it, or when
    it decides whether such a question is put at all.
    """
    why: dict[str, str] = {}
    for rule in sorted(leading, key=lambda rule: rule.id):
        for leaf in leaves_of(rule.when):
            if question := question_of(leaf):
                why.setdefault(question, f"the rule `{rule.id}` reads it, which leads to an exclude flag")
    for safeguard in sorted(safeguards, key=lambda safeguard: safeguard.id):
        for need in safeguard.needs:
            why.setdefault(need, f"the safeguard `{safeguard.id}` needs it")
    waiting = sorted(why)
    while waiting:
        asked = questions.get(waiting.pop())
        if asked is None or asked.only_if is None:
            continue
        for leaf in leaves_of(asked.only_if):
            question = question_of(leaf)
            if question and question not in why:
                why[question] = f"it decides whether `{asked.id}` is asked, which bears on exclusion"
                waiting.append(question)
    return why
