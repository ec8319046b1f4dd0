"""The German of `english_interview`, name by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from engine.report.words import german_people as people

# Beginning ------------------------------------------------------------------------------------------------------

TITLE: Final = "Befragung zum Fall {case}, {stage}"
TITLE_PROGRAMME: Final = "Befragung: {stage} ({case})"
RESUMED: Final = (
    "{answered} von {number} Fragen sind schon beantwortet. Es geht mit der ersten weiter, die es nicht ist."
)
NEW: Final = "Es sind {number} Fragen."
ONLY_SOURCE: Final = (
    "Gestellt werden nur die Fragen an eine Stelle: {source}. Das sind {number} von {of}; die Nummern sind die aller "
    "Fragen."
)
SAVED_WHERE: Final = "Nach jeder Antwort wird alles in {file} gespeichert; lesen können nur Sie es."
KEEP_FILES: Final = (
    "Bewahren Sie Falldateien in einem Ordner auf, den nur Sie lesen können, nicht in dem des Programms selbst."
)
DAY_RECORDED: Final = "Was jetzt geantwortet wird, wird mit diesem Tag festgehalten: {day}."
HOW: Final = (
    "Antworten Sie mit der Nummer einer Antwort, mit ihrem Wort oder mit dessen Anfang (ab zwei Buchstaben). {help} "
    "erklärt eine Frage und zeigt, was sich sonst eingeben lässt; {quit} hört auf, und derselbe Befehl macht später "
    "weiter."
)
NOT_IN_HIS_PRESENCE: Final = (
    f"Einige dieser Fragen sind nicht für {people.CLIENT_ACCUSATIVE} bestimmt und dürfen von dort weder gesehen noch "
    f"gehört werden. Ist {people.CLIENT} im Raum, nehmen Sie --source client."
)
FOR_PARTNER_SUPPORT: Final = (
    f"Die Fachkraft liest, was hier eingegeben wird. Geben Sie nur ein, womit {people.PARTNER} einverstanden ist, und "
    f"sagen Sie vor der ersten Frage: {people.CLIENT} bekommt es nicht gesagt und kann es doch aus einer Veränderung "
    "erraten. Jede Frage darf ohne Angabe von Gründen offen bleiben, und niemand wird gedrängt. Schreiben Sie keine "
    "Namen auf und nichts, woran ein Aufenthaltsort zu erkennen wäre."
)
LAYOUT: Final = "Die Datei {file} wird in einheitlicher Form neu geschrieben. Was sie sagt, bleibt."
COMMENTS: Final = (
    "{file} enthält Kommentare, und die Befragung kann sie nicht erhalten. Eine Kopie mit allen Kommentaren kann "
    "daneben abgelegt werden, als {copy}. Geben Sie {yes} ein, um die Kopie anzulegen und weiterzumachen; alles andere "
    "hört auf, und nichts wird geändert."
)
UNCHANGED: Final = "Es wurde nichts geändert."
COPIED: Final = "Die Kopie heißt {copy}."
NO_DIGIT: Final = (
    "{reference} enthält keine Ziffer. Ein Aktenzeichen, nie ein Name: Ist es einer, beginnen Sie mit einem anderen."
)
ASK_REFERENCE: Final = "Das Aktenzeichen des Falls, etwa K-0412, nie ein Name:"
NO_REFERENCE: Final = (
    "Das ist kein Aktenzeichen: ein Wort aus höchstens 40 Buchstaben (A-Z), Ziffern und den Zeichen - . _ /, ohne "
    "Leerzeichen; nie ein Name."
)

# One question ---------------------------------------------------------------------------------------------------

PROGRESS: Final = "{number} von {of}, {section}"
PUT_TO: Final[Mapping[str, str]] = {
    "client": f"An {people.CLIENT_ACCUSATIVE}:",
    "partner": f"An {people.PARTNER_ACCUSATIVE}:",
    "partner-support": f"An {people.SUPPORT}:",
    "police": "An die Polizei:",
    "probation": "An die Bewährungshilfe:",
    "child-protection": "An den Kinderschutz:",
    "court": "An das Gericht:",
    "referrer": "An die zuweisende Stelle:",
    "practitioner": "Für die Fachkraft:",
    "programme": "Für das Programm:",
}
ASK_ABOUT: Final = "Zu fragen: {source}. Worüber: {subject}"
ABOUT: Final = "Es geht um: {subject}"
HEARD_ELSEWHERE: Final = (
    f"Die Frage geht weder an {people.CLIENT_ACCUSATIVE} noch an Sie. Haben Sie die Antwort von dort ({{source}})? "
    "Dann geben Sie {whose} ein und sagen, von wem und von welchem Tag. Sonst: {other} für nicht gefragt, oder {on}, "
    "und sie bleibt, wie sie ist."
)
VOUCH_DAY: Final = "An welchem Tag haben Sie das gehört, etwa {example} (nichts hält nichts fest):"
VOUCH: Final = (
    "Festgehalten wird als Antwort ({source}, {day}): {answer}. Geben Sie {yes} ein, wenn es so gesagt wurde; bei "
    "allem anderen wird nichts festgehalten."
)
VOUCH_PROMPT: Final = "Bestätigt:"
NOT_VOUCHED: Final = "Nichts wurde festgehalten. {other}: es wurde nicht gefragt; {on}: es bleibt, wie es ist."
NOT_FOR_CLIENT_NOW: Final = f"Was jetzt folgt, darf {people.CLIENT} weder sehen noch hören."
OF_STAGE: Final = "Auch {stage} gefragt; fragen Sie jetzt noch einmal."
SAID_ON: Final = "Die Antwort wird mit diesem Tag festgehalten: {day}."
IN_OWN_WORDS_UNRULED: Final = (
    "Zum Nachdenken; keine Regel liest es. In den Worten der befragten Person, in einer Zeile; keine Namen."
)
IN_OWN_WORDS: Final = "In den Worten der befragten Person, in einer Zeile; keine Namen."
SEVERAL: Final = "Mehreres kann zutreffen: mit Komma dazwischen eingeben, etwa 1, 3."
SHORT: Final[Mapping[str, str]] = {
    "u": "weiß es nicht",
    "d": "wollte nicht antworten",
    "o": "nicht gefragt",
    "x": "trifft nicht zu",
    "?": "Hilfe und alles Weitere",
}
PROMPT: Final = "Antwort:"
RECORDED_BEFORE: Final = "Festgehalten ist schon ({source}): {answers}."
RECORDED_ON: Final = "{answer} ({day})"
WITH_NOTE: Final = "{answer}, mit einer Notiz"
WITHOUT_DAY: Final = "ohne Tag"
RECORDED: Final = "Festgehalten: {answer}."
IN_WORDS: Final = "was gesagt wurde"

HELP_NONE: Final = "Zu dieser Frage gibt es keine weitere Erklärung."
HELP_ASKED_OF: Final = "Gestellt wird sie: {sources}."
COMMANDS_LEAD: Final = "Außer einer Antwort lässt sich eingeben:"
COMMANDS: Final[Mapping[str, str]] = {
    "?": "diese Erklärung",
    "<": "zurück zur vorigen Frage",
    ">": "weiter zur nächsten; diese bleibt, wie sie ist",
    "u": "wurde gefragt und weiß es nicht",
    "d": "wurde gefragt und wollte nicht antworten; dabei bleibt es",
    "o": "wurde nicht gefragt",
    "x": "die Frage trifft nicht zu",
    "n": "eine Notiz anfügen oder ändern",
    "s": "die Antwort stammt von jemand anderem oder von einem anderen Tag",
    "q": "aufhören; alles ist gespeichert",
}
KEY: Final = "{key} ({means})"
KEY_WRITTEN: Final = ""
KEY_TYPED: Final = ""
COMMAND_DAY_ONLY: Final = "die Antwort stammt von einem anderen Tag"

MISREAD: Final[Mapping[str, str]] = {
    "empty": "Es wurde nichts eingegeben und nichts festgehalten. Soll die Frage bleiben, wie sie ist: {on}.",
    "unknown-word": (
        "Das ist keine der Antworten. Geben Sie eine Nummer von 1 bis {most} oder das Wort einer Antwort ein; {help} "
        "hilft weiter."
    ),
    "ambiguous": "Das könnte mehr als eine der Antworten sein. Geben Sie mehr vom Wort oder die Nummer ein.",
    "no-such-number": "Eine Antwort mit dieser Nummer gibt es nicht. Die Nummern gehen von 1 bis {most}.",
    "one-only": "Auf diese Frage gibt es nur eine Antwort.",
    "not-offered": "Das ergibt bei dieser Frage keinen Sinn. {help} zeigt, was sich eingeben lässt.",
}
NOT_A_TEXT: Final = (
    "Darin sind Zeichen, die sich nicht speichern lassen, etwa von einer Pfeiltaste. Geben Sie es noch einmal ein."
)
TOO_LONG: Final = "Das ist länger als {most} Zeichen. Fassen Sie es kürzer."
NO_MORE_ROOM: Final = (
    "Die Falldatei ist so groß, wie sie sein darf, und dies passt nicht mehr hinein. Fassen Sie es kürzer."
)

FIRST_QUESTION: Final = "Das ist die erste Frage."
NOTE_PROMPT: Final = "Notiz, ohne Namen (nichts lässt sie, wie sie ist; {clear} nimmt sie weg):"
NOTE_KEPT: Final = "Die Notiz ist gespeichert."
NOTE_GONE: Final = "Eine Notiz gibt es jetzt nicht."
NOTE_IS_NO_ANSWER: Final = "Die Frage selbst ist noch nicht beantwortet."
NOTE_IN_HELP: Final = "Notiz note"
NOTE_WHAT: Final = "Was ist es? Schreiben Sie es ohne Namen auf (nichts: ohne Notiz):"
NOTE_WANTED: Final = "Hierher gehört eine Notiz, ohne Namen (nichts: ohne Notiz):"
OLD_NOTE: Final = "Zu dem Festgehaltenen gibt es eine Notiz: „{note}“ {keep} behält sie, {drop} nimmt sie weg."
OLD_NOTE_UNSEEN: Final = "Zu dem Festgehaltenen gibt es eine Notiz. {keep} behält sie, {drop} nimmt sie weg."
OLD_NOTE_PROMPT: Final = "Geben Sie {keep} oder {drop} ein:"
WHO_LEAD: Final = "Von wem stammt die Antwort?"
WHO_PROMPT: Final = "Nummer oder Wort (nichts: es bleibt bei {source}):"
WHO_UNKNOWN: Final = "Das steht nicht auf dieser Liste."
DAY_PROMPT: Final = "An welchem Tag, etwa {example} (nichts: {day}):"
DAY_WRONG: Final = "Das ist kein Tag in dieser Form, oder er liegt nach dem {day}."
REPLACE: Final = (
    "Festgehalten ist ({source}): {answers}. Neu: {new}. {keep} behält beides, jedes mit seinem Tag; {replace} setzt "
    "das Neue an die Stelle des Alten, das ein Versehen war; mit {leave} bleibt alles, wie es war."
)
REPLACE_PROMPT: Final = "Geben Sie {keep}, {replace} oder {leave} ein:"
LEFT_AS_IT_WAS: Final = "Alles bleibt, wie es war."

# The end --------------------------------------------------------------------------------------------------------

LAST_DONE: Final = "Alle Fragen sind durchgegangen."
STILL_DUE: Final = "Nicht beantwortet: {numbers}."
NONE_DUE: Final = "Jede von ihnen ist beantwortet."
GATE: Final = (
    "{end} beendet die Befragung. {back} geht zurück, eine Nummer zur Frage mit dieser Nummer, und {quit} hört auf."
)
GATE_SCREEN: Final = (
    "Was dann kommt, ist nur für die Fachkraft: was noch offen ist, und die Empfehlung. Sonst sollte niemand den "
    "Bildschirm sehen können."
)
GATE_SCREEN_PROGRAMME: Final = "Dann kommt, was noch offen ist, und der Bericht."
GATE_PROMPT: Final = "Ende:"
GATE_WRONG: Final = "Das ist weder {end} noch die Nummer einer dieser Fragen."
H_OPEN: Final = "Noch offen, und wer zu fragen ist"
OPEN_NOTHING: Final = "Nichts ist mehr offen."
OPEN_ASK: Final = "Zu fragen ({sources})"
OPEN_NOBODY: Final = "Niemand ist mehr da, der zu fragen wäre; niemand wird gedrängt"
OPEN_HER_SIDE: Final = (
    f"Was auf der Seite {people.PARTNER_GENITIVE} zu fragen ist, fragt {people.SUPPORT}, auf ihre Weise und zu ihrer "
    f"Zeit, und nie auf dem Weg über {people.CLIENT_ACCUSATIVE}."
)
OPEN_ENTRY: Final = "{number}. {subject}"
OPEN_ENTRY_OTHER: Final = "{subject}"
NOT_SHOWN: Final = (
    "Die Empfehlung wird hier nicht gezeigt: Sie ist für die Fachkraft. `forethought screen {file}` gibt sie aus."
)
NOT_SHOWN_PARTNER_SIDE: Final = (
    f"Was {people.SUPPORT} davon lesen darf, gibt `forethought screen --audience partner-support {{file}}` aus."
)
SAVED_AT_END: Final = "Der Fall steht in {file}."
STOPPED: Final = "Aufgehört. Alles bis hierher steht in {file}; derselbe Befehl macht damit weiter."
STOPPED_NO_RECOMMENDATION: Final = "Eine Empfehlung wurde nicht gegeben."

# The practitioner's own view --------------------------------------------------------------------------------------

H_VIEW: Final = "Ihre eigene Einschätzung, vor der Empfehlung"
VIEW_WHY: Final = (
    "Sagen Sie, was Sie selbst tun würden. Es wird in der Falldatei festgehalten, steht im Bericht neben der "
    "Empfehlung und ist keine Entscheidung."
)
VIEW_THERE: Final = "Eine eigene Einschätzung ({by}, {day}) gibt es schon; sie bleibt, wie sie ist."
VIEWS: Final[Mapping[str, str]] = {
    "online-with-conditions": "online, mit Bedingungen",
    "not-online": "nicht online",
    "not-yet": "noch nicht; erst muss mehr bekannt sein",
}
VIEW_PROMPT: Final = "Ihre Einschätzung (1 bis 3, {quit} hört auf):"
VIEW_REASONS: Final = "Ihre Gründe, in eigenen Worten:"
VIEW_BY: Final = "Ihr Name:"
VIEW_NEEDED: Final = "Die Empfehlung wird gezeigt, sobald das aufgeschrieben ist; {quit} hört ohne sie auf."

# The form on paper ------------------------------------------------------------------------------------------------

FORM_TITLES: Final[Mapping[str, str]] = {
    "client": "Fragen an Sie",
    "partner-support": f"Fragen an {people.SUPPORT}",
    "practitioner": "Fragebogen für die Befragung",
    "programme": "Fragen zum Programm",
}
FORM_FOR: Final[Mapping[str, str]] = {
    "client": "Was Sie hier schreiben, geht an die Person, die Sie begleitet; sie bespricht es mit Ihnen.",
    "partner-support": (
        f"Nur für {people.SUPPORT} und die Fachkraft: {people.CLIENT_DATIVE} weder zeigen noch schicken noch vorlesen."
    ),
    "practitioner": f"Nur für die Fachkraft: {people.CLIENT_DATIVE} weder zeigen noch schicken noch vorlesen.",
    "programme": f"Nur für die Fachkraft und das Programm: {people.CLIENT_DATIVE} weder zeigen noch schicken.",
}
FORM_HOW: Final[Mapping[str, str]] = {
    "client": ("Antworten Sie in Ihren eigenen Worten. Jede Frage dürfen Sie offen lassen und das ankreuzen."),
    "partner-support": (
        f"Die Fachkraft liest, was von hier eingegeben wird. Geben Sie nur ein, womit {people.PARTNER} einverstanden "
        f"ist, und sagen Sie zuerst: {people.CLIENT} bekommt es nicht gesagt und kann es doch aus einer Veränderung "
        "erraten. Jede Frage darf ohne Angabe von Gründen offen bleiben, und niemand wird gedrängt. Gefragt wird so "
        f"und dann, wie {people.PARTNER} es will. Schreiben Sie keine Namen auf und nichts, woran ein Aufenthaltsort "
        "zu erkennen wäre."
    ),
    "practitioner": (
        "Kreuzen Sie an, was gesagt wurde, und schreiben Sie auf, von wem und an welchem Tag: Auf eine Frage können "
        "mehrere Stellen antworten, jede auf einem eigenen Blatt. Eine Behörde, die nichts in den Akten hat, hat nicht "
        "geantwortet: Kreuzen Sie an, dass sie es nicht weiß. Schreiben Sie keine Namen auf. Fragen an andere sind "
        "nicht "
        f"für die Augen {people.CLIENT_GENITIVE} bestimmt."
    ),
    "programme": (
        "Kreuzen Sie an, was heute zutrifft, und schreiben Sie auf, von wem die Angabe stammt und von welchem Tag. "
        "Schreiben Sie keine Namen auf."
    ),
}
FORM_NOTICE_CLIENT: Final = (
    "Keine Antwort entscheidet für sich allein. Das Werkzeug, mit dem sie ausgewertet wird, ist kein geprüftes "
    "Verfahren; es unterrichtet die Person, die Sie begleitet, und sie entscheidet."
)
FORM_REFERENCE: Final = "Aktenzeichen (nie ein Name)"
FORM_REFERENCE_CLIENT: Final = "Aktenzeichen"
FORM_DAY: Final = "Tag"
FORM_FILLED_BY: Final = "Ausgefüllt von"
FORM_SAID_BY: Final = "Gesagt von"
FORM_NOTE: Final = "Notiz"
FORM_WORDS: Final = "In den Worten der befragten Person (zum Nachdenken; keine Regel liest es)"
FORM_WORDS_CLIENT: Final = "In Ihren eigenen Worten"
FORM_ASK_ABOUT: Final = "Fragen Sie in Ihren eigenen Worten. Worüber: {subject}."
FORM_ONE: Final = "Eine Antwort:"
FORM_SEVERAL: Final = "Was zutrifft, auch mehreres:"
FORM_STANDINGS: Final[Mapping[str, str]] = {
    "asked-unknown": "gefragt, weiß es nicht",
    "asked-declined": "gefragt, wollte nicht antworten",
    "not-asked": "nicht gefragt",
    "not-applicable": "trifft nicht zu",
}
FORM_STANDINGS_CLIENT: Final[Mapping[str, str]] = {
    "asked-unknown": "Ich weiß es nicht",
    "asked-declined": "Ich möchte es nicht sagen",
}
FORM_ONLY_IF: Final = "Nur wenn gilt: {condition}."
FORM_ONLY_IF_CLIENT: Final = "Lassen Sie sie aus, wenn sie mit Ihrer Antwort auf Nummer {numbers} nichts zu tun hat."
FORM_MAY_NOT_APPLY: Final = "Sie trifft vielleicht nicht zu; dann kreuzen Sie das an."
FORM_ANSWERED: Final = "Nummer {number} wurde beantwortet mit {answers}"
FORM_ANY_ANSWER: Final = "„{answer}“"
FORM_ALL: Final = "; und "
FORM_ANY: Final = "; oder "
FORM_NOT: Final = "nicht so ist es, dass {condition}"
FORM_AT_LEAST: Final = "mindestens {number} davon treffen zu: {conditions}"
FORM_KEY_IN: Final = "Zum Eingeben: {command}"
FORM_NOTE_KEY_IN: Final = "Hinweis: zum Eingeben: {command}"
FORM_NOTE_LANGUAGE: Final = (
    "Hinweis: Fragen dieser Stufe stehen hier in der ersten Sprache des Regelwerks: {number} von {of}"
)
FORM_POLICY: Final = "{policy}, Version {version}; {stage}"
FORM_RUNNING: Final = "{title}, {stage}"
