"""What the tests of the interview share: a seat at it, the case that it saved, and a way through to the end."""

from __future__ import annotations

import re
from pathlib import Path

from engine import api
from engine.interview import Turn, turns
from engine.model.answer import Answer, Case
from engine.model.question import Stage
from tests.commands.desk import ON
from tests.commands.seat import Seat
from tests.drawing import ON as DAY
from tests.drawing import default_policy

RULES = api.default_policy_dir()
START = turns(default_policy(), Stage.START)
NUMBER = {turn.question.id: turn.number for turn in START}


ASKED_BESIDES = {"(nothing records nothing):": ON, "Confirmed:": "y", "(nothing leaves it without a note):": ""}
"""What is asked before or after an answer is recorded, and what to type then."""


def at(folder: Path, *args: str | Path, columns: int = 80, **changes: str) -> Seat:
    return Seat("interview", "--policy", RULES, "--on", ON, *args, cwd=folder, columns=columns, **changes)


def saved(path: Path) -> Case:
    return api.load_case(path, default_policy(), DAY)


def answers(path: Path, question: str) -> tuple[Answer, ...]:
    return saved(path).answers.get(question, ())


def holding(answer: str) -> str:
    return f"case: K-1\nstage: start\nanswers:\n  {answer}\n"


def number_in(progress: str) -> int:
    return int(re.findall(r"(\d+) of \d+,", progress)[-1])


def goes_through(
    seat: Seat, answer: str = "1", *, asks_for_help: bool = False, numbered: tuple[Turn, ...] = START
) -> list[int]:
    """Answer everything the same way up to the end; return the numbers of the questions that came up."""
    met: list[int] = []
    while True:
        until = seat.sees_one_of("Answer:", "End:", *ASKED_BESIDES)
        if until.endswith("End:"):
            return met
        besides = next((typed for prompt, typed in ASKED_BESIDES.items() if until.endswith(prompt)), None)
        if besides is not None:
            seat.sends(f"{besides}\n")
            continue
        met.append(number_in(until))
        if asks_for_help:
            seat.sends("?\n")
            seat.sees("q stop; everything is saved")
            seat.sees("Answer:")
        question = numbered[met[-1] - 1].question
        seat.sends(f"{'in their own words' if question.open else answer}\n")
