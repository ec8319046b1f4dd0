"""A decision file becomes a decision, or is refused without a word of its reasons."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from engine.errors import BadData, NoInput
from engine.loading import load_decision, load_policy, read_decision
from engine.model.decision import Choice, Decision
from engine.model.policy import Policy
from engine.model.question import Stage

GOOD = Path(__file__).parent / "good"

EXAMPLE = """\
case: K-0412
stage: start
choice: online-with-conditions
by: A. Practitioner
on: 2026-11-22
contact: 0123 456
review_by: 2026-12-20
conditions: [own-room, headset]
reasons: >
  He moved out
  last week.
second_person: B. Colleague
"""


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(GOOD)


def test_every_key_of_a_decision_is_read(policy: Policy) -> None:
    assert read_decision(EXAMPLE.encode(), "decision.yaml", policy) == Decision(
        case="K-0412",
        choice=Choice.ONLINE,
        by="A. Practitioner",
        on=date(2026, 11, 22),
        contact="0123 456",
        review_by=date(2026, 12, 20),
        conditions=("own-room", "headset"),
        reasons="He moved out last week.",
        second_person="B. Colleague",
    )


@pytest.mark.parametrize("choice", ["not-online", "not-yet"])
def test_a_decision_against_online_work_needs_no_conditions(policy: Policy, choice: str) -> None:
    text = EXAMPLE.replace("online-with-conditions", choice).replace("conditions: [own-room, headset]\n", "")
    assert read_decision(text.encode(), "decision.yaml", policy).conditions == ()


def test_reasons_never_travel_in_an_error(policy: Policy) -> None:
    text = EXAMPLE.replace("own-room", "zq9x7vkk").replace("He moved", "zq9x7vkk").replace("reasons", "reason")
    with pytest.raises(BadData) as caught:
        read_decision(text.encode(), "decision.yaml", policy)
    assert "zq9x7vkk" not in repr(caught.value.problems)


def test_a_decision_file_that_is_not_there_is_no_input(policy: Policy, tmp_path: Path) -> None:
    with pytest.raises(NoInput):
        load_decision(tmp_path / "nowhere.yaml", policy)


def at(stage: str, text: str = EXAMPLE) -> bytes:
    return text.replace("stage: start", f"stage: {stage}").encode()


def test_a_decision_says_the_stage_that_it_is_about(policy: Policy) -> None:
    assert read_decision(at("during"), "decision.yaml", policy).stage is Stage.DURING
    with pytest.raises(BadData, match="lacks `stage`"):
        read_decision(EXAMPLE.replace("stage: start\n", "").encode(), "decision.yaml", policy)


def test_a_decision_on_the_programme_names_any_safeguard_and_one_on_a_client_those_he_can_be_told(
    policy: Policy,
) -> None:
    unworded = next(name for name, one in policy.safeguards.items() if not one.client_wording)
    text = EXAMPLE.replace("[own-room, headset]", f"[{unworded}]")
    about = read_decision(at("programme-start", text), "decision.yaml", policy)
    assert about.conditions == (unworded,)
    for wrong in (text.encode(), at("programme-start", text.replace(unworded, "no-such-thing"))):
        with pytest.raises(BadData):
            read_decision(wrong, "decision.yaml", policy)


def test_there_is_nothing_to_decide_on_a_reflection(policy: Policy) -> None:
    with pytest.raises(BadData) as caught:
        read_decision(at("structural"), "decision.yaml", policy)
    assert [problem.slug for problem in caught.value.problems] == ["nothing-to-decide"]
