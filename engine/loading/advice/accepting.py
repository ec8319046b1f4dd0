"""Which findings and notes are accepted in policy.yaml, and what is wrong with an acceptance.

INVARIANT (no silence): what is accepted is counted, and listed with its reason on demand; an acceptance that has run
out accepts nothing, one that meets nothing is a finding itself, and so is one for years. What is found in a text is
accepted by its words, so that no text written later is covered. An error is never accepted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from json import dumps
from typing import NamedTuple

from engine.loading.acceptance import Acceptance
from engine.loading.advice.errors_listed import ERRORS
from engine.loading.advice.finding import Finding
from engine.loading.advice.slugs import FINDINGS, NOTES, OF_ACCEPTANCES, OF_TEXTS
from engine.loading.languages import Note
from engine.loading.spelling import did_you_mean, in_one

EXPIRED = "acceptance-expired"
NOTHING = "accepts-nothing"
TOO_LONG = "acceptance-too-long"

_YEARS = 2
"""For so long a finding may be accepted at most, from the day of checking."""


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
        met = tuple(each for each in findings if _covers(acceptance, each))
        noted = tuple(note for note, names in notes if note.slug == acceptance.finding and acceptance.about in names)
        if acceptance.until < on:
            wrong.append(_expired(acceptance))
        elif met or noted:
            covered.append(Accepted(acceptance, met, noted))
        elif acceptance.finding in looked_for or acceptance.finding not in FINDINGS:
            wrong += _meets_nothing(acceptance, findings, notes)
        else:
            covered.append(Accepted(acceptance, (), ()))
        if acceptance.until > _latest(on):
            wrong.append(_too_long(acceptance, _latest(on)))
    closed = {finding for each in covered for finding in each.findings}
    silent = {note for each in covered for note in each.notes}
    left = [finding for finding in findings if finding not in closed]
    return Answered(
        tuple(sorted([*left, *wrong])),
        tuple(sorted(note for note, _ in notes if note not in silent)),
        tuple(covered),
    )


def _covers(acceptance: Acceptance, finding: Finding) -> bool:
    if (finding.slug, finding.about) != (acceptance.finding, acceptance.about):
        return False
    if finding.slug not in OF_TEXTS:
        return not acceptance.words
    return bool(acceptance.words) and _plain(acceptance.words) in map(_plain, finding.words)


def _plain(words: str) -> str:
    return " ".join(words.split()).rstrip(".!;:, \u2013").casefold()


def _latest(on: date) -> date:
    year = on.year + _YEARS
    if year > date.max.year:
        return date.max
    try:
        return on.replace(year=year)
    except ValueError:  # the last day of a February that the other year does not have
        return on.replace(year=year, day=28)


def _too_long(acceptance: Acceptance, latest: date) -> Finding:
    message = (
        f"`{acceptance.finding}` about `{acceptance.about}` is accepted until {acceptance.until.isoformat()}, more than"
        f" {_YEARS} years from now"
    )
    help_ = f"write a day on which somebody will look at it again, {latest.isoformat()} at the latest"
    return Finding(acceptance.place, TOO_LONG, acceptance.about, message, help_)


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
    elif slug in OF_ACCEPTANCES:
        message, help_ = f"`{slug}` is about acceptances, and cannot be accepted itself", "mend the acceptance"
    elif slug not in FINDINGS and slug not in NOTES:
        near = did_you_mean(slug, [*FINDINGS, *NOTES])
        message = f"`{slug}` is not a finding of `policy check`"
        help_ = in_one(near, "write the word that stands in brackets behind `finding`")
    elif said := [each for each in findings if (each.slug, each.about) == (slug, about)]:
        message, help_ = _other_words(acceptance, said)
    else:
        others = {each.about for each in findings if each.slug == slug}
        others |= {name for note, names in notes if note.slug == slug for name in names}
        near = did_you_mean(about, others)
        message = f"nothing is found under `{slug}` about `{about}`"
        help_ = in_one(near, "delete the acceptance if it was mended")
    yield Finding(acceptance.place, NOTHING, about, message, help_)


def _other_words(acceptance: Acceptance, found: Sequence[Finding]) -> tuple[str, str]:
    """Return what is wrong with the words of an acceptance whose finding and entry there are, and what to write."""
    what = f"`{acceptance.finding}` about `{acceptance.about}`"
    if acceptance.finding not in OF_TEXTS:
        return f"{what} is found in no text, and is not accepted by words", "take `words` out"
    words = sorted(each.words[0] for each in found)
    message = f"{what} is found in other words than `words` of the acceptance"
    if not acceptance.words:
        message = f"{what} is found in a text, and the acceptance does not hold the words that may stay"
    shown = " or ".join(f"`words: {dumps(each, ensure_ascii=False)}`" for each in words)
    return message, f"write {shown}"
