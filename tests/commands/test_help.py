"""The table of commands: light, and every command shows how it is used."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

import cli
from tests.commands.desk import ROOT, call, process

EVERY = [*((name,) for name in cli.COMMANDS), *(("policy", name) for name in cli.POLICY_COMMANDS)]


@pytest.mark.parametrize("command", EVERY, ids=" ".join)
def test_every_command_has_help_with_an_example(command: tuple[str, ...]) -> None:
    result = call(*command, "--help")
    assert result.exit_code == 0
    assert "Example" in result.stdout
    assert f"forethought {command[0]}" in result.stdout


@pytest.mark.parametrize("command", EVERY, ids=" ".join)
def test_the_name_in_the_table_is_the_name_of_the_command(command: tuple[str, ...]) -> None:
    group: click.Command = cli.forethought
    for name in command:
        assert isinstance(group, click.Group)
        found = group.get_command(click.Context(group), name)
        assert found is not None
        group = found
    assert group.name == command[-1]


@pytest.mark.parametrize("command", [["--help"], ["policy", "--help"], ["--version"]])
def test_help_and_version_load_neither_the_engine_nor_pydantic(command: list[str]) -> None:
    program = (
        "import sys, cli\n"
        f"sys.argv = ['forethought', *{command}]\n"
        "try:\n    cli.main()\nfinally:\n"
        "    heavy = {'pydantic', 'engine.api', 'engine.model', 'pytest', 'yaml', 'durable'} & set(sys.modules)\n"
        "    assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_screening_does_not_load_pydantic() -> None:
    program = (
        "import sys, cli\n"
        "sys.argv = ['forethought', 'screen', 'examples/start/against.yaml', '--on', '2026-11-22']\n"
        "try:\n    cli.main()\nfinally:\n    assert not {'pydantic', 'pytest'} & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_command_that_is_misspelt_is_wrong_usage_and_a_near_one_is_named() -> None:
    result = call("scren")
    assert result.exit_code == 2
    assert "'screen'" in result.stderr


def test_an_option_that_is_misspelt_is_wrong_usage_and_a_near_one_is_named() -> None:
    result = call("screen", "--formt", "json", "x")
    assert result.exit_code == 2
    assert "--format" in result.stderr


def test_the_version_is_the_engines() -> None:
    from engine import __version__

    assert call("--version").stdout == f"forethought {__version__}\n"


def test_called_with_nothing_it_shows_what_there_is() -> None:
    result = call()
    assert result.exit_code == 2
    assert "screen" in result.stderr


def test_shells_can_complete_commands() -> None:
    done = process(env={"_FORETHOUGHT_COMPLETE": "bash_complete", "COMP_WORDS": "forethought scr", "COMP_CWORD": "1"})
    assert done.stdout == b"plain,screen\n"
