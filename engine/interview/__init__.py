"""The interview: which question comes next, why, and whom to ask. Pure: nothing here prints, asks, reads or writes.

It never says what an answer leads to: no rule, flag or safeguard is named here, so that none can be told while
somebody is still answering.
"""

from engine.interview.closing import Open, open_questions
from engine.interview.course import AT_THE_TABLE, OF_THE_HOUSE, Course
from engine.interview.order import Turn, turns
from engine.interview.recording import clashing, recorded, with_answer
from engine.interview.typed import STANDINGS, Command, Given, Misread, Typed, commands_for, understood

__all__ = [
    "AT_THE_TABLE",
    "OF_THE_HOUSE",
    "STANDINGS",
    "Command",
    "Course",
    "Given",
    "Misread",
    "Open",
    "Turn",
    "Typed",
    "clashing",
    "commands_for",
    "open_questions",
    "recorded",
    "turns",
    "understood",
    "with_answer",
]
