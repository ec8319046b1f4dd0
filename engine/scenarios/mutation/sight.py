"""Which scenarios could notice a mutant at all: those for whose case something that they look at differs.

What the definition reports follows from the truths of the rules. As long as a changed rule has the truth that it had,
every flag, every safeguard and the outcome are what they were, and so is whatever `watching.TRUTHS` look at. The other
sentences look further: into the condition of a rule that is unknown (whom to ask), at the questions of a rule that is
true (what would resolve a flag that rests on facts alone), at the same case without the partner's side. Scenarios with
these are tried wherever that may matter. A test compares all of this with trying every scenario.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import reduce

from engine.model.answer import Answer, Source, Standing
from engine.model.condition import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    FlagIs,
    Leaf,
    Not,
    SaidBy,
    leaves_of,
    questions_in,
)
from engine.model.policy import Flag, Policy, Rule, Safeguard, Status
from engine.model.question import Question, Stage
from engine.model.recommendation import Known
from engine.model.truth import FALSE, TRUE
from engine.reference import weigh
from engine.scenarios.mutation.watching import ASKING, CONFIRMING, LISTING, RESOLVING, WITHOUT_HER, Watch
from engine.scenarios.world import SCREENED_ON, least_concerning

Truths = tuple[int, int]
"""For every watch of a stage at once, a bit each: is it certain (true), is it possible (true or unknown)."""


class Sight:
    """The watches over a policy, and which of them could notice another one."""

    def __init__(self, policy: Policy, watches: Sequence[Watch]) -> None:
        self.policy = policy
        self.watches = watches
        by_stage = {stage: [w for w in watches if w.case.stage is stage] for stage in Stage}
        self._at = {stage: _AtStage(policy, stage, here) for stage, here in by_stage.items() if here}

    def who_notices(self, mutated: Policy) -> Watch | None:
        """Return a watch that fails on the other policy, or None when all of them hold: exactly as if each were run."""
        same_case = mutated.questions is self.policy.questions
        touched = _touched(self.policy, mutated)
        could = self.could_notice(mutated)
        first = sorted(could, key=lambda one: not one.tagged(touched))
        return next((watch for watch in first if watch.notices(mutated, same_case=same_case)), None)

    def all_who_notice(self, mutated: Policy) -> list[Watch]:
        """Return every watch that fails on the other policy."""
        same_case = mutated.questions is self.policy.questions
        return [watch for watch in self.could_notice(mutated) if watch.notices(mutated, same_case=same_case)]

    def could_notice(self, mutated: Policy) -> list[Watch]:
        """Return the watches for whose case something may differ; the others hold as they did."""
        return [watch for at in self._at.values() for watch in at.could_notice(mutated)]


def _touched(policy: Policy, mutated: Policy) -> frozenset[str]:
    """Return the rules that are other ones, or that use what is another one: their scenarios are the first to ask."""
    rules = {name for name, rule in policy.rules.items() if mutated.rules.get(name) is not rule}
    questions = {name for name, one in policy.questions.items() if mutated.questions[name] is not one}
    flags = {name for name, one in policy.flags.items() if mutated.flags[name] is not one}
    safeguards = {name for name, one in policy.safeguards.items() if mutated.safeguards[name] is not one}
    if questions or flags or safeguards:
        rules |= {
            rule.id
            for rule in policy.rules.values()
            if rule.raises in flags
            or not safeguards.isdisjoint(rule.recommends)
            or (questions and not questions.isdisjoint(questions_in(rule.when)))
        }
    return frozenset(rules)


class _AtStage:
    """The watches of one stage."""

    def __init__(self, policy: Policy, stage: Stage, watches: Sequence[Watch]) -> None:
        self.policy = policy
        self.stage = stage
        self.watches = watches
        self.everyone = (1 << len(watches)) - 1
        self.asking = self._who(lambda watch: bool(watch.sentences & ASKING))
        self.resolving = self._who(lambda watch: bool(watch.sentences & RESOLVING))
        self.listing = self._who(lambda watch: bool(watch.sentences & LISTING))
        self.confirming = self._who(lambda watch: bool(watch.sentences & CONFIRMING))
        # Whatever differs anywhere may differ in another case than the watch's own.
        self.always = self._who(lambda watch: bool(watch.sentences & WITHOUT_HER) or not watch.looks_at_truths)
        # The sources whose word alone some rule asks about, by question.
        self.heard_apart: dict[str, set[Source]] = {}
        for leaf in (leaf for rule in policy.in_force(stage) for leaf in leaves_of(rule.when)):
            if isinstance(leaf, SaidBy):
                self.heard_apart.setdefault(leaf.test.question, set()).add(leaf.source)
        self._leaves: dict[Leaf, Truths] = {}

    def _who(self, holds: Callable[[Watch], bool]) -> int:
        return sum(1 << number for number, watch in enumerate(self.watches) if holds(watch))

    def _naming(self, name: str) -> int:
        return self._who(lambda watch: name in watch.named)

    def could_notice(self, mutated: Policy) -> Iterator[Watch]:
        if bool(self.policy.in_force(self.stage)) != bool(mutated.in_force(self.stage)):
            seen = self.everyone
        else:
            seen = reduce(int.__or__, self._differences(mutated), 0)
        return (watch for number, watch in enumerate(self.watches) if seen >> number & 1)

    def _differences(self, mutated: Policy) -> Iterator[int]:
        policy = self.policy
        if mutated.rules is not policy.rules:
            for name in policy.rules.keys() | mutated.rules.keys():
                rule, other = policy.rules.get(name), mutated.rules.get(name)
                if rule is not other:
                    yield self._rule(self._here(rule), self._here(other))
        if mutated.flags is not policy.flags:
            for flag in policy.flags.values():
                if mutated.flags[flag.id] is not flag:
                    yield self._flag(flag, mutated.flags[flag.id])
        if mutated.safeguards is not policy.safeguards:
            for safeguard in policy.safeguards.values():
                if mutated.safeguards[safeguard.id] is not safeguard:
                    yield self._safeguard(safeguard)
        if mutated.base_safeguards is not policy.base_safeguards:
            for name in set(policy.base_at(self.stage)) ^ set(mutated.base_at(self.stage)):
                # No rule but a derived one looks at what is called for.
                needing = self.everyone if policy.safeguards[name].needs else 0
                yield needing | self._naming(name) | self.listing | self.always
        if mutated.questions is not policy.questions:
            for question in policy.questions.values():
                if mutated.questions[question.id] is not question:
                    yield self._question(question, mutated.questions[question.id])

    def _here(self, rule: Rule | None) -> Rule | None:
        """Return the rule if it is in force at this stage."""
        return rule if rule and rule.status is Status.IN_FORCE and self.stage in rule.stages else None

    def _rule(self, rule: Rule | None, other: Rule | None) -> int:
        there = rule or other
        if there is None:
            return 0
        if rule is None or other is None:
            # A rule that is false is as good as none, except to a sentence about it.
            return self.truths(there.when)[1] | self._naming(there.id) | self.always
        certain, possible = self.truths(rule.when)
        seen = self.always
        if other.when != rule.when:
            now_certain, now_possible = self.truths(other.when)
            seen |= (certain ^ now_certain) | (possible ^ now_possible)
            seen |= self.asking & possible & ~certain
            seen |= self.resolving & certain
        if other.if_unknown_ask != rule.if_unknown_ask:
            seen |= self.asking & possible & ~certain
        if (other.recommends, other.raises) != (rule.recommends, rule.raises):
            seen |= possible
        return seen

    def _flag(self, flag: Flag, other: Flag) -> int:
        possible = self.truths(FlagIs(flag.id))[1]
        return (possible if other.effect is not flag.effect else possible & self.resolving) | self.always

    def _safeguard(self, safeguard: Safeguard) -> int:
        # What follows from other needs for derived rules is seen there; here it is what is to be confirmed.
        return (self.confirming & self._naming(safeguard.id)) | self.always

    def _question(self, question: Question, other: Question) -> int:
        return self.always | self._who(lambda watch: self._known_otherwise(watch, question, other))

    def _known_otherwise(self, watch: Watch, question: Question, other: Question) -> bool:
        """Whether what is known about a question, or whom to ask about it, differs in the case of a watch."""
        view, world = watch.judgement.view, watch.world
        filled, told = world.reassured, set(world.answers)
        if self.stage.of_client and not question.stage.of_client:
            if view.profile is None:
                return False
            if any(said.standing is Standing.NOT_APPLICABLE for said in (world.profile or {}).get(question.id, ())):
                return True  # counts when a profile is filled up, and not when it is looked at
            view, filled, told = view.profile, world.profile_reassured, set(world.profile or ())
        elif question.stage not in self.stage.readable:
            return False
        applies = view.applies(question)
        if other.only_if != question.only_if and applies is not TRUE:
            return True
        said = view.case.answers.get(question.id, ())
        # "Nothing of concern is known" answers by somebody whose word settles it: that may be another one now.
        now_said = (least_concerning(other),) if filled and said and question.id not in told else said
        if watch.sentences & ASKING and any(e.question.id == question.id for e in world.recommendation.to_find_out):
            return True
        return any(
            _core(weigh(question, _by(source, said), applies, SCREENED_ON))
            != _core(weigh(other, _by(source, now_said), applies, SCREENED_ON))
            for source in (None, *self.heard_apart.get(question.id, ()))
        )

    # -- truths for all watches at once --

    def truths(self, condition: Condition) -> Truths:
        match condition:
            case AllOf(members):
                found = [self.truths(member) for member in members]
                return reduce(int.__and__, (c for c, _ in found)), reduce(int.__and__, (p for _, p in found))
            case AnyOf(members):
                found = [self.truths(member) for member in members]
                return reduce(int.__or__, (c for c, _ in found)), reduce(int.__or__, (p for _, p in found))
            case AtLeast(number, members):
                found = [self.truths(member) for member in members]
                certain = _at_least(number, [c for c, _ in found], self.everyone)
                return certain, _at_least(number, [p for _, p in found], self.everyone)
            case Not(member):
                certain, possible = self.truths(member)
                return self.everyone & ~possible, self.everyone & ~certain
            case _:
                return self._leaf(condition)

    def _leaf(self, leaf: Leaf) -> Truths:
        truths = self._leaves.get(leaf)
        if truths is None:
            found = [watch.judgement.tree(leaf).truth for watch in self.watches]
            certain = sum(1 << number for number, truth in enumerate(found) if truth is TRUE)
            possible = sum(1 << number for number, truth in enumerate(found) if truth is not FALSE)
            truths = self._leaves[leaf] = certain, possible
        return truths


def _at_least(number: int, bits: Sequence[int], everyone: int) -> int:
    reached = [everyone, *[0] * number]
    for bit in bits:
        for count in range(number, 0, -1):
            reached[count] |= reached[count - 1] & bit
    return reached[number]


def _by(source: Source | None, said: tuple[Answer, ...]) -> tuple[Answer, ...]:
    return said if source is None else tuple(answer for answer in said if answer.source is source)


def _core(known: Known) -> tuple[object, ...]:
    """Return what a truth can depend on; the answers behind it are looked at by the sentences about asking alone."""
    return known.possible, known.chosen, known.settled, known.differ
