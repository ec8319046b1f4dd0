"""Questions: what is asked, of whom, with which answers from least to most concerning."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.model.condition import Condition
    from engine.model.source import Source
    from engine.model.work import Citation


class Stage(StrEnum):
    """When in the programme a case is looked at; the last four concern the programme itself."""

    START = "start"
    DURING = "during"
    END = "end"
    PROGRAMME_START = "programme-start"
    PROGRAMME_DURING = "programme-during"
    PROGRAMME_END = "programme-end"
    STRUCTURAL = "structural"

    @property
    def of_client(self) -> bool:
        """Whether the stage concerns one client rather than the programme."""
        return self in CLIENT_STAGES

    @property
    def readable(self) -> tuple[Stage, ...]:
        """The stages whose questions a rule of this stage may read."""
        if self.of_client:
            return CLIENT_STAGES[: CLIENT_STAGES.index(self) + 1]
        return PROGRAMME_STAGES


CLIENT_STAGES = (Stage.START, Stage.DURING, Stage.END)
PROGRAMME_STAGES = (Stage.PROGRAMME_START, Stage.PROGRAMME_DURING, Stage.PROGRAMME_END, Stage.STRUCTURAL)


class Nature(StrEnum):
    """Whether what a question asks about can change; a fact never appears under what would have to change."""

    CHANGEABLE = "changeable"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Question:
    """An entry of the catalogue.

    `answers` runs from least to most concerning and is empty for an open question. `corroborate` names the sources
    whose word can settle it; empty means that anyone's word does. `valid_for` is in days; None means it does not age.
    `wording` gives each answer word in plain text (answer word, text), in the order of `answers`; it may be empty.
    `about` names the subject in a few words, for lists and for asking anyone but the person whom `ask` addresses.
    """

    id: str
    stage: Stage
    section: str
    ask: str
    asked_of: tuple[Source, ...]
    answers: tuple[str, ...]
    nature: Nature
    source: tuple[Citation, ...]
    help: str = ""
    about: str = ""
    wording: tuple[tuple[str, str], ...] = ()
    corroborate: tuple[Source, ...] = ()
    valid_for: int | None = None
    several: bool = False
    only_if: Condition | None = None

    @property
    def open(self) -> bool:
        """Whether the answer is free text, recorded and printed but read by no rule."""
        return not self.answers

    @property
    def worst(self) -> str:
        """The most concerning answer word."""
        return self.answers[-1]

    @property
    def subject(self) -> str:
        """What the question is about, in a few words; its id when the policy gives none."""
        return self.about or self.id

    def rank(self, answer: str) -> int:
        """Return the place of an answer word, 0 being the least concerning."""
        return self.answers.index(answer)

    def say(self, answer: str) -> str:
        """Return the plain text for an answer word: its wording, or the word itself."""
        return dict(self.wording).get(answer, answer)

    def is_upward_closed(self, wanted: tuple[str, ...]) -> bool:
        """Whether, with each wanted answer, every more concerning one is wanted too."""
        return set(wanted) == set(self.answers[len(self.answers) - len(set(wanted)) :])

    def is_downward_closed(self, wanted: tuple[str, ...]) -> bool:
        """Whether, with each wanted answer, every less concerning one is wanted too."""
        return set(wanted) == set(self.answers[: len(set(wanted))])
