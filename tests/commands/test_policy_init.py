"""`policy init`: a copy of the shipped policy that is whole, sound and its programme's own."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from engine import api
from engine.loading.scenarios import read_scenarios
from engine.loading.starting import renamed, without_twins
from engine.scenarios.run import run_all
from tests.commands.desk import ROOT, call
from tests.commands.seat import Seat

SHIPPED = ROOT / "rules"


def test_the_copy_holds_the_policy_its_schemas_its_scenarios_and_a_page_for_its_writer(tmp_path: Path) -> None:
    own = tmp_path / "own"
    found = call("policy", "init", own)
    assert found.exit_code == 0
    assert found.stdout.splitlines() == [str(own / name) for name in ("README.md", "rules", "features")]
    for path in (path for path in SHIPPED.rglob("*") if path.is_file()):
        assert (own / "rules" / path.relative_to(SHIPPED)).read_bytes() == path.read_bytes()
    ours = {path.relative_to(own / "features") for path in (own / "features").rglob("*.feature")}
    assert ours == {path.relative_to(ROOT / "features") for path in (ROOT / "features").rglob("*.feature")}
    assert sorted(path.name for path in own.iterdir()) == [".gitignore", "README.md", "features", "rules"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["own"]
    assert "kept from the shipped policy: id, title, owner" in found.stderr


def test_the_copy_is_sound_at_once_and_its_scenarios_pass(tmp_path: Path) -> None:
    own = tmp_path / "own"
    call("policy", "init", own)
    assert api.check_policy(own / "rules") == ()
    assert api.check_scenarios(own / "rules", own / "features", complete=True) == ()
    policy = api.load_policy(own / "rules")
    assert policy.fingerprint == api.load_policy().fingerprint
    for name in ("examples/during.feature", "examples/end.feature", "start/accounts.feature"):
        scenarios, _ = read_scenarios(own / "features" / name)
        assert scenarios
        assert all(run.failed is None for run in run_all(policy, scenarios))


def test_nothing_in_the_copy_speaks_of_files_that_it_does_not_hold(tmp_path: Path) -> None:
    own = tmp_path / "own"
    call("policy", "init", own)
    for path in (own / "features").rglob("*.feature"):
        text = path.read_text(encoding="utf-8")
        assert "@example:" not in text
        assert "examples/" not in text


def test_every_command_that_the_page_for_its_writer_names_is_there(tmp_path: Path) -> None:
    from cli import COMMANDS, POLICY_COMMANDS

    own = tmp_path / "own"
    call("policy", "init", own, "--title", "Ours")
    text = (own / "README.md").read_text(encoding="utf-8")
    assert text.startswith("# Ours\n")
    lines = [line.split() for line in text.splitlines() if line.startswith("    forethought ")]
    assert len(lines) == 5
    assert all(words[2] in POLICY_COMMANDS if words[1] == "policy" else words[1] in COMMANDS for words in lines)
    assert all((own / name).exists() for name in ("rules/policy.yaml", "rules/README.md", "rules/invariants.yaml"))


def test_the_copy_takes_its_own_names_and_keeps_everything_else(tmp_path: Path) -> None:
    own = tmp_path / "own"
    call("policy", "init", own, "--id", "north", "--title", 'North: "online"', "--owner", "head of programme")
    policy = api.load_policy(own / "rules")
    assert (policy.id, policy.title, policy.owner) == ("north", 'North: "online"', "head of programme")
    before = (SHIPPED / "policy.yaml").read_text(encoding="utf-8").splitlines()
    after = (own / "rules" / "policy.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == [
        "id: north",
        'title: "North: \\"online\\""',
        'owner: "head of programme"',
    ]


def test_comments_around_a_new_name_stay() -> None:
    text = "# Ours.\nid: a  # never changed\n# Shown to everybody.\ntitle:\n  en: A\n  # German.\n  de: B\nowner: c\n"
    assert (
        renamed(text, {"id": "b", "title": "New", "owner": "d"})
        == '# Ours.\nid: b  # never changed\n# Shown to everybody.\ntitle: "New"\nowner: "d"\n'
    )


def test_a_feature_that_names_no_example_stays_as_it_is() -> None:
    text = "Feature: A\n  About it.\n\n  Scenario: B\n    Given c\n"
    assert without_twins(text) == text


@pytest.mark.parametrize(
    ("option", "value"), [("--id", "North City"), ("--title", " "), ("--owner", "a\nb")], ids=["id", "title", "owner"]
)
def test_a_name_that_cannot_stand_is_wrong_usage_and_nothing_is_written(
    option: str, value: str, tmp_path: Path
) -> None:
    found = call("policy", "init", tmp_path / "own", option, value)
    assert found.exit_code == 2
    assert option in found.stderr
    assert not list(tmp_path.iterdir())


def test_a_copy_that_would_not_load_is_not_left_behind(tmp_path: Path) -> None:
    own = tmp_path / "own"
    found = call("policy", "init", own, "--title", "A <he|")
    assert found.exit_code == 65
    assert f"{own}/rules/policy.yaml:" in found.stderr
    assert not list(tmp_path.iterdir())


def test_a_folder_that_holds_something_is_refused_and_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    found = call("policy", "init", tmp_path)
    assert found.exit_code == 73
    assert "holds something" in found.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
    assert call("policy", "init", tmp_path / "mine").exit_code == 73
    assert call("policy", "init", tmp_path / "no" / "where").exit_code == 73


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    assert call("policy", "init", tmp_path).exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [".gitignore", "README.md", "features", "rules"]


def test_a_place_inside_a_policy_is_refused(tmp_path: Path) -> None:
    call("policy", "init", tmp_path)
    found = call("policy", "init", tmp_path / "rules" / "mine")
    assert found.exit_code == 73
    assert "in the folder of a policy" in found.stderr


def test_at_a_terminal_the_names_are_asked_for(tmp_path: Path) -> None:
    with Seat("policy", "init", "North City", "--owner", "us", cwd=tmp_path) as seat:
        assert "Enter for north-city" in seat.types("North!", "):")
        assert "small letters" in seat.types("", "):")
        seat.types("North City", "):")
        assert seat.ends() == 0
    policy = api.load_policy(tmp_path / "North City" / "rules")
    assert (policy.id, policy.title, policy.owner) == ("north-city", "North City", "us")


def test_interrupted_it_leaves_nothing(tmp_path: Path) -> None:
    with Seat("policy", "init", "own", cwd=tmp_path) as seat:
        seat.sees("):")
        seat.insists(lambda: seat.signals(signal.SIGINT))
        assert seat.ends() == 130
    assert not list(tmp_path.iterdir())
