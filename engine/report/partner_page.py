"""Partner support's copy as a page, as text, as Markdown and as JSON.

INVARIANT (partner-support-copy): every function here takes the copy alone; there is nothing else it could print.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from engine.model.partner_copy import Ground, Measure, PartnerSupportCopy
from engine.model.policy import Outcome
from engine.report.at_once import told_blocks
from engine.report.draft import draft_notice
from engine.report.marked import marked_text
from engine.report.page import Block, Item, Mark, Page, Quoted, Section, Tone, filled, item, labelled, paragraph
from engine.report.plain import plain_text
from engine.report.words import label, say, share, speaking, tell

if TYPE_CHECKING:
    from engine.report.shape_audiences import DecidedShape, PartnerSupportShape, ToldShape

SCHEMA: Final = "forethought.partner-support/1"


def partner_support_page(copy: PartnerSupportCopy) -> Page:
    """Return the copy as a page."""
    with speaking(copy.speech):
        opening = (
            *draft_notice(copy.translation_note),
            paragraph(share.PARTNER_SUPPORT_ONLY, tone=Tone.STRONG),
            paragraph(
                *filled(label.CASE, case=Quoted(copy.case), stage=say.STAGES[copy.stage]),
                f" {label.SCREENED_ON.format(day=say.day(copy.screened_on))}",
            ),
            paragraph(share.ONLY_HER_SAFETY),
        )
        sections = (
            Section(say.H_OUTCOME, (paragraph(_recommended(copy), tone=Tone.STRONG), paragraph(say.DEFERENCE))),
            Section(share.H_TELL, tuple(_to_tell(copy)), tight=True),
            Section(say.H_WARNINGS, tuple(paragraph(text) for text in _warnings(copy))),
            Section(share.H_GROUNDS, tuple(_grounds(copy))),
            Section(share.H_TO_FIND_OUT, tuple(_to_find_out(copy))),
            Section(share.H_DIFFER_HER_SIDE, tuple(_differing(copy))),
            Section(share.H_MEASURES, tuple(_measures(copy)), tight=True),
            Section(tell.H_DECISION, tuple(_decided(copy)), tight=True),
            Section(tell.H_ROUTES, tuple(item(route) for route in copy.other_routes)),
            Section(say.H_REVIEW, (paragraph(say.REVIEW.format(day=say.day(copy.review_by))),)),
            Section(share.H_KEPT, tuple(item(text) for text in share.KEPT)),
            Section(say.H_RESTS_ON, tuple(_rests_on(copy))),
        )
        present = tuple(section for section in sections if section.blocks)
        return Page(share.TITLE_PARTNER_SUPPORT, opening, present, running=(share.PARTNER_SUPPORT_ONLY_SHORT,))


def partner_support_text(copy: PartnerSupportCopy, width: int = 80, *, colour: bool = False) -> str:
    """Return the copy as text of at most `width` columns."""
    return plain_text(partner_support_page(copy), width, colour=colour)


def partner_support_markdown(copy: PartnerSupportCopy) -> str:
    """Return the copy as Markdown."""
    return marked_text(partner_support_page(copy))


def partner_support_html(copy: PartnerSupportCopy) -> str:
    """Return the copy as one HTML file."""
    from engine.report.html_ import html_text

    return html_text(partner_support_page(copy))


def partner_support_json(copy: PartnerSupportCopy) -> PartnerSupportShape:
    """Return the copy as plain data, lists sorted by id except `to_find_out`, which has the order of the questions."""
    with speaking(copy.speech):
        return {
            "schema": SCHEMA,
            "case": copy.case,
            "stage": copy.stage.value,
            "screened_on": copy.screened_on.isoformat(),
            "policy": {"id": copy.policy.id, "version": copy.policy.version, "fingerprint": copy.policy.fingerprint},
            "engine": copy.policy.engine,
            "outcome": copy.outcome.value,
            "text": say.outcome_text(copy.stage, copy.outcome),
            "warnings": _warnings(copy),
            "tell_at_once": told(_whom(copy)),
            "flags": [
                {
                    "id": ground.id,
                    "effect": "exclude" if ground.excludes else "caution",
                    "truth": "true" if ground.raised else "unknown",
                    "title": ground.title,
                    "meaning": ground.meaning,
                    "tell": list(ground.tell),
                }
                for ground in sorted(copy.grounds, key=lambda ground: ground.id)
            ],
            "to_find_out": [
                {"question": one.question, "about": one.about, "put": one.put or None, "settles": sorted(one.bears_on)}
                for one in copy.to_ask
            ],
            "contradictions": [
                {
                    "question": one.question,
                    "about": one.about,
                    "her_side": [
                        {
                            "value": word.words[0] if len(word.words) == 1 else list(word.words),
                            "source": word.source.value,
                            "on": word.on.isoformat() if word.on else None,
                        }
                        for word in one.her_side
                    ],
                }
                for one in sorted(copy.differ, key=lambda one: one.question)
            ],
            "safeguards": [
                {
                    "id": one.id,
                    "title": one.title,
                    "do": one.do,
                    "who": one.who,
                    "by": one.by,
                    "check": one.check,
                    "truth": "true" if one.certain else "unknown",
                }
                for one in sorted(copy.measures, key=lambda one: one.id)
            ],
            "other_routes": list(copy.other_routes),
            "review_by": copy.review_by.isoformat(),
            "decided": _decided_json(copy),
            "kept": [share.PARTNER_SUPPORT_ONLY, *share.KEPT],
            "notice": f"{say.DEFERENCE} {say.NOTICE}",
        }


def _decided_json(copy: PartnerSupportCopy) -> DecidedShape | None:
    decided = copy.decided
    if decided is None:
        return None
    return {
        "choice": decided.choice.value,
        "by": decided.by,
        "on": decided.on.isoformat(),
        "review_by": decided.review_by.isoformat(),
    }


def told(whom: Mapping[str, Iterable[str]]) -> list[ToldShape]:
    """Return who must be told as plain data, sorted, each with the ids of the flags."""
    return [{"whom": text, "flags": sorted(flags)} for text, flags in sorted(whom.items())]


def _recommended(copy: PartnerSupportCopy) -> str:
    return share.RECOMMENDED[copy.outcome].format(text=say.outcome_text(copy.stage, copy.outcome))


def _warnings(copy: PartnerSupportCopy) -> list[str]:
    return [
        *([share.ONLY_HER_SIDE] if copy.only_her_side else []),
        *([share.WAITING_FOR_HER_SIDE] if copy.waiting_for_her_side else []),
    ]


def _whom(copy: PartnerSupportCopy) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for ground in copy.grounds:
        for whom in ground.tell if ground.raised else ():
            found.setdefault(whom, []).append(ground.id)
    return found


def _to_tell(copy: PartnerSupportCopy) -> Iterator[Block]:
    """Yield who else is told, and once that the reader is, and when."""
    titles = {ground.id: ground.title for ground in copy.grounds}
    whom = {text: [titles[one] for one in grounds] for text, grounds in _whom(copy).items()}
    others = {text: because for text, because in whom.items() if not _is_you(text)}
    if len(others) < len(whom):
        yield paragraph(share.TELL_YOU_FIRST)
    yield from told_blocks(others)


def _is_you(text: str) -> bool:
    return any(text.casefold().startswith(word.casefold()) for word in share.BEGINS_WITH_YOU)


def _decided(copy: PartnerSupportCopy) -> Iterator[Block]:
    """Yield what the practitioner decided, by whom and when, and until when it holds: nothing of why."""
    decided = copy.decided
    if decided is None:
        return
    choice, by, on, *_ = tell.DECISION_LABELS
    yield labelled(choice, tell.CHOICES[copy.stage][decided.choice])
    yield labelled(by, Quoted(decided.by))
    yield labelled(on, say.day(decided.on))
    yield labelled(share.DECIDED_REVIEW, say.day(decided.review_by))


def _grounds(copy: PartnerSupportCopy) -> Iterator[Block]:
    for lead, raised in ((share.GROUNDS_TRUE, True), (share.GROUNDS_OPEN, False)):
        found = [ground for ground in copy.grounds if ground.raised is raised]
        if found:
            yield paragraph(lead)
        yield from map(_ground, found)
    if not copy.grounds:
        yield paragraph(share.NO_GROUNDS)


def _ground(ground: Ground) -> Item:
    frame = share.GROUND_EXCLUDES if ground.excludes else share.GROUND_CAUTIONS
    return item(frame.format(title=ground.title), below=(labelled(label.MEANS, ground.meaning),))


def _to_find_out(copy: PartnerSupportCopy) -> Iterator[Block]:
    titles = {ground.id: ground.title for ground in copy.grounds}
    if copy.to_ask:
        yield paragraph(share.TO_FIND_OUT)
    for one in copy.to_ask:
        below = [labelled(share.PUT_LIKE_THIS, one.put)] if one.put and one.put != one.about else []
        if one.bears_on:
            below.append(labelled(share.BEARS_ON, "; ".join(titles[ground] for ground in one.bears_on)))
        yield item(_capital(one.about), below=tuple(below))


def _differing(copy: PartnerSupportCopy) -> Iterator[Block]:
    if copy.differ:
        yield paragraph(share.DIFFER_HER_SIDE)
    for one in copy.differ:
        said = (
            f"{say.source_name(word.source)}, {say.day(word.on) if word.on else say.NO_DATE}: {word.told}"
            for word in one.her_side
        )
        yield item(_capital(one.about), below=tuple(map(item, said)))


def _measures(copy: PartnerSupportCopy) -> Iterator[Block]:
    if copy.measures:
        yield paragraph(_measures_lead(copy))
    for one in copy.measures:
        for_now = "" if one.certain else f" ({say.FOR_NOW})"
        # A box to tick only where everything that stands in the way is out of it.
        mark = Mark.BOX if copy.outcome is Outcome.CONDITIONAL else Mark.DASH
        yield item(f"{one.title}{for_now}", below=_measure(one), mark=mark)


def _measures_lead(copy: PartnerSupportCopy) -> str:
    # Against, work goes on meanwhile at every stage but the first.
    going_on = copy.outcome is Outcome.AGAINST and copy.stage in share.MEASURES_MEANWHILE
    return share.MEASURES_MEANWHILE[copy.stage] if going_on else share.MEASURES[copy.outcome]


def _measure(one: Measure) -> tuple[Item, ...]:
    said_already = any(word in one.by for word in tell.SAYS_EVERY_SESSION)
    every_session = f" - {tell.AT_EVERY_SESSION}" if one.each_session and not said_already else ""
    return (
        item(one.do, mark=Mark.LABEL),
        labelled(label.WHO_AND_WHEN, f"{one.who} - {one.by}{every_session}"),
        labelled(label.CHECK, one.check),
    )


def _rests_on(copy: PartnerSupportCopy) -> Iterator[Block]:
    named = copy.policy
    yield paragraph(say.NOTICE)
    yield labelled(
        label.POLICY,
        label.POLICY_AND_ENGINE.format(
            title=named.title,
            id=named.id,
            version=named.version,
            engine=named.engine,
            fingerprint=named.fingerprint,
        ),
    )
    yield paragraph(share.PARTNER_SUPPORT_ONLY_SHORT)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
