"""A case file as it stands: what it says itself, to be written again with more answers in it.

The case that is screened may hold more than its file, for it carries on the answers of an earlier one. Here is only
what the file itself says, so that writing it again says no more and no less. A comment cannot be kept, and whether
there is one is told, so that none is ever lost without a word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from engine.errors import BadData
from engine.loading import comments, shapes
from engine.loading.answers import AnswerReader
from engine.loading.document_text import CASE_LIMITS, is_json, text_of
from engine.loading.fields import open_fields
from engine.loading.findings import Findings
from engine.loading.nodes import MapNode, Node, ScalarNode, SeqNode
from engine.loading.values import read_choice
from engine.loading.writing import Writable, json_text, yaml_text
from engine.loading.yaml_reader import read_document
from engine.model.answer import Answer, Case, Standing
from engine.model.decision import OwnView
from engine.model.policy import Policy
from engine.model.question import Stage

_OF_ITS_OWN = ("case", "stage", "answers")


@dataclass(frozen=True, slots=True)
class CaseFile:
    """What a case file says itself. `others` are the keys beside reference, stage and answers, as they stand."""

    reference: str
    stage: Stage
    answers: Mapping[str, tuple[Answer, ...]] = field(default_factory=dict)
    others: Mapping[str, Writable] = field(default_factory=dict)
    as_json: bool = False

    def answering(self, answers: Mapping[str, tuple[Answer, ...]]) -> CaseFile:
        """Return the file with these answers."""
        return replace(self, answers=answers)

    def with_own_view(self, view: OwnView) -> CaseFile:
        """Return the file with the practitioner's own view in it."""
        written: Writable = {
            "view": view.view.value,
            "reasons": view.reasons,
            "by": view.by,
            "on": view.on.isoformat(),
        }
        return replace(self, others={**self.others, "own_view": written})


def case_file_of(case: Case) -> CaseFile:
    """Return a file that says what a case says, without the files that it points to."""
    own = CaseFile(case.reference, case.stage, case.answers)
    return own if case.own_view is None else own.with_own_view(case.own_view)


def read_case_file(data: bytes, name: str, policy: Policy, on: date) -> CaseFile:
    """Return what a file says that `load_case` has accepted. Raises BadData."""
    root = read_document(data, name, CASE_LIMITS)
    findings = Findings(name, quotes=False)
    fields = open_fields(root, shapes.CASE, findings)
    written = fields.node_of("stage") if fields is not None else None
    stage = read_choice(written, Stage, "a stage", "unknown-stage", findings) if written is not None else None
    if fields is None or stage is None or not isinstance(root, MapNode):
        raise BadData(findings.problems)
    reader = AnswerReader(policy, stage, on, findings)
    answers: dict[str, tuple[Answer, ...]] = {}
    given = fields.node_of("answers")
    for key, value in given.entries if isinstance(given, MapNode) else ():
        question = reader.question(key)
        if question is not None:
            answers[question.id] = reader.answers(question, value)
    if findings.problems:
        raise BadData(findings.problems)
    others = {key.value: _as_written(value) for key, value in root.entries if key.value not in _OF_ITS_OWN}
    reference = fields.node_of("case")
    return CaseFile(
        reference.value if isinstance(reference, ScalarNode) else "",
        stage,
        answers,
        others,
        as_json=is_json(text_of(data, name, CASE_LIMITS)),
    )


def case_file_text(file: CaseFile, policy: Policy | None = None) -> str:
    """Return the text of a case file, its answers in the policy's order of questions (or as they come)."""
    order = [name for name in policy.questions if name in file.answers] if policy is not None else list(file.answers)
    answers: Writable = {name: _answers(file.answers[name]) for name in order if file.answers[name]}
    entries = {"case": file.reference, "stage": file.stage.value, **file.others, "answers": answers}
    return json_text(entries) if file.as_json else yaml_text(entries)


def has_comments(data: bytes, name: str) -> bool:
    """Whether a case file that `load_case` has accepted holds a comment."""
    text = text_of(data, name, CASE_LIMITS)
    return not is_json(text) and comments.has_comments(text)


def _answers(given: tuple[Answer, ...]) -> Writable:
    written: list[Writable] = [_answer(answer) for answer in given]
    return written if len(written) > 1 else written[0]


def _answer(answer: Answer) -> Writable:
    entry: dict[str, Writable] = {}
    if answer.standing is Standing.ANSWERED:
        entry["value"] = list(answer.values) if len(answer.values) > 1 else "".join(answer.values)
    else:
        entry["standing"] = answer.standing.value
    entry["source"] = answer.source.value
    if answer.on is not None:
        entry["on"] = answer.on.isoformat()
    if answer.note:
        entry["note"] = answer.note
    return entry


def _as_written(node: Node) -> Writable:
    match node:
        case ScalarNode():
            return node.value
        case SeqNode():
            return [_as_written(item) for item in node.items]
        case MapNode():
            return {key.value: _as_written(value) for key, value in node.entries}
