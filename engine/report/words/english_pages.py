"""The fixed texts that only a page in HTML has: the ways around it, the picture, the rules to open."""

from __future__ import annotations

from typing import Final

SKIP: Final = "Skip to the text"
CONTENTS: Final = "On this page"
RUNNING: Final = "{notice} - {reference}"
SHEET: Final = "Sheet {number} of {all}"

# The picture ------------------------------------------------------------------------------------------------

H_FIGURE: Final = "How the answers lead there"
FIGURE_TITLE: Final = "From answers to flags, from flags to conditions"
FIGURE_DESCRIPTION: Final = (
    "Three columns of boxes joined by lines: answers, the flags that they raise or could raise, and the conditions "
    "that these call for. The list below the picture says the same."
)
FIGURE_LINES: Final = "Solid lines: established. Dashed lines: still open."
FIGURE_CUT: Final = (
    "Only the flags that weigh most are drawn, {shown} of {all}. The rules further down hold all of them."
)
FIGURE_BOXES: Final = "Of what leads to a flag, and of what follows from it, no more than {most} each are drawn."
FIGURE_NOT_DRAWN: Final = (
    "Not drawn: the conditions that come with every case at this stage, and those that a rule calls for without a flag."
)
COLUMN_ANSWERS: Final = "Answers"
COLUMN_FLAGS: Final = "Flags"
COLUMN_SAFEGUARDS: Final = "Conditions"
EXCLUDES: Final = "raised, excludes"
EXCLUDES_OPEN: Final = "still open, would exclude"
CARE: Final = "raised, calls for care"
CARE_OPEN: Final = "still open, would call for care"
SAID_BY: Final = "said by {who}"
SAID_NOTHING: Final = "no answer"
CALLED_FOR: Final = "called for"
CALLED_FOR_OPEN: Final = "called for as long as it is open"
WOULD_RESOLVE: Final = "would have to be in place"
FROM: Final = "From"
LEADS_TO: Final = "Leads to"
IN_WORDS: Final = "The same in words"

# The rules --------------------------------------------------------------------------------------------------

H_RULES: Final = "The rules behind it"
RULES: Final = (
    "Every rule that applies, or could still apply, with its condition and the truth of each part of it. On paper "
    "stand only those that were open when it was printed."
)
LEFT_OUT: Final = (
    "Left out to keep this short: rules that do not apply (forethought explain CASE --all shows them; with an ID in "
    "place of --all, one ground, question or condition as a whole); --format json gives the rest."
)
