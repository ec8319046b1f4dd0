"""Compare two policies: what was changed, and in which direction it goes at each stage."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from engine.compare.changes import changes_between, logically_the_same
from engine.compare.difference import Difference, How, Shorten, Shown, StageDifference, Witness
from engine.compare.renamed import renamed_between, under
from engine.compare.sides import Aspect, Shift, compared
from engine.compare.texts import Texts, texts_of
from engine.loading.sentences import SCENARIO_DAY
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
    if stage is Stage.STRUCTURAL:
        return StageDifference(stage, How.REFLECTION, {})
    if not (compared(old, stage) and compared(new, stage)):
        return StageDifference(stage, How.ONLY_OLD if compared(old, stage) else How.ONLY_NEW, {})
    left_out = _left_out(old, new, stage)
    if not available():
        from engine.compare.search import searched

        return searched(old, new, stage, on, shorten)._replace(left_out=left_out)
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
    return StageDifference(stage, How.PROVED, found, tuple(witnesses), tuple(promises), left_out, further)


def _left_out(old: Policy, new: Policy, stage: Stage) -> Mapping[str, tuple[str, ...]]:
    """Return the answer words that only one of the two knows, of questions that a case of the stage may answer."""
    found = {}
    for name, question in new.questions.items():
        other = old.questions.get(name)
        if other is not None and (question.stage in stage.readable or not question.stage.of_client):
            words = tuple(dict.fromkeys((*other.answers, *question.answers)))
            differing = tuple(word for word in words if (word in other.answers) != (word in question.answers))
            if differing:
                found[name] = differing
    return found
