"""The cases that could not be screened under both policies, as text: each reason once, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, Protocol

from engine.report.assurance.diff_words import counted

if TYPE_CHECKING:
    from engine.report.assurance.diff_shape import CasesShape, UnreadShape

_MOST_NAMED: Final = 8


class _Say(Protocol):
    def __call__(self, text: str, indent: int = 2, lead: str = "") -> list[str]: ...

    def item(self, text: str, indent: int = 2) -> list[str]: ...


def not_screened(cases: CasesShape) -> str:
    """Return how many cases were not screened; of a table that could not be read nobody knows how many."""
    many = sum("whole" not in one for one in cases["unread"])
    many += cases["not_listed"]["unread"] if "not_listed" in cases else 0
    tables = sum("whole" in one for one in cases["unread"])
    if not tables:
        return str(many)
    whole = f"all cases of {counted(tables, 'table')}"
    return f"{many} and {whole}" if many else whole


def unread_lines(unread: Sequence[UnreadShape], say: _Say) -> Iterator[str]:
    """Yield a heading for each file and policy, and below it each reason with the rows that have it."""
    groups: dict[tuple[str, str, bool], dict[tuple[str, str], list[str]]] = {}
    numbers: dict[tuple[str, str, bool], int] = {}
    for one in sorted(unread, key=lambda each: not any(why["slug"] == "invariant-broken" for why in each["problems"])):
        key = one["file"], _under(one["under"]), "whole" in one
        numbers[key] = numbers.get(key, 0) + 1
        reasons = groups.setdefault(key, {})
        for problem in one["problems"]:
            reasons.setdefault((problem["slug"], problem["message"]), []).append(problem["place"])
    for (file, under, whole), reasons in groups.items():
        many = numbers[file, under, whole]
        told = ": no case of this table" if whole else f": {counted(many, 'case')}" if many > 1 else ""
        yield ""
        yield from say(f"Not screened: {file}, under {under}{told}")
        for (slug, message), places in reasons.items():
            rows = [place.removeprefix(f"{file} ").strip("()") for place in places if place.startswith(f"{file} (")]
            rows += [place for place in places if place.endswith(")") and not place.startswith(f"{file} (")]
            more = f" and {len(rows) - _MOST_NAMED} more" if len(rows) > _MOST_NAMED else ""
            cases = f"{counted(len(rows), 'case')}: " if len(rows) > 1 else ""
            behind = f" - {cases}{', '.join(rows[:_MOST_NAMED])}{more}" if rows else ""
            yield from say.item(f"{slug}: {message}{behind}", 4)


def _under(policies: Sequence[str]) -> str:
    return "either policy" if len(policies) > 1 else f"the {policies[0]} policy"
