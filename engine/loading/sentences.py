"""The sentences that scenarios are written in. One list: the plugin carries them out, the checker holds files to them.

A placeholder stands for an id of the policy (`{question}`, `{flag}`, `{rule}`, `{safeguard}`), an answer word
(`{answer}`), a source (`{source}`), a date (`{date}`) or a number (`{number}`). Nothing here runs a scenario.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

SCENARIO_DAY = date(2026, 11, 22)
"""The day on which every scenario is screened, so that it says the same every day."""

Keyword = Literal["given", "when", "then"]

_SHAPES = {
    "question": r"[^\"]*",
    "answer": r"[^\"]*",
    "flag": r"[^\"]*",
    "rule": r"[^\"]*",
    "safeguard": r"[^\"]*",
    "source": r"[a-z][a-z-]*",
    "date": r"\S+",
    "number": r"[0-9]+",
}
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Sentence:
    """One sentence: its keyword, its text with placeholders, what it means, and the columns of its table if any."""

    keyword: Keyword
    text: str
    means: str
    columns: tuple[str, ...] = ()
    may_have: tuple[str, ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern of the whole step text, with a named group for each placeholder."""
        parts = _PLACEHOLDER.split(self.text)
        regex = "".join(
            f"(?P<{part}>{_SHAPES[part]})" if place % 2 else re.escape(part) for place, part in enumerate(parts)
        )
        return re.compile(regex)

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The placeholders in the order in which they stand."""
        return tuple(_PLACEHOLDER.findall(self.text))


STAGES = {
    "a client at the start of the programme": "start",
    "a client during the programme": "during",
    "a client at the end of the programme": "end",
    "a programme before it works online": "programme-start",
    "a programme that works online": "programme-during",
    "a programme that closes its online work": "programme-end",
    "a programme that reflects on its structures": "structural",
}
"""The sentences that say at which stage the case is."""

OUTCOMES = {
    "the recommendation is against online delivery": ("against", "start"),
    "no recommendation can be made yet": ("undetermined", ""),
    "the recommendation is online with conditions": ("conditional", "start"),
    "the recommendation is to pause online work": ("against", "during"),
    "the recommendation is to continue with conditions": ("conditional", "during"),
    "the recommendation is against closing yet": ("against", "end"),
    "the recommendation is to close with follow-up conditions": ("conditional", "end"),
    "the recommendation is against moving online yet": ("against", "programme"),
    "the recommendation is to go online with conditions": ("conditional", "programme"),
}
"""The sentences that say what is recommended: outcome, and the stage that they are worded for (empty: any)."""

FOR_THE_WRITER = "it is for the writer to say what follows"
"""The sentence that a scenario begun by a command ends in. It never holds: only a person can take its place."""

SENTENCES: tuple[Sentence, ...] = (
    *(Sentence("given", text, f"the case is at the stage {stage}") for text, stage in STAGES.items()),
    Sentence(
        "given",
        "nothing of concern is known",
        "every question that is not answered otherwise is answered at its least concerning answer, by someone whose"
        " word settles it; a question that does not apply is left out",
    ),
    Sentence(
        "given",
        "the answers",
        "the answers of the table, one a row; they take the place of any earlier answer to these questions. An answer"
        " is a word of the question (several with commas), or asked-unknown, asked-declined, not-asked, not-applicable",
        ("question", "answer", "source"),
        ("on",),
    ),
    Sentence("given", '"{question}" is answered "{answer}" by {source}', "what this source says; others are kept"),
    Sentence(
        "given",
        '"{question}" was answered "{answer}" by {source} {number} weeks ago',
        "one answer, given that many weeks before the day of screening",
    ),
    Sentence("given", '"{question}" is not answered', "nobody said anything about the question"),
    Sentence("given", '{source} does not know "{question}"', "the source was asked and does not know"),
    Sentence("given", '{source} declined to answer "{question}"', "the source was asked and declined"),
    Sentence(
        "given", '{source} says that "{question}" does not apply', "the source says so; it counts if it may settle it"
    ),
    Sentence(
        "given",
        "the programme has what every safeguard needs",
        "a programme profile in which nothing is of concern",
    ),
    Sentence("given", 'the programme answers "{question}" with "{answer}"', "one answer of the programme's profile"),
    Sentence("given", 'the programme leaves "{question}" open', "the profile does not answer the question"),
    Sentence("when", "the case is screened", "both evaluators screen the case, on a fixed day"),
    *(
        Sentence("then", text, f"the outcome is {outcome}" + (f" ({stage})" if stage else ""))
        for text, (outcome, stage) in OUTCOMES.items()
    ),
    Sentence("then", 'the flag "{flag}" is raised', "the flag is true"),
    Sentence(
        "then", 'the flag "{flag}" is raised by "{rule}"', "the flag is true, and this rule is one that raises it"
    ),
    Sentence("then", 'the flag "{flag}" is not raised', "the flag is false: neither raised nor possible"),
    Sentence("then", 'the flag "{flag}" could still be raised', "the flag is unknown"),
    Sentence("then", 'the rule "{rule}" applies', "the rule is true"),
    Sentence("then", 'the rule "{rule}" does not apply', "the rule is false"),
    Sentence("then", 'it is unknown whether the rule "{rule}" applies', "the rule is unknown"),
    Sentence("then", 'the safeguard "{safeguard}" is called for', "the safeguard is listed, and for certain"),
    Sentence(
        "then",
        'the safeguard "{safeguard}" is called for until more is known',
        "the safeguard is listed because something is unknown",
    ),
    Sentence("then", 'the safeguard "{safeguard}" is not called for', "the safeguard is not listed"),
    Sentence("then", '"{question}" is to be found out from {source}', "the question is open and this source is named"),
    Sentence(
        "then",
        '"{question}" is not to be asked of {source}',
        "the question is open, and this source is not named: it may not settle it, or it declined",
    ),
    Sentence(
        "then",
        'nobody is left to ask about "{question}"',
        "the question is open, and those who could settle it have declined; nobody is pressed",
    ),
    Sentence("then", '"{question}" need not be found out', "the question leaves no flag unknown"),
    Sentence(
        "then",
        'the report shows that the sources disagree about "{question}"',
        "the question is among the contradictions",
    ),
    Sentence(
        "then",
        'the flag "{flag}" names who must be told at once',
        "the flag is true, and says whom to tell before anything else is done",
    ),
    Sentence(
        "then", 'the flag "{flag}" would be resolved by "{safeguard}"', "the report says so under what would change"
    ),
    Sentence("then", 'no safeguard would resolve the flag "{flag}"', "the report says that it cannot be changed"),
    Sentence(
        "then",
        'what "{safeguard}" needs is to be confirmed with the programme',
        "no profile was given, so nobody has said yet whether the programme has what the safeguard needs",
    ),
    Sentence(
        "then",
        "the report says that the programme's readiness was not considered",
        "no profile was given with the case",
    ),
    Sentence("then", "the report is a reflection and recommends nothing", "the stage is structural"),
    Sentence(
        "then",
        "the report warns that only the partner's side decides",
        "without what the partner's side said it would not be against: the change may tell him that she spoke",
    ),
    Sentence(
        "then",
        "the report warns that only the partner's side can settle what is open",
        "nobody else's word would do: if he learns what is waited for, he may infer her part or press her",
    ),
    Sentence(
        "then",
        'the client\'s copy does not mention "{question}"',
        "a copy made from the practitioner's decision holds neither the question nor anything of its answers",
    ),
    Sentence(
        "then",
        FOR_THE_WRITER,
        "always fails: a scenario that was begun for you waits for what you want recommended in it, and the failure"
        " shows what is recommended now",
    ),
)


def find(keyword: str, text: str) -> tuple[Sentence, dict[str, str]] | None:
    """Return the sentence that a step is, with what stands in its placeholders; None when it is none."""
    for sentence in SENTENCES:
        if sentence.keyword == keyword and (match := sentence.pattern.fullmatch(text)):
            return sentence, match.groupdict()
    return None
