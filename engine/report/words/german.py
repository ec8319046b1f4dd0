"""The German of `english`, name by name. It is a machine-made draft, and says so at the top of what it is used for.

One word for one thing: Empfehlung, Entscheidung, Fachkraft, Prüfung (the screening), Grund (the flag), Bedingung (the
safeguard), Regel, offen. Nothing is called sicher or geeignet. Sources stand without an article, so that no case of
theirs is ever wrong in a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from engine.model.decision import Choice
from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.report.words import german_people as people

_MONTHS: Final = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip

SOURCES: Final[Mapping[str, str]] = {
    "client": people.CLIENT_ALONE,
    "partner": people.PARTNER_ALONE,
    "partner-support": people.SUPPORT_ALONE,
    "police": "Polizei",
    "probation": "Bewährungshilfe",
    "child-protection": "Kinderschutz",
    "court": "Gericht",
    "referrer": "zuweisende Stelle",
    "practitioner": "Fachkraft",
    "programme": "Programm",
}

STAGES: Final[Mapping[Stage, str]] = {
    Stage.START: "zu Beginn des Programms",
    Stage.DURING: "im Verlauf des Programms",
    Stage.END: "am Ende des Programms",
    Stage.PROGRAMME_START: "das Programm selbst, bevor es online geht",
    Stage.PROGRAMME_DURING: "das Programm selbst, während es online arbeitet",
    Stage.PROGRAMME_END: "das Programm selbst, im Rückblick auf die Online-Arbeit",
    Stage.STRUCTURAL: "das Programm selbst, seine Strukturen",
}

AUTHORITIES: Final[Mapping[str, str]] = {
    "law": "Gesetz",
    "standard": "Standard",
    "guidance": "fachliche Leitlinie",
    "product-default": "eine Vorgabe dieses Regelwerks",
}

# Outcomes ---------------------------------------------------------------------------------------------------

_AGAINST, _UNDETERMINED, _CONDITIONAL = Outcome.AGAINST, Outcome.UNDETERMINED, Outcome.CONDITIONAL

_PROGRAMME_TEXTS: Final[Mapping[Outcome, str]] = {
    _AGAINST: "gegen den Schritt in die Online-Arbeit zum jetzigen Zeitpunkt",
    _UNDETERMINED: "noch keine Empfehlung möglich",
    _CONDITIONAL: "online gehen, unter Bedingungen",
}

OUTCOME_TEXTS: Final[Mapping[Stage, Mapping[Outcome, str]]] = {
    Stage.START: {
        _AGAINST: "gegen Online-Arbeit",
        _UNDETERMINED: "noch keine Empfehlung möglich",
        _CONDITIONAL: "online unter Bedingungen",
    },
    Stage.DURING: {
        _AGAINST: "Online-Arbeit aussetzen",
        _UNDETERMINED: "noch keine Empfehlung zum Weiterführen möglich",
        _CONDITIONAL: "weiterführen unter Bedingungen",
    },
    Stage.END: {
        _AGAINST: "gegen den Abschluss zum jetzigen Zeitpunkt",
        _UNDETERMINED: "noch keine Empfehlung zum Abschluss möglich",
        _CONDITIONAL: "abschließen, unter Bedingungen für die Nachsorge",
    },
    Stage.PROGRAMME_START: _PROGRAMME_TEXTS,
    Stage.PROGRAMME_DURING: _PROGRAMME_TEXTS,
    Stage.PROGRAMME_END: _PROGRAMME_TEXTS,
}

REFLECTION_TEXT: Final = "ein Reflexionsbericht, keine Empfehlung"

_PROGRAMME_SENTENCES: Final[Mapping[Outcome, str]] = {
    _AGAINST: "Die Empfehlung spricht dagegen, schon jetzt online zu gehen.",
    _UNDETERMINED: (
        "Es ist noch keine Empfehlung möglich: Etwas, das gegen den Schritt in die Online-Arbeit sprechen könnte, ist "
        "noch offen. Bis es geklärt ist, gilt für das Programm: vorerst nicht online."
    ),
    _CONDITIONAL: (
        "Die Empfehlung lautet: online gehen, unter Bedingungen. Alle unten genannten Bedingungen gehören dazu."
    ),
}

OUTCOME_SENTENCES: Final[Mapping[Stage, Mapping[Outcome, str]]] = {
    Stage.START: {
        _AGAINST: "Die Empfehlung spricht gegen Online-Arbeit.",
        _UNDETERMINED: (
            "Es ist noch keine Empfehlung möglich: Etwas, das gegen Online-Arbeit sprechen könnte, ist noch offen. Bis "
            "es geklärt ist, gilt für diesen Fall: vorerst nicht online."
        ),
        _CONDITIONAL: (
            "Die Empfehlung lautet: online unter Bedingungen. Alle unten genannten Bedingungen gehören dazu."
        ),
    },
    Stage.DURING: {
        _AGAINST: "Die Empfehlung lautet: die Online-Arbeit aussetzen.",
        _UNDETERMINED: (
            "Es ist noch keine Empfehlung zum Weiterführen möglich: Etwas, das für ein Aussetzen sprechen könnte, ist "
            "noch offen. Bis es geklärt ist, gilt für diesen Fall: vorerst nicht online."
        ),
        _CONDITIONAL: (
            "Die Empfehlung lautet: weiterführen unter Bedingungen. Alle unten genannten Bedingungen gehören dazu."
        ),
    },
    Stage.END: {
        _AGAINST: "Die Empfehlung spricht gegen den Abschluss zum jetzigen Zeitpunkt.",
        _UNDETERMINED: (
            "Es ist noch keine Empfehlung zum Abschluss möglich: Etwas, das dagegen sprechen könnte, ist noch offen. "
            "Bis es geklärt ist, bleibt der Fall in Arbeit, und es gilt: vorerst nicht online."
        ),
        _CONDITIONAL: (
            "Die Empfehlung lautet: abschließen, unter Bedingungen für die Nachsorge. Alle unten genannten Bedingungen "
            "gehören dazu."
        ),
    },
    Stage.PROGRAMME_START: _PROGRAMME_SENTENCES,
    Stage.PROGRAMME_DURING: _PROGRAMME_SENTENCES,
    Stage.PROGRAMME_END: _PROGRAMME_SENTENCES,
}

REFLECTION_SENTENCE: Final = (
    "Dies ist eine Reflexion über die Strukturen des Programms. An ihrem Ende steht keine Empfehlung."
)

PRACTITIONER_ONLY: Final = (
    "Nur für die Fachkraft. Hier steht, was andere gesagt haben: Das Dokument darf "
    f"{people.CLIENT_DATIVE} weder gezeigt noch geschickt noch vorgelesen werden."
)
PRACTITIONER_ONLY_SHORT: Final = (
    f"Nur für die Fachkraft: {people.CLIENT_DATIVE} nicht zeigen, nicht schicken, nicht vorlesen."
)
PRACTITIONER_ONLY_PROGRAMME: Final = (
    "Nur für die Fachkraft und das Programm: keiner Klientin und keinem Klienten zeigen oder schicken."
)
FROM_HER_SIDE: Final = (
    f"Ein Teil davon kommt von der Seite {people.PARTNER_GENITIVE}; {people.CLIENT_DATIVE} keine Quelle nennen."
)
FROM_HER_SIDE_SHORT: Final = f"Gegenüber {people.CLIENT_DATIVE} keine Quelle nennen."

DEFERENCE: Final = "Dies ist eine Empfehlung, keine Entscheidung. Die Fachkraft entscheidet."

CAVEATS: Final[Mapping[str, str]] = {
    "partner-side-only": (
        f"Was diese Empfehlung trägt, kommt allein von {people.PARTNER_DATIVE} oder von "
        f"{people.SUPPORT_DATIVE}. Schon dass sich die Empfehlung ändert, kann {people.CLIENT_DATIVE} verraten, "
        f"dass {people.PARTNER} gesprochen hat. Sprechen Sie mit {people.SUPPORT_DATIVE}, bevor {people.CLIENT} "
        "irgendetwas erfährt."
    ),
    "waiting-for-partner-side": (
        f"Was noch offen ist, können nur {people.PARTNER} oder {people.SUPPORT} klären. Erfährt {people.CLIENT}, "
        f"worauf gewartet wird, kann {people.CLIENT} daraus auf den Anteil {people.PARTNER_GENITIVE} schließen oder "
        f"{people.PARTNER_ACCUSATIVE} unter Druck setzen. "
        f"Sprechen Sie mit {people.SUPPORT_DATIVE}, bevor {people.CLIENT} irgendetwas erfährt. "
        f"{people.PARTNER_FIRST} wird nicht zu einer Antwort gedrängt."
    ),
    "undated-answers": (
        "Einige Antworten tragen kein Datum und zählen als am Tag der Prüfung gegeben. Ist eine davon älter, tragen "
        "Sie ihr Datum ein und prüfen Sie erneut: Eine alte Antwort klärt weniger."
    ),
    "policy-not-in-force": "Der Tag der Prüfung liegt vor dem Tag, ab dem dieses Regelwerk gilt.",
    "programme-not-considered": (
        "Es lag kein Profil des Programms vor; ob das Programm bereit ist, wurde nicht berücksichtigt. Was Bedingungen "
        "vom Programm verlangen, ist gekennzeichnet: zu bestätigen."
    ),
}

PROGRAMME_NOT_CONSIDERED: Final = (
    "Es lag kein Profil des Programms vor; ob das Programm bereit ist, wurde nicht berücksichtigt."
)

DRAFT: Final = "Maschinell erstellter Entwurf der deutschen Fassung; sie ist noch von einer Fachkraft durchzusehen."

DRAFT_POLICY: Final = "Zu den Texten des Regelwerks selbst: {note}"

NOTICE: Final = (
    "Forethought ist kein validiertes Instrument. Seine Regeln sind aus fachlichen Leitlinien abgeleitet, und jedes "
    "Programm muss sie sich selbst zu eigen machen; nichts belegt, dass sie Gefahr oder deren Ausbleiben vorhersehen. "
    "Es informiert die Fachkraft, und die Fachkraft entscheidet. Fehlende Information ist nie eine Entwarnung."
)

# Headings that several documents have ------------------------------------------------------------------------

TITLE_REFLECTION: Final = "Forethought-Reflexionsbericht"

H_OUTCOME: Final = "Empfehlung"
H_OUTCOME_REFLECTION: Final = "Eine Reflexion, keine Empfehlung"
H_WARNINGS: Final = "Vor allem anderen"
H_REVIEW: Final = "Wann erneut hinzusehen ist"
H_RESTS_ON: Final = "Worauf dieser Bericht beruht"
H_WORKS: Final = "Oben angeführte Werke"
H_ANSWERED: Final = "Was beantwortet ist"
H_NOT_ANSWERED: Final = "Was nicht beantwortet ist"

NOTHING_RESOLVES: Final = "Keine Bedingung behebt das."
ONLY_THE_PROGRAMME: Final = (
    "Das kann nur das Programm auflösen, indem es schafft, was fehlt; danach neu prüfen. Es liegt nicht am Verhalten "
    f"{people.CLIENT_GENITIVE}."
)
ONLY_A_CHANGE: Final = (
    "Keine Bedingung behebt das; nur eine Veränderung, die andere bestätigen, und danach eine erneute Prüfung."
)
REVIEW: Final = "Erneut prüfen bis zum {day}, und sofort, wenn sich etwas ändert."
REFLECT: Final = (
    "Was hier steht, ist für diejenigen, die das Programm tragen, zum gemeinsamen Nachdenken. Es ist keine "
    "Einschätzung einer Klientin oder eines Klienten. Was daraus folgt, bestimmen sie selbst, zusammen mit den "
    "Fachkräften."
)

# What is known of a question --------------------------------------------------------------------------------

STANDINGS: Final[Mapping[str, str]] = {
    "asked-unknown": "gefragt, weiß es nicht",
    "asked-declined": "gefragt, Antwort abgelehnt",
    "not-asked": "nicht gefragt",
    "not-applicable": "trifft nicht zu",
}
DECLINED_BY_PARTNER: Final = "gefragt, möchte nicht antworten; nicht drängen"
STILL_OPEN: Final = "noch offen"
DISAGREE: Final = "die Quellen widersprechen sich"
NOBODY_ANSWERED: Final = "niemand hat geantwortet"

DOUBT_NOBODY: Final = "Niemand hat geantwortet."
DOUBT_NO_VALUE: Final = "Niemand hat eine Antwort gegeben, die es klären könnte."
DOUBT_HIS_WORD: Final = f"Das Wort {people.CLIENT_GENITIVE} allein klärt es nicht."
DOUBT_WORD: Final = "Was von dieser Seite kam, klärt es nicht: {who}."
DOUBT_STALE: Final = "Was gesagt wurde, ist mehr als {age} alt und klärt es nicht mehr."
DOUBT_MAY_NOT_APPLY: Final = "Möglicherweise trifft die Frage nicht zu."
DOUBT_OPEN: Final = "Was gesagt wurde, lässt mehr als eine Antwort möglich."
DOUBT_CLEARED_BY: Final = "Klären kann es: {who}."

EACH_CASE: Final = "gilt für jeden Fall"
FOR_NOW: Final = "solange etwas ungeklärt ist"
EACH_SESSION: Final = "Bei jeder Sitzung."
OLD: Final = "mehr als {age} alt; noch einmal fragen"
OLD_HER_SIDE: Final = "mehr als {age} alt; noch einmal fragen, ohne jemanden zu drängen"
OLD_NOT_PRESSED: Final = "mehr als {age} alt"
NO_DATE: Final = "am Tag der Prüfung"

# Explanation ------------------------------------------------------------------------------------------------

EXPLAIN_TITLE: Final = "Forethought-Erläuterung"
EXPLAIN_IN_BRIEF: Final = (
    "Gezeigt werden die Regeln, die zutreffen oder noch zutreffen könnten, jeweils mit dem, was den Ausschlag gibt. "
    "forethought explain CASE ID zeigt eine Regel, einen Grund, eine Bedingung oder eine Frage im Ganzen; forethought "
    "explain CASE --all zeigt alles."
)
H_EXPLAIN_CONDITIONS: Final = "Bedingungen"
RULE_TRUTHS: Final[Mapping[str, str]] = {
    "true": "sie trifft zu",
    "false": "sie trifft nicht zu",
    "unknown": "noch nicht bekannt, ob sie zutrifft",
}
FLAG_TRUTHS: Final[Mapping[str, str]] = {
    "true": "er liegt vor",
    "false": "er liegt nicht vor",
    "unknown": "er könnte noch vorliegen",
}
SAFEGUARD_TRUTHS: Final[Mapping[str, str]] = {
    "true": "sie wird verlangt",
    "false": "sie wird nicht verlangt",
    "unknown": "sie wird verlangt, solange etwas ungeklärt ist",
}
EXCLUDES: Final = "schließt aus, wenn er vorliegt"
CAUTIONS: Final = "mahnt zur Vorsicht, wenn er vorliegt"
SETTLED: Final = "durch das Gesagte"
NO_RAISERS: Final = "Keine in dieser Phase geltende Regel führt zu diesem Grund."
NO_CALLERS: Final = "Keine in dieser Phase geltende Regel verlangt sie."
NO_READERS: Final = "in dieser Phase keine"

# Lists of a policy ----------------------------------------------------------------------------------------------

LIST_TITLES: Final[Mapping[str, str]] = {
    "questions": "Fragen",
    "flags": "Gründe",
    "rules": "Regeln",
    "safeguards": "Bedingungen",
    "invariants": "Zusagen",
}
LIST_OPEN: Final = "in eigenen Worten"
LIST_DERIVED: Final = " (von Forethought geschrieben, aus dem, was eine Bedingung vom Programm braucht)"
LIST_YES_NO: Final[Mapping[bool, str]] = {True: "ja", False: "nein"}
LIST_NONE: Final = "keine"
LIST_ALWAYS: Final = "immer"

# What-if ----------------------------------------------------------------------------------------------------

WHAT_IF_TITLE: Final = "Was wäre, wenn: ein Gedankenexperiment"
WHAT_IF_NOTICE: Final = (
    "Nichts davon hat jemand gesagt, und nichts davon wurde festgehalten. Es zeigt, was eine Antwort ändern würde, "
    "damit Sie sehen, was an ihr hängt. Es ist nie ein Weg, nach der Antwort zu suchen, mit der jemand online "
    "teilnehmen kann."
)
WHAT_IF_DEFERENCE: Final = (
    "Beides ist keine Entscheidung. Die Fachkraft entscheidet, nach dem, was wirklich gesagt wurde."
)
H_SUPPOSED: Final = "Was angenommen wurde"
H_DIFFERS: Final = "Was anders wäre"
AS_RECORDED: Final = "Wie festgehalten"
AS_SUPPOSED: Final = "Wie angenommen"
NEW_TO_FIND_OUT: Final = "Zusätzlich herauszufinden"
NO_MORE_TO_FIND_OUT: Final = "Nicht mehr herauszufinden"
NEW_DIFFER: Final = "Die Quellen würden sich widersprechen zu"
NO_MORE_DIFFER: Final = "Die Quellen würden sich nicht mehr widersprechen zu"
WHAT_IF_SAME: Final = "Nichts wäre anders."

# The client's copy ------------------------------------------------------------------------------------------

CLIENT_TITLE: Final = "Zu Ihren Sitzungen"
CLIENT_CHOICES: Final[Mapping[Choice, str]] = {
    Choice.ONLINE: "Ihre Sitzungen können online stattfinden, solange das unten Vereinbarte eingehalten wird.",
    Choice.NOT_ONLINE: "Ihre Sitzungen finden nicht online statt.",
    Choice.NOT_YET: (
        "Ob Ihre Sitzungen online stattfinden können, ist noch nicht entschieden. Vorerst finden sie nicht online "
        "statt."
    ),
}
_CLIENT_NOT_NOW: Final = (
    "Wie Sitzungen stattfinden, bestimmt das Programm, und zwar für alle, die danach fragen.",
    "Ihre Arbeit im Programm geht weiter.",
    "Die unten genannte Fachkraft sagt Ihnen, wie es weitergeht und wann erneut darüber gesprochen wird.",
)
CLIENT_MORE: Final[Mapping[Choice, tuple[str, ...]]] = {
    Choice.ONLINE: (),
    Choice.NOT_ONLINE: _CLIENT_NOT_NOW,
    Choice.NOT_YET: _CLIENT_NOT_NOW,
}
CLIENT_AGREED: Final = "Was vereinbart ist"
CLIENT_REVIEW: Final = "Wir sehen uns das bis zum {day} gemeinsam wieder an, oder früher, wenn sich etwas ändert."
CLIENT_CONTACT: Final = "Wenn Sie eine Frage haben oder sich etwas ändert"
CLIENT_NEXT: Final = "Wie es weitergeht"

# Small grammar ----------------------------------------------------------------------------------------------


def day(when: date) -> str:
    """Return a date as it is read aloud: 22. November 2026."""
    return f"{when.day}. {_MONTHS[when.month - 1]} {when.year}"


def age(days: int) -> str:
    """Return a number of days as it is read aloud, in weeks when it is weeks."""
    number, unit = (days // 7, "Woche") if days and days % 7 == 0 else (days, "Tag")
    return f"{number} {unit}" if number == 1 else f"{number} {unit}{'n' if unit == 'Woche' else 'e'}"


def listed(words: Iterable[str], joining: str = "and") -> str:
    """Return words as a list that reads aloud: a, b und c. `joining`: `and` or `or`, in every language."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} {_JOINING[joining]} {last}" if first else last


_JOINING: Final[Mapping[str, str]] = {"and": "und", "or": "oder"}
