"""Every fixed text a person reads, in one place and in one language (English); the screening report has its own file.

House words only (PRODUCT.md): nothing is called safe or suitable, there is no score, and no text states a decision. The
tables are keyed by the words of the model, so that this module depends on nothing that a client's copy may not reach.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from engine.model.decision import Choice
from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.report.words import lookups

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

SOURCES: Final[Mapping[str, str]] = {
    "client": "the client",
    "partner": "the (ex-)partner",
    "partner-support": "partner support",
    "police": "the police",
    "probation": "probation",
    "child-protection": "child protection",
    "court": "the court",
    "referrer": "the referrer",
    "practitioner": "the practitioner",
    "programme": "the programme",
}

STAGES: Final[Mapping[Stage, str]] = {
    Stage.START: "at the start of the programme",
    Stage.DURING: "during the programme",
    Stage.END: "at the end of the programme",
    Stage.PROGRAMME_START: "the programme itself, before it goes online",
    Stage.PROGRAMME_DURING: "the programme itself, while it works online",
    Stage.PROGRAMME_END: "the programme itself, looking back on online work",
    Stage.STRUCTURAL: "the programme itself, its structures",
}

AUTHORITIES: Final[Mapping[str, str]] = {
    "law": "law",
    "standard": "standard",
    "guidance": "guidance",
    "product-default": "a default of this policy",
}

# Outcomes ---------------------------------------------------------------------------------------------------

_AGAINST, _UNDETERMINED, _CONDITIONAL = Outcome.AGAINST, Outcome.UNDETERMINED, Outcome.CONDITIONAL

_PROGRAMME_TEXTS: Final[Mapping[Outcome, str]] = {
    _AGAINST: "against moving online yet",
    _UNDETERMINED: "cannot recommend yet",
    _CONDITIONAL: "go online with conditions",
}

OUTCOME_TEXTS: Final[Mapping[Stage, Mapping[Outcome, str]]] = {
    Stage.START: {
        _AGAINST: "against online delivery",
        _UNDETERMINED: "cannot recommend yet",
        _CONDITIONAL: "online with conditions",
    },
    Stage.DURING: {
        _AGAINST: "pause online work",
        _UNDETERMINED: "cannot recommend continuing yet",
        _CONDITIONAL: "continue with conditions",
    },
    Stage.END: {
        _AGAINST: "against closing yet",
        _UNDETERMINED: "cannot recommend closing yet",
        _CONDITIONAL: "close with follow-up conditions",
    },
    Stage.PROGRAMME_START: _PROGRAMME_TEXTS,
    Stage.PROGRAMME_DURING: _PROGRAMME_TEXTS,
    Stage.PROGRAMME_END: _PROGRAMME_TEXTS,
}
"""What each outcome is called at each stage. The structural stage has none: it ends in a reflection report."""

REFLECTION_TEXT: Final = "a reflection report, no recommendation"

_PROGRAMME_SENTENCES: Final[Mapping[Outcome, str]] = {
    _AGAINST: "The recommendation is against moving online yet.",
    _UNDETERMINED: (
        "No recommendation can be made yet: something that could speak against moving online is still open. Until it "
        "is settled, treat the programme as not online for now."
    ),
    _CONDITIONAL: "The recommendation is to go online with conditions: all of the conditions below belong to it.",
}

OUTCOME_SENTENCES: Final[Mapping[Stage, Mapping[Outcome, str]]] = {
    Stage.START: {
        _AGAINST: "The recommendation is against online delivery.",
        _UNDETERMINED: (
            "No recommendation can be made yet: something that could speak against online delivery is still open. "
            "Until it is settled, treat this case as not online for now."
        ),
        _CONDITIONAL: "The recommendation is online with conditions: all of the conditions below belong to it.",
    },
    Stage.DURING: {
        _AGAINST: "The recommendation is to pause online work.",
        _UNDETERMINED: (
            "Continuing online cannot be recommended yet: something that could speak for a pause is still open. Until "
            "it is settled, treat this case as not online for now."
        ),
        _CONDITIONAL: "The recommendation is to continue with conditions: all of the conditions below belong to it.",
    },
    Stage.END: {
        _AGAINST: "The recommendation is against closing yet.",
        _UNDETERMINED: (
            "Closing cannot be recommended yet: something that could speak against it is still open. Until it is "
            "settled, keep the case open, and treat it as not online for now."
        ),
        _CONDITIONAL: (
            "The recommendation is to close with follow-up conditions: all of the conditions below belong to it."
        ),
    },
    Stage.PROGRAMME_START: _PROGRAMME_SENTENCES,
    Stage.PROGRAMME_DURING: _PROGRAMME_SENTENCES,
    Stage.PROGRAMME_END: _PROGRAMME_SENTENCES,
}

REFLECTION_SENTENCE: Final = "This is a reflection on the programme's structures. It ends in no recommendation."

PRACTITIONER_ONLY: Final = (
    "For the practitioner only. It holds what others said: it must not be shown, sent or read out to <him|the client>."
)
PRACTITIONER_ONLY_SHORT: Final = "For the practitioner only: not to be shown, sent or read out to <him|the client>."
PRACTITIONER_ONLY_PROGRAMME: Final = (
    "For the practitioner and the programme only: not to be shown or sent to any client."
)
FROM_HER_SIDE: Final = "Part of it comes from <her|his|the (ex-)partner's> side; name no source to <him|the client>."
FROM_HER_SIDE_SHORT: Final = "Name no source to <him|the client>."

DEFERENCE: Final = "This is a recommendation, not a decision. The practitioner decides."

CAVEATS: Final[Mapping[str, str]] = {
    "partner-side-only": (
        "What decides this recommendation comes from the (ex-)partner or from partner support alone. The change of "
        "recommendation itself may tell <him|the client> that <she|the (ex-)partner> spoke. Talk to partner support "
        "before <he|the client> is told anything."
    ),
    "waiting-for-partner-side": (
        "Only the (ex-)partner or partner support could settle what is still open. If <he|the client> is told what is "
        "waited for, <he|the client> may infer <her|his|the (ex-)partner's> part in it, or press "
        "<her|him|the (ex-)partner>. Talk to partner support before <he|the client> is told anything; "
        "<she|the (ex-)partner> is not pressed for an answer."
    ),
    "undated-answers": (
        "Some answers carry no date and count as given on the day of screening. If any of them is older, write its "
        "date and screen again: an old answer settles less."
    ),
    "policy-not-in-force": "The day of screening lies before the day from which this policy is in force.",
    "programme-not-considered": (
        "No programme profile was given, so the programme's readiness was not considered. What conditions need from it "
        "is marked: to confirm."
    ),
}

PROGRAMME_NOT_CONSIDERED: Final = "No programme profile was given, so the programme's readiness was not considered."
"""The caveat in one sentence, where no condition needs anything confirmed."""

DRAFT: Final[str] = ""
"""What stands at the very top in a language whose wording no practitioner has reviewed; nothing in English."""
DRAFT_POLICY: Final = "The policy's own texts: {note}"
"""What a policy says of a translation of its own, where it says anything."""

NOTICE: Final = (
    "Forethought is not a validated instrument. Its rules are derived from guidance and are each programme's own to "
    "adopt; nothing shows that they foresee harm, or its absence. It informs the practitioner, who decides. Missing "
    "information is never reassurance."
)

# Headings that several documents have ------------------------------------------------------------------------

TITLE_REFLECTION: Final = "Forethought reflection report"

H_OUTCOME: Final = "Recommendation"
H_OUTCOME_REFLECTION: Final = "A reflection, not a recommendation"
H_WARNINGS: Final = "Before anything else"
H_REVIEW: Final = "When to look again"
H_RESTS_ON: Final = "What this report rests on"
H_WORKS: Final = "Works cited above"
H_ANSWERED: Final = "What was answered"
H_NOT_ANSWERED: Final = "What was not answered"

NOTHING_RESOLVES: Final = "No condition resolves this."
ONLY_THE_PROGRAMME: Final = (
    "Only the programme can resolve this, by putting in place what is lacking; then screen again. It is nothing that "
    "the client has done."
)
ONLY_A_CHANGE: Final = "No condition resolves this; only a change that others confirm, screened again."
REVIEW: Final = "Screen again by {day}, and at once when anything changes."
REFLECT: Final = (
    "What stands here is for the people who run the programme to think about together. It is no assessment of any "
    "client. What follows from it is theirs to decide, with the practitioners."
)

# What is known of a question --------------------------------------------------------------------------------

STANDINGS: Final[Mapping[str, str]] = {
    "asked-unknown": "asked, does not know",
    "asked-declined": "asked, declined to answer",
    "not-asked": "not asked",
    "not-applicable": "does not apply",
}
DECLINED_BY_PARTNER: Final = "asked, chose not to answer; do not press <her|them>"
STILL_OPEN: Final = "still open"
DISAGREE: Final = "the sources disagree"
NOBODY_ANSWERED: Final = "nobody has answered"

DOUBT_NOBODY: Final = "Nobody has answered."
DOUBT_NO_VALUE: Final = "Nobody has given an answer that could settle it."
DOUBT_HIS_WORD: Final = "<His|The client's> word alone does not settle it."
DOUBT_WORD: Final = "The word of {who} does not settle it."
DOUBT_STALE: Final = "What was said is more than {age} old, and no longer settles it."
DOUBT_MAY_NOT_APPLY: Final = "It may not apply."
DOUBT_OPEN: Final = "What was said leaves more than one answer possible."
DOUBT_CLEARED_BY: Final = "It takes the word of {who}."

EACH_CASE: Final = "every case gets it"
FOR_NOW: Final = "as long as something is unknown"
EACH_SESSION: Final = "At every session."
OLD: Final = "more than {age} old; ask again"
OLD_HER_SIDE: Final = "more than {age} old; ask again, without pressing anyone"
OLD_NOT_PRESSED: Final = "more than {age} old"
"""Where her side has since chosen not to answer: nobody asks again."""
NO_DATE: Final = "on the day of screening"

# Explanation ------------------------------------------------------------------------------------------------

EXPLAIN_TITLE: Final = "Forethought explanation"
EXPLAIN_IN_BRIEF: Final = (
    "Shown are the rules that apply or could still apply, each with what decides it. forethought explain CASE ID shows "
    "one rule, flag, condition or question as a whole; forethought explain CASE --all shows everything."
)
H_EXPLAIN_CONDITIONS: Final = "Conditions"
RULE_TRUTHS: Final[Mapping[str, str]] = {
    "true": "it applies",
    "false": "it does not apply",
    "unknown": "not known yet whether it applies",
}
FLAG_TRUTHS: Final[Mapping[str, str]] = {
    "true": "it is raised",
    "false": "it is not raised",
    "unknown": "it could still be raised",
}
SAFEGUARD_TRUTHS: Final[Mapping[str, str]] = {
    "true": "it is called for",
    "false": "it is not called for",
    "unknown": "it is called for as long as something is unknown",
}
EXCLUDES: Final = "excludes, when raised"
CAUTIONS: Final = "calls for care, when raised"
SETTLED: Final = "by what was heard"
NO_RAISERS: Final = "No rule in force at this stage raises it."
NO_CALLERS: Final = "No rule in force at this stage calls for it."
NO_READERS: Final = "none at this stage"

# Lists of a policy ----------------------------------------------------------------------------------------------

LIST_TITLES: Final[Mapping[str, str]] = {
    "questions": "Questions",
    "flags": "Flags",
    "rules": "Rules",
    "safeguards": "Safeguards",
    "invariants": "Invariants",
}
LIST_OPEN: Final = "in the person's own words"
LIST_DERIVED: Final = " (written by forethought from what a safeguard needs)"
LIST_YES_NO: Final[Mapping[bool, str]] = {True: "yes", False: "no"}
LIST_NONE: Final = "none"
LIST_ALWAYS: Final = "always"

# What-if ----------------------------------------------------------------------------------------------------

WHAT_IF_TITLE: Final = "What if: a thought experiment"
WHAT_IF_NOTICE: Final = (
    "Nothing here was said by anyone, and nothing was recorded. It shows what an answer would change, so that you can "
    "see what hangs on it. It is never a way to look for the answer that gets someone online."
)
WHAT_IF_DEFERENCE: Final = "Neither is a decision. The practitioner decides, on what has really been said."
H_SUPPOSED: Final = "What was supposed"
H_DIFFERS: Final = "What would differ"
AS_RECORDED: Final = "As recorded"
AS_SUPPOSED: Final = "As supposed"
NEW_TO_FIND_OUT: Final = "To be found out as well"
NO_MORE_TO_FIND_OUT: Final = "No longer to be found out"
NEW_DIFFER: Final = "The sources would disagree about"
NO_MORE_DIFFER: Final = "The sources would no longer disagree about"
WHAT_IF_SAME: Final = "Nothing would differ."

# The client's copy ------------------------------------------------------------------------------------------

CLIENT_TITLE: Final = "About your sessions"
CLIENT_CHOICES: Final[Mapping[Choice, str]] = {
    Choice.ONLINE: "Your sessions can take place online, as long as what is agreed below is kept.",
    Choice.NOT_ONLINE: "Your sessions will not take place online.",
    Choice.NOT_YET: "Whether your sessions can take place online is not decided yet. For now they do not.",
}
_CLIENT_NOT_NOW: Final = (
    "For everyone who asks, it is the programme that decides how sessions take place.",
    "Your work with the programme goes on.",
    "The worker named below will tell you what comes next, and when this is looked at again.",
)
CLIENT_MORE: Final[Mapping[Choice, tuple[str, ...]]] = {
    Choice.ONLINE: (),
    Choice.NOT_ONLINE: _CLIENT_NOT_NOW,
    Choice.NOT_YET: _CLIENT_NOT_NOW,
}
"""What follows a choice. The same words whatever it rests on: a difference could tell him that somebody spoke."""
CLIENT_AGREED: Final = "What is agreed"
CLIENT_REVIEW: Final = "We will look at this again together by {day}, or earlier if anything changes."
CLIENT_CONTACT: Final = "If you have a question, or if anything changes"
CLIENT_NEXT: Final = "What happens next"

# Small grammar ----------------------------------------------------------------------------------------------


def day(when: date) -> str:
    """Return a date as it is read aloud: 22 November 2026."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def age(days: int) -> str:
    """Return a number of days as it is read aloud, in weeks when it is weeks."""
    number, unit = (days // 7, "week") if days and days % 7 == 0 else (days, "day")
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def listed(words: Iterable[str], joining: str = "and") -> str:
    """Return words as a list that reads aloud: a, b and c. `joining`: `and` or `or`, in every language."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} {joining} {last}" if first else last


source_name = lookups.source_name
outcome_text = lookups.outcome_text
outcome_sentence = lookups.outcome_sentence
