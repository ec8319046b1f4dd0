"""Several cases screened one after the other: a fault in one must not silence the others, nor be silent itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from engine import api
from engine.commands.options import load_case, reading_file
from engine.commands.output import Output
from engine.commands.running import ReaderGone, fault, tell
from engine.errors import CannotWrite, Exit, ForethoughtError, Place, Problem
from engine.model.decision import Decision
from engine.model.policy import Outcome, Policy
from engine.model.question import Stage
from engine.model.recommendation import Recommendation
from engine.report.page import Page, Tone, paragraph
from engine.report.words import label

_CODES = {
    Outcome.CONDITIONAL: Exit.CONDITIONAL,
    Outcome.UNDETERMINED: Exit.UNDETERMINED,
    Outcome.AGAINST: Exit.AGAINST,
}
_GRAVEST_FIRST = (Exit.INTERNAL, Exit.BAD_DATA, Exit.NO_INPUT, Exit.USAGE)


@dataclass
class Batch:
    """The cases of one command, in the order given. `for_partner_support`: in place of the practitioner's report."""

    policy: Policy
    on: date
    format_: str
    target: Output
    alone: bool
    programme: str | None = None
    decision: str | None = None
    for_partner_support: bool = False

    def __post_init__(self) -> None:
        self.written = False
        self._outcomes: list[Outcome] = []
        self._failures: list[Exit] = []

    def take(self, name: str) -> None:
        """Screen one case and write its report, or what stands in its place. Raises UsageError for a case alone."""
        try:
            case = load_case(name, self.policy, self.on, self.programme, self.target)
            recommendation = api.screen(self.policy, case, self.on)
            report = self._partner_support(recommendation) if self.for_partner_support else self._report(recommendation)
        except (CannotWrite, ReaderGone):
            raise
        except click.ClickException as error:
            if self.alone or self.target.path is not None:
                raise
            self._failed(name, (Problem(Place(name), "wrong-usage", error.format_message()),), Exit.USAGE)
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

    def _partner_support(self, found: Recommendation) -> str:
        """Return the copy, from a second screening of what is left when everything that stays with others is out."""
        from engine.report import partner_page
        from engine.report.partner_support import for_partner_support, partner_support_copy

        if not found.case.stage.of_client:
            raise click.UsageError(
                "--audience partner-support is for a client's case: at a programme's stage nobody's partner is spoken "
                "of."
            )
        bare = api.screen(self.policy, for_partner_support(found.case, self.policy), self.on)
        copy = partner_support_copy(found, bare, self._decided(found))
        match self.format_:
            case "json":
                from engine.report.json_ import dumps

                return dumps(partner_page.partner_support_json(copy), one_line=not self.alone)
            case "markdown":
                return partner_page.partner_support_markdown(copy)
            case "html":
                return partner_page.partner_support_html(copy)
            case _:
                text = partner_page.partner_support_text(copy, self.target.width, colour=self.target.colour)
                return self._ended(text, found)

    def _report(self, recommendation: Recommendation) -> str:
        decision = self._decided(recommendation)
        # Only what this format needs is loaded: a report on the desk waits for it.
        match self.format_:
            case "json":
                from engine.report.json_ import dumps, practitioner_json

                return dumps(practitioner_json(recommendation, decision), one_line=not self.alone)
            case "markdown":
                from engine.report.markdown import practitioner_markdown

                return practitioner_markdown(recommendation, decision)
            case "html":
                from engine.report.practitioner_html import practitioner_html

                return practitioner_html(recommendation, decision)
            case _:
                from engine.report.text import practitioner_text

                width, colour = self.target.width, self.target.colour
                text = practitioner_text(recommendation, width, colour=colour, decision=decision)
                return self._ended(text, recommendation)

    def _decided(self, recommendation: Recommendation) -> Decision | None:
        """Return the practitioner's decision on this case, if one was named."""
        if self.decision is None:
            return None
        if recommendation.case.stage is Stage.STRUCTURAL:
            raise click.UsageError(
                "--decision has no place at the structural stage: a reflection ends in no recommendation or decision."
            )
        with reading_file(self.decision):
            return api.load_decision(Path(self.decision), self.policy, recommendation)

    def _ended(self, text: str, recommendation: Recommendation) -> str:
        end = label.END_OF_REPORT.format(case=recommendation.case.reference)
        return text if self.alone else f"{text}\n{end}\n"

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
        text = label.NOT_SCREENED.format(name=_plain(name))
        if self.format_ == "html":
            from engine.report.html_ import html_text

            return html_text(Page(label.NO_REPORT, (paragraph(text, tone=Tone.STRONG),), ()))
        title = f"# {label.NO_REPORT}" if self.format_ == "markdown" else label.NO_REPORT
        return f"{title}\n\n{text}\n"

    def _write(self, report: str) -> None:
        between = "" if self.format_ == "json" or not self.written else "\n\n"
        self.target.write(between + report)
        self.written = True


def _plain(name: str) -> str:
    """Return a file's name without anything that could be markup or steer a terminal."""
    return "".join(char if char.isalnum() or char in "-._/ " else "?" for char in name)
