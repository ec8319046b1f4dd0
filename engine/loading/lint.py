"""What is wrong between the entries of a policy. Every check is a function of what was gathered; none changes anything.

Checks of absence ("raised by no rule") keep silent about ids that an unreadable entry may use, so that one mistake is
not reported twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from engine.errors import Place, Problem
from engine.loading import needs
from engine.loading.bearing import bearing_questions, leading_rules
from engine.loading.entries import Entry
from engine.loading.gathering import Gathered
from engine.loading.lint_asking import lint_asking
from engine.loading.lint_questions import lint_questions
from engine.loading.lint_rules import lint_rules
from engine.loading.spelling import in_one
from engine.model.policy import Rule, Status
from engine.model.question import Stage


def lint(gathered: Gathered) -> Iterator[Problem]:
    """Yield every problem between the entries of a policy."""
    rules = {name: entry.item for name, entry in gathered.rules.items()}
    flags = {name: entry.item for name, entry in gathered.flags.items()}
    safeguards = {name: entry.item for name, entry in gathered.safeguards.items()}
    questions = {name: entry.item for name, entry in gathered.questions.items()}
    leading = leading_rules(rules.values(), flags, safeguards)
    bearing = bearing_questions((rules[name] for name in leading), questions, safeguards.values())
    yield from lint_rules(gathered, leading)
    yield from lint_questions(gathered, bearing)
    yield from lint_asking(gathered)
    for check in (_stages, _unused_safeguards, _derived_ids):
        yield from check(gathered)


def _stages(gathered: Gathered) -> Iterator[Problem]:
    """Ask for a review interval and, where it concerns a client, for other routes at each stage with rules in force."""
    header = gathered.header
    if header is None:
        return
    live = [entry for entry in gathered.rules.values() if entry.item.status is Status.IN_FORCE]
    in_use = {stage for entry in live for stage in entry.item.stages}
    for stage in Stage:
        if stage not in in_use:
            continue
        leave = _how_to_leave(stage, live)
        if stage not in header.review:
            yield Problem(
                header.fields.place("review"),
                "review-missing",
                f"stage {stage} has rules and no review interval",
                in_one(f"add `{stage}: 4 weeks`, or another interval", leave),
            )
        if stage is not Stage.STRUCTURAL and not header.base_safeguards.get(stage):
            # INVARIANT (never-unconditional): without a base set a case could come out without any condition.
            yield Problem(
                header.fields.place("base_safeguards"),
                "base-safeguards-missing",
                f"stage {stage} has rules and no base safeguards",
                in_one(f"add `{stage}: [...]`: what every case of that stage gets", leave),
            )
        if stage.of_client and not header.other_routes.get(stage):
            yield Problem(
                header.fields.place("other_routes"),
                "other-routes-missing",
                f"stage {stage} has rules and no other routes",
                in_one(f"add `{stage}: [...]`: what can be offered instead of online work", leave),
            )


_FEW = 3


def _how_to_leave(stage: Stage, live: list[Entry[Rule]]) -> str:
    """Say what still stands in the way of having no such stage: files of its own, and rules that hold there too."""
    folders = sorted({str(Path(entry.fields.findings.file).parent) for entry in live if entry.item.stage is stage})
    also = sorted((entry.place("also_at"), entry.item.id) for entry in live if stage in entry.item.also_at)
    if not also:
        return ""
    named = ", ".join(f"`{name}` ({place})" for place, name in also[:_FEW])
    more = f" and {len(also) - _FEW} more" if len(also) > _FEW else ""
    own = f"delete {', '.join(folders)}, and " if folders else ""
    return f"to have no such stage, {own}take it out of `also_at` of {named}{more}"


def _unused_safeguards(gathered: Gathered) -> Iterator[Problem]:
    if gathered.header is None or not gathered.whole:
        return
    used = {name for names in gathered.header.base_safeguards.values() for name in names} | gathered.mentioned
    for rule in gathered.rules.values():
        used.update(rule.item.recommends)
    for flag in gathered.flags.values():
        used.update(flag.item.remedy)
    for name, entry in gathered.safeguards.items():
        if name not in used:
            yield Problem(
                entry.place("id"),
                "unused-safeguard",
                f"no rule, flag or base set calls for `{name}`",
                "recommend it in a rule, name it as a remedy, or delete it",
            )


def _derived_ids(gathered: Gathered) -> Iterator[Problem]:
    """Refuse the ids that the loader writes for a safeguard's needs."""
    taken: dict[str, Place] = {}
    flags, rules = gathered.flags, gathered.rules
    for safeguard, need in needs.pairs(entry.item for entry in gathered.safeguards.values()):
        flag_id = needs.flag_id(need)
        if flag_id in flags:
            taken[flag_id] = flags[flag_id].place("id")
        rule_ids = {needs.rule_id(stage, safeguard.id, need) for stage in Stage}
        taken |= {rule_id: rules[rule_id].place("id") for rule_id in rule_ids & set(rules)}
    for name, place in taken.items():
        yield Problem(
            place,
            "reserved-id",
            f"`{name}` is the id that follows from what a safeguard needs",
            "give this one another id, or delete it: it is written by the engine",
        )
