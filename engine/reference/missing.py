"""What is missing: the smallest sets of questions that would let a recommendation be made.

A set is listed when, each of its questions being answered at the least concerning answer still possible and
corroborated, no exclude flag is unknown any more. A concerning answer to one of them may settle the case sooner, and
towards caution.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.model.answer import Source
from engine.model.condition import (
    AllOf,
    AnswerIs,
    AnyOf,
    AtLeast,
    CalledFor,
    FlagIs,
    IsUnknown,
    Not,
    ProgrammeLacks,
    SaidBy,
    SourcesDiffer,
)
from engine.model.policy import Rule
from engine.model.question import Question
from engine.model.recommendation import NOT_APPLICABLE, Known, Tree
from engine.model.truth import FALSE, TRUE, UNKNOWN, Truth
from engine.reference.judge import Judgement
from engine.reference.known import may_settle, test_answer

Sets = tuple[frozenset[str], ...]

AS_IT_STANDS: Sets = (frozenset(),)
IMPOSSIBLE: Sets = ()
LISTED = 8
"""How many sets are listed; a person reads two or three."""
KEPT = 64
"""How many are followed while searching. Past either limit the report says that there are more."""


def smallest_sets(judgement: Judgement) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """Return the smallest settling sets of an undetermined case (smallest first, then by id); true: some were cut."""
    search = _Search(judgement)
    sets = AS_IT_STANDS
    for flag_id in judgement.policy.excluding(judgement.stage):
        if judgement.flag(flag_id) is not FALSE:
            sets = search.both(sets, search.flag(flag_id, FALSE))
    listed = tuple(tuple(sorted(found)) for found in sets[:LISTED])
    return listed, search.cut or len(sets) > LISTED


class _Search:
    """Finds the ways to bring a condition to a truth by finding something out, as sets of question ids."""

    def __init__(self, judgement: Judgement) -> None:
        self.judgement = judgement
        self.cut = False

    def flag(self, flag_id: str, target: Truth) -> Sets:
        return self.rules(self.judgement.policy.raisers(self.judgement.stage).get(flag_id, ()), target)

    def rules(self, rules: Sequence[Rule], target: Truth) -> Sets:
        """Find the ways for any one rule to be true, or for all of them to be false."""
        ways = [self.ways(self.judgement.rule(rule), target) for rule in rules]
        return self.all(ways) if target is FALSE else self.any(ways)

    def ways(self, tree: Tree, target: Truth) -> Sets:
        if tree.truth is target:
            return AS_IT_STANDS
        children = tree.children
        match tree.condition:
            case AllOf():
                ways = [self.ways(child, target) for child in children]
                return self.all(ways) if target is TRUE else self.any(ways)
            case AnyOf():
                ways = [self.ways(child, target) for child in children]
                return self.any(ways) if target is TRUE else self.all(ways)
            case AtLeast(number, _):
                needed = number if target is TRUE else len(children) - number + 1
                ways = [self.ways(child, target) for child in children]
                return self.some(needed, ways)
            case Not():
                return self.ways(children[0], FALSE if target is TRUE else TRUE)
            case FlagIs(flag):
                return self.flag(flag, target)
            case CalledFor(safeguard):
                if safeguard in self.judgement.policy.base_at(self.judgement.stage):
                    return IMPOSSIBLE  # called for in every online case, so never false
                callers = self.judgement.policy.callers(self.judgement.stage).get(safeguard, ())
                return self.rules(callers, target)
            case AnswerIs(_, wanted):
                return self.answer(tree, wanted, target)
            case SaidBy(source, AnswerIs(_, wanted)):
                return self.answer(tree, wanted, target, source)
            case ProgrammeLacks(question):
                return self.answer(tree, (self.judgement.policy.questions[question].worst,), target, Source.PROGRAMME)
            case IsUnknown():
                return self.known_at_all(_known(tree).question) if target is FALSE else IMPOSSIBLE
            case SourcesDiffer():
                return IMPOSSIBLE

    def answer(self, tree: Tree, wanted: tuple[str, ...], target: Truth, source: Source | None = None) -> Sets:
        """Find the ways for an unknown test: the question is answered, or turns out not to apply."""
        if tree.truth is not UNKNOWN:
            return IMPOSSIBLE
        known = _known(tree)
        question = self.judgement.policy.questions[known.question]
        ways: list[Sets] = []
        heard = source is None or may_settle(question, source)
        if heard and test_answer(wanted, _settled(known, _least(known)), several=question.several) is target:
            ways.append((frozenset({question.id}),))
        if test_answer(wanted, _not_put(known), several=question.several) is target:
            ways.append(self.not_put(question))
        return self.any(ways)

    def known_at_all(self, question_id: str) -> Sets:
        return self.any(((frozenset({question_id}),), self.not_put(self.judgement.policy.questions[question_id])))

    def not_put(self, question: Question) -> Sets:
        """Find the ways for a question to turn out not to apply, by what governs it."""
        if question.only_if is None:
            return IMPOSSIBLE
        return self.ways(self.judgement.tree(question.only_if), FALSE)

    def any(self, ways: Iterable[Sets]) -> Sets:
        return self.minimal(found for sets in ways for found in sets)

    def all(self, ways: Iterable[Sets]) -> Sets:
        sets = AS_IT_STANDS
        for way in ways:
            sets = self.both(sets, way)
        return sets

    def some(self, number: int, ways: Iterable[Sets]) -> Sets:
        """Find the ways for `number` of these to come about."""
        reached = [AS_IT_STANDS, *[IMPOSSIBLE] * number]
        for way in ways:
            for count in range(number, 0, -1):
                reached[count] = self.any((reached[count], self.both(reached[count - 1], way)))
        return reached[number]

    def both(self, left: Sets, right: Sets) -> Sets:
        if left == AS_IT_STANDS:
            return right
        if right == AS_IT_STANDS:
            return left
        return self.minimal(one | other for one in left for other in right)

    def minimal(self, sets: Iterable[frozenset[str]]) -> Sets:
        different = set(sets)
        if len(different) <= 1:
            return tuple(different)
        kept: list[frozenset[str]] = []
        for found in sorted(different, key=lambda s: (len(s), sorted(s))):
            if not any(smaller <= found for smaller in kept):
                kept.append(found)
        self.cut = self.cut or len(kept) > KEPT
        return tuple(kept[:KEPT])


def _least(known: Known) -> tuple[str, ...]:
    """Return what has been said for certain, or the least concerning answer still possible."""
    return known.chosen or next((word,) for word in known.possible if word != NOT_APPLICABLE)


def _settled(known: Known, words: tuple[str, ...]) -> Known:
    return Known(known.question, words, words, settled=True, differ=False, doubts=(), answers=known.answers)


def _not_put(known: Known) -> Known:
    """Return what would be known if the question did not apply: what was said, if anything was, still counts."""
    if known.chosen:
        return _settled(known, known.chosen)
    return Known(known.question, (NOT_APPLICABLE,), (), settled=True, differ=False, doubts=(), answers=())


def _known(tree: Tree) -> Known:
    if tree.known is None:
        raise TypeError("a leaf that reads answers carries what is known")
    return tree.known
