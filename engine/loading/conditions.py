"""From what stands under `when:` to a condition, with the place of each node. Never evaluates one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from engine.errors import Place
from engine.loading.findings import Findings
from engine.loading.nodes import MapNode, Node, ScalarNode
from engine.loading.spelling import did_you_mean, listed
from engine.loading.values import items_of, kind_of, read_known, read_scalar, read_words, words_of
from engine.loading.vocabulary import RESERVED, Head, Vocabulary
from engine.model.answer import Source
from engine.model.condition import (
    AllOf,
    AnswerIs,
    AnyOf,
    AtLeast,
    Condition,
    FlagIs,
    IsUnknown,
    Not,
    ProgrammeLacks,
    SaidBy,
    SourcesDiffer,
)
from engine.model.question import Stage


class Written(NamedTuple):
    """A condition as it was written: the node, its place, and the conditions directly below it."""

    condition: Condition
    place: Place
    members: tuple[Written, ...] = ()

    def walk(self) -> Iterator[Written]:
        """Yield this node and every node below, in reading order."""
        yield self
        for member in self.members:
            yield from member.walk()


class Under(Enum):
    """Where a condition stands; a condition of `only_if` tests answers alone."""

    RULE = "a rule"
    ONLY_IF = "`only_if`"
    INVARIANT = "an invariant"


_FORMS = "write a mapping such as {question: answer}, {flag: id}, {all: [...]}, {any: [...]} or {not: {...}}"


NOTHING = AnyOf(())
"""Stands in for a condition that could not be read; never leaves the room."""


_MEANT = {"and": "all", "or": "any", "atleast": "at-least", "at_least": "at-least", "none": "not", "if": "all"}
"""What another language says with these words: by their letters they would be taken for the opposite."""


class ConditionReader:
    """Reads the conditions of one file at one stage."""

    def __init__(self, vocabulary: Vocabulary, findings: Findings, stage: Stage, under: Under) -> None:
        self._words = vocabulary
        self._findings = findings
        self._stage = stage
        self._under = under

    def read(self, node: Node) -> Written | None:
        """Return the condition, or None when something below it is wrong (all of it is recorded)."""
        if not isinstance(node, MapNode):
            self._findings.add(node, "not-a-condition", f"{kind_of(node)} stands here, a condition is expected", _FORMS)
            return None
        entries = {key.value for key, _ in node.entries}
        if not entries:
            self._findings.add(node, "not-a-condition", "an empty mapping stands here, a condition is expected", _FORMS)
            return None
        if "said-by" in entries:
            return self._said_by(node)
        if "at-least" in entries or "of" in entries:
            return self._at_least(node)
        members = [self._entry(key, value) for key, value in node.entries]
        good = tuple(member for member in members if member is not None)
        if len(good) < len(members):
            return None
        if len(good) == 1:
            return good[0]
        return Written(AllOf(tuple(member.condition for member in good)), self._findings.place(node), good)

    def _entry(self, key: ScalarNode, value: Node) -> Written | None:
        place = self._findings.place(key)
        match key.value:
            case "all" | "any":
                members = self._members(value)
                if members is None:
                    return None
                of = tuple(member.condition for member in members)
                return Written(AllOf(of) if key.value == "all" else AnyOf(of), place, members)
            case "not":
                member = self.read(value)
                return Written(Not(member.condition), place, (member,)) if member else None
            case "flag":
                return self._flag(value, place)
            case "unknown" | "contradiction":
                if not self._allowed(key):
                    return None
                question = self._question(value)
                if question is None:
                    return None
                return Written(IsUnknown(question) if key.value == "unknown" else SourcesDiffer(question), place)
            case "programme-lacks":
                return self._programme_lacks(key, value)
            case _:
                test = self._test(key, value)
                return Written(test, place) if test else None

    def _members(self, node: Node) -> tuple[Written, ...] | None:
        items = items_of(node, "a list of conditions", self._findings)
        if items is None:
            return None
        members = [self.read(item) for item in items]
        good = tuple(member for member in members if member is not None)
        return good if len(good) == len(members) else None

    def _at_least(self, node: MapNode) -> Written | None:
        entries = {key.value: value for key, value in node.entries}
        if set(entries) != {"at-least", "of"}:
            self._findings.add(
                node,
                "not-a-condition",
                "`at-least` and `of` stand together and alone",
                "write {at-least: 2, of: [a, b, c]}; put other conditions beside it under `all`",
            )
            return None
        members = self._members(entries["of"])
        count = read_scalar(entries["at-least"], "a number", self._findings)
        if count is None:
            return None
        number = int(count.value) if re.fullmatch("[0-9]{1,5}", count.value) else 0
        most = len(members) if members is not None else number
        if not 1 <= number <= most:
            self._findings.add(
                count,
                "number-out-of-range",
                f"{self._findings.shown(count)} is not a number from 1 to the number of conditions under `of`"
                + (f", {most}" if members is not None else ""),
                f"write a number from 1 to {most}" if most else "write a number from 1",
            )
            return None
        if members is None:
            return None
        of = tuple(member.condition for member in members)
        return Written(AtLeast(number, of), self._findings.place(node), members)

    def _said_by(self, node: MapNode) -> Written | None:
        entries = [(key, value) for key, value in node.entries if key.value != "said-by"]
        by = next(value for key, value in node.entries if key.value == "said-by")
        if self._under is Under.ONLY_IF:
            self._refuse_here(node, "said-by")
            return None
        if len(entries) != 1 or entries[0][0].value in RESERVED:
            self._findings.add(
                node,
                "not-a-condition",
                "beside `said-by` stands exactly one question",
                "write {said-by: source, question: answer}; put other conditions beside it under `all`",
            )
            return None
        scalar = read_scalar(by, "a source", self._findings)
        source = None
        if scalar is not None:
            source = words_of(Source).get(scalar.value)
            if source is None:
                self._findings.unknown_word(scalar, "unknown-source", "a source", tuple(Source))
        test = self._test(*entries[0])
        if source is None or test is None:
            return None
        return Written(SaidBy(source, test), self._findings.place(node))

    def _flag(self, node: Node, place: Place) -> Written | None:
        if self._under is Under.ONLY_IF:
            self._refuse_here(place, "flag")
            return None
        if not isinstance(node, ScalarNode):
            self._findings.add(
                node,
                "wrong-type",
                f"{kind_of(node)} stands here, one flag is expected",
                "write {any: [{flag: a}, {flag: b}]} for several",
            )
            return None
        if node.value not in self._words.flags and "flags" in self._words.unread:
            return None
        flag = read_known(node, self._words.flags, "a flag of this policy", "unknown-flag", self._findings)
        return Written(FlagIs(flag), place) if flag else None

    def _programme_lacks(self, key: ScalarNode, node: Node) -> Written | None:
        if not self._allowed(key):
            return None
        if not self._stage.of_client:
            self._findings.add(
                key,
                "programme-lacks-at-programme-stage",
                f"`programme-lacks` reads the profile beside a client's case; at stage {self._stage} there is none",
                "test the question itself: {question: answer}",
            )
            return None
        scalar = read_scalar(node, "a programme question", self._findings)
        head = self._head(scalar) if scalar else None
        if scalar is None or head is None:
            return None
        if head.stage.of_client:
            self._findings.add(
                node,
                "not-a-programme-question",
                f"{self._findings.shown(scalar)} is a question of stage {head.stage}, not one put to the programme",
                "name a question of a programme stage",
            )
            return None
        return Written(ProgrammeLacks(scalar.value), self._findings.place(key))

    def _allowed(self, key: ScalarNode) -> bool:
        if self._under is Under.ONLY_IF:
            self._refuse_here(key, key.value)
            return False
        return True

    def _refuse_here(self, at: Node | Place, word: str) -> None:
        self._findings.add(
            at,
            "not-allowed-here",
            f"`{word}` may not stand under `only_if`",
            "test the answers of other questions only",
        )

    def _question(self, node: Node) -> str | None:
        """Return a question that this stage may read."""
        scalar = read_scalar(node, "a question", self._findings)
        head = self._head(scalar) if scalar else None
        return scalar.value if scalar and head and self._readable(scalar, head) else None

    def _head(self, word: ScalarNode) -> Head | None:
        head = self._words.questions.get(word.value)
        if head is None:
            if "questions" not in self._words.unread:
                self._refuse_question(word)
            return None
        if head.answers == ():
            self._findings.add(
                word,
                "open-question-tested",
                f"{self._findings.shown(word)} is an open question: no condition can read it",
                "test another question, or give this one a list of answers",
            )
            return None
        return head if head.answers is not None else None

    def _refuse_question(self, word: ScalarNode) -> None:
        known = self._words.questions
        if word.value in self._words.flags:
            advice = f"this is a flag: write {{flag: {word.value}}}"
        else:
            others = f"a key is a question or one of: {listed(sorted(RESERVED))}"
            meant = _MEANT.get(word.value.lower())
            advice = f"did you mean `{meant}`?" if meant else did_you_mean(word.value, [*known, *RESERVED]) or others
        self._findings.add(
            word, "unknown-question", f"{self._findings.shown(word)} is not a question of this policy", advice
        )

    def _readable(self, word: ScalarNode, head: Head) -> bool:
        if head.stage in self._stage.readable:
            return True
        self._findings.add(
            word,
            "question-of-another-stage",
            f"{self._findings.shown(word)} is a question of stage {head.stage}; "
            f"at stage {self._stage} only {listed(self._stage.readable)} may be read",
            "move the condition to that stage, or test a question of this one"
            + (
                "; a question put to the programme is read by {programme-lacks: question}"
                if self._stage.of_client and not head.stage.of_client
                else ""
            ),
        )
        return False

    def _test(self, key: ScalarNode, value: Node) -> AnswerIs | None:
        head = self._head(key)
        if head is None or not head.answers or not self._readable(key, head):
            return None
        wanted = self._wanted(key, value, head.answers)
        if not wanted:
            return None
        if len(wanted) == len(head.answers):
            self._findings.add(
                value,
                "always-met",
                f"every answer of {self._findings.shown(key)} meets this test",
                f"leave the test out, or leave out the least concerning answers (`{head.answers[0]}`)",
            )
            return None
        return AnswerIs(key.value, wanted)

    def _wanted(self, key: ScalarNode, value: Node, answers: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return the wanted answers in the question's order."""
        if isinstance(value, MapNode):
            if len(value.entries) != 1 or value.entries[0][0].value != "at-least":
                self._findings.add(
                    value,
                    "not-a-condition",
                    f"a mapping stands after {self._findings.shown(key)}, an answer is expected",
                    "write an answer, a list of answers or {at-least: answer}",
                )
                return None
            word = read_scalar(value.entries[0][1], "an answer", self._findings)
            if word is None or not self._is_answer(key, word, answers):
                return None
            return answers[answers.index(word.value) :]
        words = (value,) if isinstance(value, ScalarNode) else read_words(value, "a list of answers", self._findings)
        if words is None:
            return None
        good = [word.value for word in words if self._is_answer(key, word, answers)]
        return tuple(answer for answer in answers if answer in good) if len(good) == len(words) else None

    def _is_answer(self, key: ScalarNode, word: ScalarNode, answers: tuple[str, ...]) -> bool:
        if word.value in answers:
            return True
        self._findings.unknown_word(word, "unknown-answer", f"an answer of {self._findings.shown(key)}", answers)
        return False
