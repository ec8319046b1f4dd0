"""The picture of a recommendation: which answers lead to which flags, and which conditions follow from those.

Only what is raised or still open, and of that only what weighs most; what is left out is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.model.answer import Source, Standing
from engine.model.condition import AnswerIs, FlagIs, IsUnknown, SaidBy
from engine.model.policy import Effect
from engine.model.recommendation import FlagFinding, Recommendation, RuleFinding, SafeguardFinding, Tree
from engine.model.truth import Truth
from engine.report.age import out_of_date
from engine.report.page import Column, Figure, Item, Link, Node, Section, item, labelled, paragraph
from engine.report.reading import Reading, capital, decisive, named
from engine.report.words import say, show

_MOST_FLAGS = 6
_MOST_AROUND = 4
"""Of what leads to one flag, and of what follows from it."""


@dataclass(frozen=True, slots=True)
class _Chain:
    """One flag, what leads to it and what follows from it."""

    flag: Node
    answers: tuple[Node, ...]
    safeguards: tuple[Node, ...]


def figure_section(reading: Reading) -> Section:
    """Return the picture with what has to be said beside it; an empty section when no flag is raised or open."""
    found = sorted(reading.recommendation.flags, key=_weight)
    chains = [_chain(reading, finding) for finding in found[:_MOST_FLAGS]]
    if not chains:
        return Section(show.H_FIGURE, ())
    said = [show.FIGURE_LINES]
    if len(found) > _MOST_FLAGS:
        said.append(show.FIGURE_CUT.format(shown=_MOST_FLAGS, all=len(found)))
    if any(max(len(chain.answers), len(chain.safeguards)) > _MOST_AROUND for chain in chains):
        said.append(show.FIGURE_BOXES.format(most=_MOST_AROUND))
    said.append(show.FIGURE_NOT_DRAWN)
    return Section(show.H_FIGURE, (paragraph(" ".join(said)), _figure([_cut(chain) for chain in chains])))


def _weight(finding: FlagFinding) -> tuple[bool, bool, str]:
    return finding.flag.effect is not Effect.EXCLUDE, finding.truth is not Truth.TRUE, finding.flag.id


def _cut(chain: _Chain) -> _Chain:
    return _Chain(chain.flag, chain.answers[:_MOST_AROUND], chain.safeguards[:_MOST_AROUND])


def _figure(chains: list[_Chain]) -> Figure:
    answers = {node.id: node for chain in chains for node in chain.answers}
    safeguards = {node.id: node for chain in chains for node in chain.safeguards}
    return Figure(
        title=show.FIGURE_TITLE,
        description=show.FIGURE_DESCRIPTION,
        columns=(
            Column(show.COLUMN_ANSWERS, tuple(answers.values())),
            Column(show.COLUMN_FLAGS, tuple(chain.flag for chain in chains)),
            Column(show.COLUMN_SAFEGUARDS, tuple(safeguards.values())),
        ),
        links=tuple(_links(chains)),
        told=tuple(map(_told, chains)),
    )


def _links(chains: list[_Chain]) -> Iterator[Link]:
    for chain in chains:
        for answer in chain.answers:
            yield Link(answer.id, chain.flag.id, chain.flag.still_open)
        for safeguard in chain.safeguards:
            yield Link(chain.flag.id, safeguard.id, chain.flag.still_open or safeguard.still_open)


def _told(chain: _Chain) -> Item:
    below = [
        labelled(label, below=tuple(item(*node.line, f" ({node.standing})") for node in nodes))
        for label, nodes in ((show.FROM, chain.answers), (show.LEADS_TO, chain.safeguards))
        if nodes
    ]
    return item(*chain.flag.line, f" ({chain.flag.standing})", below=tuple(below))


# What a flag is joined to -----------------------------------------------------------------------------------------


def _chain(reading: Reading, finding: FlagFinding) -> _Chain:
    still_open = finding.truth is Truth.UNKNOWN
    if finding.flag.effect is Effect.EXCLUDE:
        standing = show.EXCLUDES_OPEN if still_open else show.EXCLUDES
    else:
        standing = show.CARE_OPEN if still_open else show.CARE
    flag = Node(f"flag:{finding.flag.id}", (finding.flag.title,), standing, still_open)
    raisers = [reading.rules[rule] for rule in finding.raised_by]
    rules = [rule for rule in raisers if rule.truth is finding.truth]
    answers = {node.id: node for node in _answers(reading, rules, frozenset({finding.flag.id}))}
    safeguards = {node.id: node for node in _safeguards(reading, finding)}
    return _Chain(flag, tuple(answers.values()), tuple(safeguards.values()))


def _answers(reading: Reading, rules: Iterable[RuleFinding], seen: frozenset[str]) -> Iterator[Node]:
    """Yield a box for each question that makes the rules come out as they do, through the flags in between."""
    for rule in rules:
        for leaf in decisive(rule.tree):
            if isinstance(leaf.condition, FlagIs):
                flag = leaf.condition.flag
                behind = [one for one in reading.raisers(flag) if one.truth is leaf.truth] if flag not in seen else []
                yield from _answers(reading, behind, seen | {flag})
            elif leaf.known is not None:
                yield _answer(reading, leaf)


def _answer(reading: Reading, leaf: Tree) -> Node:
    known = leaf.known
    assert known is not None  # noqa: S101 - the caller has looked
    question = reading.question(known.question)
    subject = capital(reading.subject(known.question))
    if leaf.truth is Truth.UNKNOWN or isinstance(leaf.condition, IsUnknown):
        return Node(f"open:{question.id}", (subject,), say.STILL_OPEN, still_open=True)
    wanted = _wanted(leaf)
    answers = [answer for answer in reading.behind(known, wanted) if answer.standing is Standing.ANSWERED]
    if not answers:
        return Node(f"said:{question.id}", (subject,), show.SAID_NOTHING)
    sources: list[Source] = list(dict.fromkeys(answer.source for answer in answers))
    words = list(dict.fromkeys(value for answer in answers for value in answer.values))
    said = "" if question.open else f": {say.listed(question.say(word) for word in words)}"
    if all(out_of_date(question, answer, reading.recommendation.screened_on) for answer in answers):
        said = f"{said} ({say.OLD_NOT_PRESSED.format(age=say.age(question.valid_for or 0))})"
    return Node(f"said:{question.id}", (f"{subject}{said}",), show.SAID_BY.format(who=named(sources)))


def _wanted(leaf: Tree) -> tuple[str, ...]:
    match leaf.condition:
        case AnswerIs(_, wanted) | SaidBy(_, AnswerIs(_, wanted)):
            return wanted
        case _:
            return ()


def _safeguards(reading: Reading, finding: FlagFinding) -> Iterator[Node]:
    """Yield a box for each condition that a flag calls for, and for what would resolve one that excludes."""
    policy = reading.policy
    called_for = [found for found in reading.recommendation.safeguards if _follows(reading, finding.flag.id, found)]
    for found in called_for:
        still_open = found.truth is Truth.UNKNOWN
        standing = show.CALLED_FOR_OPEN if still_open else show.CALLED_FOR
        yield Node(f"safeguard:{found.safeguard.id}", (found.safeguard.title,), standing, still_open)
    if finding.flag.effect is Effect.EXCLUDE and finding.truth is Truth.TRUE:
        known = {found.safeguard.id for found in called_for}
        for remedy in _remedies(reading.recommendation, finding.flag.id):
            if remedy not in known:
                yield Node(f"remedy:{remedy}", (policy.safeguards[remedy].title,), show.WOULD_RESOLVE)


def _remedies(recommendation: Recommendation, flag: str) -> tuple[str, ...]:
    changes = [change for change in recommendation.would_have_to_change if flag in change.flags]
    return tuple(dict.fromkeys(name for change in changes for name in change.by))


def _follows(reading: Reading, flag: str, found: SafeguardFinding) -> bool:
    """Whether a flag calls for a condition, by itself or through a rule that turns on it."""
    if flag in found.because:
        return True
    rules = [reading.rules[name] for name in found.because if name in reading.rules]
    return any(
        isinstance(leaf.condition, FlagIs) and leaf.condition.flag == flag
        for rule in rules
        for leaf in decisive(rule.tree)
    )
