"""The promises of the product, each as a search for a case, or two, that would break it.

What they say is said in PRODUCT, and tried on drawn cases in the tests of the definition. A second case that differs
from the first in one question is not a second set of variables: it is the same sheet with something else heard about
that question, so that whatever does not read it costs nothing.

INVARIANT (unknown-never-safer): finding out more in a conditional case leaves it conditional, without exception; and it
calls for no safeguard that was not listed, with one exception: that sources newly disagree may itself call for one.
Whoever reports a proof says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from engine.model.answer import Answer, Case
from engine.model.condition import SaidBy, leaves_of
from engine.model.policy import Effect, Outcome, Policy
from engine.model.question import Question, Stage
from engine.proof.claims import Claim, Kind, Part, Standing, Step, after
from engine.proof.clock import Clock
from engine.proof.evidence import Heard, Key, nothing
from engine.proof.one_answer import (
    Two,
    left_unanswered,
    more_concerning,
    most_concerning_added,
    reassurance_taken_away,
)
from engine.proof.reading import KnownHere, Reading
from engine.proof.sheets import Sheets, Undecided

_CONDITIONAL, _AGAINST = Outcome.CONDITIONAL, Outcome.AGAINST

_ONE_QUESTION: dict[tuple[Kind, Part], Callable[[Sheets, Key], Two]] = {
    (Kind.UNKNOWN_NEVER_SAFER, Part.REASSURANCE_TAKEN_AWAY): reassurance_taken_away,
    (Kind.UNKNOWN_NEVER_SAFER, Part.LEFT_UNANSWERED): left_unanswered,
    (Kind.MONOTONE, Part.MORE_CONCERNING): more_concerning,
    (Kind.MONOTONE, Part.MOST_CONCERNING_ADDED): most_concerning_added,
}
_AT_ONCE = 16
"""Questions that are looked at with one solver; then with a new one, which is soon made and not yet burdened."""


class Promises:
    """The attempts to refute each promise for one policy at one stage, with a limit of time for each claim.

    Each begins with sheets of its own: what a solver holds for other promises only slows it down.
    """

    def __init__(self, policy: Policy, stage: Stage, seconds: float | None) -> None:
        self.policy = policy
        self.stage = stage
        self.seconds = seconds
        self.rules = policy.in_force(stage)

    def all(self) -> Iterator[Claim]:
        """Yield every claim with what came of it."""
        yield self.knowing_more()
        for kind, part in _ONE_QUESTION:
            yield self.one_question(kind, part)
        yield self.stop_first()
        if self.stage is not Stage.STRUCTURAL:
            yield self.never_unconditional()
        yield from self.invariants()

    def knowing_more(self) -> Claim:
        """Find out more in a conditional case: it stays conditional and calls for nothing new.

        Where sources newly disagree it stays conditional all the same, but that may call for a safeguard.
        """
        clock, reading = Clock(self.seconds), self._afresh()
        sheets, clauses, other = reading.sheets, reading.sheets.clauses, reading.sheets.another()
        then = other.reading(self.policy)
        so = clauses.variable()
        for literals in self._more_is_known(reading, then):
            clauses.add(-so, *literals)
        agreed = clauses.both(self._nobody_newly_differs(reading, then))
        names = sorted({name for rule in self.rules for name in rule.recommends})
        added = [clauses.both((then.safeguard(n).possible, -reading.safeguard(n).possible)) for n in names]
        broken = clauses.either((-then.outcome(_CONDITIONAL), clauses.both((agreed, clauses.either(added)))))
        wanted = (so, reading.outcome(_CONDITIONAL), broken)
        self._rule_by_rule(reading, then, ((so,), (so, agreed)), clock)
        found = sheets.find(*wanted, seconds=clock.left)
        steps = tuple(_steps_between(found, other.found())) if isinstance(found, Case) else ()
        return self._claim(Kind.UNKNOWN_NEVER_SAFER, Part.KNOWING_MORE, "", found, steps, clock)

    def one_question(self, kind: Kind, part: Part) -> Claim:
        """Take each question in turn: what is changed about it alone never makes the outcome less cautious."""
        clock, reading = Clock(self.seconds), self._afresh()
        for number, key in enumerate(self._keys(reading)):
            if number % _AT_ONCE == 0:
                reading = self._afresh()
            sheets, both = reading.sheets, reading.sheets.both
            two = _ONE_QUESTION[kind, part](sheets, key)
            first, second = (_hearing(reading, key, heard) for heard in (two.before, two.after))
            eased = both(-first.outcome(_CONDITIONAL), second.outcome(_CONDITIONAL))
            lifted = both(first.outcome(_AGAINST), -second.outcome(_AGAINST))
            wanted = [two.when, sheets.either(eased, lifted)]
            if part is Part.LEFT_UNANSWERED:
                # A question that other answers make not applicable is not left unanswered: it is not put.
                wanted = [eased, -second.known(key[1], in_profile=key[0]).settled]
            if key[0]:
                wanted.append(sheets.profile_given)
            found = sheets.find(*wanted, seconds=clock.left)
            if isinstance(found, Case):
                beside = after(found, [Step(key, (), two.first())])
                return self._claim(kind, part, key[1], beside or found, two.steps(), clock)
            if found is not None:
                return self._claim(kind, part, "", found, (), clock)
        return self._claim(kind, part, "", None, (), clock)

    def stop_first(self) -> Claim:
        """Leave unanswered whatever an excluding rule does not read: it excludes all the same."""
        clock, reading = Clock(self.seconds), self._afresh()
        sheets = reading.sheets
        silent = {key: nothing(sheets.clauses, sheets.asked(key)) for key in self._keys(reading) if not key[0]}
        for flag, raisers in self.policy.raisers(self.stage).items():
            for rule in raisers if self.policy.flags[flag].effect is Effect.EXCLUDE else ():
                read = reading.reads("rule", rule.id)
                left_out = {key: heard for key, heard in silent.items() if key not in read}
                # Read afresh, taking nothing over: that the rest is not read is what has to be shown.
                then = Reading(sheets.instead(left_out), self.policy)
                holds = reading.rule(rule.id).certain
                found = sheets.find(holds, -then.flag(flag).certain, seconds=clock.left)
                if found is not None:
                    found = sheets.find(holds, -then.outcome(_AGAINST), seconds=clock.left)
                if found is not None:
                    steps = tuple(Step(key, None, ()) for key in left_out)
                    return self._claim(Kind.STOP_FIRST, Part.WHOLE, rule.id, found, steps, clock)
        return self._claim(Kind.STOP_FIRST, Part.WHOLE, "", None, (), clock)

    def never_unconditional(self) -> Claim:
        """Look for a conditional case without one of the base safeguards, or at a stage that has none."""
        reading = self._afresh()
        base = self.policy.base_at(self.stage)
        lacking = reading.sheets.either(*(-reading.safeguard(name).certain for name in base))
        wanted = (reading.outcome(_CONDITIONAL), *((lacking,) if base else ()))
        return self._single(reading, Kind.NEVER_UNCONDITIONAL, "", wanted)

    def invariants(self) -> Iterator[Claim]:
        """Take each promise of the policy's own that is held at the stage."""
        reading = self._afresh()
        for name, kept in sorted(self.policy.invariants.items()):
            if self.stage in kept.stages:
                holds = () if kept.if_holds is None else (reading.truth(kept.if_holds).certain,)
                others = [-reading.outcome(outcome) for outcome in kept.outcomes]
                yield self._single(reading, Kind.INVARIANT, name, (*holds, *others))

    def _afresh(self) -> Reading:
        return Sheets([self.policy], self.stage).reading(self.policy)

    def _keys(self, reading: Reading) -> list[Key]:
        return sorted({key for rule in self.rules for key in reading.reads("rule", rule.id)})

    def _more_is_known(self, reading: Reading, then: Reading) -> Iterator[tuple[int, ...]]:
        """Yield clauses: of no question is more possible, and nothing that was chosen is taken back."""
        given, given_too = reading.sheets.profile_given, then.sheets.profile_given
        yield from ((-given, given_too), (given, -given_too))
        for in_profile, name in self._keys(reading):
            less, more = (each.known(name, in_profile=in_profile) for each in (reading, then))
            yield from _narrower(self.policy.questions[name], less, more)
        tests = [leaf for rule in self.rules for leaf in leaves_of(rule.when) if isinstance(leaf, SaidBy)]
        for source, name in sorted({(leaf.source, leaf.test.question) for leaf in tests}):
            less, more = (each.said_by(source, name) for each in (reading, then))
            yield from _narrower(self.policy.questions[name], less, more)

    def _nobody_newly_differs(self, reading: Reading, then: Reading) -> Iterator[int]:
        for in_profile, name in self._keys(reading):
            less, more = (each.known(name, in_profile=in_profile) for each in (reading, then))
            yield reading.sheets.either(-more.differ, less.differ)

    def _rule_by_rule(self, reading: Reading, then: Reading, grounds: Iterable[tuple[int, ...]], clock: Clock) -> None:
        """Show of each rule, in turn, that knowing more raises nothing anew, and lean on that for those above it.

        It is shown on the first of the grounds on which it can be.
        """
        clauses = reading.sheets.clauses
        for rule in self.rules:
            less, more = reading.rule(rule.id), then.rule(rule.id)
            for holds, held in ((more.possible, less.possible), (less.certain, more.certain)):
                for ground in grounds if holds != held else ():
                    if clauses.solve((*ground, holds, -held), clock.left) is False:
                        clauses.add(*(-literal for literal in ground), -holds, held)
                        break

    def _single(self, reading: Reading, kind: Kind, about: str, wanted: Iterable[int]) -> Claim:
        clock = Clock(self.seconds)
        found = reading.sheets.find(*wanted, seconds=clock.left)
        return self._claim(kind, Part.WHOLE, about, found, (), clock)

    def _claim(
        self, kind: Kind, part: Part, about: str, found: Case | Undecided | None, steps: tuple[Step, ...], clock: Clock
    ) -> Claim:
        match found:
            case None:
                return Claim(kind, part, about, self.stage, Standing.PROVED, seconds=clock.spent)
            case Undecided():
                return Claim(kind, part, about, self.stage, Standing.UNDECIDED, seconds=clock.spent)
            case Case():
                return Claim(kind, part, about, self.stage, Standing.REFUTED, found, steps, clock.spent)


def _hearing(reading: Reading, key: Key, heard: Heard) -> Reading:
    if heard is reading.sheets.heard(key):
        return reading
    return reading.sheets.instead({key: heard}).reading(reading.policy)


def _narrower(question: Question, less: KnownHere, more: KnownHere) -> Iterator[tuple[int, ...]]:
    for word, literal in more.possible.items():
        yield (-literal, less.possible[word])
        if question.several:
            yield (-less.chosen[word], more.chosen[word])
    yield (-more.not_applicable, less.not_applicable)


def _steps_between(one: Case, other: Case) -> Iterator[Step]:
    pairs: list[tuple[bool, dict[str, tuple[Answer, ...]], dict[str, tuple[Answer, ...]]]] = [
        (False, dict(one.answers), dict(other.answers))
    ]
    if one.programme is not None and other.programme is not None:
        pairs.append((True, dict(one.programme.answers), dict(other.programme.answers)))
    for in_profile, held, held_then in pairs:
        for name in sorted({*held, *held_then}):
            if held.get(name, ()) != held_then.get(name, ()):
                yield Step((in_profile, name), None, held_then.get(name, ()))
