"""What was probably meant, and circles in graphs of ids."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.loading.cycles import cycles_in
from engine.loading.spelling import distance, listed, nearest

WORDS = ["private-space", "people-nearby", "lives-with-partner", "no", "yes"]
WORD = st.text("abc-", max_size=8)


def test_a_misspelt_word_is_recognised() -> None:
    for misspelt in ("private-spase", "privat-space", "private_space", "Private Space", "pirvate-space"):
        assert nearest(misspelt, WORDS) == "private-space"


def test_the_one_word_that_holds_a_part_is_recognised() -> None:
    assert nearest("nearby", WORDS) == "people-nearby"
    assert nearest("nearby", WORDS, parts=False) is None


def test_what_resembles_nothing_is_left_alone() -> None:
    for word in ("", "x", "weapons", "x" * 1000):
        assert nearest(word, WORDS) is None


def test_a_long_list_says_how_many_more_there_are() -> None:
    assert listed(["a", "b", "c"], 2) == "`a`, `b` and 1 more"


@given(WORD, WORD)
def test_distance_is_symmetric_and_nought_only_for_the_same_word(one: str, other: str) -> None:
    assert distance(one, other, 9) == distance(other, one, 9)
    assert (distance(one, other, 9) == 0) == (one == other)


@given(WORD, WORD, st.integers(0, 4))
def test_distance_past_the_most_is_one_more(one: str, other: str, most: int) -> None:
    assert distance(one, other, most) == min(distance(one, other, 99), most + 1)


NODES = st.sampled_from("abcdefg")


@given(st.dictionaries(NODES, st.sets(NODES)))
def test_a_cycle_is_found_exactly_when_a_walk_returns(graph: dict[str, set[str]]) -> None:
    cycles = cycles_in(graph)
    for cycle in cycles:
        for node, following in zip(cycle, (*cycle[1:], cycle[0]), strict=True):
            assert following in graph[node]

    def reaches(start: str, end: str) -> bool:
        seen: set[str] = set()
        waiting = list(graph.get(start, ()))
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                waiting += graph.get(node, ())
        return end in seen

    assert bool(cycles) == any(reaches(node, node) for node in graph)


def test_a_long_chain_is_no_cycle_and_no_recursion() -> None:
    chain = {str(number): [str(number + 1)] for number in range(20_000)}
    assert cycles_in(chain) == []
    assert len(cycles_in(chain | {"20000": ["0"]})[0]) == 20_001
