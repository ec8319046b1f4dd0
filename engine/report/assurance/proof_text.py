"""A proof as text: a line for each kind of claim, then whatever is refuted with its case, then what else was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import indent, wrap
from typing import Final

from engine.model.question import Stage
from engine.report.assurance.proof_data import EXCEPTION, SCOPE, CaseShown, ClaimShown, ProofShown, TogetherShown
from engine.report.visible import visible_lines

_WIDTH: Final = 100
_PROMISES: Final = ("unknown-never-safer", "monotone", "stop-first", "never-unconditional")
_COUNTED: Final[Mapping[str, str]] = {
    "invariant": "the policy's own invariants",
    "rule-can-be-true": "every rule can apply",
    "outcome-can-be-reached": "every outcome can be reached",
}
_BROKEN: Final[Mapping[tuple[str, str], str]] = {
    ("unknown-never-safer", "knowing-more"): (
        "Online with conditions, although finding out more can change that, or call for a safeguard that is not listed."
    ),
    ("unknown-never-safer", "reassurance-taken-away"): (
        "Taking away a least concerning answer to `{about}` makes the recommendation less cautious."
    ),
    ("unknown-never-safer", "left-unanswered"): (
        "Leaving `{about}` wholly unanswered makes the recommendation online with conditions."
    ),
    ("monotone", "more-concerning"): (
        "Replacing an answer to `{about}` by a more concerning one makes the recommendation less cautious."
    ),
    ("monotone", "most-concerning-added"): (
        "Adding the most concerning answer to `{about}` makes the recommendation less cautious."
    ),
    ("stop-first", "whole"): (
        "The rule `{about}` excludes, and no longer does when questions that it does not read are left unanswered."
    ),
    ("never-unconditional", "whole"): "Online with conditions, without the base safeguards of the stage.",
    ("invariant", "whole"): "The invariant `{about}` is broken.",
    ("rule-can-be-true", "whole"): "No answer sheet makes the rule `{about}` true.",
    ("outcome-can-be-reached", "whole"): "No answer sheet leads to the outcome `{about}`.",
}
_LIMITS: Final = (
    "It says that the policy does what it promises. It says nothing about whether its rules are right, or enough: "
    "that is for people who know the work."
)


def proof_text(shown: ProofShown) -> str:
    """Return the report on a proof, ending in a line feed."""
    return visible_lines("\n".join(_lines(shown))) + "\n"


def _lines(shown: ProofShown) -> Iterator[str]:
    yield f"Policy: {shown.policy} {shown.version}, {shown.fingerprint}"
    yield ""
    names = (*_PROMISES, *_COUNTED)
    width = max(len(_COUNTED.get(kind, kind)) for kind in names)
    for kind in names:
        claims = [claim for claim in shown.claims if claim.kind == kind]
        for number, said in enumerate(_summary(kind, claims)):
            name = "" if number else _COUNTED.get(kind, kind)
            yield from wrap(
                said,
                _WIDTH,
                initial_indent=f"{name:<{width}}  ",
                subsequent_indent=" " * (width + 2),
                break_on_hyphens=False,
            )
    broken = [claim for claim in shown.claims if claim.standing == "refuted"]
    if broken:
        yield ""
        yield "Refuted"
        for claim in broken:
            yield from _refuted(claim)
    given_up = [claim for claim in shown.claims if claim.standing == "undecided"]
    if given_up:
        yield ""
        yield "Undecided: the time was up, so these are not proved. A longer time may help: --seconds."
        yield from (f"- {claim.stage.value}: {_named(claim)}" for claim in given_up)
    yield from _together(shown.together)
    yield ""
    yield from wrap(SCOPE, _WIDTH, break_on_hyphens=False)
    yield from wrap(EXCEPTION, _WIDTH, break_on_hyphens=False)
    yield from wrap(_LIMITS, _WIDTH)


def _summary(kind: str, claims: list[ClaimShown]) -> Iterator[str]:
    if not claims:
        yield "none"
    for standing in ("proved", "refuted", "undecided"):
        stands = [claim for claim in claims if claim.standing == standing]
        if kind in _PROMISES:
            # A promise has parts: a stage counts as proved when all of them are.
            stages = [claim.stage for claim in stands]
            if standing == "proved":
                other = {claim.stage for claim in claims if claim.standing != standing}
                stages = [stage for stage in stages if stage not in other]
            if stages:
                yield f"{standing} for {_stages(stages)}"
        elif stands:
            by_stage = [(stage, sum(c.stage is stage for c in stands)) for stage in _unique(c.stage for c in stands)]
            listed = ", ".join(f"{count} at {stage.value}" for stage, count in by_stage)
            yield f"{standing}: {listed}"


def _refuted(claim: ClaimShown) -> Iterator[str]:
    yield ""
    yield from wrap(
        f"{claim.kind}, at {claim.stage.value}: {_BROKEN[claim.kind, claim.part].format(about=claim.about)}", _WIDTH
    )
    for number, case in enumerate(claim.cases):
        which = f"{('First', 'Second')[number]} case" if len(claim.cases) > 1 else "The case"
        yield f"  {which}, of which the policy says `{case.outcome.value}`:"
        yield indent(case.case_file, "    ").rstrip()
        if case.profile_file:
            yield "  with profile.yaml beside it:"
            yield indent(case.profile_file, "    ").rstrip()
    if claim.cases:
        yield "  Ready to paste. It asks for what should be, so it fails until the policy is mended:"
        yield from _scenarios(claim.cases)


def _scenarios(cases: Iterable[CaseShown]) -> Iterator[str]:
    for case in cases:
        yield ""
        yield indent(case.scenario, "  ").rstrip()


def _together(groups: tuple[TogetherShown, ...]) -> Iterator[str]:
    telling = [group for group in groups if group.proved and not group.chained]
    if telling:
        yield ""
        yield "Rules that apply in exactly the same cases. No fault, but perhaps one of them is enough:"
        yield from (f"- {' and '.join(f'`{name}`' for name in g.rules)} ({_stages(g.stages)})" for g in telling)
    chained = sum(group.chained and group.proved for group in groups)
    if chained:
        yield ""
        count = f"{chained} {'more ' if telling else ''}{'group' if chained == 1 else 'groups'} of rules"
        apply = "always applies" if chained == 1 else "always apply"
        yield f"{count} {apply} together because one reads a flag that only the other raises. --format json lists them."
    perhaps = [group for group in groups if not group.proved]
    if perhaps:
        yield ""
        yield "Perhaps in the same cases; the time was up:"
        yield from (f"- {' and '.join(f'`{name}`' for name in g.rules)} ({_stages(g.stages)})" for g in perhaps)


def _named(claim: ClaimShown) -> str:
    return ", ".join(word for word in (claim.kind, claim.part if claim.part != "whole" else "", claim.about) if word)


def _stages(stages: Iterable[Stage]) -> str:
    return ", ".join(stage.value for stage in _unique(stages))


def _unique(stages: Iterable[Stage]) -> list[Stage]:
    found = set(stages)
    return [stage for stage in Stage if stage in found]
