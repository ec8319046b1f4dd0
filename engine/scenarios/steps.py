"""What each sentence of `engine.loading.sentences` does to a world. One function a sentence, no pytest in here.

A `Then` that does not hold raises `Unmet`, in the reader's words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from engine.loading.sentences import FOR_THE_WRITER, OUTCOMES, SENTENCES, STAGES, Sentence, find
from engine.model.answer import Answer, Source, Standing
from engine.model.decision import Choice, Decision
from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.model.recommendation import Caveat, FlagFinding, Recommendation, RuleFinding, SafeguardFinding
from engine.model.truth import Truth
from engine.report.client import client_copy, client_json, client_markdown, client_text
from engine.report.words import say
from engine.scenarios.in_gherkin import outcome_sentence
from engine.scenarios.world import SCREENED_ON, Misused, Unmet, World, source_of

Step = Callable[..., None]
STEPS: dict[str, Step] = {}
"""What to do for each sentence, by its text."""


def carry_out(world: World, keyword: str, text: str, table: Sequence[Sequence[str]] = ()) -> None:
    """Carry out one step. Raises `Unmet` when a Then does not hold, `Misused` when there is no such sentence."""
    found = find(keyword, text)
    if found is None:
        raise Misused(f"no sentence reads `{keyword.capitalize()} {text}`")
    sentence, values = found
    if sentence.columns:
        STEPS[sentence.text](world, table)
    else:
        STEPS[sentence.text](world, **values)


def _step(text: str) -> Callable[[Step], Step]:
    def register(function: Step) -> Step:
        STEPS[text] = function
        return function

    return register


# -- Given --


def _at_stage(stage: str) -> Step:
    def at(world: World) -> None:
        world.stage = Stage(stage)
        world.screened = None

    return at


STEPS |= {text: _at_stage(stage) for text, stage in STAGES.items()}


@_step("nothing of concern is known")
def _reassured(world: World) -> None:
    world.reassured = True
    world.screened = None


@_step("the answers")
def _the_answers(world: World, table: Sequence[Sequence[str]]) -> None:
    header, *rows = table
    given: dict[str, list[Answer]] = {}
    for row in rows:
        cells: Mapping[str, str] = dict(zip(header, row, strict=True))
        on = date.fromisoformat(cells["on"]) if cells.get("on") else None
        answer = _answer(world, cells["question"], cells["answer"], cells["source"], on)
        given.setdefault(cells["question"], []).append(answer)
    for question, answers in given.items():
        world.replace(question, tuple(answers))


def _answer(world: World, question_id: str, word: str, source: str, on: date | None = None) -> Answer:
    question = world.question(question_id)
    standings = {standing.value for standing in Standing} - {Standing.ANSWERED.value}
    if word in standings and word not in question.answers:
        return Answer(source_of(source), Standing(word), (), on)
    if question.open:
        return Answer(source_of(source), Standing.ANSWERED, (word,), on)
    words = [part.strip() for part in word.split(",")]
    for part in words:
        if part not in question.answers:
            raise Misused(f"`{part}` is no answer of `{question_id}`")
    ordered = tuple(known for known in question.answers if known in words)
    return Answer(source_of(source), Standing.ANSWERED, ordered, on)


@_step('"{question}" is answered "{answer}" by {source}')
def _is_answered(world: World, question: str, answer: str, source: str) -> None:
    world.add(question, _answer(world, question, answer, source))


@_step('"{question}" was answered "{answer}" by {source} {number} weeks ago')
def _was_answered(world: World, question: str, answer: str, source: str, number: str) -> None:
    on = SCREENED_ON - timedelta(weeks=int(number))
    world.add(question, _answer(world, question, answer, source, on))


@_step('"{question}" is not answered')
def _not_answered(world: World, question: str) -> None:
    world.replace(question, ())


def _stands(standing: Standing) -> Step:
    def stands(world: World, question: str, source: str) -> None:
        world.add(question, Answer(source_of(source), standing))

    return stands


STEPS |= {
    '{source} does not know "{question}"': _stands(Standing.ASKED_UNKNOWN),
    '{source} declined to answer "{question}"': _stands(Standing.ASKED_DECLINED),
    '{source} says that "{question}" does not apply': _stands(Standing.NOT_APPLICABLE),
}


@_step("the programme has what every safeguard needs")
def _ready_programme(world: World) -> None:
    world.profile_reassured = True
    world.screened = None


@_step('the programme answers "{question}" with "{answer}"')
def _programme_answers(world: World, question: str, answer: str) -> None:
    world.add(question, _answer(world, question, answer, Source.PROGRAMME.value))


@_step('the programme leaves "{question}" open')
def _programme_leaves(world: World, question: str) -> None:
    world.replace(question, ())


# -- When --


@_step("the case is screened")
def _screened(world: World) -> None:
    world.screen()


# -- Then --


def _recommended(text: str) -> Step:
    outcome, worded_for = OUTCOMES[text]

    def recommended(world: World) -> None:
        found = world.recommendation
        stage = found.case.stage
        if stage is Stage.STRUCTURAL:
            raise Misused("the stage structural ends in a reflection: nothing is recommended there")
        if worded_for and not stage.value.startswith(worded_for):
            raise Misused(f"`{text}` is not how it is said at the stage {stage.value}")
        if found.outcome is not Outcome(outcome):
            expected = say.outcome_text(stage, Outcome(outcome))
            raise Unmet(expected, say.outcome_text(stage, found.outcome), "", found)

    return recommended


STEPS |= {text: _recommended(text) for text in OUTCOMES}

_FLAG_SAID = {Truth.TRUE: "it is raised", Truth.FALSE: "it is not raised", Truth.UNKNOWN: "it could still be raised"}
_RULE_SAID = {Truth.TRUE: "it applies", Truth.FALSE: "it does not apply", Truth.UNKNOWN: "it is unknown"}
_SAFEGUARD_SAID = {
    Truth.TRUE: "it is called for",
    Truth.FALSE: "it is not called for",
    Truth.UNKNOWN: "it is called for until more is known",
}


def _expect(world: World, what: str, about: str, said: Mapping[Truth, str], wanted: Truth, came: Truth) -> None:
    if came is not wanted:
        raise Unmet(f"{what} {about}: {said[wanted]}", said[came], about, world.recommendation)


def _flag(world: World, flag: str) -> FlagFinding | None:
    return next((finding for finding in world.recommendation.flags if finding.flag.id == flag), None)


def _rule(world: World, rule: str) -> RuleFinding:
    found: Recommendation = world.recommendation
    for finding in found.rules:
        if finding.rule.id == rule:
            return finding
    raise Misused(f"the rule `{rule}` is not in force at the stage {found.case.stage.value}")


def _safeguard(world: World, safeguard: str) -> SafeguardFinding | None:
    return next((f for f in world.recommendation.safeguards if f.safeguard.id == safeguard), None)


def _flag_is(wanted: Truth) -> Step:
    def check(world: World, flag: str) -> None:
        finding = _flag(world, flag)
        _expect(world, "flag", flag, _FLAG_SAID, wanted, finding.truth if finding else Truth.FALSE)

    return check


def _rule_is(wanted: Truth) -> Step:
    def check(world: World, rule: str) -> None:
        _expect(world, "rule", rule, _RULE_SAID, wanted, _rule(world, rule).truth)

    return check


def _safeguard_is(wanted: Truth) -> Step:
    def check(world: World, safeguard: str) -> None:
        finding = _safeguard(world, safeguard)
        _expect(world, "safeguard", safeguard, _SAFEGUARD_SAID, wanted, finding.truth if finding else Truth.FALSE)

    return check


STEPS |= {
    'the flag "{flag}" is raised': _flag_is(Truth.TRUE),
    'the flag "{flag}" is not raised': _flag_is(Truth.FALSE),
    'the flag "{flag}" could still be raised': _flag_is(Truth.UNKNOWN),
    'the rule "{rule}" applies': _rule_is(Truth.TRUE),
    'the rule "{rule}" does not apply': _rule_is(Truth.FALSE),
    'it is unknown whether the rule "{rule}" applies': _rule_is(Truth.UNKNOWN),
    'the safeguard "{safeguard}" is called for': _safeguard_is(Truth.TRUE),
    'the safeguard "{safeguard}" is not called for': _safeguard_is(Truth.FALSE),
    'the safeguard "{safeguard}" is called for until more is known': _safeguard_is(Truth.UNKNOWN),
}


@_step('the flag "{flag}" is raised by "{rule}"')
def _flag_by(world: World, flag: str, rule: str) -> None:
    _flag_is(Truth.TRUE)(world, flag)
    finding = _flag(world, flag)
    by = finding.raised_by if finding else ()
    if rule not in by:
        raise Unmet(f"flag {flag} raised by {rule}", f"it is raised by {', '.join(by)}", rule, world.recommendation)


def _asked(world: World, question: str, expected: str) -> tuple[Source, ...]:
    for entry in world.recommendation.to_find_out:
        if entry.question.id == question:
            return entry.ask
    raise Unmet(expected, "it leaves no flag unknown", question, world.recommendation)


def _named(asked: tuple[Source, ...]) -> str:
    return f"it is to be found out from {', '.join(asked)}" if asked else "nobody is left to ask"


@_step('"{question}" is to be found out from {source}')
def _to_find_out(world: World, question: str, source: str) -> None:
    expected = f"{question} to be found out from {source}"
    asked = _asked(world, question, expected)
    if source_of(source) not in asked:
        raise Unmet(expected, _named(asked), question, world.recommendation)


@_step('"{question}" is not to be asked of {source}')
def _not_asked_of(world: World, question: str, source: str) -> None:
    expected = f"{question} not to be asked of {source}"
    asked = _asked(world, question, expected)
    if source_of(source) in asked:
        raise Unmet(expected, _named(asked), question, world.recommendation)


@_step('nobody is left to ask about "{question}"')
def _nobody_to_ask(world: World, question: str) -> None:
    expected = f"nobody to be asked about {question}"
    asked = _asked(world, question, expected)
    if asked:
        raise Unmet(expected, _named(asked), question, world.recommendation)


@_step('"{question}" need not be found out')
def _not_to_find_out(world: World, question: str) -> None:
    if any(entry.question.id == question for entry in world.recommendation.to_find_out):
        raise Unmet(f"{question} to leave no flag unknown", "it is to be found out", question, world.recommendation)


@_step('the report shows that the sources disagree about "{question}"')
def _sources_disagree(world: World, question: str) -> None:
    if all(known.question != question for known in world.recommendation.contradictions):
        raise Unmet(f"sources that disagree about {question}", "they do not", question, world.recommendation)


@_step('the flag "{flag}" would be resolved by "{safeguard}"')
def _resolved_by(world: World, flag: str, safeguard: str) -> None:
    by = _remedies(world, flag)
    if safeguard not in by:
        came = f"it would be resolved by {', '.join(by)}" if by else "no safeguard would resolve it"
        raise Unmet(f"flag {flag} resolved by {safeguard}", came, flag, world.recommendation)


@_step('no safeguard would resolve the flag "{flag}"')
def _not_resolved(world: World, flag: str) -> None:
    if by := _remedies(world, flag):
        raise Unmet(f"no safeguard to resolve {flag}", f"{', '.join(by)} would", flag, world.recommendation)


def _remedies(world: World, flag: str) -> tuple[str, ...]:
    for change in world.recommendation.would_have_to_change:
        if flag in change.flags:
            return change.by
    raise Unmet(f"flag {flag} among what would have to change", "it is not", flag, world.recommendation)


@_step('the flag "{flag}" names who must be told at once')
def _told_at_once(world: World, flag: str) -> None:
    finding = _flag(world, flag)
    _expect(world, "flag", flag, _FLAG_SAID, Truth.TRUE, finding.truth if finding else Truth.FALSE)
    if finding is not None and not finding.flag.tell:
        raise Unmet(f"flag {flag} says who must be told", "it names nobody", flag, world.recommendation)


@_step('what "{safeguard}" needs is to be confirmed with the programme')
def _to_confirm(world: World, safeguard: str) -> None:
    finding = _safeguard(world, safeguard)
    if finding is None or not finding.to_confirm:
        came = "the safeguard is not listed" if finding is None else "nothing is to be confirmed for it"
        raise Unmet(f"what {safeguard} needs to be confirmed", came, safeguard, world.recommendation)


@_step("the report is a reflection and recommends nothing")
def _reflection(world: World) -> None:
    stage = world.recommendation.case.stage
    if stage is not Stage.STRUCTURAL:
        raise Unmet("a reflection", f"a recommendation at the stage {stage}", "", world.recommendation)


def _warned(caveat: Caveat, expected: str) -> Step:
    def warned(world: World) -> None:
        if caveat not in world.recommendation.warnings:
            raise Unmet(expected, "none", "", world.recommendation)

    return warned


STEPS |= {
    "the report warns that only the partner's side decides": _warned(
        Caveat.PARTNER_SIDE_ONLY, "a warning that only the partner's side decides"
    ),
    "the report says that the programme's readiness was not considered": _warned(
        Caveat.PROGRAMME_NOT_CONSIDERED, "that the programme's readiness was not considered"
    ),
    "the report warns that only the partner's side can settle what is open": _warned(
        Caveat.WAITING_FOR_PARTNER_SIDE, "a warning that only the partner's side can settle what is open"
    ),
}


@_step('the client\'s copy does not mention "{question}"')
def _client_copy_silent(world: World, question: str) -> None:
    """Decide as recommended, write the client's copy in each form, and look for the question and its answers in it."""
    found = world.recommendation
    safeguards = tuple(f.safeguard.id for f in found.safeguards if f.safeguard.client_wording)
    decision = Decision(
        case=found.case.reference,
        stage=found.case.stage,
        choice=Choice.ONLINE if found.outcome is Outcome.CONDITIONAL else Choice.NOT_ONLINE,
        by="practitioner",
        on=SCREENED_ON,
        contact="the programme",
        review_by=found.review_by,
        conditions=safeguards if found.outcome is Outcome.CONDITIONAL else (),
    )
    copy = client_copy(decision, world.policy)
    written = "\n".join((client_text(copy), client_markdown(copy), client_json(copy)))
    asked = world.question(question)
    telling = (question, asked.ask, *(f"{question}: {word}" for word in asked.answers))
    for words in telling:
        if words.casefold() in " ".join(written.split()).casefold():
            raise Unmet(f"no mention of {question} in the client's copy", f"it says `{words}`", question, found)


@_step(FOR_THE_WRITER)
def _for_the_writer(world: World) -> None:
    """Fail, and say what could stand there: INVARIANT (no silence) what nobody has thought about must not pass."""
    found = world.recommendation
    now = outcome_sentence(found.case.stage, found.outcome)
    raise Unmet(
        "your own sentence in place of this one: what is to be recommended here",
        f"nothing is said yet; as the policy stands it would be `{now}`",
    )


def unbound() -> tuple[Sentence, ...]:
    """Return the sentences that nothing carries out; there must be none."""
    return tuple(sentence for sentence in SENTENCES if sentence.text not in STEPS)
