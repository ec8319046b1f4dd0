"""`forethought screen`: the main job."""

from __future__ import annotations

from datetime import date

import click

from engine.commands.options import (
    STDIN,
    day_of,
    folder_of,
    format_option,
    lang_option,
    load_policy,
    on_option,
    output_for,
    output_option,
    policy_option,
    programme_option,
)
from engine.commands.screen_batch import Batch
from engine.report.words import speaking

_EPILOG = """\b
Examples:
  forethought screen K-0412.yaml
  forethought screen --format html -o K-0412.html K-0412.yaml
  forethought screen --format json cases/*.yaml
  forethought screen --audience partner-support K-0412.yaml
  forethought screen --decision K-0412-decision.yaml K-0412.yaml
  forethought screen --audience client --decision K-0412-decision.yaml

\b
Exit codes with --exit-code: 10 online with conditions, 11 cannot recommend yet,
12 against online delivery; of several cases the most cautious.
"""


@click.command(name="screen", epilog=_EPILOG)
@click.argument("cases", metavar="CASE...", nargs=-1)
@policy_option
@lang_option
@format_option("text", "json", "markdown", "html")
@click.option(
    "--audience",
    type=click.Choice(["practitioner", "partner-support", "client"]),
    default="practitioner",
    show_default=True,
    help=(
        "Who will read it. Partner support's copy holds what bears on the partner's safety; the client's copy is made "
        "from --decision alone."
    ),
)
@click.option(
    "--decision",
    metavar="FILE",
    help=(
        "The practitioner's decision: printed beside the recommendation (in partner support's copy what, by whom and "
        "when, and nothing of why), or made into the client's copy."
    ),
)
@programme_option
@on_option
@output_option
@click.option("--exit-code", "by_outcome", is_flag=True, help="Let the exit code tell the outcome (10, 11, 12).")
def screen(  # noqa: PLR0913 - one argument for each option
    *,
    cases: tuple[str, ...],
    policy_dir: str | None,
    lang: str | None,
    format_: str,
    audience: str,
    decision: str | None,
    programme: str | None,
    on: date | None,
    output: str | None,
    by_outcome: bool,
) -> int:
    """Screen one or more case files and explain the recommendation.

    CASE is a file in YAML or JSON, or - for standard input. Several cases are screened in the order given; in JSON
    each is one line, and a case that cannot be read has its error in its place.
    """
    target = output_for(output, *cases, decision, programme, policy=folder_of(policy_dir))
    if audience == "client":
        _refuse_what_has_no_bearing(on, programme, by_outcome=by_outcome)
        # A module of its own: whoever makes this copy must not come near a case.
        from engine.commands.screen_client import write_client_copy

        policy = load_policy(policy_dir, lang, screens=True)
        with speaking(policy.speech):
            return write_client_copy(cases, decision, policy, format_, target)
    _refuse_what_cannot_be(cases, decision, format_)
    batch = Batch(
        policy=load_policy(policy_dir, lang, screens=True),
        on=day_of(on),
        format_=format_,
        target=target,
        alone=len(cases) == 1,
        programme=programme,
        decision=decision,
        for_partner_support=audience == "partner-support",
    )
    with speaking(batch.policy.speech):
        for name in cases:
            batch.take(name)
    if batch.written:
        target.close()
    return batch.exit_code(by_outcome=by_outcome)


def _refuse_what_has_no_bearing(on: date | None, programme: str | None, *, by_outcome: bool) -> None:
    if on is not None or programme is not None or by_outcome:
        raise click.UsageError(
            "--on, --programme and --exit-code have no bearing on the client's copy: nothing is screened for it."
        )


def _refuse_what_cannot_be(cases: tuple[str, ...], decision: str | None, format_: str) -> None:
    if not cases:
        raise click.UsageError("Missing argument 'CASE...': name a case file, or - for standard input.")
    if decision is not None and len(cases) > 1:
        raise click.UsageError("--decision is about one case: screen one case at a time with it.")
    if cases.count(STDIN) > 1:
        raise click.UsageError("- stands for standard input, which can be read only once.")
    if format_ == "html" and len(cases) > 1:
        raise click.UsageError("Several reports cannot be one HTML document: screen one case at a time, with -o FILE.")
