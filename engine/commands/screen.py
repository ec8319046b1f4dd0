"""`forethought screen`: the main job."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from engine import api
from engine.commands.options import (
    STDIN,
    day_of,
    folder_of,
    format_option,
    load_case,
    load_policy,
    on_option,
    output_for,
    output_option,
    policy_option,
    reading_file,
)
from engine.commands.output import Output
from engine.commands.running import ReaderGone, fault, note, tell
from engine.errors import CannotWrite, Exit, ForethoughtError, Problem
from engine.model.decision import Choice
from engine.model.policy import Outcome, Policy
from engine.model.question import Stage
from engine.model.recommendation import Recommendation

_CODES = {
    Outcome.CONDITIONAL: Exit.CONDITIONAL,
    Outcome.UNDETERMINED: Exit.UNDETERMINED,
    Outcome.AGAINST: Exit.AGAINST,
}
_GRAVEST_FIRST = (Exit.INTERNAL, Exit.BAD_DATA, Exit.NO_INPUT)

_EPILOG = """\b
Examples:
  forethought screen K-0412.yaml
  forethought screen --format json cases/*.yaml
  forethought screen --audience client --decision K-0412-decision.yaml

\b
Exit codes with --exit-code: 10 online with conditions, 11 cannot recommend yet,
12 against online delivery; of several cases the most cautious.
"""


@click.command(name="screen", epilog=_EPILOG)
@click.argument("cases", metavar="CASE...", nargs=-1)
@policy_option
@format_option("text", "json", "markdown")
@click.option(
    "--audience",
    type=click.Choice(["practitioner", "client"]),
    default="practitioner",
    show_default=True,
    help="Who will read it. The client's copy is made from --decision alone.",
)
@click.option("--decision", metavar="FILE", help="The practitioner's decision, for the client's copy.")
@on_option
@output_option
@click.option("--exit-code", "by_outcome", is_flag=True, help="Let the exit code tell the outcome (10, 11, 12).")
def screen(  # noqa: PLR0913 - one argument for each option
    *,
    cases: tuple[str, ...],
    policy_dir: str | None,
    format_: str,
    audience: str,
    decision: str | None,
    on: date | None,
    output: str | None,
    by_outcome: bool,
) -> int:
    """Screen one or more case files and explain the recommendation.

    CASE is a file in YAML or JSON, or - for standard input. Several cases are screened in the order given; in JSON
    each is one line, and a case that cannot be read has its error in its place.
    """
    target = output_for(output, *cases, decision, policy=folder_of(policy_dir))
    if audience == "client":
        _refuse_what_has_no_bearing(on, by_outcome=by_outcome)
        return _client(cases, decision, load_policy(policy_dir), format_, target)
    if decision is not None:
        raise click.UsageError("--decision belongs to --audience client: a practitioner's report states no decision.")
    if not cases:
        raise click.UsageError("Missing argument 'CASE...': name a case file, or - for standard input.")
    if cases.count(STDIN) > 1:
        raise click.UsageError("- stands for standard input, which can be read only once.")
    batch = _Batch(load_policy(policy_dir), day_of(on), format_, target, alone=len(cases) == 1)
    for name in cases:
        batch.take(name)
    if batch.written:
        target.close()
    return batch.exit_code(by_outcome=by_outcome)


def _refuse_what_has_no_bearing(on: date | None, *, by_outcome: bool) -> None:
    if on is not None or by_outcome:
        raise click.UsageError("--on and --exit-code have no bearing on the client's copy: nothing is screened for it.")


def _client(cases: tuple[str, ...], decision: str | None, policy: Policy, format_: str, target: Output) -> int:
    """Write the client's copy. INVARIANT (non-interference): no case file is opened, whatever is named."""
    if decision is None:
        raise click.UsageError(
            "--audience client needs --decision FILE: the client's copy tells what the practitioner decided and what "
            "is agreed. It is made from that file alone; nothing is read from the case, so that nothing anybody else "
            "said can travel in it."
        )
    from engine.report import client

    if cases:
        note("note: the case was not opened; the client's copy is made from the decision alone")
    with reading_file(decision):
        decided = api.load_decision(Path(decision), policy)
    copy = client.client_copy(decided, policy)
    left_out = [
        name
        for name in sorted(policy.base_safeguards)
        if decided.choice is Choice.ONLINE and policy.safeguards[name].client_wording and name not in decided.conditions
    ]
    if left_out:
        note(f"note: every online case gets these, and the decision leaves them out: {', '.join(left_out)}")
    written: dict[str, Callable[[], str]] = {
        "text": lambda: client.client_text(copy, target.width),
        "markdown": lambda: client.client_markdown(copy),
        "json": lambda: client.client_json(copy),
    }
    target.write(written[format_]())
    target.close()
    note("note: read it before it goes out")
    return Exit.DONE


@dataclass
class _Batch:
    """Several cases in the order given: a fault in one must not silence the others, nor be silent itself."""

    policy: Policy
    on: date
    format_: str
    target: Output
    alone: bool

    def __post_init__(self) -> None:
        self.written = False
        self._outcomes: list[Outcome] = []
        self._failures: list[Exit] = []

    def take(self, name: str) -> None:
        """Screen one case and write its report, or what stands in its place."""
        try:
            recommendation = api.screen(self.policy, load_case(name, self.policy, self.on), self.on)
            report = self._report(recommendation)
        except (CannotWrite, ReaderGone):
            raise
        except ForethoughtError as error:
            self._failed(name, error.problems, error.exit_code)
        except Exception as error:  # noqa: BLE001 - one case must not take the others with it
            self._failed(name, (fault(error),), Exit.INTERNAL)
        else:
            if recommendation.case.stage is not Stage.STRUCTURAL:
                self._outcomes.append(recommendation.outcome)
            self._write(report)

    def exit_code(self, *, by_outcome: bool) -> int:
        """Return the gravest failure, else, if asked for, the most cautious outcome."""
        for code in _GRAVEST_FIRST:
            if code in self._failures:
                return code
        if by_outcome and self._outcomes:
            return _CODES[max(self._outcomes, key=lambda outcome: outcome.caution)]
        return Exit.DONE

    def _report(self, recommendation: Recommendation) -> str:
        # Only what this format needs is loaded: a report on the desk waits for it.
        match self.format_:
            case "json":
                from engine.report.json_ import dumps, practitioner_json

                return dumps(practitioner_json(recommendation), one_line=not self.alone)
            case "markdown":
                from engine.report.markdown import practitioner_markdown

                return practitioner_markdown(recommendation)
            case _:
                from engine.report.text import practitioner_text

                text = practitioner_text(recommendation, self.target.width, colour=self.target.colour)
                return text if self.alone else f"{text}\nEnd of the report on case {recommendation.case.reference}.\n"

    def _failed(self, name: str, problems: tuple[Problem, ...], code: Exit) -> None:
        tell(problems)
        self._failures.append(code if code in _GRAVEST_FIRST else Exit.INTERNAL)
        # A file that held an earlier report must not go on holding it.
        if not self.alone or self.target.path is not None:
            self._write(self._in_its_place(name, problems, code))

    def _in_its_place(self, name: str, problems: tuple[Problem, ...], code: Exit) -> str:
        if self.format_ == "json":
            from engine.report.json_ import dumps

            told = [
                {"place": str(problem.place), "slug": problem.slug, "message": problem.message, "help": problem.help}
                for problem in problems
            ]
            return dumps({"case": name, "error": {"exit_code": int(code), "problems": told}}, one_line=True)
        title = "# No report" if self.format_ == "markdown" else "No report"
        told_where = "What is wrong was told on standard error."
        return (
            f"{title}\n\nA case could not be screened: {_plain(name)}. Treat it as not online for now. {told_where}\n"
        )

    def _write(self, report: str) -> None:
        between = "" if self.format_ == "json" or not self.written else "\n\n"
        self.target.write(between + report)
        self.written = True


def _plain(name: str) -> str:
    """Return a file's name without anything that could be markup or steer a terminal."""
    return "".join(char if char.isalnum() or char in "-._/ " else "?" for char in name)
