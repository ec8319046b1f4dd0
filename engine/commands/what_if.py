"""`forethought what-if`: a thought experiment with changed answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

import click

from engine import api
from engine.commands.options import (
    day_of,
    folder_of,
    format_option,
    lang_option,
    load_case,
    load_policy,
    on_option,
    output_for,
    output_option,
    policy_option,
    programme_option,
)
from engine.errors import Exit
from engine.loading.spelling import did_you_mean, listed
from engine.model.answer import Answer, Case, Source, Standing
from engine.model.policy import Policy
from engine.model.question import Question
from engine.report.difference import what_if_html, what_if_json, what_if_markdown, what_if_text
from engine.report.json_ import dumps

_Word = TypeVar("_Word", Source, Standing)

_STANDING = "standing:"
_MEANINGS = "`forethought policy list questions` says what each means."
_LISTS = "`forethought policy list questions` shows every one"

_EPILOG = """\b
Examples:
  forethought what-if K-0412.yaml --answer shares-with-partner=device@partner-support
  forethought what-if K-0412.yaml --answer people-nearby=children,partner
  forethought what-if K-0412.yaml --answer stalking-history=standing:not-asked@police

It is a thought experiment: nothing is recorded, and it is never a way to look
for the answer that gets someone online.
"""


@click.command(name="what-if", epilog=_EPILOG)
@click.argument("case")
@click.option(
    "--answer",
    "supposed",
    metavar="Q=V[@SOURCE]",
    multiple=True,
    required=True,
    help=(
        "Suppose that SOURCE (default: the client or the programme, if it is put to them) answers V to question Q, "
        "on the day of screening. Several answers by commas; standing:asked-declined and its like for no answer. It "
        "takes the place of the same source's answer to that question; what other sources said stands. Repeatable."
    ),
)
@policy_option
@lang_option
@format_option("text", "json", "markdown", "html")
@programme_option
@on_option
@output_option
def what_if(  # noqa: PLR0913 - one argument for each option
    *,
    case: str,
    supposed: tuple[str, ...],
    policy_dir: str | None,
    lang: str | None,
    format_: str,
    programme: str | None,
    on: date | None,
    output: str | None,
) -> int:
    """Screen with changed answers and show what would differ."""
    target = output_for(output, case, programme, policy=folder_of(policy_dir))
    policy, day = load_policy(policy_dir, lang, screens=True), day_of(on)
    recorded = load_case(case, policy, day, programme, target)
    changed = recorded
    seen: set[tuple[str, Source]] = set()
    for text in supposed:
        changed = _supposing(policy, changed, text, day, seen)
    before, after = api.screen(policy, recorded, day), api.screen(policy, changed, day)
    match format_:
        case "json":
            target.write(dumps(what_if_json(before, after)))
        case "markdown":
            target.write(what_if_markdown(before, after))
        case "html":
            target.write(what_if_html(before, after))
        case _:
            target.write(what_if_text(before, after, target.width, colour=target.colour))
    target.close()
    return Exit.DONE


def _supposing(policy: Policy, case: Case, text: str, on: date, seen: set[tuple[str, Source]]) -> Case:
    """Return the case with one answer supposed, in the client's case or in the programme's profile."""
    name, equals, rest = text.partition("=")
    if not equals:
        raise _wrong("write it as QUESTION=ANSWER or QUESTION=ANSWER@SOURCE")
    question = _question(policy, case, name.strip())
    value, at, source_word = rest.rpartition("@") if "@" in rest and not question.open else (rest, "", "")
    source = _one_of(Source, source_word.strip(), "source", question) if at else _whose(question)
    if (question.id, source) in seen:
        raise _wrong(f"{question.id}: two answers of {source} are supposed; keep one of them")
    seen.add((question.id, source))
    answer = _answer(question, value.strip(), source, on)
    if question.stage in case.stage.readable:
        return _with(case, question, answer)
    if case.programme is None:
        raise _wrong(f"{question.id} is a question to the programme, and the case names no programme's profile")
    return replace(case, programme=_with(case.programme, question, answer))


def _whose(question: Question) -> Source:
    """Return whose answer it is when none is named: the client's or the programme's, if it is put to them."""
    for source in (Source.CLIENT, Source.PROGRAMME):
        if source in question.asked_of:
            return source
    raise _wrong(
        f"{question.id} is not put to the client: say whose answer it would be, as in ...@{question.asked_of[0]}"
    )


def _with(case: Case, question: Question, answer: Answer) -> Case:
    others = tuple(one for one in case.answers.get(question.id, ()) if one.source is not answer.source)
    return replace(case, answers={**case.answers, question.id: (*others, answer)})


def _question(policy: Policy, case: Case, name: str) -> Question:
    ids = [q.id for q in policy.questions.values() if q.stage in case.stage.readable or not q.stage.of_client]
    if name not in ids:
        meant = did_you_mean(name, ids) or _LISTS
        raise _wrong(f"no question at this stage has that id; {meant}")
    return policy.questions[name]


def _answer(question: Question, value: str, source: Source, on: date) -> Answer:
    if value.startswith(_STANDING):
        standing = _one_of(Standing, value.removeprefix(_STANDING), "standing", question)
        if standing is Standing.ANSWERED:
            raise _wrong(f"{question.id}: write the answer itself instead of standing:answered")
        return Answer(source, standing, (), on)
    if question.open:
        return Answer(source, Standing.ANSWERED, (value,), on)
    values = [word.strip() for word in value.split(",")]
    if len(values) > 1 and not question.several:
        raise _wrong(f"{question.id} takes one answer; expected one of: {listed(question.answers)}")
    for word in values:
        if word not in question.answers:
            raise _wrong(f"{question.id}: {_expected(word, question.answers)} {_MEANINGS}")
    return Answer(source, Standing.ANSWERED, tuple(word for word in question.answers if word in values), on)


def _one_of(words: type[_Word], word: str, what: str, question: Question) -> _Word:
    try:
        return words(word)
    except ValueError:
        raise _wrong(
            f"{question.id}: that is not a {what}; {_expected(word, [each.value for each in words])}"
        ) from None


def _expected(word: str, allowed: Iterable[str]) -> str:
    words = list(allowed)
    return f"expected one of: {listed(words)}. {did_you_mean(word, words)}".rstrip()


def _wrong(message: str) -> click.BadParameter:
    return click.BadParameter(message, param_hint="--answer")
