"""A search for cases that two policies judge differently, for where there is no solver.

What it does not find may exist.
It looks where a difference is likely: at the answers that changed rules and changed questions read, one and two at a
time, against a case of no concern and against a silent one, and then at random ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from random import Random
from typing import Final, TypeAlias

from engine.compare.difference import How, Promise, Shorten, Shown, StageDifference, Witness
from engine.compare.direction import breaks
from engine.compare.sides import Aspect, Shift, shifts, side
from engine.model.answer import Answer, Case, Source, Standing
from engine.model.condition import leaves_of, questions_in
from engine.model.policy import Policy, Rule
from engine.model.question import Question, Stage

_MOST_TRIED: Final = 200
_RANDOM: Final = 150
_REFERENCE: Final = "FOUND"

Said: TypeAlias = tuple[Answer, ...]


def searched(old: Policy, new: Policy, stage: Stage, on: date, shorten: Shorten | None = None) -> StageDifference:
    """Return what was found at a stage by trying cases: that nothing was found is said as not known."""
    every = [Shift(aspect, less) for aspect in Aspect for less in (True, False)]
    if _bearing(old, stage) == _bearing(new, stage):
        return StageDifference(stage, How.UNCHANGED, dict.fromkeys(every, Shown.NO))
    found: dict[Shift, Witness] = {}
    kept = [one for one in old.invariants.values() if stage in one.stages]
    broken: dict[str, Case] = {}
    for case in _cases(old, new, stage, on):
        before, after = side(old, case, on), side(new, case, on)
        for shift in shifts(before, after):
            found.setdefault(shift, Witness(stage, shift, case, before, after))
        for one in kept:
            if one.id not in broken and _answerable(new, one.id, old) and breaks(new, one, case, on):
                broken[one.id] = case
    shown = {shift: Shown.YES if shift in found else Shown.NOT_KNOWN for shift in every}
    promises = tuple(
        Promise(
            one.id,
            stage,
            Shown.YES if one.id in broken else Shown.NOT_KNOWN,
            one.id in new.invariants and replace(new.invariants[one.id], because="") == replace(one, because=""),
            broken.get(one.id),
        )
        for one in kept
    )
    return StageDifference(
        stage,
        How.SEARCHED,
        shown,
        tuple(shorten(found[shift]) if shorten else found[shift] for shift in every if shift in found),
        promises,
    )


def _bearing(policy: Policy, stage: Stage) -> tuple[object, ...]:
    """Return everything that a recommendation at a stage rests on, and the promises about it."""
    asked = [q for q in policy.questions.values() if q.stage in stage.readable or not q.stage.of_client]
    silent = dict.fromkeys(("section", "ask", "help", "about"), "")
    questions = {q.id: replace(q, **silent, wording=(), source=(), asked_of=()) for q in asked}  # type: ignore[arg-type]
    effects = {name: policy.flags[name].effect for name in policy.raisers(stage)}
    rules = {rule.id: _logic(rule) for rule in policy.in_force(stage)}
    kept = {one.id: replace(one, because="") for one in policy.invariants.values() if stage in one.stages}
    return questions, effects, rules, frozenset(policy.base_at(stage)), kept


def _answerable(new: Policy, invariant: str, old: Policy) -> bool:
    holds = old.invariants[invariant].if_holds
    return holds is None or questions_in(holds) <= new.questions.keys()


def _cases(old: Policy, new: Policy, stage: Stage, on: date) -> Iterator[Case]:
    """Yield cases of a stage, the likeliest to differ first; always the same ones."""
    policies = (old, new)
    asked = {
        q.id: q for policy in policies for q in policy.questions.values() if not q.open and q.stage in stage.readable
    }
    offered = {
        q.id: q for policy in policies for q in policy.questions.values() if not q.open and not q.stage.of_client
    }
    asked = asked if stage.of_client else offered
    reassured = {name: (_settling(policies, question),) for name, question in asked.items()}
    profile = Case("PROFILE", Stage.PROGRAMME_START, {n: (_settling(policies, q),) for n, q in offered.items()})
    ready = profile if stage.of_client and offered else None
    likely = sorted(_changed(old, new, stage) & asked.keys())
    options = {name: tuple(_options(policies, asked[name], on)) for name in likely}
    changes: list[Mapping[str, Said]] = [{}]
    changes += [{name: said} for name in likely for said in options[name]]
    changes += [
        {one: said, other: told}
        for one, other in combinations(likely, 2)
        for said in options[one]
        for told in options[other]
    ]
    for change in changes[:_MOST_TRIED]:
        yield Case(_REFERENCE, stage, {**reassured, **change}, ready)
        yield Case(_REFERENCE, stage, dict(change))
    rng = Random(1)  # noqa: S311 - for trying, not for keeping anything secret
    for _ in range(_RANDOM):
        share = rng.choice((0.1, 0.3, 0.7))
        answers = {
            name: rng.choice(tuple(_options(policies, question, on))) if rng.random() < share else reassured[name]
            for name, question in asked.items()
        }
        yield Case(_REFERENCE, stage, answers, ready if rng.random() < 0.5 else None)  # noqa: PLR2004 - an even chance


def _changed(old: Policy, new: Policy, stage: Stage) -> frozenset[str]:
    """Return the questions that a changed rule reads, or that were changed themselves."""
    was, now = ({rule.id: _logic(rule) for rule in policy.in_force(stage)} for policy in (old, new))
    changed = {name for name in was.keys() | now.keys() if was.get(name) != now.get(name)}
    read: set[str] = set()
    for policy in (old, new):
        flags = {rule.raises for rule in policy.in_force(stage) if rule.id in changed}
        for rule in policy.in_force(stage):
            if rule.id in changed or not flags.isdisjoint(_flags_of(rule)):
                read |= questions_in(rule.when)
    for name in old.questions.keys() | new.questions.keys():
        if old.questions.get(name) != new.questions.get(name):
            read.add(name)
    return frozenset(read)


def _logic(rule: Rule) -> tuple[object, ...]:
    return rule.when, rule.raises, rule.recommends


def _flags_of(rule: Rule) -> frozenset[str]:
    return frozenset(name for leaf in leaves_of(rule.when) if (name := getattr(leaf, "flag", "")))


def _words(policies: tuple[Policy, ...], question: Question) -> tuple[str, ...]:
    """Return the words that every policy which has the question knows."""
    known = [set(policy.questions[question.id].answers) for policy in policies if question.id in policy.questions]
    return tuple(word for word in question.answers if all(word in words for words in known)) or question.answers


def _settling(policies: tuple[Policy, ...], question: Question) -> Answer:
    return Answer(_sources(policies, question)[0], Standing.ANSWERED, _words(policies, question)[:1])


def _sources(policies: tuple[Policy, ...], question: Question) -> tuple[Source, ...]:
    """Return the sources worth trying: those that settle it for every policy, then for one, then one for none."""
    lists = [policy.questions[question.id].corroborate for policy in policies if question.id in policy.questions]
    every = [source for source in lists[0] if all(not each or source in each for each in lists)]
    some = [source for each in lists for source in each]
    return tuple(dict.fromkeys((*every[:2], *some, *question.asked_of, Source.CLIENT)))


def _options(policies: tuple[Policy, ...], question: Question, on: date) -> Iterator[Said]:
    """Yield what may have been said to a question: nothing, each word by each source worth trying, fresh and old."""
    yield ()
    limits = [p.questions[question.id].valid_for for p in policies if question.id in p.questions]
    days = [None, *(on - timedelta(days=limit + 1) for limit in limits if limit is not None)]
    for source in _sources(policies, question):
        for word in _words(policies, question):
            for day in dict.fromkeys(days):
                yield (Answer(source, Standing.ANSWERED, (word,), day),)
