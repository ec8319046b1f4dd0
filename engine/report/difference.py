"""What would differ if something else had been answered: two recommendations on the same case, side by side.

Always told as a thought experiment. It never ranks answers, and never says which answer would lead anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.model.answer import Answer, Case
from engine.model.recommendation import Recommendation
from engine.model.truth import Truth
from engine.report.confidential import case_named, notice, running
from engine.report.draft import draft_notice
from engine.report.json_ import heard_json, outcome_word
from engine.report.marked import marked_text
from engine.report.page import Block, Item, Page, Section, Tone, item, labelled, paragraph
from engine.report.plain import plain_text
from engine.report.reading import Reading
from engine.report.words import label, say, speaking

_NOTHING: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class _Shift:
    """Something whose truth would differ."""

    id: str
    before: Truth
    after: Truth


def what_if_text(before: Recommendation, after: Recommendation, width: int = 80, *, colour: bool = False) -> str:
    """Return what would differ, as plain text. Both must be of the same case reference, stage and policy."""
    return plain_text(what_if_page(before, after), width, colour=colour)


def what_if_markdown(before: Recommendation, after: Recommendation) -> str:
    """Return what would differ, as Markdown."""
    return marked_text(what_if_page(before, after))


def what_if_html(before: Recommendation, after: Recommendation) -> str:
    """Return what would differ, as one HTML file."""
    from engine.report.html_ import html_text

    return html_text(what_if_page(before, after))


def what_if_json(before: Recommendation, after: Recommendation) -> dict[str, object]:
    """Return what would differ, as plain data: `forethought.what-if/1`, lists sorted by id."""
    with speaking(before.policy.speech):
        return _what_if_json(before, after)


def _what_if_json(before: Recommendation, after: Recommendation) -> dict[str, object]:
    case, policy = before.case, before.policy
    return {
        "schema": "forethought.what-if/1",
        "case": case.reference,
        "stage": case.stage.value,
        "screened_on": before.screened_on.isoformat(),
        "policy": {"id": policy.id, "version": policy.version, "fingerprint": policy.fingerprint},
        "engine": before.engine,
        "supposed": [
            {"question": question, "before": heard_json(was), "after": heard_json(would_be)}
            for question, was, would_be in _supposed(before.case, after.case)
        ],
        "outcome": {"before": outcome_word(before), "after": outcome_word(after)},
        "text": {
            "before": say.outcome_text(case.stage, before.outcome),
            "after": say.outcome_text(case.stage, after.outcome),
        },
        "flags": _shifts_json(_flags(before), _flags(after)),
        "safeguards": _shifts_json(_safeguards(before), _safeguards(after)),
        "rules": _shifts_json(_rules(before), _rules(after)),
        "to_find_out": _sides_json(_to_find_out(before), _to_find_out(after)),
        "contradictions": _sides_json(_contradictions(before), _contradictions(after)),
        "warnings": [caveat.value for caveat in after.warnings],
        "notice": f"{say.WHAT_IF_NOTICE} {say.NOTICE}",
    }


def what_if_page(before: Recommendation, after: Recommendation) -> Page:
    """Return what would differ, as a page."""
    with speaking(before.policy.speech):
        return _page(before, after)


def _page(before: Recommendation, after: Recommendation) -> Page:
    case = before.case
    reading = Reading(after)
    opening = (
        *draft_notice(before.policy.translation_note),
        notice(case),
        paragraph(*case_named(case)),
        paragraph(say.WHAT_IF_NOTICE, tone=Tone.STRONG),
    )
    sections = (
        Section(say.H_SUPPOSED, tuple(_supposed_items(before, after))),
        Section(
            say.H_OUTCOME,
            (
                labelled(say.AS_RECORDED, say.outcome_text(case.stage, before.outcome)),
                labelled(say.AS_SUPPOSED, say.outcome_text(case.stage, after.outcome)),
                paragraph(say.WHAT_IF_DEFERENCE),
            ),
        ),
        Section(say.H_WARNINGS, reading.caveats()),
        Section(say.H_DIFFERS, _differing(before, after) or (paragraph(say.WHAT_IF_SAME),)),
        Section(
            say.H_RESTS_ON,
            (
                paragraph(say.NOTICE),
                *((paragraph(say.PROGRAMME_NOT_CONSIDERED),) if reading.programme_unasked else ()),
            ),
        ),
    )
    present = tuple(section for section in sections if section.blocks)
    return Page(say.WHAT_IF_TITLE, opening, present, running=running(case))


def _supposed_items(before: Recommendation, after: Recommendation) -> Iterator[Item]:
    reading = Reading(after)
    for question_id, was, would_be in _supposed(before.case, after.case):
        question = reading.question(question_id)
        nothing = (item(say.NOBODY_ANSWERED),)
        yield item(
            reading.heading(question_id),
            below=(
                labelled(say.AS_RECORDED, below=tuple(item(*reading.answer(question, one)) for one in was) or nothing),
                labelled(
                    say.AS_SUPPOSED, below=tuple(item(*reading.answer(question, one)) for one in would_be) or nothing
                ),
            ),
        )


def _differing(before: Recommendation, after: Recommendation) -> tuple[Block, ...]:
    reading = Reading(after)
    blocks: list[Block] = []
    for shifted, shifts, truths in (
        (label.SHIFTED_FLAG, _shifts(_flags(before), _flags(after)), say.FLAG_TRUTHS),
        (label.SHIFTED_CONDITION, _shifts(_safeguards(before), _safeguards(after)), say.SAFEGUARD_TRUTHS),
        (label.SHIFTED_RULE, _shifts(_rules(before), _rules(after)), say.RULE_TRUTHS),
    ):
        blocks += [
            item(
                shifted.format(title=reading.title(shift.id), id=shift.id),
                below=(
                    labelled(say.AS_RECORDED, truths[shift.before]),
                    labelled(say.AS_SUPPOSED, truths[shift.after]),
                ),
            )
            for shift in shifts
        ]
    for was, would_be, no_more, anew in (
        (_to_find_out(before), _to_find_out(after), say.NO_MORE_TO_FIND_OUT, say.NEW_TO_FIND_OUT),
        (_contradictions(before), _contradictions(after), say.NO_MORE_DIFFER, say.NEW_DIFFER),
    ):
        blocks += [item(f"{anew}: {reading.heading(question)}") for question in sorted(would_be - was)]
        blocks += [item(f"{no_more}: {reading.heading(question)}") for question in sorted(was - would_be)]
    return tuple(blocks)


def _supposed(before: Case, after: Case) -> Iterator[tuple[str, tuple[Answer, ...], tuple[Answer, ...]]]:
    """Yield each question whose answers differ, with both, those of the programme's profile last."""
    for question in sorted({*before.answers, *after.answers}):
        was, would_be = before.answers.get(question, _NOTHING), after.answers.get(question, _NOTHING)
        if was != would_be:
            yield question, was, would_be
    if before.programme is not None and after.programme is not None:
        yield from _supposed(before.programme, after.programme)


def _flags(recommendation: Recommendation) -> dict[str, Truth]:
    return {finding.flag.id: finding.truth for finding in recommendation.flags}


def _safeguards(recommendation: Recommendation) -> dict[str, Truth]:
    return {finding.safeguard.id: finding.truth for finding in recommendation.safeguards}


def _rules(recommendation: Recommendation) -> dict[str, Truth]:
    return {finding.rule.id: finding.truth for finding in recommendation.rules}


def _to_find_out(recommendation: Recommendation) -> frozenset[str]:
    return frozenset(entry.question.id for entry in recommendation.to_find_out)


def _contradictions(recommendation: Recommendation) -> frozenset[str]:
    return frozenset(known.question for known in recommendation.contradictions)


def _shifts(before: Mapping[str, Truth], after: Mapping[str, Truth]) -> list[_Shift]:
    """List what differs, by id; what a recommendation does not list is false there."""
    both = {name: (before.get(name, Truth.FALSE), after.get(name, Truth.FALSE)) for name in {*before, *after}}
    return [_Shift(name, was, would_be) for name, (was, would_be) in sorted(both.items()) if was is not would_be]


def _shifts_json(before: Mapping[str, Truth], after: Mapping[str, Truth]) -> list[dict[str, str]]:
    return [
        {"id": shift.id, "before": shift.before.value, "after": shift.after.value} for shift in _shifts(before, after)
    ]


def _sides_json(before: frozenset[str], after: frozenset[str]) -> dict[str, list[str]]:
    return {"only_before": sorted(before - after), "only_after": sorted(after - before)}
