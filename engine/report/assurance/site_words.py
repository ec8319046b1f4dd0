"""How the pages of a site put things: conditions as nested lists in words, sources, stages, citations, links.

The furniture is English, as everything is that a policy writer reads about a policy; the policy's own texts stand in
the language in which it was loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, assert_never

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
    members_of,
)
from engine.model.policy import Effect, Flag, Outcome, Policy, Rule, Status
from engine.model.question import Question, Stage
from engine.model.source import Source
from engine.model.work import Citation
from engine.report.assurance.site_material import Material
from engine.report.assurance.site_parts import Badge, Code, Kind, Line, Own, Piece, Point, Ref, Tag, joined
from engine.report.words import say

STAGE_TITLES: Final = {
    Stage.START: "Client, at the start",
    Stage.DURING: "Client, during the programme",
    Stage.END: "Client, at the end",
    Stage.PROGRAMME_START: "Programme, before it goes online",
    Stage.PROGRAMME_DURING: "Programme, while it works online",
    Stage.PROGRAMME_END: "Programme, looking back on online work",
    Stage.STRUCTURAL: "Programme, its structures",
}

STATUSES: Final = {
    Status.DRAFT: "draft: written, not used",
    Status.IN_FORCE: "in force",
    Status.SUSPENDED: "suspended: not used for now",
    Status.RETIRED: "retired: no longer used",
}

EFFECTS: Final = {
    Effect.EXCLUDE: "speaks against",
    Effect.CAUTION: "calls for care",
}
_TAGS: Final = {Effect.EXCLUDE: Tag.AGAINST, Effect.CAUTION: Tag.CARE}


# Links ----------------------------------------------------------------------------------------------------------------


def to_question(policy: Policy, name: str, *, place: str = "") -> Ref:
    """Return a link to a question, by what it is about."""
    question = policy.questions[name]
    return Ref(Kind.QUESTION, name, heading(question), own=bool(question.about or question.ask), place=place)


def to_rule(rule: Rule) -> Ref:
    """Return a link to a rule."""
    return Ref(Kind.RULE, rule.id, rule.title)


def to_flag(policy: Policy, name: str) -> Ref:
    """Return a link to a flag."""
    return Ref(Kind.FLAG, name, policy.flags[name].title)


def to_safeguard(policy: Policy, name: str) -> Ref:
    """Return a link to a safeguard."""
    return Ref(Kind.SAFEGUARD, name, policy.safeguards[name].title)


def to_stage(stage: Stage) -> Ref:
    """Return a link to a stage."""
    return Ref(Kind.STAGE, stage.value, STAGE_TITLES[stage], own=False)


def stages(found: Iterable[Stage]) -> Line:
    """Return links to stages, as one line."""
    return joined([(to_stage(stage),) for stage in found], "; ")


def with_id(ref: Ref) -> Line:
    """Return a link with the id of what it leads to."""
    return (ref, " ", Code(ref.id))


def heading(question: Question) -> str:
    """Return what heads a question's page: its subject, or else how it is asked."""
    subject = question.about or question.ask
    return subject[:1].upper() + subject[1:]


def effect(flag: Flag) -> Badge:
    """Return the effect of a flag in a frame."""
    return Badge(EFFECTS[flag.effect], _TAGS[flag.effect])


# Small words ----------------------------------------------------------------------------------------------------------


def people(sources: Iterable[Source], joining: str = "and") -> str:
    """Return sources as they are named in a sentence."""
    return say.listed((say.source_name(source) for source in sources), joining)


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun."""
    return f"{number} {one}" if number == 1 else f"{number} {many or one + 's'}"


def capital(words: str) -> str:
    """Return words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def outcome(stage: Stage, which: Outcome) -> str:
    """Return what an outcome is called at a stage."""
    return say.outcome_text(stage, which)


def cited(policy: Policy, citations: Iterable[Citation]) -> tuple[Line, ...]:
    """Return each citation as a line, with a link to the work."""
    return tuple(_citation(policy, each) for each in citations)


def _citation(policy: Policy, citation: Citation) -> Line:
    work = policy.works.get(citation.work)
    named: Piece = Ref(Kind.WORK, work.key, work.title) if work is not None else Code(citation.work)
    return (named, f": {', '.join(citation.places)}") if citation.places else (named,)


def when_raised(flag: Flag, found: Iterable[Stage]) -> tuple[Line, ...]:
    """Return what a flag does when it is raised, at each of these stages; a line for each different thing."""
    if flag.effect is Effect.CAUTION:
        return (("It is reported, and rules may call for safeguards because of it.",),)
    by_outcome: dict[str, list[Line]] = {}
    for stage in found:
        if stage is not Stage.STRUCTURAL:
            by_outcome.setdefault(outcome(stage, Outcome.AGAINST), []).append((to_stage(stage),))
    if not by_outcome:
        return (("It is reported; this stage ends in no recommendation.",),)
    return tuple(
        (f"The recommendation is: {text} (", *joined(where, "; "), "), whatever else is known.")
        for text, where in by_outcome.items()
    )


# A condition ----------------------------------------------------------------------------------------------------------


def in_points(material: Material, condition: Condition) -> Point:
    """Return a condition as a point with what stands below it."""
    below = tuple(in_points(material, member) for member in members_of(condition))
    return Point(node(material, condition), below)


def node(material: Material, condition: Condition) -> Line:
    """Return one node of a condition in words; what stands below it is not said."""
    policy = material.policy
    match condition:
        case AllOf():
            return ("All of these:",)
        case AnyOf():
            return ("At least one of these:",)
        case AtLeast(number, members):
            return (f"At least {number} of these {len(members)}:",)
        case Not():
            return ("This is not so:",)
        case AnswerIs(question, wanted):
            return (to_question(policy, question), ": ", *_answers(policy, question, wanted))
        case SaidBy(source, AnswerIs(question, wanted)):
            said = _answers(policy, question, wanted)
            return (f"{capital(say.source_name(source))} said of ", to_question(policy, question), ": ", *said)
        case IsUnknown(question):
            return (to_question(policy, question), ": not settled yet; what was said leaves the answer open")
        case SourcesDiffer(question):
            return (to_question(policy, question), ": the sources disagree")
        case FlagIs(flag):
            return ("The flag is raised: ", to_flag(policy, flag))
        case ProgrammeLacks(question):
            return ("The programme lacks what is asked about in: ", to_question(policy, question))
        case CalledFor(safeguard):
            return ("The safeguard is called for: ", to_safeguard(policy, safeguard))
        case _:
            assert_never(condition)


def _answers(policy: Policy, name: str, wanted: Iterable[str]) -> Line:
    question = policy.questions[name]
    return joined([_answer(question, word) for word in wanted], ", ", last=", or ")


def _answer(question: Question, word: str) -> Line:
    worded = question.say(word)
    return (Code(word),) if worded == word else ("“", Own(worded), "” (", Code(word), ")")


def asked_when(material: Material, question: Question) -> Iterator[Point]:
    """Yield when a question applies, in words; nothing when it always does."""
    if question.only_if is not None:
        yield in_points(material, question.only_if)
