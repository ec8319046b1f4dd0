"""A found case becomes a scenario that runs as it stands, says what came of it, and holds nothing to spare."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from engine.loading.gherkin_reader import read_feature
from engine.loading.scenarios import check_feature
from engine.model.answer import Answer, Case, Source, Standing
from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.scenarios.in_gherkin import expectations, feature_text, scenario_text
from engine.scenarios.run import run
from engine.scenarios.smallest import lines_of, smallest, without_irrelevant
from engine.scenarios.world import World
from tests.drawing import ON, Drawn, any_case, default_policy, outcome, screened


@given(any_case())
def test_any_case_becomes_a_scenario_that_the_checker_takes_and_that_passes(
    tmp_path_factory: pytest.TempPathFactory, drawn: Drawn
) -> None:
    policy = drawn.policy
    wanted = outcome(policy, drawn.case)
    world = smallest(policy, drawn.case, lambda case: outcome(policy, case) is wanted)
    found = screened(drawn, world.case())
    text = feature_text(
        "Found",
        [scenario_text(world, "A case", expectations(found, [r.rule.id for r in found.rules], policy.flags))],
    )
    file = tmp_path_factory.mktemp("features") / "found.feature"
    file.write_text(text)
    assert check_feature(policy, file) == ()
    ((scenario,), problems) = read_feature(text, str(file))
    assert problems == ()
    went = run(policy, scenario)
    assert went.why is None, f"{went.why}\n{text}"
    assert went.world.case().answers == world.case().answers


def shared_device(others: dict[str, tuple[Answer, ...]]) -> Case:
    device = Answer(Source.PARTNER_SUPPORT, Standing.ANSWERED, ("device",), ON)
    return Case("K-1", Stage.START, {"shares-with-partner": (device,), **others})


def test_what_has_nothing_to_do_with_it_is_left_out() -> None:
    policy = default_policy()
    mild = Answer(Source.CLIENT, Standing.ANSWERED, ("no",), ON)
    case = shared_device({"lives-with-partner": (mild,), "other-serious-concern": (mild,)})
    small = without_irrelevant(policy, case, lambda case: outcome(policy, case) is Outcome.AGAINST)
    assert list(small.answers) == ["shares-with-partner"]


def test_a_date_and_a_second_voice_that_change_nothing_are_left_out() -> None:
    policy = default_policy()
    client = Answer(Source.CLIENT, Standing.ANSWERED, ("nothing",), ON)
    case = shared_device({})
    case = replace(case, answers={"shares-with-partner": (*case.answers["shares-with-partner"], client)})
    world = smallest(policy, case, lambda case: outcome(policy, case) is Outcome.AGAINST)
    assert world.answers["shares-with-partner"] == (
        Answer(Source.PARTNER_SUPPORT, Standing.ANSWERED, ("device",), None),
    )
    assert lines_of(world) == 1


def test_a_second_answer_in_the_profile_that_changes_nothing_is_left_out() -> None:
    policy = default_policy()
    question = policy.questions["partner-check-procedure"]
    said = tuple(
        Answer(Source.PROGRAMME, Standing.ANSWERED, (word,), ON) for word in (question.answers[0], question.worst)
    )
    profile = Case("PROFILE", Stage.PROGRAMME_START, {question.id: said})
    case = Case("K-1", Stage.START, {}, profile)
    world = smallest(policy, case, lambda case: outcome(policy, case) is Outcome.AGAINST)
    assert world.profile == {question.id: (Answer(Source.PROGRAMME, Standing.ANSWERED, (question.worst,)),)}


def test_what_does_not_hold_to_begin_with_is_refused() -> None:
    with pytest.raises(ValueError, match="does not hold"):
        smallest(
            default_policy(), shared_device({}), lambda case: outcome(default_policy(), case) is Outcome.CONDITIONAL
        )


def test_a_scenario_that_expects_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot fail"):
        scenario_text(World(default_policy()), "Empty", [])


def test_the_features_folder_is_where_the_writer_puts_it(tmp_path: Path) -> None:
    policy = default_policy()
    world = smallest(policy, shared_device({}), lambda case: outcome(policy, case) is Outcome.AGAINST)
    assert scenario_text(world, "She knows of <the tablet>", ['the flag "shared-device" is raised'], ["rule:x"]) == (
        "  @rule:x\n"
        "  Scenario: She knows of (the tablet)\n"
        "    Given a client at the start of the programme\n"
        "    And the answers\n"
        "      | question            | answer | source          |\n"
        "      | shares-with-partner | device | partner-support |\n"
        "    When the case is screened\n"
        '    Then the flag "shared-device" is raised\n'
    )
