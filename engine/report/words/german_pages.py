"""The German of `english_pages`, name by name."""

from __future__ import annotations

from typing import Final

SKIP: Final = "Zum Text springen"
CONTENTS: Final = "Auf dieser Seite"
RUNNING: Final = "{notice} - {reference}"
SHEET: Final = "Blatt {number} von {all}"

# The picture ------------------------------------------------------------------------------------------------

H_FIGURE: Final = "Wie die Antworten dorthin führen"
FIGURE_TITLE: Final = "Von den Antworten zu den Gründen, von den Gründen zu den Bedingungen"
FIGURE_DESCRIPTION: Final = (
    "Drei Spalten mit Kästen, durch Linien verbunden: Antworten, die Gründe, zu denen sie führen oder führen könnten, "
    "und die Bedingungen, die daraus folgen. Die Liste unter dem Bild sagt dasselbe."
)
FIGURE_LINES: Final = "Durchgezogen: steht fest. Gestrichelt: noch offen."
FIGURE_CUT: Final = (
    "Gezeichnet sind nur die Gründe, die am meisten wiegen, {shown} von {all}. Die Regeln weiter unten enthalten alle."
)
FIGURE_BOXES: Final = (
    "Von dem, was zu einem Grund führt, und von dem, was aus ihm folgt, sind jeweils höchstens {most} gezeichnet."
)
FIGURE_NOT_DRAWN: Final = (
    "Nicht gezeichnet: die Bedingungen, die in dieser Phase zu jedem Fall gehören, und diejenigen, die eine Regel ohne "
    "Grund dazwischen verlangt."
)
COLUMN_ANSWERS: Final = "Antworten"
COLUMN_FLAGS: Final = "Gründe"
COLUMN_SAFEGUARDS: Final = "Bedingungen"
EXCLUDES: Final = "liegt vor, schließt aus"
EXCLUDES_OPEN: Final = "noch offen, würde ausschließen"
CARE: Final = "liegt vor, mahnt zur Vorsicht"
CARE_OPEN: Final = "noch offen, würde zur Vorsicht mahnen"
SAID_BY: Final = "Angabe von: {who}"
SAID_NOTHING: Final = "keine Antwort"
CALLED_FOR: Final = "verlangt"
CALLED_FOR_OPEN: Final = "verlangt, solange es offen ist"
WOULD_RESOLVE: Final = "müsste erfüllt sein"
FROM: Final = "Von"
LEADS_TO: Final = "Führt zu"
IN_WORDS: Final = "Dasselbe in Worten"

# The rules --------------------------------------------------------------------------------------------------

H_RULES: Final = "Die Regeln dahinter"
RULES: Final = (
    "Jede Regel, die zutrifft oder noch zutreffen könnte, mit ihrer Voraussetzung und damit, ob deren Teile wahr, "
    "falsch oder ungeklärt sind. Auf Papier stehen nur diejenigen, die beim Drucken aufgeklappt waren."
)
LEFT_OUT: Final = (
    "Der Kürze wegen weggelassen: Regeln, die nicht zutreffen (forethought explain CASE --all zeigt sie; mit einer ID "
    "statt --all ein Grund, eine Frage oder eine Bedingung im Ganzen); --format json liefert das Übrige."
)
