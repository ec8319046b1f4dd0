"""The scenario that would notice: the shortest that holds on the policy as it is and fails on the changed one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from engine.loading.gherkin_reader import ScenarioText, read_feature
from engine.model.condition import questions_in
from engine.model.policy import Policy
from engine.model.question import Stage
from engine.report.assurance.mutation_report import Effect
from engine.scenarios.in_gherkin import feature_text, outcome_sentence, scenario_text
from engine.scenarios.mutation.differing import Difference, differences, still
from engine.scenarios.mutation.mutants import Mutant
from engine.scenarios.mutation.watching import by_definition, fails
from engine.scenarios.mutation.weighing import Weighed
from engine.scenarios.smallest import Holds, smallest
from engine.scenarios.world import SCREENED_ON, World

MOST_EXPECTED = 3
"""How many of the things that differ a suggested scenario expects, apart from the outcome."""


class Suggestion(NamedTuple):
    """A scenario ready to paste, as text and as it runs."""

    text: str
    scenario: ScenarioText


def suggestion(policy: Policy, mutant: Mutant, weighed: Weighed, name: str) -> Suggestion | None:
    """Return a scenario that notices the mutant, or None when no sentence of scenarios looks at what it does."""
    mutated = mutant.applied(policy)
    if weighed.case is None:
        return None
    for difference in (each for each in weighed.differences if each.sentence):
        holds = still(difference, policy, mutated)
        world = _likelier(smallest(policy, weighed.case, holds), holds)
        for candidate in _worlds(policy, mutant, world):
            if found := _told(policy, mutated, mutant, candidate, name):
                return found
    return None


def _worlds(policy: Policy, mutant: Mutant, world: World) -> Iterator[World]:
    """Yield the world, then others in which less depends on what a question is on the changed policy.

    "Nothing of concern is known" answers by somebody whose word settles it, and leaves out what does not apply.
    """
    yield world
    if mutant.entry != "question":
        return
    case, name = world.case(), mutant.id
    answers, profile = dict(case.answers), dict(case.programme.answers) if case.programme is not None else None
    if case.stage.of_client and not policy.questions[name].stage.of_client:
        if profile is not None:
            yield replace(world, profile={**(world.profile or {}), name: profile.get(name, ())})
            profile = profile or {name: ()}
    else:
        yield replace(world, answers={**world.answers, name: answers.get(name, ())})
    yield World(policy, case.stage, answers=answers, profile=profile)


def _likelier(world: World, holds: Holds) -> World:
    """Let a question be answered by whom it is put to, or by whose word settles it, where that does as well."""
    for in_profile, held in ((False, world.answers), (True, world.profile or {})):
        for name, said in held.items():
            question = world.question(name)
            for source in (*question.asked_of[:1], *question.corroborate[:1]) if len(said) == 1 else ():
                by = {name: tuple(replace(answer, source=source) for answer in said)}
                if in_profile:
                    tried = replace(world, profile={**(world.profile or {}), **by})
                else:
                    tried = replace(world, answers={**world.answers, **by})
                if holds(tried.case()):
                    world = tried
                    break
    return world


def _told(policy: Policy, mutated: Policy, mutant: Mutant, world: World, name: str) -> Suggestion | None:
    """Return the scenario of this world, if it holds on the policy and fails on the changed one."""
    case = world.case()
    found = differences(policy, mutated, case, replace(world, policy=mutated).case())
    if not found:
        return None
    sentences = _expected(policy, found)
    outcome = outcome_sentence(case.stage, by_definition(policy, case, SCREENED_ON).outcome)
    tags = tags_for(policy, mutant, case.stage, found)
    text = scenario_text(world, name, (outcome, *sentences), tags)
    scenarios, problems = read_feature(feature_text("Suggested", [text]), "suggested")
    if problems or len(scenarios) != 1 or fails(policy, scenarios[0]) or not fails(mutated, scenarios[0]):
        return None
    return Suggestion(text, scenarios[0])


def _expected(policy: Policy, found: Iterable[Difference]) -> list[str]:
    """Return the sentences for what differs: flags, safeguards and rules, or whom to ask where nothing else does."""
    told = [each for each in found if each.sentence and each.effect is not Effect.OUTCOME]
    written = [e for e in told if e.effect is not Effect.REPORT and not _derived(policy, e)]
    return [each.sentence for each in written or told][:MOST_EXPECTED]


def _derived(policy: Policy, difference: Difference) -> bool:
    return difference.effect is Effect.RULE and policy.rules[difference.about].derived


def tags_for(policy: Policy, mutant: Mutant, stage: Stage, found: Iterable[Difference]) -> tuple[str, ...]:
    """Return the tag of the rule that a scenario is about: the mutant's, or one that uses what was changed."""
    here = [rule for rule in policy.in_force(stage) if not rule.derived]
    changed = {each.about for each in found if each.effect is Effect.RULE}
    match mutant.entry:
        case "rule":
            using = [rule.id for rule in here if rule.id == mutant.id]
        case "flag":
            using = [rule.id for rule in here if rule.raises == mutant.id]
        case "safeguard":
            using = [rule.id for rule in here if mutant.id in rule.recommends]
        case "base":
            using = []
        case _:
            using = [rule.id for rule in here if mutant.id in questions_in(rule.when)]
    first = sorted(using, key=lambda name: name not in changed)[:1]
    return tuple(f"rule:{name}" for name in first)
