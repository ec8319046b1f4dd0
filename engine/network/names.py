"""Names that durable-rules can tell apart.

It compares property names by a 32-bit hash alone, so a rule on `costarring` fires on a fact that holds only `liquid`.
Only names made here may reach it.
"""

from __future__ import annotations

from itertools import count

from engine.network.faults import NetworkError

OFFSET, PRIME, MASK = 0x811C9DC5, 16777619, 0xFFFFFFFF

ALWAYS = "ok"
"""The property that every message holds and the closing rule of every ruleset tests."""

RESERVED = (
    ALWAYS,
    *("id", "sid", "$s", "$i", "$forward", "$time", "$timerName", "$baseTime"),
    *("$lt", "$lte", "$gt", "$gte", "$eq", "$neq", "$mt", "$imt", "$iall", "$iany", "$ex", "$nex", "$or", "$and"),
    *("$m", "$add", "$sub", "$mul", "$div", "$l", "$r"),
    *("all", "any", "pri", "count", "cap", "dist", "name"),
)
"""Names with a meaning of their own in a message or in a rule (rete.c, state.c); recognised by hash as well."""


def fnv32(text: str) -> int:
    """Hash as durable-rules does (`fnv1Hash32` in state.c, `getStringAndHash` in json.c): FNV-1a over 32 bits."""
    value = OFFSET
    for byte in text.encode("ascii"):
        value = (value ^ byte) * PRIME & MASK
    return value


class Names:
    """The property names of one network; no two of them, and none that is reserved, share a hash."""

    def __init__(self) -> None:
        self._taken: dict[int, str] = {}
        self._numbers = count()
        for name in RESERVED:
            self.take(name)

    def take(self, name: str) -> str:
        """Use a name. Raises `NetworkError` when it is used already, or durable-rules would take it for another."""
        holder = self._taken.setdefault(fnv32(name), "")
        if holder:
            raise NetworkError(f"durable-rules cannot tell the property '{name}' from '{holder}'")
        self._taken[fnv32(name)] = name
        return name

    def fresh(self, kind: str) -> str:
        """Make up a name that starts with `kind` and collides with none."""
        name = next(name for number in self._numbers if fnv32(name := f"{kind}{number:03}") not in self._taken)
        return self.take(name)
