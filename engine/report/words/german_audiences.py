"""The German of `english_audiences`, name by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from engine.model.decision import Choice
from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.report.words import german_people as people

# Partner support's copy -------------------------------------------------------------------------------------

TITLE_PARTNER_SUPPORT: Final = f"Für {people.SUPPORT}"
PARTNER_SUPPORT_ONLY: Final = (
    f"Nur für {people.SUPPORT}. Nichts davon wird {people.CLIENT_DATIVE} gezeigt, geschickt, vorgelesen oder "
    f"angedeutet, und nichts davon kommt in die Akte {people.CLIENT_GENITIVE}."
)
PARTNER_SUPPORT_ONLY_SHORT: Final = f"Nur für {people.SUPPORT}. Nichts davon geht an {people.CLIENT_ACCUSATIVE}."
ONLY_HER_SAFETY: Final = (
    f"Hier steht, was die Sicherheit {people.PARTNER_GENITIVE} betrifft, und sonst nichts: nicht, was andere gesagt "
    "haben, und keine Notizen des Programms. Dass ein Grund hier nicht steht, ist keine Entwarnung."
)
RECOMMENDED: Final[Mapping[Outcome, str]] = {
    Outcome.AGAINST: "Die Empfehlung lautet: {text}.",
    Outcome.UNDETERMINED: (
        "Die Empfehlung ist noch offen: {text}. Etwas, das dagegen sprechen könnte, ist nicht geklärt. Bis es geklärt "
        "ist, gilt für den Fall: vorerst nicht online."
    ),
    Outcome.CONDITIONAL: (
        "Die Empfehlung lautet: {text}. Ohne alle ihre Bedingungen gilt sie nicht; diejenigen, die die Sicherheit "
        f"{people.PARTNER_GENITIVE} betreffen, stehen unten."
    ),
}
ONLY_HER_SIDE: Final = (
    f"Was diese Empfehlung trägt, kommt allein von der Seite {people.PARTNER_GENITIVE}. Schon dass sich die Empfehlung "
    f"ändert, kann {people.CLIENT_DATIVE} verraten, wer gesprochen hat. Die Fachkraft ist gebeten, mit Ihnen zu "
    f"sprechen, bevor {people.CLIENT} irgendetwas erfährt."
)
WAITING_FOR_HER_SIDE: Final = (
    f"Was noch offen ist, kann nur die Seite {people.PARTNER_GENITIVE} klären. Erfährt {people.CLIENT}, worauf "
    f"gewartet "
    f"wird, kann {people.CLIENT} daraus auf den Anteil {people.PARTNER_GENITIVE} schließen oder "
    f"{people.PARTNER_ACCUSATIVE} unter Druck setzen. Die Fachkraft ist gebeten, mit Ihnen zu sprechen, bevor "
    f"{people.CLIENT} irgendetwas erfährt."
)
H_GROUNDS: Final = "Gründe, und was jeder bedeutet"
GROUNDS_TRUE: Final = "Liegt vor:"
GROUNDS_OPEN: Final = "Noch offen, und nie als Nein zu lesen:"
GROUND_EXCLUDES: Final = "{title} (spricht dagegen)"
GROUND_CAUTIONS: Final = "{title} (mahnt zur Vorsicht)"
NO_GROUNDS: Final = (
    f"Kein Grund, der die Sicherheit {people.PARTNER_GENITIVE} betrifft, liegt vor oder ist offen. Das ist keine "
    "Entwarnung."
)
H_TO_FIND_OUT: Final = f"Was {people.SUPPORT} herausfinden soll"
TO_FIND_OUT: Final = (
    f"Soweit {people.PARTNER} etwas sagen möchte. Niemand drängt; dass {people.PARTNER} nicht antwortet, ist in keiner "
    "Richtung ein Zeichen."
)
PUT_LIKE_THIS: Final = "So wird gefragt"
BEARS_ON: Final = "Wirkt sich aus auf"
H_DIFFER_HER_SIDE: Final = "Wo die Quellen auseinandergehen"
DIFFER_HER_SIDE: Final = (
    f"Zu diesen Fragen stimmt nicht überein, was von der Seite {people.PARTNER_GENITIVE} und was von anderen gesagt "
    f"wurde. Was die anderen gesagt haben, steht hier nicht. {people.PARTNER_FIRST} soll den Unterschied nicht "
    f"erklären müssen, und {people.CLIENT_DATIVE} wird er nicht vorgehalten."
)
H_MEASURES: Final = "Was erfüllt sein muss"
MEASURES: Final[Mapping[Outcome, str]] = {
    Outcome.AGAINST: "Falls dennoch anders entschieden wird, und bis dahin, soweit es möglich ist:",
    Outcome.UNDETERMINED: "In diesem Fall verlangt, was auch immer sich zu dem noch Offenen zeigt:",
    Outcome.CONDITIONAL: "Jede muss erfüllt und überprüft sein; solange eine fehlt, gilt die Empfehlung nicht:",
}
MEASURES_MEANWHILE: Final[Mapping[Stage, str]] = {
    Stage.DURING: "Verlangt, während die Online-Arbeit ausgesetzt ist, und falls dennoch anders entschieden wird:",
    Stage.END: "Verlangt, solange der Fall in Arbeit bleibt, und falls dennoch anders entschieden wird:",
}
H_KEPT: Final = f"Was bei {people.SUPPORT_DATIVE} bleibt"
KEPT: Final = (
    (
        f"Was {people.PARTNER} sagt, bleibt bei {people.SUPPORT_DATIVE}. Nur womit {people.PARTNER} einverstanden ist, "
        f"geht an die Fachkraft weiter, und nichts davon an {people.CLIENT_ACCUSATIVE}."
    ),
    (
        f"Nichts aus diesem Dokument geht an {people.CLIENT_ACCUSATIVE}, und nichts an jemanden, der es "
        f"{people.CLIENT_DATIVE} sagen könnte."
    ),
    (
        f"Wenn {people.CLIENT} davon erfährt oder erfahren haben könnte: Sagen Sie es sofort der Fachkraft; "
        f"sprechen Sie "
        f"mit {people.PARTNER_DATIVE}, bevor irgendjemand mit {people.CLIENT_DATIVE} spricht; gehen Sie gemeinsam den "
        f"Schutzplan durch; niemand bestätigt oder verneint gegenüber {people.CLIENT_DATIVE}, dass etwas gesagt wurde; "
        "danach wird der Fall erneut geprüft."
    ),
)
WORDS_OF_PARTNER_SUPPORT: Final = (
    "Partnerinnenunterstützung",
    "Partnerunterstützung",
    "Unterstützung der (Ex-)Partnerperson",
    "partner support",
    "partner-support",
)

# Who must be told -------------------------------------------------------------------------------------------

H_TELL: Final = "Sofort zu informieren"
TELL: Final = "Jetzt, was auch immer sonst noch offen ist; Grund: {because}"
GROUND_NUMBERED: Final = "({number}) {ground}"
TELL_ALL: Final = "(wegen aller)"
TELL_YOU_FIRST: Final = f"Sie erfahren es, bevor {people.CLIENT_DATIVE} irgendetwas gesagt wird."
BEGINS_WITH_YOU: Final = (people.SUPPORT, people.SUPPORT_ALONE, "partner support")

# The own view -----------------------------------------------------------------------------------------------

H_OWN_VIEW: Final = "Eigene Einschätzung und Empfehlung"
OWN_VIEW_LABEL: Final = "Eigene Einschätzung, festgehalten, bevor die Empfehlung zu sehen war"
OWN_VIEW_STATED: Final = "{view} ({by}, {day})"
OWN_VIEW_REASONS: Final = "Begründung"
OWN_VIEW_BESIDE: Final = "Empfehlung"
SAME_WAY: Final = "Beide gehen in dieselbe Richtung."
OWN_VIEW_MORE_CAUTIOUS: Final = (
    "Die eigene Einschätzung ist vorsichtiger als die Empfehlung. Zu mehr Vorsicht hin kann die Fachkraft jederzeit "
    "entscheiden."
)
RECOMMENDATION_MORE_CAUTIOUS: Final = (
    "Die Empfehlung ist vorsichtiger als die eigene Einschätzung. Sehen Sie vor der Entscheidung nach, worauf sie "
    "beruht; gegen sie braucht es eine schriftliche Begründung und eine zweite namentlich genannte Person."
)

# The decision -----------------------------------------------------------------------------------------------

DECIDED: Final = "Was die Fachkraft entschieden hat:"
DECIDED_AGAINST: Final = (
    "Das weicht von der Empfehlung ab und ist weniger vorsichtig. Es beruht auf der schriftlichen Begründung und auf "
    "der zweiten namentlich genannten Person."
)
DECIDED_CONDITIONS: Final = "Vereinbarte Bedingungen"
NONE_WRITTEN: Final = "keine aufgeschrieben"
DECIDED_REVIEW: Final = "Erneut anzusehen bis"
DECIDED_CONTACT: Final = "Kontakt"
DECIDED_SECOND: Final = "Zweite namentlich genannte Person"
LEFT_OUT_BASE: Final = "Jeder solche Fall erhält diese, und die Entscheidung lässt sie aus"
LEFT_OUT_CALLED_FOR: Final = "In diesem Fall verlangt, und die Entscheidung lässt sie weg"
CONSULT_PARTNER_SUPPORT: Final = (
    f"Ein Grund, der vorliegt oder noch offen ist, beruht auf der Seite {people.PARTNER_GENITIVE}. "
    f"{people.SUPPORT_FIRST} hätte hinzugezogen werden sollen, bevor das entschieden wurde. Wenn das nicht "
    f"geschehen ist: "
    f"Holen Sie es jetzt nach, bevor {people.CLIENT} irgendetwas erfährt."
)

# What has changed -------------------------------------------------------------------------------------------

H_CHANGED: Final = "Was sich geändert hat seit {stage}, {day}"
H_CHANGED_UNDATED: Final = "Was sich geändert hat seit {stage}"
CHANGED_SINCE: Final[Mapping[Stage, str]] = {
    Stage.START: "dem Beginn des Programms",
    Stage.DURING: "der letzten Prüfung im Verlauf des Programms",
    Stage.END: "der letzten Prüfung am Ende des Programms",
}
CHANGED: Final[Mapping[str, str]] = {
    "less-concerning": "Es soll weniger sein als zuvor - sehen Sie nach, warum:",
    "more-concerning": "Besorgniserregender als zuvor:",
    "open-now": "Zuvor beantwortet, jetzt offen:",
    "answered-now": "Zuvor nicht beantwortet, jetzt beantwortet:",
    "otherwise": "Anders als zuvor:",
}
NOTHING_CHANGED: Final = (
    "An dem, was gesagt wurde, hat sich nichts geändert. Eine übernommene Antwort ist keine neu erfragte."
)
BEFORE: Final = "zuvor"
NOW: Final = "jetzt"
NOT_HEARD: Final = "nicht gehört"
RESTS_ON_IT: Final = "Liegt vor und beruht darauf"
OUT_OF_DATE: Final = "Nicht neu gefragt und inzwischen veraltet (sie klären weniger als zuvor):"

# What was noted ---------------------------------------------------------------------------------------------

H_NOTED: Final = "Was vermerkt wurde"
NOTED: Final = "Vermerke, die sonst nirgends in diesem Bericht stehen. Keine Regel liest sie; Sie lesen sie."
NOTED_LINE: Final = "{subject} ({source}, {day}): „{note}“"
NOTED_REPLACED: Final = "(zuvor gesagt; seither wurde etwas anderes gesagt)"

# Reflection -------------------------------------------------------------------------------------------------

H_FOR_REFLECTION: Final = "Zum Nachdenken"
FOR_REFLECTION: Final = "In eigenen Worten gesagt. Keine Regel liest es; Sie lesen es."
NOT_TALKED_ABOUT: Final = "Noch nicht besprochen"
NO_ANSWERS: Final = "Noch nichts."
H_TAKEN_TOGETHER: Final = "Worauf die Antworten aufmerksam machen"
NOTHING_DRAWN: Final = "Bisher auf nichts. Was nicht beantwortet ist, kann noch auf etwas aufmerksam machen."
COULD_STILL: Final = "Könnte noch hinzukommen, je nachdem, was noch nicht beantwortet ist:"
H_NEXT: Final = "Was als Nächstes zu tun ist"
NEXT: Final = "Aufzugreifen von denen, die das Programm tragen:"
NEXT_FOR_NOW: Final = "Der Mühe wert, solange etwas nicht beantwortet ist:"

# A programme's own report -----------------------------------------------------------------------------------

PROFILE: Final = "Profil {case}: {stage}."
ROUTES_END: Final = f"Diese Empfehlung beendet die Arbeit mit {people.CLIENT_DATIVE} nicht. Statt abzuschließen:"
FOR_EVERY: Final[Mapping[Stage, str]] = {
    Stage.START: "für jeden Online-Fall",
    Stage.DURING: "für jeden Online-Fall",
    Stage.END: "für jeden Fall, der abgeschlossen wird",
}
FOR_EVERY_PROGRAMME: Final = "für jedes Programm"
AT_LEAST_AGAINST: Final[Mapping[Stage, str]] = {
    Stage.DURING: (
        "Während die Online-Arbeit ausgesetzt ist, soweit es dafür keine Sitzung braucht: {own}. Sollte dennoch anders "
        "entschieden werden: diese, und {base} {every}."
    ),
    Stage.END: (
        "Solange der Fall in Arbeit bleibt: {own}. Sollte dennoch anders entschieden werden: diese, und {base} {every}."
    ),
}
FOR_THIS_CASE: Final = "für diesen Fall"
FOR_THIS_PROGRAMME: Final = "für dieses Programm"

# The client's copy, when the work comes to its end ----------------------------------------------------------

CLIENT_CHOICES_END: Final[Mapping[Choice, str]] = {
    Choice.ONLINE: "Ihre Sitzungen im Programm gehen zu Ende. Was unten vereinbart ist, gilt weiter.",
    Choice.NOT_ONLINE: "Ihre Arbeit im Programm geht vorerst weiter.",
    Choice.NOT_YET: "Wann Ihre Arbeit im Programm endet, ist noch nicht entschieden. Vorerst geht sie weiter.",
}
_CLIENT_GOES_ON: Final = (
    "Wann die Arbeit endet, bestimmt das Programm, und zwar für alle.",
    "Die unten genannte Fachkraft sagt Ihnen, wie es weitergeht und wann erneut darüber gesprochen wird.",
)
CLIENT_MORE_END: Final[Mapping[Choice, tuple[str, ...]]] = {
    Choice.ONLINE: (),
    Choice.NOT_ONLINE: _CLIENT_GOES_ON,
    Choice.NOT_YET: _CLIENT_GOES_ON,
}

# A text that could travel to the client ---------------------------------------------------------------------

NAMES_A_SOURCE: Final = (
    "Partner", "Partnerin", "Partnerperson", "Ex-Partner", "Ex-Partnerin", "Ex-Frau", "Partnerinnenunterstützung",
    "Partnerunterstützung", "Opfer", "Betroffene", "Polizei", "Bewährungshilfe", "Bewährungshelfer",
    "Bewährungshelferin", "Kinderschutz", "Jugendamt", "Gericht", "zuweisende Stelle", "Frauenhaus",
    "Frauenberatungsstelle", "Beratungsstelle", "Frau", "Exfrau", "Ehefrau", "Freundin",
)  # fmt: skip
NOTE_NAMES: Final = (
    "Hinweis: `{key}` der Entscheidung enthält etwas, das "
    f"{people.CLIENT_DATIVE} einen Grund verraten könnte oder von wem er kam ({{words}}); es steht in der "
    f"Ausfertigung, "
    "wie es geschrieben ist"
)
