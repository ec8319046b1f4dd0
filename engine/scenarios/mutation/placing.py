"""Where in the policy's files a mutant's slip would be."""

from __future__ import annotations

from collections.abc import Iterator

from engine.errors import Place
from engine.loading.places import EntryPlace, Places
from engine.model.condition import Condition, leaves_of, members_of
from engine.model.policy import Policy
from engine.scenarios.mutation.conditions import Kind
from engine.scenarios.mutation.mutants import Mutant

_KEYS = {
    Kind.RULE_DROPPED: "status",
    Kind.STAGE_DROPPED: "also_at",
    Kind.SAFEGUARD_DROPPED: "recommend",
    Kind.SOURCE_NOT_ASKED: "if_unknown_ask",
    Kind.EXCLUDE_TO_CAUTION: "effect",
    Kind.REMEDY_DROPPED: "remedy",
    Kind.CORROBORATION_DROPPED: "corroborate",
    Kind.CORROBORATOR_DROPPED: "corroborate",
    Kind.VALIDITY_DROPPED: "valid_for",
    Kind.VALIDITY_DOUBLED: "valid_for",
    Kind.ONLY_IF_DROPPED: "only_if",
    Kind.NEED_DROPPED: "needs",
    Kind.BASE_DROPPED: "base_safeguards",
}


def place_of(policy: Policy, places: Places, mutant: Mutant) -> Place:
    """Return the place of what would be another one: a test or a group of a condition, or else a key."""
    match mutant.entry:
        case "rule":
            entry = places.rules[mutant.id]
        case "flag":
            entry = places.flags[mutant.id]
        case "safeguard":
            entry = places.safeguards[mutant.id]
        case "question":
            entry = places.questions[mutant.id]
        case _:
            entry = places.header
    if mutant.kind in _KEYS:
        return entry.keys.get(_KEYS[mutant.kind], entry.place)
    return _of_node(policy.rules[mutant.id].when, entry, mutant.path)


def _of_node(condition: Condition, entry: EntryPlace, path: tuple[int, ...]) -> Place:
    """Return the place of a node; where `not` was pushed down, that of the first test in it."""
    node, leaf, found = 0, 0, condition
    for step in path:
        before = members_of(found)[:step]
        node += 1 + sum(1 for member in before for _ in _nodes(member))
        leaf += sum(1 for member in before for _ in leaves_of(member))
        found = members_of(found)[step]
    if len(entry.nodes) == sum(1 for _ in _nodes(condition)):
        return entry.nodes[node]
    return entry.leaves[leaf] if leaf < len(entry.leaves) else entry.keys.get("when", entry.place)


def _nodes(condition: Condition) -> Iterator[Condition]:
    yield condition
    for member in members_of(condition):
        yield from _nodes(member)
