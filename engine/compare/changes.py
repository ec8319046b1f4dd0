"""What was changed between two policies, entry by entry and key by key: first what can change a recommendation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from enum import Enum, IntEnum
from typing import NamedTuple, TypeAlias

from engine.compare.renamed import Names, renamed_between, under
from engine.compare.texts import TEXT_FIELDS, Texts, derived_flags
from engine.model.condition import AllOf, AnyOf, AtLeast, Condition, Not, members_of
from engine.model.policy import Flag, Invariant, Policy, Rule, Safeguard, Status
from engine.model.question import Question, Stage
from engine.model.work import Work
from engine.report.assurance.diff_condition import condition_text

Item: TypeAlias = Question | Flag | Rule | Safeguard | Invariant | Work


class Bearing(IntEnum):
    """What a change bears on, the gravest first."""

    RECOMMENDATION = 0
    PROMISE = 1
    REPORT = 2
    PAPERS = 3
    TEXT = 4


class What(Enum):
    """Whether an entry came, went, has another id, or another value under one of its keys."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"


class Change(NamedTuple):
    """One thing that was changed. `kind` is `policy` for what stands in policy.yaml.

    `key` is as written in a policy, and empty for a whole entry. `id` is the one in the new policy, where it has one.
    `before` and `after` are as a person reads them, several lines long for a condition; `language` is for texts alone.
    `not_changed_in` are the languages whose own text of the same was left as it is.
    """

    bearing: Bearing
    kind: str
    id: str
    what: What
    key: str = ""
    before: str = ""
    after: str = ""
    language: str = ""
    not_changed_in: tuple[str, ...] = ()


_BASE: Mapping[str, Bearing] = {
    "asked_of": Bearing.REPORT,
    "nature": Bearing.REPORT,
    "remedy": Bearing.REPORT,
    "partner_safety": Bearing.REPORT,
    "each_session": Bearing.REPORT,
    "if_unknown_ask": Bearing.REPORT,
    "source": Bearing.PAPERS,
    "authority": Bearing.PAPERS,
    "owner": Bearing.PAPERS,
    "replaced_by": Bearing.PAPERS,
}
"""What each key bears on. One that is not named here may change a recommendation: so a new key is never overlooked."""

_WRITTEN = {"raises": "raise", "recommends": "recommend", "if_holds": "if", "outcomes": "then"}
_UNORDERED = frozenset(
    {"asked_of", "corroborate", "remedy", "needs", "recommends", "also_at", "if_unknown_ask", "source", "outcomes"}
)
_NOT_COMPARED = frozenset({"id", "key", "derived"})
_POLICY_KEYS: Mapping[str, Bearing] = {
    "id": Bearing.PAPERS,
    "version": Bearing.PAPERS,
    "effective_from": Bearing.PAPERS,
    "languages": Bearing.PAPERS,
    "owner": Bearing.PAPERS,
}


def changes_between(old: Policy, new: Policy, texts: tuple[Texts, Texts]) -> tuple[Change, ...]:
    """Return everything that was changed, what can change a recommendation first. `texts` are those of each."""
    names = renamed_between(old, new)
    now = under(old, names)
    found = [*_renamed(names, old)]
    found += _entries("question", now.questions, new.questions)
    found += _entries("flag", _flags(now), _flags(new))
    found += _entries("rule", _rules(now), _rules(new))
    found += _entries("safeguard", now.safeguards, new.safeguards)
    found += _entries("invariant", now.invariants, new.invariants)
    found += _entries("source", now.works, new.works)
    found += _header(now, new)
    found += _order(now, new)
    found += _texts(_named(texts[0], names), texts[1], _languages(old, new))
    if not any(change.bearing is Bearing.RECOMMENDATION for change in found) and _derived(now) != _derived(new):
        found.append(Change(Bearing.RECOMMENDATION, "policy", "", What.CHANGED, "what follows from `needs`"))
    return tuple(sorted(found, key=lambda one: (one.bearing, _KINDS.index(one.kind), one.id, one.key, one.language)))


_KINDS = ("rule", "flag", "question", "safeguard", "policy", "invariant", "source")


def logically_the_same(changes: tuple[Change, ...]) -> bool:
    """Whether nothing was changed that a recommendation, or a promise about it, rests on."""
    return all(change.bearing > Bearing.PROMISE for change in changes)


def _flags(policy: Policy) -> dict[str, Flag]:
    derived = derived_flags(policy)
    return {name: flag for name, flag in policy.flags.items() if name not in derived}


def _rules(policy: Policy) -> dict[str, Rule]:
    return {name: rule for name, rule in policy.rules.items() if not rule.derived}


def _derived(policy: Policy) -> frozenset[tuple[object, ...]]:
    return frozenset(
        (rule.stages, rule.when, rule.raises, policy.flags[rule.raises].effect if rule.raises else None)
        for rule in policy.rules.values()
        if rule.derived
    )


def _renamed(names: Names, old: Policy) -> Iterator[Change]:
    derived = derived_flags(old)
    for kind in ("question", "flag", "rule", "safeguard", "invariant"):
        for before, after in names.of(kind).items():
            if kind != "flag" or before not in derived:
                # An answer on file stands under the old id: a case has to be written anew before it can be read.
                bearing = Bearing.REPORT if kind == "question" else Bearing.PAPERS
                yield Change(bearing, kind, after, What.RENAMED, "", before, after)


def _entries(kind: str, old: Mapping[str, Item], new: Mapping[str, Item]) -> Iterator[Change]:
    for name in sorted({*old, *new}):
        before, after = old.get(name), new.get(name)
        if before is None or after is None:
            item = before or after
            if item is not None:
                what = What.REMOVED if after is None else What.ADDED
                outline = outline_of(item)
                yield Change(_whole(item), kind, name, what, "", *((outline, "") if after is None else ("", outline)))
            continue
        for key in (each.name for each in fields(before)):
            if key in _NOT_COMPARED or key in TEXT_FIELDS.get(type(before), ()):
                continue
            was, now = getattr(before, key), getattr(after, key)
            if _plain(key, was) != _plain(key, now):
                bearing = _bearing(kind, key, before, after)
                written = _WRITTEN.get(key, key)
                yield Change(bearing, kind, name, What.CHANGED, written, shown(was), shown(now))
            elif isinstance(was, AllOf | AnyOf | AtLeast | Not) and was != now:
                yield Change(Bearing.REPORT, kind, name, What.CHANGED, f"order of the tests under {key}")


def _whole(item: Item) -> Bearing:
    match item:
        case Work():
            return Bearing.PAPERS
        case Invariant():
            return Bearing.PROMISE
        case Rule(status=status) if status is not Status.IN_FORCE:
            return Bearing.PAPERS
        case Question() if item.open:
            return Bearing.REPORT
        case _:
            return Bearing.RECOMMENDATION


def _bearing(kind: str, key: str, before: Item, after: Item) -> Bearing:
    usual = _BASE.get(key, Bearing.RECOMMENDATION)
    if kind == "source":
        return Bearing.PAPERS
    if kind == "invariant":
        return max(usual, Bearing.PROMISE)
    if isinstance(before, Rule) and isinstance(after, Rule):
        asleep = Status.IN_FORCE not in {before.status, after.status}
        return max(usual, Bearing.PAPERS) if asleep else usual
    return usual


def _plain(key: str, value: object) -> object:
    if key in _UNORDERED and isinstance(value, tuple):
        return frozenset(value)
    return canonical(value) if isinstance(value, AllOf | AnyOf | AtLeast | Not) else value


def canonical(condition: Condition) -> object:
    """Return a condition without the order of its members, in which nothing is meant."""
    members = [canonical(member) for member in members_of(condition)]
    if not members:
        return condition
    number = condition.number if isinstance(condition, AtLeast) else 0
    counted = frozenset((member, members.count(member)) for member in members)
    return type(condition).__name__, number, counted


def outline_of(item: Item) -> str:
    """Return what an entry does, in a few lines; empty when its id says as much."""
    match item:
        case Question():
            answers = "open" if item.open else ", ".join(item.answers)
            settles = f"\ncorroborate: {shown(item.corroborate)}" if item.corroborate else ""
            return f"stage: {item.stage}\nanswers: {answers}{settles}"
        case Flag():
            return f"effect: {item.effect}"
        case Rule():
            does = f"raise: {item.raises}" if item.raises else f"recommend: {shown(item.recommends)}"
            return f"status: {item.status}, at {shown(item.stages)}\nwhen: {_below(condition_text(item.when))}\n{does}"
        case Safeguard():
            return f"needs: {shown(item.needs)}" if item.needs else ""
        case Invariant():
            holds = f"if: {_below(condition_text(item.if_holds))}\n" if item.if_holds is not None else ""
            return f"at {shown(item.stages)}\n{holds}then: {shown(item.outcomes)}"
        case Work():
            return item.title


def _below(text: str) -> str:
    return text if "\n" not in text else "\n" + "\n".join(f"  {line}" for line in text.split("\n"))


_WEEK = 7
"""In days, which is how intervals are kept."""


def shown(value: object) -> str:
    """Return a value as a person reads it; nothing for one that is not there."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        number, unit = (value // _WEEK, "week") if value % _WEEK == 0 else (value, "day")
        return f"{number} {unit}{'' if number == 1 else 's'}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return ", ".join(str(each) for each in value)
    return str(value) if isinstance(value, str) else condition_text(value)  # type: ignore[arg-type]


def _header(old: Policy, new: Policy) -> Iterator[Change]:
    def changed(bearing: Bearing, key: str, before: object, after: object) -> Change:
        return Change(bearing, "policy", "", What.CHANGED, key, shown(before), shown(after))

    for stage in Stage:
        was, now = old.base_at(stage), new.base_at(stage)
        if frozenset(was) != frozenset(now):
            yield changed(Bearing.RECOMMENDATION, f"base_safeguards at {stage}", was, now)
        if old.review.get(stage) != new.review.get(stage):
            yield changed(Bearing.REPORT, f"review at {stage}", old.review.get(stage), new.review.get(stage))
    for key, bearing in _POLICY_KEYS.items():
        if getattr(old, key) != getattr(new, key):
            yield changed(bearing, key, getattr(old, key), getattr(new, key))
    was_spoken = f"client: {old.speech.client}, partner: {old.speech.partner}"
    now_spoken = f"client: {new.speech.client}, partner: {new.speech.partner}"
    if was_spoken != now_spoken:
        yield changed(Bearing.PAPERS, "pronouns", was_spoken, now_spoken)


def _order(old: Policy, new: Policy) -> Iterator[Change]:
    """Yield the stages whose questions are put in another order; it changes no recommendation."""
    for stage in Stage:
        was = [question.id for question in old.questions_at(stage) if question.id in new.questions]
        now = [question.id for question in new.questions_at(stage) if question.id in old.questions]
        if was != now and sorted(was) == sorted(now):
            moved = [name for name, other in zip(now, was, strict=True) if name != other]
            yield Change(
                Bearing.REPORT,
                "policy",
                "",
                What.CHANGED,
                f"order of the questions at {stage}",
                "",
                shown(tuple(moved)),
            )


def _languages(old: Policy, new: Policy) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*new.languages, *old.languages)))


def _named(texts: Texts, names: Names) -> Texts:
    return {key._replace(id=names.of(key.kind).get(key.id, key.id)): text for key, text in texts.items()}


def _texts(old: Texts, new: Texts, languages: tuple[str, ...]) -> Iterator[Change]:
    """Yield each text that reads otherwise, of entries that both have."""
    entries = {(key.kind, key.id) for key in old} & {(key.kind, key.id) for key in new}
    for key in sorted({*old, *new}):
        if (key.kind, key.id) not in entries:
            continue
        before, after = old.get(key, {}), new.get(key, {})
        differing = [language for language in languages if _one_line(before, language) != _one_line(after, language)]
        same = tuple(language for language in languages if language in after and language not in differing)
        for language in differing:
            was, now = _one_line(before, language), _one_line(after, language)
            yield Change(Bearing.TEXT, key.kind, key.id, What.CHANGED, key.key, was, now, language, same)


def _one_line(texts: Mapping[str, str], language: str) -> str:
    return " ".join(texts.get(language, "").split())
