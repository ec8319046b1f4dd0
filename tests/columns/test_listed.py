"""The texts of a row: joined from tables as one would join them by hand, and harmless wherever they are read."""

from __future__ import annotations

import json
import unicodedata

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.columns.joining import Piece, joined, when, when_unknown
from engine.columns.lines import _quoted
from engine.columns.listed import bits, chosen, printable
from engine.columns.writing import defused

TRUTHS = st.sampled_from([True, False, None])
FORMULA = set("=+-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b")
"""How a formula may begin, in small and in wide forms too."""


@settings(max_examples=60, deadline=None)
@given(data=st.data(), width=st.integers(0, 24), height=st.integers(1, 5))
def test_texts_are_joined_as_by_hand(data: st.DataObject, width: int, height: int) -> None:
    """Whatever goes into one table, and however many of them it takes."""
    rows = data.draw(st.lists(st.lists(TRUTHS, min_size=width, max_size=width), min_size=height, max_size=height))
    kinds = data.draw(st.lists(st.sampled_from(["true", "unknown", "text"]), min_size=width, max_size=width))
    frame = pl.DataFrame(
        {f"c{at}": pl.Series([row[at] for row in rows], dtype=pl.Boolean) for at in range(width)}
        | {"row": list(range(height))}
    )

    def piece(at: int) -> Piece | pl.Expr:
        truth = pl.col(f"c{at}")
        match kinds[at]:
            case "true":
                return when(truth, f"t{at}")
            case "unknown":
                return when_unknown(truth, f"t{at}")
            case _:
                return pl.when(truth).then(pl.lit(f"t{at}")).otherwise(None)

    came = frame.select(pl.col("row"), joined([piece(at) for at in range(width)], "; ").alias("text"))["text"].to_list()
    wanted = {"true": True, "unknown": None, "text": True}
    assert came == ["; ".join(f"t{at}" for at in range(width) if row[at] is wanted[kinds[at]]) for row in rows]


def test_bits_are_read_back_as_the_ids_they_stand_for() -> None:
    frame = pl.DataFrame({"a": [True, None, False], "b": [True, True, None]})
    numbers = frame.select(bits([pl.col("a"), pl.col("b")]).alias("n"))["n"].to_list()
    assert [chosen(number, ["a", "b"]) for number in numbers] == [["a", "b"], ["b"], []]


def risky(text: str) -> bool:
    """Whether a spreadsheet could take a text for a formula: also behind blanks, quotes and what cannot be seen."""
    for sign in text:
        if sign in FORMULA or sign in "\t\r\n":
            return True
        if sign not in "\"'`" and not sign.isspace() and unicodedata.category(sign)[0] not in {"Z", "C"}:
            return False
    return False


@settings(max_examples=200, deadline=None)
@given(text=st.text(st.one_of(st.sampled_from([*FORMULA, " ", "\t", "\r", '"', "'", "\u200b", "\xa0", "a"]))))
def test_no_text_that_a_spreadsheet_could_take_for_a_formula_is_left_as_it_is(text: str) -> None:
    """INVARIANT (no formula)."""
    came = pl.select(defused(pl.lit(text))).item()
    assert came == (f"'{text}" if risky(text) else text)


@settings(max_examples=200, deadline=None)
@given(text=st.text())
def test_what_is_printed_neither_steers_a_terminal_nor_breaks_a_line(text: str) -> None:
    came = pl.select(printable(pl.lit(text))).item()
    assert len(came) == len(text)
    assert not any(unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp"} for sign in came)
    assert json.loads(pl.select(_quoted(pl.lit(came))).item()) == came
