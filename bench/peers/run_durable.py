"""durable-rules as one writes it by hand: a few rulesets a layer, a rule for each half, conditions nested as they are.

Each pass asserts what its rules read of the case as one fact, the flags of earlier layers among it; an action writes
down which rule fired. The rulesets are small, each has a rule that always fires, and what is left open by a case is
said in so many words: otherwise durable-rules 2.0.28 breaks off or crashes (too many rules met by one fact; a state
deleted after a fact that no rule matched; a property that is not there).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from importlib.metadata import version
from typing import Any, NamedTuple, TypeAlias

from bench.peers.chained import Facts, chain, layers
from bench.peers.neutral import Form, Kind, Language, Test, half
from bench.peers.worker import Way, serve

durable: Any = import_module("durable.engine")

MOST_RULES = 40
ON, OFF = "on", "off"

Condition: TypeAlias = "dict[str, Any] | None"
"""What stands under `m` in a rule; none when it can never hold."""


class Host(durable.Host):  # type: ignore[misc]
    """A host without the two threads that serve timers: there are none."""

    def _run(self) -> None:
        """Start nothing."""


class Pass(NamedTuple):
    """A ruleset, and what of a case its rules read."""

    ruleset: str
    subjects: tuple[str, ...]
    signals: tuple[str, ...]


def prepare(form: Form) -> Mapping[str, Way]:
    """Compile the rulesets."""
    host = Host()
    whens = DURABLE.whens(form)
    fired: set[str] = set()
    evaluators = []
    for number, layer in enumerate(layers(form)):
        rules = [(name, when) for name in layer.names if (when := whens[name]) is not None]
        passes = []
        for at in range(0, len(rules), MOST_RULES):
            some = rules[at : at + MOST_RULES]
            definition = {name: _rule(name, when, fired) for name, when in some}
            definition["always"] = _rule("always", {"kind": "case"}, fired)
            host.register_rulesets({f"layer{number}part{at}": definition})
            read = sorted({name for _, when in some for name in _read(when)})
            subjects = tuple(name for name in read if name in form["subjects"])
            signals = tuple(name for name in read if name not in form["subjects"])
            passes.append(Pass(f"layer{number}part{at}", subjects, signals))
        evaluators.append(_evaluator(host, passes, layer.names, fired))
    screen, read_facts = chain(form, evaluators)
    return {"rulesets by layer": Way(form["cases"], screen, read_facts)}


def _evaluator(
    host: Host, passes: list[Pass], names: tuple[str, ...], fired: set[str]
) -> Callable[[Facts], list[bool]]:
    def evaluate(facts: Facts) -> list[bool]:
        fired.clear()
        for ruleset, subjects, signals in passes:
            case = {"id": "1", "kind": "case"}
            for subject in subjects:
                case[subject] = facts[subject]
            for signal in signals:
                case[signal] = ON if facts[signal] else OFF
            host.assert_fact(ruleset, case)
            host.delete_state(ruleset)
        return [name in fired for name in names]

    return evaluate


def _rule(name: str, when: dict[str, Any], fired: set[str]) -> dict[str, Any]:
    return {"all": [{"m": when}], "run": lambda _: fired.add(name)}


def _read(when: dict[str, Any]) -> Iterator[str]:
    for name, value in when.items():
        if name in {"$and", "$or"}:
            for member in value:
                yield from _read(member)
        else:
            yield name


def _every(members: list[Condition]) -> Condition:
    needed = [member for member in members if member is not None]
    return _group("$and", needed) if len(needed) == len(members) else None


def _some(members: list[Condition]) -> Condition:
    return _group("$or", [member for member in members if member is not None])


def _group(operator: str, members: list[dict[str, Any]]) -> Condition:
    """Join conditions, each once; a group within a group of its kind is dissolved: deep nesting is refused."""
    flat = [inner for member in members for inner in member.get(operator, [member])]
    once = list({json.dumps(member): member for member in flat}.values())
    return {operator: once} if len(once) > 1 else once[0] if once else None


def _test(test: Test, kind: Kind) -> Condition:
    return _some([{test["subject"]: state} for state in test[kind]])


def _negated(_: Condition) -> Condition:
    # `$not` over a property that is there would do; over a group it depends on the order in which facts arrive.
    raise ValueError("a negation left in the policy is not written for durable-rules")


DURABLE = Language[Condition](
    test=_test,
    refer=lambda name, kind: {half(name, kind): ON},
    every=_every,
    some=_some,
    negated=_negated,
)


if __name__ == "__main__":
    serve({"durable-rules": version("durable-rules")}, prepare)
