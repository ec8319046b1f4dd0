"""What the promise tests share: hypothesis strategies over the project's own generator, and ways to change a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from random import Random

from hypothesis import strategies as st

from engine import api
from engine.model.answer import Answer, Case, Source, Standing
from engine.model.condition import SaidBy, leaves_of
from engine.model.policy import Outcome, Policy
from engine.model.question import Question, Stage
from engine.model.recommendation import NOT_APPLICABLE, Known, Recommendation
from engine.reference import Judgement, View, recommend
from engine.testing.generate import SCREENED_ON, Size, random_case, random_policy

ON: date = SCREENED_ON


@dataclass(frozen=True)
class Drawn:
    """A policy, a case for it, and the random numbers for whatever the test does next."""

    policy: Policy = field(repr=False)
    case: Case
    rng: Random = field(repr=False)


@cache
def default_policy() -> Policy:
    """Load the policy that the project ships."""
    return api.load_policy()


def drawn_cases(size: Size | None = None) -> st.SearchStrategy[Drawn]:
    """Draw cases of random policies, thinly and fully answered alike."""

    def draw(rng: Random) -> Drawn:
        policy = random_policy(rng, size)
        return Drawn(policy, random_case(rng, policy, rng.choice((0.3, 0.7, 1.0))), rng)

    return st.randoms(use_true_random=False).map(draw)


def default_policy_cases() -> st.SearchStrategy[Drawn]:
    """Draw cases of the default policy; most lean to the least concerning answers, or none would be conditional."""

    def draw(rng: Random) -> Drawn:
        policy = default_policy()
        case = random_case(rng, policy, rng.choice((0.3, 0.9, 1.0)))
        if rng.random() < 0.6:
            case = reassured(policy, case, rng, rng.choice((0.8, 0.95, 1.0)))
        return Drawn(policy, case, rng)

    return st.randoms(use_true_random=False).map(draw)


def any_case() -> st.SearchStrategy[Drawn]:
    """Draw cases of random policies and of the default one."""
    return st.one_of(drawn_cases(), default_policy_cases())


def reassured(policy: Policy, case: Case, rng: Random, share: float) -> Case:
    """Answer a share of the questions without concern, by someone who may settle them."""
    answers = dict(case.answers)
    for question in policy.readable_at(case.stage):
        if not question.open and rng.random() < share:
            answers[question.id] = (settling_answer(question, question.answers[0]),)
    return replace(case, answers=answers)


def settling_answer(question: Question, word: str, source: Source | None = None) -> Answer:
    """Return an answer of today by someone whose word settles the question, or by the source named."""
    return Answer(source or settling_source(question), Standing.ANSWERED, (word,), ON)


def settling_source(question: Question) -> Source:
    """Return somebody whose word settles a question."""
    return question.corroborate[0] if question.corroborate else question.asked_of[0]


def screened(drawn: Drawn, case: Case | None = None) -> Recommendation:
    """Return what the definition says of a case."""
    return recommend(drawn.policy, case or drawn.case, ON, "test")


def outcome(policy: Policy, case: Case) -> Outcome:
    """Return the outcome alone, by the definition."""
    return Judgement(policy, case, View(policy, case, ON)).outcome()


def with_answers(case: Case, question: str, answers: tuple[Answer, ...]) -> Case:
    """Return the case with other answers to one question (none: nobody answered it)."""
    others = {key: value for key, value in case.answers.items() if key != question}
    return replace(case, answers={**others, question: answers} if answers else others)


def given(policy: Policy, case: Case) -> Iterator[tuple[Question, Answer]]:
    """Yield every answered answer to a question with a fixed list of answers."""
    for question_id, answers in sorted(case.answers.items()):
        question = policy.questions[question_id]
        for answer in answers:
            if answer.values and not question.open:
                yield question, answer


def settle(drawn: Drawn, word_for: Random) -> Case:
    """Settle everything that is unknown in one of the possible ways.

    The record of such a question is put in order: one answer still possible, said by someone who may settle the
    question and by every source that a rule asks about by name. A question that may not apply may also be settled so.
    """
    policy, case = drawn.policy, drawn.case
    named = _sources_named(policy, case.stage)
    for question in policy.readable_at(case.stage):
        # What settles one question may settle or open another (`only_if`): look again each time.
        known = View(policy, case, ON).known(question.id)
        if question.open or known.settled:
            continue
        word = word_for.choice(known.possible)
        if word == NOT_APPLICABLE:
            case = with_answers(
                case, question.id, (Answer(settling_source(question), Standing.NOT_APPLICABLE, (), ON),)
            )
            continue
        words = tuple(w for w in question.answers if w in {*known.chosen, word}) if question.several else (word,)
        by = dict.fromkeys((settling_answer(question, word).source, *named.get(question.id, ())))
        case = with_answers(case, question.id, tuple(Answer(source, Standing.ANSWERED, words, ON) for source in by))
    return case


def answered_at_its_least(policy: Policy, case: Case, question_id: str) -> Case:
    """Settle one question at the least concerning answer still possible, by adding to what was said.

    Sources that a rule asks about by name say the least that is still possible for them.
    """
    question = policy.questions[question_id]
    if not question.stage.of_client and case.stage.of_client:
        assert case.programme is not None, "only a profile leaves a programme question open"
        least = settling_answer(question, question.answers[0], Source.PROGRAMME)
        return replace(case, programme=with_answers(case.programme, question_id, (least,)))
    for source in dict.fromkeys(_sources_named(policy, case.stage).get(question_id, ())):
        said = View(policy, case, ON).said_by(source, question_id)
        if not said.settled and source in question.corroborate:
            case = _said_besides(case, question, source, said)
    known = View(policy, case, ON).known(question_id)
    return case if known.settled else _said_besides(case, question, settling_source(question), known)


def _said_besides(case: Case, question: Question, source: Source, known: Known) -> Case:
    words = known.chosen or tuple(word for word in question.answers if word in known.possible)[:1]
    answer = Answer(source, Standing.ANSWERED, words, ON)
    return with_answers(case, question.id, (*case.answers.get(question.id, ()), answer))


def _sources_named(policy: Policy, stage: Stage) -> dict[str, list[Source]]:
    named: dict[str, list[Source]] = {}
    for rule in policy.in_force(stage):
        for leaf in leaves_of(rule.when):
            if isinstance(leaf, SaidBy):
                named.setdefault(leaf.test.question, []).append(leaf.source)
    return named
