r"""Answer sheets as columns: what stands where. One row is one case; a slot is what one source said to one question.

A slot is one column, `QUESTION@SOURCE`, and with a date a second one, `QUESTION@SOURCE:on`. A source that said more
than one thing to a question (two dates, say) has further slots, `QUESTION@SOURCE#2` and so on. The answers of the
programme's profile stand in the same row, with `programme/` before the name. A slot that is null was not filled: nobody
said anything there. A slot without date column, or with a null there, is undated.

    question with one answer     Enum(words(question))        an answer, or a standing
    question with several        List(Enum(words(question)))  answers in the question's order, or one standing alone
    open question                String                       the text, or `\0` and a standing

Beside the slots each row has `row` (UInt64, where it came from, ascending and without repeats), `case` (String),
`stage` (Enum of the stages), `programme` (String, the name of its profile, null without one) and `error` (String, null
for a row that can be screened: any other row has no recommendation).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.model.answer import Source, Standing
from engine.model.question import Question

ROW, CASE, STAGE, PROGRAMME, ERROR = "row", "case", "stage", "programme", "error"
BESIDE = (ROW, CASE, STAGE, PROGRAMME, ERROR)
"""The columns of a sheet that are no slots, in their order."""

STANDINGS = tuple(standing for standing in Standing if standing is not Standing.ANSWERED)
"""How an answer may stand that says nothing; they follow the answers among a slot's words, in this order."""

_SOURCES = frozenset(source.value for source in Source)
_NAMED = re.compile(r"(programme/)?([a-z0-9-]+)@([a-z-]+)(?:#([1-9][0-9]*))?(:on)?")


class Slot(NamedTuple):
    """What one source said to one question; `number` counts from 1 what the same source said."""

    question: str
    source: Source
    number: int = 1
    in_profile: bool = False

    @property
    def column(self) -> str:
        """The name of the column that holds the answer."""
        again = f"#{self.number}" if self.number > 1 else ""
        return f"{'programme/' if self.in_profile else ''}{self.question}@{self.source}{again}"

    @property
    def on(self) -> str:
        """The name of the column that holds its date; it may not be there."""
        return f"{self.column}:on"


def slot_named(column: str) -> Slot | None:
    """Return the slot whose answers stand in a column of this name; None for any other column, a date's too."""
    found = _NAMED.fullmatch(column)
    if found is None or found[5] or found[3] not in _SOURCES or found[4] == "1":
        return None
    return Slot(found[2], Source(found[3]), int(found[4] or 1), found[1] is not None)


def words(question: Question) -> tuple[str, ...]:
    """Return what may stand in a slot of a question with fixed answers: the answers in order, then the standings."""
    return (*question.answers, *(standing.value for standing in STANDINGS))
