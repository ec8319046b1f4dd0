"""INVARIANT (agreement): the columns and the definition say the same of every case, column by column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import api
from engine.columns.cases import sheets_of
from engine.columns.names import BROKEN, OUTCOME, REVIEW_BY, Family, column
from engine.columns.screening import columns_of, screened
from engine.errors import InvariantBroken
from engine.model.answer import Answer, Case, Standing
from engine.model.condition import AllOf, AnswerIs, AnyOf, AtLeast, Condition, FlagIs, Not
from engine.model.policy import Effect, Invariant, Outcome, Policy, Rule
from engine.model.question import Nature, Question, Stage
from engine.model.recommendation import Change, Recommendation
from engine.model.source import PARTNER_SIDE, Source
from engine.model.truth import Truth
from engine.reference import recommend
from engine.testing.generate import EVERYONE, Size, random_case, random_policy
from tests.caseload import EXAMPLES, example_cases
from tests.drawing import ON, default_policy, reassured

seeds = st.integers(min_value=0, max_value=2**32)
"""A test that draws a policy and a dozen of cases takes them from a seed: drawn choice by choice they are too much."""

WIDE = Size(questions=25, programme_questions=3, flags=12, rules=50, safeguards=10, depth=4, answers=8)
KLEENE: dict[Truth, bool | None] = {Truth.TRUE: True, Truth.FALSE: False, Truth.UNKNOWN: None}


# -- what the definition says, as columns --


def told(found: Recommendation) -> dict[str, object]:
    """Return every column of a recommendation but those of ON_FACTS: what would have to change tells of these."""
    policy, stage = found.policy, found.case.stage
    truths = {column(Family.FLAG, one.flag.id): KLEENE[one.truth] for one in found.flags}
    truths |= {column(Family.SAFEGUARD, one.safeguard.id): KLEENE[one.truth] for one in found.safeguards}
    true = {column(Family.DIFFERS, known.question) for known in found.contradictions}
    true |= {column(Family.FIND, one.question.id) for one in found.to_find_out}
    true |= {column(Family.SETTLES, one.question.id, flag) for one in found.to_find_out for flag in one.settles}
    true |= {column(Family.ASK, one.question.id, source) for one in found.to_find_out for source in one.ask}
    true |= {column(Family.CAVEAT, caveat) for caveat in found.warnings}
    truths |= dict.fromkeys(true, True)
    families = [family for family in Family if family not in {Family.RULE, Family.ON_FACTS}]
    names = columns_of(policy, stage, families)
    assert truths.keys() <= set(names), "the definition says something that has no column"
    rules = {column(Family.RULE, one.rule.id): KLEENE[one.truth] for one in found.rules}
    said: dict[str, object] = {**rules, **{name: truths.get(name, False) for name in names}}
    return {**said, BROKEN: False, OUTCOME: found.outcome.value, REVIEW_BY: found.review_by}


def changes(policy: Policy, row: dict[str, object]) -> tuple[Change, ...]:
    """Return what would have to change, from what the columns say of the flags."""
    by_remedy: dict[tuple[str, ...], list[str]] = {}
    for flag in sorted(policy.flags.values(), key=lambda flag: flag.id):
        if flag.effect is Effect.EXCLUDE and row.get(column(Family.FLAG, flag.id)) is True:
            remedy = () if row[column(Family.ON_FACTS, flag.id)] else tuple(sorted(flag.remedy))
            by_remedy.setdefault(remedy, []).append(flag.id)
    return tuple(Change(tuple(ids), remedy) for remedy, ids in sorted(by_remedy.items(), key=lambda item: item[1]))


def agree(policy: Policy, cases: Sequence[Case], on: date = ON, sheets: pl.LazyFrame | None = None) -> set[Outcome]:
    """Hold every column against the definition, for cases of any stages; return the outcomes that occurred."""
    sheets = sheets_of(cases, policy).lazy() if sheets is None else sheets
    outcomes = set()
    seen = 0
    for stage in dict.fromkeys(case.stage for case in cases):
        query = screened(sheets, policy, stage, on, tuple(Family))
        for row in query.collect(engine="streaming").iter_rows(named=True):
            case = cases[row["row"] - 1]
            seen += 1
            assert case.stage is stage
            try:
                found = recommend(policy, case, on, "test")
            except InvariantBroken:
                assert row[BROKEN] is True
                assert row[OUTCOME] is None
                continue
            expected = told(found)
            names = [*columns_of(policy, stage, tuple(Family)), BROKEN, OUTCOME, REVIEW_BY]
            assert list(row)[-len(names) :] == names
            differing = {name: (row[name], value) for name, value in expected.items() if row[name] != value}
            assert differing == {}, stage
            assert changes(policy, row) == found.would_have_to_change
            outcomes.add(found.outcome)
    assert seen == len(cases)
    return outcomes


# -- policies and cases beyond what the generator draws --


def varied(rng: Random, policy: Policy) -> Policy:
    """Let questions, rules and flags have whatever the loader would pass and the generator does not draw."""
    questions = {name: varied_question(rng, policy, question) for name, question in policy.questions.items()}
    flags = {
        name: replace(flag, remedy=tuple(rng.sample(sorted(policy.safeguards), rng.randint(0, 1))))
        for name, flag in policy.flags.items()
    }
    rules = {
        name: replace(
            rule,
            when=varied_condition(rng, policy, rule.when),
            if_unknown_ask=tuple(sorted(rng.sample(EVERYONE, rng.randint(0, 4)))),
        )
        for name, rule in policy.rules.items()
    }
    drawn = replace(policy, questions=questions, flags=flags, rules=rules)
    free = Question("z-open", Stage.START, "Section", "?", (Source.CLIENT,), (), Nature.CHANGEABLE, ())
    drawn.questions["z-open"] = replace(free, corroborate=tuple(rng.sample(EVERYONE, rng.randint(0, 2))))  # type: ignore[index]
    return replace(drawn, invariants=invariants(rng, drawn), effective_from=ON + timedelta(days=rng.randint(-1, 1)))


def varied_condition(rng: Random, policy: Policy, when: Condition) -> Condition:
    """Let a rule also need an answer, whichever: unlike any other test, it tells nothing from what does not apply."""
    question = rng.choice(policy.questions_at(Stage.START))
    return AllOf((when, AnswerIs(question.id, question.answers))) if rng.random() < 0.15 else when


def varied_question(rng: Random, policy: Policy, question: Question) -> Question:
    """Let a question be settled by anyone, last for ever or a day, rest on facts, depend on others or on nothing."""
    only_if = question.only_if
    others = [q for q in policy.questions.values() if q.stage is question.stage and q.id < question.id]
    if others and rng.random() < 0.3:
        tests = [AnswerIs(q.id, tuple(rng.sample(q.answers, rng.randint(1, len(q.answers) - 1)))) for q in others[:3]]
        made: list[Condition] = [tests[0], Not(tests[0]), AllOf(tuple(tests)), AnyOf(tuple(tests))]
        only_if = rng.choice([*made, AtLeast(rng.randint(1, 2), (*tests, tests[0]))])
    return replace(
        question,
        corroborate=rng.choice([question.corroborate, (), tuple(sorted(PARTNER_SIDE)), (Source.PARTNER,)]),
        asked_of=tuple(rng.sample(EVERYONE, rng.randint(1, 3))),
        valid_for=rng.choice([question.valid_for, None, 1, 750_000]),
        nature=rng.choice(tuple(Nature)),
        several=rng.random() < 0.2,
        only_if=only_if,
    )


def invariants(rng: Random, policy: Policy) -> dict[str, Invariant]:
    """Draw invariants that now and then are broken."""
    conditions: list[Condition | None] = [None, *(rule.when for rule in policy.rules.values())]
    conditions += [FlagIs(flag) for flag in policy.flags]
    stages = (Stage.START, Stage.DURING)
    return {
        f"i{number}": Invariant(
            f"i{number}",
            stages[0],
            "because",
            rng.choice(conditions),
            tuple(sorted(rng.sample(tuple(Outcome), rng.randint(1, 2)))),
            also_at=stages[1 : rng.randint(1, 2)],
        )
        for number in range(rng.choice([0, 0, 1, 2]))
    }


def drawn_cases(rng: Random, policy: Policy, count: int) -> list[Case]:
    """Draw cases, a good part of which lean to the least concerning answers, or none would be conditional."""
    cases = []
    for _ in range(count):
        case = random_case(rng, policy, rng.choice((0.2, 0.7, 1.0)))
        if rng.random() < 0.5:
            case = reassured(policy, case, rng, rng.choice((0.5, 0.9, 1.0)))
        if rng.random() < 0.3:
            case = less_said(rng, case)
        cases.append(case)
    return cases


def less_said(rng: Random, case: Case) -> Case:
    """Let some of those who spoke have declined, and some of what was said be without a date."""

    def changed(answer: Answer) -> Answer:
        if rng.random() < 0.3:
            return replace(answer, standing=Standing.ASKED_DECLINED, values=())
        return replace(answer, on=None) if rng.random() < 0.5 else answer

    answers = {name: tuple(changed(answer) for answer in said) for name, said in case.answers.items()}
    return replace(case, answers=answers, programme=case.programme and less_said(rng, case.programme))


# -- agreement --


@settings(max_examples=40)
@given(seeds)
def test_the_columns_agree_with_the_definition_on_random_policies(seed: int) -> None:
    rng = Random(seed)
    policy = random_policy(rng)
    agree(policy, drawn_cases(rng, policy, 12))


@settings(max_examples=80)
@given(seeds)
def test_the_columns_agree_with_the_definition_on_questions_of_every_kind(seed: int) -> None:
    rng = Random(seed)
    policy = varied(rng, random_policy(rng))
    agree(policy, drawn_cases(rng, policy, 12))


@settings(max_examples=6)
@given(seeds)
def test_the_columns_agree_with_the_definition_on_wide_and_deep_policies(seed: int) -> None:
    rng = Random(seed)
    policy = varied(rng, random_policy(rng, WIDE))
    agree(policy, drawn_cases(rng, policy, 30))


@pytest.mark.parametrize("stage", Stage)
@settings(max_examples=3)
@given(seed=seeds)
def test_the_columns_agree_with_the_definition_on_the_default_policy(stage: Stage, seed: int) -> None:
    rng = Random(seed)
    policy = default_policy()
    agree(policy, [default_case(rng, policy, stage) for _ in range(5)])


def default_case(rng: Random, policy: Policy, stage: Stage) -> Case:
    """Draw a case at a stage, most of them without much concern, now and then with a profile."""
    case = random_case(rng, only_at(policy, stage), rng.choice((0.3, 0.9, 1.0)))
    assert case.stage is stage
    if rng.random() < 0.7:
        case = reassured(policy, case, rng, rng.choice((0.8, 0.95, 1.0)))
    return less_said(rng, case) if rng.random() < 0.3 else case


def only_at(policy: Policy, stage: Stage) -> Policy:
    """Return the policy with the rules of one stage, so that a case drawn for it is at that stage."""
    return replace(policy, rules={rule.id: replace(rule, stage=stage, also_at=()) for rule in policy.in_force(stage)})


def test_the_columns_agree_with_the_definition_on_the_example_cases() -> None:
    policy = default_policy()
    cases = [api.load_case(EXAMPLES / path, policy, ON) for path in example_cases()]
    assert agree(policy, cases) == set(Outcome)


def test_every_outcome_occurs_at_every_stage_of_a_client_among_cases_drawn_of_the_default_policy() -> None:
    rng = Random(5)
    policy = default_policy()
    for stage in (Stage.START, Stage.DURING, Stage.END):
        assert agree(policy, [default_case(rng, policy, stage) for _ in range(25)]) == set(Outcome), stage


@settings(max_examples=15)
@given(seeds)
def test_slots_without_their_dates_are_undated(seed: int) -> None:
    """A table may have no column for dates at all: every answer counts as given on the day of screening."""
    rng = Random(seed)
    policy = varied(rng, random_policy(rng))
    cases = [undated(case) for case in drawn_cases(rng, policy, 12)]
    sheets = sheets_of(cases, policy)
    agree(policy, cases, sheets=sheets.drop([name for name in sheets.columns if name.endswith(":on")]).lazy())


def undated(case: Case) -> Case:
    answers = {name: tuple(replace(answer, on=None) for answer in said) for name, said in case.answers.items()}
    return replace(case, answers=answers, programme=case.programme and undated(case.programme))


@settings(max_examples=15)
@given(seeds)
def test_what_the_columns_say_of_a_case_does_not_depend_on_the_cases_beside_it(seed: int) -> None:
    """One case alone has slots for its own answers only, and most questions have none."""
    rng = Random(seed)
    policy = varied(rng, random_policy(rng))
    for case in drawn_cases(rng, policy, 4):
        agree(policy, [case])


def test_a_question_with_hundreds_of_answers_and_several_with_dozens_agree() -> None:
    rng = Random(8)
    policy = random_policy(rng)
    while len(policy.questions_at(Stage.START)) < 2:
        policy = random_policy(rng)
    first, second = policy.questions_at(Stage.START)[:2]
    for count, several in ((250, 12), (251, 28), (252, 60), (400, 30)):
        many = tuple(f"a{number}" for number in range(count))
        questions = {
            **policy.questions,
            first.id: replace(first, answers=many),
            second.id: replace(second, answers=many[:several], several=True),
        }
        kept: dict[str, Rule] = {}
        pattern = next(rule for rule in policy.rules.values() if rule.raises and Stage.START in rule.stages)
        for number, wanted in enumerate((many[1:], many[-1:], many[3:5] + many[-7:-3], many[5:several])):
            for question in (first.id, second.id):
                words = tuple(word for word in wanted if word in questions[question].answers)
                if words:
                    name = f"{question}-{number}"
                    kept[name] = replace(pattern, id=name, when=AnswerIs(question, words))
        large = replace(policy, questions=questions, rules=kept)
        agree(large, drawn_cases(rng, large, 60))
