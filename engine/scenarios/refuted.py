"""A case that refutes a claim: held against the definition, made as small as can be, and told as files and scenarios.

What a solver found is never shown as it came. If the definition does not say the same of it, the solver's clauses are
at fault and not the policy, and nothing is shown at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from engine.errors import NoRecommendation, Place, Problem
from engine.loading.case_file import case_file_of, case_file_text
from engine.model.answer import Case, Source
from engine.model.condition import SaidBy, leaves_of
from engine.model.policy import Outcome, Policy
from engine.model.recommendation import NOT_APPLICABLE, Known
from engine.model.truth import Truth
from engine.proof.claims import Claim, Kind, Part, Step, after
from engine.reference import Judgement, View
from engine.scenarios.in_gherkin import outcome_sentence, safeguard_sentence, scenario_text
from engine.scenarios.smallest import smallest, without_irrelevant
from engine.scenarios.world import SCREENED_ON, World, least_concerning

Told: TypeAlias = tuple[Case, World]
"""A case with everything in it that matters, and the world of the scenario that says the same."""
CASE, PROFILE = "REFUTED", "profile.yaml"


class RefutingCase(NamedTuple):
    """A case as a file (and its programme's profile as another, or nothing) and as a scenario of what should be.

    `outcome` is what the policy says of it now, and `expected` what the claim asks for.
    """

    case: Case
    outcome: Outcome
    expected: Outcome
    case_file: str
    profile_file: str
    scenario: str


def refuting_cases(policy: Policy, claim: Claim) -> tuple[RefutingCase, ...]:
    """Return the case, or the two cases, that refute a claim; none for a claim that something can happen.

    Raises NoRecommendation when the definition does not confirm them.
    """
    if claim.before is None:
        return ()
    broken = _Broken(policy, claim)
    if not broken.by(claim.before, claim.steps):
        raise NoRecommendation([_fault(policy, claim)])
    steps = claim.steps
    if claim.part is Part.KNOWING_MORE:
        steps = _fewer(steps, lambda fewer: broken.by(claim.before, fewer))
    case = without_irrelevant(policy, claim.before, lambda tried: broken.by(tried, steps))
    case = _plainest(policy, case, lambda tried: broken.by(tried, steps))
    then = after(case, steps) if steps else None
    came = broken.outcomes(case, then)
    # The scenario says the same with fewer words, where "nothing of concern is known" says some of it.
    first = smallest(policy, case, lambda tried: broken.by(tried, steps, came))
    second = _then(first, steps)
    if second is not None and not broken.between(first.case(), second.case()):
        # What is filled in without concern may itself depend on the answer that was changed: write everything down.
        profile = None if case.programme is None else dict(case.programme.answers)
        first = World(policy, case.stage, answers=dict(case.answers), profile=profile)
        second = _then(first, steps)
    if then is None or second is None:
        return tuple(broken.told((case, first)))
    return tuple(broken.told((case, first), (then, second)))


class _Broken:
    """Whether a claim is broken, by the definition and nothing else."""

    def __init__(self, policy: Policy, claim: Claim) -> None:
        self.policy = policy
        self.claim = claim

    def by(self, case: Case | None, steps: tuple[Step, ...], came: tuple[Outcome, ...] = ()) -> bool:
        """Say whether this case, and what the steps make of it, break the claim (with these outcomes)."""
        if case is None:
            return False
        second = after(case, steps) if self._of_two else None
        if self._of_two and second is None:
            return False
        broken = self._alone(case) if second is None else self.between(case, second)
        return broken and came in {(), self.outcomes(case, second)}

    def outcomes(self, case: Case, second: Case | None) -> tuple[Outcome, ...]:
        """Return what comes of the case, or of both."""
        return tuple(self._judged(one).outcome() for one in (case, second) if one is not None)

    def between(self, case: Case, second: Case) -> bool:
        """Say whether these two cases break the claim."""
        first, then = self._judged(case), self._judged(second)
        before, now = first.outcome(), then.outcome()
        match self.claim.part:
            case Part.KNOWING_MORE:
                if before is not Outcome.CONDITIONAL or not self._knows_more(first.view, then.view):
                    return False
                if now is not Outcome.CONDITIONAL:
                    return True
                return bool(self._new_safeguards(first, then)) and not self._newly_differ(first.view, then.view)
            case Part.LEFT_UNANSWERED:
                left = self.claim.steps[0].key
                eased = before is not Outcome.CONDITIONAL and now is Outcome.CONDITIONAL
                return eased and _known(then.view, left).possible != (NOT_APPLICABLE,)
            case Part.WHOLE:
                rule = self.policy.rules[self.claim.about]
                return first.rule(rule).truth is Truth.TRUE and now is not Outcome.AGAINST
            case _:
                return now.caution < before.caution

    def told(self, first: Told, second: Told | None = None) -> Iterator[RefutingCase]:
        """Yield the case or cases as files and scenarios, with what should come of each."""
        kind, about = self.claim.kind.value, self.claim.about
        name = f"{kind}, {about}" if about else kind
        (came,) = self.outcomes(first[1].case(), None)
        if second is None:
            yield self._one(first, name, came, self._wanted(came), self._lacking(first[0]))
            return
        (now,) = self.outcomes(second[1].case(), None)
        if self.claim.part is Part.KNOWING_MORE:
            new = self._new_safeguards(self._judged(first[1].case()), self._judged(second[1].case()))
            wanted = came if now is Outcome.CONDITIONAL else Outcome.UNDETERMINED
            called = [safeguard_sentence(one, Truth.UNKNOWN) for one in sorted(new)] if wanted is came else []
            yield self._one(first, f"{name}: before", came, wanted, called)
            yield self._one(second, f"{name}: more is known", now, now)
            return
        wanted = {Part.LEFT_UNANSWERED: Outcome.UNDETERMINED, Part.WHOLE: Outcome.AGAINST}.get(self.claim.part, came)
        yield self._one(first, f"{name}: before", came, came)
        yield self._one(second, f"{name}: after", now, wanted)

    @property
    def _of_two(self) -> bool:
        return self.claim.kind not in {Kind.NEVER_UNCONDITIONAL, Kind.INVARIANT}

    def _alone(self, case: Case) -> bool:
        judged = self._judged(case)
        if self.claim.kind is Kind.NEVER_UNCONDITIONAL:
            base = self.policy.base_at(case.stage)
            return judged.outcome() is Outcome.CONDITIONAL and (not base or bool(self._lacking(case)))
        kept = self.policy.invariants[self.claim.about]
        applies = kept.if_holds is None or judged.tree(kept.if_holds).truth is Truth.TRUE
        return applies and judged.outcome() not in kept.outcomes

    def _wanted(self, came: Outcome) -> Outcome:
        """Return what the claim asks for when it asks for an outcome: not more caution than it has to."""
        if self.claim.kind is not Kind.INVARIANT:
            return came
        return max(self.policy.invariants[self.claim.about].outcomes, key=lambda one: one is Outcome.UNDETERMINED)

    def _lacking(self, case: Case) -> list[str]:
        if self.claim.kind is not Kind.NEVER_UNCONDITIONAL:
            return []
        judged = self._judged(case)
        base = self.policy.base_at(case.stage)
        return [safeguard_sentence(n, Truth.TRUE) for n in base if judged.safeguard(n) is not Truth.TRUE]

    def _new_safeguards(self, first: Judgement, then: Judgement) -> set[str]:
        names = self.policy.safeguards
        listed = {name for name in names if first.safeguard(name) is not Truth.FALSE}
        return {name for name in names if then.safeguard(name) is not Truth.FALSE} - listed

    def _knows_more(self, less: View, more: View) -> bool:
        """Say whether nothing new is possible, and nothing chosen is taken back."""
        if (less.profile is None) != (more.profile is None):
            return False
        alone = [(less.said_by(*each), more.said_by(*each)) for each in self._named()]
        return all(self._narrower(before, now) for before, now in (*self._each_known(less, more), *alone))

    def _newly_differ(self, less: View, more: View) -> bool:
        return any(now.differ and not before.differ for before, now in self._each_known(less, more))

    def _each_known(self, less: View, more: View) -> Iterator[tuple[Known, Known]]:
        for question in self.policy.readable_at(self.claim.stage):
            if not question.open:
                yield less.known(question.id), more.known(question.id)
        if less.profile is not None and more.profile is not None:
            for question in self.policy.questions.values():
                if not question.stage.of_client and not question.open:
                    yield less.profile.known(question.id), more.profile.known(question.id)

    def _narrower(self, before: Known, now: Known) -> bool:
        kept = not self.policy.questions[now.question].several or set(before.chosen) <= set(now.chosen)
        return kept and set(now.possible) <= set(before.possible)

    def _named(self) -> set[tuple[Source, str]]:
        rules = self.policy.in_force(self.claim.stage)
        tests = (leaf for rule in rules for leaf in leaves_of(rule.when) if isinstance(leaf, SaidBy))
        return {(leaf.source, leaf.test.question) for leaf in tests}

    def _judged(self, case: Case) -> Judgement:
        return Judgement(self.policy, case, View(self.policy, case, SCREENED_ON))

    def _one(
        self, told: Told, name: str, came: Outcome, wanted: Outcome, others: list[str] | None = None
    ) -> RefutingCase:
        case, world = replace(told[0], reference=CASE), told[1]
        text = case_file_of(case)
        profile = ""
        if case.programme is not None:
            text = replace(text, others={"programme": PROFILE})
            profile = case_file_text(case_file_of(case.programme), self.policy)
        expects = [outcome_sentence(world.stage, wanted), *(others or ())]
        scenario = scenario_text(world, name, expects)
        return RefutingCase(case, came, wanted, case_file_text(text, self.policy), profile, scenario)


def _known(view: View, key: tuple[bool, str]) -> Known:
    in_profile, question = key
    return view.profile.known(question) if in_profile and view.profile is not None else view.known(question)


def _then(world: World, steps: tuple[Step, ...]) -> World | None:
    """Return the world after the steps; None when there are none."""
    if not steps:
        return None
    case = after(world.case(), steps)
    if case is None:
        raise ValueError("the steps cannot be taken from here")
    answers, profile = dict(world.answers), world.profile
    for (in_profile, question), _, _ in steps:
        if in_profile and case.programme is not None:
            profile = {**(profile or {}), question: case.programme.answers.get(question, ())}
        elif case.answers.get(question) or question in answers or world.reassured:
            answers[question] = case.answers.get(question, ())
    return replace(world, answers=answers, profile=profile)


def _plainest(policy: Policy, case: Case, holds: Callable[[Case], bool]) -> Case:
    """Return the case with the plainest answers that do as well as those found.

    Plainest is one answer that settles the question, the least concerning that will do; else one word in each. So what
    is shown does not hang on which of many cases the solver came upon.
    """
    for name, given in case.answers.items():
        question = policy.questions[name]
        one_word = [
            tuple(replace(answer, values=(word,)) if answer.values[1:] else answer for answer in given)
            for word in reversed(question.answers)
        ]
        settled = [(replace(least_concerning(question), values=(word,)),) for word in reversed(question.answers)]
        for plainer in (*one_word, *settled):
            tried = replace(case, answers={**case.answers, name: plainer})
            if holds(tried):
                case = tried
    return case


def _fewer(steps: tuple[Step, ...], holds: Callable[[tuple[Step, ...]], bool]) -> tuple[Step, ...]:
    for step in steps:
        fewer = tuple(other for other in steps if other is not step)
        if holds(fewer):
            steps = fewer
    return steps


def _fault(policy: Policy, claim: Claim) -> Problem:
    what = f"the definition does not confirm what was found against {claim.kind.value} at the stage {claim.stage.value}"
    help = "nothing is said about the policy; please report this, with the policy"
    return Problem(Place(f"{policy.id} {policy.version}"), "not-confirmed", what, help)
