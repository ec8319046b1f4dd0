"""Writes policies and cases as files again, so that a generated one can go through the loader like any other.

The files are JSON, which the YAML reader takes as it is. What the loader derives from `needs` is not written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from engine.model.answer import Answer, Case, Standing
from engine.model.policy import Policy, Rule, Safeguard, Status
from engine.model.question import Question, Stage
from engine.model.work import Citation
from engine.report.conditions import Written, as_written


def write_policy(policy: Policy, folder: Path) -> Path:
    """Write a policy as a folder that the loader reads, and return the folder."""
    for stage in Stage:
        questions = [_question(question) for question in policy.questions_at(stage)]
        rules = [_rule(rule) for rule in policy.rules.values() if rule.stage is stage and not rule.derived]
        if questions:
            _put(folder / "questions" / f"{stage}.yaml", questions)
        if rules:
            _put(folder / "rules" / stage / "all.yaml", rules)
    derived = {rule.raises for rule in policy.rules.values() if rule.derived}
    _put(
        folder / "policy.yaml",
        {
            "id": policy.id,
            "title": policy.title,
            "version": policy.version,
            "effective_from": policy.effective_from.isoformat(),
            "languages": [*policy.languages],
            "owner": policy.owner,
            "summary": policy.summary,
            "base_safeguards": [*policy.base_safeguards],
            "review": {stage.value: f"{days} days" for stage, days in policy.review.items()},
            "other_routes": {stage.value: [*routes] for stage, routes in policy.other_routes.items()},
        },
    )
    _put(
        folder / "sources.yaml",
        [
            _present({"key": w.key, "title": w.title, "publisher": w.publisher, "year": w.year, "kind": w.kind})
            for w in policy.works.values()
        ],
    )
    _put(
        folder / "flags.yaml",
        [
            {"id": f.id, "effect": f.effect.value, "title": f.title, "meaning": f.meaning, "remedy": [*f.remedy]}
            for f in policy.flags.values()
            if f.id not in derived
        ],
    )
    _put(
        folder / "safeguards.yaml",
        [_safeguard(safeguard) for safeguard in policy.safeguards.values()],
    )
    return folder


def _safeguard(safeguard: Safeguard) -> Written:
    entry: dict[str, Written] = {
        "id": safeguard.id,
        "title": safeguard.title,
        "do": safeguard.do,
        "who": safeguard.who,
        "by": safeguard.by,
        "check": safeguard.check,
        "each_session": safeguard.each_session,
        "needs": [*safeguard.needs],
    }
    if safeguard.client_wording:
        entry["client_wording"] = safeguard.client_wording
    return entry


def case_text(case: Case) -> str:
    """Return a case as the text of a case file, without its programme's profile."""
    answers: Written = {question: [_answer(a) for a in given] for question, given in case.answers.items() if given}
    return json.dumps({"case": case.reference, "stage": case.stage.value, "answers": answers}, indent=1)


def _question(question: Question) -> Written:
    return _present(
        {
            "id": question.id,
            "section": question.section,
            "ask": question.ask,
            "help": question.help,
            "about": question.about,
            "asked_of": [*question.asked_of],
            "answers": [*question.answers] or "open",
            "wording": dict(question.wording),
            "corroborate": [*question.corroborate],
            "valid_for": f"{question.valid_for} days" if question.valid_for is not None else "",
            "nature": question.nature.value,
            "several": question.several,
            "only_if": as_written(question.only_if) if question.only_if is not None else "",
            "source": _citations(question.source),
        }
    )


def _rule(rule: Rule) -> Written:
    return _present(
        {
            "id": rule.id,
            "title": rule.title,
            "status": rule.status.value,
            "when": as_written(rule.when),
            "raise": rule.raises or "",
            "recommend": [*rule.recommends],
            "because": rule.because,
            "source": _citations(rule.source),
            "authority": rule.authority.value,
            "owner": rule.owner,
            "if_unknown_ask": [*rule.if_unknown_ask],
            "limits": rule.limits,
            "replaced_by": rule.replaced_by if rule.status is Status.RETIRED else "",
        }
    )


def _citations(citations: Iterable[Citation]) -> Written:
    return [{citation.work: [*citation.places]} if citation.places else citation.work for citation in citations]


def _answer(answer: Answer) -> Written:
    value: Written = list(answer.values) if len(answer.values) > 1 else "".join(answer.values)
    return _present(
        {
            "value": value,
            "source": answer.source.value,
            "on": answer.on.isoformat() if answer.on is not None else "",
            "standing": answer.standing.value if answer.standing is not Standing.ANSWERED else "",
            "note": answer.note,
        }
    )


def _present(entry: Mapping[str, Written]) -> Written:
    return {key: value for key, value in entry.items() if value not in ("", [], {}, False)}


def _put(path: Path, content: Written) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
