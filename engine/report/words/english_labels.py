"""The labels that stand before a colon or as a heading, and the frames into which names and answers are put."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# Every document -----------------------------------------------------------------------------------------------

CASE: Final = "Case {case}, {stage}."
SCREENED_ON: Final = "Screened on {day}."
POLICY: Final = "Policy"
POLICY_VERSION: Final = "{title} ({id}), version {version}"
POLICY_AND_ENGINE: Final = "{title} ({id}), version {version}; engine: forethought {engine}; fingerprint: {fingerprint}"
TITLE: Final = "Title"
MEANS: Final = "What it means"
BECAUSE: Final = "Because"
SOURCE: Final = "Source ({authority})"
LIMITS: Final = "Limits"
WHAT: Final = "What"
WHO: Final = "Who"
BY_WHEN: Final = "By when"
HOW_CHECKED: Final = "How it is checked"
ANSWERS: Final = "Answers"
HELP: Final = "Help"

# An answer ----------------------------------------------------------------------------------------------------

NOTE: Final = '. Note: "{note}"'
"""What follows an answer that has a note."""
OWN_WORDS: Final = '"{words}"'
"""What somebody said in words of their own."""
FLAG: Final = "Flag: {title} ({id})"
CONDITION_CALLED_FOR: Final = "Condition called for: {title} ({id})"
OPEN: Final = "Open"
HEARD: Final = "Heard"

# The screening report -----------------------------------------------------------------------------------------

ASK: Final = "Ask"
WHY_OPEN: Final = "Why it is open"
HEARD_SO_FAR: Final = "Heard so far"
BEARS_ON: Final = "It bears on"
RULE: Final = "Rule"
IT_RESTS_ON: Final = "It rests on"
BY: Final = "By"
WHO_AND_WHEN: Final = "Who and when"
CHECK: Final = "Check"

# The explanation ----------------------------------------------------------------------------------------------

H_RULE: Final = "Rule {id}: {truth}"
H_FLAG: Final = "Flag {id}: {truth}"
H_SAFEGUARD: Final = "Safeguard {id}: {truth}"
H_QUESTION: Final = "Question {id}"
ITS_CONDITION: Final = "Its condition is"
RAISES_THE_FLAG: Final = "It raises the flag"
IT_CALLS_FOR: Final = "It calls for"
THAT_MEANS: Final = "What that means"
DECIDES: Final = "What decides it"
EFFECT: Final = "Effect"
RESOLVED_BY: Final = "Resolved by"
ABOUT: Final = "It is about"
PUT_LIKE_THIS: Final = "It is put like this"
STILL_POSSIBLE: Final = "Still possible"
SETTLED: Final = "Settled"
READ_BY: Final = "Read by the rules"

TRUTHS: Final[Mapping[str, str]] = {"true": "true", "false": "false", "unknown": "unknown"}

# A condition in words -----------------------------------------------------------------------------------------

ANSWER_IS: Final = "{question} is {answers}"
SAID_THAT: Final = "{who} said that {what}"
FLAG_IS_RAISED: Final = "the flag {flag} is raised"
CALLED_FOR: Final = "the condition {safeguard} is called for"
IS_UNKNOWN: Final = "{question} is unknown"
SOURCES_DIFFER: Final = "the sources disagree about {question}"
PROGRAMME_LACKS: Final = "the programme lacks {question}"
ALL_OF: Final = "all of these"
ANY_OF: Final = "any of these"
NOT: Final = "not this"
AT_LEAST_OF: Final = "at least {number} of these"

# What-if ------------------------------------------------------------------------------------------------------

SHIFTED_FLAG: Final = "Flag: {title} ({id})"
SHIFTED_CONDITION: Final = "Condition: {title} ({id})"
SHIFTED_RULE: Final = "Rule: {title} ({id})"

# Lists of a policy --------------------------------------------------------------------------------------------

LIST_ABOUT: Final = "About"
LIST_QUESTION: Final = "Question"
ASKED_OF: Final = "Asked of"
SETTLED_BY: Final = "Settled by"
VALID_FOR: Final = "Valid for"
NATURE: Final = "Nature"
RAISED_BY: Final = "Raised by"
RAISES: Final = "Raises"
CALLS_FOR: Final = "Calls for"
STATUS: Final = "Status"
APPLIES_WHEN: Final = "Applies when"
OWNER: Final = "Owner"
IF_UNKNOWN_ASK: Final = "If unknown, ask"
NEEDS: Final = "Needs from the programme"
STAGES: Final = "Stages"
TO_PARTNER_SUPPORT: Final = "In partner support's copy"
CLIENT_WORDING: Final = "Wording for the client"
STAGE: Final = "Stage"
WHENEVER: Final = "Whenever"
OUTCOME_IS: Final = "The outcome is"

# The client's copy --------------------------------------------------------------------------------------------

REFERENCE: Final = "Reference: {case}"
DECIDED_BY: Final = "Decided by {by}, on {day}."

# What a command prints beside a report ------------------------------------------------------------------------

END_OF_REPORT: Final = "End of the report on case {case}."
NO_REPORT: Final = "No report"
NOT_SCREENED: Final = (
    "A case could not be screened: {name}. Treat it as not online for now. What is wrong was told on standard error."
)
NOTE_NOT_OPENED: Final = "note: the case was not opened; the client's copy is made from the decision alone"
NOTE_LEAVES_OUT: Final = "note: every online case gets these, and the decision leaves them out: {conditions}"
NOTE_POLICY_PARTLY: Final = "note: what the policy does not give in {language} is in {first}"
NOTE_POLICY_LACKS: Final = "note: the policy is not given in {language}; its texts are in {first}"
NOTE_MESSAGES_LACK: Final = "note: there are no messages in {language}; they are in English"
NOTE_NOT_COMPARED: Final = (
    "note: the decision was not compared with the recommendation; forethought screen --decision FILE CASE does that"
)
NOTE_READ_IT: Final = "note: read it before it goes out"
NOTE_TRANSLATED: Final[str] = ""
"""The note on a client's copy in a language whose wording no practitioner has reviewed; none for English."""
NOTE_POLICY_TRANSLATED: Final = "note: the policy's own texts: {note}"

# What a safeguard needs of the programme ------------------------------------------------------------------------

NEED_TITLE: Final = "The programme lacks what a condition needs: {need}"
NEED_MEANING: Final = (
    "As long as the programme lacks it, these cannot be put in place: {safeguards}. The programme was asked: {ask}"
)
NEED_RULE: Final = "{safeguard}: the programme must have what it needs"
NEED_BECAUSE: Final = (
    'It is called for, and cannot be put in place while this is what is known of the programme: "{answer}" ({ask})'
)
