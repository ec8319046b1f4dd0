"""What scenarios see of a policy: each truth of each test while it alone decided its rule, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import api
from engine.errors import Place
from engine.loading.gherkin_reader import ScenarioText, read_feature
from engine.loading.places import places_of
from engine.loading.scenarios import read_scenarios
from engine.model.condition import (
    AllOf,
    AnswerIs,
    AnyOf,
    AtLeast,
    Condition,
    FlagIs,
    IsUnknown,
    Not,
    SourcesDiffer,
    leaves_of,
)
from engine.model.policy import Policy, Status
from engine.model.question import Stage
from engine.model.truth import FALSE, TRUE, UNKNOWN, Truth
from engine.report.assurance.coverage_data import Sight
from engine.report.assurance.coverage_text import coverage_text
from engine.scenarios.coverage.cover import Coverage, cover
from engine.scenarios.coverage.deciding import Deciding, truths_of
from engine.scenarios.coverage.eye import Item, Kind, items_of
from engine.scenarios.coverage.findings import findings
from engine.scenarios.coverage.spare import spare
from engine.testing.generate import random_policy

SMALL = Path(__file__).parents[1] / "commands" / "small"
A, B, C = FlagIs("a"), FlagIs("b"), FlagIs("c")
T, F, U = TRUE, FALSE, UNKNOWN


@pytest.mark.parametrize(
    ("condition", "truths", "decide"),
    [
        (A, (T,), (True,)),
        (A, (U,), (True,)),
        (Not(A), (F,), (True,)),
        (AllOf((A, B)), (T, T), (True, True)),
        (AllOf((A, B)), (F, T), (True, False)),
        (AllOf((A, B)), (F, F), (False, False)),
        (AllOf((A, B)), (U, T), (True, True)),
        (AllOf((A, B)), (U, U), (True, True)),
        (AllOf((A, B)), (F, U), (True, False)),
        (AnyOf((A, B)), (F, F), (True, True)),
        (AnyOf((A, B)), (T, F), (True, False)),
        (AnyOf((A, B)), (T, T), (False, False)),
        (AnyOf((A, B)), (T, U), (True, False)),
        (AtLeast(2, (A, B, C)), (T, T, F), (True, True, False)),
        (AtLeast(2, (A, B, C)), (T, F, F), (False, True, True)),
        (AtLeast(2, (A, B, C)), (T, T, T), (False, False, False)),
        (AtLeast(2, (A, B, C)), (T, U, F), (True, True, True)),
        (AllOf((A, AnyOf((B, C)))), (T, F, T), (True, False, True)),
        (AllOf((A, AnyOf((B, C)))), (F, F, T), (True, False, False)),
    ],
)
def test_a_test_decides_when_another_truth_there_alone_would_be_another_truth_of_the_rule(
    condition: Condition, truths: tuple[Truth, ...], decide: tuple[bool, ...]
) -> None:
    assert Deciding(condition).at(truths) == decide


def test_a_test_of_what_is_known_is_compared_with_the_truths_that_it_can_have_only() -> None:
    """Of "is it unknown" there is no unknown: that a rule would come out otherwise then says nothing."""
    assert truths_of(IsUnknown("q")) == truths_of(SourcesDiffer("q")) == (TRUE, FALSE)
    assert truths_of(AnswerIs("q", ("yes",))) == (TRUE, FALSE, UNKNOWN)
    either = AllOf((AnyOf((IsUnknown("q"), A)), B))
    assert Deciding(either).at((FALSE, TRUE, UNKNOWN)) == (False, True, True)
    wanted = {item.truth for item in items_of(_knowing()) if item.rule == "device-shared"}
    assert wanted == {TRUE, FALSE}


_TRUTHS = st.sampled_from((TRUE, FALSE, UNKNOWN))


@given(st.lists(_TRUTHS, min_size=1, max_size=5), st.integers(1, 5))
def test_what_decides_in_a_count_decides_by_the_count(truths: list[Truth], number: int) -> None:
    """Reckoned in another way: a member decides when the others fall short by one, for certain or as far as known."""
    members = tuple(FlagIs(f"f{place}") for place in range(len(truths)))
    found = Deciding(AtLeast(number, members)).at(tuple(truths))
    for place in range(len(truths)):
        others = truths[:place] + truths[place + 1 :]
        certain, possible = others.count(TRUE), len(others) - others.count(FALSE)
        assert found[place] is (number in (certain + 1, possible + 1))


# -- scenarios -----------------------------------------------------------------------------------------------------


def _knowing() -> Policy:
    """Return the small policy with a rule that tests what is known."""
    policy = _small()
    rule = replace(policy.rules["device-shared"], when=IsUnknown("shares-with-partner"))
    return replace(policy, rules={**policy.rules, rule.id: rule})


@cache
def _small() -> Policy:
    return api.load_policy(SMALL / "rules")


def _scenarios(*bodies: str, tags: str = "@rule:device-shared") -> tuple[ScenarioText, ...]:
    text = "Feature: A\n" + "".join(
        f"  {tags}\n  Scenario: {number}\n    Given a client at the start of the programme\n{body}"
        for number, body in enumerate(bodies)
    )
    scenarios, problems = read_feature(text, "a.feature")
    assert problems == ()
    return scenarios


def _said(*words: str, then: str) -> str:
    given_ = "".join(f"    And {word}\n" for word in ("nothing of concern is known", *words))
    return f"{given_}    When the case is screened\n    Then {then}\n"


_HE_SHARES = _said('"shares-with-partner" is answered "device" by client', then='the rule "device-shared" applies')
_NOTHING = _said(then='the rule "device-shared" does not apply')
_OPEN = _said('"shares-with-partner" is not answered', then='it is unknown whether the rule "device-shared" applies')


def _truths(coverage: Coverage, rule: str = "device-shared") -> dict[Truth, list[str]]:
    (leaf,) = coverage.leaves(rule, Stage.START)
    return {truth: [scenario.name for scenario in by] for truth, by in leaf.items()}


def test_each_truth_is_seen_by_the_scenarios_in_which_it_decided() -> None:
    coverage = cover(_small(), _scenarios(_HE_SHARES, _NOTHING, _OPEN))
    assert _truths(coverage) == {TRUE: ["0"], FALSE: ["1"], UNKNOWN: ["2"]}
    assert _truths(coverage, "not-alone") == {TRUE: [], FALSE: ["0", "1", "2"], UNKNOWN: []}


def test_a_scenario_that_does_not_pass_sees_nothing_and_is_named() -> None:
    coverage = cover(_small(), _scenarios(_said(then='the rule "device-shared" applies')))
    assert coverage.seen == {}
    assert [run.scenario.name for run in coverage.failing] == ["0"]


def test_only_what_somebody_wrote_and_put_in_force_is_looked_at() -> None:
    policy = api.load_policy()
    wanted = {item.rule for item in items_of(policy)}
    assert wanted == {rule.id for rule in policy.rules.values() if rule.status is Status.IN_FORCE and not rule.derived}


def test_a_rule_is_looked_at_at_every_stage_at_which_it_stands() -> None:
    policy = api.load_policy()
    stages: dict[str, set[Stage]] = {}
    for item in items_of(policy):
        stages.setdefault(item.rule, set()).add(item.stage)
    assert all(set(policy.rules[rule].stages) == at for rule, at in stages.items())
    assert any(len(at) > 1 for at in stages.values())


def test_a_rule_that_never_applies_is_never_decisive() -> None:
    coverage = cover(_small(), _scenarios(_NOTHING))
    assert ("device-shared", Stage.START) in coverage.never_raised
    assert ("device-shared", Stage.START) in coverage.never_decisive


def test_a_rule_that_applies_makes_a_difference_unless_another_does_as_much() -> None:
    coverage = cover(_small(), _scenarios(_HE_SHARES))
    assert ("device-shared", Stage.START) not in coverage.never_raised
    assert ("device-shared", Stage.START) not in coverage.never_decisive
    policy = _small()
    twin = replace(policy.rules["device-shared"], id="device-shared-too")
    coverage = cover(replace(policy, rules={**policy.rules, twin.id: twin}), _scenarios(_HE_SHARES))
    assert ("device-shared", Stage.START) not in coverage.never_raised
    assert ("device-shared", Stage.START) in coverage.never_decisive


def test_a_rule_that_nobody_wrote_is_never_decisive_whatever_follows_from_it() -> None:
    policy = _small()
    children = _said(
        '"people-nearby" is answered "children" by client',
        'the programme leaves "call-back-procedure" open',
        then='the rule "not-alone" applies',
    )
    coverage = cover(policy, _scenarios(children))
    derived = {rule.id: rule.raises for rule in policy.in_force(Stage.START) if rule.derived}
    (run,) = coverage.runs
    assert run.world.screened is not None
    possible = {finding.flag.id for finding in run.world.screened.flags if finding.truth is not FALSE}
    assert possible & set(derived.values())
    decisive = {rule for rule, _ in coverage.decisive}
    assert decisive
    assert decisive.isdisjoint(derived)


@pytest.mark.parametrize("only", ["device-shared", "not-alone"])
def test_limited_to_a_rule_only_that_rule_is_wanted_and_told(only: str) -> None:
    whole, limited = (cover(_small(), _scenarios(_NOTHING), names) for names in ((), (only,)))
    assert limited.wanted == tuple(item for item in whole.wanted if item.rule == only)
    assert limited.missing == tuple(wish for wish in whole.missing if wish.rule == only)
    assert limited.never_decisive == tuple(pair for pair in whole.never_decisive if pair[0] == only)
    assert limited.kinds_missing == tuple(kind for kind in whole.kinds_missing if kind[0] == only)
    sights = dict.fromkeys(limited.missing, Sight.MISSING)
    seen = findings(limited, places_of(SMALL / "rules"), sights, solver=True)
    assert {rule.id for rule, _ in seen.stages()} == {only}
    assert seen.count() == len(limited.wanted)
    assert f" % is seen of `{only}`: " in coverage_text(seen)


def test_a_rule_lacks_the_kinds_that_its_own_scenarios_do_not_show() -> None:
    differ = _said(
        '"shares-with-partner" is answered "nothing" by client',
        '"shares-with-partner" is answered "device" by partner-support',
        then='the rule "device-shared" applies',
    )
    for bodies, lacking in (
        ((), set(Kind)),
        ((_HE_SHARES,), set(Kind) - {Kind.APPLIES}),
        ((_HE_SHARES, _NOTHING), {Kind.ANSWER_MISSING, Kind.SOURCES_DIFFER}),
        ((differ, _NOTHING, _OPEN), set()),
    ):
        coverage = cover(_small(), _scenarios(*bodies) if bodies else ())
        assert {kind for rule, _, kind in coverage.kinds_missing if rule == "device-shared"} == lacking
    tagged_otherwise = cover(_small(), _scenarios(differ, _NOTHING, _OPEN, tags="@rule:not-alone"))
    assert {kind for rule, _, kind in tagged_otherwise.kinds_missing if rule == "device-shared"} == set(Kind)


def test_a_rule_that_reads_flags_only_has_no_sources_to_differ() -> None:
    kinds = {kind for rule, _, kind in cover(_small(), ()).kinds_missing if rule == "call-back-when-overheard"}
    assert kinds == {Kind.APPLIES, Kind.DOES_NOT_APPLY, Kind.ANSWER_MISSING}


# -- scenarios that add nothing --------------------------------------------------------------------------------------


def test_of_two_scenarios_that_show_and_expect_the_same_one_adds_nothing() -> None:
    assert [scenario.name for scenario in spare(cover(_small(), _scenarios(_HE_SHARES, _HE_SHARES)))] == ["1"]
    assert spare(cover(_small(), _scenarios(_HE_SHARES, _NOTHING, _OPEN))) == ()


def test_a_scenario_on_another_word_adds_something_and_so_does_one_that_expects_more() -> None:
    by_her = _HE_SHARES.replace("by client", "by partner-support")
    more = _HE_SHARES + "    And the recommendation is against online delivery\n"
    assert spare(cover(_small(), _scenarios(_HE_SHARES, by_her))) == ()
    assert [scenario.name for scenario in spare(cover(_small(), _scenarios(_HE_SHARES, more)))] == ["0"]


def test_the_twin_of_an_example_is_kept() -> None:
    twins = _scenarios(_HE_SHARES, _HE_SHARES, tags="@rule:device-shared @example:start/against.yaml")
    assert spare(cover(_small(), twins)) == ()


@cache
def _shipped() -> tuple[Policy, tuple[ScenarioText, ...]]:
    """Return the shipped policy and a part of its scenarios, large enough to be spared some."""
    scenarios, _ = read_scenarios(api.default_policy_dir().parent / "features" / "end")
    return api.load_policy(), scenarios


def test_without_all_that_adds_nothing_as_much_is_seen_as_before() -> None:
    policy, scenarios = _shipped()
    before = cover(policy, scenarios)
    left_out = set(spare(before))
    after = cover(policy, [scenario for scenario in scenarios if scenario not in left_out])
    assert left_out
    assert before.seen.keys() == after.seen.keys()
    assert before.decisive.keys() == after.decisive.keys()
    assert before.kinds.keys() == after.kinds.keys()
    assert spare(after) == ()


# -- the report ------------------------------------------------------------------------------------------------------


def _report(scenarios: Sequence[ScenarioText], sight: Sight) -> str:
    coverage = cover(_small(), scenarios)
    sights = dict.fromkeys(coverage.missing, sight)
    return coverage_text(findings(coverage, places_of(SMALL / "rules"), sights, solver=True))


@pytest.mark.parametrize("sight", [sight for sight in Sight if sight is not Sight.SEEN])
def test_what_is_known_of_the_unseen_is_said_in_words(sight: Sight) -> None:
    told = {
        Sight.MISSING: ("Missing: 4.", "never seen true while it decided: people-nearby at least children"),
        Sight.IMPOSSIBLE: ("Impossible: 4. Proved", "cannot be true while it decides (proved; not counted): people-"),
        Sight.UNDECIDED: ("Not known: 4. The solver gave up", "decided (the solver gave up: perhaps there is no case)"),
        Sight.NOT_FOUND: ("Not known: 4. No scenario", "decided (no case found: perhaps there is none): people-nearby"),
    }
    text = _report(_scenarios(_HE_SHARES, _NOTHING, _OPEN), sight)
    for words in told[sight]:
        assert words in text
    assert text.startswith("100.0 %" if sight is Sight.IMPOSSIBLE else "55.5 %")


def test_a_hundred_per_cent_is_said_of_all_there_is_and_nothing_less() -> None:
    coverage = cover(_small(), ())
    nearly = dict.fromkeys(coverage.missing, Sight.IMPOSSIBLE)
    seen = findings(coverage, places_of(SMALL / "rules"), nearly, solver=True)
    assert seen.percent_said == "100.0"
    first: Item = coverage.unseen[0]
    seen = findings(coverage, places_of(SMALL / "rules"), nearly | {first: Sight.UNDECIDED}, solver=True)
    assert seen.percent_said == "0.0"


def test_of_the_scenarios_that_saw_something_those_of_the_rule_are_named_first() -> None:
    others = _scenarios(_NOTHING, _NOTHING, tags="@rule:not-alone")
    (own,) = (replace(scenario, name="own") for scenario in _scenarios(_NOTHING))
    coverage = cover(_small(), (*others, own))
    sights = dict.fromkeys(coverage.missing, Sight.MISSING)
    seen = findings(coverage, places_of(SMALL / "rules"), sights, solver=True)
    named = {rule.id: [by.name for by in stage.tests[0].truths[1].by] for rule, stage in seen.stages()}
    assert named["device-shared"] == ["own", "0", "1"]
    assert named["not-alone"] == ["0", "1", "own"]


def test_every_test_stands_at_its_own_place() -> None:
    policy, scenarios = _shipped()
    coverage = cover(policy, scenarios[:5])
    seen = findings(
        coverage, places_of(api.default_policy_dir()), dict.fromkeys(coverage.missing, Sight.MISSING), solver=True
    )
    for file in seen.files:
        lines = file.text.splitlines()
        for rule, stage in ((rule, rule.stages[0]) for rule in file.rules):
            for leaf, test in zip(leaves_of(policy.rules[rule.id].when), stage.tests, strict=True):
                about = leaf.flag if isinstance(leaf, FlagIs) else test.words.split()[0]
                wanted = about if isinstance(leaf, FlagIs | AnswerIs) else ""
                assert isinstance(test.place, Place)
                assert wanted in lines[test.place.line - 1][test.place.column - 1 :]


def test_every_truth_of_every_test_is_wanted_once() -> None:
    for seed in range(3):
        wanted = list(items_of(random_policy(Random(seed))))
        assert len(wanted) == len(set(wanted))
