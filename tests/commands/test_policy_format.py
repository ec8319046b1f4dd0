"""`policy format` and `policy schema --write`: what is written, what is left alone, and the exit codes."""

from __future__ import annotations

import json
import shutil
import stat
from pathlib import Path

import pytest

from engine import api
from engine.commands.rewriting import write_all
from engine.errors import CannotWrite
from engine.loading.editor_schemas import editor_schemas
from engine.loading.folder import files_of
from engine.report.json_ import dumps
from tests.commands.desk import ROOT, SMALL, call

SHIPPED = ROOT / "rules"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL / "rules", tmp_path / "rules"))


def flags_file(policy: Path) -> Path:
    return next(path for path in policy.rglob("*.yaml") if "flags" in path.relative_to(policy).parts[0])


def untidy(policy: Path) -> Path:
    """Put the last key of the first flag before all others, and return the file."""
    path = flags_file(policy)
    path.write_text("# Ours.\n- title: A ground  \n  # Why.\n  effect: caution\n  id: a-ground\n", encoding="utf-8")
    return path


TIDY = "# Ours.\n- id: a-ground\n  # Why.\n  effect: caution\n  title: A ground\n"


def test_a_file_is_put_in_order_and_named(own: Path) -> None:
    call("policy", "format", own)
    path = untidy(own)
    found = call("policy", "format", own)
    assert (found.exit_code, found.stdout, path.read_text()) == (0, f"{path}\n", TIDY)
    assert "1 file changed" in found.stderr
    again = call("policy", "format", own)
    assert (again.exit_code, again.stdout) == (0, "")
    assert "are in their usual form" in again.stderr


def test_check_names_what_would_change_and_changes_nothing(own: Path) -> None:
    call("policy", "format", own)
    path = untidy(own)
    before = path.read_bytes()
    found = call("policy", "format", own.parent, "--check")
    assert (found.exit_code, found.stdout, path.read_bytes()) == (1, f"{path}\n", before)
    assert "1 file would change" in found.stderr


def test_nothing_is_written_when_one_file_cannot_be_read(own: Path) -> None:
    path = untidy(own)
    before = path.read_bytes()
    (own / "sources.yaml").write_text("- key: [\n", encoding="utf-8")
    found = call("policy", "format", own)
    assert (found.exit_code, found.stdout, path.read_bytes()) == (65, "", before)
    assert f"{own / 'sources.yaml'}:2:1: error" in found.stderr


def test_only_files_of_the_policy_are_touched_and_keep_their_mode(own: Path) -> None:
    path = untidy(own)
    path.chmod(0o640)
    for name in ("notes.md", ".hidden.yaml", "features/a.feature"):
        (own / name).parent.mkdir(exist_ok=True)
        (own / name).write_text("b:   \na:  \n", encoding="utf-8")
    call("policy", "format", own)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert all(
        (own / name).read_text() == "b:   \na:  \n" for name in ("notes.md", ".hidden.yaml", "features/a.feature")
    )


def test_a_file_behind_a_link_is_written_where_it_is(own: Path, tmp_path: Path) -> None:
    path = untidy(own)
    there = tmp_path / "shared.yaml"
    path.rename(there)
    path.symlink_to(there)
    call("policy", "format", own)
    assert path.is_symlink()
    assert there.read_text() == TIDY


def test_where_there_is_no_policy_nothing_is_guessed(tmp_path: Path) -> None:
    found = call("policy", "format", tmp_path)
    assert (found.exit_code, found.stdout) == (66, "")
    assert "there is no policy.yaml in this folder" in found.stderr


def test_the_shipped_policy_is_in_its_usual_form() -> None:
    found = call("policy", "format", SHIPPED, "--check")
    assert (found.exit_code, found.stdout) == (0, "")


# -- All or nothing --


def test_when_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    kept, new, blocked = tmp_path / "kept", tmp_path / "made" / "new", tmp_path / "folder"
    kept.write_bytes(b"before")
    blocked.mkdir()
    (blocked / "inside").write_bytes(b"")
    with pytest.raises(CannotWrite):
        write_all({kept: b"after", new: b"after", blocked: b"after"})
    assert kept.read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "kept"]


# -- Schemas --


def test_the_schemas_beside_the_shipped_policy_are_those_that_would_be_written() -> None:
    there = {path.name: path.read_text() for path in (SHIPPED / ".schemas").iterdir()}
    # Stale? `forethought policy schema --write rules` writes them anew.
    assert there == {name: dumps(schema) for name, schema in editor_schemas().items()}


def test_every_file_of_the_shipped_policy_says_first_where_its_schema_is() -> None:
    for file in files_of(SHIPPED)[0]:
        first = file.path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=")
        schema = file.path.parent / first.partition("=")[2]
        assert schema.resolve().parent == SHIPPED / ".schemas"
        assert schema.stem == {"works": "sources"}.get(file.kind, file.kind)
        assert schema.is_file()


def test_every_key_that_a_policy_file_may_hold_is_explained() -> None:
    for name, schema in editor_schemas().items():
        definitions = schema.get("definitions", {})
        assert isinstance(definitions, dict)
        shapes = {**definitions, name: schema}
        unexplained = [
            f"{shape}.{key}"
            for shape, of in shapes.items()
            for key, value in of.get("properties", {}).items()
            if isinstance(value, dict) and "description" not in value
        ]
        assert not unexplained


def test_editors_are_given_a_draft_that_they_know() -> None:
    text = json.dumps(editor_schemas())
    assert "$defs" not in text
    assert "$id" not in text
    for schema in editor_schemas().values():
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_schemas_are_written_beside_a_policy_and_then_named_in_its_files(own: Path) -> None:
    found = call("policy", "schema", "--write", own)
    assert found.exit_code == 0
    assert found.stdout.splitlines() == [str(own / ".schemas" / name) for name in editor_schemas()]
    assert api.check_policy(own) == (), "what lies in a hidden folder is no part of the policy"
    call("policy", "format", own)
    assert flags_file(own).read_text().startswith("# yaml-language-server: $schema=")
    assert call("policy", "schema", "case", "--write", own).exit_code == 2
