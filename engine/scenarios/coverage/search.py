"""Cases that show what no scenario shows, found without a solver: by changing what the rule reads, here and there.

What is not found may still be there: only the solver can say that it is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from random import Random
from typing import Final

from engine.model.answer import Answer, Case, Standing
from engine.model.condition import CalledFor, FlagIs, leaves_of, question_of
from engine.model.policy import Policy, Rule
from engine.model.question import Question, Stage
from engine.model.truth import TRUE
from engine.reference import Judgement, View
from engine.scenarios.coverage.cover import Coverage, own_rules
from engine.scenarios.coverage.eye import Applies, Eye, Wish
from engine.scenarios.world import SCREENED_ON, World

TRIES: Final = 300
"""After so many cases that show nothing new of a rule, no more are tried."""

_MOST_BASES: Final = 12
_MOST_CHANGES: Final = 4


Progress = Callable[[int, int], None]
"""Told after each step how many are done, and of how many."""


class Witness:
    """Tells by the definition whether a case shows an item."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.eye = Eye(policy)

    def shows(self, case: Case, rule_id: str) -> frozenset[Wish]:
        """Return what a case shows of one rule, at its own stage."""
        rule = self.policy.rules[rule_id]
        tree = Judgement(self.policy, case, View(self.policy, case, SCREENED_ON)).rule(rule)
        applies = (Applies(rule_id, case.stage),) if tree.truth is TRUE else ()
        return frozenset((*self.eye.items(rule, case.stage, tree), *applies))


def search(
    coverage: Coverage, items: Sequence[Wish], tries: int = TRIES, progress: Progress | None = None
) -> Mapping[Wish, Case]:
    """Look for a case that shows each item; what is not found is left out. The same policy gives the same cases."""
    found: dict[Wish, Case] = {}
    done = 0
    for (rule, stage), group in groupby(sorted(items), key=lambda item: (item.rule, item.stage)):
        wanted = set(group)
        done += len(wanted)
        found |= _search(coverage, coverage.policy.rules[rule], Stage(stage), wanted, tries)
        if progress is not None:
            progress(done, len(items))
    return found


def _search(coverage: Coverage, rule: Rule, stage: Stage, wanted: set[Wish], tries: int) -> Mapping[Wish, Case]:
    policy = coverage.policy
    rng = Random(f"{rule.id} {stage.value}")  # noqa: S311 - to try cases, in the same order every time
    witness = Witness(policy)
    read = [policy.questions[name] for name in sorted(questions_behind(policy, rule, stage))]
    bases = [*_bases(coverage, rule, stage)]
    found: dict[Wish, Case] = {}
    number = last = 0
    while wanted - found.keys() and number - last < tries:
        world = bases[number % len(bases)]
        if number >= len(bases):
            for question in rng.sample(read, min(len(read), rng.randint(1, _MOST_CHANGES))):
                world = _changed(world, question, rng)
        case = world.case()
        for item in witness.shows(case, rule.id) & (wanted - found.keys()):
            found[item], last = case, number
        number += 1
    return found


def _bases(coverage: Coverage, rule: Rule, stage: Stage) -> Iterator[World]:
    """Yield the cases to begin from: nothing of concern, nothing said, and those of scenarios, the rule's own first."""
    for reassured in (True, False):
        yield World(coverage.policy, stage, reassured, reassured and stage.of_client)
    here = [run for run in coverage.runs if run.world.stage is stage]
    here.sort(key=lambda run: rule.id not in own_rules(run.scenario))
    for run in here[:_MOST_BASES]:
        yield run.world


def _changed(world: World, question: Question, rng: Random) -> World:
    answers = _answers(question, rng)
    if world.stage.of_client and not question.stage.of_client:
        return replace(world, profile={**(world.profile or {}), question.id: answers})
    return replace(world, answers={**world.answers, question.id: answers})


def _answers(question: Question, rng: Random) -> tuple[Answer, ...]:
    """Return nothing, what somebody says whose word settles it or does not, or two words that differ."""
    if rng.random() < 0.2:  # noqa: PLR2004
        return ()
    sources = [*dict.fromkeys((*question.corroborate, *question.corroborate, *question.asked_of))]
    heard = rng.sample(sources, min(len(sources), 2 if rng.random() < 0.3 else 1))  # noqa: PLR2004
    return tuple(Answer(source, Standing.ANSWERED, (rng.choice(question.answers),)) for source in heard)


def questions_behind(policy: Policy, rule: Rule, stage: Stage) -> frozenset[str]:
    """Return the questions that a rule reads, itself or through flags and safeguards, and those that govern them."""
    found: set[str] = set()
    waiting, met = [rule], {rule.id}
    while waiting:
        for leaf in leaves_of(waiting.pop().when):
            if (name := question_of(leaf)) is not None:
                found.add(name)
            match leaf:
                case FlagIs(flag):
                    further = policy.raisers(stage).get(flag, ())
                case CalledFor(safeguard):
                    further = policy.callers(stage).get(safeguard, ())
                case _:
                    further = ()
            waiting += [other for other in further if other.id not in met]
            met |= {other.id for other in further}
    governing = {
        name
        for question in found
        if (only_if := policy.questions[question].only_if) is not None
        for leaf in leaves_of(only_if)
        if (name := question_of(leaf)) is not None
    }
    return frozenset(name for name in found | governing if not policy.questions[name].open)
