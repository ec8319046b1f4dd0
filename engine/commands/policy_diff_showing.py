"""The cases that show a difference, made short and put into scenarios of the new policy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine import api
from engine.compare.difference import Promise, Witness
from engine.compare.direction import breaks, differing_grounds
from engine.compare.sides import Aspect, as_read_by, side, side_without_conditions
from engine.errors import ForethoughtError
from engine.model.answer import Answer, Case
from engine.model.policy import Policy
from engine.report.words import say
from engine.scenarios.in_gherkin import expectations, scenario_text
from engine.scenarios.smallest import smallest
from engine.scenarios.world import SCREENED_ON, World


class Showing:
    """Makes cases short, and remembers how each is told as a scenario."""

    def __init__(self, old: Policy, new: Policy, on: date = SCREENED_ON) -> None:
        self._old = old
        self._new = new
        self._on = on
        self._worlds: list[tuple[Witness, World]] = []

    def shorten(self, witness: Witness) -> Witness:
        """Return the shortest case that shows the same pair of outcomes for one of the same grounds."""
        case = self._without_what_only_old_asks(witness)
        try:
            world = smallest(self._new, as_read_by(self._new, case), lambda tried: self._shows(witness, tried, case))
        except ValueError:
            # No scenario holds what the case holds: it is shown as it was found.
            return witness
        short = self._with_old(world.case(), case)
        before, after = side(self._old, short, self._on), side(self._new, short, self._on)
        found = Witness(witness.stage, witness.shift, short, before, after)
        self._worlds.append((found, world))
        return found

    def scenario(self, witness: Witness) -> str:
        """Return a scenario that holds under the new policy; empty when its own promises let it recommend nothing."""
        world = next((world for one, world in self._worlds if one is witness), None)
        if world is None:
            return ""
        before, after = witness.before, witness.after
        grounds = sorted(differing_grounds(before, after))
        apart = witness.shift.aspect is Aspect.CONDITIONS
        conditions = sorted(before.listed.keys() ^ after.listed.keys()) if apart else []
        rules = [
            rule
            for side_ in (before, after)
            for ground in (*side_.against.values(), *side_.listed.values())
            if ground.id in (*grounds, *conditions)
            for rule in ground.rules
        ]
        return self._told(
            world,
            self._name(witness, grounds),
            rules=[rule for rule in dict.fromkeys(rules) if rule in self._new.rules],
            flags=[flag for flag in grounds if flag in self._new.flags],
            safeguards=[one for one in conditions if one in self._new.safeguards],
        )

    def _name(self, witness: Witness, grounds: list[str]) -> str:
        before, after = witness.before, witness.after
        if witness.shift.aspect is Aspect.OUTCOME:
            was, now = (say.outcome_text(witness.stage, each.outcome) for each in (before, after))
            return f"{now}, where it was: {was} ({', '.join(grounds)})"
        condition = self._condition(witness)
        return f"the condition {condition} is {'no longer' if witness.shift.less else 'now'} called for"

    def promise(self, promise: Promise) -> str:
        """Return a scenario for a case in which an old promise is not kept; empty when the new policy refuses it."""
        kept = self._old.invariants[promise.id]
        if promise.case is None:
            return ""
        case = as_read_by(self._new, promise.case)
        world = smallest(self._new, case, lambda tried: breaks(self._new, kept, tried, self._on))
        return self._told(world, f"the promise {promise.id} is not kept", [], [], [])

    def _told(self, world: World, name: str, rules: list[str], flags: list[str], safeguards: list[str]) -> str:
        try:
            found = api.screen(self._new, world.case(), self._on)
        except ForethoughtError:
            return ""
        return scenario_text(world, name, expectations(found, rules, flags, safeguards))

    def _shows(self, witness: Witness, tried: Case, whole: Case) -> bool:
        case = self._with_old(tried, whole)
        wanted = (witness.before.outcome, witness.after.outcome)
        look = side_without_conditions if witness.shift.aspect is Aspect.OUTCOME else side
        after = look(self._new, case, self._on)
        if after.outcome is not wanted[1]:
            return False
        before = look(self._old, case, self._on)
        if before.outcome is not wanted[0]:
            return False
        if witness.shift.aspect is Aspect.OUTCOME:
            grounds = differing_grounds(witness.before, witness.after)
            found = differing_grounds(before, after)
            return found == grounds if len(grounds) == 1 else min(grounds) in found
        lost, kept = (before, after) if witness.shift.less else (after, before)
        return self._condition(witness) in lost.listed.keys() - kept.listed.keys()

    def _condition(self, witness: Witness) -> str:
        before, after = witness.before.listed.keys(), witness.after.listed.keys()
        return min(before - after if witness.shift.less else after - before)

    def _without_what_only_old_asks(self, witness: Witness) -> Case:
        """Leave out what only the old policy asks, one question at a time, as long as the difference stays."""
        case = witness.case
        for name in sorted(self._only_old(case)):
            tried = replace(case, answers={key: said for key, said in case.answers.items() if key != name})
            if self._shows(witness, as_read_by(self._new, tried), tried):
                case = tried
        return case

    def _only_old(self, case: Case) -> dict[str, tuple[Answer, ...]]:
        read = as_read_by(self._new, case).answers
        return {name: said for name, said in case.answers.items() if name not in read}

    def _with_old(self, tried: Case, whole: Case) -> Case:
        """Return a case of the new policy with what only the old one asks, of the case and of the profile."""
        case = replace(tried, answers={**self._only_old(whole), **tried.answers})
        if whole.programme is None or tried.programme is None:
            return case
        read = as_read_by(self._new, whole).programme
        known = read.answers if read is not None else {}
        others = {name: said for name, said in whole.programme.answers.items() if name not in known}
        return replace(case, programme=replace(tried.programme, answers={**others, **tried.programme.answers}))
