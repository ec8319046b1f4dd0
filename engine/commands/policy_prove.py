"""`forethought policy prove`: what holds for every case that there can be, by a solver."""

from __future__ import annotations

import os

import click

from engine import api
from engine.commands.options import format_option, load_policy, output_for, output_option
from engine.commands.policy_folders import folders
from engine.commands.running import note
from engine.errors import Exit
from engine.report.assurance.proof_data import ProofShown
from engine.report.assurance.proof_json import proof_json
from engine.report.assurance.proof_text import proof_text

_EPILOG = """\b
Examples:
  forethought policy prove
  forethought policy prove our-programme/ --seconds 300
  forethought policy prove rules --format json -o proof.json

\b
Exit codes: 0 everything is proved, 1 something is refuted or undecided, 65 the
policy cannot be used, 66 no such folder, 69 the solver is not installed
(pip install 'forethought[assurance]').
"""


@click.command(name="prove", epilog=_EPILOG)
@click.argument("folder", metavar="[DIR]", required=False)
@click.option("--policy", "policy_dir", metavar="DIR", help="The policy, when DIR is a folder of scenarios.")
@format_option("text", "json")
@output_option
@click.option(
    "--seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=60.0,
    show_default=True,
    help="How long each claim is tried; past that it is undecided, which proves nothing.",
)
@click.option("--jobs", type=click.IntRange(min=1), help="How many stages are worked on at once. Default: one a core.")
def policy_prove(
    *,
    folder: str | None,
    policy_dir: str | None,
    format_: str,
    output: str | None,
    seconds: float,
    jobs: int | None,
) -> int:
    """Prove what a policy promises, for every answer sheet that there can be.

    Tried are the promises of forethought (unknown-never-safer, monotone, stop-first, never-unconditional), the policy's
    own invariants, that every rule can apply and that every outcome can be reached. What is refuted is shown with a
    case. DIR holds policy.yaml or rules/. Default: the policy shipped with forethought.
    """
    from engine.scenarios.proof_shown import shown

    found = folders(folder, policy_dir)
    target = output_for(output, policy=found.policy)
    policy = load_policy(str(found.policy))
    told = shown(policy, api.prove(policy, seconds, jobs or os.cpu_count() or 1))
    target.write(proof_json(told) if format_ == "json" else proof_text(told))
    target.close()
    note(_in_short(told))
    return Exit.DONE if told.holds else Exit.FINDING


def _in_short(told: ProofShown) -> str:
    if told.holds:
        return f"all {len(told.claims)} claims are proved"
    counts = {word: sum(claim.standing == word for claim in told.claims) for word in ("proved", "refuted", "undecided")}
    return ", ".join(f"{count} {word}" for word, count in counts.items() if count)
