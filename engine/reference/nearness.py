"""Why not: the rules that are one answer short of applying, and the answers that made no difference."""

from __future__ import annotations

from engine.model.answer import Case, Standing
from engine.model.condition import (
    AllOf,
    AnswerIs,
    AnyOf,
    AtLeast,
    IsUnknown,
    Not,
    SourcesDiffer,
)
from engine.model.policy import Policy
from engine.model.recommendation import NearMiss, RuleFinding, Tree
from engine.model.truth import FALSE, TRUE, UNKNOWN, Truth, at_least, every, negate, some


def near_misses(policy: Policy, rules: tuple[RuleFinding, ...]) -> tuple[NearMiss, ...]:
    """List the rules that one answer keeps from applying and that are near: closest first, then by id.

    Near means: the answer that governs stands right below those that the rule tests for (and is not the least
    concerning one), or another part of the rule already holds. A rule that is merely not met is not a near miss.
    """
    found: list[tuple[int, str, NearMiss]] = []
    for finding in rules:
        if finding.truth is not FALSE or finding.rule.derived:
            continue
        answered = [(test, chosen) for test, chosen in _one_short(finding.tree) if chosen]
        partly = bool(answered) and _holds_somewhere(finding.tree)
        closest: dict[str, tuple[int, tuple[str, ...]]] = {}
        for test, chosen in answered:
            question = policy.questions[test.question]
            governing = question.rank(chosen[-1])
            steps = min([abs(question.rank(word) - governing) for word in test.wanted])
            if partly or (governing > 0 and steps == 1):
                closest[question.id] = min(closest.get(question.id, (steps, test.wanted)), (steps, test.wanted))
        for question_id, (steps, wanted) in closest.items():
            miss = NearMiss(finding.rule, policy.questions[question_id], wanted)
            found.append((steps, finding.rule.id + " " + question_id, miss))
    return tuple(miss for _, _, miss in sorted(found, key=lambda item: item[:2]))


def _one_short(tree: Tree) -> list[tuple[AnswerIs, tuple[str, ...]]]:
    """Return each false answer test that alone keeps this tree from holding, with what was answered."""
    short: list[Tree] = []
    match tree.condition:
        case AnswerIs() as test:
            return [(test, tree.known.chosen)] if tree.truth is FALSE and tree.known is not None else []
        case AnyOf():
            short = [*tree.children]
        case AllOf():
            short = [child for child in tree.children if child.truth is FALSE]
            short = short if len(short) == 1 else []
        case AtLeast(number, _):
            if sum([child.truth is not FALSE for child in tree.children]) == number - 1:
                short = [*tree.children]
        case _:
            pass
    return [found for child in short for found in _one_short(child)]


def _holds_somewhere(tree: Tree) -> bool:
    if not tree.children:
        return tree.truth is TRUE and not isinstance(tree.condition, IsUnknown | SourcesDiffer)
    return any(_holds_somewhere(child) for child in tree.children)


def made_no_difference(policy: Policy, case: Case, rules: tuple[RuleFinding, ...]) -> tuple[str, ...]:
    """List the questions whose answers could be taken out without changing the truth of any rule.

    Open questions are left out: no rule reads them.
    """
    trees = {finding.rule.id: finding.tree for finding in rules}
    readers = policy.readers(case.stage)
    return tuple(
        question
        for question, answers in sorted(case.answers.items())
        if question in policy.questions
        and question not in policy.governing
        and not policy.questions[question].open
        and any(answer.standing is Standing.ANSWERED for answer in answers)
        # Rules that read few questions come first: most questions are found to matter there, and cheaply.
        and all(_without(trees[rule.id], question) is trees[rule.id].truth for rule in readers.get(question, ()))
    )


def _without(tree: Tree, question_id: str) -> Truth:
    """Return the truth of the tree if nobody had answered the question."""
    if not tree.children:
        if tree.known is None or tree.known.question != question_id:
            return tree.truth
        match tree.condition:
            case IsUnknown():
                return TRUE
            case SourcesDiffer():
                return FALSE
            case _:
                return UNKNOWN
    truths = [_without(child, question_id) for child in tree.children]
    match tree.condition:
        case AllOf():
            return every(truths)
        case AnyOf():
            return some(truths)
        case AtLeast(number, _):
            return at_least(number, truths)
        case Not():
            return negate(truths[0])
        case _:
            raise TypeError("a leaf has no children")
