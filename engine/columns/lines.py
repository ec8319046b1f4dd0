"""A row that is given out as one line of JSON, with the keys that the recommendation of a single case has for them.

The lines are joined from ready-made fragments. What comes from the input - a reference, an error - is the only text in
them that was not written by us or by the policy, and is escaped.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence

import polars as pl

from engine.columns.joining import Piece, joined, when
from engine.columns.listed import (
    LINE,
    MOST_BITS,
    OUTCOMES,
    STAGES,
    Facts,
    bits,
    chosen,
    first,
    given,
    members,
    not_read,
    printable,
    text_of,
    whom_to_ask,
    why_not,
)
from engine.columns.names import OUTCOME, REVIEW_BY, Family, column
from engine.columns.slots import CASE, ERROR, ROW, STAGE
from engine.columns.telling import whom_as_json
from engine.errors import Exit
from engine.model.condition import FlagIs
from engine.model.policy import Effect, Flag, Outcome, Policy
from engine.model.question import Stage
from engine.model.recommendation import Caveat

SCHEMA = "forethought.batch/1"
LINES_NEED = (
    Family.RULE,
    Family.FLAG,
    Family.SAFEGUARD,
    Family.DIFFERS,
    Family.FIND,
    Family.SETTLES,
    Family.ASK,
    Family.CAVEAT,
    Family.ON_FACTS,
    Family.PROMISE,
)

_NEXT = ", "


def lines(rows: pl.LazyFrame, policy: Policy, stage: Stage, names: Sequence[str], facts: Facts) -> pl.LazyFrame:
    """Return screened rows of a stage, each with its line; `names` are the columns of the truths."""
    line = pl.concat_str(
        [
            pl.lit(f'{{"schema": {_json(SCHEMA)}, "case": '),
            _quoted(pl.col(CASE)),
            pl.lit(f', "stage": {_json(stage.value)}, {_run(facts)}, "outcome": '),
            _outcome(stage),
            pl.lit(', "text": '),
            text_of({outcome: _json(text) for outcome, text in facts.texts[stage].items()}, pl.String()),
            pl.lit(', "tell_at_once": ['),
            whom_as_json(policy, stage),
            pl.lit('], "flags": ['),
            joined([_flag(policy, stage, policy.flags[ids[0]]) for _, ids in members(Family.FLAG, names)], _NEXT),
            pl.lit('], "safeguards": ['),
            joined([_safeguard(policy, stage, ids[0]) for _, ids in members(Family.SAFEGUARD, names)], _NEXT),
            pl.lit('], "to_find_out": ['),
            joined(_to_find_out(names), _NEXT),
            pl.lit('], "contradictions": ['),
            joined(
                [when(pl.col(name), _json({"question": ids[0]})) for name, ids in members(Family.DIFFERS, names)], _NEXT
            ),
            pl.lit('], "would_have_to_change": ['),
            joined(_changes(policy, stage, names), _NEXT),
            pl.lit('], "review_by": "'),
            pl.col(REVIEW_BY).dt.to_string("%Y-%m-%d"),
            pl.lit(f'", "notice": {_json(facts.notice)}, "warnings": ['),
            joined(_warnings(names), _NEXT),
            pl.lit("]}"),
        ]
    )
    fault = _error(pl.col(CASE), pl.lit(int(Exit.INTERNAL)), why_not(facts, names))
    return rows.select(
        ROW,
        *first(stage, facts)[:3],
        why_not(facts, names).alias(ERROR),
        pl.when(given()).then(line).otherwise(fault).alias(LINE),
    )


def unread_lines(sheets: pl.LazyFrame) -> pl.LazyFrame:
    """Return sheets that could not be read as rows, each with a line that says why."""
    error = printable(pl.col(ERROR))
    return not_read(sheets).select(
        ROW,
        CASE,
        pl.col(STAGE).cast(STAGES),
        pl.lit(None, dtype=OUTCOMES).alias(OUTCOME),
        error.alias(ERROR),
        _error(pl.col(CASE), pl.lit(int(Exit.BAD_DATA)), error).alias(LINE),
    )


def _error(case: pl.Expr, code: pl.Expr, message: pl.Expr) -> pl.Expr:
    return pl.concat_str(
        [
            pl.lit(f'{{"schema": {_json(SCHEMA)}, "case": '),
            pl.coalesce(_quoted(printable(case)), pl.lit("null")),
            pl.lit(', "error": {"exit_code": '),
            code.cast(pl.String),
            pl.lit(', "message": '),
            pl.coalesce(_quoted(message), pl.lit('""')),
            pl.lit("}}"),
        ]
    )


def _run(facts: Facts) -> str:
    policy = {"id": facts.policy_id, "version": facts.version, "fingerprint": facts.fingerprint}
    told = {"screened_on": facts.screened_on.isoformat(), "policy": policy, "engine": facts.engine}
    return _json(told)[1:-1]


def _outcome(stage: Stage) -> pl.Expr:
    return (
        pl.lit("null")
        if stage is Stage.STRUCTURAL
        else text_of({outcome: _json(outcome.value) for outcome in Outcome}, pl.String())
    )


def _flag(policy: Policy, stage: Stage, flag: Flag) -> Piece | pl.Expr:
    """Return a flag that is raised, or could still be, with the rules that make it so."""
    rules = [rule.id for rule in policy.raisers(stage)[flag.id]]
    true = [pl.col(column(Family.RULE, rule)) for rule in rules]
    unknown = [pl.col(column(Family.RULE, rule)).is_null() for rule in rules]

    def told(truth: str, raised_by: str) -> str:
        what = _json({"id": flag.id, "effect": flag.effect.value, "truth": truth})[:-1]
        return f'{what}, "raised_by": [{raised_by}], "remedy": {_json(sorted(flag.remedy))}}}'

    raised = pl.col(column(Family.FLAG, flag.id))
    return _by_truth(raised, rules, true, unknown, told)


def _safeguard(policy: Policy, stage: Stage, name: str) -> Piece | pl.Expr:
    """Return a safeguard that is called for, or has to be, with the flags and rules that call for it."""
    calling: dict[str, list[pl.Expr]] = {}
    for rule in policy.callers(stage).get(name, ()):
        because = rule.when.flag if isinstance(rule.when, FlagIs) else rule.id
        calling.setdefault(because, []).append(pl.col(column(Family.RULE, rule.id)).fill_null(value=True))
    if name in policy.base_at(stage):
        calling["base"] = [pl.lit(value=True)]
    ids = sorted(calling)
    called = [pl.any_horizontal(calling[one]) for one in ids]

    def told(truth: str, because: str) -> str:
        return f'{_json({"id": name, "truth": truth})[:-1]}, "because": [{because}]}}'

    return _by_truth(pl.col(column(Family.SAFEGUARD, name)), ids, called, called, told)


def _by_truth(
    truth: pl.Expr,
    ids: Sequence[str],
    when_true: Sequence[pl.Expr],
    when_unknown: Sequence[pl.Expr],
    told: Callable[[str, str], str],
) -> Piece | pl.Expr:
    """Return what is told of something true or unknown, with those ids whose truths of that kind hold."""
    quoted = [_json(name) for name in ids]
    if len(ids) > MOST_BITS:
        return (
            pl.when(truth.is_null())
            .then(_around(told("unknown", "\0"), quoted, when_unknown))
            .when(truth)
            .then(_around(told("true", "\0"), quoted, when_true))
            .otherwise(None)
        )
    combinations = 1 << len(ids)
    code = (
        pl.when(truth.is_null())
        .then(bits(when_unknown) + 1)
        .when(truth)
        .then(bits(when_true) + 1 + combinations)
        .otherwise(pl.lit(0, dtype=pl.UInt16))
    )
    spelt = [_NEXT.join(chosen(number, quoted)) for number in range(combinations)]
    return Piece(code, ("", *(told("unknown", some) for some in spelt), *(told("true", some) for some in spelt)))


def _around(text: str, quoted: Sequence[str], truths: Sequence[pl.Expr]) -> pl.Expr:
    """Return a text with the ids whose truths hold at the place marked in it."""
    before, after = text.split("\0")
    entries = joined([when(truth, name) for name, truth in zip(quoted, truths, strict=True)], _NEXT)
    return pl.lit(before) + entries + pl.lit(after)


def _to_find_out(names: Sequence[str]) -> list[pl.Expr]:
    """Return each question to be found out, with whom to ask and the flags that it bears on."""
    asked = whom_to_ask(names)
    settles: dict[str, list[str]] = {}
    for _, (question, flag) in members(Family.SETTLES, names):
        settles.setdefault(question, []).append(flag)

    def entries(family: Family, question: str, ids: Iterable[str]) -> pl.Expr:
        return joined([when(pl.col(column(family, question, one)), _json(one)) for one in ids], _NEXT)

    return [
        pl.when(pl.col(name))
        .then(
            pl.concat_str(
                [
                    pl.lit(f'{{"question": {_json(question)}, "ask": ['),
                    entries(Family.ASK, question, asked.get(question, ())),
                    pl.lit('], "settles": ['),
                    entries(Family.SETTLES, question, settles.get(question, ())),
                    pl.lit("]}"),
                ]
            )
        )
        .otherwise(None)
        for name, (question,) in members(Family.FIND, names)
    ]


def _changes(policy: Policy, stage: Stage, names: Sequence[str]) -> list[pl.Expr]:
    """Return the true exclude flags in groups that the same safeguards would resolve.

    A group stands where the first of its flags would: that is how the definition sorts them.
    """
    groups: dict[tuple[str, ...], list[tuple[str, pl.Expr]]] = {}
    on_facts = {ids[0]: pl.col(name) for name, ids in members(Family.ON_FACTS, names)}
    for flag_id in policy.raisers(stage):
        flag = policy.flags[flag_id]
        if flag.effect is not Effect.EXCLUDE:
            continue
        raised = pl.col(column(Family.FLAG, flag_id)).fill_null(value=False)
        remedy = tuple(sorted(flag.remedy))
        unresolvable = on_facts.get(flag_id, pl.lit(value=False)) if remedy else pl.lit(value=True)
        groups.setdefault((), []).append((flag_id, raised & unresolvable))
        if remedy:
            groups.setdefault(remedy, []).append((flag_id, raised & ~unresolvable))
    placed: list[tuple[str, pl.Expr]] = []
    for remedy, group in groups.items():
        flags = joined([when(truth, _json(flag_id)) for flag_id, truth in group], _NEXT)
        entry = pl.lit('{"flags": [') + flags + pl.lit(f'], "by": {_json(list(remedy))}}}')
        earlier: list[pl.Expr] = []
        for flag_id, truth in group:
            is_first = truth & ~pl.any_horizontal(earlier) if earlier else truth
            placed.append((flag_id, pl.when(is_first).then(entry).otherwise(None)))
            earlier.append(truth)
    return [entry for _, entry in sorted(placed, key=lambda one: one[0])]


def _warnings(names: Sequence[str]) -> list[Piece]:
    present = {ids[0]: pl.col(name) for name, ids in members(Family.CAVEAT, names)}
    return [when(present[one.value], _json(one.value)) for one in Caveat if one.value in present]


def _quoted(text: pl.Expr) -> pl.Expr:
    """Return a text as JSON writes it; null stays null. It holds no character below the space."""
    escaped = text.str.replace_all("\\", "\\\\", literal=True).str.replace_all('"', '\\"', literal=True)
    return pl.lit('"') + escaped + pl.lit('"')


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=True)
