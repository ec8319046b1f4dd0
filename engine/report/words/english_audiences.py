"""The fixed texts of partner support's copy, of the decision and the own view, of what has changed and of reflection.

The same house words, and the same bans: nothing is called safe or suitable, there is no score, no text states a
decision. In `<he|they>` and its like stands what depends on the pronouns in use.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from engine.model.decision import Choice
from engine.model.policy import Outcome
from engine.model.question import Stage

# Partner support's copy -------------------------------------------------------------------------------------

TITLE_PARTNER_SUPPORT: Final = "For partner support"
PARTNER_SUPPORT_ONLY: Final = (
    "For partner support only. Nothing of this is shown, sent, read out or hinted at to <him|the client>, and none of "
    "it goes into <his|the client's> file."
)
PARTNER_SUPPORT_ONLY_SHORT: Final = "For partner support only. Nothing of this goes to <him|the client>."
ONLY_HER_SAFETY: Final = (
    "Here stands what bears on <her|his|the (ex-)partner's> safety, and nothing else: not what others said, and "
    "no notes of the programme's. That a ground does not stand here is no reassurance."
)
RECOMMENDED: Final[Mapping[Outcome, str]] = {
    Outcome.AGAINST: "The recommendation is: {text}.",
    Outcome.UNDETERMINED: (
        "The recommendation is still open: {text}. Something that could speak against it is not settled. Until it is, "
        "the case is treated as not online for now."
    ),
    Outcome.CONDITIONAL: (
        "The recommendation is: {text}. It does not hold without all of its conditions; those that bear on "
        "<her|his|the (ex-)partner's> safety stand below."
    ),
}
ONLY_HER_SIDE: Final = (
    "What decides this recommendation comes from <her|his|the (ex-)partner's> side alone. The change of recommendation "
    "itself may tell <him|the client> who has spoken. The practitioner is asked to talk to you before <he|the client> "
    "is told anything."
)
WAITING_FOR_HER_SIDE: Final = (
    "Only <her|his|the (ex-)partner's> side could settle what is still open. If <he|the client> is told what is waited "
    "for, <he|the client> may infer <her|his|the (ex-)partner's> part in it, or press <her|him|the (ex-)partner>. The "
    "practitioner is asked to talk to you before <he|the client> is told anything."
)
H_GROUNDS: Final = "Grounds, and what each means"
GROUNDS_TRUE: Final = "Raised:"
GROUNDS_OPEN: Final = "Still open, and never taken as a no:"
GROUND_EXCLUDES: Final = "{title} (speaks against it)"
GROUND_CAUTIONS: Final = "{title} (calls for care)"
NO_GROUNDS: Final = "None that bears on <her|his|the (ex-)partner's> safety is raised or open. That is no reassurance."
H_TO_FIND_OUT: Final = "What partner support is asked to find out"
TO_FIND_OUT: Final = (
    "As far as <she|the (ex-)partner> wishes to say. <She|The (ex-)partner> is not pressed, and that <she does|they "
    "do> not answer is no sign in either direction."
)
PUT_LIKE_THIS: Final = "Put like this"
BEARS_ON: Final = "It bears on"
H_DIFFER_HER_SIDE: Final = "Where sources differ"
DIFFER_HER_SIDE: Final = (
    "About these, what <her|his|the (ex-)partner's> side said and what others said is not the same. What the others "
    "said is not told here. <She|The (ex-)partner> is not asked to explain it, and it is not put to <him|the client>."
)
H_MEASURES: Final = "What has to be in place"
MEASURES: Final[Mapping[Outcome, str]] = {
    Outcome.AGAINST: "If it is decided otherwise all the same, and until then as far as it can be done:",
    Outcome.UNDETERMINED: "Called for in this case, whatever comes of what is still open:",
    Outcome.CONDITIONAL: (
        "Each has to be in place and checked; as long as one is missing, the recommendation does not hold:"
    ),
}
MEASURES_MEANWHILE: Final[Mapping[Stage, str]] = {
    Stage.DURING: "Called for while online work is paused, and if it is decided otherwise all the same:",
    Stage.END: "Called for while the case stays open, and if it is decided otherwise all the same:",
}
H_KEPT: Final = "What stays with partner support"
KEPT: Final = (
    (
        "What <she|the (ex-)partner> says stays with partner support. Only what <she|the (ex-)partner> has agreed to "
        "goes on to the practitioner, and none of it to <him|the client>."
    ),
    "Nothing of this document goes to <him|the client>, nor to anybody who might tell <him|the client>.",
    (
        "If <he|the client> learns of it, or may have: tell the practitioner at once; speak with <her|him|the "
        "(ex-)partner> before anybody speaks with <him|the client>; go through <her|his|the (ex-)partner's> safety "
        "plan; let nobody confirm or deny to <him|the client> that anything was said; then have the case screened "
        "again."
    ),
)
WORDS_OF_PARTNER_SUPPORT: Final = ("partner support", "partner-support")
"""What `who` of a safeguard says when partner support is part of it."""

# Who must be told -------------------------------------------------------------------------------------------

H_TELL: Final = "Tell at once"
TELL: Final = "Now, whatever else is still open, because of: {because}"
GROUND_NUMBERED: Final = "({number}) {ground}"
TELL_ALL: Final = "(all of these)"
TELL_YOU_FIRST: Final = "You are told before anything is said to <him|the client>."
BEGINS_WITH_YOU: Final = ("partner support",)
"""How a text begins that names partner support among those who are told."""

# The own view -----------------------------------------------------------------------------------------------

H_OWN_VIEW: Final = "Own view and recommendation"
OWN_VIEW_LABEL: Final = "Own view, stated before the recommendation was shown"
OWN_VIEW_STATED: Final = "{view} ({by}, {day})"
OWN_VIEW_REASONS: Final = "Reasons"
OWN_VIEW_BESIDE: Final = "Recommendation"
SAME_WAY: Final = "Both go the same way."
OWN_VIEW_MORE_CAUTIOUS: Final = (
    "The own view is more cautious than the recommendation. Towards more caution the practitioner decides freely."
)
RECOMMENDATION_MORE_CAUTIOUS: Final = (
    "The recommendation is more cautious than the own view. Look at what it rests on before deciding; against it takes "
    "written reasons and a second named person."
)

# The decision -----------------------------------------------------------------------------------------------

DECIDED: Final = "What the practitioner decided:"
DECIDED_AGAINST: Final = (
    "This goes against the recommendation, and is less cautious. It rests on the written reasons and on the second "
    "named person."
)
DECIDED_CONDITIONS: Final = "Conditions agreed"
NONE_WRITTEN: Final = "none written"
DECIDED_REVIEW: Final = "To be looked at again by"
DECIDED_CONTACT: Final = "Contact"
DECIDED_SECOND: Final = "Second named person"
LEFT_OUT_BASE: Final = "Every such case gets these, and the decision leaves them out"
LEFT_OUT_CALLED_FOR: Final = "Called for in this case, and the decision leaves them out"
CONSULT_PARTNER_SUPPORT: Final = (
    "A ground that is raised or still open rests on <her|his|the (ex-)partner's> side. Partner support should have "
    "been consulted before this was decided. If it was not: do so now, before <he|the client> is told anything."
)

# What has changed -------------------------------------------------------------------------------------------

H_CHANGED: Final = "What has changed since {stage}, {day}"
H_CHANGED_UNDATED: Final = "What has changed since {stage}"
CHANGED_SINCE: Final[Mapping[Stage, str]] = {
    Stage.START: "the start of the programme",
    Stage.DURING: "the last look during the programme",
    Stage.END: "the last look at the end of the programme",
}
CHANGED: Final[Mapping[str, str]] = {
    "less-concerning": "Said to be less than before - look at why:",
    "more-concerning": "More concerning than before:",
    "open-now": "Answered before, open now:",
    "answered-now": "Not answered before, answered now:",
    "otherwise": "Otherwise than before:",
}
NOTHING_CHANGED: Final = (
    "Nothing has changed in the answers. Most were carried along; that is not the same as asked again."
)
BEFORE: Final = "before"
NOW: Final = "now"
NOT_HEARD: Final = "not heard"
RESTS_ON_IT: Final = "Raised, and rests on it"
OUT_OF_DATE: Final = "Not asked anew, and out of date now (they settle less than they did):"

# What was noted ---------------------------------------------------------------------------------------------

H_NOTED: Final = "What was noted"
NOTED: Final = "Notes that stand nowhere else in this report. No rule reads them; you do."
NOTED_LINE: Final = '{subject} ({source}, {day}): "{note}"'
NOTED_REPLACED: Final = "(said before; something else was said since)"

# Reflection -------------------------------------------------------------------------------------------------

H_FOR_REFLECTION: Final = "For reflection"
FOR_REFLECTION: Final = "In the person's own words. No rule reads this; you do."
NOT_TALKED_ABOUT: Final = "Not talked about yet"
NO_ANSWERS: Final = "Nothing yet."
H_TAKEN_TOGETHER: Final = "What the answers draw attention to"
NOTHING_DRAWN: Final = "Nothing so far. What is not answered may still draw attention to something."
COULD_STILL: Final = "Could still come up, depending on what is not answered yet:"
H_NEXT: Final = "What to do next"
NEXT: Final = "For the people who run the programme to take up:"
NEXT_FOR_NOW: Final = "Worth doing as long as something is not answered:"

# A programme's own report -----------------------------------------------------------------------------------

PROFILE: Final = "Profile {case}: {stage}."
ROUTES_END: Final = "This recommendation does not end the work with <him|the client>. Instead of closing:"
FOR_EVERY: Final[Mapping[Stage, str]] = {
    Stage.START: "for every online case",
    Stage.DURING: "for every online case",
    Stage.END: "for every case that is closed",
}
FOR_EVERY_PROGRAMME: Final = "for every programme"
AT_LEAST_AGAINST: Final[Mapping[Stage, str]] = {
    Stage.DURING: (
        "While online work is paused, as far as they do not need a session: {own}. Should it be decided otherwise all "
        "the same: these, and {base} {every}."
    ),
    Stage.END: (
        "While the case stays open: {own}. Should it be decided otherwise all the same: these, and {base} {every}."
    ),
}
FOR_THIS_CASE: Final = "for this case"
FOR_THIS_PROGRAMME: Final = "for this programme"

# The client's copy, when the work comes to its end ----------------------------------------------------------

CLIENT_CHOICES_END: Final[Mapping[Choice, str]] = {
    Choice.ONLINE: "Your sessions with the programme come to an end. What is agreed below goes on.",
    Choice.NOT_ONLINE: "Your work with the programme goes on for now.",
    Choice.NOT_YET: "When your work with the programme ends is not decided yet. For now it goes on.",
}
_CLIENT_GOES_ON: Final = (
    "For everyone, it is the programme that decides when the work ends.",
    "The worker named below will tell you what comes next, and when this is looked at again.",
)
CLIENT_MORE_END: Final[Mapping[Choice, tuple[str, ...]]] = {
    Choice.ONLINE: (),
    Choice.NOT_ONLINE: _CLIENT_GOES_ON,
    Choice.NOT_YET: _CLIENT_GOES_ON,
}

# A text that could travel to the client ---------------------------------------------------------------------

NAMES_A_SOURCE: Final = (
    "partner", "ex-partner", "partner support", "victim", "survivor", "police", "probation", "child protection",
    "court", "referrer", "women's shelter", "shelter", "children's services", "wife", "ex-wife", "girlfriend",
)  # fmt: skip
"""Words in a free text of the client's copy that could tell from whom a reason came; whole words, in any case.

Besides these, the ids and subjects of the policy's questions, and the ids and titles of its flags, are looked for.
"""
NOTE_NAMES: Final = (
    "note: `{key}` of the decision holds what could tell <him|the client> a reason, or from whom it came ({words}); it "
    "stands in the copy as it is written"
)
