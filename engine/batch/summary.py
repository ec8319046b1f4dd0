"""What a run over many cases comes to, counted: exact, and therefore for nobody outside the case team.

`engine.batch.suppression` says what of it may be told on.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from engine.model.condition import CalledFor, Condition, FlagIs, leaves_of, question_of
from engine.model.policy import Effect, Outcome, Policy
from engine.model.question import Stage

if TYPE_CHECKING:
    from engine.batch.reading import Table
    from engine.columns.counting import Numbers


class FlagCount(NamedTuple):
    """In how many cases a flag is raised, and in how many that is not known."""

    flag: str
    title: str
    effect: Effect
    true: int
    unknown: int


class MissingCount(NamedTuple):
    """In how many cases a question has to be found out, and the flags that its answer bears on."""

    question: str
    subject: str
    cases: int
    bears_on: frozenset[str]


class StageCounts(NamedTuple):
    """The cases of a stage that have a recommendation, by what it is."""

    stage: Stage
    against: int
    undetermined: int
    conditional: int
    flags: tuple[FlagCount, ...]
    missing: tuple[MissingCount, ...]

    @property
    def cases(self) -> int:
        """How many there are."""
        return self.against + self.undetermined + self.conditional


class Counts(NamedTuple):
    """All rows of a table: those that could not be read, those without a recommendation, and the others by stage.

    `refused` have none because the policy's own promises rule it out.
    """

    policy: str
    version: str
    fingerprint: str
    engine: str
    screened_on: str
    rows: int
    unread: int
    refused: int
    stages: tuple[StageCounts, ...]


def counted(table: Table, policy: Policy, on: date, engine: str = "") -> Counts:
    """Screen every row of a table and count; no row is kept. `engine` is the engine's version.

    Raises ValueError when rows are lost or counted twice, which is a fault: a summary that does not add up is none.
    """
    from engine.columns.counting import numbers

    found = numbers(table.sheets, policy, table.stages, on)
    counts = Counts(
        policy=policy.id,
        version=policy.version,
        fingerprint=policy.fingerprint,
        engine=engine,
        screened_on=on.isoformat(),
        rows=table.rows,
        unread=table.unread,
        refused=sum(each.refused for each in found.values()),
        stages=tuple(_stage(policy, stage, found[stage]) for stage in Stage if stage in found and found[stage].cases),
    )
    counted_twice = sum(stage.cases for stage in counts.stages) + counts.refused + counts.unread
    if counted_twice != counts.rows or any(sum(each.outcomes.values()) != each.cases for each in found.values()):
        raise ValueError("the rows that were counted are not the rows that were read")
    return counts


def _stage(policy: Policy, stage: Stage, found: Numbers) -> StageCounts:
    bearing = bears_on(policy, stage)
    return StageCounts(
        stage,
        found.outcomes[Outcome.AGAINST],
        found.outcomes[Outcome.UNDETERMINED],
        found.outcomes[Outcome.CONDITIONAL],
        tuple(
            FlagCount(name, policy.flags[name].title, policy.flags[name].effect, number, found.unknown[name])
            for name, number in found.true.items()
        ),
        tuple(
            MissingCount(name, policy.questions[name].subject, number, bearing.get(name, frozenset()))
            for name, number in found.find.items()
        ),
    )


def bears_on(policy: Policy, stage: Stage) -> Mapping[str, frozenset[str]]:
    """Return, for each question, the flags of a stage that can come out otherwise by its answer, however far round."""
    found: dict[str, set[str]] = {}
    for flag, raisers in policy.raisers(stage).items():
        for question in _read(policy, stage, [rule.when for rule in raisers]):
            found.setdefault(question, set()).add(flag)
    return {question: frozenset(flags) for question, flags in found.items()}


def _read(policy: Policy, stage: Stage, waiting: list[Condition]) -> frozenset[str]:
    """Return every question that conditions read: their own, and those behind flags, safeguards and `only_if`."""
    questions: set[str] = set()
    followed: set[str] = set()
    while waiting:
        for leaf in leaves_of(waiting.pop()):
            question = question_of(leaf)
            if question is not None:
                if question not in questions and (only_if := policy.questions[question].only_if) is not None:
                    waiting.append(only_if)
                questions.add(question)
                continue
            behind = policy.raisers(stage) if isinstance(leaf, FlagIs) else policy.callers(stage)
            name = leaf.flag if isinstance(leaf, FlagIs) else leaf.safeguard if isinstance(leaf, CalledFor) else ""
            kind = f"{type(leaf).__name__}:{name}"
            if kind not in followed:
                followed.add(kind)
                waiting += [rule.when for rule in behind.get(name, ())]
    return frozenset(questions)
