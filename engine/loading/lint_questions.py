"""What is wrong between questions: who can settle those that bear on exclusion, `only_if`, and what nothing reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.errors import Problem
from engine.loading.closure import Closure
from engine.loading.cycles import cycles_in, spelled
from engine.loading.gathering import Gathered
from engine.model.condition import Condition, leaves_of, question_of
from engine.model.policy import Status
from engine.model.question import Stage


def lint_questions(gathered: Gathered, bearing: Mapping[str, str]) -> Iterator[Problem]:
    """Yield the problems of questions; `bearing` names those that bear on exclusion, and why."""
    questions = {name: entry.item for name, entry in gathered.questions.items()}
    for name, why in bearing.items():
        entry = gathered.questions.get(name)
        if entry is None:
            continue
        if not entry.item.corroborate and "corroborate" not in entry.fields:
            yield Problem(
                entry.place("id"),
                "corroborate-missing",
                f"`{name}` bears on exclusion: {why}",
                "add `corroborate: [sources]`: whose word can settle it",
            )
        if entry.item.valid_for is None:
            yield Problem(
                entry.place("id"),
                "valid-for-missing",
                f"`{name}` bears on exclusion: {why}",
                "add `valid_for: 8 weeks`, or how long an answer holds",
            )
        if entry.when is not None:
            yield from Closure(questions, f"`{name}` bears on exclusion: {why}").check(entry.when)
    yield from _cycles(gathered)
    yield from _unused(gathered)


def _read_by(condition: Condition | None) -> set[str]:
    leaves = leaves_of(condition) if condition is not None else ()
    return {question for leaf in leaves if (question := question_of(leaf))}


def _cycles(gathered: Gathered) -> Iterator[Problem]:
    graph = {name: _read_by(entry.item.only_if) for name, entry in gathered.questions.items()}
    for cycle in cycles_in(graph):
        yield Problem(
            gathered.questions[cycle[0]].place("only_if"),
            "only-if-cycle",
            f"questions wait for each other in a circle: {spelled(cycle)}",
            "take one of them out of `only_if`",
        )


def _unused(gathered: Gathered) -> Iterator[Problem]:
    """INVARIANT (no silence): a question with fixed answers that nothing reads would look as if it counted."""
    if not gathered.whole:
        return
    used = set(gathered.mentioned)
    for rule in gathered.rules.values():
        if rule.item.status is not Status.RETIRED:
            used |= _read_by(rule.item.when)
    for question in gathered.questions.values():
        used |= _read_by(question.item.only_if)
    for invariant in gathered.invariants.values():
        used |= _read_by(invariant.item.if_holds)
    for safeguard in gathered.safeguards.values():
        used.update(safeguard.item.needs)
    for name, entry in gathered.questions.items():
        if name not in used and not entry.item.open and entry.item.stage is not Stage.STRUCTURAL:
            yield Problem(
                entry.place("id"),
                "unused-question",
                f"no rule reads `{name}`",
                "write a rule that reads it, or `answers: open` if it is only recorded",
            )
