"""Who reads what: partner support's copy, the decision beside the recommendation, and the programme's profile."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.report.shape import checked
from engine.report.shape_audiences import checked_copy
from tests.commands.desk import AGAINST, CANARY, CONDITIONAL, SMALL, call, screening

FOR_HER_SIDE = ("--audience", "partner-support")
PROFILE = """\
case: north
stage: programme-start
answers: {call-back-procedure: {value: "yes", source: programme}}
"""
DECISION = """\
case: K-1
stage: start
choice: online-with-conditions
by: A. Practitioner
on: 2026-11-22
contact: 030 123 456
review_by: 2026-12-20
conditions: [own-device]
reasons: He handed the tablet over.
second_person: B. Colleague
"""


def decided(folder: Path, text: str = DECISION) -> Path:
    path = folder / "decided.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def without(*keys: str, text: str = DECISION) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if line.partition(":")[0] not in keys)


@pytest.fixture
def profile(cases: Path) -> Path:
    path = cases / "north.yaml"
    path.write_text(PROFILE, encoding="utf-8")
    return path


# Partner support's copy ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_partner_support_reads_what_bears_on_her_safety_in_every_form(cases: Path, form: str) -> None:
    result = screening(*FOR_HER_SIDE, "--format", form, cases / "against.yaml")
    assert result.exit_code == 0
    assert "A shared device" in result.stdout
    assert "partner support" in result.stdout.casefold()
    assert CANARY not in result.stdout
    if form == "json":
        assert checked_copy(result.stdout)["contradictions"][0]["her_side"][0]["value"] == "device"


def test_the_outcome_still_tells_the_exit_code_when_asked_to(cases: Path) -> None:
    assert screening(*FOR_HER_SIDE, cases / "against.yaml", "--exit-code").exit_code == 12


def test_several_copies_are_told_apart_or_one_line_each(cases: Path) -> None:
    files = (cases / "against.yaml", cases / "wrong.yaml", cases / "undetermined.yaml")
    lines = screening(*FOR_HER_SIDE, *files, "--format", "json").stdout.splitlines()
    assert [json.loads(line).get("schema", "error") for line in lines] == [
        "forethought.partner-support/1",
        "error",
        "forethought.partner-support/1",
    ]
    assert "End of the report on case K-1." in screening(*FOR_HER_SIDE, *files).stdout


def programme_case(folder: Path) -> tuple[Path, Path]:
    """Write a case at a stage of the programme itself, for the policy that the project ships."""
    path = folder / "programme.yaml"
    path.write_text("case: north\nstage: programme-start\nanswers: {}\n", encoding="utf-8")
    return path, folder


def test_a_programmes_stage_has_no_copy_for_partner_support(cases: Path) -> None:
    path, _ = programme_case(cases)
    result = call("screen", *FOR_HER_SIDE, path, "--on", "2026-11-22")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "for a client's case" in " ".join(result.stderr.split())
    target = cases / "copy.txt"
    assert call("screen", *FOR_HER_SIDE, path, "-o", target).exit_code == 2
    assert not target.exists()
    (cases / "open.yaml").write_text("case: K-7\nstage: start\nanswers: {}\n", encoding="utf-8")
    both = call("screen", *FOR_HER_SIDE, path, cases / "open.yaml", "--format", "json")
    assert both.exit_code == 2
    assert [json.loads(line)["case"] for line in both.stdout.splitlines()] == [str(path), "K-7"]


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_partner_support_learns_what_was_decided_and_nothing_of_why(cases: Path, form: str) -> None:
    decision = decided(cases, DECISION.replace("A. Practitioner", "A. Worker").replace("030 123 456", CANARY))
    result = screening(*FOR_HER_SIDE, "--decision", decision, cases / "against.yaml", "--format", form)
    assert result.exit_code == 0, result.stderr
    assert "A. Worker" in result.stdout
    for kept in ("handed the tablet over", "B. Colleague", CANARY):
        assert kept not in result.stdout


def test_a_decision_for_partner_support_is_held_against_the_recommendation_too(cases: Path) -> None:
    result = screening(*FOR_HER_SIDE, "--decision", decided(cases, without("reasons")), cases / "against.yaml")
    assert result.exit_code == 65
    assert "error[against-the-recommendation]" in result.stderr
    assert screening(*FOR_HER_SIDE, "--decision", decided(cases), cases / "undetermined.yaml").exit_code == 65


def test_a_decision_given_as_a_case_is_said_to_be_one_and_a_report_is_none(cases: Path) -> None:
    for told in (screening(decided(cases)), screening(decided(cases), cases / "conditional.yaml")):
        assert told.exit_code == 65
        assert "error[a-decision]: this is a decision, not a case" in told.stderr
        assert "--decision" in told.stderr
        assert CANARY not in told.stderr
    for form in ("html", "json"):
        report = cases / f"report.{form}"
        assert screening(cases / "against.yaml", "--format", form, "-o", report).exit_code == 0
        told = screening(report)
        assert told.exit_code == 65
        assert "error[a-report]" in told.stderr


# The decision, beside the recommendation ----------------------------------------------------------------------


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_the_practitioners_report_prints_the_decision_beside_the_recommendation(cases: Path, form: str) -> None:
    result = screening("--decision", decided(cases), cases / "against.yaml", "--format", form)
    assert result.exit_code == 0, result.stderr
    assert "He handed the tablet over." in " ".join(result.stdout.split())
    assert "B. Colleague" in result.stdout
    if form == "json":
        assert checked(result.stdout)["decision"].get("against_recommendation") is True


def refused(cases: Path, text: str, case: str = "against") -> str:
    result = screening("--decision", decided(cases, text), cases / f"{case}.yaml")
    assert result.exit_code == 65
    assert result.stdout == ""
    return result.stderr


@pytest.mark.parametrize("missing", [("reasons",), ("second_person",), ("reasons", "second_person")])
def test_less_caution_than_recommended_takes_reasons_and_a_second_person(cases: Path, missing: tuple[str, ...]) -> None:
    told = refused(cases, without(*missing))
    assert "decided.yaml:3:9: error[against-the-recommendation]" in told
    for key in missing:
        assert f"`{key}`" in told
    assert "help: against the recommendation it takes written reasons and a second named person" in told


def test_what_is_still_open_is_not_recommended_either(cases: Path) -> None:
    text = without("reasons", "second_person").replace("K-1", "K-2")
    assert "error[against-the-recommendation]" in refused(cases, text, "undetermined")


@pytest.mark.parametrize("choice", ["not-online", "not-yet"])
def test_more_caution_takes_nothing(cases: Path, choice: str) -> None:
    text = without("reasons", "second_person", "conditions").replace("online-with-conditions", choice)
    assert screening("--decision", decided(cases, text), cases / "against.yaml").exit_code == 0


def test_a_recommendation_followed_takes_neither_reasons_nor_a_second_person(cases: Path) -> None:
    text = without("reasons", "second_person").replace("K-1", "K-3")
    result = screening("--decision", decided(cases, text), cases / "conditional.yaml")
    assert result.exit_code == 0
    assert "the decision leaves them out: He is alone." in " ".join(result.stdout.split())


def test_a_decision_on_another_case_is_refused_with_its_place(cases: Path) -> None:
    told = refused(cases, DECISION.replace("K-1", "K-9"))
    assert "decided.yaml:1:7: error[another-case]" in told
    assert "K-9" not in told


def test_a_decision_of_another_stage_is_refused(cases: Path) -> None:
    told = refused(cases, DECISION.replace("stage: start", "stage: during"))
    assert "decided.yaml:2:8: error[another-stage]" in told


def test_a_decision_that_is_refused_leaves_no_earlier_report_in_the_file(cases: Path) -> None:
    target = cases / "report.txt"
    target.write_text("The recommendation is online with conditions", encoding="utf-8")
    decision = decided(cases, without("reasons"))
    assert screening("--decision", decision, cases / "against.yaml", "-o", target).exit_code == 65
    assert "online with conditions" not in target.read_text(encoding="utf-8")


def test_a_decision_is_about_one_case(cases: Path) -> None:
    files = (cases / "against.yaml", cases / "undetermined.yaml")
    assert screening("--decision", decided(cases), *files).exit_code == 2


def test_a_reflection_has_no_decision(cases: Path) -> None:
    path = cases / "structural.yaml"
    path.write_text("case: K-1\nstage: structural\nanswers: {}\n", encoding="utf-8")
    result = call("screen", "--decision", decided(cases), path, "--on", "2026-11-22")
    assert result.exit_code == 2
    assert result.stdout == ""


# The client's copy --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("contact: the police station, room 3", "`contact` of the decision holds"),
        ("contact: via Partner-Support", "(partner, partner support)"),
        ("contact: ask about shares-with-partner", "shares-with-partner"),
        ("by: the one who knows of the shared device", "(shared-device"),
        ("by: a child protection worker", "`by` of the decision holds"),
    ],
)
def test_a_free_text_in_which_a_reason_could_travel_is_noted(cases: Path, line: str, found: str) -> None:
    key = line.partition(":")[0]
    text = without(key).rstrip() + f"\n{line}\n"
    result = call("screen", "--policy", SMALL, "--audience", "client", "--decision", decided(cases, text))
    assert result.exit_code == 0
    assert found in result.stderr


def test_plain_words_are_not_noted(cases: Path) -> None:
    text = DECISION.replace("030 123 456", "the programme's office; a partnership of courtesy")
    result = call("screen", "--policy", SMALL, "--audience", "client", "--decision", decided(cases, text))
    assert "of the decision holds" not in result.stderr


def test_a_case_that_is_closed_is_told_so_and_a_decision_on_the_programme_has_no_clients_copy(cases: Path) -> None:
    client = ("screen", "--policy", SMALL, "--audience", "client", "--decision")
    assert "come to an end" in call(*client, decided(cases, DECISION.replace("stage: start", "stage: end"))).stdout
    result = call(*client, decided(cases, DECISION.replace("stage: start", "stage: programme-start")))
    assert result.exit_code == 65
    assert "error[no-client-copy]" in result.stderr


# The programme's profile, and what is never written over ------------------------------------------------------


@pytest.mark.parametrize("command", ["screen", "explain", "what-if"])
def test_the_profile_of_a_case_that_names_none_can_be_named(cases: Path, profile: Path, command: str) -> None:
    more = ("--answer", "hopes=x") if command == "what-if" else ()
    case = cases / "conditional.yaml"
    told = call(command, "--policy", SMALL, "--on", "2026-11-22", case, *more, "--programme", profile)
    assert told.exit_code == 0, told.stderr
    assert "readiness was not considered" not in " ".join(told.stdout.split())
    without_it = call(command, "--policy", SMALL, "--on", "2026-11-22", case, *more)
    if command != "explain":
        assert "readiness was not considered" in " ".join(without_it.stdout.split())


def test_a_case_that_names_another_profile_is_wrong_usage(cases: Path, profile: Path) -> None:
    path = cases / "with.yaml"
    path.write_text(CONDITIONAL + "programme: north.yaml\n", encoding="utf-8")
    assert screening(path, "--programme", profile).exit_code == 0
    other = cases / "south.yaml"
    other.write_text(PROFILE.replace("north", "south"), encoding="utf-8")
    result = screening(path, "--programme", other)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "the case names another profile" in result.stderr


def test_a_profile_has_no_bearing_on_the_clients_copy(cases: Path, profile: Path) -> None:
    result = call(
        *("screen", "--policy", SMALL, "--audience", "client", "--decision", decided(cases), "--programme", profile)
    )
    assert result.exit_code == 2


def test_no_file_that_a_case_names_is_written_over(cases: Path, profile: Path) -> None:
    earlier, case = cases / "earlier.yaml", cases / "with.yaml"
    earlier.write_text(AGAINST.replace("K-1", "K-3") + "programme: south.yaml\n", encoding="utf-8")
    (cases / "south.yaml").write_text(PROFILE, encoding="utf-8")
    (cases / "link.yaml").symlink_to("north.yaml")
    case.write_text(CONDITIONAL + "programme: north.yaml\nearlier: earlier.yaml\n", encoding="utf-8")
    decision = decided(cases, DECISION.replace("K-1", "K-3"))
    before = {path: path.read_bytes() for path in cases.glob("*.yaml")}
    for name in ("north.yaml", "./north.yaml", "link.yaml", "earlier.yaml", "south.yaml"):
        for command in (("screen",), ("screen", *FOR_HER_SIDE), ("explain",), ("what-if", "--answer", "hopes=x")):
            result = call(command[0], "--policy", SMALL, *command[1:], case, "-o", f"{cases}/{name}")
            assert result.exit_code == 2, (name, command, result.stderr)
            assert "the case names this file" in " ".join(result.stderr.split())
    assert screening(case, "--decision", decision, "-o", decision).exit_code == 2
    assert screening(cases / "conditional.yaml", "--programme", profile, "-o", profile).exit_code == 2
    assert {path: path.read_bytes() for path in cases.glob("*.yaml")} == before


def test_the_shape_of_partner_supports_copy_is_published() -> None:
    schema = json.loads(call("policy", "schema", "partner-support").stdout)
    assert schema["properties"]["schema"]["const"] == "forethought.partner-support/1"
