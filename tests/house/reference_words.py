"""What the reference says in words that no code holds. Each list is held complete by the page that is made from it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from engine.errors import Exit
from engine.model.answer import Source, Standing
from engine.model.policy import Authority, Effect, Outcome, Status
from engine.model.question import Nature, Stage
from engine.model.truth import Truth

MOST_LISTED = 5
"""Longer lists of words are named and linked instead of being written out."""

PATTERNS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": ("an id", "ids"),
    r"^\d{4}-\d{2}-\d{2}$": ("a day, `2026-11-22`", "days"),
    r"^[1-9]\d{0,3} (day|week)s?$": ("a time, `4 weeks`", "times"),
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": ("a language, `en`", "languages"),
    r"^https?://": ("a link", "links"),
}

WORDS = {
    "question": "something that is asked, with a fixed list of answers from least to most concerning. The order is"
    " meaning: a ground that a worrying answer brings about may not be lost by a more worrying one",
    "answer": "what one source said to a question, and when; or why there is no answer. Two sources may give two"
    " answers, and"
    " both are kept",
    "source": "who an answer comes from. Also, in a policy: the work that a rule rests on",
    "truth": "what can be said of a condition or a rule on what is known: true, false, or unknown. Unknown is never"
    " a reassurance",
    "condition": "what stands under `when:` - tests of answers and flags, joined by all, any, not and at least",
    "rule": "reads answers and flags by its condition, and raises one flag or calls for safeguards. It carries its"
    " reasons, its"
    " sources and the person who answers for it",
    "flag": "a named ground. It excludes (it speaks against) or it calls for caution",
    "safeguard": "a measure that has to be in place: what, who, by when, and how it is checked",
    "recommendation": "what Forethought returns: one of three outcomes, with every reason. It is never a decision",
    "decision": "what the practitioner records, with a name and reasons. It may differ from the recommendation",
    "policy": "questions, flags, rules, safeguards and invariants in one folder, with a version and a fingerprint by"
    " which two"
    " policies can be told apart",
    "stage": "when a case is looked at: at the start, during or at the end of the work with a client, or the"
    " programme itself",
    "scenario": "a small case with what must come out of it, written in set sentences that can be run",
    "invariant": "what must hold for every case whatever else is known, written down by the programme itself",
    "finding": "something that a command found and that somebody should look at: an error, an unnoticed"
    " change, a refuted claim",
    "case": "one file with a reference (never a name), a stage and the answers",
}

LISTS: Mapping[str, tuple[str, Mapping[Enum, str]]] = {
    "Truths": (
        "Of a condition, a rule, a flag or a safeguard. [How they are joined](../explanation/three-truths.md).",
        {
            Truth.TRUE: "it holds, whatever else is still open",
            Truth.FALSE: "it does not hold, whatever else is still open",
            Truth.UNKNOWN: "what is known leaves it open",
        },
    ),
    "Sources": (
        "Who can give an answer. Which of them can settle a question stands in its `corroborate`.",
        {
            Source.CLIENT: "the person who has used violence and takes part in the programme, or wants to",
            Source.PARTNER: "the (ex-)partner, in her own words and only as far as she wishes",
            Source.PARTNER_SUPPORT: "the service that is there for the (ex-)partner",
            Source.POLICE: "the police, from their files",
            Source.PROBATION: "probation, from their files and contacts",
            Source.CHILD_PROTECTION: "child protection",
            Source.COURT: "a court, from its files",
            Source.REFERRER: "whoever referred the client",
            Source.PRACTITIONER: "whoever works with the client: what they saw or had confirmed, not what he told them",
            Source.PROGRAMME: "the programme, about itself and what it lends or runs",
        },
    ),
    "Standings": (
        "How an answer stands: given, or why there is none.",
        {
            Standing.ANSWERED: "there is an answer; nothing has to be written for it",
            Standing.ASKED_UNKNOWN: "asked, and does not know; also an agency that holds no record",
            Standing.ASKED_DECLINED: "asked, and would rather not say; nobody is pressed",
            Standing.NOT_ASKED: "nobody has asked yet",
            Standing.NOT_APPLICABLE: "the question does not apply; it counts from someone who may settle the question",
        },
    ),
    "Stages": (
        "A rule may read the questions of its own stage and of earlier ones; those of the programme read each other's.",
        {
            Stage.START: "before a client begins online",
            Stage.DURING: "while a client takes part online",
            Stage.END: "before the work with a client ends",
            Stage.PROGRAMME_START: "before a programme works online at all",
            Stage.PROGRAMME_DURING: "while a programme works online",
            Stage.PROGRAMME_END: "when a programme ends its online work",
            Stage.STRUCTURAL: "how a programme is built; a reflection, nothing is recommended",
        },
    ),
    "Effects of a flag": (
        "",
        {
            Effect.EXCLUDE: "raised, it speaks against; still possible, it withholds a recommendation",
            Effect.CAUTION: "raised or possible, it is shown, and rules may call for safeguards because of it",
        },
    ),
    "Statuses of a rule": (
        "",
        {
            Status.DRAFT: "being written; it is checked and not evaluated",
            Status.IN_FORCE: "evaluated",
            Status.SUSPENDED: "set aside for now, and not evaluated",
            Status.RETIRED: "not evaluated any more; its id is never used again, and `replaced_by` names its successor",
        },
    ),
    "Authorities of a rule": (
        "What a rule rests on.",
        {
            Authority.LAW: "a law or a court's order",
            Authority.STANDARD: "a standard that programmes are held to",
            Authority.GUIDANCE: "published guidance, which advises and does not bind",
            Authority.PRODUCT_DEFAULT: "a choice of the policy itself, open to be argued with",
        },
    ),
    "Natures of a question": (
        "",
        {
            Nature.CHANGEABLE: "what it asks about can be arranged otherwise",
            Nature.FACT: "what it asks about has happened; it never appears under what would have to change",
        },
    ),
}

OUTCOMES = {
    Outcome.AGAINST: "a flag that excludes is raised, on what is known. Missing answers never delay it",
    Outcome.UNDETERMINED: "none is raised, and at least one still could be. For the time being not online",
    Outcome.CONDITIONAL: "none is raised and none could be. The safeguards that are listed belong to it, at least"
    " the base ones",
}

EXITS = {
    Exit.DONE: "done, and nothing was found",
    Exit.FINDING: "it ran, and there is a finding: a failed scenario, an unnoticed change, a claim that is not"
    " proved, a policy that is less cautious",
    Exit.USAGE: "the command was called in a way that it does not know",
    Exit.CONDITIONAL: "with `--exit-code`: the recommendation is conditional",
    Exit.UNDETERMINED: "with `--exit-code`: no recommendation can be made yet",
    Exit.AGAINST: "with `--exit-code`: the recommendation is against",
    Exit.BAD_DATA: "something is wrong with a case, a policy or a scenario; each with its place",
    Exit.NO_INPUT: "there is no such file or folder",
    Exit.MISSING_PART: "a part that the command needs is not installed; the message names it",
    Exit.INTERNAL: "no recommendation was given: the two evaluators disagree, an invariant of the policy rules it"
    " out, or"
    " something inside failed",
    Exit.CANNOT_CREATE: "the output file cannot be made",
    Exit.CANNOT_WRITE: "the output cannot be written; in an interview also: somebody else changed the case file"
    " meanwhile",
    Exit.INTERRUPTED: "stopped from the keyboard",
}

SCHEMAS = {
    "case": "a case, or a programme's profile",
    "recommendation": "what `screen --format json` writes",
    "partner-support": "what `screen --audience partner-support --format json` writes",
    "decision": "a practitioner's decision",
    "policy": "`policy.yaml`",
    "sources": "`sources.yaml`",
    "questions": "`questions/<stage>.yaml`",
    "flags": "`flags.yaml`, and files in `flags/`",
    "rules": "`rules/<stage>/<topic>.yaml`",
    "safeguards": "`safeguards.yaml`, and files in `safeguards/`",
    "invariants": "`invariants.yaml`",
}

DOCUMENTS = {
    "forethought.recommendation/1": "`forethought screen`",
    "forethought.partner-support/1": "`forethought screen --audience partner-support`",
    "forethought.client-copy/1": "`forethought screen --audience client`",
    "forethought.what-if/1": "`forethought what-if`",
    "forethought.problems/1": "`forethought policy check`",
    "forethought.coverage/1": "`forethought policy coverage`",
    "forethought.mutation/1": "`forethought policy mutate`",
    "forethought.proof/1": "`forethought policy prove`",
    "forethought.policy-difference/1": "`forethought policy diff`",
    "forethought.batch/1": "`forethought batch`, a line a case",
    "forethought.batch-truths/1": "`forethought batch --truths`, a line a case",
    "forethought.summary/1": "`forethought batch --summary`",
    "forethought.site/1": "`forethought policy docs`, beside the pages",
}

WITHIN: Mapping[str, Mapping[str, str]] = {
    "policy": {"Pronouns": "pronouns", "Accepted": "accepted: each entry", "Acceptance": "accepted: each entry"},
    "invariants": {"Always": "always", "Then": "then", "NotOutcome": "outcome: {not: ...}"},
}
"""The mappings inside a file that have keys of their own: the name in the schema, and the heading."""

CONDITIONS = (
    ('{private-space: "no"}', "the answer is this one"),
    ('{private-space: [sometimes, "no"]}', "the answer is one of these"),
    ("{private-space: {at-least: sometimes}}", "the answer is this one or a more concerning one"),
    ("{people-nearby: children}", "of a question that takes several answers: this one is among them"),
    ("{flag: past-stalking}", "the flag is raised"),
    ('{all: [{flag: past-stalking}, {private-space: "no"}]}', "every one of these holds"),
    ('{flag: past-stalking, private-space: "no"}', "the same: two keys in one mapping mean all"),
    ('{any: [{flag: past-stalking}, {private-space: "no"}]}', "at least one of these holds"),
    (
        "{at-least: 2, of: [{flag: past-stalking}, {digital-abuse: recent}, {harmful-posting: recent}]}",
        "at least two of these hold",
    ),
    ('{not: {private-space: "yes"}}', "the answer is one of the others; not when the question does not apply"),
    ("{unknown: partner-view-of-online}", "what is known leaves the answer open. Never itself unknown"),
    ("{contradiction: lives-with-partner}", "the sources differ. Never itself unknown"),
    ("{said-by: partner-support, partner-view-of-online: less-safe}", "this source said so"),
    (
        "{programme-lacks: partner-check-procedure}",
        "the programme's profile stands at the most concerning answer of this question; false without a profile",
    ),
)
"""Every form that may stand under `when:`, with what it says."""
