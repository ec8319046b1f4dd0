"""Two policies made ready for comparing many cases at once."""

from __future__ import annotations

from dataclasses import replace

from engine.compare.cases import CaseDifference
from engine.compare.renamed import renamed_between, under
from engine.errors import Problem
from engine.model.policy import Policy
from engine.report.batch.transitions_data import Change


def named_as(new: Policy, old: Policy) -> Policy:
    """Return the old policy with the names that the new one gives to the same flags, safeguards, rules and promises.

    Questions keep theirs: a table names them, and what an answer is to is not guessed.
    """
    return under(old, replace(renamed_between(old, new), questions={}))


def change_of(difference: CaseDifference | None) -> Change:
    """Return what becomes of a case in a word. One that loses a condition is less cautious, whatever it gains."""
    if difference is None:
        return Change.NO_CHANGE
    if difference.less:
        return Change.LESS_CAUTIOUS
    return Change.MORE_CAUTIOUS if difference.shifts else Change.CONDITIONS_DIFFER


def of_removed(problem: Problem, old: Policy, new: Policy) -> Problem:
    """Return a problem with the column of a table; told anew where it is a question that only the old policy asks."""
    named = problem.message.partition("`")[2].partition("`")[0]
    question = named.removesuffix(":on").partition("@")[0]
    if problem.slug != "unknown-column" or question in new.questions or question not in old.questions:
        return problem
    what = f"`{question}` is a question of the old policy, and not one of the new policy: the table cannot be compared"
    help = (
        "screen the table by the old policy and a copy without this column by the new one, and lay the two side by side"
        "; or compare a table of only the rows in which it is not filled, without the column"
    )
    return problem._replace(slug="question-removed", message=what, help=help)
