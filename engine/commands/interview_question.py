"""One question of an interview: put, answered or left open, and saved.

Nothing that is said here tells what an answer leads to, and what other sources said is never shown: the person beside
the keyboard may be the one who must not know of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from engine.commands.interview_saving import SavedCase
from engine.commands.interview_terminal import Terminal
from engine.commands.options import day_written
from engine.errors import BadData
from engine.interview import STANDINGS, Command, Course, Given, Misread, Turn, commands_for, recorded, understood
from engine.interview import with_answer as answers_with
from engine.loading.writing import is_writable
from engine.model.answer import Answer, Source, Standing
from engine.model.question import Question
from engine.report.words import ask, say

LONGEST_TEXT: Final = 4000
"""Characters of a note, or of an answer in somebody's own words."""

_AT_ONCE = (Command.UNKNOWN, Command.DECLINED, Command.NOT_ASKED, Command.NOT_APPLICABLE, Command.HELP)
_CLEAR = "-"
_REPLACE, _KEEP = "r", "k"


class Stopped(Exception):
    """The person at the keyboard wants to stop."""


@dataclass(frozen=True, slots=True)
class _Asking:
    """The question at hand, whose answer is taken, and of which day it is."""

    turn: Turn
    source: Source
    day: date

    @property
    def question(self) -> Question:
        return self.turn.question


class Asker:
    """Puts questions one at a time and saves each answer as it is given."""

    def __init__(self, terminal: Terminal, saved: SavedCase, course: Course) -> None:
        self._terminal = terminal
        self._saved = saved
        self._course = course
        self._section = ""
        self._for_client = True

    def put(self, turn: Turn) -> Turn | None:
        """Put a question, and return the one to go on with; None after the last. Raises Stopped, EOFError."""
        question = turn.question
        asking = _Asking(turn, self._course.source_of(question), self._course.on)
        self._show(asking)
        while True:
            standings = self._course.standings(self._saved.case, question)
            typed = understood(self._text(ask.PROMPT), question, standings)
            match typed:
                case Given(values):
                    if self._record(asking, Answer(asking.source, values=values, on=asking.day)):
                        if asking.source is self._course.source_of(question):
                            return self._course.next_due(self._saved.case, turn.number)
                        # Somebody else has spoken; the question is still whoever's it was.
                        asking = _Asking(turn, self._course.source_of(question), self._course.on)
                        self._show(asking)
                case Misread():
                    self._misread(typed, question)
                case Command.HELP:
                    self._help(asking)
                case Command.BACK:
                    before = self._course.before(self._saved.case, turn.number)
                    if before is not None:
                        return before
                    self._terminal.say(ask.FIRST_QUESTION)
                case Command.ON:
                    return self._course.after(self._saved.case, turn.number)
                case Command.NOTE:
                    self._note(asking)
                case Command.SOURCE:
                    asking = self._whose(asking)
                    self._show(asking)
                case Command.QUIT:
                    raise Stopped
                case _:
                    if self._record(asking, Answer(asking.source, STANDINGS[typed], on=asking.day)):
                        return self._course.next_due(self._saved.case, turn.number)

    # What is shown ----------------------------------------------------------------------------------------------

    def _show(self, asking: _Asking) -> None:
        terminal, turn, question = self._terminal, asking.turn, asking.question
        if question.section != self._section:
            self._section = question.section
            terminal.heading(question.section)
        terminal.pause()
        terminal.say(ask.PROGRESS.format(number=turn.number, of=turn.of, section=question.section))
        if question.stage is not self._course.stage and question.stage.of_client:
            terminal.say(ask.OF_STAGE.format(stage=say.STAGES[question.stage]))
        self._warn(asking.source)
        if asking.source in question.asked_of:
            terminal.say(ask.PUT_TO[asking.source], question.ask)
        elif self._course.source is not None:
            terminal.say(ask.ABOUT.format(subject=question.subject))
        else:
            terminal.say(ask.ASK_ABOUT.format(source=say.source_name(asking.source), subject=question.subject))
        if asking.day != self._course.on:
            terminal.say(ask.SAID_ON.format(day=say.day(asking.day)))
        if question.open:
            terminal.say(ask.IN_OWN_WORDS)
        else:
            terminal.listed((str(number), _answer_text(question, word)) for number, word in _numbered(question))
        if question.several:
            terminal.say(ask.SEVERAL)
        self._show_recorded(asking)
        offered = commands_for(self._course.standings(self._saved.case, question))
        terminal.say("; ".join(f"{command} {ask.SHORT[command]}" for command in _AT_ONCE if command in offered))

    def _warn(self, source: Source) -> None:
        """Say where questions begin that he must not see, once each time that they do."""
        for_client = source is Source.CLIENT or not self._course.stage.of_client
        if self._for_client and not for_client and self._course.source is None:
            self._terminal.say(ask.NOT_FOR_CLIENT_NOW)
        self._for_client = for_client

    def _show_recorded(self, asking: _Asking) -> None:
        there = recorded(self._saved.case.answers, asking.question.id, asking.source)
        if there:
            told = "; ".join(_told(asking.question, answer) for answer in there)
            source = say.source_name(asking.source)
            self._terminal.say(ask.RECORDED_BEFORE.format(source=source, answers=told))

    def _help(self, asking: _Asking) -> None:
        question = asking.question
        asked_of = say.listed(say.source_name(source) for source in question.asked_of)
        self._terminal.say(question.help or ask.HELP_NONE, ask.HELP_ASKED_OF.format(sources=asked_of))
        self._terminal.say(ask.COMMANDS_LEAD)
        texts = {**ask.COMMANDS}
        if self._course.source is not None:
            texts[Command.SOURCE] = ask.COMMAND_DAY_ONLY
        offered = commands_for(self._course.standings(self._saved.case, question))
        self._terminal.listed((command, texts[command]) for command in offered)

    def _misread(self, why: Misread, question: Question) -> None:
        text = ask.MISREAD[why].format(most=len(question.answers), on=Command.ON, help=Command.HELP)
        self._terminal.say(text)

    # What is asked besides --------------------------------------------------------------------------------------

    def _text(self, prompt: str) -> str:
        """Return a line that can be kept in a file; ask again for any other."""
        while True:
            line = " ".join(self._terminal.ask(prompt).split("\t"))
            if not is_writable(line):
                self._terminal.say(ask.NOT_A_TEXT)
            elif len(line) > LONGEST_TEXT:
                self._terminal.say(ask.TOO_LONG.format(most=LONGEST_TEXT))
            else:
                return line

    def _note(self, asking: _Asking) -> None:
        """Take a note to what is recorded; before anything is, it stands with a question that was not asked."""
        text = self._text(ask.NOTE_PROMPT.format(clear=_CLEAR))
        if not text:
            return
        note = "" if text == _CLEAR else text
        own = self._saved.file.answers
        there = recorded(own, asking.question.id, asking.source)
        if not there:
            if note and self._save(
                asking, Answer(asking.source, Standing.NOT_ASKED, on=asking.day, note=note), keep_earlier=False
            ):
                self._terminal.say(ask.NOTE_KEPT)
            return
        noted = replace(there[-1], note=note)
        answers = tuple(noted if one is there[-1] else one for one in own[asking.question.id])
        if self._put_in({**own, asking.question.id: answers}):
            self._terminal.say(ask.NOTE_KEPT if note else ask.NOTE_GONE)

    def _whose(self, asking: _Asking) -> _Asking:
        """Ask whose answer is taken (unless the interview is with one source alone) and of which day it is."""
        source = asking.source if self._course.source is not None else self._source(asking)
        day = self._course.on
        while True:
            text = self._text(ask.DAY_PROMPT.format(example=day.isoformat(), day=say.day(asking.day)))
            found = day_written(text) if text else asking.day
            if found is not None and found <= day:
                return replace(asking, source=source, day=found)
            self._terminal.say(ask.DAY_WRONG.format(day=say.day(day)))

    def _source(self, asking: _Asking) -> Source:
        everyone = tuple(Source)
        self._terminal.say(ask.WHO_LEAD)
        self._terminal.listed(
            (str(number), f"{say.source_name(one)} ({one})") for number, one in enumerate(everyone, start=1)
        )
        while True:
            text = self._text(ask.WHO_PROMPT.format(source=say.source_name(asking.source)))
            if not text:
                return asking.source
            if text in {str(number) for number in range(1, len(everyone) + 1)}:
                return everyone[int(text) - 1]
            if text.lower() in everyone:
                return Source(text.lower())
            self._terminal.say(ask.WHO_UNKNOWN)

    # What is saved ----------------------------------------------------------------------------------------------

    def _record(self, asking: _Asking, answer: Answer) -> bool:
        """Save an answer and say so; return whether it was saved."""
        question = asking.question
        there = recorded(self._saved.file.answers, question.id, answer.source)
        # A note to an answer of the same day, or to a question not asked so far, is a note to this one.
        notes = [one.note for one in there if one.on == answer.on or one.standing is Standing.NOT_ASKED]
        answer = replace(answer, note=next((note for note in notes if note), ""))
        before = [one for one in there if one.values and one.on != answer.on]
        # That somebody declines or does not know takes back nothing that was said before.
        keep = bool(before) and not answer.values
        if answer.values and any(one.values != answer.values for one in before):
            keep = self._keeps_both(answer.source)
        if not self._save(asking, answer, keep_earlier=keep):
            return False
        self._terminal.say(ask.RECORDED.format(answer=_said(question, answer)))
        return True

    def _keeps_both(self, source: Source) -> bool:
        text = ask.REPLACE.format(source=say.source_name(source), replace=_REPLACE, keep=_KEEP)
        while True:
            typed = self._text(text).lower()
            if typed in {_REPLACE, _KEEP}:
                return typed == _KEEP
            self._terminal.say(ask.REPLACE_AGAIN.format(replace=_REPLACE, keep=_KEEP))

    def _save(self, asking: _Asking, answer: Answer, *, keep_earlier: bool) -> bool:
        own = self._saved.file.answers
        return self._put_in(answers_with(own, asking.question.id, answer, keep_earlier=keep_earlier))

    def _put_in(self, answers: dict[str, tuple[Answer, ...]]) -> bool:
        try:
            self._saved.answer(answers)
        except BadData as error:
            if all(problem.slug in {"too-large", "too-many-nodes"} for problem in error.problems):
                self._terminal.say(ask.NO_MORE_ROOM)
                return False
            raise
        return True


def _numbered(question: Question) -> list[tuple[int, str]]:
    return list(enumerate(question.answers, start=1))


def _answer_text(question: Question, word: str) -> str:
    wording = question.say(word)
    return word if wording == word else f"{wording} ({word})"


def _said(question: Question, answer: Answer) -> str:
    """Return what an answer says; somebody's own words are not said again."""
    if answer.standing is not Standing.ANSWERED:
        return say.STANDINGS[answer.standing]
    if question.open:
        return ask.IN_WORDS
    return say.listed(question.say(word) for word in answer.values)


def _told(question: Question, answer: Answer) -> str:
    day = say.day(answer.on) if answer.on is not None else ask.WITHOUT_DAY
    told = ask.RECORDED_ON.format(answer=_said(question, answer), day=day)
    return ask.WITH_NOTE.format(answer=told) if answer.note else told
