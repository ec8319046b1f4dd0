"""Works out the examples in docs/: a join of truths, or what sentences make of a condition by the definition."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from engine.loading.conditions import ConditionReader, Under
from engine.loading.document_text import POLICY_LIMITS
from engine.loading.findings import Findings
from engine.loading.gathering import gather
from engine.loading.yaml_reader import read_document
from engine.model.condition import Condition, without_not
from engine.model.question import Stage
from engine.model.truth import Truth, at_least, every, negate, some
from engine.reference import Judgement, View
from engine.scenarios.steps import carry_out
from engine.scenarios.world import SCREENED_ON, World
from tests.drawing import default_policy

RULES = Path(__file__).parents[2] / "rules"


def joined(how: str, given: Sequence[Truth]) -> Truth:
    """Work out one cell of a truth table."""
    match how.split(": "):
        case ["all"]:
            return every(given)
        case ["any"]:
            return some(given)
        case ["not"]:
            return negate(given[0])
        case ["at-least", number]:
            return at_least(int(number), given)
        case _:
            raise AssertionError(how)


@cache
def condition(text: str) -> Condition:
    """Read a condition as it stands in a rule of the stage start."""
    findings = Findings("page", quotes=True)
    reader = ConditionReader(gather(RULES).words, findings, Stage.START, Under.RULE)
    written = reader.read(read_document(text.encode(), "page", POLICY_LIMITS))
    assert written is not None, (text, findings.problems)
    return without_not(written.condition, default_policy().answers_one_at_a_time)


def worked_out(sentences: Sequence[str], what: str) -> str:
    """Work out one cell of a worked example, by the definition."""
    policy = default_policy()
    world = World(policy)
    for sentence in sentences:
        carry_out(world, "given", sentence)
    case = world.case()
    view = View(policy, case, SCREENED_ON)
    judgement = Judgement(policy, case, view)
    kind, _, name = what.partition(" ")
    match kind:
        case "possible":
            return ", ".join(f"`{word}`" for word in view.known(name).possible)
        case "rule":
            return judgement.rule(policy.rules[name]).truth.value
        case "flag":
            return judgement.flag(name).value
        case "recommendation":
            return judgement.outcome().value
        case _:
            return judgement.tree(condition(what)).truth.value
