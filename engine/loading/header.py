"""The file policy.yaml: what the policy is called, who owns it, its base safeguards, reviews and other routes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from engine.loading import shapes
from engine.loading.entries import Context
from engine.loading.fields import Fields, open_fields
from engine.loading.findings import Findings
from engine.loading.nodes import MapNode, Node, ScalarNode
from engine.loading.values import items_of, kind_of, read_choice, read_interval, read_text, read_words
from engine.model.question import Stage


class Header(NamedTuple):
    """The contents of policy.yaml. `review` is in days."""

    id: str
    title: str
    version: str
    effective_from: date
    languages: tuple[str, ...]
    owner: str
    summary: str
    base_safeguards: tuple[str, ...]
    review: Mapping[Stage, int]
    other_routes: Mapping[Stage, tuple[str, ...]]
    fields: Fields


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
        title=fields.text("title"),
        version=version,
        effective_from=fields.day("effective_from"),
        languages=_languages(fields, findings),
        owner=fields.text("owner"),
        summary=fields.text("summary"),
        base_safeguards=context.known_ids(fields, "base_safeguards", "safeguards", "safeguard"),
        review={
            stage: days
            for stage, node in _by_stage(fields, "review", findings)
            if (days := read_interval(node, findings)) is not None
        },
        other_routes={stage: _texts(node, findings) for stage, node in _by_stage(fields, "other_routes", findings)},
        fields=fields,
    )
    return None if fields.faulty else header


def _languages(fields: Fields, findings: Findings) -> tuple[str, ...]:
    node = fields.node_of("languages")
    words = read_words(node, "a list of languages, as in [en]", findings) if node else None
    for word in words or ():
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", word.value, re.ASCII):
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


def _texts(node: Node, findings: Findings) -> tuple[str, ...]:
    if isinstance(node, ScalarNode):
        findings.add(node, "wrong-type", "a text stands here, a list of texts is expected", 'write ["text", ...]')
        return ()
    texts = [read_text(item, findings) for item in items_of(node, "a list of texts", findings) or ()]
    return tuple(text for text in texts if text)
