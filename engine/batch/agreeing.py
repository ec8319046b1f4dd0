"""Some rows of every table are screened singly too, and every column of theirs has to say the same.

INVARIANT (agreement): a table of which one such row differs in one column is not given out. What the columns say is
never looked at to work out what they should say: that comes from the recommendation of the single case alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from engine.batch.forms import Form
from engine.batch.pipeline import Layout
from engine.columns.names import BESIDE_CHANGES, Family, column
from engine.errors import NoRecommendation, Place, Problem
from engine.model.answer import Case
from engine.model.policy import Policy
from engine.model.recommendation import Recommendation
from engine.model.truth import TRUE, UNKNOWN
from engine.report.json_ import outcome_word, practitioner_json
from engine.report.telling import to_tell
from engine.report.words import say, speaking

Single = Callable[[Policy, Case, date], Recommendation]
"""Screens one case, by the definition and the network; raises NoRecommendation."""

USUAL = 200
"""How many rows of a table are screened singly, unless it is said otherwise; all of one that has no more."""

_LINE_KEYS = (
    "case",
    "stage",
    "screened_on",
    "policy",
    "engine",
    "outcome",
    "text",
    "tell_at_once",
    "would_have_to_change",
    "review_by",
    "notice",
    "warnings",
)
_BETWEEN, _BETWEEN_TOLD = "; ", " | "
TELL = "tell_at_once"


def check(  # noqa: PLR0913 - what is compared, and how it came about
    sample: Iterable[Mapping[str, object]],
    rows: Mapping[int, Mapping[str, object]],
    policy: Policy,
    on: date,
    *,
    layout: Layout,
    form: Form,
    screen: Single,
    name: str,
) -> int:
    """Screen each sheet of the sample singly and compare it with the row that is about to be given out.

    Returns how many were compared. Raises NoRecommendation, naming the case and the columns, never what they hold.
    """
    from engine.columns.cases import case_of

    number = 0
    for sheet in sample:
        case = case_of(sheet, policy)
        row = rows.get(int(str(sheet["row"])))
        differing = _differing(row, _single(policy, case, on, screen), layout, form) if row is not None else ["row"]
        if differing:
            raise NoRecommendation([_disagreement(policy, name, case, differing)])
        number += 1
    return number


def _single(policy: Policy, case: Case, on: date, screen: Single) -> Recommendation | None:
    """Screen a case singly; None when there is no recommendation because the policy's own invariants forbid it."""
    try:
        return screen(policy, case, on)
    except NoRecommendation as error:
        if {problem.slug for problem in error.problems} == {"invariant-broken"}:
            return None
        raise


def _differing(row: Mapping[str, object], found: Recommendation | None, layout: Layout, form: Form) -> list[str]:
    """Name the columns in which a row is not what the single screening says."""
    if found is None:
        return [] if row["error"] is not None and row["outcome"] is None else ["error"]
    if form is Form.JSON_LINES:
        told = {key: value for key, value in json.loads(str(row["line"])).items() if key not in BESIDE_CHANGES}
        should = line_of(found) if layout is Layout.LISTS else truths_line_of(found)
    else:
        told = {key: value for key, value in row.items() if key not in ("row", *BESIDE_CHANGES)}
        should = row_of(found) if layout is Layout.LISTS else truths_of(found)
        if form is Form.CSV:
            should = {key: _text(key, value) if isinstance(value, list) else value for key, value in should.items()}
    # What only another stage has is null, and is not in what a recommendation says.
    return sorted(key for key in told.keys() | should.keys() if told.get(key) != should.get(key))


def _text(name: str, entries: Iterable[object]) -> str:
    """Return a list as the one text that a cell holds."""
    return (_BETWEEN_TOLD if name == TELL else _BETWEEN).join(map(str, entries))


def row_of(found: Recommendation) -> dict[str, object]:
    """Return a recommendation as a row of lists."""
    true = [finding.flag.id for finding in found.flags if finding.truth is TRUE]
    unknown = [finding.flag.id for finding in found.flags if finding.truth is UNKNOWN]
    return {
        **_both(found),
        TELL: sorted(to_tell(found)),
        "flags": sorted(true),
        "flags_not_known": sorted(unknown),
        "safeguards": sorted(one.safeguard.id for one in found.safeguards if one.truth is TRUE),
        "safeguards_until_known": sorted(one.safeguard.id for one in found.safeguards if one.truth is UNKNOWN),
        "to_find_out": [
            f"{one.question.id} (ask {', '.join(sorted(one.ask))})" if one.ask else one.question.id
            for one in found.to_find_out
        ],
        "ask": sorted({str(source) for one in found.to_find_out for source in one.ask}),
        "contradictions": sorted(known.question for known in found.contradictions),
        "warnings": [caveat.value for caveat in found.warnings],
    }


def truths_of(found: Recommendation) -> dict[str, object]:
    """Return a recommendation as a row of truths."""
    policy, stage = found.policy, found.case.stage
    flags = {finding.flag.id: finding.truth.value for finding in found.flags}
    called = {finding.safeguard.id: finding.truth.value for finding in found.safeguards}
    return {
        **_both(found),
        **{column(Family.RULE, one.rule.id): one.truth.value for one in found.rules},
        **{column(Family.FLAG, name): flags.get(name, "false") for name in policy.raisers(stage)},
        **{
            column(Family.SAFEGUARD, name): called.get(name, "false")
            for name in {*policy.base_at(stage), *policy.callers(stage)}
        },
    }


def line_of(found: Recommendation) -> dict[str, object]:
    """Return a recommendation as the object on a line."""
    whole: Mapping[str, object] = dict(practitioner_json(found))
    return {
        "schema": "forethought.batch/1",
        **{key: whole[key] for key in _LINE_KEYS},
        "flags": [_some(one, "id", "effect", "truth", "raised_by", "remedy") for one in _entries(whole["flags"])],
        "safeguards": [_some(one, "id", "truth", "because") for one in _entries(whole["safeguards"])],
        "to_find_out": [_some(one, "question", "ask", "settles") for one in _entries(whole["to_find_out"])],
        "contradictions": [_some(one, "question") for one in _entries(whole["contradictions"])],
    }


def truths_line_of(found: Recommendation) -> dict[str, object]:
    """Return a recommendation as the object on a line of truths."""
    plain = {key: value.isoformat() if isinstance(value, date) else value for key, value in truths_of(found).items()}
    return {"schema": "forethought.batch-truths/1", **plain}


def _both(found: Recommendation) -> dict[str, object]:
    """Return what rows of both layouts say."""
    policy = found.policy
    with speaking(policy.speech):
        return {
            "case": found.case.reference,
            "stage": found.case.stage.value,
            "outcome": outcome_word(found),
            "text": say.outcome_text(found.case.stage, found.outcome),
            "review_by": found.review_by,
            "screened_on": found.screened_on,
            "policy": f"{policy.id} {policy.version}",
            "policy_fingerprint": policy.fingerprint,
            "engine": found.engine,
            "notice": say.NOTICE,
            "error": None,
        }


def _entries(value: object) -> list[Mapping[str, object]]:
    return list(value) if isinstance(value, list) else []


def _some(entry: Mapping[str, object], *keys: str) -> dict[str, object]:
    return {key: entry[key] for key in keys}


def _disagreement(policy: Policy, name: str, case: Case, differing: Iterable[str]) -> Problem:
    return Problem(
        Place(name),
        "evaluators-disagree",
        f"nothing is given out: for the case {case.reference} the columns and the single screening differ in: "
        f"{', '.join(differing)}",
        "treat these cases as not online and decide without this table; `forethought screen` screens them singly; "
        f"report this line, with the policy {policy.id} {policy.version} ({policy.fingerprint}), and leave any case "
        "out of the report",
    )
