"""A finding, and what the checks that make findings are given. Nothing here reads a file or the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from engine.errors import Place
from engine.loading.gathering import Gathered
from engine.loading.header import Header
from engine.model.condition import questions_in
from engine.model.policy import Policy, Rule
from engine.model.question import Stage


class Finding(NamedTuple):
    """One thing to answer for. `about` is the id that an acceptance names.

    Of a finding about a text, an acceptance names the words too: `words` holds them in each form that they are said in.
    """

    place: Place
    slug: str
    about: str
    message: str
    help: str
    words: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.place}: finding[{self.slug}]: {self.message}\n  help: {self.help}"


@dataclass(frozen=True)
class Looked:
    """A policy in which nothing is wrong: as it was written, as it is read, and the day on which it is looked at."""

    gathered: Gathered
    header: Header
    policy: Policy
    on: date

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules in force that somebody wrote, by id."""
        live = {rule.id: rule for stage in Stage for rule in self.policy.in_force(stage) if not rule.derived}
        return tuple(live[name] for name in sorted(live))

    @cached_property
    def read(self) -> dict[str, frozenset[str]]:
        """For each rule in force, the questions that it tests itself."""
        return {rule.id: questions_in(rule.when) for rule in self.rules}

    @cached_property
    def called_for(self) -> dict[Stage, frozenset[str]]:
        """For each stage with rules in force, the safeguards that may be called for there."""
        return {
            stage: frozenset(self.policy.base_at(stage)).union(*(rule.recommends for rule in here))
            for stage in Stage
            if (here := self.policy.in_force(stage))
        }

    def raised_at(self, flag: str) -> tuple[Stage, ...]:
        """Return the stages at which a rule in force raises a flag."""
        return tuple(stage for stage in Stage if flag in self.policy.raisers(stage))

    def place(self, rule: str, key: str = "id") -> Place:
        """Return where a key of a rule is written, or the rule where it is not."""
        return self.gathered.rules[rule].place(key)
