"""The papers of a new rule, in the order in which they are asked for: what each is, what may be said, whether it must.

INVARIANT (no silence): nothing is made up for a paper that must be given; what may be left out is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from engine.model.policy import Authority
from engine.scenarios.drafting.checks import (
    Words,
    cited,
    effects,
    excludes,
    flags,
    further_stages,
    name_of,
    new_id,
    questions,
    remedies,
    safeguards,
    settled,
    settlers,
    stages,
    tested,
    text_of,
    topic_of,
    word_of,
    works,
)
from engine.scenarios.drafting.draft import Draft, Wrong, slug


class Paper(NamedTuple):
    """One thing that a rule has to say for itself.

    `applies`: whether it is of this rule at all. `must`: whether it may not be left out. `proposed`: what stands when
    nothing is said. `check` returns what was said as it is kept, or raises Wrong.
    """

    key: str
    ask: str
    help: str
    check: Callable[[Draft, str], str]
    words: Callable[[Draft], Words] = lambda _: ()
    applies: Callable[[Draft], bool] = lambda _: True
    must: Callable[[Draft], bool] = lambda _: True
    proposed: Callable[[Draft], str] = lambda _: ""
    several: bool = False


def _does(*kinds: str) -> Callable[[Draft], bool]:
    return lambda draft: draft.one("does") in kinds


def _not_needed(_: Draft) -> bool:
    return False


_DOES: Words = (
    ("raise", "raise a flag that the policy has"),
    ("new-flag", "raise a flag that you describe now"),
    ("recommend", "call for safeguards, without a flag"),
)
_AUTHORITIES: Words = (
    (Authority.LAW.value, "the law asks for it"),
    (Authority.STANDARD.value, "a standard that binds you asks for it"),
    (Authority.GUIDANCE.value, "published guidance says so"),
    (Authority.PRODUCT_DEFAULT.value, "a choice of this policy's own"),
)


PAPERS: tuple[Paper, ...] = (
    Paper(
        "stage",
        "At which stage does the rule look at a case?",
        "The rule stands in rules/<stage>/ and reads the questions of that stage and of those before it.",
        word_of(stages, "stage"),
        stages,
    ),
    Paper(
        "also-at",
        "Does it hold at further stages too?",
        "What speaks against beginning often speaks against going on. Enter for none.",
        word_of(further_stages, "further stage"),
        further_stages,
        applies=lambda draft: bool(further_stages(draft)),
        must=_not_needed,
        several=True,
    ),
    Paper(
        "title",
        "What does the rule say, in a few words?",
        "A line that somebody in a hurry understands, as in: A device shared with the (ex-)partner.",
        text_of,
    ),
    Paper(
        "id",
        "Under which id?",
        "Small letters and hyphens. Scenarios and reports name the rule by it, so it is never changed or used again.",
        new_id,
        proposed=lambda draft: slug(draft.one("title"), draft.ids),
    ),
    Paper(
        "test",
        "Which question does it read, and from which answer on?",
        "The rule applies from that answer on: to it and to every more concerning one.",
        tested,
        questions,
        several=True,
    ),
    Paper(
        "join",
        "Is one of these enough, or must all be so?",
        "any: one of the tests is enough. all: every one of them must be met.",
        word_of(lambda _: (("any", "one is enough"), ("all", "every one must be so")), "way to join tests"),
        lambda _: (("any", "one is enough"), ("all", "every one must be so")),
        applies=lambda draft: len(draft.many("test")) > 1,
    ),
    Paper(
        "does",
        "What does the rule do when it applies?",
        "A flag is a ground with a name, told in the report. Safeguards are measures that must be in place.",
        word_of(lambda _: _DOES, "thing that a rule does"),
        lambda _: _DOES,
    ),
    Paper(
        "raise",
        "Which flag does it raise?",
        "`forethought policy list flags` shows what each of them means.",
        settled("raise", word_of(flags, "flag")),
        flags,
        applies=_does("raise"),
    ),
    Paper(
        "effect",
        "What does the new flag do?",
        "exclude decides for the whole case; take it only where nothing else could make online work right.",
        settled("effect", word_of(effects, "effect")),
        effects,
        applies=_does("new-flag"),
    ),
    Paper(
        "flag-title",
        "How is the flag called in reports?",
        "What is so in this case, in a few words, as in: He joins on a device that she uses too.",
        text_of,
        applies=_does("new-flag"),
    ),
    Paper(
        "flag-id",
        "Under which id?",
        "Small letters and hyphens; never changed or used again.",
        new_id,
        applies=_does("new-flag"),
        proposed=lambda draft: slug(draft.one("flag-title"), draft.ids),
    ),
    Paper(
        "meaning",
        "What does the flag mean in an online setting?",
        "One or two sentences for the practitioner: what can happen, to whom, and why online work makes it so.",
        text_of,
        applies=_does("new-flag"),
    ),
    Paper(
        "remedy",
        "Which safeguards would resolve it, after which the case is looked at again?",
        "Name what would truly take the ground away. What rests on facts alone has no remedy.",
        word_of(remedies, "safeguard"),
        remedies,
        applies=lambda draft: draft.one("does") == "new-flag" and bool(remedies(draft)),
        must=excludes,
        several=True,
    ),
    Paper(
        "tell",
        "Who must be told at once when it is raised?",
        "In your own words, as in: partner support, before anything is said to the client. Enter for nobody.",
        text_of,
        applies=_does("new-flag"),
        must=_not_needed,
        several=True,
    ),
    Paper(
        "recommend",
        "Which safeguards does it call for?",
        "`forethought policy list safeguards` shows what each of them asks for.",
        settled("recommend", word_of(safeguards, "safeguard")),
        safeguards,
        applies=_does("recommend"),
        several=True,
    ),
    Paper(
        "because",
        "Why? What is a reader of the report told?",
        "One or two sentences, without a judgement of the person: what follows from the answer, and for whom.",
        text_of,
    ),
    Paper(
        "source",
        "What does it rest on?",
        "A work of sources.yaml with the places in it, as in  tsf: start, eligibility. What your own team has agreed"
        " is a work too: give it an entry there first.",
        cited,
        works,
        several=True,
    ),
    Paper(
        "authority",
        "How much weight has that?",
        "Say product-default where the work is silent and your programme has chosen.",
        word_of(lambda _: _AUTHORITIES, "authority"),
        lambda _: _AUTHORITIES,
    ),
    Paper(
        "owner",
        "Who answers for the rule?",
        "A role rather than a name, so that it stays true.",
        name_of,
    ),
    Paper(
        "if-unknown-ask",
        "Whom to ask when the answer is not known?",
        "Those whose word settles the questions that the rule reads.",
        word_of(settlers, "source whose word settles it"),
        settlers,
        must=excludes,
        several=True,
    ),
    Paper(
        "limits",
        "What does the rule not cover?",
        "What a reader could wrongly take it to say. Enter for nothing.",
        text_of,
        must=_not_needed,
    ),
    Paper(
        "topic",
        "In which file does it stand?",
        "rules/<stage>/<topic>.yaml: a topic that is there, or a new one in small letters and hyphens.",
        lambda _, text: topic_of(text),
    ),
)
"""Every paper, in order."""


def wanted(draft: Draft) -> tuple[Paper, ...]:
    """Return the papers that must be given and are not, as far as can be seen; none when the draft is whole."""
    return tuple(paper for paper in PAPERS if paper.applies(draft) and paper.must(draft) and not draft.many(paper.key))


def given(draft: Draft, paper: Paper, texts: Sequence[str]) -> None:
    """Take what was said for a paper into the draft; what then does not belong to the rule any more goes.

    Raises Wrong, and then changes nothing.
    """
    if len(texts) > 1 and not paper.several:
        raise Wrong("several were given, and only one can be", "keep one of them")
    trial = Draft(draft.policy, {**draft.said, paper.key: ()})
    for text in texts:
        kept = paper.check(trial, text)
        if kept in trial.many(paper.key):
            raise Wrong(f"`{kept[:60]}` was said twice", "say it once")
        trial.said[paper.key] = (*trial.many(paper.key), kept)
    draft.said[paper.key] = trial.many(paper.key)
    for other in PAPERS:
        if not other.applies(draft):
            draft.said.pop(other.key, None)
