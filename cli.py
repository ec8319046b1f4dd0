"""The command line: a table of commands. Each is loaded when it is called, so that `forethought --help` stays light.

Nothing but click and the standard library is imported here.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

POLICY_COMMANDS = {
    "check": ("engine.commands.policy_check:policy_check", "Everything wrong with a policy and its scenarios."),
    "test": ("engine.commands.policy_test:policy_test", "Run a policy's scenarios."),
    "coverage": ("engine.commands.policy_coverage:policy_coverage", "What the scenarios see of each rule."),
    "mutate": ("engine.commands.policy_mutate:policy_mutate", "What could be changed and no scenario would notice."),
    "prove": ("engine.commands.policy_prove:policy_prove", "What holds for every case that there can be."),
    "diff": ("engine.commands.policy_diff:policy_diff", "What differs between two policies, and for whom."),
    "list": ("engine.commands.policy_list:policy_list", "What a policy holds."),
    "schema": ("engine.commands.policy_schema:policy_schema", "JSON Schemas for editors and other systems."),
    "steps": ("engine.commands.policy_steps:policy_steps", "The sentences that scenarios are written in."),
    "docs": ("engine.commands.policy_docs:policy_docs", "Write a policy as a site of pages, or a handbook to print."),
    "init": ("engine.commands.policy_init:policy_init", "Copy the shipped policy to begin your own."),
    "new-rule": ("engine.commands.policy_new_rule:policy_new_rule", "Begin a rule with its flag and its scenarios."),
    "format": ("engine.commands.policy_format:policy_format", "Put the files of a policy into their usual order."),
}

COMMANDS = {
    "screen": ("engine.commands.screen:screen", "Screen one or more case files."),
    "interview": ("engine.commands.interview:interview", "Ask the questions one by one, saved as they are answered."),
    "form": ("engine.commands.form:form_command", "Write a form to print, with the questions of a stage."),
    "explain": ("engine.commands.explain:explain", "The tree for a rule, flag, safeguard or question."),
    "what-if": ("engine.commands.what_if:what_if", "Screen with changed answers, show what differs."),
    "batch": ("engine.commands.batch:batch", "Screen many cases at once: tables in, a table out."),
    "policy": ("cli:policy", "Check, test, prove, compare and write a policy."),
}


_BETWEEN_COLLECTIONS = 200_000
_COMPLETE = "_FORETHOUGHT_COMPLETE"


class Table(click.Group):
    """A group whose commands are loaded when they are called; listing them loads none."""

    def __init__(self, name: str, table: dict[str, tuple[str, str]], help: str, epilog: str = "") -> None:
        stubs = [click.Command(command, short_help=summary) for command, (_, summary) in table.items()]
        super().__init__(name, commands=stubs, help=help, epilog=epilog)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load and return a command, or None when there is none of that name."""
        if cmd_name not in self.table:
            return None
        module, _, attribute = self.table[cmd_name][0].partition(":")
        command = getattr(import_module(module), attribute)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the summaries of the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in self.table.items()])

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,  # noqa: ARG002
        complete_var: str | None = None,  # noqa: ARG002
        standalone_mode: bool = True,  # noqa: ARG002, FBT001, FBT002
        **extra: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """Run, tell whatever goes wrong in the house's way, and leave with its exit code."""
        wanted = os.environ.get(_COMPLETE)
        if wanted is not None:
            from click.shell_completion import shell_complete

            sys.exit(shell_complete(self, {}, "forethought", _COMPLETE, wanted))
        from engine.commands.running import run

        sys.exit(run(self, sys.argv[1:] if args is None else args, **extra))


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001, FBT001
    if value and not ctx.resilient_parsing:
        from engine import __version__

        click.echo(f"forethought {__version__}")
        ctx.exit()


policy = Table(
    "policy",
    POLICY_COMMANDS,
    help="Check, test and read a policy: its questions, flags, rules and safeguards.",
    epilog="Example: forethought policy check rules",
)

forethought = Table(
    "forethought",
    COMMANDS,
    help=(
        "Screen whether online delivery can be recommended for a case, and under which conditions.\n\n"
        "Not a validated instrument. It explains a recommendation; the practitioner decides."
    ),
    epilog="Example: forethought screen examples/start/against.yaml",
)
forethought.params.append(
    click.Option(["--version"], is_flag=True, expose_value=False, is_eager=True, callback=_version, help="The version.")
)


def main() -> None:
    """Run the command line."""
    # A policy is many small objects that all stay. Looking for garbage among them every 700, and once more at the very
    # end, takes a sixth of the time that somebody waits for a report.
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    try:
        forethought.main()
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
