"""The folder that machines share while a table is screened in parts: nothing in it is believed unchecked."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from engine import api
from engine.batch.forms import Form
from engine.batch.parts import (
    POLICY,
    REPEATED,
    TOKEN,
    Done,
    Errand,
    Failed,
    Piece,
    Same,
    differences,
    digest_of,
    same_as,
    screened_part,
    seen,
)
from engine.batch.pipeline import Layout
from engine.batch.sharing import held, policy_files, shared_folder, token_in
from engine.errors import CannotWrite, Exit, NoRecommendation
from engine.model.question import Stage

GOOD = Path(__file__).parents[1] / "loading" / "good"
FINGERPRINT = api.load_policy(GOOD).fingerprint
NONE_REPEATED = "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"
EVERY = (Piece(0, 0, 3), Piece(1, 3, 2))


def errand(place: Path, **other: str) -> Errand:
    """Return an errand over five cases, with a folder that has everything in it."""
    source, folder = place / "cases.parquet", place / "parts"
    cases = {
        "case": [f"K-{n}" for n in range(5)],
        "stage": ["start"] * 5,
        "lives-with-partner": ["no", None] * 2 + ["yes"],
    }
    pl.DataFrame(cases).write_parquet(source)
    folder.mkdir(exist_ok=True)
    for name, data in {**policy_files(GOOD), REPEATED: b"[]"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    told = {"folder": str(folder), "fingerprint": FINGERPRINT, "repeated": NONE_REPEATED, **other}
    return Errand(
        source=str(source),
        name="cases.parquet",
        stages=(Stage.START,),
        unread=0,
        language="en",
        on=date(2026, 11, 22),
        layout=Layout.LISTS,
        form=Form.PARQUET,
        stage=None,
        programme=None,
        same=same_as(source, None),
        **told,
    )


def done(asked: Errand) -> list[Done]:
    answers = [screened_part(asked, piece) for piece in EVERY]
    parts = [answer for answer in answers if isinstance(answer, Done)]
    assert len(parts) == len(answers), answers
    return parts


def test_parts_are_read_in_their_order_whichever_came_first(tmp_path: Path) -> None:
    asked = errand(tmp_path)
    parts = done(asked)
    assert held(asked, EVERY, parts[::-1], seconds=0) == [tmp_path / "parts" / part.name for part in parts]


def test_a_part_is_of_its_owner_alone_and_nothing_unfinished_is_left(tmp_path: Path) -> None:
    asked = errand(tmp_path)
    names = {part.name for part in done(asked)}
    folder = tmp_path / "parts"
    assert {path.name for path in folder.iterdir()} == {*names, POLICY.name, REPEATED}
    assert {path.stat().st_mode & 0o777 for path in folder.glob("part-*")} == {0o600}


def test_a_part_that_is_lost_doubled_too_long_or_altered_is_never_read(tmp_path: Path) -> None:
    asked = errand(tmp_path)
    one, two = done(asked)
    for wrong in (
        [one],
        [one, one],
        [one, two, two],
        [one, two._replace(number=2)],
        [one, two._replace(rows=3)],
        [one, two._replace(unread=1)],
        [one, two._replace(name="another.parquet")],
        [one, two._replace(digest=one.digest)],
        [one, two._replace(name=one.name)],
    ):
        with pytest.raises(NoRecommendation, match="parts-differ"):
            held(asked, EVERY, wrong, seconds=0)
    file = tmp_path / "parts" / two.name
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(NoRecommendation, match="not what the worker wrote"):
        held(asked, EVERY, [one, two], seconds=0)


def test_a_part_that_another_machine_shows_late_is_waited_for(tmp_path: Path) -> None:
    asked = errand(tmp_path)
    parts = done(asked)
    late = tmp_path / "parts" / parts[1].name
    late.rename(tmp_path / "late")
    shown = threading.Timer(0.2, lambda: (tmp_path / "late").rename(late))
    shown.start()
    assert len(held(asked, EVERY, parts, seconds=60)) == len(EVERY)
    shown.join()


def test_nothing_is_screened_under_another_policy_than_was_meant(tmp_path: Path) -> None:
    answer = screened_part(errand(tmp_path, fingerprint="sha256:" + "0" * 64), EVERY[0])
    assert isinstance(answer, Failed)
    assert [problem.slug for problem in answer.problems] == ["another-policy"]


def test_nothing_is_screened_when_the_repeated_references_are_not_those_that_were_found(tmp_path: Path) -> None:
    answer = screened_part(errand(tmp_path, repeated="0" * 64), EVERY[0])
    assert isinstance(answer, Failed)
    assert [problem.slug for problem in answer.problems] == ["another-file"]


def test_nothing_is_screened_of_a_file_that_has_changed(tmp_path: Path) -> None:
    asked = errand(tmp_path)
    pl.DataFrame({"case": ["K-1"], "stage": ["start"]}).write_parquet(asked.source)
    answer = screened_part(asked, EVERY[0])
    assert isinstance(answer, Failed)
    assert answer.code is Exit.MISSING_PART
    assert [problem.slug for problem in answer.problems] == ["another-file"]


def test_rows_that_are_not_there_are_a_failure_and_not_a_short_part(tmp_path: Path) -> None:
    answer = screened_part(errand(tmp_path), Piece(1, 3, 4))
    assert isinstance(answer, Failed)
    assert answer.code is Exit.INTERNAL
    assert not list((tmp_path / "parts").glob("*part-*"))


def test_a_folder_that_is_gone_is_a_failure_with_its_reason_and_is_not_made_anew(tmp_path: Path) -> None:
    asked = errand(tmp_path)
    done(asked)  # the policy is known by now
    (tmp_path / "parts").rename(tmp_path / "elsewhere")
    answer = screened_part(asked, EVERY[0])
    assert isinstance(answer, Failed)
    assert "no such file or directory" in answer.problems[0].message
    assert not (tmp_path / "parts").exists()


def test_the_folder_is_of_its_owner_alone_and_goes_with_all_that_is_in_it(tmp_path: Path) -> None:
    with shared_folder(tmp_path, {TOKEN: b"x", "policy/rules/one.yaml": b"y"}) as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
        assert (folder / "policy/rules/one.yaml").read_bytes() == b"y"
    assert list(tmp_path.iterdir()) == []


def test_the_folder_goes_though_a_worker_that_was_let_go_still_writes_into_it(tmp_path: Path) -> None:
    begun, ended = threading.Event(), threading.Event()

    def writes(folder: Path) -> None:
        number = 0
        while not ended.is_set():
            number += 1
            try:
                (folder / f"part-{number}").write_bytes(b"x")
            except FileNotFoundError:
                return
            begun.set()

    worker = threading.Thread()
    try:
        with shared_folder(tmp_path, {}) as folder:
            worker = threading.Thread(target=writes, args=[folder])
            worker.start()
            begun.wait()
        assert list(tmp_path.iterdir()) == []
    finally:
        ended.set()
        worker.join()


def test_a_place_that_cannot_be_written_to_is_told_before_anything_else(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="parts cannot be written here"), shared_folder(tmp_path / "none", {}):
        pass


@pytest.mark.parametrize(("written", "taken"), [("token", True), ("another", False), (None, False)])
def test_only_a_file_with_the_token_shows_that_the_folder_is_shared(
    tmp_path: Path, written: str | None, taken: bool
) -> None:
    if written is not None:
        (tmp_path / "seen-1").write_text(written, encoding="utf-8")
    assert token_in(tmp_path / "seen-1", "token", seconds=0) is taken
    assert not taken or list(tmp_path.iterdir()) == []


def test_a_machine_that_sees_the_same_leaves_a_file_with_the_token_and_any_other_says_why(tmp_path: Path) -> None:
    asked = errand(tmp_path)
    folder = tmp_path / "parts"
    (folder / TOKEN).write_text("token", encoding="utf-8")
    name = asyncio.run(seen(asked, "token"))
    assert isinstance(name, str)
    assert (folder / name).read_text(encoding="utf-8") == "token"
    for wrong, token, slug in (
        (asked, "of another run", "folder-not-shared"),
        (replace(asked, folder=str(tmp_path / "none")), "token", "folder-not-shared"),
        (replace(asked, source=str(tmp_path / "none")), "token", "unreadable-file"),
        (replace(asked, programme=str(tmp_path / "none")), "token", "unreadable-file"),
    ):
        told = asyncio.run(seen(wrong, token))
        assert isinstance(told, tuple)
        assert [problem.slug for problem in told] == [slug]


@pytest.mark.parametrize(
    ("other", "slug"),
    [
        ({}, None),
        ({"engine": "0.0.9"}, "another-version"),
        ({"columns": "1.0.0"}, "another-version"),
        ({"size": 4}, "another-file"),
        ({"ending": "b"}, "another-file"),
        ({"profile": "d"}, "another-file"),
    ],
)
def test_whatever_is_not_the_same_on_two_machines_is_told(other: dict[str, Any], slug: str | None) -> None:
    here = Same("0.1.0", "2.1.0", 3, "a", "c")
    found = [problem.slug for problem in differences(here, here._replace(**other), Path("cases.parquet"))]
    assert found == ([slug] if slug else [])


def test_a_profile_is_part_of_what_must_be_the_same(tmp_path: Path) -> None:
    asked, profile = errand(tmp_path), tmp_path / "north.yaml"
    profile.write_text("case: north", encoding="utf-8")
    before = same_as(Path(asked.source), profile)
    profile.write_text("case: south", encoding="utf-8")
    assert same_as(Path(asked.source), profile) != before != same_as(Path(asked.source), None)


def test_a_digest_is_of_every_byte(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"a" * (3 << 20))
    (tmp_path / "two").write_bytes(b"a" * ((3 << 20) - 1) + b"b")
    assert digest_of(tmp_path / "one") != digest_of(tmp_path / "two")
