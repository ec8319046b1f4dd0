"""Which leaves of a condition decide it by themselves: another truth there alone would be another truth of the rule.

This is the test that MC/DC asks for, over three truths in place of two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.model.condition import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    IsUnknown,
    Leaf,
    Not,
    SourcesDiffer,
    leaves_of,
)
from engine.model.recommendation import Tree
from engine.model.truth import FALSE, TRUE, UNKNOWN, Truth, at_least, every, negate, some


def truths_of(leaf: Leaf) -> tuple[Truth, ...]:
    """Return the truths that a leaf can have: a test of what is known is never unknown itself."""
    match leaf:
        case IsUnknown() | SourcesDiffer():
            return (TRUE, FALSE)
        case _:
            return (TRUE, FALSE, UNKNOWN)


def leaves_in(tree: Tree) -> Iterator[Tree]:
    """Yield the leaves of a judged condition, in reading order."""
    if not tree.children:
        yield tree
    for child in tree.children:
        yield from leaves_in(child)


class Deciding:
    """One condition, asked for many combinations of truths which of its leaves decide it. Each is worked out once."""

    def __init__(self, condition: Condition) -> None:
        self.condition = condition
        self.leaves = tuple(leaves_of(condition))
        self._found: dict[tuple[Truth, ...], tuple[bool, ...]] = {}

    def at(self, truths: tuple[Truth, ...]) -> tuple[bool, ...]:
        """Say of each leaf whether it alone decides the condition while the leaves have these truths."""
        found = self._found.get(truths)
        if found is None:
            came = _truth(self.condition, iter(truths))
            found = tuple(
                any(
                    _truth(self.condition, iter((*truths[:number], other, *truths[number + 1 :]))) is not came
                    for other in truths_of(leaf)
                    if other is not truths[number]
                )
                for number, leaf in enumerate(self.leaves)
            )
            self._found[truths] = found
        return found


def _truth(condition: Condition, leaves: Iterator[Truth]) -> Truth:
    """Return the truth of a condition, taking its leaves' truths one after the other; every one is taken."""
    match condition:
        case AllOf(members):
            return every(_each(members, leaves))
        case AnyOf(members):
            return some(_each(members, leaves))
        case AtLeast(number, members):
            return at_least(number, _each(members, leaves))
        case Not(member):
            return negate(_truth(member, leaves))
        case _:
            return next(leaves)


def _each(members: Sequence[Condition], leaves: Iterator[Truth]) -> list[Truth]:
    return [_truth(member, leaves) for member in members]
