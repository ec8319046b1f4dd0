"""The names of a table's columns: what each holds. One that is not known is an error, for it may hold an answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.columns.slots import CASE, PROGRAMME, STAGE, Slot
from engine.columns.tables.heads import Head, Kind
from engine.errors import Place, Problem
from engine.loading.findings import MOST_PROBLEMS
from engine.loading.spelling import did_you_mean, in_one, listed
from engine.model.policy import Policy
from engine.model.question import Question
from engine.model.source import Source

ON = ":on"
LONG = ("case", "stage", "question", "source", "value", "on", "programme")
"""The columns of a table with a row an answer; `stage`, `on` and `programme` may be left out."""

_NEEDED_LONG = ("case", "question", "source", "value")
_BESIDE = {CASE: Kind.CASE, STAGE: Kind.STAGE, PROGRAMME: Kind.PROGRAMME}
_LONGEST_NAME = 200
MOST_NUMBERED = 20
"""How many answers of one source to one question a table may have columns for."""

_HELP = "a column is `case`, `stage`, `programme`, a question, `question@source`, or either with `:on` for its day"

PlaceOf = Callable[[int], Place]
"""Where the column at a place in the header, counted from 0, is written."""
_Shown = Callable[[str], str]


def is_long(names: Sequence[str], policy: Policy) -> bool:
    """Whether these are the columns of a table with a row an answer."""
    return {"question", "value"} <= set(names) and not {"question", "value"} & policy.questions.keys()


def wide_heads(
    names: Sequence[str], policy: Policy, place: PlaceOf, *, stage_told: bool
) -> tuple[tuple[Head, ...], list[Problem]]:
    """Return what each column of a table with a row a case holds, and everything that is wrong with its header."""
    shown = _quoting(names)
    problems = _repeated(names, place, shown)
    heads: dict[str, Head] = {}
    for number, name in enumerate(names):
        if len(problems) >= MOST_PROBLEMS:
            help = "check that this is the file that was meant"
            problems.append(Problem(place(number), "too-many-problems", "from here on, nothing more is listed", help))
            return (), problems
        head = _head(name, policy, shown)
        if isinstance(head, Head):
            heads.setdefault(name, head)
        else:
            problems.append(Problem(place(number), *head))
    missing = [name for name in (CASE, STAGE) if name not in names and not (name == STAGE and stage_told)]
    if missing:
        help = f"add it; {_HELP}. The stage may be given for the whole table with --stage"
        problems.append(Problem(place(0), "missing-column", f"the table has no column {listed(missing)}", help))
    at = {name: number for number, name in enumerate(names)}
    answered = {head.slot for head in heads.values() if head.kind is Kind.ANSWER}
    first: dict[tuple[Kind, Slot], str] = {}
    for name, head in heads.items():
        if head.slot is None:
            continue
        other = first.setdefault((head.kind, head.slot), name)
        if other != name:
            what = f"`{name}` holds the same as `{other}`: what the {head.slot.source} said"
            problems.append(Problem(place(at[name]), "repeated-column", what, "keep one of the two"))
        if head.kind is Kind.DATE and head.slot not in answered:
            what = f"`{name}` holds the days of answers for which there is no column"
            help = f"add the column `{name.removesuffix(ON)}`"
            problems.append(Problem(place(at[name]), "day-without-answers", what, help))
    if not answered and not problems:
        what = "the table has no column for any question"
        problems.append(Problem(place(0), "no-questions", what, _HELP))
    return tuple(heads.values()), problems


def long_problems(names: Sequence[str], place: PlaceOf, *, stage_told: bool) -> list[Problem]:
    """Return everything that is wrong with the header of a table with a row an answer."""
    shown = _quoting(names)
    problems = _repeated(names, place, shown)
    for number, name in enumerate(names[:MOST_PROBLEMS]):
        if name not in LONG:
            what = f"{shown(name)} is not a column of a table with a row an answer"
            help = in_one(did_you_mean(name, LONG), f"its columns are {listed(LONG)}")
            problems.append(Problem(place(number), "unknown-column", what, help))
    missing = [name for name in _NEEDED_LONG if name not in names]
    if STAGE not in names and not stage_told:
        missing.append(STAGE)
    if missing:
        help = f"its columns are {listed(LONG)}; the stage may be given for the whole table with --stage"
        problems.append(Problem(place(0), "missing-column", f"the table lacks {listed(missing)}", help))
    return problems


def said_by(question: Question) -> Source | None:
    """Return whose word an answer is that does not say so: the client's or the programme's, as in a case file."""
    return next((source for source in (Source.CLIENT, Source.PROGRAMME) if source in question.asked_of), None)


def _head(name: str, policy: Policy, shown: _Shown) -> Head | tuple[str, str, str]:
    """Return what a column holds, or slug, message and help when that is not known."""
    if not name.strip():
        return "unnamed-column", "this column has no name", f"delete it, or name it; {_HELP}"
    if name in _BESIDE:
        return Head(name, _BESIDE[name])
    base = name.removesuffix(ON)
    of_question, at, by = base.partition("@")
    by, hash_, number = by.partition("#")
    question = policy.questions.get(of_question)
    if question is None:
        near = did_you_mean(of_question, (*policy.questions, *_BESIDE)) if len(name) <= _LONGEST_NAME else ""
        return "unknown-column", f"{shown(name)} is not a question of the policy {policy.id}", in_one(near, _HELP)
    sources = tuple(source.value for source in Source)
    if at and by not in sources:
        help = in_one(did_you_mean(by, sources), f"the sources are {listed(sources)}")
        return "unknown-source", f"{shown(name)} does not name a source after the `@`", help
    if hash_ and not (
        number.isascii() and number.isdigit() and number[0] != "0" and 1 < int(number[:6]) <= MOST_NUMBERED
    ):
        help = f"the first column has no number, the further ones `#2`, `#3` and so on, up to `#{MOST_NUMBERED}`"
        return "not-a-number", f"{shown(name)} does not count what one source said", help
    source = Source(by) if at else said_by(question)
    if source is None:
        help = f"write `{of_question}@{question.asked_of[0]}`, or whoever it was"
        return "missing-source", f"`{of_question}` is not put to the client: the column does not say who answered", help
    slot = Slot(of_question, source, int(number) if hash_ else 1)
    return Head(name, Kind.DATE if name.endswith(ON) else Kind.ANSWER, slot)


def _repeated(names: Sequence[str], place: PlaceOf, shown: _Shown) -> list[Problem]:
    problems: list[Problem] = []
    first: dict[str, int] = {}
    for number, name in enumerate(names):
        if name in first and len(problems) < MOST_PROBLEMS:
            what = f"{shown(name)} stands twice in the header, first as column {first[name] + 1}"
            problems.append(Problem(place(number), "repeated-column", what, "keep one of the two"))
        first.setdefault(name, number)
    return problems


def _quoting(names: Sequence[str]) -> _Shown:
    """Return how the name of a column is shown in a message.

    Without the column of references the first row may be no header, but somebody's answers: they are not repeated.
    """
    return _shown if CASE in names else lambda _: "this"


def _shown(name: str) -> str:
    """Return the name of a column for a message, if it could be one."""
    plain = name.isascii() and name.isprintable() and "`" not in name and " " not in name.strip()
    return f"`{name}`" if plain and 0 < len(name) <= _LONGEST_NAME else "this"
