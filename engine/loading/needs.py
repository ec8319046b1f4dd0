"""What a safeguard needs of the programme, rewritten as flags and rules.

For each safeguard `s` with a need `n`: an exclude flag `programme-lacks-n`, and at each client stage with rules in
force a rule `<stage>-s-needs-n` that raises it when `s` is called for and the profile lacks `n`. Nothing else may
write rules that nobody wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

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


def derived_flags(safeguards: Iterable[Safeguard], questions: Mapping[str, Question]) -> dict[str, Flag]:
    """Return the flags `programme-lacks-n` by id."""
    needing: dict[str, list[Safeguard]] = {}
    for safeguard, need in pairs(safeguards):
        needing.setdefault(need, []).append(safeguard)
    return {
        flag_id(need): Flag(
            id=flag_id(need),
            effect=Effect.EXCLUDE,
            title=f"The programme lacks what a safeguard needs: {need.replace('-', ' ')}",
            meaning="Cannot be put in place as long as the programme lacks it: "
            + "; ".join(safeguard.title for safeguard in sorted(of, key=lambda safeguard: safeguard.id))
            + f". The programme was asked: {questions[need].ask}",
            remedy=(),
        )
        for need, of in needing.items()
    }


def derived_rules(
    safeguards: Iterable[Safeguard], questions: Mapping[str, Question], stages: Iterable[Stage], owner: str
) -> dict[str, Rule]:
    """Return the rules that raise those flags at the given client stages, by id."""
    rules: dict[str, Rule] = {}
    stages = tuple(stages)
    for safeguard, need in pairs(safeguards):
        question = questions[need]
        for stage in stages:
            rule = Rule(
                id=rule_id(stage, safeguard.id, need),
                stage=stage,
                title=f"{safeguard.title}: the programme must have what it needs",
                status=Status.IN_FORCE,
                when=AllOf((CalledFor(safeguard.id), ProgrammeLacks(need))),
                raises=flag_id(need),
                recommends=(),
                because=f"This safeguard is called for, and cannot be put in place while the programme's own answer is"
                f' "{question.say(question.worst)}": {question.ask}',
                source=question.source,
                authority=Authority.PRODUCT_DEFAULT,
                owner=owner,
                if_unknown_ask=(Source.PROGRAMME,),
                derived=True,
            )
            rules[rule.id] = rule
    return rules
