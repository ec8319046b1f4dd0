"""What a scenario builds up and looks at: a case in the making, and the recommendation that it came to.

The same world serves the pytest plugin and the runner without pytest. Its clock stands still at `SCREENED_ON`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from engine import api
from engine.loading.sentences import SCENARIO_DAY
from engine.model.answer import Answer, Case, Source, Standing
from engine.model.condition import leaves_of, question_of
from engine.model.policy import Policy
from engine.model.question import Question, Stage
from engine.model.recommendation import NOT_APPLICABLE, Recommendation
from engine.reference import View

Judge = Callable[[Policy, Case, date], Recommendation]

SCREENED_ON = SCENARIO_DAY
REFERENCE = "SCENARIO"


class Unmet(Exception):
    """What a scenario expects did not come about. `about` is the id whose explanation helps (or empty)."""

    def __init__(self, expected: str, came: str, about: str = "", recommendation: Recommendation | None = None) -> None:
        super().__init__(f"expected {expected}, came {came}")
        self.expected = expected
        self.came = came
        self.about = about
        self.recommendation = recommendation


class Misused(Exception):
    """A sentence cannot be used as the scenario does, for instance a `Then` before anything was screened."""


@dataclass
class World:
    """One scenario under way. `reassured`: what is not answered otherwise is answered without concern.

    `judge` screens the case: both evaluators, unless something else than the network is under test.
    """

    policy: Policy
    stage: Stage = Stage.START
    reassured: bool = False
    profile_reassured: bool = False
    answers: dict[str, tuple[Answer, ...]] = field(default_factory=dict)
    profile: dict[str, tuple[Answer, ...]] | None = None
    screened: Recommendation | None = None
    judge: Judge = api.screen

    @property
    def recommendation(self) -> Recommendation:
        """The recommendation of the case. Raises `Misused` before it was screened."""
        if self.screened is None:
            raise Misused("nothing has been screened yet: `When the case is screened` comes before the first Then")
        return self.screened

    def question(self, question_id: str) -> Question:
        """Return a question of the policy. Raises `Misused` when there is none of that id."""
        try:
            return self.policy.questions[question_id]
        except KeyError:
            raise Misused(f"there is no question `{question_id}`") from None

    def replace(self, question_id: str, answers: tuple[Answer, ...]) -> None:
        """Let these be the answers to a question, in the case or in the programme's profile."""
        question = self.question(question_id)
        self.screened = None
        if self.stage.of_client and not question.stage.of_client:
            self.profile = {**(self.profile or {}), question_id: answers}
        else:
            self.answers[question_id] = answers

    def add(self, question_id: str, answer: Answer) -> None:
        """Let this be what its source says to a question; what other sources said stays."""
        question = self.question(question_id)
        held = (self.profile or {}) if self.stage.of_client and not question.stage.of_client else self.answers
        others = tuple(said for said in held.get(question_id, ()) if said.source is not answer.source)
        self.replace(question_id, (*others, answer))

    def screen(self) -> None:
        """Screen the case as it stands. Raises `NoRecommendation` when the evaluators disagree."""
        self.screened = self.judge(self.policy, self.case(), SCREENED_ON)

    def case(self) -> Case:
        """Return the case as it stands, filled up without concern if the scenario says so."""
        profile = None
        if self.profile is not None or self.profile_reassured:
            profile = Case("PROFILE", Stage.PROGRAMME_START, dict(self.profile or {}))
            if self.profile_reassured:
                stages = [stage for stage in Stage if not stage.of_client]
                profile = self._filled(profile, [q for q in self.policy.questions.values() if q.stage in stages])
        case = Case(REFERENCE, self.stage, dict(self.answers), profile)
        return self._filled(case, list(self.policy.readable_at(self.stage))) if self.reassured else case

    def _filled(self, case: Case, questions: list[Question]) -> Case:
        """Answer what is not answered at its least concerning, leaving out what turns out not to apply.

        A question may be governed by one that is filled in later, so they are filled in rounds.
        """
        answers = dict(case.answers)
        waiting = [question for question in questions if question.id not in answers and not question.open]
        while waiting:
            ids = {question.id for question in waiting}
            ready = [question for question in waiting if not _governing(question) & ids]
            view = View(self.policy, Case(case.reference, case.stage, answers, case.programme), SCREENED_ON)
            answers |= {q.id: (least_concerning(q),) for q in ready if view.known(q.id).possible != (NOT_APPLICABLE,)}
            waiting = [question for question in waiting if question not in ready]
        return Case(case.reference, case.stage, answers, case.programme)


def _governing(question: Question) -> set[str]:
    """Return the questions that decide whether this one applies; the loader sees to it that there are no cycles."""
    if question.only_if is None:
        return set()
    return {governing for leaf in leaves_of(question.only_if) if (governing := question_of(leaf)) is not None}


def least_concerning(question: Question) -> Answer:
    """Return the least concerning answer, by someone whose word settles the question."""
    by = question.corroborate[0] if question.corroborate else question.asked_of[0]
    return Answer(by, Standing.ANSWERED, question.answers[:1])


def source_of(word: str) -> Source:
    """Return the source that a word names. Raises `Misused`."""
    try:
        return Source(word)
    except ValueError:
        raise Misused(f"`{word}` is no source") from None
