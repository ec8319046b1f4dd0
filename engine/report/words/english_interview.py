"""What the interview says and asks, in English; nothing here says what an answer leads to.

Letters of commands and signs such as `<` are filled in: they are the same in every language.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# Beginning ------------------------------------------------------------------------------------------------------

TITLE: Final = "Interview for case {case}, {stage}"
TITLE_PROGRAMME: Final = "Interview on {stage} ({case})"
RESUMED: Final = "{answered} of {number} questions are answered already. It goes on with the first that is not."
NEW: Final = "There are {number} questions."
ONLY_SOURCE: Final = "Asked is only what goes to {source}: {number} of {of} questions. The numbers are those of all."
SAVED_WHERE: Final = "After each answer everything is saved in {file}, which you alone can read."
KEEP_FILES: Final = "Keep case files in a folder that nobody but you can read, not in the program's own."
DAY_RECORDED: Final = "What is answered now is recorded as of {day}."
HOW: Final = (
    "Answer with a number, with the answer's word or with its beginning (two letters or more). {help} explains a "
    "question and lists what else can be typed; {quit} stops, and the same command goes on later."
)
NOT_IN_HIS_PRESENCE: Final = (
    "Some of these questions are not for the client, who must not see or hear them. With the client in the room, use "
    "--source client."
)
FOR_PARTNER_SUPPORT: Final = (
    "The practitioner reads what is entered here. Enter only what the (ex-)partner has agreed to, and say this to "
    "<her|him|the (ex-)partner> before the first question: the client is not told of it, and may still guess it from "
    "something that changes. <She|The (ex-)partner> may leave out any question, without a reason, and is not pressed. "
    "Write no names and nothing that shows where <she is|they are>."
)
LAYOUT: Final = "The layout of {file} is written anew. What it says stays."
COMMENTS: Final = (
    "{file} holds comments, and the interview cannot keep them. A copy with all of them can be put beside it, as "
    "{copy}. Type {yes} to make the copy and go on; anything else stops, and nothing is changed."
)
UNCHANGED: Final = "Nothing was changed."
COPIED: Final = "The copy is {copy}."
NO_DIGIT: Final = "{reference} holds no digit. A reference, never a name: begin anew with another if it is one."
ASK_REFERENCE: Final = "The case's reference, as in K-0412, never a name:"
NO_REFERENCE: Final = (
    "That is no reference: one word of at most 40 letters (A-Z), digits, and the signs - . _ /, without spaces; never "
    "a name."
)

# One question ---------------------------------------------------------------------------------------------------

PROGRESS: Final = "{number} of {of}, {section}"
PUT_TO: Final[Mapping[str, str]] = {
    "client": "To the client:",
    "partner": "To the (ex-)partner:",
    "partner-support": "To partner support:",
    "police": "To the police:",
    "probation": "To probation:",
    "child-protection": "To child protection:",
    "court": "To the court:",
    "referrer": "To the referrer:",
    "practitioner": "For the practitioner:",
    "programme": "For the programme:",
}
ASK_ABOUT: Final = "Ask {source} about: {subject}"
ABOUT: Final = "About: {subject}"
HEARD_ELSEWHERE: Final = (
    "It is put neither to the client nor to you. Has {source} told you this? Then type {whose}, and say who and on "
    "which day. Without it, type {other} for not asked, or {on} to leave it."
)
VOUCH_DAY: Final = "On which day did you hear it, as in {example} (nothing records nothing):"
VOUCH: Final = (
    "This is recorded as the word of {source} on {day}: {answer}. Type {yes} if {source} has said so; anything else "
    "records nothing."
)
VOUCH_PROMPT: Final = "Confirmed:"
NOT_VOUCHED: Final = "Nothing is recorded. {other} says that it was not asked; {on} leaves it as it stands."
NOT_FOR_CLIENT_NOW: Final = "What follows is not for the client to see or hear."
OF_STAGE: Final = "Also asked {stage}; ask it again now."
SAID_ON: Final = "The answer is recorded as of {day}."
IN_OWN_WORDS_UNRULED: Final = "For reflection; no rule reads it. In the person's own words, on one line; no names."
IN_OWN_WORDS: Final = "In the person's own words, on one line; no names."
SEVERAL: Final = "More than one may hold: type them with commas between, as in 1, 3."
SHORT: Final[Mapping[str, str]] = {
    "u": "does not know",
    "d": "declined to answer",
    "o": "not asked",
    "x": "does not apply",
    "?": "help and everything else",
}
PROMPT: Final = "Answer:"
RECORDED_BEFORE: Final = "Recorded from {source}: {answers}."
RECORDED_ON: Final = "{answer} ({day})"
WITH_NOTE: Final = "{answer}, with a note"
WITHOUT_DAY: Final = "without a day"
RECORDED: Final = "Recorded: {answer}."
IN_WORDS: Final = "what was said"

HELP_NONE: Final = "There is no further explanation of this question."
HELP_ASKED_OF: Final = "Put to: {sources}."
COMMANDS_LEAD: Final = "Besides an answer you can type:"
COMMANDS: Final[Mapping[str, str]] = {
    "?": "this explanation",
    "<": "back to the question before",
    ">": "on to the next, and leave this one as it stands",
    "u": "was asked and does not know",
    "d": "was asked and declined to answer; leave it there",
    "o": "was not asked",
    "x": "the question does not apply",
    "n": "add or change a note",
    "s": "the answer is somebody else's, or was given on another day",
    "q": "stop; everything is saved",
}
KEY: Final = "{key} ({means})"
KEY_WRITTEN: Final = "write record"
KEY_TYPED: Final = "type"
COMMAND_DAY_ONLY: Final = "the answer was given on another day"

MISREAD: Final[Mapping[str, str]] = {
    "empty": "Nothing was typed, and nothing is recorded. To leave the question as it stands, type {on}.",
    "unknown-word": "That is none of the answers. Type a number from 1 to {most}, or an answer's word; {help} helps.",
    "ambiguous": "That could be more than one of the answers. Type more of the word, or its number.",
    "no-such-number": "There is no answer of that number. They run from 1 to {most}.",
    "one-only": "This question takes one answer.",
    "not-offered": "That makes no sense for this question. {help} lists what can be typed.",
}
NOT_A_TEXT: Final = "That holds characters that cannot be kept, from an arrow key, for example. Type it again."
TOO_LONG: Final = "That is longer than {most} characters. Shorten it."
NO_MORE_ROOM: Final = "The case file is as large as a case may be, and this does not fit any more. Shorten it."

FIRST_QUESTION: Final = "This is the first question."
NOTE_PROMPT: Final = "Note, without names (nothing leaves it as it is, {clear} takes it away):"
NOTE_KEPT: Final = "The note is saved."
NOTE_GONE: Final = "There is no note now."
NOTE_IS_NO_ANSWER: Final = "The question itself is not answered yet."
NOTE_IN_HELP: Final = "note"
NOTE_WHAT: Final = "What is it? Say it without names (nothing leaves it without a note):"
NOTE_WANTED: Final = "A note belongs here, without names (nothing leaves it without a note):"
OLD_NOTE: Final = "There is a note to what was recorded: “{note}” Type {keep} to keep it, {drop} to drop it."
OLD_NOTE_UNSEEN: Final = "There is a note to what was recorded. Type {keep} to keep it, {drop} to drop it."
OLD_NOTE_PROMPT: Final = "Type {keep} or {drop}:"
WHO_LEAD: Final = "Who said it?"
WHO_PROMPT: Final = "Number or word (nothing leaves it at {source}):"
WHO_UNKNOWN: Final = "That is nobody of this list."
DAY_PROMPT: Final = "On which day, as in {example} (nothing for {day}):"
DAY_WRONG: Final = "That is no day in this form, or it lies after {day}."
REPLACE: Final = (
    "Recorded from {source} is: {answers}. New: {new}. Type {keep} to keep both, each with its day, {replace} to put "
    "the new one in place of the old, which was a slip, or {leave} to leave everything as it was."
)
REPLACE_PROMPT: Final = "Type {keep}, {replace} or {leave}:"
LEFT_AS_IT_WAS: Final = "Everything stays as it was."

# The end --------------------------------------------------------------------------------------------------------

LAST_DONE: Final = "All questions have been gone through."
STILL_DUE: Final = "Not answered: {numbers}."
NONE_DUE: Final = "Every one of them has been answered."
GATE: Final = (
    "Type {end} to end the interview. {back} goes back, a number goes to the question of that number, and {quit} stops."
)
GATE_SCREEN: Final = (
    "What comes then is for the practitioner alone: what is still open, and the recommendation. Nobody else should be "
    "able to see the screen."
)
GATE_SCREEN_PROGRAMME: Final = "What comes then is what is still open, and the report."
GATE_PROMPT: Final = "End:"
GATE_WRONG: Final = "That is neither {end} nor the number of one of these questions."
H_OPEN: Final = "Still open, and whom to ask"
OPEN_NOTHING: Final = "Nothing is open any more."
OPEN_ASK: Final = "Ask {sources} about"
OPEN_NOBODY: Final = "Nobody is left to ask about; nobody is pressed"
OPEN_HER_SIDE: Final = (
    "What is asked of the (ex-)partner's side is asked by partner support, in its own way and time, and never through "
    "the client."
)
OPEN_ENTRY: Final = "{number}. {subject}"
OPEN_ENTRY_OTHER: Final = "{subject}"
NOT_SHOWN: Final = (
    "The recommendation is not shown here: it is for the practitioner. `forethought screen {file}` gives it."
)
NOT_SHOWN_PARTNER_SIDE: Final = (
    "What partner support may read of it: `forethought screen --audience partner-support {file}` gives it."
)
SAVED_AT_END: Final = "The case is in {file}."
STOPPED: Final = "Stopped. Everything up to here is in {file}; the same command goes on with it."
STOPPED_NO_RECOMMENDATION: Final = "No recommendation was given."

# The practitioner's own view --------------------------------------------------------------------------------------

H_VIEW: Final = "Your own view, before the recommendation"
VIEW_WHY: Final = (
    "Say what you would do yourself. It is kept in the case file, stands beside the recommendation in the report, and "
    "is no decision."
)
VIEW_THERE: Final = "{by} stated a view of their own on {day}; it stays as it is."
VIEWS: Final[Mapping[str, str]] = {
    "online-with-conditions": "online, with conditions",
    "not-online": "not online",
    "not-yet": "not yet; more has to be known first",
}
VIEW_PROMPT: Final = "Your view (1 to 3, {quit} stops):"
VIEW_REASONS: Final = "Your reasons, in your own words:"
VIEW_BY: Final = "Your name:"
VIEW_NEEDED: Final = "The recommendation is shown once this is written down; {quit} stops without it."

# The form on paper ------------------------------------------------------------------------------------------------

FORM_TITLES: Final[Mapping[str, str]] = {
    "client": "Questions for you",
    "partner-support": "Questions for partner support",
    "practitioner": "Interview form",
    "programme": "Questions about the programme",
}
FORM_FOR: Final[Mapping[str, str]] = {
    "client": "What you write here goes to your worker, who talks it over with you.",
    "partner-support": (
        "For partner support and the practitioner only: not to be shown, sent or read out to the client."
    ),
    "practitioner": "For the practitioner only: not to be shown, sent or read out to <him|the client>.",
    "programme": "For the practitioner and the programme only: not to be shown or sent to any client.",
}
FORM_HOW: Final[Mapping[str, str]] = {
    "client": ("Answer in your own words. You may leave any question out and say so."),
    "partner-support": (
        "The practitioner reads what is entered from here. Enter only what the (ex-)partner has agreed to, and say "
        "this to <her|him|the (ex-)partner> first: the client is not told of it, and may still guess it from "
        "something that changes. <She|The (ex-)partner> may leave out any question, without a reason, and is not "
        "pressed. Ask in the way and at the time <she chooses|they choose>. Write no names and nothing that shows "
        "where <she is|they are>."
    ),
    "practitioner": (
        "Tick what was said, and write down who said it and on which day: several sources may answer one question, "
        "each on a sheet of its own. An agency that holds no record has not answered: tick that it does not know. "
        "Write no names. Questions for others than the client are not for the client to see."
    ),
    "programme": "Tick what holds today, and write down who said it and on which day. Write no names.",
}
FORM_NOTICE_CLIENT: Final = (
    "No answer decides anything by itself. The tool that your worker uses with it is no validated instrument; it "
    "informs your worker, who decides."
)
FORM_REFERENCE: Final = "Reference (never a name)"
FORM_REFERENCE_CLIENT: Final = "Reference"
FORM_DAY: Final = "Day"
FORM_FILLED_BY: Final = "Filled in by"
FORM_SAID_BY: Final = "Said by"
FORM_NOTE: Final = "Note"
FORM_WORDS: Final = "In the person's own words (for reflection; no rule reads it)"
FORM_WORDS_CLIENT: Final = "In your own words"
FORM_ASK_ABOUT: Final = "Ask, in your own words, about {subject}."
FORM_ONE: Final = "One answer:"
FORM_SEVERAL: Final = "Whatever holds, several if need be:"
FORM_STANDINGS: Final[Mapping[str, str]] = {
    "asked-unknown": "asked, does not know",
    "asked-declined": "asked, declined to answer",
    "not-asked": "not asked",
    "not-applicable": "does not apply",
}
FORM_STANDINGS_CLIENT: Final[Mapping[str, str]] = {
    "asked-unknown": "I do not know",
    "asked-declined": "I would rather not say",
}
FORM_ONLY_IF: Final = "Only if {condition}."
FORM_ONLY_IF_CLIENT: Final = "Leave it out if it has nothing to do with what you answered to number {numbers}."
FORM_MAY_NOT_APPLY: Final = "It may not apply; tick that then."
FORM_ANSWERED: Final = "number {number} was answered with {answers}"
FORM_ANY_ANSWER: Final = "“{answer}”"
FORM_ALL: Final = "; and "
FORM_ANY: Final = "; or "
FORM_NOT: Final = "it is not so that {condition}"
FORM_AT_LEAST: Final = "at least {number} of these hold: {conditions}"
FORM_KEY_IN: Final = "To key it in: {command}"
FORM_NOTE_KEY_IN: Final = "note: to key it in: {command}"
FORM_NOTE_LANGUAGE: Final = "note: the questions of this stage are not given in this language: {number} of {of}"
FORM_POLICY: Final = "{policy}, version {version}; {stage}"
FORM_RUNNING: Final = "{title}, {stage}"
