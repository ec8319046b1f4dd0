"""A case file to a case, or every problem in it. The file is untrusted, and what it says is nobody's business here.

INVARIANT (no answer in an error): a message names the place, a question of the policy and the words that are allowed;
never a line, a note, a value or a key of the file that does not resemble a word of the policy.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from engine.errors import BadData, NoInput, Place, Problem
from engine.loading import shapes
from engine.loading.answers import AnswerReader
from engine.loading.document_text import CASE_LIMITS
from engine.loading.fields import Fields, open_fields
from engine.loading.findings import Findings
from engine.loading.folder import read_bytes
from engine.loading.nodes import MapNode, Node
from engine.loading.spelling import listed
from engine.loading.values import kind_of, read_choice, read_scalar
from engine.loading.yaml_reader import read_document
from engine.model.answer import Answer, Case
from engine.model.policy import Policy
from engine.model.question import PROGRAMME_STAGES, Stage

_REFERENCE = r"[A-Za-z0-9][A-Za-z0-9._/-]{0,39}"
_LONGEST_PATH = 500


def load_case(path: Path, policy: Policy, on: date) -> Case:
    """Return the case in a file, for screening on the day `on`.

    Raises BadData with every problem, those of the programme's profile included, or NoInput when the file cannot be
    read.
    """
    return read_case(read_input(path, CASE_LIMITS.size), str(path), policy, on, path.parent)


def read_case(data: bytes, name: str, policy: Policy, on: date, folder: Path | None) -> Case:
    """Return the case in YAML or JSON text; `name` stands for it in messages.

    `folder` is where a relative `programme:` path is looked up; without one such a path is refused. Raises BadData.
    """
    reader = _CaseReader(name, policy, on, folder)
    case = reader.read(data)
    if case is None or reader.problems:
        raise BadData(reader.problems)
    return case


def read_input(path: Path, most: int) -> bytes:
    """Return the bytes of a file that a person named, at most one more than `most`. Raises NoInput."""
    try:
        return read_bytes(path, most)
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise NoInput(
            [Problem(Place(str(path)), "cannot-read", f"this cannot be read: {why}", "check the name of the file")]
        ) from None


def read_reference(node: Node, findings: Findings) -> str:
    """Return the reference of a case: a word of a file, never a name."""
    scalar = read_scalar(node, "a reference", findings)
    if scalar is None:
        return ""
    if not re.fullmatch(_REFERENCE, scalar.value):
        findings.add(
            node,
            "not-a-reference",
            "this is not a reference: one word of at most 40 letters (A-Z), digits, and the signs - . _ /",
            "write the file's reference, as in K-0412; never a name",
        )
    return scalar.value


class _CaseReader:
    """Reads one case file, or (`profile`) the programme's profile that one names."""

    def __init__(self, name: str, policy: Policy, on: date, folder: Path | None, *, profile: bool = False) -> None:
        self._name = name
        self._policy = policy
        self._on = on
        self._folder = folder
        self._profile = profile
        self._findings = Findings(name, quotes=False)
        self._elsewhere: list[Problem] = []

    @property
    def problems(self) -> list[Problem]:
        """Everything found wrong, here and in the profile."""
        return self._findings.problems + self._elsewhere

    def read(self, data: bytes) -> Case | None:
        """Return the case, or None when something is wrong."""
        try:
            root = read_document(data, self._name, CASE_LIMITS)
        except BadData as error:
            self._elsewhere += error.problems
            return None
        fields = open_fields(root, shapes.CASE, self._findings)
        return self._case(fields) if fields is not None else None

    def _case(self, fields: Fields) -> Case | None:
        reference_node = fields.node_of("case")
        reference = read_reference(reference_node, self._findings) if reference_node else ""
        stage = self._stage(fields.node_of("stage"))
        answers = self._answers(fields.node_of("answers"), stage)
        programme: Case | None = None
        programme_node = fields.node_of("programme")
        if programme_node is not None:
            if self._profile or (stage is not None and not stage.of_client):
                self._findings.add(
                    programme_node, "not-allowed-here", "only a client's case has a `programme`", "delete the key here"
                )
            else:
                programme = self._programme(programme_node)
        return Case(reference, stage, answers, programme) if stage is not None and not fields.faulty else None

    def _stage(self, node: Node | None) -> Stage | None:
        stage = read_choice(node, Stage, "a stage", "unknown-stage", self._findings) if node else None
        if self._profile and stage is not None and stage.of_client:
            self._findings.add(
                node,
                "not-a-profile",
                "a programme's profile stands at a programme stage",
                f"write one of: {listed(PROGRAMME_STAGES)}",
            )
        if not self._profile and stage is not None and not self._policy.in_force(stage):
            # Without rules nothing speaks against anything: that is no ground to recommend.
            there = [other for other in Stage if self._policy.in_force(other)]
            self._findings.add(
                node,
                "stage-without-rules",
                f"the policy has no rules in force for the stage {stage}",
                f"it has rules for: {listed(there)}",
            )
        return stage

    def _answers(self, node: Node | None, stage: Stage | None) -> dict[str, tuple[Answer, ...]]:
        if node is None:
            return {}
        if not isinstance(node, MapNode):
            self._findings.add(
                node,
                "wrong-type",
                f"{kind_of(node)} stands here, a mapping from questions to answers is expected",
                "write `question: answer`, one to a line, indented; write {} when nothing was answered",
            )
            return {}
        reader = AnswerReader(self._policy, stage, self._on, self._findings)
        answers: dict[str, tuple[Answer, ...]] = {}
        for key, value in node.entries:
            question = reader.question(key)
            if question is not None:
                answers[question.id] = reader.answers(question, value)
        return answers

    def _programme(self, node: Node) -> Case | None:
        path = self._profile_path(node)
        if path is None:
            return None
        try:
            data = read_bytes(path, CASE_LIMITS.size) if path.is_file() else None
        except (OSError, ValueError):
            data = None
        if data is None:
            self._findings.add(
                node,
                "missing-profile",
                "there is no file to read where this points to",
                "write the path of the programme's profile, seen from the folder of the case file; or delete the key",
            )
            return None
        reader = _CaseReader(str(path), self._policy, self._on, path.parent, profile=True)
        case = reader.read(data)
        self._elsewhere += reader.problems
        return case

    def _profile_path(self, node: Node) -> Path | None:
        scalar = read_scalar(node, "the path of the programme's profile", self._findings)
        if scalar is None:
            return None
        if len(scalar.value) > _LONGEST_PATH or "\n" in scalar.value:
            self._findings.add(
                node, "not-a-path", "this is not a path", "write the path of the programme's profile on one line"
            )
            return None
        path = Path(scalar.value)
        if self._folder is None and not path.is_absolute():
            self._findings.add(
                node,
                "no-folder",
                "this path cannot be looked up: the case was not read from a file",
                "write the whole path, or read the case from a file",
            )
            return None
        return path if self._folder is None else self._folder / path
