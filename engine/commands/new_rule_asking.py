"""Asks for the papers of a new rule, one at a time: `?` for help, `<` for one back, Enter for what may be left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.commands.interview_terminal import Terminal
from engine.scenarios.drafting.checks import Words, answers, owners, questions
from engine.scenarios.drafting.draft import Draft, Wrong
from engine.scenarios.drafting.papers import PAPERS, Paper, given

PROMPT = "Answer:"
_HELP, _BACK = "?", "<"
_FEW = 9
"""So many words are listed unasked; more are listed on `?`."""
_FEW_PLAIN = 20
_ONE_BY_ONE = frozenset({"source", "tell"})
"""Papers whose texts may hold commas."""


class _Back(Exception):
    """The person wants to go back to what was asked before."""


def ask_for_papers(
    draft: Draft, told: Mapping[str, Sequence[str]], topics: Mapping[str, Sequence[str]], terminal: Terminal
) -> None:
    """Ask for every paper of the draft that was not told already; `topics` are those that each stage has.

    Raises Wrong when something that was told cannot stand.
    """
    terminal.say(
        "A new rule, paper by paper. ? explains, < goes back, and Ctrl-C stops: nothing is written before the end.",
    )
    asked: list[int] = []
    number = 0
    while number < len(PAPERS):
        paper = PAPERS[number]
        if not paper.applies(draft):
            number += 1
            continue
        if paper.key in told:
            given(draft, paper, told[paper.key])
            number += 1
            continue
        try:
            _ask(draft, paper, topics, terminal)
        except _Back:
            if asked:
                number = asked.pop()
            else:
                terminal.say("This is the first question.")
            continue
        asked.append(number)
        number += 1


def ask_again(draft: Draft, told: Mapping[str, Sequence[str]], terminal: Terminal) -> bool:
    """Let somebody choose a paper to answer anew, after what came of them all could not stand; false for none."""
    open_to = [paper for paper in PAPERS if paper.applies(draft) and paper.key not in told]
    terminal.say("Nothing was written. What would you like to answer anew? Enter to stop.")
    terminal.listed((paper.key, paper.ask) for paper in open_to)
    while True:
        typed = terminal.ask(PROMPT)
        chosen = next((paper for paper in open_to if paper.key == typed), None)
        if chosen is not None:
            draft.said.pop(chosen.key, None)
            return True
        if not typed:
            return False
        terminal.say("Type one of the words on the left, or press Enter to stop.")


def _ask(draft: Draft, paper: Paper, topics: Mapping[str, Sequence[str]], terminal: Terminal) -> None:
    if draft.many(paper.key) and paper.key != "test":
        proposed = ", ".join(draft.many(paper.key)) if paper.key not in _ONE_BY_ONE else ""
    else:
        proposed = paper.proposed(draft)
    if paper.key == "test":
        _ask_tests(draft, paper, terminal)
        return
    words = _shown(draft, paper, topics)
    terminal.heading(paper.ask)
    _list(words, terminal, what="? lists what can be named")
    while True:
        typed = _line(paper, words, _ending(draft, paper, proposed), terminal)
        texts = _texts(paper, typed or proposed)
        if not texts and paper.must(draft):
            terminal.say("This cannot be left out.")
            continue
        try:
            given(draft, paper, texts)
        except Wrong as wrong:
            _complain(wrong, terminal)
            continue
        if texts and paper.key in _ONE_BY_ONE:
            _ask_more(draft, paper, words, terminal)
        return


def _ask_more(draft: Draft, paper: Paper, words: Words, terminal: Terminal) -> None:
    while typed := _line(paper, words, "one more, or Enter for no more", terminal):
        try:
            given(draft, paper, (*draft.many(paper.key), typed))
        except Wrong as wrong:
            _complain(wrong, terminal)


def _ask_tests(draft: Draft, paper: Paper, terminal: Terminal) -> None:
    """Ask for a question and for the answer from which on the rule applies, until there are no more."""
    draft.said.pop("test", None)
    while True:
        terminal.heading("Which question does it read?" if not draft.tests else "Which other one? Enter for no more.")
        words = questions(draft)
        _list(words, terminal, what="? lists the questions")
        typed = _line(paper, words, "", terminal)
        if not typed and draft.tests:
            return
        if not typed:
            terminal.say("This cannot be left out.")
            continue
        question = draft.policy.questions.get(typed)
        if question is None or typed not in dict(words):
            try:
                given(draft, paper, (*draft.many("test"), f"{typed}=?"))
            except Wrong as wrong:
                _complain(wrong, terminal)
            continue
        terminal.say(f"From which answer of {typed} on? The rule then applies to every more concerning one too.")
        choices = answers(question)
        terminal.listed(choices)
        while typed_answer := _line(paper, choices, "", terminal):
            try:
                given(draft, paper, (*draft.many("test"), f"{typed}={typed_answer}"))
            except Wrong as wrong:
                _complain(wrong, terminal)
            else:
                break


def _shown(draft: Draft, paper: Paper, topics: Mapping[str, Sequence[str]]) -> Words:
    if paper.key == "topic":
        return [(topic, "") for topic in topics.get(draft.stage.value, ())]
    if paper.key == "owner":
        return [(owner, "") for owner in owners(draft)]
    return paper.words(draft)


def _list(words: Words, terminal: Terminal, what: str) -> None:
    plain = not any(meaning for _, meaning in words)
    if len(words) > (_FEW_PLAIN if plain else _FEW):
        terminal.say(f"({what}: there are {len(words)})")
    elif not plain:
        terminal.listed(words)
    elif words:
        terminal.say(f"({', '.join(word for word, _ in words)})")


def _ending(draft: Draft, paper: Paper, proposed: str) -> str:
    several = "several with commas" if paper.several and paper.key not in _ONE_BY_ONE else ""
    left_out = "Enter to leave it out" if not paper.must(draft) else ""
    return "; ".join(filter(None, (several, f"Enter for {proposed}" if proposed else left_out)))


def _line(paper: Paper, words: Words, ending: str, terminal: Terminal) -> str:
    """Return a line that is neither a call for help nor a way back. Raises _Back."""
    while True:
        if ending:
            terminal.say(f"({ending})")
        typed = terminal.ask(PROMPT)
        if typed == _BACK:
            raise _Back
        if typed != _HELP:
            return typed
        terminal.say(paper.help)
        terminal.listed(words)


def _texts(paper: Paper, typed: str) -> tuple[str, ...]:
    if paper.several and paper.key not in _ONE_BY_ONE:
        return tuple(part.strip() for part in typed.split(",") if part.strip())
    return (typed,) if typed else ()


def _complain(wrong: Wrong, terminal: Terminal) -> None:
    told = (part[0].upper() + part[1:] for part in (wrong.message, wrong.help) if part)
    terminal.say(" ".join(part if part.endswith("?") else f"{part.rstrip('.')}." for part in told))
