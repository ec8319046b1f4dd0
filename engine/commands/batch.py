"""`forethought batch`: many cases at once, a table in and a table out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import click

from engine.commands.options import (
    lang_option,
    on_option,
    policy_option,
)
from engine.model.question import Stage

_FORMS = ("csv", "jsonl", "parquet", "folder")
_EPILOG = """\b
Examples:
  forethought batch cases.csv screened.csv
  forethought batch --stage start --programme north.yaml cases.csv screened.jsonl
  forethought batch cases/ screened.parquet --truths
  forethought batch --from csv --to jsonl - - < cases.csv
  forethought batch cases.csv screened.csv --summary caseload.html
  forethought batch cases.csv screened.csv --compare rules-of-last-year
  forethought batch --template --stage start > cases.csv

\b
Exit codes: 1 when --compare finds a case less cautious, or a policy that breaks a
promise of its own; 65 when rows have no recommendation (everything else is
written, each of them with its error) or could not be compared: this wins over 1,
for what is said of the others is not the whole; 70 when the columns and the
single screening differ, and then nothing is written.
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line."""

    source: str | None
    target: str | None
    policy_dir: str | None
    lang: str | None
    on: date | None
    stage: str | None
    programme: str | None
    from_: str | None
    to: str | None
    truths: bool
    summary: str | None
    small: int
    compare: str | None
    scheduler: str | None
    check: int | None


def _checked(ctx: click.Context, param: click.Parameter, value: str) -> int | None:
    """Return how many rows to screen singly too; None when none was asked for in so many words."""
    if value == "none":
        return None
    if not value.isascii() or not value.isdecimal() or not int(value[:9]):
        raise click.BadParameter("expected a number of rows, 1 or more, or the word none", ctx, param)
    return int(value[:9])


@click.command(name="batch", epilog=_EPILOG)
@click.argument("source", metavar="[IN]", required=False)
@click.argument("target", metavar="[OUT]", required=False)
@policy_option
@lang_option
@on_option
@click.option(
    "--stage", type=click.Choice([stage.value for stage in Stage]), help="The stage of every case that names none."
)
@click.option("--programme", metavar="FILE", help="The programme's profile, for every client's case that names none.")
@click.option("--from", "from_", type=click.Choice(_FORMS), help="What IN is, when its name does not say.")
@click.option("--to", type=click.Choice(_FORMS[:3]), help="What OUT is to be, when its name does not say.")
@click.option("--truths", is_flag=True, help="A column for each rule, flag and safeguard, in place of lists.")
@click.option(
    "--summary", metavar="FILE", help="Write counts as well: .txt, .json, .html or .svg by its ending; - prints them."
)
@click.option(
    "--small",
    type=click.IntRange(min=3),
    default=5,
    show_default=True,
    metavar="N",
    help="Counts below N are not shown in a summary: they would point to people. At least 3.",
)
@click.option("--compare", metavar="OLD_POLICY", help="Screen by this policy too, and say what changes for whom.")
@click.option("--scheduler", metavar="URL", help="Let the workers of a Dask cluster do it: tcp://HOST:PORT.")
@click.option(
    "--check",
    metavar="N",
    default="200",
    show_default=True,
    callback=_checked,
    help="How many rows are screened singly as well and compared, column for column; none: not any.",
)
@click.option("--template", is_flag=True, help="Print an empty table to fill in, with the questions of --stage.")
@click.option("--long", "long_", is_flag=True, help="With --template: a row for each answer, not for each case.")
@click.option("--words", is_flag=True, help="With --template: what each column may hold.")
def batch(  # noqa: PLR0913 - one argument for each option
    *,
    source: str | None,
    target: str | None,
    policy_dir: str | None,
    lang: str | None,
    on: date | None,
    stage: str | None,
    programme: str | None,
    from_: str | None,
    to: str | None,
    truths: bool,
    summary: str | None,
    small: int,
    compare: str | None,
    scheduler: str | None,
    check: int | None,
    template: bool,
    long_: bool,
    words: bool,
) -> int:
    """Screen every case of a table and write a table: a row a case, in the order of IN.

    IN and OUT are CSV, JSON Lines or Parquet, by the ending of the name; IN may be a folder of case files; - is
    standard input or output. A row that cannot be read has its error in its place, and the others are screened.

    No table here holds a decision: that is the practitioner's, case by case.
    """
    asked = Asked(
        source,
        target,
        policy_dir,
        lang,
        on,
        stage,
        programme,
        from_,
        to,
        truths,
        summary,
        small,
        compare,
        scheduler,
        check,
    )
    if template:
        from engine.commands.batch_template import write_template

        return write_template(asked, long=long_, words_too=words)
    if long_ or words:
        raise click.UsageError("--long and --words say what --template prints: add --template, or leave them out.")
    if source is None or (target is None and summary is None and compare is None):
        raise click.UsageError("Missing argument 'OUT': name the table to read and the one to write.")
    from engine.commands.batch_run import run_batch

    return run_batch(asked)
