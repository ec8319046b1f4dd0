"""The scenarios that a new rule begins with.

It applies, where it begins and where the answers end; it does not; an answer is missing; the sources differ.

What is certain of each (the rule, its flag, whom to ask) is looked up in the policy as it would then be. What is to be
recommended is left to the writer, by a sentence that fails until it is replaced.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from engine.loading.sentences import FOR_THE_WRITER
from engine.model.answer import Answer, Standing
from engine.model.condition import AllOf, AnswerIs, AnyOf, AtLeast, Condition, IsUnknown, Not, SaidBy
from engine.model.policy import Policy, Rule
from engine.model.question import Question, Stage
from engine.model.source import Source
from engine.model.truth import Truth
from engine.scenarios.drafting.draft import Draft
from engine.scenarios.in_gherkin import flag_sentence, one_line, rule_sentence, safeguard_sentence, scenario_text
from engine.scenarios.world import World

Held = Mapping[str, tuple[Answer, ...]]


@dataclass(frozen=True, slots=True)
class Situation:
    """One scenario in the making: what it is called, the answers, what the rule is expected to be, and about whom."""

    name: str
    stage: Stage
    answers: Held
    truth: Truth
    about: str = ""


def feature_of(draft: Draft, policy: Policy) -> str:
    """Return the feature of a new rule; `policy` is the one that has it already."""
    rule = policy.rules[draft.one("id")]
    texts: list[str] = []
    left: list[str] = []
    for situation in _situations(draft):
        world, expects = _expected(policy, rule, situation)
        if expects:
            texts.append(scenario_text(world, situation.name, [*expects, FOR_THE_WRITER]))
        else:
            left.append(situation.name)
    comment = [
        "# Each scenario ends in a sentence that fails until you put another in its place: what is to be recommended.",
        "# `forethought policy test` shows what it is now. Give each a name that says what happens in it, and add the",
        "# cases that only you know of.",
        *(f"# No scenario could be made for this; write one if there is such a case: {name}" for name in left),
    ]
    head = [f"@rule:{rule.id}", f"Feature: {one_line(_plain(draft.one('title')))}", "", *(f"  {c}" for c in comment)]
    return "\n".join(head) + "\n\n" + "\n".join(texts)


def _plain(title: str) -> str:
    """Return a title with the first wording of each marker."""
    out, rest = "", title
    while "<" in rest and ">" in rest:
        before, _, after = rest.partition("<")
        marker, _, rest = after.partition(">")
        out += before + marker.partition("|")[0].rpartition(":")[2].strip()
    return out + rest


def _situations(draft: Draft) -> Iterator[Situation]:
    tests, here = draft.tests, draft.stage
    settling = {question.id: _settling(question, draft.rule.if_unknown_ask) for question, _ in tests}
    met = {q.id: (_by(q, answer, settling[q.id]),) for q, answer in tests}
    below = {q.id: (_by(q, _one_less(q, answer), settling[q.id]),) for q, answer in tests}
    others = met if draft.joined_by_all else {}
    shown: list[tuple[str, Held]] = (
        [(" and ".join(f'"{q.id}" is "{answer}"' for q, answer in tests), met)]
        if draft.joined_by_all
        else [(f'"{q.id}" is "{answer}"', {q.id: met[q.id]}) for q, answer in tests]
    )
    for what, held in shown:
        yield Situation(f"It applies: {what}", here, held, Truth.TRUE)
    # Where the rule begins is not where it ends: that the answers above it count too is seen at the last of them.
    for question, answer in tests:
        if answer != question.worst:
            last = {question.id: (_by(question, question.worst, settling[question.id]),)}
            what = f'"{question.id}" is "{question.worst}"'
            yield Situation(f"It applies too: {what}", here, {**others, **last}, Truth.TRUE)
    for question, answer in tests if draft.joined_by_all else ():
        what = f'"{question.id}" is only "{_one_less(question, answer)}"'
        yield Situation(f"It does not apply: {what}", here, met | {question.id: below[question.id]}, Truth.FALSE)
    if not draft.joined_by_all:
        what = " and ".join(f'"{q.id}" is only "{_one_less(q, answer)}"' for q, answer in tests)
        yield Situation(f"It does not apply: {what}", here, below, Truth.FALSE)
    for question, _ in tests:
        name = f'Nobody has answered "{question.id}"'
        yield Situation(name, here, {**others, question.id: ()}, Truth.UNKNOWN, question.id)
    for question, answer in tests:
        if (other := _another(question, settling[question.id])) is not None:
            less = _by(question, _one_less(question, answer), other)
            held = {**others, question.id: (less, *met[question.id])}
            yield Situation(f'The sources differ about "{question.id}"', here, held, Truth.TRUE, question.id)
    for stage in draft.also_at:
        what, held = shown[0]
        yield Situation(f"It applies at the stage {stage} too: {what}", stage, held, Truth.TRUE)


def _one_less(question: Question, answer: str) -> str:
    return question.answers[question.rank(answer) - 1]


def _settling(question: Question, preferred: Iterable[Source] = ()) -> Source:
    """Return somebody whose word settles a question: one of those preferred, if it is so."""
    able = question.corroborate or question.asked_of
    return next((source for source in preferred if source in able), able[0])


def _by(question: Question, word: str, source: Source | None = None) -> Answer:
    return Answer(source or _settling(question), Standing.ANSWERED, (word,))


def _another(question: Question, settling: Source) -> Source | None:
    """Return somebody who may speak to a question besides the one whose word settles it here."""
    return next((source for source in (*question.asked_of, *question.corroborate) if source is not settling), None)


def _expected(policy: Policy, rule: Rule, situation: Situation) -> tuple[World, list[str]]:
    """Return the world of a situation, and what is certain in it; nothing when the rule does not come out as meant."""
    answers = dict(situation.answers)
    for name in situation.answers:
        _let_apply(policy, policy.questions[name], answers)
    world = World(policy, situation.stage, reassured=True, answers=answers)
    world.screen()
    found = world.recommendation
    truth = next((finding.truth for finding in found.rules if finding.rule.id == rule.id), None)
    if truth is not situation.truth:
        return world, []
    return _bare(world), [
        rule_sentence(rule.id, truth),
        *_consequences(world, rule, truth),
        *_asked(world, rule, situation),
    ]


def _bare(world: World) -> World:
    return replace(world, screened=None)


def _consequences(world: World, rule: Rule, truth: Truth) -> Iterator[str]:
    """Yield what becomes of the flag and the safeguards, as far as it is this rule's doing."""
    found = world.recommendation
    if rule.raises:
        came = next((f.truth for f in found.flags if f.flag.id == rule.raises), Truth.FALSE)
        if truth is Truth.TRUE:
            yield f'the flag "{rule.raises}" is raised by "{rule.id}"'
        elif came is truth:
            yield flag_sentence(rule.raises, came)
    for name in rule.recommends:
        came = next((f.truth for f in found.safeguards if f.safeguard.id == name), Truth.FALSE)
        if came is truth:
            yield safeguard_sentence(name, came)


def _asked(world: World, rule: Rule, situation: Situation) -> Iterator[str]:
    found, about = world.recommendation, situation.about
    if situation.truth is Truth.UNKNOWN:
        asked = next((entry.ask for entry in found.to_find_out if entry.question.id == about), ())
        named = [source for source in asked if source in rule.if_unknown_ask] or list(asked)
        yield from (f'"{about}" is to be found out from {source}' for source in named)
    elif about and any(known.question == about for known in found.contradictions):
        yield f'the report shows that the sources disagree about "{about}"'


def _let_apply(policy: Policy, question: Question, answers: dict[str, tuple[Answer, ...]]) -> None:
    """Answer what decides whether a question is put, so that it is."""
    if question.only_if is not None:
        _let_hold(policy, question.only_if, answers)


def _let_hold(policy: Policy, condition: Condition, answers: dict[str, tuple[Answer, ...]]) -> None:
    match condition:
        case AnswerIs(name, wanted) | SaidBy(_, AnswerIs(name, wanted)):
            source = condition.source if isinstance(condition, SaidBy) else None
            asked = policy.questions[name]
            answers.setdefault(name, (_by(asked, wanted[0], source),))
            _let_apply(policy, asked, answers)
        case IsUnknown(name):
            answers.setdefault(name, ())
        case AllOf(members):
            _all(policy, members, answers)
        case AnyOf(members):
            _all(policy, members[:1], answers)
        case AtLeast(number, members):
            _all(policy, members[:number], answers)
        case Not() | _:
            pass


def _all(policy: Policy, members: Iterable[Condition], answers: dict[str, tuple[Answer, ...]]) -> None:
    for member in members:
        _let_hold(policy, member, answers)
