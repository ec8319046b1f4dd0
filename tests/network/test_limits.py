"""No case can reach a limit of durable-rules, however large the policy; and nothing is left behind."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from engine.model.answer import Answer, Case, Source
from engine.model.condition import AllOf, AnswerIs, AnyOf, AtLeast, Condition, FlagIs, Not
from engine.model.policy import Policy
from engine.model.question import Question, Stage
from engine.network import Network, NetworkError, rulesets
from engine.network.readings import MOST_ANSWERS
from tests.network.oracle import DAY, Oracle, case, policy, question, rule, said

PAGE = 4096


def settled(made: Policy, rank: int) -> Case:
    """Every question settled at one end of its answers (0 or -1)."""
    return case({q.id: said(q.answers[rank]) for q in made.questions.values()})


def check(made: Policy, *, every_rule: bool = True) -> Network:
    """Fire nothing, everything possible and everything certain, and some of each, and hold it against the oracle."""
    network = Network(made, Stage.START)
    every_other: dict[str, Answer | tuple[Answer, ...]] = {
        q.id: said(q.answers[-1 if number % 4 else 0]) for number, q in enumerate(made.questions.values()) if number % 3
    }
    for screened in (settled(made, 0), settled(made, -1), case(), case(every_other)):
        assert network.fire(screened, DAY) == Oracle(made, screened).firing()
    if every_rule:
        assert network.fire(settled(made, -1), DAY).certain_rules == made.rules.keys()
        assert network.fire(case(), DAY).possible_rules == made.rules.keys()
    return network


def top(asked: Question, number: int = 1) -> AnswerIs:
    return AnswerIs(asked.id, asked.answers[-number:])


def test_a_thousand_rules_on_three_hundred_questions_may_all_fire() -> None:
    asked = [question(f"q{n}", [f"a{k}" for k in range(2 + n % 5)]) for n in range(300)]
    rules = []
    for n in range(700):
        several = [top(asked[(n * 7 + k * k) % 300], 1 + (n + k) % 2) for k in range(1 + n % 5)]
        condition: Condition = AllOf(tuple(several)) if n % 2 else AnyOf(tuple(several))
        if n % 5 == 4:
            condition = AtLeast(2, tuple(several))
        rules.append(rule(f"r{n:03}", condition, f"f{n % 200}"))
    rules += [
        rule(f"s{n:03}", AllOf((FlagIs(f"f{n % 200}"), FlagIs(f"f{n % 7}"))), None, (f"s{n}",)) for n in range(300)
    ]
    check(policy(asked, rules)).close()


def test_a_thousand_rules_on_one_question_may_all_fire() -> None:
    asked = question("q")
    check(policy([asked], [rule(f"r{n}", top(asked, 1 + n % 2), f"f{n % 3}") for n in range(1000)]))


def test_lists_over_three_hundred_questions_may_all_fire() -> None:
    asked = [question(f"q{n}") for n in range(300)]
    tests = tuple(top(q) for q in asked)
    check(
        policy(
            asked,
            [
                rule("any", AnyOf(tests), "f"),
                rule("all", AllOf(tests), "f"),
                rule("most", AtLeast(200, tests), "f"),
                rule("not-all", Not(AllOf(tuple(Not(test) for test in tests))), "f"),
                rule("all-of-any", AllOf(tuple(AnyOf(tests[n : n + 10]) for n in range(0, 300, 10))), "f"),
                rule("any-of-all", AnyOf(tuple(AllOf(tests[n : n + 10]) for n in range(0, 300, 10))), "f"),
            ],
        )
    )


@pytest.mark.parametrize("number", range(1, 21))
def test_at_least_some_of_twenty_does_not_explode(number: int) -> None:
    asked = [question(f"q{n}") for n in range(20)]
    tests = tuple(top(q) for q in asked)
    network = check(policy(asked, [rule("r", AtLeast(number, tests), "f"), rule("s", AtLeast(number, tests), "g")]))
    for answered in (number - 1, number):
        some = case({q.id: said(q.answers[-1 if n < answered else 0]) for n, q in enumerate(asked)})
        assert ("r" in network.fire(some, DAY).possible_rules) == (answered >= number)


def test_thirty_levels_of_nesting_are_no_trouble() -> None:
    asked = [question(f"q{n}") for n in range(30)]
    condition: Condition = top(asked[0])
    other: Condition = top(asked[0])
    third: Condition = top(asked[0])
    for depth, q in enumerate(asked):
        wrap = AllOf if depth % 2 else AnyOf
        condition = wrap((condition, top(q), top(asked[depth - 3])))
        other = wrap((other, AnyOf((top(q), Not(other))), AllOf((top(q), top(asked[depth - 1])))))
        third = AtLeast(
            2, (third, top(q), top(asked[depth - 5]), AnyOf((third, top(q)))) if depth < 10 else (third, top(q))
        )
        if depth > 5:
            other = Not(Not(condition))
    rules = [
        rule("a", condition, "f"),
        rule("b", Not(Not(condition)), "f"),
        rule("c", third, "f"),
        rule("d", other, "f"),
    ]
    check(policy(asked, rules))


def test_conjunctions_of_alternatives_do_not_explode() -> None:
    asked = [question(f"q{n}") for n in range(40)]
    pairs = tuple(AnyOf((top(a), AllOf((top(b), top(a, 2))))) for a, b in zip(asked[::2], asked[1::2], strict=True))
    check(policy(asked, [rule("r", AllOf(pairs), "f"), rule("s", Not(AnyOf(tuple(Not(p) for p in pairs))), "f")]))


@pytest.mark.parametrize("several", [False, True])
def test_questions_with_twenty_answers_and_every_test_of_them(several: bool) -> None:
    asked = [question(f"q{n}", [f"a{k}" for k in range(20)], several=several) for n in range(10)]
    rules = [rule(f"r{q.id}-{k}", top(q, k), "f") for q in asked for k in range(1, 20)]
    rules += [rule(f"n{q.id}-{k}", Not(AnswerIs(q.id, q.answers[:k])), "f") for q in asked for k in range(1, 19)]
    made = policy(asked, rules)
    network = check(made)
    for rank in range(20):
        for source in (Source.PRACTITIONER, Source.CLIENT):
            words = {q.id: said(q.answers[rank], source=source) for q in asked}
            screened = case(dict(words))
            assert network.fire(screened, DAY) == Oracle(made, screened).firing()


def test_the_longest_list_of_answers_is_allowed_and_a_longer_one_refused() -> None:
    asked = [question(f"q{n}", [f"a{k}" for k in range(MOST_ANSWERS)]) for n in range(2)]
    check(policy(asked, [rule(f"r{q.id}{k}", top(q, k), "f") for q in asked for k in range(1, 200)]))
    longer = question("q", [f"a{k}" for k in range(MOST_ANSWERS + 1)])
    with pytest.raises(NetworkError, match="'q'"):
        Network(policy([longer], [rule("r", top(longer), "f")]), Stage.START)


def test_a_chain_of_three_hundred_flags_is_followed() -> None:
    asked = question("q")
    rules = [rule("r0", top(asked), "f0")]
    rules += [rule(f"r{n}", FlagIs(f"f{n - 1}"), f"f{n}") for n in range(1, 300)]
    network = Network(policy([asked], rules), Stage.START)
    assert network.fire(case({"q": said("recent")}), DAY).certain_rules == {r.id for r in rules}
    assert network.fire(case(), DAY).possible_flags == {f"f{n}" for n in range(300)}
    assert network.fire(case({"q": said("no")}), DAY).possible_rules == frozenset()


def test_rulesets_above_the_limit_fail_on_the_most_loaded_case_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rulesets, "MOST_TERMS", 200)
    asked = [question(f"q{n}") for n in range(70)]
    made = policy(asked, [rule(f"r{q.id}", top(q), f"f{q.id}") for q in asked])
    network = Network(made, Stage.START)
    assert network.fire(settled(made, 0), DAY) == Oracle(made, settled(made, 0)).firing()
    with pytest.raises(NetworkError, match="303"):
        network.fire(settled(made, -1), DAY)


def resident() -> int:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE


on_linux = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads /proc")


@on_linux
def test_memory_stays_flat_over_many_cases() -> None:
    asked = [question(f"q{n}") for n in range(6)]
    made = policy(asked, [rule(f"r{q.id}", top(q), f"f{q.id}") for q in asked])
    network = Network(made, Stage.START)
    cases = [settled(made, 0), settled(made, -1), case()]
    for _ in range(1000):
        for screened in cases:
            network.fire(screened, DAY)
    gc.collect()
    before = resident()
    for _ in range(10_000):
        for screened in cases:
            network.fire(screened, DAY)
    gc.collect()
    assert resident() - before < 1_000_000


@on_linux
def test_memory_stays_flat_over_many_networks() -> None:
    asked = [question(f"q{n}") for n in range(6)]
    made = policy(asked, [rule(f"r{q.id}", top(q), f"f{q.id}") for q in asked])

    def make(number: int) -> None:
        for _ in range(number):
            Network(made, Stage.START).fire(settled(made, -1), DAY)

    make(200)
    gc.collect()
    before = resident()
    make(600)
    gc.collect()
    assert resident() - before < 1_000_000
