"""CLIPS, by clipspy: a case is a fact with a slot for each subject, and facts chain the rules, without salience."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import version
from typing import Any

from bench.peers.neutral import KINDS, Form, Found, excluding, found, half, outcome_of
from bench.peers.patterns import Pattern, patterns
from bench.peers.worker import Way, serve

clips: Any = import_module("clips")


def let_go_of_facts() -> None:
    """Mend clipspy 1.0.6, which never frees a fact that Python has held, and so becomes slower with every case.

    It calls `ReleaseFact` with two arguments and passes over the error; CLIPS takes one.
    """
    release = import_module("clips._clips").lib.ReleaseFact
    clips.facts.Fact.__del__ = lambda fact: release(fact._fact)  # noqa: SLF001 - there is no other way to it


def prepare(form: Form) -> Mapping[str, Way]:
    """Build the templates and rules."""
    let_go_of_facts()
    environment = clips.Environment()
    for construct in constructs(form):
        environment.build(construct)
    case, holds = environment.find_template("case"), environment.find_template("holds")
    inputs = [{slot: clips.Symbol(symbol(state)) for slot, state in facts.items()} for facts in form["cases"]]
    certain, possible = (frozenset(excluding(form, kind)) for kind in KINDS)

    def screen(slots: Mapping[str, Any]) -> tuple[set[str], str]:
        environment.reset()
        case.assert_fact(**slots)
        environment.run()
        on = {fact["name"] for fact in holds.facts()}
        return on, outcome_of(not certain.isdisjoint(on), not possible.isdisjoint(on))

    def read(result: tuple[set[str], str]) -> list[Found]:
        on, outcome = result
        return [found(form, lambda name, kind: half(name, kind) in on, outcome)]

    return {"templates and rules": Way(inputs, screen, read)}


def symbol(state: str) -> str:
    """Return a state as a symbol; CLIPS takes `?` for a variable."""
    return {"?": "any", "-": "out"}.get(state, f"at{state}")


def constructs(form: Form) -> list[str]:
    """Return the templates, the rules for each half of a rule, and the rules for each half of a signal."""
    written = [
        f"(deftemplate case {' '.join(f'(slot {subject})' for subject in form['subjects'])})",
        "(deftemplate holds (slot name))",
    ]
    for name, ways in patterns(form).items():
        if ways:
            written.append(_rule(name, [_way(way) for way in ways]))
    for signal in form["signals"]:
        for kind in KINDS:
            name = half(signal["id"], kind)
            if signal["always"]:
                written.append(f"(deffacts always-{name} {_holds(name)})")
            elif signal["rules"]:
                written.append(_rule(name, [_holds(half(rule, kind)) for rule in signal["rules"]]))
    return written


def _rule(name: str, ways: list[str]) -> str:
    met = ways[0] if len(ways) == 1 else f"(or {' '.join(ways)})"
    return f"(defrule {name} {met} => (assert {_holds(name)}))"


def _holds(name: str) -> str:
    return f"(holds (name {name}))"


def _way(way: Pattern) -> str:
    slots = " ".join(f"({subject} {'|'.join(map(symbol, states))})" for subject, states in way.states)
    needed = [f"(case {slots})"] if slots else []
    needed += [_holds(name) for name in sorted(way.signals)]
    return needed[0] if len(needed) == 1 else f"(and {' '.join(needed)})"


if __name__ == "__main__":
    serve({"clipspy": version("clipspy")}, prepare)
