"""What the answers to a question make known: the set of answers that are still possible.

Source of every rule below: PRODUCT, "Meaning of answers".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from engine.model.answer import Answer, Case, Source, Standing
from engine.model.condition import AllOf, AnswerIs, AnyOf, AtLeast, Condition, Not
from engine.model.policy import Policy
from engine.model.question import Question
from engine.model.recommendation import NOT_APPLICABLE, Doubt, Known
from engine.model.truth import FALSE, TRUE, UNKNOWN, Truth, at_least, every, negate, some

_ANSWERED, _NOT_APPLICABLE = Standing.ANSWERED, Standing.NOT_APPLICABLE


def weigh(question: Question, answers: Sequence[Answer], applies: Truth, on: date) -> Known:
    """Return what these answers make known on the day of screening `on`.

    `applies` is the truth of the question's `only_if` (true when it has none). Unknown is never a reassurance: no
    answer, an answer that may not settle the question, and one that has grown stale all leave every more concerning
    answer possible.
    """
    heard = tuple(sorted(answers, key=lambda a: _order(a, on)) if answers[1:] else answers)
    said = [answer for answer in heard if answer.standing is _ANSWERED]
    ruled_out = applies is FALSE or (len(said) < len(heard) and _said_not_to_apply(question, heard, on))
    differ = bool(said) and (ruled_out or _says_otherwise(said))

    def known(possible: tuple[str, ...], chosen: tuple[str, ...] = (), *doubts: Doubt) -> Known:
        settled = possible == (chosen or (NOT_APPLICABLE,))
        return Known(question.id, possible, chosen, settled, differ, () if settled else doubts, heard)

    if question.open:
        words = tuple(dict.fromkeys(word for answer in said for word in answer.values))
        return known(words, words)
    if not said:
        if ruled_out:
            return known((NOT_APPLICABLE,))
        if applies is UNKNOWN:
            return known((NOT_APPLICABLE, *question.answers), (), Doubt.NOBODY_SAID, Doubt.MAY_NOT_APPLY)
        return known(question.answers, (), Doubt.NOBODY_SAID)

    # The most concerning answer governs; with `several`, everything that anyone chose is taken together.
    rank = question.answers.index
    ranks = sorted({rank(word) for answer in said for word in answer.values})
    governing = ranks if question.several else ranks[-1:]
    chosen = tuple([question.answers[rank] for rank in governing])
    # A word that clears a question is believed only from someone who may settle it, and only while it is fresh.
    trusted = [may_settle(question, answer.source) for answer in said]
    recent = [fresh(question, answer, on) for answer in said]
    if ruled_out or (True, True) in zip(trusted, recent, strict=True):
        return known(chosen, chosen)
    doubts = [Doubt.UNCORROBORATED] if False in trusted else []
    doubts += [Doubt.STALE] if False in recent else []
    return known(question.answers[governing[0] :], chosen, *doubts)


def _says_otherwise(said: Sequence[Answer]) -> bool:
    """Whether someone gave another answer than the first."""
    first, *others = said
    return bool(others) and any(set(answer.values) != set(first.values) for answer in others)


def _said_not_to_apply(question: Question, heard: Sequence[Answer], on: date) -> bool:
    """Whether someone who may corroborate says, and not too long ago, that the question does not apply."""
    return any(
        answer.standing is _NOT_APPLICABLE and answer.source in question.corroborate and fresh(question, answer, on)
        for answer in heard
    )


def test_answer(wanted: tuple[str, ...], known: Known, *, several: bool) -> Truth:
    """Return the truth of "the answer is one of `wanted`": true when every possible answer is, false when none is."""
    sought = {*wanted}
    if sought.isdisjoint(known.possible):
        return FALSE
    certain = not sought.isdisjoint(known.chosen) if several else sought.issuperset(known.possible)
    return TRUE if certain else UNKNOWN


class View:
    """What one case makes known, question by question, on one day. Computes each question once."""

    def __init__(self, policy: Policy, case: Case, on: date) -> None:
        self.policy = policy
        self.case = case
        self.on = on
        self.profile = View(policy, needed(case.programme), on) if case.programme else None
        self._known: dict[str, Known] = {}

    def known(self, question_id: str) -> Known:
        """Return what is known about a question of the policy."""
        known = self._known.get(question_id)
        if known is None:
            question = self.policy.questions[question_id]
            known = weigh(question, self.case.answers.get(question_id, ()), self.applies(question), self.on)
            self._known[question_id] = known
        return known

    def without(self, sources: AbstractSet[Source]) -> View:
        """Return the view of the same case without what these sources said of it; the profile stays as it is.

        What is known about a question stays too, where they said nothing and nothing decides whether it applies.
        """
        answers = {
            question: tuple([answer for answer in given if answer.source not in sources])
            for question, given in self.case.answers.items()
        }
        view = View(self.policy, replace(self.case, answers=answers, programme=None), self.on)
        view.profile = self.profile
        view._known = {
            name: known
            for name, known in self._known.items()
            if self.policy.questions[name].only_if is None and len(answers.get(name, ())) == len(known.answers)
        }
        return view

    def all_known(self) -> Mapping[str, Known]:
        """Return everything computed so far, by question id."""
        return {question: self._known[question] for question in sorted(self._known)}

    def said_by(self, source: Source, question_id: str) -> Known:
        """Return what this source's answers alone make known about a question."""
        question = self.policy.questions[question_id]
        answers = [answer for answer in self.case.answers.get(question_id, ()) if answer.source is source]
        return weigh(question, answers, self.applies(question), self.on)

    def answer_is(self, test: AnswerIs, known: Known) -> Truth:
        """Return the truth of an answer test on what is known."""
        return test_answer(test.wanted, known, several=self.policy.questions[test.question].several)

    def applies(self, question: Question) -> Truth:
        """Return the truth of a question's `only_if` on what is known; true when it has none."""
        return TRUE if question.only_if is None else self._only_if(question.only_if)

    def _only_if(self, condition: Condition) -> Truth:
        match condition:
            case AnswerIs():
                return self.answer_is(condition, self.known(condition.question))
            case AllOf(members):
                return every(self._only_if(member) for member in members)
            case AnyOf(members):
                return some(self._only_if(member) for member in members)
            case AtLeast(number, members):
                return at_least(number, [self._only_if(member) for member in members])
            case Not(member):
                return negate(self._only_if(member))
            case _:
                raise TypeError("only_if reads answers only; the loader refuses anything else")


def needed(profile: Case) -> Case:
    """Return a profile as it bears on a client's case: that a need does not apply is no answer to it.

    INVARIANT (unknown-never-safer): a safeguard that is called for makes its need apply, whatever anyone says.
    """
    answers = {
        question: tuple(answer for answer in given if answer.standing is not Standing.NOT_APPLICABLE)
        for question, given in profile.answers.items()
    }
    return replace(profile, answers=answers)


def may_settle(question: Question, source: Source) -> bool:
    """Whether this source's word can settle the question."""
    return not question.corroborate or source in question.corroborate


def fresh(question: Question, answer: Answer, on: date) -> bool:
    """Whether an answer is not too old to settle the question; one without a date counts as given on that day."""
    if question.valid_for is None or answer.on is None:
        return True
    return (on - answer.on).days <= question.valid_for


def _order(answer: Answer, on: date) -> tuple[str, date, str, tuple[str, ...], bool, str]:
    """Order answers the same whatever order they came in (INVARIANT order-free): no two different answers tie."""
    return answer.source, answer.on or on, answer.standing, answer.values, answer.on is not None, answer.note
