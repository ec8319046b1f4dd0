"""All files of a policy folder, read into entries with their places. Judges none of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from engine.errors import BadData, Place, Problem
from engine.loading.document_text import POLICY_LIMITS
from engine.loading.entries import Context, Entry, read_flag, read_invariant, read_rule, read_safeguard, read_work
from engine.loading.findings import Findings
from engine.loading.folder import Folder, PolicyFile, read_folder
from engine.loading.header import Header, read_header
from engine.loading.languages import Languages, Note, languages_of
from engine.loading.nodes import MapNode, Node, texts_of
from engine.loading.questions import read_question
from engine.loading.values import items_of
from engine.loading.vocabulary import Vocabulary
from engine.loading.yaml_reader import read_document
from engine.model.policy import Flag, Invariant, Rule, Safeguard
from engine.model.question import Question, Stage
from engine.model.work import Work


@dataclass(slots=True)
class Gathered:
    """The entries of a policy by id, as far as they could be read, and every problem met on the way.

    Questions stand in the order of their stages and, within a stage, of their file. `mentioned` holds every text of
    entries that could not be read or are defined twice: what may be used there cannot be called unused.
    """

    folder: Path
    header: Header | None = None
    works: dict[str, Entry[Work]] = field(default_factory=dict)
    questions: dict[str, Entry[Question]] = field(default_factory=dict)
    flags: dict[str, Entry[Flag]] = field(default_factory=dict)
    rules: dict[str, Entry[Rule]] = field(default_factory=dict)
    safeguards: dict[str, Entry[Safeguard]] = field(default_factory=dict)
    invariants: dict[str, Entry[Invariant]] = field(default_factory=dict)
    words: Vocabulary = field(default_factory=Vocabulary)
    mentioned: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    data: dict[str, bytes] = field(default_factory=dict)
    languages: Languages = field(default_factory=Languages)

    @property
    def whole(self) -> bool:
        """Whether every file could be parsed, so that what is not there is really missing."""
        return not self.words.unread


def gather(folder: Path, language: str | None = None, notes: list[Note] | None = None) -> Gathered:
    """Read every file of a policy folder, its texts in a language. Raises NoInput when there is no such folder."""
    return gather_from(read_folder(folder), language, notes)


def gather_from(folder: Folder, language: str | None = None, notes: list[Note] | None = None) -> Gathered:
    """Return what the files of a policy folder hold, once they are read; no file is looked at again."""
    gathered = Gathered(folder.path, problems=[*folder.problems], data={**folder.data})
    files = folder.files
    present = {file.kind for file in files}
    gathered.words.unread |= {"works", "questions", "flags", "safeguards", "rules"} - present
    documents: list[tuple[PolicyFile, Node, Findings]] = []
    order = list(Stage)
    for file in sorted(files, key=lambda file: (order.index(file.stage), file.name)):
        root = _document(file, gathered)
        if root is not None:
            findings = Findings(file.name, quotes=True)
            documents.append((file, root, findings))
            if file.kind != "policy":
                gathered.words.add(file.kind, root, findings, file.stage)
    header = next((root for file, root, _ in documents if file.kind == "policy"), None)
    gathered.languages = languages_of(header, language, notes)
    for file, root, findings in documents:
        _read(file, root, Context(gathered.words, findings, file.stage, gathered.languages), gathered)
        gathered.problems += findings.problems
    if gathered.languages.another_first:
        # The markers of every plain text were read in a language that it is not written in.
        gathered.problems = [problem for problem in gathered.problems if problem.slug != "pronoun-marker"]
    gathered.problems += gathered.languages.problems(_languages_place(header, gathered.folder))
    return gathered


def _languages_place(header: Node | None, folder: Path) -> Place:
    """Return where policy.yaml lists the languages, as far as it can be read."""
    file = str(folder / "policy.yaml")
    entries = header.entries if isinstance(header, MapNode) else ()
    found = next((value for key, value in entries if key.value == "languages"), header)
    return Place(file, found.line, found.column) if found is not None else Place(file)


def _document(file: PolicyFile, gathered: Gathered) -> Node | None:
    data = gathered.data.get(file.name)
    try:
        if data is not None:
            return read_document(data, file.name, POLICY_LIMITS)
    except BadData as error:
        gathered.problems += error.problems
    gathered.words.unread.add(file.kind)
    return None


def _read(file: PolicyFile, root: Node, context: Context, gathered: Gathered) -> None:
    match file.kind:
        case "policy":
            gathered.header = read_header(root, context)
            if gathered.header is None:
                gathered.mentioned |= texts_of(root)
        case "works":
            gathered.mentioned |= _entries(root, read_work, gathered.works, context)
        case "questions":
            gathered.mentioned |= _entries(root, read_question, gathered.questions, context)
        case "flags":
            gathered.mentioned |= _entries(root, read_flag, gathered.flags, context)
        case "rules":
            gathered.mentioned |= _entries(root, read_rule, gathered.rules, context)
        case "safeguards":
            gathered.mentioned |= _entries(root, read_safeguard, gathered.safeguards, context)
        case _:
            gathered.mentioned |= _entries(root, read_invariant, gathered.invariants, context)


_T = TypeVar("_T", Work, Question, Flag, Rule, Safeguard, Invariant)


def _entries(
    root: Node, read: Callable[[Node, Context], Entry[_T] | None], into: dict[str, Entry[_T]], context: Context
) -> set[str]:
    """Read the entries of one file; return the texts of those that are not taken."""
    mentioned: set[str] = set()
    for node in items_of(root, "a list of entries, each beginning with `- `", context.findings) or ():
        entry = read(node, context)
        if entry is None or _id_of(entry.item) in into:
            mentioned |= texts_of(node)
        else:
            into[_id_of(entry.item)] = entry
    return mentioned


def _id_of(item: Work | Question | Flag | Rule | Safeguard | Invariant) -> str:
    return item.key if isinstance(item, Work) else item.id
