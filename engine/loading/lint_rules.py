"""What is wrong between rules, flags and stages: closure, cycles, flags nothing raises, rules that cannot apply."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from engine.errors import Place, Problem
from engine.loading.closure import Closure, flags_on_knowledge, knowledge_under_not
from engine.loading.conditions import Written
from engine.loading.cycles import cycles_in, longest_chain, spelled
from engine.loading.entries import Entry
from engine.loading.gathering import Gathered
from engine.loading.needs import flag_id, pairs
from engine.loading.spelling import listed
from engine.model.condition import AllOf, AnswerIs, AnyOf, AtLeast, FlagIs
from engine.model.policy import Effect, Rule, Status
from engine.model.question import Stage

MOST_IN_A_CHAIN = 40
"""Flags upon flags, far more than anybody could follow in a report, and few enough for every evaluator."""


def lint_rules(gathered: Gathered, leading: Collection[str]) -> Iterator[Problem]:
    """Yield the problems of rules and flags; `leading` are the rules that lead to an exclude flag."""
    questions = {name: entry.item for name, entry in gathered.questions.items()}
    current = [entry for entry in gathered.rules.values() if entry.item.status is not Status.RETIRED]
    resting = flags_on_knowledge([(e.item.raises, e.when) for e in current if e.item.raises and e.when])
    for name, entry in gathered.rules.items():
        if entry.when is not None:
            yield from knowledge_under_not(entry.when, resting)
            yield from _senseless(entry.when, gathered)
            if name in leading:
                yield from Closure(questions, f"the rule `{name}` leads to an exclude flag").check(entry.when)
    yield from _excluding(gathered)
    yield from _replaced(gathered)
    yield from _flags_raised(gathered)
    for stage in Stage:
        yield from _flag_cycles(gathered, stage)
    for invariant in gathered.invariants.values():
        if invariant.when is not None:
            yield from _senseless(invariant.when, gathered)


def _senseless(written: Written, gathered: Gathered) -> Iterator[Problem]:
    """Conditions that hold for every answer or for none, or say the same thing twice."""
    for node in written.walk():
        condition = node.condition
        if not isinstance(condition, AllOf | AnyOf | AtLeast):
            continue
        for number, member in enumerate(node.members):
            if member.condition in condition.members[:number]:
                yield Problem(
                    member.place, "repeated-condition", "the same condition stands here twice", "delete one of the two"
                )
        tests: dict[str, tuple[Place, list[set[str]]]] = {}
        for member in node.members:
            if isinstance(member.condition, AnswerIs):
                test = member.condition
                tests.setdefault(test.question, (member.place, []))[1].append(set(test.wanted))
        for name, (place, wanted) in tests.items():
            entry = gathered.questions.get(name)
            if entry is None or len(wanted) == 1:
                continue
            if isinstance(condition, AllOf) and not entry.item.several and not set.intersection(*wanted):
                yield Problem(
                    place,
                    "never-met",
                    f"no answer of `{name}` meets all of these tests",
                    "the rule could never apply: join them by `any`, or correct the answers",
                )
            if isinstance(condition, AnyOf) and set.union(*wanted) >= set(entry.item.answers):
                yield Problem(
                    place,
                    "always-met",
                    f"every answer of `{name}` meets one of these tests",
                    "leave out the least concerning answer",
                )


def _excluding(gathered: Gathered) -> Iterator[Problem]:
    for name, entry in gathered.rules.items():
        flag = gathered.flags.get(entry.item.raises or "")
        if flag is None or flag.item.effect is not Effect.EXCLUDE or entry.item.status is Status.RETIRED:
            continue
        if not entry.item.if_unknown_ask:
            yield Problem(
                entry.place(""),
                "if-unknown-ask-missing",
                f"`{name}` raises the exclude flag `{flag.item.id}` and does not say whom to ask",
                "add `if_unknown_ask: [sources]`: whose word can settle it when an answer is missing",
            )
        if Stage.STRUCTURAL in entry.item.stages:
            yield Problem(
                entry.place("raise"),
                "no-exclusion-here",
                "the stage structural gives a reflection, not a recommendation: nothing can be excluded",
                "raise a caution flag, or move the rule to another programme stage",
            )


def _replaced(gathered: Gathered) -> Iterator[Problem]:
    graph = {name: [entry.item.replaced_by] for name, entry in gathered.rules.items() if entry.item.replaced_by}
    for cycle in cycles_in(graph):
        yield Problem(
            gathered.rules[cycle[0]].place("replaced_by"),
            "replaced-by",
            f"retired rules replace each other: {spelled(cycle)}",
            "name the rule that is in force now",
        )


def _flags_raised(gathered: Gathered) -> Iterator[Problem]:
    """Every flag is raised by a rule in force, and at each stage where a rule in force tests it."""
    if not gathered.whole:
        return
    raised: dict[str, set[Stage]] = {}
    for entry in gathered.rules.values():
        if entry.item.status is Status.IN_FORCE and entry.item.raises:
            raised.setdefault(entry.item.raises, set()).update(entry.item.stages)
    derived = {flag_id(need) for _, need in pairs(entry.item for entry in gathered.safeguards.values())}
    for name, flag in gathered.flags.items():
        if name not in raised and name not in gathered.mentioned | derived:
            yield Problem(
                flag.place("id"),
                "flag-never-raised",
                f"no rule in force raises `{name}`",
                "write a rule that raises it, or delete the flag",
            )
    for entry in gathered.rules.values():
        if entry.item.status is not Status.IN_FORCE or entry.when is None:
            continue
        for node in entry.when.walk():
            if isinstance(node.condition, FlagIs):
                tested = node.condition.flag
                stages = raised.get(tested, set())
                never = [stage for stage in entry.item.stages if stage not in stages]
                if stages and never and tested not in gathered.mentioned:
                    yield Problem(
                        node.place,
                        "flag-of-another-stage",
                        f"no rule of stage {listed(never)} raises `{tested}`, so it is never raised here",
                        "raise it at this stage too, or test the answers behind it",
                    )


def _flag_cycles(gathered: Gathered, stage: Stage) -> Iterator[Problem]:
    graph: dict[str, set[str]] = {}
    behind: dict[tuple[str, str], tuple[Entry[Rule], Place]] = {}
    for _, entry in sorted(gathered.rules.items()):
        rule = entry.item
        if stage not in rule.stages or rule.raises is None or rule.status is Status.RETIRED or entry.when is None:
            continue
        for node in entry.when.walk():
            if isinstance(node.condition, FlagIs):
                graph.setdefault(node.condition.flag, set()).add(rule.raises)
                behind.setdefault((node.condition.flag, rule.raises), (entry, node.place))
    for cycle in cycles_in(graph):
        steps = list(zip(cycle, (*cycle[1:], cycle[0]), strict=True))
        rules = ", ".join(f"`{behind[step][0].item.id}`" for step in steps)
        yield Problem(
            behind[steps[-1]][1],
            "flag-cycle",
            f"flags raise each other in a circle: {spelled(cycle)}",
            f"take one of these tests out: the rules are {rules}",
        )
    chain = longest_chain(graph)
    if len(chain) > MOST_IN_A_CHAIN:
        yield Problem(
            behind[chain[-2], chain[-1]][1],
            "chain-too-long",
            f"{len(chain)} flags raise one another in a chain to `{chain[-1]}`; at most {MOST_IN_A_CHAIN} may",
            "let rules read the answers behind a flag rather than flag upon flag",
        )
