"""The German of `english_labels`, name by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# Every document -----------------------------------------------------------------------------------------------

CASE: Final = "Fall {case}, {stage}."
SCREENED_ON: Final = "Geprüft am {day}."
POLICY: Final = "Regelwerk"
POLICY_VERSION: Final = "{title} ({id}), Version {version}"
POLICY_AND_ENGINE: Final = (
    "{title} ({id}), Version {version}; Programmversion: forethought {engine}; Fingerabdruck: {fingerprint}"
)
TITLE: Final = "Titel"
MEANS: Final = "Was das bedeutet"
BECAUSE: Final = "Weil"
SOURCE: Final = "Beleg ({authority})"
LIMITS: Final = "Grenzen"
WHAT: Final = "Was"
WHO: Final = "Wer"
BY_WHEN: Final = "Bis wann"
HOW_CHECKED: Final = "Wie es überprüft wird"
ANSWERS: Final = "Antworten"
HELP: Final = "Hilfe"

# An answer ----------------------------------------------------------------------------------------------------

NOTE: Final = ". Notiz: „{note}“"
OWN_WORDS: Final = "„{words}“"
FLAG: Final = "Grund: {title} ({id})"
CONDITION_CALLED_FOR: Final = "Verlangte Bedingung: {title} ({id})"
OPEN: Final = "Offen"
HEARD: Final = "Gehört"

# The screening report -----------------------------------------------------------------------------------------

ASK: Final = "Zu fragen"
WHY_OPEN: Final = "Warum es offen ist"
HEARD_SO_FAR: Final = "Bisher gehört"
BEARS_ON: Final = "Wirkt sich aus auf"
RULE: Final = "Regel"
IT_RESTS_ON: Final = "Das beruht auf"
BY: Final = "Durch"
WHO_AND_WHEN: Final = "Wer und wann"
CHECK: Final = "Überprüfung"

# The explanation ----------------------------------------------------------------------------------------------

H_RULE: Final = "Regel {id}: {truth}"
H_FLAG: Final = "Grund {id}: {truth}"
H_SAFEGUARD: Final = "Bedingung {id}: {truth}"
H_QUESTION: Final = "Frage {id}"
ITS_CONDITION: Final = "Ihre Voraussetzung ist"
RAISES_THE_FLAG: Final = "Sie führt zum Grund"
IT_CALLS_FOR: Final = "Sie verlangt"
THAT_MEANS: Final = "Was jener bedeutet"
DECIDES: Final = "Was den Ausschlag gibt"
EFFECT: Final = "Wirkung"
RESOLVED_BY: Final = "Behoben durch"
ABOUT: Final = "Es geht um"
PUT_LIKE_THIS: Final = "So wird gefragt"
STILL_POSSIBLE: Final = "Noch möglich"
SETTLED: Final = "Geklärt"
READ_BY: Final = "Gelesen von den Regeln"

TRUTHS: Final[Mapping[str, str]] = {"true": "wahr", "false": "falsch", "unknown": "ungeklärt"}

# A condition in words -----------------------------------------------------------------------------------------

ANSWER_IS: Final = "{question} ist {answers}"
SAID_THAT: Final = "Angabe von dieser Seite ({who}): {what}"
FLAG_IS_RAISED: Final = "der Grund {flag} liegt vor"
CALLED_FOR: Final = "die Bedingung {safeguard} wird verlangt"
IS_UNKNOWN: Final = "{question} ist ungeklärt"
SOURCES_DIFFER: Final = "die Quellen widersprechen sich zu {question}"
PROGRAMME_LACKS: Final = "dem Programm fehlt {question}"
ALL_OF: Final = "all dies"
ANY_OF: Final = "etwas davon"
NOT: Final = "dies nicht"
AT_LEAST_OF: Final = "mindestens {number} davon"

# What-if ------------------------------------------------------------------------------------------------------

SHIFTED_FLAG: Final = "Grund: {title} ({id})"
SHIFTED_CONDITION: Final = "Bedingung: {title} ({id})"
SHIFTED_RULE: Final = "Regel: {title} ({id})"

# Lists of a policy --------------------------------------------------------------------------------------------

LIST_ABOUT: Final = "Worum es geht"
LIST_QUESTION: Final = "Frage"
ASKED_OF: Final = "Gestellt an"
SETTLED_BY: Final = "Geklärt durch"
VALID_FOR: Final = "Gültig für"
NATURE: Final = "Art"
RAISED_BY: Final = "Festgestellt durch"
RAISES: Final = "Führt zu"
CALLS_FOR: Final = "Verlangt"
STATUS: Final = "Stand"
APPLIES_WHEN: Final = "Trifft zu, wenn"
OWNER: Final = "Verantwortlich"
IF_UNKNOWN_ASK: Final = "Wenn ungeklärt, zu fragen"
NEEDS: Final = "Braucht vom Programm"
STAGES: Final = "Phasen"
TO_PARTNER_SUPPORT: Final = "In der Fassung für die Unterstützung der (Ex-)Partnerperson"
CLIENT_WORDING: Final = "Wortlaut für <client: den Klienten|die Klientin|die teilnehmende Person>"
STAGE: Final = "Phase"
WHENEVER: Final = "Immer wenn"
OUTCOME_IS: Final = "Der Ausgang lautet"

# The client's copy --------------------------------------------------------------------------------------------

REFERENCE: Final = "Zeichen: {case}"
DECIDED_BY: Final = "Entschieden von {by} am {day}."

# What a command prints beside a report ------------------------------------------------------------------------

END_OF_REPORT: Final = "Ende des Berichts zum Fall {case}."
NO_REPORT: Final = "Kein Bericht"
NOT_SCREENED: Final = (
    "Ein Fall konnte nicht geprüft werden: {name}. Für ihn gilt: vorerst nicht online. Was nicht stimmt, steht in der "
    "Fehlerausgabe."
)
NOTE_NOT_OPENED: Final = (
    "Hinweis: Der Fall wurde nicht geöffnet; die Ausfertigung für Klientin oder Klient entsteht allein aus der "
    "Entscheidung."
)
NOTE_LEAVES_OUT: Final = "Hinweis: Jeder Online-Fall erhält diese, und die Entscheidung lässt sie aus: {conditions}"
NOTE_POLICY_PARTLY: Final = "Hinweis: Was das Regelwerk nicht auf {language} enthält, steht auf {first}"
NOTE_POLICY_LACKS: Final = (
    "Hinweis: Das Regelwerk liegt nicht in der Sprache {language} vor; seine Texte sind in {first}"
)
NOTE_MESSAGES_LACK: Final = "Hinweis: Es gibt keine Meldungen in der Sprache {language}; sie sind auf Englisch"
NOTE_NOT_COMPARED: Final = (
    "Hinweis: Die Entscheidung wurde nicht mit der Empfehlung verglichen; das tut forethought screen --decision FILE "
    "CASE"
)
NOTE_READ_IT: Final = "Hinweis: vor der Weitergabe lesen"
NOTE_TRANSLATED: Final = (
    "Hinweis: Der deutsche Wortlaut ist ein maschinell erstellter Entwurf. Lesen Sie ihn ganz, bevor er hinausgeht."
)
NOTE_POLICY_TRANSLATED: Final = "Hinweis: Zu den Texten des Regelwerks selbst: {note}"

# What a safeguard needs of the programme ------------------------------------------------------------------------

NEED_TITLE: Final = "Dem Programm fehlt, was eine Bedingung voraussetzt: {need}"
NEED_MEANING: Final = (
    "Solange es dem Programm fehlt, lässt sich nicht umsetzen: {safeguards}. Das Programm wurde gefragt: {ask}"
)
NEED_RULE: Final = "{safeguard}: Das Programm muss haben, was dafür nötig ist"
NEED_BECAUSE: Final = (
    "Diese Bedingung ist nötig und lässt sich nicht umsetzen, solange über das Programm bekannt ist: „{answer}“ ({ask})"
)
