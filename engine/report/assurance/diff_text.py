"""What two policies differ in, as text: in short, what was changed, which way it goes, and what becomes of cases."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from engine.report.assurance.diff_unread import not_screened, unread_lines
from engine.report.assurance.diff_words import (
    ASPECTS,
    BEARINGS,
    HOW,
    KINDS,
    PROVED_IN_PART,
    TRUTHS,
    counted,
    direction_of,
    directions_in_short,
    listed,
    named,
    not_weaker,
    stage_name,
)
from engine.report.visible import visible, visible_lines

if TYPE_CHECKING:
    from engine.report.assurance.diff_shape import (
        CaseShape,
        CasesShape,
        ChangeShape,
        DifferenceShape,
        DiffersShape,
        FurtherShape,
        GroundShape,
        SideShape,
        StageShape,
        WitnessShape,
    )

_WIDTH: Final = 80
_SHORT: Final = 60
_MOST_CASES: Final = 20
_MOST_NAMED: Final = 8


def difference_text(found: DifferenceShape, width: int = _WIDTH) -> str:
    """Return a difference as text, ending in a line feed."""
    lines: list[str] = []
    for section in _sections(found, width):
        lines += [*section, ""]
    return "\n".join(lines)


def _sections(found: DifferenceShape, width: int) -> Iterator[list[str]]:
    say = _Wrapped(width)
    yield ["What differs between two policies", *_versions(found, say)]
    yield ["In short", *_in_short(found, say)]
    for bearing, heading in BEARINGS.items():
        changes = [change for change in found["changes"] if change["bearing"] == bearing]
        if changes:
            yield [heading, *_changes(changes, say)]
    plain = [stage for stage in found["stages"] if _equivalent(stage)]
    for stage in found["stages"]:
        if stage["how"] not in {"unchanged", "reflection"} and stage not in plain:
            yield list(_stage(stage, say))
    if plain:
        yield list(_all_equivalent(plain, say))
    if found["cases"] is not None:
        yield ["The cases", *_cases(found["cases"], say)]
    yield ["A second reviewer", *_reviewer(found, say)]


class _Wrapped:
    """Wraps running text; what is laid out already goes through as it is."""

    def __init__(self, width: int) -> None:
        self._width = width

    def __call__(self, text: str, indent: int = 2, lead: str = "") -> list[str]:
        first = " " * indent + lead
        wrapper = textwrap.TextWrapper(
            width=max(self._width, indent + 40),
            initial_indent=first,
            subsequent_indent=" " * len(first),
            break_on_hyphens=False,
            break_long_words=False,
        )
        return wrapper.wrap(visible(text)) or [first.rstrip()]

    def item(self, text: str, indent: int = 2) -> list[str]:
        """Return an item of a list."""
        return self(text, indent, "- ")


def _as_it_is(text: str, indent: int) -> list[str]:
    return [(" " * indent + line).rstrip() for line in visible_lines(text).rstrip("\n").split("\n")]


def _versions(found: DifferenceShape, say: _Wrapped) -> Iterator[str]:
    for word, version in (("Old", found["old"]), ("New", found["new"])):
        mark = version["fingerprint"].removeprefix("sha256:")[:12]
        yield from say(f"{word}: {version['name']} - {version['id']} {version['version']} (fingerprint {mark}...)")


def _in_short(found: DifferenceShape, say: _Wrapped) -> Iterator[str]:
    if not found["changes"]:
        same = found["old"]["fingerprint"] == found["new"]["fingerprint"]
        yield from say.item(
            "Nothing was changed." if same else "Nothing was changed that anybody would read; only the order of lists."
        )
    for bearing, heading in BEARINGS.items():
        many = sum(change["bearing"] == bearing for change in found["changes"])
        if many:
            yield from say.item(f"{heading}: {counted(many, 'change')}.")
    for line in directions_in_short(found):
        yield from say.item(line)
    cases = found["cases"]
    if cases is not None:
        yield from _cases_in_short(cases, say)
    plain = not_weaker(found)
    asked = "A second reviewer is asked for."
    yield from say.item(asked if found["second_reviewer"] else f"{plain[0].upper()}{plain[1:]}")


def _cases_in_short(cases: CasesShape, say: _Wrapped) -> Iterator[str]:
    if cases["broken_promise"]:
        get = "case gets" if cases["broken_promise"] == 1 else "cases get"
        yield from say.item(
            f"{cases['broken_promise']} {get} no recommendation: a policy breaks a promise of its own. The cases below"
            " name it."
        )
    left = f", {len(cases['not_looked_at'])} not looked at" if cases["not_looked_at"] else ""
    yield from say.item(
        f"Cases: {cases['compared']} compared, {cases['less_cautious']} less cautious, {cases['outcome_changed']} with"
        f" another outcome, {cases['otherwise_changed']} with other flags or conditions, {not_screened(cases)} not"
        f" screened{left}."
    )


def _changes(changes: Sequence[ChangeShape], say: _Wrapped) -> Iterator[str]:
    for (kind, name), group in groupby(changes, key=lambda change: (change["kind"], change["id"])):
        entry = f"{KINDS[kind]} {name}".rstrip()
        for number, change in enumerate(list(group)):
            if change["what"] == "renamed":
                yield from say.item(f"{KINDS[kind]} {change['before']} is now called {change['after']}; nothing else.")
            elif not change["key"]:
                yield from say.item(f"{entry} was {change['what']}.")
                yield from (
                    _as_it_is(change["before"] or change["after"], 6) if change["before"] or change["after"] else ()
                )
            else:
                if number == 0 or not entry:
                    yield from say.item(f"{entry}:")
                yield from _changed(change, say)


def _changed(change: ChangeShape, say: _Wrapped) -> Iterator[str]:
    language = f" ({change['language']})" if change["language"] else ""
    before, after = change["before"] or "(nothing)", change["after"] or "(nothing)"
    if not change["before"] and not change["after"]:
        yield from say(change["key"], 4)
        return
    if change["language"]:
        yield from say(f"{change['key']}{language}", 4)
        yield from say(before, 6, "old: ")
        yield from say(after, 6, "new: ")
        if change["not_changed_in"]:
            yield from say(f"(left as it was: {listed(change['not_changed_in'])})", 6)
        return
    if "\n" not in before + after and len(before) + len(after) < _SHORT:
        yield from say(f"{change['key']}: {before} -> {after}", 4)
        return
    yield from say(change["key"], 4)
    for word, text in (("old:", before), ("new:", after)):
        if "\n" in text:
            yield " " * 6 + word
            yield from _as_it_is(text, 8)
        else:
            yield from say(text, 6, f"{word} ")


def _equivalent(stage: StageShape) -> bool:
    """Whether there is nothing to tell of a stage but that it was proved equivalent."""
    kept = all(promise["broken"] == "no" and promise["written"] for promise in stage["promises"])
    return (
        stage["how"] == "proved"
        and stage["direction"] == "equivalent"
        and kept
        and not (stage["left_out"] or stage["several_left_out"])
    )


def _all_equivalent(stages: Sequence[StageShape], say: _Wrapped) -> Iterator[str]:
    where = "At the stage" if len(stages) == 1 else "At the stages"
    yield from say(f"{where} {listed(stage_name(stage['stage']) for stage in stages)}: equivalent", 0)
    yield from say(
        "Proved for every case that there can be: the same outcome, and the same conditions where there are any."
    )


def _stage(stage: StageShape, say: _Wrapped) -> Iterator[str]:
    yield from say(f"At the stage {stage_name(stage['stage'])}: {direction_of(stage)}", 0)
    partly = stage["how"] == "proved" and (stage["left_out"] or stage["several_left_out"])
    yield from say(PROVED_IN_PART if partly else HOW[stage["how"]])
    for aspect in ("outcomes", "conditions"):
        found = stage["outcomes"] if aspect == "outcomes" else stage["conditions"]
        for less, shown in ((True, found["less_cautious"]), (False, found["more_cautious"])):
            if shown is not None:
                yield from say.item(ASPECTS[aspect, less, shown])
    for question, words in stage["left_out"].items():
        yield from say.item(
            f"Not compared: cases that answer {question} with {listed(words, 'or')}, which only one of the two knows."
        )
    for question in stage["several_left_out"]:
        yield from say.item(
            f"Not compared: cases with several answers at once to {question}, which only one of the two takes."
        )
    for promise in stage["promises"]:
        if promise["broken"] == "yes":
            refused = " It would recommend nothing in such a case." if promise["written"] else ""
            yield from say.item(f"The new policy does not keep the old policy's promise {promise['id']}.{refused}")
            showing = [one for one in stage["witnesses"] if _given(one["scenario"]) == _given(promise["scenario"])]
            if showing and promise["scenario"]:
                yield from say(f"(Case {stage['witnesses'].index(showing[0]) + 1} below shows it.)", 4)
            else:
                yield from _as_it_is(promise["scenario"], 4) if promise["scenario"] else ()
        elif promise["broken"] == "not-known":
            yield from say.item(f"Whether the new policy keeps the old policy's promise {promise['id']} is not known.")
        elif not promise["written"]:
            yield from say.item(
                f"The promise {promise['id']} no longer stands in the new policy as it did; it is still kept."
            )
    for number, witness in enumerate(stage["witnesses"], start=1):
        yield ""
        same = [one for one in stage["witnesses"][: number - 1] if _same_case(one, witness)]
        if same:
            way = "less" if witness["less_cautious"] else "more"
            first = stage["witnesses"].index(same[0]) + 1
            yield from say(f"Case {number}, {way} cautious in its {witness['aspect']}: the same as case {first}.")
        else:
            yield from _witness(witness, number, say)
    for further in stage["further"]:
        yield ""
        way = "less" if further["less_cautious"] else "more"
        yield from say(f"Cases that are {way} cautious in their {further['aspect']} also come from: {_ids(further)}.")


def _given(scenario: str) -> str:
    """Return the case of a scenario: its steps before it is screened, whatever the scenario is called."""
    return scenario.partition("When ")[0].strip().partition("\n")[2]


def _same_case(one: WitnessShape, other: WitnessShape) -> bool:
    sides = (one["before"], one["after"]) == (other["before"], other["after"])
    return bool(one["scenario"]) and sides and _given(one["scenario"]) == _given(other["scenario"])


def _witness(witness: WitnessShape, number: int, say: _Wrapped) -> Iterator[str]:
    way = "less" if witness["less_cautious"] else "more"
    yield from say(f"Case {number}, {way} cautious in its {witness['aspect']}")
    yield from _side("Old", witness["before"], say)
    yield from _side("New", witness["after"], say)
    for rule in witness["rules"]:
        before, after = TRUTHS[rule["before"]], TRUTHS[rule["after"]]
        yield from say.item(f"Rule {rule['id']}: {before} in the old policy, {after} in the new one.", 4)
    yield from say.item(f"This comes from: {named(witness['changes'])}.", 4)
    for given in witness["only_old"]:
        yield from say.item(
            f"The old policy was also told {given['question']}: {given['answer']} (from {given['source']});"
            " the new one does not ask it.",
            4,
        )
    if witness["scenario"]:
        yield from say("As a scenario of the new policy, ready to paste if that is what is meant:", 4)
        yield from _as_it_is(witness["scenario"], 4)
    elif not witness["after"]["refused_by"]:
        yield from say("It cannot be told as a scenario of the new policy.", 4)


def _ids(further: FurtherShape) -> str:
    return listed(further["ids"])


def _side(word: str, side: SideShape, say: _Wrapped) -> Iterator[str]:
    yield from say.item(f"{word}: {side['text']}{_because(side['against'])}", 4)
    for ground in side["conditions"]:
        standing = "" if ground["truth"] == "true" else " until more is known"
        yield from say(f"with the condition {ground['id']}{standing}, by {listed(ground['rules'])}", 6)
    if side["refused_by"]:
        yield from say(f"It would recommend nothing here: this breaks its own promise {listed(side['refused_by'])}.", 6)


def _because(grounds: Iterable[GroundShape]) -> str:
    said = [
        f"{ground['id']} {'is raised' if ground['truth'] == 'true' else 'could still be raised'}"
        f" by {listed(ground['rules'])}"
        for ground in grounds
    ]
    return f" - {'; '.join(said)}" if said else ""


def _cases(cases: CasesShape, say: _Wrapped) -> Iterator[str]:
    yield from say(f"Screened on {cases['screened_on']} under both policies. What was said in a case is not shown.")
    yield from say.item(f"{counted(cases['compared'], 'case')} compared, {cases['unchanged']} as before.")
    yield from say.item(f"{cases['outcome_changed']} with another outcome.")
    yield from say.item(f"{cases['otherwise_changed']} with the same outcome, and other flags or conditions.")
    yield from say.item(f"{cases['less_cautious']} less cautious than before.")
    yield from _in_groups(cases["changed"], say)
    graver = sorted(cases["changed"], key=lambda case: not case["less_cautious"])
    for case in graver[:_MOST_CASES]:
        yield ""
        yield from _case(case, say)
    if len(cases["changed"]) > _MOST_CASES:
        yield ""
        every = f"{len(cases['changed'])} of them" if "not_listed" in cases else "every one"
        yield from say(f"And {len(cases['changed']) - _MOST_CASES} more; --format json lists {every}.")
    if "not_listed" in cases:
        more = cases["not_listed"]
        yield ""
        yield from say(
            f"Counted above, and not listed: {counted(more['changed'], 'changed case')} of a table, and"
            f" {more['unread']} that could not be screened. The less cautious are listed first; `forethought batch"
            " --compare` counts all of them by what changes."
        )
    yield from unread_lines(cases["unread"], say)
    if cases["not_cases"]:
        yield ""
        yield from say(f"Left out, being no cases: {listed(cases['not_cases'])}")
    if cases["not_looked_at"]:
        yield ""
        yield from say("Not looked at:")
        for one in cases["not_looked_at"]:
            yield from say.item(f"{one['file']}: {one['why']}", 4)


def _in_groups(changed: Sequence[CaseShape], say: _Wrapped) -> Iterator[str]:
    """Yield which cases change in which way, before each is told apart."""
    groups: dict[tuple[bool, str], list[str]] = {}
    for case in changed:
        was, now = case["before"], case["after"]
        what = "other flags or conditions" if was["outcome"] == now["outcome"] else f"{was['text']} -> {now['text']}"
        groups.setdefault((not case["less_cautious"], f"{case['stage']}: {what}"), []).append(case["case"])
    for (more, text), names in sorted(groups.items()):
        shown = names if len(names) <= _MOST_NAMED else [*names[:_MOST_NAMED], f"{len(names) - _MOST_NAMED} more"]
        less = "" if more else " (less cautious)"
        yield from say.item(f"{text}{less}: {counted(len(names), 'case')}, {listed(shown)}", 4)


def _case(case: CaseShape, say: _Wrapped) -> Iterator[str]:
    way = "; less cautious" if case["less_cautious"] else ""
    yield from say(f"{case['case']} at the stage {stage_name(case['stage'])} ({case['file']}){way}")
    if case["before"]["outcome"] != case["after"]["outcome"]:
        yield from say.item(f"Old: {case['before']['text']}", 4)
        yield from say.item(f"New: {case['after']['text']}", 4)
    else:
        yield from say.item(f"Both: {case['after']['text']}", 4)
    for differs in case["differing"]:
        yield from say.item(_differs(differs), 4)


def _differs(differs: DiffersShape) -> str:
    by = f", by {listed(differs['rules'])}" if differs["rules"] else ""
    if differs["effects"]:
        by += f"; its effect was {differs['effects'][0]} and is {differs['effects'][1]}"
    return (
        f"{KINDS[differs['kind']]} {differs['id']}: {TRUTHS[differs['before']]} before,"
        f" {TRUTHS[differs['after']]} now{by}"
    )


def _reviewer(found: DifferenceShape, say: _Wrapped) -> Iterator[str]:
    if not found["second_reviewer"]:
        yield from say(f"Not asked for: {not_weaker(found)}")
        return
    yield from say("Asked for. Before this is used, somebody who did not write it should look at:")
    for reason in found["second_reviewer"]:
        where = f"At the stage {stage_name(reason['stage'])}, " if reason["stage"] else ""
        behind = f" - from {named(reason['changes'], _MOST_NAMED)}" if reason["changes"] else ""
        text = f"{where}{reason['what']}{behind}."
        yield from say.item(text[0].upper() + text[1:])
    if found["wording_not_compared"]:
        yield from say.item(f"The wording, which was changed and not compared: {named(found['wording_not_compared'])}.")
