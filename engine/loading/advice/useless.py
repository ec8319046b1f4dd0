"""What a policy holds and nothing ever comes of: sources, safeguards, base sets, needs, remedies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.loading.advice.finding import Finding, Looked
from engine.loading.nodes import MapNode
from engine.loading.spelling import listed
from engine.model.policy import Effect, Rule, Safeguard
from engine.model.question import Stage


def useless(looked: Looked) -> Iterator[Finding]:
    """Yield everything that is written and changes nothing."""
    for check in (_sources, _safeguards, _stages, _anyway, _needs, _remedies):
        yield from check(looked)


def _sources(looked: Looked) -> Iterator[Finding]:
    citing = [entry.item.source for entry in looked.gathered.questions.values()]
    citing += [entry.item.source for entry in looked.gathered.rules.values()]
    cited = {citation.work for source in citing for citation in source}
    for name, entry in looked.gathered.works.items():
        if name not in cited:
            yield Finding(
                entry.place("key"),
                "source-never-cited",
                name,
                f"no question and no rule cites `{name}`",
                "cite it under `source:` where something rests on it, or delete it",
            )


def _safeguards(looked: Looked) -> Iterator[Finding]:
    called = frozenset[str]().union(*looked.called_for.values())
    raised = {flag for stage in Stage for flag in looked.policy.raisers(stage)}
    remedies = {name for flag in looked.policy.flags.values() if flag.id in raised for name in flag.remedy}
    for name, entry in looked.gathered.safeguards.items():
        if name in called | remedies:
            continue
        idle = [rule.item for rule in looked.gathered.rules.values() if name in rule.item.recommends]
        why = f": {_idle(idle)}" if idle else ""
        yield Finding(
            entry.place("id"),
            "safeguard-never-called-for",
            name,
            f"no case can ever be given `{name}`{why}",
            "recommend it in a rule in force, or delete it together with what still names it",
        )


def _idle(rules: Iterable[Rule]) -> str:
    named = [f"`{rule.id}` is {rule.status}" for rule in sorted(rules, key=lambda rule: rule.id)]
    return ", ".join(named[:3]) + (f", and {len(named) - 3} more" if len(named) > 3 else "")  # noqa: PLR2004


def _stages(looked: Looked) -> Iterator[Finding]:
    """Entries of policy.yaml for a stage at which nothing reads them."""
    fields = looked.header.fields
    for key, what in (
        ("base_safeguards", "a base set"),
        ("review", "a review interval"),
        ("other_routes", "other routes"),
    ):
        node = fields.node_of(key)
        for word, _ in node.entries if isinstance(node, MapNode) else ():
            stage = Stage(word.value)
            if not looked.policy.in_force(stage):
                why = "no rule is in force at this stage"
                help_ = f"delete the entry of `{stage}`, or write the rules of that stage"
            elif stage is Stage.STRUCTURAL and key != "review":
                why = "this stage ends in a reflection, which recommends nothing"
                help_ = f"delete the entry of `{stage}`"
            else:
                continue
            place = fields.findings.place(word)
            yield Finding(place, "stage-without-use", stage, f"{what} for `{stage}` changes nothing: {why}", help_)


def _anyway(looked: Looked) -> Iterator[Finding]:
    """Rules that call only for what every case of their stages gets in any event."""
    for rule in looked.rules:
        if rule.recommends and all(set(rule.recommends) <= set(looked.policy.base_at(stage)) for stage in rule.stages):
            yield Finding(
                looked.place(rule.id, "recommend"),
                "recommends-what-all-get",
                rule.id,
                f"`{rule.id}` calls for nothing that a case would not get without it: {listed(rule.recommends)}",
                "recommend what this case needs beyond the base set, or delete the rule",
            )


def _needs(looked: Looked) -> Iterator[Finding]:
    """Needs that are never held against a programme's profile."""
    for safeguard in looked.policy.safeguards.values():
        here = [stage for stage in looked.called_for if stage.of_client and safeguard.id in looked.called_for[stage]]
        elsewhere = _remedy_only(looked, safeguard, here)
        if not safeguard.needs or (here and not elsewhere):
            continue
        message = f"`{safeguard.id}` needs {listed(safeguard.needs)}, and no rule calls for it in a client's case"
        if elsewhere:
            flag, stage = elsewhere[0]
            message = (
                f"`{safeguard.id}` would resolve `{flag}` at stage {stage}, and whether the programme has"
                f" {listed(safeguard.needs)} is not looked at there"
            )
        yield Finding(
            looked.gathered.safeguards[safeguard.id].place("needs"),
            "need-never-checked",
            safeguard.id,
            message,
            "call for it in a rule of that stage, or write `needs: []`",
        )


def _remedy_only(looked: Looked, safeguard: Safeguard, here: list[Stage]) -> list[tuple[str, Stage]]:
    """Return the exclude flags, with the client stage, that a safeguard resolves where nothing calls for it."""
    return [
        (flag.id, stage)
        for flag in looked.policy.flags.values()
        if flag.effect is Effect.EXCLUDE and safeguard.id in flag.remedy
        for stage in looked.raised_at(flag.id)
        if stage.of_client and stage not in here
    ]


def _remedies(looked: Looked) -> Iterator[Finding]:
    """Remedies that belong to a programme for a ground of a client's, or the other way round."""
    for name, entry in looked.gathered.flags.items():
        raised = looked.raised_at(name)
        for remedy in entry.item.remedy:
            at = [stage for stage, called in looked.called_for.items() if remedy in called]
            if not at or not raised or any(stage.of_client == other.of_client for stage in at for other in raised):
                continue
            whose, other = ("a client", "the programme") if raised[0].of_client else ("the programme", "a client")
            yield Finding(
                entry.place("remedy"),
                "remedy-of-another-kind",
                name,
                f"`{name}` is raised for {whose}, and its remedy `{remedy}` is called for where {other} is looked at",
                "name a safeguard that can be put in place in such a case, or `remedy: []`",
            )
