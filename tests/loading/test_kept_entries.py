"""An entry about which anything is odd is passed over and mended; nobody else can write one."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.loading import load_kept, load_policy
from engine.loading.kept import shelf
from engine.loading.kept.shapes import text_of
from tests.loading.keeping import GOOD, KEPT, named, only, plant, spelled_out, was_kept

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "policy"))


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def edit(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n# A comment.\n")


def mended(folder: Path, kept: Path) -> bool:
    """Whether, after an entry was passed over, a good one stands in its place."""
    return spelled_out(load_kept(folder, None, kept)) == spelled_out(load_policy(folder)) and only(kept).is_file()


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_entry_is_passed_over_and_mended(data: st.DataObject) -> None:
    with TemporaryDirectory() as place:
        kept = Path(place, "kept")
        entry = plant(GOOD, kept)
        good = entry.read_bytes()
        at = data.draw(st.one_of(st.integers(0, 200), st.integers(0, len(good) - 1)))
        cut = data.draw(st.booleans())
        entry.write_bytes(
            good[:at] if cut else good[:at] + bytes([good[at] ^ data.draw(st.integers(1, 255))]) + good[at + 1 :]
        )
        assert not was_kept(GOOD, kept)
        assert mended(GOOD, kept)
        shelf.put(kept, named(GOOD), text_of(replace(load_policy(GOOD), title=KEPT)))
        assert was_kept(GOOD, kept), "and it would have been taken, had it been sound"


def test_an_entry_that_goes_on_after_its_end_is_passed_over(folder: Path, kept: Path) -> None:
    entry = plant(folder, kept)
    entry.write_bytes(entry.read_bytes() + b" ")
    assert not was_kept(folder, kept)


def test_an_entry_under_another_name_is_passed_over(folder: Path, kept: Path) -> None:
    entry = plant(folder, kept)
    edit(folder / "flags.yaml")
    entry.rename(entry.with_name(f"policy-{named(folder)}.json"))
    assert not was_kept(folder, kept)


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", '["a"]', "no JSON", "[" * 100_000, "1e999", '"\\ud800"'])
def test_an_entry_that_is_sound_and_holds_no_policy_is_passed_over_and_mended(
    folder: Path, kept: Path, text: str
) -> None:
    shelf.put(kept, named(folder), text)
    assert not was_kept(folder, kept)
    assert mended(folder, kept)


def test_an_entry_of_somebody_else_is_passed_over(folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(folder, kept)
    own = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: own + 1)
    assert not was_kept(folder, kept)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
@pytest.mark.parametrize("what", ["entry", "folder"])
def test_whoever_owns_the_entry_or_the_folder_must_be_the_one_who_reads(folder: Path, kept: Path, what: str) -> None:
    entry = plant(folder, kept)
    os.chown(entry if what == "entry" else kept, 12345, -1)
    assert not was_kept(folder, kept)


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_an_entry_that_others_may_write_is_passed_over_and_mended(folder: Path, kept: Path, mode: int) -> None:
    plant(folder, kept).chmod(mode)
    assert not was_kept(folder, kept)
    assert stat.S_IMODE(only(kept).stat().st_mode) == 0o600
    assert mended(folder, kept)


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o1777])
def test_nothing_is_taken_from_or_put_into_a_folder_that_others_may_write_in(
    folder: Path, kept: Path, mode: int
) -> None:
    entry = plant(folder, kept)
    kept.chmod(mode)
    assert not was_kept(folder, kept)
    entry.unlink()
    assert not was_kept(folder, kept)
    assert [*kept.iterdir()] == []


def test_links_and_pipes_in_place_of_an_entry_are_not_followed(folder: Path, kept: Path, tmp_path: Path) -> None:
    entry = plant(folder, kept)
    elsewhere = entry.rename(tmp_path / "elsewhere")
    entry.symlink_to(elsewhere)
    assert not was_kept(folder, kept)
    entry.unlink()
    os.mkfifo(entry)
    assert not was_kept(folder, kept), "nor does it wait for ever"
    entry.unlink()
    entry.mkdir()
    assert not was_kept(folder, kept)
    linked = tmp_path / "linked"
    linked.symlink_to(kept)
    entry.rmdir()
    assert not was_kept(folder, linked)
    assert [*kept.iterdir()] == []


# -- The folder


def test_nobody_else_can_read_or_write_what_is_kept(folder: Path, kept: Path) -> None:
    before = os.umask(0)
    try:
        load_kept(folder, None, kept / "inside")
    finally:
        os.umask(before)
    for path, mode in ((kept, 0o700), (kept / "inside", 0o700), (only(kept / "inside"), 0o600)):
        assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.parametrize("place", ["file/inside", "not/there/inside", "file", "\0"])
def test_where_nothing_can_be_kept_the_policy_is_loaded_all_the_same(folder: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("a file")
    assert not was_kept(folder, tmp_path / place)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "policy"]


def test_the_oldest_entries_are_taken_away_and_nothing_else_is(kept: Path) -> None:
    kept.mkdir(0o700)
    others = ["policy-1.json", "notes.txt", ".new-1", f"policy-{'g' * 64}.json"]
    for name in others:
        (kept / name).write_text("somebody's own")
    left_over = kept / f".new-{'0' * 64}"
    left_over.write_text("of a run that was killed")
    os.utime(left_over, (0, 0))
    names = [f"{number:064x}" for number in range(shelf.MOST_ENTRIES + 3)]
    for number, name in enumerate(names):
        shelf.put(kept, name, "a text")
        os.utime(kept / f"policy-{name}.json", (number + 1, number + 1))
    stay = {f"policy-{name}.json" for name in names[-shelf.MOST_ENTRIES :]}
    assert {path.name for path in kept.iterdir()} == stay | set(others)
    assert shelf.taken(kept, names[-1]) == "a text"


def test_a_policy_too_large_to_be_kept_is_not(folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "MOST_BYTES", 1000)
    assert not was_kept(folder, kept)
    assert not kept.exists()


def test_several_processes_at_once_leave_one_entry_and_all_load_the_same(folder: Path, kept: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from engine.loading import load_kept\n"
        "for _ in range(5): print(load_kept(Path(sys.argv[1]), None, Path(sys.argv[2])).fingerprint)\n"
        "for entry in Path(sys.argv[2]).iterdir(): entry.unlink(missing_ok=True)\n"
    )
    command = [sys.executable, "-c", program, str(folder), str(kept)]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) for _ in range(4)]
    told = [run.communicate(timeout=60) for run in runs]
    assert {line for out, _ in told for line in out.split()} == {load_policy(folder).fingerprint.encode()}
    assert [err for _, err in told] == [b""] * 4
    load_kept(folder, None, kept)
    assert only(kept).name == f"policy-{named(folder)}.json"
