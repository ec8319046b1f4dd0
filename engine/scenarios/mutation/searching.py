"""Cases in which a mutant may matter: those of the scenarios, with the answers varied that it bears on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from engine.model.answer import Answer, Case, Source, Standing
from engine.model.condition import questions_in
from engine.model.policy import Policy, Rule
from engine.model.question import CLIENT_STAGES, Question, Stage
from engine.scenarios.mutation.mutants import Mutant
from engine.scenarios.mutation.sight import Sight
from engine.scenarios.world import SCREENED_ON

BASES = 40
"""How many cases of scenarios are looked at, stage by stage, the nearest to the mutant first."""
VARIED = 10
"""In how many of these answers are varied."""


def stages_of(policy: Policy, mutant: Mutant) -> tuple[Stage, ...]:
    """Return the stages at which a mutant can matter."""
    match mutant.entry:
        case "rule":
            stages = policy.rules[mutant.id].stages
        case "base":
            stages = (Stage(mutant.id),)
        case "flag":
            stages = tuple(stage for stage in Stage if mutant.id in policy.raisers(stage))
        case "safeguard":
            stages = CLIENT_STAGES
        case _:
            asked = policy.questions[mutant.id].stage
            stages = tuple(s for s in Stage if asked in s.readable or (s.of_client and not asked.of_client))
    return tuple(stage for stage in stages if policy.in_force(stage))


def cases_near(sight: Sight, mutant: Mutant) -> Iterator[Case]:
    """Yield cases in which the mutant may matter, the likeliest first."""
    policy = sight.policy
    rules = _rules_near(policy, mutant)
    asked = sorted({mutant.id} if mutant.entry == "question" else _questions_near(policy, mutant, rules))
    names = frozenset(rule.id for rule in rules)
    bases = []
    for stage in stages_of(policy, mutant):
        here = [watch for watch in sight.watches if watch.case.stage is stage]
        near = sorted(here, key=lambda watch: (not watch.tagged(names), names.isdisjoint(watch.named)))
        bases.append([watch.case for watch in islice(near, BASES)])
    for cases in bases:
        yield from cases
    for cases in bases:
        for case in cases[:VARIED]:
            for name in asked:
                yield from varied(case, policy.questions[name])


def varied(case: Case, question: Question) -> Iterator[Case]:
    """Yield the case with this question answered otherwise: not at all, by others, too long ago, in two ways."""
    in_profile = case.stage.of_client and not question.stage.of_client
    if in_profile:
        if case.programme is None:
            return
        for changed in varied(case.programme, question):
            yield replace(case, programme=changed)
        return
    if question.stage not in case.stage.readable or question.open:
        return
    for answers in _answers_to(question):
        yield replace(case, answers={**case.answers, question.id: answers})


def _answers_to(question: Question) -> Iterator[tuple[Answer, ...]]:
    yield ()
    sources = tuple(dict.fromkeys((*question.corroborate, *question.asked_of)))
    least, worst = question.answers[0], question.answers[-1]
    for word in question.answers:
        for source in sources:
            yield (Answer(source, Standing.ANSWERED, (word,)),)
    settling = sources[0]
    if question.valid_for is not None:
        for days in (question.valid_for + 1, 2 * question.valid_for + 1):
            yield (Answer(settling, Standing.ANSWERED, (least,), SCREENED_ON - timedelta(days=days)),)
    for source in sources:
        yield (Answer(source, Standing.ASKED_DECLINED),)
        yield (Answer(source, Standing.NOT_APPLICABLE),)
    doubter = next((source for source in Source if source != settling), settling)
    for word in question.answers:
        yield (Answer(settling, Standing.ANSWERED, (worst,)), Answer(doubter, Standing.ANSWERED, (word,)))
        yield (Answer(settling, Standing.ANSWERED, (least,)), Answer(doubter, Standing.ANSWERED, (word,)))


def _rules_near(policy: Policy, mutant: Mutant) -> tuple[Rule, ...]:
    rules = policy.rules.values()
    match mutant.entry:
        case "rule":
            return (policy.rules[mutant.id],)
        case "flag":
            return tuple(rule for rule in rules if rule.raises == mutant.id)
        case "safeguard":
            return tuple(rule for rule in rules if mutant.id in rule.recommends)
        case "base":
            return tuple(rule for rule in rules if mutant.was in rule.recommends)
        case _:
            return tuple(rule for rule in rules if mutant.id in questions_in(rule.when))


def _questions_near(policy: Policy, mutant: Mutant, rules: tuple[Rule, ...]) -> set[str]:
    near = {name for rule in rules for name in questions_in(rule.when)}
    return near | set(policy.safeguards[mutant.id].needs) if mutant.entry == "safeguard" else near
