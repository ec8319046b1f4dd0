"""`forethought explain` and `forethought what-if`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result

from tests.commands.desk import CANARY, ON, SMALL, call


def explaining(*args: str | Path) -> Result:
    return call("explain", "--policy", SMALL, "--on", ON, *args)


def supposing(*args: str | Path) -> Result:
    return call("what-if", "--policy", SMALL, "--on", ON, *args)


def test_without_an_id_every_rule_that_applies_or_could_is_explained(cases: Path) -> None:
    result = explaining(cases / "against.yaml")
    assert result.exit_code == 0
    assert "Rule device-shared: it applies" in result.stdout
    assert "- true: shares-with-partner is device" in result.stdout
    assert "it does not apply" not in result.stdout


def test_all_shows_every_rule_and_has_no_place_beside_an_id(cases: Path) -> None:
    assert "it does not apply" in explaining(cases / "against.yaml", "--all").stdout
    assert explaining(cases / "against.yaml", "shared-device", "--all").exit_code == 2


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("device-shared", "Rule device-shared: it does not apply"),
        ("shared-device", "Flag shared-device: it is not raised"),
        ("alone-check", "Safeguard alone-check: it is called for"),
        ("people-nearby", "Question people-nearby"),
    ],
)
def test_a_rule_flag_safeguard_or_question_is_explained_raised_or_not(cases: Path, name: str, heading: str) -> None:
    assert heading in explaining(cases / "conditional.yaml", name).stdout


def test_an_unknown_id_is_wrong_usage_and_a_near_one_is_named(cases: Path) -> None:
    result = explaining(cases / "against.yaml", "shared-devise")
    assert result.exit_code == 2
    assert "did you mean `shared-device`?" in result.stderr


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("device-shard", "device-shared"), ("alone-chek", "alone-check"), ("peple-nearby", "people-nearby")],
)
def test_a_near_rule_safeguard_or_question_is_named_too(cases: Path, typed: str, meant: str) -> None:
    assert f"did you mean `{meant}`?" in explaining(cases / "against.yaml", typed).stderr


def test_an_id_near_nothing_is_told_where_to_look(cases: Path) -> None:
    told = explaining(cases / "against.yaml", "zzz").stderr
    assert "no rule, flag, safeguard or question at this stage" in told
    assert "`forethought policy list rules` (or flags, safeguards, questions)" in told


def test_a_name_with_a_space_that_a_shell_took_apart_is_told_to_need_quotes(cases: Path) -> None:
    quotes = "put quotes round a name that has a space in it"
    assert quotes in explaining(cases / "my", "case.yaml").stderr
    apart = supposing(cases / "my", "case.yaml", "--answer", "hopes=x")
    assert apart.exit_code == 2
    assert quotes in apart.stderr


def test_an_explanation_can_be_markdown(cases: Path) -> None:
    assert explaining(cases / "against.yaml", "--format", "markdown").stdout.startswith("# Forethought explanation")


def test_a_supposed_answer_shows_what_would_differ(cases: Path) -> None:
    result = supposing(cases / "undetermined.yaml", "--answer", "shares-with-partner=device@partner-support")
    assert result.exit_code == 0
    text = " ".join(result.stdout.split())
    assert "As recorded: cannot recommend yet" in text
    assert "As supposed: against online delivery" in text
    assert "never a way to look for the answer that gets someone online" in text


def test_a_supposed_answer_takes_the_place_of_the_same_sources_answer_only(cases: Path) -> None:
    case = cases / "against.yaml"
    reassured = supposing(case, "--answer", "shares-with-partner=nothing", "--format", "json")
    assert json.loads(reassured.stdout)["outcome"] == {"before": "against", "after": "against"}
    retracted = supposing(case, "--answer", "shares-with-partner=nothing@partner-support", "--format", "json")
    assert json.loads(retracted.stdout)["outcome"]["after"] != "against"


def test_several_answers_and_standings_can_be_supposed(cases: Path) -> None:
    result = supposing(
        cases / "conditional.yaml",
        *("--answer", "people-nearby=partner,children@practitioner"),
        *("--answer", "shares-with-partner=standing:asked-declined@partner-support"),
        *("--format", "json"),
    )
    supposed = {entry["question"]: entry["after"] for entry in json.loads(result.stdout)["supposed"]}
    assert supposed["people-nearby"][-1]["value"] == ["children", "partner"]
    assert supposed["shares-with-partner"][-1]["standing"] == "asked-declined"


def test_an_open_question_takes_any_words(cases: Path) -> None:
    result = supposing(cases / "conditional.yaml", "--answer", "hopes=to stop @ once, please")
    assert '"to stop @ once, please"' in result.stdout


def test_a_programmes_question_is_supposed_of_its_profile(cases: Path) -> None:
    profile = (
        "case: north\nstage: programme-start\nanswers:\n  call-back-procedure: {value: 'yes', source: programme}\n"
    )
    (cases / "north.yaml").write_text(profile)
    case = cases / "with-profile.yaml"
    case.write_text(
        (cases / "conditional.yaml").read_text().replace("stage: start", "stage: start\nprogramme: north.yaml")
        + "  hopes: more\n"
    )
    result = supposing(case, "--answer", "call-back-procedure=no", "--format", "json")
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["supposed"][0]["question"] == "call-back-procedure"


def test_a_programmes_question_needs_a_profile(cases: Path) -> None:
    result = supposing(cases / "conditional.yaml", "--answer", "call-back-procedure=no")
    assert result.exit_code == 2
    assert "profile" in result.stderr


@pytest.mark.parametrize(
    ("supposed", "told"),
    [
        ("shares-with-partner", "QUESTION=ANSWER"),
        ("shares-with-partnr=device", "did you mean `shares-with-partner`?"),
        ("shares-with-partner=devise", "did you mean `device`?"),
        ("shares-with-partner=devise", "`forethought policy list questions` says what each means"),
        ("shares-with-partner=device@polise", "did you mean `police`?"),
        ("shares-with-partner=standing:declined", "expected one of: `answered`, `asked-unknown`"),
        ("shares-with-partner=standing:answered", "write the answer itself"),
        ("shares-with-partner=nothing,device", "takes one answer"),
        ("people-nearby=", "expected one of"),
    ],
)
def test_what_cannot_be_supposed_is_wrong_usage_with_the_allowed_words(cases: Path, supposed: str, told: str) -> None:
    result = supposing(cases / "against.yaml", "--answer", supposed)
    assert result.exit_code == 2
    assert told in result.stderr
    assert CANARY not in result.stdout + result.stderr


def test_a_wrong_case_is_told_by_every_command(cases: Path) -> None:
    assert explaining(cases / "wrong.yaml").exit_code == 65
    assert supposing(cases / "wrong.yaml", "--answer", "hopes=x").exit_code == 65
