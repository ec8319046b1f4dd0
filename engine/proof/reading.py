"""One policy over the answer sheets of one stage: what is known, and what follows, as literals.

Written anew from POLICY_LANGUAGE, and held against the definition by tests in both directions; nothing is taken over
from there. Every truth is two literals: that it is certain, and that it is possible.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, assert_never

from engine.model.condition import (
    AllOf,
    AnswerIs,
    AnyOf,
    AtLeast,
    CalledFor,
    Condition,
    FlagIs,
    IsUnknown,
    Leaf,
    Not,
    ProgrammeLacks,
    SaidBy,
    SourcesDiffer,
    leaves_of,
)
from engine.model.policy import Effect, Outcome, Policy
from engine.model.question import Question
from engine.model.source import Source
from engine.model.truth import Truth
from engine.proof.evidence import Heard, Key, rules_out, settles

if TYPE_CHECKING:
    from engine.proof.sheets import Sheets


class Pair(NamedTuple):
    """A Kleene truth as two literals; certain implies possible."""

    certain: int
    possible: int


class KnownHere(NamedTuple):
    """What is known about one question: by answer word, whether it is still possible, and whether it was chosen.

    `not_applicable`: that the question does not apply is still possible. `applies`: the truth of its `only_if`.
    """

    possible: dict[str, int]
    not_applicable: int
    chosen: dict[str, int]
    settled: int
    differ: int
    said: int
    applies: Pair


class Reading:
    """The rules, flags, safeguards and the outcome of a policy. Everything is worked out once, on demand.

    `basis` is the same policy over sheets that differ only in what is heard about the questions `changed`: what does
    not depend on these is taken over from there.
    """

    def __init__(
        self, sheets: Sheets, policy: Policy, basis: Reading | None = None, changed: frozenset[Key] = frozenset()
    ) -> None:
        self.sheets = sheets
        self.policy = policy
        self.stage = sheets.stage
        self._clauses = sheets.clauses
        self._basis = basis
        self._changed = changed
        self._known: dict[Key, KnownHere] = {}
        self._alone: dict[tuple[Source, str], KnownHere] = {}
        self._truths: dict[Condition, Pair] = {}
        self._named: dict[tuple[str, str], Pair] = {}
        self.found_to_read: dict[tuple[str, str], frozenset[Key]] = {} if basis is None else basis.found_to_read
        self._outcomes: dict[Outcome, int] | None = None

    # -- what follows --

    def truth(self, condition: Condition) -> Pair:
        """Return the truth of a condition."""
        found = self._truths.get(condition)
        if found is None:
            found = self._truths[condition] = self.with_leaves(
                condition, iter([self.leaf(leaf) for leaf in leaves_of(condition)])
            )
        return found

    def rule(self, rule_id: str) -> Pair:
        """Return the truth of a rule."""
        return self._kept("rule", rule_id, lambda: self.truth(self.policy.rules[rule_id].when))

    def flag(self, flag_id: str) -> Pair:
        """Return the truth of a flag: true when a rule in force that raises it is."""
        raisers = self.policy.raisers(self.stage).get(flag_id, ())
        return self._kept("flag", flag_id, lambda: self._some([self.rule(rule.id) for rule in raisers]))

    def safeguard(self, safeguard_id: str) -> Pair:
        """Return whether a safeguard is called for."""
        if safeguard_id in self.policy.base_at(self.stage):
            return self._always(holds=True)
        callers = self.policy.callers(self.stage).get(safeguard_id, ())
        return self._kept("safeguard", safeguard_id, lambda: self._some([self.rule(rule.id) for rule in callers]))

    def outcome(self, outcome: Outcome) -> int:
        """Return the literal that the recommendation is this."""
        if self._outcomes is None:
            excluding = self.excluding()
            against = self._clauses.either(truth.certain for truth in excluding)
            open_ = self._clauses.either(truth.possible for truth in excluding)
            self._outcomes = {
                Outcome.AGAINST: against,
                Outcome.UNDETERMINED: self._clauses.both((open_, -against)),
                Outcome.CONDITIONAL: self._clauses.both((-open_, -against)),
            }
        return self._outcomes[outcome]

    def excluding(self) -> list[Pair]:
        """Return the truths of the exclude flags that a rule in force at the stage may raise."""
        flags = self.policy.flags
        return [self.flag(name) for name in self.policy.raisers(self.stage) if flags[name].effect is Effect.EXCLUDE]

    def is_(self, pair: Pair, truth: Truth) -> int:
        """Return the literal that the truth is exactly this."""
        match truth:
            case Truth.TRUE:
                return pair.certain
            case Truth.FALSE:
                return -pair.possible
            case Truth.UNKNOWN:
                return self._clauses.both((pair.possible, -pair.certain))
            case _:
                assert_never(truth)

    def differs(self, one: Pair, other: Pair) -> int:
        """Return the literal that the two truths are not the same."""
        unlike = self._clauses.unlike
        return self._clauses.either((unlike(one.certain, other.certain), unlike(one.possible, other.possible)))

    def deciding(self, rule_id: str, leaf: int, truth: Truth) -> int:
        """Return the literal that a leaf has this truth, and alone decides the rule.

        That is: with another truth that such a leaf can have there, and everything else as it is, the rule would have
        another one. `leaf` counts in reading order.
        """
        condition = self.policy.rules[rule_id].when
        leaves = list(leaves_of(condition))
        pairs = [self.leaf(each) for each in leaves]
        others = [other for other in _truths_of(leaves[leaf]) if other is not truth]
        unlike = []
        for other in others:
            certain, possible = other is Truth.TRUE, other is not Truth.FALSE
            put = Pair(*(self._clauses.TRUE if holds else self._clauses.FALSE for holds in (certain, possible)))
            changed = self.with_leaves(condition, iter([*pairs[:leaf], put, *pairs[leaf + 1 :]]))
            unlike.append(self.differs(self.rule(rule_id), changed))
        return self._clauses.both((self.is_(pairs[leaf], truth), self._clauses.either(unlike)))

    def with_leaves(self, condition: Condition, leaves: Iterator[Pair]) -> Pair:
        """Return the truth of a condition whose leaves, in reading order, have these truths."""
        match condition:
            case AllOf(members):
                return self._every([self.with_leaves(member, leaves) for member in members])
            case AnyOf(members):
                return self._some([self.with_leaves(member, leaves) for member in members])
            case AtLeast(number, members):
                found = [self.with_leaves(member, leaves) for member in members]
                return Pair(
                    self._clauses.at_least(number, [pair.certain for pair in found]),
                    self._clauses.at_least(number, [pair.possible for pair in found]),
                )
            case Not(member):
                pair = self.with_leaves(member, leaves)
                return Pair(-pair.possible, -pair.certain)
            case _:
                return next(leaves)

    def leaf(self, leaf: Leaf) -> Pair:
        """Return the truth of one test."""
        match leaf:
            case AnswerIs(question):
                return self._test(leaf, self.known(question))
            case FlagIs(flag):
                return self.flag(flag)
            case IsUnknown(question):
                unsettled = -self.known(question).settled
                return Pair(unsettled, unsettled)
            case SourcesDiffer(question):
                differ = self.known(question).differ
                return Pair(differ, differ)
            case SaidBy(source, test):
                return self._test(test, self.said_by(source, test.question))
            case ProgrammeLacks(question):
                return self._programme_lacks(question)
            case CalledFor(safeguard):
                return self.safeguard(safeguard)
            case _:
                assert_never(leaf)

    def _programme_lacks(self, question_id: str) -> Pair:
        profile = self.sheets.profile_given
        if profile == self._clauses.FALSE:
            return self._always(holds=False)
        worst = AnswerIs(question_id, (self.policy.questions[question_id].worst,))
        lacks = self._test(worst, self.known(question_id, in_profile=True))
        return Pair(self._clauses.both((profile, lacks.certain)), self._clauses.both((profile, lacks.possible)))

    # -- what is known --

    def known(self, question_id: str, *, in_profile: bool = False) -> KnownHere:
        """Return what is known about a question of the case, or of the programme's profile."""
        key = (in_profile, question_id)
        found = self._known.get(key)
        if found is None:
            if self._basis is not None and self._governed(key).isdisjoint(self._changed):
                found = self._basis.known(question_id, in_profile=in_profile)
            else:
                question = self.policy.questions[question_id]
                heard = self.sheets.heard(key)
                found = self._weigh(question, heard, self._applies(question, in_profile=in_profile))
            self._known[key] = found
        return found

    def said_by(self, source: Source, question_id: str) -> KnownHere:
        """Return what this source's answers alone make known."""
        found = self._alone.get((source, question_id))
        if found is None:
            question = self.policy.questions[question_id]
            heard = self.sheets.heard((False, question_id))
            if source not in heard.asked.named:
                raise ValueError(f"these sheets do not tell apart what {source} said about {question_id}")
            own = heard._replace(
                said={slot: row for slot, row in heard.said.items() if slot.source is source},
                not_applicable={slot: x for slot, x in heard.not_applicable.items() if slot.source is source},
            )
            found = self._weigh(question, own, self._applies(question, in_profile=False))
            self._alone[source, question_id] = found
        return found

    def _applies(self, question: Question, *, in_profile: bool) -> Pair:
        if question.only_if is None:
            return self._always(holds=True)
        tests = [
            self._test(leaf, self.known(leaf.question, in_profile=in_profile))
            for leaf in leaves_of(question.only_if)
            if isinstance(leaf, AnswerIs)
        ]
        return self.with_leaves(question.only_if, iter(tests))

    def _weigh(self, question: Question, heard: Heard, applies: Pair) -> KnownHere:
        both, either = self._clauses.both, self._clauses.either
        place = {word: number for number, word in enumerate(heard.asked.words)}
        # Only what a case can say under every policy at hand; any other word is never said.
        rows = [
            either(row[place[word]] for row in heard.said.values()) if word in place else self._clauses.FALSE
            for word in (() if heard.asked.open else question.answers)
        ]
        said = either(rows)
        settled_by = either(
            either(row) for slot, row in heard.said.items() if settles(question, slot) and not heard.asked.open
        )
        believed = either(x for slot, x in heard.not_applicable.items() if rules_out(question, slot))
        ruled_out = either((-applies.possible, believed))
        firm = either((ruled_out, settled_by))
        unheard = both((-said, -ruled_out))
        chosen, possible, extra = {}, {}, []
        below, above = self._clauses.FALSE, [either(rows[number:]) for number in range(len(rows) + 1)]
        for number, word in enumerate(question.answers if rows else ()):
            governs = rows[number] if question.several else both((rows[number], -above[number + 1]))
            chosen[word] = governs
            # Every answer more concerning than the one that governs (the least of those chosen, with several).
            feared = both((below, -firm)) if question.several else both((said, -above[number], -firm))
            extra.append(both((feared, -governs)))
            possible[word] = either((governs, feared, unheard))
            below = either((below, rows[number]))
        settled = either((both((said, -either(extra))), both((-said, ruled_out))))
        return KnownHere(
            possible=possible,
            not_applicable=both((-said, either((ruled_out, -applies.certain)))),
            chosen=chosen,
            settled=settled if rows else self._clauses.FALSE,
            differ=either((heard.differ, both((ruled_out, said)))),
            said=said,
            applies=applies,
        )

    def _test(self, test: AnswerIs, known: KnownHere) -> Pair:
        wanted = [word for word in known.possible if word in test.wanted]
        possible = self._clauses.either(known.possible[word] for word in wanted)
        if self.policy.questions[test.question].several:
            return Pair(self._clauses.either(known.chosen[word] for word in wanted), possible)
        others = [literal for word, literal in known.possible.items() if word not in test.wanted]
        return Pair(self._clauses.both((-self._clauses.either((*others, known.not_applicable)), possible)), possible)

    # -- what is read --

    def reads(self, kind: str, name: str) -> frozenset[Key]:
        """Return the questions that a rule, flag or safeguard rests on, through flags, safeguards and `only_if`."""
        found = self.found_to_read.get((kind, name))
        if found is None:
            match kind:
                case "rule":
                    parts = [self.read_by(self.policy.rules[name].when)]
                case "flag":
                    parts = [self.reads("rule", rule.id) for rule in self.policy.raisers(self.stage).get(name, ())]
                case _:
                    parts = [self.reads("rule", rule.id) for rule in self.policy.callers(self.stage).get(name, ())]
            found = self.found_to_read[kind, name] = frozenset().union(*parts)
        return found

    def read_by(self, condition: Condition) -> frozenset[Key]:
        """Return the questions that a condition rests on."""
        found: set[Key] = set()
        for leaf in leaves_of(condition):
            match leaf:
                case FlagIs(flag):
                    found |= self.reads("flag", flag)
                case CalledFor(safeguard):
                    found |= self.reads("safeguard", safeguard)
                case ProgrammeLacks(question):
                    found |= self._governed((True, question))
                case AnswerIs(question) | IsUnknown(question) | SourcesDiffer(question):
                    found |= self._governed((False, question))
                case SaidBy(_, test):
                    found |= self._governed((False, test.question))
                case _:
                    assert_never(leaf)
        return frozenset(found)

    def _governed(self, key: Key) -> frozenset[Key]:
        """Return a question and those that decide whether it applies."""
        name = f"{'profile' if key[0] else 'case'}: {key[1]}"
        found = self.found_to_read.get(("question", name))
        if found is None:
            only_if = self.policy.questions[key[1]].only_if
            governing = [leaf.question for leaf in leaves_of(only_if) if isinstance(leaf, AnswerIs)] if only_if else []
            found = frozenset({key}).union(*(self._governed((key[0], other)) for other in governing))
            self.found_to_read["question", name] = found
        return found

    def _kept(self, kind: str, name: str, work_out: Callable[[], Pair]) -> Pair:
        found = self._named.get((kind, name))
        if found is None:
            found = self._named[kind, name] = self._taken_over(kind, name) or work_out()
        return found

    def _taken_over(self, kind: str, name: str) -> Pair | None:
        if self._basis is None or not self.reads(kind, name).isdisjoint(self._changed):
            return None
        match kind:
            case "rule":
                return self._basis.rule(name)
            case "flag":
                return self._basis.flag(name)
            case _:
                return self._basis.safeguard(name)

    # -- Kleene's three values --

    def _every(self, truths: Sequence[Pair]) -> Pair:
        both = self._clauses.both
        return Pair(both(truth.certain for truth in truths), both(truth.possible for truth in truths))

    def _some(self, truths: Iterable[Pair]) -> Pair:
        found, either = list(truths), self._clauses.either
        return Pair(either(truth.certain for truth in found), either(truth.possible for truth in found))

    def _always(self, *, holds: bool) -> Pair:
        literal = self._clauses.TRUE if holds else self._clauses.FALSE
        return Pair(literal, literal)


def _truths_of(leaf: Leaf) -> tuple[Truth, ...]:
    """Return the truths that a leaf can have: a test of what is known is never unknown itself."""
    if isinstance(leaf, IsUnknown | SourcesDiffer):
        return (Truth.TRUE, Truth.FALSE)
    return (Truth.TRUE, Truth.FALSE, Truth.UNKNOWN)
