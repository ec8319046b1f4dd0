"""What a run must refuse before a file is put in its place, and where the place itself is the fault."""

from __future__ import annotations

import os
import resource
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from engine.batch.forms import Form
from engine.batch.placing import no_room, why
from engine.batch.run import check_only, run
from engine.errors import CannotWrite, Exit, NoRecommendation
from tests.batch.test_run import FORMS, START, definition, job, quiet, single, table_of
from tests.drawing import default_policy


def test_a_row_that_counts_as_unread_and_has_no_error_is_noticed(tmp_path: Path) -> None:
    """INVARIANT (no silence): a row that could not be read never comes out with a recommendation."""
    table = table_of([single(one) for one in START], default_policy())
    for unread in (1, 2):
        with pytest.raises(NoRecommendation, match="rows-lost"):
            run(job(table._replace(unread=unread), check=1), tmp_path / "out.csv", definition, quiet)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("check", [None, 1])
def test_where_fewer_rows_have_an_error_than_could_not_be_read_nothing_is_given_out(
    check: int | None, tmp_path: Path
) -> None:
    """INVARIANT (no silence)."""
    table = table_of([single(one) for one in START], default_policy(), [("K-9", "no")])
    with pytest.raises(NoRecommendation, match="1 of them without a recommendation, where 2 could not be read"):
        run(job(table._replace(unread=2), check=check), tmp_path / "out.csv", definition, quiet)
    assert list(tmp_path.iterdir()) == []


def test_fewer_rows_to_be_checked_than_were_asked_for_is_the_end_of_it(tmp_path: Path) -> None:
    """INVARIANT (agreement): fewer found than there must be, and none."""
    table = table_of([single(one) for one in START], default_policy())
    for sheets in (table.sheets.head(2), table.sheets.filter(pl.lit(value=False))):
        lacking = table._replace(sheets=sheets)
        with pytest.raises(NoRecommendation, match="rows were to be checked, and"):
            check_only(job(lacking), definition)
        with pytest.raises(NoRecommendation, match="rows were to be checked, and"):
            run(job(lacking), tmp_path / "out.csv", definition, quiet)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", FORMS)
def test_where_there_is_no_room_the_exit_code_and_the_reason_say_so(form: Form, tmp_path: Path) -> None:
    cases = [replace(single(START[0]), reference=f"K-{number}") for number in range(20)]
    table = table_of(cases, default_policy())
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300, before[1]))
    try:
        with pytest.raises(CannotWrite) as refused:
            run(job(table, form=form, check=None), tmp_path / "out", definition, quiet)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert refused.value.exit_code is Exit.CANNOT_WRITE
    assert ("want of room" if form is Form.PARQUET else "file too large") in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_the_systems_number_is_read_from_an_error_that_has_it_in_its_text_alone() -> None:
    full = "No space left on device (os error 28)"
    assert why(OSError(full)) == os.strerror(28).lower()
    assert why(OSError("something else")) == "unknown reason"
    assert no_room(ValueError(f"parquet: underlying IO error: {full}")) == os.strerror(28).lower()
    # What can come of reading as well, or is no fault of the place, stays a fault of ours.
    assert no_room(ValueError("no such file (os error 2)")) is None
    assert no_room(ValueError("no room")) is None
