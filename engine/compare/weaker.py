"""What may ask less of people without changing an outcome or a list of conditions, and wording that nobody compared.

INVARIANT (fail-closed): what is not plainly as strong as it was, or stronger, is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from engine.compare.changes import Change, canonical
from engine.model.policy import Flag, Invariant, Policy, Safeguard
from engine.model.question import Stage
from engine.report.assurance.diff_words import listed

_WORDING = {"safeguard": frozenset({"do", "who", "by", "check"}), "flag": frozenset({"tell"})}
"""The texts that say what a condition asks of people, and who is told at once."""


class Weaker(NamedTuple):
    """Something that may ask less than before, by what it is about."""

    kind: str
    id: str
    key: str
    what: str


def weaker_between(old: Policy, new: Policy) -> tuple[Weaker, ...]:
    """Return what may ask less. `old` has the ids of the new policy where an entry was only renamed."""
    found = [*_stages(old, new)]
    for flag_id, flag in old.flags.items():
        found += _flag(flag, new.flags.get(flag_id))
    for safeguard_id, safeguard in old.safeguards.items():
        found += _safeguard(safeguard, new.safeguards.get(safeguard_id))
    for kept in old.invariants.values():
        found += _invariant(kept, new.invariants.get(kept.id))
    return tuple(sorted(found))


def reworded(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return the changes of wording on which the strength of a condition rests, and which nobody compared."""
    return tuple(one for one in changes if one.language and one.key in _WORDING.get(one.kind, ()))


def _stages(old: Policy, new: Policy) -> Iterator[Weaker]:
    for stage in Stage:
        gone = sorted({*old.base_at(stage)} - {*new.base_at(stage)})
        if gone:
            what = f"{listed(gone)} no longer stands among the conditions that every case at the stage {stage} gets"
            yield Weaker("policy", "", f"base_safeguards at {stage}", what)
        was, now = old.review.get(stage), new.review.get(stage)
        if was is not None and (now is None or now > was):
            what = "no longer has a date" if now is None else "is later than before"
            yield Weaker("policy", "", f"review at {stage}", f"the review at the stage {stage} {what}")


def _flag(was: Flag, now: Flag | None) -> Iterator[Weaker]:
    if len(now.tell if now is not None else ()) < len(was.tell):
        yield Weaker("flag", was.id, "tell", f"fewer are told at once when the flag {was.id} is raised")
    # Of a flag that is gone it is compared what it did to outcomes; nothing is left that a remedy could resolve.
    if now is not None and {*was.remedy} - {*now.remedy}:
        yield Weaker("flag", was.id, "remedy", f"the flag {was.id} has lost a remedy")
    if now is not None and was.partner_safety and not now.partner_safety:
        yield Weaker("flag", was.id, "partner_safety", f"partner support no longer reads of the flag {was.id}")


def _safeguard(was: Safeguard, now: Safeguard | None) -> Iterator[Weaker]:
    if now is None:
        yield Weaker("safeguard", was.id, "removed", f"the condition {was.id} is gone")
        return
    if was.each_session and not now.each_session:
        yield Weaker(
            "safeguard", was.id, "each_session", f"the condition {was.id} no longer has to be met at each session"
        )
    if was.partner_safety and not now.partner_safety:
        yield Weaker("safeguard", was.id, "partner_safety", f"partner support no longer reads of the flag {was.id}")


def _invariant(was: Invariant, now: Invariant | None) -> Iterator[Weaker]:
    if now is None:
        yield Weaker("invariant", was.id, "removed", f"the promise {was.id} is no longer made")
        return
    held = {*now.stages} >= {*was.stages} and {*now.outcomes} <= {*was.outcomes}
    same = now.if_holds is None or (was.if_holds is not None and canonical(now.if_holds) == canonical(was.if_holds))
    if not (held and same):
        yield Weaker("invariant", was.id, "changed", f"the promise {was.id} may say less than before")
