"""CEL, by common-expression-language (a binding of a Rust interpreter): one compiled list of conditions a layer.

On both halves of each test, which is faster than on the states of the subjects.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.metadata import version
from typing import Any

from bench.peers.chained import Facts, chain, layers
from bench.peers.neutral import Form, Language, doubled, half
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
    return {"a compiled list a layer": Way(doubled(form), screen, read)}


CEL = Language[str](
    test=lambda test, kind: half(test["id"], kind),
    refer=half,
    every=lambda members: f"({' && '.join(members)})",
    some=lambda members: f"({' || '.join(members) or 'false'})",
    negated=lambda member: f"!{member}",
)


if __name__ == "__main__":
    serve({"common-expression-language": version("common-expression-language")}, prepare)
