"""A policy folder to a policy, or to every problem in it. An entry that is wrong is never left out silently."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from engine.errors import BadData, Problem
from engine.loading import needs
from engine.loading.findings import with_excerpts
from engine.loading.fingerprint import fingerprint_of
from engine.loading.gathering import Gathered, gather
from engine.loading.header import Header
from engine.loading.lint import lint
from engine.model.policy import Policy, Status, positive
from engine.model.question import Stage


def load_policy(folder: Path) -> Policy:
    """Return the policy in a folder.

    Raises BadData with every problem, lint included (fail closed), or NoInput when there is no such folder.
    """
    gathered = gather(folder)
    problems = _problems(gathered)
    if problems or gathered.header is None:
        raise BadData(problems)
    return _policy(gathered, gathered.header)


def check_policy(folder: Path) -> tuple[Problem, ...]:
    """Return everything that is wrong with a policy, by place; nothing when it is fine.

    Raises NoInput when there is no such folder.
    """
    return BadData(_problems(gather(folder))).problems


def _problems(gathered: Gathered) -> list[Problem]:
    problems = gathered.problems + list(lint(gathered))
    if not problems:
        return []
    texts = {name: data.decode("utf-8", "replace") for name, data in gathered.data.items()}
    return with_excerpts(problems, texts)


def _policy(gathered: Gathered, header: Header) -> Policy:
    questions = {name: entry.item for name, entry in gathered.questions.items()}
    safeguards = {name: entry.item for name, entry in sorted(gathered.safeguards.items())}
    rules = {name: entry.item for name, entry in gathered.rules.items()}
    flags = {name: entry.item for name, entry in gathered.flags.items()}
    in_use = {rule.stage for rule in rules.values() if rule.status is Status.IN_FORCE}
    stages = [stage for stage in Stage if stage.of_client and stage in in_use]
    rules |= needs.derived_rules(safeguards.values(), questions, stages, header.owner)
    if stages:
        flags |= needs.derived_flags(safeguards.values(), questions)
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
    )
    # INVARIANT (monotone): a negation is a test of the other answers, false like any other when nothing applies.
    policy = positive(policy)
    return replace(policy, fingerprint=fingerprint_of(policy))
