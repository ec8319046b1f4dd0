"""What is suggested runs as it stands and shows all that is missing; what is called impossible is nowhere."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import api, proof
from engine.loading.gherkin_reader import ScenarioText, read_feature
from engine.loading.scenarios import TAG, check_feature
from engine.model.policy import Policy
from engine.report.assurance.coverage_data import Sight
from engine.scenarios.coverage.cover import Coverage, cover
from engine.scenarios.coverage.possible import Looked, look_for, sight_of
from engine.scenarios.coverage.search import search
from engine.scenarios.coverage.suggest import suggested_feature, suggestions
from engine.scenarios.run import run_all
from engine.testing.generate import Size, random_policy

SMALL = Path(__file__).parents[1] / "commands" / "small"
SIZE = Size(questions=5, later_questions=2, flags=4, rules=7, safeguards=3, depth=2, answers=3)

needs_solver = pytest.mark.skipif(not proof.available(), reason="nothing is proved: the part `assurance` is missing")


def _suggested(policy: Policy, looked: Looked) -> tuple[str, tuple[ScenarioText, ...]]:
    text = suggested_feature(policy, suggestions(policy, looked.cases))
    scenarios, problems = read_feature(text, "suggested.feature")
    assert problems == ()
    return text, scenarios


def _looked(policy: Policy) -> tuple[Coverage, Looked]:
    coverage = cover(policy, ())
    return coverage, look_for(coverage, coverage.missing)


@needs_solver
@settings(max_examples=12)
@given(st.randoms(use_true_random=False))
def test_what_is_suggested_passes_and_shows_everything_that_is_not_proved_impossible(
    tmp_path_factory: pytest.TempPathFactory, rng: Random
) -> None:
    policy = random_policy(rng, SIZE)
    _, looked = _looked(policy)
    assert set(looked.sights.values()) <= {Sight.MISSING, Sight.IMPOSSIBLE}
    text, scenarios = _suggested(policy, looked)
    file = tmp_path_factory.mktemp("suggested") / "suggested.feature"
    file.write_text(text, encoding="utf-8")
    assert check_feature(policy, file) == ()
    assert all(run.failed is None for run in run_all(policy, scenarios))
    assert set(cover(policy, scenarios).missing) == {
        item for item, sight in looked.sights.items() if sight is Sight.IMPOSSIBLE
    }


@needs_solver
@settings(max_examples=6)
@given(st.randoms(use_true_random=False))
def test_what_is_called_impossible_is_not_found_by_trying_either(rng: Random) -> None:
    coverage, looked = _looked(random_policy(rng, SIZE))
    impossible = [item for item, sight in looked.sights.items() if sight is Sight.IMPOSSIBLE]
    assert search(coverage, impossible, tries=400) == {}


@pytest.fixture
def no_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pysat", None)


@pytest.mark.usefixtures("no_solver")
@pytest.mark.parametrize("seed", range(4))
def test_without_the_solver_what_is_found_is_suggested_and_nothing_is_called_impossible(seed: int) -> None:
    policy = random_policy(Random(seed), SIZE)
    coverage, looked = _looked(policy)
    assert not looked.solver
    assert set(looked.sights) == set(coverage.missing)
    assert set(looked.sights.values()) <= {Sight.MISSING, Sight.NOT_FOUND}
    _, scenarios = _suggested(policy, looked)
    assert set(cover(policy, scenarios).missing) == set(looked.sights) - set(looked.cases)


def test_a_solver_that_gave_up_has_proved_nothing() -> None:
    assert sight_of(proof.Undecided(1.0)) is Sight.UNDECIDED
    assert sight_of(None) is Sight.IMPOSSIBLE


def test_the_same_policy_gives_the_same_suggestions() -> None:
    policy = api.load_policy(SMALL / "rules")
    first, second = (_suggested(policy, _looked(policy)[1])[0] for _ in range(2))
    assert first == second


def test_what_one_suggestion_shows_needs_no_second() -> None:
    policy = api.load_policy(SMALL / "rules")
    _, looked = _looked(policy)
    made = suggestions(policy, looked.cases)
    shown = [item for suggestion in made for item in suggestion.shows]
    assert len(shown) == len(set(shown)) == len(looked.cases)
    assert len(made) < len(shown)


def test_each_suggestion_is_tagged_with_the_rules_that_it_shows_and_says_how_they_came_out() -> None:
    policy = api.load_policy(SMALL / "rules")
    _, looked = _looked(policy)
    _, scenarios = _suggested(policy, looked)
    for scenario, suggestion in zip(scenarios, suggestions(policy, looked.cases), strict=True):
        rules = {item.rule for item in suggestion.shows}
        assert scenario.tags == {f"{TAG}{rule}" for rule in rules}
        assert all(any(f'"{rule}"' in step.text for step in scenario.steps if step.keyword == "then") for rule in rules)


def test_an_unanswered_question_is_shown_where_nothing_else_is_of_concern() -> None:
    policy = api.load_policy(SMALL / "rules")
    text, _ = _suggested(policy, _looked(policy)[1])
    assert (
        '  Scenario: "shares-with-partner": it may be device, so it stays open whether the rule applies\n'
        "    Given a client at the start of the programme\n"
        "    And nothing of concern is known\n"
        '    And "shares-with-partner" is not answered\n'
        "    When the case is screened\n"
        "    Then no recommendation can be made yet\n"
        '    And it is unknown whether the rule "device-shared" applies\n'
    ) in text


def test_no_text_of_a_policy_can_break_the_file() -> None:
    policy = api.load_policy(SMALL / "rules")
    hostile = "one <two>\n  Scenario: three\n@four | five # six"
    policy = replace(
        policy,
        questions={name: replace(question, about=hostile) for name, question in policy.questions.items()},
        flags={name: replace(flag, title=hostile) for name, flag in policy.flags.items()},
    )
    coverage, looked = _looked(policy)
    _, scenarios = _suggested(policy, looked)
    assert set(cover(policy, scenarios).seen) == set(coverage.unseen)
