"""Every text of a policy that a person reads, in each language that it is given in, as it was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from engine.loading.entries import Entry
from engine.loading.gathering import gather
from engine.model.policy import Flag, Invariant, Policy, Rule, Safeguard
from engine.model.question import Question

ByLanguage: TypeAlias = Mapping[str, str]


class TextKey(NamedTuple):
    """Which text: the kind and id of its entry (the policy itself has none), and its key there."""

    kind: str
    id: str
    key: str


Texts: TypeAlias = Mapping[TextKey, ByLanguage]

TEXT_FIELDS: Mapping[type, tuple[str, ...]] = {
    Question: ("section", "ask", "help", "about", "wording"),
    Flag: ("title", "meaning", "tell"),
    Rule: ("title", "because", "limits"),
    Safeguard: ("title", "do", "who", "by", "check", "client_wording"),
    Invariant: ("because",),
    Policy: ("title", "summary", "other_routes", "translation_note"),
}
"""The fields of each kind that hold texts; whatever is not named here is compared as data."""

_BETWEEN = "; "


def texts_of(policy: Policy) -> Texts:
    """Return the texts of a loaded policy, in the one language that it was loaded in."""
    return dict(_read(policy))


def texts_in(folder: Path, policy: Policy) -> Texts:
    """Return the texts of the policy in a folder, in every language and with the markers that stand in them.

    `policy` is that policy, loaded in its first language.
    """
    found = dict(_read(policy))
    gathered = gather(folder)
    entries: dict[str, Mapping[str, Entry[Any]]] = {
        "question": gathered.questions,
        "flag": gathered.flags,
        "rule": gathered.rules,
        "safeguard": gathered.safeguards,
        "invariant": gathered.invariants,
    }
    first = policy.languages[0]
    for kind, items in entries.items():
        for name, entry in items.items():
            for key, written in entry.fields.written.items():
                answers = entry.item.answers if isinstance(entry.item, Question) else ()
                found |= _written(TextKey(kind, name, key), written, first, answers)
    for key, written in gathered.header.fields.written.items() if gathered.header else ():
        if key == "translation_notes":
            found[TextKey("policy", "", "translation_notes")] = _by_language(written, first)
        else:
            found |= _written(TextKey("policy", "", key), written, first, ())
    return found


def _read(policy: Policy) -> Iterator[tuple[TextKey, ByLanguage]]:
    language = policy.speech.language if policy.speech.language in policy.languages else policy.languages[0]
    kinds: dict[str, Mapping[str, Question | Flag | Rule | Safeguard | Invariant]] = {
        "question": policy.questions,
        "flag": {name: flag for name, flag in policy.flags.items() if name not in derived_flags(policy)},
        "rule": {name: rule for name, rule in policy.rules.items() if not rule.derived},
        "safeguard": policy.safeguards,
        "invariant": policy.invariants,
    }
    for kind, items in kinds.items():
        for name, item in items.items():
            for key in TEXT_FIELDS[type(item)]:
                value = getattr(item, key)
                if key == "wording":
                    for answer, text in value:
                        yield TextKey(kind, name, f"wording of {answer}"), {language: text}
                elif value:
                    yield (
                        TextKey(kind, name, key),
                        {language: value if isinstance(value, str) else _BETWEEN.join(value)},
                    )
    yield TextKey("policy", "", "title"), {language: policy.title}
    yield TextKey("policy", "", "summary"), {language: policy.summary}
    for stage, routes in policy.other_routes.items():
        yield TextKey("policy", "", f"other_routes at {stage}"), {language: _BETWEEN.join(routes)}
    if policy.translation_note:
        yield TextKey("policy", "", "translation_notes"), {language: policy.translation_note}


def derived_flags(policy: Policy) -> frozenset[str]:
    """Return the flags that the loader wrote from what safeguards need."""
    return frozenset(rule.raises for rule in policy.rules.values() if rule.derived and rule.raises)


def _written(key: TextKey, written: object, first: str, answers: tuple[str, ...]) -> Texts:
    if key.key == "wording" and isinstance(written, list):
        pairs = zip(answers, written, strict=True)
        return {key._replace(key=f"wording of {answer}"): _by_language(each, first) for answer, each in pairs}
    if key.key == "other_routes" and isinstance(written, dict):
        return {key._replace(key=f"other_routes at {stage}"): _listed(each, first) for stage, each in written.items()}
    return {key: _listed(written, first) if isinstance(written, list) else _by_language(written, first)}


def _listed(written: list[object], first: str) -> ByLanguage:
    every = [_by_language(each, first) for each in written]
    languages = dict.fromkeys(language for each in every for language in each)
    return {
        language: _BETWEEN.join(each.get(language, each.get(first, "")) for each in every) for language in languages
    }


def _by_language(written: object, first: str) -> ByLanguage:
    if isinstance(written, dict):
        return {str(language): " ".join(str(text).split()) for language, text in written.items()}
    return {first: " ".join(str(written).split())}
