"""What is said of a rule that can be left out holds for every case, and a rule that can be is found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from engine import api
from engine.loading import check_policy, load_policy
from engine.loading.advice.check import look_at
from engine.loading.advice.finding import Finding
from engine.model.condition import AllOf
from engine.model.policy import Status
from engine.model.recommendation import Recommendation
from engine.model.truth import TRUE
from engine.reference import recommend
from engine.scenarios import covered
from engine.scenarios.covered import available, needless_rules
from engine.testing.generate import SCREENED_ON, Size, random_case, random_policy
from engine.testing.write import write_policy
from tests.loading.patching import patched

pytestmark = pytest.mark.skipif(not available(), reason="needs the solver")
SMALL = Size(rules=8, questions=6)
STRICTER = "stricter"
drawn = given(st.randoms(use_true_random=False))
few = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def found_in(policy: Path) -> tuple[Finding, ...]:
    return needless_rules(look_at(policy, SCREENED_ON)[0])


def planted(rng: Random, folder: Path) -> Path:
    """Write a random policy that holds a rule which asks for one thing more than another of the same consequence."""
    policy = random_policy(rng, SMALL)
    live = [rule for rule in policy.rules.values() if rule.status is Status.IN_FORCE and not rule.derived]
    rule = rng.choice(live)
    further = rng.choice([other for other in live if set(rule.stages) <= set(other.stages)])
    stricter = replace(rule, id=STRICTER, when=AllOf((rule.when, further.when)))
    written = write_policy(replace(policy, rules={**policy.rules, STRICTER: stricter}), folder)
    assume(not check_policy(written))  # Two conditions may contradict each other, or say the same twice.
    return written


@drawn
@few
def test_a_rule_that_asks_for_more_than_another_is_found(tmp_path_factory: pytest.TempPathFactory, rng: Random) -> None:
    found = found_in(planted(rng, tmp_path_factory.mktemp("policy")))
    assert any(f"`{STRICTER}`" in finding.message for finding in found)


@drawn
@few
def test_what_is_said_holds_for_every_case(tmp_path_factory: pytest.TempPathFactory, rng: Random) -> None:
    folder = planted(rng, tmp_path_factory.mktemp("policy"))
    policy, found = load_policy(folder), found_in(folder)
    for _ in range(20):
        case = random_case(rng, policy)
        full = recommend(policy, case, SCREENED_ON, "test")
        truths = {each.rule.id: each.truth for each in full.rules}
        for finding in found:
            everywhere = " at stage " not in finding.message
            if finding.slug == "rule-never-true" and everywhere:
                assert truths.get(finding.about) is not TRUE
            elif finding.slug == "rule-always-true" and everywhere:
                assert truths.get(finding.about, TRUE) is TRUE
            elif finding.slug == "rule-covered":
                left_out = replace(policy.rules[finding.about], status=Status.SUSPENDED)
                less = replace(policy, rules={**policy.rules, left_out.id: left_out})
                assert outcome_of(recommend(less, case, SCREENED_ON, "test")) == outcome_of(full)


def outcome_of(recommendation: Recommendation) -> object:
    flags = {each.flag.id: each.truth for each in recommendation.flags}
    safeguards = {each.safeguard.id: each.truth for each in recommendation.safeguards}
    return recommendation.outcome, flags, safeguards


STAGED = """# rules/start/home.yaml
- id: narrow
  title: Narrow
  status: in-force
  also_at: [during]
  when: {WHEN}
  raise: narrowed
  because: For the test.
  source: [tsf]
  authority: guidance
  owner: intake lead
- id: shows
  title: Shown
  status: in-force
  when: {private-space: {at-least: sometimes}}
  raise: shown
  because: For the test.
  source: [tsf]
  authority: guidance
  owner: intake lead
# rules/during/concern.yaml
- id: shows-later
  title: Shown later
  status: in-force
  when: {new-concern: "yes"}
  raise: shown
  because: For the test.
  source: [tsf]
  authority: guidance
  owner: intake lead
  if_unknown_ask: [partner-support]
# flags.yaml
- id: shown
  effect: caution
  title: Shown
  meaning: It was shown.
  remedy: []
- id: narrowed
  effect: caution
  title: Narrow
  meaning: It was narrow.
  remedy: []
"""

TWIN = """# rules/start/home.yaml
- id: also-overheard
  title: No room of his own, again
  status: in-force
  when: {not: {private-space: always}}
  raise: overheard
  because: Others may listen.
  source: [tsf]
  authority: guidance
  owner: intake lead
"""


def test_two_rules_that_cover_each_other_are_named_once(tmp_path: Path) -> None:
    (finding,) = found_in(patched(tmp_path, TWIN))
    assert finding.message.startswith("`also-overheard` and `can-be-overheard` apply in the same cases")


def test_a_rule_that_also_holds_at_a_stage_where_the_other_does_not_is_not_covered(tmp_path: Path) -> None:
    narrower = TWIN.replace("not: {private-space: always}", "private-space: never")
    (finding,) = found_in(patched(tmp_path / "here", narrower))
    assert finding.about == "also-overheard"
    there = narrower.replace("status: in-force", "status: in-force\n  also_at: [during]")
    assert found_in(patched(tmp_path / "there", there)) == ()


def test_a_rule_that_is_possible_where_the_other_is_false_is_not_covered(tmp_path: Path) -> None:
    """What the referrer alone said stays open where the referrer has not spoken, though the answer is settled."""
    alone = TWIN.replace("{not: {private-space: always}}", "{said-by: referrer, private-space: never}")
    assert found_in(patched(tmp_path, alone)) == ()


def test_that_is_so_too_where_no_answer_sheet_found_before_shows_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = TWIN.replace("{not: {private-space: always}}", "{said-by: referrer, private-space: never}")
    monkeypatch.setattr(covered, "_KEPT", 0)
    assert found_in(patched(tmp_path, alone)) == ()


def test_a_rule_that_is_certain_where_the_other_is_open_covers_it_and_not_the_other_way(tmp_path: Path) -> None:
    lives = '{lives-with-partner: "yes"}'
    split = f"{{all: [{lives}, {{private-space: always}}]}}, {{all: [{lives}, {{not: {{private-space: always}}}}]}}"
    whole = TWIN.replace("{not: {private-space: always}}", lives).replace("also-overheard", "a")
    halves = TWIN.replace("{not: {private-space: always}}", f"{{any: [{split}]}}").replace("also-overheard", "b")
    (finding,) = found_in(patched(tmp_path, whole, halves))
    assert finding.message.startswith("wherever `b` applies, `a` does too")


def test_a_search_that_ran_out_of_time_finds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    policy = patched(tmp_path, TWIN)
    assert found_in(policy) != ()
    monkeypatch.setattr(covered, "_SECONDS", 0.0)
    assert found_in(policy) == ()


def test_a_rule_that_calls_for_more_covers_one_that_calls_for_less(tmp_path: Path) -> None:
    more = TWIN.replace("raise: overheard", "recommend: [headset, own-room]").replace("also-overheard", "more")
    more = more.replace("{not: {private-space: always}}", "{any: [{flag: company}, {flag: overheard}]}")
    (finding,) = found_in(patched(tmp_path, more))
    assert (finding.slug, finding.about) == ("rule-covered", "headset-when-overheard")


@pytest.mark.parametrize(
    ("when", "slug", "message"),
    [
        ("all: [{flag: shown}, {private-space: always}]", "rule-never-true", "meets `narrow` at stage `start`"),
        ("any: [{flag: shown}, {private-space: always}, {unknown: private-space}]", "rule-always-true", "`narrow` at"),
    ],
)
def test_a_rule_for_nobody_or_everybody_at_one_of_its_stages_is_told_with_the_stage(
    when: str, slug: str, message: str, tmp_path: Path
) -> None:
    """At the later stage another rule raises the flag, so only there it depends on the case."""
    (finding,) = found_in(patched(tmp_path, STAGED.replace("WHEN", when)))
    assert finding.slug == slug
    assert message in finding.message


def test_the_shipped_policy_has_one_such_rule_and_answers_for_it() -> None:
    found = found_in(api.default_policy_dir())
    assert [(each.slug, each.about) for each in found] == [("rule-covered", "lives-with-her")]
