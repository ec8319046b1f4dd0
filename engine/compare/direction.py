"""In which direction a policy went at a stage, for every case that there can be: by the solver, told by the definition.

INVARIANT (replayed): a case that the solver found is shown only once the definition says the same of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from typing import NamedTuple

from engine.compare.difference import Promise, Shorten, Shown, Witness
from engine.compare.sides import Aspect, Shift, Side, as_read_by, shifts, side
from engine.errors import NoRecommendation, Place, Problem
from engine.model.answer import Case
from engine.model.condition import AnswerIs, FlagIs, SaidBy, leaves_of, question_of
from engine.model.policy import Effect, Invariant, Outcome, Policy
from engine.model.question import Stage
from engine.model.truth import TRUE
from engine.proof import Reading, Sheets, Undecided
from engine.reference import Judgement, View

MOST_WITNESSES = 3
"""Cases shown for one direction at a stage, each with another ground."""

MOST_FURTHER = 40
"""Further grounds that are named without a case."""

_MOST_TRIED = 8

_AGAINST, _UNDETERMINED, _CONDITIONAL = Outcome.AGAINST, Outcome.UNDETERMINED, Outcome.CONDITIONAL
_TELLING = ((_AGAINST, _CONDITIONAL), (_AGAINST, _UNDETERMINED), (_UNDETERMINED, _CONDITIONAL))
"""Pairs of outcomes from more to less cautious; the one that tells most comes first."""

Found = tuple[Shown, tuple[Witness, ...], tuple[str, ...]]
"""Whether there is a case, cases that show it, and what further flags or safeguards it can come from."""


class Proof(NamedTuple):
    """Both policies over the same answer sheets of one stage."""

    old: Policy
    new: Policy
    stage: Stage
    on: date
    sheets: Sheets
    before: Reading
    after: Reading
    seconds: float | None
    shorten: Shorten | None

    def outcomes(self, *, less: bool) -> Found:
        """Return whether an outcome gets less (or more) cautious, with cases that show it and their grounds."""
        shift, unsure = Shift(Aspect.OUTCOME, less), False
        witnesses: list[Witness] = []
        further: list[str] = []
        apart: list[int] = []
        while len(further) < MOST_FURTHER:
            found = self._telling(apart, less=less)
            if isinstance(found, Undecided):
                # With grounds left out it was only a further example that was looked for.
                unsure = not witnesses
                break
            if found is None:
                break
            witness = self._replayed(found, shift)
            if len(witnesses) < MOST_WITNESSES:
                witness = self.shorten(witness) if self.shorten is not None else witness
                witnesses.append(witness)
            else:
                further += differing_grounds(witness.before, witness.after)
            for flag in sorted(differing_grounds(witness.before, witness.after)):
                apart += self._not_for(flag)
        return _found(witnesses, further, unsure=unsure)

    def _telling(self, apart: Sequence[int], *, less: bool) -> Case | Undecided | None:
        """Return the case that tells most, if it can be with a single ground that differs."""
        # One in which the new policy really recommends tells more than one that its own promises refuse.
        for allowed, (first, second) in product((self._allowed(), ()), _TELLING):
            was, now = (first, second) if less else (second, first)
            wanted = (self.before.outcome(was), self.after.outcome(now), *allowed, *apart)
            found = self._find(*wanted)
            if isinstance(found, Case):
                return self._sharper(found, wanted)
            if found is not None:
                return found
        return None

    def _sharper(self, case: Case, wanted: Sequence[int]) -> Case:
        grounds = differing_grounds(side(self.old, case, self.on), side(self.new, case, self.on))
        every = self.old.raisers(self.stage).keys() | self.new.raisers(self.stage).keys()
        for flag in sorted(grounds)[:_MOST_TRIED] if len(grounds) > 1 else ():
            others = [literal for other in sorted(every - {flag}) for literal in self._not_for(other)]
            found = self._find(*wanted, *others)
            if isinstance(found, Case):
                return found
        return case

    def conditions(self, *, less: bool) -> Found:
        """Return whether a condition goes (or comes) where both recommend with conditions, and cases that show it."""
        shift, unsure = Shift(Aspect.CONDITIONS, less), False
        witnesses: list[Witness] = []
        further: list[str] = []
        both = (self.before.outcome(_CONDITIONAL), self.after.outcome(_CONDITIONAL))
        had, has = (self._listed(self.old, self.before), self._listed(self.new, self.after))
        if not less:
            had, has = has, had
        gone = {
            name: self.sheets.both(literal, -has[name]) if name in has else literal for name, literal in had.items()
        }
        while gone:
            found = self._find(*both, self.sheets.either(*gone.values()))
            if isinstance(found, Undecided):
                unsure = not witnesses
                break
            if found is None:
                break
            witness = self._replayed(found, shift)
            shown = len(witnesses) < MOST_WITNESSES
            if shown:
                witness = self.shorten(witness) if self.shorten is not None else witness
                witnesses.append(witness)
            was, now = (witness.before, witness.after) if less else (witness.after, witness.before)
            for name in sorted((was.listed.keys() - now.listed.keys()) & gone.keys()):
                del gone[name]
                further += [] if shown else [name]
        return _found(witnesses, further, unsure=unsure)

    def promise(self, kept: Invariant) -> Promise:
        """Return what became of a promise of the old policy; a case in which the new one breaks it, if there is one.

        Where it still stands in the new policy, only what the old one kept: otherwise neither recommends anything.
        """
        now = self.new.invariants.get(kept.id)
        written = now is not None and replace(now, because="") == replace(kept, because="")
        if kept.if_holds is not None and not _can_be_asked(self.new, kept):
            return Promise(kept.id, self.stage, Shown.NOT_KNOWN, written)
        wanted = self._breaking(self.after, kept)
        if written:
            wanted.append(-self.sheets.both(*self._breaking(self.before, kept)))
        found = self._find(*wanted) if len(kept.outcomes) < len(Outcome) else None
        if isinstance(found, Undecided):
            return Promise(kept.id, self.stage, Shown.NOT_KNOWN, written)
        if found is None:
            return Promise(kept.id, self.stage, Shown.NO, written)
        if not breaks(self.new, kept, found, self.on):
            raise _not_confirmed(self.stage, f"a case against {kept.id}")
        return Promise(kept.id, self.stage, Shown.YES, written, found)

    def _allowed(self) -> tuple[int, ...]:
        held = [one for one in self.new.invariants.values() if self.stage in one.stages]
        return tuple(-self.sheets.both(*self._breaking(self.after, one)) for one in held)

    def _breaking(self, reading: Reading, kept: Invariant) -> list[int]:
        wrong = self.sheets.either(*(reading.outcome(one) for one in Outcome if one not in kept.outcomes))
        return [wrong] if kept.if_holds is None else [wrong, reading.truth(kept.if_holds).certain]

    def _find(self, *wanted: int) -> Case | Undecided | None:
        return self.sheets.find(*wanted, seconds=self.seconds)

    def _replayed(self, case: Case, shift: Shift) -> Witness:
        before, after = side(self.old, case, self.on), side(self.new, case, self.on)
        if shift not in shifts(before, after):
            raise _not_confirmed(self.stage, f"a case with another {shift.aspect}")
        return Witness(self.stage, shift, case, before, after)

    def _not_for(self, flag: str) -> Iterator[int]:
        """Yield what rules out that an exclude flag makes a difference."""
        excludes = [
            reading.flag(flag)
            for policy, reading in ((self.old, self.before), (self.new, self.after))
            if flag in policy.raisers(self.stage) and policy.flags[flag].effect is Effect.EXCLUDE
        ]
        if len(excludes) > 1:
            yield -self.after.differs(excludes[0], excludes[1])
        else:
            yield from (-pair.possible for pair in excludes)

    def _listed(self, policy: Policy, reading: Reading) -> dict[str, int]:
        names = sorted({*policy.base_at(self.stage), *policy.callers(self.stage)})
        return {name: reading.safeguard(name).possible for name in names}


def proof_of(old: Policy, new: Policy, stage: Stage, on: date, seconds: float | None, shorten: Shorten | None) -> Proof:
    """Lay both policies over the answer sheets of a stage. Raises MissingPart without the solver."""
    sheets = Sheets([old, new], stage, on)
    return Proof(old, new, stage, on, sheets, sheets.reading(old), sheets.reading(new), seconds, shorten)


def differing_grounds(before: Side, after: Side) -> frozenset[str]:
    """Return the exclude flags that only one of the two has, or has with another truth."""
    return frozenset(
        name
        for name in before.against.keys() | after.against.keys()
        if name not in before.against
        or name not in after.against
        or before.against[name].truth is not after.against[name].truth
    )


def breaks(policy: Policy, kept: Invariant, case: Case, on: date) -> bool:
    """Whether a case comes out as a promise rules out, by the definition."""
    read = as_read_by(policy, case)
    judgement = Judgement(policy, read, View(policy, read, on))
    holds = kept.if_holds is None or judgement.tree(kept.if_holds).truth is TRUE
    return holds and judgement.outcome() not in kept.outcomes


def _can_be_asked(policy: Policy, kept: Invariant) -> bool:
    """Whether the policy has everything, with the same words, that the condition of a promise tests."""
    for leaf in leaves_of(kept.if_holds) if kept.if_holds is not None else ():
        question = question_of(leaf)
        if question is not None and question not in policy.questions:
            return False
        test = leaf.test if isinstance(leaf, SaidBy) else leaf
        if isinstance(test, AnswerIs) and not set(test.wanted) <= set(policy.questions[test.question].answers):
            return False
        if isinstance(leaf, FlagIs) and leaf.flag not in policy.flags:
            return False
    return True


def _found(witnesses: Sequence[Witness], further: Sequence[str], *, unsure: bool) -> Found:
    shown = Shown.YES if witnesses else Shown.NOT_KNOWN if unsure else Shown.NO
    return shown, tuple(witnesses), tuple(sorted(set(further)))


def _not_confirmed(stage: Stage, what: str) -> NoRecommendation:
    message = f"the solver found {what} at the stage {stage}, and the definition does not say the same of it"
    help = "report this fault with both policies; until then, treat the new policy as less cautious"
    return NoRecommendation([Problem(Place("forethought"), "not-confirmed", message, help)])
