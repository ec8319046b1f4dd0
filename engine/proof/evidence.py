"""What can be said about a question, as variables: who says which answer, and whether it is still fresh.

Answers are weighed by what they are worth, not by whose they are, except where a rule asks what one source said. So
one source, and one age, stands for all that are worth the same to every policy at hand; a case with any other sources
and dates makes known exactly what one of these does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple, TypeAlias

from engine.model.answer import Answer, Source, Standing
from engine.model.condition import SaidBy, leaves_of
from engine.model.policy import Policy
from engine.model.question import Question
from engine.proof.clauses import Clauses

Key: TypeAlias = tuple[bool, str]
"""Whether it is a question of the programme's profile, and its id."""
Worth: TypeAlias = tuple[object, ...]


class Slot(NamedTuple):
    """Somebody whose answer is that many days old."""

    source: Source
    age: int


def settles(question: Question, slot: Slot) -> bool:
    """Whether an answer in this slot settles the question."""
    return (not question.corroborate or slot.source in question.corroborate) and is_fresh(question, slot)


def rules_out(question: Question, slot: Slot) -> bool:
    """Whether "does not apply", said in this slot, is believed."""
    return slot.source in question.corroborate and is_fresh(question, slot)


def is_fresh(question: Question, slot: Slot) -> bool:
    """Whether an answer in this slot is not too old for the question."""
    return question.valid_for is None or slot.age <= question.valid_for


class Asked:
    """One question as several policies put it, and the slots that can be told apart in any of them."""

    def __init__(self, questions: Sequence[Question], named: Iterable[Source], *, in_profile: bool) -> None:
        self.id = questions[0].id
        self.in_profile = in_profile
        self.open = any(question.open for question in questions)
        self.several = all(question.several for question in questions)
        common = set.intersection(*(set(question.answers) for question in questions))
        self.words = tuple(word for word in questions[0].answers if word in common)
        self.limits = frozenset(question.valid_for for question in questions if question.valid_for is not None)
        self.named = frozenset(named)
        self._questions = tuple(questions)
        self._classes: dict[Worth, list[Slot]] = {}
        for slot in self._in_order():
            self._classes.setdefault(self._worth(slot), []).append(slot)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """One slot for each worth that an answer can have."""
        return tuple(alike[0] for alike in self._classes.values())

    def slot_of(self, source: Source, days: int) -> Slot:
        """Return the slot that stands for an answer of this source, that many days old."""
        return self._classes[self._worth(Slot(source, days))][0]

    def alike(self, slot: Slot) -> tuple[Slot, ...]:
        """Return all slots that are worth the same, the one that stands for them first."""
        return tuple(self._classes[self._worth(slot)])

    def can_be_ruled_out(self, slot: Slot) -> bool:
        """Whether "does not apply", said here, is believed by any of the policies."""
        return not self.in_profile and any(rules_out(question, slot) for question in self._questions)

    def serves(self, question: Question, named: Iterable[Source]) -> bool:
        """Whether the slots tell apart whatever this question, put by another policy, tells apart."""
        for alike in self._classes.values():
            if len({(settles(question, slot), rules_out(question, slot)) for slot in alike}) > 1:
                return False
        limits = self.limits if question.valid_for is None else self.limits | {question.valid_for}
        same_words = set(self.words) == set(question.answers) and (question.several or not self.several)
        return limits == self.limits and set(named) <= self.named and same_words

    def _worth(self, slot: Slot) -> Worth:
        whose = slot.source if slot.source in self.named else None
        return (whose, *((settles(q, slot), rules_out(q, slot)) for q in self._questions))

    def _in_order(self) -> Iterator[Slot]:
        """Yield every slot, the ones first that a person would expect."""
        likely = [source for q in self._questions for source in (*q.corroborate, *q.asked_of)]
        ages = (0, *sorted(limit + 1 for limit in self.limits))
        for age in ages:
            for source in dict.fromkeys((*likely, *Source)):
                yield Slot(source, age)


class Heard(NamedTuple):
    """What is said about a question, as literals: slot by slot, for each word in the order of `asked.words`.

    `differ`: two answers do not name the same words. `not_applicable`: that it does not apply, where it is believed.
    """

    asked: Asked
    said: Mapping[Slot, tuple[int, ...]]
    not_applicable: Mapping[Slot, int]
    differ: int


def anything(clauses: Clauses, asked: Asked) -> Heard:
    """Return what anybody may say, each word as a variable of its own."""
    words = () if asked.open else asked.words
    said = {slot: tuple(clauses.variable() for _ in words) for slot in asked.slots}
    ruled = {slot: clauses.variable() for slot in asked.slots if asked.can_be_ruled_out(slot)}
    chosen = [clauses.either(row[place] for row in said.values()) for place in range(len(words))]
    two_words = clauses.at_least(2, chosen)
    if not asked.several:
        return Heard(asked, said, ruled, two_words)
    # One answer may hold several words: sources differ when one that spoke left out what another said. Where all said
    # the same words they may have said them at once, or one by one.
    apart = [
        clauses.both((clauses.either(row), -row[place], chosen[place]))
        for row in said.values()
        for place in range(len(words))
    ]
    one_by_one = clauses.both((clauses.variable(), two_words))
    return Heard(asked, said, ruled, clauses.either((*apart, one_by_one)))


def nothing(clauses: Clauses, asked: Asked) -> Heard:
    """Return that nobody says anything."""
    silent = {slot: (clauses.FALSE,) * len(() if asked.open else asked.words) for slot in asked.slots}
    return Heard(asked, silent, {}, clauses.FALSE)


def besides(clauses: Clauses, heard: Heard, added: Mapping[Slot, Sequence[int]]) -> Heard:
    """Return what is said once one answer more is given: in one of the slots, these words."""
    places = range(len(heard.asked.words))
    before = [clauses.either(row[place] for row in heard.said.values()) for place in places]
    answer = [clauses.either(row[place] for row in added.values()) for place in places]
    other = clauses.either(clauses.unlike(one, new) for one, new in zip(before, answer, strict=True))
    said = {
        slot: tuple(clauses.either(pair) for pair in zip(row, added[slot], strict=True)) if slot in added else row
        for slot, row in heard.said.items()
    }
    differ = clauses.either((heard.differ, clauses.both((clauses.either(before), other))))
    return heard._replace(said=said, differ=differ)


def answers_in(clauses: Clauses, heard: Heard, on: date) -> tuple[Answer, ...]:
    """Return answers that make known what was found, dated so that they are as fresh as was meant."""
    asked = heard.asked
    found: list[Answer] = []
    split = asked.several and clauses.holds(heard.differ)
    spoken: dict[Slot, list[str]] = {}
    for slot, row in heard.said.items():
        if words := [word for word, literal in zip(asked.words, row, strict=False) if clauses.holds(literal)]:
            spoken[slot] = words
    split = split and len({tuple(words) for words in spoken.values()}) == 1
    for slot, words in spoken.items():
        answers: list[tuple[str, ...]] = [(word,) for word in words] if not asked.several else [tuple(words)]
        if split:
            answers, split = [*answers, tuple(words[:1])], False
        whose = asked.alike(slot)
        for number, values in enumerate(answers):
            # Different words by different people, where they are worth the same.
            by = whose[number] if number < len(whose) else slot
            found.append(Answer(by.source, Standing.ANSWERED, values, dated(by, on)))
    for slot, literal in heard.not_applicable.items():
        if clauses.holds(literal):
            found.append(Answer(slot.source, Standing.NOT_APPLICABLE, (), dated(slot, on)))
    return tuple(dict.fromkeys(found))


def dated(slot: Slot, on: date) -> date | None:
    """Return the date of an answer in this slot; none for one of the day itself."""
    return on - timedelta(days=slot.age) if slot.age else None


def sources_named(policies: Iterable[Policy]) -> dict[str, set[Source]]:
    """Return, by question, the sources whose own word a rule or an invariant asks about."""
    named: dict[str, set[Source]] = {}
    for policy in policies:
        kept = [invariant.if_holds for invariant in policy.invariants.values() if invariant.if_holds is not None]
        for condition in (*(rule.when for rule in policy.rules.values()), *kept):
            for leaf in leaves_of(condition):
                if isinstance(leaf, SaidBy):
                    named.setdefault(leaf.test.question, set()).add(leaf.source)
    return named
