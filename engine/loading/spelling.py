"""Which known word was probably meant, and how lists of words are written. Never looks anything up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_LONGEST_WORD = 80
_SHORTEST_PART = 4


def distance(one: str, other: str, most: int) -> int:
    """Count the letters added, left out, changed or swapped between two words; `most` + 1 stands for more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, target in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != target))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == target:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def nearest(word: str, allowed: Iterable[str], *, parts: bool = True) -> str | None:
    """Return the allowed word that was probably meant, or None when none is near.

    `parts`: whether the one word that holds this one, or is held by it, counts as near.
    """
    found, best = None, max(1, min(4, len(word) // 3)) + 1
    folded = word.strip().lower().replace("_", "-").replace(" ", "-")
    if not folded or len(folded) > _LONGEST_WORD:
        return None
    for candidate in sorted(set(allowed)):
        away = distance(folded, candidate.lower(), best - 1)
        if away < best:
            found, best = candidate, away
    if found is None and parts and len(folded) >= _SHORTEST_PART:
        within = [c for c in sorted(set(allowed)) if folded in c or (len(c) >= _SHORTEST_PART and c in folded)]
        found = within[0] if len(within) == 1 else None
    return found


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """Return `did you mean ...?` naming an allowed word, or nothing."""
    found = nearest(word, allowed)
    return f"did you mean `{found}`?" if found is not None else ""


def listed(words: Sequence[str], most: int = 12) -> str:
    """Return words between backquotes and commas; past `most`, say how many more there are."""
    shown = ", ".join(f"`{word}`" for word in words[:most])
    return shown if len(words) <= most else f"{shown} and {len(words) - most} more"


def in_one(*parts: str) -> str:
    """Return the parts of a help text as one, leaving out empty ones."""
    return "; ".join(part for part in parts if part).replace("?; ", "? ")
