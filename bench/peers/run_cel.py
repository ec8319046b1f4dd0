"""CEL, by common-expression-language (a binding of a Rust interpreter): one compiled list of conditions a layer."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.metadata import version
from typing import Any

from bench.peers.chained import Facts, chain, layers
from bench.peers.neutral import Form, Kind, Language, Test, half
from bench.peers.worker import Way, serve

cel: Any = import_module("cel")


def prepare(form: Form) -> Mapping[str, Way]:
    """Compile the conditions."""
    whens = CEL.whens(form)

    def evaluator(names: Sequence[str]) -> Callable[[Facts], Sequence[Any]]:
        program = cel.compile(f"[{', '.join(whens[name] for name in names)}]")
        execute, reads = program.execute, tuple(program.variables())
        return lambda facts: execute({name: facts[name] for name in reads})

    screen, read = chain(form, [evaluator(layer.names) for layer in layers(form)])
    return {"a compiled list a layer": Way(form["cases"], screen, read)}


def _test(test: Test, kind: Kind) -> str:
    return f"({test['subject']} in {json.dumps(test[kind])})" if test[kind] else "false"


CEL = Language[str](
    test=_test,
    refer=half,
    every=lambda members: f"({' && '.join(members)})",
    some=lambda members: f"({' || '.join(members) or 'false'})",
    negated=lambda member: f"!{member}",
)


if __name__ == "__main__":
    serve({"common-expression-language": version("common-expression-language")}, prepare)
