"""A summary as JSON, for other systems: nothing stands in it that is not on the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from engine.model.policy import Outcome
from engine.model.speech import Speech
from engine.report.batch.summary_data import Cell, Split, StageShown, Summary
from engine.report.json_ import dumps
from engine.report.words import say, speaking

SCHEMA: Final = "forethought.summary/1"
_FLAG: Final = ("raised", "not_known", "raised_or_not_known", "known_not_raised")
_OUTCOME: Final = (
    Outcome.AGAINST.value,
    Outcome.UNDETERMINED.value,
    f"{Outcome.AGAINST.value}_or_{Outcome.UNDETERMINED.value}",
    Outcome.CONDITIONAL.value,
)


def summary_json(summary: Summary) -> str:
    """Return a summary as JSON text.

    A count is `{"shown": "exact", "number": 12}`; `fewer` means fewer than `number` or none, `all-but` all or all but
    fewer than `number`, and with `kept-back` the number is null.
    """
    with speaking(Speech()):
        notice = say.NOTICE
    return dumps(
        {
            "schema": SCHEMA,
            "policy": {"id": summary.policy, "version": summary.version, "fingerprint": summary.fingerprint},
            "engine": summary.engine,
            "screened_on": summary.screened_on,
            "small": summary.small,
            "rows": _cell(summary.rows),
            "not_read": _cell(summary.unread),
            "without_recommendation": _cell(summary.refused),
            "stages": [_stage(stage) for stage in summary.stages],
            "notice": notice,
        }
    )


def _stage(stage: StageShown) -> dict[str, object]:
    return {
        "stage": stage.stage.value,
        "cases": _cell(stage.cases),
        "broken_down": stage.broken_down,
        "outcomes": _split(stage.outcomes, _OUTCOME) if stage.outcomes is not None else None,
        "flags": [
            {"id": flag.id, "effect": flag.effect.value, "title": flag.title, **_split(flag.cases, _FLAG)}
            for flag in stage.flags
        ],
        "to_find_out": [
            {"question": one.id, "subject": one.subject, "cases": _cell(one.cases)} for one in stage.missing
        ],
    }


def _split(split: Split, names: Sequence[str]) -> dict[str, object]:
    return {name: _cell(cell) for name, cell in zip(names, split, strict=True)}


def _cell(cell: Cell) -> dict[str, object]:
    return {"shown": cell.how.value, "number": cell.number}
