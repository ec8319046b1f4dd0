"""Small policies with one fault each: every search for such a fault finds it, and none is given up quietly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import NoRecommendation
from engine.model.answer import Answer, Case, Source, Standing
from engine.model.condition import (
    AllOf,
    AnswerIs,
    AnyOf,
    CalledFor,
    Condition,
    FlagIs,
    IsUnknown,
    Not,
    ProgrammeLacks,
    SourcesDiffer,
)
from engine.model.policy import Invariant, Outcome, Policy
from engine.model.question import Stage
from engine.proof import Reading, Sheets, Undecided, promises
from engine.proof.claims import Claim, Kind, Part, Step
from engine.proof.claims import Standing as Stands
from engine.proof.clauses import Clauses
from engine.proof.clock import Clock
from engine.proof.evidence import Key
from engine.proof.promises import Promises
from engine.proof.proving import prove_stage
from engine.reference import Judgement, View
from engine.scenarios.refuted import refuting_cases
from engine.testing.generate import SCREENED_ON, random_case, random_policy
from tests.proof.unsound import LEAST, MIDDLE, SMALL, WORST, asked, ruled

ONE_QUESTION = {
    Part.REASSURANCE_TAKEN_AWAY: Kind.UNKNOWN_NEVER_SAFER,
    Part.LEFT_UNANSWERED: Kind.UNKNOWN_NEVER_SAFER,
    Part.MORE_CONCERNING: Kind.MONOTONE,
    Part.MOST_CONCERNING_ADDED: Kind.MONOTONE,
}
FAULTS: dict[Part, Condition] = {
    Part.REASSURANCE_TAKEN_AWAY: SourcesDiffer("a"),
    Part.LEFT_UNANSWERED: Not(IsUnknown("a")),
    Part.MORE_CONCERNING: AnswerIs("a", (MIDDLE,)),
    Part.MOST_CONCERNING_ADDED: AnswerIs("a", (MIDDLE,)),
}


def claim_of(policy: Policy, part: Part) -> Claim:
    return Promises(policy, Stage.START, 30.0).one_question(ONE_QUESTION[part], part)


def confirmed(policy: Policy, claim: Claim) -> list[Outcome]:
    """Return what comes of the cases that refute the claim, once the definition has confirmed them."""
    assert claim.standing is Stands.REFUTED
    return [shown.outcome for shown in refuting_cases(policy, claim)]


@pytest.mark.parametrize("part", FAULTS)
def test_the_last_of_many_questions_is_looked_at_like_the_first(part: Part) -> None:
    others = [f"{number:02}" for number in range(40)]
    sound = [AnswerIs(name, (WORST,)) for name in others]
    policy = ruled([asked(name) for name in (*others, "a")], AnyOf((*sound, FAULTS[part])))
    claim = claim_of(policy, part)
    assert claim.about == "a"
    assert confirmed(policy, claim)


# Of `b` nothing is known: the first can then never be certain, and with the second nothing is ever conditional.
NEVER_CERTAIN = AllOf((AnswerIs("b", (LEAST,)), AnswerIs("b", (MIDDLE,))))
NEVER_RULED_OUT = AnyOf((AnswerIs("b", (LEAST,)), AnswerIs("b", (MIDDLE,)), AnswerIs("b", (WORST,))))


@pytest.mark.parametrize("part", FAULTS)
def test_a_fault_that_only_ever_makes_an_undetermined_case_conditional_is_found(part: Part) -> None:
    policy = ruled([asked("a"), asked("b")], AllOf((FAULTS[part], NEVER_CERTAIN)))
    assert confirmed(policy, claim_of(policy, part)) == [Outcome.UNDETERMINED, Outcome.CONDITIONAL]


@pytest.mark.parametrize("part", sorted(set(FAULTS) - {Part.LEFT_UNANSWERED}))
def test_a_fault_that_only_ever_lifts_what_speaks_against_is_found(part: Part) -> None:
    policy = ruled([asked("a"), asked("b")], AnyOf((FAULTS[part], NEVER_RULED_OUT)))
    assert confirmed(policy, claim_of(policy, part)) == [Outcome.AGAINST, Outcome.UNDETERMINED]


@pytest.mark.parametrize("part", sorted(set(FAULTS) - {Part.LEFT_UNANSWERED}))
def test_a_fault_that_only_a_profile_shows_is_found(part: Part) -> None:
    """It is what a programme has, not what it lacks, that speaks against here."""
    policy = ruled([asked("p", stage=Stage.PROGRAMME_START)], Not(ProgrammeLacks("p")))
    claim = claim_of(policy, part)
    before, now = confirmed(policy, claim)
    assert now.caution < before.caution
    assert claim.before is not None
    assert claim.before.programme is not None


def test_an_answer_of_several_words_keeps_the_others_when_one_becomes_more_concerning() -> None:
    """Only one answer that says both at once shows it: two would already disagree."""
    together = AllOf((AnswerIs("a", (LEAST,)), AnswerIs("a", (MIDDLE,)), Not(SourcesDiffer("a"))))
    policy = ruled([asked("a", several=True)], together)
    claim = claim_of(policy, Part.MORE_CONCERNING)
    assert confirmed(policy, claim)[0] is Outcome.AGAINST
    assert [answer.values for answer in claim.steps[0].taken or ()] == [(LEAST, MIDDLE)]


# -- finding out more --


def known_more(policy: Policy) -> Claim:
    return Promises(policy, Stage.START, 30.0).knowing_more()


def test_a_safeguard_that_only_more_knowledge_calls_for_is_found() -> None:
    policy = ruled([asked("a"), asked("b")], AnswerIs("b", (WORST,)), calling=Not(IsUnknown("a")))
    assert confirmed(policy, known_more(policy)) == [Outcome.CONDITIONAL, Outcome.CONDITIONAL]


def test_a_new_disagreement_may_call_for_a_safeguard_and_nothing_else_may() -> None:
    policy = ruled([asked("a"), asked("b")], AnswerIs("b", (WORST,)), calling=SourcesDiffer("a"))
    assert known_more(policy).standing is Stands.PROVED
    excluding = ruled([asked("a")], SourcesDiffer("a"))
    assert confirmed(excluding, known_more(excluding)) == [Outcome.CONDITIONAL, Outcome.AGAINST]


def test_a_safeguard_that_is_called_for_while_sources_go_on_to_disagree_is_found() -> None:
    policy = ruled([asked("a"), asked("b")], calling=AllOf((SourcesDiffer("a"), Not(IsUnknown("b")))))
    assert confirmed(policy, known_more(policy)) == [Outcome.CONDITIONAL, Outcome.CONDITIONAL]


class LateAtFirst(Clock):
    """A clock by which the time is up the first few times that it is asked."""

    times = 0

    @property
    def left(self) -> float | None:
        self.times -= 1
        return 0.0 if self.times >= 0 else None


@pytest.mark.parametrize("times", range(6))
def test_nothing_is_leant_on_that_was_not_shown_in_time(times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the one rule two things are tried, on two grounds each; then comes the search itself."""
    policy = ruled([asked("a")], calling=Not(IsUnknown("a")))
    monkeypatch.setattr(LateAtFirst, "times", times)
    monkeypatch.setattr(promises, "Clock", LateAtFirst)
    assert known_more(policy).standing is (Stands.REFUTED if times < 5 else Stands.UNDECIDED)


def test_two_cases_between_which_sources_newly_disagree_are_not_shown_for_a_safeguard() -> None:
    policy = ruled([asked("a")], calling=SourcesDiffer("a"))
    much, little = (Answer(Source.CLIENT, Standing.ANSWERED, (word,)) for word in (WORST, LEAST))
    before = Case("FOUND", Stage.START, {"a": (much,)})
    steps = (Step((False, "a"), None, (much, little)),)
    kind, part = Kind.UNKNOWN_NEVER_SAFER, Part.KNOWING_MORE
    with pytest.raises(NoRecommendation, match="not-confirmed"):
        refuting_cases(policy, Claim(kind, part, "", Stage.START, Stands.REFUTED, before, steps))


# -- invariants, and what is out of time --


def test_an_invariant_is_tried_at_each_later_stage_that_it_names() -> None:
    """At the start a rule keeps it; later no rule does."""
    policy = ruled([asked("a")], AnswerIs("a", (WORST,)), calling=AnswerIs("a", (MIDDLE,)))
    rules = {**policy.rules, "calls": replace(policy.rules["calls"], also_at=(Stage.DURING,))}
    kept = Invariant("i", Stage.START, "because", AnswerIs("a", (WORST,)), (Outcome.AGAINST,), (Stage.DURING,))
    policy = replace(policy, rules=rules, invariants={"i": kept})
    standing = {
        stage: [claim for claim in prove_stage(policy, stage).claims if claim.kind is Kind.INVARIANT]
        for stage in (Stage.START, Stage.DURING)
    }
    assert [claim.standing for claim in standing[Stage.START]] == [Stands.PROVED]
    (broken,) = standing[Stage.DURING]
    assert confirmed(policy, broken) == [Outcome.CONDITIONAL]


def test_out_of_time_every_claim_is_undecided_and_none_is_proved() -> None:
    when = AllOf((AnswerIs("a", (WORST,)), AnswerIs("b", (WORST,))))
    policy = ruled([asked("a"), asked("b")], when, calling=AnswerIs("b", (MIDDLE, WORST)))
    kept = Invariant("i", Stage.START, "because", AnswerIs("a", (WORST,)), (Outcome.AGAINST, Outcome.UNDETERMINED))
    proof = prove_stage(replace(policy, invariants={"i": kept}), Stage.START, 0.0)
    # The base safeguard is part of every case: there is nothing to search for.
    decided = {claim.kind for claim in proof.claims if claim.standing is not Stands.UNDECIDED}
    assert decided == {Kind.NEVER_UNCONDITIONAL}
    assert {claim.kind for claim in proof.claims} == set(Kind)
    assert not proof.together


def test_a_search_without_any_time_has_not_found_that_there_is_nothing() -> None:
    clauses = Clauses()
    one = clauses.variable()
    clauses.add(-one)
    assert clauses.solve((one,), 0.0) is None
    assert clauses.solve((one,)) is False
    sheets = Sheets([ruled([asked("a")])], Stage.START)
    assert isinstance(sheets.find(sheets.clauses.variable(), seconds=0.0), Undecided)


# -- limits of age --


def test_two_policies_whose_limits_of_age_differ_by_a_day_are_told_apart_on_that_day() -> None:
    older = ruled([replace(asked("a"), valid_for=7)], AnswerIs("a", (WORST,)))
    newer = replace(older, questions={"a": replace(older.questions["a"], valid_for=8)})
    sheets = Sheets([older, newer], Stage.START)
    one, other = (sheets.reading(policy) for policy in (older, newer))
    found = sheets.find(one.differs(one.rule("excludes"), other.rule("excludes")))
    assert isinstance(found, Case)
    assert judged(older, found).outcome() is not judged(newer, found).outcome()


# -- what is read --


def test_a_rule_that_reads_more_than_was_seen_is_found_not_to_stand_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not among the questions read is left out, and the rule then has to exclude all the same."""
    both = AllOf((AnswerIs("a", (WORST,)), AnswerIs("b", (WORST,))))
    policy = ruled([asked("a"), asked("b")], both, calling=AnswerIs("b", (WORST,)))
    assert Promises(policy, Stage.START, 30.0).stop_first().standing is Stands.PROVED
    whole = Reading.reads

    def overlooking(reading: Reading, kind: str, name: str) -> frozenset[Key]:
        return whole(reading, kind, name) - ({(False, "b")} if name == "excludes" else set())

    monkeypatch.setattr(Reading, "reads", overlooking)
    claim = Promises(policy, Stage.START, 30.0).stop_first()
    assert claim.about == "excludes"
    assert confirmed(policy, claim) == [Outcome.AGAINST, Outcome.UNDETERMINED]


@settings(max_examples=60)
@given(st.integers(min_value=0, max_value=2**32))
def test_what_no_rule_was_seen_to_read_changes_nothing_about_it(seed: int) -> None:
    rng = Random(seed)
    policy = random_policy(rng, SMALL)
    stage = rng.choice([stage for stage in Stage if policy.in_force(stage)])
    reading = Sheets([policy], stage).reading(policy)
    for _ in range(4):
        one, other = (replace(random_case(rng, policy, 0.8), stage=stage) for _ in range(2))
        for kind, name in named(policy, stage):
            mixed = with_only(reading.reads(kind, name), one, other)
            assert truth(policy, one, kind, name) is truth(policy, mixed, kind, name), (kind, name)


def test_what_a_flag_a_safeguard_or_a_question_put_only_sometimes_rests_on_is_read() -> None:
    only = replace(asked("b"), only_if=AnswerIs("a", (MIDDLE, WORST)))
    policy = ruled([asked("a"), only, asked("c")], AnswerIs("b", (WORST,)), calling=AnswerIs("c", (WORST,)))
    (flag,) = policy.flags
    extra = policy.rules["calls"].recommends[0]
    above = replace(
        policy.rules["calls"],
        id="above",
        recommends=policy.base_at(Stage.START),
        when=AllOf((FlagIs(flag), CalledFor(extra))),
    )
    reading = Sheets([policy], Stage.START).reading(replace(policy, rules={**policy.rules, "above": above}))
    assert reading.reads("rule", "above") == {(False, "a"), (False, "b"), (False, "c")}


def named(policy: Policy, stage: Stage) -> Iterator[tuple[str, str]]:
    yield from (("rule", rule.id) for rule in policy.in_force(stage))
    yield from (("flag", name) for name in policy.raisers(stage))
    yield from (("safeguard", name) for name in policy.callers(stage))


def with_only(read: frozenset[Key], one: Case, other: Case) -> Case:
    """Return the one case with whatever is not read as in the other."""
    answers = {name: given for name, given in other.answers.items() if (False, name) not in read}
    answers |= {name: given for name, given in one.answers.items() if (False, name) in read}
    programme = one.programme
    if programme is not None:
        kept = {name: given for name, given in programme.answers.items() if (True, name) in read}
        programme = replace(programme, answers=kept)
    return replace(one, answers=answers, programme=programme)


def truth(policy: Policy, case: Case, kind: str, name: str) -> object:
    judgement = judged(policy, case)
    match kind:
        case "rule":
            return judgement.rule(policy.rules[name]).truth
        case "flag":
            return judgement.flag(name)
        case _:
            return judgement.safeguard(name)


def judged(policy: Policy, case: Case) -> Judgement:
    return Judgement(policy, case, View(policy, case, SCREENED_ON))


# -- what is shown --


@pytest.mark.parametrize("source", [Source.CLIENT, Source.PARTNER_SUPPORT, Source.COURT])
def test_what_is_shown_does_not_hang_on_which_case_the_solver_came_upon(source: Source) -> None:
    question = asked("a", Source.PARTNER_SUPPORT, Source.PRACTITIONER)
    kept = Invariant("i", Stage.START, "because", AnswerIs("a", (WORST,)), (Outcome.AGAINST,))
    policy = replace(ruled([question], AnswerIs("a", (MIDDLE,))), invariants={"i": kept})
    said = Answer(source, Standing.ANSWERED, (WORST,))
    found = Case("FOUND", Stage.START, {"a": (said,)})
    (shown,) = refuting_cases(policy, Claim(Kind.INVARIANT, Part.WHOLE, "i", Stage.START, Stands.REFUTED, found))
    assert shown.case.answers == {"a": (replace(said, source=Source.PARTNER_SUPPORT),)}
