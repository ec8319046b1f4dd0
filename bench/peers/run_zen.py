"""zen-engine: a JDM decision graph with one expression node, compiled once.

Its own README calls `create_decision(...).evaluate(case)`. Asking an engine with a loader for the decision by its key
is more than twice as fast, so both are measured; and for the faster call, also the three values as the numbers 0, 1 and
2 instead of two halves, with the smallest for "all" and the largest for "any"; and with its trace, which repeats what
went in and came out of each node. The truths of the tests are faster as input than the states of the subjects.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from importlib.metadata import version
from typing import Any

from bench.peers.neutral import KINDS, Form, Found, Kind, Language, doubled, excluding, found, half, halves
from bench.peers.worker import Way, serve

zen: Any = import_module("zen")


def prepare(form: Form) -> Mapping[str, Way]:
    """Make the graphs."""
    two, three = graph(in_halves(form)), graph(in_numbers(form))
    keyed = zen.ZenEngine({"loader": {"type": "static", "content": {"two": two, "three": three}}})
    decision = zen.ZenEngine().create_decision(zen.ZenDecisionContent(json.dumps(two)))
    inputs, numbers = doubled(form), _numbered(form)
    in_two, in_three = partial(_read, form, _of_halves), partial(_read, form, _of_numbers)
    return {
        "a decision, as in its README": Way(inputs, decision.evaluate, in_two),
        "a decision by key": Way(inputs, lambda case: keyed.evaluate("two", case), in_two),
        "a decision by key, 0-1-2": Way(numbers, lambda case: keyed.evaluate("three", case), in_three),
        "a decision by key, traced": Way(inputs, lambda case: keyed.evaluate("two", case, {"trace": True}), in_two),
    }


def graph(values: dict[str, str]) -> dict[str, Any]:
    """Return a graph of one expression node with these keys and values."""
    expressions = [{"id": key, "key": key, "value": value} for key, value in values.items()]
    kinds = {"input": "inputNode", "rules": "expressionNode", "output": "outputNode"}
    nodes: list[dict[str, Any]] = [
        {"id": name, "name": name, "type": kind, "position": {"x": 0, "y": 0}} for name, kind in kinds.items()
    ]
    nodes[1]["content"] = {"expressions": expressions, "passThrough": False}
    edges = [{"id": f"{a}-{b}", "sourceId": a, "targetId": b} for a, b in (("input", "rules"), ("rules", "output"))]
    return {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges}


def in_halves(form: Form) -> dict[str, str]:
    """Return an expression for each half of every rule and signal, and one for the outcome."""
    whens = HALVES.whens(form)
    values = {name: whens.get(name, "true") for name in (half(*entry) for entry in halves(form))}
    against, left_open = (
        " or ".join("$." + name for name in excluding(form, kind)) or "false" for kind in ("certain", "possible")
    )
    return values | {"outcome": f"({against}) ? 'against' : ({left_open}) ? 'undetermined' : 'conditional'"}


def in_numbers(form: Form) -> dict[str, str]:
    """Return an expression for each rule and signal, and one for the outcome."""
    whens = NUMBERS.whens(form)
    values = {name: whens.get(half(name, "certain"), "2") for name in form["order"]}
    worst = _largest([f"$.{signal['id']}" for signal in form["signals"] if signal["excludes"]])
    return values | {"outcome": f"{worst} == 2 ? 'against' : {worst} == 1 ? 'undetermined' : 'conditional'"}


def _read(
    form: Form, holds: Callable[[dict[str, Any], str, Kind], bool], response: dict[str, dict[str, Any]]
) -> list[Found]:
    result = response["result"]
    return [found(form, partial(holds, result), result["outcome"])]


def _of_halves(result: dict[str, Any], name: str, kind: Kind) -> bool:
    return bool(result[half(name, kind)])


def _of_numbers(result: dict[str, Any], name: str, kind: Kind) -> bool:
    return bool(result[name] >= (2 if kind == "certain" else 1))


def _numbered(form: Form) -> list[dict[str, int]]:
    """Return the cases as the truth of each test: 0 false, 1 unknown, 2 true."""
    return [
        {test["id"]: sum(case[test["subject"]] in test[kind] for kind in KINDS) for test in form["tests"]}
        for case in form["cases"]
    ]


def _largest(members: list[str]) -> str:
    return members[0] if len(members) == 1 else f"max([{', '.join(members)}])" if members else "0"


HALVES = Language[str](
    test=lambda test, kind: half(test["id"], kind),
    refer=lambda name, kind: "$." + half(name, kind),
    every=lambda members: f"({' and '.join(members)})",
    some=lambda members: f"({' or '.join(members) or 'false'})",
    negated=lambda member: f"(not {member})",
)
NUMBERS = Language[str](
    test=lambda test, _: test["id"],
    refer=lambda name, _: "$." + name,
    every=lambda members: members[0] if len(members) == 1 else f"min([{', '.join(members)}])",
    some=_largest,
    negated=lambda member: f"(2 - {member})",
)


if __name__ == "__main__":
    serve({"zen-engine": version("zen-engine")}, prepare)
