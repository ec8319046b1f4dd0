"""Random policies and cases, for agreement tests and for the promises.

Everything is drawn from a `random.Random`, so that a test can use a seed, or let hypothesis drive and shrink it with
`st.randoms(use_true_random=False)`. Generated policies are well-formed: the loader accepts them (and a test holds this
against it), rules that lead to an exclude flag are upward closed, flags have no cycles.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
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
    questions_in,
    without_not,
)
from engine.model.policy import Authority, Effect, Flag, Policy, Rule, Safeguard, Status
from engine.model.question import Nature, Question, Stage
from engine.model.work import Citation, Work
from engine.testing.negations import resting_on_answers

EVERYONE = tuple(Source)
MAY_CORROBORATE = tuple(source for source in Source if source not in {Source.CLIENT, Source.PROGRAMME})
SCREENED_ON = date(2026, 11, 22)
CITED = (Citation("house-rules"),)


@dataclass(frozen=True, slots=True)
class Size:
    """How large a generated policy is (counts, upper bounds where drawn)."""

    questions: int = 8
    later_questions: int = 3
    programme_questions: int = 2
    flags: int = 6
    rules: int = 14
    safeguards: int = 5
    depth: int = 3
    answers: int = 5


def random_policy(rng: Random, size: Size | None = None) -> Policy:
    """Draw a well-formed policy with rules at the start and, half of the time, rules during the programme."""
    return _Maker(rng, size or Size()).policy()


def random_case(rng: Random, policy: Policy, answered: float = 0.7, on: date = SCREENED_ON) -> Case:
    """Draw a case at a stage that has rules; each question is answered with the probability `answered`, by 1 to 3."""
    stages = {question.stage for question in policy.questions.values()}
    stage = rng.choice([stage for stage in Stage if policy.in_force(stage)])
    profile = None
    if stage.of_client and Stage.PROGRAMME_START in stages and rng.random() < 0.6:
        profile = Case("north", Stage.PROGRAMME_START, _answers(rng, policy, Stage.PROGRAMME_START, answered, on))
    return Case("K-1", stage, _answers(rng, policy, stage, answered, on), profile)


def random_answer(rng: Random, question: Question, on: date = SCREENED_ON) -> Answer:
    """Draw what one source might say to a question, or that it did not."""
    source = rng.choice(EVERYONE if rng.random() < 0.5 else (question.corroborate or EVERYONE))
    dated = None if rng.random() < 0.4 else on - timedelta(days=rng.randrange(0, 120))
    if rng.random() < 0.2:
        standings = [standing for standing in Standing if standing is not Standing.ANSWERED]
        return Answer(source, rng.choice(standings), (), dated)
    if question.open:
        return Answer(source, Standing.ANSWERED, ("in their own words",), dated)
    count = rng.randint(1, min(3, len(question.answers))) if question.several else 1
    words = set(rng.sample(question.answers, count))
    return Answer(source, Standing.ANSWERED, tuple(word for word in question.answers if word in words), dated)


def _answers(rng: Random, policy: Policy, stage: Stage, answered: float, on: date) -> dict[str, tuple[Answer, ...]]:
    found = {}
    for question in policy.readable_at(stage):
        if rng.random() < answered:
            drawn = [random_answer(rng, question, on) for _ in range(rng.choice((1, 1, 1, 2, 2, 3)))]
            found[question.id] = tuple(dict.fromkeys(drawn))
    return found


class _Maker:
    def __init__(self, rng: Random, size: Size) -> None:
        self.rng = rng
        self.size = size
        self.questions: list[Question] = []
        self.later: list[Question] = []
        # Every flag is raised at each of these stages, so that rules of either may test it.
        self.stages = (Stage.START, Stage.DURING) if rng.random() < 0.5 else (Stage.START,)
        # What the rule at hand may read.
        self.read: list[Question] = self.questions
        self.stages_now: tuple[Stage, ...] = self.stages
        self.programme: list[Question] = []
        self.flags: list[Flag] = []
        # Flags that lead to an exclude flag are raised by upward-closed rules only; the others are free.
        self.guarded: set[str] = set()
        self.safeguards: list[Safeguard] = []
        self.rules: list[Rule] = []

    def policy(self) -> Policy:
        rng, size = self.rng, self.size
        for number in range(rng.randint(1, size.questions)):
            self.questions.append(self.question(f"q{number}", Stage.START))
        if Stage.DURING in self.stages:
            for number in range(rng.randint(1, size.later_questions)):
                self.later.append(self.question(f"d{number}", Stage.DURING))
        for number in range(rng.randint(0, size.programme_questions)):
            self.programme.append(self.question(f"p{number}", Stage.PROGRAMME_START))
        for number in range(rng.randint(1, size.safeguards)):
            self.safeguards.append(self.safeguard(f"s{number}"))
        for number in range(rng.randint(1, size.flags)):
            self.flag(f"f{number}")
        # Every flag is raised by a rule; the rest is drawn.
        for flag in tuple(self.flags):
            self.raising(flag.id)
        for _ in range(rng.randint(0, size.rules)):
            self.at(*rng.choice(self.stage_sets()))
            if rng.random() < 0.6:
                self.raising(rng.choice(self.flags).id)
            else:
                self.recommending()
        self.use_up()
        self.rules = resting_on_answers(self.rules)
        self.derive()
        return self.assemble()

    def stage_sets(self) -> list[tuple[Stage, ...]]:
        return [(Stage.START,)] if len(self.stages) == 1 else [self.stages, (Stage.START,), (Stage.DURING,)]

    def at(self, *stages: Stage) -> None:
        """Let the next rules stand at these stages and read what all of them may read."""
        self.stages_now = stages
        self.read = [*self.questions, *self.later] if stages == (Stage.DURING,) else self.questions

    def question(self, name: str, stage: Stage) -> Question:
        rng = self.rng
        answers = tuple(f"{name}-a{rank}" for rank in range(rng.randint(2, self.size.answers)))
        corroborate = tuple(sorted(rng.sample(MAY_CORROBORATE, rng.randint(1, 3))))
        only_if: Condition | None = None
        if stage.of_client and self.questions and rng.random() < 0.25:
            only_if = self.upward_test(rng.choice(self.questions))
        return Question(
            id=name,
            stage=stage,
            section="Section",
            ask=f"{name}?",
            asked_of=(Source.PROGRAMME if stage is Stage.PROGRAMME_START else Source.CLIENT,),
            answers=answers,
            nature=Nature.CHANGEABLE,
            source=CITED,
            corroborate=(Source.PROGRAMME,) if stage is Stage.PROGRAMME_START else corroborate,
            valid_for=rng.choice((7, 28, 56)),
            # The first question is plain: there is always one that may stand under `not`.
            several=stage.of_client and bool(self.questions) and rng.random() < 0.2,
            only_if=only_if,
        )

    def safeguard(self, name: str) -> Safeguard:
        needs = (self.rng.choice(self.programme).id,) if self.programme and self.rng.random() < 0.4 else ()
        return Safeguard(
            name, f"Safeguard {name}", "do", "client", "the first session", "seen", each_session=False, needs=needs
        )

    def flag(self, name: str) -> None:
        effect = self.rng.choice(tuple(Effect))
        if effect is Effect.EXCLUDE or self.rng.random() < 0.3:
            self.guarded.add(name)
        self.flags.append(Flag(name, effect, f"Flag {name}", "meaning", ()))

    def raising(self, flag: str) -> None:
        earlier = [other.id for other in self.flags[: [f.id for f in self.flags].index(flag)]]
        guarded = flag in self.guarded
        readable = [other for other in earlier if other in self.guarded] if guarded else earlier
        when = self.guarded_condition(readable) if guarded else self.free_condition(readable)
        self.rules.append(self.rule(when, flag, ()))

    def recommending(self) -> None:
        chosen = tuple(
            sorted(s.id for s in self.rng.sample(self.safeguards, self.rng.randint(1, len(self.safeguards))))
        )
        needing = any(safeguard.needs for safeguard in self.safeguards if safeguard.id in chosen)
        every_flag = [flag.id for flag in self.flags]
        if needing:
            when = self.guarded_condition([flag for flag in every_flag if flag in self.guarded])
        else:
            when = self.free_condition(every_flag)
        self.rules.append(self.rule(when, None, chosen))

    def rule(self, when: Condition, raises: str | None, recommends: tuple[str, ...]) -> Rule:
        return Rule(
            id=f"r{len(self.rules)}",
            stage=self.stages_now[0],
            title="Rule",
            status=Status.IN_FORCE,
            when=when,
            raises=raises,
            recommends=recommends,
            because="because",
            source=CITED,
            authority=Authority.PRODUCT_DEFAULT,
            owner="owner",
            if_unknown_ask=self.whom_to_ask(when),
            also_at=self.stages_now[1:],
        )

    def whom_to_ask(self, when: Condition) -> tuple[Source, ...]:
        settling = sorted(
            {
                s
                for q in (*self.questions, *self.later, *self.programme)
                if q.id in questions_in(when)
                for s in q.corroborate
            }
        )
        return (self.rng.choice(settling),) if settling else (Source.PARTNER_SUPPORT,)

    # -- conditions --

    def upward_test(self, question: Question) -> AnswerIs:
        return AnswerIs(question.id, question.answers[self.rng.randint(1, len(question.answers) - 1) :])

    def downward_test(self, question: Question) -> AnswerIs:
        return AnswerIs(question.id, question.answers[: self.rng.randint(1, len(question.answers) - 1)])

    def any_test(self, question: Question) -> AnswerIs:
        count = self.rng.randint(1, len(question.answers) - 1)
        words = set(self.rng.sample(question.answers, count))
        return AnswerIs(question.id, tuple(word for word in question.answers if word in words))

    def guarded_condition(self, flags: list[str], depth: int | None = None, *, negated: bool = False) -> Condition:
        rng = self.rng
        depth = self.size.depth if depth is None else depth
        if depth > 0 and rng.random() < 0.55:
            if not negated and rng.random() < 0.2:
                return self.negation(self.guarded_condition(flags, depth - 1, negated=True))
            return self.group(
                [self.guarded_condition(flags, depth - 1, negated=negated) for _ in range(rng.randint(2, 3))]
            )
        kind = rng.random()
        if not negated:
            if kind < 0.2 and flags:
                return FlagIs(rng.choice(flags))
            if kind < 0.3 and self.programme:
                return ProgrammeLacks(rng.choice(self.programme).id)
            question = rng.choice(self.read)
            if kind < 0.4:
                return AnyOf((IsUnknown(question.id), self.upward_test(question)))
            if kind < 0.5:
                return SaidBy(rng.choice(EVERYONE), self.upward_test(question))
            return self.upward_test(question)
        plain = [q for q in self.read if not q.several]
        question = rng.choice(plain)
        return self.downward_test(question)

    def free_condition(self, flags: list[str], depth: int | None = None, *, negated: bool = False) -> Condition:
        rng = self.rng
        depth = self.size.depth if depth is None else depth
        if depth > 0 and rng.random() < 0.55:
            if rng.random() < 0.2:
                return self.negation(self.free_condition(flags, depth - 1, negated=True))
            return self.group(
                [self.free_condition(flags, depth - 1, negated=negated) for _ in range(rng.randint(2, 3))]
            )
        question = rng.choice(self.read)
        kind = rng.random()
        if kind < 0.25 and flags:
            return FlagIs(rng.choice(flags))
        if kind < 0.35 and self.programme:
            return ProgrammeLacks(rng.choice(self.programme).id)
        if kind < 0.45:
            return SaidBy(rng.choice(EVERYONE), self.any_test(question))
        if kind < 0.6 and not negated:
            return IsUnknown(question.id) if kind < 0.52 else SourcesDiffer(question.id)
        return self.any_test(question)

    def negation(self, condition: Condition) -> Condition:
        """Write a negation as the loader does."""
        plain = {q.id: q.answers for q in (*self.questions, *self.later, *self.programme) if not q.several}
        return without_not(Not(condition), lambda question: plain.get(question, ()))

    def group(self, drawn: list[Condition]) -> Condition:
        # Two tests of one question side by side may be met always or never, which the loader refuses.
        kept = {(m.question if isinstance(m, AnswerIs) else m): m for m in drawn}
        members = tuple(dict.fromkeys(kept.values()))
        kind = self.rng.random()
        if len(members) == 1:
            return members[0]
        if kind < 0.4:
            return AllOf(members)
        if kind < 0.8:
            return AnyOf(members)
        return AtLeast(self.rng.randint(1, len(members)), members)

    # -- the whole --

    def use_up(self) -> None:
        """Read every question and call for every safeguard: the loader refuses what nothing uses."""
        read = {name for rule in self.rules for name in questions_in(rule.when)}
        read |= {need for safeguard in self.safeguards for need in safeguard.needs}
        unread: list[Condition] = [self.upward_test(question) for question in self.questions if question.id not in read]
        unread += [ProgrammeLacks(question.id) for question in self.programme if question.id not in read]
        later: list[Condition] = [self.upward_test(question) for question in self.later if question.id not in read]
        for stage, left in ((Stage.START, unread), (Stage.DURING, later)):
            if left:
                self.at(stage)
                when = AnyOf(tuple(left)) if len(left) > 1 else left[0]
                self.rules.append(self.rule(when, None, (self.safeguards[0].id,)))
        called_for = {name for rule in self.rules for name in rule.recommends} | {self.safeguards[0].id}
        spare = tuple(s.id for s in self.safeguards if s.id not in called_for)
        self.flags[0] = replace(self.flags[0], remedy=spare)

    def derive(self) -> None:
        """Write what the loader writes from `needs`."""
        for safeguard in self.safeguards:
            for need in safeguard.needs:
                flag = f"programme-lacks-{need}"
                for stage in (stage for stage in self.stages if safeguard.id in self.called_for(stage)):
                    if flag not in {known.id for known in self.flags}:
                        self.flags.append(Flag(flag, Effect.EXCLUDE, f"Lacks {need}", "meaning", ()))
                    self.rules.append(self.needing(safeguard.id, need, stage, flag))

    def called_for(self, stage: Stage) -> set[str]:
        return {self.base(stage)} | {name for rule in self.rules if stage in rule.stages for name in rule.recommends}

    def base(self, stage: Stage) -> str:
        return self.safeguards[self.stages.index(stage) % len(self.safeguards) if stage in self.stages else 0].id

    def needing(self, safeguard: str, need: str, stage: Stage, flag: str) -> Rule:
        return Rule(
            id=f"{stage}-{safeguard}-needs-{need}",
            stage=stage,
            title="Derived",
            status=Status.IN_FORCE,
            when=AllOf((CalledFor(safeguard), ProgrammeLacks(need))),
            raises=flag,
            recommends=(),
            because="because",
            source=CITED,
            authority=Authority.PRODUCT_DEFAULT,
            owner="owner",
            derived=True,
        )

    def assemble(self) -> Policy:
        content = repr((self.questions, self.later, self.programme, self.flags, self.safeguards, self.rules))
        return Policy(
            id="generated",
            title="Generated",
            version="1.0.0",
            effective_from=date(2026, 1, 1),
            languages=("en",),
            owner="owner",
            summary="summary",
            base_safeguards={stage: (self.base(stage),) for stage in self.stages},
            review=dict.fromkeys(self.stages, 28),
            other_routes=dict.fromkeys(self.stages, ("in person",)),
            works={"house-rules": Work("house-rules", "House rules", "house", "2026", "product-default")},
            questions={question.id: question for question in (*self.questions, *self.later, *self.programme)},
            flags={flag.id: flag for flag in self.flags},
            rules={rule.id: rule for rule in self.rules},
            safeguards={safeguard.id: safeguard for safeguard in self.safeguards},
            invariants={},
            fingerprint="sha256:" + hashlib.sha256(content.encode()).hexdigest(),
        )
