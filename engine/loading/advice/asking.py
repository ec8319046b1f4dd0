"""Who can settle what, what would resolve a ground, which answers no rule tells apart, what a rule's sources carry."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from engine.loading.advice.finding import Finding, Looked
from engine.loading.languages import Note
from engine.loading.spelling import listed
from engine.model.condition import (
    AnswerIs,
    CalledFor,
    Condition,
    FlagIs,
    IsUnknown,
    ProgrammeLacks,
    SaidBy,
    SourcesDiffer,
    leaves_of,
)
from engine.model.policy import Authority, Effect, Status
from engine.model.question import Nature, Question
from engine.model.source import Source

_ONE_PERSON = frozenset({Source.CLIENT, Source.PARTNER})
"""Sources that speak of one case: a programme's profile has neither."""

_WEIGHT = {"law": 3, "standard": 2, "guidance": 1}


def unanswerable(looked: Looked) -> Iterator[Finding]:
    """Yield the findings about asking and answering, and about what a rule rests on."""
    for check in (_unresolvable, _nobody_settles, _orders, _authority):
        yield from check(looked)


def _unresolvable(looked: Looked) -> Iterator[Finding]:
    """Exclude flags that name no remedy, and rest on something that can change."""
    for name, entry in looked.gathered.flags.items():
        if entry.item.effect is not Effect.EXCLUDE or entry.item.remedy:
            continue
        raising = [rule for rule in looked.rules if rule.raises == name]
        read = {question for rule in raising for question in looked.read[rule.id]}
        changing = sorted(q for q in read if looked.policy.questions[q].nature is Nature.CHANGEABLE)
        if changing:
            yield Finding(
                entry.place("remedy"),
                "exclude-without-remedy",
                name,
                f"`{name}` excludes, names no safeguard that would resolve it, and rests on what can change:"
                f" {listed(changing)}",
                "name the safeguards under `remedy`, write `nature: fact` if it is one, or accept that nothing resolves"
                " it and say why",
            )


def _nobody_settles(looked: Looked) -> Iterator[Finding]:
    for name, entry in looked.gathered.questions.items():
        question = entry.item
        if not question.corroborate:
            continue
        who = listed([str(source) for source in question.corroborate])
        if not question.stage.of_client and _ONE_PERSON.issuperset(question.corroborate):
            message = f"only {who} could settle `{name}`, and a programme's profile has no client and no partner"
            yield Finding(
                entry.place("corroborate"),
                "corroborated-by-nobody",
                name,
                message,
                "name who can speak for the programme: `programme`, `practitioner`, `partner-support`",
            )
            continue
        readers = [rule for rule in looked.rules if rule.if_unknown_ask and name in looked.read[rule.id]]
        asked = set(question.asked_of).union(*(rule.if_unknown_ask for rule in readers))
        if readers and asked.isdisjoint(question.corroborate):
            yield Finding(
                entry.place("corroborate"),
                "corroborated-by-nobody",
                name,
                f"only {who} can settle `{name}`, and neither `asked_of` nor any rule that reads it names them",
                f"name one of them under `if_unknown_ask` of {listed([rule.id for rule in readers], 3)}",
            )


def _orders(looked: Looked) -> Iterator[Finding]:
    for question, alike, read in _alike(looked):
        if read and len(alike) == len(question.answers) - 1:
            yield Finding(
                looked.gathered.questions[question.id].place("answers"),
                "order-without-effect",
                question.id,
                f"no rule tells the answers of `{question.id}` apart: whichever is given, the same follows",
                "test the concerning answers in a rule, or write `answers: open` if it is only recorded",
            )


def notes_on_answers(looked: Looked) -> Iterator[Note]:
    """Yield a note for each question some of whose neighbouring answers no rule tells apart."""
    for question, alike, read in _alike(looked):
        if read and 0 < len(alike) < len(question.answers) - 1:
            pairs = "; ".join(f"`{one}` and `{other}`" for one, other in alike)
            message = f"no rule tells these answers of `{question.id}` apart: {pairs}"
            yield Note(looked.gathered.questions[question.id].place("answers"), "answers-alike", message, "answers")


def _alike(looked: Looked) -> Iterator[tuple[Question, list[tuple[str, str]], bool]]:
    """Yield each question with its neighbouring answers that no test separates, and whether anything reads it."""
    tests: dict[str, list[frozenset[str]]] = {}
    for condition in _conditions(looked):
        for name, wanted in _tests(condition, looked):
            tests.setdefault(name, []).append(wanted)
    for safeguard in looked.policy.safeguards.values():
        for need in safeguard.needs:
            tests.setdefault(need, []).append(frozenset({looked.policy.questions[need].worst}))
    for question in looked.policy.questions.values():
        if not question.open:
            of_it = tests.get(question.id, [])
            alike = [
                (one, other)
                for one, other in pairwise(question.answers)
                if all((one in wanted) == (other in wanted) for wanted in of_it)
            ]
            yield question, alike, question.id in tests


def _conditions(looked: Looked) -> Iterator[Condition]:
    yield from (rule.when for rule in looked.policy.rules.values() if rule.status is not Status.RETIRED)
    yield from (question.only_if for question in looked.policy.questions.values() if question.only_if)
    yield from (kept.if_holds for kept in looked.policy.invariants.values() if kept.if_holds)


def _tests(condition: Condition, looked: Looked) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield what each leaf asks of a question: the answers wanted, or none of them where it only asks what is known."""
    for leaf in leaves_of(condition):
        match leaf:
            case AnswerIs(question, wanted) | SaidBy(_, AnswerIs(question, wanted)):
                yield question, frozenset(wanted)
            case ProgrammeLacks(question):
                yield question, frozenset({looked.policy.questions[question].worst})
            case IsUnknown(question) | SourcesDiffer(question):
                yield question, frozenset()
            case FlagIs() | CalledFor():
                pass


def _authority(looked: Looked) -> Iterator[Finding]:
    for rule in looked.rules:
        kinds = sorted({looked.policy.works[citation.work].kind for citation in rule.source})
        claimed = rule.authority
        if claimed is not Authority.PRODUCT_DEFAULT and not any(
            _WEIGHT.get(kind, 0) >= _WEIGHT[claimed] for kind in kinds
        ):
            yield Finding(
                looked.place(rule.id, "authority"),
                "authority-not-carried",
                rule.id,
                f"`{rule.id}` rests on `{claimed}`, and what it cites is {listed(kinds)}",
                f"cite the {claimed} that it rests on, or write the authority that its sources carry",
            )


def reviews_passed(looked: Looked) -> Iterator[Finding]:
    """Yield the sources whose day of review has passed."""
    for name, entry in looked.gathered.works.items():
        if "review_by" in entry.fields and (by := entry.fields.day("review_by")) < looked.on:
            yield Finding(
                entry.place("review_by"),
                "source-review-passed",
                name,
                f"`{name}` was to be looked at again by {by.isoformat()}",
                "look whether it still says what is cited from it, correct what rests on it, and set a new day",
            )
