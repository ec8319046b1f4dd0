"""Each example case is a scenario's twin: the same answers, in a file and in sentences, and the same recommendation.

The sentences of scenarios hold no reference, no note, no own view and no earlier case, so these are not compared: of a
case that carries an earlier one on, the twin holds the answers as they are once that is done.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from cli import forethought
from engine import api
from engine.loading.gherkin_reader import ScenarioText
from engine.loading.scenarios import EXAMPLE, read_scenarios
from engine.model.answer import Answer, Case
from engine.model.policy import Outcome
from engine.model.recommendation import Recommendation
from engine.scenarios.run import Run, run_all
from tests.caseload import CASE_FOLDERS, EXAMPLES, example_cases
from tests.drawing import ON, default_policy

SAID_AS = {
    "start": {Outcome.AGAINST: "against", Outcome.UNDETERMINED: "undetermined", Outcome.CONDITIONAL: "conditional"},
    "during": {Outcome.AGAINST: "pause", Outcome.UNDETERMINED: "cannot-recommend", Outcome.CONDITIONAL: "continue"},
    "end": {Outcome.AGAINST: "against", Outcome.UNDETERMINED: "cannot-recommend", Outcome.CONDITIONAL: "close"},
    "programmes": {Outcome.AGAINST: "not-ready", Outcome.UNDETERMINED: "not-known", Outcome.CONDITIONAL: "ready"},
}
"""How the name of an example begins, by its folder and what is recommended."""


def twin_tags(scenario: ScenarioText) -> list[str]:
    return [tag.removeprefix(EXAMPLE) for tag in scenario.tags if tag.startswith(EXAMPLE)]


@cache
def twins() -> Mapping[str, Run]:
    """Return the scenario that is an example's twin, as it ran, by the example."""
    scenarios = [one for one in read_scenarios(EXAMPLES.parent / "features")[0] if twin_tags(one)]
    return {twin_tags(run.scenario)[0]: run for run in run_all(default_policy(), scenarios)}


@cache
def loaded(example: str) -> Case:
    return api.load_case(EXAMPLES / example, default_policy(), ON)


def said(answers: Mapping[str, tuple[Answer, ...]]) -> dict[str, set[Answer]]:
    """Return what was said, without notes and in no order."""
    return {question: {replace(answer, note="") for answer in given} for question, given in answers.items()}


def what_came(found: Recommendation) -> dict[str, object]:
    """Return what a recommendation says, without the words of the case that it rests on."""
    return {
        "outcome": found.outcome,
        "flags": {(one.flag.id, one.truth, one.raised_by) for one in found.flags},
        "safeguards": {(one.safeguard.id, one.truth) for one in found.safeguards},
        "to find out": {(one.question.id, one.ask) for one in found.to_find_out},
        "disagreements": {known.question for known in found.contradictions},
        "rules": {(one.rule.id, one.truth) for one in found.rules},
        "warnings": set(found.warnings),
    }


def screened(example: str) -> Recommendation:
    return api.screen(default_policy(), loaded(example), ON)


def test_every_example_has_one_twin_and_every_twin_its_example() -> None:
    tagged = [tag for one in read_scenarios(EXAMPLES.parent / "features")[0] for tag in twin_tags(one)]
    assert sorted(tagged) == sorted(example_cases())


@pytest.mark.parametrize("example", example_cases())
def test_an_example_and_its_twin_hold_the_same_answers(example: str) -> None:
    case, twin = loaded(example), twins()[example].world.case()
    assert twin.stage is case.stage
    assert said(twin.answers) == said(case.answers)
    assert (twin.programme is None) == (case.programme is None)
    if twin.programme is not None and case.programme is not None:
        assert twin.programme.stage is case.programme.stage
        assert said(twin.programme.answers) == said(case.programme.answers)


@pytest.mark.parametrize("example", example_cases())
def test_an_example_and_its_twin_come_to_the_same_recommendation(example: str) -> None:
    run = twins()[example]
    assert run.why is None
    assert run.world.screened is not None
    assert what_came(run.world.screened) == what_came(screened(example))


@pytest.mark.parametrize("example", example_cases())
def test_an_example_lies_where_its_stage_and_is_named_as_its_recommendation_say(example: str) -> None:
    folder, name = example.split("/")
    assert loaded(example).stage.value in CASE_FOLDERS[folder]
    if folder in SAID_AS:
        assert name.removesuffix(".yaml").startswith(SAID_AS[folder][screened(example).outcome])


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.yaml")), ids=lambda path: path.stem)
def test_an_example_says_that_it_is_fictional(path: Path) -> None:
    if path.name != "blank-case.yaml":
        assert path.read_text(encoding="utf-8").startswith("# FICTIONAL. ")


def test_an_earlier_case_is_told_by_what_has_changed_and_an_own_view_stands_beside() -> None:
    carried, viewed = loaded("during/continue-with-conditions.yaml"), loaded("during/pause-left-abruptly.yaml")
    assert carried.earlier == loaded("start/undetermined-answers-grown-old.yaml")
    assert viewed.own_view is not None


def test_a_decision_against_the_recommendation_takes_its_reasons_and_second_person(tmp_path: Path) -> None:
    case = EXAMPLES / "end" / "cannot-recommend-closing-yet.yaml"
    text = (EXAMPLES / "decisions" / "close-against-the-recommendation.yaml").read_text(encoding="utf-8")
    # Everything is read as text: YAML 1.1 takes the key `on` for a yes.
    written = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - builds nothing but texts, lists and mappings
    for left_out in (None, "reasons", "second_person"):
        decision = tmp_path / "decision.json"
        held = {key: value for key, value in written.items() if key != left_out}
        decision.write_text(json.dumps(held), encoding="utf-8")
        command = ["screen", str(case), "--on", ON.isoformat(), "--decision", str(decision)]
        result = CliRunner().invoke(forethought, command)
        assert result.exit_code == (65 if left_out else 0)
        assert ("error[against-the-recommendation]" in result.stderr) == bool(left_out)


def test_the_list_of_examples_names_every_one_of_them() -> None:
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    rows = [line.split("`")[1] for line in text.splitlines() if line.startswith("| `")]
    decisions = {f"decisions/{path.name}" for path in (EXAMPLES / "decisions").iterdir()}
    assert sorted(rows) == sorted({*example_cases(), *decisions, "caseload.csv", "start-here/decision.yaml"})
