"""Plain Python: the policy as the source of one function, compiled once."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from typing import Any

from bench.peers.neutral import Form, Found, Kind, Language, Test, excluding, found, half, halves
from bench.peers.worker import Way, serve


def prepare(form: Form) -> Mapping[str, Way]:
    """Compile the form."""
    made: dict[str, Any] = {}
    exec(compile(source_of(form), "policy", "exec"), made)  # noqa: S102 - our own source, made of our own form
    at = {half(*entry): number for number, entry in enumerate(halves(form))}

    def read(result: tuple[Any, ...]) -> list[Found]:
        return [found(form, lambda name, kind: result[at[half(name, kind)]], result[-1])]

    return {"one compiled function": Way(form["cases"], made["screen"], read)}


def source_of(form: Form) -> str:
    """Return the source of a function `screen(case)` that returns every half, and the outcome."""
    whens = PYTHON.whens(form)
    against, left_open = (" or ".join(excluding(form, kind)) or "False" for kind in ("certain", "possible"))
    return "\n".join(
        (
            "def screen(case):",
            *(f"    {subject} = case[{subject!r}]" for subject in form["subjects"]),
            *(f"    {name} = {whens.get(name, 'True')}" for name in (half(*entry) for entry in halves(form))),
            f"    outcome = 'against' if {against} else 'undetermined' if {left_open} else 'conditional'",
            f"    return ({', '.join(half(*entry) for entry in halves(form))}, outcome)",
            "",
        )
    )


def _test(test: Test, kind: Kind) -> str:
    return f"({test['subject']} in {{{', '.join(map(repr, test[kind]))}}})" if test[kind] else "False"


PYTHON = Language[str](
    test=_test,
    refer=half,
    every=lambda members: f"({' and '.join(members)})",
    some=lambda members: f"({' or '.join(members) or 'False'})",
    negated=lambda member: f"(not {member})",
)


if __name__ == "__main__":
    serve({"CPython": platform.python_version()}, prepare)
