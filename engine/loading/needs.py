"""What a safeguard needs of the programme, rewritten as flags and rules.

For each safeguard `s` with a need `n`: an exclude flag `programme-lacks-n`, and at each client stage at which `s` may
be called for a rule `<stage>-s-needs-n` that raises it when `s` is called for and the profile lacks `n`. Nothing else
may write rules that nobody wrote.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from engine.model.answer import Source
from engine.model.condition import AllOf, CalledFor, ProgrammeLacks
from engine.model.policy import Authority, Effect, Flag, Rule, Safeguard, Status
from engine.model.question import Question, Stage


class _Phrases(NamedTuple):
    """How the entries are worded in one language."""

    title: str
    meaning: str
    rule: str
    because: str


_ENGLISH = _Phrases(
    "The programme lacks what a safeguard needs: {need}",
    "Cannot be put in place as long as the programme lacks it: {safeguards}. The programme was asked: {ask}",
    "{safeguard}: the programme must have what it needs",
    'This safeguard is called for, and cannot be put in place while the programme\'s own answer is "{answer}": {ask}',
)
_PHRASES = {
    "en": _ENGLISH,
    "de": _Phrases(
        "Dem Programm fehlt, was eine Bedingung verlangt: {need}",
        "Nicht umsetzbar, solange es dem Programm fehlt: {safeguards}. Das Programm wurde gefragt: {ask}",
        "{safeguard}: Das Programm muss haben, was dafür nötig ist",
        "Diese Bedingung gilt und ist nicht umsetzbar, solange das Programm selbst antwortet „{answer}“: {ask}",
    ),
}


def flag_id(need: str) -> str:
    """Return the id of the flag that a lacking need raises."""
    return f"programme-lacks-{need}"


def rule_id(stage: Stage, safeguard: str, need: str) -> str:
    """Return the id of the rule that raises it."""
    return f"{stage}-{safeguard}-needs-{need}"


def pairs(safeguards: Iterable[Safeguard]) -> Iterator[tuple[Safeguard, str]]:
    """Yield every safeguard with each of its needs."""
    for safeguard in safeguards:
        for need in safeguard.needs:
            yield safeguard, need


def derived_flags(
    safeguards: Iterable[Safeguard],
    questions: Mapping[str, Question],
    called_for: Mapping[Stage, Container[str]],
    language: str = "en",
) -> dict[str, Flag]:
    """Return the flags `programme-lacks-n` by id; `called_for`: what may be called for at each client stage."""
    phrases = _PHRASES.get(language, _ENGLISH)
    needing: dict[str, list[Safeguard]] = {}
    for safeguard, need in pairs(safeguards):
        if any(safeguard.id in here for here in called_for.values()):
            needing.setdefault(need, []).append(safeguard)
    return {
        flag_id(need): Flag(
            id=flag_id(need),
            effect=Effect.EXCLUDE,
            title=phrases.title.format(need=questions[need].about or need.replace("-", " ")),
            meaning=phrases.meaning.format(
                safeguards="; ".join(safeguard.title for safeguard in sorted(of, key=lambda safeguard: safeguard.id)),
                ask=questions[need].ask,
            ),
            remedy=(),
        )
        for need, of in needing.items()
    }


def derived_rules(
    safeguards: Iterable[Safeguard],
    questions: Mapping[str, Question],
    called_for: Mapping[Stage, Container[str]],
    owner: str,
    language: str = "en",
) -> dict[str, Rule]:
    """Return the rules that raise those flags, by id; `called_for`: what may be called for at each client stage."""
    phrases = _PHRASES.get(language, _ENGLISH)
    rules: dict[str, Rule] = {}
    for safeguard, need in pairs(safeguards):
        question = questions[need]
        for stage in (stage for stage, here in called_for.items() if safeguard.id in here):
            rule = Rule(
                id=rule_id(stage, safeguard.id, need),
                stage=stage,
                title=phrases.rule.format(safeguard=safeguard.title),
                status=Status.IN_FORCE,
                when=AllOf((CalledFor(safeguard.id), ProgrammeLacks(need))),
                raises=flag_id(need),
                recommends=(),
                because=phrases.because.format(answer=question.say(question.worst), ask=question.ask),
                source=question.source,
                authority=Authority.PRODUCT_DEFAULT,
                owner=owner,
                if_unknown_ask=(Source.PROGRAMME,),
                derived=True,
            )
            rules[rule.id] = rule
    return rules
