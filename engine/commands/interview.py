"""`forethought interview`: the questions one at a time, saved as they are answered."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from engine import api
from engine.commands.interview_opening import Wanted, open_case
from engine.commands.interview_question import Stopped
from engine.commands.interview_saving import SavedCase, Setting
from engine.commands.interview_session import Session
from engine.commands.interview_terminal import Terminal
from engine.commands.options import STDIN, answers_on_option, day_of, folder_of, lang_option, load_policy, policy_option
from engine.commands.output import Output
from engine.errors import Exit
from engine.interview import Course
from engine.model.question import Stage
from engine.model.source import PARTNER_SIDE, Source
from engine.report.text import practitioner_text
from engine.report.words import ask, speaking

_SHOWN_TO = (None, Source.PRACTITIONER, Source.PROGRAMME)

_EPILOG = """\b
Examples:
  forethought interview --case K-0412
  forethought interview K-0412.yaml
  forethought interview K-0412.yaml --source client
  forethought interview K-0412.yaml --source partner-support
  forethought interview K-0412-during.yaml --stage during --earlier K-0412.yaml
  forethought interview K-0412.yaml --judgement-first

\b
What can be typed at a question:
  a number, an answer's word or its beginning; several with commas
  ?  explain           <  back              >  on, leave it as it stands
  u  does not know     d  declined          o  not asked
  x  does not apply    n  note              s  other source or day
  q  stop
An empty line never counts as an answer.

--source asks what is put to that source and what its word could settle, under
numbers of its own. What comes up depends on that source's own answers alone, so
that nobody can tell from it what others said. Partner support and the (ex-)partner
are spared questions of the second kind that no rule reads.

\b
An answer of partner support or an agency is recorded only once you have said who
gave it and on which day. Nothing that is recorded is replaced without asking.
Keep case files in a folder that nobody but you can read, not in the program's own.

\b
It ends in what is still open, whom to ask, and the recommendation: without --source
and for the practitioner and the programme. For client, partner-support and anyone
else it does not, unless --recommendation is given.

\b
Exit codes: 0 ended, or stopped with q; 74 the file was changed by somebody else
meanwhile (nothing is written over); 130 interrupted, or the input ended before
the interview did. Everything answered until then is saved.
"""


@click.command(name="interview", epilog=_EPILOG)
@click.argument("case", required=False)
@policy_option
@lang_option
@answers_on_option
@click.option("--stage", type=click.Choice([stage.value for stage in Stage]), help="Of a new file. Default: start.")
@click.option(
    "--source", type=click.Choice([source.value for source in Source]), help="Ask only what goes to this source."
)
@click.option("--case", "reference", metavar="REF", help="The reference of a new case; never a name.")
@click.option("--earlier", metavar="FILE", help="Of a new file: the case file before it, whose answers carry on.")
@click.option("--programme", metavar="FILE", help="The programme's profile, for a case that names none.")
@click.option("--judgement-first", is_flag=True, help="State your own view before you see the recommendation.")
@click.option(
    "--recommendation/--no-recommendation",
    "wanted",
    default=None,
    help="Whether it ends in what is for the practitioner alone.",
)
def interview(  # noqa: PLR0913 - one argument for each option
    *,
    case: str | None,
    policy_dir: str | None,
    lang: str | None,
    on: date | None,
    stage: str | None,
    source: str | None,
    reference: str | None,
    earlier: str | None,
    programme: str | None,
    judgement_first: bool,
    wanted: bool | None,
) -> int:
    """Ask the questions of a stage in conversation order, and save each answer as it is given.

    CASE is the case file: read if it is there, made if it is not. It is written again after each answer, as a whole and
    readable by you alone. Without CASE it is named after the reference.
    """
    asked = Source(source) if source else None
    shows = asked in _SHOWN_TO if wanted is None else wanted
    if case == STDIN:
        raise click.UsageError("CASE is the file that is written; it cannot be standard input.")
    if judgement_first and not shows:
        raise click.UsageError("--judgement-first comes before the recommendation, which is not shown here.")
    policy, day = load_policy(policy_dir, lang, screens=True), day_of(on)
    with speaking(policy.speech):
        terminal = Terminal()
        setting = Setting(policy, day, Path(programme) if programme else None)
        try:
            wanted_file = Wanted(
                case, reference, Stage(stage) if stage else None, earlier, tells_layout=asked in _SHOWN_TO
            )
            saved = open_case(wanted_file, setting, folder_of(policy_dir), terminal)
        except Stopped:
            return Exit.DONE
        course = Course(policy, saved.file.stage, day, asked)
        if asked is not None and not course.asked(saved.case):
            raise click.UsageError(f"nothing is put to {asked} at the stage {course.stage}, as the answers stand.")
        if judgement_first and not course.stage.of_client:
            raise click.UsageError("--judgement-first is for a client's case.")
        session = Session(terminal, saved, course, shows=shows)
        try:
            session.begin(day_of(None))
            session.go_through()
            if judgement_first:
                session.own_view(day)
        except Stopped:
            terminal.say(_stopped(saved, shows=shows))
            return Exit.DONE
        except (KeyboardInterrupt, EOFError, click.Abort):
            terminal.pause()
            terminal.say(_stopped(saved, shows=shows))
            return Exit.INTERRUPTED
        return _end(session, saved, terminal, setting, asked, shows=shows)


def _stopped(saved: SavedCase, *, shows: bool) -> str:
    text = ask.STOPPED.format(file=saved.name)
    return f"{text} {ask.STOPPED_NO_RECOMMENDATION}" if shows else text


def _end(
    session: Session, saved: SavedCase, terminal: Terminal, setting: Setting, source: Source | None, *, shows: bool
) -> int:
    if not shows:
        told = ask.NOT_SHOWN_PARTNER_SIDE if source in PARTNER_SIDE else ask.NOT_SHOWN
        terminal.say(ask.SAVED_AT_END.format(file=saved.name), told.format(file=saved.name))
        return Exit.DONE
    recommendation = api.screen(setting.policy, saved.case, setting.on)
    session.still_open(recommendation)
    target = Output(None)
    terminal.pause()
    target.write(practitioner_text(recommendation, target.width, colour=target.colour))
    terminal.pause()
    terminal.say(ask.SAVED_AT_END.format(file=saved.name))
    return Exit.DONE
