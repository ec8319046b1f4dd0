"""A case that carries on from an earlier one, a case with an own view, and a profile named beside a case."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from engine.errors import BadData, NoInput
from engine.loading import load_case, load_policy
from engine.model.answer import Case, Source, Standing
from engine.model.decision import Choice
from engine.model.policy import Policy
from engine.model.question import Stage

TODAY = date(2026, 11, 22)
EARLIER = """\
case: K-1
stage: start
answers:
  lives-with-partner:
    - {value: "yes", source: partner-support, on: 2026-10-01}
    - {value: "no", source: client, on: 2026-10-02}
  private-space: {value: always, source: client, on: 2026-10-02}
"""


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(Path(__file__).parent / "good")


def read(folder: Path, policy: Policy, now: str, earlier: str = EARLIER) -> Case:
    (folder / "start.yaml").write_text(earlier, encoding="utf-8")
    (folder / "during.yaml").write_text(now, encoding="utf-8")
    return load_case(folder / "during.yaml", policy, TODAY)


def during(answers: str) -> str:
    return f"case: K-1\nstage: during\nearlier: start.yaml\nanswers: {answers}\n"


def said(case: Case, question: str) -> list[tuple[Source, tuple[str, ...], date | None]]:
    return [(one.source, one.values, one.on) for one in case.answers[question]]


def test_what_was_answered_earlier_is_carried_on_with_its_dates(tmp_path: Path, policy: Policy) -> None:
    case = read(tmp_path, policy, during("{}"))
    assert case.stage is Stage.DURING
    assert said(case, "private-space") == [(Source.CLIENT, ("always",), date(2026, 10, 2))]
    assert case.earlier is not None
    assert case.answers == case.earlier.answers


def test_a_source_that_answers_anew_replaces_its_own_answer_and_nobody_elses(tmp_path: Path, policy: Policy) -> None:
    case = read(tmp_path, policy, during('{lives-with-partner: {value: part-time, source: client, on: "2026-11-20"}}'))
    assert said(case, "lives-with-partner") == [
        (Source.PARTNER_SUPPORT, ("yes",), date(2026, 10, 1)),
        (Source.CLIENT, ("part-time",), date(2026, 11, 20)),
    ]


def test_an_answer_that_is_older_than_the_earlier_one_replaces_nothing(tmp_path: Path, policy: Policy) -> None:
    now = during('{lives-with-partner: {value: "no", source: partner-support, on: "2026-09-30"}}')
    kept = said(read(tmp_path, policy, now), "lives-with-partner")
    assert (Source.PARTNER_SUPPORT, ("yes",), date(2026, 10, 1)) in kept
    assert (Source.PARTNER_SUPPORT, ("no",), date(2026, 9, 30)) in kept


@pytest.mark.parametrize("standing", [standing for standing in Standing if standing is not Standing.ANSWERED])
def test_a_source_that_says_nothing_now_takes_nothing_back(tmp_path: Path, policy: Policy, standing: Standing) -> None:
    now = during(f"{{lives-with-partner: {{standing: {standing}, source: partner-support}}}}")
    kept = said(read(tmp_path, policy, now), "lives-with-partner")
    assert (Source.PARTNER_SUPPORT, ("yes",), date(2026, 10, 1)) in kept


def test_an_earlier_case_may_itself_carry_on_from_one(tmp_path: Path, policy: Policy) -> None:
    (tmp_path / "first.yaml").write_text(EARLIER, encoding="utf-8")
    second = "case: K-1\nstage: start\nearlier: first.yaml\nanswers: {}\n"
    case = read(tmp_path, policy, during("{}"), second)
    assert said(case, "private-space") == [(Source.CLIENT, ("always",), date(2026, 10, 2))]


def test_the_own_view_is_read_with_its_reasons(tmp_path: Path, policy: Policy) -> None:
    path = tmp_path / "case.yaml"
    view = "{view: not-yet, reasons: She has not been heard., by: the worker, on: 2026-11-21}"
    path.write_text(f"case: K-1\nstage: start\nown_view: {view}\nanswers: {{}}\n", encoding="utf-8")
    found = load_case(path, policy, TODAY).own_view
    assert found is not None
    assert (found.view, found.reasons, found.by, found.on) == (
        Choice.NOT_YET,
        "She has not been heard.",
        "the worker",
        date(2026, 11, 21),
    )


def profile(folder: Path, name: str, word: str) -> Path:
    path = folder / name
    path.write_text(f"case: north\nstage: programme-start\nanswers: {{check-procedure: {word}}}\n", encoding="utf-8")
    return path


def test_a_profile_named_beside_a_case_is_taken_where_the_case_names_none(tmp_path: Path, policy: Policy) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("case: K-1\nstage: start\nanswers: {}\n", encoding="utf-8")
    case = load_case(path, policy, TODAY, profile(tmp_path, "north.yaml", "none"))
    assert case.programme is not None
    assert case.programme.answers["check-procedure"][0].values == ("none",)


def test_two_different_profiles_are_refused_and_the_same_twice_is_not(tmp_path: Path, policy: Policy) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("case: K-1\nstage: start\nprogramme: north.yaml\nanswers: {}\n", encoding="utf-8")
    north, south = profile(tmp_path, "north.yaml", "none"), profile(tmp_path, "south.yaml", "written")
    assert load_case(path, policy, TODAY, north).programme == load_case(path, policy, TODAY).programme
    with pytest.raises(BadData) as caught:
        load_case(path, policy, TODAY, south)
    assert [problem.slug for problem in caught.value.problems] == ["another-profile"]


def test_a_profile_that_is_not_there_is_told(tmp_path: Path, policy: Policy) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("case: K-1\nstage: start\nanswers: {}\n", encoding="utf-8")
    with pytest.raises(NoInput):
        load_case(path, policy, TODAY, tmp_path / "nowhere.yaml")
