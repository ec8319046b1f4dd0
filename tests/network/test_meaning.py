"""What the network makes of answers, one sentence at a time; and of random policies, against the oracle."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

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
from engine.model.policy import Outcome, Policy, Rule, Status
from engine.model.question import Question, Stage
from engine.network import Firing, Network, NetworkError
from tests.network.oracle import DAY, Oracle, Size, case, policy, question, random_case, random_policy, rule, said

Q = question("q")
WORST = AnswerIs("q", ("recent",))
OTHER = AnswerIs("o", ("recent",))


def fire(made: Policy, screened: Case, stage: Stage = Stage.START) -> Firing:
    network = Network(made, stage)
    screened = replace(screened, stage=stage)
    try:
        firing = network.fire(screened, DAY)
    finally:
        network.close()
    assert firing == Oracle(made, screened, stage).firing()
    return firing


def truth(condition: Condition, *answers: Answer, about: Question = Q, programme: Case | None = None) -> str:
    """Return what the network says of a condition on the answers to `q`; `o` is a second question, not answered."""
    profile = question("p", ("in-place", "missing"), stage=Stage.PROGRAMME_START)
    made = policy([about, question("o"), profile], [rule("r", condition, "f")])
    firing = fire(made, case({"q": answers}, programme))
    if firing.certain_rules:
        return "true"
    return "unknown" if firing.possible_rules else "false"


NO, PAST, RECENT = said("no"), said("past"), said("recent")
CLIENT_NO, CLIENT_PAST = said("no", source=Source.CLIENT), said("past", source=Source.CLIENT)
DECLINED = Answer(Source.CLIENT, Standing.ASKED_DECLINED)
STALE = DAY - timedelta(29)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((), "unknown"),
        ((DECLINED,), "unknown"),
        ((Answer(Source.PARTNER, Standing.ASKED_UNKNOWN),), "unknown"),
        ((Answer(Source.PRACTITIONER, Standing.NOT_ASKED),), "unknown"),
        ((NO,), "false"),
        ((RECENT,), "true"),
        ((CLIENT_NO,), "unknown"),
        ((CLIENT_NO, NO), "false"),
        ((said("recent", source=Source.CLIENT),), "true"),
        ((NO, RECENT), "true"),
        ((NO, DECLINED), "false"),
        ((said("no", on=STALE),), "unknown"),
        ((said("no", on=DAY - timedelta(28)),), "false"),
        ((said("no", on=DAY + timedelta(3)),), "false"),
        ((said("recent", on=STALE),), "true"),
        ((said("no", on=STALE), CLIENT_NO), "unknown"),
        ((CLIENT_PAST, NO), "false"),
        ((CLIENT_PAST,), "unknown"),
        ((Answer(Source.PRACTITIONER, Standing.NOT_APPLICABLE),), "false"),
        ((Answer(Source.CLIENT, Standing.NOT_APPLICABLE),), "unknown"),
        ((Answer(Source.PRACTITIONER, Standing.NOT_APPLICABLE, on=STALE),), "unknown"),
        ((Answer(Source.PRACTITIONER, Standing.NOT_APPLICABLE), CLIENT_PAST), "false"),
    ],
)
def test_only_what_settles_a_question_makes_a_test_of_its_worst_answer_false(
    answers: tuple[Answer, ...], expected: str
) -> None:
    assert truth(WORST, *answers) == expected


def test_a_declined_answer_is_not_a_no() -> None:
    assert truth(WORST, DECLINED) == truth(Not(WORST), DECLINED) == "unknown"


def test_without_a_corroborate_list_anyone_settles_a_value_and_nobody_a_not_applicable() -> None:
    anyone = question("q", corroborate=())
    assert truth(WORST, CLIENT_NO, about=anyone) == "false"
    assert truth(WORST, Answer(Source.PRACTITIONER, Standing.NOT_APPLICABLE), about=anyone) == "unknown"


def test_without_a_term_an_answer_never_ages() -> None:
    assert truth(WORST, said("no", on=DAY - timedelta(4000)), about=question("q", valid_for=None)) == "false"


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (AnyOf((WORST, OTHER)), "true"),
        (AllOf((WORST, OTHER)), "unknown"),
        (AnyOf((Not(WORST), OTHER)), "unknown"),
        (AllOf((Not(WORST), OTHER)), "false"),
        (AnyOf((OTHER, Not(OTHER))), "unknown"),
        (AllOf((OTHER, Not(OTHER))), "unknown"),
        (AnyOf((WORST, Not(WORST))), "true"),
        (AtLeast(2, (WORST, OTHER, OTHER)), "unknown"),
        (AtLeast(2, (WORST, WORST, OTHER)), "true"),
        (AtLeast(3, (WORST, Not(WORST), OTHER)), "false"),
        (Not(AtLeast(2, (WORST, WORST, OTHER))), "false"),
        (IsUnknown("q"), "false"),
        (IsUnknown("o"), "true"),
        (Not(IsUnknown("o")), "false"),
        (SourcesDiffer("q"), "false"),
        (SaidBy(Source.PRACTITIONER, WORST), "true"),
        (SaidBy(Source.POLICE, WORST), "unknown"),
        (FlagIs("f0"), "false"),
    ],
)
def test_conditions_follow_kleene(condition: Condition, expected: str) -> None:
    made = policy([Q, question("o")], [rule("r", condition, "f")], cautions=("f0",))
    firing = fire(made, case({"q": RECENT}))
    assert ("r" in firing.certain_rules, "r" in firing.possible_rules) == (expected == "true", expected != "false")


def test_the_most_concerning_answer_left_open_is_not_unknown() -> None:
    assert truth(IsUnknown("q"), said("recent", source=Source.CLIENT)) == "false"
    assert truth(IsUnknown("q"), CLIENT_PAST) == "true"


def test_two_answers_that_differ_are_a_contradiction() -> None:
    assert truth(SourcesDiffer("q"), CLIENT_NO, RECENT) == "true"
    assert truth(SourcesDiffer("q"), CLIENT_NO, NO, DECLINED) == "false"
    assert truth(SourcesDiffer("q"), CLIENT_NO, Answer(Source.PRACTITIONER, Standing.NOT_APPLICABLE)) == "true"
    assert truth(SourcesDiffer("q"), CLIENT_NO, Answer(Source.CLIENT, Standing.NOT_APPLICABLE)) == "false"


def test_what_one_source_said_is_tested_on_its_answers_alone() -> None:
    by_her = SaidBy(Source.PARTNER_SUPPORT, WORST)
    assert truth(by_her, RECENT) == "unknown"
    assert truth(by_her, RECENT, said("no", source=Source.PARTNER_SUPPORT)) == "false"
    assert truth(SaidBy(Source.CLIENT, WORST), CLIENT_NO, NO) == "unknown"


SEVERAL = question("q", several=True)
NOT_NO = AnswerIs("q", ("past", "recent"))


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((), "unknown"),
        ((NO,), "false"),
        ((said("no", "recent"),), "true"),
        ((CLIENT_NO,), "unknown"),
        ((said("no", "past", source=Source.CLIENT),), "true"),
        ((Answer(Source.PRACTITIONER, Standing.NOT_APPLICABLE),), "false"),
    ],
)
def test_with_several_answers_any_that_is_chosen_meets_a_test(answers: tuple[Answer, ...], expected: str) -> None:
    assert truth(NOT_NO, *answers, about=SEVERAL) == expected


def test_with_several_answers_nobody_having_spoken_never_makes_a_test_true() -> None:
    assert truth(AnswerIs("q", Q.answers), about=SEVERAL) == "unknown"
    assert truth(AnswerIs("q", Q.answers)) == "true"


def test_with_several_answers_what_is_more_concerning_than_the_least_chosen_stays_open() -> None:
    assert truth(IsUnknown("q"), said("past", source=Source.CLIENT), about=SEVERAL) == "true"
    assert truth(IsUnknown("q"), said("past", "recent", source=Source.CLIENT), about=SEVERAL) == "false"
    assert truth(IsUnknown("q"), Answer(Source.PRACTITIONER, Standing.NOT_APPLICABLE), about=SEVERAL) == "false"


@pytest.mark.parametrize(
    ("about_o", "expected"),
    [(said("no"), "false"), (said("recent"), "unknown"), (None, "unknown")],
)
def test_a_question_that_is_not_put_is_not_unknown(about_o: Answer | None, expected: str) -> None:
    made = policy([question("q", only_if=OTHER), question("o")], [rule("r", WORST, "f")])
    firing = fire(made, case({"o": about_o} if about_o else {}))
    assert ("r" in firing.possible_rules) == (expected == "unknown")


def test_a_question_depends_on_one_that_depends_on_another() -> None:
    questions = [question("a"), question("b", only_if=AnswerIs("a", ("recent",))), question("q", only_if=Not(OTHER))]
    questions += [question("o", only_if=AnswerIs("b", ("recent",)))]
    made = policy(questions, [rule("r", AllOf((IsUnknown("q"), Not(WORST))), "f")])
    assert fire(made, case({"a": said("no")})).possible_rules == {"r"}
    assert fire(made, case({"a": RECENT, "b": RECENT, "o": RECENT})).possible_rules == frozenset()


LACKS = ProgrammeLacks("p")


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (None, "false"),
        ({}, "unknown"),
        ({"p": said("in-place")}, "false"),
        ({"p": said("missing")}, "true"),
        ({"p": said("in-place", source=Source.PROGRAMME)}, "unknown"),
    ],
)
def test_the_programme_lacks_what_its_profile_puts_at_its_worst(
    profile: dict[str, Answer | tuple[Answer, ...]] | None, expected: str
) -> None:
    programme = None if profile is None else replace(case(profile), stage=Stage.PROGRAMME_START)
    assert truth(LACKS, programme=programme) == expected


def test_a_profile_is_not_read_for_the_clients_questions_nor_the_case_for_the_programmes() -> None:
    made = policy([Q, question("p", stage=Stage.PROGRAMME_START)], [rule("r", AnyOf((WORST, LACKS)), "f")])
    swapped = case({"p": RECENT, "q": NO}, replace(case({"q": RECENT, "p": NO}), stage=Stage.PROGRAMME_START))
    assert fire(made, swapped).possible_rules == frozenset()


def test_flags_call_for_safeguards_and_a_safeguard_that_cannot_be_put_in_place_raises_a_flag() -> None:
    made = policy(
        [Q, question("p", ("in-place", "missing"), stage=Stage.PROGRAMME_START)],
        [
            rule("raise", WORST, "watched"),
            rule("call", FlagIs("watched"), None, ("lock",)),
            rule("need", AllOf((CalledFor("lock"), LACKS)), "programme-lacks-p"),
            rule("base-need", AllOf((CalledFor("base"), LACKS)), "programme-lacks-p"),
        ],
        cautions=("watched",),
    )
    missing = replace(case({"p": said("missing")}), stage=Stage.PROGRAMME_START)
    assert fire(made, case({"q": RECENT})).outcome is Outcome.CONDITIONAL
    assert fire(made, case({"q": RECENT}, missing)).outcome is Outcome.AGAINST
    assert fire(made, case({"q": NO}, missing)).certain_rules == {"base-need"}
    unanswered = fire(made, case({}, replace(missing, answers={})))
    assert unanswered.outcome is Outcome.UNDETERMINED
    assert unanswered.possible_safeguards == {"base", "lock"}
    assert unanswered.certain_safeguards == {"base"}


def test_an_exclude_flag_known_to_be_true_gives_against_whatever_else_is_missing() -> None:
    made = policy([Q, question("o")], [rule("r", WORST, "f"), rule("s", OTHER, "g")])
    assert fire(made, case({"q": RECENT})).outcome is Outcome.AGAINST
    assert fire(made, case({"q": NO})).outcome is Outcome.UNDETERMINED
    assert fire(made, case({"q": NO, "o": NO})).outcome is Outcome.CONDITIONAL


def test_only_rules_in_force_at_the_stage_count() -> None:
    rules = [rule(status.value, WORST, "f", status=status) for status in Status]
    made = policy([Q], [*rules, rule("later", WORST, "f", stage=Stage.DURING)])
    assert fire(made, case({"q": RECENT})).certain_rules == {"in-force"}
    assert fire(made, case({"q": RECENT}), Stage.DURING).certain_rules == {"later"}
    assert fire(made, case({"q": RECENT}), Stage.END).possible_rules == frozenset()


def test_what_is_always_or_never_so_needs_no_answer() -> None:
    made = policy(
        [Q],
        [
            rule("always", CalledFor("base"), None, ("a",)),
            rule("never", Not(CalledFor("base")), "f"),
            rule("neither", AtLeast(3, (CalledFor("base"), FlagIs("f"), WORST)), "g"),
            rule("both", AtLeast(1, (CalledFor("base"), WORST)), None, ("b",)),
        ],
    )
    assert fire(made, case()).certain_rules == {"always", "both"}


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        ([rule("a", FlagIs("g"), "f"), rule("b", FlagIs("f"), "g")], "leads back"),
        ([rule("a", FlagIs("f"), "f")], "leads back"),
        ([rule("a", FlagIs("nowhere"), "f")], "'nowhere'"),
        ([rule("a", AnswerIs("nowhere", ("x",)), "f")], "'nowhere'"),
        ([rule("a", AnswerIs("q", ("x",)), "f")], "could not be compiled"),
        ([rule("a", IsUnknown("open"), "f")], "'open'"),
    ],
)
def test_a_policy_that_makes_no_sense_is_refused(rules: list[Rule], says: str) -> None:
    made = policy([Q, question("open", ())], rules)
    with pytest.raises(NetworkError, match=says):
        Network(made, Stage.START)


@pytest.mark.parametrize("seed", range(60))
def test_the_network_agrees_with_brute_force(seed: int) -> None:
    rng = Random(seed)
    made = random_policy(rng, Size(questions=4, rules=10, depth=6, width=3) if seed % 3 == 0 else Size())
    network = Network(made, Stage.START)
    for _ in range(15):
        screened = random_case(rng, made)
        assert network.fire(screened, DAY) == Oracle(made, screened).firing()
