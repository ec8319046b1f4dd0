"""The pictures of a site: how questions, rules, flags and safeguards follow from each other.

One picture for each entry shows only what it is joined to, so that it stays readable however large a policy is; the
picture of a stage is drawn by the sections of its questions. Boxes are drawn as in the practitioner's report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from engine.model.condition import CalledFor, FlagIs, leaves_of, question_of
from engine.model.policy import Effect, Flag, Rule
from engine.model.question import Question, Stage
from engine.report.assurance.site_material import Material, live
from engine.report.assurance.site_parts import Chart, Line, Own, Piece, Point, Ref, joined, point
from engine.report.assurance.site_words import (
    EFFECTS,
    counted,
    to_flag,
    to_question,
    to_rule,
    to_safeguard,
)
from engine.report.page import Column, Figure, Link, Node

_MOST = 10
"""So many boxes of one column can be read; the others are one box that says how many they are."""


@dataclass
class _Drawing:
    """A picture in the making: three columns of links, and which leads to which."""

    columns: tuple[dict[str, Ref], dict[str, Ref], dict[str, Ref]] = field(default_factory=lambda: ({}, {}, {}))
    links: list[tuple[str, str]] = field(default_factory=list)
    standing: dict[str, str] = field(default_factory=dict)

    def box(self, column: int, ref: Ref, standing: str = "") -> str:
        """Put a box into a column, once, and return its name."""
        name = f"{column}:{ref.kind.value}:{ref.id}"
        self.columns[column].setdefault(name, ref)
        self.standing[name] = standing or ref.kind.one
        return name

    def link(self, start: str, end: str) -> None:
        """Draw a line, once."""
        if (start, end) not in self.links:
            self.links.append((start, end))


def of_flag(material: Material, flag: Flag) -> tuple[Chart | None, Chart | None]:
    """Return what leads to a flag, and what follows from it."""
    before = _Drawing()
    for rule in filter(live, material.raisers.get(flag.id, ())):
        middle = before.box(1, to_rule(rule))
        before.link(middle, before.box(2, to_flag(material.policy, flag.id), _effect(flag)))
        for start in _read(material, before, rule):
            before.link(start, middle)
    after = _Drawing()
    for rule in filter(live, material.flag_readers.get(flag.id, ())):
        middle = after.box(1, to_rule(rule))
        after.link(after.box(0, to_flag(material.policy, flag.id), _effect(flag)), middle)
        for end in _led_to(material, after, rule):
            after.link(middle, end)
    title = flag.title
    return (
        _chart(before, f"What raises: {title}", "What is asked or raised", "Rules", "Flag"),
        _chart(after, f"What follows from: {title}", "Flag", "Rules", "What they lead to"),
    )


def of_rules(material: Material, rules: Iterable[Rule], title: str, *, only: str = "") -> Chart | None:
    """Return what rules read and what they lead to; with `only`, of what they read this question alone."""
    drawing = _Drawing()
    for rule in rules:
        middle = drawing.box(1, to_rule(rule))
        for start in _read(material, drawing, rule, only):
            drawing.link(start, middle)
        for end in _led_to(material, drawing, rule):
            drawing.link(middle, end)
    return _chart(drawing, title, "What is asked or raised", "Rules", "What they lead to")


def _read(material: Material, drawing: _Drawing, rule: Rule, only: str = "") -> Iterator[str]:
    policy = material.policy
    for leaf in leaves_of(rule.when):
        question = question_of(leaf)
        if only and question != only:
            continue
        if question is not None:
            yield drawing.box(0, to_question(policy, question))
        elif isinstance(leaf, FlagIs):
            yield drawing.box(0, to_flag(policy, leaf.flag), _effect(policy.flags[leaf.flag]))
        elif isinstance(leaf, CalledFor):
            yield drawing.box(0, to_safeguard(policy, leaf.safeguard))


def _led_to(material: Material, drawing: _Drawing, rule: Rule) -> Iterator[str]:
    policy = material.policy
    if rule.raises:
        yield drawing.box(2, to_flag(policy, rule.raises), _effect(policy.flags[rule.raises]))
    for name in rule.recommends:
        yield drawing.box(2, to_safeguard(policy, name))


def _effect(flag: Flag) -> str:
    return f"Flag, {EFFECTS[flag.effect]}"


def _chart(drawing: _Drawing, title: str, *headings: str) -> Chart | None:
    if not drawing.columns[1]:
        return None
    shown: dict[str, str] = {}
    columns = []
    for number, (heading, boxes) in enumerate(zip(headings, drawing.columns, strict=True)):
        kept = list(boxes) if len(boxes) <= _MOST else list(boxes)[: _MOST - 1]
        nodes = [Node(name, (boxes[name].text,), drawing.standing[name]) for name in kept]
        shown |= {name: name for name in kept}
        if len(kept) < len(boxes):
            rest = f"rest:{number}"
            nodes.append(Node(rest, (f"and {len(boxes) - len(kept)} more, listed below",), "Not drawn"))
            shown |= {name: rest for name in boxes if name not in shown}
        columns.append(Column(heading, tuple(nodes)))
    links = dict.fromkeys((shown[start], shown[end]) for start, end in drawing.links)
    before, middle, after = columns
    figure = Figure(
        title=title,
        description="The same in words, with links, stands below the picture.",
        columns=(before, middle, after),
        links=tuple(Link(start, end) for start, end in links),
        told=(),
    )
    return Chart(figure, tuple(_told(drawing, name, ref) for name, ref in drawing.columns[1].items()))


def _told(drawing: _Drawing, name: str, ref: Ref) -> Point:
    before = [drawing.columns[0][start] for start, end in drawing.links if end == name]
    after = [drawing.columns[2][end] for start, end in drawing.links if start == name]
    below = [
        point(f"{label} ", *joined(list(_by_kind(refs)), "; "))
        for label, refs in (("reads", before), ("leads to", after))
        if refs
    ]
    return point(f"{ref.kind.one}: ", ref, below=tuple(below))


def _by_kind(refs: Sequence[Ref]) -> Iterator[Line]:
    for kind in dict.fromkeys(ref.kind for ref in refs):
        here: list[Line] = [(ref,) for ref in refs if ref.kind is kind]
        many = "s" if len(here) > 1 else ""
        yield (f"the {kind.one.lower()}{many} ", *joined(here, "; "))


# A stage, by the sections of its questions ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Topic:
    """The rules of a stage that begin with the questions of one section; without questions, those that read flags."""

    name: str
    questions: tuple[Question, ...]
    rules: tuple[Rule, ...]


def topics(material: Material, stage: Stage) -> tuple[Topic, ...]:
    """Return the rules in force at a stage by the section of the first question that each reads, in asking order."""
    policy = material.policy
    found: dict[str, list[Rule]] = {}
    for rule in policy.in_force(stage):
        names = [name for leaf in leaves_of(rule.when) if (name := question_of(leaf)) is not None]
        needs = any(isinstance(leaf, CalledFor) for leaf in leaves_of(rule.when))
        section = _NEEDS if needs else policy.questions[names[0]].section if names else _ON_FLAGS
        found.setdefault(section, []).append(rule)
    asked: dict[str, list[Question]] = {}
    for question in policy.readable_at(stage):
        if question.stage is stage or question.section in found:
            asked.setdefault(question.section, []).append(question)
    order = [*asked, *(name for name in (_ON_FLAGS, _NEEDS) if name in found)]
    order += [name for name in found if name not in order]
    return tuple(Topic(name, tuple(asked.get(name, ())), tuple(found.get(name, ()))) for name in order)


_ON_FLAGS = "What follows from raised flags"
_NEEDS = "What safeguards need from the programme"
_READ = {_ON_FLAGS: "Reads flags", _NEEDS: "Reads the programme's profile"}
FURNITURE = frozenset(_READ)
"""Topics that are named here and not by the policy."""


def of_stage(material: Material, found: Sequence[Topic]) -> Chart | None:
    """Return a picture of a whole stage: by section, how many questions and rules, and what these lead to."""
    policy = material.policy
    nodes: tuple[list[Node], list[Node], list[Node]] = ([], [], [])
    links: list[Link] = []
    ends: dict[str, set[str]] = {}
    told = []
    for number, topic in enumerate(found):
        nodes[0].append(Node(f"topic:{number}", (topic.name,), _asked(topic)))
        if not topic.rules:
            told.append(
                point(_named(topic), f": {counted(len(topic.questions), 'question')}, read by no rule of this stage")
            )
            continue
        nodes[1].append(Node(f"rules:{number}", (counted(len(topic.rules), "rule"),), "Rules in force"))
        links.append(Link(f"topic:{number}", f"rules:{number}"))
        here = _ends(policy.flags, topic.rules)
        for end, ids in here.items():
            ends.setdefault(end, set()).update(ids)
            links.append(Link(f"rules:{number}", f"end:{end}"))
        told.append(Point(_summary(topic, here)))
    for end in (*EFFECTS.values(), _SAFEGUARDS):
        if end in ends:
            what = "safeguard" if end == _SAFEGUARDS else "flag"
            nodes[2].append(Node(f"end:{end}", (f"{counted(len(ends[end]), what)} in all",), end.capitalize()))
    if not nodes[1]:
        return None
    before, middle, after = (
        Column(heading, tuple(boxes))
        for heading, boxes in zip(("Sections of questions", "Rules", "What they lead to"), nodes, strict=True)
    )
    figure = Figure(
        title="How the rules of this stage chain, by section",
        description="The same in words stands below the picture; every rule has a picture of its own on its page.",
        columns=(before, middle, after),
        links=tuple(links),
        told=(),
    )
    return Chart(figure, tuple(told))


_SAFEGUARDS = "called for"


def _asked(topic: Topic) -> str:
    return _READ.get(topic.name) or counted(len(topic.questions), "question")


def _ends(flags: Mapping[str, Flag], rules: Iterable[Rule]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for rule in rules:
        if rule.raises:
            flag = flags[rule.raises]
            found.setdefault(EFFECTS[flag.effect], set()).add(rule.raises)
        for name in rule.recommends:
            found.setdefault(_SAFEGUARDS, set()).add(name)
    return found


def _summary(topic: Topic, ends: dict[str, set[str]]) -> Line:
    against = len(ends.get(EFFECTS[Effect.EXCLUDE], ()))
    care = len(ends.get(EFFECTS[Effect.CAUTION], ()))
    called = len(ends.get(_SAFEGUARDS, ()))
    parts = [
        *([f"{counted(against, 'flag')} that {'speaks' if against == 1 else 'speak'} against"] if against else []),
        *([f"{counted(care, 'flag')} that {'calls' if care == 1 else 'call'} for care"] if care else []),
        *([counted(called, "safeguard")] if called else []),
    ]
    asked = _asked(topic)
    asked = f"{asked[:1].lower()}{asked[1:]}"
    return (_named(topic), f": {asked}, {counted(len(topic.rules), 'rule')}, leading to {', '.join(parts)}")


def _named(topic: Topic) -> Piece:
    return topic.name if topic.name in FURNITURE else Own(topic.name)
