"""From the truths of a screening to the columns of a row that is given out: lists of ids, or the truths themselves.

INVARIANT (deference): an outcome never stands alone: beside it are its text, and the notice that it is no decision.
A row without a recommendation, for whatever reason, has nothing but its error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import polars as pl

from engine.columns.joining import Piece, joined, when, when_unknown
from engine.columns.names import BROKEN, OUTCOME, REVIEW_BY, Family, column
from engine.columns.slots import CASE, ERROR, ROW, STAGE
from engine.columns.telling import BETWEEN_TOLD, TELL, whom
from engine.model.policy import Outcome, Policy
from engine.model.question import Stage
from engine.model.recommendation import Caveat

BETWEEN = "; "
"""Stands between the entries of a list that is written as text."""

TEXT, SCREENED_ON, POLICY, FINGERPRINT, ENGINE, NOTICE = (
    "text",
    "screened_on",
    "policy",
    "policy_fingerprint",
    "engine",
    "notice",
)
LINE = "line"
"""The column that holds a row as one line of JSON."""

SCHEMA_TRUTHS = "forethought.batch-truths/1"
LISTS = (
    TELL,
    "flags",
    "flags_not_known",
    "safeguards",
    "safeguards_until_known",
    "to_find_out",
    "ask",
    "contradictions",
    "warnings",
)
"""The columns that are lists, in their order."""

LISTS_NEED = (
    Family.FLAG,
    Family.SAFEGUARD,
    Family.DIFFERS,
    Family.FIND,
    Family.ASK,
    Family.CAVEAT,
    Family.PROMISE,
)
TRUTHS_NEED = (Family.RULE, Family.FLAG, Family.SAFEGUARD, Family.PROMISE)

STAGES = pl.Enum([stage.value for stage in Stage])
OUTCOMES = pl.Enum([outcome.value for outcome in Outcome])
TRUTH = pl.Enum(["false", "unknown", "true"])
AS_LISTS: Mapping[str, pl.DataType] = dict.fromkeys(LISTS, pl.List(pl.String))
AS_TEXTS: Mapping[str, pl.DataType] = dict.fromkeys(LISTS, pl.String())

MOST_BITS = 6
"""How many truths go into one piece, at the most; past that its texts are joined for each row anew."""

NO_OUTCOME = "something inside gave no outcome; treat the case as not online, and report this"
RULED_OUT = "no recommendation is given, because an invariant of the policy rules it out: "
RULED_OUT_HELP = "; treat the case as not online, and tell whoever writes the policy"
_APART = "\x1f"
"""Stands in no text of a policy."""


class Facts(NamedTuple):
    """What is the same for every row: the day, the policy, the engine, and the words of the outcomes of each stage.

    `table` and `before` are what stands before the number of a row when its place is named; None: it has no number.
    """

    screened_on: date
    policy_id: str
    version: str
    fingerprint: str
    engine: str
    notice: str
    texts: Mapping[Stage, Mapping[Outcome, str]]
    table: str
    before: str | None

    @property
    def policy(self) -> str:
        """The policy's id and version."""
        return f"{self.policy_id} {self.version}"


def listed(
    rows: pl.LazyFrame, policy: Policy, stage: Stage, names: Sequence[str], facts: Facts, *, as_text: bool = False
) -> pl.LazyFrame:
    """Return screened rows of a stage with lists of ids in place of the truths; `names` are those truths' columns.

    `as_text`: each list as one text, its entries with `; ` between, those of TELL with ` | `.
    """
    told = whom(policy, stage, BETWEEN_TOLD if as_text else _APART)
    texts = [(told, _APART), *((text, BETWEEN) for text in list_texts(names))]
    lists = [
        pl.when(given()).then(text if as_text else _entries(text, between)).otherwise(None).alias(name)
        for name, (text, between) in zip(LISTS, texts, strict=True)
    ]
    return rows.select(ROW, *first(stage, facts), *lists, *_last(facts, names))


def truths(rows: pl.LazyFrame, stage: Stage, names: Sequence[str], every: Sequence[str], facts: Facts) -> pl.LazyFrame:
    """Return screened rows of a stage with each rule, flag and safeguard as false, unknown or true.

    `names` are the columns of the stage, `every` those of all the stages: null for what another stage has.
    """
    own = set(names)
    told = [
        pl.when(given()).then(_truth(pl.col(name)) if name in own else None).cast(TRUTH).alias(name) for name in every
    ]
    return rows.select(ROW, *first(stage, facts), *told, *_last(facts, names))


def are_truths(names: Iterable[str]) -> Iterator[str]:
    """Yield those columns of a screening that a row of truths shows: those of rules, flags and safeguards."""
    shown = tuple(f"{family}:" for family in (Family.RULE, Family.FLAG, Family.SAFEGUARD))
    yield from (name for name in names if name.startswith(shown))


def truths_as_lines(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Return rows of truths, each with its line of JSON."""
    told = [name for name in rows.collect_schema().names() if name != ROW]
    kept = (ROW, CASE, STAGE, OUTCOME, ERROR)
    line = pl.struct(pl.lit(SCHEMA_TRUTHS).alias("schema"), *told).struct.json_encode()
    return rows.select(*kept, line.alias(LINE))


def together(branches: Sequence[pl.LazyFrame]) -> pl.LazyFrame:
    """Return the rows of all branches in the order in which they came, without holding more than a part of them."""
    rows = branches[0]
    for branch in branches[1:]:
        rows = rows.merge_sorted(branch, key=ROW)
    return rows


def not_read(sheets: pl.LazyFrame) -> pl.LazyFrame:
    """Return the sheets that could not be read."""
    return sheets.filter(pl.col(ERROR).is_not_null())


def unread(sheets: pl.LazyFrame, between: Mapping[str, pl.DataType], facts: Facts) -> pl.LazyFrame:
    """Return sheets that could not be read as rows, with nothing between the case and its error."""
    return not_read(sheets).select(
        ROW,
        pl.col(CASE),
        pl.col(STAGE).cast(STAGES),
        pl.lit(None, dtype=OUTCOMES).alias(OUTCOME),
        pl.lit(None, dtype=texts_of(facts)).alias(TEXT),
        *(pl.lit(None, dtype=kind).alias(name) for name, kind in between.items()),
        pl.lit(None, dtype=pl.Date).alias(REVIEW_BY),
        *_of_the_run(facts),
        printable(pl.col(ERROR)).alias(ERROR),
    )


def given() -> pl.Expr:
    """Whether a screened row has a recommendation."""
    return pl.col(OUTCOME).is_not_null() & ~pl.col(BROKEN).fill_null(value=True)


def why_not(facts: Facts, names: Iterable[str]) -> pl.Expr:
    """Return why a screened row has no recommendation, its place and its case first; null where it has one."""
    invariants = joined([when(pl.col(name), ids[0]) for name, ids in members(Family.PROMISE, names)], ", ")
    ruled_out = pl.concat_str(pl.lit(RULED_OUT), invariants, pl.lit(RULED_OUT_HELP))
    reason = pl.when(pl.col(BROKEN)).then(ruled_out).otherwise(pl.lit(NO_OUTCOME))
    place = [pl.lit(facts.table)]
    if facts.before is not None:
        place += [pl.lit(facts.before), pl.col(ROW).cast(pl.String)]
    told = pl.concat_str(*place, pl.lit(": case "), pl.col(CASE).fill_null("?"), pl.lit(": "), reason)
    return pl.when(given()).then(None).otherwise(printable(told))


def printable(text: pl.Expr) -> pl.Expr:
    """Return a text without the characters that steer a terminal or begin another line."""
    return text.str.replace_all(r"[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]", "?")


def text_of(texts: Mapping[Outcome, str], kind: pl.DataType) -> pl.Expr:
    """Return the text that belongs to a row's outcome."""
    text = pl.lit(None, dtype=kind)
    for outcome in Outcome:
        text = pl.when(pl.col(OUTCOME) == outcome.value).then(pl.lit(texts[outcome], dtype=kind)).otherwise(text)
    return text


def texts_of(facts: Facts) -> pl.Enum:
    """Return the type that holds the words of every outcome."""
    return pl.Enum(list(dict.fromkeys(text for texts in facts.texts.values() for text in texts.values())))


def list_texts(names: Sequence[str]) -> tuple[pl.Expr, ...]:
    """Return the lists of ids of a row as texts, as in LISTS, without TELL; "" for a list that is empty."""
    flags = [(ids[0], pl.col(name)) for name, ids in members(Family.FLAG, names)]
    safeguards = [(ids[0], pl.col(name)) for name, ids in members(Family.SAFEGUARD, names)]
    asked = whom_to_ask(names)
    find = [_to_find_out(ids[0], pl.col(name), asked.get(ids[0], ())) for name, ids in members(Family.FIND, names)]
    differ = [when(pl.col(name), ids[0]) for name, ids in members(Family.DIFFERS, names)]
    present = {ids[0]: pl.col(name) for name, ids in members(Family.CAVEAT, names)}
    return (
        joined([when(truth, name) for name, truth in flags], BETWEEN),
        joined([when_unknown(truth, name) for name, truth in flags], BETWEEN),
        joined([when(truth, name) for name, truth in safeguards], BETWEEN),
        joined([when_unknown(truth, name) for name, truth in safeguards], BETWEEN),
        joined(find, BETWEEN),
        joined([when(truth, source) for source, truth in sorted(_asked_at_all(asked).items())], BETWEEN),
        joined(differ, BETWEEN),
        # As the definition lists them, which is the order of the caveats themselves.
        joined([when(present[one.value], one.value) for one in Caveat if one.value in present], BETWEEN),
    )


def members(family: Family, names: Iterable[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Return the columns of a family with the ids that they are named by, sorted by these."""
    found = [(name, tuple(name.split(":")[1:])) for name in names if name.startswith(f"{family}:")]
    return sorted(found, key=lambda one: one[1])


def whom_to_ask(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return, for each question that somebody may be asked, the sources, sorted."""
    asked: dict[str, list[str]] = {}
    for _, (question, source) in members(Family.ASK, names):
        asked.setdefault(question, []).append(source)
    return {question: tuple(sources) for question, sources in asked.items()}


def bits(truths_: Iterable[pl.Expr]) -> pl.Expr:
    """Return a number with one bit for each truth, the first the lowest; what is not known counts as false."""
    number = pl.lit(0, dtype=pl.UInt16)
    for place, truth in enumerate(truths_):
        number = number + truth.fill_null(value=False).cast(pl.UInt16) * (1 << place)
    return number


def chosen(number: int, ids: Sequence[str]) -> list[str]:
    """Return those ids whose bit is set in a number."""
    return [name for place, name in enumerate(ids) if number >> place & 1]


def _to_find_out(question: str, truth: pl.Expr, sources: Sequence[str]) -> Piece | pl.Expr:
    """Return the question with whom to ask, where it is to be found out."""
    every = [pl.col(column(Family.ASK, question, source)) for source in sources]
    if len(sources) > MOST_BITS:
        whom = joined([when(one, source) for one, source in zip(every, sources, strict=True)], ", ")
        told = pl.when(whom == "").then(pl.lit(question)).otherwise(pl.lit(f"{question} (ask ") + whom + pl.lit(")"))
        return pl.when(truth).then(told).otherwise(None)
    subsets = [chosen(number, sources) for number in range(1 << len(sources))]
    texts = [f"{question} (ask {', '.join(asked)})" if asked else question for asked in subsets]
    code = pl.when(truth).then(bits(every) + 1).otherwise(pl.lit(0, dtype=pl.UInt16))
    return Piece(code, ("", *texts))


def _asked_at_all(asked: Mapping[str, tuple[str, ...]]) -> dict[str, pl.Expr]:
    """Return, for each source, whether it is to be asked anything."""
    found: dict[str, list[pl.Expr]] = {}
    for question, sources in asked.items():
        for source in sources:
            found.setdefault(source, []).append(pl.col(column(Family.ASK, question, source)))
    return {source: pl.any_horizontal(every) for source, every in found.items()}


def _entries(text: pl.Expr, between: str) -> pl.Expr:
    """Return a text of entries as a list; an empty text is an empty list."""
    return pl.when(text == "").then(pl.lit([], dtype=pl.List(pl.String))).otherwise(text.str.split(between))


def _truth(truth: pl.Expr) -> pl.Expr:
    return (truth.fill_null(value=False).cast(pl.UInt8) * 2 + truth.is_null().cast(pl.UInt8)).cat.to(TRUTH)


def first(stage: Stage, facts: Facts) -> list[pl.Expr]:
    """Return what stands first in a row: the case, its stage, the outcome and its words."""
    # The structural stage ends in no recommendation.
    outcome = pl.col(OUTCOME) if stage is not Stage.STRUCTURAL else pl.lit(None, dtype=OUTCOMES)
    return [
        pl.col(CASE),
        pl.col(STAGE).cast(STAGES),
        pl.when(given()).then(outcome).otherwise(None).alias(OUTCOME),
        pl.when(given()).then(text_of(facts.texts[stage], texts_of(facts))).otherwise(None).alias(TEXT),
    ]


def _last(facts: Facts, names: Sequence[str]) -> list[pl.Expr]:
    return [
        pl.when(given()).then(pl.col(REVIEW_BY)).otherwise(None).alias(REVIEW_BY),
        *_of_the_run(facts),
        why_not(facts, names).alias(ERROR),
    ]


def _of_the_run(facts: Facts) -> list[pl.Expr]:
    return [
        pl.lit(facts.screened_on).alias(SCREENED_ON),
        _always(facts.policy).alias(POLICY),
        _always(facts.fingerprint).alias(FINGERPRINT),
        _always(facts.engine).alias(ENGINE),
        _always(facts.notice).alias(NOTICE),
    ]


def _always(text: str) -> pl.Expr:
    """Return the same text for every row, held once."""
    return pl.lit(text, dtype=pl.Enum([text]))
