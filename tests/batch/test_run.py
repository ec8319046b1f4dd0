"""What is written: every row once, in its order, with what the definition says; or nothing at all."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine import __version__, api
from engine.batch.agreeing import row_of
from engine.batch.forms import Form
from engine.batch.pipeline import Layout, Screening, finished
from engine.batch.reading import Table
from engine.batch.run import Job, Progress, check_only, run
from engine.columns.cases import sheets_of
from engine.columns.names import Family, column
from engine.columns.screening import screened
from engine.errors import CannotWrite, Exit, NoRecommendation
from engine.model.answer import Case
from engine.model.policy import Invariant, Outcome, Policy
from engine.model.question import Stage
from engine.model.recommendation import Recommendation
from engine.reference import recommend
from tests.caseload import EXAMPLES, example_cases
from tests.drawing import ON, Drawn, any_case, default_policy

FORMS = (Form.CSV, Form.JSON_LINES, Form.PARQUET)
WAYS = [(layout, form) for layout in Layout for form in FORMS]
START = ("start/against.yaml", "start/undetermined.yaml", "start/conditional.yaml")


def quiet(_: Progress) -> None:
    """Take no notice of how far it is."""


def table_of(cases: Iterable[Case], policy: Policy, unread: Iterable[tuple[str | None, str]] = ()) -> Table:
    """Return cases as a table, with rows that could not be read between them, one after each case."""
    cases = list(cases)
    sheets = sheets_of(cases, policy).with_columns(pl.col("row") * 2)
    bad = list(unread)
    if bad:
        wrong = pl.DataFrame(
            {
                "row": pl.Series([number * 2 + 1 for number in range(1, len(bad) + 1)], dtype=pl.UInt64),
                "case": pl.Series([case for case, _ in bad], dtype=pl.String),
                "error": pl.Series([error for _, error in bad], dtype=pl.String),
            }
        )
        sheets = pl.concat([sheets, wrong], how="diagonal").sort("row")
    stages = tuple(stage for stage in Stage if any(case.stage is stage for case in cases))
    return Table(sheets.lazy(), stages, len(cases) + len(bad), len(bad), "table.csv")


@cache
def examples() -> tuple[Case, ...]:
    return tuple(api.load_case(EXAMPLES / name, default_policy(), ON) for name in example_cases())


@cache
def single(name: str) -> Case:
    return api.load_case(EXAMPLES / name, default_policy(), ON)


def definition(policy: Policy, case: Case, on: date) -> Recommendation:
    """Screen singly by the definition alone, which is quicker to begin than with the network."""
    return recommend(policy, case, on, __version__)


def job(table: Table, layout: Layout = Layout.LISTS, form: Form = Form.CSV, check: int | None = 1_000) -> Job:
    return Job(table, default_policy(), ON, layout, form, check)


def cases_in(out: Path, form: Form) -> list[str | None]:
    match form:
        case Form.PARQUET:
            return pl.read_parquet(out)["case"].to_list()
        case Form.CSV:
            with out.open(encoding="utf-8", newline="") as file:
                return [row["case"] or None for row in csv.DictReader(file)]
        case _:
            return [json.loads(line)["case"] for line in out.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("layout", "form"), WAYS)
def test_every_row_stands_once_in_its_order_and_agrees(layout: Layout, form: Form, tmp_path: Path) -> None:
    """INVARIANT (agreement), (no silence): cases of several stages, and rows that cannot be read between them."""
    cases = [single(one) for one in ("start/undetermined.yaml", "programmes/ready.yaml", "structural/reflection.yaml")]
    table = table_of(cases, default_policy(), [("K-9", "t.csv:3: no"), (None, 't.csv:5: "\\ \n\x1b[31m')])
    out = tmp_path / f"out.{form}"
    written = run(job(table, layout, form), out, definition, quiet)
    assert (written.rows, written.unread, written.checked) == (5, 2, 3)
    expected: list[str | None] = [case.reference for case in cases]
    assert cases_in(out, form) == [expected[0], "K-9", expected[1], None, *expected[2:]]
    assert [fault.row for fault in written.faults] == [3, 5]
    assert form is Form.PARQUET or b"\x1b" not in out.read_bytes()
    assert out.stat().st_mode & 0o777 == 0o600


def test_every_example_case_says_in_a_table_what_it_says_singly(tmp_path: Path) -> None:
    """INVARIANT (agreement)."""
    written = run(job(table_of(examples(), default_policy())), tmp_path / "out.csv", definition, quiet)
    assert (written.unread, written.checked) == (0, len(examples()))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=any_case(), way=st.sampled_from(WAYS))
def test_rows_say_what_the_definition_says_of_any_case_under_any_policy(
    drawn: Drawn, way: tuple[Layout, Form], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """INVARIANT (agreement)."""
    layout, form = way
    out = tmp_path_factory.mktemp("out") / "out"
    table = table_of([drawn.case], drawn.policy)
    written = run(Job(table, drawn.policy, ON, layout, form, 10), out, definition, quiet)
    assert written.checked == 1


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=any_case(), form=st.sampled_from(FORMS), data=st.data())
def test_who_must_be_told_is_what_the_definition_says_whoever_a_policy_names(
    drawn: Drawn, form: Form, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """INVARIANT (agreement): several flags may name the same ones, and any signs may stand in a text."""
    whom = st.lists(st.sampled_from(["police; at once", 'the "team"', "=hers", "\u00fc, x"]), unique=True)
    flags = {name: replace(flag, tell=tuple(data.draw(whom))) for name, flag in drawn.policy.flags.items()}
    policy = replace(drawn.policy, flags=flags)
    out = tmp_path_factory.mktemp("out") / "out"
    written = run(Job(table_of([drawn.case], policy), policy, ON, Layout.LISTS, form, 10), out, definition, quiet)
    assert written.checked == 1


def flipped(name: str) -> Screening:
    """Return a screening that says the opposite in one column, and of what is not known that it is true."""

    def screening(
        sheets: pl.LazyFrame, policy: Policy, stage: Stage, on: date, families: Iterable[Family]
    ) -> pl.LazyFrame:
        found = screened(sheets, policy, stage, on, families)
        return found.with_columns((~pl.col(name)).fill_null(value=True)) if stage is Stage.START else found

    return screening


BROKEN = [
    column(Family.FLAG, "shared-device"),
    column(Family.SAFEGUARD, "no-recording"),
    column(Family.DIFFERS, "private-space"),
    column(Family.FIND, "partner-view-of-online"),
    column(Family.ASK, "shares-with-partner", "partner-support"),
    column(Family.CAVEAT, "programme-not-considered"),
]


@pytest.mark.parametrize(
    ("name", "form"), [*((name, Form.CSV) for name in BROKEN), *((BROKEN[0], form) for form in FORMS[1:])]
)
def test_one_column_that_differs_is_the_end_of_the_whole_table(name: str, form: Form, tmp_path: Path) -> None:
    """INVARIANT (agreement)."""
    table = table_of([single(one) for one in START], default_policy())
    out = tmp_path / f"out.{form}"
    with pytest.raises(NoRecommendation) as refused:
        run(job(table, form=form), out, definition, quiet, screening=flipped(name))
    assert refused.value.exit_code is Exit.INTERNAL
    assert "evaluators-disagree" in str(refused.value)
    assert "differ in: " in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_the_check_is_made_where_no_table_is_written_too() -> None:
    """INVARIANT (agreement)."""
    table = table_of([single(one) for one in START], default_policy(), [("K-9", "no")])
    assert check_only(job(table), definition) == len(START)
    with pytest.raises(NoRecommendation):
        check_only(job(table), definition, flipped(BROKEN[0]))


@pytest.mark.parametrize("family", [Family.RULE, Family.SETTLES, Family.ON_FACTS])
def test_what_only_lines_hold_is_compared_in_lines(family: Family, tmp_path: Path) -> None:
    """INVARIANT (agreement)."""
    broken = {
        Family.RULE: column(Family.RULE, "device-shared-with-partner"),
        Family.SETTLES: column(Family.SETTLES, "partner-view-of-online", "partner-expects-more-danger"),
        Family.ON_FACTS: column(Family.ON_FACTS, "shared-device"),
    }[family]
    table = table_of([single(one) for one in START], default_policy())
    with pytest.raises(NoRecommendation):
        run(job(table, form=Form.JSON_LINES), tmp_path / "out", definition, quiet, screening=flipped(broken))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [column(family, "x") for family in (Family.RULE, Family.FLAG, Family.SAFEGUARD)])
def test_one_truth_that_differs_is_the_end_of_a_table_of_truths(name: str, tmp_path: Path) -> None:
    """INVARIANT (agreement)."""
    ids = {"rule:x": "device-shared-with-partner", "flag:x": "shared-device", "safeguard:x": "no-recording"}
    table = table_of([single(one) for one in START], default_policy())
    screening = flipped(f"{name[:-1]}{ids[name]}")
    with pytest.raises(NoRecommendation):
        run(job(table, Layout.TRUTHS), tmp_path / "out", definition, quiet, screening=screening)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "change",
    [
        pl.lit("conditional").cast(pl.Enum([one.value for one in Outcome])).alias("outcome"),
        pl.lit(date(2027, 1, 1)).alias("review_by"),
        pl.lit("K-1").alias("case"),
        pl.lit(value=True).alias("broken"),
    ],
    ids=["outcome", "review_by", "case", "broken"],
)
def test_an_outcome_a_date_or_a_case_that_differs_is_the_end_of_it(change: pl.Expr, tmp_path: Path) -> None:
    """INVARIANT (agreement)."""

    def screening(
        sheets: pl.LazyFrame, policy: Policy, stage: Stage, on: date, families: Iterable[Family]
    ) -> pl.LazyFrame:
        return screened(sheets, policy, stage, on, families).with_columns(change)

    table = table_of([single(one) for one in START], default_policy())
    with pytest.raises(NoRecommendation):
        run(job(table), tmp_path / "out.csv", definition, quiet, screening=screening)
    assert list(tmp_path.iterdir()) == []


def test_when_the_single_screening_cannot_recommend_nothing_is_written(tmp_path: Path) -> None:
    """INVARIANT (agreement)."""

    def fails(policy: Policy, case: Case, on: date) -> Recommendation:
        raise NoRecommendation(())

    with pytest.raises(NoRecommendation):
        run(job(table_of([single(START[0])], default_policy())), tmp_path / "out.csv", fails, quiet)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("how", ["lost", "doubled"])
def test_a_row_lost_or_doubled_on_the_way_is_noticed(how: str, tmp_path: Path) -> None:
    """INVARIANT (no silence): also where none of the rows that are checked is concerned."""

    def screening(
        sheets: pl.LazyFrame, policy: Policy, stage: Stage, on: date, families: Iterable[Family]
    ) -> pl.LazyFrame:
        found = screened(sheets, policy, stage, on, families)
        return (
            found.filter(pl.col("row") != 4) if how == "lost" else pl.concat([found, found.filter(pl.col("row") == 4)])
        )

    table = table_of([single(one) for one in START], default_policy())
    with pytest.raises(NoRecommendation, match="rows-lost"):
        run(job(table, check=1), tmp_path / "out.csv", definition, quiet, screening=screening)
    assert list(tmp_path.iterdir()) == []


def test_a_row_that_counts_as_read_and_has_an_error_is_noticed(tmp_path: Path) -> None:
    table = table_of([single(START[0])], default_policy(), [("K-9", "no")])
    with pytest.raises(NoRecommendation, match="rows-lost"):
        run(job(table._replace(unread=0)), tmp_path / "out.csv", definition, quiet)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("layout", "form"), WAYS)
def test_what_the_policy_itself_rules_out_is_an_error_of_its_row(layout: Layout, form: Form, tmp_path: Path) -> None:
    """INVARIANT (the policy's own): no outcome, and nothing else that was found, while the other rows stand."""
    never = Invariant("never", Stage.START, "For the test.", None, (Outcome.AGAINST, Outcome.UNDETERMINED))
    policy = replace(default_policy(), invariants={"never": never})
    cases = [replace(single(name), reference=f"K-{number}") for number, name in enumerate(START)]
    out = tmp_path / "out"
    found = run(Job(table_of(cases, policy), policy, ON, layout, form, 10), out, api.screen, quiet)
    assert (found.rows, found.unread, found.checked) == (3, 1, 3)
    if form is Form.JSON_LINES and layout is Layout.LISTS:
        last = json.loads(out.read_text(encoding="utf-8").splitlines()[-1])
        assert set(last) == {"schema", "case", "error"}
        assert last["error"]["exit_code"] == Exit.INTERNAL
    rows = finished(table_of(cases, policy), policy, ON, layout).collect().to_dicts()
    kept = {"row", "case", "stage", "screened_on", "policy", "policy_fingerprint", "engine", "notice", "error"}
    assert {key for key, value in rows[-1].items() if value is not None} == kept
    assert [row["error"] is None for row in rows] == [True, True, False]


def test_the_rows_that_are_checked_lie_evenly_over_the_table(tmp_path: Path) -> None:
    seen: list[str] = []

    def noted(policy: Policy, case: Case, on: date) -> Recommendation:
        seen.append(case.reference)
        return definition(policy, case, on)

    cases = [replace(single(START[0]), reference=f"K-{number}") for number in range(1_000)]
    written = run(job(table_of(cases, default_policy()), check=10), tmp_path / "out.csv", noted, quiet)
    assert written.checked == 10
    assert seen == [f"K-{number}" for number in range(0, 1_000, 100)]
    assert run(job(table_of(cases, default_policy()), check=None), tmp_path / "out", noted, quiet).checked == 0


def test_how_far_it_is_is_told_and_adds_up(tmp_path: Path) -> None:
    told: list[Progress] = []
    table = table_of([single(one) for one in START], default_policy(), [("K-9", "no")])
    run(job(table), tmp_path / "out.csv", definition, told.append)
    last = told[-1]
    assert (last.rows, last.of, last.unread) == (4, 4, 1)
    assert dict(last.outcomes) == dict.fromkeys(Outcome, 1)


def test_an_earlier_file_stays_as_it_is_unless_the_new_one_is_whole(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("earlier", encoding="utf-8")
    table = table_of([single(START[0])], default_policy())
    with pytest.raises(NoRecommendation):
        run(job(table), out, definition, quiet, screening=flipped(BROKEN[0]))
    assert out.read_text(encoding="utf-8") == "earlier"
    run(job(table), out, definition, quiet)
    assert out.read_text(encoding="utf-8").startswith("case,stage,outcome,text,")


def test_a_folder_that_is_not_there_or_stands_in_the_way_cannot_be_written(tmp_path: Path) -> None:
    table = table_of([single(START[0])], default_policy())
    for out in (tmp_path / "nowhere" / "out.csv", tmp_path):
        with pytest.raises(CannotWrite) as refused:
            run(job(table), out, definition, quiet)
        assert refused.value.exit_code is Exit.CANNOT_CREATE
    with pytest.raises(CannotWrite) as refused:
        run(job(table), Path("/dev/full"), definition, quiet)
    assert refused.value.exit_code is Exit.CANNOT_WRITE
    assert list(tmp_path.iterdir()) == []


def test_a_fault_in_the_middle_leaves_nothing_behind(tmp_path: Path) -> None:
    def fails(_: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(job(table_of([single(START[0])], default_policy())), tmp_path / "out.csv", definition, fails)
    assert list(tmp_path.iterdir()) == []


def test_the_row_that_is_expected_comes_from_the_recommendation_alone() -> None:
    row = row_of(definition(default_policy(), single("start/undetermined.yaml"), ON))
    assert row["outcome"] == "undetermined"
    assert row["text"] == "cannot recommend yet"
    entries = row["to_find_out"]
    assert isinstance(entries, list)
    assert entries[0] == "access-to-partner-accounts (ask partner-support, police)"
