"""The fixed texts of the screening report; those that it shares with other documents are in `messages`.

The same house words, and the same bans: nothing is called safe or suitable, there is no score, no text states a
decision.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from engine.model.decision import Choice
from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.report.words import lookups

_AGAINST, _UNDETERMINED, _CONDITIONAL = Outcome.AGAINST, Outcome.UNDETERMINED, Outcome.CONDITIONAL

TITLE: Final = "Forethought screening report"

# In short ---------------------------------------------------------------------------------------------------

H_SHORT: Final = "In short"
SHORT_GROUNDS: Final[Mapping[Outcome, str]] = {
    _AGAINST: "Established, and each is enough by itself:",
    _UNDETERMINED: (
        "No ground that excludes is established. These are still open, and each would be enough by itself; an open "
        "question is never taken as a no:"
    ),
    _CONDITIONAL: "These call for care:",
}
SHORT_OPEN_ONE: Final = "One other ground is still open. The recommendation does not wait for it."
SHORT_OPEN: Final = "{number} other grounds are still open. The recommendation does not wait for them."
SHORT_ROUTES: Final = "What is possible instead stands under Other routes, below."
SHORT_SET: Final = (
    "The fewest questions that would let a recommendation be made, if every answer turns out to be without concern "
    "(a concerning one counts at once):"
)
SHORT_NO_SET: Final = "To be settled before a recommendation can be made:"
SHORT_NOBODY: Final = (
    "It stays open; the practitioner may decide all the same, with written reasons and a second named person."
)
SHORT_WAIT: Final = "Can wait until these are known: {what}"
SHORT_OTHER_SETS: Final = "Other sets of questions would do as well; --format json lists them."
SHORT_CONDITIONS: Final = "{total}: {base} {every} and {own} for this one."
SHORT_FOR_NOW_ONE: Final = "One of them stands only as long as something is open."
SHORT_FOR_NOW: Final = "{number} of them stand only as long as something is open."
PROGRAMME_CONSIDERED: Final = (
    "The programme's profile {profile} was looked at where a condition needs something of the programme, and there "
    "only."
)
PROGRAMME_IN_PART: Final = (
    "The programme's profile {profile} was looked at where a condition needs something of the programme, and there "
    "only. In place only in part:"
)
IN_PART: Final = "{question}: {answer}"
PROGRAMMES_OWN: Final = "Whether the programme itself is ready is a matter of its own: forethought screen PROFILE."
ON_OLD_ANSWERS: Final = "{title} (on out-of-date answers alone; it still stands)"
STILL_STANDS: Final = "It still stands, though all it rests on is out of date. Ask again"
STILL_STANDS_NOBODY: Final = (
    "It still stands, though all it rests on is out of date. Nobody is left to ask again without pressing anyone."
)
ASK_AGAIN_OLD_ABOUT: Final = "{who}, about {what}"

# Why --------------------------------------------------------------------------------------------------------

H_WHY: Final = "Why"
WHY_CONDITIONAL: Final = (
    "On what is known, no ground that excludes is raised, and none is left open. This says something about the answers "
    "given, not about <him|them>."
)
WHY_CONDITIONAL_PROGRAMME: Final = (
    "On what is known, no ground that excludes is raised, and none is left open. This says something about the answers "
    "given, no more."
)
STILL_OPEN_AGAINST: Final = "Not established, but still open:"

# What to find out -------------------------------------------------------------------------------------------

H_FIND_OUT: Final = "What to find out, and from whom"
FIND_OUT_AGAINST: Final = "The recommendation does not wait for these. They could raise further grounds:"
FIND_OUT_CARE: Final = "These would settle what else calls for care:"
ASK_ABOUT: Final = "Ask {who} about"
ASK_HER_SIDE_ABOUT: Final = (
    "Ask {who}, as far as <she wishes to say (she is|they wish to say (they are> not pressed), about"
)
ASK_AGENCY_ABOUT: Final = "Ask {who} (that they hold no record is no answer) about"
HER_SIDE_ASKED: Final = (
    "What <her|his|the (ex-)partner's> side is asked: as far as <she wishes to say; she is|they wish to say; they are> "
    "not pressed."
)
NOT_PUT_TO_HIM: Final = (
    "Not yet put to <him: his|the client: their> concerning word counts at once; <his|their> reassuring word will not "
    "settle it."
)
NOT_PUT_TO_HIM_SHORT: Final = "not yet put to <him|the client>"
ASK_NOBODY_ABOUT: Final = "Nobody is left to ask without pressing anyone about"
ASK_NOBODY: Final = (
    "nobody is left to ask without pressing anyone. It stays open; the practitioner may decide all the same, with "
    "written reasons and a second named person."
)
ASK_AGAIN_HIM: Final = "<he|the client> declined; it can be put to <him|them> again"
ASK_AGAIN_HIM_ABOUT: Final = "<He|The client> declined, and it can be put to <him|them> again"
ASK_AGAIN: Final = "{who} declined; it can be asked again"
ASK_AGAIN_ABOUT: Final = "Declined by {who}, and can be asked again"
ASK_NOBODY_NAMED: Final = "nobody is named who could settle it"
ASK_NOBODY_NAMED_ABOUT: Final = "Nobody is named who could settle"
PARTNER_DECLINES: Final = (
    "That <she|the (ex-)partner> does not answer, or cannot be reached, is <her|their> own matter: it is no sign in "
    "either direction, and <she is|they are> not to be pressed."
)

# Care and conditions ----------------------------------------------------------------------------------------

H_CARE: Final = "What else calls for care"
CARE_TRUE: Final = "These do not exclude. They call for care, and often for conditions:"
CARE_OPEN: Final = "Still open, and could call for care too:"
RESTS_ON: Final = "Rests on"
H_CONDITIONS: Final = "Conditions"
CONDITIONS: Final = (
    "Tick each when it is in place and has been checked. As long as one of them is missing, the recommendation does "
    "not hold: not online."
)
CONDITIONS_END: Final = "Tick each when it is in place and has been checked."
AT_EVERY_SESSION: Final = "at every session"
SAYS_EVERY_SESSION: Final = ("every session", "each session")
"""A `by` that says so already needs no more."""
H_AT_LEAST: Final = "Conditions that would apply at the least"
AT_LEAST_AGAINST: Final = (
    "Should it be decided otherwise all the same: {own} {this} and {base} {every}. forethought "
    "explain CASE lists them, as does --format json."
)
AT_LEAST_AGAINST_BASE: Final = (
    "Should it be decided otherwise all the same: those {every} ({base}). forethought explain CASE lists them, as does "
    "--format json."
)
AT_LEAST: Final = (
    "Nothing here stands in for what is to be found out. Whatever comes of it, these would apply at the least"
)
BESIDES_BASE: Final = ", besides those {every} ({number})"
NO_OTHERS: Final = "no others"
AT_LEAST_FOR_NOW_ONE: Final = "One more stands only as long as something is open; --format json lists it."
AT_LEAST_FOR_NOW: Final = "{number} more stand only as long as something is open; --format json lists them."
TO_CONFIRM: Final = "To confirm with the programme"

# What stands behind it --------------------------------------------------------------------------------------

H_DIFFER: Final = "Where the sources disagree"
DIFFER: Final = "The most concerning answer counts. The difference may itself matter."
H_CHANGE: Final = "What would have to change"
CHANGE: Final = (
    "Only by changes that are real, in place and checked; then screen again. Answering differently changes nothing, "
    "and facts cannot change."
)
H_NEAR: Final = "Close to applying"
NEAR: Final = "These rules are one answer short of applying. Keep an eye on the question."
NEAR_IF: Final = "{rule} - if the answer about {question} were: {answers}"
NEAR_IF_ALSO: Final = "{rule} - if the answer about {question} also named: {answers}"
NEAR_MORE: Final = "More rules are one answer short of applying; the JSON report lists every one."
H_NO_DIFFERENCE: Final = "What made no difference"
NO_DIFFERENCE: Final = "Without these answers every rule would have come out the same:"
NO_DIFFERENCE_MANY: Final = (
    "Without the settled answers to {number} questions of this stage every rule would have come out the same; --format "
    "json lists them."
)

# What comes next --------------------------------------------------------------------------------------------

H_ROUTES: Final = "Other routes"
ROUTES: Final[Mapping[Outcome, str]] = {
    _AGAINST: "This recommendation does not end the work with <him|them>. Instead of online:",
    _UNDETERMINED: "While this is open:",
    _CONDITIONAL: "If a condition cannot be kept:",
}
ROUTES_PROGRAMME: Final = "Instead, or in the meantime:"
LEFT_OUT: Final = (
    "Left out to keep this short: forethought explain CASE tells what decides each rule and lists every condition "
    "(with an ID: one ground, question or condition as a whole; with --all: everything); --format json gives the rest."
)
H_DECISION: Final = "Decision"
DECISION_ON: Final = "The recommendation above: {text}. It is not the decision."
DECISION: Final = (
    "For the practitioner to fill in. Towards more caution: freely. Towards online, or towards closing, against the "
    "recommendation: only with written reasons and a second named person."
)
DECISION_LABELS: Final = ("Decision", "By", "On", "Reasons", "Second named person (when against the recommendation)")

CHOICES: Final[Mapping[Stage, Mapping[Choice, str]]] = {
    Stage.START: {
        Choice.ONLINE: "online with conditions",
        Choice.NOT_ONLINE: "not online",
        Choice.NOT_YET: "not yet",
    },
    Stage.DURING: {
        Choice.ONLINE: "continue online with conditions",
        Choice.NOT_ONLINE: "pause online work",
        Choice.NOT_YET: "not yet",
    },
    Stage.END: {
        Choice.ONLINE: "close with follow-up conditions",
        Choice.NOT_ONLINE: "do not close",
        Choice.NOT_YET: "not yet",
    },
}
CHOICES_PROGRAMME: Final[Mapping[Choice, str]] = {
    Choice.ONLINE: "go online with conditions",
    Choice.NOT_ONLINE: "do not go online",
    Choice.NOT_YET: "not yet",
}


def conditions_text(number: int) -> str:
    """Return how many conditions there are."""
    return "1 condition" if number == 1 else f"{number} conditions"


choices_text = lookups.choices_text
