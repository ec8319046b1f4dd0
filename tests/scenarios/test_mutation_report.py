"""What could be changed and no scenario would notice, as a policy writer reads it."""

from __future__ import annotations

from pathlib import Path

from engine.errors import Place, Problem
from engine.report.assurance.mutation_json import mutation_json
from engine.report.assurance.mutation_report import Effect, MutationReport, Otherwise, Survivor
from engine.report.assurance.mutation_text import mutation_text
from engine.report.assurance.mutation_words import change_in_words
from engine.report.json_ import dumps

GOLDEN = Path(__file__).parent / "golden"

SUGGESTED = (
    """\
  @rule:device-shared
  Scenario: The rule 'device-shared': shares: device, not shares: [accounts, device]
    Given a client at the start of the programme
    And the answers
      | question | answer   | source |
      | shares   | accounts | client |
    When the case is screened
    Then no recommendation can be made yet
""",
)
OUTCOME = Otherwise(Effect.OUTCOME, "", "cannot recommend yet", "against online delivery")
FLAG = Otherwise(Effect.FLAG, "shared-device", "could still be raised", "raised")
SAFEGUARD = Otherwise(Effect.SAFEGUARD, "own-device", "called for until more is known", "called for")
RULE = Otherwise(Effect.RULE, "device-shared", "unknown", "applies")
ASKED = Otherwise(Effect.REPORT, "shares", "to be found out from partner-support", "to be found out from practitioner")
RULES = Place("rules/start/devices.yaml", 4, 10)


def survivor(kind: str, was: str, now: str, effect: Effect, *otherwise: Otherwise, scenario: int | None) -> Survivor:
    stage = "start" if otherwise else ""
    return Survivor(kind, "rule", "device-shared", was, now, RULES, effect, stage, otherwise, scenario)


ALL_KINDS = MutationReport(
    policy="small",
    version="1.0.0",
    fingerprint="sha256:00",
    scenarios=2,
    tried={"answer-added": 3, "branch-dropped": 2, "source-not-asked": 1, "stage-dropped": 2},
    noticed={"answer-added": 2, "branch-dropped": 0, "source-not-asked": 0, "stage-dropped": 0},
    survivors=(
        survivor(
            "answer-added",
            "shares: device",
            "shares: [accounts, device]",
            Effect.OUTCOME,
            *(OUTCOME, FLAG, SAFEGUARD, RULE),
            scenario=0,
        ),
        survivor("stage-dropped", "during", "", Effect.FLAG, FLAG, scenario=0),
        survivor("branch-dropped", "flag: overheard", "", Effect.UNSETTLED, scenario=None),
        survivor("stage-dropped", "end", "", Effect.RULE, RULE, scenario=0),
        survivor("source-not-asked", "partner-support", "", Effect.REPORT, ASKED, scenario=None),
    ),
    unchanged=(survivor("branch-dropped", "flag: alone", "", Effect.NOTHING, scenario=None),),
    suggested=SUGGESTED,
    solver=True,
)
NONE_LEFT = ALL_KINDS._replace(survivors=(), unchanged=(), suggested=(), noticed=ALL_KINDS.tried, solver=False)


def test_every_kind_of_survivor_is_told_with_what_it_would_do_and_its_scenario() -> None:
    assert mutation_text(ALL_KINDS) == (GOLDEN / "mutation.txt").read_text(encoding="utf-8")


def test_where_nothing_goes_unnoticed_that_is_said_and_what_was_not_proved() -> None:
    assert mutation_text(NONE_LEFT) == (GOLDEN / "mutation-none.txt").read_text(encoding="utf-8")


def test_the_data_hold_the_same() -> None:
    assert dumps(mutation_json(ALL_KINDS)) == (GOLDEN / "mutation.json").read_text(encoding="utf-8")


def test_what_could_not_be_weighed_is_told_with_what_failed() -> None:
    lost = survivor("branch-dropped", "flag: overheard", "", Effect.UNSETTLED, scenario=None)._replace(why="it failed")
    fault = Problem(Place("policy small"), "proof-unconfirmed", "it failed")
    report = ALL_KINDS._replace(survivors=(lost,), faults=(fault,))
    told = mutation_text(report)
    assert "Something inside failed, so more is not known: it failed.\n" in told
    assert "No case was found" not in told
    data = mutation_json(report)
    assert data["faults"] == ["policy small: error[proof-unconfirmed]: it failed"]
    assert '"why_not_known": "it failed"' in dumps(data)


def test_a_change_of_a_recommendation_is_one_of_outcome_flag_or_safeguard_or_one_that_nobody_settled() -> None:
    assert ALL_KINDS.changes_a_recommendation
    lesser = [one for one in ALL_KINDS.survivors if one.effect in {Effect.RULE, Effect.REPORT}]
    assert not ALL_KINDS._replace(survivors=tuple(lesser)).changes_a_recommendation


def test_each_change_is_told_in_the_words_of_the_policy() -> None:
    assert (
        change_in_words("rule-dropped", "rule", "a", "status: in-force", "status: suspended") == "suspend the rule `a`"
    )
    left_out = "leave out `b` from the base safeguards of the stage start"
    assert change_in_words("base-dropped", "base", "start", "b", "") == left_out
    under = "leave out `police` under `corroborate` in the question `q`"
    assert change_in_words("corroborator-dropped", "question", "q", "police", "") == under
    whole = "leave out `valid_for: 8 weeks` in the question `q`"
    assert change_in_words("validity-dropped", "question", "q", "valid_for: 8 weeks", "") == whole
    other = "change `all` to `any` in the rule `r`"
    assert change_in_words("all-to-any", "rule", "r", "all", "any") == other
