"""A condition as a few short lines, laid out as a policy writer lays it out under `when:`."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.condition import Condition
from engine.report.conditions import Written, as_written

_ONE_LINE = 60


def condition_text(condition: Condition) -> str:
    """Return a condition as written in a policy: on one line while that is short, else a line for each test."""
    return "\n".join(_block(as_written(condition)))


def _block(node: Written) -> Iterator[str]:
    flow = _flow(node, outer=True)
    if len(flow) <= _ONE_LINE or not isinstance(node, dict):
        yield flow
        return
    for key, value in node.items():
        if isinstance(value, list) and any(isinstance(member, dict) for member in value):
            yield f"{key}:"
            for member in value:
                yield from _hanging(_block(member), "  - ")
        elif isinstance(value, dict):
            yield f"{key}:"
            yield from _hanging(_block(value), "  ")
        else:
            yield f"{key}: {_flow(value)}"


def _hanging(lines: Iterator[str], lead: str) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield (" " * len(lead) if number else lead) + line


def _flow(node: Written, *, outer: bool = False) -> str:
    match node:
        case list():
            return f"[{', '.join(_flow(member) for member in node)}]"
        case dict():
            inside = ", ".join(f"{key}: {_flow(value)}" for key, value in node.items())
            return inside if outer else f"{{{inside}}}"
        case _:
            return str(node)
