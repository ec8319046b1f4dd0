"""The words with which a text decides, reassures or scores, by language, and what denies them or leaves them open.

INVARIANT (deference): these words are a minimum. What denies counts only inside its own clause ("If he agrees, she is
safe" says that she is safe), and not in a phrase that affirms ("no doubt", "nothing to fear").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple


class Kind(NamedTuple):
    """One thing that no text may do: its slug, what is said of it, what to do, and its patterns by language."""

    slug: str
    message: str
    help: str
    patterns: Mapping[str, str]


_ONLINE = r"(?:[\w'()-]+,? ){0,4}?online"
_ASIDE = r"(?: |, [^,]{1,60}, | \([^()]{1,60}\) )"
"""Between two words: a space, or something put in between."""

_BE = (
    r"(?:is|are|was|were|be|been|being|seems?|appears?|looks?|remains?|stays?|considered|deemed|judged|found|as"
    r"|(?:he|she|it|that|here|there)['\u2019]s|(?:they|we|you)['\u2019]re)"
)
_HOW = (
    r"(?:(?:now|then|quite|very|again|still|also|all|so|well|both|always|too|at last|by now|of course|in fact"
    r"|(?!only|hardly|barely|scarcely|rarely|seemingly|allegedly)\w+ly) ){0,3}"
)
_HOLD = r"(?:considers?|deems?|judges?|believes?|thinks?|finds?) (?:him|her|them|it|this|(?:the|his|her|their) [\w-]+)"
_TO_JOIN = r"(?:take part|participate|join|start|continue|attend|go|work|be|stay|come)"
_SEIN = r"(?:ist|sind|war|waren|sei|gilt|gelten|bleibt|bleiben|scheint|scheinen|wirkt|wirken|als)"
_WER = r"(?:(?:er|sie|es|das|dies|(?:der|die|das|ein|eine|sein|seine|ihr|ihre) [\w-]+) )?"
_WIE = (
    r"(?:(?:jetzt|ganz|sehr|völlig|wieder|nun|so|damit|dort|hier|dann|immer|weiterhin|wohl|bestimmt|zweifellos"
    r"|sicherlich|vermutlich|offenbar|nach wie vor"
    r"|(?:nach )?(?:unserer|meiner|aller|ihrer) (?:Ansicht|Meinung|Einschätzung)"
    r"(?: nach)?) ){0,3}"
)
_WIRD = r"(?:ist|sind|wurde|wurden|wird|werden|gilt|gelten)"
_MIT = r"(?:teilnehmen|weitermachen|beginnen|mitmachen|anfangen|gehen|arbeiten)"
_SICHER = r"(?:sicher|ungefährlich|unbedenklich|geeignet|ungeeignet|harmlos|risikoarm|risikofrei)"

KINDS = (
    Kind(
        "text-states-a-decision",
        "reads as if it were decided",
        "say what speaks for or against it, or what has to be in place; the practitioner decides",
        {
            "en": rf"(?:may|can|could|should|must|shall|is allowed to|are allowed to|is free to|are free to)"
            rf"{_ASIDE}(?:now |then |also |again |safely )?(?:take part|participate|join|start|continue|attend|go)"
            rf" {_ONLINE}|{_BE}{_ASIDE}{_HOW}(?:ready|fit|good|okay|set|able|entitled|permitted|cleared|well enough) to"
            rf" {_TO_JOIN} {_ONLINE}"
            rf"|{_BE}{_ASIDE}{_HOW}ready for (?:the |an? )?online"
            rf"|{_BE}{_ASIDE}{_HOW}(?:hereby )?(?:approved|cleared|eligible|ineligible|authori[sz]ed|admitted)"
            rf"|{_BE} (?:accepted|refused|rejected) for {_ONLINE}|the decision is (?:to|that|for|against)"
            r"|(?:has|have) been decided",
            "de": rf"(?:darf|dürfen|kann|können|soll|sollen) {_ONLINE} {_MIT}"
            r"|online teilnehmen (?:darf|dürfen)"
            r"|bereit,? (?:[\w-]+ ){0,3}?online (?:teilzunehmen|mitzumachen|zu arbeiten|zu gehen)"
            r"|bereit für (?:die |das |den )?Online[\w-]*"
            rf"|{_WIRD} (?:[\w-]+ ){{0,2}}(?:genehmigt|zugelassen|freigegeben|bewilligt)|die Entscheidung lautet",
        },
    ),
    Kind(
        "text-calls-safe",
        "calls something safe or suitable",
        "say what was seen and by whom, and what has to be in place; nothing here can show that something is safe",
        {
            "en": rf"{_BE}{_ASIDE}{_HOW}"
            r"(?:safe|suitable|unsuitable|harmless|low[- ]risk|risk[- ]free|fit for|no risk|no danger)"
            rf"|{_HOLD} (?:to be )?{_HOW}(?:safe|suitable|unsuitable|harmless|low[- ]risk|risk[- ]free)"
            r"|(?:safe|suitable|unsuitable|appropriate|fit) for (?:online|remote|home|the programme|participation)"
            r"|safe (?:enough|to (?:take part|join|work|go|continue))"
            r"|(?:safe|suitable|low[- ]risk|risk[- ]free) "
            r"(?:candidate|client|case|participant|man|person|home|partner)",
            "de": rf"{_SEIN}(?: |, [^,]{{1,60}}, ){_WER}{_WIE}{_SICHER}(?!,? dass)"
            rf"|{_SICHER} {_SEIN}(?!,? dass)"
            r"|(?:geeignet|ungeeignet) für|(?:geeignet|sicher|unbedenklich|harmlos)e[mnrs]? "
            r"(?:Fall|Fälle|Kandidat\w*|Klient\w*|Person|Teilnehm\w*|Zuhause)"
            r"|(?:geringes|niedriges|kein) Risiko",
        },
    ),
    Kind(
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

LISTED = frozenset(KINDS[0].patterns)
"""The languages that there are words for."""


class _Open(NamedTuple):
    """What denies, or leaves open, what follows it in its clause."""

    ends: str
    """Where a clause ends, so that a denial before it no longer governs."""
    affirms: str
    """Phrases with a denying word in them that deny nothing."""
    denies: frozenset[str]
    """Words that govern what follows within a few words."""
    opens: str
    """What leaves open what follows at once, at the end of what stands before it."""


_WORD = r"[\w'\u2019-]+"
_SUBJECT = rf"(?:it|this|that|he|she|they|there|somebody|(?:the|an?|his|her|their|this|that|each|every) {_WORD})"
_ASKING = r"(?:ask|say|know|see|find|decide|note|check|agree)(?:s|ed|n|d)?|said|of|about|on|clear|open"
_SHOW = r"(?:show|mean|prove|say|suggest|indicate|know|establish|think|believe|feel|find|call|consider|make)"
_DOUBT = r"(?:doubt|deny|denie|dispute|question|worry|fear)(?:s|d|ed)?"
_GUARDS = {
    "en": _Open(
        r",(?! (?:that|whether)\b)|[()\u2013]"
        r"|\b(?:and|but|so(?! far)|because|since|yet|while|though|although|therefore|then|or not)\b",
        r"(?:no|without|beyond|not) (?:a |any |the least )?(?:doubt|question|wonder|matter)\b"
        rf"|no (?:reason|need|cause) to {_DOUBT}\b|nothing to (?!{_SHOW}\b){_WORD}"
        r"|with (?:nobody|nothing|no one|no)\b|(?:not|nothing) (?:only|but|just|merely|less)\b"
        rf"|(?:not|never|nobody|none|cannot|\w+n['\u2019]t) (?:can |could |would |to )?{_DOUBT}\b"
        rf"|(?:who|that|which) (?:do|does|did|has|have|had) (?:not|never) (?!{_SHOW}){_WORD}",
        frozenset(("whether", "not", "never", "nobody", "nothing", "cannot", "none", "neither", "nor", "no")),
        rf"\b(?:if|until|unless|when|whenever)(?: {_SUBJECT})?(?: (?:really|still|now|then))?$"
        rf"|(?:^|\b(?:{_ASKING}) )(?:who|what|which(?: {_WORD})?|how(?: {_WORD})?(?: {_SUBJECT})?)$",
    ),
    "de": _Open(
        r",(?! (?:dass|ob)\b)|[()\u2013]|\b(?:und|aber|denn|sondern|doch|deshalb|daher|oder nicht)\b",
        r"(?:kein\w*|ohne) (?:jeden |jeder |jede )?(?:Zweifel|Frage|Sorge|Wunder|Grund zur \w+)\b"
        r"|nichts zu (?:befürchten|fürchten|bezweifeln|beanstanden)"
        r"|nicht (?:nur|zu bezweifeln|zu bestreiten)|niemand (?:zweifelt|bezweifelt|bestreitet)",
        frozenset(("ob", "nicht", "nie", "niemals", "niemand", "nichts", "kein", "keine", "keiner", "keinem", "keinen"))
        | {"weder"},
        r"(?:^|, )(?:wenn|falls|bis|sofern|solange|wer|wie|was|wann|wo|welche[mnrs]?)\b[^,]*$",
    ),
}
_WITHIN = 6
"""So many words before it a denial of its own clause still governs what follows."""


def states(kind: Kind, sentence: str, language: str) -> str:
    """Return the words with which a sentence does what a kind names; empty where it does not, or leaves it open."""
    pattern = _pattern(kind.slug, language)
    for match in pattern.finditer(sentence) if pattern else ():
        if not _left_open(sentence[: match.start()], language) and not _denied(_put_in(match.group()), language):
            return match.group()
    return ""


@cache
def _pattern(slug: str, language: str) -> re.Pattern[str] | None:
    kind = next(kind for kind in KINDS if kind.slug == slug)
    words = kind.patterns.get(language)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE) if words else None


def _put_in(found: str) -> str:
    """Return what stands between commas or in brackets inside of what was found."""
    return " ".join(re.findall(r"[,(] ?([^,()]*)[,)]", found))


def _left_open(before: str, language: str) -> bool:
    guards = _GUARDS[language]
    clause = re.split(guards.ends, before, flags=re.IGNORECASE)[-1]
    # A word at the head of a sentence is not at the head of every clause: "the man, who is safe" leaves nothing open.
    head = clause.strip() if len(clause) == len(before) or language == "de" else f"… {clause.strip()}"
    return bool(re.search(guards.opens, head, re.IGNORECASE)) or _denied(clause, language)


def _denied(clause: str, language: str) -> bool:
    guards = _GUARDS[language]
    words = re.findall(_WORD, re.sub(guards.affirms, " ", clause, flags=re.IGNORECASE).lower())[-_WITHIN:]
    return any(word in guards.denies or word.endswith(("n't", "n\u2019t")) for word in words)
