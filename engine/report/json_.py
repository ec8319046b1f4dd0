"""The recommendation as JSON: the keys and their order are INTERFACE.md's, and the same input gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, assert_never

from engine.model.answer import Answer, Standing
from engine.model.condition import (
    AllOf,
    AnswerIs,
    AnyOf,
    AtLeast,
    CalledFor,
    FlagIs,
    IsUnknown,
    Not,
    ProgrammeLacks,
    SaidBy,
    SourcesDiffer,
)
from engine.model.decision import Decision
from engine.model.question import Stage
from engine.model.recommendation import Recommendation, Tree
from engine.report.changed import changes_since
from engine.report.decided import decision_json
from engine.report.no_difference import made_no_difference
from engine.report.noted import notes_json
from engine.report.own_view import compared
from engine.report.partner_page import told
from engine.report.reading import Reading, saying
from engine.report.telling import to_tell
from engine.report.words import say, speaking

if TYPE_CHECKING:
    from engine.report.shape import (
        ChangesShape,
        HeardShape,
        OwnViewShape,
        RecommendationShape,
        TreeShape,
        TruthWord,
    )
    from engine.report.shape_audiences import OutcomeWord, SaidShape

SCHEMA: Final = "forethought.recommendation/1"


def practitioner_json(recommendation: Recommendation, decision: Decision | None = None) -> RecommendationShape:
    """Return the recommendation as plain data, lists sorted by id.

    INVARIANT (deference): a decision stands there only where the practitioner made one; otherwise its keys are null.
    """
    with speaking(recommendation.policy.speech):
        return _practitioner_json(recommendation, decision)


def _practitioner_json(recommendation: Recommendation, decision: Decision | None) -> RecommendationShape:
    policy, case = recommendation.policy, recommendation.case
    reading = Reading(recommendation)
    return {
        "schema": SCHEMA,
        "case": case.reference,
        "stage": case.stage.value,
        "screened_on": recommendation.screened_on.isoformat(),
        "policy": {"id": policy.id, "version": policy.version, "fingerprint": policy.fingerprint},
        "engine": recommendation.engine,
        "outcome": outcome_word(recommendation),
        "text": say.outcome_text(case.stage, recommendation.outcome),
        "flags": [
            {
                "id": found.flag.id,
                "effect": found.flag.effect.value,
                "truth": "true" if found.truth == "true" else "unknown",
                "title": found.flag.title,
                "raised_by": sorted(found.raised_by),
                "remedy": sorted(found.flag.remedy),
                "tell": list(found.flag.tell),
            }
            for found in sorted(recommendation.flags, key=lambda f: f.flag.id)
        ],
        "safeguards": [
            {
                "id": found.safeguard.id,
                "title": found.safeguard.title,
                "who": found.safeguard.who,
                "by": found.safeguard.by,
                "because": sorted(found.because),
                "truth": "true" if found.truth == "true" else "unknown",
            }
            for found in sorted(recommendation.safeguards, key=lambda f: f.safeguard.id)
        ],
        "to_find_out": [
            {"question": entry.question.id, "ask": sorted(entry.ask), "settles": sorted(entry.settles)}
            for entry in sorted(recommendation.to_find_out, key=lambda e: e.question.id)
        ],
        "contradictions": [
            {"question": known.question, "answers": _said(saying(known))}
            for known in sorted(recommendation.contradictions, key=lambda k: k.question)
        ],
        "rules": [
            {
                "id": found.rule.id,
                "truth": found.truth.value,
                "because": found.rule.because,
                "source": [str(citation) for citation in found.rule.source],
                "tree": _tree(found.tree),
            }
            for found in sorted(recommendation.rules, key=lambda f: f.rule.id)
        ],
        "would_have_to_change": [
            {"flags": sorted(change.flags), "by": sorted(change.by)}
            for change in sorted(recommendation.would_have_to_change, key=lambda c: (sorted(c.flags), sorted(c.by)))
        ],
        "other_routes": list(recommendation.other_routes),
        "review_by": recommendation.review_by.isoformat(),
        "notice": say.NOTICE,
        "decision": decision_json(reading, decision),
        "smallest_sets": [sorted(ids) for ids in recommendation.smallest_sets],
        "smallest_sets_cut": recommendation.sets_cut,
        "near_misses": [
            {"rule": miss.rule.id, "question": miss.question.id, "would_apply_at": list(miss.would_apply_at)}
            for miss in recommendation.near_misses
        ],
        "made_no_difference": list(made_no_difference(reading)),
        "warnings": [caveat.value for caveat in recommendation.warnings],
        "tell_at_once": told({whom: [f.flag.id for f in found] for whom, found in to_tell(recommendation).items()}),
        "changes": _changes(recommendation),
        "own_view": _own_view(recommendation),
        "notes": notes_json(reading),
        "language": policy.speech.language,
    }


def _changes(recommendation: Recommendation) -> ChangesShape | None:
    changes = changes_since(Reading(recommendation))
    if changes is None:
        return None
    return {
        "stage": changes.stage.value,
        "since": _day(changes.on),
        "changed": [
            {
                "question": one.question,
                "direction": one.direction.value,
                "before": heard_json(one.before),
                "now": heard_json(one.now),
                "flags": list(one.flags),
            }
            for one in sorted(changes.changed, key=lambda one: one.question)
        ],
        "out_of_date": sorted(changes.out_of_date),
    }


def _own_view(recommendation: Recommendation) -> OwnViewShape | None:
    own = recommendation.case.own_view
    if own is None:
        return None
    return {
        "view": own.view.value,
        "reasons": own.reasons,
        "by": own.by,
        "on": own.on.isoformat(),
        "compared": compared(own.view, recommendation.outcome).value,
    }


def outcome_word(recommendation: Recommendation) -> OutcomeWord | None:
    """Return the outcome's code, or None at the structural stage, which ends in no recommendation."""
    return None if recommendation.case.stage is Stage.STRUCTURAL else recommendation.outcome.value


def dumps(document: Mapping[str, object], *, one_line: bool = False) -> str:
    """Return a document as JSON text ending in a line feed.

    Everything outside ASCII is written as an escape: no character can steer a terminal, and the bytes are the same
    whatever the encoding.
    """
    if one_line:
        return json.dumps(document, ensure_ascii=True, separators=(", ", ": ")) + "\n"
    return json.dumps(document, ensure_ascii=True, indent=2) + "\n"


def _day(when: date | None) -> str | None:
    return when.isoformat() if when else None


def _value(answer: Answer) -> str | list[str]:
    return answer.values[0] if len(answer.values) == 1 else list(answer.values)


def _said(answers: Iterable[Answer]) -> list[SaidShape]:
    return [
        {
            "value": _value(answer) if answer.standing is Standing.ANSWERED else answer.standing.value,
            "source": answer.source.value,
            "on": _day(answer.on),
        }
        for answer in answers
    ]


def heard_json(answers: Iterable[Answer]) -> list[HeardShape]:
    """Return answers as plain data, in their order, without their notes."""
    return [
        {
            "value": _value(answer) if answer.standing is Standing.ANSWERED else None,
            "source": answer.source.value,
            "on": _day(answer.on),
            "standing": answer.standing.value,
        }
        for answer in answers
    ]


def _tree(tree: Tree) -> TreeShape:
    node = _node(tree)
    if tree.known is not None:
        node["possible"] = list(tree.known.possible)
        node["answers"] = heard_json(tree.known.answers)
    if tree.children:
        node["members"] = [_tree(child) for child in tree.children]
    return node


def _node(tree: Tree) -> TreeShape:
    truth: TruthWord = tree.truth.value
    match tree.condition:
        case AllOf():
            return {"test": "all", "truth": truth}
        case AnyOf():
            return {"test": "any", "truth": truth}
        case Not():
            return {"test": "not", "truth": truth}
        case AtLeast(number, _):
            return {"test": "at-least", "truth": truth, "number": number}
        case AnswerIs(question, wanted):
            return {"test": "answer", "truth": truth, "question": question, "wanted": list(wanted)}
        case SaidBy(source, AnswerIs(question, wanted)):
            said_by = source.value
            return {"test": "said-by", "truth": truth, "question": question, "wanted": list(wanted), "source": said_by}
        case FlagIs(flag):
            return {"test": "flag", "truth": truth, "flag": flag}
        case IsUnknown(question):
            return {"test": "unknown", "truth": truth, "question": question}
        case SourcesDiffer(question):
            return {"test": "contradiction", "truth": truth, "question": question}
        case ProgrammeLacks(question):
            return {"test": "programme-lacks", "truth": truth, "question": question}
        case CalledFor(safeguard):
            return {"test": "called-for", "truth": truth, "safeguard": safeguard}
        case _:
            assert_never(tree.condition)
