"""A policy that is kept counts only when all that it was made from is the same, and nothing about it is odd.

How a test sees where a policy came from: under the name of the true one a policy with another title is put, rightly
made in every other way. Where that title turns up, the policy was taken from what is kept.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import api
from engine.errors import BadData, NoInput
from engine.loading import load_kept, load_policy
from engine.loading.folder import read_folder
from engine.loading.kept import naming, shelf
from engine.loading.kept.shapes import text_of
from engine.loading.load import load_read
from engine.report.json_ import dumps, practitioner_json
from engine.testing.generate import SCREENED_ON, Size, random_case, random_policy
from engine.testing.write import translate_some, write_policy
from tests.loading.test_kept_shapes import spelled_out

GOOD = Path(__file__).parent / "good"
ROOT = Path(__file__).parents[2]
KEPT = "taken from what is kept"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "policy"))


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def plant(folder: Path, kept: Path, language: str | None = None) -> Path:
    """Put the marked policy where the true one would be kept, and return its file."""
    policy = load_policy(folder, language)
    shelf.put(kept, named(folder, language), text_of(replace(policy, title=KEPT)))
    return only(kept)


def named(folder: Path, language: str | None = None) -> str:
    name = naming.name_of(read_folder(folder), language)
    assert name is not None
    return name


def only(kept: Path) -> Path:
    (entry,) = kept.iterdir()
    return entry


def was_kept(folder: Path, kept: Path, language: str | None = None) -> bool:
    policy = load_kept(folder, language, kept)
    if policy.title == KEPT:
        return True
    assert spelled_out(policy) == spelled_out(load_policy(folder, language)), "else it is the true one"
    return False


def test_a_policy_is_kept_once_it_was_checked_and_taken_from_there_the_next_time(folder: Path, kept: Path) -> None:
    loaded = load_kept(folder, None, kept)
    made = only(kept).read_bytes()
    assert spelled_out(load_kept(folder, None, kept)) == spelled_out(loaded) == spelled_out(load_policy(folder))
    assert only(kept).read_bytes() == made, "what can be relied on is not written anew"
    plant(folder, kept)
    assert was_kept(folder, kept)


@settings(max_examples=15)
@given(st.integers(0, 2**32), st.sampled_from([None, "en", "de"]))
def test_a_kept_policy_is_the_one_that_was_loaded_and_recommends_the_same(seed: int, language: str | None) -> None:
    rng = Random(seed)
    with TemporaryDirectory() as place:
        folder = translate_some(write_policy(random_policy(rng, Size(questions=8, rules=10)), Path(place, "p")), rng)
        loaded, kept = api.load_policy(folder, language), Path(place, "kept")
        api.load_policy(folder, language, kept)
        again = api.load_policy(folder, language, kept)
        assert kept.is_dir()
        assert again is not loaded
        assert spelled_out(again) == spelled_out(loaded)
        case = random_case(rng, loaded)
        first, second = (practitioner_json(api.screen(policy, case, SCREENED_ON)) for policy in (loaded, again))
        assert dumps(first, one_line=True) == dumps(second, one_line=True)


# -- What it depends on


def edit(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n# A comment.\n")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a comment more": lambda folder: edit(folder / "flags.yaml"),
    "another name of a file": lambda folder: next(folder.glob("rules/start/*.yaml")).rename(
        folder / "rules/start/z.yaml"
    ),
    "two files swapped": lambda folder: swap(folder / "flags.yaml", folder / "safeguards.yaml"),
    "a file more": lambda folder: (folder / "rules" / "start" / "zz.yaml").write_text("[]\n"),
    "a file less": lambda folder: (folder / "invariants.yaml").unlink(),
}


def swap(one: Path, other: Path) -> None:
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_to_the_files_is_another_policy(folder: Path, kept: Path, change: str) -> None:
    plant(folder, kept)
    before = named(folder)
    CHANGES[change](folder)
    assert named(folder) != before
    try:
        assert not was_kept(folder, kept)
    except BadData:
        assert change in {"two files swapped", "a file less", "a file more"}


def test_files_that_are_no_part_of_the_policy_do_not_matter(folder: Path, kept: Path) -> None:
    plant(folder, kept)
    (folder / "README.md").write_text("another")
    os.utime(folder / "flags.yaml", (0, 0))
    assert was_kept(folder, kept)
    elsewhere = folder.rename(folder.with_name("elsewhere"))
    assert was_kept(elsewhere, kept), "where the folder stands is in no policy"


def test_the_bytes_that_are_looked_up_are_the_bytes_that_are_parsed(folder: Path, kept: Path) -> None:
    before = named(folder)
    there = read_folder(folder)
    for path in folder.rglob("*.yaml"):
        path.write_text("no: policy")
    assert naming.name_of(there, None) == before
    assert spelled_out(load_read(there)) == spelled_out(load_policy(GOOD))


def test_a_policy_that_changes_while_it_is_read_is_kept_as_it_was_read(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    header = folder / "policy.yaml"
    before, true = header.read_bytes(), load_policy(folder)
    version = naming._libyaml

    def changed_meanwhile() -> str:
        """Stand in for whoever saves another version right after the files were read."""
        header.write_bytes(before.replace(true.title.encode(), b"Another"))
        return version()

    monkeypatch.setattr(naming, "_libyaml", changed_meanwhile)
    assert load_kept(folder, None, kept).title == true.title
    monkeypatch.undo()
    assert load_kept(folder, None, kept).title == "Another"
    header.write_bytes(before)
    assert load_kept(folder, None, kept).title == true.title


def test_a_change_between_two_calls_is_seen(folder: Path, kept: Path) -> None:
    first = load_kept(folder, None, kept)
    header = folder / "policy.yaml"
    text = header.read_text(encoding="utf-8")
    header.write_text(text.replace(f"title: {first.title}", "title: Another"), encoding="utf-8")
    assert load_kept(folder, None, kept).title == "Another"
    header.write_text(text, encoding="utf-8")
    assert load_kept(folder, None, kept).title == first.title


def test_what_stands_at_the_end_of_one_piece_is_not_the_beginning_of_the_next() -> None:
    pieces = [(b"ab", b"c"), (b"a", b"bc"), (b"abc",), (b"", b"abc"), (b"abc", b""), (b"2:ab1:c",)]
    assert len({naming.digest(*each) for each in pieces}) == len(pieces)


def test_each_language_is_kept_by_itself(folder: Path, kept: Path) -> None:
    plant(folder, kept, "de")
    assert len({named(folder, language) for language in (None, "", "en", "de")}) == 4
    assert not was_kept(folder, kept, "en")
    assert was_kept(folder, kept, "de")


@pytest.mark.parametrize(
    ("where", "what"),
    [(sys, "version"), (yaml, "__version__"), (naming, "__version__"), (naming, "FORMAT")],
    ids=["Python", "the YAML parser", "the engine", "the format"],
)
def test_another_version_takes_nothing_from_the_one_before(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, where: object, what: str
) -> None:
    plant(folder, kept)
    monkeypatch.setattr(where, what, f"{getattr(where, what)}.1")
    assert not was_kept(folder, kept)


@pytest.mark.parametrize("change", ["an edit", "a new module", "a module less", "a rename"])
@pytest.mark.parametrize("name", ["loading/lint_rules.py", "loading/advice/words.py", "model/policy.py", "errors.py"])
def test_a_program_that_was_changed_takes_nothing_from_the_one_before(
    folder: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, change: str
) -> None:
    checkout = Path(shutil.copytree(ROOT / "engine", tmp_path / "engine", ignore=shutil.ignore_patterns("__pycache__")))
    monkeypatch.setattr(naming, "_ENGINE", checkout)
    plant(folder, kept)
    assert was_kept(folder, kept)
    source = checkout / name
    match change:
        case "an edit":
            source.write_text(source.read_text(encoding="utf-8").replace("def ", "def  ", 1), encoding="utf-8")
        case "a new module":
            (checkout / "loading" / "lint_more.py").write_text("")
        case "a rename" if source.parent != checkout:
            source.rename(source.with_stem(f"{source.stem}_"))  # in the same place among the others
        case _:
            source.unlink()
    assert not was_kept(folder, kept)


def test_every_module_that_reads_a_policy_is_among_the_sources() -> None:
    program = (
        "import sys, engine.loading.load\nprint(*(m.__file__ for n, m in sys.modules.items() if n[:6] == 'engine'))"
    )
    ran = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, cwd=ROOT)
    sources = {str(ROOT / "engine" / name) for name, _ in naming._sources()}
    assert {str(Path(file)) for file in ran.stdout.split()} - sources == set()


def test_a_program_that_was_changed_while_it_ran_keeps_nothing(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = iter(range(100))
    monkeypatch.setattr(naming, "_libyaml", lambda: f"0.{next(versions)}")
    assert not was_kept(folder, kept)
    assert not kept.exists()


@pytest.mark.parametrize("missing", ["", "model", "errors.py"])
def test_where_the_sources_cannot_be_read_nothing_is_kept(
    folder: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    checkout = Path(shutil.copytree(ROOT / "engine", tmp_path / "engine", ignore=shutil.ignore_patterns("__pycache__")))
    monkeypatch.setattr(naming, "_ENGINE", checkout)
    (checkout / missing).rename(tmp_path / "elsewhere")
    assert not was_kept(folder, kept)
    assert not kept.exists()


def test_a_policy_with_anything_wrong_is_never_kept(folder: Path, kept: Path) -> None:
    with (folder / "flags.yaml").open("a", encoding="utf-8") as file:
        file.write("- {id: unused, effect: exclude, title: Unused, meaning: Nothing raises it, remedy: []}\n")
    for _ in range(2):
        with pytest.raises(BadData) as found:
            load_kept(folder, None, kept)
        with pytest.raises(BadData) as otherwise:
            load_policy(folder)
        assert found.value.problems == otherwise.value.problems
    assert not kept.exists()
    with pytest.raises(NoInput):
        load_kept(folder / "not-there", None, kept)


def test_a_file_that_does_not_belong_there_is_told_though_the_policy_is_kept(folder: Path, kept: Path) -> None:
    plant(folder, kept)
    (folder / "rules" / "start" / "more.yml").write_text("[]")
    with pytest.raises(BadData, match="unknown-file"):
        load_kept(folder, None, kept)


# -- Entries that are not to be relied on


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
