"""`forethought policy coverage`: what the scenarios see of each test of each rule, and what they do not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from engine import api
from engine.commands.options import format_option, load_policy, output_for, output_option
from engine.commands.policy_check import problems_of
from engine.commands.policy_folders import Folders, folders
from engine.commands.policy_mutate import refuse_unless_in_force
from engine.commands.running import note
from engine.errors import BadData, Exit

if TYPE_CHECKING:
    from engine.loading.gherkin_reader import ScenarioText
    from engine.report.assurance.coverage_data import CoverageSeen

_EPILOG = """\b
Examples:
  forethought policy coverage
  forethought policy coverage our-programme/ --format html -o coverage.html
  forethought policy coverage our-programme/ --suggest > missing.feature
  forethought policy coverage our-programme/ --rule device-shared-with-partner
  forethought policy coverage our-programme/ --fail-under 90

\b
Exit codes: 0 done, 1 less is seen than --fail-under asks for, 65 something is
wrong with the policy or a scenario, or a scenario does not pass, 66 no such
folder.
"""


@click.command(name="coverage", epilog=_EPILOG)
@click.argument("folder", metavar="[DIR]", required=False)
@click.option("--policy", "policy_dir", metavar="DIR", help="The policy, when DIR is a folder of scenarios.")
@click.option("--rule", "rules", metavar="ID", multiple=True, help="Tell of this rule only; repeatable.")
@format_option("text", "json", "html")
@output_option
@click.option("--suggest", is_flag=True, help="Print the scenarios that are missing, as one feature file.")
@click.option(
    "--fail-under",
    metavar="PERCENT",
    type=click.FloatRange(0, 100),
    help="Leave with exit code 1 when less than this is seen, of what is not proved impossible.",
)
def policy_coverage(
    *,
    folder: str | None,
    policy_dir: str | None,
    rules: tuple[str, ...],
    format_: str,
    output: str | None,
    suggest: bool,
    fail_under: float | None,
) -> int:
    """Show what the scenarios see of each rule.

    For every test of every rule in force, at every stage at which the rule stands: was it seen true, false and unknown
    while it alone decided the rule (with another truth there, and everything else as it was, the rule would have come
    out otherwise), and in which scenario. What can be so in no case does not count, where the solver is installed to
    prove it. Only scenarios that pass see anything.

    DIR holds policy.yaml, or rules/ and features/, or scenarios alone. Default: the policy shipped with forethought.
    """
    if suggest and format_ != "text":
        raise click.UsageError("--suggest prints a feature file; leave out --format.")
    found = folders(folder, policy_dir)
    target = output_for(output, policy=found.policy)
    report, feature = _looked_at(found, rules, suggest=suggest)
    target.write(feature if suggest else _written(report, format_))
    target.close()
    return _exit(report, fail_under)


def _looked_at(found: Folders, rules: tuple[str, ...], *, suggest: bool) -> tuple[CoverageSeen, str]:
    """Return the report, and the suggested scenarios if they are wanted."""
    from engine.loading.places import places_of
    from engine.scenarios.coverage.cover import cover
    from engine.scenarios.coverage.findings import findings
    from engine.scenarios.coverage.possible import look_for

    scenarios = _scenarios(found)
    policy = load_policy(str(found.policy))
    for name in rules:
        refuse_unless_in_force(policy, name)
    coverage = cover(policy, scenarios, rules)
    looked = look_for(coverage, coverage.missing)
    report = findings(coverage, places_of(_from_here(found.policy)), looked.sights, solver=looked.solver)
    if not suggest:
        return report, ""
    from engine.scenarios.coverage.suggest import suggested_feature, suggestions

    made = suggestions(policy, looked.cases)
    note(_suggested(report, len(made)))
    return report, suggested_feature(policy, made) if made else ""


def _scenarios(found: Folders) -> tuple[ScenarioText, ...]:
    """Return the scenarios. Raises BadData when something is wrong with them or the policy; there may be none."""
    from engine.loading.scenarios import read_scenarios

    none = found.features is None or not (found.features.is_file() or any(found.features.rglob("*.feature")))
    problems = api.check_policy(found.policy) if none else problems_of(found, complete=False)
    if problems:
        raise BadData(problems)
    return () if none or found.features is None else read_scenarios(_from_here(found.features))[0]


def _from_here(path: Path) -> Path:
    """Return a path as it is named from here, so that places are short and the same on every machine."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) and path != here else path


def _written(report: CoverageSeen, format_: str) -> str:
    if format_ == "json":
        from engine.report.assurance.coverage_json import coverage_json

        return coverage_json(report)
    if format_ == "html":
        from engine.report.assurance.coverage_html import coverage_html

        return coverage_html(report)
    from engine.report.assurance.coverage_text import coverage_text

    return coverage_text(report)


def _suggested(report: CoverageSeen, made: int) -> str:
    from engine.report.assurance.coverage_data import Sight
    from engine.report.assurance.coverage_text import PART, of_which

    if not made and report.percent == 100:  # noqa: PLR2004
        return f"no scenario is missing: everything that can be so is seen{of_which(report)}"
    told = f"scenarios: {made}, which together show all that is missing and was found"
    unknown = report.count(Sight.NOT_FOUND)
    if unknown:
        told += f"; for {unknown} more no case was found. Whether there is one can be proved with: {PART}"
    undecided = report.count(Sight.UNDECIDED)
    if undecided:
        told += f"; for {undecided} more the solver gave up: perhaps there is no case"
    return told


def _exit(report: CoverageSeen, fail_under: float | None) -> int:
    if report.failed:
        for failed in report.failed:
            note(f"{failed.step}: does not pass, so what it sees does not count: {failed.scenario.name}")
        return Exit.BAD_DATA
    if fail_under is not None and report.percent < fail_under:
        from engine.report.assurance.coverage_text import of_which

        note(
            f"{report.percent_said} % seen{of_which(report)}, less than the {fail_under:g} % that --fail-under asks for"
        )
        return Exit.FINDING
    return Exit.DONE
