"""A case file to a case, or every problem in it. The file is untrusted, and what it says is nobody's business here.

INVARIANT (no answer in an error): a message names the place, a question of the policy and the words that are allowed;
never a line, a note, a value or a key of the file that does not resemble a word of the policy.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from engine.errors import BadData, NoInput, Place, Problem
from engine.loading import shapes
from engine.loading.answers import AnswerReader
from engine.loading.document_text import CASE_LIMITS
from engine.loading.fields import Fields, open_fields
from engine.loading.findings import Findings
from engine.loading.folder import read_bytes
from engine.loading.nodes import MapNode, Node
from engine.loading.not_a_case import a_decision, written_by_forethought
from engine.loading.own_view import read_own_view
from engine.loading.spelling import listed
from engine.loading.values import kind_of, read_choice, read_scalar
from engine.loading.yaml_reader import read_document
from engine.model.answer import Answer, Case
from engine.model.policy import Policy
from engine.model.question import PROGRAMME_STAGES, Stage

_REFERENCE = r"[A-Za-z0-9][A-Za-z0-9._/-]{0,39}"
_LONGEST_PATH = 500
_MOST_EARLIER = 20


def load_case(path: Path, policy: Policy, on: date, programme: Path | None = None) -> Case:
    """Return the case in a file, for screening on the day `on`; `programme` is the profile of a case that names none.

    Raises BadData with every problem, those of the files that it names included, or NoInput when a file cannot be read.
    """
    return read_case(read_input(path, CASE_LIMITS.size), str(path), policy, on, path.parent, programme)


def read_case(
    data: bytes, name: str, policy: Policy, on: date, folder: Path | None, programme: Path | None = None
) -> Case:
    """Return the case in YAML or JSON text; `name` stands for it in messages.

    `folder` is where a relative path of a case is looked up; without one such a path is refused. `programme` is the
    profile of a case that names none. Raises BadData, or NoInput when that profile cannot be read.
    """
    profile = load_profile(programme, policy, on) if programme is not None else None
    reader = _CaseReader(name, policy, on, folder)
    case = reader.read(data)
    if case is None or reader.problems:
        raise BadData(reader.problems)
    if profile is None or case.programme == profile:
        return case
    if case.programme is not None or not case.stage.of_client:
        what = "the case names another profile" if case.stage.of_client else "only a client's case has a programme"
        raise BadData([Problem(Place(name), "another-profile", what, "leave the option out, or the key in the case")])
    return replace(case, programme=profile)


def load_profile(path: Path, policy: Policy, on: date) -> Case:
    """Return a programme's profile. Raises BadData with every problem, or NoInput when it cannot be read."""
    reader = _CaseReader(str(path), policy, on, path.parent, kind=_PROFILE)
    profile = reader.read(read_input(path, CASE_LIMITS.size))
    if profile is None or reader.problems:
        raise BadData(reader.problems)
    return profile


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


class _Kind(NamedTuple):
    """A kind of file that a case may point to: what it is called, and the slug for one that is not there."""

    what: str
    missing: str


_PROFILE = _Kind("the programme's profile", "missing-profile")
_EARLIER = _Kind("the earlier case", "missing-earlier-case")


def carried_on(
    earlier: Mapping[str, tuple[Answer, ...]], now: Mapping[str, tuple[Answer, ...]]
) -> dict[str, tuple[Answer, ...]]:
    """Return the answers of now with those of the earlier case that no answer of now stands in for.

    INVARIANT (unknown-never-safer): only an answer with values replaces what the same source said before, and only one
    that is not older; that a source was not asked again, declined or no longer knows takes nothing back.
    """
    merged = {}
    for question in dict.fromkeys((*earlier, *now)):
        said = now.get(question, ())
        kept = (answer for answer in earlier.get(question, ()) if not any(_replaces(new, answer) for new in said))
        merged[question] = (*kept, *said)
    return merged


def _replaces(new: Answer, earlier: Answer) -> bool:
    if new.source is not earlier.source or not new.values:
        return False
    return new.on is None or earlier.on is None or new.on >= earlier.on


class _CaseReader:
    """Reads one case file, or one that it names: the programme's profile, or the case before it."""

    def __init__(
        self, name: str, policy: Policy, on: date, folder: Path | None, *, kind: _Kind | None = None, depth: int = 0
    ) -> None:
        self._name = name
        self._policy = policy
        self._on = on
        self._folder = folder
        self._profile = kind is _PROFILE
        self._earlier = kind is _EARLIER
        self._depth = depth
        self._findings = Findings(name, quotes=False)
        self._elsewhere: list[Problem] = []

    @property
    def problems(self) -> list[Problem]:
        """Everything found wrong, here and in the profile."""
        return self._findings.problems + self._elsewhere

    def read(self, data: bytes) -> Case | None:
        """Return the case, or None when something is wrong."""
        finished = written_by_forethought(data, self._name)
        if finished is not None:
            self._elsewhere.append(finished)
            return None
        try:
            root = read_document(data, self._name, CASE_LIMITS)
        except BadData as error:
            self._elsewhere += error.problems
            return None
        decision = a_decision(root, self._name)
        if decision is not None:
            self._elsewhere.append(decision)
            return None
        fields = open_fields(root, shapes.CASE, self._findings)
        return self._case(fields) if fields is not None else None

    def _case(self, fields: Fields) -> Case | None:
        reference_node = fields.node_of("case")
        reference = read_reference(reference_node, self._findings) if reference_node else ""
        stage = self._stage(fields.node_of("stage"))
        answers = self._answers(fields.node_of("answers"), stage)
        of_client = not self._profile and (stage is None or stage.of_client)
        for key in ("programme", "earlier", "own_view"):
            if key in fields and not of_client:
                self._findings.add(
                    fields.node_of(key), "not-allowed-here", f"only a client's case has `{key}`", "delete the key here"
                )
        programme_node, earlier_node = fields.node_of("programme"), fields.node_of("earlier")
        programme = self._other(programme_node, _PROFILE) if programme_node and of_client else None
        earlier = self._other(earlier_node, _EARLIER) if earlier_node and of_client else None
        own_view = read_own_view(fields.node_of("own_view"), self._on, self._findings)
        if stage is None or fields.faulty:
            return None
        if earlier is not None:
            self._same_client(earlier_node, reference, stage, earlier)
            answers = carried_on(earlier.answers, answers)
        return Case(reference, stage, answers, programme, earlier, own_view)

    def _same_client(self, node: Node | None, reference: str, stage: Stage, earlier: Case) -> None:
        """Refuse an earlier case of another client or of a later stage, and answers that would not age."""
        if earlier.reference != reference:
            self._findings.add(
                node,
                "another-case",
                "the earlier case has another reference",
                "name the earlier file of the same case; two people's answers must never be mixed",
            )
        if earlier.stage not in stage.readable:
            self._findings.add(
                node,
                "not-earlier",
                f"the earlier case is at stage {earlier.stage}, which is not before {stage}",
                f"name a case of one of: {listed(stage.readable)}",
            )
        undated = sorted(name for name, given in earlier.answers.items() if any(one.on is None for one in given))
        if undated:
            self._findings.add(
                node,
                "undated-earlier-answers",
                f"answers of the earlier case carry no date: {listed(undated)}",
                "write `on:` with the day on which each was given, in the earlier file",
            )

    def _stage(self, node: Node | None) -> Stage | None:
        stage = read_choice(node, Stage, "a stage", "unknown-stage", self._findings) if node else None
        if self._earlier and stage is not None and not stage.of_client:
            self._findings.add(
                node, "not-a-client-case", "an earlier case stands at a client's stage", "name a client's case file"
            )
        if self._profile and stage is not None and stage.of_client:
            self._findings.add(
                node,
                "not-a-profile",
                "a programme's profile stands at a programme stage",
                f"write one of: {listed(PROGRAMME_STAGES)}",
            )
        if not (self._profile or self._earlier) and stage is not None and not self._policy.in_force(stage):
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

    def _other(self, node: Node, kind: _Kind) -> Case | None:
        """Return the case in the file that a key points to."""
        path = self._path(node, kind)
        if path is None:
            return None
        try:
            data = read_bytes(path, CASE_LIMITS.size) if path.is_file() else None
        except (OSError, ValueError):
            data = None
        if data is None:
            self._findings.add(
                node,
                kind.missing,
                "there is no file to read where this points to",
                f"write the path of {kind.what}, seen from the folder of the case file; or delete the key",
            )
            return None
        reader = _CaseReader(str(path), self._policy, self._on, path.parent, kind=kind, depth=self._depth + 1)
        case = reader.read(data)
        self._elsewhere += reader.problems
        return case

    def _path(self, node: Node, kind: _Kind) -> Path | None:
        scalar = read_scalar(node, f"the path of {kind.what}", self._findings)
        if scalar is None:
            return None
        if len(scalar.value) > _LONGEST_PATH or "\n" in scalar.value:
            self._findings.add(node, "not-a-path", "this is not a path", f"write the path of {kind.what} on one line")
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
        if kind is _EARLIER and self._depth >= _MOST_EARLIER:
            self._findings.add(
                node,
                "too-many-earlier",
                f"case files point back to earlier ones more than {_MOST_EARLIER} times",
                "name the last one only once; files that point to each other never end",
            )
            return None
        return path if self._folder is None else self._folder / path
