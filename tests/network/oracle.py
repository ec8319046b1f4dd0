"""What the tests of this room share: small policies made in Python, random ones, and what they mean, by brute force.

The meaning is written down here once more, with sets of words, so that the network is held against something that
shares no line with it and none with the definition.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from engine.model.answer import Answer, Case, Source, Standing
from engine.model.condition import (
    AllOf,
    AnswerIs,
    AnyOf,
    AtLeast,
    CalledFor,
    Condition,
    FlagIs,
    IsUnknown,
    Not,
    ProgrammeLacks,
    SaidBy,
    SourcesDiffer,
)
from engine.model.policy import Authority, Effect, Flag, Outcome, Policy, Rule, Safeguard, Status
from engine.model.question import Nature, Question, Stage
from engine.model.truth import Truth, at_least, every, negate, some
from engine.network import Firing

DAY = date(2026, 11, 22)
NA = "(does not apply)"
CORROBORATORS = (Source.PARTNER_SUPPORT, Source.PRACTITIONER)


def question(
    name: str,
    answers: Iterable[str] = ("no", "past", "recent"),
    *,
    corroborate: tuple[Source, ...] = CORROBORATORS,
    valid_for: int | None = 28,
    only_if: Condition | None = None,
    stage: Stage = Stage.START,
    several: bool = False,
) -> Question:
    return Question(
        id=name,
        stage=stage,
        section="",
        ask="?",
        asked_of=(Source.CLIENT,),
        answers=tuple(answers),
        nature=Nature.CHANGEABLE,
        source=(),
        corroborate=corroborate,
        valid_for=valid_for,
        several=several,
        only_if=only_if,
    )


def rule(
    name: str,
    when: Condition,
    raises: str | None = None,
    recommends: tuple[str, ...] = (),
    *,
    status: Status = Status.IN_FORCE,
    stage: Stage = Stage.START,
) -> Rule:
    return Rule(name, stage, name, status, when, raises, recommends, "", (), Authority.GUIDANCE, "")


def policy(
    questions: Iterable[Question],
    rules: Iterable[Rule],
    base: tuple[str, ...] = ("base",),
    cautions: tuple[str, ...] = (),
) -> Policy:
    rules = tuple(rules)
    flags = dict.fromkeys((*(rule.raises for rule in rules if rule.raises), *cautions))
    safeguards = dict.fromkeys((*base, *(name for rule in rules for name in rule.recommends)))
    return Policy(
        id="p",
        title="",
        version="1",
        effective_from=DAY,
        languages=("en",),
        owner="",
        summary="",
        base_safeguards=dict.fromkeys(Stage, tuple(base)),
        review={},
        other_routes={},
        works={},
        questions={question.id: question for question in questions},
        flags={
            name: Flag(name, Effect.CAUTION if name in cautions else Effect.EXCLUDE, name, "", ()) for name in flags
        },
        rules={rule.id: rule for rule in rules},
        safeguards={name: Safeguard(name, name, "", "", "", "", False, ()) for name in safeguards},
        invariants={},
        fingerprint="sha256:0",
    )


def said(*words: str, source: Source = Source.PRACTITIONER, on: date | None = None) -> Answer:
    return Answer(source, Standing.ANSWERED, words, on)


def case(answers: dict[str, Answer | tuple[Answer, ...]] | None = None, programme: Case | None = None) -> Case:
    given = {name: (one,) if isinstance(one, Answer) else one for name, one in (answers or {}).items()}
    return Case("c", Stage.START, given, programme)


# What it means, with sets.


@dataclass
class Oracle:
    policy: Policy
    case: Case
    stage: Stage = Stage.START
    memo: dict[tuple[str, str], Truth] = field(default_factory=dict)

    def known(self, case: Case, name: str, source: Source | None = None) -> tuple[set[str], set[str], bool]:
        """Possible, chosen, and whether the sources differ."""
        q = self.policy.questions[name]
        answers = [a for a in case.answers.get(name, ()) if source is None or a.source is source]
        fresh = [a for a in answers if a.on is None or q.valid_for is None or a.on + timedelta(q.valid_for) >= DAY]
        spoken = [a for a in answers if a.standing is Standing.ANSWERED and a.values]
        settling = [a for a in spoken if a in fresh and (not q.corroborate or a.source in q.corroborate)]
        applies = Truth.TRUE if q.only_if is None else self.truth(q.only_if, case)
        away = applies is Truth.FALSE or any(
            a.standing is Standing.NOT_APPLICABLE and a.source in q.corroborate for a in fresh
        )
        chosen = {word for a in spoken for word in a.values}
        differ = len({frozenset(a.values) for a in spoken}) > 1 or (bool(chosen) and away)
        if not chosen:
            possible = {NA} if away else set(q.answers) | ({NA} if applies is Truth.UNKNOWN else set())
            return possible, set(), differ
        order = list(q.answers)
        if q.several:
            least = min(order.index(word) for word in chosen)
            return (chosen if settling or away else chosen | set(order[least + 1 :])), chosen, differ
        worst = max(order.index(word) for word in chosen)
        return ({order[worst]} if settling or away else set(order[worst:])), {order[worst]}, differ

    def test(self, case: Case, leaf: AnswerIs, source: Source | None = None) -> Truth:
        possible, chosen, _ = self.known(case, leaf.question, source)
        wanted = set(leaf.wanted)
        if not possible & wanted:
            return Truth.FALSE
        true = bool(chosen & wanted) if self.policy.questions[leaf.question].several else possible <= wanted
        return Truth.TRUE if true else Truth.UNKNOWN

    def truth(self, condition: Condition, case: Case | None = None) -> Truth:
        case = case or self.case
        match condition:
            case AllOf(members):
                return every([self.truth(m, case) for m in members])
            case AnyOf(members):
                return some([self.truth(m, case) for m in members])
            case Not(member):
                return negate(self.truth(member, case))
            case AtLeast(number, members):
                return at_least(number, [self.truth(m, case) for m in members])
            case AnswerIs():
                return self.test(case, condition)
            case SaidBy(source, test):
                return self.test(case, test, source)
            case ProgrammeLacks(name):
                profile = self.case.programme
                if profile is None:
                    return Truth.FALSE
                said = {
                    q: tuple(a for a in given if a.standing is not Standing.NOT_APPLICABLE)
                    for q, given in profile.answers.items()
                }
                test = AnswerIs(name, (self.policy.questions[name].answers[-1],))
                return self.test(replace(profile, answers=said), test)
            case IsUnknown(name):
                possible, chosen, _ = self.known(case, name)
                if self.policy.questions[name].several:
                    open_ = possible != chosen if chosen else possible != {NA}
                else:
                    open_ = len(possible) > 1
                return Truth.TRUE if open_ else Truth.FALSE
            case SourcesDiffer(name):
                return Truth.TRUE if self.known(case, name)[2] else Truth.FALSE
            case FlagIs(flag):
                return self.flag(flag)
            case CalledFor(safeguard):
                return self.safeguard(safeguard)

    def _some(self, kind: str, name: str, rules: list[Rule]) -> Truth:
        if (kind, name) not in self.memo:
            self.memo[kind, name] = some([self.truth(rule.when) for rule in rules])
        return self.memo[kind, name]

    def rules(self) -> list[Rule]:
        return [r for r in self.policy.rules.values() if r.status is Status.IN_FORCE and self.stage in r.stages]

    def flag(self, name: str) -> Truth:
        return self._some("flag", name, [rule for rule in self.rules() if rule.raises == name])

    def safeguard(self, name: str) -> Truth:
        if name in self.policy.base_at(self.stage):
            return Truth.TRUE
        return self._some("safeguard", name, [rule for rule in self.rules() if name in rule.recommends])

    def firing(self) -> Firing:
        rules = {rule.id: self.truth(rule.when) for rule in self.rules()}
        flags = {name: self.flag(name) for name in self.policy.flags}
        safeguards = {name: self.safeguard(name) for name in self.policy.safeguards}
        excluding = [truth for name, truth in flags.items() if self.policy.flags[name].effect is Effect.EXCLUDE]
        outcome = {
            Truth.TRUE: Outcome.AGAINST,
            Truth.UNKNOWN: Outcome.UNDETERMINED,
            Truth.FALSE: Outcome.CONDITIONAL,
        }[some(excluding)]
        sets = [_sets(truths) for truths in (rules, flags, safeguards)]
        return Firing(*sets[0], *sets[1], *sets[2], outcome)


def _sets(truths: dict[str, Truth]) -> tuple[frozenset[str], frozenset[str]]:
    certain = frozenset(name for name, truth in truths.items() if truth is Truth.TRUE)
    return certain, frozenset(name for name, truth in truths.items() if truth is not Truth.FALSE)


# Random policies. They are wilder than the loader allows: the network must be right about them all the same.


@dataclass(frozen=True)
class Size:
    questions: int = 8
    rules: int = 14
    flags: int = 6
    depth: int = 4
    width: int = 4
    answers: int = 6


def random_policy(rng: Random, size: Size = Size()) -> Policy:
    questions: list[Question] = []
    for stage, letter, number in ((Stage.START, "q", size.questions), (Stage.PROGRAMME_START, "p", 3)):
        mine: list[Question] = []
        for index in range(number):
            only_if = random_condition(rng, Material(mine), 2, size.width) if mine and rng.random() < 0.4 else None
            mine.append(
                question(
                    f"{letter}{index}",
                    [f"a{n}" for n in range(rng.randint(1, size.answers))],
                    corroborate=rng.choice([(), CORROBORATORS, (Source.POLICE,)]),
                    valid_for=rng.choice([None, 14, 28]),
                    only_if=only_if,
                    stage=stage,
                    several=rng.random() < 0.25,
                )
            )
        questions += mine
    asked = [q for q in questions if q.stage is Stage.START]
    needed = [q for q in questions if q.stage is not Stage.START]
    rules: list[Rule] = []
    flags: list[str] = []
    safeguards = ["base"]
    for index in range(size.rules):
        rng.shuffle(needed)
        when = random_condition(rng, Material(asked, needed, flags, safeguards), size.depth, size.width)
        name = f"r{index}"
        if rng.random() < 0.6:
            flags = [*flags, f"f{index}"] if len(flags) < size.flags else flags
            # A flag of an earlier rule would close a circle if the condition read it: raise the newest only.
            rules.append(rule(name, when, f"f{index}" if f"f{index}" in flags else "late"))
        else:
            made = f"s{index}"
            rules.append(rule(name, when, None, (made, "base") if rng.random() < 0.3 else (made,)))
            safeguards = [*safeguards, made]
        if rng.random() < 0.1:
            rules.append(rule(f"{name}-draft", when, "late", status=Status.DRAFT))
    rng.shuffle(rules)
    return policy(questions, rules, cautions=tuple(f for f in flags if rng.random() < 0.5))


@dataclass(frozen=True)
class Material:
    """What a random condition may speak of."""

    questions: list[Question]
    needed: list[Question] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    safeguards: list[str] = field(default_factory=list)


def random_condition(rng: Random, material: Material, depth: int, width: int) -> Condition:
    if depth and rng.random() < 0.65:
        members = tuple(random_condition(rng, material, depth - 1, width) for _ in range(rng.randint(1, width)))
        kind = rng.random()
        if kind < 0.35:
            return AllOf(members)
        if kind < 0.7:
            return AnyOf(members)
        if kind < 0.85:
            return Not(members[0])
        return AtLeast(rng.randint(1, len(members)), members)
    asked = rng.choice(material.questions)
    wanted = tuple(sorted(rng.sample(asked.answers, rng.randint(1, len(asked.answers)))))
    leaves: list[Condition] = [AnswerIs(asked.id, wanted)] * 4
    leaves += [IsUnknown(asked.id), SourcesDiffer(asked.id)]
    leaves += [SaidBy(rng.choice([*CORROBORATORS, Source.CLIENT]), AnswerIs(asked.id, wanted))]
    leaves += [ProgrammeLacks(q.id) for q in material.needed[:1]]
    leaves += [FlagIs(rng.choice(material.flags))] * 2 if material.flags else []
    leaves += [CalledFor(rng.choice(material.safeguards))] if material.safeguards else []
    return rng.choice(leaves)


def random_case(rng: Random, policy: Policy) -> Case:
    profile = None
    if rng.random() < 0.7:
        profile = Case("c", Stage.PROGRAMME_START, _answers(rng, policy, Stage.PROGRAMME_START))
    return Case("c", Stage.START, _answers(rng, policy, Stage.START), profile)


def _answers(rng: Random, policy: Policy, stage: Stage) -> dict[str, tuple[Answer, ...]]:
    share = rng.choice([0.2, 0.6, 1.0])
    given: dict[str, tuple[Answer, ...]] = {}
    for q in policy.questions.values():
        if q.stage is stage and rng.random() < share:
            given[q.id] = tuple(_answer(rng, q) for _ in range(rng.choice([1, 1, 1, 2, 3])))
    return given


def _answer(rng: Random, q: Question) -> Answer:
    source = rng.choice([Source.CLIENT, Source.POLICE, *CORROBORATORS, *CORROBORATORS])
    on = rng.choice([None, DAY, DAY - timedelta(14), DAY - timedelta(15), DAY - timedelta(28), DAY - timedelta(29)])
    standing = rng.choice([Standing.ANSWERED] * 6 + list(Standing))
    words: tuple[str, ...] = ()
    if standing is Standing.ANSWERED:
        words = tuple(rng.sample(q.answers, rng.randint(1, len(q.answers)) if q.several else 1))
    return Answer(source, standing, words, on)
