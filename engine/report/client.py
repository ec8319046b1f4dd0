"""The client's copy: what the practitioner decided and what is agreed, and nothing else.

INVARIANT (non-interference): it is made from a decision and the policy's wording alone. No function here takes a case
or a recommendation, and this module may not import one, even indirectly: whatever another source said, the copy is the
same, byte for byte. `ClientCopy` has no field that a reason could travel in.
"""

from __future__ import annotations

import json

from engine.errors import BadData, Place, Problem
from engine.model.decision import ClientCopy, Decision
from engine.model.policy import Policy
from engine.model.question import Stage
from engine.report.marked import marked_text
from engine.report.page import Page, Quoted, Section, filled, item, paragraph
from engine.report.plain import plain_text
from engine.report.words import label, say, share, speaking

_NO_CLIENT = Problem(
    Place("decision"),
    "no-client-copy",
    "a decision about the programme itself has no client's copy",
    "name the decision on a client's case",
)


def client_copy(decision: Decision, policy: Policy) -> ClientCopy:
    """Return what the client may be told, conditions in the policy's wording for the client, in the decision's order.

    Raises BadData when a condition is not in the policy or has no wording for the client: leaving it out in silence
    would hide what was agreed.
    """
    problems = [] if decision.stage.of_client else [_NO_CLIENT]
    wording = []
    for condition in decision.conditions:
        safeguard = policy.safeguards.get(condition)
        if safeguard is None or not safeguard.client_wording:
            problems.append(_unworded(condition, known=safeguard is not None))
        else:
            wording.append(safeguard.client_wording)
    if problems:
        raise BadData(problems)
    return ClientCopy(
        case=decision.case,
        choice=decision.choice,
        conditions=tuple(wording),
        review_by=decision.review_by,
        contact=decision.contact,
        by=decision.by,
        on=decision.on,
        speech=policy.speech,
        stage=decision.stage,
    )


def _told(copy: ClientCopy) -> tuple[str, ...]:
    """Return what was decided, and what follows from it: the same words whatever it rests on."""
    if copy.stage is Stage.END:
        return (share.CLIENT_CHOICES_END[copy.choice], *share.CLIENT_MORE_END[copy.choice])
    return (say.CLIENT_CHOICES[copy.choice], *say.CLIENT_MORE[copy.choice])


def _unworded(condition: str, *, known: bool) -> Problem:
    if known:
        slug, message = "no-client-wording", f"the safeguard {condition} has no wording for the client"
        advice = "give it a client_wording in safeguards.yaml, or leave it out of the decision's conditions"
    else:
        slug, message = "unknown-safeguard", f"the policy has no safeguard {condition}"
        advice = "`forethought policy list safeguards` shows every one"
    return Problem(Place("decision"), slug, message, advice)


def client_text(copy: ClientCopy, width: int = 80) -> str:
    """Return the client's copy as plain text."""
    return plain_text(client_page(copy), width)


def client_markdown(copy: ClientCopy) -> str:
    """Return the client's copy as Markdown."""
    return marked_text(client_page(copy))


def client_html(copy: ClientCopy) -> str:
    """Return the client's copy as one HTML file."""
    from engine.report.html_ import html_text

    return html_text(client_page(copy))


def client_json(copy: ClientCopy) -> str:
    """Return the client's copy as JSON text: `forethought.client-copy/1`."""
    with speaking(copy.speech):
        text = " ".join(_told(copy))
    document = {
        "schema": "forethought.client-copy/1",
        "case": copy.case,
        "choice": copy.choice.value,
        "text": text,
        "conditions": list(copy.conditions),
        "review_by": copy.review_by.isoformat(),
        "contact": copy.contact,
        "by": copy.by,
        "on": copy.on.isoformat(),
    }
    return json.dumps(document, ensure_ascii=True, indent=2) + "\n"


def client_page(copy: ClientCopy) -> Page:
    """Return the client's copy as a page."""
    with speaking(copy.speech):
        return _page(copy)


def _page(copy: ClientCopy) -> Page:
    decided, *more = _told(copy)
    opening = (
        paragraph(*filled(label.REFERENCE, case=Quoted(copy.case))),
        paragraph(decided),
        *((paragraph(" ".join(more)),) if more else ()),
    )
    closing = (
        paragraph(say.CLIENT_REVIEW.format(day=say.day(copy.review_by))),
        paragraph(f"{say.CLIENT_CONTACT}: ", Quoted(copy.contact)),
        paragraph(*filled(label.DECIDED_BY, by=Quoted(copy.by), day=say.day(copy.on))),
    )
    sections = [Section(say.CLIENT_NEXT, closing)]
    if copy.conditions:
        sections.insert(0, Section(say.CLIENT_AGREED, tuple(item(wording) for wording in copy.conditions)))
    return Page(say.CLIENT_TITLE, opening, tuple(sections))
