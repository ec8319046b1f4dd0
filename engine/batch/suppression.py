"""Which counts may be told on, and how: a small group can give away the people in it.

Two thoughts. What is kept back is decided step by step, and each step looks only at what was already shown: so the
pattern of what is missing tells nothing new. And a count is kept back with everything it could be worked out from: what
the other groups leave over, the whole, the outcome that follows from flags, the flag that follows from a question, the
cases that a flag leaves over of an outcome.

INVARIANT (small-groups): within a table, whoever knows how this works cannot tell any number of cases below `small`
from any other, none included. Taking the tables together, as many values as `small` stay possible at least wherever a
count could be that low. Only the size of a stage is told apart from none: one without cases is not listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.batch.summary import Counts, FlagCount, MissingCount, StageCounts
from engine.model.policy import Effect
from engine.model.question import Stage
from engine.report.batch.summary_data import (
    KEPT_BACK,
    Cell,
    FlagShown,
    MissingShown,
    Shown,
    Split,
    StageShown,
    Summary,
)

SMALL = 5
"""Below so many cases a group is kept back, unless another number is wanted."""

LEAST_SMALL = 3
"""With less, one of two people could work out the other."""

_TOO_FEW_TO_HIDE_BEHIND = 2
"""Of two exclude flags and an outcome that is either of them, any two tell how many cases have both."""

_NOTHING = Split(KEPT_BACK, KEPT_BACK, KEPT_BACK, KEPT_BACK)


def suppressed(counts: Counts, small: int = SMALL) -> Summary:
    """Return what may be shown of the counts. Raises ValueError when `small` would protect nobody."""
    if small < LEAST_SMALL:
        raise ValueError("fewer than three protect nobody")
    stages = tuple(_stage(stage, small) for stage in counts.stages)
    # A stage whose size is kept back must not be what the whole leaves over.
    whole = all(stage.cases.exact for stage in stages)

    def beside(number: int) -> Cell:
        return Cell(Shown.EXACT, number) if whole else KEPT_BACK

    return Summary(
        policy=counts.policy,
        version=counts.version,
        fingerprint=counts.fingerprint,
        engine=counts.engine,
        screened_on=counts.screened_on,
        small=small,
        rows=beside(counts.rows),
        unread=beside(counts.unread),
        refused=beside(counts.refused),
        stages=stages,
    )


def _stage(counts: StageCounts, small: int) -> StageShown:
    if counts.cases < small:
        return StageShown(counts.stage, Cell(Shown.FEWER, small))
    cases = Cell(Shown.EXACT, counts.cases)
    if counts.cases < 2 * small:
        return StageShown(counts.stage, cases)
    outcomes = split(counts.against, counts.undetermined, counts.conditional, small)
    flags = _flags(outcomes, counts, small)
    plain = all(cell.exact for cell in outcomes)
    missing = tuple(_missing(one, flags, counts.cases, small, plain=plain) for one in counts.missing)
    shown = outcomes if counts.stage is not Stage.STRUCTURAL else None
    # In an order that follows from what is shown: one by the counts would tell what is kept back.
    return StageShown(
        counts.stage,
        cases,
        shown,
        tuple(sorted(flags, key=lambda one: (_rank(one.cases.either, counts.cases), one.id))),
        tuple(sorted(missing, key=lambda one: (_rank(one.cases, counts.cases), one.id))),
        broken_down=True,
    )


def _rank(cell: Cell, cases: int) -> tuple[int, int]:
    return (int(cell.how is Shown.KEPT_BACK), -cell.within(cases)[0])


def split(first: int, second: int, rest: int, small: int) -> Split:
    """Return three groups as they may be shown: first whether the rest is told from the other two, then these two.

    The two together are told apart only when no step before makes one of them guessable: see each case.
    """
    cases, either = first + second + rest, first + second
    if cases < 2 * small:
        return _NOTHING
    few, many = Cell(Shown.FEWER, small), Cell(Shown.ALL_BUT, small)
    if either < small:
        return Split(few, few, few, many)
    if rest < small:
        return Split(*_beside_a_small_rest(first, second, rest, small), many, few)
    both, others = Cell(Shown.EXACT, either), Cell(Shown.EXACT, rest)
    if either < 2 * small:
        return Split(KEPT_BACK, KEPT_BACK, both, others)
    if first < small:
        return Split(few, KEPT_BACK, both, others)
    if second < small:
        return Split(KEPT_BACK, few, both, others)
    return Split(Cell(Shown.EXACT, first), Cell(Shown.EXACT, second), both, others)


def _beside_a_small_rest(first: int, second: int, rest: int, small: int) -> tuple[Cell, Cell]:
    """Return the first two groups where the third is kept back: neither may leave over what that is."""
    twice = 2 * small - 1
    if first + second + rest < 3 * small - 2:
        return KEPT_BACK, KEPT_BACK
    if first < small:
        return Cell(Shown.FEWER, small), Cell(Shown.ALL_BUT, twice)
    if second + rest < twice:
        return Cell(Shown.ALL_BUT, twice), Cell(Shown.FEWER, twice)
    return Cell(Shown.EXACT, first), KEPT_BACK


# Flags against the outcome ---------------------------------------------------------------------------------------


def _flags(outcomes: Split, counts: StageCounts, small: int) -> tuple[FlagShown, ...]:
    """Return the flags with as much of each as does not give away another one, or the outcome."""
    shown = [split(one.true, one.unknown, counts.cases - one.true - one.unknown, small) for one in counts.flags]
    excluding = [number for number, one in enumerate(counts.flags) if one.effect is Effect.EXCLUDE]
    alone = len(excluding) == _TOO_FEW_TO_HIDE_BEHIND
    if alone or not _keeps(outcomes, [shown[number] for number in excluding], counts.cases, small):
        # All or nothing: to show half of it would tell what about the other half gave somebody away.
        shown = [one if number not in excluding else _NOTHING for number, one in enumerate(shown)]
    return tuple(map(_shown, counts.flags, shown))


def _shown(flag: FlagCount, cases: Split) -> FlagShown:
    return FlagShown(flag.flag, flag.title, flag.effect, cases)


class _Bounds:
    """What can be worked out of three groups: the least and the most of first, second, rest, and of the first two."""

    def __init__(self, shown: Split, cases: int) -> None:
        self.cases = cases
        self.first, self.second, self.either, self.rest = (list(cell.within(cases)) for cell in shown)

    def tighten(self) -> None:
        """Draw every conclusion from the groups making up the whole."""
        _sum(self.either, self.first, self.second)
        _sum([self.cases, self.cases], self.either, self.rest)

    def kept(self, small: int) -> bool:
        """Whether no group, and no two together, can be told more closely than that they are small."""
        less = [[self.cases - most, self.cases - least] for least, most in (self.first, self.second)]
        ranges = (self.first, self.second, self.either, self.rest, *less)
        return all(least >= small or most - least + 1 >= small for least, most in ranges)

    def possible(self) -> bool:
        """Whether there is any number left that each group can be."""
        return all(least <= most for least, most in (self.first, self.second, self.either, self.rest))

    def state(self) -> tuple[int, ...]:
        """Return all bounds, to see whether anything was concluded."""
        return (*self.first, *self.second, *self.either, *self.rest)


def _sum(whole: list[int], one: list[int], other: list[int]) -> None:
    """Tighten a whole and its two parts by each other."""
    _at_least(whole, one[0] + other[0])
    _at_most(whole, one[1] + other[1])
    for this, that in ((one, other), (other, one)):
        _at_least(this, whole[0] - that[1])
        _at_most(this, whole[1] - that[0])


def _at_least(bounds: list[int], number: int) -> None:
    bounds[0] = max(bounds[0], number)


def _at_most(bounds: list[int], number: int) -> None:
    bounds[1] = min(bounds[1], number)


def _keeps(outcomes: Split, flags: Sequence[Split], cases: int, small: int) -> bool:
    """Whether nothing small can be worked out from the outcomes and the exclude flags together.

    A case is against as soon as one exclude flag is raised, and conditional only when every one is known not to be: so
    each group of the outcome lies between the largest group of a flag and all of them together.
    """
    if not flags:
        return True
    outcome, each = _Bounds(outcomes, cases), [_Bounds(one, cases) for one in flags]
    everything = (outcome, *each)
    before: list[tuple[int, ...]] = []
    while before != (before := [one.state() for one in everything]):
        if not all(one.possible() for one in everything):
            raise ValueError("these counts cannot be those of any cases")
        for one in everything:
            one.tighten()
        _union(outcome.first, [one.first for one in each])
        _union(outcome.either, [one.either for one in each])
        _covered(outcome.second, [one.second for one in each])
    # With one flag the outcome is the flag, which the policy says.
    alone = len(each) == 1
    return all(one.kept(small) for one in everything) and (alone or all(_apart(outcome, one, small) for one in each))


def _apart(outcome: _Bounds, flag: _Bounds, small: int) -> bool:
    """Whether what an exclude flag leaves over of an outcome cannot be told more closely than that it is small.

    Whoever has the flag is against, so the rest of those against are so on other grounds alone; and the same holds of
    those in whom the flag is raised or not known, and those who are against or undetermined.
    """
    pairs = ((outcome.first, flag.first), (outcome.either, flag.either))
    left = [(max(whole[0] - part[1], 0), whole[1] - part[0]) for whole, part in pairs]
    return all(least >= small or most - least + 1 >= small for least, most in left)


def _union(whole: list[int], parts: Iterable[list[int]]) -> None:
    """Tighten a group and those that it is the union of."""
    parts = list(parts)
    _covered(whole, parts)
    for part in parts:
        _at_least(whole, part[0])
        _at_most(part, whole[1])


def _covered(whole: list[int], parts: Sequence[list[int]]) -> None:
    """Tighten a group and those that cover it."""
    most = sum(part[1] for part in parts)
    _at_most(whole, most)
    for part in parts:
        _at_least(part, whole[0] - (most - part[1]))


# Questions against flags -----------------------------------------------------------------------------------------


def _missing(
    question: MissingCount, flags: Iterable[FlagShown], cases: int, small: int, *, plain: bool
) -> MissingShown:
    """Return a question that had to be found out; `plain`: nothing of the outcome is kept back.

    Where one question decides a flag, its count is that of the cases in which the flag is not known, and where it
    decides several, that of the cases in which an outcome is: it may be shown only where those are, and no closer.
    """
    open_in = {one.cases.second for one in flags if one.id in question.bears_on}
    exact = plain and all(
        one.cases.first.exact and one.cases.second.exact for one in flags if one.id in question.bears_on
    )
    shown = KEPT_BACK
    if exact:
        shown = _of(question.cases, cases, small)
    elif len(open_in) == 1:
        (cell,) = open_in
        alike = cell.how is Shown.ALL_BUT and cases - question.cases < (cell.number or 0)
        shown = cell if alike else KEPT_BACK
    return MissingShown(question.question, question.subject, shown)


def _of(number: int, cases: int, small: int) -> Cell:
    if number < small:
        return Cell(Shown.FEWER, small)
    if cases - number < small:
        return Cell(Shown.ALL_BUT, small)
    return Cell(Shown.EXACT, number)
