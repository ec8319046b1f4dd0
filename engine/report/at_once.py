"""Who must be told at once, as blocks: for the practitioner's report and for partner support's copy alike.

Takes texts alone, so that the copy for partner support can use it without reaching a recommendation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.report.page import Block, item, paragraph
from engine.report.words import share


def told_blocks(whom_because: Mapping[str, str]) -> Iterator[Block]:
    """Yield who must be told, each with the grounds; those who are told for the same grounds stand under them."""
    for because in dict.fromkeys(whom_because.values()):
        yield paragraph(share.TELL.format(because=because))
        yield from (item(whom[:1].upper() + whom[1:]) for whom, why in whom_because.items() if why == because)
