"""What a safeguard needs of the programme, rewritten as flags and rules.

For each safeguard `s` with a need `n`: an exclude flag `programme-lacks-n`, and at each client stage at which `s` may
be called for a rule `<stage>-s-needs-n` that raises it when `s` is called for and the profile lacks `n`. Nothing else
may write rules that nobody wrote. They carry ids and no prose: `engine.report.needing` words them.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from engine.model.answer import Source
from engine.model.condition import AllOf, CalledFor, ProgrammeLacks
from engine.model.policy import Authority, Effect, Flag, Rule, Safeguard, Status
from engine.model.question import Question, Stage


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


def derived_flags(safeguards: Iterable[Safeguard], called_for: Mapping[Stage, Container[str]]) -> dict[str, Flag]:
    """Return the flags `programme-lacks-n` by id; `called_for`: what may be called for at each client stage."""
    flags: dict[str, Flag] = {}
    for safeguard, need in pairs(safeguards):
        if any(safeguard.id in here for here in called_for.values()):
            name = flag_id(need)
            # What keeps a measure for her safety from being put in place bears on her safety.
            hers = safeguard.partner_safety or (name in flags and flags[name].partner_safety)
            flags[name] = Flag(name, Effect.EXCLUDE, name, meaning="", remedy=(), partner_safety=hers)
    return flags


def derived_rules(
    safeguards: Iterable[Safeguard],
    questions: Mapping[str, Question],
    called_for: Mapping[Stage, Container[str]],
    owner: str,
) -> dict[str, Rule]:
    """Return the rules that raise those flags, by id; `called_for`: what may be called for at each client stage."""
    rules: dict[str, Rule] = {}
    for safeguard, need in pairs(safeguards):
        for stage in (stage for stage, here in called_for.items() if safeguard.id in here):
            name = rule_id(stage, safeguard.id, need)
            rules[name] = Rule(
                id=name,
                stage=stage,
                title=name,
                status=Status.IN_FORCE,
                when=AllOf((CalledFor(safeguard.id), ProgrammeLacks(need))),
                raises=flag_id(need),
                recommends=(),
                because="",
                source=questions[need].source,
                authority=Authority.PRODUCT_DEFAULT,
                owner=owner,
                if_unknown_ask=(Source.PROGRAMME,),
                derived=True,
            )
    return rules
