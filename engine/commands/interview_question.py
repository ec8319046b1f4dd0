"""One question of an interview: put, answered or left open, and saved.

Nothing that is said here tells what an answer leads to, and what other sources said is never shown: the person beside
the keyboard may be the one who must not know of it.
"""

from __future__ import annotations

from dataclasses import replace

from engine.commands.interview_help import in_keys, note_wanted, wants_note
from engine.commands.interview_saving import SavedCase
from engine.commands.interview_sure import Asking, Sure, said_in, told_of
from engine.commands.interview_terminal import Terminal
from engine.commands.options import day_written
from engine.errors import BadData
from engine.interview import STANDINGS, Command, Course, Given, Misread, Turn, commands_for, recorded, understood
from engine.interview import with_answer as answers_with
from engine.model.answer import Answer, Source, Standing
from engine.model.question import Question
from engine.report.words import ask, say

_AT_ONCE = (Command.UNKNOWN, Command.DECLINED, Command.NOT_ASKED, Command.NOT_APPLICABLE, Command.HELP)
_CLEAR = "-"


class Stopped(Exception):
    """The person at the keyboard wants to stop."""


class Asker:
    """Puts questions one at a time and saves each answer as it is given."""

    def __init__(self, terminal: Terminal, saved: SavedCase, course: Course) -> None:
        self._terminal = terminal
        self._saved = saved
        self._course = course
        self._sure = Sure(terminal, course)
        self._section = ""
        self._for_client = True

    def put(self, turn: Turn) -> Turn | None:
        """Put a question, and return the one to go on with; None after the last. Raises Stopped, EOFError."""
        question = turn.question
        asking = Asking(turn, self._course.source_of(question), self._course.on)
        self._show(asking)
        while True:
            standings = self._course.standings(self._saved.case, question)
            answered = False
            typed = understood(self._sure.text(ask.PROMPT), question, standings)
            match typed:
                case Given(values):
                    answered = self._record(asking, Answer(asking.source, values=values, on=asking.day))
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
                    answered = self._record(asking, Answer(asking.source, STANDINGS[typed], on=asking.day))
            if answered:
                if asking.source is self._course.source_of(question):
                    return self._course.next_due(self._saved.case, turn.number)
                # Somebody else has spoken, or was asked; the question is still whoever's it was.
                asking = Asking(turn, self._course.source_of(question), self._course.on)
                self._show(asking)

    # What is shown ----------------------------------------------------------------------------------------------

    def _show(self, asking: Asking) -> None:
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
        if self._sure.heard_elsewhere(asking.source) and not asking.dated:
            source = say.source_name(asking.source)
            keys = {"whose": Command.SOURCE, "other": Command.NOT_ASKED, "on": Command.ON}
            terminal.say(ask.HEARD_ELSEWHERE.format(source=source, **keys))
        if asking.day != self._course.on:
            terminal.say(ask.SAID_ON.format(day=say.day(asking.day)))
        if question.open:
            terminal.say(ask.IN_OWN_WORDS if self._course.source is not None else ask.IN_OWN_WORDS_UNRULED)
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

    def _show_recorded(self, asking: Asking) -> None:
        there = recorded(self._saved.case.answers, asking.question.id, asking.source)
        if there:
            told = "; ".join(told_of(asking.question, answer) for answer in there)
            source = say.source_name(asking.source)
            self._terminal.say(ask.RECORDED_BEFORE.format(source=source, answers=told))

    def _help(self, asking: Asking) -> None:
        question = asking.question
        self._terminal.say(in_keys(question.help) or ask.HELP_NONE)
        if self._course.source is None:
            asked_of = say.listed(say.source_name(source) for source in question.asked_of)
            self._terminal.say(ask.HELP_ASKED_OF.format(sources=asked_of))
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

    def _note(self, asking: Asking) -> None:
        """Take a note to what is recorded; before anything is, it stands with a question that was not asked."""
        text = self._sure.text(ask.NOTE_PROMPT.format(clear=_CLEAR))
        if not text:
            return
        note = "" if text == _CLEAR else text
        own = self._saved.file.answers
        there = recorded(own, asking.question.id, asking.source)
        if there:
            done = self._renote(asking, there[-1], note)
        elif note:
            bare = Answer(asking.source, Standing.NOT_ASKED, on=asking.day, note=note)
            done = self._put_in(answers_with(own, asking.question.id, bare))
        else:
            return
        if done:
            self._terminal.say(ask.NOTE_KEPT if note else ask.NOTE_GONE)
            if all(one.standing is Standing.NOT_ASKED for one in there):
                self._terminal.say(ask.NOTE_IS_NO_ANSWER)

    def _whose(self, asking: Asking) -> Asking:
        """Ask whose answer is taken (unless the interview is with one source alone) and of which day it is."""
        source = asking.source if self._course.source is not None else self._source(asking)
        day = self._course.on
        while True:
            text = self._sure.text(ask.DAY_PROMPT.format(example=day.isoformat(), day=say.day(asking.day)))
            found = day_written(text) if text else asking.day
            if found is not None and found <= day:
                return replace(asking, source=source, day=found, dated=True)
            self._terminal.say(ask.DAY_WRONG.format(day=say.day(day)))

    def _source(self, asking: Asking) -> Source:
        everyone = tuple(Source)
        self._terminal.say(ask.WHO_LEAD)
        self._terminal.listed(
            (str(number), f"{say.source_name(one)} ({one})") for number, one in enumerate(everyone, start=1)
        )
        while True:
            text = self._sure.text(ask.WHO_PROMPT.format(source=say.source_name(asking.source)))
            if not text:
                return asking.source
            if text in {str(number) for number in range(1, len(everyone) + 1)}:
                return everyone[int(text) - 1]
            if text.lower() in everyone:
                return Source(text.lower())
            self._terminal.say(ask.WHO_UNKNOWN)

    # What is saved ----------------------------------------------------------------------------------------------

    def _record(self, asking: Asking, answer: Answer) -> bool:
        """Save an answer and say so, once everything about it is sure; return whether it was saved."""
        question = asking.question
        sure = self._sure.vouched(asking, answer)
        if sure is None:
            return False
        there = recorded(self._saved.file.answers, question.id, sure.source)
        # What an earlier file says stays there, and only an answer takes its place in this one.
        known = recorded(self._saved.case.answers, question.id, sure.source) if sure.values else there
        beside = self._sure.beside(question, known, sure)
        if beside is None:
            return False
        noted = replace(sure, note=self._sure.note_of(sure, (one for one in there if one not in beside)))
        own = self._saved.file.answers
        if not self._put_in(answers_with(own, question.id, noted, beside=beside)):
            return False
        self._terminal.say(ask.RECORDED.format(answer=said_in(question, noted)))
        if noted.values and not noted.note and wants_note(question, noted.values):
            self._ask_note(asking, noted)
        return True

    def _ask_note(self, asking: Asking, answer: Answer) -> None:
        """Ask for the note that belongs to an answer, at once; what it leads to is not for now."""
        question = asking.question
        if question.answers == ("no", "yes"):
            prompt = ask.NOTE_WHAT
        else:
            prompt = ask.NOTE_WANTED
            if self._course.source is not Source.CLIENT:
                self._terminal.say(note_wanted(question))
        note = self._sure.text(prompt)
        if note and self._renote(asking, answer, note):
            self._terminal.say(ask.NOTE_KEPT)

    def _renote(self, asking: Asking, answer: Answer, note: str) -> bool:
        own, noted = self._saved.file.answers, replace(answer, note=note)
        answers = tuple(noted if one == answer else one for one in own[asking.question.id])
        return self._put_in({**own, asking.question.id: answers})

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
