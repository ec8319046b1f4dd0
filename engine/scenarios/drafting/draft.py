"""What was said of a new rule so far, word for word, and the rule that it makes."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from engine.loading.bearing import bearing_questions, leading_rules
from engine.model.condition import AllOf, AnswerIs, AnyOf, Condition
from engine.model.policy import Authority, Effect, Flag, Policy, Rule, Status
from engine.model.question import Question, Stage
from engine.model.source import Source
from engine.model.work import Citation


class Wrong(Exception):
    """What was said for a paper cannot stand; `help` says what can."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help


@dataclass
class Draft:
    """The papers given so far, by their keys (`papers.PAPERS`): texts as they were checked, none for one left out."""

    policy: Policy
    said: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def one(self, key: str, default: str = "") -> str:
        """Return the single text of a paper."""
        return next(iter(self.said.get(key, ())), default)

    def many(self, key: str) -> tuple[str, ...]:
        """Return every text of a paper."""
        return self.said.get(key, ())

    @property
    def ids(self) -> frozenset[str]:
        """Every id that a rule, a flag or a safeguard has already: no two of them share one."""
        kinds = (self.policy.flags, self.policy.rules, self.policy.safeguards)
        return frozenset(name for kind in kinds for name in kind) | {self.one("id"), self.one("flag-id")} - {""}

    @property
    def stage(self) -> Stage:
        """The stage that the rule is written for."""
        return Stage(self.one("stage"))

    @property
    def also_at(self) -> tuple[Stage, ...]:
        """The further stages that it holds at, in the order of stages."""
        return tuple(stage for stage in Stage if stage.value in self.many("also-at"))

    @property
    def tests(self) -> tuple[tuple[Question, str], ...]:
        """The questions that it reads, each with the least concerning answer that meets the test."""
        split = (text.partition("=") for text in self.many("test"))
        return tuple((self.policy.questions[name], answer) for name, _, answer in split)

    @property
    def joined_by_all(self) -> bool:
        """Whether every test must be met, not just one of them."""
        return self.one("join") == "all"

    @property
    def flag(self) -> Flag | None:
        """The flag that the rule brings with it, if it does."""
        if not self.many("effect"):
            return None
        return Flag(
            self.one("flag-id", "a-new-flag"),
            Effect(self.one("effect")),
            self.one("flag-title"),
            self.one("meaning"),
            tuple(sorted(self.many("remedy"))),
            self.many("tell"),
        )

    @property
    def raises(self) -> str:
        """The flag that it raises, old or new; empty when it calls for safeguards."""
        return self.flag.id if self.flag is not None else self.one("raise")

    @property
    def condition(self) -> Condition:
        """Its condition."""
        tests = tuple(AnswerIs(q.id, q.answers[q.rank(answer) :]) for q, answer in self.tests)
        if len(tests) == 1:
            return tests[0]
        return AllOf(tests) if self.joined_by_all else AnyOf(tests)

    @property
    def rule(self) -> Rule:
        """The rule as far as it is known."""
        return Rule(
            id=self.one("id", "new-rule"),
            stage=self.stage,
            title=self.one("title"),
            status=Status.IN_FORCE,
            when=self.condition,
            raises=self.raises or None,
            recommends=tuple(sorted(self.many("recommend"))),
            because=self.one("because"),
            source=tuple(citation(text) for text in self.many("source")),
            authority=Authority(self.one("authority", Authority.GUIDANCE.value)),
            owner=self.one("owner"),
            if_unknown_ask=tuple(Source(word) for word in self.many("if-unknown-ask")),
            limits=self.one("limits"),
            also_at=self.also_at,
        )

    def lacking_for_exclusion(self) -> dict[str, str]:
        """Return the questions that would bear on exclusion without saying whose word settles them, and why they would.

        Empty while nothing is said of what the rule does, and for a rule that leads to no exclude flag.
        """
        flags = dict(self.policy.flags)
        if self.flag is not None:
            flags[self.flag.id] = self.flag
        rules = [*self.policy.rules.values(), self.rule]
        leading = leading_rules(rules, flags, self.policy.safeguards)
        why = bearing_questions((r for r in rules if r.id in leading), self.policy.questions, ())
        asked = {name: self.policy.questions[name] for name in why}
        return {name: why[name] for name, q in asked.items() if not q.corroborate or q.valid_for is None}

    @property
    def may_settle(self) -> tuple[Source, ...]:
        """Whose word settles one of the questions that the rule reads."""
        named = {source for question, _ in self.tests for source in question.corroborate or tuple(Source)}
        return tuple(source for source in Source if source in named)


def citation(text: str) -> Citation:
    """Return what `work: place, place` cites."""
    work, _, places = text.partition(":")
    return Citation(work.strip(), tuple(place.strip() for place in places.split(",") if place.strip()))


def slug(text: str, taken: Collection[str]) -> str:
    """Return an id made of the words of a text, one that is not taken; empty when the text has no letter for one."""
    bare = re.sub(r"<([^|>]*)(?:\|[^>]*)?>", r"\1", text.lower()).replace("(ex-)", "").replace("'s ", "s ")
    words = re.sub(r"^(an?|the)-", "", re.sub(r"[^a-z0-9]+", "-", bare).strip("-"))
    short = words if len(words) <= _LONGEST else words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]
    if not short or short not in taken:
        return short
    return next(name for number in range(2, len(taken) + 3) if (name := f"{short}-{number}") not in taken)


_LONGEST = 50
