"""In what two policies differ on one case, and the sentence that holds on the first and fails on the second."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from engine.errors import InvariantBroken
from engine.model.answer import Case
from engine.model.policy import Policy
from engine.model.question import Stage
from engine.model.recommendation import Caveat, Recommendation
from engine.model.truth import FALSE, TRUE, UNKNOWN, Truth
from engine.reference import Judgement, View
from engine.report.assurance.mutation_report import Effect
from engine.report.words import say
from engine.scenarios.in_gherkin import flag_sentence, outcome_sentence, rule_sentence, safeguard_sentence
from engine.scenarios.mutation.watching import by_definition
from engine.scenarios.world import SCREENED_ON, Misused

NONE_AT_ALL = "no recommendation at all, because a promise of the policy's own would rule it out"
NO_RULE_LEFT = "no recommendation at all, because no rule would be in force at this stage"
_FLAG = {TRUE: "raised", FALSE: "not raised", UNKNOWN: "could still be raised"}
_RULE = {TRUE: "applies", FALSE: "does not apply", UNKNOWN: "unknown"}
_SAFEGUARD = {TRUE: "called for", FALSE: "not called for", UNKNOWN: "called for until more is known"}
_CAVEATS = {
    Caveat.PARTNER_SIDE_ONLY: "the report warns that only the partner's side decides",
    Caveat.WAITING_FOR_PARTNER_SIDE: "the report warns that only the partner's side can settle what is open",
}


class Difference(NamedTuple):
    """One thing that comes out otherwise: what it is about (nothing: the outcome), before and after, in words.

    `sentence` is empty when no sentence of scenarios looks at it.
    """

    effect: Effect
    about: str
    before: str
    after: str
    sentence: str


def differences(
    policy: Policy, mutated: Policy, case: Case, mutated_case: Case | None = None
) -> tuple[Difference, ...]:
    """Return everything in which the recommendations differ, what weighs most first.

    `mutated_case` is the case that the same scenario makes for the second policy, where that is another one. Of a case
    for which the first policy gives no recommendation there is nothing to tell.
    """
    try:
        found = by_definition(policy, case, SCREENED_ON)
    except (InvariantBroken, Misused):
        return ()
    try:
        other = by_definition(mutated, mutated_case or case, SCREENED_ON)
    except InvariantBroken:
        return (_outcome(found, NONE_AT_ALL),)
    except Misused:
        return (_outcome(found, NO_RULE_LEFT),)
    return tuple(_all(found, other))


def _all(found: Recommendation, other: Recommendation) -> Iterator[Difference]:
    if found.outcome is not other.outcome and found.case.stage is not Stage.STRUCTURAL:
        yield _outcome(found, say.outcome_text(found.case.stage, other.outcome))
    flags = {f.flag.id: f.truth for f in found.flags}, {f.flag.id: f.truth for f in other.flags}
    yield from _truths(Effect.FLAG, *flags, _FLAG, flag_sentence)
    safeguards = (
        {f.safeguard.id: f.truth for f in found.safeguards},
        {f.safeguard.id: f.truth for f in other.safeguards},
    )
    yield from _truths(Effect.SAFEGUARD, *safeguards, _SAFEGUARD, safeguard_sentence)
    now = {f.rule.id: f.truth for f in other.rules}
    for finding in found.rules:
        name, truth = finding.rule.id, finding.truth
        if name not in now or now[name] is not truth:
            after = _RULE[now[name]] if name in now else "not in force"
            yield Difference(Effect.RULE, name, _RULE[truth], after, rule_sentence(name, truth))
    yield from _asked(found, other)
    yield from _resolved(found, other)
    yield from _confirmed(found, other)
    for caveat, sentence in _CAVEATS.items():
        if (caveat in found.warnings) != (caveat in other.warnings):
            given = ("given", "not given") if caveat in found.warnings else ("not given", "given")
            yield Difference(Effect.REPORT, caveat.value, *given, sentence if given[0] == "given" else "")


def _outcome(found: Recommendation, after: str) -> Difference:
    stage = found.case.stage
    before = say.outcome_text(stage, found.outcome)
    return Difference(Effect.OUTCOME, "", before, after, outcome_sentence(stage, found.outcome))


def _truths(
    effect: Effect,
    before: Mapping[str, Truth],
    after: Mapping[str, Truth],
    said: Mapping[Truth, str],
    sentence: Callable[[str, Truth], str],
) -> Iterator[Difference]:
    for name in sorted(before.keys() | after.keys()):
        was, now = before.get(name, FALSE), after.get(name, FALSE)
        if was is not now:
            yield Difference(effect, name, said[was], said[now], sentence(name, was))


def _asked(found: Recommendation, other: Recommendation) -> Iterator[Difference]:
    before = {entry.question.id: entry.ask for entry in found.to_find_out}
    after = {entry.question.id: entry.ask for entry in other.to_find_out}
    for question in sorted(before.keys() | after.keys()):
        was, now = before.get(question), after.get(question)
        if was == now:
            continue
        if was is None:
            sentence = f'"{question}" need not be found out'
        elif now is None:
            sentence = (
                f'"{question}" is to be found out from {was[0]}' if was else f'nobody is left to ask about "{question}"'
            )
        elif gone := [source for source in was if source not in now]:
            sentence = f'"{question}" is to be found out from {gone[0]}'
        else:
            new = next(source for source in now if source not in was)
            sentence = f'"{question}" is not to be asked of {new}'
        yield Difference(Effect.REPORT, question, _whom(was), _whom(now), sentence)


def _whom(ask: tuple[str, ...] | None) -> str:
    if ask is None:
        return "not to be found out"
    return f"to be found out from {', '.join(ask)}" if ask else "to be found out, with nobody left to ask"


def _resolved(found: Recommendation, other: Recommendation) -> Iterator[Difference]:
    before = {flag: change.by for change in found.would_have_to_change for flag in change.flags}
    after = {flag: change.by for change in other.would_have_to_change for flag in change.flags}
    for flag in sorted(before.keys() & after.keys()):
        was, now = before[flag], after[flag]
        if was == now:
            continue
        if gone := [name for name in was if name not in now]:
            sentence = f'the flag "{flag}" would be resolved by "{gone[0]}"'
        else:
            sentence = "" if was else f'no safeguard would resolve the flag "{flag}"'
        yield Difference(Effect.REPORT, flag, _by(was), _by(now), sentence)


def _by(safeguards: tuple[str, ...]) -> str:
    return f"resolved by {', '.join(safeguards)}" if safeguards else "resolved by nothing"


def _confirmed(found: Recommendation, other: Recommendation) -> Iterator[Difference]:
    before = {finding.safeguard.id: finding.to_confirm for finding in found.safeguards}
    after = {finding.safeguard.id: finding.to_confirm for finding in other.safeguards}
    for name in sorted(before.keys() & after.keys()):
        was, now = before[name], after[name]
        if was != now:
            sentence = f'what "{name}" needs is to be confirmed with the programme' if was and not now else ""
            yield Difference(Effect.REPORT, name, _needing(was), _needing(now), sentence)


def _needing(needs: tuple[str, ...]) -> str:
    return f"to be confirmed with the programme for {', '.join(needs)}" if needs else "put in place without asking"


def still(difference: Difference, policy: Policy, mutated: Policy) -> Callable[[Case], bool]:
    """Return whether a case shows this difference too, looking no further than it must.

    Of a case for which the policy as it is gives no recommendation it does not: nothing can be expected of one.
    """

    def holds(case: Case) -> bool:
        if difference.effect is Effect.REPORT or difference.after in {NONE_AT_ALL, NO_RULE_LEFT}:
            return difference in differences(policy, mutated, case)
        before = Judgement(policy, case, View(policy, case, SCREENED_ON))
        after = Judgement(mutated, case, View(mutated, case, SCREENED_ON))
        return shown(case, before, after) and _keeps_its_promises(policy, case.stage, before)

    def shown(case: Case, before: Judgement, after: Judgement) -> bool:
        name, stage = difference.about, case.stage
        match difference.effect:
            case Effect.OUTCOME:
                was, now = before.outcome(), after.outcome()
                return (say.outcome_text(stage, was), say.outcome_text(stage, now)) == difference[2:4]
            case Effect.FLAG:
                return (_FLAG[before.flag(name)], _FLAG[after.flag(name)]) == difference[2:4]
            case Effect.SAFEGUARD:
                return (_SAFEGUARD[before.safeguard(name)], _SAFEGUARD[after.safeguard(name)]) == difference[2:4]
            case _:
                there = name in {rule.id for rule in mutated.in_force(stage)}
                now_said = _RULE[after.rule(mutated.rules[name]).truth] if there else "not in force"
                return (_RULE[before.rule(policy.rules[name]).truth], now_said) == difference[2:4]

    return holds


def _keeps_its_promises(policy: Policy, stage: Stage, judgement: Judgement) -> bool:
    return all(
        judgement.outcome() in promise.outcomes
        or (promise.if_holds is not None and judgement.tree(promise.if_holds).truth is not TRUE)
        for promise in policy.invariants.values()
        if stage in promise.stages
    )
