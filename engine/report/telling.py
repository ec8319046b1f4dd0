"""Who must be told at once: what the raised flags say, one line for each who is told."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.policy import Effect
from engine.model.recommendation import FlagFinding, Recommendation
from engine.model.truth import Truth
from engine.report.at_once import told_blocks
from engine.report.page import Block, Section
from engine.report.words import share


def to_tell(recommendation: Recommendation) -> dict[str, tuple[FlagFinding, ...]]:
    """Return, for each who must be told, the raised flags that say so: those that exclude first."""
    raised = [finding for finding in recommendation.flags if finding.truth is Truth.TRUE]
    found: dict[str, tuple[FlagFinding, ...]] = {}
    for finding in sorted(raised, key=lambda one: one.flag.effect is not Effect.EXCLUDE):
        for whom in finding.flag.tell:
            found[whom] = (*found.get(whom, ()), finding)
    return found


def tell_at_once(recommendation: Recommendation) -> Section:
    """Return the section that stands right after the outcome; without blocks when nobody has to be told."""
    return Section(share.H_TELL, tuple(_lines(recommendation)), tight=True)


def _lines(recommendation: Recommendation) -> Iterator[Block]:
    found = {whom: [f.flag.title for f in findings] for whom, findings in to_tell(recommendation).items()}
    yield from told_blocks(found)
