"""An empty table to fill in: its header, one fictional row, and what each of its columns may hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.columns.slots import CASE, PROGRAMME, STAGE, STANDINGS
from engine.model.policy import Policy
from engine.model.question import Question, Stage
from engine.model.source import Source

LONG_HEADER = (CASE, STAGE, "question", "source", "value", "on")
_REFERENCE = "K-0000"
_DAY = "2026-01-31"
_STANDING = ", ".join(standing.value for standing in STANDINGS)


def template(policy: Policy, stage: Stage, *, long: bool = False) -> str:
    """Return the header and one fictional row of a table for a stage, as CSV with commas.

    There is a column for each question and each source that it is put to, or whose word may settle it. Any other source
    may have one too, and any answer its day. The example row says nothing: every answer in it is "not asked".
    """
    columns = columns_at(policy, stage)
    if long:
        answers = [(_REFERENCE, stage.value, *column.split("@"), "not-asked", "") for column in columns]
        return _csv([LONG_HEADER, *answers])
    return _csv([(CASE, STAGE, *columns), (_REFERENCE, stage.value, *("not-asked" for _ in columns))])


def columns_at(policy: Policy, stage: Stage) -> list[str]:
    """Return the columns of answers for a stage, in the policy's order of questions."""
    return [f"{q.id}@{source}" for q in policy.readable_at(stage) for source in sources_of(q)]


def sources_of(question: Question) -> tuple[Source, ...]:
    """Return whom a question is put to and whose word may settle it, each once."""
    return tuple(dict.fromkeys((*question.asked_of, *question.corroborate)))


def words(policy: Policy, stage: Stage, *, long: bool = False) -> str:
    """Return, as plain text, what each column of the table for a stage may hold."""
    return "\n".join(_words(policy, stage, long=long)) + "\n"


def _words(policy: Policy, stage: Stage, *, long: bool) -> Iterator[str]:
    yield f"Columns of a table of cases at stage {stage}, policy {policy.id} {policy.version}"
    yield ""
    again = " for each answer" if long else " only"
    yield f"case       the file's reference, as in K-0412: one word, never a name; in one row{again}"
    yield f"stage      {stage}"
    if stage.of_client:
        yield f"{PROGRAMME}  optional: the file with the programme's profile, seen from the folder of the table"
    if long:
        yield "question   one of those below"
        yield "source     who said it: " + ", ".join(Source)
        yield "value      one of the words below the question"
        yield f"on         optional: the day on which it was said, as in {_DAY}"
    else:
        yield "question@source     what that source said to a question; leave it empty when nothing is known"
        yield f"question@source:on  optional: the day on which it was said, as in {_DAY}"
        yield "question@source#2   optional: what the same source said at another time, and so on with #3"
    yield ""
    yield f"Instead of an answer, every question takes: {_STANDING}"
    yield "Words are written exactly as they stand here, from the least to the most concerning."
    for question in policy.readable_at(stage):
        yield ""
        yield f"{question.id}: {question.subject}"
        yield f"  from     {', '.join(sources_of(question))}; any other source may speak too"
        if question.open:
            yield "  answer   a text"
            continue
        yield "  answers" + (" (several with ; between, as in one;two)" if question.several else "")
        wording = dict(question.wording)
        widest = max(map(len, question.answers))
        yield from (f"    {word.ljust(widest)}  {wording.get(word, '')}".rstrip() for word in question.answers)


def _csv(rows: Sequence[Sequence[str]]) -> str:
    # Ids, sources and words hold neither separators nor quotation marks.
    return "".join(",".join(row) + "\n" for row in rows)
