"""What could be changed and no scenario would notice, as text for a policy writer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.report.assurance.mutation_report import Effect, MutationReport, Survivor
from engine.report.assurance.mutation_words import otherwise_in_words, survivor_in_words

SUGGESTED_TITLE = "What no scenario notices yet"
_HEADINGS = {
    Effect.OUTCOME: "The outcome would be another one",
    Effect.FLAG: "A flag would come out otherwise, but no outcome",
    Effect.SAFEGUARD: "A safeguard would come out otherwise, but no flag",
    Effect.UNSETTLED: "Not settled: nobody has shown that these would make no difference",
    Effect.RULE: "Only the rule itself would come out otherwise: no flag, safeguard or outcome",
    Effect.REPORT: "Only whom to ask, or what would resolve a flag, would come out otherwise",
}
_MOST_SAID = 3
_WITHOUT_SOLVER = (
    "Nothing was proved: the part `assurance` is not installed (pip install 'forethought[assurance]'). What is not"
    " settled may make no difference at all."
)


def mutation_text(report: MutationReport) -> str:
    """Return the whole result: each survivor with what it would do and the scenario that would notice."""
    blocks = [_opening(report)]
    shown: set[int] = set()
    for effect, heading in _HEADINGS.items():
        found = [survivor for survivor in report.survivors if survivor.effect is effect]
        if found:
            title = f"{heading} ({len(found)})"
            blocks.append(f"{title}\n{'=' * len(title)}\n")
            blocks += ["\n".join(_survivor(survivor, report.suggested, shown)) + "\n" for survivor in found]
    return "\n".join(blocks)


def _opening(report: MutationReport) -> str:
    tried = sum(report.tried.values())
    lines = [f"{_number(tried, 'change')} tried, each against {_number(report.scenarios, 'scenario')}."]
    lines.append(f"{sum(report.noticed.values())} noticed by a scenario.")
    if report.unchanged:
        lines.append(f"{len(report.unchanged)} proved to change no rule, flag, safeguard or outcome, in any case.")
    serious = sum(survivor.effect.of_recommendation for survivor in report.survivors)
    if report.survivors:
        lines.append(
            f"{len(report.survivors)} not noticed. Of these a recommendation would be changed, or may be, by {serious},"
            f" and by {len(report.survivors) - serious} only whom to ask or the like."
        )
    else:
        lines.append("None goes unnoticed.")
    if not report.solver:
        lines.append(_WITHOUT_SOLVER)
    return "\n".join(lines) + "\n"


def _survivor(survivor: Survivor, suggested: Sequence[str], shown: set[int]) -> Iterator[str]:
    place = f"{survivor.place}: " if survivor.place is not None else ""
    yield f"{place}{survivor_in_words(survivor)}."
    if survivor.otherwise:
        yield f"  In a case at the stage {survivor.stage} this would come out otherwise:"
        yield from (f"  - {otherwise_in_words(otherwise)}" for otherwise in survivor.otherwise[:_MOST_SAID])
        if survivor.otherwise[_MOST_SAID:]:
            yield f"  - and {_number(len(survivor.otherwise) - _MOST_SAID, 'thing')} more"
        if survivor.effect is Effect.UNSETTLED:
            yield "  That more would come out otherwise was not ruled out."
    elif survivor.effect is Effect.UNSETTLED and not survivor.why:
        yield "  No case was found in which it makes a difference, and none was ruled out."
    if survivor.why:
        yield f"  Something inside failed, so more is not known: {survivor.why}."
        return
    if survivor.scenario is None:
        if survivor.otherwise:
            yield "  No sentence of scenarios looks at this."
        return
    text = suggested[survivor.scenario]
    if survivor.scenario in shown:
        name = next(line.strip() for line in text.splitlines() if line.lstrip().startswith("Scenario:"))
        yield f"  A scenario above would notice this too ({name.removeprefix('Scenario:').strip()})."
        return
    shown.add(survivor.scenario)
    yield "  This scenario would notice:"
    yield ""
    yield from (f"  {line}".rstrip() for line in text.splitlines())


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
