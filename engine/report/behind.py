"""What a flag rests on: the answers that make it what it is, through the flags and conditions in between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.model.answer import PARTNER_SIDE
from engine.model.condition import CalledFor, FlagIs
from engine.model.policy import Effect
from engine.model.recommendation import RuleFinding, Tree
from engine.model.truth import Truth
from engine.report.reading import Reading, decisive, wanted_by


def leaves_behind(reading: Reading, flag: str, truth: Truth) -> Iterator[Tree]:
    """Yield the tests of answers that give a flag this truth."""
    yield from _behind(reading, reading.raisers(flag), truth, frozenset({flag}))


def _behind(reading: Reading, rules: Iterable[RuleFinding], truth: Truth, seen: frozenset[str]) -> Iterator[Tree]:
    for finding in rules:
        for leaf in decisive(finding.tree) if finding.truth is truth else ():
            match leaf.condition:
                case FlagIs(name) if name not in seen:
                    yield from _behind(reading, reading.raisers(name), truth, seen | {name})
                case CalledFor(name) if name not in seen:
                    yield from _behind(reading, reading.callers(name), truth, seen | {name})
                case _ if leaf.known is not None:
                    yield leaf
                case _:
                    continue


def questions_behind(reading: Reading, flag: str) -> frozenset[str]:
    """Return the questions on whose answers a raised flag rests."""
    leaves = leaves_behind(reading, flag, Truth.TRUE)
    return frozenset(leaf.known.question for leaf in leaves if leaf.known is not None)


def her_side_is_behind(reading: Reading) -> bool:
    """Whether an exclude flag, raised or still open, rests on what her side said, or on what only it was asked."""
    excluding = [finding for finding in reading.recommendation.flags if finding.flag.effect is Effect.EXCLUDE]
    asked = {
        flag
        for entry in reading.recommendation.to_find_out
        if PARTNER_SIDE & set(entry.ask) or PARTNER_SIDE & set(entry.question.asked_of)
        for flag in entry.settles
    }
    return any(
        (finding.truth is Truth.UNKNOWN and finding.flag.id in asked) or _said(reading, finding.flag.id, finding.truth)
        for finding in excluding
    )


def _said(reading: Reading, flag: str, truth: Truth) -> bool:
    return any(
        answer.source in PARTNER_SIDE
        for leaf in leaves_behind(reading, flag, truth)
        if leaf.known is not None
        for answer in reading.behind(leaf.known, wanted_by(leaf.condition))
    )
