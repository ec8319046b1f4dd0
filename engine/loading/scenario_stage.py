"""Holds each scenario to its stage: it names one, answers what can be answered there, expects what is said there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.errors import Place, Problem
from engine.loading.gherkin_reader import ScenarioText, StepLine
from engine.loading.sentences import OUTCOMES, STAGES, find
from engine.loading.spelling import listed
from engine.model.policy import Policy
from engine.model.question import PROGRAMME_STAGES, Stage

OF_A_PROFILE = "the programme "
"""How the sentences begin that fill in a programme's profile beside a client's case."""


def lint_stage(policy: Policy, scenario: ScenarioText) -> Iterator[Problem]:
    """Yield what does not fit the stage of one scenario."""
    told = [step for step in scenario.steps if step.keyword == "given" and step.text in STAGES]
    if not told:
        place = Place(scenario.file, scenario.line, 1)
        message = "this scenario does not say at which stage the case is"
        yield Problem(place, "no-stage", message, f"begin with one of: {listed([f'Given {text}' for text in STAGES])}")
        return
    for again in told[1:]:
        message = "this scenario says a second time at which stage the case is"
        yield Problem(
            _place(scenario, again), "two-stages", message, "keep one; a Background counts for every scenario"
        )
    stage = Stage(STAGES[told[0].text])
    for step in scenario.steps:
        if step.keyword == "given" and step.text not in STAGES:
            yield from _answers(policy, stage, scenario, step)
        elif step.text in OUTCOMES:
            yield from _outcome(stage, scenario, step)


def _answers(policy: Policy, stage: Stage, scenario: ScenarioText, step: StepLine) -> Iterator[Problem]:
    of_profile = step.text.startswith(OF_A_PROFILE)
    if of_profile and not stage.of_client:
        message = f"the case is the programme itself, at the stage {stage}: it has no profile beside it"
        yield Problem(
            _place(scenario, step), "no-profile-here", message, 'write `"question" is answered "..." by programme`'
        )
        return
    profile = PROGRAMME_STAGES if stage.of_client else ()
    for line, name in _questions(step):
        question = policy.questions.get(name)
        if question is None:
            continue
        if question.stage in (profile if of_profile else (*stage.readable, *profile)):
            continue
        here = listed(profile if of_profile else stage.readable)
        yield Problem(
            _place(scenario, step)._replace(line=line),
            "question-of-another-stage",
            f"`{name}` is a question of stage {question.stage}; it would not be looked at here",
            f"here belong questions of {here}",
        )


def _questions(step: StepLine) -> Iterable[tuple[int, str]]:
    """Return the questions that a step answers, each with its line."""
    found = find(step.keyword, step.text)
    if found is not None and "question" in found[1]:
        yield step.line, found[1]["question"]
    header = step.table[0] if step.table else ()
    if "question" in header:
        column = header.index("question")
        for number, row in enumerate(step.table[1:], start=2):
            yield step.line + number, row[column]


def _outcome(stage: Stage, scenario: ScenarioText, step: StepLine) -> Iterator[Problem]:
    _, worded_for = OUTCOMES[step.text]
    if stage is Stage.STRUCTURAL:
        message = "the stage structural ends in a reflection: nothing is recommended there"
        yield Problem(_place(scenario, step), "outcome-of-another-stage", message, "expect flags and safeguards")
    elif worded_for and not stage.value.startswith(worded_for):
        fitting = [text for text, (_, where) in OUTCOMES.items() if not where or stage.value.startswith(where)]
        message = f"this is not how a recommendation is told at the stage {stage}"
        yield Problem(_place(scenario, step), "outcome-of-another-stage", message, f"write one of: {listed(fitting)}")


def _place(scenario: ScenarioText, step: StepLine) -> Place:
    return Place(scenario.file, step.line, step.column)
