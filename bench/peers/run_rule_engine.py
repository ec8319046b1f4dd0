"""rule-engine: one compiled rule for each half of every rule, with the types of what it reads declared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.metadata import version
from typing import Any

from bench.peers.chained import Facts, chain, layers
from bench.peers.neutral import Form, Language, doubled, half
from bench.peers.worker import Way, serve

rule_engine: Any = import_module("rule_engine")


def prepare(form: Form) -> Mapping[str, Way]:
    """Compile the rules."""
    whens = RULE_ENGINE.whens(form)
    names = [
        half(entry["id"], kind)
        for part in (form["tests"], form["signals"])
        for entry in part
        for kind in ("certain", "possible")
    ]
    types = rule_engine.type_resolver_from_dict(dict.fromkeys(names, rule_engine.DataType.BOOLEAN))
    context = rule_engine.Context(type_resolver=types, resolver=rule_engine.engine.resolve_item)

    def evaluator(names: Sequence[str]) -> Callable[[Facts], Sequence[Any]]:
        matches = [rule_engine.Rule(whens[name], context=context).matches for name in names]
        return lambda facts: [match(facts) for match in matches]

    screen, read = chain(form, [evaluator(layer.names) for layer in layers(form)])
    return {"one compiled rule a half": Way(doubled(form), screen, read)}


RULE_ENGINE = Language[str](
    test=lambda test, kind: half(test["id"], kind),
    refer=half,
    every=lambda members: f"({' and '.join(members)})",
    some=lambda members: f"({' or '.join(members) or 'false'})",
    negated=lambda member: f"(not {member})",
)


if __name__ == "__main__":
    serve({"rule-engine": version("rule-engine")}, prepare)
