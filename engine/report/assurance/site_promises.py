"""The promises that every policy keeps, and this policy's own, with how each is checked; and the words of the site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from engine.model.policy import Invariant
from engine.report.assurance.site_entries import written_at
from engine.report.assurance.site_material import Material
from engine.report.assurance.site_parts import (
    Article,
    Block,
    Code,
    Fact,
    Group,
    Kind,
    Line,
    Own,
    Point,
    Points,
    fact,
    facts,
    point,
    text,
)
from engine.report.assurance.site_words import in_points, outcome, stages, to_stage
from engine.report.words import say

_BY_PROOF: Final = (
    Code("forethought policy prove"),
    " looks at every case that there can be: it proves it, or shows a case that breaks it.",
)
_BY_CHECK: Final = (Code("forethought policy check"), " refuses a policy that could break it.")
_BY_TESTS: Final = ("Tested with many policies and cases drawn at random, whenever forethought itself is changed.",)

PROMISES: Final[tuple[tuple[str, str, tuple[Line, ...]], ...]] = (
    (
        "unknown-never-safer",
        (
            "What is not known never makes the recommendation less cautious. However an open answer turns out, a "
            "recommendation with conditions stays one, and no safeguard is added that was not already named (a new "
            "disagreement between sources may add one)."
        ),
        (_BY_CHECK, _BY_PROOF, _BY_TESTS),
    ),
    (
        "monotone",
        "A more concerning answer never makes the recommendation less cautious.",
        (_BY_CHECK, _BY_PROOF, _BY_TESTS),
    ),
    (
        "stop-first",
        "A flag that speaks against and is raised is enough, whatever else is missing.",
        (_BY_PROOF, _BY_TESTS),
    ),
    (
        "never-unconditional",
        "There is no unconditional yes: conditions always hold at least the safeguards for every case.",
        (_BY_CHECK, _BY_PROOF, _BY_TESTS),
    ),
    ("order-free", "The order of rules, files, answers and sources never matters.", (_BY_TESTS,)),
    (
        "agreement",
        (
            "Two evaluators, written apart from each other, work out every case. Where they do not agree, there is no "
            "recommendation."
        ),
        (("At every screening, and in every scenario.",), _BY_TESTS),
    ),
    (
        "non-interference",
        (
            "What is written for the client is the same, letter by letter, whatever anybody else said, for the same "
            "decision of the practitioner."
        ),
        (_BY_TESTS,),
    ),
    ("replay", "The same case, policy and engine give the same recommendation, byte for byte.", (_BY_TESTS,)),
    ("deference", "Every document names the practitioner as the one who decides.", (_BY_TESTS,)),
    (
        "no-silence",
        "Nothing that is written is passed over: what cannot be used is an error with its place.",
        (_BY_CHECK, _BY_TESTS),
    ),
)
"""Name, what it says, how it is checked."""

WORDS: Final = (
    ("Answer", "What somebody said to a question, with source and day; or: does not know, declined, not asked."),
    ("Calls for care", "The effect of a flag that excludes nothing, but is reported and may call for safeguards."),
    ("Case", "What is known about one client, or about the programme, at one stage."),
    ("Condition", "What must hold for a rule to apply. It is true, false or unknown."),
    ("Coverage", "Which tests of a rule its scenarios have seen true, false and unknown while it alone decided."),
    ("Derived rule", "A rule that forethought writes itself, from what a safeguard needs of the programme."),
    ("Exclude", "The effect of a flag that speaks against: once it is raised, the recommendation is against."),
    ("Fingerprint", "A code worked out from everything in a policy. Two policies mean the same when it is the same."),
    ("Flag", "A named ground: something that speaks against online work, or calls for care."),
    ("Invariant", "A promise of this policy's own about what must never be recommended."),
    ("Outcome", "One of the three things that a recommendation can be."),
    ("Question", "Something that is asked, with a fixed list of answers from least to most concerning."),
    ("Recommendation", "What comes of a screening. It is not a decision: the practitioner decides."),
    ("Remedy", "A safeguard that resolves a flag. Once it is in place, the case is screened again."),
    ("Rule", "Reads answers and flags, and raises a flag or calls for safeguards."),
    ("Safeguard", "A measure that must be in place: what, who, by when, and how it is checked."),
    ("Scenario", "An example of a case with what must come of it, in plain sentences that are run against the rules."),
    ("Source", "Who an answer comes from; or, of a rule, the work that it rests on."),
    ("Stage", "When a case is looked at: at the start, during, at the end; or the programme itself."),
    ("Unknown", "Not settled: nobody answered, or nobody whose word settles it. Never a reassurance."),
)  # fmt: skip


def promises_article(material: Material) -> Article:
    """Return every promise with how it is checked."""
    groups = [
        Group(f"promise-{name}", (name,), (text(says), text("How it is checked:"), Points(tuple(map(Point, checks)))))
        for name, says, checks in PROMISES
    ]
    own = sorted(material.policy.invariants.values(), key=lambda invariant: invariant.id)
    groups += [Group(f"invariant-{each.id}", (each.id,), tuple(_invariant(material, each))) for each in own]
    said = text(
        f"Every policy keeps the first {len(PROMISES)} of these. "
        + (
            f"The other {len(own)} are this policy's own: its invariants."
            if own
            else "This policy has none of its own."
        )
    )
    return Article(Kind.PAGE, "promises", ("Promises and invariants",), (said,), tuple(groups), contents=True)


def _invariant(material: Material, invariant: Invariant) -> Iterator[Block]:
    if invariant.if_holds is not None:
        yield text("Whenever this is so:")
        yield Points((in_points(material, invariant.if_holds),))
    else:
        yield text("Always:")
    words = [say.listed((outcome(stage, each) for each in invariant.outcomes), "or") for stage in invariant.stages]
    if len(set(words)) == 1:
        yield text(f"the recommendation is: {words[0]}.")
    else:
        yield text("the recommendation is:")
        pairs = zip(invariant.stages, words, strict=True)
        yield Points(tuple(point(to_stage(stage), f": {said}") for stage, said in pairs))
    yield facts(
        fact("Because", (Own(invariant.because),)),
        fact("Held at", stages(invariant.stages)),
        Fact(
            "How it is checked",
            (("At every screening: one that would break it ends without a recommendation.",), _BY_PROOF),
        ),
        *written_at(material, Kind.INVARIANT, invariant.id),
    )


def glossary_article() -> Article:
    """Return the words that these pages use, with what each means."""
    said = "The same words stand in the policy's files, in its scenarios and in every report."
    return Article(
        Kind.PAGE, "glossary", ("Glossary",), (text(said), facts(*(fact(word, means) for word, means in WORDS)))
    )
