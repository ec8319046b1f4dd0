"""Lines that Polars cuts are cut as they stand, at each separator and nowhere else."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from engine.columns.slots import ERROR, ROW
from engine.columns.tables.stored import Block, Plain, text

CELLS = st.one_of(
    st.sampled_from(
        [
            "",
            "no",
            " no",
            "no ",
            "NA",
            "null",
            "None",
            "nan",
            "0",
            "007",
            "1e3",
            "true",
            "#",
            "//",
            "\\",
            "\\n",
            "'",
            "-",
        ]
    ),
    st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters='",;'), max_size=5),
    st.sampled_from(["\u00e9", "e\u0301", "\U0001f600", "\u4e00", "a b", "=1+1", "2026-11-22"]),
)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8), st.sampled_from([",", ";", "\t"]))
@example([["#", "a", "b"], ["", "", "x"]], ",")
def test_each_cell_is_what_stands_between_two_separators(rows: list[list[str]], separator: str) -> None:
    lines = [separator.join(row) for row in rows]
    numbers = list(range(2, len(rows) + 2))
    block = Block([], [(), (), ()], [], Plain(numbers, lines, separator))
    frame = text(lambda: iter([block]), ["case", "b", "c"], held=True).rows.collect()
    assert frame[ROW].to_list() == numbers
    assert frame[ERROR].null_count() == len(rows)
    assert [[cell or "" for cell in row] for row in frame.select("case", "b", "c").rows()] == rows


@given(st.lists(st.integers(0, 1), min_size=1, max_size=12))
def test_rows_that_were_read_in_two_ways_stand_in_their_order(ways: list[int]) -> None:
    ours = [row for row, way in enumerate(ways) if way]
    plain = [row for row, way in enumerate(ways) if not way]
    cells = [[f"K-{row}" for row in ours], ["x"] * len(ours)]
    block = Block(ours, cells, [None] * len(ours), Plain(plain, [f"K-{row},x" for row in plain], ","))
    for held in (True, False):
        frame = text(lambda: iter([block, block]), ["case", "b"], held=held).rows.collect()
        assert frame["case"].to_list() == [f"K-{row}" for row in range(len(ways))] * 2
        assert set(frame["b"]) == {"x"}
