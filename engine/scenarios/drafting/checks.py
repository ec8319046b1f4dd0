"""What may be said for each paper of a new rule: the words there are, and what is wrong with one that cannot stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from engine.loading.spelling import did_you_mean, listed
from engine.loading.values import KEBAB, LONGEST_ID
from engine.loading.writing import is_writable
from engine.model.policy import Effect, Status
from engine.model.question import Nature, Question, Stage
from engine.model.speech import marker_faults
from engine.scenarios.drafting.draft import Draft, Wrong, citation

Words: TypeAlias = Sequence[tuple[str, str]]
"""What may be said, each with what it means."""


def stages(draft: Draft) -> Words:
    """Return the stages that rules are in force at."""
    return [
        (stage.value, f"{len(draft.policy.in_force(stage))} rules") for stage in Stage if draft.policy.in_force(stage)
    ]


def further_stages(draft: Draft) -> Words:
    """Return the stages that can read every question that the rule can."""
    if not draft.many("stage"):
        return ()
    here = set(draft.stage.readable)
    live = [stage for stage in Stage if stage is not draft.stage and draft.policy.in_force(stage)]
    return [(stage.value, "") for stage in live if here <= set(stage.readable)]


def questions(draft: Draft) -> Words:
    """Return the questions that the rule may read and does not read yet."""
    read = {question.id for question, _ in draft.tests}
    return [(q.id, q.about or q.ask) for q in draft.policy.readable_at(draft.stage) if not q.open and q.id not in read]


def answers(question: Question) -> Words:
    """Return the answers that a test may begin at: with the least concerning one it would always be met."""
    return [(answer, question.say(answer)) for answer in question.answers[1:]]


def allowed(text: str, words: Words, what: str) -> str:
    """Return the word that a text is. Raises Wrong."""
    known = [word for word, _ in words]
    if text in known:
        return text
    raise Wrong(f"`{text[:60]}` is no {what} that can be named here", did_you_mean(text, known) or _listed(known))


def _listed(known: Sequence[str]) -> str:
    return f"it is one of {listed(known)}" if known else "there is none"


def word_of(words: Callable[[Draft], Words], what: str) -> Callable[[Draft, str], str]:
    """Return a check that a text is one of these words."""
    return lambda draft, text: allowed(text, words(draft), what)


def text_of(draft: Draft, text: str) -> str:
    """Return a text that a person reads, its spaces in order. Raises Wrong."""
    tidy = " ".join(text.split())
    if not tidy:
        raise Wrong("nothing is written there", "write it in plain words")
    if not is_writable(tidy):
        raise Wrong("this holds an invisible or broken character", "type it again")
    if faults := marker_faults(tidy, draft.policy.languages[0]):
        raise Wrong(faults[0], "write <he|they> for what a pronoun changes")
    return tidy


def name_of(draft: Draft, text: str) -> str:
    """Return a text without markers. Raises Wrong."""
    tidy = text_of(draft, text)
    if "<" in tidy:
        raise Wrong("a name has no marker in it", "write it without < and >")
    return tidy


def new_id(draft: Draft, text: str) -> str:
    """Return an id that nothing has yet. Raises Wrong."""
    if not (KEBAB.fullmatch(text) and len(text) <= LONGEST_ID):
        raise Wrong(f"`{text[:60]}` is no id", "write small letters, digits and hyphens, as in shared-device")
    if text in draft.ids:
        raise Wrong(f"`{text}` is there already", "an id is never used twice; write another one")
    return text


def tested(draft: Draft, text: str) -> str:
    """Return a test, question=answer. Raises Wrong."""
    name, equals, answer = (part.strip() for part in text.partition("="))
    allowed(name, questions(draft), "question")
    question = draft.policy.questions[name]
    if not equals:
        raise Wrong(f"`{name}` stands there without an answer", f"write {name}={question.answers[-1]}")
    allowed(answer, answers(question), f"answer of `{name}` from the second one on")
    return f"{name}={answer}"


def cited(draft: Draft, text: str) -> str:
    """Return a work with places in it. Raises Wrong."""
    found = citation(text)
    allowed(found.work, works(draft), "key of sources.yaml")
    for place in found.places:
        name_of(draft, place)
    if any(citation(other) == found for other in draft.many("source")):
        raise Wrong("this is cited already", "name another place, or another work")
    return str(found)


def works(draft: Draft) -> Words:
    """Return the works of sources.yaml."""
    return [(work.key, work.title) for work in draft.policy.works.values()]


def flags(draft: Draft) -> Words:
    """Return the flags that the rule may raise."""
    live = {rule.raises for rule in draft.policy.rules.values() if rule.derived}
    fitting = (flag for flag in draft.policy.flags.values() if flag.id not in live)
    if Stage.STRUCTURAL in (draft.stage, *draft.also_at):
        fitting = (flag for flag in fitting if flag.effect is not Effect.EXCLUDE)
    return [(flag.id, f"{flag.effect}: {flag.title}") for flag in fitting]


def safeguards(draft: Draft) -> Words:
    """Return the safeguards."""
    return [(safeguard.id, safeguard.title) for safeguard in draft.policy.safeguards.values()]


def settled(key: str, check: Callable[[Draft, str], str]) -> Callable[[Draft, str], str]:
    """Return a check that also refuses what would make a question bear on exclusion that nobody could settle."""

    def checked(draft: Draft, text: str) -> str:
        kept = check(draft, text)
        trial = Draft(draft.policy, {**draft.said, key: (*draft.many(key), kept)})
        for name, why in trial.lacking_for_exclusion().items():
            raise Wrong(
                f"`{name}` would bear on exclusion ({why}), and lacks `corroborate` or `valid_for`",
                "say in questions/ whose word settles it and how long an answer holds, or let the rule do less",
            )
        return kept

    return checked


def effects(draft: Draft) -> Words:
    """Return what a new flag may do at the stages of the rule."""
    caution = ("caution", "calls for care: it is told, and goes with what else is known")
    if Stage.STRUCTURAL in (draft.stage, *draft.also_at):
        return [caution]
    return [("exclude", "speaks against online work, whatever else is known"), caution]


def _on_facts(draft: Draft) -> bool:
    return all(question.nature is Nature.FACT for question, _ in draft.tests)


def remedies(draft: Draft) -> Words:
    """Return what could resolve the new flag: nothing, where it excludes on facts alone."""
    return () if draft.one("effect") == Effect.EXCLUDE and _on_facts(draft) else safeguards(draft)


def excludes(draft: Draft) -> bool:
    """Whether the rule raises a flag that speaks against online work."""
    flag = draft.flag or draft.policy.flags.get(draft.raises)
    return flag is not None and flag.effect is Effect.EXCLUDE


def settlers(draft: Draft) -> Words:
    """Return those whose word settles a question of the rule."""
    return [(source.value, "") for source in draft.may_settle]


def topic_of(text: str) -> str:
    """Return the topic of a file. Raises Wrong."""
    if not (KEBAB.fullmatch(text) and len(text) <= LONGEST_ID):
        raise Wrong(f"`{text[:60]}` is no topic", "write small letters, digits and hyphens, as in devices")
    return text


def owners(draft: Draft) -> list[str]:
    """Return the owners that rules of the stage have, the most frequent first."""
    live = [r.owner for r in draft.policy.rules.values() if not r.derived and r.status is Status.IN_FORCE]
    return sorted(set(live), key=lambda owner: (-live.count(owner), owner))
