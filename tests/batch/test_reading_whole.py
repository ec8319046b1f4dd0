"""What is said for a whole table, what is wrong with a whole file, and parts of one."""

from __future__ import annotations

import os
import threading
from datetime import date, datetime
from functools import cache
from pathlib import Path

import polars as pl
import pytest

from engine.batch import reading
from engine.batch.forms import Form, form_of
from engine.batch.reading import Table, part, read
from engine.columns.slots import CASE, ERROR, PROGRAMME, ROW
from engine.errors import BadData, NoInput
from engine.loading import load_policy
from engine.model.policy import Policy
from engine.model.question import Stage
from tests import tabled

GOOD = Path(__file__).parents[1] / "loading" / "good"
ON = date(2026, 11, 22)
HEADER = b"case,stage,lives-with-partner\n"
NORTH = '{"case": "P-NORTH", "stage": "programme-start", "answers": {"check-procedure": "written"}}'
SOUTH = '{"case": "P-SOUTH", "stage": "programme-start", "answers": {"check-procedure": "none"}}'


@cache
def policy() -> Policy:
    return load_policy(GOOD)


def csv(data: bytes, stage: Stage | None = None, programme: Path | None = None) -> Table:
    return read(data, Form.CSV, policy(), ON, name="table.csv", stage=stage, programme=programme)


def parquet(frame: pl.DataFrame) -> Table:
    return read(tabled.parquet(frame), Form.PARQUET, policy(), ON, name="table.parquet")


def errors(table: Table) -> list[str | None]:
    return table.sheets.sort(ROW).collect()[ERROR].to_list()


def slugs(problems: pytest.ExceptionInfo[BadData]) -> set[str]:
    return {problem.slug for problem in problems.value.problems}


# -- which form --


def test_a_form_is_told_by_the_ending_or_by_the_person(tmp_path: Path) -> None:
    assert form_of(Path("a.CSV"), None) is Form.CSV
    assert form_of(Path("a.ndjson"), None) is Form.JSON_LINES
    assert form_of(tmp_path, None) is Form.FOLDER
    assert form_of("-", Form.CSV) is Form.CSV
    for path, told in (("-", None), ("-", Form.FOLDER), ("a.xlsx", None), (tmp_path, Form.CSV)):
        with pytest.raises(BadData):
            form_of(path, told)


# -- what is given for every row --


def test_a_stage_for_the_whole_table_must_agree_with_each_row() -> None:
    table = csv(HEADER + b"K-1,start,no\nK-2,,no\nK-3,during,no\n", stage=Stage.START)
    assert [error is None for error in errors(table)] == [True, True, False]
    assert "`stage` is not start" in str(errors(table)[2])
    assert csv(b"case,lives-with-partner\nK-1,no\n", stage=Stage.START).stages == (Stage.START,)


def test_a_stage_without_rules_is_an_error_of_the_row_even_when_it_was_given_for_the_whole_table() -> None:
    table = csv(b"case,lives-with-partner\nK-1,no\nK-2,no\n", stage=Stage.END)
    assert table.unread == 2
    assert "no rules in force" in str(errors(table)[0])


def test_each_row_has_the_profile_that_it_names(tmp_path: Path) -> None:
    (tmp_path / "north.json").write_text(NORTH)
    (tmp_path / "south.json").write_text(SOUTH)
    (tmp_path / "broken.json").write_text(NORTH.replace("written", "perhaps"))
    (tmp_path / "table.csv").write_text(
        "case,stage,programme,lives-with-partner\n"
        "K-1,start,north.json,no\nK-2,start,south.json,no\nK-3,start,,no\nK-4,start,broken.json,no\n"
        "K-5,start,pipe,no\nK-6,start,.,no\n"
    )
    os.mkfifo(tmp_path / "pipe")  # Nobody writes into it: whoever opened it would wait for ever.
    table = read(tmp_path / "table.csv", Form.CSV, policy(), ON, name="table.csv")
    sheets = table.sheets.collect()
    assert sheets[PROGRAMME].to_list() == ["P-NORTH", "P-SOUTH", None, None, None, None]
    assert sheets["programme/check-procedure@programme"].to_list()[:3] == ["written", "none", None]
    assert [error is None for error in sheets[ERROR]] == [True, True, True, False, False, False]
    [note] = table.notes
    assert "broken.json" in note
    assert "is not one of the answers of check-procedure" in note


def test_a_profile_for_the_whole_table_is_that_of_every_row_and_none_may_name_another(tmp_path: Path) -> None:
    (tmp_path / "north.json").write_text(NORTH)
    (tmp_path / "south.json").write_text(SOUTH)
    (tmp_path / "table.csv").write_text(
        "case,stage,programme,lives-with-partner\nK-1,start,,no\nK-2,start,north.json,no\nK-3,start,south.json,no\n"
    )
    table = read(tmp_path / "table.csv", Form.CSV, policy(), ON, name="t", programme=tmp_path / "north.json")
    sheets = table.sheets.collect()
    assert sheets[PROGRAMME].to_list() == ["P-NORTH"] * 3
    assert sheets["programme/check-procedure@programme"].to_list() == ["written"] * 3
    assert [error is None for error in sheets[ERROR]] == [True, True, False]
    with pytest.raises(NoInput):
        csv(HEADER + b"K-1,start,no\n", programme=tmp_path / "nowhere.json")


def test_what_is_given_for_all_case_files_must_agree_with_each_of_them(tmp_path: Path) -> None:
    (tmp_path / "north.json").write_text(NORTH)
    (tmp_path / "south.json").write_text(SOUTH)
    lines = (
        '{"case": "K-1", "stage": "start", "answers": {}}\n'
        '{"case": "K-2", "stage": "start", "programme": "north.json", "answers": {}}\n'
        '{"case": "K-3", "stage": "start", "programme": "south.json", "answers": {}}\n'
        '{"case": "K-4", "stage": "during", "answers": {}}\n'
    )
    path = tmp_path / "cases.jsonl"
    path.write_text(lines)
    north = tmp_path / "north.json"
    table = read(path, Form.JSON_LINES, policy(), ON, name="t", stage=Stage.START, programme=north)
    assert [error is None for error in errors(table)] == [True, True, False, False]
    assert table.sheets.collect()[PROGRAMME].to_list() == ["P-NORTH", "P-NORTH", None, None]


def test_a_profile_is_not_looked_up_beside_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "north.json").write_text(NORTH)
    monkeypatch.chdir(tmp_path)
    assert csv(b"case,stage,programme,lives-with-partner\nK-1,start,north.json,no\n").unread == 1


# -- what is wrong with a whole file --


def test_columns_of_another_type_are_refused_and_never_guessed() -> None:
    frame = pl.DataFrame(
        {
            "case": [412],
            "stage": ["start"],
            "lives-with-partner": [False],
            "private-space": [1],
            "people-nearby": [[1]],
            "private-space@referrer": ["always"],
            "private-space@referrer:on": [datetime(2026, 11, 1, 23)],  # noqa: DTZ001 - as tables hold them
        }
    )
    with pytest.raises(BadData) as problems:
        parquet(frame)
    assert len(problems.value.problems) == 5
    assert slugs(problems) == {"wrong-type"}
    assert "False" not in str(problems.value)


def test_words_are_compared_as_words_and_not_as_the_numbers_behind_them() -> None:
    other = pl.Enum(["yes", "part-time", "no", "perhaps"])
    frame = pl.DataFrame(
        {
            "case": ["K-1", "K-2", "K-3"],
            "stage": pl.Series(["start"] * 3, dtype=pl.Categorical),
            "lives-with-partner": pl.Series(["no", "yes", "perhaps"], dtype=other),
            "private-space": pl.Series(["never", None, "always"], dtype=pl.Categorical),
            "people-nearby": pl.Series(
                [["partner", "nobody"], None, []], dtype=pl.List(pl.Enum(["partner", "nobody"]))
            ),
        }
    )
    table = parquet(frame)
    sheets = table.sheets.collect()
    assert sheets["lives-with-partner@client"].to_list() == ["no", "yes", None]
    assert sheets["people-nearby@client"].to_list()[0] == ["nobody", "partner"]
    assert [error is None for error in sheets[ERROR]] == [True, True, False]
    assert str(sheets[ERROR][2]).startswith("table.parquet: row 3: `lives-with-partner` holds no answer")
    assert "`people-nearby` holds no answer" in str(sheets[ERROR][2])


def test_a_list_that_holds_nothing_beside_a_word_is_an_error() -> None:
    frame = pl.DataFrame({"case": ["K-1"], "stage": ["start"], "people-nearby": [["nobody", None]]})
    assert parquet(frame).unread == 1


def test_a_file_with_its_own_row_numbers_or_errors_is_refused() -> None:
    frame = pl.DataFrame(
        {"case": ["K-1"], "stage": ["start"], "lives-with-partner": ["no"], "row": [1], "error": [None]}
    )
    with pytest.raises(BadData) as problems:
        parquet(frame)
    assert slugs(problems) == {"unknown-column"}


def test_what_is_no_parquet_file_or_a_damaged_one_is_told_without_its_bytes(tmp_path: Path) -> None:
    cases = ["K-1"] * 5_000
    whole = tabled.parquet(pl.DataFrame({"case": cases, "stage": ["start"] * 5_000, "lives-with-partner": cases}))
    damaged = whole[:40] + bytes(reversed(whole[40:200])) + whole[200:]
    for data in (b"", b"PAR1", HEADER, whole[:-20], damaged):
        path = tmp_path / "table.parquet"
        path.write_bytes(data)
        for source in (data, path):
            with pytest.raises(BadData) as problems:
                read(source, Form.PARQUET, policy(), ON, name="table.parquet")
            assert slugs(problems) == {"not-parquet"}
    with pytest.raises(NoInput):
        read(tmp_path / "nowhere.parquet", Form.PARQUET, policy(), ON, name="nowhere")


def test_a_folder_holds_its_case_files_and_says_what_it_passed_over(tmp_path: Path) -> None:
    def write(name: str, text: str) -> None:
        path = tmp_path / "cases" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    write(
        "a.yaml",
        'case: K-1\nstage: start\nanswers: {lives-with-partner: {value: "no", source: client, on: 2026-11-01}}',
    )
    write("b.yaml", "case: K-1\nstage: during\nearlier: a.yaml\nanswers: {}\n")
    write("c/d.json", '{"case": "K-2", "stage": "start", "answers": {}}')
    write("c/e.json", '{"case": "K-2", "stage": "start", "answers": {"lives-with-partner": "yes"}}')
    write("f.yml", "case: K-3\nstage: start\nanswers: {lives-with-partner: maybe}\n")
    write("g.json", '{"schema": "forethought.recommendation/1"}')
    write("h.yaml", "case: K-1\nchoice: online\n")
    write(".hidden.yaml", "case: K-9\nstage: start\nanswers: {}\n")
    (tmp_path / "cases" / "link").symlink_to(tmp_path)
    table = read(tmp_path / "cases", Form.FOLDER, policy(), ON, name="cases")
    sheets = table.sheets.collect()
    assert sheets[CASE].to_list() == ["K-1", "K-2", "K-2", None, None]
    assert sheets["lives-with-partner@client"].to_list() == ["no", None, None, None, None]
    good, *bad = sheets[ERROR].to_list()
    assert good is None
    assert ["several files" in each for each in bad] == [True, True, False, False]
    assert [str(each).partition(":")[0].rpartition("/")[2] for each in bad] == ["d.json", "e.json", "f.yml", "link"]
    assert (table.rows, table.unread, table.stages) == (5, 4, (Stage.DURING,))
    assert [note.partition(": ")[2].partition(" ")[0] for note in table.notes] == ["2", "1", "1"]
    (tmp_path / "empty").mkdir()
    with pytest.raises(NoInput):
        read(tmp_path / "empty", Form.FOLDER, policy(), ON, name="empty")


def test_a_case_in_which_one_source_answers_very_often_does_not_widen_the_table_for_all_others() -> None:
    days = [f'{{"value": "no", "source": "client", "on": "2026-10-{day:02}"}}' for day in range(1, 31)]
    for count, unread in ((20, 0), (21, 1)):
        answers = f'{{"lives-with-partner": [{", ".join(days[:count])}]}}'
        line = f'{{"case": "K-1", "stage": "start", "answers": {answers}}}'.encode()
        assert read(line, Form.JSON_LINES, policy(), ON, name="lines").unread == unread


def test_a_pipe_is_read_once_and_wholly(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    data = HEADER + b"".join(b"K-%d,start,no\n" % number for number in range(5_000))
    writer = threading.Thread(target=pipe.write_bytes, args=(data,))
    writer.start()
    table = read(pipe, Form.CSV, policy(), ON, name="pipe")
    writer.join()
    assert (table.rows, table.unread) == (5_000, 0)


# -- large files --


def test_a_large_file_is_read_anew_in_each_pass_and_says_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lines = [b"K-%d,start,%s\n" % (n, [b"no", b"yes", b"", b'"no"', b"never"][n % 5]) for n in range(1, 400)]
    path = tmp_path / "table.csv"
    path.write_bytes(HEADER + b"".join(lines) + b"K-7,start,no\nK-9,start\n")
    held = read(path, Form.CSV, policy(), ON, name="table.csv")
    monkeypatch.setattr(reading, "_HELD", 0)
    monkeypatch.setattr(reading, "_RECORDS", 50)
    anew = read(path, Form.CSV, policy(), ON, name="table.csv")
    assert anew.sheets.collect(engine="streaming").equals(held.sheets.collect())
    assert anew[1:] == held[1:]
    assert held.repeated == {"K-7", "K-9"}
    stages = anew.sheets.select("stage", "lives-with-partner@client").collect(engine="streaming")
    assert stages.equals(held.sheets.select("stage", "lives-with-partner@client").collect())
    few = anew.sheets.select(ROW, CASE).filter(pl.col(ROW) > 300).head(3).collect(engine="streaming")
    assert few[ROW].to_list() == [301, 302, 303]
    path.write_bytes(HEADER + b"K-1,start,no\n" * 90 + b"K-2,start,\xe9\n")
    with pytest.raises(BadData) as problems:
        read(path, Form.CSV, policy(), ON, name="table.csv")
    assert slugs(problems) == {"not-utf-8"}


def test_the_parts_of_a_parquet_file_are_the_whole(tmp_path: Path) -> None:
    count = 1_000
    frame = pl.DataFrame(
        {
            "case": [f"K-{number % 990}" for number in range(count)],
            "stage": ["start"] * count,
            "lives-with-partner": [["no", "yes", None, "never"][number % 4] for number in range(count)],
        }
    )
    path = tmp_path / "table.parquet"
    frame.write_parquet(path, row_group_size=128)
    whole = read(path, Form.PARQUET, policy(), ON, name="t")
    assert whole.repeated == {f"K-{number}" for number in range(10)}
    parts = [
        part(path, policy(), ON, name="t", offset=offset, length=300, repeated=whole.repeated)
        for offset in range(0, count, 300)
    ]
    assert [each.rows for each in parts] == [300, 300, 300, 100]
    assert sum(each.unread for each in parts) == whole.unread
    assert pl.concat([each.sheets.collect() for each in parts]).equals(whole.sheets.collect())
