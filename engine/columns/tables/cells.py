"""One column of a table to one column of a sheet: what its cells become, and what is wrong with those that do not.

INVARIANT (no-silence): a cell that is not empty either becomes exactly the word it holds, or is a fault of its row.
Nothing is trimmed, folded or guessed; words are compared as words and never as the numbers behind them.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import polars as pl

from engine.columns.cases import kind_of
from engine.columns.slots import STANDINGS, words
from engine.columns.tables.faults import Check
from engine.model.question import Question

LONGEST_TEXT = 20_000
"""How many characters an open answer may have, as in a case file."""
SEPARATOR = ";"
"""What stands between several answers in one cell."""

_FORBIDDEN = (
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\x{200b}\x{2028}\x{2029}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{feff}"
    r"\x{fff0}-\x{fffb}\x{fffe}\x{ffff}\x{e0000}-\x{e0fff}]"
)
_DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_MOST_WORDS = 30


class Read(NamedTuple):
    """What a column becomes, and the faults that its cells may have."""

    value: pl.Expr
    checks: tuple[Check, ...] = ()


def allowed(question: Question) -> str:
    """Return the words that may stand in a cell, for messages."""
    if question.open:
        return f"write a text of at most {LONGEST_TEXT:,} characters, or one of {_quoted(_standing_words())}"
    answers = _quoted(question.answers)
    some = f"one or several of {answers} with {SEPARATOR} between" if question.several else f"one of {answers}"
    return f"write {some}, or when there is none, one of {_quoted(_standing_words())}"


def is_text(kind: pl.DataType) -> bool:
    """Whether a column of this type holds words (or nothing at all)."""
    return isinstance(kind, (pl.String, pl.Categorical, pl.Enum, pl.Null))


def fits(question: Question, kind: pl.DataType) -> bool:
    """Whether a column of this type may hold answers to a question."""
    if isinstance(kind, pl.List):
        return question.several and is_text(_inner(kind))
    return is_text(kind)


def read_answers(column: pl.Expr, kind: pl.DataType, question: Question, name: str) -> Read:
    """Return what a column of answers becomes. `name` is how messages call it."""
    if question.open:
        return _open(_texts(column, kind), question, name)
    if question.several:
        return _several(column, kind, question, name)
    return _single(column, kind, question, name)


def read_dates(column: pl.Expr, kind: pl.DataType, on: date, name: str) -> Read:
    """Return what a column of dates becomes: days up to the day of screening."""
    if isinstance(kind, pl.Date):
        day, wrong = column, column < date.min
    else:
        text = _texts(column, kind)
        # The pattern first: the parser would take 2026-1-5 too, and years with a sign.
        exact = text.str.contains(_DATE) & ~text.str.starts_with("0000")
        day = pl.when(exact).then(text).str.to_date("%Y-%m-%d", strict=False, exact=True)
        wrong = day.is_null() & text.is_not_null()
    return Read(
        day,
        (
            Check(_surely(wrong), f"`{name}` holds no day that exists: write year-month-day, as in 2026-11-22"),
            Check(
                _surely(day > on),
                f"`{name}` is dated after the day of screening, {on.isoformat()}: correct it, or give the day of"
                " screening with --on",
            ),
        ),
    )


def _single(column: pl.Expr, kind: pl.DataType, question: Question, name: str) -> Read:
    wanted = kind_of(question)
    if kind == wanted:
        return Read(column)
    there = column if isinstance(kind, (pl.Categorical, pl.Enum)) else _texts(column, kind)
    word = there.cast(wanted, strict=False)
    return Read(word, (_unknown(word.is_null() & there.is_not_null(), question, name),))


def _several(column: pl.Expr, kind: pl.DataType, question: Question, name: str) -> Read:
    wanted = kind_of(question)
    there = column if isinstance(kind, pl.List) else _texts(column, kind).str.split(SEPARATOR)
    chosen = there.cast(wanted, strict=False).list.sort()
    count = chosen.list.len()
    standing = chosen.list.last().is_in([each.value for each in STANDINGS]) & (count > 1)
    unknown = (count == 0) | chosen.list.eval(pl.element().is_null()).list.any()
    twice = ~unknown & (chosen.list.n_unique() != count)
    return Read(
        chosen,
        (
            _unknown(unknown, question, name),
            Check(_surely(twice), f"`{name}` holds the same answer twice: keep one of the two"),
            Check(
                _surely(standing),
                f"`{name}` holds an answer beside the word that there is none: keep one of the two",
            ),
        ),
    )


def _open(text: pl.Expr, question: Question, name: str) -> Read:
    shown = text.str.strip_chars()
    value = pl.when(text.is_in(_standing_words())).then(pl.lit("\0") + text).otherwise(shown)
    long = text.str.len_chars() > LONGEST_TEXT
    return Read(
        value,
        (
            _unknown(shown == "", question, name),
            Check(_surely(long), f"`{name}` holds a longer text than is read: {allowed(question)}"),
            Check(
                _surely(text.str.contains(_FORBIDDEN)),
                f"an invisible character stands in `{name}`: delete it, for it can hide or reorder text",
            ),
        ),
    )


def _unknown(found: pl.Expr, question: Question, name: str) -> Check:
    what = "no text" if question.open else "no answer that the policy knows"
    return Check(_surely(found), f"`{name}` holds {what}: {allowed(question)}")


def _texts(column: pl.Expr, kind: pl.DataType) -> pl.Expr:
    """Return a column of words as text, null where nothing stands."""
    text = column if isinstance(kind, pl.String) else column.cast(pl.String)
    return pl.when(text != "").then(text)


def _surely(found: pl.Expr) -> pl.Expr:
    """Return a fault that a null does not have: nothing stands there."""
    return found.fill_null(value=False)


def _inner(kind: pl.List) -> pl.DataType:
    inner = kind.inner
    return inner if isinstance(inner, pl.DataType) else inner()


def _standing_words() -> list[str]:
    return [standing.value for standing in STANDINGS]


def _quoted(options: tuple[str, ...] | list[str]) -> str:
    shown = ", ".join(f"`{word}`" for word in options[:_MOST_WORDS])
    return shown if len(options) <= _MOST_WORDS else f"{shown} and {len(options) - _MOST_WORDS} more"


def words_of(question: Question) -> tuple[str, ...]:
    """Return every word that may stand in a cell of a question; those of an open one stand beside its texts."""
    return tuple(_standing_words()) if question.open else words(question)
