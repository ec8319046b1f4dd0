"""`forethought policy mutate`: what could be changed in a policy and none of its scenarios would notice."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from engine import api
from engine.commands.options import format_option, output_for, output_option
from engine.commands.policy_check import problems_of
from engine.commands.policy_folders import Folders, folders
from engine.commands.running import note, tell
from engine.errors import BadData, Exit, NoInput, Place, Problem
from engine.loading.spelling import did_you_mean
from engine.model.policy import Policy, Status

if TYPE_CHECKING:
    from engine.report.assurance.mutation_report import MutationReport
    from engine.scenarios.mutation.pool import Progress

_EPILOG = """\b
Examples:
  forethought policy mutate
  forethought policy mutate our-programme/ --rule device-shared-with-partner
  forethought policy mutate --suggest -o suggested.feature
  forethought policy mutate --format json --jobs 2

\b
Exit codes: 0 no change to a recommendation goes unnoticed, 1 some do or may,
65 something is wrong with the policy or a scenario, or a scenario fails on the
policy as it is, 66 no such folder, 70 something inside failed for some of the
changes (what is told of the others stands).
"""


@click.command(name="mutate", epilog=_EPILOG)
@click.argument("folder", metavar="[DIR]", required=False)
@click.option("--policy", "policy_dir", metavar="DIR", help="The policy, when DIR is a folder of scenarios.")
@click.option("--rule", "rules", metavar="ID", multiple=True, help="Change this rule and what it uses; repeatable.")
@click.option("--suggest", is_flag=True, help="Print the scenarios that would notice, as one feature file.")
@click.option("--jobs", metavar="N", type=click.IntRange(min=1), help="Processes at a time. Default: one a core.")
@format_option("text", "json")
@output_option
def policy_mutate(
    *,
    folder: str | None,
    policy_dir: str | None,
    rules: tuple[str, ...],
    suggest: bool,
    jobs: int | None,
    format_: str,
    output: str | None,
) -> int:
    """Change a policy in every small way, and see what no scenario would notice.

    A branch left out, all for any, an answer more or less, a flag that excludes made one that calls for care, a
    safeguard, a source or a stage left out, and more. Each change that no scenario notices is told with what it would
    do and with a scenario that would notice, ready to paste. DIR holds policy.yaml, or rules/ and features/, or
    scenarios alone. Default: the policy shipped with forethought.
    """
    if suggest and format_ == "json":
        raise click.UsageError("--suggest prints a feature file; leave out --format json.")
    found = folders(folder, policy_dir)
    target = output_for(output, policy=found.policy)
    report = _surveyed(found, rules, jobs)
    target.write(_feature(report) if suggest else _written(report, format_))
    target.close()
    return ending(report)


def _surveyed(found: Folders, rules: tuple[str, ...], jobs: int | None) -> MutationReport:
    from engine.loading.places import places_of
    from engine.loading.scenarios import read_scenarios
    from engine.scenarios.mutation.survey import survey

    if found.features is None:
        problem = Problem(Place(str(found.policy)), "no-scenarios", "this policy has no scenarios", "write features/")
        raise NoInput([problem])
    problems = problems_of(found, complete=False)
    if problems:
        raise BadData(problems)
    policy = api.load_policy(found.policy)
    for name in rules:
        refuse_unless_in_force(policy, name)
    scenarios, _ = read_scenarios(_from_here(found.features))
    with _bar() as progress:
        return survey(policy, scenarios, places_of(_from_here(found.policy)), rules, jobs, progress)


def _from_here(path: Path) -> Path:
    """Return a path as it is named from here, so that places are short and the same on every machine."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) and path != here else path


def refuse_unless_in_force(policy: Policy, name: str) -> None:
    """Refuse the id of a rule that nobody wrote or that is not in force: wrong usage."""
    written = [rule.id for rule in policy.rules.values() if rule.status is Status.IN_FORCE and not rule.derived]
    if name not in written:
        meant = did_you_mean(name, written) or "`forethought policy list rules` lists them"
        raise click.BadParameter(f"no rule in force has the id {name[:60]}; {meant}", param_hint="--rule")


@contextmanager
def _bar() -> Iterator[Progress | None]:
    """Show how far it has come, on a terminal and nowhere else."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="trying changes", file=sys.stderr, show_pos=True) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield progress


def _feature(report: MutationReport) -> str:
    from engine.report.assurance.mutation_text import SUGGESTED_TITLE
    from engine.scenarios.in_gherkin import feature_text

    return feature_text(SUGGESTED_TITLE, report.suggested) if report.suggested else ""


def _written(report: MutationReport, format_: str) -> str:
    if format_ == "json":
        from engine.report.assurance.mutation_json import mutation_json
        from engine.report.json_ import dumps

        return dumps(mutation_json(report))
    from engine.report.assurance.mutation_text import mutation_text

    return mutation_text(report)


def ending(report: MutationReport) -> int:
    """Say how it went and return the exit code; what failed inside is told last, beside all that was found."""
    _note(report)
    if report.faults:
        tell(report.faults)
        return Exit.INTERNAL
    return Exit.FINDING if report.changes_a_recommendation else Exit.DONE


def _note(report: MutationReport) -> None:
    serious = sum(survivor.effect.of_recommendation for survivor in report.survivors)
    if serious:
        what = "1 change" if serious == 1 else f"{serious} changes"
        note(f"{what} to a recommendation would go unnoticed, or may")
    else:
        note("no change to a recommendation would go unnoticed")
    if not report.solver:
        note("nothing was proved: that needs the part `assurance`: pip install 'forethought[assurance]'")
