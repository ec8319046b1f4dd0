"""Who must be told at once, as blocks: for the practitioner's report and for partner support's copy alike.

Takes texts alone, so that the copy for partner support can use it without reaching a recommendation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from engine.report.page import Block, item, paragraph
from engine.report.words import say, share


def told_blocks(whom_because: Mapping[str, Sequence[str]]) -> Iterator[Block]:
    """Yield the grounds once, and a line for each who must be told; with several grounds, for which of them.

    Where everybody is told for the same grounds these need no numbers.
    """
    grounds = list(dict.fromkeys(ground for because in whom_because.values() for ground in because))
    alike = all(set(because) == set(grounds) for because in whom_because.values())
    named = grounds if alike else [share.GROUND_NUMBERED.format(number=n, ground=g) for n, g in enumerate(grounds, 1)]
    if grounds:
        yield paragraph(share.TELL.format(because="; ".join(named)))
    for whom, because in whom_because.items():
        line = whom[:1].upper() + whom[1:]
        if alike:
            yield item(line)
        elif set(because) == set(grounds):
            yield item(f"{line} {share.TELL_ALL}")
        else:
            numbers = say.listed(str(n) for n, ground in enumerate(grounds, 1) if ground in because)
            yield item(f"{line} ({numbers})")
