"""Two cases that differ in the answers to one question: what is heard in each, and how one becomes the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import NamedTuple

from engine.model.answer import Answer, Standing
from engine.proof.claims import Step
from engine.proof.clauses import Clauses
from engine.proof.evidence import Heard, Key, Slot, answers_in, besides, dated, nothing
from engine.proof.sheets import Sheets


class Two(NamedTuple):
    """What is heard before and after, when that is possible, and the answers that came and went.

    Both build on what the sheets themselves say: `first` are the answers added to them in the first case. `steps` reads
    the way to the second from what was found.
    """

    before: Heard
    after: Heard
    when: int
    first: Callable[[], tuple[Answer, ...]]
    steps: Callable[[], tuple[Step, ...]]


def reassurance_taken_away(sheets: Sheets, key: Key) -> Two:
    """Take back somebody's least concerning answer."""
    heard = sheets.heard(key)
    answer = _Answer(sheets, key)
    least = _word(sheets.clauses, heard, 0)
    return Two(
        besides(sheets.clauses, heard, answer.saying(least)),
        heard,
        answer.by_one,
        lambda: answer.read(least),
        lambda: (Step(key, answer.read(least), ()),),
    )


def left_unanswered(sheets: Sheets, key: Key) -> Two:
    """Take back every answer to the question at once."""
    heard = sheets.heard(key)
    silent = nothing(sheets.clauses, heard.asked)
    return Two(heard, silent, sheets.clauses.TRUE, tuple, lambda: (Step(key, None, ()),))


def most_concerning_added(sheets: Sheets, key: Key) -> Two:
    """Add the most concerning answer, from anybody, to what was said."""
    heard = sheets.heard(key)
    answer = _Answer(sheets, key)
    worst = _word(sheets.clauses, heard, len(heard.asked.words) - 1)
    return Two(
        heard,
        besides(sheets.clauses, heard, answer.saying(worst)),
        answer.by_one,
        tuple,
        lambda: (Step(key, (), answer.read(worst)),),
    )


def more_concerning(sheets: Sheets, key: Key) -> Two:
    """Exchange one word of somebody's answer for a more concerning one."""
    clauses, heard = sheets.clauses, sheets.heard(key)
    answer = _Answer(sheets, key)
    places = range(len(heard.asked.words))
    old = [clauses.variable() for _ in places]
    new = [clauses.variable() for _ in places]
    rises = clauses.either(clauses.both((old[low], new[high])) for high in places for low in range(high))
    held = [clauses.either((x, clauses.variable())) for x in old] if heard.asked.several else old
    then = [clauses.either((clauses.both((held[p], -old[p])), new[p])) for p in places]
    return Two(
        besides(clauses, heard, answer.saying(held)),
        besides(clauses, heard, answer.saying(then)),
        clauses.both((answer.by_one, _exactly_one(clauses, old), _exactly_one(clauses, new), rises)),
        lambda: answer.read(held),
        lambda: (Step(key, answer.read(held), answer.read(then, like=held)),),
    )


class _Answer:
    """One answer by one of those who may speak."""

    def __init__(self, sheets: Sheets, key: Key) -> None:
        self._sheets = sheets
        self._key = key
        self._clauses = sheets.clauses
        self._on = sheets.on
        self._by: dict[Slot, int] = {slot: sheets.clauses.variable() for slot in sheets.asked(key).slots}
        self.by_one = _exactly_one(sheets.clauses, list(self._by.values()))

    def saying(self, words: Sequence[int]) -> dict[Slot, tuple[int, ...]]:
        """Return what is said in each slot."""
        both = self._clauses.both
        return {slot: tuple(both((by, word)) for word in words) for slot, by in self._by.items()}

    def read(self, words: Sequence[int], like: Sequence[int] | None = None) -> tuple[Answer, ...]:
        """Return the answer as it stands in what was found, dated as the one with the words `like` is.

        Where its source says just this already, it is said again with another date that is worth the same.
        """
        slot = next(slot for slot, by in self._by.items() if self._clauses.holds(by))
        on = dated(slot, self._on)
        already = answers_in(self._clauses, self._sheets.heard(self._key), self._on)
        if Answer(slot.source, Standing.ANSWERED, self._said(like or words), on) in already:
            on = self._on if on is None else on - timedelta(days=1)
        return (Answer(slot.source, Standing.ANSWERED, self._said(words), on),)

    def _said(self, words: Sequence[int]) -> tuple[str, ...]:
        asked = self._sheets.asked(self._key)
        return tuple(word for word, x in zip(asked.words, words, strict=True) if self._clauses.holds(x))


def _word(clauses: Clauses, heard: Heard, wanted: int) -> list[int]:
    return [clauses.TRUE if place == wanted else clauses.FALSE for place in range(len(heard.asked.words))]


def _exactly_one(clauses: Clauses, literals: list[int]) -> int:
    return clauses.both((clauses.either(literals), -clauses.at_least(2, literals)))
