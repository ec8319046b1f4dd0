"""What is asked before an answer is recorded that must not slip in: somebody else's word, and one in place of another.

INVARIANT (no silence): nothing is recorded as the word of somebody who is not at the table unless whose it is, and of
which day, was confirmed by name; and nothing that was recorded is put aside without being asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from engine.commands.interview_terminal import Terminal
from engine.commands.options import day_written
from engine.interview import AT_THE_TABLE, OF_THE_HOUSE, Command, Course, Turn, clashing
from engine.loading.writing import is_writable
from engine.model.answer import Answer, Source, Standing
from engine.model.question import Question
from engine.report.words import ask, say

LONGEST_TEXT: Final = 4000
"""Characters of a note, or of an answer in somebody's own words."""

_REPLACE, _KEEP, _DROP = "r", "k", "d"
_YES = "y"


@dataclass(frozen=True, slots=True)
class Asking:
    """The question at hand, whose answer is taken, and of which day; `dated`: the day was asked for."""

    turn: Turn
    source: Source
    day: date
    dated: bool = False

    @property
    def question(self) -> Question:
        """The question itself."""
        return self.turn.question


class Sure:
    """Asks back. An empty line never confirms anything."""

    def __init__(self, terminal: Terminal, course: Course) -> None:
        self._terminal = terminal
        self._course = course

    def text(self, prompt: str) -> str:
        """Return a line that can be kept in a file; ask again for any other."""
        while True:
            line = " ".join(self._terminal.ask(prompt).split("\t"))
            if not is_writable(line):
                self._terminal.say(ask.NOT_A_TEXT)
            elif len(line) > LONGEST_TEXT:
                self._terminal.say(ask.TOO_LONG.format(most=LONGEST_TEXT))
            else:
                return line

    def heard_elsewhere(self, source: Source) -> bool:
        """Whether this is the word of somebody with whom the interview is not."""
        return self._course.source is None and source not in AT_THE_TABLE

    def vouched(self, asking: Asking, answer: Answer) -> Answer | None:
        """Return the answer with its day, once it is confirmed who gave it and when; None: it is not recorded."""
        if not self.heard_elsewhere(answer.source) or answer.standing is Standing.NOT_ASKED:
            return answer
        source = say.source_name(answer.source)
        day = asking.day if asking.dated else self._day()
        if day is not None:
            said = said_in(asking.question, answer)
            self._terminal.say(ask.VOUCH.format(source=source, day=say.day(day), answer=said, yes=_YES))
            if self.text(ask.VOUCH_PROMPT).lower() == _YES:
                return replace(answer, on=day)
        self._terminal.say(ask.NOT_VOUCHED.format(other=Command.NOT_ASKED, on=Command.ON))
        return None

    def _day(self) -> date | None:
        latest = self._course.on
        while True:
            text = self.text(ask.VOUCH_DAY.format(example=latest.isoformat()))
            if not text:
                return None
            found = day_written(text)
            if found is not None and found <= latest:
                return found
            self._terminal.say(ask.DAY_WRONG.format(day=say.day(latest)))

    def beside(self, question: Question, there: tuple[Answer, ...], answer: Answer) -> tuple[Answer, ...] | None:
        """Return what stays beside an answer of what was recorded before; None: everything stays as it was."""
        in_the_way = clashing(there, answer)
        if not in_the_way:
            return ()
        told = ask.REPLACE.format(
            source=say.source_name(answer.source),
            answers="; ".join(told_of(question, one) for one in in_the_way),
            new=said_in(question, answer),
            replace=_REPLACE,
            keep=_KEEP,
            leave=Command.ON,
        )
        self._terminal.say(told)
        while True:
            typed = self.text(ask.REPLACE_PROMPT.format(replace=_REPLACE, keep=_KEEP, leave=Command.ON)).lower()
            if typed == Command.ON:
                self._terminal.say(ask.LEFT_AS_IT_WAS)
                return None
            if typed in {_REPLACE, _KEEP}:
                return tuple(one for one in there if one.standing is not Standing.NOT_ASKED) if typed == _KEEP else ()

    def note_of(self, answer: Answer, replaced: Iterable[Answer]) -> str:
        """Return the note that goes with an answer, of those to what it replaces.

        A note to the same answer of the same day, or to a question not asked so far, is a note to this one.
        """
        own: list[str] = []
        old: list[str] = []
        for one in replaced:
            same = (one.standing, set(one.values), one.on) == (answer.standing, set(answer.values), answer.on)
            (own if same or one.standing is Standing.NOT_ASKED else old).append(one.note)
        note = next(filter(None, own), "")
        notes = list(dict.fromkeys(filter(None, old)))
        if not notes or not self._keeps_note(" / ".join(notes)):
            return note
        return " / ".join(filter(None, [note, *notes]))

    def _keeps_note(self, note: str) -> bool:
        # Whoever else sits there may not be meant to read what was noted about their answer.
        shown = self._course.source is None or self._course.source in OF_THE_HOUSE
        self._terminal.say((ask.OLD_NOTE if shown else ask.OLD_NOTE_UNSEEN).format(note=note, keep=_KEEP, drop=_DROP))
        while True:
            typed = self.text(ask.OLD_NOTE_PROMPT.format(keep=_KEEP, drop=_DROP)).lower()
            if typed in {_KEEP, _DROP}:
                return typed == _KEEP


def said_in(question: Question, answer: Answer) -> str:
    """Return what an answer says; somebody's own words are not said again."""
    if answer.standing is not Standing.ANSWERED:
        return say.STANDINGS[answer.standing]
    if question.open:
        return ask.IN_WORDS
    return say.listed(question.say(word) for word in answer.values)


def told_of(question: Question, answer: Answer) -> str:
    """Return the same with its day, and whether there is a note to it."""
    day = say.day(answer.on) if answer.on is not None else ask.WITHOUT_DAY
    told = ask.RECORDED_ON.format(answer=said_in(question, answer), day=day)
    return ask.WITH_NOTE.format(answer=told) if answer.note else told
