"""One measured figure, and how it is printed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured, its value in words, and the goal in words (empty when there is none)."""

    what: str
    value: str
    goal: str = ""

    def __str__(self) -> str:
        goal = f"  (goal: {self.goal})" if self.goal else ""
        return f"- {self.what}: {self.value}{goal}"
