"""JsonLogic, by maykin-json-logic-py: one list of conditions for each layer, on both halves of each test."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.metadata import version
from typing import Any

from bench.peers.chained import Facts, chain, layers
from bench.peers.neutral import Form, Language, doubled, half
from bench.peers.worker import Way, serve

json_logic: Any = import_module("json_logic")


def prepare(form: Form) -> Mapping[str, Way]:
    """Write the conditions."""
    whens = JSON_LOGIC.whens(form)
    screen, read = chain(form, [_evaluator([whens[name] for name in layer.names]) for layer in layers(form)])
    return {"a list of conditions a layer": Way(doubled(form), screen, read)}


def _evaluator(conditions: list[dict[str, Any]]) -> Callable[[Facts], Sequence[Any]]:
    evaluate = json_logic.jsonLogic
    return lambda facts: evaluate(conditions, facts)


JSON_LOGIC = Language[dict[str, Any]](
    test=lambda test, kind: {"var": half(test["id"], kind)},
    refer=lambda name, kind: {"var": half(name, kind)},
    every=lambda members: {"and": members},
    some=lambda members: {"or": members},
    negated=lambda member: {"!": member},
)


if __name__ == "__main__":
    serve({"maykin-json-logic-py": version("maykin-json-logic-py")}, prepare)
