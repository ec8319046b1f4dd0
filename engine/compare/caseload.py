"""Two policies made ready for comparing many cases at once."""

from __future__ import annotations

from dataclasses import replace

from engine.compare.cases import CaseDifference
from engine.compare.renamed import renamed_between, under
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
