"""The file policy.yaml: what the policy is called, who owns it, its base safeguards, reviews and other routes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from engine.loading import shapes
from engine.loading.acceptance import Acceptance, read_acceptances, read_never_say
from engine.loading.entries import Context
from engine.loading.fields import Fields, open_fields
from engine.loading.findings import Findings
from engine.loading.languages import CODE, Written
from engine.loading.nodes import MapNode, Node
from engine.loading.values import kind_of, read_choice, read_interval, read_text, read_words
from engine.model.question import Stage
from engine.model.speech import Pronoun


class Header(NamedTuple):
    """The contents of policy.yaml. `review` is in days."""

    id: str
    title: str
    version: str
    effective_from: date
    languages: tuple[str, ...]
    owner: str
    summary: str
    base_safeguards: Mapping[Stage, tuple[str, ...]]
    review: Mapping[Stage, int]
    other_routes: Mapping[Stage, tuple[str, ...]]
    translation_notes: Mapping[str, str]
    fields: Fields
    accepted: tuple[Acceptance, ...] = ()
    never_say: Mapping[str, tuple[str, ...]] = {}


def read_header(root: Node, context: Context) -> Header | None:
    """Return the policy's header, or None when something in it is wrong."""
    findings = context.findings
    fields = open_fields(root, shapes.POLICY, findings)
    if fields is None:
        return None
    version = fields.text("version")
    if version and not re.fullmatch(r"\d{1,6}\.\d{1,6}\.\d{1,6}", version, re.ASCII):
        findings.add(
            fields.node_of("version"),
            "not-a-version",
            f"`{version[:40]}` is not a version",
            'write three numbers, as in "1.0.0"',
        )
    header = Header(
        id=fields.id(),
        title=fields.said("title", context.languages),
        version=version,
        effective_from=fields.day("effective_from"),
        languages=_languages(fields, findings),
        owner=fields.text("owner"),
        summary=fields.said("summary", context.languages),
        base_safeguards=_base_safeguards(fields, context),
        review={
            stage: days
            for stage, node in _by_stage(fields, "review", findings)
            if (days := read_interval(node, findings)) is not None
        },
        other_routes=_other_routes(fields, context),
        translation_notes=_translation_notes(fields, context),
        fields=fields,
        accepted=read_acceptances(fields.node_of("accepted"), findings),
        never_say=read_never_say(fields.node_of("never_say"), context.languages.listed, findings),
    )
    _check_pronouns(fields.node_of("pronouns"), findings)
    return None if fields.faulty else header


def _base_safeguards(fields: Fields, context: Context) -> Mapping[Stage, tuple[str, ...]]:
    """Return what every case gets: one list for every stage, or a list for each."""
    node = fields.node_of("base_safeguards")
    if not isinstance(node, MapNode):
        return dict.fromkeys(Stage, context.known_ids(fields, "base_safeguards", "safeguards", "safeguard"))
    return {
        stage: context.known_ids_of(listed, "safeguards", "safeguard")
        for stage, listed in _by_stage(fields, "base_safeguards", context.findings)
    }


def _languages(fields: Fields, findings: Findings) -> tuple[str, ...]:
    node = fields.node_of("languages")
    words = read_words(node, "a list of languages, as in [en]", findings) if node else None
    for word in words or ():
        if not re.fullmatch(CODE, word.value, re.ASCII):
            findings.add(
                word, "not-a-language", f"{findings.shown(word)} is not a language code", "write a code such as en"
            )
    return tuple(word.value for word in words or ())


def _by_stage(fields: Fields, key: str, findings: Findings) -> Iterator[tuple[Stage, Node]]:
    node = fields.node_of(key)
    if node is None:
        return
    if not isinstance(node, MapNode):
        findings.add(
            node, "wrong-type", f"{kind_of(node)} stands here, a mapping from stages is expected", "write {start: ...}"
        )
        return
    if not node.entries:
        findings.add(
            node,
            "empty-list",
            "an empty mapping stands here, an entry for each stage with rules is expected",
            "write {start: ...}",
        )
    for word, value in node.entries:
        stage = read_choice(word, Stage, "a stage", "unknown-stage", findings)
        if stage is not None:
            yield stage, value


def _other_routes(fields: Fields, context: Context) -> Mapping[Stage, tuple[str, ...]]:
    routes: dict[Stage, tuple[str, ...]] = {}
    written: dict[str, list[Written]] = {}
    for stage, node in _by_stage(fields, "other_routes", context.findings):
        routes[stage], written[stage.value] = fields.texts_of(node, context.languages)
    if any(list(routes[Stage(stage)]) != texts for stage, texts in written.items()):
        fields.written["other_routes"] = written
    return routes


def _translation_notes(fields: Fields, context: Context) -> Mapping[str, str]:
    """Return what is to be said of each translation, by language."""
    node, findings, languages = fields.node_of("translation_notes"), context.findings, context.languages
    if node is None:
        return {}
    if not isinstance(node, MapNode):
        what = f"{kind_of(node)} stands here, a note for each translation is expected"
        findings.add(node, "wrong-type", what, "write {de: text}")
        return {}
    notes: dict[str, str] = {}
    for code, value in node.entries:
        if languages.listed and code.value not in languages.listed[1:]:
            findings.unknown_word(
                code, "unknown-language", "a language that the policy is translated to", languages.listed[1:]
            )
        notes[code.value] = read_text(value, findings) or ""
    fields.written["translation_notes"] = dict(notes)
    return notes


def _check_pronouns(node: Node | None, findings: Findings) -> None:
    """Record what is wrong with `pronouns`; what it says was read before anything else."""
    pronouns = open_fields(node, shapes.PRONOUNS, findings) if node else None
    for key in shapes.PRONOUNS.keys if pronouns else ():
        if pronouns and key in pronouns:
            pronouns.choice(key, Pronoun, "a pronoun", "unknown-pronoun")
