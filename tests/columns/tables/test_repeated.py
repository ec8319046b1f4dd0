"""References that stand in several rows are found, whichever way the column is gone through."""

from __future__ import annotations

from collections import Counter
from random import Random

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.columns.tables import repeated as module
from engine.columns.tables.repeated import TooMany, repeated


@settings(max_examples=50)
@given(st.lists(st.one_of(st.none(), st.text(max_size=2)), max_size=40), st.integers(1, 5))
def test_exactly_the_texts_that_stand_more_than_once_are_found(texts: list[str | None], passes: int) -> None:
    frame = pl.LazyFrame({"case": pl.Series(texts, dtype=pl.String)})
    found = repeated(frame, len(texts), passes=passes)
    assert found == {text for text, count in Counter(texts).items() if text and count > 1}


def test_a_stored_category_is_compared_as_the_text_it_is() -> None:
    frame = pl.LazyFrame({"case": pl.Series(["K-1", "K-2", "K-1"], dtype=pl.Categorical)})
    assert repeated(frame, 3) == {"K-1"}


def test_equal_hashes_of_different_texts_are_no_repetition(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = Random(3)
    texts = [f"K-{rng.randrange(10**9)}" for _ in range(1_000)]
    monkeypatch.setattr(pl.Expr, "hash", lambda self, _: self.str.len_chars().cast(pl.UInt64))
    assert repeated(pl.LazyFrame({"case": [*texts, texts[0]]}), 1_001, passes=2) == {texts[0]}


def test_a_table_in_which_everything_is_repeated_is_refused_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 10)
    frame = pl.LazyFrame({"case": [f"K-{number % 11}" for number in range(22)]})
    with pytest.raises(TooMany):
        repeated(frame, 22, passes=3)
