"""Which question comes next, and which came before, as the answers stand."""

from __future__ import annotations

from datetime import date

from engine.interview.order import Turn, turns
from engine.model.answer import Answer, Case, Standing
from engine.model.policy import Policy
from engine.model.question import Question, Stage
from engine.model.source import PARTNER_SIDE, Source
from engine.model.truth import FALSE, UNKNOWN
from engine.reference.known import View, fresh, weigh


class Course:
    """The course of one interview: of a stage, on a day, with one source or (None) with everyone.

    With everyone each question goes to whom it is put (`asked_of`). With one source only what that source is asked
    comes up: what is put to it, and what its word could settle (`corroborate`).
    """

    def __init__(self, policy: Policy, stage: Stage, on: date, source: Source | None = None) -> None:
        self.policy = policy
        self.stage = stage
        self.on = on
        self.source = source
        self.turns = turns(policy, stage)
        self._read = frozenset[str]().union(*policy.questions_read(stage).values()) | policy.governing

    def source_of(self, question: Question) -> Source:
        """Return whose answer a question is taken to get here."""
        return self.source or question.asked_of[0]

    def put_to_it(self, question: Question) -> bool:
        """Whether the question is put to the source in its own words, rather than asked about by its subject."""
        return self.source is None or self.source in question.asked_of

    def asked(self, case: Case) -> tuple[Turn, ...]:
        """Return the turns that come up as the answers stand. One that may or may not apply does."""
        view = View(self.policy, case, self.on)
        return tuple(turn for turn in self.turns if self._comes_up(turn.question, view))

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
        may_not_apply = View(self.policy, case, self.on).applies(question) is UNKNOWN
        return (
            Standing.ASKED_UNKNOWN,
            *(() if looked_up else (Standing.ASKED_DECLINED,)),
            Standing.NOT_ASKED,
            *((Standing.NOT_APPLICABLE,) if may_not_apply else ()),
        )

    def _comes_up(self, question: Question, view: View) -> bool:
        if view.applies(question) is FALSE:
            return False
        if self.source is None or self.source in question.asked_of:
            return True
        if self.source not in question.corroborate:
            return False
        return self.source not in PARTNER_SIDE or not self._in_vain(question, view)

    def _in_vain(self, question: Question, view: View) -> bool:
        """Whether asking her side could change nothing: she has been burdened enough.

        So it is when no rule reads the question, and when somebody else whose word settles it has already named the
        most concerning answer. What she herself said is left out: a question does not vanish as it is answered.
        """
        if question.id not in self._read:
            return True
        others = _of_others(view.case.answers.get(question.id, ()), self.source)
        known = weigh(question, others, view.applies(question), self.on)
        return known.settled and known.chosen == (question.worst,) and not question.several


def _of_others(answers: tuple[Answer, ...], source: Source | None) -> tuple[Answer, ...]:
    return tuple(answer for answer in answers if answer.source is not source)
