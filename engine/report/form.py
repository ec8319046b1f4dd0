"""The form on paper: the questions of the interview under the same numbers, with room to write.

What a form holds depends on the policy and on whom it is for, never on a case. The client's has nothing of the words
that are only for whoever asks: no help, no answer as others would put it, nobody else's questions, no number that is
missing because somebody else is asked, and no command that names whom it is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

from engine.model.answer import Source, Standing
from engine.model.condition import AllOf, AnswerIs, AnyOf, AtLeast, Condition, Not, questions_in
from engine.model.policy import Policy
from engine.model.question import Question, Stage
from engine.report.draft import draft_text
from engine.report.page import Block, Item, Mark, Page, Section, Tone, item, paragraph
from engine.report.words import ask, say, speaking

KEYS: Final[Mapping[Standing, str]] = {
    Standing.ASKED_UNKNOWN: "u",
    Standing.ASKED_DECLINED: "d",
    Standing.NOT_ASKED: "o",
    Standing.NOT_APPLICABLE: "x",
}
"""What is typed in the interview for each way of giving no answer."""


class FormAudience(StrEnum):
    """Whom a form is for."""

    CLIENT = "client"
    PARTNER_SUPPORT = "partner-support"
    PRACTITIONER = "practitioner"
    PROGRAMME = "programme"


@dataclass(frozen=True, slots=True)
class Box:
    """What can be ticked, and what is typed for it in the interview (empty: nothing is)."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class FormEntry:
    """One question.

    `lead` says whom it is put to (empty: the reader). `words` stands over the lines of one that is answered in words.
    """

    number: int
    lead: str
    text: str
    only_if: str
    choose: str
    answers: tuple[Box, ...]
    no_answer: tuple[Box, ...]
    words: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormSection:
    """Questions that follow each other under one heading."""

    heading: str
    entries: tuple[FormEntry, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A whole form."""

    title: str
    running: str
    confidential: str
    how: tuple[str, ...]
    about: tuple[str, ...]
    fields: tuple[str, ...]
    sections: tuple[FormSection, ...]
    language: str


def form(
    policy: Policy, stage: Stage, audience: FormAudience, numbered: Iterable[tuple[int, Question]], command: str
) -> Form:
    """Return the form of these questions with their numbers; `command` is how its answers are keyed in."""
    with speaking(policy.speech):
        questions = tuple(numbered)
        places = {question.id: number for number, question in questions}
        sections = tuple(
            FormSection(heading, tuple(_entry(number, one, audience, places, policy) for number, one in group))
            for heading, group in groupby(questions, lambda pair: pair[1].section)
        )
        of_client = audience is FormAudience.CLIENT
        key_in = ask.FORM_KEY_IN.format(command=command)
        rests_on = ask.FORM_POLICY.format(policy=policy.title, version=policy.version, stage=say.STAGES[stage])
        title = ask.FORM_TITLES[audience]
        return Form(
            title=title,
            running=ask.FORM_RUNNING.format(title=title, stage=say.STAGES[stage]),
            confidential=ask.FORM_FOR[audience],
            # What whoever hands over a client's sheet has to know of its wording is not for the client to read.
            how=tuple(filter(None, (ask.FORM_HOW[audience], "" if of_client else draft_text(policy.translation_note)))),
            # A title of a policy may speak of violence; the client's form names it nowhere.
            about=(ask.FORM_NOTICE_CLIENT,) if of_client else (say.NOTICE, key_in, rests_on),
            fields=(
                ask.FORM_REFERENCE_CLIENT if of_client else ask.FORM_REFERENCE,
                ask.FORM_DAY,
                *(() if of_client else (ask.FORM_FILLED_BY,)),
            ),
            sections=sections,
            language=policy.speech.language,
        )


def _entry(
    number: int, question: Question, audience: FormAudience, places: Mapping[str, int], policy: Policy
) -> FormEntry:
    if audience is FormAudience.CLIENT:
        return FormEntry(
            number=number,
            lead="",
            text=question.ask,
            only_if=_only_if_client(question, places),
            choose="",
            answers=(),
            no_answer=tuple(Box("", text) for text in ask.FORM_STANDINGS_CLIENT.values()),
            words=ask.FORM_WORDS_CLIENT,
            fields=(),
        )
    put = audience is not FormAudience.PARTNER_SUPPORT or Source.PARTNER_SUPPORT in question.asked_of
    to = Source.PARTNER_SUPPORT if audience is FormAudience.PARTNER_SUPPORT else question.asked_of[0]
    lead = ask.PUT_TO[to] if put else ""
    about = ask.FORM_ASK_ABOUT.format(subject=question.subject)
    return FormEntry(
        number=number,
        lead=lead,
        text=question.ask if put else about,
        only_if=_only_if(question, places, policy),
        choose="" if question.open else ask.FORM_SEVERAL if question.several else ask.FORM_ONE,
        answers=tuple(Box(str(place), question.say(word)) for place, word in enumerate(question.answers, start=1)),
        no_answer=tuple(_no_answers(question, audience)),
        words=ask.FORM_WORDS if question.open else "",
        fields=(ask.FORM_SAID_BY, ask.FORM_DAY, ask.FORM_NOTE),
    )


def _no_answers(question: Question, audience: FormAudience) -> Iterator[Box]:
    looked_up = audience is FormAudience.PROGRAMME
    for standing, text in ask.FORM_STANDINGS.items():
        if standing == Standing.ASKED_DECLINED and looked_up:
            continue
        if standing == Standing.NOT_APPLICABLE and question.only_if is None:
            continue
        yield Box(KEYS[Standing(standing)], text)


# When a question is put at all --------------------------------------------------------------------------------------


def _only_if_client(question: Question, places: Mapping[str, int]) -> str:
    if question.only_if is None:
        return ""
    numbers = sorted(places[name] for name in questions_in(question.only_if) if name in places)
    if not numbers:
        return ""
    return ask.FORM_ONLY_IF_CLIENT.format(numbers=say.listed(map(str, numbers)))


def _only_if(question: Question, places: Mapping[str, int], policy: Policy) -> str:
    """Say when a question is put, by the numbers of the form; of others that are not on it only that it may not be."""
    condition = question.only_if
    if condition is None:
        return ""
    if not questions_in(condition) <= places.keys():
        return ask.FORM_MAY_NOT_APPLY
    return ask.FORM_ONLY_IF.format(condition=_in_words(condition, places, policy))


def _in_words(condition: Condition, places: Mapping[str, int], policy: Policy) -> str:
    match condition:
        case AnswerIs(name, wanted):
            question = policy.questions[name]
            answers = say.listed((ask.FORM_ANY_ANSWER.format(answer=question.say(word)) for word in wanted), "or")
            return ask.FORM_ANSWERED.format(number=places[name], answers=answers)
        case AllOf(members):
            return ask.FORM_ALL.join(_in_words(member, places, policy) for member in members)
        case AnyOf(members):
            return ask.FORM_ANY.join(_in_words(member, places, policy) for member in members)
        case AtLeast(number, members):
            conditions = ask.FORM_ANY.join(_in_words(member, places, policy) for member in members)
            return ask.FORM_AT_LEAST.format(number=number, conditions=conditions)
        case Not(member):
            return ask.FORM_NOT.format(condition=_in_words(member, places, policy))
        case _:
            raise TypeError("only_if reads answers only; the loader refuses anything else")


# The same as plain text and Markdown --------------------------------------------------------------------------------


def form_page(made: Form) -> Page:
    """Return a form as a page, for plain text and Markdown."""
    opening: list[Block] = [paragraph(made.confidential, tone=Tone.STRONG)]
    opening += map(paragraph, (*made.how, *made.about))
    opening += [_blank(label) for label in made.fields]
    sections = [Section(part.heading, tuple(map(_as_item, part.entries))) for part in made.sections]
    return Page(made.title, tuple(opening), tuple(sections), made.language)


def _as_item(entry: FormEntry) -> Item:
    below: list[Item] = []
    if entry.only_if:
        below.append(item(entry.only_if, mark=Mark.LABEL))
    below += [item(f"{box.key} {box.text}".strip(), mark=Mark.BOX) for box in (*entry.answers, *entry.no_answer)]
    below += [_blank(label) for label in (*entry.fields, *([entry.words] if entry.words else []))]
    lead = f"{entry.lead} " if entry.lead else ""
    return item(f"{entry.number}. {lead}{entry.text}", below=tuple(below), mark=Mark.LABEL)


def _blank(label: str) -> Item:
    return Item((f"{label}: ",), (), Mark.BLANK)
