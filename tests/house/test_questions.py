"""The shipped policy asks every question of the founding document, under ids and answer words that never change."""

from __future__ import annotations

from pathlib import Path

from engine.model.question import Stage
from tests.drawing import default_policy

FIXED = Path(__file__).parent / "questions.txt"
BY_STAGE = {
    Stage.START: 29,
    Stage.DURING: 21,
    Stage.END: 14,
    Stage.PROGRAMME_START: 17,
    Stage.PROGRAMME_DURING: 17,
    Stage.PROGRAMME_END: 9,
    Stage.STRUCTURAL: 15,
}


def fixed() -> dict[str, tuple[str, str]]:
    """Return stage and answers of each question by id, as they were fixed."""
    lines = [line for line in FIXED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found = {}
    for line in lines:
        head, _, answers = line.partition(": ")
        stage, _, name = head.partition(" ")
        found[name] = (stage, answers)
    return found


def test_every_question_of_the_document_is_asked_with_the_answers_that_were_fixed() -> None:
    asked = {
        question.id: (question.stage.value, ", ".join(question.answers) or "open")
        for question in default_policy().questions.values()
    }
    assert {name: asked.get(name) for name in fixed()} == fixed()


def test_the_document_has_ninety_nine_questions_and_its_criteria_name_twenty_three_more() -> None:
    assert len(fixed()) == 99 + 23
    stages = [stage for stage, _ in fixed().values()]
    assert {stage: stages.count(stage.value) for stage in Stage} == BY_STAGE


def test_every_question_with_fixed_answers_is_read_by_a_rule_in_force_at_its_stage() -> None:
    policy = default_policy()
    read = {stage: set().union(*policy.questions_read(stage).values()) for stage in Stage}
    unread = [q.id for q in policy.questions.values() if not q.open and q.id not in read[q.stage]]
    assert unread == []
