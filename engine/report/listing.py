"""What a policy holds, as a list for a person or as data for a machine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from engine.model.policy import Flag, Invariant, Policy, Rule, Safeguard
from engine.model.question import Question, Stage
from engine.report.conditions import as_written, in_words
from engine.report.draft import draft_notice
from engine.report.page import Item, Page, Section, item, labelled, paragraph
from engine.report.plain import plain_text
from engine.report.reading import answer_words, named
from engine.report.words import label, say, share, speaking

KINDS: Final = ("questions", "flags", "rules", "safeguards", "invariants")


def listing_text(policy: Policy, kind: str, width: int = 80, *, colour: bool = False) -> str:
    """Return one of `KINDS` as plain text: questions in the order they are asked, everything else by id."""
    with speaking(policy.speech):
        return plain_text(_page(policy, kind), width, colour=colour)


def _page(policy: Policy, kind: str) -> Page:
    opening = (
        *draft_notice(policy.translation_note),
        paragraph(label.POLICY_VERSION.format(title=policy.title, id=policy.id, version=policy.version)),
    )
    match kind:
        case "questions":
            sections = tuple(_questions(policy))
        case "flags":
            sections = (Section(say.LIST_TITLES[kind], tuple(_flag(policy, flag) for flag in _flags(policy))),)
        case "rules":
            sections = tuple(_rules(policy))
        case "safeguards":
            entries = tuple(_safeguard(policy, entry) for entry in _safeguards(policy))
            sections = (Section(say.LIST_TITLES[kind], entries),)
        case _:
            sections = (Section(say.LIST_TITLES[kind], tuple(map(_invariant, _invariants(policy)))),)
    return Page(say.LIST_TITLES[kind], opening, sections)


def listing_json(policy: Policy, kind: str) -> dict[str, object]:
    """Return one of `KINDS` as plain data: `forethought.<kind>/1`, in the order of the text."""
    entries: list[dict[str, object]]
    match kind:
        case "questions":
            entries = [_question_json(entry) for entry in policy.questions.values()]
        case "flags":
            entries = [_flag_json(entry) for entry in _flags(policy)]
        case "rules":
            entries = [_rule_json(entry) for entry in sorted(policy.rules.values(), key=lambda rule: rule.id)]
        case "safeguards":
            entries = [_safeguard_json(policy, entry) for entry in _safeguards(policy)]
        case _:
            entries = [_invariant_json(entry) for entry in _invariants(policy)]
    return {
        "schema": f"forethought.{kind}/1",
        "policy": {"id": policy.id, "version": policy.version, "fingerprint": policy.fingerprint},
        kind: entries,
    }


def _flags(policy: Policy) -> list[Flag]:
    return sorted(policy.flags.values(), key=lambda flag: flag.id)


def _safeguards(policy: Policy) -> list[Safeguard]:
    return sorted(policy.safeguards.values(), key=lambda safeguard: safeguard.id)


def _invariants(policy: Policy) -> list[Invariant]:
    return sorted(policy.invariants.values(), key=lambda invariant: invariant.id)


def _questions(policy: Policy) -> Iterator[Section]:
    headings = dict.fromkeys((question.stage, question.section) for question in policy.questions.values())
    for stage, section in headings:
        entries = [q for q in policy.questions.values() if (q.stage, q.section) == (stage, section)]
        yield Section(f"{section} ({stage})", tuple(_question(question) for question in entries))


def _question(question: Question) -> Item:
    below = [
        *((labelled(label.LIST_ABOUT, question.about),) if question.about else ()),
        labelled(label.LIST_QUESTION, question.ask),
        *((labelled(label.HELP, question.help),) if question.help else ()),
        labelled(label.ASKED_OF, named(question.asked_of)),
        answer_words(question),
    ]
    if question.corroborate:
        below.append(labelled(label.SETTLED_BY, named(question.corroborate, "or")))
    if question.valid_for is not None:
        below.append(labelled(label.VALID_FOR, say.age(question.valid_for)))
    below.append(labelled(label.NATURE, question.nature.value))
    return item(question.id, below=tuple(below))


def _flag(policy: Policy, flag: Flag) -> Item:
    raised_by = sorted(rule.id for rule in policy.rules.values() if rule.raises == flag.id)
    below = (
        labelled(label.RAISED_BY, ", ".join(raised_by)),
        labelled(label.TITLE, flag.title),
        labelled(label.EFFECT, flag.effect.value),
        labelled(label.MEANS, flag.meaning),
        labelled(label.RESOLVED_BY, ", ".join(flag.remedy) if flag.remedy else say.NOTHING_RESOLVES),
        *((labelled(share.H_TELL, below=tuple(map(item, flag.tell))),) if flag.tell else ()),
        labelled(label.TO_PARTNER_SUPPORT, say.LIST_YES_NO[flag.partner_safety]),
    )
    return item(flag.id, below=below)


def _rules(policy: Policy) -> Iterator[Section]:
    for stage in dict.fromkeys(rule.stage for rule in policy.rules.values()):
        at_stage = sorted((rule for rule in policy.rules.values() if rule.stage is stage), key=lambda rule: rule.id)
        yield Section(f"{say.LIST_TITLES['rules']} ({stage})", tuple(map(_rule, at_stage)))


def _rule(rule: Rule) -> Item:
    leads_to = (
        labelled(label.RAISES, rule.raises) if rule.raises else labelled(label.CALLS_FOR, ", ".join(rule.recommends))
    )
    below = [
        labelled(label.TITLE, rule.title),
        labelled(label.STATUS, f"{rule.status.value}{say.LIST_DERIVED if rule.derived else ''}"),
        *((labelled(label.STAGES, ", ".join(rule.stages)),) if rule.also_at else ()),
        labelled(label.APPLIES_WHEN, in_words(rule.when)),
        leads_to,
        labelled(label.BECAUSE, rule.because),
        labelled(
            label.SOURCE.format(authority=say.AUTHORITIES[rule.authority]),
            "; ".join(map(str, rule.source)) or say.LIST_NONE,
        ),
        labelled(label.OWNER, rule.owner),
    ]
    if rule.if_unknown_ask:
        below.append(labelled(label.IF_UNKNOWN_ASK, named(rule.if_unknown_ask, "or")))
    if rule.limits:
        below.append(labelled(label.LIMITS, rule.limits))
    return item(rule.id, below=tuple(below))


def _safeguard(policy: Policy, safeguard: Safeguard) -> Item:
    below = [
        labelled(label.TITLE, safeguard.title),
        labelled(label.WHAT, safeguard.do),
        labelled(label.WHO, safeguard.who),
        labelled(label.BY_WHEN, safeguard.by),
        labelled(label.HOW_CHECKED, safeguard.check),
    ]
    base_at = [stage.value for stage in Stage if safeguard.id in policy.base_at(stage) and policy.in_force(stage)]
    if base_at:
        below.append(labelled(label.BECAUSE, f"{say.EACH_CASE} ({', '.join(base_at)})"))
    below.append(labelled(label.TO_PARTNER_SUPPORT, say.LIST_YES_NO[safeguard.partner_safety]))
    below.append(labelled(label.CLIENT_WORDING, say.LIST_YES_NO[bool(safeguard.client_wording)]))
    if safeguard.needs:
        below.append(labelled(label.NEEDS, ", ".join(safeguard.needs)))
    return item(safeguard.id, below=tuple(below))


def _invariant(invariant: Invariant) -> Item:
    held = in_words(invariant.if_holds) if invariant.if_holds is not None else say.LIST_ALWAYS
    below = (
        labelled(label.STAGES, ", ".join(invariant.stages)),
        labelled(label.WHENEVER, held),
        labelled(label.OUTCOME_IS, say.listed((outcome.value for outcome in invariant.outcomes), "or")),
        labelled(label.BECAUSE, invariant.because),
    )
    return item(invariant.id, below=below)


def _question_json(question: Question) -> dict[str, object]:
    return {
        "id": question.id,
        "stage": question.stage.value,
        "section": question.section,
        "ask": question.ask,
        "help": question.help,
        "about": question.about,
        "asked_of": [source.value for source in question.asked_of],
        "answers": "open" if question.open else list(question.answers),
        "wording": dict(question.wording),
        "corroborate": [source.value for source in question.corroborate],
        "valid_for_days": question.valid_for,
        "nature": question.nature.value,
        "several": question.several,
        "only_if": as_written(question.only_if) if question.only_if is not None else None,
        "source": [str(citation) for citation in question.source],
    }


def _flag_json(flag: Flag) -> dict[str, object]:
    return {
        "id": flag.id,
        "effect": flag.effect.value,
        "title": flag.title,
        "meaning": flag.meaning,
        "remedy": sorted(flag.remedy),
        "tell": [*flag.tell],
        "partner_safety": flag.partner_safety,
    }


def _rule_json(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "stage": rule.stage.value,
        "also_at": [stage.value for stage in rule.also_at],
        "title": rule.title,
        "status": rule.status.value,
        "derived": rule.derived,
        "when": as_written(rule.when),
        "raise": rule.raises,
        "recommend": sorted(rule.recommends),
        "because": rule.because,
        "source": [str(citation) for citation in rule.source],
        "authority": rule.authority.value,
        "owner": rule.owner,
        "if_unknown_ask": [source.value for source in rule.if_unknown_ask],
        "limits": rule.limits,
        "replaced_by": rule.replaced_by or None,
    }


def _safeguard_json(policy: Policy, safeguard: Safeguard) -> dict[str, object]:
    return {
        "id": safeguard.id,
        "title": safeguard.title,
        "do": safeguard.do,
        "who": safeguard.who,
        "by": safeguard.by,
        "check": safeguard.check,
        "each_session": safeguard.each_session,
        "needs": sorted(safeguard.needs),
        "partner_safety": safeguard.partner_safety,
        "base_at": [stage.value for stage, names in policy.base_safeguards.items() if safeguard.id in names],
        "client_wording": safeguard.client_wording,
    }


def _invariant_json(invariant: Invariant) -> dict[str, object]:
    return {
        "id": invariant.id,
        "stage": invariant.stage.value,
        "also_at": [stage.value for stage in invariant.also_at],
        "because": invariant.because,
        "if": as_written(invariant.if_holds) if invariant.if_holds is not None else None,
        "outcomes": [outcome.value for outcome in invariant.outcomes],
    }
