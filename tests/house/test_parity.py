"""No rule without its scenarios, and no scenario without its rule: the shipped policy against the shipped features.

What a scenario shows is taken from what it screened, not from its words: a scenario counts for a rule that it is tagged
with when the rule comes out so.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from engine import api
from engine.loading.gherkin_reader import ScenarioText
from engine.loading.scenarios import TAG, check_scenarios, read_scenarios
from engine.loading.sentences import OUTCOMES, find
from engine.model.condition import FlagIs, IsUnknown, Leaf, SourcesDiffer, leaves_of, question_of
from engine.model.policy import Outcome, Policy, Rule, Status
from engine.model.truth import Truth
from engine.scenarios.run import Run, run_all

ROOT = Path(__file__).parents[2]
FEATURES = ROOT / "features"
SHOWN_BY = {
    Truth.TRUE: "it applies",
    Truth.FALSE: "it does not apply",
    Truth.UNKNOWN: "an answer is missing, and it is unknown whether it applies",
}
DISAGREE = "the sources disagree about a question that it reads"


@cache
def policy() -> Policy:
    return api.load_policy(ROOT / "rules")


@cache
def scenarios() -> tuple[ScenarioText, ...]:
    return read_scenarios(FEATURES)[0]


@cache
def runs() -> tuple[Run, ...]:
    return tuple(run_all(policy(), scenarios()))


def rules_in_force() -> dict[str, Rule]:
    """Return the rules that a writer put in force; what the loader derives from `needs` has no scenarios of its own."""
    return {rule.id: rule for rule in policy().rules.values() if rule.status is Status.IN_FORCE and not rule.derived}


def rules_shown(scenario: ScenarioText) -> set[str]:
    return {tag.removeprefix(TAG) for tag in scenario.tags if tag.startswith(TAG)}


def read_by(rule: Rule) -> Iterator[Leaf]:
    """Yield the tests that a rule rests on: its own, and for a flag those of the rules that raise it."""
    for leaf in leaves_of(rule.when):
        if isinstance(leaf, FlagIs):
            for raiser in policy().raisers(rule.stage).get(leaf.flag, ()):
                yield from read_by(raiser)
        else:
            yield leaf


def expected_of(rule: Rule) -> set[str]:
    """Return what scenarios have to show of a rule. One that tests only what is known is never itself unknown."""
    only_of_knowledge = all(isinstance(leaf, IsUnknown | SourcesDiffer) for leaf in read_by(rule))
    return {DISAGREE, *SHOWN_BY.values()} - ({SHOWN_BY[Truth.UNKNOWN]} if only_of_knowledge else set())


def shown_of(rule: Rule) -> set[str]:
    """Return what the scenarios tagged with a rule show of it."""
    questions = {question_of(leaf) for leaf in read_by(rule)}
    shown: set[str] = set()
    for run in runs():
        found = run.world.screened
        if found is None or rule.id not in rules_shown(run.scenario):
            continue
        shown |= {SHOWN_BY[finding.truth] for finding in found.rules if finding.rule.id == rule.id}
        if any(known.question in questions for known in found.contradictions):
            shown.add(DISAGREE)
    return shown


def named_in_thens(kind: str) -> set[str]:
    """Return the ids of this kind (a placeholder of the sentences) that some scenario expects something about."""
    found = (find(step.keyword, step.text) for one in scenarios() for step in one.steps if step.keyword == "then")
    return {values[kind] for _, values in filter(None, found) if kind in values}


def test_the_checker_finds_nothing_wrong_with_the_scenarios() -> None:
    assert not check_scenarios(policy(), FEATURES)


def test_every_scenario_holds() -> None:
    failed = [f"{run.scenario.file}:{run.scenario.line}: {run.why}" for run in runs() if run.why is not None]
    assert not failed, "\n".join(failed)


def test_rules_in_force_and_tagged_rules_are_the_same() -> None:
    tagged = set().union(*map(rules_shown, scenarios()))
    in_force = set(rules_in_force())
    assert not in_force - tagged, f"rules in force without a scenario: {sorted(in_force - tagged)}"
    assert not tagged - in_force, f"tags of rules that are not in force: {sorted(tagged - in_force)}"


def test_scenarios_show_each_rule_applying_not_applying_open_and_with_sources_that_disagree() -> None:
    gaps = [
        f"{rule.id}: no scenario tagged @{TAG}{rule.id} shows that {missing}"
        for rule in rules_in_force().values()
        for missing in sorted(expected_of(rule) - shown_of(rule))
    ]
    assert not gaps, "\n".join(gaps)


def test_every_outcome_is_expected_by_some_scenario() -> None:
    steps = {step.text for one in scenarios() for step in one.steps if step.keyword == "then"}
    expected = {Outcome(OUTCOMES[text][0]) for text in steps & set(OUTCOMES)}
    assert expected == set(Outcome)


def test_every_flag_is_expected_about_by_some_scenario() -> None:
    assert not set(policy().flags) - named_in_thens("flag")


def test_every_safeguard_is_expected_about_by_some_scenario() -> None:
    assert not set(policy().safeguards) - named_in_thens("safeguard")
