"""All findings and notes of a policy in which nothing is wrong, before any of them is accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from engine.errors import BadData, Place
from engine.loading.advice.asking import notes_on_answers, reviews_passed, unanswerable
from engine.loading.advice.finding import Finding, Looked
from engine.loading.advice.texts import taken_apart
from engine.loading.advice.useless import useless
from engine.loading.advice.words import deciding_texts, without_words
from engine.loading.gathering import gather
from engine.loading.languages import Note
from engine.loading.load import policy_of, problems_in


def look_at(folder: Path, on: date) -> tuple[Looked, tuple[Note, ...]]:
    """Read a policy to be looked at on a day, with the notes made on the way. Raises BadData, or NoInput."""
    notes: list[Note] = []
    gathered = gather(folder, notes=notes)
    problems = problems_in(gathered)
    if problems or gathered.header is None:
        raise BadData(problems)
    looked = Looked(gathered, gathered.header, policy_of(gathered, gathered.header), on)
    return looked, tuple(sorted([*notes, *notes_on_answers(looked), *without_words(looked)]))


def findings_in(looked: Looked) -> tuple[Finding, ...]:
    """Return what the policy's writer should answer for, by place; nothing that needs a proof."""
    checks = (useless, unanswerable, reviews_passed, taken_apart, deciding_texts)
    return tuple(sorted({finding for check in checks for finding in check(looked)}))


def named(looked: Looked, notes: Sequence[Note]) -> tuple[tuple[Note, frozenset[str]], ...]:
    """Return each note with what an acceptance may call it by: the entry it is about, and its language."""
    starts: dict[str, list[tuple[int, str]]] = {}
    for place, name in _entries(looked):
        starts.setdefault(place.file, []).append((place.line, name))
    for lines in starts.values():
        lines.sort()
    return tuple((note, frozenset((note.kind, _entry_at(note.place, starts)))) for note in notes)


def _entries(looked: Looked) -> Iterator[tuple[Place, str]]:
    gathered = looked.gathered
    yield Place(looked.header.fields.findings.file, 1, 1), looked.header.id
    kinds = (gathered.questions, gathered.flags, gathered.rules, gathered.safeguards, gathered.invariants)
    for entries in kinds:
        for name, entry in entries.items():
            yield entry.place(""), name


def _entry_at(place: Place, starts: dict[str, list[tuple[int, str]]]) -> str:
    return next((name for line, name in reversed(starts.get(place.file, [])) if line <= place.line), "")
