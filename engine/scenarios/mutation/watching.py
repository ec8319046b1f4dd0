"""A scenario that watches over a policy: its case, what it expects, and whether it notices another policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from engine import __version__
from engine.errors import ForethoughtError
from engine.loading.gherkin_reader import ScenarioText, StepLine
from engine.loading.sentences import OUTCOMES, find
from engine.model.answer import Case
from engine.model.policy import Policy
from engine.model.recommendation import Recommendation
from engine.reference import Judgement, View, recommend
from engine.scenarios.steps import STEPS, Step, carry_out
from engine.scenarios.world import SCREENED_ON, Misused, Unmet, World

ASKING = frozenset(
    {
        '"{question}" is to be found out from {source}',
        '"{question}" is not to be asked of {source}',
        'nobody is left to ask about "{question}"',
        '"{question}" need not be found out',
        "the report warns that only the partner's side can settle what is open",
    }
)
"""The sentences that look at what is to be found out, and so into the conditions of rules that are unknown."""
RESOLVING = frozenset(
    {'the flag "{flag}" would be resolved by "{safeguard}"', 'no safeguard would resolve the flag "{flag}"'}
)
"""Those that look at what would have to change, and so at which questions a rule that is true reads."""
WITHOUT_HER = frozenset({"the report warns that only the partner's side decides"})
"""Those that look at another case: this one without what the partner's side said."""
LISTING = frozenset({'the client\'s copy does not mention "{question}"'})
"""Those that look at every safeguard that is listed."""
CONFIRMING = frozenset({'what "{safeguard}" needs is to be confirmed with the programme'})
TRUTHS = frozenset(
    {
        *OUTCOMES,
        'the flag "{flag}" is raised',
        'the flag "{flag}" is not raised',
        'the flag "{flag}" could still be raised',
        'the flag "{flag}" is raised by "{rule}"',
        'the flag "{flag}" names who must be told at once',
        'the rule "{rule}" applies',
        'the rule "{rule}" does not apply',
        'it is unknown whether the rule "{rule}" applies',
        'the safeguard "{safeguard}" is called for',
        'the safeguard "{safeguard}" is not called for',
        'the safeguard "{safeguard}" is called for until more is known',
        'the report shows that the sources disagree about "{question}"',
        "the report says that the programme's readiness was not considered",
        "the report is a reflection and recommends nothing",
    }
)
"""Those that look at nothing but truths, the outcome, the answers, and the texts of the policy."""


def by_definition(policy: Policy, case: Case, on: date) -> Recommendation:
    """Screen by the definition alone: the network is not what is under test here."""
    try:
        return recommend(policy, case, on, __version__)
    except ValueError as error:
        # A policy without rules in force for the stage gives no recommendation.
        raise Misused(str(error)) from None


@dataclass
class Watch:
    """One scenario as it went on the original policy. Raises what a failing step raises when it is made by `watch`."""

    scenario: ScenarioText
    world: World
    thens: tuple[tuple[Step, Mapping[str, str]], ...]
    sentences: frozenset[str]
    named: frozenset[str]
    plain: bool
    case: Case = field(repr=False)

    @cached_property
    def judgement(self) -> Judgement:
        """The truths of its case on the original policy, computed on demand."""
        return Judgement(self.world.policy, self.case, View(self.world.policy, self.case, SCREENED_ON))

    @property
    def looks_at_truths(self) -> bool:
        """Whether it is known of each of its sentences what it looks at."""
        return self.plain and self.sentences <= TRUTHS | ASKING | RESOLVING | WITHOUT_HER | LISTING | CONFIRMING

    def tagged(self, rules: frozenset[str]) -> bool:
        """Whether it is tagged with one of these rules."""
        return not rules.isdisjoint(tag.removeprefix("rule:") for tag in self.scenario.tags)

    def notices(self, policy: Policy, *, same_case: bool) -> bool:
        """Whether it fails on another policy. `same_case`: no question is another one there, so neither is its case."""
        if not self.plain:
            return fails(policy, self.scenario)
        world = replace(self.world, policy=policy, screened=None)
        try:
            case = self.case if same_case else world.case()
            world.screened = by_definition(policy, case, SCREENED_ON)
            for step, values in self.thens:
                step(world, **values)
        except (Unmet, Misused, ForethoughtError):
            return True
        return False


def fails(policy: Policy, scenario: ScenarioText) -> bool:
    """Whether a scenario fails on a policy: the plain way, step by step."""
    world = World(policy, judge=by_definition)
    try:
        for step in scenario.steps:
            carry_out(world, step.keyword, step.text, step.table)
    except (Unmet, Misused, ForethoughtError):
        return True
    return False


def watch(policy: Policy, scenario: ScenarioText) -> Watch:
    """Run a scenario on the original policy and keep what it built up. Raises what its first failing step raises."""
    world = World(policy, judge=by_definition)
    for step in scenario.steps:
        carry_out(world, step.keyword, step.text, step.table)
    found = [find(step.keyword, step.text) for step in scenario.steps if step.keyword == "then"]
    thens = [(sentence, values) for sentence, values in (pair for pair in found if pair is not None)]
    return Watch(
        scenario,
        world,
        tuple((STEPS[sentence.text], values) for sentence, values in thens),
        frozenset(sentence.text for sentence, _ in thens),
        frozenset(value for _, values in thens for value in values.values()),
        plain=_screens_once(scenario.steps),
        case=world.recommendation.case,
    )


def _screens_once(steps: tuple[StepLine, ...]) -> bool:
    """Whether the case is made, then screened once, then looked at: what is expected is expected of that case."""
    order = [step.keyword for step in steps]
    return order.count("when") == 1 and order == sorted(order, key=("given", "when", "then").index)
