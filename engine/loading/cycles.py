"""Cycles in a graph of ids. Each part of the graph that runs in a circle is named once, the same way every time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def cycles_in(graph: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """Return cycles that share no id, each beginning with its smallest id; none when the graph has none."""
    after = {node: set(targets) for node, targets in graph.items()}
    for targets in list(after.values()):
        for target in targets:
            after.setdefault(target, set())
    found: list[tuple[str, ...]] = []
    while _strip(after):
        path: list[str] = []
        at: dict[str, int] = {}
        node = min(after)
        while node not in at:
            at[node] = len(path)
            path.append(node)
            node = min(after[node])
        cycle = path[at[node] :]
        first = cycle.index(min(cycle))
        found.append(tuple(cycle[first:] + cycle[:first]))
        _remove(after, set(cycle))
    return sorted(found)


def _strip(after: dict[str, set[str]]) -> bool:
    """Drop, again and again, what nothing follows; return whether anything is left."""
    before: dict[str, set[str]] = {node: set() for node in after}
    for node, targets in after.items():
        for target in targets:
            before[target].add(node)
    ends = [node for node, targets in after.items() if not targets]
    while ends:
        end = ends.pop()
        del after[end]
        for node in before[end]:
            if node in after:
                after[node].discard(end)
                if not after[node]:
                    ends.append(node)
    return bool(after)


def _remove(after: dict[str, set[str]], nodes: set[str]) -> None:
    for node in nodes:
        del after[node]
    for targets in after.values():
        targets.difference_update(nodes)


def longest_chain(graph: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return the longest way through a graph that has no cycle; of several the first by name."""
    waiting = {node: set(targets) for node, targets in graph.items()}
    chains: dict[str, tuple[str, ...]] = {}
    for target in {target for targets in waiting.values() for target in targets} - waiting.keys():
        chains[target] = (target,)
    while waiting:
        ready = [node for node, targets in waiting.items() if targets <= chains.keys()]
        if not ready:
            return ()
        for node in ready:
            chains[node] = (node, *max((chains[target] for target in sorted(waiting.pop(node))), key=len))
    return max((chains[node] for node in sorted(chains)), key=len, default=())


def spelled(cycle: tuple[str, ...]) -> str:
    """Return a cycle in words: `a` -> `b` -> `a`."""
    return " -> ".join(f"`{node}`" for node in (*cycle, cycle[0]))
