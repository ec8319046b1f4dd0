"""Nobody can be worked out of a summary: every table is attacked with everything that an attacker could know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.batch.summary import Counts, FlagCount, MissingCount, StageCounts
from engine.batch.suppression import split, suppressed
from engine.model.policy import Effect
from engine.model.question import Stage
from engine.report.batch.summary_data import Cell, Shown, Split, StageShown, Summary

FEW = Cell(Shown.FEWER, 5)
KEPT_BACK = Cell(Shown.KEPT_BACK)


def exact(number: int) -> Cell:
    return Cell(Shown.EXACT, number)


def stage_of(
    outcomes: tuple[int, int, int],
    flags: dict[str, tuple[int, int]] | None = None,
    missing: dict[str, tuple[int, str]] | None = None,
    stage: Stage = Stage.START,
) -> StageCounts:
    """Return counts of one stage. Flags: raised and not known; a name that begins with c is that of a caution."""
    return StageCounts(
        stage,
        *outcomes,
        tuple(
            FlagCount(name, f"The flag {name}", Effect.CAUTION if name.startswith("c") else Effect.EXCLUDE, *numbers)
            for name, numbers in (flags or {}).items()
        ),
        tuple(
            MissingCount(name, f"the question {name}", number, frozenset(bears_on.split()))
            for name, (number, bears_on) in (missing or {}).items()
        ),
    )


def counts_of(*stages: StageCounts, unread: int = 0) -> Counts:
    rows = sum(stage.cases for stage in stages) + unread
    return Counts("p", "1", "sha256:0", "1", "2026-11-22", rows, unread, 0, stages)


def shown(*args: object, small: int = 5) -> StageShown:
    return suppressed(counts_of(stage_of(*args)), small).stages[0]  # type: ignore[arg-type]


# What a reader sees ---------------------------------------------------------------------------------------------


def test_large_groups_are_shown_as_they_are() -> None:
    found = shown((22, 30, 40), {"one": (10, 20), "two": (6, 25), "three": (7, 35), "c": (11, 40)})
    assert found.outcomes == Split(exact(22), exact(30), exact(52), exact(40))
    assert {one.id: one.cases.first for one in found.flags} == {
        "one": exact(10),
        "two": exact(6),
        "three": exact(7),
        "c": exact(11),
    }


def test_a_small_group_is_kept_back_with_the_one_it_could_be_worked_out_from() -> None:
    found = shown((3, 30, 40), {"c": (3, 20)})
    assert found.outcomes == Split(FEW, KEPT_BACK, exact(33), exact(40))
    assert found.flags[0].cases == Split(FEW, KEPT_BACK, exact(23), exact(50))


def test_nobody_and_four_people_look_the_same() -> None:
    assert split(0, 30, 40, 5)[0] == split(4, 26, 40, 5)[0] == FEW
    assert split(0, 0, 70, 5) == split(1, 3, 66, 5) == split(4, 0, 66, 5)


def test_everybody_and_all_but_four_look_the_same() -> None:
    assert split(70, 0, 0, 5) == split(66, 2, 2, 5) == split(66, 4, 0, 5)


def test_nothing_is_told_of_a_stage_with_few_cases_but_how_many_they_are() -> None:
    assert shown((5, 0, 4)) == StageShown(Stage.START, exact(9))
    assert shown((2, 1, 1)) == StageShown(Stage.START, FEW)


def test_the_whole_does_not_give_away_a_small_stage() -> None:
    large, small = stage_of((10, 20, 30)), stage_of((1, 1, 1), stage=Stage.END)
    found = suppressed(counts_of(large, small, unread=7))
    assert (found.rows, found.unread, found.refused) == (KEPT_BACK, KEPT_BACK, KEPT_BACK)
    assert suppressed(counts_of(large, unread=7)).rows == exact(67)


def test_a_question_does_not_give_away_the_flag_that_it_decides() -> None:
    flags = {"a": (3, 20), "b": (10, 30), "d": (12, 15)}
    found = shown((20, 30, 40), flags, {"qa": (20, "a"), "qb": (28, "b"), "qc": (28, "b a"), "qd": (2, "d")})
    cells = {one.id: one.cases for one in found.missing}
    assert cells == {"qa": KEPT_BACK, "qb": exact(28), "qc": KEPT_BACK, "qd": FEW}
    against_few = shown((3, 47, 40), {"b": (3, 30), "c": (10, 30), "d": (0, 9)}, {"qc": (28, "c")})
    assert against_few.missing[0].cases == KEPT_BACK


def test_a_flag_does_not_give_away_another_one_by_the_outcome() -> None:
    # Ten of twelve that are against are so for the first flag: two at least would be so for the second.
    found = shown((12, 30, 40), {"one": (10, 30), "two": (2, 20)})
    assert [one.cases.first for one in found.flags] == [KEPT_BACK, KEPT_BACK]


def test_nobody_learns_how_few_are_against_on_other_grounds_than_one_flag() -> None:
    # Fifteen less twelve with the first flag are three: they must not be there to be subtracted.
    others = {"two": (1, 13), "three": (2, 14), "four": (3, 15), "c": (7, 30)}
    found = shown((15, 43, 42), {"one": (12, 40), **others})
    assert {one.id: one.cases.first for one in found.flags} == dict.fromkeys(
        ["one", "two", "three", "four"], KEPT_BACK
    ) | {"c": exact(7)}
    apart = {one.id: one.cases.first for one in shown((15, 43, 42), {"one": (10, 40), **others}).flags}
    assert apart["one"] == exact(10)
    # Fifty-eight who are against or may be, less fifty-six in whom the flag is raised or not known: two again.
    late = [one.cases for one in shown((15, 43, 42), {"one": (10, 46), **others}).flags if one.effect is Effect.EXCLUDE]
    assert late == [Split(KEPT_BACK, KEPT_BACK, KEPT_BACK, KEPT_BACK)] * 4


def test_the_order_of_rows_follows_from_what_is_shown() -> None:
    few = {f"f{number}": (0, number % 5) for number in (0, 4, 2, 3, 1)}
    found = shown((20, 30, 40), {"large": (12, 30), "b": (15, 9), "e": (9, 35), **few})
    assert [one.id for one in found.flags] == ["e", "large", "b", "f0", "f1", "f2", "f3", "f4"]


def test_a_reflection_has_no_outcomes() -> None:
    assert suppressed(counts_of(stage_of((0, 0, 40), stage=Stage.STRUCTURAL))).stages[0].outcomes is None


def test_less_than_three_would_protect_nobody() -> None:
    for small in (0, 1, 2, -5):
        with pytest.raises(ValueError, match="protect nobody"):
            suppressed(counts_of(stage_of((1, 2, 3))), small)


# What an attacker can work out ----------------------------------------------------------------------------------


def aggregates(first: int, second: int, rest: int) -> dict[str, int]:
    """Return every number of people that three groups tell of."""
    return {
        "first": first,
        "second": second,
        "rest": rest,
        "first or second": first + second,
        "first or rest": first + rest,
        "second or rest": second + rest,
    }


@pytest.mark.parametrize(("small", "most"), [(3, 18), (5, 34)])
def test_whoever_knows_how_it_works_cannot_tell_one_small_number_from_another(small: int, most: int) -> None:
    for cases in range(most):
        possible: dict[Split, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        for first in range(cases + 1):
            for second in range(cases + 1 - first):
                rest = cases - first - second
                for name, number in aggregates(first, second, rest).items():
                    possible[split(first, second, rest, small)][name].add(number)
        for display, numbers in possible.items():
            for name, values in numbers.items():
                assert min(values) >= small or values >= set(range(min(small, cases + 1))), (cases, display, name)


def populations(cases: int, kinds: int) -> Iterator[tuple[int, ...]]:
    """Yield every way in which so many people can be of so many kinds, as how many there are of each."""
    for chosen in combinations_with_replacement(range(kinds), cases):
        yield tuple(chosen.count(kind) for kind in range(kinds))


def tables_of(kinds: list[tuple[str, ...]], people: tuple[int, ...], cautions: int) -> tuple[StageCounts, list[int]]:
    """Return the counts of a population, and every number of people in it that has to be protected.

    A kind says how each flag stands: true, unknown (?), false. Each flag has one question that decides it alone, and
    one question bears on all of them.
    """
    numbers: list[int] = []
    of = {
        number: {
            truth: sum(n for kind, n in zip(kinds, people, strict=True) if kind[number] == truth) for truth in "t?f"
        }
        for number in range(len(kinds[0]))
    }
    excluding = range(len(kinds[0]) - cautions)
    against = sum(n for kind, n in zip(kinds, people, strict=True) if any(kind[i] == "t" for i in excluding))
    clear = sum(n for kind, n in zip(kinds, people, strict=True) if all(kind[i] == "f" for i in excluding))
    outcomes = (against, sum(people) - against - clear, clear)
    numbers += aggregates(*outcomes).values()
    for each in of.values():
        numbers += aggregates(each["t"], each["?"], each["f"]).values()
    names = {number: f"{'f' if number in excluding else 'c'}{number}" for number in of}
    flags = {names[number]: (each["t"], each["?"]) for number, each in of.items()}
    missing = {f"q{number}": (each["?"], names[number]) for number, each in of.items()}
    missing["all"] = (
        sum(n for kind, n in zip(kinds, people, strict=True) if "?" in kind),
        " ".join(names.values()),
    )
    return stage_of(outcomes, flags, missing), numbers


@pytest.mark.parametrize(
    ("cases", "cautions", "kinds"),
    [
        (11, 0, ("t", "?", "f")),
        (14, 0, ("t", "?", "f")),
        (8, 0, tuple("".join(kind) for kind in product("t?f", repeat=2))),
        (9, 1, tuple("".join(kind) for kind in product("t?f", repeat=2))),
    ],
)
def test_whoever_knows_the_policy_too_cannot_tell_how_small_a_small_group_is(
    cases: int, cautions: int, kinds: tuple[str, ...]
) -> None:
    small = 3
    each = [tuple(kind) for kind in kinds]
    possible: dict[StageShown, list[set[int]]] = {}
    for people in populations(cases, len(each)):
        counts, numbers = tables_of(each, people, cautions)
        display = suppressed(counts_of(counts), small).stages[0]
        seen = possible.setdefault(display, [set() for _ in numbers])
        for values, number in zip(seen, numbers, strict=True):
            values.add(number)
    assert len(possible) > 1
    for display, seen in possible.items():
        for values in seen:
            assert min(values) >= small or len(values) >= small, (display, values)


# With any numbers ------------------------------------------------------------------------------------------------

number = st.integers(0, 40)


@st.composite
def stages(draw: st.DrawFn) -> StageCounts:
    """Return counts as they can come about: people, each with a truth for every flag."""
    many = draw(st.integers(1, 5))
    cautions = draw(st.integers(0, many))
    kinds = [tuple(kind) for kind in product("t?f", repeat=many)]
    chosen = draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=6, unique=True))
    people = tuple(draw(st.lists(number, min_size=len(chosen), max_size=len(chosen))))
    return tables_of(chosen, people, cautions)[0]


def cells_of(summary: Summary) -> Iterator[Cell]:
    yield from (summary.rows, summary.unread, summary.refused)
    for stage in summary.stages:
        yield stage.cases
        yield from stage.outcomes or ()
        yield from (cell for flag in stage.flags for cell in flag.cases)
        yield from (one.cases for one in stage.missing)


@given(stages(), st.integers(3, 12), number)
def test_no_count_below_the_limit_is_ever_shown(counts: StageCounts, small: int, unread: int) -> None:
    summary = suppressed(counts_of(counts, unread=unread), small)
    of_people = list(cells_of(summary))[3:]
    assert all(not cell.exact or (cell.number or 0) >= small for cell in of_people)


@given(stages(), st.integers(3, 12))
def test_nothing_that_is_shown_is_wrong(counts: StageCounts, small: int) -> None:
    found = suppressed(counts_of(counts), small).stages[0]
    true = {one.flag: (one.true, one.unknown) for one in counts.flags}
    asked = {one.question: one.cases for one in counts.missing}

    def within(cell: Cell, number: int) -> bool:
        least, most = cell.within(counts.cases)
        return least <= number <= most

    def all_within(cells: Split, first: int, second: int) -> bool:
        numbers = (first, second, first + second, counts.cases - first - second)
        return all(map(within, cells, numbers))

    assert within(found.cases, counts.cases)
    assert found.outcomes is None or all_within(found.outcomes, counts.against, counts.undetermined)
    assert all(all_within(flag.cases, *true[flag.id]) for flag in found.flags)
    assert all(within(one.cases, asked[one.id]) for one in found.missing)


@given(stages(), st.integers(3, 12))
def test_where_a_rest_is_small_the_two_limits_keep_it_from_being_the_difference(
    counts: StageCounts, small: int
) -> None:
    """INVARIANT (small-groups): all but fewer than twice the limit less one, where two small numbers meet."""
    first, second, either, rest = split(counts.against, counts.undetermined, counts.conditional, small)
    if rest.how is Shown.FEWER and first.how is Shown.FEWER:
        assert (second.how, second.number, either.number) == (Shown.ALL_BUT, 2 * small - 1, small)


def test_a_question_to_be_found_out_in_all_but_a_few_tells_no_more_than_its_flag() -> None:
    """INVARIANT (small-groups): its count is the one of the flag, which is told up to nine."""
    found = shown((1, 67, 2), {"one": (1, 66)}, {"q": (66, "one"), "r": (60, "one")})
    cells = {one.id: one.cases for one in found.missing}
    assert cells == {"q": Cell(Shown.ALL_BUT, 9), "r": KEPT_BACK}


@given(stages(), st.integers(3, 12))
def test_rows_lie_by_what_is_shown_of_them_and_then_by_name(counts: StageCounts, small: int) -> None:
    """INVARIANT (small-groups): the order is one that whoever sees the page can make, and the largest come first."""
    found = suppressed(counts_of(counts), small).stages[0]
    for cells in (
        [(one.cases.either, one.id) for one in found.flags],
        [(one.cases, one.id) for one in found.missing],
    ):
        keys = [(cell.how is Shown.KEPT_BACK, -cell.within(counts.cases)[0], name) for cell, name in cells]
        assert keys == sorted(keys)


@given(stages(), st.integers(3, 12))
def test_no_flag_is_shown_that_leaves_a_small_number_over_of_an_outcome(counts: StageCounts, small: int) -> None:
    """INVARIANT (small-groups): cases that are against, or may be, on other grounds than this flag are a group too."""
    found = suppressed(counts_of(counts), small).stages[0]
    flags = [one for one in found.flags if one.effect is Effect.EXCLUDE]
    if found.outcomes is None or len(flags) < 2:
        return
    for flag in flags:
        for whole, part in ((found.outcomes.first, flag.cases.first), (found.outcomes.either, flag.cases.either)):
            (least, most), (fewest, largest) = whole.within(counts.cases), part.within(counts.cases)
            low, high = max(least - largest, 0), most - fewest
            assert low >= small or high - low + 1 >= small


def determined(equations: list[tuple[dict[str, int], int]], unknowns: list[str]) -> dict[str, Fraction]:
    """Return every unknown that linear equations leave one value for, by Gauss and Jordan."""
    rows = [[Fraction(left.get(name, 0)) for name in unknowns] + [Fraction(right)] for left, right in equations]
    done = 0
    for column in range(len(unknowns)):
        pivot = next((row for row in range(done, len(rows)) if rows[row][column]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        rows[done] = [value / rows[done][column] for value in rows[done]]
        for row in range(len(rows)):
            if row != done and rows[row][column]:
                factor = rows[row][column]
                rows[row] = [value - factor * of for value, of in zip(rows[row], rows[done], strict=True)]
        done += 1
    alone = ([place for place, value in enumerate(row[:-1]) if value] for row in rows[:done])
    return {unknowns[places[0]]: row[-1] for places, row in zip(alone, rows, strict=False) if len(places) == 1}


@given(st.lists(stages(), min_size=1, max_size=3), st.integers(3, 12), number)
def test_the_equations_that_hold_between_all_tables_and_totals_give_no_small_count_back(
    several: list[StageCounts], small: int, unread: int
) -> None:
    every = [counts._replace(stage=stage) for counts, stage in zip(several, Stage, strict=False)]
    counts = counts_of(*every, unread=unread)
    summary = suppressed(counts, small)
    equations: list[tuple[dict[str, int], int]] = []
    true: dict[str, int] = {"unread": unread}
    tell(equations, "unread", summary.unread)
    total = {"unread": 1}
    for stage, found in zip(every, summary.stages, strict=True):
        size = f"{stage.stage} cases"
        true[size] = stage.cases
        total[size] = 1
        tell(equations, size, found.cases)
        groups = {"outcome": (stage.against, stage.undetermined)}
        groups |= {one.flag: (one.true, one.unknown) for one in stage.flags}
        shown_as = {one.id: one.cases for one in found.flags} | ({"outcome": found.outcomes} if found.outcomes else {})
        for group, (first, second) in groups.items():
            names = [f"{stage.stage} {group} {part}" for part in ("first", "second", "either", "rest")]
            true |= dict(zip(names, (first, second, first + second, stage.cases - first - second), strict=True))
            equations.append(({names[0]: 1, names[1]: 1, names[2]: -1}, 0))
            equations.append(({names[2]: 1, names[3]: 1, size: -1}, 0))
            for name, cell in zip(names, shown_as.get(group, ()), strict=False):
                tell(equations, name, cell)
        # One question decides each flag: it is to be found out wherever that is not known.
        for one in found.missing:
            if one.id != "all":
                tell(equations, f"{stage.stage} {next(iter(_flag_of(stage, one.id)))} second", one.cases)
    if summary.rows.exact:
        equations.append((total, counts.rows))
    back = determined(equations, sorted(true))
    assert all(true[name] == value for name, value in back.items())
    assert not {name for name in back if true[name] < small and name != "unread"}


def tell(equations: list[tuple[dict[str, int], int]], name: str, cell: Cell) -> None:
    if cell.exact and cell.number is not None:
        equations.append(({name: 1}, cell.number))


def _flag_of(stage: StageCounts, question: str) -> frozenset[str]:
    return next(one.bears_on for one in stage.missing if one.question == question)
