"""Cases in hand rather than in a table, screened as columns: for Python programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from engine.batch.agreeing import USUAL, Single, check
from engine.batch.forms import Form
from engine.batch.pipeline import Layout, finished
from engine.batch.reading import Table
from engine.columns import required
from engine.columns.slots import words
from engine.errors import NoRecommendation, Place, Problem
from engine.model.answer import Case, Standing
from engine.model.policy import Outcome, Policy
from engine.model.question import Stage

_NAME = "cases"


class ToAsk(NamedTuple):
    """A question to be found out, and whom to ask."""

    question: str
    ask: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Screened:
    """What the columns say of one case: its recommendation without the explanation, or why there is none.

    It is no decision, and no validated instrument says it. `outcome` is None at the structural stage, and wherever
    `error` says why there is no recommendation: nothing else is set then, and the case is to be treated as not online.
    Every tuple is sorted by id, but for `warnings`.
    """

    case: str
    stage: Stage
    outcome: Outcome | None = None
    text: str = ""
    flags: tuple[str, ...] = ()
    flags_not_known: tuple[str, ...] = ()
    safeguards: tuple[str, ...] = ()
    safeguards_until_known: tuple[str, ...] = ()
    to_find_out: tuple[ToAsk, ...] = ()
    contradictions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    review_by: date | None = None
    error: str = ""
    tell_at_once: tuple[str, ...] = ()


def screened_many(
    policy: Policy, cases: Sequence[Case], on: date, screen: Single, number: int | None = USUAL
) -> tuple[Screened, ...]:
    """Screen cases as columns, in the order given, and `number` of them singly too (None: not any).

    INVARIANT (agreement): when one of those differs, nothing is returned. Raises NoRecommendation then, and MissingPart
    without the column engine.
    """
    required()
    from engine.columns.cases import sheets_of
    from engine.columns.seeing import spread

    errors = [_unsound(policy, case, on) for case in cases]
    sound = [case for case, error in zip(cases, errors, strict=True) if not error]
    stages = tuple(stage for stage in Stage if any(case.stage is stage for case in sound))
    found: Iterator[Screened] = iter(())
    if sound:
        table = Table(sheets_of(sound, policy).lazy(), stages, len(sound), 0, _NAME)
        rows = finished(table, policy, on, Layout.LISTS).collect(engine="streaming").to_dicts()
        if len(rows) != len(sound):
            what = f"{len(rows)} rows came of {len(sound)} cases"
            raise NoRecommendation([Problem(Place(_NAME), "rows-lost", f"no recommendation is given: {what}")])
        if number is not None:
            sample = spread(table.sheets, len(sound), number).to_dicts()
            kept = {int(row["row"]): row for row in rows}
            check(sample, kept, policy, on, layout=Layout.LISTS, form=Form.PARQUET, screen=screen, name=_NAME)
        found = (_screened(row) for row in rows)
    return tuple(
        Screened(case.reference, case.stage, error=error) if error else next(found)
        for case, error in zip(cases, errors, strict=True)
    )


def _screened(row: dict[str, object]) -> Screened:
    case, stage = str(row["case"]), Stage(str(row["stage"]))
    if row["error"] is not None:
        return Screened(case, stage, error=str(row["error"]))
    review_by = row["review_by"]
    return Screened(
        case,
        stage,
        Outcome(str(row["outcome"])) if row["outcome"] is not None else None,
        str(row["text"]),
        _ids(row["flags"]),
        _ids(row["flags_not_known"]),
        _ids(row["safeguards"]),
        _ids(row["safeguards_until_known"]),
        tuple(_to_ask(entry) for entry in _ids(row["to_find_out"])),
        _ids(row["contradictions"]),
        _ids(row["warnings"]),
        review_by if isinstance(review_by, date) else None,
        tell_at_once=_ids(row["tell_at_once"]),
    )


def _ids(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def _to_ask(entry: str) -> ToAsk:
    question, _, whom = entry.removesuffix(")").partition(" (ask ")
    return ToAsk(question, tuple(whom.split(", ")) if whom else ())


def _unsound(policy: Policy, case: Case, on: date) -> str:
    """Say what a loader would have refused of a case that did not come through one; empty when nothing is wrong."""
    if not policy.in_force(case.stage):
        return "no rules are in force at the stage of this case"
    if case.programme is not None and (not case.stage.of_client or case.programme.stage.of_client):
        return "only a client's case has a profile, and only a programme's case can be one"
    return _not_answers(policy, case, on) or (_not_answers(policy, case.programme, on) if case.programme else "")


def _not_answers(policy: Policy, case: Case, on: date) -> str:
    for name, answers in case.answers.items():
        question = policy.questions.get(name)
        if question is None:
            return "the case answers questions that the policy does not have"
        if question.stage not in case.stage.readable:
            return "the case answers questions of another stage, which nothing would look at"
        for answer in answers:
            if answer.on is not None and answer.on > on:
                return "the case holds an answer dated after the day of screening"
            if (answer.standing is Standing.ANSWERED) is not bool(answer.values):
                return f"an answer to {name} says nothing, or says something and stands as not answered"
            if not question.open and not set(answer.values) <= set(words(question)[: len(question.answers)]):
                return f"an answer to {name} is none of its words"
            if len(answer.values) > 1 and not question.several:
                return f"an answer to {name} says more than one thing"
    return ""
