"""The German of `english_screening`, name by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from engine.model.decision import Choice
from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.report.words import german_people as people

_AGAINST, _UNDETERMINED, _CONDITIONAL = Outcome.AGAINST, Outcome.UNDETERMINED, Outcome.CONDITIONAL

TITLE: Final = "Forethought-Prüfbericht"

# In short ---------------------------------------------------------------------------------------------------

H_SHORT: Final = "Kurz gefasst"
SHORT_GROUNDS: Final[Mapping[Outcome, str]] = {
    _AGAINST: "Steht fest, und jedes davon genügt für sich allein:",
    _UNDETERMINED: (
        "Kein Ausschlussgrund steht fest. Diese sind noch offen, und jeder würde für sich allein genügen; eine offene "
        "Frage gilt nie als Nein:"
    ),
    _CONDITIONAL: "Das mahnt zur Vorsicht:",
}
SHORT_OPEN_ONE: Final = "Ein weiterer Grund ist noch offen. Die Empfehlung wartet nicht auf ihn."
SHORT_OPEN: Final = "{number} weitere Gründe sind noch offen. Die Empfehlung wartet nicht auf sie."
SHORT_ROUTES: Final = "Was stattdessen möglich ist, steht unten unter „Andere Wege“."
SHORT_SET: Final = (
    "Die wenigsten Fragen, nach denen eine Empfehlung möglich wäre, wenn keine Antwort Anlass zur Sorge gibt (eine "
    "besorgniserregende zählt sofort):"
)
SHORT_NO_SET: Final = "Zu klären, bevor eine Empfehlung möglich ist:"
SHORT_NOBODY: Final = (
    "Es bleibt offen; die Fachkraft kann trotzdem entscheiden, mit schriftlicher Begründung und einer zweiten "
    "namentlich genannten Person."
)
SHORT_WAIT: Final = "Kann warten, bis das bekannt ist: {what}"
SHORT_OTHER_SETS: Final = "Andere Zusammenstellungen von Fragen genügen ebenso; --format json führt sie auf."
SHORT_CONDITIONS: Final = "{total}: {base} {every} und {own} für diesen Fall."
SHORT_FOR_NOW_ONE: Final = "Eine davon gilt nur, solange etwas offen ist."
SHORT_FOR_NOW: Final = "{number} davon gelten nur, solange etwas offen ist."
PROGRAMME_CONSIDERED: Final = (
    "Das Profil {profile} des Programms wurde angesehen, wo eine Bedingung etwas vom Programm braucht, und nur dort."
)
PROGRAMME_IN_PART: Final = (
    "Das Profil {profile} des Programms wurde angesehen, wo eine Bedingung etwas vom Programm braucht, und nur dort. "
    "Nur zum Teil vorhanden:"
)
IN_PART: Final = "{question}: {answer}"
PROGRAMMES_OWN: Final = "Ob das Programm selbst bereit ist, ist eine eigene Frage: forethought screen PROFILE."
ON_OLD_ANSWERS: Final = "{title} (beruht allein auf veralteten Antworten; gilt weiterhin)"
STILL_STANDS: Final = "Gilt weiterhin, obwohl alles, worauf es beruht, veraltet ist. Noch einmal zu fragen"
STILL_STANDS_NOBODY: Final = (
    "Gilt weiterhin, obwohl alles, worauf es beruht, veraltet ist. Niemand ist mehr zu fragen, ohne jemanden zu "
    "drängen."
)
ASK_AGAIN_OLD_ABOUT: Final = "{who}, worum es geht: {what}"

# Why --------------------------------------------------------------------------------------------------------

H_WHY: Final = "Warum"
WHY_CONDITIONAL: Final = (
    "Nach dem, was bekannt ist, liegt kein Ausschlussgrund vor, und keiner ist offen geblieben. Das sagt etwas "
    "über die "
    f"gegebenen Antworten, nichts über {people.CLIENT_ACCUSATIVE}."
)
WHY_CONDITIONAL_PROGRAMME: Final = (
    "Nach dem, was bekannt ist, liegt kein Ausschlussgrund vor, und keiner ist offen geblieben. Das sagt etwas über "
    "die gegebenen Antworten, mehr nicht."
)
STILL_OPEN_AGAINST: Final = "Steht nicht fest, ist aber noch offen:"

# What to find out -------------------------------------------------------------------------------------------

H_FIND_OUT: Final = "Was herauszufinden ist, und von wem"
FIND_OUT_AGAINST: Final = "Die Empfehlung wartet nicht darauf. Weitere Gründe könnten sich daraus ergeben:"
FIND_OUT_CARE: Final = "Das würde klären, was sonst noch zur Vorsicht mahnt:"
ASK_ABOUT: Final = "Zu fragen: {who}. Worum es geht"
ASK_HER_SIDE_ABOUT: Final = (
    f"Zu fragen: {{who}}, soweit {people.PARTNER} etwas sagen möchte (ohne jedes Drängen). Worum es geht"
)
ASK_AGENCY_ABOUT: Final = "Zu fragen: {who} (dass dort nichts vermerkt ist, ist keine Antwort). Worum es geht"
HER_SIDE_ASKED: Final = (
    f"Was die Seite {people.PARTNER_GENITIVE} gefragt wird: soweit {people.PARTNER} etwas sagen möchte; niemand drängt."
)
NOT_PUT_TO_HIM: Final = (
    f"{people.CLIENT_DATIVE} noch nicht gestellt: Ein besorgniserregendes Wort von dort zählt sofort; ein beruhigendes "
    "klärt die Frage nicht."
)
NOT_PUT_TO_HIM_SHORT: Final = f"{people.CLIENT_DATIVE} noch nicht gestellt"
ASK_NOBODY_ABOUT: Final = "Niemand ist mehr zu fragen, ohne jemanden zu drängen. Worum es geht"
ASK_NOBODY: Final = (
    "niemand mehr, ohne jemanden zu drängen. Es bleibt offen; die Fachkraft kann trotzdem entscheiden, mit "
    "schriftlicher Begründung und einer zweiten namentlich genannten Person."
)
ASK_AGAIN_HIM: Final = f"{people.CLIENT} hat die Antwort abgelehnt; die Frage kann noch einmal gestellt werden"
ASK_AGAIN_HIM_ABOUT: Final = (
    "<client: Der Klient|Die Klientin|Die teilnehmende Person> hat die Antwort abgelehnt; die Frage kann noch einmal "
    "gestellt werden. Worum es geht"
)
ASK_AGAIN: Final = "Antwort abgelehnt: {who}; die Frage kann noch einmal gestellt werden"
ASK_AGAIN_ABOUT: Final = "Antwort abgelehnt: {who}; die Frage kann noch einmal gestellt werden. Worum es geht"
ASK_NOBODY_NAMED: Final = "niemand ist genannt, der es klären könnte"
ASK_NOBODY_NAMED_ABOUT: Final = "Niemand ist genannt, der das klären könnte"
PARTNER_DECLINES: Final = (
    f"Dass {people.PARTNER} nicht antwortet oder nicht zu erreichen ist, ist eine persönliche Angelegenheit: Es ist in "
    "keiner Richtung ein Zeichen, und niemand darf deswegen drängen."
)

# Care and conditions ----------------------------------------------------------------------------------------

H_CARE: Final = "Was sonst noch zur Vorsicht mahnt"
CARE_TRUE: Final = "Diese Gründe schließen nicht aus. Sie mahnen zur Vorsicht und verlangen oft Bedingungen:"
CARE_OPEN: Final = "Noch offen, und könnte ebenfalls zur Vorsicht mahnen:"
RESTS_ON: Final = "Beruht auf"
H_CONDITIONS: Final = "Bedingungen"
CONDITIONS: Final = (
    "Haken Sie jede ab, wenn sie erfüllt und überprüft ist. Solange eine fehlt, gilt die Empfehlung nicht: nicht "
    "online."
)
CONDITIONS_END: Final = "Haken Sie jede ab, wenn sie erfüllt und überprüft ist."
AT_EVERY_SESSION: Final = "bei jeder Sitzung"
SAYS_EVERY_SESSION: Final = ("jeder Sitzung", "jede Sitzung", "jeden Sitzung")
H_AT_LEAST: Final = "Bedingungen, die mindestens gelten würden"
AT_LEAST_AGAINST: Final = (
    "Sollte dennoch anders entschieden werden: {own} {this} und {base} {every}. forethought explain CASE führt sie "
    "auf, ebenso --format json."
)
AT_LEAST_AGAINST_BASE: Final = (
    "Sollte dennoch anders entschieden werden: die {every} ({base}). forethought explain CASE führt sie auf, ebenso "
    "--format json."
)
AT_LEAST: Final = (
    "Nichts davon ersetzt, was herauszufinden ist. Was auch immer sich zeigt, mindestens diese würden gelten"
)
BESIDES_BASE: Final = ", neben denen {every} ({number})"
NO_OTHERS: Final = "keine weiteren"
AT_LEAST_FOR_NOW_ONE: Final = "Eine weitere gilt nur, solange etwas offen ist; --format json führt sie auf."
AT_LEAST_FOR_NOW: Final = "{number} weitere gelten nur, solange etwas offen ist; --format json führt sie auf."
TO_CONFIRM: Final = "Mit dem Programm zu bestätigen"

# What stands behind it --------------------------------------------------------------------------------------

H_DIFFER: Final = "Wo sich die Quellen widersprechen"
DIFFER: Final = "Es zählt die besorgniserregendste Antwort. Der Unterschied kann selbst von Bedeutung sein."
H_CHANGE: Final = "Was sich ändern müsste"
CHANGE: Final = (
    "Nur durch Veränderungen, die wirklich, umgesetzt und überprüft sind; danach erneut prüfen. Anders zu antworten "
    "ändert nichts, und Tatsachen ändern sich nicht."
)
H_NEAR: Final = "Nahe daran zuzutreffen"
NEAR: Final = "Diesen Regeln fehlt eine Antwort, um zuzutreffen. Behalten Sie die Frage im Blick."
NEAR_IF: Final = "{rule} - wenn die Antwort zu {question} lautete: {answers}"
NEAR_IF_ALSO: Final = "{rule} - wenn die Antwort zu {question} auch nennen würde: {answers}"
NEAR_MORE: Final = "Weiteren Regeln fehlt eine Antwort, um zuzutreffen; der JSON-Bericht führt alle auf."
H_NO_DIFFERENCE: Final = "Was keinen Unterschied gemacht hat"
NO_DIFFERENCE: Final = "Ohne diese Antworten wäre jede Regel gleich ausgefallen:"
NO_DIFFERENCE_MANY: Final = (
    "Ohne die geklärten Antworten auf {number} Fragen dieses Abschnitts wäre jede Regel gleich ausgefallen; --format "
    "json führt sie auf."
)

# What comes next --------------------------------------------------------------------------------------------

H_ROUTES: Final = "Andere Wege"
ROUTES: Final[Mapping[Outcome, str]] = {
    _AGAINST: f"Diese Empfehlung beendet die Arbeit mit {people.CLIENT_DATIVE} nicht. Statt online:",
    _UNDETERMINED: "Solange das offen ist:",
    _CONDITIONAL: "Wenn eine Bedingung nicht eingehalten werden kann:",
}
ROUTES_PROGRAMME: Final = "Stattdessen oder in der Zwischenzeit:"
LEFT_OUT: Final = (
    "Der Kürze wegen weggelassen: forethought explain CASE sagt zu jeder Regel, was den Ausschlag gibt, und führt jede "
    "Bedingung auf (mit einer ID: ein Grund, eine Frage oder eine Bedingung im Ganzen; mit --all: alles); --format "
    "json liefert das Übrige."
)
H_DECISION: Final = "Entscheidung"
DECISION_ON: Final = "Die Empfehlung oben: {text}. Sie ist nicht die Entscheidung."
DECISION: Final = (
    "Von der Fachkraft auszufüllen. Zu mehr Vorsicht hin: jederzeit. Gegen die Empfehlung für online oder für den "
    "Abschluss: nur mit schriftlicher Begründung und einer zweiten namentlich genannten Person."
)
DECISION_LABELS: Final = (
    "Entscheidung",
    "Von",
    "Am",
    "Begründung",
    "Zweite namentlich genannte Person (wenn gegen die Empfehlung)",
)

CHOICES: Final[Mapping[Stage, Mapping[Choice, str]]] = {
    Stage.START: {
        Choice.ONLINE: "online unter Bedingungen",
        Choice.NOT_ONLINE: "nicht online",
        Choice.NOT_YET: "noch nicht",
    },
    Stage.DURING: {
        Choice.ONLINE: "online weiterführen unter Bedingungen",
        Choice.NOT_ONLINE: "Online-Arbeit aussetzen",
        Choice.NOT_YET: "noch nicht",
    },
    Stage.END: {
        Choice.ONLINE: "abschließen, unter Bedingungen für die Nachsorge",
        Choice.NOT_ONLINE: "nicht abschließen",
        Choice.NOT_YET: "noch nicht",
    },
}
CHOICES_PROGRAMME: Final[Mapping[Choice, str]] = {
    Choice.ONLINE: "online gehen, unter Bedingungen",
    Choice.NOT_ONLINE: "nicht online gehen",
    Choice.NOT_YET: "noch nicht",
}


def conditions_text(number: int) -> str:
    """Return how many conditions there are."""
    return "1 Bedingung" if number == 1 else f"{number} Bedingungen"
