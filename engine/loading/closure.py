"""Whether every test stands where unknowns and worse answers can only make the outcome more cautious.

INVARIANT (monotone, unknown-never-safer): in a rule that leads to an exclude flag each test is upward closed (downward
closed under an odd number of `not`); no flag, no question with several answers and nothing that one source said stands
under `not`; and what is only known about answers is never tested in a way that an answer could make less cautious. In
any rule, what is only known about answers never stands under `not`, nor does a flag that rests on it. The checker
refuses anything else, so both hold by construction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import assert_never

from engine.errors import Place, Problem
from engine.loading.conditions import Written
from engine.loading.spelling import listed
from engine.model.condition import (
    AllOf,
    AnswerIs,
    AnyOf,
    AtLeast,
    CalledFor,
    Condition,
    FlagIs,
    IsUnknown,
    Not,
    ProgrammeLacks,
    SaidBy,
    SourcesDiffer,
)
from engine.model.question import Question


def flags_on_knowledge(rules: Iterable[tuple[str, Written]]) -> frozenset[str]:
    """Return the flags that rest on `unknown` or `contradiction`, through whatever other flags.

    `rules` holds, for each rule that raises a flag, the flag and the condition.
    """
    tested = [(flag, {node.condition for node in written.walk()}) for flag, written in rules]
    resting = {flag for flag, tests in tested if any(isinstance(test, IsUnknown | SourcesDiffer) for test in tests)}
    while more := {flag for flag, tests in tested if any(FlagIs(other) in tests for other in resting)} - resting:
        resting |= more
    return frozenset(resting)


def knowledge_under_not(written: Written, resting: Collection[str], *, under: bool = False) -> list[Problem]:
    """Refuse `unknown` and `contradiction` under `not`, in whatever rule, and the flags `resting` on them."""
    condition = written.condition
    if under and isinstance(condition, IsUnknown | SourcesDiffer):
        word = "unknown" if isinstance(condition, IsUnknown) else "contradiction"
        message, advice = f"`{word}` may not stand under `not`", "test the answers instead"
    elif under and isinstance(condition, FlagIs) and condition.flag in resting:
        message = f"the flag `{condition.flag}` rests on `unknown` or `contradiction` and may not stand under `not`"
        advice = "test the answers instead, or a flag that rests on answers alone"
    else:
        below = under or isinstance(condition, Not)
        return [problem for member in written.members for problem in knowledge_under_not(member, resting, under=below)]
    because = "more knowledge would make the rule apply"
    return [Problem(written.place, "knowledge-under-not", f"{message}: {because}", advice)]


class Closure:
    """Checks the condition of one rule (or one `only_if`) that bears on exclusion. `because` says why it must hold."""

    def __init__(self, questions: Mapping[str, Question], because: str) -> None:
        self._questions = questions
        self._because = because
        self._problems: list[Problem] = []

    def check(self, written: Written) -> list[Problem]:
        """Return what is refused in the condition."""
        self._visit(written, None, nots=0)
        return self._problems

    def _visit(self, written: Written, above: Written | None, nots: int) -> None:
        condition = written.condition
        match condition:
            case AllOf() | AnyOf() | AtLeast() | Not():
                below = nots + isinstance(condition, Not)
                for member in written.members:
                    self._visit(member, written, below)
            case AnswerIs():
                self._test(condition, written.place, nots)
            case SaidBy(source, test):
                if nots:
                    self._refuse(
                        written.place,
                        "said-by-under-not",
                        f"what {source} said stands under `not`",
                        "test what was said without `not`: one source's word clears no other's",
                    )
                self._test(test, written.place, nots)
            case FlagIs(flag) if nots:
                self._refuse(
                    written.place,
                    "flag-under-not",
                    f"the flag `{flag}` stands under `not`",
                    "test what raises the flag, or leave it out",
                )
            case ProgrammeLacks(question) if nots % 2:
                self._refuse(
                    written.place,
                    "not-downward-closed",
                    f"`programme-lacks: {question}` stands under `not`",
                    "leave it out: what a programme has clears nothing",
                )
            case SourcesDiffer(question):
                self._refuse(
                    written.place,
                    "contradiction-excludes",
                    f"`contradiction: {question}` stands here",
                    "raise a caution flag from it in a rule of its own, and test the answers here",
                )
            case IsUnknown(question):
                self._unknown(question, written.place, above.condition if above else None)
            case FlagIs() | ProgrammeLacks() | CalledFor():
                pass
            case _:
                assert_never(condition)

    def _test(self, test: AnswerIs, place: Place, nots: int) -> None:
        question = self._questions.get(test.question)
        if question is None or question.open or not set(test.wanted) <= set(question.answers):
            return
        if nots % 2 and question.several:
            # Any chosen answer meets a test, so one reassuring word of anyone's would unmake its negation.
            self._refuse(
                place,
                "several-under-not",
                f"this test of `{question.id}` stands under `not`, and the question takes several answers",
                "test the concerning answers without `not`",
            )
        if nots % 2 == 0 and not question.is_upward_closed(test.wanted):
            lowest = min(question.rank(answer) for answer in test.wanted)
            missing = [answer for answer in question.answers[lowest:] if answer not in test.wanted]
            enough = f"{{{question.id}: {{at-least: {question.answers[max(lowest, 1)]}}}}}"
            self._refuse(
                place,
                "not-upward-closed",
                f"this test of `{question.id}` leaves out the more concerning {listed(missing)}",
                f"write {enough}, or reorder the answers of the question",
            )
        if nots % 2 and not question.is_downward_closed(test.wanted):
            highest = max(question.rank(answer) for answer in test.wanted)
            missing = [answer for answer in question.answers[: highest + 1] if answer not in test.wanted]
            self._refuse(
                place,
                "not-downward-closed",
                f"this test of `{question.id}` stands under `not` and leaves out the less concerning {listed(missing)}",
                "add them, or test the concerning answers without `not`",
            )

    def _unknown(self, question_id: str, place: Place, above: Condition | None) -> None:
        question = self._questions.get(question_id)
        tests = [member for member in above.members if isinstance(member, AnswerIs)] if isinstance(above, AnyOf) else []
        beside = [test for test in tests if test.question == question_id]
        if question is None or question.open or any(question.worst in test.wanted for test in beside):
            return
        self._refuse(
            place,
            "unknown-alone",
            f"`unknown: {question_id}` does not stand beside a test of its most concerning answer",
            f"write any: [{{unknown: {question_id}}}, {{{question_id}: {question.worst}}}]",
        )

    def _refuse(self, place: Place, slug: str, message: str, advice: str) -> None:
        self._problems.append(Problem(place, slug, f"{message}; {self._because}", advice))
