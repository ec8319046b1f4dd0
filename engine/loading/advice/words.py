"""Texts that take the decision from the practitioner: they state it, call something safe, or carry a number as a score.

INVARIANT (deference): the built-in words are a minimum. A policy may add to them (`never_say`), never take from them.
A question, what stands in quotation marks and what is denied or left open ("is not safe", "whether it is safe") state
nothing, and are let be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from engine.loading.advice.finding import Finding, Looked
from engine.loading.advice.texts import Said, texts_said
from engine.loading.findings import quoted
from engine.model.speech import Pronoun, Speech, spoken


class _Kind(NamedTuple):
    """One thing that no text may do: its slug, what is said of it, what to do, and its patterns by language."""

    slug: str
    message: str
    help: str
    patterns: dict[str, str]


_ONLINE = r"(?:[\w'()-]+ ){0,4}?online"
_BE = r"(?:is|are|was|were|be|been|being|seems?|appears?|looks?|remains?|stays?|considered|deemed|judged|found|as)"
_SEIN = r"(?:ist|sind|war|waren|sei|gilt|gelten|bleibt|bleiben|scheint|scheinen|wirkt|wirken|als)"
_WIRD = r"(?:ist|sind|wurde|wurden|wird|werden|gilt|gelten)"

_KINDS = (
    _Kind(
        "text-states-a-decision",
        "reads as if it were decided",
        "say what speaks for or against it, or what has to be in place; the practitioner decides",
        {
            "en": rf"(?:may|can|could|should|must|shall|is allowed to|are allowed to|is free to|are free to)"
            rf" (?:now |then )?(?:take part|participate|join|start|continue|attend|go) {_ONLINE}"
            rf"|{_BE} (?:now |hereby |fully )?(?:approved|cleared|eligible|ineligible|authori[sz]ed|admitted)"
            rf"|{_BE} (?:accepted|refused|rejected) for {_ONLINE}|the decision is (?:to|that|for|against)"
            r"|(?:has|have) been decided",
            "de": rf"(?:darf|dürfen|kann|können|soll|sollen) {_ONLINE} (?:teilnehmen|weitermachen|beginnen)"
            rf"|{_ONLINE} teilnehmen (?:darf|dürfen)"
            rf"|{_WIRD} (?:[\w-]+ ){{0,2}}(?:genehmigt|zugelassen|freigegeben|bewilligt)|die Entscheidung lautet",
        },
    ),
    _Kind(
        "text-calls-safe",
        "calls something safe or suitable",
        "say what was seen and by whom, and what has to be in place; nothing here can show that something is safe",
        {
            "en": rf"{_BE} (?:now |quite |very |fully |perfectly |entirely |completely |again )?"
            r"(?:safe|suitable|unsuitable|harmless|low[- ]risk|risk[- ]free|fit for|no risk|no danger)"
            r"|(?:safe|suitable|unsuitable|appropriate|fit) for (?:online|remote|home|the programme|participation)"
            r"|safe (?:enough|to (?:take part|join|work|go|continue))"
            r"|(?:safe|suitable|low[- ]risk|risk[- ]free) "
            r"(?:candidate|client|case|participant|man|person|home|partner)",
            "de": rf"{_SEIN} (?:(?:jetzt|ganz|sehr|völlig|wieder|nun) )?(?:sicher(?!,? dass)|ungefährlich|unbedenklich"
            r"|geeignet|ungeeignet|harmlos|risikoarm|risikofrei)"
            r"|(?:geeignet|ungeeignet) für|(?:geeignet|sicher|unbedenklich|harmlos)e[mnrs]? "
            r"(?:Fall|Fälle|Kandidat\w*|Klient\w*|Person|Teilnehm\w*|Zuhause)"
            r"|(?:geringes|niedriges|kein) Risiko",
        },
    ),
    _Kind(
        "text-carries-a-score",
        "carries a number or a grade as if it measured the danger",
        "say what was answered, and by whom; no number here measures a person or a danger",
        {
            "en": r"\d+(?:[.,]\d+)? ?(?:%|per ?cent)|\d+ points|\d+ out of \d+ points|(?:risk |danger |safety )?scores?"
            r"|(?:risk|danger|safety) (?:level|rating|grade|class|category)|level of risk|rated \d+",
            "de": r"\d+(?:[.,]\d+)? ?(?:%|Prozent)|\d+ Punkte[n]?|Punktzahl|Punktwert|\w*[Ss]core|Risikostufe"
            r"|Risikowert|Risikoklasse|Gefährlichkeitsgrad",
        },
    ),
)

SLUGS = tuple(kind.slug for kind in _KINDS)
NEVER_SAID = "text-never-to-be-said"

_GUARDS = {
    "en": "whether|if|until|unless|how|what|who|which|when|not|never|nobody|nothing|cannot|none|neither|nor|no",
    "de": "ob|bis|wenn|falls|wer|wie|was|nicht|nie|niemals|niemand|nichts|kein|keine|keiner|keinem|keinen|weder",
}
_WITHIN = 4
"""So many words before it a denial still governs what follows."""

_QUOTED = r"\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|«[^»]*»"
_SENTENCE = r"[^.!?;:\u2013]+[.!?;:\u2013]?"
_PERSONS = (Pronoun.HE, Pronoun.SHE), (Pronoun.THEY, Pronoun.THEY)


def deciding_texts(looked: Looked) -> Iterator[Finding]:
    """Yield the texts that decide, reassure or score, and those with words that this policy never says."""
    for said in texts_said(looked):
        language = said.language.partition("-")[0]
        sentences = _sentences(said)
        for kind in _KINDS:
            pattern = _pattern(kind.slug, language)
            # What somebody answers is theirs; a policy that has it as an answer does not say it.
            if pattern is None or (kind.slug == "text-calls-safe" and said.key == "wording"):
                continue
            found = next((hit for each in sentences if (hit := _hit(pattern, each, language))), "")
            if found:
                yield _finding(
                    said, kind.slug, f"{quoted(found)} in `{said.key}` of `{said.about}` {kind.message}", kind.help
                )
        words = looked.header.never_say.get(said.language, ())
        for word in words:
            if any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", each, re.IGNORECASE) for each in sentences):
                message = f"{quoted(word)} stands in `{said.key}` of `{said.about}`, and this policy never says it"
                yield _finding(said, NEVER_SAID, message, "say it otherwise, or take it out of `never_say`")


def _finding(said: Said, slug: str, message: str, help_: str) -> Finding:
    return Finding(said.place, slug, said.about, message, help_)


def _sentences(said: Said) -> list[str]:
    """Return the sentences of a text in each form its pronouns give it, without questions and quotations."""
    found: list[str] = []
    for text in sorted({spoken(said.text, Speech(said.language, *people)) for people in _PERSONS}):
        found += re.findall(_SENTENCE, re.sub(_QUOTED, "…", " ".join(text.split())))
    return [sentence.strip() for sentence in found if not sentence.endswith("?")]


def _hit(pattern: re.Pattern[str], sentence: str, language: str) -> str:
    for match in pattern.finditer(sentence):
        before = re.findall(r"[\w'-]+", sentence[: match.start()].lower())[-_WITHIN:]
        if not _guards(language).intersection(before):
            return match.group()
    return ""


@cache
def _pattern(slug: str, language: str) -> re.Pattern[str] | None:
    kind = next(kind for kind in _KINDS if kind.slug == slug)
    words = kind.patterns.get(language)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE) if words else None


@cache
def _guards(language: str) -> frozenset[str]:
    return frozenset(_GUARDS.get(language, "").split("|"))
