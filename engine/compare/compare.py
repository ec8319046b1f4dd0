"""Compare two policies: what was changed, and in which direction it goes at each stage."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from engine.compare.changes import changes_between, logically_the_same
from engine.compare.difference import Difference, How, Promise, Shorten, Shown, StageDifference, Witness
from engine.compare.renamed import renamed_between, under
from engine.compare.sides import Aspect, Shift, compared
from engine.compare.texts import Texts, texts_of
from engine.loading.sentences import SCENARIO_DAY
from engine.model.condition import questions_in
from engine.model.policy import Policy
from engine.model.question import Stage
from engine.proof import available

SHIFTS = tuple(Shift(aspect, less) for aspect in Aspect for less in (True, False))


def compare(
    old: Policy,
    new: Policy,
    texts: tuple[Texts, Texts] | None = None,
    seconds: float | None = None,
    on: date = SCENARIO_DAY,
    shorten: Shorten | None = None,
) -> Difference:
    """Compare two policies. `texts` are those of each in every language; without them, in the one that was loaded.

    `seconds` is how long the solver may take for one question. Without the solver cases are tried instead, and nothing
    is proved. `shorten` gives, for a case that was found, a shorter one that shows the same.
    """
    changes = changes_between(old, new, texts or (texts_of(old), texts_of(new)))
    was = under(old, renamed_between(old, new))
    same = logically_the_same(changes)
    stages = (stage for stage in Stage if was.in_force(stage) or new.in_force(stage))
    found = tuple(_at(was, new, stage, seconds, on, shorten, same=same) for stage in stages)
    return Difference(was, new, changes, found)


def _at(
    old: Policy, new: Policy, stage: Stage, seconds: float | None, on: date, shorten: Shorten | None, *, same: bool
) -> StageDifference:
    if same:
        return StageDifference(stage, How.UNCHANGED, dict.fromkeys(SHIFTS, Shown.NO))
    if old.in_force(stage) and not new.in_force(stage):
        return StageDifference(stage, How.ONLY_OLD, {}, promises=_all_gone(old, new, stage))
    if stage is Stage.STRUCTURAL:
        return StageDifference(stage, How.REFLECTION, {})
    if not (compared(old, stage) and compared(new, stage)):
        return StageDifference(stage, How.ONLY_NEW, {})
    left_out, several = _left_out(old, new, stage)
    if not available():
        from engine.compare.search import searched

        return searched(old, new, stage, on, shorten)._replace(left_out=left_out, several=several)
    from engine.compare.direction import proof_of

    proof = proof_of(old, new, stage, on, seconds, shorten)
    found: dict[Shift, Shown] = {}
    witnesses: list[Witness] = []
    further: dict[Shift, tuple[str, ...]] = {}
    for shift in SHIFTS:
        ask = proof.outcomes if shift.aspect is Aspect.OUTCOME else proof.conditions
        found[shift], shown, further[shift] = ask(less=shift.less)
        witnesses += shown
    promises = [proof.promise(kept) for kept in old.invariants.values() if stage in kept.stages]
    return StageDifference(stage, How.PROVED, found, tuple(witnesses), tuple(promises), left_out, further, several)


def _all_gone(old: Policy, new: Policy, stage: Stage) -> tuple[Promise, ...]:
    """Return the old promises of a stage at which the new policy screens nobody: none of them is kept there."""
    kept = (one for one in old.invariants.values() if stage in one.stages)
    return tuple(
        Promise(one.id, stage, Shown.YES, one.id in new.invariants and stage in new.invariants[one.id].stages)
        for one in kept
    )


def _left_out(old: Policy, new: Policy, stage: Stage) -> tuple[Mapping[str, tuple[str, ...]], tuple[str, ...]]:
    """Return the answer words that only one of the two knows, and the questions to which only one takes several.

    Only of questions that something at the stage reads: the others make no difference, whatever the answer is.
    """
    found, several = {}, []
    for name in sorted(_read_at(old, stage) | _read_at(new, stage)):
        question, other = new.questions.get(name), old.questions.get(name)
        if question is None or other is None:
            continue
        words = tuple(dict.fromkeys((*other.answers, *question.answers)))
        differing = tuple(word for word in words if (word in other.answers) != (word in question.answers))
        if differing:
            found[name] = differing
        if question.several != other.several:
            several.append(name)
    return found, tuple(several)


def _read_at(policy: Policy, stage: Stage) -> frozenset[str]:
    """Return the questions that a rule, a promise, a need or an `only_if` reads at a stage."""
    conditions = [rule.when for rule in policy.in_force(stage)]
    conditions += [one.if_holds for one in policy.invariants.values() if stage in one.stages and one.if_holds]
    conditions += [question.only_if for question in policy.questions.values() if question.only_if]
    needs = (need for safeguard in policy.safeguards.values() for need in safeguard.needs)
    return frozenset(needs).union(*(questions_in(condition) for condition in conditions))
