"""Which question comes next, and which came before, as the answers stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from engine.interview.order import Turn, renumbered, turns
from engine.model.answer import Case, Standing
from engine.model.policy import Policy
from engine.model.question import Question, Stage
from engine.model.source import PARTNER_SIDE, Source
from engine.model.truth import FALSE, UNKNOWN
from engine.reference.known import View, fresh

OF_THE_HOUSE: Final = frozenset({Source.PRACTITIONER, Source.PROGRAMME})
"""Who may know of every question, and so goes by the numbers of all."""
AT_THE_TABLE: Final = OF_THE_HOUSE | {Source.CLIENT}
"""Whose word is heard in the interview itself; anybody else's was given elsewhere."""


class Course:
    """The course of one interview: of a stage, on a day, with one source or (None) with everyone.

    With everyone each question goes to whom it is put (`asked_of`). With one source only what that source is asked
    comes up: what is put to it, and what its word could settle (`corroborate`).

    INVARIANT (own-course): with one source nothing here depends on what any other said, so that nobody can tell from
    the questions, their numbers or what may be typed that somebody else has spoken. The partner's side is one.
    """

    def __init__(self, policy: Policy, stage: Stage, on: date, source: Source | None = None) -> None:
        self.policy = policy
        self.stage = stage
        self.on = on
        self.source = source
        self._read = frozenset[str]().union(*policy.questions_read(stage).values()) | policy.governing
        every = turns(policy, stage)
        self.turns = every if source is None or source in OF_THE_HOUSE else renumbered(filter(self._goes_to_it, every))

    def source_of(self, question: Question) -> Source:
        """Return whose answer a question is taken to get here: that of somebody at the table, if it is put to one."""
        if self.source is not None:
            return self.source
        return next((source for source in question.asked_of if source in AT_THE_TABLE), question.asked_of[0])

    def own(self, case: Case) -> Case:
        """Return the case as far as it is this source's own: with its answers alone, or those of the partner's side."""
        if self.source is None:
            return case
        whose = PARTNER_SIDE if self.source in PARTNER_SIDE else frozenset({self.source})
        own = {name: tuple(one for one in given if one.source in whose) for name, given in case.answers.items()}
        return replace(case, answers={name: given for name, given in own.items() if given}, earlier=None)

    def put_to_it(self, question: Question) -> bool:
        """Whether the question is put to the source in its own words, rather than asked about by its subject."""
        return self.source is None or self.source in question.asked_of

    def asked(self, case: Case) -> tuple[Turn, ...]:
        """Return the turns that come up as the answers stand. One that may or may not apply does."""
        view = View(self.policy, self.own(case), self.on)
        return tuple(turn for turn in self.turns if self._goes_to_it(turn) and view.applies(turn.question) is not FALSE)

    def due(self, case: Case) -> tuple[Turn, ...]:
        """Return those of them that are still to be answered."""
        return tuple(turn for turn in self.asked(case) if not self.is_answered(case, turn.question))

    def is_answered(self, case: Case, question: Question) -> bool:
        """Whether someone the question goes to has been asked, and not too long ago. "Not asked" is no answer."""
        whom = question.asked_of if self.source is None else (self.source,)
        return any(
            answer.source in whom and answer.standing is not Standing.NOT_ASKED and fresh(question, answer, self.on)
            for answer in case.answers.get(question.id, ())
        )

    def next_due(self, case: Case, number: int = 0) -> Turn | None:
        """Return the first turn after `number` that is still to be answered."""
        return next((turn for turn in self.due(case) if turn.number > number), None)

    def after(self, case: Case, number: int) -> Turn | None:
        """Return the turn that follows, answered or not."""
        return next((turn for turn in self.asked(case) if turn.number > number), None)

    def before(self, case: Case, number: int) -> Turn | None:
        """Return the turn that went before, answered or not."""
        return next((turn for turn in reversed(self.asked(case)) if turn.number < number), None)

    def at(self, case: Case, number: int) -> Turn | None:
        """Return the turn of this number, if it comes up."""
        return next((turn for turn in self.asked(case) if turn.number == number), None)

    def standings(self, case: Case, question: Question) -> tuple[Standing, ...]:
        """Return the ways of giving no answer that make sense for a question and whoever is asked.

        The practitioner and the programme, who look things up, do not decline; "does not apply" is for a question that
        may not.
        """
        looked_up = self.source_of(question) in {Source.PRACTITIONER, Source.PROGRAMME}
        may_not_apply = View(self.policy, self.own(case), self.on).applies(question) is UNKNOWN
        return (
            Standing.ASKED_UNKNOWN,
            *(() if looked_up else (Standing.ASKED_DECLINED,)),
            Standing.NOT_ASKED,
            *((Standing.NOT_APPLICABLE,) if may_not_apply else ()),
        )

    def _goes_to_it(self, turn: Turn) -> bool:
        """Whether a question goes to this source at all, whatever was answered.

        Her side has been burdened enough: it is spared what it would not be asked itself and no rule reads.
        """
        question = turn.question
        if self.source is None or self.source in question.asked_of:
            return True
        if self.source not in question.corroborate:
            return False
        return self.source not in PARTNER_SIDE or question.id in self._read
