"""Which findings and notes are accepted in policy.yaml, and what is wrong with an acceptance.

INVARIANT (no silence): what is accepted is counted, and listed with its reason on demand; an acceptance that has run
out accepts nothing, and one that meets nothing is a finding itself. An error is never accepted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from engine.loading.acceptance import Acceptance
from engine.loading.advice.errors_listed import ERRORS
from engine.loading.advice.finding import Finding
from engine.loading.advice.slugs import FINDINGS, NOTES
from engine.loading.languages import Note
from engine.loading.spelling import did_you_mean, in_one

EXPIRED = "acceptance-expired"
NOTHING = "accepts-nothing"


class Accepted(NamedTuple):
    """An acceptance, and the findings and notes that it covers."""

    acceptance: Acceptance
    findings: tuple[Finding, ...]
    notes: tuple[Note, ...]


class Answered(NamedTuple):
    """What is left to answer for, what is worth a note, and what is accepted."""

    findings: tuple[Finding, ...]
    notes: tuple[Note, ...]
    accepted: tuple[Accepted, ...]


def answered(
    findings: Sequence[Finding],
    notes: Sequence[tuple[Note, Collection[str]]],
    acceptances: Sequence[Acceptance],
    on: date,
    looked_for: Collection[str],
) -> Answered:
    """Return what is open and what is accepted on a day.

    `notes` come with the words that an acceptance may call them by. `looked_for`: the slugs of findings that were
    looked for at all; what was not looked for does not make an acceptance empty.
    """
    covered: list[Accepted] = []
    wrong: list[Finding] = []
    for acceptance in acceptances:
        met = tuple(each for each in findings if (each.slug, each.about) == (acceptance.finding, acceptance.about))
        noted = tuple(note for note, names in notes if note.slug == acceptance.finding and acceptance.about in names)
        if acceptance.until < on:
            wrong.append(_expired(acceptance))
        elif met or noted:
            covered.append(Accepted(acceptance, met, noted))
        elif acceptance.finding in looked_for or acceptance.finding not in FINDINGS:
            wrong += _meets_nothing(acceptance, findings, notes)
        else:
            covered.append(Accepted(acceptance, (), ()))
    closed = {finding for each in covered for finding in each.findings}
    silent = {note for each in covered for note in each.notes}
    left = [finding for finding in findings if finding not in closed]
    return Answered(
        tuple(sorted([*left, *wrong])),
        tuple(sorted(note for note, _ in notes if note not in silent)),
        tuple(covered),
    )


def _expired(acceptance: Acceptance) -> Finding:
    message = (
        f"`{acceptance.finding}` about `{acceptance.about}` was accepted until {acceptance.until.isoformat()}"
        f" by {acceptance.by}: {acceptance.reason}"
    )
    help_ = "look at it again: mend it and delete the acceptance, or give the reason anew with a new day"
    return Finding(acceptance.place, EXPIRED, acceptance.about, message, help_)


def _meets_nothing(
    acceptance: Acceptance, findings: Sequence[Finding], notes: Sequence[tuple[Note, Collection[str]]]
) -> Iterator[Finding]:
    slug, about = acceptance.finding, acceptance.about
    if slug in ERRORS:
        message, help_ = f"`{slug}` is an error, and no error can be accepted", "mend what it tells of"
    elif slug in (EXPIRED, NOTHING):
        message, help_ = f"`{slug}` is about acceptances, and cannot be accepted itself", "mend the acceptance"
    elif slug not in FINDINGS and slug not in NOTES:
        near = did_you_mean(slug, [*FINDINGS, *NOTES])
        message = f"`{slug}` is not a finding of `policy check`"
        help_ = in_one(near, "write the word that stands in brackets behind `finding`")
    else:
        others = {each.about for each in findings if each.slug == slug}
        others |= {name for note, names in notes if note.slug == slug for name in names}
        near = did_you_mean(about, others)
        message = f"nothing is found under `{slug}` about `{about}`"
        help_ = in_one(near, "delete the acceptance if it was mended")
    yield Finding(acceptance.place, NOTHING, about, message, help_)
