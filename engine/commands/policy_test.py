"""`forethought policy test`: run the scenarios of a policy, with no Python in their folder."""

from __future__ import annotations

import os
from pathlib import Path

import click

from engine.commands.policy_check import problems_of
from engine.commands.policy_folders import folders
from engine.errors import BadData, Exit, NoInput, Place, Problem

_EPILOG = """\b
Examples:
  forethought policy test
  forethought policy test our-programme/
  forethought policy test new-scenarios/ --policy our-programme/rules

\b
Exit codes: 0 all pass, 1 some fail, 65 something is wrong with the policy or a
scenario and nothing was run, 66 no such folder.
"""


@click.command(name="test", epilog=_EPILOG)
@click.argument("folder", metavar="[DIR]", required=False)
@click.option("--policy", "policy_dir", metavar="DIR", help="The policy, when DIR is a folder of scenarios.")
def policy_test(*, folder: str | None, policy_dir: str | None) -> int:
    """Run the scenarios of a policy.

    DIR holds policy.yaml, or rules/ and features/, or scenarios alone. Default: the policy shipped with forethought.
    """
    found = folders(folder, policy_dir)
    if found.features is None:
        problem = Problem(Place(str(found.policy)), "no-scenarios", "this policy has no scenarios", "write features/")
        raise NoInput([problem])
    problems = problems_of(found, complete=False)
    if problems:
        # INVARIANT (no silence): a scenario that would be dropped or never run stops everything before anything runs.
        raise BadData(problems)
    return _run(str(found.policy.absolute()), str(found.features.absolute()))


def _run(policy: str, features: str) -> int:
    import pytest

    root = Path(features).parent if Path(features).is_file() else Path(features)
    # Nothing of the place where the command is called from may change what it does.
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    os.environ.pop("PYTEST_ADDOPTS", None)
    os.environ.pop("PYTEST_PLUGINS", None)
    code = pytest.main(
        [
            *("-p", "pytest_bdd.plugin", "-p", "engine.testing.plugin", "-p", "no:cacheprovider"),
            *("-c", os.devnull, "--rootdir", str(root), "--noconftest"),
            *("--forethought-policy", policy),
            *("-q", "--no-header", "-rN", "--color=auto", features),
        ]
    )
    match code:
        case pytest.ExitCode.OK:
            return Exit.DONE
        case pytest.ExitCode.TESTS_FAILED:
            return Exit.FINDING
        case pytest.ExitCode.INTERRUPTED:
            raise KeyboardInterrupt
        case _:
            problem = Problem(
                Place(features),
                "scenarios-not-run",
                "the scenarios could not be run",
                "`forethought policy check` shows what is wrong with them; if it shows nothing, report this",
            )
            raise BadData([problem])
