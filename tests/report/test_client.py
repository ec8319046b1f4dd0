"""The client's copy: what was decided and what is agreed, and nothing that anybody else said."""

from __future__ import annotations

import ast
import inspect
import json
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import BadData
from engine.model.decision import Choice, ClientCopy, Decision
from engine.report import client
from engine.report.client import client_copy, client_json, client_markdown, client_text
from engine.report.words import say
from tests.report.sample import ON, sample_policy

CANARY = "CANARY-8f1d"

DECISION = Decision(
    case="K-0412",
    choice=Choice.NOT_ONLINE,
    by="A. Practitioner",
    on=ON,
    contact="030 123 456",
    review_by=date(2026, 12, 20),
    conditions=("own-device",),
)


def _everything(copy: ClientCopy) -> str:
    return client_text(copy) + client_markdown(copy) + client_json(copy)


def test_reasons_and_the_second_person_stay_in_the_file() -> None:
    told = _everything(
        client_copy(replace(DECISION, reasons=f"she said {CANARY}", second_person=CANARY), sample_policy())
    )
    assert CANARY not in told


@settings(deadline=None)
@given(st.text(), st.text())
def test_non_interference_whatever_the_reasons_are_the_copy_is_the_same(reasons: str, second: str) -> None:
    policy = sample_policy()
    with_reasons = client_copy(replace(DECISION, reasons=reasons, second_person=second), policy)
    assert _everything(with_reasons) == _everything(client_copy(DECISION, policy))


def test_non_interference_no_function_takes_a_case_or_a_recommendation() -> None:
    for name, function in inspect.getmembers(client, inspect.isfunction):
        if function.__module__ == client.__name__:
            taken = {str(parameter.annotation) for parameter in inspect.signature(function).parameters.values()}
            assert taken <= {"Decision", "Policy", "ClientCopy", "int", "str", "bool"}, name


def test_non_interference_the_module_cannot_reach_a_recommendation_or_an_answer() -> None:
    """Follow every import that happens when it runs (imports for annotations only are not followed)."""
    reached: set[str] = set()
    todo = ["engine.report.client"]
    while todo:
        module = todo.pop()
        if module in reached:
            continue
        reached.add(module)
        todo += _imports(module)
    assert "engine.model.decision" in reached
    assert reached.isdisjoint({"engine.model.recommendation", "engine.model.answer", "engine.report.reading"})


def _imports(module: str) -> list[str]:
    base = Path(__file__).parents[2] / Path(*module.split("."))
    path = base.with_suffix(".py") if base.with_suffix(".py").exists() else base / "__init__.py"
    found = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("engine"):
            name = node.module or ""
            found += [f"{name}.{alias.name}" for alias in node.names] if name == "engine.report" else [name]
    return found


def test_the_copy_has_no_field_a_reason_could_travel_in() -> None:
    assert {each.name for each in fields(ClientCopy)} == {
        *("case", "choice", "conditions", "review_by", "contact", "by", "on", "speech", "stage")
    }


@pytest.mark.parametrize("choice", Choice)
def test_the_copy_says_what_was_decided_by_whom_and_what_comes_next(choice: Choice) -> None:
    text = " ".join(client_text(client_copy(replace(DECISION, choice=choice), sample_policy())).split())
    assert "Decided by A. Practitioner, on 22 November 2026." in text
    assert "Please join on a device that only you use." in text
    assert "by 20 December 2026" in text
    assert "030 123 456" in text


def test_whatever_it_rests_on_not_online_and_not_yet_go_on_in_the_same_words() -> None:
    told = {}
    for choice in Choice:
        copy = client_copy(replace(DECISION, choice=choice), sample_policy())
        text = " ".join(client_text(copy).split())
        assert " ".join(json.loads(client_json(copy))["text"].split()) in text
        told[choice] = text.partition(say.CLIENT_CHOICES[choice])[2]
    assert told[Choice.NOT_ONLINE] == told[Choice.NOT_YET]
    for said in ("everyone who asks", "Your work with the programme goes on.", "The worker named below will tell you"):
        assert said in told[Choice.NOT_YET]
        assert said not in told[Choice.ONLINE]


def test_a_condition_without_wording_for_the_client_is_an_error_and_not_left_out() -> None:
    with pytest.raises(BadData) as caught:
        client_copy(replace(DECISION, conditions=("callback", "no-such-thing")), sample_policy())
    assert {problem.slug for problem in caught.value.problems} == {"no-client-wording", "unknown-safeguard"}


def test_the_order_of_the_conditions_is_the_practitioners() -> None:
    copy = client_copy(replace(DECISION, conditions=("room-shown", "own-device")), sample_policy())
    assert copy.conditions == ("Please show us the room at the start.", "Please join on a device that only you use.")
