"""The words in which a difference between two policies is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from engine.report.assurance.diff_shape import DifferenceShape, NamedShape, StageShape

BEARINGS: Final[Mapping[str, str]] = {
    "recommendation": "What can change a recommendation",
    "promise": "What the policy promises",
    "report": "What stands around a recommendation",
    "papers": "Papers",
    "text": "Texts",
}
KINDS: Final[Mapping[str, str]] = {
    "policy": "The policy",
    "question": "Question",
    "flag": "Flag",
    "rule": "Rule",
    "safeguard": "Safeguard",
    "invariant": "Invariant",
    "source": "Source",
}
DIRECTIONS: Final[Mapping[str, str]] = {
    "equivalent": "equivalent",
    "more-cautious": "more cautious",
    "less-cautious": "less cautious",
    "both": "less cautious for some cases, more cautious for others",
    "not-known": "not known",
}
HOW: Final[Mapping[str, str]] = {
    "unchanged": "Nothing was changed that a recommendation rests on.",
    "proved": "Proved for every case that there can be at this stage, whatever was answered by whom, or not at all.",
    "searched": "Nothing is proved: cases were tried, and what was not found may still exist.",
    "only-old": "The new policy has no rules in force here: no case is screened at this stage any more.",
    "only-new": "The old policy had no rules in force here, so that there is nothing to compare with.",
    "reflection": "A reflection recommends nothing, so that there is nothing to compare.",
}
PROVED_IN_PART: Final = "Proved for every case whose answers both policies know. What is not compared is named below."
ASPECTS: Final[Mapping[tuple[str, bool, str], str]] = {
    ("outcomes", True, "yes"): "Some case gets a less cautious outcome.",
    ("outcomes", True, "no"): "No case gets a less cautious outcome.",
    (
        "outcomes",
        True,
        "not-known",
    ): "Whether a case gets a less cautious outcome is not known; it counts as if one did.",
    ("outcomes", False, "yes"): "Some case gets a more cautious outcome.",
    ("outcomes", False, "no"): "No case gets a more cautious outcome.",
    ("outcomes", False, "not-known"): "Whether a case gets a more cautious outcome is not known.",
    ("conditions", True, "yes"): "Some case that both recommend with conditions loses a condition.",
    ("conditions", True, "no"): "No case that both recommend with conditions loses a condition.",
    ("conditions", True, "not-known"): "Whether a case loses a condition is not known; it counts as if one did.",
    ("conditions", False, "yes"): "Some case that both recommend with conditions gets a further condition.",
    ("conditions", False, "no"): "No case that both recommend with conditions gets a further condition.",
    ("conditions", False, "not-known"): "Whether a case gets a further condition is not known.",
}
TRUTHS: Final[Mapping[str | None, str]] = {
    "true": "true",
    "false": "false",
    "unknown": "unknown",
    None: "not in force",
}


def stage_name(stage: str) -> str:
    """Return a stage as it is written in a policy."""
    return stage


def counted(many: int, what: str) -> str:
    """Return a count with its noun."""
    return f"{many} {what}" if many == 1 else f"{many} {what}s"


def listed(words: Iterable[str], last: str = "and") -> str:
    """Return words as a list that reads aloud."""
    *before, end = words
    return f"{', '.join(before)} {last} {end}" if before else end


def named(changes: Iterable[NamedShape], most: int = 1000) -> str:
    """Return changes by what they are about, each once; beyond `most` they are counted."""
    said = sorted({f"{KINDS[one['kind']].lower()} {one['id']}".rstrip() + f" ({one['key']})" for one in changes})
    return listed(said if len(said) <= most else [*said[:most], f"{len(said) - most} more"])


def directions_in_short(found: DifferenceShape) -> Iterator[str]:
    """Yield a line for each direction, with the stages at which it goes that way."""
    stages = [stage for stage in found["stages"] if stage["how"] != "reflection"]
    if stages and all(stage["how"] == "unchanged" for stage in stages):
        yield "Every case gets the outcome and the conditions that it got: nothing was changed that they rest on."
        return
    by_direction: dict[str, list[str]] = {}
    for stage in stages:
        by_direction.setdefault(direction_of(stage), []).append(stage["stage"])
    order = [*DIRECTIONS]
    rank = {direction_of(stage): order.index(stage["direction"]) for stage in stages}
    for text in sorted(by_direction, key=lambda text: (rank[text], text)):
        yield f"{text[0].upper()}{text[1:]}: {listed(by_direction[text])}."
    if any(_not_proved(stage) for stage in stages):
        yield "Not all of this is proved: what was not found may still exist."
    elif words_left_out(found):
        yield "This is proved for every case that there can be in answers that both know; the others are not compared."
    else:
        yield "This is proved for every case that there can be."


def words_left_out(found: DifferenceShape) -> bool:
    """Whether there are answers that only one of the two knows."""
    return any(stage["left_out"] or stage["several_left_out"] for stage in found["stages"])


def _not_proved(stage: StageShape) -> bool:
    shown = (*stage["outcomes"].values(), *stage["conditions"].values())
    return stage["how"] == "searched" or "not-known" in shown


def direction_of(stage: StageShape) -> str:
    """Return the direction of a stage in words, with whether it is outcomes or conditions that go that way."""
    if stage["direction"] not in {"less-cautious", "more-cautious", "both"}:
        return DIRECTIONS[stage["direction"]]
    ways = []
    for way, key in (("less cautious", "less_cautious"), ("more cautious", "more_cautious")):
        aspects = (("outcomes", stage["outcomes"]), ("conditions", stage["conditions"]))
        where = [aspect for aspect, found in aspects if dict(found)[key] == "yes"]
        ways += [(way, listed(where))] if where else []
    if len(ways) > 1 and ways[0][1] == ways[1][1]:
        return f"some cases less, others more cautious in {ways[0][1]}"
    told = [f"{way} in {where}" for way, where in ways]
    if len(told) > 1:
        return f"some cases {told[0]}, others {told[1]}"
    return ", ".join(told) or DIRECTIONS[stage["direction"]]


def not_weaker(found: DifferenceShape) -> str:
    """Return that nothing is less cautious, with everything that this does not cover."""
    among = ", among the cases that were compared" if words_left_out(found) else ""
    texts = found["wording_not_compared"]
    if not texts:
        return f"nothing is less cautious{among}."
    kinds = ((one, sorted({each["id"] for each in texts if each["kind"] == one})) for one in ("safeguard", "flag"))
    nouns = {"safeguard": "condition", "flag": "notice of who is told at once"}
    many = {"safeguard": "conditions", "flag": "notices of who is told at once"}
    said = [f"{len(ids)} {(nouns if len(ids) == 1 else many)[kind]} ({listed(ids)})" for kind, ids in kinds if ids]
    return (
        f"no outcome and no list of conditions is less cautious than before{among}. But the wording of"
        f" {listed(said)} was changed and was not compared: read it."
    )
