"""The course of an interview at the terminal, from the first open question to the end that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from engine.commands.interview_question import Asker, Stopped
from engine.commands.interview_saving import SavedCase
from engine.commands.interview_terminal import Terminal
from engine.interview import OF_THE_HOUSE, Command, Course, Open, Turn, open_questions
from engine.loading.writing import is_writable
from engine.model.decision import Choice, OwnView
from engine.model.recommendation import Recommendation
from engine.model.source import PARTNER_SIDE, Source
from engine.report.draft import draft_text
from engine.report.words import ask, say

_END = "e"


class Session:
    """One sitting. `shows`: whether it ends in what is for the practitioner alone."""

    def __init__(self, terminal: Terminal, saved: SavedCase, course: Course, *, shows: bool) -> None:
        self._terminal = terminal
        self._saved = saved
        self._course = course
        self._shows = shows

    def begin(self, today: date) -> None:
        """Say what is about to happen, of which day, and what must not be seen by whom."""
        terminal, course, case = self._terminal, self._course, self._saved.case
        asked = course.asked(case)
        title = ask.TITLE if course.stage.of_client else ask.TITLE_PROGRAMME
        terminal.heading(title.format(case=case.reference, stage=say.STAGES[course.stage]))
        terminal.say(*filter(None, [draft_text(course.policy.translation_note)]))
        if course.source in OF_THE_HOUSE:
            terminal.say(
                ask.ONLY_SOURCE.format(source=say.source_name(course.source), number=len(asked), of=len(course.turns))
            )
        due = len(course.due(case))
        if due < len(asked):
            terminal.say(ask.RESUMED.format(answered=len(asked) - due, number=len(asked)))
        elif course.source not in OF_THE_HOUSE:
            terminal.say(ask.NEW.format(number=len(asked)))
        terminal.say(ask.SAVED_WHERE.format(file=Path(self._saved.name).name))
        if course.source is None:
            terminal.say(ask.KEEP_FILES)
        if course.on != today:
            terminal.say(ask.DAY_RECORDED.format(day=say.day(course.on)))
        if course.stage.of_client and course.source is None:
            terminal.say(ask.NOT_IN_HIS_PRESENCE)
        if course.source in PARTNER_SIDE:
            terminal.say(ask.FOR_PARTNER_SUPPORT)
        terminal.say(ask.HOW.format(help=Command.HELP, quit=Command.QUIT))

    def go_through(self) -> None:
        """Go through the questions until the end is asked for. Raises Stopped, EOFError."""
        asker = Asker(self._terminal, self._saved, self._course)
        turn = self._course.next_due(self._saved.case)
        while True:
            while turn is not None:
                turn = asker.put(turn)
            turn = self._gate()
            if turn is None:
                return

    def _gate(self) -> Turn | None:
        """Stand before the end, the last chance to go back and to turn the screen away; None: it is asked for."""
        terminal, course = self._terminal, self._course
        terminal.pause()
        due = course.due(self._saved.case)
        numbers = ", ".join(str(turn.number) for turn in due)
        terminal.say(ask.LAST_DONE, ask.STILL_DUE.format(numbers=numbers) if due else ask.NONE_DUE)
        if self._shows:
            terminal.say(ask.GATE_SCREEN if course.stage.of_client else ask.GATE_SCREEN_PROGRAMME)
        terminal.say(ask.GATE.format(end=_END, back=Command.BACK, quit=Command.QUIT))
        while True:
            typed = terminal.ask(ask.GATE_PROMPT).lower()
            if typed == _END:
                return None
            if typed == Command.QUIT:
                raise Stopped
            turn = self._named(typed)
            if turn is not None:
                return turn
            terminal.say(ask.GATE_WRONG.format(end=_END))

    def _named(self, typed: str) -> Turn | None:
        course, case = self._course, self._saved.case
        if typed == Command.BACK:
            return course.before(case, len(course.turns) + 1)
        known = {str(turn.number): turn for turn in course.asked(case)}
        return known.get(typed)

    def own_view(self, day: date) -> None:
        """Ask the practitioner's own view, and save it before anything else is shown. Raises Stopped, EOFError."""
        terminal = self._terminal
        terminal.heading(ask.H_VIEW)
        there = self._saved.case.own_view
        if there is not None:
            terminal.say(ask.VIEW_THERE.format(by=there.by, day=say.day(there.on)))
            return
        terminal.say(ask.VIEW_WHY)
        choices = tuple(Choice)
        terminal.listed((str(number), ask.VIEWS[choice]) for number, choice in enumerate(choices, start=1))
        numbers = {str(number): choice for number, choice in enumerate(choices, start=1)}
        view = numbers[self._needed(ask.VIEW_PROMPT.format(quit=Command.QUIT), frozenset(numbers))]
        reasons = self._needed(ask.VIEW_REASONS)
        by = self._needed(ask.VIEW_BY)
        self._saved.state(OwnView(view, reasons, by, day))

    def _needed(self, prompt: str, among: frozenset[str] | None = None) -> str:
        while True:
            typed = self._terminal.ask(prompt)
            if typed.lower() == Command.QUIT:
                raise Stopped
            if not is_writable(typed):
                self._terminal.say(ask.NOT_A_TEXT)
            elif typed and (among is None or typed in among):
                return " ".join(typed.split())
            else:
                self._terminal.say(ask.VIEW_NEEDED.format(quit=Command.QUIT))

    def still_open(self, recommendation: Recommendation) -> None:
        """Say what is still open and whom to ask about it: whoever the report names."""
        terminal = self._terminal
        terminal.heading(ask.H_OPEN)
        found = open_questions(self._course.policy, self._saved.case, self._course.on, recommendation.to_find_out)
        if not found:
            terminal.say(ask.OPEN_NOTHING)
        for whom, entries in _by_whom(found):
            terminal.say(
                (ask.OPEN_ASK.format(sources=say.listed(map(say.source_name, whom), "or")) if whom else ask.OPEN_NOBODY)
                + ":"
            )
            for entry in entries:
                # The numbers of somebody else's own interview are not those of all the questions.
                numbered = entry.number is not None and self._course.source in {None, *OF_THE_HOUSE}
                text = ask.OPEN_ENTRY if numbered else ask.OPEN_ENTRY_OTHER
                told = text.format(number=entry.number, subject=entry.question.subject)
                terminal.say(told, indent="  ", hanging="     ")
        if any(not PARTNER_SIDE.isdisjoint(entry.ask) for entry in found):
            terminal.say(ask.OPEN_HER_SIDE)


def _by_whom(found: tuple[Open, ...]) -> Iterator[tuple[tuple[Source, ...], list[Open]]]:
    groups: dict[tuple[Source, ...], list[Open]] = {}
    for entry in found:
        groups.setdefault(entry.ask, []).append(entry)
    yield from groups.items()
