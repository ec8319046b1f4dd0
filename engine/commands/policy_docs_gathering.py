"""Gathers what the site of a policy is written from: policy, places, scenarios and how they went, coverage, history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from engine import __version__, api
from engine.commands.options import load_policy
from engine.commands.policy_docs_history import history_of
from engine.commands.policy_folders import Folders
from engine.commands.running import note
from engine.errors import BadData, Place
from engine.loading.gherkin_reader import ScenarioText
from engine.loading.places import EntryPlace, places_of
from engine.loading.scenarios import TAG, read_scenarios
from engine.model.policy import Policy
from engine.model.question import Stage
from engine.report.assurance.site_material import Material, Scenario, Sight, Step, Went
from engine.report.assurance.site_parts import Kind


def gathered(found: Folders, language: str | None, *, run: bool) -> Material:
    """Return everything that a site is written from; `run`: with how the scenarios went and what they see.

    Raises BadData when something is wrong with the policy or its scenarios, or NoInput.
    """
    policy = load_policy(str(found.policy), language)
    scenarios: tuple[Scenario, ...] | None = None
    coverage = None
    if found.features is not None:
        problems = api.check_scenarios(found.policy, found.features, complete=False)
        if problems:
            raise BadData(problems)
        texts, _ = read_scenarios(found.features)
        if run:
            note(f"running {len(texts)} scenarios")
        scenarios = _scenarios(policy, texts, found.features, run=run)
        coverage = _coverage(policy, texts, found.features) if run else None
    return Material(
        policy,
        __version__,
        scenarios,
        coverage,
        history_of(found.policy, found.features),
        _places(found.policy),
    )


def _scenarios(policy: Policy, texts: Sequence[ScenarioText], features: Path, *, run: bool) -> tuple[Scenario, ...]:
    from engine.scenarios.run import run_all

    if not run:
        return tuple(_scenario(text, features, Went.NOT_RUN) for text in texts)
    found = []
    for went in run_all(policy, texts):
        passed = went.failed is None
        why = ""
        if went.failed is not None:
            why = f"{went.failed.keyword.capitalize()} {went.failed.text} - {went.why}"
        found.append(_scenario(went.scenario, features, Went.PASSED if passed else Went.FAILED, why))
    return tuple(found)


def _scenario(text: ScenarioText, features: Path, went: Went, why: str = "") -> Scenario:
    return Scenario(
        text.name,
        _feature(text, features),
        text.line,
        _rules(text.tags),
        tuple(Step(step.keyword, step.text, step.table) for step in text.steps),
        went,
        why,
        _rules(text.own),
    )


def _rules(tags: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(tag.removeprefix(TAG) for tag in tags if tag.startswith(TAG)))


def _feature(text: ScenarioText, features: Path) -> str:
    """Return the name of a scenario's file without what is above its folder: the same on every machine."""
    return f"features/{Path(text.file).relative_to(features).as_posix()}"


def _coverage(
    policy: Policy, texts: Sequence[ScenarioText], features: Path
) -> Mapping[tuple[str, Stage], tuple[Sight, ...]]:
    from engine.scenarios.coverage.cover import cover

    seen = cover(policy, texts)
    files = {text.file: _feature(text, features) for text in texts}
    return {
        (rule.id, stage): tuple(
            Sight(
                {
                    truth.value: tuple(f"{files[text.file]}:{text.line}" for text in scenarios)
                    for truth, scenarios in leaf.items()
                }
            )
            for leaf in seen.leaves(rule.id, stage)
        )
        for stage in Stage
        for rule in policy.in_force(stage)
        if not rule.derived
    }


def _places(folder: Path) -> Mapping[tuple[Kind, str], str]:
    places = places_of(folder)
    kinds: tuple[tuple[Kind, Mapping[str, EntryPlace]], ...] = (
        (Kind.QUESTION, places.questions),
        (Kind.FLAG, places.flags),
        (Kind.RULE, places.rules),
        (Kind.SAFEGUARD, places.safeguards),
        (Kind.WORK, places.works),
        (Kind.INVARIANT, places.invariants),
    )
    return {(kind, name): _shown(entry.place, folder) for kind, entries in kinds for name, entry in entries.items()}


def _shown(place: Place, folder: Path) -> str:
    return f"{Path(place.file).relative_to(folder).as_posix()}:{place.line}"
