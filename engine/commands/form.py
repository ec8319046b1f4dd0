"""`forethought form`: the questions of a stage on paper."""

from __future__ import annotations

import click

from engine.commands.options import (
    day_of,
    folder_of,
    format_option,
    lang_option,
    load_policy,
    output_for,
    output_option,
    policy_option,
)
from engine.commands.running import note
from engine.errors import BadData, Exit, Place, Problem
from engine.interview import Course, Turn
from engine.model.answer import Case
from engine.model.question import Stage
from engine.model.source import Source
from engine.report.form import FormAudience, form, form_page
from engine.report.words import ask, label, speaking

_SOURCES = {FormAudience.CLIENT: Source.CLIENT, FormAudience.PARTNER_SUPPORT: Source.PARTNER_SUPPORT}

_EPILOG = """\b
Examples:
  forethought form --stage start --audience practitioner -o form.html
  forethought form --stage start --audience client -o questions.html
  forethought form --stage programme-start --audience programme -o profile.html

\b
The numbers are those of `forethought interview`, where the answers are keyed in;
the client's and partner support's are those of --source client and --source
partner-support, without gaps, so that no sheet shows what others are asked.
The client's form holds only what is put to the client, with room for the answers
in the client's own words: which of the policy's answers they come to is for
whoever keys them in.
"""


@click.command(name="form", epilog=_EPILOG)
@policy_option
@lang_option
@click.option("--stage", type=click.Choice([stage.value for stage in Stage]), default="start", show_default=True)
@click.option(
    "--audience",
    type=click.Choice([audience.value for audience in FormAudience]),
    required=True,
    help="Whom the form is for. It decides which questions stand on it.",
)
@format_option("html", "text", "markdown")
@output_option
def form_command(
    *, policy_dir: str | None, lang: str | None, stage: str, audience: str, format_: str, output: str | None
) -> int:
    """Write a form to print and fill in by hand, with the questions of a stage."""
    at, whose = Stage(stage), FormAudience(audience)
    if at.of_client is (whose is FormAudience.PROGRAMME):
        raise click.UsageError(
            f"the stage {at} is the programme's own; its form is for --audience programme."
            if not at.of_client
            else f"--audience programme is for a stage of the programme; at the stage {at} name another audience."
        )
    target = output_for(output, policy=folder_of(policy_dir))
    policy = load_policy(policy_dir, lang)
    course = Course(policy, at, day_of(None), _SOURCES.get(whose))
    turns = course.asked(Case("", at))
    if not turns:
        place = Place(f"policy {policy.id} {policy.version}")
        raise BadData([Problem(place, "no-questions", f"nothing is put to {whose} at the stage {at}", "name another")])
    source = f" --source {course.source}" if course.source is not None else ""
    of_stage = "" if at is Stage.START else f" --stage {at}"
    command = f"forethought interview FILE{of_stage}{source}"
    made = form(policy, at, whose, [(turn.number, turn.question) for turn in turns], command)
    match format_:
        case "html":
            from engine.report.form_html import form_html

            target.write(form_html(made))
        case "markdown":
            from engine.report.marked import marked_text

            target.write(marked_text(form_page(made)))
        case _:
            from engine.report.plain import plain_text

            target.write(plain_text(form_page(made), target.width, colour=target.colour))
    target.close()
    with speaking(policy.speech):
        if whose is FormAudience.CLIENT:
            # The sheet itself names neither a command nor whom it is for.
            note(ask.FORM_NOTE_KEY_IN.format(command=command))
            if label.NOTE_TRANSLATED:
                note(label.NOTE_TRANSLATED)
            if policy.translation_note:
                note(label.NOTE_POLICY_TRANSLATED.format(note=policy.translation_note))
        untranslated = _untranslated(turns, policy_dir, lang)
        if untranslated:
            note(ask.FORM_NOTE_LANGUAGE.format(number=untranslated, of=len(turns)))
    return Exit.DONE


def _untranslated(turns: tuple[Turn, ...], policy_dir: str | None, lang: str | None) -> int:
    """Return how many of these questions stand here in the policy's first language instead of the one asked for."""
    if lang is None:
        return 0
    first = load_policy(policy_dir, None)
    if first.speech.language == lang:
        return 0
    return sum(turn.question.ask == first.questions[turn.question.id].ask for turn in turns)
