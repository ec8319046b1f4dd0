"""What a change that no scenario notices would do: by proof where the solver is installed, else as a search finds it.

A proof looks for a case in which the outcome differs, then a flag, then a safeguard, then a rule. Of a case in which
the policy as it is breaks a promise of its own nothing is recommended, and nothing can be told: `policy prove` finds
those. What the proof finds is held against the definition before anyone sees it. Whom to ask, what would resolve a flag
and what is to be confirmed are no truths: see `reporting`, and for all else cases near those of the scenarios are
looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from engine import proof
from engine.errors import NoRecommendation, Place, Problem
from engine.model.answer import Case
from engine.model.policy import Outcome, Policy
from engine.model.question import Stage
from engine.proof import Pair, Reading, Sheets, Undecided
from engine.report.assurance.mutation_report import Effect
from engine.scenarios.mutation.conditions import Kind
from engine.scenarios.mutation.differing import Difference, differences
from engine.scenarios.mutation.mutants import Mutant
from engine.scenarios.mutation.reporting import seen_where
from engine.scenarios.mutation.searching import cases_near, stages_of
from engine.scenarios.mutation.sight import Sight

SECONDS = 10.0
"""How long the solver may look for one case."""
REPORT_ONLY = frozenset({Kind.SOURCE_NOT_ASKED, Kind.REMEDY_DROPPED})
"""Changes that no truth can follow from."""
LOOKED_AT = 400
"""How many cases a search looks at."""
_NEVER = Pair(-1, -1)
_TRUTHS = (Effect.OUTCOME, Effect.FLAG, Effect.SAFEGUARD, Effect.RULE)


class Weighed(NamedTuple):
    """What a mutant does, and a case in which it does it (None: nothing found, or nothing to be found)."""

    effect: Effect
    case: Case | None = None
    differences: tuple[Difference, ...] = ()


class Scales:
    """Weighs the mutants of one policy; what the solver has learned serves all of them."""

    def __init__(self, sight: Sight, *, solver: bool | None = None, seconds: float = SECONDS) -> None:
        self.sight = sight
        self.seconds = seconds
        self.policy = sight.policy
        self.solver = proof.available() if solver is None else solver
        self._sheets: dict[Stage, Sheets] = {}

    def weigh(self, mutant: Mutant) -> Weighed:
        """Return what the mutant does."""
        mutated = mutant.applied(self.policy)
        if self.solver:
            report_only = mutant.kind in REPORT_ONLY
            return self._proved_of_report(mutant, mutated) if report_only else self._proved(mutant, mutated)
        if mutant.kind in REPORT_ONLY:
            return self._searched(mutant, mutated, Effect.REPORT) or Weighed(Effect.REPORT)
        return self._not_ruled_out(mutant, mutated, Effect.OUTCOME)

    def _not_ruled_out(self, mutant: Mutant, mutated: Policy, effect: Effect) -> Weighed:
        """Return what a search finds where nobody has shown that nothing of this weight comes out otherwise."""
        found = self._searched(mutant, mutated, effect)
        if found is None:
            return Weighed(Effect.UNSETTLED)
        settled = found.effect.of_recommendation or _weight(found.effect) <= _weight(effect)
        return found if settled else found._replace(effect=Effect.UNSETTLED)

    def _searched(self, mutant: Mutant, mutated: Policy, enough: Effect, most: int = LOOKED_AT) -> Weighed | None:
        """Return what weighs most of what was found, looking no further when it is this or more."""
        best: Weighed | None = None
        for case in islice(cases_near(self.sight, mutant), most):
            found = differences(self.policy, mutated, case)
            if found and (best is None or _weight(found[0].effect) < _weight(best.effect)):
                best = Weighed(found[0].effect, case, found)
                if _weight(best.effect) <= _weight(enough) and any(each.sentence for each in found):
                    break
        return best

    # -- by proof --

    def _proved(self, mutant: Mutant, mutated: Policy) -> Weighed:
        undecided = False
        at = [self._readings(mutant, mutated, stage) for stage in stages_of(self.policy, mutant)]
        for effect in _TRUTHS:
            for sheets, before, after in at:
                wanted = sheets.either(*_differing(effect, sheets, before, after))
                found = sheets.find(wanted, -_promise_broken(sheets, before), seconds=self.seconds)
                if isinstance(found, Undecided):
                    undecided = True
                elif found is not None:
                    return self._replayed(effect, found, mutated)
            if undecided:
                return self._not_ruled_out(mutant, mutated, effect)
        # Nothing weighs more than what is reported; that differs in few cases, if in any.
        return self._searched(mutant, mutated, Effect.REPORT, LOOKED_AT // 4) or Weighed(Effect.NOTHING)

    def _proved_of_report(self, mutant: Mutant, mutated: Policy) -> Weighed:
        undecided = False
        for stage in stages_of(self.policy, mutant):
            sheets = self._sheets_at(stage)
            wanted = sheets.either(*seen_where(self.policy, mutant, stage, sheets))
            kept = -_promise_broken(sheets, sheets.reading(self.policy))
            found = sheets.find(wanted, kept, seconds=self.seconds)
            if isinstance(found, Case):
                return self._replayed(Effect.REPORT, found, mutated)
            undecided = undecided or isinstance(found, Undecided)
        return Weighed(Effect.REPORT if undecided else Effect.NOTHING)

    def _sheets_at(self, stage: Stage) -> Sheets:
        if stage not in self._sheets:
            self._sheets[stage] = Sheets([self.policy], stage)
        return self._sheets[stage]

    def _readings(self, mutant: Mutant, mutated: Policy, stage: Stage) -> tuple[Sheets, Reading, Reading]:
        # For another question, answers must be told apart that are worth something to one of the two policies only.
        sheets = Sheets([self.policy, mutated], stage) if mutant.entry == "question" else self._sheets_at(stage)
        return sheets, sheets.reading(self.policy), sheets.reading(mutated)

    def _replayed(self, effect: Effect, case: Case, mutated: Policy) -> Weighed:
        found = differences(self.policy, mutated, case)
        if not found or _weight(found[0].effect) > _weight(effect):
            message = "the solver found a case that the definition does not confirm"
            help = "report this with the version of Forethought and the policy"
            raise NoRecommendation([Problem(Place(f"policy {self.policy.id}"), "proof-unconfirmed", message, help)])
        return Weighed(found[0].effect, case, found)


def _differing(effect: Effect, sheets: Sheets, before: Reading, after: Reading) -> Iterator[int]:
    """Yield literals, one for each thing of this weight, that hold where it comes out otherwise."""
    stage, policy, mutated = sheets.stage, before.policy, after.policy
    match effect:
        case Effect.OUTCOME:
            if not mutated.in_force(stage):
                yield sheets.both()  # nothing can be recommended there any more, in no case
                return
            yield _promise_broken(sheets, after)
            for outcome in Outcome if stage is not Stage.STRUCTURAL else ():  # nothing is recommended there
                yield sheets.both(before.outcome(outcome), -after.outcome(outcome))
        case Effect.FLAG:
            here, there = policy.raisers(stage), mutated.raisers(stage)
            for name in sorted(here.keys() | there.keys()):
                yield _unlike(
                    before.flag(name) if name in here else None, after.flag(name) if name in there else None, before
                )
        case Effect.SAFEGUARD:
            one, other = _listed(policy, stage), _listed(mutated, stage)
            for name in sorted(one | other):
                yield _unlike(
                    before.safeguard(name) if name in one else None,
                    after.safeguard(name) if name in other else None,
                    before,
                )
        case _:
            now = {rule.id for rule in mutated.in_force(stage)}
            for rule in policy.in_force(stage):
                pair = before.rule(rule.id)
                yield before.differs(pair, after.rule(rule.id)) if rule.id in now else pair.possible


def _promise_broken(sheets: Sheets, reading: Reading) -> int:
    """Return the literal that the outcome is none that the policy's own promises allow."""
    kept = [promise for promise in reading.policy.invariants.values() if sheets.stage in promise.stages]
    return sheets.either(
        *(
            sheets.both(
                *(() if promise.if_holds is None else (reading.truth(promise.if_holds).certain,)),
                *(-reading.outcome(outcome) for outcome in promise.outcomes),
            )
            for promise in kept
        )
    )


def _unlike(before: Pair | None, after: Pair | None, reading: Reading) -> int:
    """Return where two truths are not the same; what is not there at all is false."""
    if before is not None and after is not None:
        return reading.differs(before, after)
    return (before or after or _NEVER).possible


def _listed(policy: Policy, stage: Stage) -> set[str]:
    return set(chain(policy.base_at(stage), policy.callers(stage)))


def _weight(effect: Effect) -> int:
    return list(Effect).index(effect)
