"""Whether what a rule says about asking, and a flag about remedies, can ever come into play."""

from __future__ import annotations

from collections.abc import Iterator

from engine.errors import Problem
from engine.loading.gathering import Gathered
from engine.loading.spelling import listed
from engine.model.answer import Source
from engine.model.condition import questions_in
from engine.model.policy import Effect, Rule, Status
from engine.model.question import Nature, Question


def lint_asking(gathered: Gathered) -> Iterator[Problem]:
    """Yield the sources that a rule names for nothing, and the remedies that facts leave without use."""
    yield from _asked_in_vain(gathered)
    yield from _remedied_in_vain(gathered)


def _read(gathered: Gathered, rule: Rule) -> list[Question]:
    """Return the client's questions that a rule tests itself (through flags others are answerable)."""
    found = (gathered.questions.get(name) for name in sorted(questions_in(rule.when)))
    return [entry.item for entry in found if entry is not None]


def _asked_in_vain(gathered: Gathered) -> Iterator[Problem]:
    for name, entry in gathered.rules.items():
        read = _read(gathered, entry.item) if entry.when is not None else []
        # A question that could not be read may be settled by those who seem to be asked in vain.
        if not read or len(read) < len(questions_in(entry.item.when)):
            continue
        may_settle = {source for question in read for source in question.corroborate or tuple(Source)}
        useless = [source for source in entry.item.if_unknown_ask if source not in may_settle]
        if useless:
            yield Problem(
                entry.place("if_unknown_ask"),
                "asked-in-vain",
                f"`{name}` asks {listed(useless)}, whose word settles none of the questions that it reads",
                f"leave it out, or add it to `corroborate` of {listed([question.id for question in read])}",
            )


def _remedied_in_vain(gathered: Gathered) -> Iterator[Problem]:
    for name, flag in gathered.flags.items():
        if flag.item.effect is not Effect.EXCLUDE or not flag.item.remedy:
            continue
        raising = [
            _read(gathered, entry.item)
            for entry in gathered.rules.values()
            if entry.item.raises == name and entry.item.status is Status.IN_FORCE and entry.when is not None
        ]
        on_facts = [bool(read) and all(question.nature is Nature.FACT for question in read) for read in raising]
        if raising and all(on_facts):
            facts = sorted({question.id for read in raising for question in read})
            yield Problem(
                flag.place("remedy"),
                "remedied-in-vain",
                f"no safeguard can resolve `{name}`: it rests on facts alone, {listed(facts)}",
                "write `remedy: []`, or `nature: changeable` for a question whose answer can change",
            )
