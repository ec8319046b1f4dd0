"""A summary in words and bars, before it is known whether it becomes text, a page or a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple, assert_never

from engine.model.policy import Effect, Outcome
from engine.model.question import Stage
from engine.report.batch.summary_data import Cell, FlagShown, MissingShown, Shown, Split, StageShown, Summary
from engine.report.words import say


class Kind(StrEnum):
    """How a bar is filled: what is so, what is not known, or both together. The words beside it say the same."""

    SOLID = "solid"
    OPEN = "open"
    BOTH = "both"


class Bar(NamedTuple):
    """One count, and what it counts."""

    label: str
    cell: Cell
    kind: Kind = Kind.SOLID

    @property
    def words(self) -> str:
        """The bar in words."""
        return f"{self.label}: {cell_text(self.cell)}"


class Row(NamedTuple):
    """The counts of one thing; `heading` is empty where each bar has its own."""

    heading: str
    bars: tuple[Bar, ...]


class Chart(NamedTuple):
    """Counts among the same cases, and what is said of those that have no bar."""

    heading: str
    cases: int
    rows: tuple[Row, ...]
    below: tuple[str, ...]


class StageTold(NamedTuple):
    """A stage: how many cases, and charts of them."""

    heading: str
    opening: tuple[str, ...]
    charts: tuple[Chart, ...]


class Told(NamedTuple):
    """The whole summary."""

    title: str
    opening: tuple[str, ...]
    stages: tuple[StageTold, ...]
    reading: tuple[str, ...]


STAGES: Final = {
    Stage.START: "Start of the programme",
    Stage.DURING: "During the programme",
    Stage.END: "End of the programme",
    Stage.PROGRAMME_START: "Programmes before they move online",
    Stage.PROGRAMME_DURING: "Programmes that work online",
    Stage.PROGRAMME_END: "Programmes at the end of online work",
    Stage.STRUCTURAL: "Reflection on structures",
}
_EFFECTS: Final = {
    Effect.EXCLUDE: "Flags that speak against",
    Effect.CAUTION: "Flags that call for care",
}


def cell_text(cell: Cell) -> str:
    """Return a count as it is told."""
    match cell.how:
        case Shown.EXACT:
            return f"{cell.number:,}"
        case Shown.FEWER:
            return f"fewer than {cell.number}"
        case Shown.ALL_BUT:
            return f"all, or all but fewer than {cell.number}"
        case Shown.KEPT_BACK:
            return "kept back"
        case _:
            assert_never(cell.how)


def told(summary: Summary) -> Told:
    """Return a summary in words and bars."""
    return Told(
        "Summary of many cases",
        tuple(_opening(summary)),
        tuple(_stage(stage, summary.small) for stage in summary.stages),
        tuple(_reading(summary.small)),
    )


def _opening(summary: Summary) -> Iterator[str]:
    yield f"These are recommendations counted. A recommendation is no decision. {say.NOTICE}"
    mark = summary.fingerprint.removeprefix("sha256:")[:12]
    yield (
        f"Screened on {summary.screened_on} with the policy {summary.policy} {summary.version} (fingerprint {mark}...)"
        f" by Forethought {summary.engine}."
    )
    if not summary.rows.exact:
        yield (
            "How many rows there were in all is kept back, and how many of them could not be read: with that, the size"
            " of a small stage could be worked out."
        )
        return
    refused = f", and for {cell_text(summary.refused)} there was no recommendation" if summary.refused.number else ""
    yield f"Rows: {cell_text(summary.rows)}. Of these, {cell_text(summary.unread)} could not be read{refused}."
    if not summary.stages:
        yield "There is nothing to count: no row has a recommendation."


def _stage(stage: StageShown, small: int) -> StageTold:
    heading = f"{STAGES[stage.stage]} ({stage.stage})"
    noun = "cases" if stage.stage.of_client else "profiles"
    if not stage.broken_down:
        enough = f"Fewer than {2 * small} are not broken down: whatever was told of them could tell of a few people."
        some = "" if stage.cases.exact else ", and at least one"
        return StageTold(heading, (f"{cell_text(stage.cases).capitalize()} {noun}{some}.", enough), ())
    cases = stage.cases.number or 0
    charts = [_outcomes(stage.stage, stage.outcomes, cases)] if stage.outcomes else []
    for effect, words in _EFFECTS.items():
        flags = [flag for flag in stage.flags if flag.effect is effect]
        charts += [_flags(words, flags, cases)] if flags else []
    charts += [_missing(stage.missing, cases, small)] if stage.missing else []
    return StageTold(heading, (f"{cases:,} {noun}.",), tuple(charts))


def _outcomes(stage: Stage, outcomes: Split, cases: int) -> Chart:
    against, open_, conditional = (
        say.outcome_text(stage, one) for one in (Outcome.AGAINST, Outcome.UNDETERMINED, Outcome.CONDITIONAL)
    )
    bars = [Bar(against, outcomes.first), Bar(open_, outcomes.second, Kind.OPEN)]
    if not (outcomes.first.exact and outcomes.second.exact):
        bars.append(Bar("either of these two", outcomes.either, Kind.BOTH))
    bars.append(Bar(conditional, outcomes.rest))
    return Chart("Recommended", cases, tuple(Row("", (bar,)) for bar in bars), ())


def _flags(heading: str, flags: Sequence[FlagShown], cases: int) -> Chart:
    rows = []
    alike: dict[str, list[str]] = {}
    for flag in flags:
        first, second, either, _ = flag.cases
        if not (first.exact or second.exact or either.exact):
            alike.setdefault(_without_number(flag.cases), []).append(flag.title)
            continue
        bars = [Bar("raised", first), Bar("not known", second, Kind.OPEN)]
        if first.how is Shown.KEPT_BACK and second.how is Shown.KEPT_BACK:
            bars = []
        if not (first.exact and second.exact):
            bars.append(Bar("raised, or not known", either, Kind.BOTH))
        rows.append(Row(f"{flag.title} ({flag.id})", tuple(bars)))
    return Chart(heading, cases, tuple(rows), tuple(line for what in alike for line in _listed(what, alike[what])))


def _without_number(cases: Split) -> str:
    """Return what is said of flags of which no number is shown."""
    first, second, either, _ = cases
    if either.how is Shown.KEPT_BACK:
        return "Kept back, because one flag could be worked out from the others and the outcome"
    if either.how is Shown.FEWER:
        return f"Raised, or not known, in {cell_text(either)} or in none"
    if first.how is Shown.KEPT_BACK:
        return f"Raised, or not known, in {cell_text(either)}"
    none = " or in none" if first.how is Shown.FEWER else ""
    return f"Raised in {cell_text(first)}{none}, and not known in {cell_text(second)}"


def _missing(missing: Sequence[MissingShown], cases: int, small: int) -> Chart:
    rows = [
        Row(f"{_capital(one.subject)} ({one.id})", (Bar("to be found out", one.cases, Kind.OPEN),))
        for one in missing
        if one.cases.exact
    ]
    all_but: dict[str, list[str]] = {}
    for one in missing:
        if one.cases.how is Shown.ALL_BUT:
            all_but.setdefault(f"To be found out in {cell_text(one.cases)}", []).append(_capital(one.subject))
    few = [_capital(one.subject) for one in missing if one.cases.how is Shown.FEWER]
    hidden = [_capital(one.subject) for one in missing if one.cases.how is Shown.KEPT_BACK]
    below = [line for what in all_but for line in _listed(what, all_but[what])]
    below += list(_listed(f"To be found out in fewer than {small} cases or in none", few))
    below += _listed("Kept back, because a small number of flags or outcomes could be worked out from it", hidden)
    return Chart("Still to be found out", cases, tuple(rows), tuple(below))


def _listed(what: str, names: Iterable[str]) -> Iterator[str]:
    found = sorted(names)
    if found:
        yield f"{what}: {'; '.join(found)}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _reading(small: int) -> Iterator[str]:
    yield (
        f"Fewer than {small} are never counted out, and never told apart from none: “fewer than {small}” may be nobody."
        f" “All but fewer than {small}” may be all. Otherwise it would be known of a few people, or of everybody, what"
        f" was found. Where two such numbers could be taken from each other the limit is {2 * small - 1}."
    )
    yield (
        "“Kept back” is a number from which one of these could be worked out. It can be large or small; nothing"
        " follows from its being kept back."
    )
    yield "A case can have several flags, and lack several answers: these numbers do not add up to the cases."
    yield (
        "Two summaries of nearly the same cases can be subtracted from each other, and what is left over is a person."
        " Give on one for a long period, and none for a period that overlaps it; where there has to be another,"
        " give on only rounded numbers (to the nearest ten). Show no other table of the same cases beside it, and no"
        " summary of them under another policy."
    )
    yield (
        f"This protects groups, not places: where everybody knows everybody, {small} people can be too few. Take a"
        " larger number with --small, or a longer period."
    )
