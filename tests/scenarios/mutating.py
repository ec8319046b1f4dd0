"""Scenarios for any policy: a case, and some of the sentences that hold for it, those that look furthest among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from engine.loading.gherkin_reader import ScenarioText, read_feature
from engine.model.answer import Source
from engine.model.policy import Effect, Policy
from engine.model.question import Nature
from engine.model.recommendation import Recommendation
from engine.scenarios.in_gherkin import expectations, feature_text, scenario_text
from engine.scenarios.mutation.watching import by_definition, fails
from engine.scenarios.world import SCREENED_ON, World
from engine.testing.generate import random_case

_LOOKING_AWAY = (
    "the report warns that only the partner's side decides",
    "the report warns that only the partner's side can settle what is open",
)
"""These look at another case, or at whose word is waited for; both seldom hold, so they are tried often."""


def with_facts_and_remedies(policy: Policy) -> Policy:
    """Return the policy with every other question about a fact, and every exclude flag resolved by every safeguard."""
    questions = {
        name: replace(question, nature=Nature.FACT if number % 2 else Nature.CHANGEABLE)
        for number, (name, question) in enumerate(policy.questions.items())
    }
    flags = {
        name: replace(flag, remedy=tuple(policy.safeguards)) if flag.effect is Effect.EXCLUDE else flag
        for name, flag in policy.flags.items()
    }
    return replace(policy, questions=questions, flags=flags)


def some_scenarios(rng: Random, policy: Policy, number: int) -> tuple[ScenarioText, ...]:
    """Return scenarios that hold on the policy. About half begin with nothing of concern, half look beyond truths."""
    return tuple(_scenario(rng, policy, name) for name in range(number))


def _scenario(rng: Random, policy: Policy, name: int) -> ScenarioText:
    world = _world(rng, policy)
    found = by_definition(policy, world.case(), SCREENED_ON)
    further = list(dict.fromkeys(_others(rng, found)))
    candidates = further if rng.random() < 0.5 else [*_truths(found), *further]
    rng.shuffle(candidates)
    candidates = [*dict.fromkeys((*(_LOOKING_AWAY if rng.random() < 0.4 else ()), *candidates))]
    holding = [text for text in candidates[:8] if not fails(policy, _read(world, name, (text,)))]
    return _read(world, name, holding[: rng.randint(1, 4)] or expectations(found))


def _world(rng: Random, policy: Policy) -> World:
    case = random_case(rng, policy, rng.choice((0.2, 0.5, 0.9)))
    reassured = rng.random() < 0.5
    answers = {name: said for name, said in case.answers.items() if not reassured or rng.random() < 0.4}
    world = World(policy, case.stage, reassured, answers=answers)
    if case.programme is not None:
        world = replace(world, profile=dict(case.programme.answers) or None, profile_reassured=rng.random() < 0.5)
    return world


def _read(world: World, name: int, expects: tuple[str, ...] | list[str]) -> ScenarioText:
    text = feature_text("Drawn", [scenario_text(world, f"Drawn {name}", expects)])
    ((scenario,), problems) = read_feature(text, "drawn.feature")
    assert problems == (), text
    return scenario


def _truths(found: Recommendation) -> list[str]:
    policy = found.policy
    rules = [finding.rule.id for finding in found.rules]
    return list(expectations(found, rules, policy.flags, policy.safeguards))


def _others(rng: Random, found: Recommendation) -> Iterator[str]:
    policy = found.policy
    listed = {entry.question.id for entry in found.to_find_out}
    for entry in found.to_find_out:
        name = entry.question.id
        for source in entry.ask:
            yield f'"{name}" is to be found out from {source}'
        yield f'"{name}" is not to be asked of {rng.choice(list(Source))}'
        yield f'nobody is left to ask about "{name}"'
    for name in policy.questions:
        if name not in listed:
            yield f'"{name}" need not be found out'
        yield f'the report shows that the sources disagree about "{name}"'
        yield f'the client\'s copy does not mention "{name}"'
    for finding in found.flags:
        for rule in finding.raised_by:
            yield f'the flag "{finding.flag.id}" is raised by "{rule}"'
    for change in found.would_have_to_change:
        for flag in change.flags:
            yield f'no safeguard would resolve the flag "{flag}"'
            yield from (f'the flag "{flag}" would be resolved by "{safeguard}"' for safeguard in change.by)
    for safeguard in found.safeguards:
        yield f'what "{safeguard.safeguard.id}" needs is to be confirmed with the programme'
    yield from _LOOKING_AWAY
