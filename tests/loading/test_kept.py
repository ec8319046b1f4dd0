"""A policy that is kept counts only when all that it was made from is the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
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
from engine.loading.kept import naming
from engine.loading.load import load_read
from engine.report.json_ import dumps, practitioner_json
from engine.testing.generate import SCREENED_ON, Size, random_case, random_policy
from engine.testing.write import translate_some, write_policy
from tests.loading.keeping import GOOD, named, only, plant, spelled_out, was_kept

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "policy"))


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept"


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
