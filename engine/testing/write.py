"""Writes policies and cases as files again, so that a generated one can go through the loader like any other.

The files are JSON, which the YAML reader takes as it is. What the loader derives from `needs` is not written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

from engine.loading.case_file import case_file_of, case_file_text
from engine.model.answer import Case
from engine.model.policy import Flag, Policy, Rule, Safeguard, Status
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
            "base_safeguards": {stage.value: [*names] for stage, names in policy.base_safeguards.items()},
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
        [_flag(flag) for flag in policy.flags.values() if flag.id not in derived],
    )
    _put(
        folder / "safeguards.yaml",
        [_safeguard(safeguard) for safeguard in policy.safeguards.values()],
    )
    return folder


_TEXTS = frozenset({"title", "summary", "section", "ask", "help", "meaning", "because", "limits", "do", "check"})


def translate_some(folder: Path, rng: Random) -> Path:
    """Give some texts of a written policy in two languages and with pronouns to choose from; return the folder."""
    for path in sorted(folder.rglob("*.yaml")):
        if path.name != "sources.yaml":
            _put(path, _translated(json.loads(path.read_text(encoding="utf-8")), rng))
    header = json.loads((folder / "policy.yaml").read_text(encoding="utf-8"))
    pronouns: Written = {who: rng.choice(("he", "she", "they")) for who in ("client", "partner")}
    _put(folder / "policy.yaml", header | {"languages": ["en", "de"], "pronouns": pronouns})
    return folder


def _translated(content: Written, rng: Random) -> Written:
    if isinstance(content, list):
        return [_translated(item, rng) for item in content]
    if not isinstance(content, dict):
        return content
    entry: dict[str, Written] = {}
    for key, value in content.items():
        if key not in _TEXTS or not isinstance(value, str):
            entry[key] = _translated(value, rng)
        elif rng.random() < 0.5:
            marked = f"{value}: <he says|they say>"
            german: Written = {"en": marked, "de": f"{value}: <er sagt|sie sagt|die Person sagt>"}
            entry[key] = german if rng.random() < 0.5 else marked
        else:
            entry[key] = value
    return entry


def _flag(flag: Flag) -> Written:
    entry: dict[str, Written] = {
        "id": flag.id,
        "effect": flag.effect.value,
        "title": flag.title,
        "meaning": flag.meaning,
        "remedy": [*flag.remedy],
        "partner_safety": flag.partner_safety,
    }
    if flag.tell:
        entry["tell"] = [*flag.tell]
    return entry


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
        "partner_safety": safeguard.partner_safety,
    }
    if safeguard.client_wording:
        entry["client_wording"] = safeguard.client_wording
    return entry


def case_text(case: Case) -> str:
    """Return a case as the text of a case file, without its programme's profile."""
    return case_file_text(replace(case_file_of(case), as_json=True))


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
            "also_at": [stage.value for stage in rule.also_at],
            "replaced_by": rule.replaced_by if rule.status is Status.RETIRED else "",
        }
    )


def _citations(citations: Iterable[Citation]) -> Written:
    return [{citation.work: [*citation.places]} if citation.places else citation.work for citation in citations]


def _present(entry: Mapping[str, Written]) -> Written:
    return {key: value for key, value in entry.items() if value not in ("", [], {}, False)}


def _put(path: Path, content: Written) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
