"""A policy folder to a policy, or to every problem in it. An entry that is wrong is never left out silently."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from engine.errors import BadData, Problem
from engine.loading import needs
from engine.loading.entries import Entry
from engine.loading.findings import with_excerpts
from engine.loading.fingerprint import WrittenTexts, fingerprint_of
from engine.loading.folder import Folder, read_folder
from engine.loading.gathering import Gathered, gather, gather_from
from engine.loading.header import Header
from engine.loading.languages import Note
from engine.loading.lint import lint
from engine.model.policy import Policy, Rule, Status, positive
from engine.model.question import CLIENT_STAGES, Stage


def load_policy(folder: Path, language: str | None = None) -> Policy:
    """Return the policy in a folder, its texts in a language (the policy's first one if none is named).

    Raises BadData with every problem, lint included (fail closed), or NoInput when there is no such folder.
    """
    return load_read(read_folder(folder), language)


def load_read(folder: Folder, language: str | None = None) -> Policy:
    """Return the policy in a folder whose files have been read. Raises BadData with every problem."""
    gathered = gather_from(folder, language)
    problems = problems_in(gathered)
    if problems or gathered.header is None:
        raise BadData(problems)
    return policy_of(gathered, gathered.header)


def check_policy(folder: Path) -> tuple[Problem, ...]:
    """Return everything that is wrong with a policy, by place; nothing when it is fine.

    Raises NoInput when there is no such folder.
    """
    return BadData(problems_in(gather(folder))).problems


def notes_on(folder: Path) -> tuple[Note, ...]:
    """Return what is worth a note about a policy in which nothing is wrong. Raises NoInput."""
    notes: list[Note] = []
    gather(folder, notes=notes)
    return tuple(sorted(notes))


def problems_in(gathered: Gathered) -> list[Problem]:
    """Return everything that is wrong with what was gathered, each with the line that it is about."""
    problems = gathered.problems + list(lint(gathered))
    if not problems:
        return []
    texts = {name: data.decode("utf-8", "replace") for name, data in gathered.data.items()}
    return with_excerpts(problems, texts)


def policy_of(gathered: Gathered, header: Header) -> Policy:
    """Return the policy that was gathered, nothing being wrong with it."""
    questions = {name: entry.item for name, entry in gathered.questions.items()}
    safeguards = {name: entry.item for name, entry in sorted(gathered.safeguards.items())}
    rules = {name: entry.item for name, entry in gathered.rules.items()}
    flags = {name: entry.item for name, entry in gathered.flags.items()}
    called_for = _called_for(rules.values(), header)
    rules |= needs.derived_rules(safeguards.values(), questions, called_for, header.owner)
    flags |= needs.derived_flags(safeguards.values(), called_for)
    policy = Policy(
        id=header.id,
        title=header.title,
        version=header.version,
        effective_from=header.effective_from,
        languages=header.languages,
        owner=header.owner,
        summary=header.summary,
        base_safeguards=header.base_safeguards,
        review=header.review,
        other_routes=header.other_routes,
        works={key: entry.item for key, entry in sorted(gathered.works.items())},
        questions=questions,
        flags=dict(sorted(flags.items())),
        rules=dict(sorted(rules.items())),
        safeguards=safeguards,
        invariants={name: entry.item for name, entry in sorted(gathered.invariants.items())},
        fingerprint="",
        speech=gathered.languages.speech,
        translation_note=header.translation_notes.get(gathered.languages.speech.language, ""),
    )
    # INVARIANT (monotone): a negation is a test of the other answers, false like any other when nothing applies.
    policy = positive(policy)
    return replace(policy, fingerprint=fingerprint_of(policy, _written(gathered, header)))


def _called_for(rules: Iterable[Rule], header: Header) -> dict[Stage, frozenset[str]]:
    """Return, for each client stage with rules in force, the safeguards that may be called for there."""
    live = [rule for rule in rules if rule.status is Status.IN_FORCE]
    return {
        stage: frozenset(header.base_safeguards.get(stage, ())).union(*(rule.recommends for rule in here))
        for stage in CLIENT_STAGES
        if (here := [rule for rule in live if stage in rule.stages])
    }


def _written(gathered: Gathered, header: Header) -> WrittenTexts:
    """Return, by kind and id, the texts that are written otherwise than they are read."""
    kinds: tuple[Mapping[str, Entry[object]], ...] = (
        gathered.questions,
        gathered.flags,
        gathered.rules,
        gathered.safeguards,
        gathered.invariants,
    )
    found = {
        (type(entry.item).__name__, name): entry.fields.written
        for entries in kinds
        for name, entry in entries.items()
        if entry.fields.written
    }
    return found | {("Policy", ""): header.fields.written}
